"""The minutes as a table whose rows are as high as their text, changed in place."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.note_line import typed
from ui import theme
from ui.models import note_table as columns
from ui.models.note_table import INKS_ROLE, NoteTableModel
from ui.models.row_table import Index

_WIDTHS: Final = {
    columns.TIME: 58,
    columns.KIND: 118,
    columns.OPD: 120,
    columns.WHO: 120,
    columns.DUE: 132,
    columns.STATE: 92,
}
_ONE_LINE: Final = {columns.TIME, columns.KIND, columns.STATE}
_PAD: Final = 8
_LEAST: Final = 34
_MOST: Final = 400
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Lines(QStyledItemDelegate):
    """Draws words over several lines and pills; edits a text as it would be typed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, words or a pill, and a frame round the current cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(theme.color("accent-soft" if chosen else "surface")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(option.font)
        words, inks = str(index.data() or ""), index.data(INKS_ROLE)
        if inks:
            self._pill(painter, box, words, inks)
        elif words:
            ink = index.data(Qt.ItemDataRole.ForegroundRole)
            painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.color("text")))
            painter.drawText(box.adjusted(_PAD, 4, -_PAD, -4), _WRAP, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need in the width of their column."""
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, NoteTableView) else 200
        words = str(index.data() or "")
        room = option.fontMetrics.boundingRect(0, 0, max(40, width - 2 * _PAD), _MOST, _WRAP, words)
        return QSize(width, min(_MOST, max(_LEAST, room.height() + 14)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for the text with its mark in front."""
        del option, index
        line = QLineEdit(parent)
        line.setObjectName("note-cell")
        line.setAccessibleName("Ubah catatan")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the note as it would be typed into the line, unless somebody typed there since."""
        model = index.model()
        if isinstance(editor, QLineEdit) and not editor.isModified() and isinstance(model, NoteTableModel):
            editor.setText(typed(model.note(index.row())))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed, where it is something else."""
        if isinstance(editor, QLineEdit) and isinstance(model, NoteTableModel):
            note = model.note(index.row())
            if editor.text().strip() != typed(note).strip():
                model.edited.emit(note.id, editor.text())

    @staticmethod
    def _pill(painter: QPainter, box: QRect, words: str, inks: tuple[str, str]) -> None:
        metrics = painter.fontMetrics()
        wide = min(metrics.horizontalAdvance(words) + 18, box.width() - _PAD - 4)
        high = metrics.height() + 6
        pill = QRect(box.left() + _PAD, box.center().y() - high // 2 + 1, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.color(inks[1])))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QPen(QColor(theme.color(inks[0]))))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide - 10)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)


class NoteTableView(QTableView):
    """The table; Enter or F2 changes a text, Space moves a follow-up on, Delete removes."""

    remove_asked = Signal()
    state_asked = Signal(int)
    """The row whose follow-up is to move on."""

    def __init__(self, model: NoteTableModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("note-table")
        self.setAccessibleName("Daftar catatan")
        self.may_write = True
        self.setModel(model)
        self.setItemDelegate(_Lines(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column in _WIDTHS:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(columns.TEXT, QHeaderView.ResizeMode.Stretch)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        model.modelReset.connect(self._fitting.start)
        model.dataChanged.connect(self._fit)
        self._measure()

    def chosen(self) -> int:
        """Return the chosen row, -1 where there is none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def choose(self, row: int) -> None:
        """Select a row and bring it into sight."""
        index = self.model().index(row, columns.TEXT)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def changeEvent(self, event: QEvent) -> None:
        """Give the columns the room that another type size needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_fitting"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter change the text, Space move a follow-up on, Delete remove."""
        row = self.currentIndex().row()
        if self.state() == QAbstractItemView.State.EditingState or not self.may_write:
            super().keyPressEvent(event)
        elif row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(self.model().index(row, columns.TEXT))
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.state_asked.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move a follow-up on where its state is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.may_write and index.isValid() and index.column() == columns.STATE and index.data():
            self.state_asked.emit(index.row())

    def _measure(self) -> None:
        head = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            # Pills and times stand on one line; names and days may take two, so that the note keeps its room.
            wanted = theme.scaled(width) if column in _ONE_LINE else width
            head.resizeSection(column, max(wanted, head.sectionSizeHint(column)))
        self._fitting.start()

    def _fit(self, *_changed: object) -> None:
        self._fitting.start()
