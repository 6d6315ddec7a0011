"""The own estimate on the ministry's evaluation instrument: items, sections, weights, the index. Pure.

Items are those of the form of 2023; the weights are those of the result letters of 2022 and 2023, one set
for each group of regions. A score runs from 0 to 4, the index is the weighted mean of the section means.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.monitor import STATE_WORDS, MonitorLine, counted_told, summed
from smartcity_desktop.domain.wording import EMPTY, number

REGULAR: Final = "reguler"
COLLABORATION: Final = "kolaborasi"
SECTION_WORDS: Final[Mapping[str, str]] = {
    "baseline": "Baseline",
    "output": "Output",
    "outcome": "Outcome",
    "impact": "Impact",
    "quick_win": "Quick win",
    COLLABORATION: "Kolaborasi",
}
"""The sections in the order of the form, by the words of the form."""
HOW_WORDS: Final[Mapping[str, str]] = {"impact": "Diukur dengan survei pemakai (50 responden)."}
"""How a section is measured where the form says so."""
GROUP_WORDS: Final[Mapping[str, str]] = {
    REGULAR: "Reguler (angkatan 2017–2019)",
    "kppn_ikn": "Wilayah KPPN dan IKN",
    "baru": "Angkatan baru (mulai 2021)",
}
WEIGHTS: Final[Mapping[str, Mapping[str, int]]] = {
    group: dict(zip(SECTION_WORDS, weights, strict=True))
    for group, weights in (
        (REGULAR, (10, 20, 30, 20, 20, 0)),
        ("kppn_ikn", (10, 20, 20, 20, 20, 10)),
        ("baru", (10, 20, 30, 10, 30, 0)),
    )
}
"""Per cent by group and section; a section of no weight is not asked."""
MOST: Final = Fraction(4)
STEP: Final = Fraction(1, 4)
_WHOLE: Final = 100
_WRITTEN: Final = re.compile(r"[0-4](?:[.,]\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class EvaluationItem:
    """One item of the instrument; ``code`` is its key, ``number`` that of the form, which occurs repeatedly.

    ``fact`` names what the data may tell about it, empty where they tell nothing.
    """

    code: str
    section: str
    indicator: str
    number: str
    text: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one item; ``score`` as it is kept, ``2.75``, empty where nobody estimated."""

    id: RowId = NO_ROW
    evaluation: RowId = NO_ROW
    item: str = ""
    score: str = ""
    evidence: str = ""
    note: str = ""
    opd: RowId = NO_ROW
    document: RowId = NO_ROW

    @property
    def value(self) -> Fraction | None:
        """The score, None where there is none or where it is no score."""
        return parsed(self.score)


