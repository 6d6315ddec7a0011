"""What every list, road map, book and recap says alike of a program smart city, and what many come to.

A program **counts** where it has a name, went into no other, and was not left out of the masterplan; the
sheet it was written on may be gone. Its **dimension** is that of its sub-dimension, else its own, else that
of the sheet it stands on; its **agency** its own, else that of the sheet. Its **horizon** is what was said,
never guessed from its years.

It **costs** what it says itself by year of the masterplan; says it nothing, what its actions cost; without
those its range, from the least to the most. Where only one end of it was said the other is unknown, and so is
that of every sum it is part of. A range belongs to no year: it counts in the sum and in no column of a year.
So does a cost under a year that is none of the masterplan. Money is whole rupiah, a cost of 0 has been said.
(domain.md 7)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import EMPTY, money, number, rupiah, rupiah_words

FUND_WORDS: Final[Mapping[str, str]] = {
    "apbd": "APBD",
    "dak": "DAK",
    "csr": "CSR/TJSL",
    "kpbu": "KPBU",
    "desa": "Dana desa",
    "lainnya": "Lainnya",
}
SEVERAL_FUNDS: Final = "beberapa"
"""Under what a program is counted whose money comes from several sources: nobody says how much from each."""
REACH: Final[Mapping[str, int]] = {"pendek": 1, "menengah": 5, "panjang": 10}
"""The year of the masterplan by which a program of each horizon is done."""
YEARS: Final = 10
SINGLE: Final = 5
"""Years that are shown one by one; those behind them are one period."""
BLOCK: Final = "6-10"
UNDATED: Final = ""
"""Under what costs stand that belong to no year of the masterplan."""
OF_PROGRAM, OF_ACTIONS, OF_RANGE = "biaya program", "biaya aksinya", "perkiraan"
"""What the cost of a program is counted from, in words."""
NO_YEAR: Final = "Tanpa tahun"
"""Over what nobody has told by year."""
NO_COST: Final = "biaya belum ada"
OPEN_END: Final = "Kosong pada kolom paling sedikit atau paling banyak: belum disebut."
"""Beside two columns of a range in which an end may be missing."""


def period_of(year: str) -> str:
    """Return the period in which a year lies (``7``, ``6-10``), empty where it is none of the masterplan."""
    first, _, last = year.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        return ""
    begin, end = int(first), int(last or first)
    if not 1 <= begin <= end <= YEARS:
        return ""
    return str(begin) if end <= SINGLE else BLOCK


def amounts(costs: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return costs added up by period; single years behind the fifth go into the last one.

    What stands under no year of the masterplan stays, under ``UNDATED``.
    """
    found: dict[str, int] = {}
    for item in costs:
        for year, amount in item.items():
            period = period_of(year)
            found[period] = found.get(period, 0) + amount
    return found


