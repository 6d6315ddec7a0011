"""Queries: worksheets of this workshop, their columns, and the sheets of the agencies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, SheetColumn, Worksheet
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.session import running

PER_SESSION: Final = ("present", "represented_by")
"""Fields of a sheet that are told anew in every session."""
NO_SESSION: Final = "-"
"""The part of such a field that is told while no session runs; it sorts before every id."""


def worksheets(db: Database) -> list[Worksheet]:
    """Return the worksheets in order of stage and code."""
    return fetch(db, Worksheet, "worksheet", order="stage, code, id")


def columns(db: Database, worksheet: RowId) -> list[SheetColumn]:
    """Return the columns of one worksheet in order, hidden ones too."""
    return fetch(db, SheetColumn, "sheet_column", "worksheet = :worksheet", {"worksheet": worksheet})


def sheets(db: Database, worksheet: RowId | None = None, session: RowId | None = None) -> list[Sheet]:
    """Return the sheets of one worksheet, or of all.

    Who was there and who stood in belong to a session: the given one, else the running one, else the last in
    which somebody was counted.
    """
    found = (
        fetch(db, Sheet, "sheet")
        if worksheet is None
        else fetch(db, Sheet, "sheet", "worksheet = :worksheet", {"worksheet": worksheet})
    )
    return _with_sessions(db, found, session)


def sheet(db: Database, row: RowId, session: RowId | None = None) -> Sheet | None:
    """Return one sheet as ``sheets`` does, None where none stands yet; a cell is typed into one alone."""
    found = fetch(db, Sheet, "sheet", "id = :id", {"id": row})
    return next(iter(_with_sessions(db, found, session)), None)


def _with_sessions(db: Database, found: Sequence[Sheet], session: RowId | None) -> list[Sheet]:
    rows = [item.id for item in found]
    worked = parts(db, "sheet", "session", rows)
    present, deputies = (parts(db, "sheet", field, rows) for field in PER_SESSION)
    now = running(db)
    asked = session or (now.id if now else None)
    return [
        replace(
            item,
            sessions=tuple(RowId(row) for row in sorted(worked.get(item.id, {}))),
            present=_whole(_of(present.get(item.id, {}), asked)),
            represented_by=str(_of(deputies.get(item.id, {}), asked) or ""),
        )
        for item in found
    ]


def _of(counted: Mapping[str, Value], session: RowId | None) -> Value:
    if session is not None:
        return counted.get(session)
    return counted[max(counted)] if counted else None


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None
