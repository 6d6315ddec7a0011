"""A table set upright where it would be too small otherwise: rows beside each other, heads at the left."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetrics

from ui.projector.measure import HEAD, FontOf, indent, number_width, pad
from ui.projector.sheet_lines import HallTable
from ui.widgets.grid_text import TextBlocks

MOST: Final = 1.9
"""How large type grows to fill a page, beside the usual."""
_BESIDE: Final = 3
"""Rows beside each other at most."""
_HEADS: Final = 0.24
"""How much of the width the heads take at most."""
_SHRINKS: Final = (0.92, 0.84, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4)
"""How small the type gets where one row alone needs it, beside what was asked for."""
_MANY: Final = 12
"""Rows from which on the type does not grow: measuring every page over and over would take time."""
_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Upright:
    """A table whose rows stand beside each other, ``count`` at a time, in ``shrink`` times the usual type.

    ``lines`` are the heights of its fields, row by row; ``labels`` those of the heads.
    """

    table: HallTable
    count: int
    shrink: float
    heads_width: float
    row_width: float
    labels: tuple[int, ...]
    lines: tuple[tuple[int, ...], ...]
    padding: float

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide every cell is."""
        return (self.row_width,) * len(self.table.heads)

    @property
    def heights(self) -> tuple[float, ...]:
        """How far every row leads along."""
        return (self.row_width,) * len(self.table.rows)

    def rows_from(self, first: int, _room: float) -> int:
        """Return how many rows are seen from this one on."""
        return min(self.count, len(self.table.rows) - first)

    def last_first(self, _room: float) -> int:
        """Return the first row where the last rows fill the room."""
        return max(0, len(self.table.rows) - self.count)

    def fields(self, first: int) -> tuple[float, ...]:
        """Return how high every field is while rows from this one on are seen."""
        shown = self.lines[first : first + self.count]
        return tuple(
            max(label, *(row[at] for row in shown)) + 2 * self.padding for at, label in enumerate(self.labels)
        )

    @property
    def tallest(self) -> float:
        """The height of the page that needs the most."""
        return max(sum(self.fields(first)) for first in range(self.last_first(0) + 1))


def upright(table: HallTable, room: QSizeF, pixels: float, font: FontOf, most: float) -> Upright | None:
    """Return the table upright with as many rows beside each other as stay in the usual type, then grown.

    Where even one row does not, its type shrinks; None where it cannot be set so.
    """
    if not table.rows:
        return None
    for count in range(min(_BESIDE, len(table.rows)), 0, -1):
        found = _set(table, room, (pixels, count, 1.0), font)
        if found is not None:
            return _grown(found, room, (pixels, most), font)
    shrunk = (_set(table, room, (pixels, 1, shrink), font) for shrink in _SHRINKS)
    return next((item for item in shrunk if item is not None), None)


def _grown(found: Upright, room: QSizeF, size: tuple[float, float], font: FontOf) -> Upright:
    pixels, low, high = size[0], found.shrink, size[1]
    for _try in range(_TRIES if high > low and len(found.table.rows) <= _MANY else 0):
        shrink = (low + high) / 2
        larger = _set(found.table, room, (pixels, found.count, shrink), font)
        if larger is None:
            high = shrink
        else:
            found, low = larger, shrink
    return found


def _set(table: HallTable, room: QSizeF, size: tuple[float, int, float], font: FontOf) -> Upright | None:
    """Return the table in a type (usual pixels, rows beside each other, times); None where it has no room."""
    usual, count, shrink = size
    pixels = usual * shrink
    around, bold, plain = pad(pixels), font(HEAD * shrink, bold=True), font(shrink)
    widest = max(QFontMetrics(bold).horizontalAdvance(head) for head in table.heads)
    heads = min(widest + 2 * around, room.width() * _HEADS)
    wide = (room.width() - heads) / count
    value = int(wide - 2 * around - number_width(pixels))
    if _longest(table.heads, QFontMetrics(bold)) > heads - around or value <= 0:
        return None
    words = [cell.text for row in table.rows for cell in row.cells]
    if _longest(words, QFontMetrics(plain)) > value:
        return None
    labels, texts = TextBlocks(bold), TextBlocks(plain)
    made = Upright(
        table,
        count,
        shrink,
        heads,
        wide,
        tuple(labels.block(head, int(heads - around)).height for head in table.heads),
        tuple(
            tuple(texts.block(cell.text, value, indent(cell, pixels)).height for cell in row.cells)
            for row in table.rows
        ),
        around * 0.6,
    )
    return made if made.tallest <= room.height() else None


def _longest(texts: tuple[str, ...] | list[str], metrics: QFontMetrics) -> int:
    words = {word for text in texts for word in text.split()}
    return max((metrics.horizontalAdvance(word) for word in words), default=0)