_SETTERS: Final[Mapping[str, Callable[[Answer, str], Answer]]] = {
    "score": lambda answer, text: replace(answer, score=text),
    "evidence": lambda answer, text: replace(answer, evidence=text),
    "note": lambda answer, text: replace(answer, note=text),
    "opd": lambda answer, text: replace(answer, opd=RowId(text)),
    "document": lambda answer, text: replace(answer, document=RowId(text)),
}


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One item with its answer; ``before`` is the score of the year before, ``known`` what the data tell.

    ``opd`` and ``document`` are the words for those of the answer, ``evidence_before`` what was written as
    evidence in the year before.
    """

    item: EvaluationItem
    answer: Answer = field(default_factory=Answer)
    before: Fraction | None = None
    known: tuple[str, ...] = ()
    opd: str = ""
    document: str = ""
    evidence_before: str = ""

    @property
    def pointer(self) -> str:
        """Return where the evidence is: what was written, the document, the agency."""
        return "; ".join(text for text in (self.answer.evidence.strip(), self.document, self.opd) if text)


@dataclass(frozen=True, slots=True)
class SectionMean:
    """One section: its weight in per cent, how many items it asks, how many are estimated, their mean."""

    section: str
    weight: int
    asked: int = 0
    given: int = 0
    mean: Fraction | None = None

    @property
    def words(self) -> str:
        """The section in words."""
        return SECTION_WORDS[self.section]


@dataclass(frozen=True, slots=True)
class EvaluationBoard:
    """The estimate of one year; ``row`` is empty while nothing stands. ``before_year`` is the year compared.

    ``programs`` are the programs smart city of the year as planned and run, ``quickwins`` the quick wins.
    """

    year: int = 0
    group: str = REGULAR
    row: RowId = NO_ROW
    note: str = ""
    lines: tuple[EvaluationLine, ...] = ()
    before_group: str = ""
    before_year: int | None = None
    programs: tuple["RunLine", ...] = ()
    quickwins: tuple["RunLine", ...] = ()
    opds: tuple[tuple[RowId, str], ...] = ()
    documents: tuple[tuple[RowId, str], ...] = ()

    @property
    def asked(self) -> tuple[EvaluationLine, ...]:
        """The lines of the sections that this group is asked."""
        return tuple(item for item in self.lines if WEIGHTS[self.group][item.item.section])

    @property
    def given(self) -> int:
        """How many of the items asked are estimated."""
        return sum(1 for item in self.asked if item.answer.value is not None)

    @property
    def values(self) -> dict[str, Fraction]:
        """The estimates by the codes of their items."""
        given = ((item.item.code, item.answer.value) for item in self.lines)
        return {code: value for code, value in given if value is not None}

    @property
    def sections(self) -> tuple[SectionMean, ...]:
        """The sections that this group is asked, in the order of the form."""
        return self.supposing({})

    @property
    def index(self) -> Fraction | None:
        """The index of the sections in which anything is estimated."""
        return index(self.sections)

    @property
    def sections_before(self) -> tuple[SectionMean, ...]:
        """The sections of the year before, by the weights it had; empty where nobody estimated it."""
        kept = {item.item.code: item.before for item in self.lines if item.before is not None}
        return means(self._items, self.before_group or self.group, kept) if kept else ()

    @property
    def _items(self) -> list[EvaluationItem]:
        return [item.item for item in self.lines]

    def line(self, code: str) -> EvaluationLine | None:
        """Return the line of an item."""
        return next((item for item in self.lines if item.item.code == code), None)

    def answered(self, code: str, field: str, value: str) -> "EvaluationBoard":
        """Return the board with one field of one answer changed (``score``, ``evidence``, ``opd`` …)."""
        return replace(
            self,
            lines=tuple(
                self._with(item, field, value) if item.item.code == code else item for item in self.lines
            ),
        )

    def _with(self, line: EvaluationLine, field: str, value: str) -> EvaluationLine:
        line = replace(line, answer=_SETTERS[field](line.answer, value))
        row = RowId(value)
        if field == "opd":
            return replace(line, opd=dict(self.opds).get(row, ""))
        return replace(line, document=dict(self.documents).get(row, "")) if field == "document" else line

    def supposing(self, scores: Mapping[str, Fraction]) -> tuple[SectionMean, ...]:
        """Return the sections as they would stand with other scores of some items."""
        return means(self._items, self.group, self.values | dict(scores))


@dataclass(frozen=True, slots=True)
class RunLine:
    """One program or quick win of the year as it is monitored, with its dimension and agency in words."""

    line: MonitorLine = field(default_factory=MonitorLine)
    dimension: str = ""
    opd: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.line.subject.name

    @property
    def planned(self) -> str:
        """Whether it was planned for the year, marked where only its years and the road map say so."""
        return ("ya" if self.line.planned else "tidak") + ("" if self.line.said else " (usulan)")

    @property
    def state(self) -> str:
        """How it ran, in words; empty where nobody reported."""
        return STATE_WORDS.get(self.line.state, "")

    @property
    def evidence(self) -> str:
        """What shows it, on one line."""
        return " ".join(self.line.evidence.split())


def parsed(text: str) -> Fraction | None:
    """Return a score of 0 to 4 with at most two decimals, point or comma; None where it is none."""
    kept = text.strip()
    if not _WRITTEN.fullmatch(kept):
        return None
    value = Fraction(kept.replace(",", "."))
    return value if value <= MOST else None


def written(value: Fraction) -> str:
    """Return a score as it is kept: ``3``, ``2.75``."""
    return number(round(float(value), 2)).replace(",", ".")


def stepped(value: Fraction | None, steps: int) -> Fraction:
    """Return a score some quarters higher or lower, within 0 to 4; from none the first quarter counts."""
    return min(max((value or Fraction(0)) + steps * STEP, Fraction(0)), MOST)


def shown(value: Fraction | None) -> str:
    """Return an index or a mean with two decimals, halves away from zero: ``2,94``."""
    if value is None:
        return EMPTY
    hundredths = (abs(value) * _WHOLE + Fraction(1, 2)).__floor__()
    return f"{'-' if value < 0 and hundredths else ''}{hundredths // _WHOLE},{hundredths % _WHOLE:02}"


def change(now: Fraction | None, before: Fraction | None) -> str:
    """Return the difference with the year before: ``+0,44``, empty where one of them is missing."""
    if now is None or before is None:
        return ""
    gain = now - before
    return f"{'+' if gain > 0 else ''}{shown(gain)}"


def score_words(value: Fraction | None) -> str:
    """Return a single score as it is typed: ``3``, ``2,75``."""
    return EMPTY if value is None else number(round(float(value), 2))


def means(
    items: Iterable[EvaluationItem], group: str, values: Mapping[str, Fraction]
) -> tuple[SectionMean, ...]:
    """Return the sections that a group is asked with the means of the items that have a value."""
    by_section: dict[str, list[str]] = {}
    for item in items:
        by_section.setdefault(item.section, []).append(item.code)
    found = []
    for section, weight in WEIGHTS[group].items():
        codes = by_section.get(section, ())
        given = [values[code] for code in codes if code in values]
        mean = sum(given, Fraction(0)) / len(given) if given else None
        if weight:
            found.append(SectionMean(section, weight, len(codes), len(given), mean))
    return tuple(found)


def index(sections: Collection[SectionMean]) -> Fraction | None:
    """Return the weighted mean of the sections that have one, None where none has.

    The weight of a section without any estimate is shared out among the others.
    """
    given = [(item.weight, item.mean) for item in sections if item.mean is not None]
    whole = sum(weight for weight, _ in given)
    return sum((weight * mean for weight, mean in given), Fraction(0)) / whole if whole else None


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One line of the table of the index: a section, or all of them."""

    words: str
    weight: int
    asked: int
    given: int
    mean: Fraction | None
    before: Fraction | None


