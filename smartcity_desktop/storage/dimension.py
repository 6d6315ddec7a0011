"""Queries: dimensions and sub-dimensions of this workshop."""

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def dimensions(db: Database) -> list[Dimension]:
    """Return the dimensions in order."""
    return fetch(db, Dimension, "dimension")


def subdimensions(db: Database) -> list[Subdimension]:
    """Return the sub-dimensions in order, of all dimensions."""
    return fetch(db, Subdimension, "subdimension")
