"""Queries: lines of the minutes."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch


def notes(db: Database, *, session: RowId | None = None, stage: RowId | None = None) -> list[Note]:
    """Return the notes in order, of one session, of one stage, or all."""
    if session is not None:
        return fetch(db, Note, "note", "session = :session", {"session": session})
    if stage is not None:
        return fetch(db, Note, "note", "stage = :stage", {"stage": stage})
    return fetch(db, Note, "note")


def has_stood(db: Database, row: RowId) -> bool:
    """Tell whether a note of this id was ever written, also where it is deleted now."""
    # Asked at the first letter of a note, where nothing may wait for a library.
    with translated():
        return bool(db.conn.execute("SELECT 1 FROM note WHERE id = ?", (row,)).fetchone())


def note(db: Database, row: RowId) -> Note | None:
    """Return one note, None where it is gone."""
    found = fetch(db, Note, "note", "id = :id", {"id": row})
    return found[0] if found else None
