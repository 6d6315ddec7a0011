"""What every page of the projector has: darkening, holding, type by keys, leaving."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.projector.ink import USUAL, ZOOMS

CONTROL: Final = Qt.KeyboardModifier.ControlModifier
TYPE_KEYS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
"""Keys that change the type, and by how much; 0 stands for the usual size."""
STEPS: Final = frozenset(
    {
        *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)
"""Keys that turn pages or rows."""


class HallPage(QWidget):
    """A page that paints itself for the hall.

    Ctrl + and Ctrl − change the type, arrows and Page keys turn, Ctrl+B darkens the screen, Ctrl+T holds
    what is shown, Esc leaves. A letter alone does nothing: it may have been meant for the other window.
    """

    turned = Signal()
    """Shown or closed, darkened or not, held or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin light, live, and in the usual type."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._zoom = USUAL
        self._usual = 1.0
        self._dark = False
        self._held = False

    @property
    def is_dark(self) -> bool:
        """Whether the screen is darkened."""
        return self._dark

    @property
    def is_held(self) -> bool:
        """Whether the picture is held while the first screen goes on."""
        return self._held

    @property
    def zoom(self) -> float:
        """How many times the type is that of a page nobody changed: the keys, times what is usual here."""
        return ZOOMS[self._zoom] * self._usual

    @property
    def foot(self) -> QRectF:
        """The line at the bottom on whose left nothing stands."""
        return QRectF(0, self.height(), self.width(), 0)

    def set_usual(self, size: float) -> None:
        """Take the usual size of the type from the settings, 1.0 for as it is made."""
        if size != self._usual:
            self._usual = size
            self.fit()

    def turn_dark(self) -> None:
        """Darken the screen, or light it again."""
        self._dark = not self._dark
        self.update()
        self.turned.emit()

    def turn_held(self) -> None:
        """Hold what is shown, or go on."""
        self._held = not self._held
        self.refresh()
        self.update()
        self.turned.emit()

    def begin_anew(self) -> None:
        """Stand light and live again."""
        self._dark = self._held = False

    def refresh(self) -> None:
        """Take over what is to be seen now, unless it is held."""

    def fit(self) -> None:
        """Measure again and paint."""

    def step(self, key: Qt.Key) -> None:
        """Turn by one of the keys of ``STEPS``."""

    def special(self, key: Qt.Key) -> None:
        """Do what a key together with Ctrl means on this page alone."""

    def change_type(self, by: int) -> None:
        """Make the type larger (1) or smaller (-1), or as usual (0)."""
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + by)) if by else USUAL
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything by the keyboard: there is no mouse in front of a hall."""
        key = Qt.Key(event.key())
        switches = {Qt.Key.Key_B: self.turn_dark, Qt.Key.Key_T: self.turn_held}
        if key in STEPS:
            self.step(key)
        elif key in TYPE_KEYS:
            self.change_type(TYPE_KEYS[key])
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self.window().close()
        elif not event.modifiers() & CONTROL:
            super().keyPressEvent(event)
        elif key in switches:
            switches[key]()
        else:
            self.special(key)
