"""Queries: what must follow the masterplan, and how much of it is pressing."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.duty import Duty, DutyBoard, by_day, missing, ready_made
from smartcity_desktop.storage.answers import has_row, was_taken_back
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

ENTITY: Final = "duty"
_KEPT: Final = "coalesce(retired, 0) = 0"


def duties(db: Database) -> tuple[Duty, ...]:
    """Return all duties by day."""
    return by_day(fetch(db, Duty, ENTITY, _KEPT))


def board(store: Store) -> DutyBoard:
    """Return all duties with the names they are told by."""
    return DutyBoard(
        items=duties(store.db),
        today=store.now().date(),
        names={item.id: item.called for item in opds(store.db)},
        documents={item.id: item.title for item in documents(store.db) if item.title},
        ready=len(lacking(store)),
    )


def lacking(store: Store) -> tuple[Duty, ...]:
    """Return the ready-made duties that do not stand in this file; those that somebody deleted stay away.

    Where the filling itself was undone nobody deleted anything.
    """
    event = workshop(store.db)
    year = store.now().year
    found = ready_made(event.region_kind, event.period_start, event.period_end, year)
    ready = tuple(replace(item, text=store.say(item.text)) for item in found)
    standing = {item.id for item in duties(store.db)}
    rows = {item.code: store.key(ENTITY, item.code) for item in ready}
    known = {
        code
        for code, row in rows.items()
        if has_row(store.db, row) and (row in standing or not was_taken_back(store.db, row))
    }
    return missing(ready, known)
