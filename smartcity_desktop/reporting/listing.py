"""A long table on paper whose rows stay whole: none is cut by the end of a page while it fits on one."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Grid,
    capped,
    content_need,
    framed,
    head_cell,
    lay,
    row_height,
    unbroken,
    widths,
)

_SHARE: Final = 3.0
"""Of a page: where every row is lower than this part, none is cut."""
_LAST: Final = 2
_CELLS: Final = {"left": style.CELL, "right": style.CELL_RIGHT, "center": style.CELL_CENTER}


def listing(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    sheet: style.Sheet,
    *,
    size: float = style.CELL.fontSize,
) -> Block:
    """Return a table over the width of a sheet; texts are capped, empty cells show a dash."""
    texts = [[capped(text) or EMPTY for text in row] for row in rows]
    total = sheet.body_width
    sizes = widths(columns, total, content_need(columns, texts, total))
    looks = [style.sized(_CELLS[item.align], size) for item in columns]
    grid = Grid([[head_cell(item, size) for item in columns]], [0])
    for row in texts:
        lay(grid, row, sizes, looks)
    tallest = max(row_height(row, sizes) for row in grid.cells)
    if tallest > sheet.body_height / _SHARE:
        return framed(grid.cells, sizes, starts=grid.starts)
    # The last row never stands alone on a page.
    last = [("NOSPLIT", (0, -_LAST), (-1, -1))] if len(grid.cells) > _LAST + 1 else []
    return unbroken(framed(grid.cells, sizes, starts=grid.starts, extra=last))
