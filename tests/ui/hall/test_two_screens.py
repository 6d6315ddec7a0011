"""A laptop with a projector beside it, as a program of its own sees it: two screens of two sizes."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SCREEN = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = [
    {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768, **SCREEN},
    {"name": "PROYEKTOR", "x": 1366, "y": 0, "width": 1024, "height": 768, **SCREEN},
]
STORY = """
import json, sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from smartcity_desktop.domain import hall
from ui import app as window
from ui.projector.screens import target
from ui.projector.window import ProjectorWindow

application = QApplication([])
window.dress(application)
laptop = next(item for item in application.screens() if item.name() == "LAPTOP")
home = QWidget()
home.setScreen(laptop)
home.setGeometry(40, 40, 800, 600)
home.show()
home.activateWindow()
QTest.qWaitForWindowExposed(home)
view = ProjectorWindow(home)
view.show_slide(hall.Slide(hall.TEXT, body=hall.TextBody("Selamat datang")))
view.open_on(target("", home.screen()))
QTest.qWaitForWindowExposed(view)
dialog = QDialog(home)
dialog.setGeometry(1600, 200, 300, 200)
dialog.show()
QTest.qWaitForWindowExposed(dialog)
told = {
    "screen": view.screen().name(),
    "room": view.geometry().getRect(),
    "full": view.isFullScreen(),
    "keys": application.activeWindow() is not view,
    "hint": view._hint.isVisible(),
    "dialog": dialog.screen().name(),
    "chosen": target("PROYEKTOR", home.screen()).screen.name(),
}
dialog.close()
view.close()
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the story tells of two screens."""
    folder = tmp_path_factory.mktemp("layar")
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    own = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", STORY],
        cwd=ROOT,
        env=own,
        capture_output=True,
        text=True,
        timeout=50,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_hall_has_the_whole_second_screen(told):
    assert told["screen"] == told["chosen"] == "PROYEKTOR"
    assert told["room"] == [1366, 0, 1024, 768]
    assert told["full"]


def test_the_keyboard_and_every_dialog_stay_with_the_laptop(told):
    assert told["keys"]
    assert not told["hint"]
    assert told["dialog"] == "LAPTOP"
