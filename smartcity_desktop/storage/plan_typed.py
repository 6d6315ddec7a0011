"""Queries: plans that are typed over from paper, and their rows."""

from collections import Counter
from dataclasses import replace

from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_typed import TypedLine, TypedPlan
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts

PLAN, LINE = "typed_plan", "typed_line"


def typed_plans(db: Database) -> list[TypedPlan]:
    """Return every plan that somebody typed at, with the number of its rows that say anything."""
    counts = Counter(line.plan for line in _lines(db, "", "") if line.says_anything)
    return [replace(item, lines=counts[item.id]) for item in fetch(db, TypedPlan, PLAN)]


def typed_plan(db: Database, row: RowId) -> TypedPlan | None:
    """Return one such plan, None where it is gone."""
    found = fetch(db, TypedPlan, PLAN, "id = :id", {"id": row})
    return found[0] if found else None


def typed_lines(db: Database, plan: RowId) -> list[TypedLine]:
    """Return the rows of a plan in order, each as it was typed."""
    return _lines(db, "plan = :plan", plan)


def used(db: Database, plan: str) -> list[Edit]:
    """Return what remembers that a typed plan was adopted; nothing where it is gone or none was meant."""
    return [Set(PLAN, RowId(plan), "used", val=True)] if plan and typed_plan(db, RowId(plan)) else []


def _lines(db: Database, where: str, plan: str) -> list[TypedLine]:
    found = fetch(db, TypedLine, LINE, where, {"plan": plan} if where else {})
    rows = [item.id for item in found]
    targets, pagu = parts(db, LINE, "target", rows), parts(db, LINE, "pagu", rows)
    return [
        replace(
            item,
            target={year: str(text) for year, text in targets.get(item.id, {}).items()},
            pagu={year: str(text) for year, text in pagu.get(item.id, {}).items()},
        )
        for item in found
    ]
