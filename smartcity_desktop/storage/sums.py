"""What the sums of a sheet need beside its cells: the horizons of programs, and rows that count elsewhere."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.sums import counts_rupiah
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.origin import merged_beside

_PROGRAM: Final = "initiative"


def horizons(db: Database, columns: Sequence[GridColumn]) -> dict[RowId, str]:
    """Return the horizon of every program that has one; nothing for a sheet without rupiah."""
    if not counts_rupiah(columns):
        return {}
    with translated():
        found = db.conn.execute(tables.select(_PROGRAM, ("id", "horizon"), "horizon <> ''")).fetchall()
    return {RowId(row): str(horizon) for row, horizon in found}


def merged(db: Database, worksheet: Worksheet, columns: Sequence[GridColumn]) -> frozenset[RowId]:
    """Return the rows that were merged into others beside them: their rupiah would be counted twice.

    Rows that come from elsewhere have left such ones out already.
    """
    if not worksheet.takes_rows or not counts_rupiah(columns):
        return frozenset()
    return frozenset(merged_beside(db, worksheet.target, worksheet.id))
