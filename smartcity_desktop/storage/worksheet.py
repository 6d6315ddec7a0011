"""Queries: worksheets of this workshop, their columns, and the sheets of the agencies."""

from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, SheetColumn, Worksheet
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def worksheets(db: Database) -> list[Worksheet]:
    """Return the worksheets in order of stage and code."""
    return fetch(db, Worksheet, "worksheet", order="stage, code, id")


def columns(db: Database, worksheet: RowId) -> list[SheetColumn]:
    """Return the columns of one worksheet in order, hidden ones too."""
    return fetch(db, SheetColumn, "sheet_column", "worksheet = :worksheet", {"worksheet": worksheet})


def sheets(db: Database, worksheet: RowId | None = None) -> list[Sheet]:
    """Return the sheets of one worksheet, or of all."""
    found = (
        fetch(db, Sheet, "sheet")
        if worksheet is None
        else fetch(db, Sheet, "sheet", "worksheet = :worksheet", {"worksheet": worksheet})
    )
    worked = parts(db, "sheet", "session", [item.id for item in found])
    return [
        replace(item, sessions=tuple(RowId(row) for row in sorted(worked.get(item.id, {})))) for item in found
    ]
