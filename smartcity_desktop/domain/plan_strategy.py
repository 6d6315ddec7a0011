"""Strategi and arah kebijakan of a plan (T-C.26): which stand under which goal, and as rows of a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.renstra_draft import RecordDraft

STRATEGY, DIRECTION = "strategi", "arah"
WORDS: Final[Mapping[str, str]] = {STRATEGY: "Strategi", DIRECTION: "Arah kebijakan"}
GOALS: Final = frozenset({"tujuan", "sasaran"})


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """One row of the table: a goal and a strategi stand in their first row only."""

    goal: str = ""
    strategy: str = ""
    direction: str = ""


def strategies(records: Iterable[RecordDraft]) -> list[RecordDraft]:
    """Return strategi and arah kebijakan among the records of a plan, in their order."""
    return [item for item in records if item.kind in WORDS]


def by_goal(lines: Sequence[Line], records: Iterable[RecordDraft]) -> dict[RowId, tuple[RecordDraft, ...]]:
    """Return what stands under each goal of a plan, directions behind their strategi.

    Where no goal has the words that the document uses, it stays with the goal before it.
    """
    goals = [line for line in lines if line.level in GOALS]
    known = {plain(line.name): line.id for line in reversed(goals)}
    found: dict[RowId, list[RecordDraft]] = {}
    home = goals[0].id if goals else None
    for item in strategies(records):
        home = known.get(plain(item.goal), home)
        if home is not None:
            found.setdefault(home, []).append(item)
    return {row: tuple(_in_order(own)) for row, own in found.items()}


def _in_order(some: Sequence[RecordDraft]) -> list[RecordDraft]:
    """Return directions behind the strategi they belong to; those without one stand first."""
    tops = [item for item in some if item.kind == STRATEGY]
    named = {item.name for item in tops}
    found = [item for item in some if item.kind == DIRECTION and item.above not in named]
    for top in tops:
        found.append(top)
        found += [item for item in some if item.kind == DIRECTION and item.above == top.name]
    return found


def strategy_rows(lines: Sequence[Line], records: Iterable[RecordDraft]) -> tuple[StrategyRow, ...]:
    """Return all of them as rows, goal by goal in the order of the plan."""
    found = by_goal(lines, records)
    rows: list[StrategyRow] = []
    for line in lines:
        goal = line.name
        own = found.get(line.id, ())
        for place, item in enumerate(own):
            if item.kind == DIRECTION:
                before = own[place - 1] if place else None
                if before is not None and before.kind == STRATEGY:
                    rows[-1] = StrategyRow(rows[-1].goal, rows[-1].strategy, item.name)
                else:
                    rows.append(StrategyRow(goal, "", item.name))
            else:
                rows.append(StrategyRow(goal, item.name))
            goal = ""
    return tuple(rows)
