"""Queries: the programs smart city with everything that is said of them, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import Indicator, Initiative, InitiativeBoard, Named
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.initiative_facts import PROGRAM_LINES, first_year, plan_lines, programs_as
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import programs
from smartcity_desktop.storage.rows import fetch, parts

INDICATOR: Final = "initiative_indicator"
_LINKED: Final = ("support", "point", "after", "issue", "strategy", "document", "origin")
_CHOSEN: Final = ("innovation", "partner_element")


@dataclass(frozen=True, slots=True)
class _Line:
    id: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class _Link:
    subject: RowId = NO_ROW
    target: RowId = NO_ROW


def initiatives(db: Database) -> list[Initiative]:
    """Return the programs smart city with all they say, those left out of the masterplan too, in order."""
    rows = programs_as(db, Initiative, retired=True)
    ids = [item.id for item in rows]
    many = {name: parts(db, INITIATIVE, name, ids) for name in (*_LINKED, *_CHOSEN, "target")}
    away = heirs(db, INITIATIVE)
    further = _further(db, away)
    line_of = plan_lines(db) if ids else {}
    aligned = _aligned(db, away) if ids else {}

    def linked(name: str, row: RowId) -> tuple[RowId, ...]:
        return tuple(RowId(key) for key in many[name].get(row, {}))

    def chosen(name: str, row: RowId) -> tuple[str, ...]:
        return tuple(many[name].get(row, {}))

    def made(item: Initiative) -> Initiative:
        row = item.id
        origin = linked("origin", row)
        return replace(
            item,
            support=linked("support", row),
            point=linked("point", row),
            # A program that was merged with what it waited for waits for itself no longer.
            after=tuple(one for one in linked("after", row) if away.get(one) != row),
            issue=linked("issue", row),
            strategy=linked("strategy", row),
            document=linked("document", row),
            origin=origin,
            innovation=chosen("innovation", row),
            partner_element=chosen("partner_element", row),
            target={key: str(val or "") for key, val in _yearly(many["target"], row).items()},
            further=further.get(row, ()),
            aligned=aligned.get(row, ()),
            lines=tuple(dict.fromkeys(line_of[one] for one in origin if one in line_of)),
        )

    return [made(item) for item in rows]


def board(db: Database) -> InitiativeBoard:
    """Return every program smart city, with the names of what they stand under."""
    items = initiatives(db)
    return InitiativeBoard(
        tuple(items),
        tuple(Named(item.id, item.name, item.code, item.color) for item in dimensions(db)),
        {item.id: Named(item.id, item.name, item.code) for item in subdimensions(db)},
        {item.id: item.called for item in opds(db)},
        first_year(db, items) or None,
        len(unused(db, items)),
        heirs(db, INITIATIVE),
    )


def unused(db: Database, items: list[Initiative] | None = None) -> list[PlanProgram]:
    """Return the programs of plans that were read as relevant and of which nothing was made yet."""
    made = {line for item in (initiatives(db) if items is None else items) for line in item.lines}
    return [item for item in programs(db) if item.is_relevant and item.id not in made]


def _yearly(found: Mapping[RowId, Mapping[str, Value]], row: RowId) -> Mapping[str, Value]:
    return {key: val for key, val in found.get(row, {}).items() if val not in {None, ""}}


def _further(db: Database, away: Mapping[RowId, RowId]) -> dict[RowId, tuple[Indicator, ...]]:
    """Return the indicators beside the own one of each program, in their order, with those it inherits."""
    rows = fetch(db, Indicator, INDICATOR)
    targets = parts(db, INDICATOR, "target", [item.id for item in rows])
    found: dict[RowId, list[Indicator]] = {}
    for item in rows:
        target = {key: str(val or "") for key, val in _yearly(targets, item.id).items()}
        whose = away.get(item.initiative, item.initiative)
        found.setdefault(whose, []).append(replace(item, target=target))
    return {row: tuple(own) for row, own in found.items()}


def _aligned(db: Database, away: Mapping[RowId, RowId]) -> dict[RowId, tuple[RowId, ...]]:
    """Return the points of the plan of the region that programs were linked to in the analysis."""
    points = {item.id for item in fetch(db, _Line, "plan_point")}
    found: dict[RowId, list[RowId]] = {}
    for item in fetch(db, _Link, "alignment", order="id"):
        if item.target in points:
            found.setdefault(away.get(item.subject, item.subject), []).append(item.target)
    return {row: tuple(dict.fromkeys(own)) for row, own in found.items()}


@dataclass(frozen=True, slots=True)
class _Source:
    """Where in its file a line of a plan was read."""

    id: RowId = NO_ROW
    document: RowId = NO_ROW
    source_sheet: str = ""
    source_row: str = ""


def sources(db: Database) -> dict[RowId, str]:
    """Return every program of a plan in words, with the file and the place in it that it was read from."""
    files = {item.id: item.source_name for item in documents(db)}
    read = {item.id: item for item in fetch(db, _Source, "renstra_line", PROGRAM_LINES)}

    def told(item: PlanProgram) -> str:
        own = read.get(item.id, _Source())
        at = f"baris {own.source_row}" if own.source_row else ""
        where = ", ".join(part for part in (files.get(own.document, ""), own.source_sheet, at) if part)
        return f"Renstra {item.told} ({where})" if where else f"Renstra {item.told}"

    return {item.id: told(item) for item in programs(db, whole=True)}
