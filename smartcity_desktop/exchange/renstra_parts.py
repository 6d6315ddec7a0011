"""Several tables below each other in one sheet: each becomes a sheet of its own, its rows where they were."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.exchange.renstra_head import Head, heads_of, is_enough
from smartcity_desktop.exchange.renstra_records import is_record_head
from smartcity_desktop.exchange.sheets import Grid

_SINGLE: Final = 1
_SURELY: Final = 1.15
"""A heading further down counts only where it is worth more than a row that happens to look like one."""


def parted(grid: Grid) -> list[Grid]:
    """Return the tables of a sheet from the top, the sheet itself where it holds one.

    A further table begins with a heading of its own below a title or an empty row.
    """
    heads = _heads(grid)
    if len(heads) <= _SINGLE:
        return [grid]
    starts = [0, *(_title(grid, head.first) for head in heads[1:])]
    ends = [*starts[1:], len(grid.rows)]
    return [
        _part(grid, number, start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def _heads(grid: Grid) -> list[Head]:
    """Return the headings that stand apart from each other, the best of those that overlap."""
    found: list[Head] = []
    for head in heads_of(grid):
        if not (is_enough(head, _SURELY) or is_record_head(head)):
            continue
        if found and head.first < found[-1].end:
            if head.score > found[-1].score:
                found[-1] = head
        elif not found or _stands_apart(grid, head.first):
            found.append(head)
    return found


def _stands_apart(grid: Grid, first: int) -> bool:
    """Tell whether the row above is empty or a title: text in a single cell."""
    above = [text for text in grid.rows[first - 1] if text.strip()]
    return len(above) <= _SINGLE


def _title(grid: Grid, first: int) -> int:
    """Return the first row of the titles above a heading."""
    while first and _stands_apart(grid, first):
        first -= 1
    return first


def _part(grid: Grid, number: int, start: int, end: int) -> Grid:
    """Return the rows from ``start`` to before ``end``, each with the number it has in the sheet."""
    blank = ("",) * len(grid.rows[0])
    return replace(
        grid,
        name=grid.name if number == 1 else f"{grid.name} ({number})",
        rows=(blank,) * start + grid.rows[start:end],
        merges=tuple(merge for merge in grid.merges if start <= merge[0] < end),
        errors=_inside(grid.errors, start, end),
        unsaved=_inside(grid.unsaved, start, end),
        pages=grid.pages[:end],
    )


def _inside(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(place for place in places if start <= place[0] < end)
