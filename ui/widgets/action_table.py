"""The table of actions, edited in place; Insert adds one below the chosen."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.models import action_plan as columns
from ui.models.action_plan import ActionTableModel
from ui.models.row_table import Index
from ui.widgets.cell_editing import PAD, CellEditing
from ui.widgets.cell_table import CellTableView


class _Cells(CellEditing):
    """Sets figures at the right."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw words at the left, amounts at the right."""
        if index.column() != columns.COST:
            super().draw(painter, option, index)
            return
        box: QRect = option.rect
        painter.setPen(QColor(theme.color("text-soft")))
        painter.setFont(option.font)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        room = box.adjusted(PAD, 0, -PAD, 0)
        # A figure that lost its first digits without a word would be another one.
        words = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(side), words)


class ActionTableView(CellTableView):
    """One row an action."""

    add_asked = Signal()
    name_column = columns.TEXT
    widths: ClassVar[Mapping[int, int]] = {
        columns.PROGRAM: 132,
        columns.HEAD: 96,
        columns.TEXT: 170,
        columns.OUTPUT: 120,
        columns.WHEN: 116,
        columns.OPD: 84,
        columns.COST: 116,
        columns.FUND: 80,
    }
    least: ClassVar[Mapping[int, int]] = {
        columns.PROGRAM: 116,
        columns.HEAD: 88,
        columns.TEXT: 128,
        columns.OUTPUT: 94,
        columns.WHEN: 110,
        columns.OPD: 76,
        columns.COST: 112,
        columns.FUND: 80,
    }
    """Pixels at usual type to which columns go down before the table rolls."""
    emptied: ClassVar[Mapping[int, object]] = {columns.OUTPUT: "", columns.WHEN: "", columns.OPD: ""}

    def __init__(self, model: ActionTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        self._share = 1.0
        self._tells_heads = True
        super().__init__(model, "action-cell", parent)
        self.setObjectName("action-table")
        self.setAccessibleName("Rencana aksi")

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with figures at the right."""
        return _Cells(self, name)

    def show_heads(self, *, shown: bool) -> None:
        """Show the column of the heads, or leave it out where all stand under one."""
        if self._tells_heads != shown:
            self._tells_heads = shown
            self.fit_columns()

    def wanted_width(self, column: int) -> int:
        """Return the pixels of a column in the room that there is, between its least and its usual ones."""
        least = self._least(column)
        return round(least + self._share * max(theme.scaled(self.widths[column]) - least, 0))

    def _least(self, column: int) -> int:
        return max(theme.scaled(self.least[column]), self.horizontalHeader().sectionSizeHint(column))

    def fit_columns(self) -> None:
        """Leave out what is told elsewhere too, before columns become narrower and then the table rolls.

        The source of money stands beside the table; the head above it, left out in large type alone, where
        program and action would not stand beside each other.
        """
        room = self.viewport().width()
        usual = sum(map(theme.scaled, self.widths.values()))
        self.setColumnHidden(columns.FUND, usual > room)
        first = (columns.PROGRAM, columns.HEAD, columns.TEXT)
        cramped = sum(theme.scaled(self.widths[column]) for column in first) > room
        self.setColumnHidden(columns.HEAD, cramped or not self._tells_heads)
        shown = [column for column in self.widths if not self.isColumnHidden(column)]
        least = sum(map(self._least, shown))
        usual = sum(max(theme.scaled(self.widths[column]), self._least(column)) for column in shown)
        self._share = min(max((room - least) / max(usual - least, 1), 0.0), 1.0)
        super().fit_columns()

    def take_key(self, event: QKeyEvent) -> bool:
        """Ask for another action by Insert."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit()
            return True
        return super().take_key(event)
