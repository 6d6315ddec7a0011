"""The head of a slide: its quiet line, its title as large as two lines allow, its clock."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Slide
from ui.projector.flow import Type, Words
from ui.projector.ink import ACCENT
from ui.projector.places import ClockPlace, Ground, Placed

TITLES: Final = (54, 46, 40, 34, 29)
"""Sizes of a title in units, the largest first that needs no more than two lines."""
_TITLE_LINES: Final = 2.6
_CLOCK: Final = 120
_WIDE_CLOCK: Final = "-00:00"
_WIDER_CLOCK: Final = "-0:00:00"
_HOUR: Final = 3600
_LINE: Final = 1.2
"""How high a line of figures is, beside its type."""


def head(
    slide: Slide, ground: Ground, clock: ClockPlace | None = None, titles: Sequence[float] = TITLES
) -> tuple[tuple[Placed, ...], float]:
    """Return the quiet line and the title, and where what follows may begin."""
    unit, top = ground.top_unit, ground.edge * 0.8
    wide = ground.size.width() - 2 * ground.edge
    if clock is not None:
        wide = min(clock.room.left(), clock.below.left()) - ground.edge - unit * 24
    placed: list[Placed] = []
    if slide.eyebrow:
        words = Type(unit * 30, wide).text(slide.eyebrow, wide, bold=True, ink=ACCENT)
        placed.append(Placed(words, ground.edge, top))
        top += words.height + unit * 4
    if slide.title:
        found = _title(slide.title, wide, [unit * size for size in titles])
        placed.append(Placed(found, ground.edge, top))
        top += found.height
    if clock is not None:
        top = max(top, clock.below.bottom())
    return tuple(placed), top + (unit * 22 if placed or clock else 0)


def _title(text: str, wide: float, sizes: Sequence[float]) -> Words:
    found = Type(sizes[0], wide).text(text, wide, bold=True)
    for size in sizes:
        found = Type(size, wide).text(text, wide, bold=True)
        if found.height <= size * _TITLE_LINES:
            break
    return found


def is_long(words: Words, size: float) -> bool:
    """Tell whether a title in type of this size takes more than two lines."""
    return words.height > size * _TITLE_LINES


def clock_wide(slide: Slide, pixels: float) -> float:
    """Return how wide the clock of a slide can get in type of this size."""
    return Type(pixels, 1).wide(_widest(slide), bold=True)


def _widest(slide: Slide) -> str:
    if slide.clock.mode == hall.TELLS_TIME:
        return "00.00"
    return _WIDER_CLOCK if max(slide.clock.whole, abs(slide.clock.seconds)) >= _HOUR else _WIDE_CLOCK


def side_clock(slide: Slide, ground: Ground) -> ClockPlace | None:
    """Return the clock at the upper right, None for a slide without one."""
    if not slide.clock.mode:
        return None
    unit = ground.top_unit
    pixels = unit * _CLOCK
    wide = clock_wide(slide, pixels)
    below = Type(unit * 26, 1).wide(slide.clock.below or "waktu habis") + unit * 4
    right, top = ground.size.width() - ground.edge, ground.edge * 0.55
    room = QRectF(right - wide, top, wide, pixels * 1.15)
    return ClockPlace(room, pixels, QRectF(right - below, room.bottom(), below, unit * 36), unit * 26)


def large_clock(slide: Slide, ground: Ground, room: QRectF, *, is_centered: bool = True) -> ClockPlace:
    """Return the clock as large as a room allows, in its middle, with its line below it."""
    below = ground.unit * 40 * min(1.0, ground.zoom)
    high = max(ground.unit * 60, room.height() - below * 1.5) / _LINE
    pixels = min(high, high * room.width() / clock_wide(slide, high))
    wide = clock_wide(slide, pixels)
    top = room.top() + (room.height() - pixels * _LINE - below * 1.5) / 2
    left = room.center().x() - wide / 2 if is_centered else room.right() - wide
    figures = QRectF(left, top, wide, pixels * _LINE)
    under = QRectF(room.left(), figures.bottom(), room.width(), below * 1.5)
    return ClockPlace(figures, pixels, under, below, is_centered=is_centered)
