"""The running day in the whole window: F5 begins the agenda, the frame counts with it, F9 ends it."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.edit import Birth
from tests.ui.frame import settle
from tests.ui.run.conftest import NEW
from tests.ui.run.hand import DAY, PLAN, ZONE
from ui.app import App
from ui.models.hall_clock import HallClock
from ui.shell.all_screens import SCREENS
from ui.shell.session_start import SessionStart

KEPT = {"home", "agenda"}


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path, steady):
    """The window with Beranda and Agenda on a file with one planned day; the hall's clock is in our hand."""
    assert dressed
    clock.moment = datetime(2026, 8, 4, 8, 42, tzinfo=ZONE)
    path = tmp_path / "a.bimtek"
    with create_desk(path, NEW, clock=clock, ids=ids, profile=profile) as desk:
        store, stage = desk._store, desk.workshop.stages()[0].id
        edits = []
        for (title, begin, end, kind, more), pos in zip(
            PLAN, store.positions("session", len(PLAN)), strict=True
        ):
            values = {"stage": stage, "date": DAY, "title": title, "start_plan": begin, "end_plan": end}
            edits.append(Birth("session", store.ids.new(), {**values, "kind": kind, "pos": pos, **more}))
        store.write(edits, "susun agenda")
    made = App(profile, clock=clock, ids=ids, screens=[spec for spec in SCREENS if spec.key in KEPT])
    HallClock.of(made.bus).steady = steady
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def frame(app):
    return app.window.workshop


def press(app, qtbot, key):
    if not app.window.isActiveWindow():
        with qtbot.waitActive(app.window):
            app.window.activateWindow()
    qtbot.keyClick(app.window.focusWidget() or app.window, key)
    settle(app)


def test_f5_begins_the_next_planned_block_of_today_and_leads_to_it(app, frame, qtbot):
    press(app, qtbot, Qt.Key.Key_F5)
    assert app.window.findChild(SessionStart) is None
    assert frame.sessions.session.title == "Pembukaan"
    assert frame.screens.key == "agenda"
    assert frame.screens.current.deck.currentIndex() == 1
    assert frame.bar.text.text() == "Mulai: Pembukaan."
    assert frame.status.session.text() == "Sesi: Pembukaan · 08.30–09.15 WITA"
    assert frame.top.left.text() == "45:00"


def test_the_frame_counts_by_the_steady_clock_and_stands_still_in_a_pause(app, frame, qtbot, clock, steady):
    press(app, qtbot, Qt.Key.Key_F5)
    steady.seconds += 37 * 60
    clock.forward(hours=5)
    frame.sessions.ticked.emit()
    assert (frame.top.left.text(), frame.top.left.property("role")) == ("08:00", "warning")
    press(app, qtbot, Qt.Key.Key_F7)
    assert not frame.sessions._second.isActive()
    assert frame.status.session.text().endswith("dijeda")
    steady.seconds += 600
    frame.sessions.ticked.emit()
    assert frame.top.left.text() == "08:00"


def test_f5_while_a_block_runs_leads_to_it_and_changes_nothing(app, frame, qtbot):
    press(app, qtbot, Qt.Key.Key_F5)
    frame.go("home")
    press(app, qtbot, Qt.Key.Key_F5)
    assert frame.sessions.session.title == "Pembukaan"
    frame.bar.action.click()
    settle(app)
    assert frame.screens.key == "agenda"


def test_beranda_offers_the_next_block_and_leads_to_the_running_one(app, frame, qtbot):
    home = frame.screens.current
    assert (home.next.lead.text(), home.next.first.text()) == ("Pembukaan", "Mulai sesi")
    press(app, qtbot, Qt.Key.Key_F5)
    frame.go("home")
    settle(app)
    assert home.next.first.text() == "Jalannya acara"
    home.next.asked.emit("session-run")
    settle(app)
    assert frame.screens.current.deck.currentIndex() == 1


def test_f9_ends_the_block_by_the_time_of_the_hall(app, frame, qtbot, clock, steady):
    press(app, qtbot, Qt.Key.Key_F5)
    steady.seconds += 1800
    clock.forward(hours=-2)
    press(app, qtbot, Qt.Key.Key_F9)
    assert frame.sessions.session is None
    ended = next(item for item in _sessions(app) if item.title == "Pembukaan")
    assert ended.ended_at[11:16] == "09:12"


def _sessions(app):
    found = []
    app.lane.data(app.desk.session.sessions, found.append)
    assert app.lane.drain(5)
    return found[0]


class Looking:
    """The same services on a file that takes no change."""

    is_read_only = True

    def __init__(self, desk):
        self._desk = desk

    def __getattr__(self, name):
        return getattr(self._desk, name)


def test_a_file_that_takes_nothing_says_so_and_nothing_is_begun(hand):
    hand.page._services = Looking(hand.desk)
    warned = []
    hand.screen.warned.connect(warned.append)
    hand.start("Kerja")
    page = hand.page
    assert page.only_read.isVisible()
    assert not any(button.isEnabled() for button in page.buttons.values())
    assert not page.board.line.isEnabled()
    assert not page.notes.line.isEnabled()
    for keys in ("F6", "F7", "+", "1"):
        hand.key(keys)
    assert hand.running().title == "Kerja"
    assert not hand.running().is_paused
    assert {item.state for item in hand.slots("Kerja")} == {"belum"}
    assert set(warned) == {page.only_read.text()}
