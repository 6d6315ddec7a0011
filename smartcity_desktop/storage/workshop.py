"""Queries: the workshop, its stages, basis, signers and personal numbers."""

from collections.abc import Iterable
from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.workshop import Basis, Identity, Signer, Stage, Workshop
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch, parts


def workshop(db: Database) -> Workshop:
    """Return the one workshop of the file; an empty one before its birth is written."""
    found = fetch(db, Workshop, "workshop")
    return found[0] if found else Workshop()


def stages(db: Database) -> list[Stage]:
    """Return the stages in order."""
    found = fetch(db, Stage, "stage", order="number, id")
    places = parts(db, "stage", "places", [item.id for item in found])
    return [
        replace(item, places={day: str(place) for day, place in places[item.id].items()})
        if item.id in places
        else item
        for item in found
    ]


def basis(db: Database) -> list[Basis]:
    """Return the "Dasar" list in order."""
    return fetch(db, Basis, "basis")


def signers(db: Database) -> list[Signer]:
    """Return the signers in order."""
    return fetch(db, Signer, "signer")


def acts(db: Database) -> int:
    """Return how many user commands changed the file: the version that prints carry.

    What only tells of a print made is none, so that the same page printed twice is the same version.
    """
    with translated():
        return db.utils["act"].count_where("kind <> 'note'")


def count_people(db: Database) -> int:
    """Return how many participants there are."""
    # Beranda asks: it does without sqlite-utils, which takes longer to load than all of Beranda to read.
    counting = "SELECT count(*) FROM person WHERE alive = 1 AND name IS NOT NULL"
    with translated():
        return int(db.conn.execute(counting).fetchone()[0])


def identities(db: Database, subjects: Iterable[RowId]) -> dict[RowId, Identity]:
    """Return the personal numbers of the given people or signers."""
    wanted = set(subjects)
    return {item.subject: item for item in fetch(db, Identity, "identity") if item.subject in wanted}
