"""The board of quick wins: what stands, other weights tried on it, what may be proposed and why.

A person decides. The program proposes at most the first of each dimension that passes its gates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.exercise import Assessor, Criterion
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.quickwin import (
    APART,
    Candidate,
    Cell,
    Line,
    proposed,
    ranked,
    total,
)
from smartcity_desktop.domain.spread import ENOUGH, shown
from smartcity_desktop.domain.wording import number

LEAST: Final = 0
MOST: Final = 4
"""Scores are whole numbers from none to very good."""
MOST_WEIGHT: Final = 100
CHOSEN, RESERVE, REFUSED = "terpilih", "cadangan", "tidak"
DECISION_WORDS: Final[Mapping[str, str]] = {
    "": "Belum diputuskan",
    CHOSEN: "Terpilih",
    RESERVE: "Cadangan",
    REFUSED: "Tidak terpilih",
}
DISCUSS: Final = "Perlu dibahas dulu"
DISCUSS_RULE: Final = (
    f"“{DISCUSS}”: pada satu kriteria penilai berbeda jauh. Dengan {ENOUGH} penilai atau lebih: simpangan "
    f"baku 1,0 atau lebih. Di bawah {ENOUGH} penilai: selisih nilai tertinggi dan terendah {APART} atau "
    "lebih; yang ditampilkan nilai setiap penilai, bukan simpangan baku."
)
COUNTING: Final = (
    "Rata-rata setiap kriteria dihitung dari nilai yang sudah masuk; yang kosong tidak dihitung nol. Nilai "
    "akhir adalah rata-rata berbobot pada skala 0–4."
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one candidate, as it stood at one time.

    ``by`` decided on the day ``on``; ``who`` wrote it down at ``at`` (ISO moment).
    """

    decision: str = ""
    by: str = ""
    on: str = ""
    reason: str = ""
    dissent: str = ""
    who: str = ""
    at: str = ""

    @property
    def words(self) -> str:
        """``Terpilih``; empty decisions are said too."""
        return DECISION_WORDS.get(self.decision, self.decision)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program would propose for one candidate, empty for nothing, and why."""

    decision: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """One candidate under other weights: its line as it stands, and as it would be."""

    before: Line
    after: Line

    @property
    def steps(self) -> int:
        """Places gained over all (positive: further up); 0 where it has no place on either side."""
        if self.before.rank is None or self.after.rank is None:
            return 0
        return self.before.rank - self.after.rank

    @property
    def words(self) -> str:
        """``2 → 1 (naik 1)``."""
        old, new = place_words(self.before.rank), place_words(self.after.rank)
        if not self.steps:
            return f"{old} → {new}"
        return f"{old} → {new} ({'naik' if self.steps > 0 else 'turun'} {abs(self.steps)})"


@dataclass(frozen=True, slots=True)
class Board:
    """One scoring of all candidates, whole.

    ``left_out`` scores are of people who score no longer, ``odd`` ones are no whole numbers from 0 to 4:
    neither is counted, both are told. ``names`` are those of the agencies by row; ``points`` the missions and
    issues of the plan. ``nominations`` is the worksheet on which candidates are nominated.
    """

    worksheet: RowId = NO_ROW
    code: str = ""
    title: str = ""
    nominations: RowId = NO_ROW
    criteria: tuple[Criterion, ...] = ()
    assessors: tuple[Assessor, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    lines: tuple[Line, ...] = ()
    left_out: int = 0
    odd: int = 0
    withdrawn: tuple[Candidate, ...] = ()
    names: Mapping[RowId, str] = field(default_factory=dict)
    points: Mapping[RowId, str] = field(default_factory=dict)
    programs: Mapping[RowId, str] = field(default_factory=dict)

    @property
    def weights(self) -> dict[RowId, int]:
        """The stored weights by criterion, 1 where none is given."""
        return {item.id: weight_of(item) for item in self.criteria}

    @property
    def owed(self) -> int:
        """How many scores the assessors still owe."""
        return sum(line.missing for line in self.lines)

    @property
    def whole(self) -> int:
        """How many scores there would be if everybody had scored everything."""
        return len(self.lines) * len(self.criteria) * len(self.assessors)

    def line(self, row: RowId) -> Line | None:
        """Return the line of one candidate."""
        return next((item for item in self.lines if item.candidate.id == row), None)

    def criterion(self, row: RowId) -> str:
        """Return the name of one criterion."""
        return next((item.name for item in self.criteria if item.id == row), "")

    def dimension(self, row: RowId) -> Dimension | None:
        """Return the dimension of a candidate."""
        return next((item for item in self.dimensions if item.id == row), None)

    def code_of(self, row: RowId) -> str:
        """Return the code of a dimension, ``–`` where a candidate has none."""
        found = self.dimension(row)
        return found.code if found else "–"

    def owner(self, candidate: Candidate) -> str:
        """Return the agency that owns a candidate, empty where it has none."""
        return self.names.get(candidate.opd, "")


def weight_of(criterion: Criterion) -> int:
    """Return the weight of a criterion, 1 where none is given, never below 0."""
    return 1 if criterion.weight is None else max(criterion.weight, 0)


def share(weight: int, weights: Mapping[RowId, int]) -> str:
    """Return what part of all a weight is: ``11,1%``; ``–`` where nothing weighs."""
    whole = sum(weights.values())
    return f"{shown(Fraction(weight * 100, whole), 1)}%" if whole else "–"


def place_words(rank: int | None) -> str:
    """Return a place as it is written, ``–`` for none."""
    return "–" if rank is None else number(rank)


def by_rank(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines by their place over all; those without total behind, each group in its own order."""
    return tuple(sorted(lines, key=lambda item: (item.rank is None, item.rank or 0)))


