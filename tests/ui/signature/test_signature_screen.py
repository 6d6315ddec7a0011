"""Screen Komitmen: the list made in one act, ticked off by one key, printed for all and for the late ones."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import DiskFault
from tests.ui.masterplan import settle
from ui.screens.signature.screen import SignatureScreen


@pytest.fixture
def screen(come_up, context, hall):
    made = SignatureScreen(hall.desk, context)
    made.printed = []
    made.print_asked.connect(lambda kind, row: made.printed.append((kind, row)))
    come_up(made)
    settle(made)
    return made


def states(screen):
    """Return name or office and state of every line."""
    return [(line.cells[4], line.cells[2]) for line in screen.table.lines.lines]


def begun(screen):
    screen.empty.buttons[0].click()
    settle(screen)
    return screen


def test_the_empty_screen_offers_to_draw_up_the_list(screen):
    assert screen.pages.currentWidget() is screen.empty
    begun(screen)
    assert states(screen)[0] == ("Bupati Konawe Selatan", "Belum")
    assert len(states(screen)) == 6
    assert screen.counted.text() == "0 dari 6 sudah menandatangani."
    assert screen.heard == ["Daftar disusun. Ctrl+Z mengembalikan."]


def test_keys_say_who_has_signed_and_who_later(screen, hall):
    begun(screen)
    screen.table.setFocus()
    QTest.keyClicks(screen.table, "1")
    settle(screen)
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    QTest.keyClicks(screen.table, "2")
    settle(screen)
    assert [state for _, state in states(screen)][:3] == ["Sudah", "Susulan", "Belum"]
    assert screen.counted.text() == "2 dari 6 sudah menandatangani, 1 di antaranya susulan."
    assert screen.on.value == "2023-07-31"
    QTest.keyClicks(screen.table, "0")
    settle(screen)
    assert hall.ask(hall.desk.signature.board).rows[1].on == ""


def test_those_still_to_sign_can_be_shown_alone_and_printed(screen):
    begun(screen)
    screen.states.buttons[0].click()
    settle(screen)
    screen.waiting.click()
    assert len(states(screen)) == 5
    assert screen.table.lines.lines[0].cells[0] == "1"
    screen.print.click()
    screen.late.click()
    screen.checked.click()
    assert screen.printed == [("komitmen-bersama", choice) for choice in ("", "belum", "daftar")]


def test_a_person_is_added_named_and_removed(screen, hall):
    begun(screen)
    screen.add.click()
    settle(screen)
    field = screen.form.fields["name"]
    assert field.hasFocus()
    QTest.keyClicks(field, "Hj. Sitti")
    screen.form.edited.emit("heading", "ahli")
    settle(screen)
    row = next(item for item in hall.ask(hall.desk.signature.board).rows if item.name == "Hj. Sitti")
    assert row.part == "ahli"
    screen.table.choose(row.id)
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    settle(screen)
    assert len(states(screen)) == 6


def test_an_agency_that_comes_later_is_told_and_added(screen, hall, bus):
    begun(screen)
    bus.publish(hall.ask(partial(hall.desk.opd.add, [OpdRow("Dinas Perikanan")])))
    settle(screen)
    assert screen.missing.text().startswith("1 pimpinan OPD")
    screen.fill.click()
    settle(screen)
    assert states(screen)[-1][0] == "Diskan", "one head of agency is told from the other by the agency"
    assert screen.missing.isHidden()


def test_what_is_typed_stays_with_its_person_though_it_cannot_be_written(screen, hall, bus, monkeypatch):
    begun(screen)
    stuck, written = True, hall.desk.signature.write

    def refuse(*given):
        if stuck:
            raise DiskFault("disk-full")
        return written(*given)

    monkeypatch.setattr(hall.desk.signature, "write", refuse)
    first, second = (line.key for line in screen.table.lines.lines[:2])
    field = screen.form.fields["name"]
    field.setFocus()
    QTest.keyClicks(field, "Dr. H. Ahm")
    screen.context.autosave.flush_all()
    assert screen.context.lane.drain(20)
    screen.table.choose(second)
    own = field.toPlainText()
    assert own != "Dr. H. Ahm"
    bus.publish(hall.ask(partial(hall.desk.signature.mark, first, "sudah")))
    settle(screen)
    screen.table.choose(first)
    assert field.toPlainText() == "Dr. H. Ahm"
    stuck = False
    settle(screen)
    stored = hall.ask(hall.desk.signature.board)
    assert (stored.row(first).name, stored.row(second).name) == ("Dr. H. Ahm", own)


def test_a_day_that_cannot_be_read_stays_with_its_person_and_is_told(screen, hall):
    begun(screen)
    first, second = (line.key for line in screen.table.lines.lines[:2])
    for row in (first, second):
        hall.ask(partial(hall.desk.signature.mark, row, "sudah"))
    screen.arrive()
    settle(screen)
    screen.table.choose(first)
    screen.on.setFocus()
    screen.on.selectAll()
    QTest.keyClicks(screen.on, "minggu depan")
    screen.table.choose(second)
    assert screen.on.value == "2023-07-31"
    assert "minggu depan" in screen.unfinished()
    screen.table.choose(first)
    assert screen.on.text() == "minggu depan"
    screen.on.setFocus()
    screen.on.selectAll()
    QTest.keyClicks(screen.on, "12 Agt")
    settle(screen)
    screen.table.setFocus()
    assert screen.unfinished() == ""
    assert hall.ask(hall.desk.signature.board).row(first).on == "2023-08-12"


def test_in_the_list_of_those_still_to_sign_the_next_one_follows(screen):
    begun(screen)
    screen.waiting.click()
    screen.table.setFocus()
    keys = [line.key for line in screen.table.lines.lines]
    screen.table.choose(keys[2])
    QTest.keyClicks(screen.table, "1")
    settle(screen)
    assert screen.table.key == keys[3]
