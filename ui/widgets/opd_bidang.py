"""Chooses the bidang urusan of an agency: type a few letters or a code, tick, Ctrl+Enter."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label

_SIZE: Final = (380, 340)
_CODE: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class BidangPicker(QFrame):
    """A frame under a cell; what is ticked is taken by Ctrl+Enter or the button, and left by Esc."""

    taken = Signal(object)
    """The codes as a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it hidden."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("bidang-picker")
        self.setAccessibleName("Bidang urusan")
        theme.set_role(self, "popup")
        self.box = QLineEdit(self)
        self.box.setObjectName("bidang-text")
        self.box.setAccessibleName("Cari bidang urusan")
        self.box.setPlaceholderText("Cari nama atau kode, misalnya: kominfo 2.16")
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("bidang-list")
        self.list.setAccessibleName("Daftar bidang urusan")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        self.use = Button("Pakai", "bidang-use", "primary", parent=self)
        self.use.clicked.connect(self.take)
        foot = QHBoxLayout()
        keys = "Spasi atau Enter mencentang · Ctrl+Enter memakai · Esc batal"
        foot.addWidget(Label(keys, "small", wrap=True, parent=self), 1)
        foot.addWidget(self.use)
        column.addLayout(foot)

    def open_at(self, place: QPoint, names: Mapping[str, str], codes: Sequence[str], typed: str = "") -> None:
        """Show the names with ``codes`` ticked; ``typed`` is what a person has typed already."""
        self.list.clear()
        ticked = [code for code in names if code in codes]
        for code in [*ticked, *(code for code in names if code not in codes)]:
            item = QListWidgetItem(f"{code}  {names[code]}", self.list)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)
        self.box.setText(typed.strip())
        self._filter(self.box.text())
        self.resize(*_SIZE)
        screen = self.screen().availableGeometry()
        self.move(min(place.x(), screen.right() - _SIZE[0]), min(place.y(), screen.bottom() - _SIZE[1]))
        self.show()
        self.box.setFocus()

    def codes(self) -> tuple[str, ...]:
        """Return what is ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            sorted(str(item.data(_CODE)) for item in items if item.checkState() == Qt.CheckState.Checked)
        )

    def take(self) -> None:
        """Hand over what is ticked."""
        self.hide()
        self.taken.emit(self.codes())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move, tick and take while the line has the focus."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take()
                return True
            if enter or key == Qt.Key.Key_Space:
                return self._tick() or enter
        return super().eventFilter(watched, event)

    def _tick(self) -> bool:
        item = self.list.item(max(0, self.list.currentRow()))
        if self.list.currentRow() == -1 or item.isHidden():
            return False
        off = item.checkState() == Qt.CheckState.Unchecked
        item.setCheckState(Qt.CheckState.Checked if off else Qt.CheckState.Unchecked)
        self.box.selectAll()
        return True

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in item.text().casefold() for word in words)
            item.setHidden(not fits)
            if fits and first == -1:
                first = row
        self.list.setCurrentRow(first)

    def _move(self, step: int) -> None:
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if not shown:
            return
        here = self.list.currentRow()
        place = shown.index(here) if here in shown else 0
        self.list.setCurrentRow(shown[max(0, min(len(shown) - 1, place + step))])
