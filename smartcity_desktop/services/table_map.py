"""Mappings for tables of an own kind: a person draws one, the next file of that kind reads by itself."""

from collections.abc import Callable
from pathlib import Path

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.map_drawing import Drawing
from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from smartcity_desktop.domain.table_map import TableMap, missing, packed
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.table_map import table_maps


def grids(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[SourceSheet, ...]:
    """Return the sheets or tables of a file as they stand, to draw a mapping on. Slow: for the side pool.

    Long ones are cut: their beginning shows what the columns hold. Raises UserFault as reading does.
    """
    from smartcity_desktop.exchange import renstra as reader

    return reader.read_grids(path, cancelled=cancelled)


def headings(sheet: SourceSheet, first: int, height: int) -> tuple[str, ...]:
    """Return the heading of each column, from top to bottom; ``first`` is its first row, from 0."""
    from smartcity_desktop.exchange.renstra_mapped import headings_of
    from smartcity_desktop.exchange.sheets import Grid

    return headings_of(Grid(sheet.name, sheet.rows, sheet.merges), first, height)


def pasted_grids(text: str) -> tuple[SourceSheet, ...]:
    """Return pasted cells as the one sheet they are. Raises UserFault as reading them does."""
    from smartcity_desktop.exchange import sheets

    grid = sheets.read_pasted(text)
    return (SourceSheet(grid.name, grid.rows, grid.merges),)


def begun(sheet: SourceSheet, known: TableMap | None = None) -> Drawing:
    """Return the drawing to begin with: as ``known`` says, else as far as the heading is understood."""
    from smartcity_desktop.exchange import renstra_drawing

    return renstra_drawing.begun(sheet, known)


def preview(sheet: SourceSheet, drawing: Drawing) -> Draft:
    """Return what the beginning of a sheet says by a drawing. Raises UserFault where it says nothing."""
    from smartcity_desktop.exchange import renstra_drawing

    return renstra_drawing.preview(sheet, drawing)


class TableMapService:
    """Keeps the mappings of one workshop."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def maps(self) -> list[TableMap]:
        """Return all mappings, the one used last first."""
        return table_maps(self._store.db)

    def save(self, drawn: TableMap, instead: RowId = NO_ROW) -> tuple[RowId, Changes]:
        """Keep a mapping; it replaces ``instead``, of which it was drawn, else one for the same heading.

        Return its row.

        Raises UserFault ``map-short`` where it lacks something, with what that is.
        """
        lacks = missing(drawn.columns)
        if lacks or not drawn.name:
            raise UserFault("map-short", lacks=lacks or "Beri peta ini nama.")
        kept = self.maps()
        same = [item for item in kept if item.heading == drawn.heading]
        known = next((item for item in kept if item.id == instead), same[0] if same else None)
        text, label = packed(drawn), f"simpan peta tabel {drawn.name}"
        if known is not None:
            parts = {"columns": text, "name": drawn.name, "heading": drawn.heading}
            edits: list[Edit] = [Set("table_map", known.id, field, value) for field, value in parts.items()]
            edits += [Gone("table_map", item.id) for item in same if item.id != known.id]
            return known.id, self._store.write(edits, label)
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions("table_map", 1)[0],
            "name": drawn.name,
            "heading": drawn.heading,
            "columns": text,
            "used_at": self._store.now_text(),
        }
        return row, self._store.write([Birth("table_map", row, values)], label)

    def rename(self, row: RowId, name: str) -> Changes:
        """Give a mapping another name; an empty one changes nothing."""
        called = " ".join(name.split())
        edits = [Set("table_map", row, "name", called)] if called else []
        return self._store.write(edits, f"ganti nama peta tabel {called}")

    def used(self, name: str) -> Changes:
        """Note that a file was read by the mapping of this name."""
        now = self._store.now_text()
        edits = [Set("table_map", item.id, "used_at", now) for item in self.maps() if item.name == name]
        return self._store.write(edits, f"pakai peta tabel {name}", aside=True)

    def remove(self, row: RowId) -> Changes:
        """Forget a mapping; plans that were read by it stay."""
        return self._store.write([Gone("table_map", row)], "hapus peta tabel")
