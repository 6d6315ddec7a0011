"""Queries: worksheets of this workshop, their columns, and the sheets of the agencies."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, SheetColumn, Worksheet
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def worksheets(db: Database) -> list[Worksheet]:
    """Return the worksheets in order of stage and code."""
    return fetch(db, Worksheet, "worksheet", order="stage, code, id")


def columns(db: Database, worksheet: RowId) -> list[SheetColumn]:
    """Return the columns of one worksheet in order, hidden ones too."""
    return fetch(db, SheetColumn, "sheet_column", "worksheet = :worksheet", {"worksheet": worksheet})


def sheets(db: Database, worksheet: RowId | None = None) -> list[Sheet]:
    """Return the sheets of one worksheet, or of all."""
    if worksheet is None:
        return fetch(db, Sheet, "sheet")
    return fetch(db, Sheet, "sheet", "worksheet = :worksheet", {"worksheet": worksheet})
