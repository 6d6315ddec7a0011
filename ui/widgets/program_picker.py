"""Choosing by a few letters from programs or points: one at a time, or several for one title."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.match import plain
from ui import theme
from ui.widgets.button import Button
from ui.widgets.dialog_size import size_dialog
from ui.widgets.finder import Choice, Finder, Give
from ui.widgets.label import Label

_WIDE: Final = 780
_HIGH: Final = 520
_MOST: Final = 200
"""Lines that are listed at most; a further letter makes them fewer."""


class Picker(QDialog):
    """A line to type in above what it finds; ``picked`` tells the keys that were chosen."""

    picked = Signal(object, str)
    """The keys (a tuple), and the title that was typed (empty where none is asked for)."""

    def __init__(
        self, name: str, title: str, choices: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        """Offer these; the first Enter chooses and closes."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        size_dialog(self, _WIDE, _HIGH)
        self._choices = [(choice, plain(f"{choice.words} {choice.hint}")) for choice in choices]
        self.finder = Finder(self._find, "Cari dengan beberapa huruf", f"{name}-finder", self)
        self.finder.chosen.connect(self.take)
        self.cancel = Button("Batal", f"{name}-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        # Enter belongs to the line: it never presses a button that happens to stand first.
        self.cancel.setAutoDefault(False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 14)
        self.column.setSpacing(10)
        self.column.addWidget(self.finder, 1)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.column.addLayout(self.foot)
        self.finder.search("")

    def take(self, choice: Choice) -> None:
        """Choose this one."""
        self.picked.emit((choice.key,), "")
        self.accept()

    def _find(self, text: str, give: Give) -> None:
        words = plain(text).split()
        give([choice for choice, told in self._choices if all(word in told for word in words)][:_MOST])


class SeveralPicker(Picker):
    """Several are chosen one after the other, for one title; Del takes one out again."""

    def __init__(
        self, name: str, title: str, choices: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        """Offer these; each Enter adds one below."""
        super().__init__(name, title, choices, parent)
        self.title = QLineEdit(self)
        self.title.setObjectName(f"{name}-title")
        self.title.setAccessibleName("Nama program bersama")
        self.title.setPlaceholderText("Nama program bersama (boleh kosong: nama program pertama dipakai)")
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}-chosen")
        self.list.setAccessibleName("Yang dipilih")
        self.told = Label(
            "Enter memilih, yang pertama memimpin · Del mengeluarkan · Ctrl+Enter menambahkan",
            "soft",
            name=f"{name}-told",
            parent=self,
        )
        self.drop = Button("Keluarkan", f"{name}-drop", "quiet", parent=self)
        self.drop.clicked.connect(self.take_out)
        self.go = Button("Tambahkan", f"{name}-go", "primary", parent=self)
        self.go.clicked.connect(self._done)
        for button in (self.drop, self.go):
            button.setAutoDefault(False)
        self.title.returnPressed.connect(self._done)
        for keys, owner, call in (("Ctrl+Return", self, self._done), ("Del", self.list, self.take_out)):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.drop)
        self.column.insertLayout(1, row)
        self.column.insertWidget(2, self.list)
        self.column.insertWidget(3, self.title)
        self.list.setMaximumHeight(theme.scaled(120))
        self.foot.addWidget(self.go)
        self._look()

    def take(self, choice: Choice) -> None:
        """Put one below, once."""
        if choice.key not in self.keys():
            item = QListWidgetItem(choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice.key)
            self.list.addItem(item)
            self.list.setCurrentItem(item)
        self.finder.box.selectAll()
        self._look()

    def take_out(self) -> None:
        """Take the current one out again."""
        self.list.takeItem(self.list.currentRow())
        self._look()

    def keys(self) -> tuple[str, ...]:
        """Return what is chosen, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def _look(self) -> None:
        self.go.setEnabled(bool(self.list.count()))
        self.drop.setEnabled(bool(self.list.count()))

    def _done(self) -> None:
        if not self.keys():
            return
        self.picked.emit(self.keys(), self.title.text())
        self.accept()
