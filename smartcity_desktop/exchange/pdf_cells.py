"""Which word of a page stands in which cell of a ruled table.

Two words that touch across a line are taken apart. Text that did not fit into its row, as a spreadsheet
prints it where rows are too low, lies over the rows below: it goes back to the cell in which it began.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from smartcity_desktop.exchange.pdf_lattice import Cell, Lattice
from smartcity_desktop.exchange.pdf_marks import ACROSS, Marks, Page, Word

_OVER: Final = 1.0
"""Points that a word reaches over the line of its cell before it is looked at letter by letter."""
_GAP: Final = 0.2
"""Of a letter's height: a gap between two letters that lets a line pass."""
_BREAK: Final = 4
"""Signs between two words of one text at most: a blank and the end of a line."""
_NEXT_LINE: Final = (0.5, 1.6)
"""Letters' heights from one line of a text to the next."""
_COVERED: Final = 0.3
"""The share of a word that another one covers at least where two texts lie over each other."""
_CROSSED: Final = 0.25
"""Of a letter's height: a line of text that reaches so far over a ruling line began above it."""

Spot = tuple[int, int]
"""A cell: number of the table, number of the cell. (-1, -1) is outside."""
Placed = tuple[Word, Spot]
_OUTSIDE: Final[Spot] = (-1, -1)


def distributed(
    page: Page | None, marks: Marks, found: Sequence[Lattice]
) -> tuple[list[list[list[Word]]], list[Word]]:
    """Return the words of every cell of every table, and those outside; ``page`` is open yet, if any."""
    spots = list(_spots(page, marks, found))
    by_spot: dict[Spot, list[Word]] = {}
    for word, spot in spots:
        by_spot.setdefault(spot, []).append(word)
    for line, owner in _below(spots, found):
        if any(_lies_over(word, by_spot[spot], line) or _crosses(word, spot, found) for word, spot in line):
            for word, spot in line:
                by_spot[spot].remove(word)
                by_spot[owner].append(word)
    filled = [
        [by_spot.get((place, index), []) for index in range(len(item.cells))]
        for place, item in enumerate(found)
    ]
    return filled, by_spot.get(_OUTSIDE, [])


def _spots(page: Page | None, marks: Marks, found: Sequence[Lattice]) -> Iterable[Placed]:
    """Yield every word, or its parts, with the cell it stands in, in the order of the file."""
    spot, (left, top, right, bottom) = _OUTSIDE, (0.0, 0.0, 0.0, 0.0)
    for word in marks.words:
        y = (word.top + word.bottom) / 2
        # Most words stand in the cell of the one before.
        if word.left >= left and word.right <= right and top < y < bottom:
            yield word, spot
            continue
        spot = _spot((word.left + word.right) / 2, y, found, spot[0])
        if spot == _OUTSIDE:
            yield word, spot
            left = right = 0.0
            continue
        table = found[spot[0]]
        cell = table.cells[spot[1]]
        left, right = table.across[cell.left] - _OVER, table.across[cell.right + 1] + _OVER
        top, bottom = table.down[cell.top], table.down[cell.bottom + 1]
        if word.left >= left and word.right <= right:
            yield word, spot
            continue
        for part in _parted(page, word, table):
            at = table.at((part.left + part.right) / 2, y)
            yield part, spot if at is None else (spot[0], at)


def _spot(x: float, y: float, found: Sequence[Lattice], last: int) -> Spot:
    """Return the cell at a point; the table of the last word is the likeliest."""
    for place in (last, *range(len(found))) if last >= 0 else range(len(found)):
        index = found[place].at(x, y)
        if index is not None:
            return place, index
    return _OUTSIDE


def _is_inside(word: Word, table: Lattice, cell: Cell) -> bool:
    left, right = table.across[cell.left], table.across[cell.right + 1]
    return word.left >= left - _OVER and word.right <= right + _OVER


def _parted(page: Page | None, word: Word, table: Lattice) -> Iterable[Word]:
    """Return a word, or its parts where the line between two cells goes through it in a gap."""
    if page is None or word.runs != ACROSS or len(word.text) == 1:
        return (word,)
    boxes = page.boxes(word)
    parts, begun = [], 0
    for place, (one, other) in enumerate(pairwise(boxes), start=1):
        has_line = any(one[2] - _OVER <= at <= other[0] + _OVER for at in table.across)
        if has_line and other[0] - one[2] > _GAP * word.height:
            parts.append((begun, place))
            begun = place
    parts.append((begun, len(word.text)))
    return [
        Word(
            word.text[start:end],
            boxes[start][0],
            word.top,
            boxes[end - 1][2],
            word.bottom,
            word.start + start,
            ACROSS,
            word.hyphen and end == len(word.text),
        )
        for start, end in parts
    ]


def _below(spots: Sequence[Placed], found: Sequence[Lattice]) -> Iterable[tuple[list[Placed], Spot]]:
    """Yield lines that go on in a row below that of their text: words with cells, and where it began."""
    owner = _OUTSIDE
    line: list[Placed] = []
    for (before, _), (word, spot) in pairwise(spots):
        if spot == owner and not line:
            continue
        step = (word.top - before.top) / (word.height or 1.0)
        is_next = _NEXT_LINE[0] < step < _NEXT_LINE[1]
        is_beside = word.left >= before.right
        goes_on = 0 < word.start - before.start - len(before.text) <= _BREAK and (is_next or is_beside)
        is_lower = (
            goes_on and (is_next or bool(line)) and spot != owner and _is_below(spot, owner, word, found)
        )
        if line and (not is_lower or is_next):
            yield line, owner
            line = []
        if is_lower:
            line.append((word, spot))
        elif spot != owner:
            owner = spot
    if line:
        yield line, owner


def _is_below(spot: Spot, owner: Spot, word: Word, found: Sequence[Lattice]) -> bool:
    """Tell whether a cell, or the white under the table, lies in the column of another cell, below it."""
    if owner == _OUTSIDE or spot[0] not in {owner[0], -1}:
        return False
    table = found[owner[0]]
    begun = table.cells[owner[1]]
    if spot == _OUTSIDE:
        return begun.bottom == len(table.down) - 2 and _is_inside(word, table, begun)
    cell = table.cells[spot[1]]
    return cell.top > begun.bottom and cell.left <= begun.right and begun.left <= cell.right


def _lies_over(word: Word, others: Sequence[Word], line: Sequence[Placed]) -> bool:
    """Tell whether a word covers one of another text in its cell."""
    starts = {other.start for other, _ in line}
    return any(other.start not in starts and _covers(word, other) for other in others)


def _covers(word: Word, other: Word) -> bool:
    across = min(word.right, other.right) - max(word.left, other.left)
    down = min(word.bottom, other.bottom) - max(word.top, other.top)
    wide, high = min(word.right - word.left, other.right - other.left), min(word.height, other.height)
    return across > _COVERED * wide and down > _COVERED * high


def _crosses(word: Word, spot: Spot, found: Sequence[Lattice]) -> bool:
    """Tell whether a word reaches up over the line above its cell, or stands under the table."""
    if spot == _OUTSIDE:
        return True
    table = found[spot[0]]
    return word.top + _CROSSED * word.height < table.down[table.cells[spot[1]].top]
