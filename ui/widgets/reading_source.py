"""Shows the sheet of a file as it is: merged cells, its heading, doubtful cells in a frame."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.renstra_draft import SourceSheet
from ui import theme
from ui.models.reading_source import DOUBT_ROLE, HEAD_ROLE, Index, SourceModel, cells_of
from ui.widgets.table_rows import choose_rows

_ROW: Final = 38
_NARROWEST, _WIDEST, _WIDEST_SPARSE = 42, 220, 96
_SPARSE: Final = 0.4
_SAMPLE: Final = 80
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_FLAGS: Final = int(_MIDDLE) | int(Qt.TextFlag.TextWordWrap)
_TOP: Final = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
_MERGES: Final = 3_000


class _Cells(QStyledItemDelegate):
    """Draws two lines of text a cell, and frames what is in doubt."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        box: QRect = option.rect
        doubt, head = bool(index.data(DOUBT_ROLE)), bool(index.data(HEAD_ROLE))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "sunken" if head else "surface"
        if doubt:
            ground = "warning-soft"
        elif chosen:
            ground = "accent-soft"
        painter.save()
        painter.fillRect(box, QColor(theme.color(ground)))
        painter.setFont(theme.font("small", bold=head))
        painter.setPen(QColor(theme.color("text-soft" if head else "text")))
        room = box.adjusted(6, 2, -5, -2)
        text = str(index.data() or "")[: _SAMPLE * 4]
        metrics = painter.fontMetrics()
        flags = _FLAGS
        if metrics.boundingRect(room, _FLAGS, text).height() > room.height():
            flags = _TOP
            room.setHeight(room.height() // metrics.lineSpacing() * metrics.lineSpacing() + 2)
        painter.setClipRect(room)
        painter.drawText(room, flags, text)
        painter.setClipping(False)
        if doubt:
            painter.setPen(QPen(QColor(theme.color("warning-line")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        table = self.parent()
        if isinstance(table, QTableView) and table.hasFocus() and table.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a calm row."""
        del option, index
        return QSize(_NARROWEST, theme.scaled(_ROW))


class SourceView(QTableView):
    """One sheet; choosing a cell tells its row."""

    row_chosen = Signal(int)
    """The row of the sheet (from 1) that a person went to."""
    row_shown = Signal(int)
    """The row (from 0) that is chosen, whoever chose it."""

    def __init__(self, model: SourceModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._sheet = model
        self._quiet = False
        self.setObjectName("reading-source")
        self.setAccessibleName("Berkas asli")
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        choose_rows(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self._measure()
        self.verticalHeader().setMinimumWidth(34)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)

    def show_sheet(self, sheet: SourceSheet) -> None:
        """Show a sheet from the heading of its table on."""
        self.clearSpans()
        self._sheet.show(sheet)
        for top, left, bottom, right in sheet.merges[:_MERGES]:
            if bottom > top or right > left:
                self.setSpan(top, left, bottom - top + 1, right - left + 1)
        for column in range(self._sheet.columnCount()):
            self.setColumnWidth(column, self._width(column))
        start = self._sheet.index(max(0, sheet.head[0]), 0)
        if start.isValid():
            self.scrollTo(start, QAbstractItemView.ScrollHint.PositionAtTop)

    def show_row(self, row: int, cell: str = "") -> None:
        """Go to a row of the sheet (from 1), or to a cell, without telling anybody."""
        places = cells_of(cell)
        place, column = places[0] if places else (row - 1, max(0, self.currentIndex().column()))
        index = self._sheet.index(place, column)
        if not index.isValid():
            return
        self._quiet = True
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if places else hint.EnsureVisible)
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the row that a person went to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_shown.emit(current.row())
        if current.isValid() and not self._quiet:
            self.row_chosen.emit(current.row() + 1)

    def changeEvent(self, event: QEvent) -> None:
        """Write in the small type of another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheet"):
            self._measure()

    def _measure(self) -> None:
        for part in (self, self.verticalHeader(), self.horizontalHeader()):
            part.setFont(theme.font("small"))
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        for column in range(self._sheet.columnCount()):
            self.setColumnWidth(column, self._width(column))

    def _width(self, column: int) -> int:
        metrics = self.fontMetrics()
        rows = range(min(_SAMPLE, self._sheet.rowCount()))
        covered = {(top, left) for top, left, bottom, right in self._sheet.sheet.merges if right > left}
        texts = [self._sheet.text(row, column) for row in rows if (row, column) not in covered]
        after = self._sheet.sheet.head[1]
        filled = sum(bool(self._sheet.text(row, column)) for row in rows if row >= after)
        widest = theme.scaled(_WIDEST if filled >= _SPARSE * (len(rows) - after) else _WIDEST_SPARSE)
        longest = max((metrics.horizontalAdvance(text[:_SAMPLE]) for text in texts), default=0)
        two_lines = longest if longest < widest else longest // 2 + 20
        return max(_NARROWEST, min(widest, two_lines + 14))
