"""Asks for one name in a small dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label

_LETTERS = 48
"""A line has room for so many average letters."""


class NameDialog(QDialog):
    """A line and two buttons; an empty name is not taken."""

    named = Signal(str)
    """The name as it was typed, without blanks around it."""

    def __init__(self, title: str, name: str, words: str, parent: QWidget | None = None) -> None:
        """``name`` is what stands now, ``words`` are those of the button."""
        super().__init__(parent)
        self.setObjectName("name-dialog")
        self.setWindowTitle(title)
        self.line = QLineEdit(name, self)
        self.line.setObjectName("name-line")
        self.line.setAccessibleName(title)
        self.line.setMinimumWidth(_LETTERS * self.line.fontMetrics().averageCharWidth())
        self.line.selectAll()
        self.line.textChanged.connect(self._look)
        self.cancel = Button("Batal", "name-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.take = Button(words, "name-take", "primary", parent=self)
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, "title", parent=self))
        column.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self._look()

    def accept(self) -> None:
        """Hand the name over."""
        name = self.line.text().strip()
        if name:
            super().accept()
            self.named.emit(name)

    def _look(self) -> None:
        self.take.setEnabled(bool(self.line.text().strip()))
