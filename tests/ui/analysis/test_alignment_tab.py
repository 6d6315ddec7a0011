"""Tab Keselarasan by hand: degrees and proposals by one key, the plan with its answers, what is missing."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.hall import ALIGNMENT as SLIDE
from smartcity_desktop.domain.paper_alignment import MATRIX, OF_PLANS, UNANSWERED, WITH_SDG
from tests.services.conftest import plan
from tests.services.test_alignment import plant, program
from tests.services.test_shared_program import read
from tests.ui.analysis.hand import agency, cells, settle


@pytest.fixture
def waste(hall):
    """A program smart city on waste in a region with three objectives; its row and theirs."""
    rows = hall.ask(lambda: plant(hall.desk))
    dlh = agency(hall, "DLH")
    told = "Menurunkan timbulan sampah"
    subject = hall.ask(
        lambda: program(hall.desk, name="Bank sampah digital", opd=dlh, description=told, ict="ya")
    )
    return subject, rows


def subject_of(hall, row):
    return hall.ask(hall.desk.alignment.board).subject(row)


def test_without_a_plan_of_the_region_the_tab_leads_to_where_it_is_written(show, hall):
    screen = show(hall, "alignment")
    assert screen.tab.empty.buttons[0].hasFocus()
    screen.tab.empty.buttons[0].click()
    assert screen.gone == [("document", "")]


def test_a_proposal_is_taken_with_a_degree_by_one_key_and_the_link_changed_by_others(show, hall, waste):
    subject, rows = waste
    screen = show(hall, "alignment")
    tab, side = screen.tab, screen.tab.side
    assert cells(tab.matrix, subject)[3] == "– (1 usulan)"
    assert side.reason.text().startswith("Alasan: kata sama: sampah")
    QTest.keyClick(side.near, Qt.Key.Key_1)
    settle(screen)
    assert cells(tab.matrix, subject)[3] == "Sasaran 2.1 (kuat)"
    assert side.near.isHidden()
    QTest.keyClick(side.links, Qt.Key.Key_3)
    settle(screen)
    (link,) = subject_of(hall, subject).points
    assert (link.target, link.degree) == (rows["s2"], "lemah")
    side.evidence.setCurrentIndex(side.evidence.findData("survei"))
    side.evidence.activated.emit(side.evidence.currentIndex())
    settle(screen)
    side.why.setFocus()
    side.why.selectAll()
    QTest.keyClicks(side.why, "Menimbang data TPS")
    # A degree pressed before the file has answered must not bring the old reason back.
    QTest.keyClick(side.links, Qt.Key.Key_2)
    settle(screen)
    (link,) = subject_of(hall, subject).points
    assert (link.degree, link.evidence, link.reason) == ("sedang", "survei", "Menimbang data TPS")
    QTest.keyClick(side.links, Qt.Key.Key_Delete)
    settle(screen)
    assert subject_of(hall, subject).points == ()
    QTest.keyClick(side.near, Qt.Key.Key_T)
    settle(screen)
    assert cells(tab.matrix, subject)[3] == "–"


def test_a_link_is_chosen_from_points_and_programs_of_plans_by_letters(show, hall, waste):
    subject, rows = waste
    hall.ask(partial(hall.desk.renstra.adopt, agency(hall, "DLH"), plan()))
    screen = show(hall, "alignment")
    for letters in ("ruang terbuka", "aplikasi informatika"):
        screen.tab.side.ask_link.click()
        dialog = screen.tab.dialog
        dialog.finder.search(letters)
        dialog.take(dialog.finder.choices()[0])
        settle(screen)
    item = subject_of(hall, subject)
    assert [one.target for one in item.points] == [rows["s3"]]
    assert len(item.lines) == 1
    assert cells(screen.tab.matrix, subject)[4] == "1 program"


def test_sdg_and_spbe_are_hidden_until_wanted_and_stored_when_taken(show, hall, waste):
    subject, _ = waste
    sub = next(item.id for item in hall.ask(hall.desk.dimension.board).subdimensions if item.code == "ENV-2")
    sheet = hall.ask(lambda: hall.desk.worksheet.find_row(subject))
    hall.ask(
        partial(hall.desk.worksheet.set_cells, sheet.worksheet, sheet.party, [(subject, "subdimension", sub)])
    )
    screen = show(hall, "alignment")
    tab = screen.tab
    assert not tab.side.marks.isVisible()
    assert "SDG" not in tab.matrix.lines.heads
    tab.with_sdg.click()
    assert cells(tab.matrix, subject)[2:] == ("usulan: 6, 12", "usulan: Layanan publik")
    tab.side.take_hints.click()
    settle(screen)
    assert subject_of(hall, subject).sdg == (6, 12)
    assert cells(tab.matrix, subject)[2:] == ("6, 12", "Layanan publik")
    tab.side.sdg.ticked.emit(("12",))
    settle(screen)
    assert subject_of(hall, subject).sdg == (12,)
    tab.side.grade.setCurrentIndex(tab.side.grade.findData("terukur"))
    tab.side.grade.activated.emit(tab.side.grade.currentIndex())
    settle(screen)
    assert subject_of(hall, subject).grade == "terukur"


def test_the_plan_says_who_answers_and_what_nobody_answers_is_taken_from_there(show, hall, waste):
    subject, rows = waste
    screen = show(hall, "alignment")
    tab = screen.tab
    tab.turn_to(1)
    assert [line.cells[2] for line in tab.tree.lines.lines] == ["–", "belum", "–", "–", "belum", "belum"]
    tab.turn_to(2)
    assert tab.views.buttons[2].text() == "Belum terjawab (3)"
    tab.open.choose(rows["s2"])
    assert "Indikator: Sampah terkelola" in tab.side.point_told.text()
    QTest.keyClick(tab.open, Qt.Key.Key_Return)
    assert tab.side.offers.hasFocus()
    QTest.keyClick(tab.side.offers, Qt.Key.Key_Y)
    settle(screen)
    assert [one.target for one in subject_of(hall, subject).points] == [rows["s2"]]
    assert tab.views.buttons[2].text() == "Belum terjawab (2)"
    assert tab.loose.lines.lines == []
    tab.turn_to(1)
    tab.tree.choose(rows["s2"])
    assert [line.key for line in tab.side.answers.lines.lines] == [subject]
    QTest.keyClick(tab.side.answers, Qt.Key.Key_Return)
    assert (tab.matrix.key, tab.matrix.hasFocus()) == (subject, True)
    QTest.keyClick(tab.matrix, Qt.Key.Key_Return)
    assert screen.gone == [("worksheet", subject)]


def test_programs_of_the_plans_stand_in_where_no_program_smart_city_is(show, hall):
    rows = hall.ask(lambda: plant(hall.desk))
    dlh = agency(hall, "DLH")
    hall.ask(partial(hall.desk.renstra.adopt, dlh, plan()))
    line = hall.ask(lambda: read(hall.desk, dlh, 0, relevant="ya"))
    screen = show(hall, "alignment")
    tab = screen.tab
    assert tab.whats.buttons[1].isChecked()
    assert [item.key for item in tab.matrix.lines.lines] == [line]
    assert not tab.with_sdg.isVisible()
    hall.ask(partial(hall.desk.alignment.align, line, rows["s1"], "kuat"))
    tab.arrive()
    settle(screen)
    assert cells(tab.matrix, line)[3] == "Sasaran 1.1 (kuat)"
    tab.print.click()
    tab.print_missing.click()
    tab.whats.buttons[0].click()
    settle(screen)
    tab.with_sdg.click()
    tab.print.click()
    assert screen.printed == [(MATRIX, OF_PLANS), (UNANSWERED, OF_PLANS), (MATRIX, WITH_SDG)]
    slides = []
    screen.slide_asked.connect(lambda kind, row: slides.append((kind, row)))
    tab.show_result.click()
    assert slides == [(SLIDE, "")]


def test_a_closed_file_shows_everything_and_takes_nothing(show, hall, waste):
    subject, _ = waste
    screen = show(hall, "alignment", closed=True)
    warned = []
    screen.warned.connect(warned.append)
    side = screen.tab.side
    QTest.keyClick(side.near, Qt.Key.Key_1)
    settle(screen)
    assert subject_of(hall, subject).points == ()
    assert len(warned) == 1
    assert not side.ask_link.isEnabled()
    assert not side.grade.isEnabled()
