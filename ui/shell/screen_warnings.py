"""What a screen warns of: it stands in the message bar as long as it can be true."""

from functools import partial

from PySide6.QtCore import QObject

from ui.context import Screen
from ui.shell.screens import Screens
from ui.widgets.message_bar import MessageBar


class ScreenWarnings(QObject):
    """A warning goes when its screen is left, and when a session begins; faults and what was done stay."""

    def __init__(self, bar: MessageBar, screens: Screens, parent: QObject) -> None:
        """Listen to every screen that is built."""
        super().__init__(parent)
        self._bar, self._screens = bar, screens
        self._key = self._words = self._front = ""
        screens.built.connect(self._listen)
        screens.shown.connect(self._shown)

    def tell(self, words: str, key: str = "") -> None:
        """Warn of something on a screen, the one in front unless told."""
        self._key, self._words = key or self._screens.key, words
        self._bar.tell(words, "warning")

    def withdraw(self) -> None:
        """Take the warning away, where it still stands."""
        if self._words and self._bar.accessibleName() == self._words:
            self._bar.hide()
        self._words = ""

    def _listen(self, screen: Screen) -> None:
        key = next(key for key in self._screens.specs if screen.objectName() == f"screen-{key}")
        screen.warned.connect(partial(self._warned, key))

    def _warned(self, key: str, words: str) -> None:
        self.tell(words, key)

    def _shown(self, key: str) -> None:
        left, self._front = self._front, key
        if left == self._key:
            self.withdraw()