@dataclass(frozen=True, slots=True)
class Range:
    """What something costs in whole rupiah; both are the same where the figure is certain.

    ``high`` is None where nobody has said how much it costs at most; ``low`` is 0 where only that was said.
    """

    low: int = 0
    high: int | None = 0

    def __add__(self, other: "Range") -> "Range":
        """Return both together; what is open in one is open in the sum."""
        is_open = self.high is None or other.high is None
        return Range(self.low + other.low, None if is_open else (self.high or 0) + (other.high or 0))

    @property
    def told(self) -> str:
        """``Rp1,2 miliar``, ``Rp300 juta–Rp1,2 miliar``, ``mulai Rp300 juta``, ``hingga Rp1,2 miliar``."""
        told = self._in(rupiah_words)
        first, _, last = told.partition("–")
        figure, _, unit = first.partition(" ")
        if last and unit and last.endswith(f" {unit}"):
            return f"{figure}–{last.removeprefix('Rp')}"
        return told

    @property
    def exact(self) -> str:
        """Every rupiah: ``1.200.000``, ``300.000–1.200.000``, ``mulai 300.000``, ``hingga 1.200.000``."""
        return self._in(money)

    @property
    def rupiah(self) -> str:
        """The same with its currency: ``Rp300.000–Rp1.200.000``, ``mulai Rp300.000``."""
        return self._in(rupiah)

    def _in(self, words: Callable[[int], str]) -> str:
        if self.high is None:
            return f"mulai {words(self.low)}"
        if self.low == self.high:
            return words(self.low)
        return f"{words(self.low)}–{words(self.high)}" if self.low else f"hingga {words(self.high)}"

    @property
    def ends(self) -> tuple[int | None, int | None]:
        """The least and the most as two cells show them, None for an end that nobody has said."""
        return None if self.high and not self.low else self.low, self.high

    @property
    def reach(self) -> int:
        """How far a bar of it goes: to the most that was said."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """One program smart city as everything counts it.

    ``dimension``, ``subdimension`` and ``opd`` are settled by the rules above: empty where nothing tells.
    ``cost`` is by year of the masterplan as the program says it, ``action_cost`` what its ``actions`` say.
    """

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    code: str = ""
    name: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    opd: RowId = NO_ROW
    horizon: str = ""
    year_start: int | None = None
    year_end: int | None = None
    cost_low: int | None = None
    cost_high: int | None = None
    state: str = ""
    retired: bool = False
    fund: tuple[str, ...] = ()
    cost: Mapping[str, int] = field(default_factory=dict)
    action_cost: Mapping[str, int] = field(default_factory=dict)
    actions: int = 0

    @property
    def called(self) -> str:
        """``GOV-01 Satu Data``, with its code where it has one."""
        return " ".join(f"{self.code} {self.name}".split())

    @property
    def span(self) -> str:
        """``2026–2030``, ``2026``, ``2026–…``; a dash without years."""
        return span_words(self.year_start, self.year_end)

    @property
    def fund_key(self) -> str:
        """Under which source of money it is counted, empty without one."""
        return SEVERAL_FUNDS if len(self.fund) > 1 else next(iter(self.fund), "")

    @property
    def costs(self) -> Mapping[str, int]:
        """What it costs by period: its own figures, else those of its actions; empty for a range."""
        return amounts([self.cost or self.action_cost])

    @property
    def money(self) -> Range | None:
        """What it costs altogether, None where nobody has said it."""
        return money_of(self.costs, self.cost_low, self.cost_high)

    @property
    def counted_from(self) -> str:
        """What its cost is counted from, empty without one."""
        if self.cost:
            return OF_PROGRAM
        return OF_ACTIONS if self.action_cost else OF_RANGE if self.money else ""


def money_of(costs: Mapping[str, int], low: int | None, high: int | None) -> Range | None:
    """Return what something costs altogether: its years added up, else its range; None without either.

    Where only one end of a range was said the other is open; ends that were said the wrong way round are
    turned.
    """
    if costs:
        return Range(sum(costs.values()), sum(costs.values()))
    if low is None:
        return None if high is None else Range(0, high)
    return Range(low, None) if high is None else Range(min(low, high), max(low, high))


def span_words(start: int | None, end: int | None) -> str:
    """Return calendar years as they were said: ``2026–2030``, ``2026``, ``2026–…``; a dash without."""
    if start == end:
        return str(start or EMPTY)
    return f"{start or '…'}–{end or '…'}"


@dataclass(frozen=True, slots=True)
class Sum:
    """Some programs together: how many, how many have a price, and what these come to.

    ``by_period`` holds what lies in years; ``undated`` is the rest of ``money``, ranges among it. ``least``
    counts those that say only how much they cost at least.
    """

    key: str = ""
    name: str = ""
    count: int = 0
    priced: int = 0
    money: Range = Range()
    whole: int = 0
    least: int = 0
    by_period: Mapping[str, int] = field(default_factory=dict)

    @property
    def undated(self) -> Range | None:
        """What lies in no year of the masterplan, None where everything lies in one."""
        dated = sum(self.by_period.values())
        rest = Range(self.money.low - dated, None if self.money.high is None else self.money.high - dated)
        return rest if rest.high is None or rest.high else None

    @property
    def told(self) -> str:
        """``Rp1,2 miliar, dari 41 program yang sudah ada biayanya``, or that there is none."""
        if not self.priced:
            return NO_COST
        return f"{self.money.told}, dari {number(self.priced)} program yang sudah ada biayanya"

    @property
    def shortly(self) -> str:
        """``Rp1,2 miliar``, ``Rp1,2 miliar (9 dari 12)`` where some have no price."""
        if not self.priced:
            return NO_COST
        some = f" ({number(self.priced)} dari {number(self.count)})" if self.priced < self.count else ""
        return f"{self.money.told}{some}"

    @property
    def sentence(self) -> str:
        """What ``clause`` says, as a sentence of its own."""
        return self.clause[:1].upper() + self.clause[1:]

    @property
    def clause(self) -> str:
        """The sum, from how many programs it comes, what lies in no year, and how many have no price."""
        if not self.count:
            return "Belum ada program."
        if not self.priced:
            return f"Belum ada biaya dari {number(self.count)} program."
        rest = f"; {self.undated.told} di antaranya belum dirinci per tahun" if self.undated else ""
        missing = self.count - self.priced
        left = f"; {number(missing)} program belum ada biayanya" if missing else ""
        least = f"; {number(self.least)} program hanya menyebut biaya paling sedikit" if self.least else ""
        return f"{self.told}{rest}{least}{left}."


class Priced(Protocol):
    """Whatever costs something as a program does."""

    @property
    def costs(self) -> Mapping[str, int]:
        """What it costs by period."""

    @property
    def money(self) -> Range | None:
        """What it costs altogether, None where nobody has said it."""


def sum_of(items: Iterable[Priced], key: str = "", name: str = "") -> Sum:
    """Return what programs come to together, by period and as a whole."""
    found = list(items)
    priced = [money for item in found if (money := item.money) is not None]
    by_period = dict.fromkeys(PERIODS, 0)
    for item in found:
        for period, amount in item.costs.items():
            if period != UNDATED:
                by_period[period] += amount
    least = sum(1 for one in priced if one.high is None)
    return Sum(key, name, len(found), len(priced), sum(priced, Range()), least=least, by_period=by_period)
