"""The signed list page by page, guests in one line, and files that take nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.door.hand import count, enter, focus, lines, press, settle, write
from tests.ui.frame import turn
from tests.ui.planning import on_data
from ui.screens.people.door import open_people


def test_a_page_is_shown_as_it_is_printed_and_taken_in_one_act(door, desk):
    press(door, "Ctrl+L")
    assert focus() == "door-except"
    page = [item.person.number for item in door.paper.page]
    assert page == list(range(1, len(page) + 1))
    assert 15 <= len(page) <= 25
    write("3 5-6")
    turn()
    assert lines(door.paper.list)[2] == "3, La Ode Rusli, Diskominfo, tidak tanda tangan"
    press(door, "Return")
    assert count(door) == f"{len(page) - 3} dari 45 hadir"
    assert door.paper.answer.text().startswith(f"Halaman 1 dicatat: {len(page) - 3} hadir, 3 tidak hadir.")
    assert door.paper.field.text() == ""
    assert "sudah dicatat" in door.paper.title.text()
    assert on_data(door.context.lane, desk.undo_label).startswith("catat daftar bertanda tangan halaman 1")


def test_until_the_pages_are_made_this_is_said_and_what_is_typed_waits(door):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert door.paper.title.text() == "Menyiapkan halaman daftar hadir …"
    write("3")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (door.paper.take.text(), door.paper.answer.text()) == ("Catat halaman ini", "")
    settle(door)
    assert door.paper.title.text().startswith("Halaman 1 dari ")
    assert (door.paper.field.text(), count(door)) == ("3", "0 dari 45 hadir")
    press(door, "Esc", "Ctrl+L")
    assert door.paper.title.text().startswith("Halaman 1 dari "), "what was made stays in sight"


def test_pages_turn_by_keys_and_all_of_them_hold_everybody(door):
    press(door, "Ctrl+L")
    seen = []
    for _ in range(9):
        seen += [item.person.number for item in door.paper.page]
        if not door.paper.on.isEnabled():
            break
        press(door, "PgDown")
    assert seen == list(range(1, 46))
    press(door, "PgUp")
    assert door.paper.on.isEnabled()


def test_what_does_not_fit_the_page_is_told_and_not_taken(door):
    press(door, "Ctrl+L")
    write("3 99 tujuh")
    press(door, "Return")
    assert count(door) == "0 dari 45 hadir"
    assert door.paper.answer.text() == '"tujuh" bukan nomor. Tidak ada di halaman ini: 99.'
    assert door.paper.field.text() == "3 99 tujuh"


def test_whoever_was_seen_at_the_door_stays(door):
    enter(door, "3")
    press(door, "Ctrl+L")
    write("3")
    turn()
    assert "La Ode Rusli sudah tercatat hadir" in door.paper.answer.text()
    press(door, "Return")
    assert count(door) == f"{len(door.paper.page)} dari 45 hadir"


def test_space_ticks_a_line_and_d_asks_for_a_deputy(door):
    press(door, "Ctrl+L")
    press(door, "Down", "Down", "Space")
    assert door.paper.field.text() == "2"
    press(door, "Space")
    assert door.paper.field.text() == ""
    press(door, "D")
    assert focus() == "door-deputy-name"
    enter(door, "Budi")
    enter(door, "")
    assert lines(door.paper.list)[1].endswith("diwakili oleh Budi")
    assert focus() == "door-except"


def test_esc_leads_back_to_the_numbers(door):
    press(door, "Ctrl+L", "Esc")
    assert focus() == "door-number"
    assert door.way.buttons[0].isChecked()


def test_a_guest_is_added_in_one_line(door, qtbot):
    press(door, "F7")
    assert focus() == "door-guest"
    assert door.guest.field.accessibleName() == "Peserta tambahan: nama; jabatan; OPD atau instansi"
    write("Budi Santoso, S.T.; Kabid; Kominfo")
    qtbot.waitUntil(lambda: "Nomor 46" in door.guest.becomes.text())
    assert door.guest.becomes.text() == (
        "Nomor 46 · Budi Santoso, S.T. · Kabid · Dinas Komunikasi dan Informatika · Pemerintah"
    )
    press(door, "Return")
    assert count(door) == "1 dari 46 hadir · 1 peserta tambahan"
    assert "Tulis nomor 46 di tanda pengenalnya." in door.guest.answer.text()
    assert lines(door.guest.list)[0].startswith("46, Budi Santoso, S.T.")
    assert (focus(), door.guest.field.text()) == ("door-guest", "")


def test_a_guest_is_added_at_once_without_waiting_for_the_proposal(door):
    press(door, "Insert")
    enter(door, "Ani; Dosen; Univ. X")
    assert count(door) == "1 dari 46 hadir · 1 peserta tambahan"


def test_f2_takes_the_institution_as_it_is_written(door, desk, qtbot):
    press(door, "F7")
    write("Ani; Kominfo")
    qtbot.waitUntil(lambda: "Dinas Komunikasi" in door.guest.becomes.text())
    press(door, "F2")
    qtbot.waitUntil(lambda: "· Kominfo ·" in door.guest.becomes.text())
    press(door, "Return")
    added = on_data(door.context.lane, desk.people.people)[-1]
    assert (added.name, added.opd, added.institution) == ("Ani", "", "Kominfo")


def test_a_guest_who_stands_in_the_list_is_marked_there(door, desk, qtbot):
    press(door, "F7")
    write("La Ode Rusli; Diskominfo")
    qtbot.waitUntil(lambda: "Sudah ada di daftar: 3 · La Ode Rusli" in door.guest.doubt.text())
    press(door, "Return")
    assert count(door) == "1 dari 45 hadir"
    write("La Ode Rusli; Dinkes")
    qtbot.waitUntil(door.guest.doubt.isVisible)
    press(door, "Ctrl+Return")
    assert len(on_data(door.context.lane, desk.people.people)) == 46


def test_a_name_that_nobody_has_goes_along_to_the_guests(door):
    enter(door, "Zulkifli")
    assert "F7" in door.number.answer.text()
    press(door, "F7")
    assert door.guest.field.text() == "Zulkifli"


def test_an_empty_list_says_where_it_is_filled(door, desk):
    lane = door.context.lane
    people = [item.id for item in on_data(lane, desk.people.people)]
    changes = on_data(lane, lambda: desk.people.remove(*people))
    door.changed(changes)
    settle(door)
    assert door.pages.currentWidget() is door.empty
    door.empty.buttons[0].click()
    settle(door)
    assert door._owner.tabs.currentIndex() == 0


def test_those_without_a_number_are_given_one(door, desk):
    lane = door.context.lane
    row = on_data(lane, desk.people.people)[4].id
    door.changed(on_data(lane, lambda: desk.people.update(row, "number", None)))
    settle(door)
    assert door.unnumbered.text() == "1 peserta belum bernomor sendiri"
    door.give.click()
    settle(door)
    assert not door.unnumbered.isVisible()


class Looking:
    """The same services on a file that takes no change."""

    def __init__(self, desk):
        self._desk = desk
        self.is_read_only = True

    def __getattr__(self, name):
        return getattr(self._desk, name)


def test_a_file_that_takes_nothing_says_so_and_refuses_entries(desk, context, qtbot, dressed):
    assert dressed
    screen = open_people(Looking(desk), context)
    qtbot.addWidget(screen)
    screen.resize(1190, 660)
    screen.show()
    screen.arrive()
    screen.show_page(1)
    settle(screen)
    door = screen.extra[0]
    assert door.only_read.isVisible()
    for part in (door.number.field, door.paper.field, door.paper.take, door.guest.field, door.guest.add):
        assert not part.isEnabled()
    door._ask_deputy(door._door.people[0])
    assert not door.deputy.isVisible()


def test_the_recap_is_asked_for_from_the_page(door, screen):
    asked = []
    screen.print_asked.connect(lambda kind, row: asked.append((kind, row)))
    door.missing.report.click()
    assert asked == [("rekap-kehadiran", "")]


def test_large_type_and_long_names_cut_nothing(door, desk):
    lane = door.context.lane
    row = on_data(lane, desk.people.people)[0].id
    name = "Prof. Dr.-Ing. H. " + "Muhammad Ilham Saputra Wijaya " * 6
    on_data(lane, lambda: desk.people.update(row, "name", name))
    enter(door, "1")
    assert door.number.answer.sizeHint().width() <= door.number.width() or door.number.answer.wordWrap()
    assert door.number.last.horizontalScrollBar().maximum() == 0


def test_what_is_typed_for_a_page_waits_there_while_others_are_looked_at(door):
    press(door, "Ctrl+L")
    write("3")
    press(door, "PgDown")
    assert door.paper.field.text() == ""
    press(door, "PgUp")
    assert door.paper.field.text() == "3"
    press(door, "Return")
    assert count(door) == f"{len(door.paper.page) - 1} dari 45 hadir"


def test_what_is_typed_for_the_next_page_stays_when_the_page_before_is_stored(door):
    press(door, "Ctrl+L")
    first = len(door.paper.page)
    write("3")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    second = str(door.paper.page[0].person.number)
    write(second)
    settle(door)
    assert door.paper.field.text() == second
    assert door.paper.waiting == (2,)
    assert count(door) == f"{first - 1} dari 45 hadir"


def test_what_is_typed_for_one_day_is_not_taken_for_another(door):
    press(door, "Ctrl+L")
    write("3")
    people = [list(door.paper.page)]
    door.paper.show_pages(people, "another day")
    assert door.paper.field.text() == ""
    settle(door)


def test_what_is_typed_at_the_door_and_not_taken_keeps_the_bimtek_open(door, screen):
    assert screen.unfinished() == ""
    enter(door, "999")
    assert screen.unfinished() == "Di Daftar hadir belum dicatat: nomor 999."
    press(door, "Ctrl+L")
    write("3")
    press(door, "F7")
    write("Budi; Kominfo")
    assert screen.unfinished() == (
        "Di Daftar hadir belum dicatat: nomor 999; pengecualian halaman 1; peserta tambahan “Budi; Kominfo”."
    )
    assert screen.holds()
    screen.show_page(0)
    settle(screen)
    screen.start_typing()
    write("Wati")
    assert screen.unfinished().startswith("Peserta “Wati” belum ditambahkan. Di Daftar hadir")
