"""The form of the chosen block: every field is written, times once they are whole, and undo brings back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.agenda.hand import choose, chosen, lines, press, settle, stored, titles, undo, write

OPENING = "Pembukaan"


def block(hall, row):
    return hall.ask(partial(hall.desk.session.get, row))


def test_words_are_written_as_they_are_typed_and_stand_on_the_board(screen, hall):
    row = choose(screen, OPENING)
    form = screen.form
    write(form.title, "Pembukaan resmi")
    write(form.speaker, "Wakil Bupati")
    write(form.place, "Pendopo")
    write(form.public, "Selamat datang")
    write(form.private, "Cek pelantang")
    settle(screen)
    found = block(hall, row)
    assert (found.title, found.speaker, found.place) == ("Pembukaan resmi", "Wakil Bupati", "Pendopo")
    assert (found.public, found.private) == ("Selamat datang", "Cek pelantang")
    assert titles(screen)[1] == "Pembukaan resmi"


def test_what_is_being_typed_stays_while_another_change_is_shown(screen, hall):
    row = choose(screen, OPENING)
    form = screen.form
    write(form.title, "Pembukaan dan d")
    screen.context.bus.publish(hall.ask(partial(hall.desk.agenda.change, row, "speaker", "Sekda")))
    screen.context.bus.deliver()
    QTest.keyClicks(form.title, "oa")
    settle(screen)
    assert block(hall, row).title == "Pembukaan dan doa"
    assert form.speaker.text() == "Sekda"


def test_a_length_counts_once_it_is_whole(screen, hall, planned):
    choose(screen, OPENING)
    box = screen.form.minutes
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "90")
    assert screen.plan.find(screen.board.row).minutes == 45
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(screen)
    assert stored(hall, planned)[1] == (OPENING, "08:30", "10:00")
    assert stored(hall, planned)[2][1] == "10:00"
    undo(screen, hall)
    assert box.value() == 45


def test_a_length_that_was_not_left_is_not_lost_with_the_next_block(screen, hall, planned):
    choose(screen, OPENING)
    box = screen.form.minutes
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "60")
    press(screen, Qt.Key.Key_Down)
    assert stored(hall, planned)[1] == (OPENING, "08:30", "09:30")


def test_a_start_pins_a_block_and_the_tick_lets_it_go(screen, hall):
    row = choose(screen, "Ulasan Buku 1")
    start = screen.form.start
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "10")
    QTest.keyClick(start, Qt.Key.Key_Return)
    settle(screen)
    assert (block(hall, row).fixed, block(hall, row).start_plan) == (True, "10:00")
    assert screen.form.fixed.isChecked()
    screen.form.fixed.click()
    settle(screen)
    assert (block(hall, row).fixed, block(hall, row).start_plan) == (False, "09:15")


def test_the_start_of_the_first_block_moves_the_whole_day_but_its_fixed_points(screen, hall, planned):
    choose(screen, "Registrasi, daftar")
    assert "menggeser seluruh hari" in screen.form.told.text()
    start = screen.form.start
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "0800")
    QTest.keyClick(start, Qt.Key.Key_Return)
    settle(screen)
    assert [begin for _, begin, _ in stored(hall, planned)][:2] == ["08:00", "09:00"]
    assert ("ISHOMA", "12:00", "13:00") in stored(hall, planned)
    assert not screen.plan.days[0].blocks[0].block.fixed


def test_a_start_that_is_no_time_changes_nothing(screen, hall, planned):
    before = stored(hall, planned)
    choose(screen, OPENING)
    start = screen.form.start
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "pagi")
    QTest.keyClick(start, Qt.Key.Key_Return)
    settle(screen)
    assert start.is_wrong
    assert stored(hall, planned) == before


def test_the_opening_tells_what_its_slip_would_run_over(screen):
    choose(screen, OPENING)
    assert screen.form.slack.value() == 60
    assert "Bila mulai 09.30" in screen.form.told.text()
    assert "ISHOMA tetap 12.00–13.00" in screen.form.told.text()
    assert "melewati ISHOMA 1 jam" in screen.form.told.text()


def test_kind_worksheet_and_times_of_a_presentation_are_chosen(screen, hall):
    row = choose(screen, "Presentasi enam kelompok")
    form = screen.form
    assert form.speak.isVisibleTo(form)
    assert (form.speak.value(), form.reply.value()) == (9, 3)
    form.speak.setValue(7)
    form.worksheet.setCurrentIndex(form.worksheet.findText("L5 Analisis Renstra"))
    form.worksheet.activated.emit(form.worksheet.currentIndex())
    settle(screen)
    sheet = hall.ask(partial(hall.desk.worksheet.find, "L5")).id
    assert (block(hall, row).speak_minutes, block(hall, row).worksheet) == (7, sheet)
    form.kind.setCurrentIndex(form.kind.findData("materi"))
    form.kind.activated.emit(form.kind.currentIndex())
    settle(screen)
    assert block(hall, row).kind == "materi"
    assert not form.speak.isVisibleTo(form)
    assert form.worksheet.isVisibleTo(form)


def test_every_field_is_reached_by_tab(screen):
    choose(screen, "Presentasi enam kelompok")
    screen.form.go_to_title()
    seen = []
    for _ in range(20):
        seen.append(screen.window().focusWidget().objectName())
        QTest.keyClick(screen.window().focusWidget(), Qt.Key.Key_Tab)
    wanted = [
        "agenda-title",
        "agenda-kind",
        "agenda-start",
        "agenda-fixed",
        "agenda-minutes",
        "agenda-speaker",
    ]
    wanted += ["agenda-place", "agenda-worksheet", "agenda-grouping", "agenda-speak", "agenda-reply"]
    wanted += ["agenda-public", "agenda-private", "agenda-insert", "agenda-duplicate", "agenda-remove"]
    assert seen[: len(wanted)] == wanted


def test_the_board_follows_the_buttons_of_the_form(screen):
    choose(screen, OPENING)
    form = screen.form
    before = len(lines(screen))
    for name in ("agenda-duplicate", "agenda-insert"):
        form.findChild(type(form.remove), name).click()
        settle(screen)
    assert len(lines(screen)) == before + 2
    form.remove.click()
    settle(screen)
    assert len(lines(screen)) == before + 1


def test_a_length_that_is_half_typed_stays_while_another_change_is_shown(screen, hall, planned):
    row = choose(screen, OPENING)
    box = screen.form.minutes
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "9")
    screen.context.bus.publish(hall.ask(partial(hall.desk.agenda.change, row, "speaker", "Sekda")))
    screen.context.bus.deliver()
    assert screen.context.lane.drain(20)
    QTest.keyClicks(box, "0")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(screen)
    assert stored(hall, planned)[1] == (OPENING, "08:30", "10:00")


def test_what_is_half_typed_of_one_block_is_not_shown_in_another(screen):
    choose(screen, OPENING)
    box = screen.form.slack
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "7")
    screen.form.show_block(screen.plan, screen.plan.days[1].blocks[0].block.id, frozenset())
    assert not box.is_begun


def test_a_block_that_goes_away_is_told_and_no_other_takes_what_is_typed(screen, hall, planned):
    told = []
    screen.told.connect(told.append)
    before = stored(hall, planned)
    press(screen, Qt.Key.Key_Insert)
    write(screen.form.speaker, "Prof")
    settle(screen)
    for _ in range(2):
        undo(screen, hall)
    assert told == ["Sesi “Sesi baru” sudah tidak ada di susunan ini."]
    assert screen.form.none.isVisible()
    assert screen.form.none.title.text() == told[0]
    assert screen.board.row == ""
    assert screen.board.hasFocus()
    QTest.keyClicks(screen.window().focusWidget(), "abc")
    settle(screen)
    assert stored(hall, planned) == before
    screen.context.bus.publish(hall.ask(hall.desk.redo))
    settle(screen)
    assert chosen(screen) == "Sesi baru"
    assert screen.form.title.isVisible()
    undo(screen, hall)
    press(screen, Qt.Key.Key_Down)
    assert chosen(screen) == titles(screen)[0]
    assert screen.form.title.isVisible()
