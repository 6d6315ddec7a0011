"""A bar of the road map that is being drawn by the mouse."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint

from smartcity_desktop.domain.chart import INK, Rect, Shape, Text
from smartcity_desktop.domain.chart_roadmap import ROW, Frame
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.roadmap import Span, moved

MOVE, BEGIN, END, NEW = range(4)
"""How a bar is held: in its middle, at an end, or where there is none yet."""
GRIP: Final = 4.0
"""Points at each side of an end by which it is held, and which it is drawn before it leaves its year."""
_BAR: Final = ROW * 0.6
"""How far down in its row a bar is held; below it stand the milestones."""


def grip(span: Span | None, frame: Frame, x: float, y: float) -> int | None:
    """Return how the bar of a program is held at a place in its row, None where it is not."""
    if x < frame.left:
        return None
    shown = span.shown if span else None
    if shown is None:
        return NEW
    left, right = frame.edges[shown.first - 1], frame.edges[shown.last]
    if not left - GRIP <= x <= right + GRIP or y > _BAR:
        return None
    if x >= right - GRIP:
        return END
    return BEGIN if x <= left + GRIP else MOVE


@dataclass(frozen=True, slots=True)
class Drag:
    """A bar that is being drawn by the mouse: how, held at ``grasp`` points, and what it has become.

    ``stood`` is all of it, with the years that lie beyond the edges of the map: what is not drawn stays.
    """

    program: RowId
    way: int
    grasp: float
    stood: Span
    span: Span
    begun: QPoint
    is_drawn: bool = False

    def over(self, frame: Frame, x: float) -> Span:
        """Return what the bar becomes when the mouse is at ``x`` points of a frame."""
        held, now = frame.year_at(self.grasp), frame.year_at(x)
        if self.way == NEW:
            return Span(min(held, now), max(held, now))
        if self.way == MOVE:
            return moved(self.stood, now - held) if now != held else self.stood
        # An end goes as far as the mouse, on whichever side of it that took hold.
        drawn, far = self.stood.shown or self.stood, x - self.grasp
        if self.way == END:
            year = frame.year_at(frame.edges[drawn.last] + far - GRIP)
            return Span(self.stood.first, max(year, self.stood.first)) if year != drawn.last else self.stood
        year = frame.year_at(frame.edges[drawn.first - 1] + far + GRIP)
        return Span(min(year, self.stood.last), self.stood.last) if year != drawn.first else self.stood

    def shapes(self, frame: Frame, base: int) -> list[Shape]:
        """Return the bar as it is drawn, with its calendar years; ``base`` is year 1."""
        shown = self.span.shown or self.span
        left, right = frame.edges[shown.first - 1], frame.edges[shown.last]
        first, last = base + self.span.first - 1, base + self.span.last - 1
        words = str(first) if first == last else f"{first}–{last}"
        return [
            Rect(left + 1, 2.5, right - left - 2, 12.0, fill="#ffffff", stroke=INK),
            Text((left + right) / 2, 11.5, words, 8.0, bold=True, anchor="middle"),
        ]
