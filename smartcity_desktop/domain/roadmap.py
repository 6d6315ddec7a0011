"""The road map: programs smart city as bars over the ten years of the masterplan, in groups, with sums.

Years of the road map are counted from the first year of the masterplan, 1 to 10; costs and milestones are
written by period: ``1`` to ``5`` and ``6-10``. Money is whole rupiah. (domain.md 7)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.entity import HORIZONS, PROGRESS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import (
    FUND_WORDS,
    OF_ACTIONS,
    OF_PROGRAM,
    OF_RANGE,
    REACH,
    YEARS,
    Range,
    Sum,
    money_of,
    period_of,
    span_words,
    sum_of,
)
from smartcity_desktop.domain.wording import label

DIMENSION, OPD, HORIZON = "dimensi", "opd", "jangka"
WAYS: Final[Mapping[str, str]] = {DIMENSION: "Per dimensi", OPD: "Per OPD", HORIZON: "Per jangka"}
"""What programs may be grouped by."""
USUAL_PROGRAMS, USUAL_ACTIONS = 5, 8
"""How many an agency may carry in one year where the workshop says nothing else."""
DONE: Final = "selesai"
_NOBODY: Final[Mapping[str, str]] = {
    DIMENSION: "Dimensi belum dipilih",
    OPD: "OPD belum dipilih",
    HORIZON: "Jangka belum disebut",
}


@dataclass(frozen=True, slots=True)
class Span:
    """From which to which year; ``guessed`` where only the horizon tells, or half of it was said."""

    first: int
    last: int
    guessed: bool = False

    @property
    def shown(self) -> "Span | None":
        """The part of it that lies on the road map, None where nothing does."""
        first, last = max(self.first, 1), min(self.last, YEARS)
        return Span(first, last, self.guessed) if first <= last else None

    def holds(self, other: "Span") -> bool:
        """Whether another span has any year in common with this one."""
        return self.first <= other.last and other.first <= self.last

    @property
    def words(self) -> str:
        """``tahun ke-2`` or ``tahun ke-2 sampai ke-4``."""
        if self.first == self.last:
            return f"tahun ke-{self.first}"
        return f"tahun ke-{self.first} sampai ke-{self.last}"


@dataclass(frozen=True, slots=True)
class Milestone:
    """What stands at the end of a period (``1`` to ``10``, ``6-10``), or of one of its quarters 1 to 4."""

    id: RowId = NO_ROW
    initiative: RowId = NO_ROW
    year: str = ""
    quarter: str = ""
    text: str = ""
    state: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is reached."""
        return self.state == DONE

    @property
    def told(self) -> str:
        """Its text, behind the quarter where one is said."""
        return f"TW {self.quarter}: {self.text}" if self.quarter else self.text


def together(program: RowId, told: Sequence[Milestone]) -> Milestone | None:
    """Return the milestones of several programs in one period as that of the program they went into.

    It is reached where all of them are; one of several that is, or is begun, makes it begun. None where none
    of them says anything.
    """
    said = [item for item in told if item.text.strip()]
    if not said:
        return None
    texts = dict.fromkeys(item.text.strip() for item in said)
    first = said[0]
    state = first.state if len({item.state or PROGRESS[0] for item in said}) == 1 else PROGRESS[1]
    return Milestone(NO_ROW, program, first.year, first.quarter, "; ".join(texts), state)


@dataclass(frozen=True, slots=True)
class RoadAction:
    """One action as the road map needs it: whose, of which program, when, what it costs (whole rupiah)."""

    id: RowId = NO_ROW
    initiative: RowId = NO_ROW
    opd: RowId = NO_ROW
    text: str = ""
    span: Span | None = None
    cost: int = 0


@dataclass(frozen=True, slots=True)
class RoadProgram:
    """One program smart city on the road map, as ``ProgramFacts`` count it.

    ``costs`` are by period, its own or, where it ``counts_actions``, those of its actions; ``low`` and
    ``high`` are its range. ``after`` are the programs that have to stand before it, ``needs`` what else.
    """

    id: RowId = NO_ROW
    code: str = ""
    name: str = ""
    dimension: RowId = NO_ROW
    subdimension: str = ""
    opd: RowId = NO_ROW
    horizon: str = ""
    state: str = ""
    start: int | None = None
    end: int | None = None
    span: Span | None = None
    costs: Mapping[str, int] = field(default_factory=dict)
    counts_actions: bool = False
    low: int | None = None
    high: int | None = None
    funds: tuple[str, ...] = ()
    after: tuple[RowId, ...] = ()
    needs: str = ""
    milestones: tuple[Milestone, ...] = ()
    actions: int = 0

    @property
    def called(self) -> str:
        """Its name behind its code."""
        return f"{self.code} {self.name}".strip()

    @property
    def years(self) -> str:
        """Its calendar years as they were said."""
        return span_words(self.start, self.end)

    @property
    def counted_from(self) -> str:
        """What its cost is counted from, empty without one."""
        if self.costs:
            return OF_ACTIONS if self.counts_actions else OF_PROGRAM
        return OF_RANGE if self.money else ""

    @property
    def money(self) -> Range | None:
        """What it costs altogether, None where nobody has said it."""
        return money_of(self.costs, self.low, self.high)

    @property
    def fund_words(self) -> str:
        """Where the money comes from: ``APBD, Dana desa``."""
        return ", ".join(FUND_WORDS.get(item, item) for item in FUND_WORDS if item in self.funds)

    def texts(self, period: str) -> str:
        """Return the milestones of a period, those of its quarters and single years with it."""
        own = [item for item in self.milestones if item.text and period_of(item.year) == period]
        return "; ".join(item.told for item in own)

    def at(self, period: str) -> Milestone:
        """Return the milestone of a whole period, an empty one where there is none."""
        found = (item for item in self.milestones if item.year == period and not item.quarter)
        return next(found, Milestone(initiative=self.id, year=period))


