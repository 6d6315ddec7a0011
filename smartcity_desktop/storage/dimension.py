"""Queries: dimensions and sub-dimensions of this workshop."""

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch


def dimensions(db: Database) -> list[Dimension]:
    """Return the dimensions in order, those no longer used too."""
    return fetch(db, Dimension, "dimension")


def subdimensions(db: Database) -> list[Subdimension]:
    """Return the sub-dimensions in order, of all dimensions, those no longer used too."""
    return fetch(db, Subdimension, "subdimension")


def has_stood(db: Database, ent: str, row: RowId) -> bool:
    """Tell whether a row of this id was ever written, also where it is deleted now."""
    with translated():
        found = db.conn.execute("SELECT 1 FROM op WHERE ent = ? AND row = ? LIMIT 1", (ent, row)).fetchone()
    return bool(found)
