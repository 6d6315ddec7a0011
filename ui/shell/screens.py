"""The stack of screens: built at the first visit, told what changed, handed from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartcity_desktop.domain.changes import Changes
from ui.context import Context, Screen, Services
from ui.shell.registry import ScreenSpec


class _Ear(QObject):
    """Listens for one screen: at once while it is in front, later while it is hidden."""

    def __init__(self, screen: Screen, context: Context) -> None:
        super().__init__(screen)
        self._screen = screen
        self.is_front = False
        self.missed = Changes()
        context.bus.subscribe(screen.kinds, self.hear, screen)

    def hear(self, changes: Changes) -> None:
        if self.is_front:
            self._screen.changed(changes)
        else:
            self.missed |= changes

    def come(self) -> None:
        self.is_front = True
        missed, self.missed = self.missed, Changes()
        if missed:
            self._screen.changed(missed)


class Screens(QStackedWidget):
    """Shows one screen at a time."""

    shown = Signal(str)
    """The key of the screen that came to the front."""
    built = Signal(object)
    """A Screen that was just made, so that the frame can listen to it."""

    def __init__(
        self, specs: Sequence[ScreenSpec], services: Services, context: Context, parent: QWidget | None = None
    ) -> None:
        """Know the screens without building them."""
        super().__init__(parent)
        self.setObjectName("screens")
        self.specs = {spec.key: spec for spec in specs}
        self._services, self._context = services, context
        self._made: dict[str, Screen] = {}
        self._ears: dict[str, _Ear] = {}
        self._stage = 1
        self.key = ""

    @property
    def current(self) -> Screen | None:
        """The screen in front."""
        return self._made.get(self.key)

    def open(self, key: str, row: str = "") -> None:
        """Bring a screen to the front, and show a row on it."""
        screen = self._made.get(key) or self._build(key)
        if key != self.key:
            self.leave()
            self.key = key
            self.setCurrentWidget(screen)
            self._ears[key].come()
            screen.show_stage(self._stage)
            screen.arrive()
            self.shown.emit(key)
            self._take_focus(screen)
        if row:
            screen.open_row(row)

    def _take_focus(self, screen: Screen) -> None:
        if not screen.isAncestorOf(self.window().focusWidget()):
            screen.setFocus()

    def leave(self) -> None:
        """Let the screen in front hand over what it holds."""
        if self.current is not None:
            self.current.leave()
            self._ears[self.key].is_front = False

    def show_stage(self, number: int) -> None:
        """Let the screen in front, and every other when it comes there, follow the stage switch."""
        self._stage = number
        if self.current is not None:
            self.current.show_stage(number)

    def _build(self, key: str) -> Screen:
        screen = self.specs[key].factory(self._services, self._context)
        screen.setObjectName(f"screen-{key}")
        screen.setAccessibleName(self.specs[key].title)
        self._made[key] = screen
        self._ears[key] = _Ear(screen, self._context)
        self.addWidget(screen)
        self.built.emit(screen)
        return screen
