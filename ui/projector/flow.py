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
        longest = max(words.split(), key=len, default="")
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
    low, high = limits.least, max(limits.least, limits.largest)
    best: Layout | None = None
    for _try in range(_TRIES):
        pixels = high if _try == 0 else (low + high) / 2
        type_ = Type(pixels, room.width())
        rows = _without_foot(build(type_))
        if sum(row.height for row in rows) <= room.height() and not type_.breaks:
            best = Layout(pixels, (rows,))
            low = pixels
        else:
            high = pixels
        if high - low < 1:
            break
    if best is not None:
        return best
    type_ = Type(limits.least, room.width())
    rows = _without_foot(build(type_))
    return Layout(limits.least, paged(rows, room.height()), type_.breaks)


def _without_foot(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows without an empty one at their end."""
    return tuple(rows[:-1] if rows and rows[-1].paint is None else rows)


def paged(rows: Sequence[Row], room: float) -> tuple[tuple[Row, ...], ...]:
    """Return rows on pages of a height: no head alone at a foot, and every page with its head.

    A row higher than a page stands on one of its own.
    """
    pages: list[list[Row]] = [[]]
    filled = 0.0
    for at, row in enumerate(rows):
        is_full = filled + row.height + _with_next(rows, at) > room
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


def _with_next(rows: Sequence[Row], at: int) -> float:
    """Return the height of the rows that a row takes with it to another page."""
    height = 0.0
    while at + 1 < len(rows) and rows[at].stays:
        at += 1
        height += rows[at].height
    return height
