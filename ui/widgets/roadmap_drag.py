"""A bar of the road map that is being drawn by the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import YEARS
from smartcity_desktop.domain.roadmap import Span, moved

MOVE, BEGIN, END, NEW = range(4)
"""How a bar is held: in its middle, at an end, or where there is none yet."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A bar that is being drawn by the mouse: how, from which year, and what it has become.

    ``stood`` is all of it, with the years that lie beyond the edges of the map: what is not drawn stays.
    """

    program: RowId
    way: int
    year: int
    stood: Span
    span: Span
    begun: QPoint
    is_drawn: bool = False

    def over(self, year: int) -> Span:
        """Return what the bar becomes when the mouse is over a year."""
        if year == self.year and self.way != NEW:
            return self.stood
        if self.way == END:
            return Span(self.stood.first, max(year, self.stood.first))
        if self.way == BEGIN:
            return Span(min(year, self.stood.last), self.stood.last)
        if self.way == NEW:
            return Span(min(self.year, year), max(self.year, year))
        return moved(self.stood, min(max(year - self.year, -YEARS), YEARS))
