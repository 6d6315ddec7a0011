"""A list whose entries are added by name, put in order, and used no longer or again."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.dimension_list import DimensionList, Entry
from ui.widgets.dimension_page import AddLine
from ui.widgets.label import tip

GONE: Final = "Tidak dipakai"


class ListEditor(QWidget):
    """The list, a line that adds, and what can be done with the chosen entry."""

    chosen = Signal(str)
    named = Signal(str)
    """A new one is wanted under this name."""
    moved = Signal(str, str)
    """A row that should stand before another, behind all that are used where the other is empty."""
    retired = Signal(str, bool)
    """A row is to be used no longer (True), or again."""

    def __init__(
        self, name: str, words: tuple[str, str], off: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``words`` are what is listed and the hint of the line that adds; ``off`` to take out and back."""
        super().__init__(parent)
        self.setObjectName(name)
        self._off = off
        self.list = DimensionList(f"{name}-list", words[0], self, head=GONE)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.add = AddLine(f"{name}-add", f"Tambah ke {words[0]}", words[1], self)
        self.up = Button("Naik", f"{name}-up", "quiet", parent=self)
        self.down = Button("Turun", f"{name}-down", "quiet", parent=self)
        self.off = Button(off[0], f"{name}-off", "quiet", parent=self)
        tip(self.up, "Naikkan (Alt+Panah atas)")
        tip(self.down, "Turunkan (Alt+Panah bawah)")
        self.list.chosen.connect(self._chosen)
        self.list.moved.connect(self.moved)
        self.add.named.connect(self._named)
        self.up.clicked.connect(lambda: self.list.step(-1))
        self.down.clicked.connect(lambda: self.list.step(1))
        self.off.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.up, self.down, self.off):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.add)
        column.addWidget(self.add.problem)

    @property
    def current(self) -> str:
        """The chosen row."""
        return self.list.current

    def show_entries(self, entries: Sequence[Entry], row: str) -> None:
        """Show other entries, those in use first, and stand at ``row``, else at the first."""
        kept = [*(item for item in entries if not item.retired), *(item for item in entries if item.retired)]
        known = [item.row for item in kept]
        self.list.show_entries(kept, row if row in known else known[0] if known else "")
        self._look()

    def _look(self) -> None:
        entry = next((item for item in self.list.entries if item.row == self.current), None)
        used = [item.row for item in self.list.entries if not item.retired]
        at = used.index(entry.row) if entry and entry.row in used else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(used) - 1)
        self.off.setEnabled(entry is not None)
        self.off.setText(self._off[1] if entry and entry.retired else self._off[0])

    def _chosen(self, row: str) -> None:
        self._look()
        self.chosen.emit(row)

    def _named(self, name: str) -> None:
        self.add.clear()
        self.named.emit(name)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        entry = next((item for item in self.list.entries if item.row == self.current), None)
        if entry is not None:
            self.retired.emit(entry.row, not entry.retired)
