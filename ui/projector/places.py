"""What a measured slide consists of: a screen with its units, words at their places, a clock, bodies."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from ui.projector.flow import Layout, Limits, Words
from ui.projector.ink import SMALLEST, reading

_DESIGN: Final = QSizeF(1366, 768)
"""The screen on which one unit is one pixel."""
_LARGEST_TOP: Final = 1.3
"""The head grows less than what stands below: it would take its room."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words at their place."""

    words: Words
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """Where the clock stands: its figures with their size, and the line below them."""

    room: QRectF
    pixels: float
    below: QRectF
    below_pixels: float
    is_centered: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A slide measured for one screen."""

    head: tuple[Placed, ...] = ()
    clock: ClockPlace | None = None
    body: Layout = field(default_factory=Layout)
    room: QRectF = field(default_factory=QRectF)
    strip: Layout = field(default_factory=Layout)
    strip_room: QRectF = field(default_factory=QRectF)
    pictures: tuple[QRectF, ...] = ()
    unit: float = 1.0
    center: bool = False
    """Whether the body stands in the middle of its room."""
    foot: QRectF = field(default_factory=QRectF)
    """The free line at the bottom, for the number of the page and for hints."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A screen: its size, one unit in pixels, the same for the head, and the zoom."""

    size: QSizeF
    unit: float
    top_unit: float
    zoom: float

    @property
    def edge(self) -> float:
        """What is left free at the sides."""
        return self.unit * 56

    @property
    def reading(self) -> float:
        """The size of type below which nothing is shown: the setting's, and what the keys made of it."""
        return max(float(SMALLEST), reading(self.size) * self.zoom)

    @property
    def foot(self) -> QRectF:
        """The line at the bottom that nothing else takes."""
        high = self.edge * 0.95
        return QRectF(self.edge, self.size.height() - high, self.size.width() - 2 * self.edge, high * 0.9)

    def below(self, top: float) -> QRectF:
        """Return the room between a head that ends here and the line at the bottom."""
        return QRectF(self.edge, top, self.size.width() - 2 * self.edge, self.foot.top() - top)

    def limits(self, largest: float) -> Limits:
        """Return the smallest type of a body and its largest one, which is told in units."""
        return Limits(self.reading, self.unit * largest * self.zoom)


def ground_of(size: QSizeF, zoom: float) -> Ground:
    """Return the ground of a screen of this size."""
    unit = min(size.width() / _DESIGN.width(), size.height() / _DESIGN.height())
    return Ground(size, unit, unit * min(zoom, _LARGEST_TOP), zoom)
