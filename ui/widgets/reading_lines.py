"""Shows what was understood of a file, indented by level."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.renstra_draft import Draft
from ui import theme
from ui.models.reading_lines import CODE, DOUBT_ROLE, LEVEL_ROLE, NAME, SOURCE, STRONG_ROLE, Index, LinesModel
from ui.widgets.table_rows import choose_rows

_ROW: Final = 32
_STEP: Final = 14
_YEAR: Final = 110
_NAME: Final = 210


class _Cells(QStyledItemDelegate):
    """Draws a line of the plan; one in doubt lies on amber."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        box: QRect = option.rect
        doubt = bool(index.data(DOUBT_ROLE))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent-soft" if chosen else ("warning-soft" if doubt else "surface")
        painter.save()
        painter.fillRect(box, QColor(theme.color(ground)))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if doubt and chosen and index.column() == CODE:
            painter.setPen(QPen(QColor(theme.color("warning-line")), 3))
            painter.drawLine(box.left() + 1, box.top() + 2, box.left() + 1, box.bottom() - 2)
        level = int(str(index.data(LEVEL_ROLE) or 0))
        painter.setFont(theme.font("small", bold=bool(index.data(STRONG_ROLE))))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        room = box.adjusted(8 + level * _STEP, 0, -8, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(str(index.data(Qt.ItemDataRole.TextAlignmentRole))), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a calm row."""
        del option, index
        return QSize(_STEP, theme.scaled(_ROW))


class LinesView(QTableView):
    """The lines of a draft; choosing one tells which."""

    line_chosen = Signal(int)
    """The number of the line that a person went to."""

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._lines = model
        self._quiet = False
        self.setObjectName("reading-lines")
        self.setAccessibleName("Yang terbaca")
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        choose_rows(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))

    def show_draft(self, draft: Draft) -> None:
        """Show the lines of a draft."""
        before = self._lines.columnCount()
        self._lines.show(draft)
        if self._lines.columnCount() != before:
            self._fit()

    def show_line(self, line: int) -> None:
        """Go to a line without telling anybody; to none where there is none of this number."""
        index = self._lines.index(line, max(0, self.currentIndex().column()))
        if not index.isValid():
            self.clearSelection()
            return
        self._quiet = True
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the line that a person went to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.line_chosen.emit(current.row())

    def changeEvent(self, event: QEvent) -> None:
        """Give rows and columns the room of another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
            self._fit()
            self._give_names_the_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what room is left."""
        super().resizeEvent(event)
        self._give_names_the_rest()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        for column, width in ((CODE, 126), (NAME, _NAME), (SOURCE, 74)):
            self.setColumnWidth(column, theme.scaled(width))
        for column in range(SOURCE + 1, self._lines.columnCount()):
            self.setColumnWidth(column, theme.scaled(_YEAR))

    def _give_names_the_rest(self) -> None:
        others = sum(
            self.columnWidth(column) for column in range(self._lines.columnCount()) if column != NAME
        )
        self.setColumnWidth(NAME, max(theme.scaled(_NAME), self.viewport().width() - others))
