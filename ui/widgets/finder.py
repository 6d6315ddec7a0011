"""Finding by a few letters with the keyboard alone: a line to type in and the list of what was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme

_PAUSE_MS: Final = 60
_HINT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be found: its key, its words, and what it is in softer words."""

    key: str
    words: str
    hint: str = ""


Give = Callable[[Sequence[Choice]], None]
Find = Callable[[str, Give], None]
"""Asks for what fits some letters, and is given the choices, now or later, on the window's thread."""


class SearchBox(QLineEdit):
    """A line to type a search in; ``asked`` tells its text after a very short pause."""

    asked = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """Say in ``placeholder`` what can be found."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._changed)

    def _changed(self, _text: str) -> None:
        self._timer.start()

    def _ask(self) -> None:
        self.asked.emit(self.text().strip())


class _Rows(QStyledItemDelegate):
    """Draws a found thing with its hint at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one line with room above and below."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, the words, and the hint."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box: QRect = option.rect
        if chosen:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.color("accent")))
        inner = box.adjusted(12, 0, -12, 0)
        hint = str(index.data(_HINT_ROLE) or "")
        metrics = option.fontMetrics
        room = min(metrics.horizontalAdvance(hint) + 2, inner.width() // 2)
        painter.setPen(QColor(theme.color("text-soft")))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            inner,
            middle | Qt.AlignmentFlag.AlignRight,
            metrics.elidedText(hint, Qt.TextElideMode.ElideRight, room),
        )
        painter.setPen(QColor(theme.color("accent" if chosen else "text")))
        left = inner.adjusted(0, 0, -room - 12, 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(left, middle, metrics.elidedText(words, Qt.TextElideMode.ElideRight, left.width()))


class Finder(QWidget):
    """A search line above the list of what was found; Up and Down move, Enter chooses."""

    chosen = Signal(object)
    """The Choice that a person took."""
    listed = Signal(int)
    """How many things are listed, after the list changed."""

    def __init__(self, find: Find, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """``find`` is asked at every change of the text, the empty text too."""
        super().__init__(parent)
        self._find = find
        self._round = 0
        self._stale = False
        self._enter_waits = False
        self.setObjectName(name)
        self.box = SearchBox(placeholder, f"{name}-text", self)
        self.box.asked.connect(self.search)
        self.box.textEdited.connect(self._typed)
        self.box.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}-list")
        self.list.setAccessibleName(f"Hasil: {placeholder}")
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.box)

    def search(self, text: str) -> None:
        """Ask for what fits ``text``; an answer to an older text is not shown any more."""
        self._round += 1
        self._find(text, partial(self._show, self._round))

    def choices(self) -> list[Choice]:
        """Return what is listed."""
        return [self._choice(self.list.item(row)) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move and choose work while the line has the focus."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES and self.list.isVisible():
                self._move(_MOVES[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                return self._enter()
        return super().eventFilter(watched, event)

    def _typed(self, _text: str) -> None:
        self._stale = True
        self._enter_waits = False

    def _show(self, asked: int, found: Sequence[Choice]) -> None:
        if asked != self._round:
            return
        self.list.clear()
        for choice in found:
            item = QListWidgetItem(choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setData(_HINT_ROLE, choice.hint)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.words} {choice.hint}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.shown()
        self.listed.emit(self.list.count())
        self._stale = False
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def shown(self) -> None:
        """Take note that the list is new (for those who build on this)."""

    def _move(self, step: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))

    def _enter(self) -> bool:
        if self._stale:
            self._enter_waits = True
            return True
        if self.list.currentRow() < 0 or not self.list.isVisible():
            return False
        self._take(self.list.currentItem())
        return True

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._choice(item))

    @staticmethod
    def _choice(item: QListWidgetItem) -> Choice:
        choice = item.data(Qt.ItemDataRole.UserRole)
        if not isinstance(choice, Choice):
            raise TypeError(type(choice))
        return choice
