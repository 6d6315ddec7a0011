"""The documents of the event under their moments: narrowed by typing, each moment folded by its heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
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
_GAP: Final = 5
_OPEN, _FOLDED = "▾", "▸"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One document: its key, moment, title, sentence, what it would hold now, and when it was printed."""

    key: str
    moment: str
    title: str
    sentence: str
    holds: str = ""
    printed: str = ""

    @property
    def below(self) -> str:
        """What stands under the title: when it was printed, else what it would hold."""
        return self.printed or self.holds or self.sentence


@dataclass(slots=True)
class Moment:
    """The heading of a moment: its words, whether it is folded, how many documents stand under it."""

    words: str
    folded: bool = False
    count: int = 0


class _Lines(QStyledItemDelegate):
    """Paints a document in two lines, a moment in one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a document or of a moment."""
        line = QFontMetrics(option.font).height()
        small = QFontMetrics(theme.font("small")).height()
        tall = line + small + 2 * _GAP if isinstance(index.data(_LINE), PrintLine) else line + 12
        return QSize(80, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the list."""
        painter.save()
        found = index.data(_LINE)
        if isinstance(found, PrintLine):
            self._document(painter, option, found)
        elif isinstance(found, Moment):
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(QColor(theme.color("text-soft")))
            room = option.rect.adjusted(_PAD, 4, -_PAD, 0)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            mark = _FOLDED if found.folded else _OPEN
            painter.drawText(room, int(side), f"{mark} {found.words}")
            if found.folded:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, int(right), str(found.count))
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
        painter.setFont(theme.font("small"))
        ink = "accent" if found.printed else "text-soft"
        _write(painter, room.adjusted(0, top, 0, 0), found.below, ink)
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
    """Choose with the arrow keys, Enter shows the pages; Left and Right fold and unfold a moment."""

    chosen = Signal(str)
    """The key of the document that is marked."""
    asked = Signal(str)
    """The key of the document whose pages are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._sought: tuple[str, ...] = ()
        self._folded: set[str] = set()
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
        """Return the keys of all documents in order, also of those that are folded away."""
        return [key for item in self._items() if (key := self._key(item))]

    def seen(self) -> list[str]:
        """Return the keys of the documents that stand in sight."""
        return [key for item in self._items() if not item.isHidden() and (key := self._key(item))]

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
            self._arrange()
            return
        with QSignalBlocker(self):
            self.clear()
            moment = ""
            for line in lines:
                if line.moment != moment:
                    moment = line.moment
                    count = sum(item.moment == moment for item in lines)
                    head = QListWidgetItem(moment, self)
                    head.setData(_LINE, Moment(moment, moment in self._folded, count))
                    head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._fill(QListWidgetItem(self), line)
        self._arrange()
        self.choose(kept)
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Mark a document; the moment that it stands under is opened."""
        item = self._item(key)
        line = item.data(_LINE) if item else None
        if item is not None and isinstance(line, PrintLine):
            if item.isHidden():
                self._sought = ()
                self.fold(line.moment, folded=False)
            self.setCurrentItem(item)

    def narrow(self, text: str) -> None:
        """Show only the documents of which every word is somewhere in title, sentence or moment."""
        self._sought = tuple(text.casefold().split())
        self._arrange()
        seen = self.seen()
        if seen and self.key not in seen:
            self.choose(seen[0])

    def fold(self, moment: str, *, folded: bool) -> None:
        """Fold a moment away or open it."""
        (self._folded.add if folded else self._folded.discard)(moment)
        self._arrange()

    def is_folded(self, moment: str) -> bool:
        """Whether a moment is folded away."""
        return moment in self._folded

    def begin_at(self, moment: str) -> None:
        """Bring the documents of a moment into sight and mark its first one."""
        for item in self._items():
            line = item.data(_LINE)
            if isinstance(line, PrintLine) and line.moment == moment:
                self.choose(line.key)
                self.scrollToItem(self._head(moment) or item, QListWidget.ScrollHint.PositionAtTop)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked document in sight where questions below take room."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def sizeHint(self) -> QSize:
        """Return the room of all documents."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(200, rows + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the room of three documents: the list scrolls where there is less room than it needs."""
        return QSize(200, 132)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold with Left and open with Right the moment of the marked document."""
        line = self.line(self.key)
        key = Qt.Key(event.key())
        if line is not None and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.fold(line.moment, folded=key == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or open the moment whose heading is pressed."""
        item = self.itemAt(event.position().toPoint())
        found = item.data(_LINE) if item else None
        if isinstance(found, Moment):
            self.fold(found.words, folded=not found.folded)
            return
        super().mousePressEvent(event)

    def _arrange(self) -> None:
        """Hide what is folded away or does not fit the typed words; the marked document always shows."""
        wanted: dict[str, int] = {}
        lines = [line for item in self._items() if isinstance(line := item.data(_LINE), PrintLine)]
        # Words of a title go before those of a sentence: "sert" means Sertifikat, not "peserta".
        by_title = any(self._fits(line, title_only=True) for line in lines)
        for item in self._items():
            line = item.data(_LINE)
            if isinstance(line, PrintLine):
                fits = self._fits(line, title_only=by_title)
                wanted[line.moment] = wanted.get(line.moment, 0) + fits
                folded = line.moment in self._folded and not self._sought and self.key != line.key
                item.setHidden(folded or not fits)
        for item in self._items():
            head = item.data(_LINE)
            if isinstance(head, Moment):
                folded = head.words in self._folded and not self._sought
                item.setData(_LINE, Moment(head.words, folded, wanted.get(head.words, 0)))
                item.setHidden(not wanted.get(head.words, 0))

    def _fits(self, line: PrintLine, *, title_only: bool) -> bool:
        text = (line.title if title_only else f"{line.title} {line.sentence} {line.moment}").casefold()
        return all(word in text for word in self._sought)

    def _fill(self, item: QListWidgetItem | None, line: PrintLine) -> None:
        if item is not None:
            item.setData(_LINE, line)
            told = [line.title, line.sentence, line.holds, line.printed]
            spoken = f"{line.moment}: {'. '.join(text for text in told if text)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(f"<qt>{'<br>'.join(escape(text) for text in told[1:] if text)}</qt>")

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _item(self, key: str) -> QListWidgetItem | None:
        return next((item for item in self._items() if key and self._key(item) == key), None)

    def _head(self, moment: str) -> QListWidgetItem | None:
        found = ((item, item.data(_LINE)) for item in self._items())
        return next((item for item, head in found if isinstance(head, Moment) and head.words == moment), None)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._key(item))

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(self._key(item))

    @staticmethod
    def _key(item: QListWidgetItem | None) -> str:
        line = item.data(_LINE) if item is not None else None
        return line.key if isinstance(line, PrintLine) else ""
