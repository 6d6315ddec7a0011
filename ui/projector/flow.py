"""Rows of a slide: measured for one size of type, put on pages, and the largest type that needs one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.projector.ink import INK, font
from ui.widgets.grid_text import Block, TextBlocks

Paint = Callable[[QPainter, QRectF], None]
"""Paints a row into its place."""
_TRIES: Final = 9
_GROWS: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One row: how high it is, how it is painted (None: it is empty), and whether it stays with the next.

    ``again`` is the row that is repeated above it where it begins a page (the head of a group).
    """

    height: float
    paint: Paint | None
    stays: bool = False
    again: "Row | None" = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows on pages, in the type they were measured for; ``breaks`` where a word is broken in it."""

    pixels: float = 0.0
    pages: tuple[tuple[Row, ...], ...] = ((),)
    breaks: bool = False

    def height(self, page: int) -> float:
        """Return how much room the rows of a page take."""
        return sum(row.height for row in self.pages[page])


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest type of a slide, in pixels."""

    least: float
    largest: float


class Type:
    """Text in one size of type and a width: laid out, never cut."""

    def __init__(self, pixels: float, width: float) -> None:
        """Lay out for this type and this width."""
        self.pixels = pixels
        self.width = width
        self.breaks = False
        self._blocks: dict[tuple[float, bool], TextBlocks] = {}

    def wide(self, text: str, times: float = 1.0, *, bold: bool = False) -> float:
        """Return how wide a text is on one line."""
        return QFontMetricsF(font(self.pixels * times, bold=bold)).horizontalAdvance(text)

    def lines(self, times: float = 1.0, *, bold: bool = False) -> TextBlocks:
        """Return what lays out text in so many times the type."""
        key = (times, bold)
        if key not in self._blocks:
            self._blocks[key] = TextBlocks(font(self.pixels * times, bold=bold))
        return self._blocks[key]

    def text(
        self, words: str, width: float, times: float = 1.0, *, bold: bool = False, ink: str = INK
    ) -> "Words":
        """Return words laid out in a width."""
        # What must not be parted, "Meja 3" with a blank that does not break, is one word here too.
        longest = max(words.replace("\n", " ").split(" "), key=len, default="")
        self.breaks |= self.wide(longest, times, bold=bold) > width
        return Words(self.lines(times, bold=bold).block(words, max(8, int(width))), ink)


class Words:
    """Words that are laid out: their height, and how they are painted."""

    def __init__(self, block: Block, ink: str) -> None:
        """Take a block of ``TextBlocks``."""
        self._block, self._ink = block, ink

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands on each line."""
        layout = self._block.layout
        lines = (layout.lineAt(at) for at in range(layout.lineCount()))
        return tuple(layout.text()[line.textStart() :][: line.textLength()].strip() for line in lines)

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return float(self._block.height)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Paint them."""
        painter.setPen(QColor(self._ink))
        self._block.layout.draw(painter, QPointF(left, top))


Build = Callable[[Type], Sequence[Row]]
"""Makes the rows of a slide in a size of type."""


def fitted(build: Build, room: QSizeF, limits: Limits) -> Layout:
    """Return the rows in the largest type that shows all of them at once, else on pages in the smallest."""
    least = _in_type(build, room, limits.least)
    if len(least.pages) > 1 or least.height(0) > room.height() or least.breaks:
        return least
    best, low, high = least, limits.least, max(limits.least, limits.largest)
    for at in range(_TRIES):
        pixels = high if at == 0 else (low + high) / 2
        type_ = Type(pixels, room.width())
        rows = _without_foot(build(type_))
        if sum(row.height for row in rows) <= room.height() and not type_.breaks:
            best, low = Layout(pixels, (rows,)), pixels
        else:
            high = pixels
        if high - low < 1:
            break
    return best


def grown(build: Build, room: QSizeF, limits: Limits, best: Layout) -> Layout:
    """Return rows that stand on pages in the largest type that needs no more pages than ``best``."""
    low, high = limits.least, max(limits.least, limits.largest)
    for _try in range(_GROWS):
        if high - low < 1:
            break
        pixels = (low + high) / 2
        found = _in_type(build, room, pixels)
        is_whole = all(found.height(at) <= room.height() for at in range(len(found.pages)))
        if len(found.pages) <= len(best.pages) and is_whole and not found.breaks:
            best, low = found, pixels
        else:
            high = pixels
    return best


def _in_type(build: Build, room: QSizeF, pixels: float) -> Layout:
    type_ = Type(pixels, room.width())
    rows = _without_foot(build(type_))
    return Layout(pixels, paged(rows, room.height()), type_.breaks)


def _without_foot(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows without an empty one at their end."""
    return tuple(rows[:-1] if rows and rows[-1].paint is None else rows)


def paged(rows: Sequence[Row], room: float) -> tuple[tuple[Row, ...], ...]:
    """Return rows on pages of a height: no head alone at a foot, and every page with its head.

    A row higher than a page stands on one of its own. A group that a page can hold is not parted, and a
    larger one does not begin in the lower half of a page.
    """
    pages: list[list[Row]] = [[]]
    filled = 0.0
    for at, row in enumerate(rows):
        is_full = filled + row.height + _with_next(rows, at) > room or _waits(rows, at, filled, room)
        if row.paint is None and (is_full or not pages[-1]):
            continue
        if pages[-1] and is_full:
            pages.append([])
            filled = 0.0
            if row.again is not None:
                pages[-1].append(row.again)
                filled = row.again.height
        pages[-1].append(row)
        filled += row.height
    return tuple(tuple(page) for page in pages)


def _waits(rows: Sequence[Row], at: int, filled: float, room: float) -> bool:
    """Tell whether a group that begins here is better begun on the next page."""
    head, high = rows[at], rows[at].height
    own = 0
    for row in rows[at + 1 :]:
        if row.again is not head:
            break
        own, high = own + 1, high + row.height
    return bool(own) and filled + high > room and (high <= room or filled > room / 2)


def _with_next(rows: Sequence[Row], at: int) -> float:
    """Return the height of the rows that a row takes with it to another page."""
    height = 0.0
    while at + 1 < len(rows) and rows[at].stays:
        at += 1
        height += rows[at].height
    return height
