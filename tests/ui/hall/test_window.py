"""The projector's window: slides and worksheets in it, held and prepared, darkened, left, awake."""

import os
import stat
import sys
import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.hall.hand import slides
from tests.ui.worksheets import hand_grid
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.models.screen_name import name_of
from ui.projector import guard as guards
from ui.projector.awake import Awake
from ui.projector.screens import Target, choices, target
from ui.projector.window import ProjectorWindow

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SLIDES = slides()


@pytest.fixture
def home(dressed, qtbot):
    assert dressed
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def alone(home):
    return Target(home.screen(), is_alone=True)


@pytest.fixture
def window(home, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    made = ProjectorWindow(home)
    yield made
    made.close()


@pytest.fixture
def feed(home):
    model = GridModel(home)
    model.show_grid(hand_grid(rows=3))
    return SheetFeed(model, Countdown(home), home)


def test_a_slide_takes_the_place_of_a_worksheet_and_back_in_one_window(window, alone, feed):
    window.show_sheet(feed)
    window.open_on(alone)
    assert window.shows_sheet
    window.show_slide(SLIDES["states"])
    assert (window.shows_sheet, window.slide.slide.kind) == (False, "states")
    first = window.sheet
    window.show_sheet(feed)
    assert window.sheet is first
    assert window.page is first


def test_while_held_the_next_slide_is_prepared_and_shown_when_it_is_let_go(window, alone):
    window.show_slide(SLIDES["states"])
    window.open_on(alone)
    QTest.keyClick(window, KEY.Key_T, CONTROL)
    window.show_slide(SLIDES["queue"])
    assert window.slide.slide.kind == "states"
    assert window.prepared.slide.kind == "queue"
    QTest.keyClick(window, KEY.Key_T, CONTROL)
    assert (window.slide.slide.kind, window.prepared, window.is_held) == ("queue", None, False)


def test_a_worksheet_waits_behind_a_held_slide_and_a_slide_behind_a_held_worksheet(window, alone, feed):
    window.show_slide(SLIDES["states"])
    window.open_on(alone)
    window.turn_held()
    window.show_sheet(feed)
    assert not window.shows_sheet
    window.turn_held()
    assert window.shows_sheet
    window.turn_held()
    window.show_slide(SLIDES["text"])
    assert window.shows_sheet
    window.turn_held()
    assert window.slide.slide.kind == "text"
    assert not window.is_held


def test_another_slide_in_the_dark_stays_dark(window, alone, feed):
    window.show_slide(SLIDES["states"])
    window.open_on(alone)
    QTest.keyClick(window, KEY.Key_B, CONTROL)
    window.show_sheet(feed)
    assert window.is_dark
    window.show_slide(SLIDES["queue"])
    assert window.is_dark
    window.turn_dark()
    assert not window.is_dark


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F11])
def test_a_key_leaves_and_the_next_showing_is_light_and_live(window, alone, key, qtbot):
    window.show_slide(SLIDES["states"])
    window.open_on(alone)
    window.turn_dark()
    window.turn_held()
    window.show_slide(SLIDES["queue"])
    with qtbot.waitSignal(window.turned):
        QTest.keyClick(window, key)
    assert not window.isVisible()
    assert (window.is_dark, window.is_held, window.prepared) == (False, False, None)


def test_a_letter_does_nothing_and_pages_and_type_go_by_keys(window, alone):
    window.show_slide(SLIDES["groups"])
    window.open_on(alone)
    before = window.slide.face.body.pixels
    for key in (KEY.Key_B, KEY.Key_T, KEY.Key_A):
        QTest.keyClick(window, key)
    assert (window.is_dark, window.is_held, window.slide.page) == (False, False, 0)
    QTest.keyClick(window, KEY.Key_PageDown)
    assert window.slide.page == 1
    QTest.keyClick(window, KEY.Key_Plus, CONTROL)
    assert window.slide.face.body.pixels > before


def test_with_one_screen_the_way_back_is_told_and_with_two_it_is_not(window, alone, home):
    window.show_slide(SLIDES["text"])
    window.open_on(alone)
    assert window._hint.isVisible()
    assert window._hint.accessibleName() == "Esc: kembali ke laptop"
    assert window.rect().contains(window._hint.geometry())
    window._hint._timer.timeout.emit()
    assert not window._hint.isVisible()
    window._hint.tell()
    window.open_on(Target(home.screen()))
    assert not window._hint.isVisible()
    window.close()
    window.open_on(Target(home.screen()))
    assert not window._hint.isVisible()


def test_the_usual_size_holds_for_slides_and_for_worksheets_opened_later(window, alone, feed):
    window.set_usual(1.3)
    window.show_slide(SLIDES["text"])
    window.open_on(alone)
    window.show_sheet(feed)
    assert window.slide.zoom == pytest.approx(1.3)
    assert window.sheet.zoom == pytest.approx(1.3)


# Screens


class Known:
    """Stands for a QScreen that is not plugged in here."""

    def __init__(self, name, model=""):
        self._name, self._model = name, model

    def name(self):
        return self._name

    def model(self):
        return self._model

    def manufacturer(self):
        return "EPSON" if self._model else ""

    def geometry(self):
        return QRect(0, 0, 1024, 768)

    def devicePixelRatio(self):  # noqa: N802 - Qt's own name
        return 1.0


LAPTOP, BEAMER, WALL = Known("eDP-1"), Known("HDMI-1", "EB-X41"), Known("DP-2")


