"""The table of what the agencies brought: ticks by keyboard or by a click."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.data_request import ADA, TIDAK_PERLU, Cell, DataItem
from ui import theme
from ui.models.request_table import MARK_ROLE, STATE_ROLE, Index, RequestTableModel
from ui.translate import worded
from ui.widgets.writing import WHY

_ROW: Final = 18
"""Pixels of a row besides its letters."""
_HEAD: Final = 40
_HEAD_MOST: Final = 110
_NAME: Final = 230
_NAME_WHOLE: Final = 430
_ITEM: Final = 96
_ITEM_WIDE: Final = 150
_STATE: Final = 124
_REMINDED: Final = 96
_BOX: Final = 18
_PAD: Final = 8
_TONES: Final = {"belum": "neutral", "sebagian": "warning", "lengkap": "good"}


class RequestTableView(QTableView):
    """Space marks what is chosen, ``-`` says that it is not asked for; a click marks one cell."""

    refused = Signal(str)
    """Why a mark was not taken."""
    print_asked = Signal()
    """Enter on an agency: its own letter is wanted."""

    def __init__(self, model: RequestTableModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.may_write = True
        self.table_model = model
        self.setModel(model)
        self.setObjectName("request-table")
        self.setAccessibleName(worded("Data yang diminta dari setiap OPD"))
        self.setItemDelegate(_Marks(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFixedHeight(theme.scaled(_HEAD))
        self.horizontalHeader().setHighlightSections(False)
        self._pressed = QModelIndex()
        model.modelReset.connect(self._fit)
        model.headerDataChanged.connect(self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Give rows and columns the room of another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table_model"):
            self.verticalHeader().setDefaultSectionSize(self._row_height())
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        self._fit()

    def choose(self, row: int, column: int = 1) -> None:
        """Make a cell the current one."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by keys; Enter goes down, on the name it asks for the letter."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Space, Qt.Key.Key_Minus} and not self.may_write:
            self.refused.emit(WHY)
        elif key == Qt.Key.Key_Space:
            self.table_model.toggle(self.selectedIndexes())
        elif key == Qt.Key.Key_Minus:
            self.table_model.toggle(self.selectedIndexes(), TIDAK_PERLU)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        index = self.currentIndex()
        if not self.table_model.is_mark(index):
            self.print_asked.emit()
        elif index.row() + 1 < self.model().rowCount():
            self.choose(index.row() + 1, index.column())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()) if plain and is_left else QModelIndex()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Mark a cell that was clicked; dragging over several only chooses them."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        clicked = index.isValid() and index == self._pressed and len(self.selectedIndexes()) == 1
        if clicked and self.may_write:
            self.table_model.toggle([index])

    def _fit(self) -> None:
        """Give names and items what room there is, and the heads the height of their words."""
        model = self.table_model
        items = len(model.request.items)
        state, reminded = theme.scaled(_STATE), theme.scaled(_REMINDED)
        free = self.viewport().width() - state - reminded
        least = max(_ITEM, self._longest_word() + 2 * _PAD)
        share = (free - theme.scaled(_NAME_WHOLE)) // max(1, items)
        wide = max(least, min(theme.scaled(_ITEM_WIDE), share))
        self.setColumnWidth(0, max(theme.scaled(_NAME), free - wide * items))
        for column in range(1, items + 1):
            self.setColumnWidth(column, wide)
        self.setColumnWidth(model.state_column, state)
        self.setColumnWidth(model.state_column + 1, reminded)
        self._fit_heads(wide)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + _ROW

    def _head_metrics(self) -> QFontMetrics:
        font = QFont(self.horizontalHeader().font())
        font.setBold(True)
        return QFontMetrics(font)

    def _longest_word(self) -> int:
        """Return the pixels of the longest word in the heads of the items: a head breaks between words."""
        metrics = self._head_metrics()
        words = (word for item in self._items() for word in item.title.split())
        return max(map(metrics.horizontalAdvance, words), default=0)

    def _fit_heads(self, wide: int) -> None:
        room = QRect(0, 0, wide - 2 * _PAD, 1_000)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)
        metrics = self._head_metrics()
        tall = (metrics.boundingRect(room, flags, item.title).height() for item in self._items())
        most = max(theme.scaled(_HEAD), max(tall, default=0) + 2 * _PAD)
        self.horizontalHeader().setFixedHeight(min(theme.scaled(_HEAD_MOST), most))

    def _items(self) -> tuple[DataItem, ...]:
        return self.table_model.request.items


class _Marks(QStyledItemDelegate):
    """Draws a tick, an empty box, or a dash, and the state of an agency in its tone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = index.data(MARK_ROLE)
        state = index.data(STATE_ROLE)
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("selection")))
        if isinstance(cell, Cell):
            self._draw_mark(painter, box, cell)
        else:
            self._draw_words(painter, option, str(index.data() or ""), str(state or ""))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_mark(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 0, _BOX, _BOX)
        box.moveCenter(room.center())
        if cell.state == TIDAK_PERLU:
            painter.setPen(QPen(QColor(theme.color("text-soft")), 2))
            painter.drawLine(box.left() + 3, box.center().y(), box.right() - 3, box.center().y())
            return
        there = cell.state == ADA
        ink = "good" if there else "line-strong"
        painter.setPen(QPen(QColor(theme.color(ink)), 1.5))
        # What the file knows by itself is only a tick: there is no box to be cleared.
        fill = theme.color("good-soft") if there else theme.color("surface")
        painter.setBrush(QColor(fill))
        if not cell.auto:
            painter.drawRoundedRect(box, 3, 3)
        if there:
            painter.setPen(QPen(QColor(theme.color("good")), 2.2))
            left, middle, low = box.left() + 4, box.center().x() - 1, box.bottom() - 5
            painter.drawLine(left, box.center().y(), middle, low)
            painter.drawLine(middle, low, box.right() - 3, box.top() + 5)

    def _draw_words(self, painter: QPainter, option: QStyleOptionViewItem, words: str, state: str) -> None:
        font = QFont(option.font)
        font.setBold(bool(state))
        painter.setFont(font)
        painter.setPen(QColor(theme.color(_TONES[state] if state else "text")))
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
