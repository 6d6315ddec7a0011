"""Queries: the one reader of programs smart city and their actions, for whatever counts, lists or sums them.

Which programs count, where they belong and what they cost is settled here by the rules of
``domain.initiative_facts``; whoever needs more of a program asks for a dataclass with more fields.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from smartcity_desktop.domain.action_plan import ActionRow
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import ProgramFacts, amounts
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.dimension_home import homes_of
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.origin import merged_beside
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

ACTION: Final = "action"
Program = TypeVar("Program", bound=ProgramFacts)
PROGRAM_LINES: Final = "level = 'program'"
"""What tells the programs of a plan from its other lines."""
_WHOLE: Final = re.compile(r"-?\d{1,18}")
_NONE: Final[Mapping[str, Value]] = {}


def facts(db: Database) -> list[ProgramFacts]:
    """Return the programs that count, in their order."""
    return programs_as(db, ProgramFacts)


def programs_as(db: Database, kind: type[Program], *, retired: bool = False) -> list[Program]:
    """Return the programs that count as instances of ``kind``, in their order; ``retired`` ones too if asked.

    Fields of ``kind`` with several values, other than money and its sources, keep their defaults.
    """
    away = heirs(db, INITIATIVE)
    rows = [
        item
        for item in fetch(db, kind, INITIATIVE)
        if item.name.strip() and item.id not in away and (retired or not item.retired)
    ]
    ids = [item.id for item in rows]
    cost, fund = (parts(db, INITIATIVE, name, ids) for name in ("cost", "fund"))
    paid = _paid(db, away) if rows else {}
    settled = _Settled(db)
    return [
        replace(
            item,
            dimension=settled.home(item),
            subdimension=settled.sub(item),
            opd=settled.agency(item),
            cost=costs_of(cost.get(item.id, _NONE)),
            fund=tuple(fund.get(item.id, ())),
            action_cost=amounts(paid.get(item.id, ())),
            actions=len(paid.get(item.id, ())),
        )
        for item in rows
    ]


@dataclass(frozen=True, slots=True)
class _Head:
    """Whose a sheet is."""

    id: RowId = NO_ROW
    dimension: RowId = NO_ROW
    opd: RowId = NO_ROW


class _Settled:
    """Tells where programs belong, with what the workshop knows."""

    def __init__(self, db: Database) -> None:
        self._homes = homes_of(db)
        self._sheets = {item.id: item for item in fetch(db, _Head, "sheet", order="id")}
        self._subs = {item.id for item in subdimensions(db)}
        self._dimensions = {item.id for item in dimensions(db)}
        self._opds = {item.id for item in opds(db)}

    def home(self, item: ProgramFacts) -> RowId:
        """Return the dimension of a program; one that is gone counts as not said."""
        own = item.dimension if item.dimension in self._dimensions else NO_ROW
        return self._homes.of(item.subdimension, own, self._sheets.get(item.sheet, _Head()))

    def sub(self, item: ProgramFacts) -> RowId:
        """Return the sub-dimension that a program names, none where it is gone."""
        return item.subdimension if item.subdimension in self._subs else NO_ROW

    def agency(self, item: ProgramFacts) -> RowId:
        """Return the agency of a program: its own, else that of its sheet."""
        named = (item.opd, self._sheets.get(item.sheet, _Head()).opd)
        return next((row for row in named if row in self._opds), NO_ROW)


# Actions ---------------------------------------------------------------------------------------------------


def actions(db: Database, *many: str) -> list[ActionRow]:
    """Return the actions of the action plan in their order, with these of their fields of several values.

    Those of a program that went into another one belong to that; those of a program that was left out of the
    masterplan, and those that were merged into another action, stand in no plan.
    """
    away = heirs(db, INITIATIVE)
    out = {item.id for item in fetch(db, _Left, INITIATIVE, "retired = 1")}
    return [item for item in _with_parts(db, _standing(db, away), many) if item.initiative not in out]


@dataclass(frozen=True, slots=True)
class _Left:
    id: RowId = NO_ROW


def _standing(db: Database, away: Mapping[RowId, RowId]) -> list[ActionRow]:
    gone: set[RowId] = set()
    for item in worksheets(db):
        gone |= merged_beside(db, ACTION, item.id) if item.target == ACTION else set()
    return [
        replace(row, initiative=away[row.initiative]) if row.initiative in away else row
        for row in fetch(db, ActionRow, ACTION)
        if row.id not in gone
    ]


def _with_parts(db: Database, rows: list[ActionRow], many: Iterable[str]) -> list[ActionRow]:
    ids = [item.id for item in rows]
    told = {name: parts(db, ACTION, name, ids) for name in many}
    return [
        with_parts(item, {name: found.get(item.id, _NONE) for name, found in told.items()}) for item in rows
    ]


def with_parts(item: ActionRow, told: Mapping[str, Mapping[str, Value]]) -> ActionRow:
    """Return an action with those of its fields of several values that were read."""
    target, cost, fund, support = (told.get(name, _NONE) for name in ("target", "cost", "fund", "support"))
    return replace(
        item,
        target={period: str(value) for period, value in target.items() if value is not None},
        cost=costs_of(cost),
        fund=tuple(fund),
        support=tuple(RowId(row) for row in support),
    )


def costs_of(told: Mapping[str, Value]) -> dict[str, int]:
    """Return the rupiah that were said by year, also where they come as text."""
    return {year: int(str(said)) for year, said in told.items() if _WHOLE.fullmatch(str(said))}


def _paid(db: Database, away: Mapping[RowId, RowId]) -> dict[RowId, list[Mapping[str, int]]]:
    """Return by program what each of its actions costs that says anything."""
    found: dict[RowId, list[Mapping[str, int]]] = {}
    for item in _with_parts(db, _standing(db, away), ("cost",)):
        if item.text.strip() and item.initiative:
            found.setdefault(item.initiative, []).append(item.cost)
    return found


def first_year(db: Database, known: Iterable[ProgramFacts]) -> int:
    """Return the calendar year that is year 1 of the masterplan, 0 where nothing tells.

    It is that of the masterplan, else of the event, else the first in which a program begins.
    """
    event = workshop(db)
    years = [item.year_start for item in known if item.year_start is not None]
    return event.period_start or event.year or min(years, default=0)


@dataclass(frozen=True, slots=True)
class _Line:
    id: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class _Read:
    """What was said of a program of a plan: a row of its own that names the line."""

    id: RowId = NO_ROW
    line: RowId = NO_ROW


def plan_lines(db: Database) -> dict[RowId, RowId]:
    """Return the program of a plan by what may name it: its own row, and that of what was said of it."""
    lines = {item.id for item in fetch(db, _Line, "renstra_line", PROGRAM_LINES)}
    read = {item.id: item.line for item in fetch(db, _Read, "analysis") if item.line in lines}
    return read | {row: row for row in lines}
