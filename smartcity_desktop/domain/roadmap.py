"""The road map: programs smart city as bars over the ten years of the masterplan, in groups, with sums.

Years of the road map are counted from the first year of the masterplan, 1 to 10; costs and milestones are
written by period: ``1`` to ``5`` and ``6-10``. Money is whole rupiah. (domain.md 7)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.entity import HORIZONS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import label, number, rupiah_words

YEARS: Final = 10
SINGLE: Final = 5
"""Years that are shown one by one; those behind them are one period."""
BLOCK: Final = "6-10"
DIMENSION, OPD, HORIZON = "dimensi", "opd", "jangka"
WAYS: Final[Mapping[str, str]] = {DIMENSION: "Per dimensi", OPD: "Per OPD", HORIZON: "Per jangka"}
"""What programs may be grouped by."""
REACH: Final[Mapping[str, int]] = {"pendek": 1, "menengah": 5, "panjang": 10}
"""The year of the road map by which a program of each horizon is done."""
USUAL_PROGRAMS, USUAL_ACTIONS = 5, 8
"""How many an agency may carry in one year where the workshop says nothing else."""
FUND_WORDS: Final[Mapping[str, str]] = {
    "apbd": "APBD",
    "dak": "DAK",
    "csr": "CSR/TJSL",
    "kpbu": "KPBU",
    "desa": "Dana desa",
    "lainnya": "Lainnya",
}
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


@dataclass(frozen=True, slots=True)
class RoadAction:
    """One action as the road map needs it: whose, of which program, when."""

    id: RowId = NO_ROW
    initiative: RowId = NO_ROW
    opd: RowId = NO_ROW
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RoadProgram:
    """One program smart city on the road map.

    ``costs`` are by period, its own or, where it ``counts_actions``, those of its actions; ``low`` and
    ``high`` are what it may cost altogether. ``after`` are the programs that have to stand before it,
    ``needs`` what else, in words.
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
    def has_cost(self) -> bool:
        """Whether anybody said what it costs, by year or altogether."""
        return bool(self.costs) or self.low is not None or self.high is not None

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


@dataclass(frozen=True, slots=True)
class CostSum:
    """What programs cost by period, of how many anybody knows, and what others may cost altogether."""

    by_period: Mapping[str, int] = field(default_factory=dict)
    known: int = 0
    programs: int = 0
    ranged: int = 0
    low: int = 0
    high: int = 0

    @property
    def total(self) -> int:
        """Of all periods together."""
        return sum(self.by_period.values())

    @property
    def told(self) -> str:
        """The sum, and from how many programs it comes, in a sentence."""
        if not self.programs:
            return "Belum ada program."
        missing = self.programs - self.known - self.ranged
        left = f"; {number(missing)} program belum ada biayanya" if missing else ""
        if not self.known and not self.ranged:
            return f"Belum ada biaya dari {number(self.programs)} program."
        told = f"{rupiah_words(self.total)} dari {number(self.known)} program yang sudah ada biayanya"
        if self.ranged:
            both = rupiah_words(self.low)
            if self.high != self.low:
                both += f" sampai {rupiah_words(self.high)}"
            guessed = f"{both} perkiraan seluruhnya dari {number(self.ranged)} program"
            told = f"{told}, ditambah {guessed}" if self.known else f"{guessed[0].upper()}{guessed[1:]}"
        return f"{told}{left}."


def period_of(year: str) -> str:
    """Return the period in which a year of a milestone or cost lies, empty where it is none."""
    span = span_of(year)
    return "" if span is None else str(span.first) if span.last <= SINGLE else BLOCK


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


def groups(road: RoadMap, way: str, wanted: RoadFilter | None = None) -> tuple[RoadGroup, ...]:
    """Return the programs that are wanted by dimension, agency or horizon; those of none come last."""
    chosen = [item for item in road.programs if wanted is None or wanted.takes(item)]
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


def cost_sum(programs: Iterable[RoadProgram]) -> CostSum:
    """Return what these programs cost; one that has yearly costs counts with those alone."""
    by_period = dict.fromkeys(PERIODS, 0)
    known = ranged = low = high = total = 0
    for item in programs:
        total += 1
        if item.costs:
            known += 1
            for period, amount in item.costs.items():
                by_period[period] = by_period.get(period, 0) + amount
        elif item.has_cost:
            ranged += 1
            least = item.low if item.low is not None else item.high or 0
            low += least
            high += item.high if item.high is not None else least
    return CostSum(by_period, known, total, ranged, low, high)


def amounts(costs: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return costs added up by period; those of single years behind the fifth go into the last period."""
    found: dict[str, int] = {}
    for item in costs:
        for year, amount in item.items():
            period = period_of(year)
            if period:
                found[period] = found.get(period, 0) + amount
    return found


def moved(span: Span, by: int) -> Span:
    """Return a span some years later or earlier, held on the road map as long as it was."""
    long = span.last - span.first
    first = min(max(span.first + by, 1), max(YEARS - long, 1))
    return Span(first, min(first + long, YEARS))


def stretched(span: Span, by: int) -> Span:
    """Return a span that ends some years later or earlier, never before it begins."""
    return Span(span.first, min(max(span.last + by, span.first), YEARS))
