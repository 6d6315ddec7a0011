"""Adds a participant by one typed line: name; jabatan; agency or institution. What it becomes is shown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label

_PAUSE_MS: Final = 150

Ask = Callable[[str, Callable[[str, str, bool], None]], None]
"""Asks what a line becomes: given the line, the words, and whether something should be looked at."""


class PeopleAddLine(QWidget):
    """A line at the end of the list."""

    added = Signal(str)
    """The line that was typed."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        """``ask`` is asked after a short pause of typing."""
        super().__init__(parent)
        self._ask = ask
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.line = QLineEdit(self)
        self.line.setObjectName("people-add-text")
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self._enter)
        self.button = Button("Tambah", "people-add", parent=self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._enter)
        self.words = Label("", "small", name="people-add-words", wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.words)
        column.addLayout(row)
        self.setFocusProxy(self.line)
        self.reword()
        self.say("")

    def reword(self) -> None:
        """Say in the event's words what may be typed."""
        words = worded("Tambah peserta: nama; jabatan; OPD atau instansi, lalu Enter")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)

    def say(self, words: str, role: str = "small") -> None:
        """Say something about the line above it; nothing with empty words."""
        self.words.setText(words)
        theme.set_role(self.words, role)
        self.words.setVisible(bool(words))

    def lost(self, line: str, words: str) -> None:
        """Bring a line back that could not be stored, and say why."""
        if not self.line.text():
            self.line.setText(line)
        told = words if self.line.text() == line else f"Belum ditambahkan: {line}. {words}"
        self.say(told, "error")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc empty the line."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            self.say("")
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more while nobody sees the answer."""
        self._timer.stop()
        super().hideEvent(event)

    def _edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.say("")

    def _look(self) -> None:
        text = self.line.text()
        if text.strip():
            self._ask(text, self._show)

    def _show(self, text: str, words: str, doubtful: bool) -> None:  # noqa: FBT001 - the answer of an Ask
        if text == self.line.text():
            self.say(words, "warning" if doubtful else "small")

    def _enter(self) -> None:
        text = self.line.text()
        self._timer.stop()
        if any(sign.isalpha() for sign in text):
            self.line.clear()
            self.say("")
            self.added.emit(text)
        self.line.setFocus()
