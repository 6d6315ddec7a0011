"""Idea cards and ballots: several on a sheet, each with its number and bars, with marks to cut along."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.paper_loop import Paper
from smartcity_desktop.domain.paper_slips import BallotsPicture, CardsPicture
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.bars import made
from smartcity_desktop.reporting.blocks import Block, capped
from smartcity_desktop.reporting.cut_sheet import Box, CutSheet, cut_marks
from smartcity_desktop.reporting.fit import Room, Surface, fitted, write, write_lines

_PADDING: Final = 4 * mm
_HEAD: Final = 12 * mm
_BARS: Final = 46 * mm
_RULE: Final = 8.5 * mm
_LINE: Final = 6 * mm
_CAP: Final = 300
_ASKED: Final = 8 * mm
_TICK: Final = 3 * mm
_CARDS_OF: Final = (2, 4)
_LAYOUTS: Final = ((2, 3), (2, 2), (2, 1))
"""Ballots beside and below each other, many before few: as many as their lines leave room for."""


def cards_part(picture: CardsPicture, frame: PrintFrame) -> page.Part:
    """Return a batch of idea cards: eight on a sheet."""
    return _part(picture.issue.paper, frame, _CARDS_OF, partial(_card, picture, frame))


def ballots_part(picture: BallotsPicture, frame: PrintFrame) -> page.Part:
    """Return a batch of ballots: as many on a sheet as their lines leave room for."""
    return _part(
        picture.issue.paper, frame, layout(len(picture.lines), frame), partial(_ballot, picture, frame)
    )


def layout(lines: int, frame: PrintFrame) -> tuple[int, int]:
    """Return how many ballots of so many lines stand beside and below each other."""
    sheet = style.cards(frame.paper)
    for across, down in _LAYOUTS:
        if _room_of_lines(sheet.body_height / down) >= lines * _LINE:
            return across, down
    return _LAYOUTS[-1]


def _room_of_lines(height: float) -> float:
    return float(height - 2 * _PADDING - _HEAD - 3 * _ASKED)


def _part(
    paper: Paper, frame: PrintFrame, of: tuple[int, int], draw: Callable[[Surface, Box, int], None]
) -> page.Part:
    size = of[0] * of[1]
    # Without a batch there is one sheet of slips that have no number, to be copied.
    numbers = list(paper.numbers) or list(range(1, size + 1))
    title = f"{paper.number} {numbers[0]}–{numbers[-1]}" if paper.number else "Tanpa nomor"

    sheet = style.cards(frame.paper)

    def build() -> list[Block]:
        story: list[Block] = []
        for start in range(0, len(numbers), size):
            story += [page.new_page()] if story else []
            own = numbers[start : start + size]
            story.append(CutSheet(sheet, partial(_slips, _places(sheet, of), own, draw)))
        return story

    return page.Part(build, page.Paper(title, title, first=page.CARDS), frame, title)


def _slips(
    places: Sequence[Box],
    numbers: Sequence[int],
    draw: Callable[[Surface, Box, int], None],
    canvas: Surface,
) -> None:
    """Draw the slips of a sheet row by row from the top, and where to cut."""
    for number, box in zip(numbers, places, strict=False):
        canvas.setFillColor(style.INK)
        draw(canvas, box, number)
    cut_marks(canvas, places)


def _places(sheet: style.Sheet, of: tuple[int, int]) -> list[Box]:
    across, down = of
    width, height = sheet.body_width / across, sheet.body_height / down
    top = sheet.bottom + sheet.body_height
    return [
        Box(sheet.left + column * width, top - (row + 1) * height, width, height)
        for row in range(down)
        for column in range(across)
    ]


def _numbered(canvas: Surface, box: Box, paper: Paper, number: int) -> Box:
    """Draw number, code and bars at the head of a slip; return what is left below them."""
    room = box.inside(_PADDING)
    if not paper.number:
        return room
    code = code_of(paper.called(number))
    bars = made(code, _BARS, 7 * mm)
    at = room.x + room.width - float(bars.width)
    bars.drawOn(canvas, at, room.top - 7 * mm)
    write(canvas, code, style.BOLD, 13, room.x, room.top - 5.5 * mm)
    return Box(room.x, room.y, room.width, room.height - _HEAD)


def _told(canvas: Surface, text: str, box: Box, font: str, most: float) -> None:
    found = fitted(capped(text, _CAP), font, Room(box.width, box.height, most))
    write_lines(canvas, found, (box.x, box.width, box.top), 0.0)


def _card(picture: CardsPicture, frame: PrintFrame, canvas: Surface, box: Box, number: int) -> None:
    """Draw an idea card: what is asked, lines to write on, whose it is."""
    room = _numbered(canvas, box, picture.issue.paper, number)
    asked = picture.question or picture.title or frame.workshop_title
    _told(canvas, asked, Box(room.x, room.top - _ASKED, room.width, _ASKED), style.REGULAR, 9)
    foot = _ticks(canvas, picture.groups, Box(room.x, room.y, room.width, 2 * _TICK + 4 * mm))
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.5)
    y = room.top - _ASKED - _RULE
    while y > room.y + foot:
        canvas.line(room.x, y, room.x + room.width, y)
        y -= _RULE


def _ticks(canvas: Surface, groups: Sequence[str], box: Box) -> float:
    """Draw the groups to be ticked, in rows at the foot; a line to write the name where they are too many.

    Returns how high they stand.
    """
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.6)
    wide = max((style.text_width(text, style.REGULAR, 8) for text in groups), default=0.0) + 6 * mm
    across = max(int(box.width // wide), 1) if groups else 0
    if not groups or len(groups) > 2 * across:
        words = "Kelompok" if groups else ""
        if words:
            write(canvas, words, style.REGULAR, 8, box.x, box.y + 1)
            canvas.line(box.x + 16 * mm, box.y, box.x + box.width, box.y)
        return float(5 * mm)
    rows = -(-len(groups) // across)
    for place, text in enumerate(groups):
        row, column = divmod(place, across)
        x, y = box.x + column * box.width / across, box.y + (rows - 1 - row) * 5 * mm
        canvas.rect(x, y, _TICK, _TICK, stroke=1, fill=0)
        write(canvas, text, style.REGULAR, 8, x + _TICK + 1 * mm, y + 0.6 * mm)
    return float(rows * 5 * mm + 1 * mm)


def _ballot(picture: BallotsPicture, frame: PrintFrame, canvas: Surface, box: Box, number: int) -> None:
    """Draw a ballot: the question, the rule, a line for each choice with a box for the points."""
    room = _numbered(canvas, box, picture.issue.paper, number)
    asked = picture.question or picture.title or frame.workshop_title
    _told(canvas, asked, Box(room.x, room.top - 2 * _ASKED, room.width, 2 * _ASKED), style.BOLD, 10.5)
    _told(canvas, picture.rule, Box(room.x, room.top - 3 * _ASKED, room.width, _ASKED), style.REGULAR, 8.5)
    top = room.top - 3 * _ASKED
    high = min(_LINE * 1.4, (top - room.y) / max(len(picture.lines), 1))
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    for place, text in enumerate(picture.lines, start=1):
        y = top - place * high
        canvas.rect(room.x, y + high * 0.08, 11 * mm, high * 0.84, stroke=1, fill=0)
        line = Box(room.x + 13 * mm, y + high * 0.08, room.width - 13 * mm, high * 0.84)
        _told(canvas, f"{place}. {text}", line, style.REGULAR, 9.5)
