"""The table of actions, edited in place; Insert adds one below the chosen."""

from collections.abc import Collection, Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.models import action_plan as columns
from ui.models.action_plan import ActionTableModel
from ui.models.row_table import Index
from ui.widgets.cell_editing import PAD, CellEditing
from ui.widgets.cell_table import CellTableView
from ui.widgets.pill_cells import PillCells

_TALL: Final = frozenset({columns.PROGRAM, columns.HEAD, columns.TEXT, columns.OUTPUT, columns.OPD})


class _Cells(PillCells):
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
        columns.PROGRAM: 110,
        columns.HEAD: 102,
        columns.TEXT: 120,
        columns.OUTPUT: 94,
        columns.WHEN: 110,
        columns.OPD: 86,
        columns.COST: 112,
        columns.FUND: 80,
    }
    grows: ClassVar[Mapping[int, float]] = {
        columns.PROGRAM: 0.15,
        columns.HEAD: 0.1,
        columns.OUTPUT: 0.25,
        columns.OPD: 0.1,
    }
    gives_way = (columns.FUND, columns.HEAD, columns.OUTPUT, columns.OPD, columns.COST)
    row_height = 40
    lines = 2
    emptied: ClassVar[Mapping[int, object]] = {columns.OUTPUT: "", columns.WHEN: "", columns.OPD: ""}

    def __init__(self, model: ActionTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        self._tells_heads = True
        super().__init__(model, "action-cell", parent)
        self.setObjectName("action-table")
        self.setAccessibleName("Rencana aksi")

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with figures at the right."""
        return _Cells(self, name, _TALL)

    def show_heads(self, *, shown: bool) -> None:
        """Show the column of the heads, or leave it out where all stand under one."""
        if self._tells_heads != shown:
            self._tells_heads = shown
            self.fit_columns()

    def passed_over(self) -> Collection[int]:
        """Return the column of the heads where all actions stand under one."""
        return () if self._tells_heads else (columns.HEAD,)

    def take_key(self, event: QKeyEvent) -> bool:
        """Ask for another action by Insert."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit()
            return True
        return super().take_key(event)
