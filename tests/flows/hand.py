"""A person at the keyboard of the real window: finds things by their names, types, and waits for facts."""

import time
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from smartcity_desktop.domain.worksheet import SheetPlace
from tests.ui.frame import settle, turn
from ui.shell.registry import place_keys

PATIENCE = 30
"""Seconds until a fact that does not come true fails a story."""
_PLACE = Qt.ItemDataRole.UserRole


class Hand:
    """Drives one App; nothing is called on a screen that a person could not reach by key or click."""

    def __init__(self, app):
        self.app = app
        self.pressed = []

    # Looking

    @property
    def page(self):
        """The open workshop."""
        return self.app.window.workshop

    @property
    def screen(self):
        """The screen in front."""
        return self.page.screens.current

    def seen(self, name):
        """Return what is visible under this name, the newest where it stands in several windows."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        modal = QApplication.activeModalWidget()
        if modal is not None:
            tops = [modal]
        found = [
            part
            for top in tops
            for part in (top, *top.findChildren(QWidget))
            if part.objectName() == name and part.isVisible()
        ]
        return found[-1] if found else None

    def find(self, name):
        """Wait until something of this name is visible, and return it."""
        self.until(lambda: self.seen(name) is not None, f"to see {name}")
        return self.seen(name)

    def text(self, name):
        """Return what stands in a line, a label, or a button."""
        part = self.find(name)
        return part.toPlainText() if hasattr(part, "toPlainText") else part.text()

    def until(self, fact, what, seconds=PATIENCE):
        """Let the window live until a fact is true."""
        limit = time.monotonic() + seconds
        while not fact():
            if time.monotonic() > limit:
                words = f"waited {seconds} s {what}; the bar says: {self.said()}"
                raise AssertionError(words)
            turn(4)

    def settle(self):
        """Wait until every call is answered and every answer written."""
        self.until(lambda: not self.app.autosave.count_waiting(), "for the disk")
        settle(self.app, PATIENCE)

    def said(self):
        """Return the sentence of the message bar of the page in front, empty where none shows."""
        bar = self.app.window.bar()
        return bar.text.text() if bar.isVisible() else ""

    # Doing

    def click(self, name):
        """Click on something."""
        part = self.find(name)
        self.until(part.isEnabled, f"until {name} can be used")
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _spot(part))
        turn()

    def press(self, *sequences):
        """Press keys (``Ctrl+K``, ``Tab``, ``Enter``) where the focus is."""
        for words in sequences:
            together = QKeySequence(words)[0]
            self.pressed.append(words)
            QTest.keyClick(self.target(), together.key(), together.keyboardModifiers())
            turn()

    def type(self, text):
        """Type letters where the focus is; those that have no key on this keyboard are composed."""
        for sign in text:
            target = self.target()
            if sign.isascii():
                QTest.keyClick(target, sign)
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(target, event)

    def fill(self, name, text):
        """Go to a line and write it anew."""
        self.go_to(name)
        self.press("Ctrl+A")
        self.type(text)

    def go_to(self, name):
        """Put the focus on something, as a click on it or Tab would."""
        part = self.find(name)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.until(lambda: part.hasFocus() or part.isAncestorOf(self.target()), f"to stand on {name}")

    def copy_elsewhere(self, text):
        """Have copied this in another program."""
        QGuiApplication.clipboard().setText(text)

    def target(self):
        """Return where keys go now."""
        window = QApplication.activeModalWidget() or self.app.window
        if QApplication.activeWindow() is None:
            # No window manager here gives the window its place back when a dialog has closed.
            window.activateWindow()
            turn()
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is window or window.isAncestorOf(focus))
        return focus if inside else (window.focusWidget() or window)

    def rail(self, key):
        """Go to a screen by its key of the rail, and wait until it is read."""
        self.press(place_keys(list(self.page.rail.buttons).index(key)))
        self.until(lambda: self.page.screens.key == key, f"for the screen {key}")
        self.settle()

    def choose_in(self, name, row):
        """Stand on a row of a list and press Enter."""
        view = self.find(name)
        self.go_to(name)
        assert isinstance(view, QAbstractItemView)
        if not view.currentIndex().isValid():
            self.press("Down")
        self.until(lambda: view.currentIndex().isValid(), f"to stand in {name}")
        wanted = next(
            place for place in map(partial(view.model().index, column=0), _rows(view)) if row(place)
        )
        while view.currentIndex().row() != wanted.row():
            before = view.currentIndex().row()
            self.press("Down" if before < wanted.row() else "Up")
            assert view.currentIndex().row() != before, (
                f"the keys do not lead to row {wanted.row()} of {name}"
            )
        self.press("Return")

    def sheet_of(self, opd):
        """Go to the sheet of an OPD or a dimension by the list of them (F7), and back into the grid."""
        listed = self.seen("partyList")
        if listed is None:
            self.press("F7")
        self.until(lambda: self.seen("partyList") is not None, "for the list of OPD")
        self.choose_in("partyList", lambda index: _is_place(index.data(_PLACE), opd))
        self.until(lambda: self.screen.page.title.whose.text() == opd or self._whose(opd), f"for {opd}")
        self.settle()
        self.press("F7")

    def _whose(self, opd):
        grid = self.screen.grid.grid
        return grid is not None and opd in {grid.party_name, grid.party.short}


def _rows(view):
    return range(view.model().rowCount())


def _is_place(place, opd):
    return isinstance(place, SheetPlace) and opd in {place.name, place.short}


def _spot(part):
    return QPoint(min(part.width() // 2, 20), part.height() // 2)
