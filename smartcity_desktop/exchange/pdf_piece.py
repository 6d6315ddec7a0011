"""The tables of one page of a PDF as rows of text, with the lines of text that stand above each."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.exchange.pdf_cells import distributed
from smartcity_desktop.exchange.pdf_indent import Start
from smartcity_desktop.exchange.pdf_lattice import Lattice, lattices
from smartcity_desktop.exchange.pdf_marks import Box, Marks, Page, Word
from smartcity_desktop.exchange.pdf_rows import parted
from smartcity_desktop.exchange.pdf_text import COMMON, cell_text, line_text, lines_of
from smartcity_desktop.exchange.sheets import Merge

Line = tuple[float, str]
"""Where a line of text stands (its top), and what it says."""
_LEAST_COLUMNS: Final = 2
_LEAST_COLOURED: Final = 3
_MOSTLY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on one page: rows of text, merges, the lines above it, and where its columns' lines are.

    ``is_first`` and ``is_last`` say whether no other table stands above it or below it on the page, ``down``
    where its rows' lines are, ``until`` is the last page of one whose columns go on on another page.
    """

    page: int
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...]
    above: tuple[Line, ...]
    across: tuple[float, ...]
    is_first: bool = True
    is_last: bool = True
    starts: tuple[Start, ...] = ()
    down: tuple[float, ...] = ()
    until: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen on a page: its tables, the lines outside them, the boxes, and its marks."""

    marks: Marks
    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...]
    boxes: tuple["Boxed", ...]


@dataclass(frozen=True, slots=True)
class Boxed:
    """A ruled area with its text, row by row: a table, or a single box of a chart."""

    box: Box
    rows: tuple[tuple[str, ...], ...]


def seen(page: Page) -> Seen:
    """Return the tables of an open page."""
    marks = page.marks()
    if marks.is_drawing or not marks.words:
        return Seen(marks, (), (), ())
    found = _outermost(lattices(marks))
    if not any(len(item.across) > _LEAST_COLUMNS for item in found) and marks.fills:
        found = [
            item for item in _outermost(lattices(marks, with_fills=True)) if _holds(item, marks)
        ] or found
    filled, loose = distributed(page, marks, found)
    cut = [parted(item, words) for item, words in zip(found, filled, strict=True)]
    if any(one is not other for one, other in zip(found, cut, strict=True)):
        found = cut
        filled, loose = distributed(page, marks, found)
    known = COMMON | {word.text.lower() for word in marks.words}
    boxes = [Boxed(item.box, _rows(item, words, known)) for item, words in zip(found, filled, strict=True)]
    tables = [place for place, item in enumerate(found) if _is_table(item, boxes[place].rows)]
    beside = [
        word for place, words in enumerate(filled) if place not in tables for some in words for word in some
    ]
    lines = tuple(_lines([*loose, *beside]))
    pieces = _pieces(marks, [(found[place], boxes[place].rows, filled[place]) for place in tables], lines)
    return Seen(marks, pieces, lines, tuple(boxes))


def boxed(marks: Marks) -> tuple[list[Boxed], list[Line]]:
    """Return the ruled areas of a page put together of several, and the lines of text outside them."""
    found = _outermost(lattices(marks))
    filled, loose = distributed(None, marks, found)
    known = COMMON | {word.text.lower() for word in marks.words}
    areas = [Boxed(item.box, _rows(item, words, known)) for item, words in zip(found, filled, strict=True)]
    return areas, _lines(loose)


def _lines(words: Sequence[Word]) -> list[Line]:
    return [(min(word.top for word in line), line_text(line)) for line in lines_of(words)]


def _holds(table: Lattice, marks: Marks) -> bool:
    """Tell whether a table drawn by colours alone holds most of the page, in several columns and rows."""
    if len(table.across) <= _LEAST_COLOURED or len(table.down) <= _LEAST_COLOURED:
        return False
    middles = [((word.left + word.right) / 2, (word.top + word.bottom) / 2) for word in marks.words]
    return sum(table.at(*middle) is not None for middle in middles) > _MOSTLY * len(middles)


def _outermost(found: Sequence[Lattice]) -> list[Lattice]:
    """Return the tables without those that stand inside another, or around one that has more cells."""
    kept: list[Lattice] = []
    for item in sorted(found, key=lambda one: (-len(one.cells), one.area)):
        if not any(_overlap(item.box, other.box) for other in kept):
            kept.append(item)
    return [item for item in found if any(item is one for one in kept)]


def _overlap(one: Box, other: Box) -> bool:
    left, top, right, bottom = one
    return other[0] < right - 1 and left < other[2] - 1 and other[1] < bottom - 1 and top < other[3] - 1


def _rows(
    table: Lattice, filled: Sequence[Sequence[Word]], known: Collection[str]
) -> tuple[tuple[str, ...], ...]:
    rows = [[""] * (len(table.across) - 1) for _ in range(len(table.down) - 1)]
    for cell, words in zip(table.cells, filled, strict=True):
        if words:
            width = table.across[cell.right + 1] - table.across[cell.left]
            rows[cell.top][cell.left] = cell_text(words, width, known)
    return tuple(map(tuple, rows))


def _is_table(table: Lattice, rows: Sequence[Sequence[str]]) -> bool:
    return len(table.across) > _LEAST_COLUMNS and any(any(row) for row in rows)


def _pieces(
    marks: Marks,
    tables: Sequence[tuple[Lattice, tuple[tuple[str, ...], ...], list[list[Word]]]],
    lines: Sequence[Line],
) -> tuple[Piece, ...]:
    pieces = []
    done = 0.0
    for place, (table, rows, filled) in enumerate(tables):
        top, bottom = table.down[0], table.down[-1]
        above = tuple(line for line in lines if done <= line[0] < top)
        merges = tuple(
            (cell.top, cell.left, cell.bottom, cell.right)
            for cell in table.cells
            if cell.bottom > cell.top or cell.right > cell.left
        )
        starts = tuple(_starts(table, rows, filled))
        is_last = place == len(tables) - 1
        pieces.append(
            Piece(marks.number, rows, merges, above, table.across, not place, is_last, starts, table.down)
        )
        done = max(done, bottom)
    return tuple(pieces)


def _starts(
    table: Lattice, rows: Sequence[Sequence[str]], filled: Sequence[Sequence[Word]]
) -> Iterable[Start]:
    """Yield where the texts begin that begin with a letter and stand in one column."""
    for cell, words in zip(table.cells, filled, strict=True):
        if words and cell.left == cell.right and rows[cell.top][cell.left][:1].isalpha():
            yield start_of(words, cell.top, cell.left, table.across[cell.left])


def start_of(words: Sequence[Word], row: int, column: int, edge: float) -> Start:
    """Return where the first line of a text begins and ends in its column."""
    first = words[0] if len(words) == 1 else min(words, key=lambda word: (round(word.top), word.left))
    middle = first.top + first.height / 2
    right = max((word.right for word in words if word.top < middle < word.bottom), default=first.right)
    return Start(row, column, first.left - edge, right - edge)


def tidy(piece: Piece) -> Piece:
    """Return a piece without rows that exist only between two lines drawn close together."""
    spanned = {row for top, _, bottom, _ in piece.merges for row in range(top, bottom + 1)}
    return without(
        piece, {row for row, cells in enumerate(piece.rows) if not any(cells) and row not in spanned}
    )


def without(piece: Piece, gone: Collection[int]) -> Piece:
    """Return a piece without some of its rows, through which no cell reaches down."""
    if not gone:
        return piece
    kept = [row for row in range(len(piece.rows)) if row not in gone]
    place = {row: number for number, row in enumerate(kept)}
    merges = tuple(
        (place[top], left, place[bottom], right)
        for top, left, bottom, right in piece.merges
        if top in place and bottom in place
    )
    starts = tuple(start._replace(row=place[start.row]) for start in piece.starts if start.row in place)
    return replace(piece, rows=tuple(piece.rows[row] for row in kept), merges=merges, starts=starts)
