"""What is loaded when Beranda first stands: nothing that can wait until somebody asks for it."""

import subprocess
import sys

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.workshop import find_region
from tests.house.source import ROOT

PROBE = """
import logging
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from ui import app as apps

application = QApplication([])
apps.dress(application)
loop = QEventLoop()
told = []

class Stood(logging.Handler):
    def emit(self, record):
        if record.getMessage().startswith("home stands") and not told:
            told.append(sorted(sys.modules))
            QTimer.singleShot(0, loop.quit)

log = logging.getLogger("ui.screens.workshop")
log.setLevel(logging.INFO)
log.addHandler(Stood())
app = apps.App(Path(sys.argv[2]))
QTimer.singleShot(40_000, loop.quit)
app.begin(Path(sys.argv[1]))
if not told:
    loop.exec()
print("\\n".join(told[0] if told else ["nothing stood"]))
sys.stdout.flush()
os._exit(0)
"""
DOMAIN = """
catalog changes codec dimension document edit entity exercise exercise_entities funnel ids
master_entities note op opd order plan_entities seal session wording words worksheet workshop
"""
"""Rooms and what of them Beranda stands on; the people of today are read after its first paint."""
MAY = {
    "smartcity_desktop.domain": DOMAIN,
    "smartcity_desktop.services": "note opd safety session worksheet workshop",
    "smartcity_desktop.reporting": "",
    "smartcity_desktop.exchange": "",
    "ui.screens": "workshop",
    "ui.models": "hall_clock home manner places",
    "ui.projector": "",
    "ui.printing": "",
}
HEAVY = {"reportlab", "PIL", "openpyxl", "docx", "pypdf", "difflib", "sqlite_utils", "click", "dateutil"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Every module that is loaded when the figures of Beranda have been painted."""
    folder = tmp_path_factory.mktemp("ringan")
    path, profile = folder / "a.bimtek", folder / "profil"
    profile.mkdir()
    region = find_region("konawe sel")[0].code
    new = NewWorkshop("Bimtek Konsel", region, 2023, 2021, 2026, "kominfo-6", "4-buku")
    with create_desk(path, new, profile=profile) as desk:
        desk.opd.add([OpdRow("Dinas Kesehatan")])
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(path), str(profile)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=55,
    )
    return done.stdout.split()


@pytest.mark.parametrize("room", MAY)
def test_beranda_stands_on_no_more_than_it_shows(loaded, room):
    assert "ui.screens.workshop" in loaded
    may = {room, *(f"{room}.{name}" for name in MAY[room].split())}
    assert [name for name in loaded if (f"{name}.").startswith(f"{room}.") and name not in may] == []


def test_no_library_for_prints_pictures_and_files_is_loaded(loaded):
    assert [name for name in loaded if name.split(".")[0] in HEAVY or name in HEAVY] == []


def test_the_slides_of_the_hall_wait_until_one_is_asked_for(loaded):
    assert "ui.shell.showing" in loaded
    assert [
        name for name in loaded if name.startswith(("smartcity_desktop.domain.hall", "ui.projector"))
    ] == []
