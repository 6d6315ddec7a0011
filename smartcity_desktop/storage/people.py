"""Queries: participants."""

from smartcity_desktop.domain.people import Person
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def people(db: Database) -> list[Person]:
    """Return the participants in order."""
    return fetch(db, Person, "person")
