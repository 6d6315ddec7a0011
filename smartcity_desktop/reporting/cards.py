"""Name tags, many on a sheet with marks to cut along, and cards for the table, folded once.

A tag is 90 x 55 mm, the size of the usual sleeves. Names fit themselves: large, on as many lines as need be.
The bars on a tag hold the number of the participant, as it is typed at the door.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import inch, mm

from smartcity_desktop.domain.paper_cards import CardPicture, NameCard
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, capped
from smartcity_desktop.reporting.cut_sheet import Box, CutSheet, cut_marks
from smartcity_desktop.reporting.fit import Fitted, Room, Surface, fitted, write, write_lines

TAG_WIDTH: Final = 90 * mm
TAG_HEIGHT: Final = 55 * mm
COLUMNS: Final = 2
_PADDING: Final = 4 * mm
_TENT_PADDING: Final = 9 * mm
_FOLD_ROOM: Final = 7 * mm
_TEXT_CAP: Final = 400
_EVENT_CAP: Final = 160
_DOT: Final = inch / 300
"""A dot of an office printer: bars begin on one and are so many dots wide, so that their edges stay sharp."""
MODULE: Final = 4 * _DOT
"""The narrowest bar, 0.34 mm; the standard asks for 0.25 mm where a hand scanner reads it."""
_QUIET: Final = 10 * MODULE
"""White at either side of the bars."""
_BARS: Final = 9 * mm
_FOOT: Final = 6.5 * mm
"""A sheet of cards is this much lower than its page, so that rounding never asks for another page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Fitted text of a card, the box it takes, and on which side of it: 0 left, 0.5 middle, 1 right."""

    text: Fitted
    box: Box
    share: float = 0.5


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheets of a gathered job as one part."""
    picture = job.picture if isinstance(job.picture, CardPicture) else CardPicture()
    template = page.TENTS if picture.tents and not picture.two else page.CARDS
    paper = page.Paper(title=job.name, label=job.name, first=template)
    return [page.Part(lambda: _sheets(picture, job.frame), paper, job.frame, job.name)]


