"""Queries: the mappings that people drew for tables the program did not understand by itself."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.table_map import TableMap, unpacked
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


@dataclass(frozen=True, slots=True)
class _Row:
    """A mapping as it is stored."""

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    heading: str = ""
    columns: str = ""
    used_at: str = ""


def table_maps(db: Database) -> list[TableMap]:
    """Return the mappings that can be understood, the one used last first."""
    rows = fetch(db, _Row, "table_map")
    rows.sort(key=lambda row: row.used_at, reverse=True)
    found = (unpacked(row.id, row.pos, row.name, row.heading, row.columns, row.used_at) for row in rows)
    return [item for item in found if item is not None]
