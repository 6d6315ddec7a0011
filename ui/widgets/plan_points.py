"""Vision, missions and strategic issues of the RPJMD or RPD: pasted line by line, edited in place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.document import PlanPoint, points_from
from ui import theme
from ui.models.plan_tree import Index
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

_TITLES: Final = {"visi": "Visi", "misi": "Misi", "isu": "Isu strategis"}
_HINTS: Final = {
    "visi": "Tempel atau ketik visi di sini",
    "misi": "Tempel misi di sini, satu baris satu misi.\nNomor dan tanda butir dibuang sendiri.",
    "isu": "Tempel isu strategis di sini, satu baris satu isu.\nNomor dan tanda butir dibuang sendiri.",
}
_ROW_ID: Final = Qt.ItemDataRole.UserRole
_NUMBER: Final = 26
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class _Rows(QStyledItemDelegate):
    """Draws a number and the whole text; edits it in a box of several lines, taken at each key."""

    def __init__(self, parent: QWidget) -> None:
        """Belong to a list."""
        super().__init__(parent)
        self._place = QPersistentModelIndex()
        self._stood = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the whole text."""
        view = self.parent()
        width = view.viewport().width() - _NUMBER - 20 if isinstance(view, QListWidget) else 300
        room = QRect(0, 0, max(80, width), 4_000)
        height = QFontMetrics(option.font).boundingRect(room, _FLAGS, str(index.data() or "")).height()
        return QSize(80, height + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one point."""
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(option.font)
        painter.setPen(QColor(theme.color("text-faint")))
        room = box.adjusted(10, 8, -10, -8)
        painter.drawText(room, _FLAGS, str(index.row() + 1))
        painter.setPen(QColor(theme.color("text")))
        painter.drawText(room.adjusted(_NUMBER, 0, 0, 0), _FLAGS, str(index.data() or ""))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box of several lines."""
        del option
        self._place = QPersistentModelIndex(index)
        self._stood = str(index.data() or "")
        box = QPlainTextEdit(parent)
        box.setObjectName("point-text")
        box.setAccessibleName("Ubah butir")
        box.setTabChangesFocus(True)
        box.setStyleSheet("padding: 2px; border-radius: 0;")
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the row, and at least two lines."""
        del index
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(_NUMBER, 0, 0, max(0, 56 - box.height())))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the text into the box."""
        text = str(index.data() or "")
        if isinstance(editor, QPlainTextEdit) and _plain(editor.toPlainText()) != text:
            editor.setPlainText(text)
            editor.selectAll()
            # Connected only now: what the program puts in is not typed.
            editor.textChanged.connect(self._typed, Qt.ConnectionType.UniqueConnection)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the text on one line."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, _plain(editor.toPlainText()) or self._stood)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish, and Esc give back what stood."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        key = Qt.Key(event.key()) if pressed and isinstance(event, QKeyEvent) else Qt.Key.Key_unknown
        if isinstance(watched, QPlainTextEdit) and key == Qt.Key.Key_Escape:
            self._take(self._stood)
        if isinstance(watched, QPlainTextEdit) and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        editor = self.sender()
        if isinstance(editor, QPlainTextEdit):
            self._take(_plain(editor.toPlainText()))

    def _take(self, text: str) -> None:
        view = self.parent()
        if text and self._place.isValid() and isinstance(view, QListWidget):
            view.model().setData(self._place, text)


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Points(QListWidget):
    """The points of one kind; Delete asks to remove the chosen one."""

    remove_asked = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.may_write = True
        self.setWordWrap(True)
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete remove."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0 and self.may_write:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class PointsCard(Card):
    """The points of one kind, and the box to paste further ones into."""

    pasted = Signal(str, str)
    """The kind and the pasted text."""
    edited = Signal(str, str)
    """The row of a point and its new text."""
    removed = Signal(str)
    """The row of a point that shall be deleted."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        """``kind`` is visi, misi or isu."""
        super().__init__(_TITLES[kind], name=f"points-{kind}", parent=parent)
        self.kind = kind
        self.list = _Points(f"points-{kind}-list", _TITLES[kind], self)
        self.list.itemChanged.connect(self._changed)
        self.list.remove_asked.connect(self._remove)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName(f"points-{kind}-text")
        self.text.setAccessibleName(f"Tambah {_TITLES[kind].lower()}")
        self.text.setPlaceholderText(_HINTS[kind])
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(96)
        self.text.textChanged.connect(self._count)
        self.button = Button("Tambah", f"points-{kind}-add", parent=self)
        self.button.clicked.connect(self._paste)
        self.drop = Button("Hapus", f"points-{kind}-delete", "quiet", parent=self)
        self.drop.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._selected)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._paste)
        foot = QHBoxLayout()
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.text)
        self.body.addLayout(foot)
        self._count()
        self._selected(-1)

    def show_points(self, points: Sequence[PlanPoint]) -> None:
        """Show the points of this kind; the chosen one stays chosen."""
        found = [item for item in points if item.kind == self.kind]
        here = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for item in found:
                row = QListWidgetItem(item.text, self.list)
                row.setData(_ROW_ID, str(item.id))
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.setCurrentRow(min(here, len(found) - 1))
        self._selected(self.list.currentRow())
        self.title.setText(f"{_TITLES[self.kind]} ({len(found)})" if found else _TITLES[self.kind])

    def _count(self) -> None:
        found = len(points_from(self.text.toPlainText()))
        words = f"Tambah {found} {_TITLES[self.kind].lower()}" if found > 1 else "Tambah"
        self.button.setText(words)
        self.button.setAccessibleName(f"{words} {_TITLES[self.kind].lower()}" if found <= 1 else words)
        self.button.setEnabled(bool(found))

    def _paste(self) -> None:
        text = self.text.toPlainText()
        if points_from(text):
            self.text.clear()
            self.pasted.emit(self.kind, text)

    def _changed(self, item: QListWidgetItem) -> None:
        self.edited.emit(str(item.data(_ROW_ID)), item.text())

    def _selected(self, row: int) -> None:
        self.drop.setEnabled(row >= 0)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.removed.emit(str(self.list.item(row).data(_ROW_ID)))


class PointsPage(QWidget):
    """Three cards side by side."""

    pasted = Signal(str, str)
    edited = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the cards, empty."""
        super().__init__(parent)
        self.setObjectName("points")
        self.cards = {kind: PointsCard(kind, self) for kind in _TITLES}
        row = QHBoxLayout()
        row.setSpacing(10)
        for card in self.cards.values():
            card.pasted.connect(self.pasted)
            card.edited.connect(self.edited)
            card.removed.connect(self.removed)
            row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        column.addWidget(
            Label(
                "Kertas kerja memilih dari butir ini · Ctrl+Enter menambah · F2 mengubah · Del menghapus",
                "small",
                wrap=True,
                parent=self,
            )
        )

    def show_points(self, points: Sequence[PlanPoint]) -> None:
        """Show all points."""
        for card in self.cards.values():
            card.show_points(points)

    def focus_kind(self, kind: str) -> None:
        """Go to the box to paste into."""
        self.cards[kind].text.setFocus()
