"""Queries: programs, milestones and actions as road map and action plan show them, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.action_plan import ActionPlan, ActionProgram, ActionRow
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.roadmap import (
    USUAL_ACTIONS,
    USUAL_PROGRAMS,
    YEARS,
    Milestone,
    RoadAction,
    RoadMap,
    RoadParty,
    RoadProgram,
    Span,
    amounts,
    span_of,
    years_of,
)
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.origin import merged_beside
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.rows import fetch, one, parts
from smartcity_desktop.storage.source import INITIATIVE, merged_away
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

ACTION: Final = "action"
MILESTONE: Final = "milestone"
_NONE: Final[Mapping[str, Value]] = {}


@dataclass(frozen=True, slots=True)
class _Initiative:
    id: RowId = NO_ROW
    code: str = ""
    name: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    opd: RowId = NO_ROW
    horizon: str = ""
    state: str = ""
    year_start: int | None = None
    year_end: int | None = None
    cost_low: int | None = None
    cost_high: int | None = None
    needs: str = ""
    regulation: str = ""
    sheet: RowId = NO_ROW
    retired: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    id: RowId = NO_ROW
    dimension: RowId = NO_ROW


class Plans:
    """The programs in use with what the road map needs of them; nothing is read that is not asked for."""

    def __init__(self, db: Database) -> None:
        """Read the programs that stand and went into no other."""
        self._db = db
        self.workshop = workshop(db)
        gone = merged_away(db, INITIATIVE)
        self._rows = [
            item
            for item in fetch(db, _Initiative, INITIATIVE)
            if item.name.strip() and item.id not in gone and not item.retired
        ]
        self._ids = [item.id for item in self._rows]
        self._subs = {item.id: item for item in subdimensions(db)}
        self._sheets = {item.id: item.dimension for item in fetch(db, _Sheet, "sheet")}

    @property
    def base(self) -> int:
        """The calendar year that is year 1 of the road map."""
        years = [item.year_start for item in self._rows if item.year_start is not None]
        return self.workshop.period_start or self.workshop.year or min(years, default=0)

    def home(self, item: _Initiative) -> RowId:
        """Return the dimension of a program: of its sub-dimension, its own, that of its sheet."""
        sub = self._subs.get(item.subdimension)
        return (sub.dimension if sub else NO_ROW) or item.dimension or self._sheets.get(item.sheet, NO_ROW)

    def actions(self) -> list[ActionRow]:
        """Return the actions that say anything, in their order."""
        gone: set[RowId] = set()
        for item in worksheets(self._db):
            gone |= merged_beside(self._db, ACTION, item.id) if item.target == ACTION else set()
        rows = [item for item in fetch(self._db, ActionRow, ACTION) if item.id not in gone]
        ids = [item.id for item in rows]
        told = {name: parts(self._db, ACTION, name, ids) for name in ("target", "cost", "fund", "support")}
        return [
            _with_parts(item, {name: found.get(item.id, _NONE) for name, found in told.items()})
            for item in rows
        ]

    def road(self) -> RoadMap:
        """Return the whole road map."""
        actions = [item for item in self.actions() if item.text.strip()]
        paid: dict[RowId, list[Mapping[str, int]]] = {}
        for each in actions:
            paid.setdefault(each.initiative, []).append(each.cost)
        told = {name: parts(self._db, INITIATIVE, name, self._ids) for name in ("cost", "fund", "after")}
        marks: dict[RowId, list[Milestone]] = {}
        for mark in sorted(
            fetch(self._db, Milestone, MILESTONE), key=lambda one: (_when(one.year), one.quarter)
        ):
            marks.setdefault(mark.initiative, []).append(mark)
        programs = [
            self._program(item, {name: found.get(item.id, _NONE) for name, found in told.items()})
            for item in self._rows
        ]
        return RoadMap(
            base=self.base,
            programs=tuple(
                _with_own(item, paid.get(item.id, []), marks.get(item.id, [])) for item in programs
            ),
            actions=tuple(
                RoadAction(each.id, each.initiative, each.opd, each.text, self._span(each))
                for each in actions
            ),
            dimensions=_dimensions(self._db),
            opds=_opds(self._db),
            most_programs=self.workshop.load_programs or USUAL_PROGRAMS,
            most_actions=self.workshop.load_actions or USUAL_ACTIONS,
        )

    def plan(self) -> ActionPlan:
        """Return the whole action plan."""
        programs = tuple(
            ActionProgram(item.id, " ".join(item.name.split()), item.code, self.home(item), item.opd)
            for item in self._rows
        )
        return ActionPlan(
            base=self.base,
            rows=tuple(self.actions()),
            programs=programs,
            dimensions=_dimensions(self._db),
            opds=_opds(self._db),
            homes=frozenset(homes(self._db, programs)),
        )

    def _program(self, item: _Initiative, told: Mapping[str, Mapping[str, Value]]) -> RoadProgram:
        sub = self._subs.get(item.subdimension)
        return RoadProgram(
            id=item.id,
            code=item.code,
            name=" ".join(item.name.split()),
            dimension=self.home(item),
            subdimension=sub.code if sub else "",
            opd=item.opd,
            horizon=item.horizon,
            state=item.state,
            start=item.year_start,
            end=item.year_end,
            span=years_of(self.base, item.year_start, item.year_end, item.horizon),
            costs=amounts([_costs(told["cost"])]),
            low=item.cost_low,
            high=item.cost_high,
            funds=tuple(told["fund"]),
            after=tuple(RowId(row) for row in told["after"]),
            needs=_said(item.needs, item.regulation),
        )

    def _span(self, item: ActionRow) -> Span | None:
        return years_of(self.base, item.year_start, item.year_end)


def action(db: Database, row: RowId) -> ActionRow | None:
    """Return one action, None where it is gone."""
    found = one(db, ActionRow, ACTION, "id = :id", {"id": row})
    if found is None:
        return None
    names = ("target", "cost", "fund", "support")
    return _with_parts(found, {name: parts(db, ACTION, name, [row]).get(row, _NONE) for name in names})


def homes(db: Database, programs: Sequence[ActionProgram]) -> dict[RowId, tuple[RowId, RowId]]:
    """Return worksheet and party on whose sheet new actions of each program stand, where anybody can tell."""
    known = [item for item in worksheets(db) if item.target == ACTION and not item.retired]
    if not known:
        return {}
    whose = [item.id for item in parties(db, known[0])]
    found: dict[RowId, tuple[RowId, RowId]] = {}
    for item in programs:
        asked = {BY_DIMENSION: item.dimension, BY_OPD: item.opd}.get(known[0].filled_by)
        party = next((row for row in whose if asked is None or row == asked), NO_ROW)
        if party:
            found[item.id] = (known[0].id, party)
    return found


def _dimensions(db: Database) -> tuple[RoadParty, ...]:
    return tuple(RoadParty(item.id, item.name, item.code, item.color) for item in dimensions(db))


def _opds(db: Database) -> tuple[RoadParty, ...]:
    return tuple(RoadParty(item.id, item.name, item.called) for item in opds(db))


def _with_own(
    item: RoadProgram, paid: Sequence[Mapping[str, int]], marks: Sequence[Milestone]
) -> RoadProgram:
    """Return a program with its milestones, and with what its actions cost where it says nothing itself."""
    shared = {} if item.costs else amounts(paid)
    return replace(
        item,
        costs=item.costs or shared,
        counts_actions=bool(shared),
        milestones=tuple(marks),
        actions=len(paid),
    )


def _when(year: str) -> tuple[int, int]:
    """Return where a milestone stands among the others, those of a block behind its first year."""
    span = span_of(year)
    return (span.first, span.last) if span else (YEARS + 1, 0)


def _said(*texts: str) -> str:
    """Return texts in one line, the same one once."""
    return "; ".join(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))


def _costs(told: Mapping[str, Value]) -> dict[str, int]:
    return {period: amount for period, amount in told.items() if isinstance(amount, int)}


def _with_parts(item: ActionRow, told: Mapping[str, Mapping[str, Value]]) -> ActionRow:
    return replace(
        item,
        target={period: str(value) for period, value in told["target"].items() if value is not None},
        cost=_costs(told["cost"]),
        fund=tuple(told["fund"]),
        support=tuple(RowId(row) for row in told["support"]),
    )
