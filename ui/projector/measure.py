"""How a table takes its place in the hall: the size of its type, widths and heights that cut no word."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.projector.sheet_lines import HallCell, HallTable, without_empty
from ui.widgets.grid_text import TextBlocks

HEAD: Final = 0.72
"""The type of the heads of the columns, beside that of the cells."""
_GROWS: Final = 6
_HEAD_SHRINKS: Final = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_ENDLESS: Final = 100_000
_PAD: Final = 0.45
_NUMBER: Final = 1.7
_SHRINKS: Final = (1.0, 0.93, 0.86, 0.8, 0.75, 0.7)
_LAST_SHRINKS: Final = (0.64, 0.58, 0.52, 0.46, 0.4)
"""How small the type of the table may get, beside what was asked for, so that no word and no row is cut:
the first before columns without an answer go, the last after they went."""


class FontOf(Protocol):
    """Gives the type of the hall, so many times its size, bold or not."""

    def __call__(self, times: float, *, bold: bool = False) -> QFont:
        """Return the type."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A table, how its type is shrunk, and the width and height of its columns and rows."""

    table: HallTable
    shrink: float = 1.0
    widths: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()

    def rows_from(self, first: int, room: float) -> int:
        """Return how many whole rows are seen from this one on; one at least where there is one."""
        count, height = 0, 0.0
        for one in self.heights[first:]:
            height += one
            if height > room and count:
                break
            count += 1
        return count

    def last_first(self, room: float) -> int:
        """Return the first row where the last rows fill the room."""
        first = max(0, len(self.heights) - 1)
        while first > 0 and sum(self.heights[first - 1 :]) <= room:
            first -= 1
        return first


def pad(pixels: float) -> float:
    """Return the room around the words of a cell."""
    return pixels * _PAD


def number_width(pixels: float) -> float:
    """Return the room of the number before a row."""
    return pixels * _NUMBER


def indent(cell: HallCell, pixels: float) -> int:
    """Return the room of the chip before the words."""
    return round(pixels * (len(cell.code) * 0.62 + 0.9)) if cell.code else 0


def fit(table: HallTable, room: QSizeF, pixels: float, font: FontOf, *, large: bool) -> Fit:
    """Fit a table into this room: smaller type first, then columns without an answer go.

    Where a person asked for ``large`` type, the columns go first.
    """
    fuller = without_empty(table)
    made = Fit(table)
    for shown, shrinks in (
        (table, _SHRINKS[:1] if large else _SHRINKS),
        (fuller, _SHRINKS),
        (fuller, _LAST_SHRINKS),
    ):
        for shrink in shrinks:
            made, is_good = _try_in(shown, room, (pixels, shrink), font)
            if is_good:
                return made
    return made


def grown(found: Fit, room: Callable[[float], QSizeF], pixels: float, font: FontOf, most: float) -> Fit:
    """Return a table that one page holds in the largest type that it bears, at most ``most`` times the usual.

    ``room`` gives the room below the heads for so many times the type.
    """
    if most <= 1 or found.shrink < 1 or not found.heights or sum(found.heights) > room(1).height():
        return found
    low, high = 1.0, most
    for _try in range(_GROWS):
        shrink = (low + high) / 2
        larger, is_good = _try_in(found.table, room(shrink), (pixels, shrink), font)
        if is_good and sum(larger.heights) <= room(shrink).height():
            found, low = larger, shrink
        else:
            high = shrink
    return found


def head_font(head: str, room: QSizeF, times: float, font: FontOf) -> QFont:
    """Return the type of a head: smaller where a long word of the event would take more lines than fit."""
    made = font(times, bold=True)
    for share in _HEAD_SHRINKS:
        made = font(times * share, bold=True)
        whole = QRect(0, 0, int(room.width()), _ENDLESS)
        needed = QFontMetrics(made).boundingRect(whole, int(Qt.TextFlag.TextWordWrap), head)
        if needed.height() <= room.height() and needed.width() <= room.width():
            break
    return made


def _try_in(table: HallTable, room: QSizeF, size: tuple[float, float], font: FontOf) -> tuple[Fit, bool]:
    shrink = size[1]
    pixels = size[0] * shrink
    wide = room.width() - number_width(pixels)
    least = _words_width(table, 2 * pad(pixels), font(shrink), font(HEAD * shrink, bold=True))
    widths = _share(table, least, wide)
    blocks = TextBlocks(font(shrink))
    heights = tuple(
        max(
            blocks.block(cell.text, int(width - 2 * pad(pixels)), indent(cell, pixels)).height
            for cell, width in zip(row.cells, widths, strict=True)
        )
        + 2 * pad(pixels)
        for row in table.rows
    )
    return Fit(table, shrink, widths, heights), sum(least) <= wide and max(
        heights, default=0
    ) <= room.height()


def _words_width(table: HallTable, around: float, cells: QFont, heads: QFont) -> list[float]:
    """Return how wide every column must be so that no word of it breaks."""
    metrics, bold = QFontMetrics(cells), QFontMetrics(heads)
    columns = zip(*(row.cells for row in table.rows), strict=True)
    return [
        max(
            *(metrics.horizontalAdvance(word) for cell in column for word in (cell.text or "-").split()),
            *(bold.horizontalAdvance(word) for word in head.split()),
        )
        + around
        + 2
        for head, column in zip(table.heads, columns, strict=False)
    ]


def _share(table: HallTable, least: list[float], room: float) -> tuple[float, ...]:
    """Return the widths by the definition, mended so that no word breaks where there is room."""
    found = tuple(room * share for share in table.shares)
    if not least or sum(least) > room:
        return found
    lacking = sum(max(0.0, need - width) for need, width in zip(least, found, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(least, found, strict=True))
    part = lacking / spare if spare else 0.0
    return tuple(
        need if width < need else width - (width - need) * part
        for need, width in zip(least, found, strict=True)
    )
