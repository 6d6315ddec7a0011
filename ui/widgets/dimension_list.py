"""A list of dimensions, or of the sub-dimensions of one, put in order by drag or Alt+arrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme

_ENTRY: Final = Qt.ItemDataRole.UserRole + 1
_PAD: Final = 10
_GAP: Final = 10
_CHIP_PAD: Final = 8
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HEAD: Final = "Tidak dipakai lagi"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: code on its ``color``, name, and what to know about it; a ``retired`` one stands apart."""

    row: str
    code: str
    name: str
    note: str = ""
    color: str = ""
    retired: bool = False


class DimensionList(QListWidget):
    """Entries that are used in their order, then those no longer used."""

    chosen = Signal(str)
    """The row that a person went to."""
    moved = Signal(str, str)
    """A row that should stand before another, at the end where the other is empty."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None, *, head: str = _HEAD) -> None:
        """Start empty; ``words`` tell a screen reader what is listed, ``head`` stands over the retired."""
        super().__init__(parent)
        self._head = head
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setItemDelegate(_Lines(self))
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.entries: tuple[Entry, ...] = ()
        self.may_write = True
        self.currentItemChanged.connect(self._went)

    @property
    def current(self) -> str:
        """The row that is current, empty where none is."""
        found = self.currentIndex().data(_ENTRY)
        return found.row if isinstance(found, Entry) else ""

    def show_entries(self, entries: Sequence[Entry], row: str) -> None:
        """Show other entries and make ``row`` the current one, without telling anybody."""
        wanted = tuple(entries)
        with QSignalBlocker(self):
            if _shape(wanted) != _shape(self.entries):
                self._rebuild(wanted)
            for item, entry in zip(self._items(), wanted, strict=True):
                self._fill(item, entry)
            self.entries = wanted
            self._stand_at(row)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the room of all entries, so that what stands below the list follows them."""
        high = sum(self.sizeHintForRow(place) for place in range(self.count())) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), max(high + 2, self._least()))

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few entries; the others are scrolled to."""
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), 3 * self._least()))

    def _least(self) -> int:
        return 2 * self.fontMetrics().lineSpacing() + 12 + 2 * self.frameWidth()

    def step(self, by: int) -> None:
        """Move the current entry up (-1) or down (1) among those that are used."""
        used = [entry.row for entry in self.entries if not entry.retired]
        if self.current not in used:
            return
        at = used.index(self.current)
        if not 0 <= at + by < len(used):
            return
        rest = [row for row in used if row != self.current]
        self.moved.emit(self.current, rest[at + by] if at + by < len(rest) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the entry itself."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.may_write:
                self.step(step)
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where an entry was dropped; it moves once that is written."""
        self.drop_at(event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def drop_at(self, height: int) -> None:
        """Put the current entry where a drop at this height of the list would have it."""
        used = [item for item in self._items() if not _entry(item).retired]
        before = next(
            (_entry(item).row for item in used if height < self.visualItemRect(item).center().y()), ""
        )
        if self.current and before != self.current and self._follows(before):
            self.moved.emit(self.current, before)

    def _follows(self, before: str) -> bool:
        """Tell whether putting the current entry before another changes anything."""
        used = [entry.row for entry in self.entries if not entry.retired]
        if self.current not in used:
            return False
        after = [*used, ""][used.index(self.current) + 1]
        return before != after

    def _items(self) -> list[QListWidgetItem]:
        found = [self.item(place) for place in range(self.count())]
        return [item for item in found if isinstance(item.data(_ENTRY), Entry)]

    def _rebuild(self, entries: Sequence[Entry]) -> None:
        self.clear()
        parted = False
        for entry in entries:
            if entry.retired and not parted:
                parted = True
                self._add_head()
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            self.addItem(item)

    def _fill(self, item: QListWidgetItem, entry: Entry) -> None:
        item.setData(_ENTRY, entry)
        words = f"{entry.code} {entry.name}, {entry.note}".strip(", ")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{words}, {self._head.lower()}" * entry.retired or words
        )
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if entry.retired else flags | Qt.ItemFlag.ItemIsDragEnabled)

    def _add_head(self) -> None:
        head = QListWidgetItem(self._head)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(head)

    def _stand_at(self, row: str) -> None:
        found = next((item for item in self._items() if _entry(item).row == row), None)
        if found is None:
            self.setCurrentRow(-1)
            return
        self.setCurrentItem(found)
        self.scrollToItem(found)

    def _went(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.current:
            self.chosen.emit(self.current)


class _Lines(QStyledItemDelegate):
    """Draws code, name and note; the code is never left out, so that no colour stands alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return two lines of type, one for the head of those no longer used."""
        line = option.fontMetrics.lineSpacing()
        entry = index.data(_ENTRY)
        return QSize(120, 2 * line + 12 if isinstance(entry, Entry) else line + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        box: QRect = option.rect
        entry = index.data(_ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(entry, Entry):
            painter.setFont(_small(option.font, bold=True))
            painter.setPen(QColor(theme.color("text-soft")))
            room = box.adjusted(_PAD, 4, -_PAD, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.color("sunken")))
        self._entry(painter, option, entry)
        painter.restore()

    @staticmethod
    def _entry(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        box: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        wide = max(metrics.horizontalAdvance("MMM"), metrics.horizontalAdvance(entry.code)) + 2 * _CHIP_PAD
        chip = QRect(box.left() + _PAD, 0, wide, metrics.lineSpacing() + 6)
        chip.moveTop(box.center().y() - chip.height() // 2)
        ground = theme.tint(entry.color, 0.35) if entry.retired else entry.color
        ground = ground if QColor.isValidColorName(ground) else theme.color("neutral-soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.color("text-soft") if entry.retired else theme.ink_on(ground)))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), entry.code)
        room = QRect(box)
        room.setLeft(chip.right() + _GAP)
        room.setRight(box.right() - _PAD)
        upper, lower = QRect(room), QRect(room)
        upper.setBottom(box.center().y() if entry.note else box.bottom())
        lower.setTop(box.center().y())
        painter.setPen(QColor(theme.color("text-soft" if entry.retired else "text")))
        name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, room.width())
        foot = Qt.AlignmentFlag.AlignBottom if entry.note else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, int(foot), name)
        painter.setFont(_small(option.font))
        painter.setPen(QColor(theme.color("text-soft")))
        note = painter.fontMetrics().elidedText(entry.note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignTop), note)


def _entry(item: QListWidgetItem) -> Entry:
    found = item.data(_ENTRY)
    return found if isinstance(found, Entry) else Entry("", "", "")


def _small(font: QFont, *, bold: bool = False) -> QFont:
    """Return the small type beside a type of any size."""
    made = QFont(font)
    made.setPixelSize(round(font.pixelSize() * theme.size("small") / theme.size("base")))
    made.setBold(bold)
    return made


def _shape(entries: Sequence[Entry]) -> list[tuple[str, bool]]:
    return [(item.row, item.retired) for item in entries]
