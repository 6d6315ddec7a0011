"""Readiness of a region: scores 0 to 4 per item, means per component and element, and the gaps (domain.md 4).

A mean is taken over the items that were answered; how many were not is always said beside it. Means are
fractions, so that a border (2,00 and 3,00) is met exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.wording import EMPTY, number

MOST: Final = 4
GOOD: Final = Fraction(3)
FAIR: Final = Fraction(2)
SCORE_WORDS: Final[Mapping[int, str]] = {
    0: "belum ada",
    1: "baru mulai",
    2: "sebagian",
    3: "sebagian besar",
    4: "lengkap dan berkelanjutan",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one sheet says about one item; ``score`` is 0 to 4, None while it is not given."""

    item: RowId = NO_ROW
    sheet: RowId = NO_ROW
    score: int | None = None
    current: str = ""
    ideal: str = ""
    gap: str = ""
    cause: str = ""
    evidence: str = ""
    advice: str = ""
    year: int | None = None
    opds: tuple[RowId, ...] = ()
    id: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class Question:
    """One item as it is asked: the code of its element (``section``), its component, its words."""

    id: RowId
    code: str
    section: str
    component: str
    text: str


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of scores: how many count, how many are missing, the lowest and the highest."""

    value: Fraction | None = None
    count: int = 0
    missing: int = 0
    low: int | None = None
    high: int | None = None

    @property
    def label(self) -> str:
        """Return ``baik``, ``sedang`` or ``buruk``; empty without any score."""
        return condition(self.value)


@dataclass(frozen=True, slots=True)
class Share:
    """One component or element: its name, its mean, and the items that belong to it."""

    name: str
    mean: Mean
    items: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole: elements by code in their order, components inside them, every item's own mean."""

    elements: Mapping[str, Share]
    components: Mapping[tuple[str, str], Share]
    items: Mapping[RowId, Mean]

    @property
    def whole(self) -> Mean:
        """Return the mean over all items that were answered."""
        return _mean_of(self.items.values())


def condition(value: Fraction | None) -> str:
    """Return ``baik`` from 3, ``sedang`` from 2, else ``buruk``; empty where there is no mean."""
    if value is None:
        return ""
    if value >= GOOD:
        return "baik"
    return "sedang" if value >= FAIR else "buruk"


def stand(
    questions: Sequence[Question], answers: Iterable[Answer], names: Mapping[str, str], sheets: int = 1
) -> Readiness:
    """Return how ready a region is.

    ``names`` are the elements by code, in their order. ``sheets`` is how many sheets were to answer every
    item: one where each element has its own sheet, the number of OPD for the questionnaire.
    """
    scores: dict[RowId, list[int]] = {}
    for answer in answers:
        if answer.score is not None and 0 <= answer.score <= MOST:
            scores.setdefault(answer.item, []).append(answer.score)
    items = {item.id: _mean(scores.get(item.id, []), sheets) for item in questions}
    components: dict[tuple[str, str], list[RowId]] = {}
    elements: dict[str, list[RowId]] = {code: [] for code in names}
    for item in questions:
        components.setdefault((item.section, item.component), []).append(item.id)
        elements.setdefault(item.section, []).append(item.id)
    return Readiness(
        {code: _share(names.get(code, code), rows, items) for code, rows in elements.items() if rows},
        {key: _share(key[1], rows, items) for key, rows in components.items()},
        items,
    )


def worst_first(questions: Sequence[Question], found: Readiness) -> tuple[Question, ...]:
    """Return the items that were answered, lowest mean first, those of one mean in their order."""
    answered = [item for item in questions if found.items[item.id].value is not None]
    return tuple(sorted(answered, key=lambda item: found.items[item.id].value or Fraction(0)))


def _mean(scores: Sequence[int], sheets: int) -> Mean:
    if not scores:
        return Mean(missing=sheets)
    value = Fraction(sum(scores), len(scores))
    return Mean(value, len(scores), max(sheets - len(scores), 0), min(scores), max(scores))


def _share(name: str, rows: Sequence[RowId], items: Mapping[RowId, Mean]) -> Share:
    return Share(name, _mean_of(items[row] for row in rows), tuple(rows))


