"""The documents of the event by moment, each with its sentence and what it would hold now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme

_LINE: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 12
_GAP: Final = 7
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One document: its key, the moment it is for, title, sentence, and what it would hold now."""

    key: str
    moment: str
    title: str
    sentence: str
    holds: str = ""


class _Lines(QStyledItemDelegate):
    """Paints a document in three lines, a moment in one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a document or of a moment."""
        line = QFontMetrics(option.font).height()
        tall = 3 * line + 2 * _GAP if isinstance(index.data(_LINE), PrintLine) else line + 10
        return QSize(80, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the list."""
        painter.save()
        found = index.data(_LINE)
        box = option.rect
        if isinstance(found, PrintLine):
            self._document(painter, option, found)
        else:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(QColor(theme.color("text-faint")))
            room = box.adjusted(_PAD, 0, -_PAD, -4)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, int(side), str(index.data() or ""))
        painter.restore()

    def _document(self, painter: QPainter, option: QStyleOptionViewItem, found: PrintLine) -> None:
        box = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.color("accent")))
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        room = box.adjusted(_PAD, _GAP, -_PAD, -_GAP)
        top = _write(painter, room, found.title, "accent" if chosen else "text")
        font.setBold(False)
        painter.setFont(font)
        top = _write(painter, room.adjusted(0, top, 0, 0), found.sentence, "text-soft") + top
        _write(painter, room.adjusted(0, top, 0, 0), found.holds, "text")
        view = self.parent()
        if chosen and isinstance(view, QWidget) and view.hasFocus():
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


def _write(painter: QPainter, room: QRect, words: str, ink: str) -> int:
    painter.setPen(QColor(theme.color(ink)))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
    return metrics.height()


class PrintList(QListWidget):
    """Choose with the arrow keys, Enter shows the pages."""

    chosen = Signal(str)
    """The key of the document that is marked."""
    asked = Signal(str)
    """The key of the document whose pages are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("print-list")
        self.setAccessibleName("Cetakan menurut waktunya")
        self.setItemDelegate(_Lines(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QListWidget, QListWidget:focus { border: 0; border-radius: 0; background: transparent; }"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._choose)
        self.itemActivated.connect(self._ask)

    @property
    def key(self) -> str:
        """The key of the document that is marked."""
        return self._key(self.currentItem())

    def documents(self) -> list[str]:
        """Return the keys of all documents in order."""
        found = (self._key(self.item(row)) for row in range(self.count()))
        return [key for key in found if key]

    def line(self, key: str) -> PrintLine | None:
        """Return a document as it is shown."""
        item = self._item(key)
        found = item.data(_LINE) if item else None
        return found if isinstance(found, PrintLine) else None

    def show_lines(self, lines: Sequence[PrintLine]) -> None:
        """Show documents under their moments; the marked one stays marked."""
        kept = self.key or (lines[0].key if lines else "")
        if self.documents() == [line.key for line in lines]:
            for line in lines:
                self._fill(self._item(line.key), line)
            return
        with QSignalBlocker(self):
            self.clear()
            moment = ""
            for line in lines:
                if line.moment != moment:
                    moment = line.moment
                    head = QListWidgetItem(moment, self)
                    head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._fill(QListWidgetItem(self), line)
        self.choose(kept)
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Mark a document."""
        item = self._item(key)
        if item is not None:
            self.setCurrentItem(item)

    def sizeHint(self) -> QSize:
        """Return the room of all documents."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(200, rows + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the room of two documents: the list scrolls where there is less room than it needs."""
        return QSize(200, 150)

    def _fill(self, item: QListWidgetItem | None, line: PrintLine) -> None:
        if item is not None:
            item.setData(_LINE, line)
            spoken = f"{line.moment}: {line.title}. {line.sentence}. {line.holds}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip("")

    def _item(self, key: str) -> QListWidgetItem | None:
        rows = (self.item(row) for row in range(self.count()))
        return next((item for item in rows if key and self._key(item) == key), None)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._key(item))

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(self._key(item))

    @staticmethod
    def _key(item: QListWidgetItem | None) -> str:
        line = item.data(_LINE) if item is not None else None
        return line.key if isinstance(line, PrintLine) else ""
