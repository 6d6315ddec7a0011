"""What the rupiah of a sheet come to: by year, and by the horizon of the programs. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.entity import HORIZONS
from smartcity_desktop.domain.grid import ROWS, Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import label, rupiah
from smartcity_desktop.domain.worksheet import SEPARATOR

_HORIZON: Final = "horizon"
_RUPIAH: Final = "Rp"
_WHOLE: Final = re.compile(r"-?\d{1,18}")
_OPEN: Final = "tanpa jangka"
_LEFT_OUT: Final = "Baris yang sudah digabung tidak dihitung."


def counts_rupiah(columns: Sequence[GridColumn]) -> bool:
    """Tell whether there is anything on a sheet that can be added up."""
    return any(map(_is_rupiah, columns))


def sums(grid: Grid, values_of: Callable[[RowId], Mapping[str, str]] | None = None) -> tuple[str, ...]:
    """Return a line for each sum of a sheet, none where no rupiah stand on it.

    ``values_of`` gives what stands in a row now, where that may be newer than the grid. Support programs and
    rows that were merged into others are not counted.
    """
    told: dict[str, list[GridColumn]] = {}
    for column in grid.columns:
        if _is_rupiah(column):
            told.setdefault(column.key.partition("@")[0], []).append(column)
    if not told:
        return ()
    counted = [row for row in grid.counted if row.row not in grid.merged]
    rows = [(row, values_of(row.row) if values_of else row.values) for row in counted]
    lines = tuple(line for own in told.values() if (line := _line(grid, own, rows)))
    return (*lines[:-1], f"{lines[-1]} {_LEFT_OUT}") if lines and len(counted) < len(grid.counted) else lines


def _is_rupiah(column: GridColumn) -> bool:
    return column.kind == "money" or (column.kind == "years" and column.unit == _RUPIAH)


def _line(
    grid: Grid, columns: Sequence[GridColumn], rows: Sequence[tuple[GridRow, Mapping[str, str]]]
) -> str:
    by_year: Counter[str] = Counter()
    by_horizon: Counter[str] = Counter()
    for row, values in rows:
        for column in columns:
            raw = values.get(column.key, "")
            if _WHOLE.fullmatch(raw):
                by_year[column.key] += int(raw)
                by_horizon[_horizon(grid, row, values)] += int(raw)
    if not by_year:
        return ""
    said = [f"{_year(item)} {rupiah(by_year[item.key])}" for item in columns if item.key in by_year]
    whole = rupiah(by_year.total())
    told = [f"{', '.join(said)}; seluruhnya {whole}" if "@" in columns[0].key else whole]
    # What a plan has set aside is not what its programs will cost.
    if columns[0].is_editable and {*by_horizon} - {""}:
        told.append(_by_horizon(by_horizon))
    return f"Jumlah {_name(columns[0])}: {'; '.join(told)}."


def _by_horizon(found: Mapping[str, int]) -> str:
    said = [
        f"{label(_HORIZON, horizon).lower()} {rupiah(found[horizon])}"
        for horizon in HORIZONS
        if horizon in found
    ]
    left = [f"{_OPEN} {rupiah(found[''])}"] if "" in found else []
    return ", ".join([f"jangka {said[0]}", *said[1:], *left])


def _horizon(grid: Grid, row: GridRow, values: Mapping[str, str]) -> str:
    """Return the horizon of a row: its own, or that of the program that it is about."""
    known = [values.get(_HORIZON, ""), grid.horizons.get(row.row, "")]
    for column in grid.columns:
        if column.kind == ROWS:
            cited = values.get(column.key, "").split(SEPARATOR)
            known += [grid.horizons.get(RowId(one), "") for one in cited]
    return next((horizon for horizon in known if horizon in HORIZONS), "")


def _year(column: GridColumn) -> str:
    """Return the year of a column as a person says it: ``2026``, of a road map ``tahun 1``."""
    year = column.key.partition("@")[2].replace("-", "–")
    return f"tahun {year}" if f"tahun {year}" in column.label else year


def _name(column: GridColumn) -> str:
    """Return what is added up, without unit and year: ``biaya``, ``pagu``."""
    name = column.label.replace(f"({_RUPIAH})", "").strip()
    if "@" in column.key:
        name = name.removesuffix(_year(column)).strip()
    return name[:1].lower() + name[1:]