def test_the_chosen_screen_is_used_else_another_than_the_laptop_else_the_laptop():
    every = [LAPTOP, BEAMER, WALL]
    assert target("", LAPTOP, every) == Target(BEAMER)
    assert target("DP-2", LAPTOP, every) == Target(WALL)
    assert target("EPSON EB-X41", LAPTOP, every) == Target(BEAMER)
    assert target("SONY", LAPTOP, every) == Target(BEAMER, missed=True)
    assert target("", LAPTOP, [LAPTOP]) == Target(LAPTOP, is_alone=True)
    assert target("EPSON EB-X41", LAPTOP, [LAPTOP]) == Target(LAPTOP, missed=True, is_alone=True)
    assert target("eDP-1", LAPTOP, every) == Target(LAPTOP, is_alone=True)


def test_of_two_screens_of_one_name_the_one_without_the_laptop_is_meant():
    twin = Known("HDMI-1", "EB-X41")
    assert target("EPSON EB-X41", BEAMER, [BEAMER, twin]) == Target(twin)


def test_screens_are_offered_with_their_size(home):
    here = home.screen()
    size = here.geometry()
    assert choices(here) == [(name_of(here), f"Layar laptop ini ({size.width()} × {size.height()})")]
    assert choices(None)[0][1].startswith("Layar 1")


def test_the_arrow_keys_come_to_every_other_screen_before_that_of_the_laptop(home, monkeypatch):
    here = home.screen()
    monkeypatch.setattr(QGuiApplication, "screens", staticmethod(lambda: [here, BEAMER, WALL]))
    names = [name for name, _words in choices(here)]
    assert names == ["EPSON EB-X41", "DP-2", name_of(here)]


# Pop-ups


def test_a_dialog_that_would_open_on_the_screen_of_the_hall_opens_on_the_laptop(
    window, home, monkeypatch, qtbot
):
    window.show_slide(SLIDES["text"])
    window.open_on(Target(home.screen()))
    hall_screen = Known("HDMI-1")
    monkeypatch.setattr(window, "screen", lambda: hall_screen)
    monkeypatch.setattr(guards, "screen_at", lambda _shown: hall_screen)
    dialog = QDialog(home)
    dialog.move(QPoint(5_000, 5_000))
    dialog.resize(200, 100)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert QGuiApplication.primaryScreen().geometry().contains(dialog.geometry().center())
    dialog.close()
    window.close()
    dialog.move(QPoint(5_000, 5_000))
    dialog.show()
    assert dialog.pos() == QPoint(5_000, 5_000)
    dialog.close()


# Sleep


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A folder for commands, the only one on the path; each writes what it was called with and waits."""
    log = tmp_path / "log"
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name):
        path = tmp_path / name
        path.write_text(
            f"#!{sys.executable}\nimport os, sys\n"
            f"open({str(log)!r}, 'a').write(' '.join([{name!r}, *sys.argv[1:]]) + '\\n')\n"
            "if 'inhibit' in sys.argv[0]:\n    sys.stdin.read()\n"
            f"    open({str(log)!r}, 'a').write('released\\n')\n",
            encoding="utf-8",
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return log

    return put


def said(log, words, seconds=10):
    """Wait until the commands have written these words."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if log.exists() and words in log.read_text(encoding="utf-8"):
            return True
        QTest.qWait(20)
    return False


@pytest.mark.skipif(os.name == "nt", reason="commands of Linux")
def test_sleep_is_held_off_by_a_child_that_ends_with_the_showing(qapp, commands):
    assert qapp
    log = commands("systemd-inhibit")
    awake = Awake(platform="linux")
    awake.start()
    awake.start()
    assert said(log, "systemd-inhibit --what=idle:sleep --who=SmartCity Desktop")
    assert "released" not in log.read_text(encoding="utf-8")
    awake.stop()
    assert said(log, "released")
    assert log.read_text(encoding="utf-8").count("--what") == 1
    assert not awake.is_on


@pytest.mark.skipif(os.name == "nt", reason="commands of Linux")
@pytest.mark.parametrize("others", [(), ("systemd-inhibit",)])
def test_the_screen_saver_is_asked_with_and_without_that_command(qapp, commands, others):
    assert qapp
    log = commands("xdg-screensaver")
    for name in others:
        commands(name)
    awake = Awake(platform="linux")
    awake.start(255)
    assert said(log, "xdg-screensaver suspend 0xff")
    awake.stop()
    assert said(log, "xdg-screensaver resume 0xff")
    assert not others or said(log, "released")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_system_without_any_way_says_nothing(qapp, monkeypatch, tmp_path, platform):
    assert qapp
    monkeypatch.setenv("PATH", str(tmp_path))
    awake = Awake(platform=platform)
    awake.start()
    assert awake.is_on
    awake.stop()
    awake.stop()
    assert not awake.is_on


@pytest.mark.skipif(os.name == "nt", reason="the real library is there")
def test_windows_is_told_to_stay_awake_and_released(qapp, monkeypatch):
    assert qapp
    import ctypes
    from types import SimpleNamespace

    told = []
    kernel = SimpleNamespace(SetThreadExecutionState=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    awake = Awake(platform="win32")
    awake.start()
    awake.stop()
    assert told == [0x80000003, 0x80000000]


def test_the_laptop_is_kept_awake_as_long_as_the_hall_looks(window, alone):
    window.show_slide(SLIDES["text"])
    window.open_on(alone)
    assert window.awake.is_on
    window.close()
    assert not window.awake.is_on
