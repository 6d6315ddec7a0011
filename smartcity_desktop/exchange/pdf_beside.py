"""A table that is wider than the paper: its columns go on on other pages, and are put beside the first ones.

A spreadsheet prints it so, down and then over, or over and then down. Pages belong together where every row
begins and ends at the same height, the columns are others, and the further ones are no plan by themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.exchange.pdf_piece import Piece
from smartcity_desktop.exchange.renstra_head import find_head
from smartcity_desktop.exchange.sheets import Grid

_NEAR: Final = 1.5
"""Points that a line may lie elsewhere on the other page."""
_LEAST_ROWS: Final = 3
_DIGITS: Final = re.compile(r"\d+|^\W+|\W+$")

Places = tuple[float, ...]


def whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the tables of all pages, those put beside each other that are parts of a wider one."""
    found: list[Piece] = []
    wide: list[Piece] = []
    widths: list[Places] = []
    for run in _runs(pieces):
        if wide and _go_on(wide, run, widths):
            wide = [_joined(one, other) for one, other in zip(wide, run, strict=True)]
        else:
            found += wide
            wide, widths = run, []
        widths.append(run[0].across)
    return [*found, *wide]


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return pages with one table each and the same columns, as they follow each other; others one by one."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        before = runs[-1][-1] if runs else None
        alone = piece.is_first and piece.is_last
        if before is not None and alone and before.is_first and _is_same(before.across, piece.across):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _go_on(wide: Sequence[Piece], run: Sequence[Piece], widths: Sequence[Places]) -> bool:
    """Tell whether the pages of a run hold further columns of the rows of a table."""
    first = run[0]
    if len(wide) != len(run) or len(first.down) <= _LEAST_ROWS or not _titles(first) <= _titles(wide[0]):
        return False
    if any(_is_same(first.across, across) for across in widths):
        return False
    if not all(_is_same(one.down, other.down) for one, other in zip(wide, run, strict=True)):
        return False
    alone = all(piece.is_first and piece.is_last for piece in (*wide, *run))
    return alone and find_head(Grid("", first.rows, first.merges)) is None


def _titles(piece: Piece) -> set[str]:
    """Return the lines above a table without the numbers of pages."""
    return {_DIGITS.sub("", text) for _, text in piece.above} - {""}


def _is_same(one: Places, other: Places) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _joined(piece: Piece, other: Piece) -> Piece:
    """Return a table with the columns of another one to its right."""
    more, shift = len(piece.across) - 1, piece.across[-1] - other.across[0]
    return replace(
        piece,
        rows=tuple((*mine, *theirs) for mine, theirs in zip(piece.rows, other.rows, strict=True)),
        merges=(
            *piece.merges,
            *((top, left + more, bottom, right + more) for top, left, bottom, right in other.merges),
        ),
        across=(*piece.across, *(at + shift for at in other.across[1:])),
        until=other.page,
        starts=(*piece.starts, *(start._replace(column=start.column + more) for start in other.starts)),
    )
