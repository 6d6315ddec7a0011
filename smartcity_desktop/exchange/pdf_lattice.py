"""Tables of a page by their ruling lines: rows, columns and merged cells, however the lines are drawn."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from smartcity_desktop.exchange.pdf_marks import Box, Marks

_SHORTEST: Final = 0.6
"""Letters' heights that a line is long at least."""
_LEAST_LENGTH: Final = 4.0
_SNAP: Final = 0.35
"""Letters' heights within which two lines are one: those of a double line, or of two cells."""
_MOST_SNAP: Final = 2.6
_DASH: Final = 4.5
"""Points between two pieces of a dashed line."""
_OPEN: Final = 3.0
"""Times the snap that lines reach beyond the last crossing where a side of the table is not drawn."""
_MOST_CROSSINGS: Final = 4_000_000
MOST_CELLS: Final = 60_000


class Rule(NamedTuple):
    """A line: where it lies on the one axis, from where to where it goes on the other."""

    at: float
    start: float
    end: float


class Cell(NamedTuple):
    """A cell: first row and column, last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: the places of its columns' and rows' lines, its cells, which cell owns each."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[Cell, ...]
    owner: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """Return left, top, right and bottom."""
        return self.across[0], self.down[0], self.across[-1], self.down[-1]

    @property
    def area(self) -> float:
        """Return its size in square points."""
        return (self.across[-1] - self.across[0]) * (self.down[-1] - self.down[0])

    def at(self, x: float, y: float) -> int | None:
        """Return the index of the cell at a point, None outside."""
        if not (self.across[0] <= x <= self.across[-1] and self.down[0] <= y <= self.down[-1]):
            return None
        row = min(bisect_right(self.down, y), len(self.down) - 1) - 1
        column = min(bisect_right(self.across, x), len(self.across) - 1) - 1
        return self.owner[row][column]


def lattices(page: Marks, *, with_fills: bool = False) -> list[Lattice]:
    """Return the ruled tables and single boxes of a page, from top to bottom, then from left to right.

    With ``with_fills`` the edges of filled boxes count as lines: for tables that are drawn by colours alone.
    """
    size = page.size()
    snap = min(_MOST_SNAP, _SNAP * size)
    level, upright = _split(page, max(_LEAST_LENGTH, _SHORTEST * size), with_fills=with_fills)
    level, upright = _merged(level, snap), _merged(upright, snap)
    if len(level) * len(upright) > _MOST_CROSSINGS:
        return []
    found = []
    for some_level, some_upright in _connected(level, upright, snap):
        lattice = _lattice(some_level, some_upright, snap)
        if lattice is not None:
            found.append(lattice)
    return sorted(found, key=lambda item: (item.down[0], item.across[0]))


def _split(page: Marks, shortest: float, *, with_fills: bool) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright lines of a page."""
    level, upright = [], []
    for left, top, right, bottom in page.lines:
        wide, high = right - left, bottom - top
        if wide >= high:
            level.append(Rule((top + bottom) / 2, left, right))
        if high >= wide:
            upright.append(Rule((left + right) / 2, top, bottom))
    for left, top, right, bottom in page.fills if with_fills else ():
        if right - left >= shortest and bottom - top >= shortest:
            level += (Rule(top, left, right), Rule(bottom, left, right))
            upright += (Rule(left, top, bottom), Rule(right, top, bottom))
    return level, upright


def _merged(rules: Iterable[Rule], snap: float) -> list[Rule]:
    """Return lines of which those that lie on each other are one, dashes joined, crumbs left out."""
    found: list[Rule] = []
    for group in _near(rules, snap):
        weight = sum(rule.end - rule.start for rule in group) or 1.0
        at = sum(rule.at * (rule.end - rule.start) for rule in group) / weight
        at = at if group[0].at <= at <= group[-1].at else group[0].at
        start, end = None, 0.0
        for rule in sorted(group, key=lambda one: one.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _DASH:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _LEAST_LENGTH]


