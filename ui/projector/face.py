"""Where everything of a slide stands on a screen of any size: head, clock, body on pages, a strip below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Slide
from ui.projector import parts
from ui.projector.flow import Build, Layout, Limits, Row, Type, Words, fitted
from ui.projector.ink import ACCENT, INK, SMALLEST, SOFT
from ui.projector.parts import Card

_DESIGN: Final = QSizeF(1366, 768)
"""The screen on which one unit is one pixel."""
_TITLES: Final = (54, 46, 40, 34, 29)
"""Sizes of a title in units, the largest first that needs no more than two lines."""
_TITLE_LINES: Final = 2.6
_LARGEST_TOP: Final = 1.3
"""The head grows less than what stands below: it would take its room."""
_COLUMNS_WIDE: Final = 50
_LINES_HIGH: Final = 34
"""The smallest type is so much of the width and of the height: the last row of the hall still reads it."""
_LARGEST: Final = {
    hall.TEXT: 120,
    hall.BLOCK: 44,
    hall.GROUPS: 40,
    hall.STATES: 44,
    hall.QUEUE: 46,
    hall.GUIDE: 44,
    hall.REVIEW: 34,
    hall.FUNNEL: 64,
    hall.HELIX: 48,
    hall.QUICKWIN: 46,
}
"""The largest type of each kind, in units."""
_STRIP: Final = 24
_STRIP_CARDS: Final = 12
"""Groups in a strip at most; more are counted in a line."""
_MOST_COLUMNS: Final = 6
_MOST_NAMES: Final = 5
_CLOCK: Final = 120
_WIDE_CLOCK: Final = "-00:00"
_WIDER_CLOCK: Final = "-0:00:00"
_HOUR: Final = 3600
_PICTURES: Final = 0.34
_QUESTIONS: Final = "Pertanyaan pemandu"


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


@dataclass(frozen=True, slots=True)
class _Ground:
    """The screen: its size, one unit in pixels, the same for the head, and the zoom."""

    size: QSizeF
    unit: float
    top_unit: float
    zoom: float

    @property
    def edge(self) -> float:
        return self.unit * 56

    def limits(self, kind: str) -> Limits:
        least = min(self.size.width() / _COLUMNS_WIDE, self.size.height() / _LINES_HIGH)
        least = max(float(SMALLEST), least * self.zoom)
        return Limits(least, self.unit * _LARGEST[kind] * self.zoom)


def face(slide: Slide, size: QSizeF, zoom: float = 1.0, pictures: int = 0) -> Face:
    """Measure a slide for a screen; ``pictures`` says how many photos of it there are to be painted."""
    unit = min(size.width() / _DESIGN.width(), size.height() / _DESIGN.height())
    ground = _Ground(size, unit, unit * min(zoom, _LARGEST_TOP), zoom)
    if isinstance(slide.body, hall.PhotoBody):
        return _photo(slide, slide.body, ground)
    clock = _clock(slide, ground)
    head, top = _head(slide, ground, clock)
    room = QRectF(ground.edge, top, size.width() - 2 * ground.edge, size.height() - top - ground.edge * 0.95)
    if isinstance(slide.body, hall.BlockBody):
        return _block(slide, ground, head, clock, room)
    strip, strip_room, room = _strip(slide, ground, room)
    places, room = _beside(ground, room, pictures)
    body = _body(slide, ground, room.size())
    body, room = _nearer(slide, ground, clock, (head, room, body))
    center = isinstance(slide.body, hall.TextBody | hall.FunnelBody | hall.HelixBody)
    return Face(head, clock, body, room, strip, strip_room, places, unit, center)


def _head(slide: Slide, ground: _Ground, clock: ClockPlace | None) -> tuple[tuple[Placed, ...], float]:
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
        found = _title(slide.title, wide, unit)
        placed.append(Placed(found, ground.edge, top))
        top += found.height
    if clock is not None:
        top = max(top, clock.below.bottom())
    return tuple(placed), top + (unit * 22 if placed or clock else 0)


def _nearer(
    slide: Slide,
    ground: _Ground,
    clock: ClockPlace | None,
    made: tuple[tuple[Placed, ...], QRectF, Layout],
) -> tuple[Layout, QRectF]:
    """Return the body beside the clock where it gets larger there than below it, else as it was made."""
    head, room, below = made
    if clock is None or not head:
        return below, room
    last = head[-1]
    top = last.top + last.words.height + ground.top_unit * 22
    wide = clock.room.left() - ground.edge - ground.unit * 40
    beside = QRectF(room.left(), top, min(wide, room.width()), room.bottom() - top)
    found = _body(slide, ground, beside.size())
    return (found, beside) if _best([below, found]) is found else (below, room)


def _title(text: str, wide: float, unit: float) -> Words:
    found = Type(unit * _TITLES[0], wide).text(text, wide, bold=True)
    for size in _TITLES:
        found = Type(unit * size, wide).text(text, wide, bold=True)
        if found.height <= unit * size * _TITLE_LINES:
            break
    return found


def _widest(slide: Slide) -> str:
    if slide.clock.mode == hall.TELLS_TIME:
        return "00.00"
    return _WIDER_CLOCK if max(slide.clock.whole, abs(slide.clock.seconds)) >= _HOUR else _WIDE_CLOCK


def _clock(slide: Slide, ground: _Ground) -> ClockPlace | None:
    """Return the clock at the upper right."""
    if not slide.clock.mode:
        return None
    unit = ground.top_unit
    pixels = unit * _CLOCK
    wide = Type(pixels, 1).wide(_widest(slide), bold=True)
    below = Type(unit * 26, 1).wide(slide.clock.below or "waktu habis") + unit * 4
    right, top = ground.size.width() - ground.edge, ground.edge * 0.55
    room = QRectF(right - wide, top, wide, pixels * 1.15)
    return ClockPlace(room, pixels, QRectF(right - below, room.bottom(), below, unit * 36), unit * 26)


def _middle(slide: Slide, ground: _Ground, room: QRectF) -> ClockPlace:
    """Return the clock as large as a room allows, with its line below it."""
    below = ground.unit * 40 * min(1.0, ground.zoom)
    widest = _widest(slide)
    high = max(ground.unit * 60, room.height() - below * 1.5)
    pixels = min(high / 1.2, high / 1.2 * room.width() / Type(high / 1.2, 1).wide(widest, bold=True))
    wide = Type(pixels, 1).wide(widest, bold=True)
    top = room.top() + (room.height() - pixels * 1.2 - below * 1.5) / 2
    figures = QRectF(room.center().x() - wide / 2, top, wide, pixels * 1.2)
    return ClockPlace(
        figures,
        pixels,
        QRectF(room.left(), figures.bottom(), room.width(), below * 1.5),
        below,
        is_centered=True,
    )


# Bodies ----------------------------------------------------------------------------------------------------


def _block(
    slide: Slide, ground: _Ground, head: tuple[Placed, ...], clock: ClockPlace | None, room: QRectF
) -> Face:
    """Return the block: its clock in the middle, or at the side where the room is told something."""
    body = slide.body if isinstance(slide.body, hall.BlockBody) else hall.BlockBody()
    follows = _follows(body.follows)
    lower = fitted(
        follows, QSizeF(room.width(), room.height() * 0.4), Limits(ground.unit * 18, ground.unit * 30)
    )
    high = lower.height(0)
    lower_room = QRectF(room.left(), room.bottom() - high, room.width(), high)
    upper = QRectF(room.left(), room.top(), room.width(), room.height() - high - ground.unit * 12)
    told = bool(body.public or body.speaker)
    if told or clock is None:
        text = fitted(_told(body), upper.size(), ground.limits(hall.BLOCK))
        return Face(head, clock, text, upper, lower, lower_room, (), ground.unit)
    head, top = _head(slide, ground, None)
    upper = QRectF(upper.left(), top, upper.width(), upper.bottom() - top)
    return Face(head, _middle(slide, ground, upper), Layout(), upper, lower, lower_room, (), ground.unit)


def _follows(lines: Sequence[str]) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        head = [parts.headline(type_, "Berikutnya", 0.85)] if lines else []
        return [*head, *(row for line in lines for row in parts.paragraph(type_, line))]

    return build


def _told(body: hall.BlockBody) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        rows = parts.paragraph(type_, body.speaker, look=(ACCENT, False)) if body.speaker else []
        for line in body.public.splitlines():
            rows += parts.paragraph(type_, line) if line.strip() else []
        return rows

    return build


def _photo(slide: Slide, body: hall.PhotoBody, ground: _Ground) -> Face:
    """Return the photo as large as the screen, its caption below it."""
    size, unit = ground.size, ground.unit
    wide = size.width() - 2 * ground.edge
    text = body.caption or slide.note
    limits = Limits(unit * 20 * ground.zoom, unit * 34 * ground.zoom)
    caption = fitted(_noted(text, INK), QSizeF(wide, size.height() * 0.3), limits)
    high = caption.height(0)
    foot = high + unit * 28 if high else 0.0
    place = QRectF(0, 0, size.width(), size.height() - foot)
    room = QRectF(ground.edge, place.bottom() + unit * 12, wide, high)
    return Face((), None, caption, room, pictures=(place,), unit=unit)


def _beside(ground: _Ground, room: QRectF, count: int) -> tuple[tuple[QRectF, ...], QRectF]:
    """Return places for photos at the right of a room, and what is left of it."""
    if not count:
        return (), room
    wide, space = room.width() * _PICTURES, ground.unit * 14
    high = (room.height() - space * (count - 1)) / count
    places = tuple(
        QRectF(room.right() - wide, room.top() + at * (high + space), wide, high) for at in range(count)
    )
    return places, room.adjusted(0, 0, -wide - ground.unit * 36, 0)


def _strip(slide: Slide, ground: _Ground, room: QRectF) -> tuple[Layout, QRectF, QRectF]:
    """Return the groups below a guide with their room, and what is left of the room above them."""
    lines = slide.body.lines if isinstance(slide.body, hall.GuideBody) else ()
    if not lines:
        return Layout(), QRectF(), room
    items = [parts.small_card(item.badge, item.words, item.tone) for item in lines]
    if len(lines) > _STRIP_CARDS:
        done = sum(item.tone == hall.GOOD for item in lines)
        items = [Card(head=f"{done} dari {len(lines)} kelompok sudah menyerahkan")]
    type_ = Type(ground.unit * _STRIP * ground.zoom, room.width())
    longest = max(type_.wide(word, bold=True) for item in items for word in (*item.head.split(), item.code))
    least = longest + type_.pixels * 2 + max(parts.chip_width(type_, item.code) for item in items)
    columns = max(1, min(len(items), _MOST_COLUMNS, int(room.width() / least)))
    rows = tuple(parts.cards(type_, items, columns))
    high = sum(row.height for row in rows)
    below = QRectF(room.left(), room.bottom() - high, room.width(), high)
    return Layout(type_.pixels, (rows,)), below, room.adjusted(0, 0, 0, -high - ground.unit * 14)


def _body(slide: Slide, ground: _Ground, room: QSizeF) -> Layout:
    body, limits = slide.body, ground.limits(slide.kind)
    if hall.is_empty(slide):
        return fitted(_noted(slide.note), room, Limits(limits.least, ground.unit * 40 * ground.zoom))
    if isinstance(body, hall.GroupsBody):
        return _best([fitted(_groups(body, columns), room, limits) for columns in range(1, _MOST_NAMES + 1)])
    if isinstance(body, hall.GuideBody) and body.steps and body.questions:
        beside = fitted(_guide_beside(body), room, limits)
        fits = [beside] if beside.height(0) <= room.height() else []
        return _best([fitted(_guide(body), room, limits), *fits])
    if isinstance(body, hall.StatesBody):
        items = [parts.badge_card(item.badge, item.words, item.tone) for item in body.lines]
        ways = [_with_note(slide.note, items, columns) for columns in range(_MOST_COLUMNS, 0, -1)]
        return _best([fitted(way, room, limits) for way in ways])
    return fitted(_builder(body), room, limits)


def _best(found: Sequence[Layout]) -> Layout:
    """Return the layout with the fewest pages, of those the one in the largest type, else the first."""
    return min(found, key=lambda item: (item.breaks, len(item.pages), -round(item.pixels)))


def _builder(body: hall.Body) -> Build:
    if isinstance(body, hall.FunnelBody):
        return _bars(body.steps, share=False)
    if isinstance(body, hall.HelixBody):
        return _bars(body.parts, share=True)
    if isinstance(body, hall.ReviewBody):
        return _review(body)
    if isinstance(body, hall.RankBody):
        return _ranks(body)
    return _lines(body)


def _lines(body: hall.Body) -> Build:
    if isinstance(body, hall.QueueBody):
        return lambda type_: [parts.turn(type_, line) for line in body.lines]
    if isinstance(body, hall.GuideBody):
        return _guide(body)
    return _text(body if isinstance(body, hall.TextBody) else hall.TextBody())


def _ranks(body: hall.RankBody) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        rows = [parts.turn(type_, line) for line in body.lines]
        rows += [parts.gap(type_.pixels * 0.4)] if body.told else []
        return [*rows, *(row for text in body.told for row in parts.paragraph(type_, text, 0.8))]

    return build


def _noted(note: str, ink: str = SOFT) -> Build:
    return lambda type_: parts.paragraph(type_, note, look=(ink, False)) if note else []


def _with_note(note: str, items: Sequence[Card], columns: int) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        said = [*parts.paragraph(type_, note, 0.9, look=(SOFT, False)), parts.gap(type_.pixels * 0.2)]
        return [*(said if note else []), *parts.cards(type_, items, columns)]

    return build


def _text(body: hall.TextBody) -> Build:
    lines = [line.rstrip() for line in body.text.splitlines()]

    def build(type_: Type) -> Sequence[Row]:
        return [
            row
            for line in lines
            for row in (parts.paragraph(type_, line) if line else [parts.gap(type_.pixels * 0.6)])
        ]

    return build


def _groups(body: hall.GroupsBody, columns: int) -> Build:
    return lambda type_: [row for group in body.groups for row in parts.table_group(type_, group, columns)]


def _guide(body: hall.GuideBody) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        rows = parts.numbered(type_, body.steps)
        if body.questions:
            rows += [parts.gap(type_.pixels * 0.4)] if rows else []
            rows.append(parts.headline(type_, _QUESTIONS, 0.85))
            rows += parts.bulleted(type_, body.questions)
        return rows

    return build


def _guide_beside(body: hall.GuideBody) -> Build:
    def questions(type_: Type) -> Sequence[Row]:
        return [parts.headline(type_, _QUESTIONS, 0.85), *parts.bulleted(type_, body.questions)]

    return lambda type_: [parts.side_by_side(type_, lambda half: parts.numbered(half, body.steps), questions)]


def _review(body: hall.ReviewBody) -> Build:
    present = sum(item.count for item in body.present)
    figures = (
        *([Card(head=f"{present} hadir")] if present else []),
        Card(head=f"{len(body.decisions)} keputusan"),
        Card(head=f"{body.follow_ups} tindak lanjut"),
    )
    who = parts.counted(body.present)

    def build(type_: Type) -> Sequence[Row]:
        rows = parts.cards(type_, figures, len(figures))
        rows += parts.paragraph(type_, who, 0.85, look=(SOFT, False)) if who else []
        if body.groups:
            cards = [
                Card(item.code, item.color, item.words, (f"{item.count} isian",)) for item in body.groups
            ]
            wide = max(
                type_.wide(item.head, bold=True) + parts.chip_width(type_, item.code) for item in cards
            )
            columns = max(1, min(3, int(type_.width / (wide + type_.pixels * 2))))
            rows += [parts.headline(type_, "Isian kelompok", 0.85), *parts.cards(type_, cards, columns)]
        if body.decisions:
            rows += [parts.headline(type_, "Keputusan", 0.85), *parts.bulleted(type_, body.decisions)]
        return rows

    return build


def _bars(figures: Sequence[hall.Figure], *, share: bool) -> Build:
    most = max((item.count for item in figures), default=0)
    told = hall.shares(figures) if share else [""] * len(figures)
    pairs = tuple(zip(figures, told, strict=True))
    return lambda type_: [parts.bar(type_, item, most, words) for item, words in pairs]
