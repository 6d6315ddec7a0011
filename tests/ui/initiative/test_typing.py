"""What is typed into the card of a program stays with that program, whatever happens to the list."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.errors import DiskFault
from tests.ui.initiative.hand import begin, item, names
from tests.ui.masterplan import settle
from ui.models.initiative_list import BY_HORIZON


@pytest.fixture
def rows(hall):
    return begin(hall)


def field(tab, name):
    page = next(form for form in tab.side.form.forms.values() if name in form.fields)
    return page.fields[name]


def stand_in(tab, name):
    tab.side.go_to(name)
    return field(tab, name)


def test_a_program_that_no_longer_fits_the_filter_stays_until_its_card_is_left(hall, show, rows):
    screen = show(hall, rows[2])
    tab = screen.tab
    QTest.keyClicks(tab.filter.words, "sampah")
    text = stand_in(tab, "name")
    text.selectAll()
    QTest.keyClicks(text, "Rumah Pilah")
    settle(screen)
    assert names(tab) == ["Rumah Pilah"]
    QTest.keyClicks(text, " Warga")
    settle(screen)
    assert item(hall, rows[2]).name == "Rumah Pilah Warga"
    assert [item(hall, row).name for row in rows[:2]] == ["Satu Data", "Aduan Warga"]
    tab.table.setFocus()
    settle(screen)
    assert names(tab) == []
    assert not tab.side.nothing.isHidden()


def test_a_program_that_is_gathered_elsewhere_keeps_its_card_and_the_cursor(hall, show, rows):
    screen = show(hall, rows[0])
    tab = screen.tab
    tab.filter.gather(BY_HORIZON)
    line = stand_in(tab, "code")
    QTest.keyClicks(line, "GOV")
    hall.ask(partial(hall.desk.initiative.set, rows[0], "horizon", "panjang"))
    tab.arrive()
    settle(screen)
    line.setCursorPosition(0)
    QTest.keyClicks(line, "X")
    settle(screen)
    assert names(tab)[-1] == "Satu Data"
    assert (line.text(), line.cursorPosition()) == ("XGOV", 1)
    assert [item(hall, row).code for row in rows] == ["XGOV", "", ""]


def test_letters_do_not_go_on_in_the_next_program_where_theirs_is_gone(hall, show, rows):
    screen = show(hall, rows[0])
    tab = screen.tab
    line = stand_in(tab, "code")
    assert line.hasFocus()
    hall.ask(partial(hall.desk.initiative.retire, [rows[0]]))
    tab.arrive()
    settle(screen)
    assert tab.table.current().id == rows[0], "it is shown as left out while it is being changed"
    sheet = hall.ask(partial(hall.desk.worksheet.find, "L7")).id
    party = hall.ask(partial(hall.desk.initiative.card, rows[0])).party
    hall.ask(partial(hall.desk.worksheet.remove_rows, sheet, party, [rows[0]]))
    tab.arrive()
    settle(screen)
    assert rows[0] not in {one.id for one in tab.model.rows()}
    assert tab.table.hasFocus()


def test_what_is_not_on_the_disk_is_shown_where_it_was_typed_and_nowhere_else(hall, show, rows, monkeypatch):
    screen = show(hall, rows[0])
    tab = screen.tab
    full, write = [True], tab._initiative.set

    def write_where_there_is_room(*what):
        if full:
            raise DiskFault("disk-full")
        return write(*what)

    monkeypatch.setattr(tab._initiative, "set", write_where_there_is_room)
    QTest.keyClicks(stand_in(tab, "code"), "GOV-7")
    QTest.keyClicks(field(tab, "users"), "warga pulau")
    for row, code, users in ((rows[1], "", ""), (rows[0], "GOV-7", "warga pulau")):
        tab.table.setFocus()
        tab.table.stand(row)
        settle(screen)
        assert (field(tab, "code").text(), field(tab, "users").toPlainText()) == (code, users)
    full.clear()
    settle(screen)
    assert (item(hall, rows[0]).code, item(hall, rows[0]).users) == ("GOV-7", "warga pulau")


@pytest.mark.parametrize("text", ["1,5 j", "1,5 mil", "Rp", "1.2", "-5", "250 jutaan"])
def test_a_readable_beginning_of_an_amount_is_not_stored_in_its_place(hall, show, rows, text):
    hall.ask(partial(hall.desk.initiative.set, rows[0], "cost@1", "75000000"))
    screen = show(hall, rows[0])
    tab = screen.tab
    line = stand_in(tab, "cost@1")
    assert line.text() == "75.000.000"
    line.selectAll()
    for letter in text:
        QTest.keyClicks(line, letter)
        settle(screen)
    line.clearFocus()
    settle(screen)
    assert item(hall, rows[0]).cost == {"1": 75_000_000}
    assert line.text() == text
    assert line.property("wrong") == "true"
    assert "belum terbaca sebagai rupiah" in tab.side.wrong.text()
    assert tab.side.wrong.text().startswith("Biaya ")
    # Another field that fits does not hide the one that does not.
    QTest.keyClicks(field(tab, "year_end"), "2030")
    assert "belum terbaca sebagai rupiah" in tab.side.wrong.text()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "80 juta")
    line.clearFocus()
    settle(screen)
    assert item(hall, rows[0]).cost == {"1": 80_000_000}
    assert (line.text(), line.property("wrong"), tab.side.wrong.text()) == ("80.000.000", "false", "")


def test_a_comment_that_is_begun_waits_with_its_program(hall, show, rows):
    screen = show(hall, rows[0])
    tab = screen.tab
    QTest.keyClicks(tab.side.comment, "Cek da")
    tab.table.stand(rows[1])
    settle(screen)
    assert tab.side.comment.text() == ""
    QTest.keyClicks(tab.side.answer, "pesan singkat")
    assert screen.unfinished() == "Catatan yang belum ditulis (tekan Enter): Satu Data, Aduan Warga."
    tab.table.stand(rows[0])
    settle(screen)
    assert tab.side.comment.text() == "Cek da"
    QTest.keyClicks(tab.side.comment, "ta")
    QTest.keyClick(tab.side.comment, Qt.Key.Key_Return)
    settle(screen)
    assert tab.side.comments.text().endswith("Cek data")
    assert tab.side.comment.text() == ""
    tab.table.stand(rows[1])
    settle(screen)
    assert tab.side.comments.text() == ""
    assert tab.side.answer.text() == "pesan singkat"


def test_what_is_typed_on_while_a_comment_is_written_is_the_next_one_and_enter_writes_none_twice(
    hall, show, rows
):
    screen = show(hall, rows[0])
    comment = screen.tab.side.comment
    QTest.keyClicks(comment, "Cek data")
    for _ in range(2):
        QTest.keyClick(comment, Qt.Key.Key_Return)
    QTest.keyClicks(comment, "Lalu biayanya")
    settle(screen)
    assert comment.text() == "Lalu biayanya"
    told = screen.tab.side.comments.text()
    assert told.count("Cek data") == 1
    assert "Lalu" not in told


def test_a_comment_that_could_not_be_written_stands_there_still(hall, show, rows, monkeypatch):
    def full(*_what):
        raise DiskFault("disk-full")

    screen = show(hall, rows[0])
    monkeypatch.setattr(screen.tab._services.comment, "write", full)
    QTest.keyClicks(screen.tab.side.comment, "Cek data")
    QTest.keyClick(screen.tab.side.comment, Qt.Key.Key_Return)
    settle(screen)
    assert screen.tab.side.comment.text() == "Cek data"
    assert "Catatan yang belum ditulis" in screen.unfinished()


def test_a_name_that_is_emptied_letter_by_letter_stays_what_it_was(hall, show, rows):
    screen = show(hall, rows[0])
    text = stand_in(screen.tab, "name")
    text.moveCursor(text.textCursor().MoveOperation.End)
    for _ in "Satu Data":
        QTest.keyClick(text, Qt.Key.Key_Backspace)
        settle(screen)
    assert text.toPlainText() == ""
    assert item(hall, rows[0]).name == "Satu Data"
    screen.tab.table.setFocus()
    assert text.toPlainText() == "Satu Data"


def test_escape_leads_back_to_the_list_and_undo_reaches_what_was_left(hall, show, rows):
    screen = show(hall, rows[0])
    tab = screen.tab
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    text = field(tab, "name")
    assert text.hasFocus()
    QTest.keyClicks(text, " Kota")
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert tab.table.hasFocus()
    settle(screen)
    assert item(hall, rows[0]).name == "Satu Data Kota"
    changes = hall.ask(hall.desk.undo)
    assert changes.label == 'nama program "Satu Data"'


def test_enter_goes_to_the_card_of_the_program_that_was_just_gone_to(hall, show, rows):
    screen = show(hall, rows[0])
    tab = screen.tab
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert not field(tab, "name").hasFocus(), "the card shows the program before"
    settle(screen)
    text = field(tab, "name")
    assert text.hasFocus()
    QTest.keyClicks(text, " Daring")
    settle(screen)
    assert [item(hall, row).name for row in rows] == ["Satu Data", "Aduan Warga Daring", "Bank Sampah"]
