"""Queries: worksheets of this workshop, their columns, and the sheets of the agencies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.entity import Entity
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import PLENARY, Party, Sheet, SheetColumn, Worksheet, code_order
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.session import running
from smartcity_desktop.storage.store import Store

PER_SESSION: Final = ("present", "represented_by")
"""Fields of a sheet that are told anew in every session."""
NO_SESSION: Final = "-"
"""The part of such a field that is told while no session runs; it sorts before every id."""


def worksheets(db: Database) -> list[Worksheet]:
    """Return the worksheets in order of stage and code, retired ones too."""
    found = _with_stages(db, fetch(db, Worksheet, "worksheet", order="stage, id"))
    return sorted(found, key=lambda item: (item.stage or 0, code_order(item.code)))


def _with_stages(db: Database, found: Sequence[Worksheet]) -> list[Worksheet]:
    """Return worksheets with the further stages in which they are taken up."""
    further = parts(db, "worksheet", "also_stage", [item.id for item in found])
    return [
        replace(item, also=tuple(sorted(int(part) for part in further[item.id] if part.isdigit())))
        if item.id in further
        else item
        for item in found
    ]


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


def worksheet_of(store: Store, row: RowId) -> Worksheet:
    """Return one worksheet, an empty one where it is gone."""
    found = fetch(store.db, Worksheet, "worksheet", "id = :id", {"id": row})
    return next(iter(_with_stages(store.db, found)), Worksheet())


def sheet_of(store: Store, worksheet: Worksheet, party: Party, session: RowId | None = None) -> Sheet:
    """Return the sheet of one party, an unwritten one (without number) where none stands yet."""
    row = store.key("sheet", worksheet.id, party.id)
    found = sheet(store.db, row, session)
    if found:
        return found
    empty = Sheet(id=row, worksheet=worksheet.id, status="belum")
    # The field that names whose sheet it is has the name of the kind; that of the whole room has none.
    whose: dict[str, Any] = {} if party.kind == PLENARY else {party.kind: party.id}
    return replace(empty, **whose)


def target_of(store: Store, worksheet: Worksheet, row: RowId, sheet_row: RowId) -> RowId:
    """Return the id of the row that answers about a subject row are written to."""
    entity = CATALOG[worksheet.target]
    return store.key(entity.name, *(keys_of(entity, row, sheet_row).values())) if entity.key else row


def keys_of(entity: Entity, row: RowId, sheet_row: RowId) -> dict[str, RowId]:
    """Return the key fields of what is answered about a row: its sheet where it has one, and the row."""
    return {name: sheet_row if name == "sheet" else row for name in entity.key}


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
            present_before=_whole(_before(present.get(item.id, {}), asked)),
            represented_before=str(_before(deputies.get(item.id, {}), asked) or ""),
        )
        for item in found
    ]


def _of(counted: Mapping[str, Value], session: RowId | None) -> Value:
    if session is not None:
        return counted.get(session)
    return counted[max(counted)] if counted else None


def _before(counted: Mapping[str, Value], session: RowId | None) -> Value:
    """Return what was told last in another session, None where this one has its own."""
    if session is None or counted.get(session) is not None or not counted:
        return None
    return counted[max(counted)]


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None
