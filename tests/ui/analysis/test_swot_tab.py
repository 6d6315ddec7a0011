"""Tab SWOT: the scale, what the figures come to, the matrix whose lines lead to their rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain import swot
from tests.ui.analysis.hand import agency, cells, settle
from tests.ui.analysis.hand import swot as key_in
from ui.models.places import sheet_key


@pytest.fixture
def keyed(hall):
    hall.factors, hall.strategies = key_in(hall)
    return hall


def sheet_of(hall):
    return hall.ask(lambda: hall.desk.worksheet.find("L3")).id


def choose_scale(screen, scale):
    box = screen.tab.scale
    box.setCurrentIndex(box.findData(scale))
    box.activated.emit(box.currentIndex())
    settle(screen)


def test_without_a_factor_it_says_what_belongs_here(show, hall):
    screen = show(hall, "swot")
    assert screen.tab.pages.currentWidget() is screen.tab.empty
    screen.tab.empty.buttons[0].click()
    assert screen.gone == [("worksheet", sheet_of(hall))]


def test_words_alone_show_counts_and_no_plot(show, keyed):
    tab = show(keyed, "swot").tab
    assert cells(tab.parties, agency(keyed, "DLH"))[1:] == ("4", "3", "2", "2", "5")
    assert tab.parties.key == agency(keyed, "DLH")
    assert not tab.weighed.isVisible()
    assert tab.scale_words.text() == swot.SCALE_WORDS[swot.BY_WORDS]


def test_the_quadrant_comes_with_its_scale_and_its_words(show, keyed):
    screen = show(keyed, "swot")
    choose_scale(screen, swot.QUADRANT)
    tab = screen.tab
    assert tab.figures.text().splitlines() == [
        "x = S − W = 1,95 − 1,55 = +0,40",
        "y = O − T = 1,65 − 1,15 = +0,50",
        "Kuadran I (agresif)",
    ]
    assert cells(tab.parties, agency(keyed, "DLH"))[6] == "I agresif"
    assert tab.plot.isVisible()
    assert keyed.ask(keyed.desk.undo_label).startswith("ubah skala SWOT")


def test_the_other_scale_has_totals_and_no_quadrant(show, hall):
    key_in(hall, rating="rating_ife")
    screen = show(hall, "swot")
    choose_scale(screen, swot.IFE_EFE)
    assert "IFE = S + W = 1,95 + 1,55 = 3,50, di atas 2,50 (kuat)" in screen.tab.figures.text()
    assert "uadran I" not in screen.tab.figures.text()
    assert cells(screen.tab.parties, agency(hall, "DLH"))[6] == "3,50 / 2,80"


def test_a_line_of_the_matrix_opens_its_row(show, keyed):
    screen = show(keyed, "swot")
    line = screen.tab.matrix.lines[keyed.strategies[0]]
    assert line.words.text() == "SO1  TPS3R jadi tempat belajar Malang Raya  [S1, S2, O1]"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert screen.gone == [("worksheet", keyed.strategies[0])]


def test_what_is_open_is_told_above_the_matrix(show, keyed):
    assert show(keyed, "swot").tab.told.text() == "Belum dipakai strategi mana pun: S4, W2, W3, T2."


def test_another_party_is_shown_by_the_arrow_keys_and_enter_opens_its_sheet(show, keyed):
    screen = show(keyed, "swot")
    tab = screen.tab
    QTest.keyClick(tab.parties, Qt.Key.Key_Down)
    assert tab.told.text() == "Belum ada faktor pada lembar ini."
    QTest.keyClick(tab.parties, Qt.Key.Key_Return)
    assert screen.gone == [("worksheet", sheet_key(sheet_of(keyed), tab.parties.key))]
    assert tab.parties.key != agency(keyed, "DLH")


def test_a_dimension_without_a_merged_sheet_says_how_it_comes_to_be(show, keyed):
    screen = show(keyed, "swot")
    tab = screen.tab
    assert not tab.merge.isVisible()
    tab.parties.choose(tab.parties.lines.lines[-1].key)
    assert tab.name.text().endswith("(gabungan)")
    assert tab.told.text().startswith("Belum ada faktor gabungan untuk dimensi ini.")
    tab.merge.click()
    assert screen.gone == [("result", sheet_of(keyed))]


def test_the_chosen_party_stays_when_it_is_read_again_and_is_printed(show, keyed):
    screen = show(keyed, "swot")
    other = screen.tab.parties.lines.lines[1].key
    screen.tab.parties.choose(other)
    screen.arrive()
    settle(screen)
    screen.tab.print.click()
    assert screen.printed == [("swot-tows", other)]


def test_a_file_that_takes_nothing_keeps_its_scale(show, keyed):
    screen = show(keyed, "swot", closed=True)
    assert not screen.tab.scale.isEnabled()
    assert not any(command.words.startswith("Skala") for command in screen.commands())


def test_the_tabs_are_gone_through_by_keys_and_kept(show, keyed):
    screen = show(keyed)
    QTest.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert screen.tab.objectName() == "tab-swot"
    assert screen.tab.parties.hasFocus()
    front, row = screen.standing()
    assert (front, row) == ("swot", agency(keyed, "DLH"))
    built_anew = show(keyed, "")
    built_anew.take_over(("swot", screen.tab.parties.lines.lines[2].key))
    built_anew.arrive()
    settle(built_anew)
    assert built_anew.tab.parties.key == screen.tab.parties.lines.lines[2].key
