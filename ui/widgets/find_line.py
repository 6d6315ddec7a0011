"""The line above a list in which words to look for are typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FindLine(QLineEdit):
    """Words to look for; Escape empties them, Enter and the arrow down go into the list below."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line, or leave it downwards."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