def _sheets(picture: CardPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.tents(frame.paper) if picture.tents and not picture.two else style.cards(frame.paper)
    places = tent_places(sheet, two=picture.two) if picture.tents else tag_places(sheet)
    cards: list[NameCard | None] = list(picture.cards)
    if not cards:
        cards = [NameCard()] * len(places)
    elif not picture.tents:
        cards = [*[None] * ((picture.first - 1) % len(places)), *cards]
    drawn: list[Block] = []
    for start in range(0, len(cards), len(places)):
        own = cards[start : start + len(places)]
        drawn += [
            *([page.new_page()] if drawn else []),
            CutSheet(sheet, partial(_draw_sheet, picture, sheet, places, own)),
        ]
    return drawn


def _draw_sheet(
    picture: CardPicture,
    sheet: style.Sheet,
    places: Sequence[Box],
    cards: Sequence[NameCard | None],
    canvas: Surface,
) -> None:
    """Draw the cards of a sheet and the marks between them."""
    for card, box in zip(cards, places, strict=False):
        if card is not None and picture.tents:
            _draw_tent(canvas, card, box, picture)
        elif card is not None:
            _draw_tag(canvas, card, box, picture)
    if picture.tents:
        _tent_marks(canvas, sheet, places)
    else:
        cut_marks(canvas, places)


# Name tags -------------------------------------------------------------------------------------------------


def tag_places(sheet: style.Sheet) -> tuple[Box, ...]:
    """Return where the tags of a sheet stand, row by row from the top."""
    rows = int(sheet.body_height // TAG_HEIGHT)
    left = (sheet.width - COLUMNS * TAG_WIDTH) / 2
    top = (sheet.height + rows * TAG_HEIGHT) / 2
    return tuple(
        Box(left + column * TAG_WIDTH, top - (row + 1) * TAG_HEIGHT, TAG_WIDTH, TAG_HEIGHT)
        for row in range(rows)
        for column in range(COLUMNS)
    )


def tag_pieces(card: NameCard, box: Box, picture: CardPicture) -> tuple[Piece, ...]:
    """Return the texts of a tag with the boxes they take: event, name, office and agency, body and group."""
    room = box.inside(_PADDING)
    event = " · ".join(text for text in (picture.event, picture.stage) if text)
    head = Box(room.x, room.top - 7 * mm, room.width, 7 * mm)
    bars = tag_bars(card, box)
    foot = Box(room.x, room.y, room.width, bars.height if bars else _FOOT)
    middle = Box(room.x, foot.top + 1 * mm, room.width, head.y - foot.top - 2 * mm)
    who = _who(card)
    lower = Box(middle.x, middle.y, middle.width, middle.height * (0.42 if who else 0.0))
    upper = Box(middle.x, lower.top, middle.width, middle.height - lower.height)
    left, right = _foot_words(card)
    found = [
        _piece(capped(event, _EVENT_CAP), style.REGULAR, head, 8.5),
        _piece(card.name, style.BOLD, upper, 22),
        _piece(who, style.REGULAR, lower, 10.5),
        *(_beside(foot, bars, left, right) if bars else _foot(foot, (left, 9), (right, 12))),
    ]
    return tuple(item for item in found if item.text.lines)


def tag_bars(card: NameCard, box: Box) -> Box | None:
    """Return where the bars of a tag stand with the white at their sides; None where there is no number."""
    if card.number is None or card.number < 0:
        return None
    room = box.inside(_PADDING)
    width = float(_code(card.number).width) + 2 * _QUIET
    return Box(room.x + room.width - width, room.y, width, _BARS)


def _code(given: int) -> Code128:
    """Return the bars of a number: its digits and nothing else."""
    return Code128(str(given), barWidth=MODULE, barHeight=_BARS, quiet=False)


def _beside(foot: Box, bars: Box, left: str, right: str) -> tuple[Piece, Piece]:
    """Return two texts one above the other, left of the bars."""
    width = bars.x - foot.x - 1 * mm
    low = foot.height * (0.55 if left and right else 1.0 if right else 0.0)
    return (
        _piece(left, style.REGULAR, Box(foot.x, foot.y + low, width, foot.height - low), 9, 0.0),
        _piece(right, style.BOLD, Box(foot.x, foot.y, width, low), 12, 0.0),
    )


def _foot(box: Box, left: tuple[str, float], right: tuple[str, float]) -> tuple[Piece, Piece]:
    """Return two texts, each with its largest size, at the ends of a line that they share."""
    half = box.width / 2 - 1 * mm
    wide = box.width if not (left[0] and right[0]) else half
    return (
        _piece(left[0], style.REGULAR, Box(box.x, box.y, wide, box.height), left[1], 0.0),
        _piece(right[0], style.BOLD, Box(box.x + box.width - wide, box.y, wide, box.height), right[1], 1.0),
    )


def _who(card: NameCard) -> str:
    return "\n".join(" ".join(text.split()) for text in (card.position, card.origin) if text.strip())


def _foot_words(card: NameCard) -> tuple[str, str]:
    mark = f"No. {number(card.number)}" if card.number is not None else ""
    return " · ".join(text for text in (mark, card.body) if text.strip()), card.group


def _piece(text: str, font: str, box: Box, most: float, share: float = 0.5) -> Piece:
    found = fitted(capped(text, _TEXT_CAP), font, Room(box.width, box.height, most))
    spare = (box.height - found.height) / 2
    return Piece(found, Box(box.x, box.y + spare, box.width, found.height), share)


def _draw_tag(canvas: Surface, card: NameCard, box: Box, picture: CardPicture) -> None:
    canvas.setFillColor(style.INK)
    for item in tag_pieces(card, box, picture):
        _draw(canvas, item)
    bars = tag_bars(card, box)
    if bars is not None and card.number is not None:
        at = math.ceil((bars.x + _QUIET) / _DOT) * _DOT
        _code(card.number).drawOn(canvas, at, bars.y)
    room = box.inside(_PADDING)
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.5)
    canvas.line(room.x, room.top - 7.2 * mm, room.x + room.width, room.top - 7.2 * mm)
    if not card.name.strip():
        _write_lines_to_fill(canvas, Box(room.x, room.y + 9 * mm, room.width, room.height - 18 * mm), 2)


def _draw(canvas: Surface, item: Piece) -> None:
    write_lines(canvas, item.text, (item.box.x, item.box.width, item.box.top), item.share)


def _write_lines_to_fill(canvas: Surface, box: Box, count: int) -> None:
    """Draw lines on which a name is written by hand."""
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.5)
    for place in range(count):
        y = box.y + place * box.height / max(count, 1)
        canvas.line(box.x, y, box.x + box.width, y)


