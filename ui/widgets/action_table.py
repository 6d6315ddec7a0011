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
        painter.drawText(box.adjusted(PAD, 0, -PAD, 0), int(side), str(index.data() or ""))


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
    emptied: ClassVar[Mapping[int, object]] = {columns.OUTPUT: "", columns.WHEN: "", columns.OPD: ""}

    def __init__(self, model: ActionTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "action-cell", parent)
        self.setObjectName("action-table")
        self.setAccessibleName("Rencana aksi")

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with figures at the right."""
        return _Cells(self, name)

    def show_heads(self, *, shown: bool) -> None:
        """Show the column of the heads, or leave it out where all stand under one."""
        if self.isColumnHidden(columns.HEAD) == shown:
            self.setColumnHidden(columns.HEAD, not shown)
            self.fit_columns()

    def take_key(self, event: QKeyEvent) -> bool:
        """Ask for another action by Insert."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit()
            return True
        return super().take_key(event)
