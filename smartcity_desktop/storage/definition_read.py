"""A definition read whole, and how many answers a change of it touches."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.definition import Count, Definition, OldSheets, Touch
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import SEPARATOR, SheetColumn, Worksheet
from smartcity_desktop.storage import keyed, tables
from smartcity_desktop.storage.answers import rows_under, values
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import assessors, criteria, sheet_items, worksheet_parts
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.party import old_parties
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.sheet_place import places
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheet_of, worksheets

_BEGUN: Final = frozenset({"", "belum"})
Said = list[tuple[RowId, RowId]]
"""Rows that say anything, each with the sheet it stands on, or with nothing."""


def definition_of(store: Store, row: RowId) -> Definition:
    """Return one exercise whole."""
    db, worksheet = store.db, worksheet_of(store, row)
    own = tuple(columns(db, row))
    old = old_parties(db, worksheet)
    kinds = dict.fromkeys(item.kind for item in old)
    return Definition(
        worksheet,
        own,
        tuple(worksheet_parts(db, row)),
        tuple(sheet_items(db, row)),
        tuple(criteria(db, row)),
        tuple(assessors(db, row)),
        tuple(groupings(db)),
        tuple(OldSheets(kind, tuple(item for item in old if item.kind == kind)) for kind in kinds),
        counted(store, worksheet, Touch("worksheet", row, "retired", value=True)).answers,
    )


def counted(store: Store, worksheet: Worksheet, touch: Touch) -> Count:
    """Return how many answers a change touches."""
    if worksheet.target not in CATALOG:
        return Count()
    return _COUNTED[touch.ent](store.db, worksheet, touch)


def answers_of(store: Store, kind: str, rows: Collection[RowId]) -> str:
    """Say how many answers of these parties stand on how many sheets of all worksheets; nothing without any.

    ``kind`` is that of the parties: what goes out of sight when they are deleted is told with the same words.
    """
    own = [
        item.done
        for found in places(store, worksheets(store.db)).values()
        for item in found
        if item.kind == kind and item.party in rows and item.done
    ]
    return Count(sum(own), len(own)).words if own else ""


def _in_column(db: Database, worksheet: Worksheet, touch: Touch) -> Count:
    column = next((item for item in columns(db, worksheet.id) if item.id == touch.row), SheetColumn())
    if column.kind in keyed.KINDS:
        return _keyed(db, worksheet, column)
    if touch.field == "many":
        rows = answered(db, worksheet, [column])
        told = parts(db, worksheet.target, column.bound, [row for row, _ in rows])
        return _count([item for item in rows if len(_held(told.get(item[0], {}))) > 1])
    wanted = str(touch.value) if touch.field == "choices" else ""
    return _count(answered(db, worksheet, [column], value=wanted))


def _in_part(db: Database, worksheet: Worksheet, touch: Touch) -> Count:
    own = [item.id for item in sheets(db, worksheet.id) if item.part == touch.row]
    return _count([item for item in answered(db, worksheet) if item[1] in own])


def _about_item(db: Database, worksheet: Worksheet, touch: Touch) -> Count:
    by_item = "item" in CATALOG[worksheet.target].by_name
    return _count(answered(db, worksheet, item=touch.row)) if by_item else Count()


def _in_all(db: Database, worksheet: Worksheet, touch: Touch) -> Count:
    if touch.field in {"filled_by", "grouping"}:
        return _filled(db, worksheet)
    held = [_keyed(db, worksheet, item) for item in columns(db, worksheet.id) if item.kind in keyed.KINDS]
    found = _count(answered(db, worksheet))
    return Count(found.answers + sum(item.answers for item in held), found.sheets)


def answered(
    db: Database,
    worksheet: Worksheet,
    own: Sequence[SheetColumn] = (),
    *,
    value: str = "",
    item: RowId | None = None,
) -> Said:
    """Return the rows of a worksheet that say anything in these columns, or in any; or just ``value``.

    Rows of an ``item`` alone where one is given.
    """
    entity = CATALOG[worksheet.target]
    of = [one for one in own or columns(db, worksheet.id) if one.section != "subject"]
    fields = [
        name for one in of if one.kind not in (*keyed.KINDS, "computed") for name in one.bound.split("/")
    ]
    single = tuple(sorted({name for name in fields if _is_single(entity.name, name)}))
    many = sorted({name for name in fields if name and name not in single})
    if not fields:
        return []
    by_sheet = "sheet" in entity.by_name
    where, params = _where(db, worksheet, item) if by_sheet else ("", {})
    names = ("id", "sheet") if by_sheet else ("id",)
    with translated():
        statement = tables.saying(entity.name, names, single, where)
        rows = db.conn.execute(statement, {"parts": json.dumps(many), **params}).fetchall()
    found = [(RowId(row[0]), RowId(row[1] if by_sheet else "")) for row in rows]
    return _saying(db, entity.name, found, (fields, value)) if value else found


def _where(db: Database, worksheet: Worksheet, item: RowId | None) -> tuple[str, dict[str, str]]:
    own = json.dumps([one.id for one in sheets(db, worksheet.id)])
    where = tables.among("sheet", "sheets")
    return (
        (where, {"sheets": own})
        if item is None
        else (f"{where} AND item = :item", {"sheets": own, "item": item})
    )


def _is_single(ent: str, name: str) -> bool:
    known = CATALOG[ent].by_name.get(name)
    return known is not None and not known.many


def _saying(db: Database, ent: str, found: Said, wanted: tuple[Sequence[str], str]) -> Said:
    """Return the rows that say just this value in one of these fields."""
    fields, value = wanted
    rows = [row for row, _ in found]
    said = {row for row, own in values(db, ent, rows).items() if value in map(str, map(own.get, fields))}
    for name in fields:
        if not _is_single(ent, name):
            told = parts(db, ent, name, rows)
            said |= {row for row, own in told.items() if value in own or value in _held(own)}
    return [item for item in found if item[0] in said]


def _held(cells: Mapping[str, Value]) -> set[str]:
    """Return what cells of an own column hold: several values stand in one text."""
    return {part for cell in cells.values() for part in str(cell).split(SEPARATOR)}


def _keyed(db: Database, worksheet: Worksheet, column: SheetColumn) -> Count:
    """Return how many scores or milestones there are; those of other worksheets have other criteria."""
    if column.kind == keyed.SCORES:
        own = [item.id for item in criteria(db, worksheet.id)]
        found = [_scores(db, Touch("criterion", item, "retired", value=True)) for item in own]
        return Count(sum(item.answers for item in found), max((item.sheets for item in found), default=0))
    with translated():
        return Count(len(db.conn.execute(tables.select("milestone", ("id",), "text IS NOT NULL")).fetchall()))


def _by(db: Database, _worksheet: Worksheet, touch: Touch) -> Count:
    return _scores(db, touch)


def _scores(db: Database, touch: Touch) -> Count:
    with translated():
        statement = tables.select("score", ("assessor",), f"{touch.ent} = :row AND value IS NOT NULL")
        found = db.conn.execute(statement, {"row": touch.row}).fetchall()
    return Count(len(found), len({row[0] for row in found}))


def _filled(db: Database, worksheet: Worksheet) -> Count:
    """Return how many rows stand on how many sheets of those who fill a worksheet now."""
    old = {item.id for item in old_parties(db, worksheet)}
    own = [item for item in sheets(db, worksheet.id) if item.party not in old]
    rows = rows_under(db, worksheet.target, [item.id for item in own])
    begun = [item for item in own if rows.get(item.id) or item.status not in _BEGUN]
    return Count(sum(len(rows.get(item.id, [])) for item in begun), len(begun))


def _count(found: Said) -> Count:
    return Count(len(found), len({sheet for _, sheet in found if sheet}))


_COUNTED: Final[Mapping[str, Callable[[Database, Worksheet, Touch], Count]]] = {
    "worksheet": _in_all,
    "sheet_column": _in_column,
    "worksheet_part": _in_part,
    "sheet_item": _about_item,
    "criterion": _by,
    "assessor": _by,
}
