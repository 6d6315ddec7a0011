"""What a mapping begins with when a person draws it on a sheet, and what the sheet says by it so far."""

from typing import Final

from smartcity_desktop.domain.map_drawing import Drawing, headed, unmarked
from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from smartcity_desktop.domain.table_map import LEVELED, ROLES, YEARLY, MapColumn, TableMap
from smartcity_desktop.exchange.renstra_head import Column, Head, heads_of, stacks_of
from smartcity_desktop.exchange.renstra_mapped import AGENCY, find_mapped
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.sheets import Grid

_SEARCHED: Final = 30
_FEW: Final = 3
"""A row with fewer words than this is a title rather than a heading."""
_NAME: Final = "pratinjau"


def begun(sheet: SourceSheet, known: TableMap | None = None) -> Drawing:
    """Return the drawing to begin with: as ``known`` says, else as far as the heading is understood."""
    grid = _grid(sheet)
    if known is not None:
        found = find_mapped(grid, [known], understood=False)
        if found is not None:
            return _fitted(grid, found[0], known)
    best = max(heads_of(grid), key=lambda head: head.score, default=None)
    if best is None:
        first, height = _first_words(grid)
        return Drawing(first, height, unmarked(stacks_of(grid, first, first + height)))
    columns = {item.index: item for item in best.columns}
    stacks = stacks_of(grid, best.first, best.end)
    return Drawing(
        best.first,
        best.end - best.first,
        tuple(_column(index, heading, columns.get(index)) for index, heading in enumerate(stacks)),
    )


def preview(sheet: SourceSheet, drawing: Drawing) -> Draft:
    """Return what the beginning of a sheet says by a drawing. Raises UserFault as ``plan`` does."""
    return plan([_grid(sheet)], _NAME, maps=[drawing.named(_NAME)])


def _fitted(grid: Grid, head: Head, known: TableMap) -> Drawing:
    """Return the drawing of a mapping where it fits a sheet."""
    columns = {item.index: item for item in head.columns}
    stacks = stacks_of(grid, head.first, head.end) if known.height else ("",) * len(grid.rows[0])
    made = tuple(_column(index, heading, columns.get(index)) for index, heading in enumerate(stacks))
    return Drawing(head.first, known.height, headed(made, stacks), known.multiplier)


def _column(index: int, heading: str, found: Column | None) -> MapColumn:
    """Return a column of a mapping as a heading is understood."""
    if found is None:
        return MapColumn(index, heading)
    role = found.kind if found.role == "value" else found.role
    if found.role == "unit" and found.kind == AGENCY:
        role = AGENCY
    if role not in ROLES:
        return MapColumn(index, heading)
    year = found.year if role in YEARLY else ""
    return MapColumn(index, heading, role, year, found.level if role in LEVELED else "")


def _first_words(grid: Grid) -> tuple[int, int]:
    """Return the row that is probably the heading and its height: the first one with several words."""
    for row, cells in enumerate(grid.rows[:_SEARCHED]):
        words = [text for text in cells if text.strip()]
        if len(words) >= min(_FEW, len(cells)) and not any(text[:1].isdigit() for text in words):
            return row, 1
    return 0, 0


def _grid(sheet: SourceSheet) -> Grid:
    return Grid(sheet.name, sheet.rows, sheet.merges, sheet.hidden, pages=sheet.pages)
