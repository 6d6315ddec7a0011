"""What is filled in by hand: lines to write on, boxes to tick, rows spread over whole pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import (
    Block,
    Command,
    capped,
    framed,
    height_of,
    line,
    lines,
    plain,
    row_height,
    text_line_width,
    together,
)
from smartcity_desktop.reporting.page import new_page

TICK: Final = "☐"
_BIND: Final = "\u00a0"
_FIELD_GAP: Final = 4 * mm
_WORD_GAP: Final = 4.0
_SLACK: Final = 2.0


@dataclass(frozen=True, slots=True)
class Rows:
    """How rows stand on a page: at least ``least`` points high, stretched ``tallest``, ``most`` of them.

    ``filled_up`` puts empty rows on the last page, as far as there is room.
    """

    least: float
    tallest: float
    most: int
    filled_up: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A form of numbered rows over whole pages; everything that stands on more than one page is a builder.

    ``row`` gives the cells of row number 1, 2, …, also beyond the ``known`` rows, where they are empty;
    ``commands`` and ``head_commands`` are added to the table and, when it is measured, to its head; ``end``
    stands once, below the last page's foot, and never on a page without rows. ``foot_of`` makes the foot of
    a page from the numbers of its rows, as high as ``foot``. ``padding`` (above and below, in points) is that
    of ``commands``: where it is told, cells that are lists of blocks are measured without a table of their
    own, and built only once.
    """

    sheet: style.Sheet
    sizes: Sequence[float]
    rows: Rows
    known: int
    heads: Callable[[], list[Block]]
    row: Callable[[int], list[Block]]
    first: Callable[[], list[Block]]
    later: Callable[[], list[Block]]
    foot: Callable[[], list[Block]]
    commands: Sequence[Command] = ()
    head_commands: Sequence[Command] = ()
    end: Callable[[], list[Block]] = list
    foot_of: Callable[[range], list[Block]] | None = None
    padding: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class WriteField:
    """A place to write: its label, what is known already, its share of the line, a word after it."""

    label: str
    value: str = ""
    share: float = 1.0
    after: str = ""


def boxes(words: Sequence[str]) -> str:
    """Return words to tick: ``☐ Ya  ☐ Sebagian  ☐ Tidak``; box and word stay together."""
    return " ".join(f"{TICK}{_BIND}{word.replace(' ', _BIND)}" for word in words)


def write_line(fields: Sequence[WriteField], total: float) -> Block:
    """Return fields beside each other, each with a line to write on."""
    labels = [text_line_width(item.label, style.SMALL) + 5 for item in fields]
    afters = [
        text_line_width(item.after, style.SMALL) + 2 + _WORD_GAP if item.after else 0.0 for item in fields
    ]
    known = [min(text_line_width(item.value, style.SMALL), total / len(fields)) for item in fields]
    free = max(total - sum(labels) - sum(afters) - sum(known) - _FIELD_GAP * (len(fields) - 1), 0.0)
    shares = sum(item.share for item in fields)
    cells: list[Block] = []
    sizes: list[float] = []
    rules: list[tuple[object, ...]] = []
    for item, label, after, needed in zip(fields, labels, afters, known, strict=True):
        if cells:
            cells.append("")
            sizes.append(_FIELD_GAP)
        cells.extend((line(item.label, style.SMALL), line(capped(item.value, 200), style.SMALL)))
        sizes.extend((label, max(needed + free * item.share / shares, 10.0)))
        place = len(cells) - 1
        rules.append(("LINEBELOW", (place, 0), (place, 0), 0.5, style.RULE))
        if item.after:
            cells.extend(("", line(item.after, style.SMALL)))
            sizes.extend((_WORD_GAP, after - _WORD_GAP))
    bottom = ("VALIGN", (0, 0), (-1, -1), "BOTTOM")
    return plain([cells], sizes, bottom, ("TOPPADDING", (0, 0), (-1, -1), 5), *rules)


