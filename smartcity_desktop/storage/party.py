"""Whose sheets a worksheet has (OPD, dimensions, tables, parts, assessors, the room), and their numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.dimension import RETIRED, Dimension
from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    PLENARY,
    Party,
    Worksheet,
)
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import assessors, worksheet_parts
from smartcity_desktop.storage.opd import opd, opds
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheet_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.group import Group

ROOM: Final = "Pleno"
_GONE: Final = "Kelompok yang sudah dihapus"
_WHOSE: Final = (BY_OPD, BY_DIMENSION, BY_GROUP, BY_PART, BY_ASSESSOR)
_GIVEN: Final = "SELECT id, number FROM sheet WHERE worksheet = :worksheet"
"""Deleted sheets too: the paper of one may still lie on a table."""


def parties(db: Database, worksheet: Worksheet) -> list[Party]:
    """Return whose sheets a worksheet has, in their order; a worksheet filled by nobody known has none.

    A dimension that is no longer used stays where its sheet says something, and behind all others stand
    those whose sheets were filled before somebody else was to fill them.
    """
    found = _PARTIES.get(worksheet.filled_by)
    return [*found(db, worksheet), *old_parties(db, worksheet)] if found else []


def old_parties(db: Database, worksheet: Worksheet) -> list[Party]:
    """Return those who filled a worksheet before somebody else was to, where their sheets say something.

    Tables of another division than the one that fills it now are among them, also those that were deleted.
    """
    before = {*worksheet.filled_before.split(), *({BY_GROUP} & {worksheet.filled_by})}
    if not before:
        return []
    with translated():
        statement = tables.select("sheet", ("id", "status", *_WHOSE), "worksheet = :worksheet", "number, id")
        found = db.conn.execute(statement, {"worksheet": worksheet.id}).fetchall()
    other = [
        (RowId(row), status, kind, RowId(next(filter(None, whose), worksheet.id)))
        for row, status, *whose in found
        if (kind := next((name for name, row in zip(_WHOSE, whose, strict=True) if row), PLENARY)) in before
    ]
    tables_now = {item.id for item in _tables(db, worksheet)} if worksheet.filled_by == BY_GROUP else set()
    other = [
        item
        for item in other
        if item[2] != worksheet.filled_by or (item[2] == BY_GROUP and item[3] not in tables_now)
    ]
    said = rows_under(db, worksheet.target, [row for row, *_ in other])
    return [
        _as_before(party)
        for row, status, kind, whose in other
        if (status or "belum") != "belum" or said.get(row)
        if (party := _filled(db, replace(worksheet, filled_by=kind), whose)) is not None
    ]


def _filled(db: Database, worksheet: Worksheet, row: RowId) -> Party | None:
    """Return one that filled a worksheet; its table may be one of a division that it no longer uses."""
    if worksheet.filled_by == BY_GROUP:
        from smartcity_desktop.storage.group import groups

        known = next((_table(item) for item in groups(db) if item.id == row), None)
        return known or Party(row, _GONE, kind=BY_GROUP)
    if worksheet.filled_by in {BY_OPD, BY_DIMENSION}:
        return _known(db, worksheet, row)
    return next((item for item in _PARTIES[worksheet.filled_by](db, worksheet) if item.id == row), None)


def party_of(db: Database, worksheet: Worksheet, row: RowId) -> Party:
    """Return one party of a worksheet, an unnamed one where it is gone.

    Beside those that fill a worksheet, a dimension may hold what was merged from the sheets of its OPD.
    """
    known = _known(db, worksheet, row)
    if known is None and worksheet.filled_by != BY_DIMENSION:
        known = _known_dimension(db, row)
    if known is None:
        known = next((item for item in old_parties(db, worksheet) if item.id == row), None)
    return known or _once(db, worksheet, row) or Party(row, kind=worksheet.filled_by or BY_OPD)


def _once(db: Database, worksheet: Worksheet, row: RowId) -> Party | None:
    """Return one that was to fill a worksheet before and has said nothing yet: its answers may still come."""
    kinds = worksheet.filled_before.split()
    found = (_filled(db, replace(worksheet, filled_by=kind), row) for kind in kinds)
    known = next((item for item in found if item is not None and item.name != _GONE), None)
    return _as_before(known) if known else None


def _as_before(party: Party) -> Party:
    return replace(party, name=f"{party.name} (lembar lama)", retired=True, renstra_required=False)


def numbered(store: Store, worksheet: Worksheet, rows: Sequence[RowId]) -> list[Edit]:
    """Return the births of the sheets of these parties, each with the next number (``L1-03``).

    A number that was ever given stays that of its sheet: it may be on paper. One that was deleted comes back
    under its own.
    """
    with translated():
        given = dict(store.db.conn.execute(_GIVEN, {"worksheet": worksheet.id}).fetchall())
    standing = {item.id for item in sheets(store.db, worksheet.id)}
    taken = [(number or "").rpartition("-")[2] for number in given.values()]
    last = max((int(number) for number in taken if number.isdigit()), default=0)
    known = [(row, store.key("sheet", worksheet.id, row)) for row in rows]
    new = [(row, sheet) for row, sheet in known if sheet not in standing]
    free = (f"{worksheet.code}-{place:02d}" for place in count(last + 1))
    return [
        Birth(
            "sheet",
            sheet,
            {
                "worksheet": worksheet.id,
                **_named(store.db, worksheet, row),
                "number": given.get(sheet) or next(free),
                "status": "belum",
            },
        )
        for row, sheet in new
    ]


def in_number(store: Store, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits with the sheets that are born together numbered one after the other.

    Each of them was made alone, as if it came next.
    """
    whose: dict[str, list[RowId]] = {}
    for item in edits:
        if isinstance(item, Birth) and item.ent == "sheet":
            worksheet = str(item.values["worksheet"])
            named = next(filter(None, map(item.values.get, _WHOSE)), worksheet)
            whose.setdefault(worksheet, []).append(RowId(str(named)))
    numbers: dict[RowId, Value] = {}
    for row, together in whose.items():
        born = numbered(store, worksheet_of(store, RowId(row)), together) if len(together) > 1 else []
        numbers |= {item.row: item.values["number"] for item in born if isinstance(item, Birth)}
    return [
        replace(item, values={**item.values, "number": numbers[item.row]})
        if isinstance(item, Birth) and item.row in numbers
        else item
        for item in edits
    ]


