"""The lines of contents: a title, dots, and the page at the right, each leading to its place."""

from typing import Any, Final, NamedTuple, TypeAlias

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from smartcity_desktop.reporting import style

Surface: TypeAlias = Any
"""A canvas of reportlab, which is published without types."""
_LEADING: Final = 1.42
_NUMBER: Final = 46.0
"""Points kept free for dots and page."""
_DOT: Final = " ."


class Measures(NamedTuple):
    """Where a line of contents begins and where its title hangs, in points; depth 0 is set in bold."""

    depth: int
    indent: float
    hang: float


DEPTHS: Final = (Measures(0, 0, 70), Measures(1, 70, 104), Measures(2, 104, 146))
"""The lines of contents by their depth."""
NAMED: Final = Measures(1, 0, 78)
"""The lines of the lists of tables and figures."""


class ContentsLine(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """One line of contents; ``page`` is written as it stands."""

    def __init__(self, number: str, text: str, page: str, target: str, measures: Measures) -> None:
        """``target`` is the name of the place it leads to."""
        super().__init__()
        self._number, self._text, self._page, self._target = number, text, page, target
        self._depth = measures.depth
        self._indent, self._hang = (measures.indent, measures.hang) if number else (measures.indent,) * 2
        self._font = style.BOLD if self._depth == 0 else style.REGULAR
        self._size = 10.5 if self._depth == 0 else 10.0
        self._lines: list[str] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return its size: as many lines as the title needs."""
        self._width = width
        words = " ".join(style.clean(self._text).split())
        room = max(width - self._hang - _NUMBER, 60.0)
        self._lines = simpleSplit(words, self._font, self._size, room) or [""]
        return width, len(self._lines) * self._size * _LEADING + (4.0 if self._depth == 0 else 0.0)

    def draw(self) -> None:
        """Write number, title, dots and page."""
        canvas = self.canv
        step = self._size * _LEADING
        bottom = 3.0
        left = self._hang
        canvas.saveState()
        canvas.setFillColor(style.INK)
        top = bottom + step * (len(self._lines) - 1)
        self._write(canvas, self._indent, top, self._number)
        for place, text in enumerate(self._lines):
            self._write(canvas, left, top - step * place, text)
        end = left + style.text_width(self._lines[-1], self._font, self._size)
        right = self._width - style.text_width(self._page, self._font, self._size)
        dot = style.text_width(_DOT, style.REGULAR, self._size)
        count = int((right - end - 6) / dot)
        if count > 0:
            canvas.setFont(style.REGULAR, self._size)
            canvas.drawString(right - 4 - count * dot, bottom, _DOT * count)
        self._write(canvas, right, bottom, self._page)
        canvas.linkRect("", self._target, (0, 0, self._width, top + step), relative=1, Border="[0 0 0]")
        canvas.restoreState()

    def _write(self, canvas: Surface, x: float, y: float, text: str) -> None:
        for name, run in style.runs(text, self._font):
            canvas.setFont(name, self._size)
            canvas.drawString(x, y, run)
            x += style.text_width(run, self._font, self._size)


class Place(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """Takes no room; lines of contents and bookmarks lead to it, and it knows its page afterwards."""

    def __init__(self, name: str) -> None:
        """``name`` is that of the place in the file."""
        super().__init__()
        self.name = name
        self.page = 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Keep the page, and mark the place a little above it."""
        self.page = int(self.canv.getPageNumber())
        self.canv.bookmarkHorizontal(self.name, 0, 16)
