"""The list of agencies beside the plan: each with the state of its Renstra."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui import theme
from ui.models.plan_tree import Index
from ui.translate import worded

_ITEM: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 46


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """One agency: its name and ``state`` in words; ``weight`` is good, warning or text-faint."""

    opd: RowId
    name: str
    state: str
    weight: str


class _Rows(QStyledItemDelegate):
    """Draws name and state, one under the other."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        del option, index
        return QSize(120, theme.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one agency."""
        item = index.data(_ITEM)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.color("accent")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(12, 5, -8, -5)
        painter.setFont(theme.font("base", bold=chosen))
        painter.setPen(QColor(theme.color("text")))
        words = painter.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), words)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color(item.weight)))
        state = painter.fontMetrics().elidedText(item.state, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), state)
        painter.restore()


class OpdShelf(QListWidget):
    """Chooses the agency whose plan is shown; typing letters goes to a name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("document-opds")
        self.setAccessibleName(worded("OPD dan Renstranya"))
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._changed)

    @property
    def opd(self) -> RowId:
        """The agency that is chosen, no row for none."""
        item = self.item(self.currentRow()) if self.currentRow() >= 0 else None
        return item.data(_ITEM).opd if item is not None else NO_ROW

    def show_items(self, items: Sequence[ShelfItem]) -> None:
        """Show the agencies; the chosen one stays chosen."""
        before = self.opd
        with QSignalBlocker(self):
            self.clear()
            for item in items:
                row = QListWidgetItem(item.name, self)
                row.setData(_ITEM, item)
                row.setToolTip(f"<qt>{escape(item.name)}</qt>")
                row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.name}, Renstra {item.state}")
            self.choose(before)
        self.setVisible(bool(items))

    def choose(self, opd: str) -> bool:
        """Choose an agency, the first where this one is not there; tells whether it was."""
        found = next((row for row in range(self.count()) if self.item(row).data(_ITEM).opd == opd), -1)
        self.setCurrentRow(max(0, found) if self.count() else -1)
        return found >= 0

    def _changed(self, *_ignored: object) -> None:
        if self.opd:
            self.chosen.emit(self.opd)
