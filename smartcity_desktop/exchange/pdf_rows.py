"""Rows of a table that has lines between its columns alone: each begins where a code stands.

Only a column in which several whole codes stand below each other in one ruled cell says so, and only where
the texts beside begin at the same height as the codes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.exchange.pdf_lattice import Cell, Lattice
from smartcity_desktop.exchange.pdf_marks import Word
from smartcity_desktop.exchange.pdf_text import lines_of

_CODE: Final = re.compile(r"[\dxX]{1,2}(?:\.[\dxX]{1,4}){1,6}\.?")
_LEAST_CODES: Final = 3
_LEAST_COLUMNS: Final = 3
_LEVEL: Final = 0.4
"""Of a letter's height: lines that begin together are no farther apart."""
_ABOVE: Final = 0.15
"""Of a letter's height: where the line between two rows is thought, above the upper edge of the lower one."""


def parted(table: Lattice, filled: Sequence[Sequence[Word]]) -> Lattice:
    """Return the table with a line above every code of a cell that holds several, else the same one."""
    more: list[tuple[int, list[float]]] = []
    of_row: dict[int, list[int]] = {}
    for index, cell in enumerate(table.cells):
        if cell.top == cell.bottom:
            of_row.setdefault(cell.top, []).append(index)
    for row, cells in sorted(of_row.items()):
        if len(cells) >= _LEAST_COLUMNS and len(cells) == len(set(table.owner[row])):
            starts = _starts([filled[index] for index in cells])
            if starts:
                more.append((row, starts))
    for row, starts in reversed(more):
        table = _with_rows(table, row, starts)
    return table


def _starts(cells: Sequence[Sequence[Word]]) -> list[float]:
    """Return where rows begin below the first one in cells beside each other; nothing where it is one row."""
    codes = next((sorted(words, key=_top) for words in cells if _are_codes(words)), None)
    if codes is None:
        return []
    tops, height = [word.top for word in codes], codes[0].height
    near = _LEVEL * height
    others = [
        [min(map(_top, line)) for line in lines_of(words)]
        for words in cells
        if words and words[0] not in codes
    ]
    # Texts that begin above the first code stand in the middle of rows of which nobody knows the ends.
    if any(column[0] < tops[0] - near for column in others):
        return []
    told = [sum(any(abs(top - own) <= near for own in column) for column in others) for top in tops]
    return [top - _ABOVE * height for top in tops[1:]] if min(told) > 0 else []


def _top(word: Word) -> float:
    return word.top


def _are_codes(words: Sequence[Word]) -> bool:
    """Tell whether a cell holds nothing but whole codes below each other: none goes on in the next line."""
    if len(words) < _LEAST_CODES or not all(_CODE.fullmatch(word.text) for word in words):
        return False
    is_whole = not any(word.text.endswith(".") for word in words)
    return is_whole and len({word.text for word in words}) == len(lines_of(words)) == len(words)


def _with_rows(table: Lattice, row: int, starts: Sequence[float]) -> Lattice:
    """Return a table with one of its rows cut at these heights; cells that reach over it reach over all."""
    count = len(starts)
    cells = []
    for cell in table.cells:
        if cell.top == row == cell.bottom:
            cells += [Cell(row + step, cell.left, row + step, cell.right) for step in range(count + 1)]
        else:
            top = cell.top + count * (cell.top > row)
            cells.append(Cell(top, cell.left, cell.bottom + count * (cell.bottom >= row), cell.right))
    down = (*table.down[: row + 1], *starts, *table.down[row + 1 :])
    owner = [[-1] * (len(table.across) - 1) for _ in range(len(down) - 1)]
    for index, cell in enumerate(cells):
        for line in owner[cell.top : cell.bottom + 1]:
            line[cell.left : cell.right + 1] = [index] * (cell.right + 1 - cell.left)
    return replace(table, down=down, cells=tuple(cells), owner=tuple(map(tuple, owner)))
