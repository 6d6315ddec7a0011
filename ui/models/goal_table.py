"""The indicators of one point of the RPJMD/RPD as a table, and below them its money per year."""

from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_frame import FramePoint, GoalIndicator
from smartcity_desktop.domain.wording import money, parse_money
from ui.models.row_table import RowTableModel

NAME, UNIT, BASELINE, BASE_YEAR = range(4)
PAGU: Final = RowId("pagu")
"""Stands for the line of the money."""
_FIELDS: Final = ("name", "unit", "baseline", "baseline_year")
_HEADS: Final = ("Indikator", "Satuan", "Kondisi awal", "Tahun")
_FINAL: Final = "Kondisi akhir"
"""Head of the last column, behind the years."""
_MONEY: Final = "Pagu (Rp)"


class GoalTableModel(RowTableModel[GoalIndicator]):
    """One row an indicator, with a column for each year; the last row is the money of a program."""

    heads: tuple[str, ...] = (*_HEADS, _FINAL)
    edited = Signal(str, str, object)
    """Row of the indicator (``PAGU`` for the money), field, and value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.years: tuple[str, ...] = ()

    def show_point(self, point: FramePoint | None, years: tuple[str, ...]) -> None:
        """Show the indicators of a point, None for none."""
        if years != self.years:
            self.beginResetModel()
            self.years, self.heads = years, (*_HEADS, *years, _FINAL)
            self._rows = []
            self.endResetModel()
        rows = list(point.indicators) if point else []
        if point and (point.point.kind == "program" or point.pagu):
            amounts = {year: money(amount) for year, amount in point.pagu.items()}
            rows.append(GoalIndicator(PAGU, name=_MONEY, target=amounts))
        self.show_rows(self.with_typed(rows))

    def indicators(self, places: list[int]) -> tuple[str, ...]:
        """Return the rows of the indicators at these places."""
        return tuple(str(self.row(place).id) for place in places if self.row(place).id != PAGU)

    def give(self, row: GoalIndicator, column: int, role: int) -> object:
        """Return the words of a cell."""
        words = self._words(row, column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(words)}</qt>" if words else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heads[column]}: {words or 'kosong'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column > UNIT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def can_change(self, row: GoalIndicator, column: int) -> bool:
        """Let everything be typed; of the money only the years."""
        return row.id != PAGU or bool(self._year(column))

    def change(self, row: GoalIndicator, column: int, value: object) -> GoalIndicator | None:
        """Return the row with another value; a name is never emptied, an amount must be one."""
        text = " ".join(str(value or "").split())
        if not self._year(column):
            changes = {self.field_of(column): text}
            return None if column == NAME and not text else replace(row, **changes)  # type: ignore[arg-type]  # texts
        if row.id == PAGU:
            try:
                text = money(amount) if (amount := parse_money(text)) is not None else ""
            except ValueError:
                return None
        return replace(row, target={**row.target, self._year(column): text})

    def field_of(self, column: int) -> str:
        """Return the field that a column is stored under."""
        year = self._year(column)
        return f"target@{year}" if year else _FIELDS[column] if column <= BASE_YEAR else "final"

    def tell(self, row: GoalIndicator, column: int) -> None:
        """Tell what was typed; emptied years are none."""
        year = self._year(column)
        if not year:
            name = self.field_of(column)
            self.edited.emit(row.id, name, getattr(row, name))
            return
        text = row.target.get(year, "")
        if row.id == PAGU:
            self.edited.emit(PAGU, f"pagu@{year}", parse_money(text))
        else:
            self.edited.emit(row.id, f"target@{year}", text or None)

    def _year(self, column: int) -> str:
        """Return the year of a column, "" for those before and behind the years."""
        place = column - BASE_YEAR - 1
        return self.years[place] if 0 <= place < len(self.years) else ""

    def _words(self, row: GoalIndicator, column: int) -> str:
        year = self._year(column)
        return row.target.get(year, "") if year else str(getattr(row, self.field_of(column)))
