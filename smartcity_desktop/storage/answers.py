"""Queries: the fields of rows of any entity, for worksheets whose target only their definition names."""

import json
from collections.abc import Iterable
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated

_LAST_ACT: Final = (
    "SELECT a.kind FROM op o JOIN act a ON a.writer = o.writer AND a.act = o.act "
    "WHERE o.row = ? ORDER BY o.tick DESC, o.writer DESC, o.seq DESC LIMIT 1"
)


def values(db: Database, ent: str, rows: Iterable[RowId]) -> dict[RowId, dict[str, Value]]:
    """Return the single-valued fields of the visible rows among ``rows``; empty fields are left out."""
    if ent not in CATALOG:
        return {}
    names = tables.columns(ent)
    statement = tables.select(ent, names, tables.among("id"))
    with translated():
        cells = db.conn.execute(statement, {"rows": json.dumps(list(rows))}).fetchall()
    return {
        RowId(found[0]): {name: cell for name, cell in zip(names, found, strict=True) if cell is not None}
        for found in cells
    }


def rows_under(db: Database, ent: str, owners: Iterable[RowId]) -> dict[RowId, list[RowId]]:
    """Return the visible rows of an entity by the row that owns them, in order; owners need to have some."""
    entity = CATALOG.get(ent)
    if entity is None or not entity.owner:
        return {}
    statement = tables.select(ent, (entity.owner, "id"), tables.among(entity.owner), "pos, id")
    with translated():
        cells = db.conn.execute(statement, {"rows": json.dumps(list(owners))}).fetchall()
    found: dict[RowId, list[RowId]] = {}
    for owner, row in cells:
        found.setdefault(RowId(owner), []).append(RowId(row))
    return found


def has_row(db: Database, row: RowId) -> bool:
    """Tell whether anything of any kind was ever written under this id, also where it is deleted now."""
    with translated():
        return bool(db.conn.execute("SELECT 1 FROM op WHERE row = ? LIMIT 1", (row,)).fetchone())


def was_taken_back(db: Database, row: RowId) -> bool:
    """Tell whether the last thing that happened to a row is that an act was undone."""
    with translated():
        found = db.conn.execute(_LAST_ACT, (row,)).fetchone()
    return bool(found) and found[0] == "undo"
