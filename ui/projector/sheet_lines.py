"""Which columns and rows of a worksheet go to the hall, and how they share the width."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow
from smartcity_desktop.domain.group_report import summary_columns
from ui.models.grid_face import words_in_cell
from ui.models.grid_rows import says_anything

_NAME_SHARE: Final = 46
_NO: Final = "tidak"


@dataclass(frozen=True, slots=True)
class HallCell:
    """Words of one cell, with the chip in front where the choice has a code."""

    text: str
    code: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class HallRow:
    """One row for the hall: its number, whether the table talks about it now, its cells."""

    number: int
    row: str
    cells: tuple[HallCell, ...]
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class HallTable:
    """Heads, their shares of the width, and the rows."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[HallRow, ...]


def hall_table(grid: Grid, current: str, *, results: bool) -> HallTable:
    """Return what the hall sees; ``results`` leaves out rows that are open or not relevant.

    Support programs, money and the head of the sheet (names of people) never go to the hall, nor do links:
    whole sentences of the plan would take the room of what the table says. Where the table
    adds its rows, the results are those columns that a report shows, in its order.
    """
    names = [item for item in grid.columns if item.section == "subject" and not item.folded]
    named = [item for item in names if item.kind in {"text", "long"}][-1:]
    is_summary = results and grid.worksheet.takes_rows
    told, ranked = summary_columns(grid) if is_summary else ([], None)
    asked = told or _asked(grid, results=results)
    numbered = [(number, row) for number, row in enumerate(grid.rows, start=1) if not row.support]
    rows = [(number, row) for number, row in numbered if _is_shown(grid, row, results=results)]
    if ranked is not None:
        key = ranked.key
        rows.sort(key=lambda item: _figure(item[1].values.get(key, "")), reverse=True)
    columns = (*named, *asked)
    shares = [float(_NAME_SHARE)] * len(named) + [float(_share(item)) for item in asked]
    return HallTable(
        heads=tuple(item.label for item in columns),
        shares=tuple(share / sum(shares) for share in shares),
        rows=tuple(
            HallRow(number, row.row, tuple(_cell(item, row) for item in columns), row.row == current)
            for number, row in rows
        ),
    )


def without_empty(table: HallTable) -> HallTable:
    """Return the table without the columns that nobody has written into yet; its first column stays."""
    kept = [
        place
        for place in range(len(table.heads))
        if place == 0 or any(row.cells[place].text or row.cells[place].code for row in table.rows)
    ]
    whole = sum(table.shares[place] for place in kept)
    return HallTable(
        heads=tuple(table.heads[place] for place in kept),
        shares=tuple(table.shares[place] / whole for place in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in table.rows),
    )


def _asked(grid: Grid, *, results: bool) -> list[GridColumn]:
    asked = [item for item in grid.columns if item.section == "grid" and item.kind != "links"]
    if results and not grid.worksheet.takes_rows:
        asked = asked[1:]
    first = [item for item in asked if item.kind == "long"][:1] if grid.worksheet.takes_rows else asked[:1]
    written = {item.key for item in asked if any(row.values.get(item.key) for row in grid.counted)}
    return [item for item in asked if item in first or item.key in written or _is_main(item, asked)]


def _is_main(column: GridColumn, asked: Sequence[GridColumn]) -> bool:
    """Tell whether a column is shown before anybody wrote into it: the widest question of all."""
    return column.key == max(asked, key=lambda item: item.width).key


def _is_shown(grid: Grid, row: GridRow, *, results: bool) -> bool:
    if grid.worksheet.takes_rows:
        return says_anything(row.values)
    return not results or _is_result(grid, row)


def _figure(raw: str) -> int:
    return int(raw) if raw.isdecimal() else -1


def _is_result(grid: Grid, row: GridRow) -> bool:
    first = next((item for item in grid.columns if item.section == "grid"), None)
    return first is not None and row.values.get(first.key, "") not in {"", _NO}


def _share(column: GridColumn) -> int:
    return max(17, column.width)


def _cell(column: GridColumn, row: GridRow) -> HallCell:
    raw = row.values.get(column.key, "")
    choice = next((item for item in column.choices if item.value == raw), None)
    if choice and choice.code and choice.color:
        return HallCell(choice.label.removeprefix(choice.code).strip(), choice.code, choice.color)
    return HallCell(words_in_cell(column, raw))
