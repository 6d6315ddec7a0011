"""The points of the RPJMD/RPD as a tree: kind and number small, the text below; moved by keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_frame import FramePoint
from ui import theme
from ui.models.plan_tree import Index

_ROW: Final = Qt.ItemDataRole.UserRole
_WORD: Final = Qt.ItemDataRole.UserRole + 1
_NOTE: Final = Qt.ItemDataRole.UserRole + 2
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_STEP: Final = 18
_BESIDE: Final = 10
"""Pixels between the kind of a point and what is noted at the right."""
_MARK: Final = " · "
_STRONG: Final = frozenset({"visi", "misi"})
_KIND: Final = Qt.ItemDataRole.UserRole + 3
_INK: Final = Qt.ItemDataRole.UserRole + 4


class _Rows(QStyledItemDelegate):
    """Draws kind and number with what hangs on the point, and its whole text below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the whole text."""
        del option
        font = theme.font("base", bold=index.data(_KIND) in _STRONG)
        view = self.parent()
        room = view.text_room(index) if isinstance(view, FrameTree) else 300
        box = QRect(0, 0, max(80, room), 4_000)
        height = QFontMetrics(font).boundingRect(box, _FLAGS, str(index.data() or "")).height()
        small = QFontMetrics(theme.font("small")).lineSpacing()
        return QSize(80, height + small + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one point."""
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(6, 5, -10, -5)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color(str(index.data(_INK) or "text-soft"))))
        note = str(index.data(_NOTE) or "")
        beside = painter.fontMetrics().horizontalAdvance(note) + (_BESIDE if note else 0)
        word = painter.fontMetrics().elidedText(
            str(index.data(_WORD) or ""), Qt.TextElideMode.ElideRight, room.width() - beside
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), word)
        painter.setPen(QColor(theme.color("text-soft")))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), note)
        room.setTop(room.top() + painter.fontMetrics().lineSpacing() + 1)
        painter.setFont(theme.font("base", bold=index.data(_KIND) in _STRONG))
        painter.setPen(QColor(theme.color("text")))
        painter.drawText(room, _FLAGS, str(index.data() or ""))
        painter.restore()


class FrameTree(QTreeWidget):
    """Del removes, Alt+Up and Alt+Down move, Alt+Right and Alt+Left change the level, Enter edits."""

    chosen = Signal(str)
    """The row of the point that is current now, empty for none."""
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    shift_asked = Signal(str, int)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.may_write = True
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setObjectName("frame-tree")
        self.setAccessibleName("Butir RPJMD / RPD")
        self.setHeaderHidden(True)
        self.setIndentation(_STEP)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_Rows(self))
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self._asked)

    @property
    def row(self) -> RowId:
        """The row of the current point, no row where there is none."""
        item: QTreeWidgetItem | None = self.currentItem()
        return RowId(str(item.data(0, _ROW))) if item is not None else NO_ROW

    def text_room(self, index: Index) -> int:
        """Return how many pixels the text of a point has."""
        depth, upper = 1, index.parent()
        while upper.isValid():
            depth, upper = depth + 1, upper.parent()
        return self.viewport().width() - depth * _STEP - 16

    def show_points(self, points: Sequence[FramePoint], wanted: str = "") -> None:
        """Show other points; ``wanted``, else the current one, is current; what was folded stays so."""
        here = wanted or self.row
        folded = {row for row, item in self._items.items() if item.childCount() and not item.isExpanded()}
        with QSignalBlocker(self):
            self.clear()
            self._items = {}
            path: list[QTreeWidgetItem] = []
            for point in points:
                del path[point.depth :]
                item = QTreeWidgetItem(path[-1]) if path else QTreeWidgetItem(self)
                self._fill(item, point)
                self._items[point.point.id] = item
                path.append(item)
            for row, item in self._items.items():
                item.setExpanded(row not in folded)
            current = self._items.get(here) or next(iter(self._items.values()), None)
            if current is not None:
                self.setCurrentItem(current)
                self.scrollToItem(current)
        self.chosen.emit(self.row)

    def show_mark(self, row: str, words: str, ink: str) -> None:
        """Say something behind the kind of a point, in a colour of the theme."""
        item = self._items.get(row)
        if item is None:
            return
        kind = str(item.data(0, _WORD)).partition(_MARK)[0]
        word = f"{kind}{_MARK}{words}" if words else kind
        item.setData(0, _WORD, word)
        item.setData(0, _INK, ink)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word}: {item.text(0)}")

    def show_text(self, row: str, text: str) -> None:
        """Show what is being typed for a point."""
        if row in self._items:
            self._items[row].setText(0, text)
            self.scheduleDelayedItemsLayout()

    def choose(self, row: str) -> None:
        """Make a point the current one."""
        if row in self._items:
            self.setCurrentItem(self._items[row])
            self.scrollToItem(self._items[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means; in a file that takes nothing only look."""
        key, row = Qt.Key(event.key()), self.row
        if not (row and self.may_write and self._did(key, row, event.modifiers())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _did(self, key: Qt.Key, row: RowId, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.AltModifier:
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.move_asked.emit(row, -1 if key == Qt.Key.Key_Up else 1)
            elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                self.shift_asked.emit(row, -1 if key == Qt.Key.Key_Left else 1)
            else:
                return False
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit(row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit()
        else:
            return False
        return True

    @staticmethod
    def _fill(item: QTreeWidgetItem, point: FramePoint) -> None:
        notes = [f"{len(point.indicators)} indikator"] if point.indicators else []
        notes += [f"hlm. {point.point.page}"] if point.point.page else []
        word = point.word if point.point.kind != "program" else f"Program prioritas {point.number}"
        item.setText(0, point.point.text)
        item.setData(0, _ROW, str(point.point.id))
        item.setData(0, _WORD, word)
        item.setData(0, _NOTE, " · ".join(notes))
        item.setData(0, _KIND, point.point.kind)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word}: {point.point.text}")

    def _changed(self, _now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self.chosen.emit(self.row)

    def _asked(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.edit_asked.emit()
