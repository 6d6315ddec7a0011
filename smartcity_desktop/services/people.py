"""Participants, as far as the papers at the door need them."""

from collections.abc import Iterable

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit
from smartcity_desktop.domain.people import Person
from smartcity_desktop.storage import people as query
from smartcity_desktop.storage.store import Store


class PeopleService:
    """Keeps the list of participants; personal numbers stand apart."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def people(self) -> list[Person]:
        """Return the participants in order."""
        return query.people(self._store.db)

    def add(self, people: Iterable[Person]) -> Changes:
        """Add participants in one act; their ids and places in the list are made here."""
        found = list(people)
        edits: list[Edit] = [
            Birth(
                "person",
                self._store.ids.new(),
                {
                    "pos": pos,
                    "name": item.name,
                    "position": item.position,
                    "opd": item.opd,
                    "institution": item.institution,
                    "body": item.body,
                    "element": item.element,
                },
            )
            for item, pos in zip(found, self._store.positions("person", len(found)), strict=True)
        ]
        return self._store.write(edits, f"tambah {len(found)} peserta")
