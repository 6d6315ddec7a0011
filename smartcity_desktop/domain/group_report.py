"""What a report says of the worksheets of dimension groups: rows, the first of them, what is missing."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import MISSING, Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.report import GroupResult, GroupSummary
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import BY_OPD

TOP: Final = 3
"""How many rows of every group a report shows."""


def group_summary(grids: Sequence[Grid]) -> GroupSummary:
    """Return what the groups that filled one worksheet came to; ``grids`` are all of that worksheet."""
    sheet = grids[0].worksheet
    shown, ranked = summary_columns(grids[0])
    return GroupSummary(
        code=sheet.code,
        title=sheet.title,
        labels=tuple(item.label for item in shown),
        ranked=ranked.label if ranked else "",
        results=tuple(_result(grid) for grid in grids),
        by_opd=sheet.filled_by == BY_OPD,
    )


def whose(grid: Grid) -> str:
    """Return whose sheet it is in few words: ``Diskominfo``, ``GOV Smart Governance``."""
    return grid.party_name if grid.party.color else grid.party.short or grid.party_name


def summary_columns(grid: Grid) -> tuple[list[GridColumn], GridColumn | None]:
    """Return the columns that a summary shows, and the one that ranks them (``-`` before its key) if any."""
    by_key = {item.key: item for item in grid.columns}
    keys = [key.strip() for key in grid.worksheet.summary.split(",")]
    shown = [by_key[key.removeprefix("-")] for key in keys if key.removeprefix("-") in by_key]
    ranked = next((by_key[key[1:]] for key in keys if key.startswith("-") and key[1:] in by_key), None)
    return [item for item in shown if item is not ranked] + ([ranked] if ranked else []), ranked


def said(grid: Grid) -> list[GridRow]:
    """Return the rows that say anything."""
    return [row for row in grid.counted if any(row.values.values())]


def written(grid: Grid) -> Grid:
    """Return the grid without rows of which nothing is left."""
    return replace(grid, rows=tuple(said(grid)))


def without(grid: Grid, gone: Collection[RowId]) -> Grid:
    """Return the grid without some rows, as those that went into another one: that stands for them."""
    return replace(grid, rows=tuple(row for row in grid.rows if row.row not in gone)) if gone else grid


def group_points(grid: Grid) -> list[str]:
    """Return what is still to be completed on the sheet of a group, each a sentence."""
    rows = said(grid)
    if not rows:
        return ["Kertas kerja belum diisi."]
    counted = Counter(point.code for row in rows for point in row.points)
    named: dict[int, list[str]] = {}
    for item in grid.columns:
        named.setdefault(counted[f"{MISSING}{item.key}"], []).append(item.label)
    return [f"{', '.join(names)} belum diisi pada {count} baris." for count, names in named.items() if count]


def summary_of_groups(grids: Sequence[Grid], words: Words) -> str:
    """Return what is still missing on sheets of groups and agencies as one sentence, empty for nothing."""
    empty = Counter(grid.worksheet.filled_by == BY_OPD for grid in grids if not said(grid))
    missing = Counter(
        grid.worksheet.filled_by == BY_OPD for grid in grids for row in said(grid) if row.points
    )
    told = [
        f"{count} {called}"
        for count, called in (
            (empty[True], "OPD belum mengisi"),
            (empty[False], "kelompok belum mengisi"),
            (missing[True], "baris OPD belum lengkap"),
            (missing[False], "baris kelompok belum lengkap"),
        )
        if count
    ]
    return words.say(" · ".join(told) + ".") if told else ""


def _result(grid: Grid) -> GroupResult:
    rows = said(grid)
    shown, ranked = summary_columns(grid)
    if ranked is not None:
        rows = sorted(rows, key=lambda row: _rank(row.values.get(ranked.key, "")), reverse=True)
    return GroupResult(
        name=grid.party.name or grid.party_name,
        code=grid.party.short,
        rows=len(rows),
        complete=sum(1 for row in rows if not row.points),
        present=grid.sheet.present,
        status=label("status", grid.sheet.status or "belum"),
        top=tuple(tuple(show(item, row.values.get(item.key, "")) for item in shown) for row in rows[:TOP]),
    )


def _rank(raw: str) -> float:
    try:
        return float(raw.replace(",", "."))
    except ValueError:
        return float("-inf")
