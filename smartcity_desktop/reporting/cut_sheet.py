"""Sheets that are cut into cards or slips: where each stands, and the marks to cut along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.fit import Surface

_SHRINK: Final = 0.02
_MARK: Final = 2.2 * mm


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y + self.height

    def inside(self, padding: float) -> "Box":
        """Return what is left of it within a padding."""
        return Box(self.x + padding, self.y + padding, self.width - 2 * padding, self.height - 2 * padding)


class CutSheet(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """One sheet that is drawn from the corner of the page; it fills its page."""

    def __init__(self, sheet: style.Sheet, draw: Callable[[Surface], None]) -> None:
        """``draw`` draws what stands on it."""
        super().__init__()
        self._sheet, self._draw = sheet, draw

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room of the whole page."""
        return self._sheet.body_width, self._sheet.body_height - _SHRINK

    def draw(self) -> None:
        """Draw; the origin is moved back to the corner of the page."""
        canvas = self.canv
        canvas.saveState()
        canvas.translate(-self._sheet.left, -self._sheet.bottom - _SHRINK)
        self._draw(canvas)
        canvas.restoreState()


def cut_marks(canvas: Surface, places: Sequence[Box]) -> None:
    """Draw a small cross at every corner of every card, none of it beyond the outermost."""
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.4)
    corners = {
        (round(x, 2), round(y, 2))
        for box in places
        for x in (box.x, box.x + box.width)
        for y in (box.y, box.top)
    }
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    for x, y in sorted(corners):
        canvas.line(max(x - _MARK, left), y, min(x + _MARK, right), y)
        canvas.line(x, max(y - _MARK, low), x, min(y + _MARK, high))
