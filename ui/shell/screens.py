"""The stack of screens: built at the first visit, told what changed, handed from one to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

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


class _Held:
    """The field of a screen that has the keyboard, so that the same one can have it on the next screen."""

    def __init__(self, screen: Screen | None) -> None:
        focused = screen.window().focusWidget() if screen is not None else None
        inside = screen is not None and focused is not None and screen.isAncestorOf(focused)
        held = focused if inside else None
        self._name = held.objectName() if held is not None else ""
        self._cursor = held.cursorPosition() if isinstance(held, QLineEdit) else -1

    def give_back(self, screen: Screen | None) -> None:
        field = screen.findChild(QWidget, self._name) if screen is not None and self._name else None
        if isinstance(field, QWidget) and field.isVisible():
            field.setFocus()
            if isinstance(field, QLineEdit) and self._cursor >= 0:
                field.setCursorPosition(self._cursor)


class Screens(QStackedWidget):
    """Shows one screen at a time."""

    shown = Signal(str)
    """The key of the screen that came to the front."""
    built = Signal(object)
    """A Screen that was just made, so that the frame can listen to it."""
    renewed = Signal(str)
    """The key of a screen that was built anew and came to the front; the earlier one goes after this."""

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
        self._outdated: set[str] = set()
        self._stage = 1
        self.beside: dict[str, Callable[[], str]] = {}
        """What is unfinished beside the screens, by the key of the screen on which it will be seen."""
        self.key = ""

    @property
    def current(self) -> Screen | None:
        """The screen in front."""
        return self._made.get(self.key)

    def open(self, key: str, row: str = "") -> None:
        """Bring a screen to the front, and show a row on it."""
        before = self._take_out(key)
        screen = self._made.get(key) or self._build(key)
        if before is not None:
            screen.take_over(before.standing())
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
        if before is not None:
            self.renewed.emit(key)
            self.removeWidget(before)
            before.deleteLater()

    def reword(self, specs: Sequence[ScreenSpec]) -> None:
        """Say everything in other words: the screen in front at once, the others when they come there.

        A screen is built anew for that unless it says its words again by itself; one that holds what is
        nowhere else keeps the old words until it does not.
        """
        self.specs = {spec.key: spec for spec in specs}
        for key, screen in self._made.items():
            screen.setAccessibleName(self.specs[key].title)
            if not screen.reword():
                self._outdated.add(key)
        if self.key in self._outdated:
            held = _Held(self.current)
            self.open(self.key)
            held.give_back(self.current)

    def _take_out(self, key: str) -> Screen | None:
        """Return the screen that is to be built anew, None where it may stay."""
        if key not in self._outdated or self._made[key].holds():
            return None
        self._outdated.discard(key)
        if key == self.key:
            self.leave()
            self.key = ""
        self._ears.pop(key)
        return self._made.pop(key)

    def _take_focus(self, screen: Screen) -> None:
        """Bring the keyboard from rail or top line to where it was in this screen, else to the screen."""
        if screen.isAncestorOf(self.window().focusWidget()):
            return
        before = _focused_in(screen)
        if before is None or not (before.isVisible() and before.isEnabled()):
            before = screen
        before.setFocus()

    def leave(self) -> None:
        """Let the screen in front hand over what it holds."""
        if self.current is not None:
            self.current.leave()
            self._ears[self.key].is_front = False

    def unfinished(self) -> dict[str, str]:
        """Return by the key of its screen what closing the workshop would lose, each in a sentence."""
        found = {key: screen.unfinished() for key, screen in self._made.items()}
        for key, tell in self.beside.items():
            found[key] = " ".join(part for part in (found.get(key, ""), tell()) if part)
        return {key: words for key, words in found.items() if words}

    def stay(self) -> None:
        """Bring the screen in front back to life: it was left, and the workshop stays open after all."""
        if self.current is not None:
            self._ears[self.key].come()
            self.current.arrive()

    def end(self) -> None:
        """Let every screen hand over what it holds: the file is closed after this."""
        self.leave()
        for screen in self._made.values():
            screen.end()

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


def _focused_in(screen: Screen) -> QWidget | None:
    """Return what had the keyboard last in a screen; Qt's type says that there is always something."""
    return screen.focusWidget()
