"""Quick wins: gates, scores of several assessors, weights, ranks and ties (domain.md 6 and 13.3).

Scores are whole numbers 0 to 4. Nothing here is a float: means are fractions, so that a tie is a tie.
A score that is missing is counted as missing and never taken as 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.spread import ENOUGH, deviation, shown

MOST_MONTHS: Final = 12
APART: Final = 2
"""Scores that lie so far from one another are discussed first."""
_SPREAD: Final = Fraction(1)
_PAIR: Final = 2
"""So many scores have a spread; one alone agrees with itself."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One nominee with what its gates ask for."""

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    initiative: RowId = NO_ROW
    name: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    opd: RowId = NO_ROW
    description: str = ""
    benefit: str = ""
    risk: str = ""
    months: int | None = None
    fund: str = ""
    points: tuple[RowId, ...] = ()
    decision: str = ""
    decided_on: str = ""
    decided_by: str = ""
    reason: str = ""
    dissent: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What one assessor gave one candidate for one criterion."""

    candidate: RowId
    criterion: RowId
    assessor: RowId
    value: int


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: what is asked, whether it is passed, and in words why not."""

    key: str
    words: str
    passed: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One criterion of one candidate: the scores that stand, in the order of the assessors."""

    scores: tuple[int, ...] = ()

    @property
    def mean(self) -> Fraction | None:
        """Return the mean of the scores that stand, None without any."""
        return Fraction(sum(self.scores), len(self.scores)) if self.scores else None

    @property
    def variance(self) -> Fraction:
        """Return the variance of the sample (n − 1), 0 below two scores."""
        if len(self.scores) < _PAIR:
            return Fraction(0)
        mean = Fraction(sum(self.scores), len(self.scores))
        return sum(((score - mean) ** 2 for score in self.scores), Fraction(0)) / (len(self.scores) - 1)

    @property
    def deviation(self) -> str:
        """Return the standard deviation as ``0,55``; empty below five assessors."""
        return deviation(self.variance, len(self.scores))

    @property
    def is_apart(self) -> bool:
        """Whether the assessors differ so much that it is discussed first.

        From five assessors on: a standard deviation of 1 or more; below: two points or more between them.
        """
        if len(self.scores) < _PAIR:
            return False
        if len(self.scores) >= ENOUGH:
            return self.variance >= _SPREAD
        return max(self.scores) - min(self.scores) >= APART


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate as it stands: cells by criterion, total on the scale 0 to 4, ranks, who it ties with.

    ``total`` is None until every criterion that has weight was scored by somebody. ``missing`` counts scores
    that assessors still owe.
    """

    candidate: Candidate
    cells: Mapping[RowId, Cell] = field(default_factory=dict)
    total: Fraction | None = None
    missing: int = 0
    rank: int | None = None
    rank_inside: int | None = None
    ties: tuple[RowId, ...] = ()
    gates: tuple[Gate, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether every gate is passed."""
        return all(gate.passed for gate in self.gates)

    @property
    def apart(self) -> tuple[RowId, ...]:
        """The criteria that are discussed first."""
        return tuple(row for row, cell in self.cells.items() if cell.is_apart)


def gates(candidate: Candidate) -> tuple[Gate, ...]:
    """Return the four gates: owner, at most twelve months, source of money, link to the RPJMD."""
    months = candidate.months
    late = f"{months} bulan, lebih dari {MOST_MONTHS}" if months else "lama pelaksanaan belum diisi"
    if months is not None and months <= 0:
        late = f"lama pelaksanaan {months} bulan, paling sedikit 1"
    return (
        Gate("owner", "OPD penanggung jawab", bool(candidate.opd), "OPD penanggung jawab belum ada"),
        Gate(
            "months",
            f"Paling lama {MOST_MONTHS} bulan",
            months is not None and 0 < months <= MOST_MONTHS,
            late,
        ),
        Gate("fund", "Sumber dana", bool(candidate.fund.strip()), "sumber dana belum disebut"),
        Gate("point", "Kaitan RPJMD", bool(candidate.points), "kaitan RPJMD belum ada"),
    )


def table(
    candidates: Sequence[Candidate],
    scores: Iterable[Score],
    weights: Mapping[RowId, int],
    assessors: Sequence[RowId],
) -> tuple[Line, ...]:
    """Return the candidates in their order with means, totals, ranks and ties.

    ``weights`` are whole numbers by criterion, in the order of the criteria; one of 0 is shown and does not
    count. Scores of assessors who are not among ``assessors`` are left out.
    """
    place = {row: number for number, row in enumerate(assessors)}
    found: dict[tuple[RowId, RowId], list[tuple[int, int]]] = {}
    for item in scores:
        if item.assessor in place and item.criterion in weights:
            found.setdefault((item.candidate, item.criterion), []).append((place[item.assessor], item.value))
    lines: list[Line] = []
    for candidate in candidates:
        cells = {
            row: Cell(tuple(value for _, value in sorted(found.get((candidate.id, row), ()))))
            for row in weights
        }
        owed = sum(len(assessors) - len(cell.scores) for cell in cells.values())
        lines.append(Line(candidate, cells, total(cells, weights), owed, gates=gates(candidate)))
    return ranked(lines)


def total(cells: Mapping[RowId, Cell], weights: Mapping[RowId, int]) -> Fraction | None:
    """Return the weighted mean on the scale 0 to 4, None while a criterion with weight has no score."""
    counted = {row: weight for row, weight in weights.items() if weight > 0}
    if not counted:
        return None
    whole = Fraction(0)
    for row, weight in counted.items():
        mean = cells[row].mean if row in cells else None
        if mean is None:
            return None
        whole += mean * weight
    return whole / sum(counted.values())


def ranked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with their places over all and inside each dimension, and who ties with whom."""

    def rank_of(line: Line, among: Sequence[Line]) -> int | None:
        if line.total is None:
            return None
        own = line.total
        return 1 + sum(1 for other in among if other.total is not None and other.total > own)

    made: list[Line] = []
    for line in lines:
        inside = [other for other in lines if other.candidate.dimension == line.candidate.dimension]
        ties = tuple(
            other.candidate.id
            for other in lines
            if other is not line and line.total is not None and other.total == line.total
        )
        made.append(
            Line(
                line.candidate,
                line.cells,
                line.total,
                line.missing,
                rank_of(line, lines),
                rank_of(line, inside),
                ties,
                line.gates,
            )
        )
    return tuple(made)


def tie_words(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return a sentence for every tie, and for every pair that only looks alike at two decimals."""
    told: list[str] = []
    seen: set[RowId] = set()
    for line in lines:
        if not line.ties or line.candidate.id in seen:
            continue
        alike = [other for other in lines if other.candidate.id in line.ties]
        seen |= {line.candidate.id, *line.ties}
        names = [line.candidate.name, *(other.candidate.name for other in alike)]
        told.append(
            f"{_joined(names)} sama persis {shown(line.total)}; urutannya ditetapkan bersama dan dicatat."
        )
    ordered = sorted((line for line in lines if line.total is not None), key=lambda line: line.total or 0)
    for lower, upper in pairwise(ordered):
        if lower.total != upper.total and shown(lower.total) == shown(upper.total):
            told.append(
                f"{upper.candidate.name} dan {lower.candidate.name} sama-sama {shown(upper.total)} bila "
                f"dibulatkan; {upper.candidate.name} sedikit lebih tinggi "
                f"({shown(upper.total, 4)} dan {shown(lower.total, 4)})."
            )
    return tuple(told)


def proposed(lines: Sequence[Line]) -> dict[RowId, str]:
    """Return what the program would propose, at most: the first of its dimension that passes its gates.

    A tie for the first place proposes nobody: people decide it. Candidates without total are not proposed.
    """
    found: dict[RowId, str] = {}
    for line in lines:
        if not line.passes or line.total is None:
            continue
        rivals = [
            other
            for other in lines
            if other.candidate.dimension == line.candidate.dimension
            and other.passes
            and other.total is not None
        ]
        best = max(other.total for other in rivals if other.total is not None)
        if line.total == best and sum(1 for other in rivals if other.total == best) == 1:
            found[line.candidate.id] = "terpilih"
    return found


def _joined(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} dan {names[-1]}" if len(names) > 1 else "".join(names)
