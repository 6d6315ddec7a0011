"""A board of the plans: agencies beside dimensions, every number leads to the rows behind it.

The colour of a dimension only helps the eye: the number always stands in the cell. Nothing is ranked.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.coverage import Board, BoardLine, Cell
from ui import theme
from ui.models.board import HEAT, STRONG, BoardModel, Say
from ui.widgets.label import ElidedLabel

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 28
_PAD: Final = 7
_LEAST, _SPAN = 0.16, 0.6
"""How strongly the smallest number is coloured, and what the largest adds to it."""
_NAME_LEAST: Final = 100
_CELL_LEAST, _CELL_MORE = 46, 90
"""Pixels of a number at least, and what it has more at most where there is room."""


class _Cells(QStyledItemDelegate):
    """Paints a number on the colour of its dimension, the stronger the more there is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        box: QRect = option.rect
        strong = bool(index.data(STRONG))
        heat = index.data(HEAT)
        share, color = heat if isinstance(heat, tuple) else (0.0, "")
        if share > 0 and color:
            ground = QColor(color)
            ground.setAlphaF(min(1.0, _LEAST + _SPAN * share))
            painter.fillRect(box.adjusted(1, 1, -1, -2), ground)
        elif strong:
            painter.fillRect(box, QColor(theme.color("sunken")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        words = str(index.data() or "")
        faint = not any(sign.isdigit() for sign in words)
        font = QFont(option.font)
        font.setBold(strong)
        if faint:
            font.setPixelSize(theme.small_type())
        painter.setFont(font)
        painter.setPen(QColor(theme.color("text-faint" if faint else "text")))
        side = Qt.AlignmentFlag.AlignRight
        room = box.adjusted(_PAD, 0, -_PAD, 0)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        view = self.parent()
        if isinstance(view, BoardView) and view.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.color("focus" if view.hasFocus() else "line-strong")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the number, in bold where it is a sum."""
        font = QFont(option.font)
        font.setBold(bool(index.data(STRONG)))
        wide = option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(int(wide * (1.08 if font.bold() else 1.0)) + 2 * _PAD + 2, theme.scaled(_ROW))


class BoardView(QTableView):
    """Arrow keys go from number to number; Enter, Space or a click asks for the rows behind one."""

    stood = Signal()
    """Another number is the current one."""
    asked = Signal()
    """The rows behind the current number are wanted."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """``words`` name the board to a screen reader."""
        super().__init__(parent)
        self.model_ = BoardModel(self)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setModel(self.model_)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.set_role(self, "read")
        self.setStyleSheet(
            "QTableView { selection-background-color: transparent; }"
            f"QHeaderView:vertical {{ background: {theme.color('surface')}; }}"
            f"QHeaderView::section:vertical {{ background: {theme.color('surface')}; font-weight: 400;"
            f" color: {theme.color('text')}; border: 0; border-bottom: 1px solid {theme.color('line')};"
            f" padding: 0 {_PAD}px; }}"
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._corner = ElidedLabel("", "strong", parent=self)
        names = self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = self.horizontalHeader()
        for one in (head, names):
            one.setHighlightSections(False)
            one.setSectionsClickable(False)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_board(self, board: Board, corner: str, say: Say, weigh: Callable[[Cell], int]) -> None:
        """Show a board; the current number stays where the board still has it. ``corner`` heads the names."""
        key, column = self.place
        self._corner.setText(corner)
        other = self.model_.show(board, say, weigh)
        self._fit()
        if other or not self.currentIndex().isValid():
            self.stand(key, column)

    @property
    def place(self) -> tuple[str, str]:
        """The keys of the line and the column of the current number; empty ones mean the sums."""
        index = self.currentIndex()
        heads = self.model_.board.heads
        if not index.isValid() or not heads:
            return "", ""
        return self.model_.line(index.row()).key, heads[index.column()].key

    @property
    def cell(self) -> Cell:
        """The current number."""
        index = self.currentIndex()
        if not index.isValid():
            return Cell()
        return self.model_.line(index.row()).cells[index.column()]

    def stand(self, line: str, column: str) -> None:
        """Make a number the current one: by the keys of its line and its column."""
        heads = self.model_.board.heads
        if not heads:
            return
        at = next((place for place, head in enumerate(heads) if head.key == column), len(heads) - 1)
        self.setCurrentIndex(self.model_.index(self.model_.row_of(line), at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space lead to the rows."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self.asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the head and three lines."""
        high = self.horizontalHeader().sizeHint().height() + 3 * theme.scaled(_ROW)
        return QSize(theme.scaled(_NAME_LEAST + 2 * _CELL_LEAST), high)

    def _clicked(self, _index: QModelIndex) -> None:
        self.asked.emit()

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.stood.emit()

    def _fit(self) -> None:
        """Give every number its room, and the names what is left of it."""
        head, names = self.horizontalHeader(), self.verticalHeader()
        names.setDefaultSectionSize(theme.scaled(_ROW))
        names.setMinimumSectionSize(theme.scaled(_ROW))
        head.setMinimumSectionSize(theme.scaled(_CELL_LEAST))
        count = self.model_.columnCount()
        for column in range(count):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        rooms = [self._room(column) for column in range(count)]
        edge = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        free = self.width() - sum(rooms) - edge
        whole = self._longest(lambda line: line.name)
        # Where the whole names have no room the short ones stand there.
        self.model_.is_short = free < whole
        wanted = self._longest(lambda line: line.short or line.name) if self.model_.is_short else whole
        wide = min(wanted, max(free, theme.scaled(_NAME_LEAST)))
        names.setFixedWidth(wide)
        more = min(max(free - wide, 0) // max(count, 1), theme.scaled(_CELL_MORE))
        for column, room in enumerate(rooms):
            self.setColumnWidth(column, room + more)
        top = self.frameWidth()
        self._corner.setGeometry(top + _PAD, top, wide - _PAD, head.sizeHint().height())
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _room(self, column: int) -> int:
        head = self.horizontalHeader()
        return max(self.sizeHintForColumn(column), head.sectionSizeHint(column), theme.scaled(_CELL_LEAST))

    def _longest(self, say: Callable[[BoardLine], str]) -> int:
        """Return the room that the longest name needs, and the head over them."""
        lines = (self.model_.board.sums, *self.model_.board.lines)
        metrics = self.verticalHeader().fontMetrics()
        widest = max(metrics.horizontalAdvance(say(line)) for line in lines)
        corner = self._corner.fontMetrics().horizontalAdvance(self._corner.text())
        return int(max(widest, corner) * 1.06) + 3 * _PAD
