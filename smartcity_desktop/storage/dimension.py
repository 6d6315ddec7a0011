"""Queries: dimensions and sub-dimensions of this workshop."""

from typing import Final

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, unpack
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch

_CODES: Final = (
    "SELECT row, field, val FROM op WHERE ent = 'dimension' AND field IN ('code', ?) "
    "ORDER BY tick, writer, seq"
)


def dimensions(db: Database) -> list[Dimension]:
    """Return the dimensions in order, those no longer used too."""
    return fetch(db, Dimension, "dimension")


def subdimensions(db: Database) -> list[Subdimension]:
    """Return the sub-dimensions in order, of all dimensions, those no longer used too."""
    return fetch(db, Subdimension, "subdimension")


def codes(db: Database) -> dict[str, RowId]:
    """Return every code that a dimension ever had, the oldest first, with the dimension that had it last.

    What was written with a code still means the same dimension when it has another one by now.
    """
    with translated():
        found = db.conn.execute(_CODES, (BIRTH,)).fetchall()
    told: dict[str, RowId] = {}
    for row, field, val in found:
        code = unpack(val).get("code") if field == BIRTH else val
        if code:
            told[code] = RowId(row)
    return told


def has_stood(db: Database, ent: str, row: RowId) -> bool:
    """Tell whether a row of this id was ever written, also where it is deleted now."""
    with translated():
        found = db.conn.execute("SELECT 1 FROM op WHERE ent = ? AND row = ? LIMIT 1", (ent, row)).fetchone()
    return bool(found)
