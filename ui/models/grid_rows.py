"""Rows that are added at the table: ids for the next ones, rows just begun, rows on their way out.

A row has its id from the first keystroke. One that was begun stays on the screen, whatever is read from the
file meanwhile, until it is written; one that was deleted does not come back while that is on its way.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import Grid, GridRow
from smartcity_desktop.domain.ids import RowId

EMPTY_ROWS: Final = 3
"""How many empty rows stand below the written ones, ready to be typed into."""
Place = tuple[str, str]
"""Worksheet and party."""


class FreeRows:
    """Keeps what the window knows of such rows and the file does not, for every sheet apart."""

    def __init__(self) -> None:
        """Start without ids."""
        self._stock: dict[RowId, None] = {}
        self._born: dict[Place, list[RowId]] = {}
        self._leaving: dict[Place, set[RowId]] = {}

    def add_stock(self, rows: Iterable[RowId]) -> None:
        """Take ids for new rows behind those that are here; none is ever given out twice."""
        self._stock |= dict.fromkeys(rows)

    def stock(self) -> tuple[RowId, ...]:
        """Return the ids of the rows that come next, in their order."""
        return tuple(self._stock)

    def empty(self) -> tuple[RowId, ...]:
        """Return the empty rows that are shown."""
        return tuple(self._stock)[:EMPTY_ROWS]

    def bear(self, place: Place, rows: Iterable[RowId]) -> None:
        """Let rows of the stock stand on a sheet."""
        for row in rows:
            self._stock.pop(row, None)
            self._born.setdefault(place, []).append(row)

    def leave(self, place: Place, rows: Iterable[RowId]) -> None:
        """Keep rows off a sheet while they are being deleted."""
        self._leaving.setdefault(place, set()).update(rows)

    def left(self, place: Place, rows: Iterable[RowId]) -> None:
        """Say that the file has answered: from now on it alone says whether these rows stand."""
        self._leaving.get(place, set()).difference_update(rows)

    def laid_on(self, grid: Grid, place: Place, waiting: Collection[str]) -> Grid:
        """Return a grid as read, with the rows begun here whose words still wait for the disk."""
        leaving = self._leaving.get(place, set())
        rows = tuple(row for row in grid.rows if row.row not in leaving)
        known = {row.row for row in grid.rows}
        born = [row for row in self._born.get(place, ()) if row not in known and row in waiting]
        self._born[place] = born
        new = tuple(GridRow(row, {}) for row in born if row not in leaving)
        return replace(grid, rows=(*rows, *new)) if new or len(rows) < len(grid.rows) else grid


def says_anything(values: Mapping[str, str]) -> bool:
    """Tell whether anything stands in a row."""
    return any(values.values())
