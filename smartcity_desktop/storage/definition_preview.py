"""A sheet as it will look: the grid of the first that fills it, with two rows to look at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import CellFault, Grid, GridColumn, GridRow, parse
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of

ROWS: Final = 2


def preview_of(store: Store, worksheet: RowId) -> Grid:
    """Return its sheet with two example rows: the first says what the example of the definition says."""
    definition = worksheet_of(store, worksheet)
    first = next((item for item in parties(store.db, definition) if not item.retired), None)
    grid = grid_of(store, worksheet, first.id if first else NO_ROW)
    # Found by the heads of the columns, which speak the words of the event.
    said = _said(store.say(definition.example).splitlines())
    subjects = grid.rows[:ROWS] if not definition.takes_rows else ()
    texts = _texts(grid.columns, said)
    rows = tuple(_row(grid.columns, subjects, place, texts) for place in range(ROWS))
    return replace(grid, rows=rows, warnings=())


def _row(
    columns: Sequence[GridColumn], subjects: Sequence[GridRow], place: int, texts: dict[str, str]
) -> GridRow:
    stands = subjects[place] if place < len(subjects) else None
    values: dict[str, str] = {}
    for column in columns:
        if stands is not None and not column.is_editable:
            values[column.key] = stands.values.get(column.key, "")
        elif place == 0:
            values[column.key] = _example(column, texts.get(column.key, ""))
        else:
            values[column.key] = ""
    return GridRow(stands.row if stands else RowId(f"preview-{place}"), values)


def _texts(columns: Sequence[GridColumn], said: dict[str, str]) -> dict[str, str]:
    """Return the example per column: that of its own name, else of the words that begin it (``Program``)."""
    labels = {column.key: column.label.casefold() for column in columns}
    texts = {key: said[label] for key, label in labels.items() if label in said}
    for begin in said.keys() - set(labels.values()):
        key = next((key for key, label in labels.items() if label.startswith(f"{begin} ")), "")
        if key and key not in texts:
            texts[key] = said[begin]
    return texts


def _said(lines: Sequence[str]) -> dict[str, str]:
    parted = (line.partition(":") for line in lines)
    return {name.strip().casefold(): text.strip() for name, _, text in parted if text.strip()}


def _example(column: GridColumn, text: str) -> str:
    try:
        return parse(column, text)
    except CellFault:
        return text
