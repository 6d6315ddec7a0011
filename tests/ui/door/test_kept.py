"""What is typed at the door is neither lost nor taken for another day, and nobody counts twice by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.errors import DiskFault
from tests.ui.door.hand import count, enter, focus, press, settle, write
from tests.ui.planning import on_data


@pytest.fixture
def full(desk, monkeypatch):
    """Let the disk take nothing of what this call writes."""

    def stop(name):
        def refuse(*_ignored, **_also):
            raise DiskFault("disk-full")

        monkeypatch.setattr(desk.attendance, name, refuse)

    return stop


def at_once(text):
    """Type and press Enter faster than any answer comes."""
    write(text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_guest_entered_at_once_is_still_looked_for_in_the_list(door, desk):
    press(door, "F7")
    at_once("La Ode Rusli; Diskominfo")
    at_once("Zulkifli; Dinkes")
    settle(door)
    people = on_data(door.context.lane, desk.people.people)
    assert [item.name for item in people[45:]] == ["Zulkifli"]
    assert count(door) == "2 dari 46 hadir · 1 peserta tambahan"
    assert (door.guest.field.text(), door.guest.untaken) == ("", "")


def test_a_guest_that_could_not_be_stored_stands_in_the_line_again(door, full):
    full("add_guest")
    press(door, "F7")
    enter(door, "Zulkifli; Staf; Dinkes")
    assert door.guest.field.text() == "Zulkifli; Staf; Dinkes"
    assert door.guest.answer.text().startswith("Belum tersimpan: ruang disk penuh.")
    write("2")
    door._guest_lost("Ani; Dinkes", DiskFault("disk-full"))
    assert door.guest.field.text() == "Zulkifli; Staf; Dinkes2"
    assert door.guest.answer.text().startswith("Belum dicatat: Ani; Dinkes. Belum tersimpan:")


def test_a_known_guest_that_could_not_be_marked_stands_in_the_line_again(door, full):
    full("mark")
    press(door, "F7")
    enter(door, "La Ode Rusli")
    assert door.guest.field.text() == "La Ode Rusli"


def test_a_deputy_that_could_not_be_stored_is_asked_for_again(door, full):
    full("send")
    told = []
    door.warned.connect(told.append)
    enter(door, "3d")
    enter(door, "Budi Santoso", "Kabid")
    assert (door.deputy.name.text(), door.deputy.office.text()) == ("Budi Santoso", "Kabid")
    assert focus() == "door-deputy-name"
    assert "wakil “Budi Santoso”" in door.unfinished()
    assert told


def test_a_deputy_is_recorded_for_the_day_on_which_he_was_asked_for(door, desk):
    enter(door, "3d")
    first = door._here.day
    door._choose_place(Place("2030-01-01"))
    settle(door)
    enter(door, "Budi Santoso", "Kabid")
    row = on_data(door.context.lane, desk.people.people)[2].id
    marks = on_data(door.context.lane, lambda: desk.attendance.history(row))
    assert [(item.date, item.deputy) for item in marks] == [(first, "Budi Santoso")]


def test_a_deputy_who_is_there_himself_is_told(door):
    enter(door, "7", "3d")
    enter(door, "PESERTA 7, S.E.", "Staf")
    assert door.number.answer.text().startswith(
        "La Ode Rusli diwakili oleh PESERTA 7, S.E. 7 · Peserta 7 · Dinkes"
    )
    assert door.number.answer.text().endswith("satu orang terhitung dua kali.")
    enter(door, "4d")
    enter(door, "Rahmat", "Staf")
    assert door.number.answer.text() == "Wa Ode Nurhayati diwakili oleh Rahmat."


def test_a_page_with_somebody_who_has_no_number_waits_for_it(door, desk):
    lane = door.context.lane
    row = on_data(lane, desk.people.people)[44].id
    door.changed(on_data(lane, lambda: desk.people.update(row, "number", None)))
    press(door, "Ctrl+L")
    while door.paper.on.isEnabled():
        press(door, "PgDown")
    assert door.paper.answer.text() == "Belum bernomor sendiri: Tono. Tekan Beri nomor, lalu catat lagi."
    press(door, "Return")
    assert count(door) == "0 dari 45 hadir"
    door.give.click()
    settle(door)
    write("45")
    press(door, "Return")
    assert count(door) == f"{len(door.paper.page) - 1} dari 45 hadir"