def _near(rules: Iterable[Rule], snap: float) -> list[list[Rule]]:
    """Return lines in groups that lie within the snap of each other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][-1].at <= snap and rule.at - groups[-1][0].at <= 2 * snap:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _connected(
    level: Sequence[Rule], upright: Sequence[Rule], snap: float
) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines in groups that touch each other."""
    leader = list(range(len(level) + len(upright)))

    def first(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for place, line in enumerate(level):
        low, high, at = line.start - snap, line.end + snap, line.at
        for other, rule in enumerate(upright, start=len(level)):
            if low <= rule.at <= high and rule.start - snap <= at <= rule.end + snap:
                leader[first(other)] = first(place)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place in range(len(leader)):
        some = groups.setdefault(first(place), ([], []))
        if place < len(level):
            some[0].append(level[place])
        else:
            some[1].append(upright[place - len(level)])
    return [
        (some_level, some_upright)
        for some_level, some_upright in groups.values()
        if some_level and some_upright
    ]


def _lattice(level: list[Rule], upright: list[Rule], snap: float) -> Lattice | None:
    level, upright = _closed(level, upright, snap), _closed(upright, level, snap)
    rows, columns = _places(level, snap), _places(upright, snap)
    # A line counts where it goes from one crossing to another: what underlines a word does not.
    for _ in range(2):
        rows = [row for row in rows if _edges(row, columns, snap)]
        columns = [column for column in columns if _edges(column, rows, snap)]
    high, wide = len(rows) - 1, len(columns) - 1
    if high < 1 or wide < 1 or high * wide > MOST_CELLS:
        return None
    above = [_edges(row, columns, snap) for row in rows]
    beside = [_edges(column, rows, snap) for column in columns]
    across, down = (tuple(place.at for place in places) for places in (columns, rows))
    return Lattice(across, down, *_cells(high, wide, above, beside))


def _closed(rules: list[Rule], others: list[Rule], snap: float) -> list[Rule]:
    """Return lines with those added that are missing at an open side, where the others reach beyond."""
    if not rules or not others:
        return rules
    more = list(rules)
    low, high = min(rule.at for rule in rules), max(rule.at for rule in rules)
    starts, ends = min(rule.start for rule in others), max(rule.end for rule in others)
    for side, at in ((low - starts, starts), (ends - high, ends)):
        reaching = [
            rule for rule in others if abs((rule.start if at == starts else rule.end) - at) <= 2 * snap
        ]
        if side > _OPEN * snap and len(reaching) > 1:
            ordered = [rule.at for rule in reaching]
            more.append(Rule(at, min(ordered), max(ordered)))
    return more


class _Place(NamedTuple):
    """Where a line of the table lies, and the drawn lines that lie there."""

    at: float
    rules: tuple[Rule, ...]


def _places(rules: Iterable[Rule], snap: float) -> list[_Place]:
    groups = _near(rules, snap)
    return [_Place(sum(rule.at for rule in group) / len(group), tuple(group)) for group in groups]


def _edges(place: _Place, crossings: Sequence[_Place], snap: float) -> frozenset[int]:
    """Return the numbers of the gaps between crossings that a line covers from end to end."""
    covered: set[int] = set()
    for rule in place.rules:
        first = bisect_right(crossings, (rule.start - 2 * snap,))
        last = bisect_right(crossings, (rule.end + 2 * snap,))
        covered.update(range(first, last - 1))
    return frozenset(covered)


def _cells(
    rows: int, columns: int, above: Sequence[frozenset[int]], beside: Sequence[frozenset[int]]
) -> tuple[tuple[Cell, ...], tuple[tuple[int, ...], ...]]:
    """Return the cells, each as wide and as high as no line cuts it, and the cell at every place.

    ``above`` holds for every level line the columns it covers, ``beside`` for every upright line the rows.
    """
    owner = [[-1] * columns for _ in range(rows)]
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] >= 0:
                continue
            right = column
            while right + 1 < columns and row not in beside[right + 1] and owner[row][right + 1] < 0:
                right += 1
            bottom = row
            while (
                bottom + 1 < rows
                and column not in above[bottom + 1]
                and _is_open(bottom + 1, column, right, above, beside)
            ):
                bottom += 1
            for line in owner[row : bottom + 1]:
                line[column : right + 1] = [len(cells)] * (right + 1 - column)
            cells.append(Cell(row, column, bottom, right))
    return tuple(cells), tuple(map(tuple, owner))


def _is_open(
    row: int, left: int, right: int, above: Sequence[frozenset[int]], beside: Sequence[frozenset[int]]
) -> bool:
    """Tell whether a cell of these columns reaches down into this row."""
    covered = above[row]
    if any(column in covered for column in range(left, right + 1)):
        return False
    return all(row not in beside[column] for column in range(left + 1, right + 1))
