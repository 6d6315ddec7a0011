"""Whose sheets a worksheet has: one per OPD, or one per dimension of this workshop; and their numbers."""

from collections.abc import Sequence

from smartcity_desktop.domain.dimension import RETIRED, Dimension
from smartcity_desktop.domain.edit import Birth, Edit
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Party, Worksheet
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opd, opds
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets


def parties(db: Database, worksheet: Worksheet) -> list[Party]:
    """Return whose sheets a worksheet has, in their order; a worksheet filled by nobody known has none.

    A dimension that is no longer used stays where its sheet says something.
    """
    if worksheet.filled_by == BY_OPD:
        return [_agency(item) for item in opds(db)]
    if worksheet.filled_by != BY_DIMENSION:
        return []
    known = dimensions(db)
    if not any(item.retired for item in known):
        return [_group(item) for item in known]
    sheet_of = {item.dimension: item.id for item in sheets(db, worksheet.id)}
    said = rows_under(db, worksheet.target, list(sheet_of.values()))
    return [_group(item) for item in known if not item.retired or said.get(sheet_of.get(item.id, item.id))]


def party_of(db: Database, worksheet: Worksheet, row: RowId) -> Party:
    """Return one party of a worksheet, an unnamed one where it is gone."""
    if worksheet.filled_by == BY_DIMENSION:
        found = next((item for item in dimensions(db) if item.id == row), None)
        return _group(found) if found else Party(row)
    agency = opd(db, row)
    return _agency(agency) if agency else Party(row)


def numbered(store: Store, worksheet: Worksheet, rows: Sequence[RowId]) -> list[Edit]:
    """Return the births of the sheets of these parties, each with the next number (``L1-03``)."""
    standing = {item.id: item for item in sheets(store.db, worksheet.id)}
    taken = [item.number.rpartition("-")[2] for item in standing.values()]
    last = max((int(number) for number in taken if number.isdigit()), default=0)
    new = [row for row in rows if store.key("sheet", worksheet.id, row) not in standing]
    return [
        Birth(
            "sheet",
            store.key("sheet", worksheet.id, row),
            {
                "worksheet": worksheet.id,
                worksheet.filled_by: row,
                "number": f"{worksheet.code}-{place:02d}",
                "status": "belum",
            },
        )
        for place, row in enumerate(new, start=last + 1)
    ]


def _agency(item: Opd) -> Party:
    return Party(
        item.id, item.name, item.short, table_no=item.table_no, renstra_required=item.renstra_required
    )


def _group(item: Dimension) -> Party:
    name = item.name + RETIRED * item.retired
    return Party(item.id, name, item.code, item.color, retired=item.retired)
