"""Where everything of a slide stands on a screen of any size: head, clock, body on pages, a strip below."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Slide
from ui.projector import analysis, parts
from ui.projector.block import block_face
from ui.projector.flow import Build, Layout, Limits, Row, Type, fitted, grown
from ui.projector.head import head, side_clock
from ui.projector.ink import INK, SOFT
from ui.projector.parts import Card
from ui.projector.places import ClockPlace, Face, Ground, Placed, ground_of

_LARGEST: Final = {
    hall.TEXT: 120,
    hall.GROUPS: 44,
    hall.STATES: 44,
    hall.QUEUE: 46,
    hall.GUIDE: 44,
    hall.REVIEW: 44,
    hall.FUNNEL: 64,
    hall.HELIX: 48,
    hall.QUICKWIN: 46,
    hall.VOTE: 46,
    hall.VISION: 60,
    hall.READINESS: 46,
    hall.SWOT: 40,
    hall.SPREAD: 46,
    hall.MATRIX: 46,
    hall.MONEY: 46,
    hall.SHARED: 40,
    hall.ALIGNMENT: 40,
    hall.PROGRESS: 46,
    hall.ROADMAP: 40,
    hall.PROGRAMS: 44,
}
"""The largest type of each kind, in units."""
_STRIP: Final = 0.75
"""The type of the groups below a guide, beside that which is usual."""
_DENSE: Final = 0.72
"""The smallest type of a review, beside the usual: a day is looked at in one piece."""
_STRIP_CARDS: Final = 12
"""Groups in a strip at most; more are counted in a line."""
_MOST_COLUMNS: Final = 6
_MOST_NAMES: Final = 5
_PICTURES: Final = 0.34
_BROAD: Final = 1.6
"""The part of the width that photos take at most, and how broad a place is beside its height."""
_QUESTIONS: Final = "Pertanyaan pemandu"


def face(slide: Slide, size: QSizeF, zoom: float = 1.0, pictures: int = 0) -> Face:
    """Measure a slide for a screen; ``pictures`` says how many photos of it there are to be painted."""
    ground = ground_of(size, zoom)
    if isinstance(slide.body, hall.PhotoBody):
        return _photo(slide, slide.body, ground)
    if isinstance(slide.body, hall.BlockBody):
        return block_face(slide, slide.body, ground)
    clock = side_clock(slide, ground)
    placed, top = head(slide, ground, clock)
    room = ground.below(top)
    strip, strip_room, room = _strip(slide, ground, room)
    places, room = _beside(ground, room, pictures)
    body = _body(slide, ground, room.size())
    body, room = _nearer(slide, ground, clock, (placed, room, body))
    center = isinstance(slide.body, hall.TextBody | hall.FunnelBody | hall.HelixBody)
    return Face(placed, clock, body, room, strip, strip_room, places, ground.unit, center, ground.foot)


def _nearer(
    slide: Slide,
    ground: Ground,
    clock: ClockPlace | None,
    made: tuple[tuple[Placed, ...], QRectF, Layout],
) -> tuple[Layout, QRectF]:
    """Return the body beside the clock where it gets larger there than below it, else as it was made."""
    placed, room, below = made
    if clock is None or not placed:
        return below, room
    last = placed[-1]
    top = last.top + last.words.height + ground.top_unit * 22
    wide = clock.room.left() - ground.edge - ground.unit * 40
    beside = QRectF(room.left(), top, min(wide, room.width()), room.bottom() - top)
    found = _body(slide, ground, beside.size())
    return (found, beside) if _best([below, found]) is found else (below, room)


# Bodies ----------------------------------------------------------------------------------------------------


def _photo(slide: Slide, body: hall.PhotoBody, ground: Ground) -> Face:
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
    free = QRectF(ground.edge, place.bottom() - ground.foot.height(), wide, ground.foot.height())
    return Face((), None, caption, room, pictures=(place,), unit=unit, foot=free)


def _beside(ground: Ground, room: QRectF, count: int) -> tuple[tuple[QRectF, ...], QRectF]:
    """Return places for photos at the right of a room, and what is left of it."""
    if not count:
        return (), room
    space = ground.unit * 14
    high = (room.height() - space * (count - 1)) / count
    wide = min(room.width() * _PICTURES, high * _BROAD)
    places = tuple(
        QRectF(room.right() - wide, room.top() + at * (high + space), wide, high) for at in range(count)
    )
    return places, room.adjusted(0, 0, -wide - ground.unit * 36, 0)


def _strip(slide: Slide, ground: Ground, room: QRectF) -> tuple[Layout, QRectF, QRectF]:
    """Return the groups below a guide with their room, and what is left of the room above them."""
    lines = slide.body.lines if isinstance(slide.body, hall.GuideBody) else ()
    if not lines:
        return Layout(), QRectF(), room
    items = [parts.small_card(item.badge, item.words, item.tone) for item in lines]
    if len(lines) > _STRIP_CARDS:
        done = sum(item.tone == hall.GOOD for item in lines)
        items = [Card(head=f"{done} dari {len(lines)} kelompok sudah menyerahkan")]
    type_ = Type(ground.reading * _STRIP, room.width())
    words = [word for item in items for word in (*item.head.split(" "), item.code)]
    longest = max(type_.wide(word, bold=True) for word in words)
    least = longest + type_.pixels * 2 + max(parts.chip_width(type_, item.code) for item in items)
    columns = max(1, min(len(items), _MOST_COLUMNS, int(room.width() / least)))
    columns = ceil(len(items) / ceil(len(items) / columns))
    rows = tuple(parts.cards(type_, items, columns))
    high = sum(row.height for row in rows)
    below = QRectF(room.left(), room.bottom() - high, room.width(), high)
    return Layout(type_.pixels, (rows,)), below, room.adjusted(0, 0, 0, -high - ground.unit * 14)


def _body(slide: Slide, ground: Ground, room: QSizeF) -> Layout:
    body, limits = slide.body, ground.limits(_LARGEST[slide.kind])
    if isinstance(body, hall.ReviewBody):
        return fitted(_review(body), room, Limits(limits.least * _DENSE, limits.largest))
    if hall.is_empty(slide):
        return fitted(_noted(slide.note), room, Limits(limits.least, ground.unit * 40 * ground.zoom))
    if isinstance(body, hall.GroupsBody):
        return _tables(body, room, limits)
    if isinstance(body, hall.GuideBody) and body.steps and body.questions:
        beside = fitted(_guide_beside(body), room, limits)
        fits = [beside] if beside.height(0) <= room.height() else []
        return _best([fitted(_guide(body), room, limits), *fits])
    if isinstance(body, hall.StatesBody):
        items = [parts.badge_card(item.badge, item.words, item.tone) for item in body.lines]
        ways = [_with_note(slide.note, items, columns) for columns in range(_MOST_COLUMNS, 0, -1)]
        return _best([fitted(way, room, limits) for way in ways])
    found = fitted(_builder(body), room, limits)
    return grown(_builder(body), room, limits, found) if len(found.pages) > 1 else found


def _tables(body: hall.GroupsBody, room: QSizeF, limits: Limits) -> Layout:
    """Return the groups with their names in as many columns as need the fewest pages."""
    ways = [_groups(body, columns) for columns in range(1, _MOST_NAMES + 1)]
    found = [fitted(way, room, limits) for way in ways]
    best = _best(found)
    fewest = len(best.pages)
    if fewest == 1 or best.breaks:
        return best
    pairs = [pair for pair in zip(ways, found, strict=True) if len(pair[1].pages) == fewest]
    return _best([grown(way, room, limits, item) for way, item in pairs if not item.breaks])


def _best(found: Sequence[Layout]) -> Layout:
    """Return the layout with the fewest pages, of those the one in the largest type, else the first."""
    return min(found, key=lambda item: (item.breaks, len(item.pages), -round(item.pixels)))


def _builder(body: hall.Body) -> Build:
    if isinstance(body, hall.FunnelBody):
        return _bars(body.steps, share=False)
    if isinstance(body, hall.HelixBody):
        return _bars(body.parts, share=True)
    if isinstance(body, hall.RankBody):
        return _ranks(body)
    if isinstance(body, hall.VisionBody):
        return _vision(body)
    if isinstance(body, hall.MeansBody | hall.SwotBody | hall.SumsBody | hall.MatrixBody | hall.RoadBody):
        return analysis.builder(body)
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


def _vision(body: hall.VisionBody) -> Build:
    def build(type_: Type) -> Sequence[Row]:
        rows = parts.paragraph(type_, body.vision, 1.15, look=(INK, True)) if body.vision else []
        rows += [parts.gap(type_.pixels * 0.35)] if body.vision and body.missions else []
        for at, item in enumerate(body.missions, start=1):
            rows += parts.captioned(type_, item.text, item.ties, f"{at}.")
        return rows

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