def _named(db: Database, worksheet: Worksheet, row: RowId) -> dict[str, Value]:
    """Return the field of a sheet that says whose it is; the sheet of the whole room has none.

    Whoever fills a worksheet, what was merged for a dimension stands on a sheet of that.
    """
    if worksheet.filled_by == BY_DIMENSION or any(item.id == row for item in dimensions(db)):
        return {BY_DIMENSION: row}
    if row == worksheet.id:
        return {}
    return {worksheet.filled_by: row}


def _known(db: Database, worksheet: Worksheet, row: RowId) -> Party | None:
    if worksheet.filled_by == BY_OPD:
        agency = opd(db, row)
        return _agency(agency) if agency else None
    if worksheet.filled_by == BY_DIMENSION:
        return _known_dimension(db, row)
    return next((item for item in parties(db, worksheet) if item.id == row), None)


def _known_dimension(db: Database, row: RowId) -> Party | None:
    return next((_group(item) for item in dimensions(db) if item.id == row), None)


def _agencies(db: Database, _worksheet: Worksheet) -> list[Party]:
    return [_agency(item) for item in opds(db)]


def _dimensions(db: Database, worksheet: Worksheet) -> list[Party]:
    known = dimensions(db)
    if not any(item.retired for item in known):
        return [_group(item) for item in known]
    sheet_of = {item.dimension: item.id for item in sheets(db, worksheet.id)}
    said = rows_under(db, worksheet.target, list(sheet_of.values()))
    return [_group(item) for item in known if not item.retired or said.get(sheet_of.get(item.id, item.id))]


def _tables(db: Database, worksheet: Worksheet) -> list[Party]:
    """Return the tables of the division of a worksheet, else of the last one that stands."""
    from smartcity_desktop.storage.group import groupings, groups

    known = groupings(db)
    chosen = next((item for item in known if item.id == worksheet.grouping), known[-1] if known else None)
    if chosen is None:
        return []
    return [_table(item) for item in groups(db, chosen.id)]


def _table(item: "Group") -> Party:
    return Party(item.id, item.name, item.code, table_no=item.table_no, kind=BY_GROUP)


def _parts(db: Database, worksheet: Worksheet) -> list[Party]:
    return [
        Party(item.id, item.name + RETIRED * item.retired, item.code, retired=item.retired, kind=BY_PART)
        for item in worksheet_parts(db, worksheet.id)
    ]


def _assessors(db: Database, worksheet: Worksheet) -> list[Party]:
    return [
        Party(item.id, item.name + RETIRED * item.retired, retired=item.retired, kind=BY_ASSESSOR)
        for item in assessors(db, worksheet.id)
    ]


def _room(_db: Database, worksheet: Worksheet) -> list[Party]:
    return [Party(worksheet.id, ROOM, kind=PLENARY)]


_PARTIES: Final[Mapping[str, Callable[[Database, Worksheet], list[Party]]]] = {
    BY_OPD: _agencies,
    BY_DIMENSION: _dimensions,
    BY_GROUP: _tables,
    BY_PART: _parts,
    BY_ASSESSOR: _assessors,
    PLENARY: _room,
}


def _agency(item: Opd) -> Party:
    return Party(
        item.id, item.name, item.short, table_no=item.table_no, renstra_required=item.renstra_required
    )


def _group(item: Dimension) -> Party:
    name = item.name + RETIRED * item.retired
    return Party(item.id, name, item.code, item.color, retired=item.retired, kind=BY_DIMENSION)
