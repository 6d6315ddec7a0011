"""Queries: lines of the minutes."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def notes(db: Database, *, session: RowId | None = None, stage: RowId | None = None) -> list[Note]:
    """Return the notes in order, of one session, of one stage, or all."""
    if session is not None:
        return fetch(db, Note, "note", "session = :session", {"session": session})
    if stage is not None:
        return fetch(db, Note, "note", "stage = :stage", {"stage": stage})
    return fetch(db, Note, "note")


def note(db: Database, row: RowId) -> Note | None:
    """Return one note, None where it is gone."""
    found = fetch(db, Note, "note", "id = :id", {"id": row})
    return found[0] if found else None
