"""Queries: what hangs on participants who may stand twice, and which of them are two people."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_twin import Ties
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.group import groupings, groups, seats
from smartcity_desktop.storage.people import attendances, certificates
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.workshop import identities


def ties(db: Database, people: list[Person]) -> Ties:
    """Return all that hangs on these participants."""
    rows = [item.id for item in people]
    return Ties(
        tuple(attendances(db)),
        tuple(seat for division in groupings(db) for seat in seats(db, division.id)),
        tuple(certificates(db)),
        tuple(identities(db, rows).values()),
        tuple(groups(db)),
    ).of(*rows)


def kept_apart(db: Database, people: list[Person]) -> frozenset[frozenset[RowId]]:
    """Return the pairs of which somebody said that they are two people."""
    found = parts(db, "person", "apart", [item.id for item in people])
    return frozenset(
        frozenset((row, RowId(other)))
        for row, others in found.items()
        for other, val in others.items()
        if val
    )
