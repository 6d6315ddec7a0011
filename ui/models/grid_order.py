"""Rows in another order than the stored one, on the screen alone: sorted once, and still while one types."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from smartcity_desktop.domain.grid import GridColumn, GridRow, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import SEPARATOR

_FIGURES: Final = frozenset({"int", "money", "year", "decimal", "score", "computed", "years"})
_Key = tuple[int, Decimal, str]


class RowOrder:
    """The order of the rows as it was when somebody sorted; rows that come later stand at the end."""

    def __init__(self) -> None:
        """Start with the stored order."""
        self.key = ""
        self.descends = False
        self._place_of: dict[RowId, int] = {}

    def mark(self, key: str) -> str:
        """Return the arrow behind the label of the column that is sorted by."""
        return "" if key != self.key or not key else " ▼" if self.descends else " ▲"

    def sort(
        self,
        column: GridColumn,
        rows: Sequence[GridRow],
        values: Callable[[RowId], Mapping[str, str]],
        *,
        descends: bool,
    ) -> None:
        """Sort by a column; rows without an answer stay behind, equal ones in their stored order."""
        self.key, self.descends = column.key, descends
        said = [row for row in rows if values(row.row).get(column.key)]
        keys = {row.row: _key(column, values(row.row)[column.key]) for row in said}
        ordered = sorted(said, key=lambda row: keys[row.row], reverse=descends)
        empty = [row for row in rows if row.row not in keys]
        self._place_of = {row.row: place for place, row in enumerate((*ordered, *empty))}

    def forget(self) -> None:
        """Go back to the stored order."""
        self.key, self.descends, self._place_of = "", False, {}

    def arranged(self, rows: Sequence[GridRow]) -> Sequence[GridRow]:
        """Return rows in this order."""
        if not self.key:
            return rows
        last = len(self._place_of)
        return sorted(rows, key=lambda row: self._place_of.get(row.row, last))


def _key(column: GridColumn, raw: str) -> _Key:
    if column.kind in _FIGURES:
        try:
            return (0, Decimal(raw.replace(",", ".")), "")
        except InvalidOperation:
            return (1, Decimal(0), raw.casefold())
    if column.kind == "date":
        return (0, Decimal(0), raw)
    if column.choices and not column.many:
        first = raw.partition(SEPARATOR)[0]
        place = next(
            (at for at, item in enumerate(column.choices) if item.value == first), len(column.choices)
        )
        return (0, Decimal(place), "")
    return (0, Decimal(0), show(column, raw).casefold())
