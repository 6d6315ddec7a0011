"""Tab Dua pembaca by hand: a blind grid by one key a program, then what differs, decided by one key."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.paper_second import SECOND_BLANK, SECOND_TALK
from smartcity_desktop.domain.second import LATER, SECOND, Tag
from tests.services.conftest import plan
from tests.services.test_shared_program import read
from tests.ui.analysis.hand import agency, cells, settle
from tests.ui.analysis.test_plan_tabs import dimension
from ui.models import second as columns


@pytest.fixture
def planned(hall):
    """The environment agency has a plan of two programs that count, read first as GOV and ECO."""
    dlh = agency(hall, "DLH")
    hall.ask(partial(hall.desk.renstra.adopt, dlh, plan()))
    homes = [dimension(hall, code) for code in ("GOV", "ECO")]
    rows = [
        hall.ask(partial(read, hall.desk, dlh, at, relevant="ya", dimension=home))
        for at, home in enumerate(homes)
    ]
    return dlh, rows


def board(hall, opd, reader="Budi"):
    return hall.ask(partial(hall.desk.second.board, opd, reader))


def test_without_a_plan_the_tab_leads_to_where_one_is_read(show, hall):
    screen = show(hall, "second")
    screen.tab.empty.buttons[0].click()
    assert screen.gone == [("document", "")]


def test_a_plan_is_read_by_keys_without_a_word_of_the_first_reading(show, hall, planned):
    dlh, rows = planned
    screen = show(hall, "second")
    tab = screen.tab
    warned = []
    screen.warned.connect(warned.append)
    tab.start.click()
    assert warned == ["Tulis dahulu nama pembaca kedua."]
    QTest.keyClicks(tab.reader, "Budi")
    QTest.keyClick(tab.reader, Qt.Key.Key_Return)
    settle(screen)
    assert tab.table.hasFocus()
    assert tab.readings.key == f"{dlh}|Budi", "what was just begun is the one that is chosen"
    shown = {tab.model.index(0, at).data() for at in range(tab.model.columnCount())}
    assert "GOV" not in shown
    assert "Ya" not in shown
    QTest.keyClick(tab.table, Qt.Key.Key_Y)
    assert tab.table.currentIndex().column() == columns.HOME
    tab.model.take_text(tab.table.currentIndex(), "1.2")
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert (tab.table.currentIndex().row(), tab.table.currentIndex().column()) == (1, columns.RELEVANCE)
    QTest.keyClick(tab.table, Qt.Key.Key_T)
    assert tab.progress.text() == "2 dari 2 program dibaca"
    assert not tab.model.take_text(tab.model.index(0, columns.HOME), "XYZ"), "what means nothing is not taken"
    settle(screen)
    found = board(hall, dlh)
    assert [found.told(item.second) for item in found.lines] == ["Ya · GOV-2", "Tidak"]
    assert [item.id for item in found.lines] == rows


def test_differences_are_decided_by_one_key_and_taking_the_second_writes_the_analysis(show, hall, planned):
    dlh, rows = planned
    for row in rows:
        hall.ask(partial(hall.desk.second.tag, row, "Budi", Tag("tidak", note="Rutin")))
    screen = show(hall, f"second:{dlh}")
    tab = screen.tab
    assert tab.differences.hasFocus()
    assert tab.told.text() == "Sama di 0 dari 2 program yang dibaca keduanya (0%)."
    assert tab.detail.text() == "Pertama: Ya · GOV\nBudi: Tidak — Rutin"
    QTest.keyClick(tab.differences, Qt.Key.Key_2)
    settle(screen)
    assert board(hall, dlh).line(rows[0]).decision == SECOND
    assert cells(tab.differences, rows[0])[5] == "Ambil bacaan kedua"
    assert tab.differences.key == rows[1], "the next one is chosen"
    tab.decisions[2].click()
    settle(screen)
    assert board(hall, dlh).line(rows[1]).decision == LATER
    assert tab.views.buttons[1].text() == "Yang berbeda (1)"
    hall.ask(hall.desk.undo)
    hall.ask(hall.desk.undo)
    assert board(hall, dlh).open == 2
    tab.print.click()
    tab.blank.click()
    assert screen.printed == [(SECOND_TALK, dlh), (SECOND_BLANK, dlh)]


def test_readings_stand_in_a_list_and_one_is_taken_away_whole(show, hall, planned):
    dlh, rows = planned
    for reader in ("Budi", "Sinta"):
        hall.ask(partial(hall.desk.second.tag, rows[0], reader, Tag("tidak")))
    screen = show(hall, "second")
    tab = screen.tab
    assert [line.cells for line in tab.readings.lines.lines] == [
        ("DLH · Budi", "1 dari 2", "1/1"),
        ("DLH · Sinta", "1 dari 2", "1/1"),
    ]
    tab.readings.choose(f"{dlh}|Sinta")
    settle(screen)
    assert tab.head.text().endswith("Sinta")
    QTest.keyClick(tab.readings, Qt.Key.Key_Delete)
    settle(screen)
    assert [line.key for line in tab.readings.lines.lines] == [f"{dlh}|Budi"]
    assert tab.head.text().endswith("Budi")


def test_a_closed_file_shows_both_readings_and_takes_nothing(show, hall, planned):
    dlh, rows = planned
    hall.ask(partial(hall.desk.second.tag, rows[0], "Budi", Tag("tidak")))
    screen = show(hall, f"second:{dlh}", closed=True)
    tab = screen.tab
    QTest.keyClick(tab.differences, Qt.Key.Key_2)
    settle(screen)
    assert board(hall, dlh).open == 1
    assert not tab.start.isEnabled()
    tab.views.buttons[0].click()
    settle(screen)
    assert tab.table.currentIndex().column() == columns.RELEVANCE
    QTest.keyClick(tab.table, Qt.Key.Key_Y)
    settle(screen)
    assert board(hall, dlh).line(rows[0]).second.relevant == "tidak"
