"""Permintaan data: ticks by keyboard and by click, counts, the list of items, and the letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.data_request import Cell
from smartcity_desktop.errors import DiskFault
from tests.ui.frame import answered as settle
from tests.ui.frame import nameless, turn
from tests.ui.request.hand import press, states, titles
from tests.ui.test_home_screen import cut, double
from tests.ui.worksheets import Hall
from ui import theme
from ui.models.request_table import MARK_ROLE

SPACE, DOWN, RIGHT, MINUS = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Minus
ENTER = Qt.Key.Key_Return


def row_of(screen, hall, called):
    return screen.model.row_of(hall.opds[called])


def type_line(line, text):
    line.setFocus()
    QTest.keyClicks(line, text)


def test_space_ticks_one_cell_after_the_other_as_fast_as_it_is_pressed(screen, hall):
    place = row_of(screen, hall, "DLH")
    screen.table.choose(place, 2)
    press(screen, SPACE, RIGHT, SPACE, RIGHT, SPACE)
    settle(screen)
    assert states(hall, "DLH") == ["belum", "ada", "ada", "ada", "belum", "belum"]
    press(screen, SPACE)
    settle(screen)
    assert states(hall, "DLH")[3] == "belum"


def test_several_chosen_cells_are_ticked_in_one_act(screen, hall):
    screen.table.choose(row_of(screen, hall, "DLH"), 2)
    press(screen, RIGHT, RIGHT, modifiers=Qt.KeyboardModifier.ShiftModifier)
    press(screen, SPACE)
    settle(screen)
    assert states(hall, "DLH")[1:4] == ["ada"] * 3
    hall.ask(hall.desk.undo)
    assert states(hall, "DLH")[1:4] == ["belum"] * 3


def test_minus_says_that_an_agency_need_not_bring_it(screen, hall):
    screen.table.choose(row_of(screen, hall, "DLH"), 5)
    press(screen, MINUS)
    settle(screen)
    assert states(hall, "DLH")[4] == "tidak_perlu"
    press(screen, MINUS)
    settle(screen)
    assert states(hall, "DLH")[4] == "belum"


def test_a_click_ticks_a_cell(screen, hall):
    place = row_of(screen, hall, "DLH")
    spot = screen.table.visualRect(screen.model.index(place, 3)).center()
    QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle(screen)
    assert states(hall, "DLH")[2] == "ada"


def test_a_renstra_that_was_read_stands_ticked_and_cannot_be_cleared(screen, hall):
    index = screen.model.index(row_of(screen, hall, "Diskominfo"), 1)
    assert index.data(MARK_ROLE).auto
    assert "Dokumen" in index.data(Qt.ItemDataRole.ToolTipRole)
    screen.table.choose(index.row(), 1)
    press(screen, SPACE)
    settle(screen)
    assert index.data(MARK_ROLE).state == "ada"
    assert hall.ask(hall.desk.undo_label) != "catat data yang masuk"


def test_the_counts_follow_and_the_reminder_counts_who_is_missing(screen, hall):
    count = len(hall.opds)
    assert screen.remind.text() == f"Cetak pengingat ({count} OPD)"
    assert screen.counts.text() == f"0 lengkap · 1 sebagian · {count - 1} belum"
    screen.table.choose(row_of(screen, hall, "Diskominfo"), 2)
    press(screen, *[RIGHT] * 4, modifiers=Qt.KeyboardModifier.ShiftModifier)
    press(screen, SPACE)
    assert screen.counts.text().startswith("1 lengkap · 0 sebagian")
    settle(screen)
    assert screen.counts.text().startswith("1 lengkap · 0 sebagian")
    assert screen.remind.text() == f"Cetak pengingat ({count - 1} OPD)"


def test_letters_are_asked_for_all_and_for_one(screen, hall, qtbot):
    with qtbot.waitSignal(screen.print_asked) as asked:
        screen.request.click()
    assert asked.args == ["permintaan-data", ""]
    with qtbot.waitSignal(screen.print_asked) as asked:
        screen.remind.click()
    assert asked.args == ["pengingat-data", ""]
    screen.table.choose(row_of(screen, hall, "DLH"), 0)
    with qtbot.waitSignal(screen.print_asked) as asked:
        press(screen, ENTER)
    assert asked.args == ["permintaan-data", hall.opds["DLH"]]


def test_the_last_day_is_typed_and_kept(screen, hall):
    type_line(screen.due, "28 Juli 2026")
    settle(screen)
    assert hall.ask(hall.desk.data_request.standing).due == "2026-07-28"


def test_items_are_added_renamed_ordered_and_retired_in_the_list(screen, hall):
    usual = titles(hall)
    screen.open_items()
    dialog = screen.items
    type_line(dialog.next, "Peta jaringan")
    QTest.keyClick(dialog.next, ENTER)
    settle(screen)
    assert titles(hall) == [*usual, "Peta jaringan"]
    assert dialog.isVisible()
    row = list(dialog.rows)[-1]
    QTest.keyClick(dialog.rows[row].title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert titles(hall)[-2:] == ["Peta jaringan", usual[-1]]
    QTest.keyClick(dialog.rows[row].title, Qt.Key.Key_End)
    type_line(dialog.rows[row].title, " kota")
    settle(screen)
    assert titles(hall)[-2] == "Peta jaringan kota"
    dialog.rows[row].retire.click()
    settle(screen)
    assert titles(hall) == usual
    dialog.back[row].click()
    settle(screen)
    assert "Peta jaringan kota" in titles(hall)
    assert screen.model.columnCount() == len(usual) + 4
    dialog.close_button.click()
    settle(screen)
    assert screen.items is None


def test_what_others_change_is_shown_and_the_place_stays(screen, hall):
    place = row_of(screen, hall, "DLH")
    screen.table.choose(place, 3)
    item = hall.ask(hall.desk.data_request.standing).items[1].id
    changes = hall.ask(lambda: hall.desk.data_request.bring([(hall.opds["DLH"], item)], "ada"))
    screen.changed(changes)
    settle(screen)
    assert screen.model.index(place, 2).data(MARK_ROLE) == Cell(
        "ada", at=screen.model.index(place, 2).data(MARK_ROLE).at
    )
    assert (screen.table.currentIndex().row(), screen.table.currentIndex().column()) == (place, 3)


def test_without_agencies_the_screen_leads_to_them(show, lane, tmp_path, clock, qtbot):
    empty = Hall(lane, tmp_path, clock, opds=())
    screen = show(empty)
    assert screen.pages.currentWidget() is screen.empty
    assert not screen.remind.isVisible()
    with qtbot.waitSignal(screen.go) as went:
        screen.empty.buttons[0].click()
    assert went.args == ["opd", ""]
    empty.close()


@pytest.mark.parametrize("width", [1172, 1726])
def test_every_column_is_in_sight_and_nothing_is_cut(screen, width):
    screen.resize(width, 700)
    settle(screen)
    assert screen.table.horizontalScrollBar().maximum() == 0
    assert nameless(screen) == []
    assert cut(screen) == []


def test_doubled_words_still_fit_their_buttons(screen):
    double(screen)
    QTest.qWait(20)
    assert cut(screen) == []


def test_the_heads_are_whole_in_large_type(screen, dressed):
    usual = screen.table.horizontalHeader().height()
    theme.apply(dressed, 1.5)
    try:
        screen.resize(screen.width() - 10, screen.height())
        turn(20)
        head, model = screen.table.horizontalHeader(), screen.model
        assert usual < head.height() <= theme.scaled(110)
        state = model.state_column
        assert [head.sectionSize(column) for column in (state, state + 1)] == [186, 144]
    finally:
        theme.apply(dressed)


def test_data_to_be_asked_for_that_could_not_be_stored_stands_in_its_line_again(screen, monkeypatch):
    def refuse(_title):
        raise DiskFault("disk-full")

    monkeypatch.setattr(screen._requests, "add", refuse)
    told = []
    screen.warned.connect(told.append)
    screen.open_items()
    QTest.keyClicks(screen.items.next, "Daftar aset TIK")
    QTest.keyClick(screen.items.next, ENTER)
    settle(screen)
    assert screen.items.next.text() == "Daftar aset TIK"
    assert told[0].startswith("Belum tersimpan: ruang disk penuh.")
    screen.items.accept()