@dataclass(frozen=True, slots=True)
class RoadParty:
    """A dimension or an agency as the road map names it; only a dimension has a code and a colour."""

    id: RowId = NO_ROW
    name: str = ""
    short: str = ""
    color: str = ""

    @property
    def called(self) -> str:
        """Its name, behind its code where that is another word."""
        return self.name if self.short in {"", self.name} else f"{self.short} {self.name}"


@dataclass(frozen=True, slots=True)
class RoadMap:
    """All programs with years, in their order; ``base`` is the calendar year that is year 1."""

    base: int = 0
    programs: tuple[RoadProgram, ...] = ()
    actions: tuple[RoadAction, ...] = ()
    dimensions: tuple[RoadParty, ...] = ()
    opds: tuple[RoadParty, ...] = ()
    most_programs: int = USUAL_PROGRAMS
    most_actions: int = USUAL_ACTIONS

    def program(self, row: str) -> RoadProgram | None:
        """Return a program by its row."""
        return next((item for item in self.programs if item.id == row), None)

    def dimension(self, row: str) -> RoadParty:
        """Return a dimension by its row, an empty one where it is none."""
        return next((item for item in self.dimensions if item.id == row), RoadParty())

    def opd(self, row: str) -> RoadParty:
        """Return an agency by its row, an empty one where it is none."""
        return next((item for item in self.opds if item.id == row), RoadParty())

    def year_words(self, period: str) -> str:
        """Return the calendar year of a period: ``2026``, ``2031–2035``."""
        span = span_of(period)
        if span is None or not self.base:
            return ""
        first, last = self.base + span.first - 1, self.base + span.last - 1
        return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class RoadGroup:
    """Programs that stand together, in the order of their years."""

    key: str
    name: str
    short: str = ""
    color: str = ""
    programs: tuple[RoadProgram, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadFilter:
    """Which programs are shown; empty words mean all of them."""

    dimension: str = ""
    opd: str = ""
    horizon: str = ""
    words: str = ""

    def takes(self, item: RoadProgram) -> bool:
        """Return whether a program is shown."""
        if (self.dimension and item.dimension != self.dimension) or (self.opd and item.opd != self.opd):
            return False
        if self.horizon and item.horizon != self.horizon:
            return False
        return all(word in item.called.casefold() for word in self.words.casefold().split())


def span_of(year: str) -> Span | None:
    """Return the years of a period: ``3``, ``7``, ``6-10``; None for anything else."""
    first, _, last = year.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        return None
    span = Span(int(first), int(last or first))
    return span if 1 <= span.first <= span.last <= YEARS else None


def period_words(period: str) -> str:
    """Return ``Tahun 1``, ``Tahun 6–10``."""
    return f"Tahun {period.replace('-', '–')}"


def years_of(base: int, start: int | None, end: int | None, horizon: str = "") -> Span | None:
    """Return the years of the road map from calendar years, or from the horizon where those are missing.

    Years that were said the wrong way round are taken the right way.
    """
    reach = REACH.get(horizon, 0)
    if start is not None and end is not None:
        return Span(min(start, end) - base + 1, max(start, end) - base + 1)
    if start is not None:
        first = start - base + 1
        return Span(first, max(first, reach), guessed=True)
    if end is not None:
        last = end - base + 1
        return Span(min(1, last), last, guessed=True)
    return Span(1, reach, guessed=True) if reach else None


def groups(
    road: RoadMap, way: str, wanted: RoadFilter | None = None, held: str = ""
) -> tuple[RoadGroup, ...]:
    """Return the programs that are wanted by dimension, agency or horizon; those of none come last.

    The one that is ``held``, being written just now, is among them whatever it says.
    """
    chosen = [item for item in road.programs if wanted is None or item.id == held or wanted.takes(item)]
    found: dict[str, list[RoadProgram]] = {}
    for item in chosen:
        found.setdefault(_home(item, way), []).append(item)
    return tuple(
        RoadGroup(party.id, party.called, party.short, party.color, _in_order(found[party.id]))
        for party in (*_homes(road, way), RoadParty(NO_ROW, _NOBODY[way]))
        if party.id in found
    )


def _home(item: RoadProgram, way: str) -> str:
    return {DIMENSION: item.dimension, OPD: item.opd, HORIZON: item.horizon}[way]


def _homes(road: RoadMap, way: str) -> Sequence[RoadParty]:
    if way == HORIZON:
        return [RoadParty(RowId(key), label("horizon_long", key)) for key in HORIZONS]
    return road.dimensions if way == DIMENSION else road.opds


def _in_order(programs: Iterable[RoadProgram]) -> tuple[RoadProgram, ...]:
    """Return programs by the year they begin and end in; those without years last, as they stood."""
    return tuple(
        sorted(
            programs, key=lambda item: (item.span.first, item.span.last) if item.span else (YEARS + 1, YEARS)
        )
    )


def cost_sum(programs: Iterable[RoadProgram]) -> Sum:
    """Return what these programs cost."""
    return sum_of(programs)


def moved(span: Span, by: int) -> Span:
    """Return a span some years later or earlier, as long as it was.

    It is held on the road map; one that reaches over an edge goes no further out, and comes back by steps.
    """
    long = span.last - span.first
    first = min(max(span.first + by, min(1, span.first)), max(YEARS - long, span.first))
    return Span(first, first + long)


def stretched(span: Span, by: int) -> Span:
    """Return a span that ends some years later or earlier, never before it begins nor beyond the map."""
    return Span(span.first, min(max(span.last + by, span.first), max(YEARS, span.last)))
