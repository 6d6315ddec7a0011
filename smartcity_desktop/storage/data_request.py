"""Queries: what the agencies are asked for, and what has come."""

import json
from functools import cache

from smartcity_desktop.domain.data_request import RENSTRA, DataItem, DataRequest, Delivery, rows_of
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop


def items(db: Database) -> list[DataItem]:
    """Return what every agency is asked for, in order; what is no longer asked for stays out."""
    return [item for item in fetch(db, DataItem, "data_item") if not item.retired]


def deliveries(db: Database) -> list[Delivery]:
    """Return what has been written down about deliveries."""
    return fetch(db, Delivery, "delivery")


def every_item(store: Store) -> list[DataItem]:
    """Return all items, also those no longer asked for.

    Before anybody wrote one they are those of the shelf, with the ids that they will have in this workshop.
    """
    return fetch(store.db, DataItem, "data_item") or usual_items(store)


def usual_items(store: Store) -> list[DataItem]:
    """Return the items of the shelf in the words of this event, with the ids they have in this workshop."""
    found = _usual()
    return [
        DataItem(store.key("data_item", key), pos, store.say(title), store.say(note), auto)
        for (key, title, note, auto), pos in zip(found, run(len(found)), strict=True)
    ]


@cache
def _usual() -> tuple[tuple[str, str, str, str], ...]:
    told = json.loads(shelf("templates", "data_items.json").read_text(encoding="utf-8"))
    return tuple(
        (item["key"], item["title"], item.get("note", ""), item.get("auto", "")) for item in told["items"]
    )


def request_of(store: Store) -> DataRequest:
    """Return how it stands with everything that is asked for."""
    known = every_item(store)
    asked = tuple(item for item in known if not item.retired)
    return DataRequest(
        asked,
        rows_of(opds(store.db), asked, deliveries(store.db), _read(store.db)),
        workshop(store.db).data_due,
        tuple(item for item in known if item.retired),
    )


def _read(db: Database) -> dict[RowId, str]:
    """Return when the Renstra of each agency was read in."""
    found: dict[RowId, str] = {}
    for item in documents(db):
        if item.kind == RENSTRA:
            found[item.opd] = max(found.get(item.opd, ""), item.read_at)
    return found
