"""A file that takes nothing: every screen of the sample is walked over, and nothing ends in a refusal."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import delete, isValid

from smartcity_desktop.errors import UserFault
from smartcity_desktop.services import package
from smartcity_desktop.settings import Settings
from tests.ui.frame import turn
from ui.app import App
from ui.screens.analysis import tabs as analysis
from ui.screens.initiative import tabs as initiative
from ui.shell.all_screens import SCREENS
from ui.widgets.agenda_board import AgendaBoard
from ui.widgets.writing import WHY

REFUSED = "Berkas ini hanya bisa dibaca, jadi perubahan"
OF_THE_LAPTOP = {"settings", "about", "preflight"}
"""Screens that have nothing of the file."""
SLOW = {"print-each"}
LAST = ("close", "cancel", "away", "Batal", "Tutup")
PLAIN, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHARES = 10
"""Parts of the walk over all screens and tabs, so that none takes long."""
TABS = {"analysis": analysis.TABS, "initiative": initiative.TABS}
PLACES = [
    (spec.key, tab.key if tab else "")
    for spec in SCREENS
    if spec.key not in OF_THE_LAPTOP
    for tab in TABS.get(spec.key, (None,))
]
"""Every screen with each of its tabs."""
KEYS = (
    *((key, PLAIN) for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_7)),
    *((key, PLAIN) for key in (Qt.Key.Key_Escape, Qt.Key.Key_K, Qt.Key.Key_Minus, Qt.Key.Key_Insert)),
    *((Qt.Key.Key_Delete, CTRL), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Up, ALT)),
)


@pytest.fixture(scope="module")
def sample_bytes(sample_city):
    return sample_city.read_bytes()


def settle(app):
    for _round in range(3):
        assert app.lane.drain(20)
        app.bus.deliver()
        turn()


def given_up(prepared, _told):
    package.discard(prepared)
    raise UserFault("print-cancelled")


@pytest.fixture
def app(dressed, profile, clock, tmp_path, sample_bytes, monkeypatch):
    """The sample, opened in stage II from a place where nothing can be written."""
    assert dressed
    path = tmp_path / "contoh.bimtek"
    path.write_bytes(sample_bytes)
    made = App(profile, clock=clock)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    # A whole bundle takes half a minute; that one is made has tests of its own.
    monkeypatch.setattr(package, "write", given_up)
    made.window.resize(1366, 768)
    made.window.show()
    with monkeypatch.context() as closed:
        closed.setattr(os, "access", lambda *_: False)
        made.begin(path)
        settle(made)
    made.window.workshop.choose_stage(2)
    settle(made)
    yield made
    close_all(made)
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def walk(app):
    return Walk(app)


class Walk:
    """A hand that does everything a screen offers, and hears what the file refuses."""

    def __init__(self, app):
        self.app, self.frame, self.refused, self.done = app, app.window.workshop, {}, []
        self.saved = []
        app.autosave.failed.connect(lambda fault: self.saved.append(fault.code))

    def go(self, key, tab=""):
        self.frame.choose_stage(2)
        self.frame.go(key)
        if tab:
            self.frame.screens.open(key, tab)
        settle(self.app)
        assert self.there() == (key, tab)

    def there(self):
        """Return the screen in front, and its tab where it has some."""
        key, current = self.frame.screens.key, self.frame.screens.current
        return key, next(
            (tab for tab, made in current._tabs.items() if made is current.tab), ""
        ) if key in TABS else ""

    def note(self, name):
        """Remember what was done, and what was refused since."""
        settle(self.app)
        self.done.append(name)
        words = self.frame.bar.text.text()
        if REFUSED in words or self.saved:
            self.refused[name] = [words, *self.saved]
        self.saved.clear()
        self.frame.bar.text.setText("")

    def press_all(self, key, act, tab=""):
        """Do ``act`` with every button of a screen that can be pressed, whatever comes to the front then."""
        done = {f"{key}-{item.key}" for item in TABS.get(key, ())}
        while True:
            waiting = (item for item in pressable(self.frame.screens.current) if named(item) not in done)
            button = next(waiting, None)
            if button is None:
                return
            name = named(button)
            done.add(name)
            act(button)
            self.note(f"{key} {tab}: {name}")
            close_all(self.app)
            if self.there() != (key, tab):
                self.go(key, tab)

    def press(self, button):
        """Press a button, each entry of its menu, and everything in the dialogs that open."""
        menu = getattr(button, "menu", lambda: None)()
        entries = [item for item in menu.actions() if item.isEnabled() and not item.menu()] if menu else ()
        for entry in entries:
            entry.trigger()
            settle(self.app)
            close_all(self.app)
        if menu is None:
            button.click()
        settle(self.app)
        for dialog in dialogs():
            for inner in sorted(pressable(dialog), key=is_last):
                if isValid(inner) and inner.isVisible() and inner.isEnabled():
                    inner.click()
                    settle(self.app)


def named(button):
    return button.objectName() or button.text()


def is_last(button):
    return any(word in named(button) for word in LAST)


def dialogs():
    return [item for item in QApplication.topLevelWidgets() if isinstance(item, QDialog) and item.isVisible()]


def shown(ground, *kinds):
    return [item for kind in kinds for item in ground.findChildren(kind) if item.isVisible()]


def pressable(ground):
    """Return the buttons that can be pressed, without those that lie in fields."""
    inside = QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView
    buttons = (item for item in shown(ground, QAbstractButton) if not isinstance(item.parent(), inside))
    return [item for item in buttons if item.isEnabled() and named(item) not in SLOW]


def close_all(app):
    for dialog in dialogs():
        dialog.close()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    settle(app)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_button_of_any_screen_ends_in_a_refusal(app, walk, share):
    for key, tab in PLACES[share::SHARES]:
        walk.go(key, tab)
        walk.press_all(key, walk.press, tab)
    assert walk.refused == {}
    assert len(walk.done) > 50 // SHARES
    assert app.autosave.count_waiting() == 0


@pytest.mark.parametrize("share", range(SHARES))
def test_what_ctrl_k_offers_on_a_screen_ends_in_no_refusal(walk, share):
    for key, tab in PLACES[share::SHARES]:
        walk.go(key, tab)
        offered = {entry.words for entry in walk.frame.entries()}
        known = walk.frame.screens.current.commands()
        assert not any(item.words in offered for item in known if item.writes), (key, tab)
        for item in known:
            if item.words in offered:
                item.run()
                walk.note(f"{key} {tab}: {item.words}")
                close_all(walk.app)
                walk.go(key, tab)
    assert walk.refused == {}


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_that_is_typed_in_any_screen_waits_to_be_saved(app, walk, share):
    for key, tab in PLACES[share::SHARES]:
        walk.go(key, tab)
        for field in shown(walk.frame.screens.current, QLineEdit, QPlainTextEdit):
            if isValid(field) and field.isEnabled():
                field.setFocus()
                QTest.keyClicks(field, "7")
                walk.note(f"{key} {tab}: {field.objectName()}")
        for view in shown(walk.frame.screens.current, QAbstractItemView, AgendaBoard):
            view.setFocus()
            for press, held in KEYS:
                if isValid(view) and view.isVisible():
                    QTest.keyClick(view, press, held)
            walk.note(f"{key} {tab}: {view.objectName() if isValid(view) else ''}")
            close_all(app)
            walk.go(key, tab)
        app.autosave.flush_all()
        walk.note(f"{key} {tab}: left")
    assert walk.refused == {}
    assert app.autosave.count_waiting() == 0


STILL = {
    "agenda": ("agenda-title", "agenda-kind", "agenda-start", "agenda-minutes", "agenda-remove"),
    "opd": ("opd-delete", "opd-typical", "opd-table"),
    "people": ("people-delete", "people-import-file", "people-table"),
    "group": ("group-start", "group-more"),
    "worksheet": ("statusButton", "addProgram", "noteLine", "head-chair"),
    "note": ("note-line", "note-next", "note-table"),
    "request": ("request-due", "request-table"),
    "event": ("event-title", "event-logo", "signer-add"),
}


def test_what_stands_still_says_why(walk):
    for key, names in STILL.items():
        walk.go(key)
        for name in names:
            found = walk.frame.screens.current.findChild(QWidget, name)
            assert found is not None, name
            closed = found.isReadOnly() if hasattr(found, "isReadOnly") else not found.isEnabled()
            assert closed or not found.may_write, name
            assert WHY in found.toolTip() or isinstance(found, QAbstractItemView), name
    assert not walk.frame.top.session.isEnabled()
    assert WHY in walk.frame.top.session.toolTip()
    walk.frame.session_ways.ask()
    walk.frame.session_ways.end()
    assert walk.frame.bar.text.text() == WHY