def reweighed(lines: Sequence[Line], weights: Mapping[RowId, int]) -> tuple[Line, ...]:
    """Return the lines under other weights; the scores stay what they are."""
    return ranked([replace(item, total=total(item.cells, weights)) for item in lines])


def shifts(lines: Sequence[Line], weights: Mapping[RowId, int]) -> tuple[Shift, ...]:
    """Return every candidate as it stands beside how it would be, by the new places."""
    before = {item.candidate.id: item for item in lines}
    return tuple(Shift(before[item.candidate.id], item) for item in by_rank(reweighed(lines, weights)))


def proposals(board: Board) -> dict[RowId, Proposal]:
    """Return for every candidate what the program would propose, and why or why not."""
    chosen = proposed(board.lines)
    return {item.candidate.id: _proposal(board, item, chosen) for item in board.lines}


def _proposal(board: Board, line: Line, chosen: Mapping[RowId, str]) -> Proposal:
    if line.candidate.id in chosen:
        where = f"di {board.code_of(line.candidate.dimension)}"
        still = (
            f" {number(line.missing)} nilai belum masuk, jadi peringkat masih dapat berubah."
            if line.missing
            else ""
        )
        return Proposal(
            chosen[line.candidate.id],
            f"Nilai tertinggi {where} ({shown(line.total)}) dan memenuhi keempat syarat.{still}",
        )
    return Proposal("", _why_not(board, line))


def _why_not(board: Board, line: Line) -> str:
    if line.total is None:
        return unscored_words(board, line)
    failed = [gate.why for gate in line.gates if not gate.passed]
    if failed:
        return f"Belum diusulkan: {'; '.join(failed)}."
    rivals = [
        item
        for item in board.lines
        if item is not line
        and item.passes
        and item.total is not None
        and item.candidate.dimension == line.candidate.dimension
        and item.total >= line.total
    ]
    higher = [item for item in rivals if item.total != line.total]
    if higher:
        best = max(higher, key=lambda item: item.total or 0)
        return (
            f"Belum diusulkan: {best.candidate.name} lebih tinggi di "
            f"{board.code_of(line.candidate.dimension)} ({_apart(best, line)})."
        )
    names = ", ".join(item.candidate.name for item in rivals)
    return f"Nilainya sama persis dengan {names} ({shown(line.total)}); urutannya ditetapkan bersama."


def _apart(upper: Line, lower: Line) -> str:
    """Return two totals so that their difference can be seen: with four places where two look alike."""
    places = 4 if shown(upper.total) == shown(lower.total) else 2
    return f"{shown(upper.total, places)} dan {shown(lower.total, places)}"


def unscored_words(board: Board, line: Line) -> str:
    """Return in a sentence why a candidate has no total."""
    weights = board.weights
    if not board.assessors:
        return "Belum ada penilai."
    if not any(weights.values()):
        return "Semua bobot 0, jadi nilai akhir tidak dapat dihitung."
    empty = [board.criterion(row) for row, cell in line.cells.items() if not cell.scores and weights.get(row)]
    if len(empty) == sum(1 for weight in weights.values() if weight):
        return "Belum dinilai."
    return f"Nilai akhir belum dapat dihitung: {', '.join(empty)} belum dinilai siapa pun."


def votes_words(cell: Cell) -> str:
    """Return how the assessors spread: their scores, or from five on the standard deviation.

    ``nilai 2, 4`` · ``simpangan baku 0,55`` · ``belum dinilai``.
    """
    if not cell.scores:
        return "belum dinilai"
    if len(cell.scores) < ENOUGH:
        return f"nilai {', '.join(str(score) for score in cell.scores)}"
    return f"simpangan baku {cell.deviation}"


def discuss_words(board: Board, line: Line) -> str:
    """Return which criteria of a candidate are discussed first and how far apart they are, empty for none."""
    found = [
        f"{board.criterion(row)} ({min(line.cells[row].scores)}–{max(line.cells[row].scores)})"
        for row in line.apart
    ]
    return f"{DISCUSS}: {', '.join(found)}." if found else ""


def gate_words(line: Line) -> str:
    """Return the gates of a candidate in a sentence."""
    failed = [gate.why for gate in line.gates if not gate.passed]
    return f"Syarat belum lengkap: {'; '.join(failed)}." if failed else "Keempat syarat terpenuhi."


def counted_words(board: Board) -> tuple[str, ...]:
    """Return what is said about the scores as a whole: how many came, what is not counted."""
    if not board.whole:
        return ()
    came = board.whole - board.owed
    said = [f"{number(came)} dari {number(board.whole)} nilai sudah masuk."]
    if board.left_out:
        said.append(f"{number(board.left_out)} nilai dari yang tidak menilai lagi tidak dihitung.")
    if board.odd:
        said.append(f"{number(board.odd)} nilai di luar 0–4 tidak dihitung.")
    return tuple(said)


def decided(candidate: Candidate) -> Decided:
    """Return the decision that stands about a candidate."""
    return Decided(
        candidate.decision,
        candidate.decided_by,
        candidate.decided_on,
        candidate.reason,
        candidate.dissent,
    )
