"""The keys of the frame. In a focused editor its own keys come first (Ctrl+Z is the editor's there)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_REPEATED: Final = frozenset({"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl++", "Ctrl+=", "Ctrl+-"})
"""What a key that is held down does again and again; a session begins, and the hall looks, only once."""


class Keys(QObject):
    """Listens for keys in one window."""

    def __init__(self, window: QWidget, ways: Mapping[str, Callable[[], None]]) -> None:
        """``ways`` maps key sequences (``Ctrl+K``) to what they call."""
        super().__init__(window)
        self.shortcuts: dict[str, QShortcut] = {}
        for keys, way in ways.items():
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setObjectName(f"key-{keys}")
            shortcut.setAutoRepeat(keys in _REPEATED)
            shortcut.activated.connect(partial(_call, way))
            self.shortcuts[keys] = shortcut

    def listen(self, *, on: bool) -> None:
        """Take or leave the keys (while another page is in front)."""
        for shortcut in self.shortcuts.values():
            shortcut.setEnabled(on)


def _call(way: Callable[[], None]) -> None:
    way()
