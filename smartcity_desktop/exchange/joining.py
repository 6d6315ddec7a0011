"""Tables that a document cuts into pieces, joined into one: page by page, or one table after the other.

A piece continues a table where it is as wide and either repeats its heading (letter by letter or by meaning)
or has none and holds figures in the same columns. A title of its own that names another table or another
agency keeps it apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from smartcity_desktop.exchange import renstra_titles
from smartcity_desktop.exchange.renstra_head import Head, find_head
from smartcity_desktop.exchange.sheets import Grid, Merge
from smartcity_desktop.exchange.text import one_line

_LOOK_BACK: Final = 4
"""Tables behind the last one that a piece may still belong to: a letterhead or a signature stands between."""
_MOST_REPEATED: Final = 8
_LEAST_CELLS: Final = 2
_LEAST_WIDTH: Final = 2
_MOSTLY: Final = 0.6
_NAME: Final = 60
_TABLE: Final = re.compile(r"\btabel\s+((?:[ivx]+|t-?c|\d+)[\w.\-–]*)", re.IGNORECASE)
_CONTINUED: Final = re.compile(r"\b(?:lanjutan|sambungan|lanjut)\b", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\(?-?(?:rp\.?\s*)?[\d.,]+(?:\s*%)?,?-?\)?", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(r"\W*(?:hal(?:aman)?\W*)?(?:\d{1,4}|[ivxl]{1,7})\W*", re.IGNORECASE)


def joined(grids: Iterable[Grid]) -> list[Grid]:
    """Return the tables of a document with those that continue each other made one, in the order of the file.

    Repeated headings are left out, merges and doubtful places move along, ``pages`` stay the page of each row
    (0 for a row of a piece that had none). What stands ``above`` becomes rows on top, as titles stand in a
    spreadsheet, and every table gets a name of its own.
    """
    tables: list[_Table] = []
    for grid in grids:
        if not grid.rows:
            continue
        recent = enumerate(reversed(tables[-_LOOK_BACK:]))
        piece = _Table(grid)
        last = next((table for place, table in recent if table.take(piece, is_last=not place)), None)
        if last is None:
            tables.append(piece)
    return _named([titled(table.whole()) for table in tables])


def title_of(lines: Sequence[str]) -> str:
    """Return what a table is called by the lines above it, "" where none sounds like a name."""
    named = [line for line in lines if _TABLE.search(line)]
    short = named[-1:] or [line for line in lines[-1:] if len(line) <= _NAME]
    return one_line(short[0])[:_NAME].rstrip(" .,:;") if short else ""


@dataclass
class _Table:
    """A table that grows by the pieces that continue it."""

    first: Grid
    pieces: list[tuple[Grid, int]] = field(default_factory=list)
    """Grids with the number of rows that repeat the heading."""

    def __post_init__(self) -> None:
        self.pieces.append((self.first, 0))

    @cached_property
    def head(self) -> Head | None:
        """The heading of a plan at the top of the first piece."""
        return find_head(self.first)

    @cached_property
    def _figures(self) -> list[float | None]:
        """For each column the share of its filled cells that are figures, None where it is empty."""
        end = self.head.end if self.head else 1
        return _shares(self.first.rows[end:] or self.first.rows)

    def take(self, piece: "_Table", *, is_last: bool) -> bool:
        """Add a piece if it continues this table; a piece without a heading continues the last table only."""
        grid = piece.first
        if _width(grid) != _width(self.first) or not self._may_stand_under(grid.above):
            return False
        repeated = self._repeated(piece)
        if repeated is None:
            if not is_last or not self._continues(grid):
                return False
            repeated = 0
        self.pieces.append((grid, repeated))
        return True

    def _may_stand_under(self, above: Sequence[str]) -> bool:
        """Return whether the lines above a piece let it belong to this table."""
        if _CONTINUED.search(" ".join(above)):
            return True
        own, others = _TABLE.search(" ".join(self.first.above)), _TABLE.search(" ".join(above))
        if others and (own is None or own[1].lower() != others[1].lower()):
            return False
        here, there = renstra_titles.agency(self.first.above), renstra_titles.agency(above)
        return not there or here.lower() == there.lower()

    def _repeated(self, piece: "_Table") -> int | None:
        """Return how many rows of a piece repeat the heading; None where it has another one, or none."""
        most = self.head.end if self.head else _MOST_REPEATED
        start = self.head.first if self.head else 0
        mine, theirs = self.first.rows[start:most], piece.first.rows[:_MOST_REPEATED]
        same = 0
        for own, other in zip(mine, theirs, strict=False):
            if _plain(own) != _plain(other):
                break
            same += 1
        has_all = same >= (len(mine) if self.head and piece.head else _depth(self.first))
        if same and has_all and sum(bool(cell) for cell in mine[0]) >= _LEAST_CELLS:
            return same
        if self.head and piece.head and _meaning(self.head) == _meaning(piece.head):
            return piece.head.end
        return None

    def _continues(self, grid: Grid) -> bool:
        """Return whether a piece without a heading looks like further rows of this table."""
        if _width(grid) < _LEAST_WIDTH or find_head(grid):
            return False
        above = [line for line in grid.above if not _PAGE_NUMBER.fullmatch(line)]
        if above and not (set(above) <= set(self.first.above) or _CONTINUED.search(" ".join(above))):
            return False
        theirs, top = _shares(grid.rows), grid.rows[0]
        for share, other, cell in zip(self._figures, theirs, top, strict=True):
            if share is None or share < _MOSTLY or other is None:
                continue
            if other < 1 - _MOSTLY or (cell.strip() and not _is_figure(cell)):
                return False
        return True

    def whole(self) -> Grid:
        """Return all pieces as one grid."""
        if len(self.pieces) == 1:
            return self.first
        rows: list[tuple[str, ...]] = []
        merges: list[Merge] = []
        errors: list[tuple[int, int]] = []
        unsaved: list[tuple[int, int]] = []
        pages: list[int] = []
        has_pages = any(grid.pages for grid, _ in self.pieces)
        for grid, skipped in self.pieces:
            shift = len(rows) - skipped
            rows += grid.rows[skipped:]
            pages += (grid.pages or (0,) * len(grid.rows))[skipped:] if has_pages else ()
            merges += [
                (max(top, skipped) + shift, left, bottom + shift, right)
                for top, left, bottom, right in grid.merges
                if bottom >= skipped
            ]
            errors += [(row + shift, column) for row, column in grid.errors if row >= skipped]
            unsaved += [(row + shift, column) for row, column in grid.unsaved if row >= skipped]
        notes = tuple(dict.fromkeys(note for grid, _ in self.pieces for note in grid.notes))
        return replace(
            self.first,
            rows=tuple(rows),
            merges=tuple(merges),
            errors=tuple(errors),
            unsaved=tuple(unsaved),
            pages=tuple(pages),
            notes=notes,
        )


def titled(grid: Grid) -> Grid:
    """Return a grid whose lines above are rows on top of the others."""
    if not grid.above:
        return grid
    more, blank = len(grid.above), ("",) * (_width(grid) - 1)
    return replace(
        grid,
        rows=(*((line, *blank) for line in grid.above), *grid.rows),
        merges=tuple((top + more, left, bottom + more, right) for top, left, bottom, right in grid.merges),
        errors=tuple((row + more, column) for row, column in grid.errors),
        unsaved=tuple((row + more, column) for row, column in grid.unsaved),
        pages=(*grid.pages[:1] * more, *grid.pages),
        above=(),
    )


def _named(grids: Sequence[Grid]) -> list[Grid]:
    """Return the grids under names that differ: a sheet is chosen by its name."""
    seen: set[str] = set()
    found = []
    for number, grid in enumerate(grids, start=1):
        name = plain = grid.name or f"Tabel {number}"
        again = 1
        while name in seen:
            again += 1
            name = f"{plain} ({again})"
        seen.add(name)
        found.append(replace(grid, name=name))
    return found


def _depth(grid: Grid) -> int:
    """Return how many rows the first one holds together by cells that reach down from it."""
    return 1 + max((bottom for top, _, bottom, _ in grid.merges if top == 0), default=0)


def _width(grid: Grid) -> int:
    return len(grid.rows[0])


def _plain(row: Sequence[str]) -> list[str]:
    return ["".join(cell.split()).casefold() for cell in row]


def _meaning(head: Head) -> list[tuple[int, str, str, str]]:
    return [(item.index, item.role, item.kind, item.year) for item in head.columns]


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.fullmatch(cell.strip())) or cell.strip() in {"-", "–"}


def _shares(rows: Sequence[Sequence[str]]) -> list[float | None]:
    columns = ([cell for cell in column if cell.strip()] for column in zip(*rows, strict=True))
    return [sum(map(_is_figure, cells)) / len(cells) if cells else None for cells in columns]
