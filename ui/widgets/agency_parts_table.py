"""The table of the parts of a file of all agencies: read by arrow keys, decided by single keys."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models import agency_parts as columns
from ui.models.agency_parts import AgencyPartsModel, Index
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_cell import ChoiceCell
from ui.widgets.table_rows import choose_rows

_ROW: Final = 30
_ARROW: Final = 4
_YEAR: Final = 62
_WIDTHS: Final = {
    columns.TARGET: 176,
    columns.FATE: 190,
    columns.LINES: 52,
    columns.PROGRAMS: 76,
    columns.DOUBTS: 102,
}
_LEAST: Final = 184
"""Pixels that the name in the file keeps."""
_LETTERS: Final = frozenset("blk")


class _Targets(ChoiceCell):
    """Chooses the agency of a part."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the list of agencies, open."""
        del option
        box = ChoiceBox(parent)
        box.setObjectName("agency-parts-target")
        box.setAccessibleName(worded("OPD untuk bagian ini"))
        box.setStyleSheet("QComboBox { combobox-popup: 0; border-radius: 0; padding: 0 5px; }")
        model = index.model()
        if isinstance(model, AgencyPartsModel):
            for value, words in model.choices(index.row()):
                box.addItem(words, value)
        box.activated.connect(self.take)
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the agency, and that another one can be chosen."""
        half = theme.scaled(_ARROW)
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        text = QStyleOptionViewItem(option)
        text.rect = box.adjusted(0, 0, -4 * half, 0)
        super().paint(painter, text, index)
        middle = QPoint(box.right() - 2 * half - 2, box.center().y() + half // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.color("text-soft")), 1.5))
        painter.drawPolyline([middle - QPoint(half, half), middle, middle + QPoint(half, -half)])
        painter.restore()


class AgencyPartsTable(QTableView):
    """Enter opens a part, F2 chooses its agency, Space lets it replace, B L K decide and compare."""

    opened = Signal(int)
    """The row of the part that shall be read."""
    switched = Signal(int)
    """The row whose Renstra that stands shall give way, or stay after all."""
    keyed = Signal(int, str)
    """A row, and the letter that was pressed on it."""
    moved = Signal()
    """Another row is the current one."""

    def __init__(self, model: AgencyPartsModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._parts = model
        self.setObjectName("agency-parts-table")
        self.setAccessibleName(worded("OPD dalam berkas"))
        self.setModel(model)
        choose_rows(self)
        theme.set_role(self, "read")
        self.setItemDelegateForColumn(columns.TARGET, _Targets(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        model.modelReset.connect(self._renewed)
        self.selectionModel().currentRowChanged.connect(self._moved)

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        if 0 <= row < self._parts.rowCount():
            self.setCurrentIndex(self._parts.index(row, columns.NAME))

    def choose_target(self) -> None:
        """Open the list of agencies of the current row."""
        if self.row >= 0:
            index = self._parts.index(self.row, columns.TARGET)
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means on the current row."""
        key, letter, row = Qt.Key(event.key()), event.text().lower(), self.row
        if row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif key == Qt.Key.Key_F2:
            self.choose_target()
        elif key == Qt.Key.Key_Space:
            self.switched.emit(row)
        elif letter and letter in _LETTERS:
            self.keyed.emit(row, letter)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the agency, or step the tick, where it was clicked."""
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and index.column() == columns.TARGET:
            self.choose_target()
        elif index.isValid() and index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self.switched.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the part."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() not in {columns.TARGET, columns.FATE}:
            self.opened.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Give the columns their widths; what is left goes to the names and to what becomes of them."""
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        count = self._parts.columnCount()
        wide = {column: theme.scaled(_WIDTHS.get(column, _YEAR)) for column in range(1, count)}
        for column in range(columns.YEARS, count):
            wide[column] = max(wide[column], self.sizeHintForColumn(column) + theme.scaled(6))
        least = theme.scaled(_LEAST)
        left = max(0, self.viewport().width() - sum(wide.values()) - least)
        wide[columns.TARGET] += left * 2 // 5
        wide[columns.FATE] += left // 5
        self.setColumnWidth(columns.NAME, least + left - left * 2 // 5 - left // 5)
        for column, width in wide.items():
            self.setColumnWidth(column, width)

    def _renewed(self) -> None:
        self.fit()
        self.choose(0)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit()
