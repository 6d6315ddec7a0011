"""What a row is linked to, below a heading: each with a way to part it, and one to link another."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_NOTHING: Final = "Belum ada."


class LinkedRows(QWidget):
    """A heading with a button, and a line for each link; long words break."""

    asked = Signal()
    """Another one is to be linked."""
    parted = Signal(str)
    """The key of a link that is to go."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """Start without links."""
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._words = words
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._page: QWidget | None = None
        self.add = Button("Tambah …", f"{name}-add", "quiet", parent=self)
        self.add.setAccessibleName(f"{words}: tambah")
        self.add.clicked.connect(self.asked)
        for_writing(self.add)
        head = QHBoxLayout()
        head.addWidget(Label(words, "soft", parent=self), 1)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.show_links(())

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """What is shown: key and words of each link."""
        return self._shown or ()

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Show these (key, words)."""
        wanted = tuple(links)
        if wanted == self._shown:
            return
        self._shown = wanted
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget(self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(2)
        for key, words in wanted:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Label(words, wrap=True, parent=self._page), 1)
            part = Button("Lepas", f"{self._name}-part-{key}", "quiet", parent=self._page)
            part.setAccessibleName(f"Lepas: {words}")
            part.clicked.connect(partial(self.parted.emit, key))
            for_writing(part)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        if not wanted:
            column.addWidget(Label(_NOTHING, "small", parent=self._page))
        self._column.addWidget(self._page)