# Cards for the table ---------------------------------------------------------------------------------------


def tent_places(sheet: style.Sheet, *, two: bool) -> tuple[Box, ...]:
    """Return where the unfolded cards of a sheet stand; each is folded at half its height."""
    if not two:
        return (Box(0, 0, sheet.width, sheet.height),)
    half = sheet.height / 2
    return (Box(0, half, sheet.width, half), Box(0, 0, sheet.width, half))


def tent_pieces(card: NameCard, box: Box, picture: CardPicture) -> tuple[Piece, ...]:
    """Return the texts of the side of a folded card that is read in ``box``, with the boxes they take."""
    room = box.inside(_TENT_PADDING + 1 * mm)
    left, right = " · ".join(text for text in (picture.event, picture.stage) if text), card.group
    foot = Box(room.x, room.y, room.width, 7 * mm)
    middle = Box(room.x, foot.top + 2 * mm, room.width, room.top - foot.top - _FOLD_ROOM)
    who = _who(card)
    lower = Box(middle.x, middle.y, middle.width, middle.height * (0.32 if who else 0.0))
    upper = Box(middle.x, lower.top, middle.width, middle.height - lower.height)
    found = [
        _piece(card.name, style.BOLD, upper, 64),
        _piece(who, style.REGULAR, lower, 22),
        *_foot(foot, (capped(left, _EVENT_CAP), 10), (right, 16)),
    ]
    return tuple(item for item in found if item.text.lines)


def _draw_tent(canvas: Surface, card: NameCard, box: Box, picture: CardPicture) -> None:
    """Draw both sides of a card: the lower as it is read, the upper on its head."""
    side = Box(0, 0, box.width, box.height / 2)
    for turned in (False, True):
        canvas.saveState()
        if turned:
            canvas.translate(box.x + box.width, box.top)
            canvas.rotate(180)
        else:
            canvas.translate(box.x, box.y)
        canvas.setFillColor(style.INK)
        for item in tent_pieces(card, side, picture):
            _draw(canvas, item)
        if not card.name.strip():
            inner = side.inside(_TENT_PADDING + 14 * mm)
            _write_lines_to_fill(canvas, inner, 1)
        canvas.restoreState()


def _tent_marks(canvas: Surface, sheet: style.Sheet, places: Sequence[Box]) -> None:
    """Draw where to fold, and between two cards where to cut, at both edges that a printer reaches."""
    for box in places:
        _edge_mark(canvas, sheet, box.y + box.height / 2, "lipat", dashed=True)
    for box in places[:-1]:
        _edge_mark(canvas, sheet, box.y, "potong", dashed=False)


def _edge_mark(canvas: Surface, sheet: style.Sheet, y: float, word: str, *, dashed: bool) -> None:
    canvas.saveState()
    canvas.setStrokeColor(style.RULE)
    canvas.setFillColor(style.SOFT)
    canvas.setLineWidth(0.5)
    if dashed:
        canvas.setDash(2, 2)
    reach = 9 * mm
    canvas.line(sheet.left, y, sheet.left + reach, y)
    canvas.line(sheet.width - sheet.right - reach, y, sheet.width - sheet.right, y)
    write(canvas, word, style.REGULAR, 6.5, sheet.left, y + 2)
    canvas.restoreState()
