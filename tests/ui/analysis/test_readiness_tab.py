"""Tab Kesiapan: what it says, and that every figure leads to its rows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.changes import Changes
from tests.ui.analysis.hand import agency, cells, part, score, settle


@pytest.fixture
def scored(hall):
    score(hall, "L2", part(hall, "STR"), {"STR-01": 3, "STR-05": 1}, gap="Pegawai kurang")
    score(hall, "L2K", agency(hall, "DLH"), {"STR-05": 2, "SUP-01": 0}, evidence="Data 2025")
    score(hall, "L2K", agency(hall, "Bappeda"), {"STR-05": 4})
    return hall


def test_without_a_score_it_says_what_belongs_here_and_leads_to_the_worksheets(show, hall):
    screen = show(hall)
    tab = screen.tab
    assert tab.pages.currentWidget() is tab.empty
    tab.empty.buttons[1].click()
    assert screen.gone == [("worksheet", hall.ask(lambda: hall.desk.worksheet.find("L2K")).id)]


def test_means_stand_beside_each_other_with_what_is_missing(show, scored):
    told = show(scored).tab.told.text()
    assert "2,00 (sedang) · 2 dari 30 butir, 28 belum dinilai · 1 skor 3–4 tanpa bukti" in told
    assert "2 dari 6 lembar OPD menjawab" in told


def test_the_gaps_begin_with_the_lowest_and_show_the_spread_of_the_agencies(show, scored):
    tab = show(scored).tab
    assert [line.key for line in tab.gaps.lines.lines[:3]] == ["SUP-01", "STR-05", "STR-01"]
    assert cells(tab.gaps, "STR-05")[3:] == ("1 buruk", "3,00 baik · dari 2 · 2–4")
    assert tab.gaps.hasFocus()


def test_enter_opens_the_row_of_the_worksheet_whose_column_is_gone_to(show, scored):
    screen = show(scored)
    tab = screen.tab
    tab.gaps.choose("STR-05")
    QTest.keyClick(tab.gaps, Qt.Key.Key_Return)
    tab.gaps.setCurrentIndex(tab.gaps.lines.index(tab.gaps.currentIndex().row(), 4))
    QTest.keyClick(tab.gaps, Qt.Key.Key_Return)
    found = [scored.ask(lambda row=row: scored.desk.worksheet.find_row(row)) for _, row in screen.gone]
    assert [item.party for item in found] == [part(scored, "STR"), agency(scored, "DLH")]


def test_a_question_tells_what_was_written_and_every_answer_leads_to_its_sheet(show, scored):
    screen = show(scored)
    tab = screen.tab
    tab.gaps.choose("STR-05")
    assert "Kesenjangan: Pegawai kurang" in tab.said.text()
    assert [line.cells[2] for line in tab.answers.lines.lines] == ["1", "2", "4"]
    tab.answers.setFocus()
    QTest.keyClick(tab.answers, Qt.Key.Key_Down)
    QTest.keyClick(tab.answers, Qt.Key.Key_Return)
    row = screen.gone[0][1]
    assert scored.ask(lambda: scored.desk.worksheet.find_row(row)).party == agency(scored, "DLH")


def test_a_question_nobody_scored_says_so(show, scored):
    tab = show(scored).tab
    tab.gaps.choose("INF-01")
    assert tab.unanswered.isVisible()
    assert not tab.answers.isVisible()


def test_a_click_on_a_component_shows_its_gaps_alone_and_a_second_all(show, scored):
    tab = show(scored).tab
    chart = tab.bars
    spot = next(item for item in chart.chart.spots if item.key == "STR|Anggaran")
    scale = chart.height() / chart.chart.height
    left = (chart.width() - chart.chart.width * scale) / 2
    place = QPoint(round(left + (spot.x + 5) * scale), round((spot.y + 5) * scale))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert {line.cells[2] for line in tab.gaps.lines.lines} == {"Anggaran"}
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert len(tab.gaps.lines.lines) == 30


def test_the_charts_have_the_room_of_their_drawing_and_say_it(show, scored):
    tab = show(scored).tab
    assert tab.radar.height() > 200
    assert "Anggaran 1,00 dan 3,00" in tab.bars.accessibleName()


def test_what_others_write_is_read_again(show, scored):
    screen = show(scored)
    score(scored, "L2", part(scored, "INF"), {"INF-01": 0})
    screen.changed(Changes(frozenset({"people"})))
    settle(screen)
    assert cells(screen.tab.gaps, "INF-01")[3] == "belum dinilai", "what it does not show is not read again"
    screen.changed(Changes(frozenset({"readiness"})))
    settle(screen)
    assert cells(screen.tab.gaps, "INF-01")[3] == "0 buruk"


def test_the_recap_is_printed(show, scored):
    screen = show(scored)
    screen.tab.print.click()
    assert screen.printed == [("rekap-kesiapan", "")]
