"""The tables of a book: how wide their columns are, the same on paper and in Word, and how they are laid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain import book_text
from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.book_text import plain
from smartcity_desktop.reporting import blocks, style
from smartcity_desktop.reporting import book_looks as looks
from smartcity_desktop.reporting.blocks import Align, Block, Column

NARROW: Final = 6
"""Columns above which a table is set smaller."""
SMALL_CELL: Final = 8.0
MOST_COLUMNS: Final = 16
"""Columns of a table typed by hand up to which they stand beside each other on an upright page."""
_BEHIND: Final = 10.0
_HEAD_LINES: Final = 20
_HEAD_SHARE: Final = 3
"""A head that repeats takes at most this part of a page: what is taller is a text and no head."""
_WHOLE_LINES: Final = 20
"""Up to so many lines a row stands on one page."""
_WHOLE_ROWS: Final = 6
"""A table of at most so many low rows stands on one page."""
_LAST: Final = 2
"""So many of the last rows stand on one page."""
_ROW_PADDING: Final = 6.0
_SHORTEST, _LONGEST = 6, 60
"""Letters of a cell that count as its breadth, in tables whose columns nobody measured."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The columns of a table with their widths in points and the type size in points."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    size: float


def _fit(columns: Sequence[Column], texts: Sequence[Sequence[str]], width: float) -> Fit:
    style.load_fonts()
    size = SMALL_CELL if len(columns) > NARROW else style.CELL.fontSize
    found = blocks.widths(columns, width, blocks.content_need(columns, texts, width))
    return Fit(tuple(columns), tuple(found), size)


def filled_fit(table: BookTable, width: float) -> Fit:
    """Return how a table that filled itself fits into a width in points: no figure is ever broken."""
    count = len(table.columns)
    shares = table.widths or (1.0,) * count
    left: Align = "left"
    sides = (*table.aligns, *(left,) * count)
    columns = [
        Column(head, share, align) for head, share, align in zip(table.columns, shares, sides, strict=False)
    ]
    texts = [_whole(row.cells, count) for row in table.lines] + ([table.sums] if table.sums else [])
    return _fit(columns, texts, width)


def _whole(cells: Sequence[str], count: int) -> tuple[str, ...]:
    return (*cells, *("",) * (count - len(cells)))[:count]


def typed_fit(grid: book_text.Grid, width: float) -> Fit:
    """Return how a table typed by hand fits into a width in points: its columns as broad as their texts."""
    texts = [[plain(cell) for cell in row] for row in grid.rows]
    longest = [max(map(len, column)) for column in zip(*texts, strict=True)]
    shares = [float(min(max(letters, _SHORTEST), _LONGEST)) for letters in longest]
    columns = [Column(head, share) for head, share in zip(texts[0], shares, strict=True)]
    return _fit(columns, texts, width)


def typed_grids(grid: book_text.Grid) -> Iterator[book_text.Grid]:
    """Yield a table typed by hand in tables narrow enough for a page, each with its first column."""
    count = len(grid.rows[0])
    if count <= MOST_COLUMNS:
        yield grid
        return
    for begin in range(1, count, MOST_COLUMNS - 1):
        end = begin + MOST_COLUMNS - 1
        yield book_text.Grid(tuple((row[0], *row[begin:end]) for row in grid.rows))


def has_head(grid: book_text.Grid, fit: Fit) -> bool:
    """Tell whether the first row of a table typed by hand is a head: so low that it can repeat."""
    return blocks.are_low([[plain(cell) for cell in grid.rows[0]]], fit.widths, fit.size, _HEAD_LINES)


def is_small(table: BookTable, fit: Fit) -> bool:
    """Tell whether a table is so small that it stands on one page."""
    texts = [_whole(row.cells, len(fit.widths)) for row in table.lines]
    rows = len(table.rows) + bool(table.sums)
    return rows <= _WHOLE_ROWS and blocks.are_low(texts, fit.widths, fit.size, _WHOLE_LINES // 2)


@dataclass(frozen=True, slots=True)
class Laid:
    """A table on paper, and the height in points that its beginning needs to stand below its caption."""

    block: Block
    need: float


def filled(table: BookTable, width: float) -> Laid:
    """Return a table that filled itself over the width in points: its head repeats, headings span it.

    Its last rows stand together, with the note below them.
    """
    fit = filled_fit(table, width)
    columns, sizes, size = fit.columns, fit.widths, fit.size
    texts = [_whole(row.cells, len(columns)) for row in table.lines] + ([table.sums] if table.sums else [])
    grid = blocks.Grid(cells=[[blocks.head_cell(item, size) for item in columns]], starts=[0])
    usual = [blocks.cell_look(item, size) for item in columns]
    bold = [blocks.cell_look(item, size, bold=True) for item in columns]
    extra: list[blocks.Command] = []
    lines = iter(texts)
    names: list[int] = []
    for row in table.rows:
        if row.heading:
            at = len(grid.cells)
            names.append(at)
            grid.starts.append(at)
            grid.cells.append([blocks.paragraphs(row.cells[0], style.CELL_BOLD), *([] for _ in columns[1:])])
            extra += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), style.BAND_FILL)]
            extra += [("NOSPLIT", (0, at), (-1, at + 1))] if row is not table.rows[-1] else []
        else:
            blocks.lay(grid, next(lines), sizes, usual)
    if table.sums:
        blocks.lay(grid, table.sums, sizes, bold)
    low = blocks.are_low(texts, sizes, size, _WHOLE_LINES)
    kept = len(grid.cells) if is_small(table, fit) else 1 + _LAST + bool(table.rows and table.rows[0].heading)
    need = sum(blocks.row_height(row, sizes) + _ROW_PADDING for row in grid.cells[:kept])
    if table.note:
        at = len(grid.cells)
        grid.cells.append([[blocks.line(table.note, looks.NOTE)], *([] for _ in columns[1:])])
        extra += [("SPAN", (0, at), (-1, at)), ("LEFTPADDING", (0, at), (-1, at), 0)]
    if low:
        last = _LAST + bool(table.sums) + bool(table.note)
        whole = kept == len(grid.cells) - bool(table.note) or len(grid.cells) <= last
        extra.append(("NOSPLIT", (0, 0 if whole else -last), (-1, -1)))
    made = blocks.framed(
        grid.cells, sizes, starts=grid.starts, extra=extra, foot=int(bool(table.note)), names=names
    )
    # A space of its own would stand alone on a page where the table ends with one.
    made.spaceAfter = _BEHIND
    return Laid(blocks.unbroken(made) if low else made, need)


def typed(grid: book_text.Grid, width: float, height: float) -> Laid:
    """Return a table that was typed by hand, for a page of a width and height in points."""
    fit = typed_fit(grid, width)
    size = fit.size
    look, head = style.sized(style.CELL, size), style.sized(style.CELL_BOLD, size)
    cells = [
        [
            [blocks.rich([(run.text, run.bold, run.italic) for run in cell], look if at else head)]
            for cell in row
        ]
        for at, row in enumerate(grid.rows)
    ]
    first = blocks.row_height(cells[0], fit.widths)
    is_headed = has_head(grid, fit) and first <= height / _HEAD_SHARE
    made = blocks.framed(cells, fit.widths, head=int(is_headed))
    made.spaceAfter = _BEHIND
    need = sum(blocks.row_height(row, fit.widths) + _ROW_PADDING for row in cells[: 1 + _LAST])
    return Laid(made, need)