def index_rows(board: EvaluationBoard) -> tuple[tuple[IndexRow, ...], IndexRow]:
    """Return a line for each section, with its mean in the year before, and the index itself."""
    earlier = board.sections_before
    before = {item.section: item.mean for item in earlier}
    known = tuple(
        IndexRow(item.words, item.weight, item.asked, item.given, item.mean, before.get(item.section))
        for item in board.sections
    )
    weight, asked, given = (sum(getattr(row, name) for row in known) for name in ("weight", "asked", "given"))
    return known, IndexRow("Indeks", weight, asked, given, board.index, index(earlier))


def weakest(board: EvaluationBoard, count: int = 5) -> tuple[EvaluationLine, ...]:
    """Return the lowest estimates, those that weigh most in the index first among equals."""
    gains = {item.section: gain(item) for item in board.sections}
    low = [
        (value, -gains[line.item.section], place, line)
        for place, line in enumerate(board.asked)
        if (value := line.answer.value) is not None and value < MOST
    ]
    return tuple(line for *_, line in sorted(low, key=lambda one: one[:3])[:count])


def gain(section: SectionMean) -> Fraction:
    """Return by how much the index of all sections rises where one item of a section rises by one."""
    return Fraction(section.weight, _WHOLE * max(section.given, 1))


def told(board: EvaluationBoard) -> str:
    """Return in a sentence how complete the estimate is, and what the index does not know yet."""
    asked = len(board.asked)
    sentence = f"{number(board.given)} dari {number(asked)} butir diperkirakan."
    if not board.given:
        return f"{sentence} Indeks belum ada."
    empty = [item.words for item in board.sections if not item.given]
    if board.given < asked:
        sentence += " Butir tanpa nilai tidak ikut dihitung."
    if empty:
        sentence += f" Bobot bagian yang masih kosong ({', '.join(empty)}) dibagi ke bagian lain."
    return sentence


def before_told(board: EvaluationBoard) -> str:
    """Return how complete the year compared is, and its group where that was another one; empty without."""
    earlier = board.sections_before
    if not earlier:
        return ""
    given, asked = (sum(getattr(item, name) for item in earlier) for name in ("given", "asked"))
    empty = [item.words for item in earlier if not item.given]
    parts = [f"{number(given)} dari {number(asked)} butir diperkirakan"] if given < asked else []
    parts += [f"bagian kosong: {', '.join(empty)}"] if empty else []
    other = board.before_group and board.before_group != board.group
    parts += [f"bobot {GROUP_WORDS[board.before_group]}"] if other else []
    return f"Pembanding tahun {board.before_year}: {'; '.join(parts)}." if parts else ""


def weights_told(group: str) -> str:
    """Return the weights of a group: ``Baseline 10, Output 20, …``."""
    return ", ".join(
        f"{SECTION_WORDS[section]} {number(weight)}" for section, weight in WEIGHTS[group].items() if weight
    )


def run_told(lines: Iterable[RunLine], what: str, year: int) -> str:
    """Return how many ran of those reported: ``Program 2027: 28 dari 30 yang dilaporkan berjalan, …``."""
    return counted_told(f"{what} {year}", summed("", (item.line for item in lines)))
