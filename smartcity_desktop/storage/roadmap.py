"""Queries: programs, milestones and actions as road map and action plan show them, read in one go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.action_plan import ActionPlan, ActionProgram, ActionRow
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import OF_ACTIONS, YEARS, ProgramFacts
from smartcity_desktop.domain.roadmap import (
    USUAL_ACTIONS,
    USUAL_PROGRAMS,
    Milestone,
    RoadAction,
    RoadMap,
    RoadParty,
    RoadProgram,
    Span,
    span_of,
    years_of,
)
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.inherited import milestones
from smartcity_desktop.storage.initiative_facts import ACTION, actions, first_year, programs_as, with_parts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.rows import one, parts
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

_ACTION_PARTS: Final = ("target", "cost", "fund", "support")


@dataclass(frozen=True, slots=True)
class _Program(ProgramFacts):
    """What the road map needs of a program beside what everything counts."""

    needs: str = ""
    regulation: str = ""


class Plans:
    """The programs that count with what the road map needs of them; nothing is read that is not asked for."""

    def __init__(self, db: Database) -> None:
        """Read the programs that count."""
        self._db = db
        self.workshop = workshop(db)
        self._rows = programs_as(db, _Program)
        self._ids = [item.id for item in self._rows]
        self.base = first_year(db, self._rows)
        """The calendar year that is year 1 of the road map, 0 where nothing tells."""

    def actions(self) -> list[ActionRow]:
        """Return the actions of the plan whole, in their order."""
        return actions(self._db, *_ACTION_PARTS)

    def road(self) -> RoadMap:
        """Return the whole road map."""
        after = parts(self._db, INITIATIVE, "after", self._ids)
        away = heirs(self._db, INITIATIVE)
        marks: dict[RowId, list[Milestone]] = {}
        for mark in sorted(milestones(self._db, away), key=lambda one: (_when(one.year), one.quarter)):
            marks.setdefault(mark.initiative, []).append(mark)
        codes = {item.id: item.code for item in subdimensions(self._db)}
        return RoadMap(
            base=self.base,
            programs=tuple(
                replace(
                    self._program(item),
                    subdimension=codes.get(item.subdimension, ""),
                    after=_after(item.id, after.get(item.id, {}), away),
                    milestones=tuple(marks.get(item.id, ())),
                )
                for item in self._rows
            ),
            actions=tuple(
                RoadAction(each.id, each.initiative, each.opd, each.text, self._span(each), each.total)
                for each in actions(self._db, "cost")
                if each.text.strip()
            ),
            dimensions=_dimensions(self._db),
            opds=_opds(self._db),
            most_programs=self.workshop.load_programs or USUAL_PROGRAMS,
            most_actions=self.workshop.load_actions or USUAL_ACTIONS,
        )

    def plan(self) -> ActionPlan:
        """Return the whole action plan."""
        programs = tuple(
            ActionProgram(item.id, " ".join(item.name.split()), item.code, item.dimension, item.opd)
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

    def _program(self, item: _Program) -> RoadProgram:
        return RoadProgram(
            id=item.id,
            code=item.code,
            name=" ".join(item.name.split()),
            dimension=item.dimension,
            opd=item.opd,
            horizon=item.horizon,
            state=item.state,
            start=item.year_start,
            end=item.year_end,
            span=years_of(self.base, item.year_start, item.year_end, item.horizon),
            costs=item.costs,
            counts_actions=item.counted_from == OF_ACTIONS,
            low=item.cost_low,
            high=item.cost_high,
            funds=item.fund,
            needs=_said(item.needs, item.regulation),
            actions=item.actions,
        )

    def _span(self, item: ActionRow) -> Span | None:
        return years_of(self.base, item.year_start, item.year_end)


def action(db: Database, row: RowId) -> ActionRow | None:
    """Return one action, None where it is gone."""
    found = one(db, ActionRow, ACTION, "id = :id", {"id": row})
    if found is None:
        return None
    told = {name: parts(db, ACTION, name, [row]).get(row, {}) for name in _ACTION_PARTS}
    return with_parts(found, told)


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


def _after(row: RowId, named: Iterable[str], away: Mapping[RowId, RowId]) -> tuple[RowId, ...]:
    """Return the programs that have to stand first; one that went into another is told by that.

    A program that was merged with what it waited for waits for itself no longer.
    """
    first = dict.fromkeys(away.get(RowId(one), RowId(one)) for one in named)
    return tuple(one for one in first if one != row or row in named)


def _when(year: str) -> tuple[int, int]:
    """Return where a milestone stands among the others, those of a block behind its first year."""
    span = span_of(year)
    return (span.first, span.last) if span else (YEARS + 1, 0)


def _said(*texts: str) -> str:
    """Return texts in one line, the same one once."""
    return "; ".join(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))
