"""Marking by number: the field keeps the keyboard, nothing is lost, nothing is marked twice."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.services.session import NewSession
from tests.ui.door.hand import count, enter, focus, lines, press, settle, write
from tests.ui.frame import turn
from tests.ui.planning import on_data


def test_the_field_has_the_keyboard_when_the_page_comes_to_the_front(door):
    assert focus() == "door-number"
    assert count(door) == "0 dari 45 hadir"


def test_digits_and_enter_mark_and_the_field_is_ready_for_the_next(door):
    enter(door, "1", "02", "40")
    assert (focus(), door.number.field.text()) == ("door-number", "")
    assert count(door) == "3 dari 45 hadir"
    assert [words.partition(",")[0] for words in lines(door.number.last)] == ["40", "2", "1"]
    assert door.number.answer.text().startswith("40 · Peserta 40 · Dinkes · hadir")


def test_numbers_typed_faster_than_the_disk_are_all_taken_in_their_order(door):
    for text in ("3", "4", "5", "6", "7", "8"):
        enter_without_waiting(text)
    settle(door)
    assert count(door) == "6 dari 45 hadir"
    assert [words.partition(",")[0] for words in lines(door.number.last)] == ["8", "7", "6", "5", "4", "3"]


def enter_without_waiting(text):
    write(text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_an_unknown_number_stays_to_be_tried_again(door):
    enter(door, "99")
    assert door.number.answer.text().startswith("Tidak ada peserta bernomor 99.")
    assert door.number.kept_entries == ("99",)
    assert (door.number.field.text(), door.number.field.selectedText()) == ("99", "99")
    enter(door, "12")
    assert count(door) == "1 dari 45 hadir"
    assert door.number.kept_entries == ("99",)
    assert door.number.kept.text() == "Belum dikenal: 99"


def test_what_was_unknown_is_tried_again_once_it_is_known(door, desk):
    enter(door, "99")
    lane = door.context.lane
    row = on_data(lane, desk.people.people)[0].id
    on_data(lane, lambda: desk.people.update(row, "number", 99))
    door.number.again.click()
    settle(door)
    assert door.number.kept_entries == ()
    assert count(door) == "1 dari 45 hadir"


def test_what_was_unknown_can_be_dropped(door):
    enter(door, "99")
    door.number.drop.click()
    assert (door.number.kept_entries, door.number.field.text(), focus()) == ((), "", "door-number")
    assert not door.number.again.isVisible()


def test_somebody_who_is_there_is_not_marked_twice(door):
    enter(door, "1", "1")
    assert "Tidak dicatat dua kali" in door.number.answer.text()
    assert count(door) == "1 dari 45 hadir"


def test_ctrl_z_in_the_empty_field_is_left_to_the_window(door, desk):
    asked = []

    class Ear(QObject):
        def eventFilter(self, _watched, event):  # noqa: N802 - Qt's own name
            if event.type() == QEvent.Type.ShortcutOverride:
                asked.append(event.isAccepted())
            return False

    ear = Ear()
    enter(door, "1")
    window = door.window()
    window.installEventFilter(ear)
    press(door, "Ctrl+Z")
    assert asked, "the empty field lets the window have the key"
    window.removeEventFilter(ear)
    changes = on_data(door.context.lane, desk.undo)
    door.context.bus.publish(changes)
    settle(door)
    assert count(door) == "0 dari 45 hadir"
    assert lines(door.number.last) == []
    write("12")
    press(door, "Ctrl+Z")
    assert door.number.field.text() != "12"


def test_two_with_one_number_are_asked_for_by_arrows_and_enter(door, desk):
    lane = door.context.lane
    third = on_data(lane, desk.people.people)[2].id
    on_data(lane, lambda: desk.people.update(third, "number", 2))
    enter(door, "2")
    assert "Ada 2 peserta bernomor 2" in door.number.answer.text()
    assert [words.split(", ")[1] for words in lines(door.number.choices)] == [
        "Hj. Sitti Rahmawati",
        "La Ode Rusli",
    ]
    press(door, "Down", "Return")
    assert focus() == "door-number"
    assert not door.number.choices.isVisible()
    assert "La Ode Rusli" in lines(door.number.last)[0]


def test_another_number_leaves_the_question(door, desk):
    lane = door.context.lane
    third = on_data(lane, desk.people.people)[2].id
    on_data(lane, lambda: desk.people.update(third, "number", 2))
    enter(door, "2", "7")
    assert not door.number.choices.isVisible()
    assert count(door) == "1 dari 45 hadir"


def test_a_name_finds_its_participant(door):
    enter(door, "rusli")
    assert "La Ode Rusli" in door.number.answer.text()
    enter(door, "andi")
    assert "Ada 2 peserta bernama" in door.number.answer.text()
    press(door, "Esc")
    assert not door.number.choices.isVisible()


def test_a_deputy_is_marked_by_keys_alone(door):
    enter(door, "3d")
    assert focus() == "door-deputy-name"
    enter(door, "Budi Santoso")
    assert focus() == "door-deputy-office"
    enter(door, "Kabid")
    assert focus() == "door-number"
    assert count(door) == "1 dari 45 hadir · 1 diwakili"
    assert "diwakili oleh Budi Santoso, Kabid" in lines(door.number.last)[0]


def test_a_deputy_may_be_given_up(door):
    enter(door, "3d")
    press(door, "Esc")
    assert focus() == "door-number"
    assert not door.deputy.isVisible()
    enter(door, "3d")
    press(door, "Return")
    assert focus() == "door-deputy-name"
    assert count(door) == "0 dari 45 hadir"


def test_a_number_that_came_too_soon_is_no_name_of_a_deputy(door):
    enter(door, "3d")
    enter(door, "4")
    assert focus() == "door-deputy-name"
    assert door.deputy.wrong.text().startswith("4 itu nomor.")
    enter(door, "Budi Santoso")
    enter(door, "5")
    assert focus() == "door-deputy-office"
    assert door.deputy.wrong.text().startswith("5 itu nomor.")
    assert count(door) == "0 dari 45 hadir"
    enter(door, "Kabid")
    assert "diwakili oleh Budi Santoso, Kabid" in lines(door.number.last)[0]
    enter(door, "3d")
    assert not door.deputy.wrong.isVisible()


def test_d_and_delete_in_the_last_marks(door):
    enter(door, "1", "2")
    press(door, "Down", "D")
    assert focus() == "door-deputy-name"
    assert door.deputy.whose.text().startswith("2 · Hj. Sitti")
    press(door, "Esc", "Down", "Delete")
    assert count(door) == "1 dari 45 hadir"
    press(door, "Esc")
    assert focus() == "door-number"


def test_a_digit_typed_in_the_list_goes_back_to_the_field(door):
    enter(door, "1", "2")
    press(door, "Down")
    assert focus() == "door-last"
    write("4")
    turn()
    assert (focus(), door.number.field.text()) == ("door-number", "4")


def test_who_is_missing_stands_by_agency_and_is_marked_from_there(door):
    enter(door, "1")
    assert door.missing.title.text() == "Belum hadir: 44 orang"
    assert lines(door.missing.list)[0].startswith("Dinkes, Peserta 6; Peserta 7")
    press(door, "F6", "Down", "Return")
    assert door.number.list_title.text() == "Belum hadir · Diskominfo"
    assert focus() == "door-last"
    press(door, "Return")
    assert count(door) == "2 dari 45 hadir"
    assert (focus(), door.number.list_title.text()) == ("door-number", "Terakhir dicatat")


def test_the_count_tells_when_nearly_only_government_is_there(door):
    enter(door, *(str(number) for number in range(1, 11)))
    assert door.count.warning.text().startswith("Baru 0 dari 10 yang hadir")
    assert door.count.warning.isVisible()


def test_a_session_has_marks_of_its_own(door, desk):
    lane = door.context.lane
    stage = on_data(lane, desk.workshop.stages)[0].id
    row, changes = on_data(lane, lambda: desk.session.start(NewSession(stage, "Kerja kelompok")))
    door.context.bus.publish(changes)
    door.changed(changes)
    settle(door)
    assert door.place.session.itemText(1).endswith("Kerja kelompok (berjalan)")
    door.place.session.setCurrentIndex(1)
    door.place.session.activated.emit(1)
    settle(door)
    enter(door, "5")
    assert count(door) == "1 dari 45 hadir"
    today = door._here.day
    found = on_data(lane, lambda: desk.attendance.door(Place(today, row)))
    assert found.recap.whole.there == 1


def test_another_day_counts_for_itself(door):
    enter(door, "5")
    assert door.place.day.itemText(0).startswith("Hari ini · ")
    door.place.day.addItem("besok", "2030-01-01")
    door.place.day.setCurrentIndex(door.place.day.count() - 1)
    door.place.day.activated.emit(door.place.day.count() - 1)
    settle(door)
    assert count(door) == "0 dari 45 hadir"
    assert lines(door.number.last) == []


def test_commands_bring_the_page_to_the_front(screen):
    commands = {item.words: item.run for item in screen.commands()}
    commands["Siapa belum hadir"]()
    settle(screen)
    assert screen.tabs.currentIndex() == 1
    assert focus() == "door-missing"
    commands["Catat kehadiran dengan nomor"]()
    settle(screen)
    assert focus() == "door-number"


def test_ctrl_h_turns_between_list_and_door(screen, qtbot):
    press(screen, "Ctrl+H")
    qtbot.waitUntil(lambda: screen.tabs.currentIndex() == 1)
    press(screen, "Ctrl+H")
    qtbot.waitUntil(lambda: screen.tabs.currentIndex() == 0)


def test_nothing_personal_stands_at_the_door(door, desk):
    lane = door.context.lane
    settings = PersonalSettings(keep_nip=True, keep_phone=True, list_nip=True, purpose="Sertifikat")
    on_data(lane, lambda: desk.people.set_personal(settings))
    row = on_data(lane, desk.people.people)[0].id
    on_data(lane, lambda: desk.people.update(row, "nip", "197805122002122004"))
    on_data(lane, lambda: desk.people.update(row, "phone", "081234567890"))
    enter(door, "1")
    shown = " ".join([*lines(door.number.last), *lines(door.missing.list), door.number.answer.text()])
    assert "Andi Jum'ah" in shown
    assert "1978" not in shown
    assert "0812" not in shown


def test_the_keys_are_those_that_the_page_tells(door):
    for key in ("F7", "Ctrl+L", "F6"):
        assert key in door.number.keys.text()
        assert not QKeySequence(key).isEmpty()
