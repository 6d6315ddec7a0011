"""Whether somebody is changing something beside a list: what is changed stays in the list for that long."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FocusHold(QObject):
    """Begins when the keyboard comes into the side, and ends when it goes to another part of the whole.

    A dialog, a menu or another window in between leaves it as it is.
    """

    released = Signal()
    """The keyboard went to another part: what was held goes where it belongs."""

    def __init__(self, whole: QWidget, side: QWidget) -> None:
        """Watch the keyboard in ``whole``; ``side`` is the part of it in which something is changed."""
        super().__init__(whole)
        self._whole, self._side = whole, side
        self.is_held = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def let_go(self) -> None:
        """End it without a word: whoever asks shows what belongs there."""
        self.is_held = False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        if self._side.isAncestorOf(new):
            self.is_held = True
        elif self.is_held and self._whole.isAncestorOf(new):
            self.is_held = False
            self.released.emit()
