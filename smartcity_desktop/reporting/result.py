"""The results of one worksheet on paper, landscape: the rows of all sheets in one table under heads."""

from typing import Final

from smartcity_desktop.domain.merging import merged_words
from smartcity_desktop.domain.paper_result import (
    ResultColumn,
    ResultGroup,
    ResultLine,
    ResultPaper,
    sources_words,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Command,
    Grid,
    capped,
    content_need,
    framed,
    gap,
    head_cell,
    lay,
    line,
    paragraphs,
    row_height,
    unbroken,
    widths,
)

_WORD: Final = "Hasil kertas kerja"
_NOTHING: Final = "Belum ada isian di lembar mana pun."
_NAME: Final = 400
_MANY: Final = 9
"""Columns up to which the type keeps its usual size."""
_SMALL: Final = 8.0
_SHARE: Final = 3.5
"""Of a page: heads of columns, head of a sheet and row that are each lower than this part fit on one."""
_TOGETHER: Final = "NOSPLIT"


def parts(job: PrintJob) -> list[page.Part]:
    """Return the results of a gathered job."""
    picture = job.picture if isinstance(job.picture, ResultPaper) else ResultPaper()
    called = f"{_WORD} {picture.code}".strip()
    whole = capped(f"{called} {picture.title}".strip(), _NAME)
    paper = page.Paper(whole, called, (whole, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(lambda: _result(picture, job.frame), paper, job.frame, called)]


def _result(picture: ResultPaper, frame: PrintFrame) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    blocks = [
        line(f"{_WORD} {picture.code}".strip().upper(), style.SHEET_TITLE),
        *paragraphs(capped(picture.title, _NAME) or EMPTY, style.SHEET_OPD),
        *paragraphs(capped(event, _NAME), style.SMALL),
    ]
    if not picture.groups:
        return [*blocks, gap(6), *paragraphs(_NOTHING)]
    blocks += [gap(2), line(picture.counts, style.BODY_BOLD)]
    if picture.gone:
        blocks += [line(merged_words(picture.gone), style.SMALL)]
    if picture.unanswered:
        told = f"{', '.join(picture.unanswered)}."
        blocks += paragraphs(capped(told), style.SMALL, lead="Kolom yang belum diisi siapa pun:")
    return [*blocks, gap(5), _table(picture, style.broad(frame.paper))]


def _table(picture: ResultPaper, sheet: style.Sheet) -> Block:
    """Return one table, so that the columns of all groups stand below each other."""
    total = sheet.body_width
    size = style.CELL.fontSize if len(picture.columns) <= _MANY else _SMALL
    columns = [Column("No", 8, "right"), *(_column(item) for item in picture.columns)]
    rows = [line_ for group in picture.groups for line_ in group.lines]
    texts = [[number(len(rows)), *item.cells] for item in rows]
    sizes = widths(columns, total, content_need(columns, texts, total))
    plain = [style.sized(style.CELL_RIGHT if item.align == "right" else style.CELL, size) for item in columns]
    bold = [
        style.sized(style.CELL_BOLD, size) if own.main else look
        for own, look in zip((ResultColumn("", 0), *picture.columns), plain, strict=True)
    ]
    grid, extra, place = Grid([[head_cell(item, size) for item in columns]], [0]), list[Command](), 0
    for group in picture.groups:
        extra += _head(grid, group, len(columns), size)
        for item in group.lines:
            place += 1
            lay(grid, [number(place), *_cells(item, picture)], sizes, bold if item.sources else plain)
    tallest = max(row_height(row, sizes) for row in grid.cells)
    if tallest > sheet.body_height / _SHARE:
        # Such a row goes on over a page, and a head that must not end one would be cut in two with it.
        loose = [item for item in extra if item[0] != _TOGETHER]
        return framed(grid.cells, sizes, starts=grid.starts, extra=loose)
    return unbroken(framed(grid.cells, sizes, starts=grid.starts, extra=extra))


def _column(column: ResultColumn) -> Column:
    return Column(column.label, column.width, column.align)


def _head(grid: Grid, group: ResultGroup, columns: int, size: float) -> list[Command]:
    """Lay the line over a group, and return what makes it one: it never ends a page."""
    at = len(grid.cells)
    grid.starts.append(at)
    words = f"{capped(group.name, _NAME) or EMPTY} ({number(len(group.lines))})"
    grid.cells.append(
        [paragraphs(words, style.sized(style.CELL_BOLD, size)), *([] for _ in range(columns - 1))]
    )
    return [
        ("SPAN", (0, at), (-1, at)),
        ("BACKGROUND", (0, at), (-1, at), style.HEAD_FILL),
        (_TOGETHER, (0, at), (0, at + 1)),
    ]


def _cells(item: ResultLine, picture: ResultPaper) -> list[str]:
    """Return the texts of a row; below what a merged one says stands from how many."""
    if not item.sources:
        return list(item.cells)
    told = f"({sources_words(item.sources)})"
    return [
        f"{text}\n{told}" if column.main else text
        for column, text in zip(picture.columns, item.cells, strict=True)
    ]
