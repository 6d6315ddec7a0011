"""The action plan: what is done for each program smart city, under the four heads (domain.md 2.2 and 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.action_when import When
from smartcity_desktop.domain.entity import ACTION_HEADS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import FUND_WORDS
from smartcity_desktop.domain.roadmap import RoadParty
from smartcity_desktop.domain.wording import number, rupiah_words

HEAD_WORDS: Final[Mapping[str, str]] = {
    "kebijakan": "Kebijakan dan kelembagaan",
    "infrastruktur": "Infrastruktur",
    "aplikasi": "Aplikasi",
    "sdm": "Literasi dan SDM",
}
NO_HEAD: Final = "Kepala aksi belum dipilih"
WANTED: Final = frozenset({"kebijakan", "sdm"})
"""Heads under which every program has at least one action, as the worksheet asks (L8)."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: ``head`` is one of the four, ``cost`` (whole rupiah) and ``target`` are by period."""

    id: RowId = NO_ROW
    sheet: RowId = NO_ROW
    initiative: RowId = NO_ROW
    head: str = ""
    text: str = ""
    output: str = ""
    outcome: str = ""
    baseline: str = ""
    year_start: int | None = None
    month_start: int | None = None
    year_end: int | None = None
    month_end: int | None = None
    opd: RowId = NO_ROW
    partners: str = ""
    risk: str = ""
    plan_code: str = ""
    state: str = ""
    target: Mapping[str, str] = field(default_factory=dict)
    cost: Mapping[str, int] = field(default_factory=dict)
    fund: tuple[str, ...] = ()
    support: tuple[RowId, ...] = ()

    @property
    def when(self) -> When:
        """When it is done."""
        return When(self.year_start, self.month_start, self.year_end, self.month_end)

    @property
    def total(self) -> int:
        """What it costs in all periods together."""
        return sum(self.cost.values())

    @property
    def fund_words(self) -> str:
        """Where the money comes from."""
        return ", ".join(FUND_WORDS[item] for item in FUND_WORDS if item in self.fund)

    @property
    def target_words(self) -> str:
        """``Th 1: 5; Th 2: 9``."""
        known = [period for period in PERIODS if self.target.get(period)]
        return "; ".join(f"Th {period.replace('-', '–')}: {self.target[period]}" for period in known)

    @property
    def cost_words(self) -> str:
        """``Th 1: Rp85 juta``, in the words of a sentence."""
        known = [period for period in PERIODS if period in self.cost]
        return "; ".join(f"Th {one.replace('-', '–')}: {rupiah_words(self.cost[one])}" for one in known)


@dataclass(frozen=True, slots=True)
class ActionProgram:
    """The program smart city that actions belong to."""

    id: RowId = NO_ROW
    name: str = ""
    code: str = ""
    dimension: RowId = NO_ROW
    opd: RowId = NO_ROW

    @property
    def called(self) -> str:
        """Its name behind its code."""
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions are shown; empty words mean all of them."""

    head: str = ""
    dimension: str = ""
    opd: str = ""
    program: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """All actions in their order with the programs they may belong to; ``base`` is the year 1.

    ``homes`` are the programs whose new actions have a sheet to stand on.
    """

    base: int = 0
    rows: tuple[ActionRow, ...] = ()
    programs: tuple[ActionProgram, ...] = ()
    dimensions: tuple[RoadParty, ...] = ()
    opds: tuple[RoadParty, ...] = ()
    homes: frozenset[RowId] = frozenset()

    def program(self, row: str) -> ActionProgram:
        """Return a program by its row, an empty one where it is none."""
        return next((item for item in self.programs if item.id == row), ActionProgram())

    def called(self, row: str) -> str:
        """Return the short name of an agency or dimension."""
        found = (item for item in (*self.opds, *self.dimensions) if item.id == row)
        return next((item.short or item.name for item in found), "")

    def support_words(self, row: ActionRow) -> str:
        """Return the agencies that support an action, and the partners that were written down."""
        names = [self.called(item) for item in row.support]
        return ", ".join(filter(None, (*names, row.partners)))

    @property
    def said(self) -> tuple[ActionRow, ...]:
        """The actions that say what is done: those that are printed, counted and summed."""
        return tuple(item for item in self.rows if item.text.strip())

    @property
    def without(self) -> tuple[ActionProgram, ...]:
        """The programs that have no action at all."""
        known = {item.initiative for item in self.rows}
        return tuple(item for item in self.programs if item.id not in known)

    def lacking(self, program: RowId) -> tuple[str, ...]:
        """Return the heads that a program with actions should have one under and has not."""
        own = {item.head for item in self.rows if item.initiative == program}
        return tuple(head for head in ACTION_HEADS if own and head in WANTED and head not in own)

    def shown(self, wanted: ActionFilter, held: frozenset[str] = frozenset()) -> tuple[ActionRow, ...]:
        """Return the actions that are wanted, and those that are ``held``, by program and head."""
        places = {item.id: place for place, item in enumerate(self.programs)}
        heads = {head: place for place, head in enumerate(ACTION_HEADS)}
        return tuple(
            sorted(
                (item for item in self.rows if item.id in held or self._takes(item, wanted)),
                key=lambda item: (
                    places.get(item.initiative, len(places)),
                    heads.get(item.head, len(heads)),
                ),
            )
        )

    def _takes(self, item: ActionRow, wanted: ActionFilter) -> bool:
        told = (
            (wanted.head, item.head),
            (wanted.dimension, self.program(item.initiative).dimension),
            (wanted.opd, item.opd),
            (wanted.program, item.initiative),
        )
        if any(asked and asked != own for asked, own in told):
            return False
        words = f"{item.text} {item.output} {self.program(item.initiative).called}".casefold()
        return all(word in words for word in wanted.words.casefold().split())

    @property
    def told(self) -> str:
        """How many actions of how many programs there are, and of how many the cost is known."""
        return told_of(self.said, len(self.programs), len(self.without))


def cost_told(rows: Sequence[ActionRow]) -> str:
    """Return what actions cost, and from how many that comes, in a sentence."""
    known = [item for item in rows if item.cost]
    if not known:
        return f"Belum ada biaya dari {number(len(rows))} aksi." if rows else "Belum ada aksi."
    total = rupiah_words(sum(item.total for item in known))
    missing = len(rows) - len(known)
    left = f"; {number(missing)} aksi belum ada biayanya" if missing else ""
    return f"{total} dari {number(len(known))} aksi yang sudah ada biayanya{left}."


def told_of(rows: Sequence[ActionRow], programs: int, without: int) -> str:
    """Return how many actions and programs there are, in a sentence."""
    left = f", {number(without)} program belum punya aksi" if without else ""
    return f"{number(len(rows))} aksi untuk {number(programs - without)} program{left}. {cost_told(rows)}"
