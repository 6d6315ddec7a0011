"""The block of the agenda on the whole screen: a clock read from the last row, who speaks, what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Slide
from ui.projector import parts
from ui.projector.flow import Build, Layout, Limits, Row, Type, fitted
from ui.projector.head import clock_wide, head, is_long, large_clock
from ui.projector.ink import ACCENT, SOFT
from ui.projector.parts import Card
from ui.projector.places import ClockPlace, Face, Ground, Placed

CLOCK: Final = 0.25
"""The type of the clock is at least so much of the height of the screen."""
_ALONE: Final = 0.3
"""The same where nothing stands beside it."""
_TITLES: Final = (80, 70, 62, 54, 46, 40, 34, 29)
_BESIDE: Final = 0.58
"""How much of the width the clock takes beside words."""
_LARGEST: Final = 72
_FOLLOW: Final = (24, 40)
"""Smallest and largest type of what follows, in units."""
_NARROW: Final = 8
"""Words want a column so many times the usual type."""
_FOLLOWS_HIGH: Final = 0.24
_HEAD: Final = "Berikutnya"


@dataclass(frozen=True, slots=True)
class _Middle:
    """What stands between the head and what follows."""

    clock: ClockPlace | None
    told: Layout
    room: QRectF
    usual: float
    """The usual type of this screen, in pixels."""

    @property
    def clock_pixels(self) -> float:
        """The type of the clock."""
        return self.clock.pixels if self.clock is not None else 0.0

    @property
    def is_narrow(self) -> bool:
        """Whether the words stand in a column too narrow to be read at ease."""
        return self.told.height(0) > 0 and self.room.width() < self.usual * _NARROW

    @property
    def is_easy(self) -> bool:
        """Whether the words stand on one page and not in a narrow column."""
        return len(self.told.pages) == 1 and not self.is_narrow


def block_face(slide: Slide, body: hall.BlockBody, ground: Ground) -> Face:
    """Measure a block: its title gives way until the clock is large enough for the last row."""
    foot, foot_room = _foot(body, ground)
    gap = ground.unit * 20 if body.follows else 0.0
    least = _least_clock(slide, body, ground, foot_room.width())
    placed: tuple[Placed, ...] = ()
    room, middle = QRectF(), None
    for size in _TITLES:
        placed, top = head(slide, ground, None, (size,))
        room = QRectF(foot_room.left(), top, foot_room.width(), foot_room.top() - gap - top)
        middle = _middle(slide, body, ground, room)
        fits = not slide.title or not is_long(placed[-1].words, ground.top_unit * size)
        if fits and middle.clock_pixels >= least and middle.is_easy:
            break
    told = middle.told if middle is not None else Layout()
    return Face(
        placed,
        middle.clock if middle is not None else None,
        told,
        middle.room if middle is not None else room,
        foot,
        foot_room,
        unit=ground.unit,
        center=True,
        foot=ground.foot,
    )


def _least_clock(slide: Slide, body: hall.BlockBody, ground: Ground, width: float) -> float:
    """Return the type of the clock for which the title gives way: no larger than the width allows."""
    if not slide.clock.mode:
        return 0.0
    wanted = ground.size.height() * (CLOCK if _says(body) else _ALONE)
    return min(wanted, 0.98 * wanted * width / clock_wide(slide, wanted))


def _says(body: hall.BlockBody) -> bool:
    return bool(body.speaker or body.place or body.public.strip())


def _middle(slide: Slide, body: hall.BlockBody, ground: Ground, room: QRectF) -> _Middle:
    if not _says(body):
        clock = large_clock(slide, ground, room) if slide.clock.mode else None
        return _Middle(clock, Layout(), room, ground.reading)
    if not slide.clock.mode:
        told = fitted(_told(body), room.size(), ground.limits(_LARGEST))
        return _Middle(None, told, room, ground.reading)
    ways = [_beside(slide, body, ground, room), _stacked(slide, body, ground, room)]
    least = ground.size.height() * CLOCK
    return min(
        ways,
        key=lambda way: (
            way.clock_pixels < least,
            way.told.breaks,
            len(way.told.pages),
            way.is_narrow,
            -round(way.told.pixels),
        ),
    )


def _beside(slide: Slide, body: hall.BlockBody, ground: Ground, room: QRectF) -> _Middle:
    """Return the clock at the right, the words beside it."""
    least = ground.size.height() * CLOCK
    wide = max(room.width() * _BESIDE, clock_wide(slide, least) + 1)
    right = QRectF(room.right() - wide, room.top(), wide, room.height())
    clock = large_clock(slide, ground, right, is_centered=False)
    left = room.adjusted(0, 0, -clock.room.width() - ground.unit * 40, 0)
    told = fitted(_told(body), left.size(), ground.limits(_LARGEST))
    return _Middle(clock, told, left, ground.reading)


def _stacked(slide: Slide, body: hall.BlockBody, ground: Ground, room: QRectF) -> _Middle:
    """Return the clock above, the words below it."""
    least = large_clock(slide, ground, QRectF(0, 0, room.width(), ground.unit * 60))
    line = least.below.height()
    needed = ground.size.height() * CLOCK * 1.2 + line + 2
    most = max(ground.reading * 1.4, room.height() - needed - ground.unit * 14)
    told = fitted(_told(body), QSizeF(room.width(), most), ground.limits(_LARGEST))
    high = max(told.height(at) for at in range(len(told.pages)))
    below = QRectF(room.left(), room.bottom() - high, room.width(), high)
    upper = QRectF(room.left(), room.top(), room.width(), room.height() - high - ground.unit * 14)
    return _Middle(large_clock(slide, ground, upper), told, below, ground.reading)


def _foot(body: hall.BlockBody, ground: Ground) -> tuple[Layout, QRectF]:
    """Return what follows, and its room above the line at the bottom."""
    room = ground.below(0)
    smallest, largest = (ground.unit * size * min(1.3, ground.zoom) for size in _FOLLOW)
    most = QSizeF(room.width(), ground.size.height() * _FOLLOWS_HIGH)
    made = fitted(_follows(body.follows), most, Limits(smallest, largest))
    high = made.height(0)
    return made, QRectF(room.left(), room.bottom() - high, room.width(), high)


def _follows(lines: Sequence[str]) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        if not lines:
            return []
        cards = parts.cards(type_, [Card(head=line) for line in lines], len(lines))
        return [parts.headline(type_, _HEAD, 0.8), *cards]

    return build


def _told(body: hall.BlockBody) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        rows = parts.paragraph(type_, body.speaker, look=(ACCENT, True)) if body.speaker else []
        rows += parts.paragraph(type_, body.place, look=(SOFT, False)) if body.place else []
        for line in body.public.splitlines():
            rows += parts.paragraph(type_, line) if line.strip() else []
        return rows

    return build
