"""Shows what was understood of a file, indented by level."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygon, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.renstra_draft import Draft
from ui import theme
from ui.models.reading_lines import (
    CELL_DOUBT_ROLE,
    CODE,
    DOUBT_ROLE,
    LEVEL_ROLE,
    NAME,
    SOURCE,
    STRONG_ROLE,
    WRITTEN_ROLE,
    Index,
    LinesModel,
)
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.table_rows import choose_rows

_ROW: Final = 32
_STEP: Final = 14
_YEAR: Final = 110
_NAME: Final = 210
_CORNER: Final = 7
_SWATCH: Final = 16


def _frame_doubt(painter: QPainter, box: QRect) -> None:
    painter.setPen(QPen(QColor(theme.color("warning-line")), 2))
    painter.drawRect(box.adjusted(1, 1, -2, -2))


def _fold_corner(painter: QPainter, box: QRect) -> None:
    """Draw the corner by which a spreadsheet says that there is a note to a cell."""
    right, top = box.right(), box.top()
    corner = [QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.color("accent")))
    painter.drawPolygon(QPolygon(corner))


class _Cells(QStyledItemDelegate):
    """Draws a line of the plan; one in doubt lies on amber."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        box: QRect = option.rect
        own = bool(index.data(CELL_DOUBT_ROLE))
        doubt = bool(index.data(DOUBT_ROLE)) or own
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent-soft" if chosen else ("warning-soft" if doubt else "surface")
        painter.save()
        painter.fillRect(box, QColor(theme.color(ground)))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if doubt and chosen and index.column() == CODE and not own:
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
        if own:
            _frame_doubt(painter, box)
        if index.data(WRITTEN_ROLE):
            _fold_corner(painter, box)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a calm row."""
        del option, index
        return QSize(_STEP, theme.scaled(_ROW))


class LinesView(QTableView):
    """The lines of a draft; choosing one tells which."""

    line_chosen = Signal(int)
    """The number of the line that a person went to."""
    noted = Signal(str)
    """How the chosen cell, or else its line, was written in the file."""

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
        self._note(self.currentIndex())

    def show_line(self, line: int, field: str = "") -> None:
        """Go to a line, to its ``field`` where one is named, without telling anybody; to none without one."""
        column = self._lines.column_of(field) if field else max(0, self.currentIndex().column())
        index = self._lines.index(line, column)
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
        self._note(current)
        if current.isValid() and not self._quiet:
            self.line_chosen.emit(current.row())

    def _note(self, index: Index) -> None:
        self.noted.emit(self._lines.note(index.row(), index.column()) if index.isValid() else "")

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


class _Swatch(QWidget):
    """A small cell with the mark that is explained beside it."""

    def __init__(self, *, doubt: bool, parent: QWidget | None = None) -> None:
        """Show the frame of a doubt, or the corner of an original."""
        super().__init__(parent)
        self._doubt = doubt
        self.setFixedSize(_SWATCH, _SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the table does."""
        del event
        painter, box = QPainter(self), self.rect()
        painter.fillRect(box, QColor(theme.color("warning-soft" if self._doubt else "sunken")))
        (_frame_doubt if self._doubt else _fold_corner)(painter, box)
        painter.end()


class LinesFoot(QWidget):
    """Below the table: how the chosen value was written, and what the marks mean, as far as there are any."""

    def __init__(self, lines: LinesView, model: LinesModel, parent: QWidget | None = None) -> None:
        """Follow this table."""
        super().__init__(parent)
        self._model = model
        self.setObjectName("reading-foot")
        self.note = ElidedLabel("", "small", name="reading-written", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.note, 1)
        self.doubt = self._part(row, "perlu dilihat", doubt=True)
        self.written = self._part(row, "di berkas ditulis lain", doubt=False)
        lines.noted.connect(self.note.setText)
        model.dataChanged.connect(self.refresh)
        model.modelReset.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Explain only marks that there are."""
        for parts, shown in ((self.doubt, self._model.has_doubts), (self.written, self._model.has_written)):
            for part in parts:
                part.setVisible(shown)

    def _part(self, row: QHBoxLayout, words: str, *, doubt: bool) -> tuple[QWidget, Label]:
        swatch, label = _Swatch(doubt=doubt, parent=self), Label(words, "small", parent=self)
        row.addWidget(swatch)
        row.addWidget(label)
        return swatch, label
