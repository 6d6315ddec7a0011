"""A table to read whose lines are also decided by one key: a letter, a figure, or Del."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.read_table import ReadTable

DELETE = "delete"
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class KeyedTable(ReadTable):
    """Tells which of its keys was pressed on which line; all others mean what they mean in any table."""

    keyed = Signal(str, str)
    """The key of the current line, and what was pressed: a letter in lower case, or ``delete``."""

    def __init__(
        self, name: str, words: str, wide: int, keys: Collection[str], parent: QWidget | None = None
    ) -> None:
        """``keys`` are the letters and figures that are told, ``delete`` for Del."""
        super().__init__(name, words, wide, parent)
        self._keys = frozenset(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys that decide."""
        pressed = DELETE if Qt.Key(event.key()) == Qt.Key.Key_Delete else event.text().lower()
        bare = not event.modifiers() & ~_PLAIN
        if bare and pressed in self._keys and self.key:
            self.keyed.emit(self.key, pressed)
            return
        super().keyPressEvent(event)
