"""Papers for those who lead: facts and a few tables, shortened until they stand on one page."""

from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.paper_leader import LeaderPage, LeaderTable
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    identity,
    line,
    paragraphs,
    section,
    table,
)
from smartcity_desktop.reporting.letter import letterhead

_NAME: Final = 300
_CELL: Final = 160
"""Letters of a cell on a paper of one page."""
_USUAL: Final = style.CELL.fontSize
_SIZES: Final = (
    *((99, _USUAL), (99, 8.0), (12, 8.0), (8, 8.0)),
    *((6, 7.5), (4, 7.5), (3, 7.0), (2, 7.0), (1, 7.0)),
)
"""Rows of each table and type size in points that are tried until all stands on one page."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the paper of a gathered job."""
    picture = job.picture if isinstance(job.picture, LeaderPage) else LeaderPage(job.name)
    running = (capped(job.frame.workshop_title, _NAME), capped(picture.title, _NAME))
    direction = page.BROAD if picture.broad else page.UPRIGHT
    paper = page.Paper(capped(job.name, _NAME), capped(job.name, _NAME), running, direction)
    return [page.Part(lambda: _blocks(picture, job.frame), paper, job.frame, capped(job.name, _NAME))]


def _blocks(picture: LeaderPage, frame: PrintFrame) -> list[Block]:
    sheet = style.broad(frame.paper) if picture.broad else style.upright(frame.paper)
    if not picture.one_page:
        return _laid(picture, frame, sheet, None, style.CELL.fontSize)
    for rows, size in _SIZES:
        if page.pages_of(_laid(picture, frame, sheet, rows, size), sheet) == 1:
            break
    return _laid(picture, frame, sheet, rows, size)


def _laid(
    picture: LeaderPage, frame: PrintFrame, sheet: style.Sheet, most: int | None, size: float
) -> list[Block]:
    total = sheet.body_width
    blocks = [
        *letterhead(frame.letterhead, total),
        line(picture.title.upper(), style.TITLE),
        *paragraphs(capped(picture.subtitle, 600), style.SUBTITLE),
        gap(4),
    ]
    facts = [(label, capped(text, 900)) for label, text in picture.facts if text.strip()]
    blocks += [identity(facts, total)] if facts else []
    for item in picture.tables:
        blocks += table_blocks(item, total, None if item.whole else most, size)
    return blocks


def table_blocks(
    item: LeaderTable,
    total: float,
    most: int | None = None,
    size: float = _USUAL,
    *,
    heading: Callable[[str], list[Block]] = section,
) -> list[Block]:
    """Return a table with its heading and what stands below it, at most so many rows of it."""
    head = heading(item.title)
    if not item.rows:
        return [*head, line(item.empty or EMPTY, style.SMALL)]
    shown = item.rows if most is None else item.rows[:most]
    limit = _NAME if most is None else _CELL
    columns = [Column(one.head, one.width, one.align) for one in item.columns]
    rows = [[capped(text, limit) or EMPTY for text in row] for row in shown]
    blocks = [*head, table(columns, rows, total, sums=item.sums or None, size=size)]
    left = len(item.rows) - len(shown)
    told = [f"… dan {number(left)} {item.more} lainnya."] if left else []
    return [*blocks, *_notes([*told, item.note])]


def _notes(texts: Sequence[str]) -> list[Block]:
    return [
        block for text in texts if text for block in (gap(2), *paragraphs(capped(text, 900), style.SMALL))
    ]
