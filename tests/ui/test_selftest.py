"""The window's own self-test sees a screen that fails and a screen that stays empty."""

import os
import subprocess
import sys

from PySide6.QtGui import QColor, QImage

from tests.conftest import ROOT
from ui import selftest

BROKEN = """
import sys
from pathlib import Path
from ui import selftest
from ui.screens.note.screen import NoteScreen
def arrive(self):
    raise LookupError("a bug")
NoteScreen.arrive = arrive
sys.exit(selftest.main(Path(sys.argv[1])))
"""


def test_a_screen_that_fails_is_told(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=55,
    )
    assert done.returncode == 1
    assert "LookupError" in done.stderr
    assert "error: Ada gangguan pada program" in done.stderr


def test_an_empty_page_has_few_colours_and_a_drawn_one_many():
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#F5F7FA"))
    assert selftest.colours(picture) == 1
    for across in range(0, 300, 7):
        picture.setPixelColor(across, 0, QColor(across % 256, 90, 90))
    assert selftest.colours(picture) > 24
