"""Queries: what the agencies are asked for, and what has come."""

from smartcity_desktop.domain.data_request import DataItem, Delivery
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def items(db: Database) -> list[DataItem]:
    """Return what every agency is asked for, in order; what is no longer asked for stays out."""
    return [item for item in fetch(db, DataItem, "data_item") if not item.retired]


def deliveries(db: Database) -> list[Delivery]:
    """Return what has been written down about deliveries."""
    return fetch(db, Delivery, "delivery")