def pages(form: Form) -> list[Block]:
    """Return the pages of a form: head, rows that share out the room, foot."""
    laid = _laid(form)
    story: list[Block] = []
    number = 1
    for place, page_heights in enumerate(laid.heights):
        numbers = range(number, number + len(page_heights))
        cells = [form.heads(), *(laid.cells.get(row) or form.row(row) for row in numbers)]
        number = numbers.stop
        grid = framed(
            cells,
            form.sizes,
            heights=[laid.head, *page_heights],
            extra=(*form.commands, *form.head_commands),
        )
        story.extend([*([new_page()] if place else []), *(form.later() if place else form.first())])
        story.extend([grid, *(form.foot_of(numbers) if form.foot_of else form.foot())])
    return [*story, together(form.end())] if form.end() else story


def rows_by_page(form: Form) -> list[range]:
    """Return the numbers of the known rows of every page that has any."""
    found: list[range] = []
    number = 1
    for heights in _laid(form).heights:
        numbers = range(number, min(number + len(heights), form.known + 1))
        number += len(heights)
        found += [numbers] if numbers else []
    return found


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where the rows come to stand: heights by page, that of the head, and the cells as far as built."""

    heights: list[list[float]]
    head: float
    cells: dict[int, list[Block]]


def _laid(form: Form) -> _Laid:
    total = form.sheet.body_width
    head = height_of([framed([form.heads()], form.sizes, extra=(*form.commands, *form.head_commands))], total)
    room = form.sheet.body_height - head - height_of(form.foot(), total) - _SLACK
    cells: dict[int, list[Block]] = {}
    natural: list[float] = []
    for number in range(1, form.known + 1):
        row = form.row(number)
        if form.padding is None:
            table = framed([row], form.sizes, head=0, extra=form.commands)
            natural.append(height_of([table], total))
        else:
            cells[number] = row
            natural.append(row_height(row, form.sizes) + sum(form.padding))
    heights = spread(
        natural,
        form.rows,
        first=room - height_of(form.first(), total),
        later=room - height_of(form.later(), total),
        end=height_of(form.end(), total) + _SLACK if form.end() else 0.0,
    )
    return _Laid(heights, head, cells)


def spread(
    natural: Sequence[float], rows: Rows, *, first: float, later: float, end: float = 0.0
) -> list[list[float]]:
    """Return the row heights of every page, the room of a page shared out among its rows.

    ``natural`` is what the text of each row needs; ``first`` and ``later`` are the room for rows on page 1
    and on the following. The last page is filled with empty rows, so that something can be added by hand,
    as far as ``end`` leaves room: what stands once below the rows of the last page. Where the known rows
    leave none, a page of empty rows follows.
    """
    pages: list[list[float]] = [[]]
    room = first
    for height in (max(item, rows.least) for item in natural):
        if pages[-1] and (len(pages[-1]) >= rows.most or sum(pages[-1]) + height > room):
            pages.append([])
            room = later
        pages[-1].append(height)
    if end and pages[-1] and sum(pages[-1]) > room - end:
        # A page that is not to be filled up takes a row along, so that nobody signs below nothing.
        pages.append([] if rows.filled_up or len(pages[-1]) == 1 else [pages[-1].pop()])
        room = later
    while (
        (rows.filled_up or not pages[-1])
        and len(pages[-1]) < rows.most
        and sum(pages[-1]) + rows.least <= room - end
    ):
        pages[-1].append(rows.least)
    rooms = [first, *[later] * (len(pages) - 1)]
    rooms[-1] -= end
    return [_stretched(page, rows.tallest, room) for page, room in zip(pages, rooms, strict=True)]


def _stretched(heights: Sequence[float], tallest: float, room: float) -> list[float]:
    spare = max(room - sum(heights), 0.0) / max(len(heights), 1)
    return [max(height, min(height + spare, tallest)) for height in heights]


def numbered(texts: Sequence[str]) -> str:
    """Return several short texts as one: ``1) … 2) …``."""
    return "  ".join(f"{place}) {' '.join(lines(text))}" for place, text in enumerate(texts, start=1))
