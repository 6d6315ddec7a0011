"""The main path without a mouse: whatever it needs is reached by keys, Tab among them."""

import pytest
from PySide6.QtTest import QTest

from smartcity_desktop.reporting.pages import page_count, page_text

TABLE = (
    "Kode\tProgram\tIndikator\tSatuan\tTarget Tahun-1\tPagu Tahun-1\tTarget Tahun-2\tPagu Tahun-2\n"
    "1.02.02\tProgram Upaya Kesehatan Perorangan\tCakupan\t%\t80\t1.250.000.000\t85\t1.300.000.000\n"
    "1.02.04\tProgram Sediaan Farmasi dan Alat Kesehatan\tTersedia\t%\t70\t312.000.750\t75\t320.000.000\n"
)


@pytest.fixture
def hand(start, tmp_path, monkeypatch):
    made = start(tmp_path / "profil")
    for name in ("mouseClick", "mousePress", "mouseDClick"):
        monkeypatch.setattr(QTest, name, staticmethod(no_mouse))
    monkeypatch.setattr(type(made), "go_to", no_mouse)
    return made


def no_mouse(*_ignored, **_also):
    pytest.fail("this story has no mouse")


def tab_to(hand, name, keys="Tab"):
    """Press Tab until the focus stands on something of this name."""
    for _step in range(80):
        if hand.target().objectName() == name:
            return
        hand.press(keys)
    pytest.fail(f"{name} is not reached by {keys}; the focus is on {hand.target().objectName()}")


def test_from_a_new_bimtek_to_the_report_by_keys_alone(hand, tmp_path):
    hand.press("Alt+B")
    hand.until(lambda: hand.seen("new-region-text") is not None, "for the page")
    hand.type("kon sel")
    hand.press("Return")
    hand.until(lambda: hand.app.window.page.region.code, "for the region")
    tab_to(hand, "new-create")
    hand.press("Space")
    hand.until(lambda: hand.page is not None, "for the workshop")
    hand.settle()
    hand.press("Ctrl+2")
    add_agencies(hand)
    read_plan(hand)
    run_session(hand)
    hand.press("F9")
    hand.until(lambda: hand.seen("preview") is not None, "for the report")
    target = tmp_path / "laporan.pdf"
    hand.page.prints.preview.write_to(target)
    hand.until(target.exists, "for the PDF")
    hand.settle()
    hand.press("Esc")
    pdf = target.read_bytes()
    text = " ".join(" ".join(page_text(pdf, place) for place in range(page_count(pdf))).split())
    assert "Dinas Kesehatan (Sedang diisi) – 2 1 1.250.000.000 GOV 1" in text
    assert "Posyandu Jum'at <b" in text
    assert "Format satu" in text
    hand.press("Ctrl+W")
    hand.until(lambda: hand.page is None, "until it is closed")
    hand.settle()
    assert hand.target().objectName() == "welcome-recent"
    hand.press("Return")
    hand.until(lambda: hand.page is not None, "for the same again")
    hand.settle()


def add_agencies(hand):
    hand.rail("opd")
    hand.press("Ctrl+N")
    for name in ("Dinas Kesehatan", "Dinas Pariwisata"):
        before = hand.screen.model.rowCount()
        hand.type(name)
        hand.press("Return")
        hand.until(lambda count=before + 1: hand.screen.model.rowCount() == count, f"for {name}")
        hand.settle()


def read_plan(hand):
    hand.rail("document")
    hand.copy_elsewhere(TABLE)
    hand.press("Ctrl+V")
    hand.until(lambda: hand.seen("paste-table-text") is not None, "for the box")
    hand.press("Ctrl+Return")
    hand.until(lambda: hand.screen.frame.is_reading, "for the reading")
    hand.settle()
    view = hand.screen.reading
    assert [look.key for look in view.doubts.looks()], "the years are asked for"
    hand.until(lambda: hand.target() is view.doubts.rows()[0], "to stand on the first doubt")
    hand.press("F2")
    hand.type("2023")
    hand.press("Return")
    hand.until(lambda: not view.doubts.looks(), "until it is answered")
    hand.until(lambda: hand.target() is view.use, "to stand on what is next")
    assert view.opd.currentText().startswith("Dinas Kesehatan")
    hand.press("Space")
    hand.until(lambda: not hand.screen.frame.is_reading, "until it is used")
    hand.settle()


def run_session(hand):
    hand.press("F5")
    hand.until(lambda: hand.seen("sessionStart") is not None, "for the start of a session")
    hand.press("Return")
    hand.until(lambda: hand.page.sessions.session is not None, "for the session")
    hand.settle()
    hand.rail("worksheet")
    hand.until(lambda: hand.target().objectName() == "worksheetGrid", "to stand in the grid")
    hand.type("y")
    hand.press("Tab")
    hand.type("gov")
    hand.press("Tab")
    hand.type("Antre <b sejak Jum'at")
    hand.press("Tab", "Tab")
    hand.type("Posyandu Jum'at <b")
    hand.press("Return")
    hand.press("Home")
    hand.settle()
    hand.rail("note")
    hand.type("! Format satu")
    hand.press("Return")
    hand.settle()
    hand.rail("worksheet")
