"""Queries: sessions."""

from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch

_ORDER: Final = "date, pos, id"


def sessions(db: Database, stage: RowId | None = None) -> list[Session]:
    """Return the sessions by day and their order in it, of one stage or of all."""
    if stage is None:
        return fetch(db, Session, "session", order=_ORDER)
    return fetch(db, Session, "session", "stage = :stage", {"stage": stage}, _ORDER)


def running(db: Database) -> Session | None:
    """Return the session that was started last and not ended."""
    found = [item for item in sessions(db) if item.is_running]
    return max(found, key=lambda item: item.started_at) if found else None


def session(db: Database, row: RowId) -> Session | None:
    """Return one session, None where it is gone."""
    found = fetch(db, Session, "session", "id = :id", {"id": row})
    return found[0] if found else None