def _mean_of(found: Iterable[Mean]) -> Mean:
    """Return the mean of items, each counting once however many answered it; ``count`` counts items."""
    known = list(found)
    answered = [item for item in known if item.value is not None]
    values = [item.value for item in answered if item.value is not None]
    if not values:
        return Mean(missing=len(known))
    return Mean(
        sum(values, Fraction(0)) / len(values),
        len(answered),
        len(known) - len(answered),
        min(item.low for item in answered if item.low is not None),
        max(item.high for item in answered if item.high is not None),
    )


# Beside each other -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """What one worksheet came to: its questions, the answers of its sheets, and how ready they say it is.

    ``sheets`` are whose sheets say anything, by sheet; ``asked`` is how many were to. Where ``is_shared``
    every party answers all questions, and a score is the mean over those that did.
    """

    worksheet: RowId
    code: str
    title: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    found: Readiness
    sheets: Mapping[RowId, str]
    asked: int = 0
    is_shared: bool = False

    @property
    def unproven(self) -> int:
        """Return how many answers score 3 or 4 and name no evidence."""
        return sum(1 for item in self.answers if (item.score or 0) >= GOOD and not item.evidence.strip())


@dataclass(frozen=True, slots=True)
class GapCell:
    """One question on one worksheet: its row, its mean, and what was answered, lowest score first."""

    item: RowId
    mean: Mean
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class GapLine:
    """One question with its cell of every worksheet, None where a worksheet does not ask it."""

    question: Question
    element: str
    cells: tuple[GapCell | None, ...]

    @property
    def value(self) -> Fraction | None:
        """Return the mean of the first worksheet that has one."""
        return next((cell.mean.value for cell in self.cells if cell and cell.mean.value is not None), None)


@dataclass(frozen=True, slots=True)
class ReadinessRecap:
    """All worksheets of readiness beside each other; ``names`` are the elements by code, in their order."""

    readings: tuple[Reading, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_answers(self) -> bool:
        """Whether anything was scored at all."""
        return any(item.found.whole.count for item in self.readings)

    @property
    def components(self) -> tuple[tuple[str, str], ...]:
        """Return (element, component) of every worksheet, each once, in the order of the elements."""
        place = {code: at for at, code in enumerate(self.names)}
        found = dict.fromkeys(key for item in self.readings for key in item.found.components)
        return tuple(sorted(found, key=lambda key: place.get(key[0], len(place))))

    def lines(self) -> tuple[GapLine, ...]:
        """Return every question, the lowest score first; what nobody scored stands last, in its order."""
        asked: dict[str, Question] = {}
        for reading in self.readings:
            for item in reading.questions:
                asked.setdefault(item.code or item.id, item)
        cells = [_cells(reading) for reading in self.readings]
        found = [
            GapLine(item, self.names.get(item.section, item.section), tuple(own.get(code) for own in cells))
            for code, item in asked.items()
        ]
        return tuple(sorted(found, key=lambda line: (line.value is None, line.value or Fraction(0))))


def figure(value: Fraction | None) -> str:
    """Return a mean with two places (``2,67``); one below a border is never rounded up to it."""
    if value is None:
        return EMPTY
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    if condition(Fraction(hundredths, 100)) != condition(value):
        hundredths -= 1
    return shown(Fraction(hundredths, 100))


def told(mean: Mean) -> str:
    """Return a mean in words: ``2,67 (sedang)``; ``belum dinilai`` where there is none."""
    return f"{figure(mean.value)} ({mean.label})" if mean.value is not None else "belum dinilai"


def counted(mean: Mean) -> str:
    """Return how many items a mean is over: ``11 dari 12 butir, 1 belum dinilai``."""
    words = f"{number(mean.count)} dari {number(mean.count + mean.missing)} butir"
    return f"{words}, {number(mean.missing)} belum dinilai" if mean.missing else words


def spread(mean: Mean) -> str:
    """Return the lowest and the highest score of a mean over several: ``1–4``; empty without any."""
    if mean.low is None or mean.high is None:
        return ""
    return f"{mean.low}–{mean.high}" if mean.low != mean.high else str(mean.low)


def _cells(reading: Reading) -> dict[str, GapCell]:
    by_item: dict[RowId, list[Answer]] = {}
    for answer in reading.answers:
        by_item.setdefault(answer.item, []).append(answer)
    return {
        item.code or item.id: GapCell(
            item.id,
            reading.found.items[item.id],
            tuple(sorted(by_item.get(item.id, ()), key=lambda one: (one.score is None, one.score or 0))),
        )
        for item in reading.questions
    }
