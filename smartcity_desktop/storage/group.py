"""Queries: divisions, their groups, who sits where, and how far each group is in a session."""

from dataclasses import replace

from smartcity_desktop.domain.group import Group, Grouping, Seat, Turn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.workshop import workshop


def groupings(db: Database, stage: RowId | None = None) -> list[Grouping]:
    """Return the divisions in order, of one stage or of all, with the titles to be shown."""
    where = "" if stage is None else "stage = :stage"
    found = fetch(db, Grouping, "grouping", where, {"stage": stage} if where else None)
    say = words_of(workshop(db)).say if found else str
    return [item.named(say) for item in found]


def groups(db: Database, grouping: RowId | None = None) -> list[Group]:
    """Return the groups in order, of one division or of all."""
    where = "" if grouping is None else "grouping = :grouping"
    found = fetch(db, Group, "group", where, {"grouping": grouping or NO_ROW} if where else None)
    opds = parts(db, "group", "opd", [item.id for item in found])
    return [
        replace(item, opds=tuple(RowId(row) for row, val in opds.get(item.id, {}).items() if val))
        for item in found
    ]


def seats(db: Database, grouping: RowId) -> list[Seat]:
    """Return who sits where in a division."""
    return fetch(db, Seat, "seat", "grouping = :grouping", {"grouping": grouping})


def turns(db: Database, session: RowId) -> list[Turn]:
    """Return how far the groups are in a session, in the order of the queue."""
    return fetch(db, Turn, "turn", "session = :session", {"session": session}, order="place, id")
