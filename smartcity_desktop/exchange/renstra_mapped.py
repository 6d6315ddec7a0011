"""Reading by a mapping that a person has drawn: the heading it was drawn for is found again in the sheet."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.table_map import MapColumn, TableMap, columns_for, fingerprint, headless
from smartcity_desktop.exchange.renstra_head import Column, Head, stacks_of
from smartcity_desktop.exchange.renstra_words import year_of
from smartcity_desktop.exchange.sheets import Grid

_SEARCHED: Final = 200
_SURE: Final = 100.0
"""A person's word weighs more than any heading that was only understood."""
AGENCY: Final = "agency"
"""Kind of a unit column that names agencies."""


def find_mapped(grid: Grid, maps: Sequence[TableMap], *, understood: bool) -> tuple[Head, TableMap] | None:
    """Return the heading of the first mapping that fits a sheet, None where none does.

    One without a heading fits by the number of columns, and only a sheet that is not ``understood``.
    """
    width = len(grid.rows[0]) if grid.rows else 0
    for found in maps:
        if not found.height:
            if found.heading == headless(width) and not understood:
                return _head(grid, found, 0, ("",) * width), found
            continue
        for first in range(min(len(grid.rows), _SEARCHED)):
            if not any(grid.rows[first]):
                continue
            stacks = stacks_of(grid, first, first + found.height)
            if fingerprint(stacks) == found.heading:
                return _head(grid, found, first, stacks), found
    return None


def headings_of(grid: Grid, first: int, height: int) -> tuple[str, ...]:
    """Return the heading of each column, from top to bottom, as a mapping keeps it."""
    return stacks_of(grid, first, first + height)


def _head(grid: Grid, found: TableMap, first: int, stacks: Sequence[str]) -> Head:
    columns = columns_for(found, stacks)
    end = first + found.height
    shifted = _years(columns)
    known = tuple(_column(item, year) for item, year in zip(columns, shifted, strict=True) if item.role)
    headings = tuple((index, max(0, end - 1), text) for index, text in enumerate(stacks) if text)
    return Head(first, min(end, len(grid.rows)), known, _SURE, headings)


def _column(item: MapColumn, year: str) -> Column:
    if item.role in {"target", "money"}:
        return Column(item.index, "value", item.role, year, heading=item.heading)
    if item.role == AGENCY:
        return Column(item.index, "unit", AGENCY, heading=item.heading)
    if item.role == "baseline":
        return Column(item.index, "baseline", year=year, heading=item.heading)
    return Column(item.index, item.role, level=item.level, heading=item.heading)


def _years(columns: Sequence[MapColumn]) -> list[str]:
    """Return the year of each column: the one its heading names now, else as drawn, each a year once.

    Where headings name no years and the table has more columns than were drawn, the years run on.
    """
    seen: set[tuple[str, str]] = set()
    years: list[str] = []
    for item in columns:
        named = year_of(item.heading)
        year = named if item.year and named else item.year
        while year and (item.role, year) in seen and year.isdigit():
            year = str(int(year) + 1)
        seen.add((item.role, year))
        years.append(year)
    return years
