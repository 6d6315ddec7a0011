"""Pekerjaan rumah: drawn up, changed in place, chased, settled; what changed since the stage before."""

from PySide6.QtCore import Qt

from tests.ui.homework.hand import press, settle, shown, stored
from ui.models.home import SINCE
from ui.models.homework_table import ALL, DUE, LATE_ONLY, LEFT, PROMISED, STATE, TEXT
from ui.models.row_table import INKS_ROLE
from ui.widgets.label import ElidedLabel

CTRL = Qt.KeyboardModifier.ControlModifier


def draw(screen):
    screen.draw.click()
    settle(screen)


def keep(screen, value):
    screen.kept.setCurrentIndex(screen.kept.findData(value))
    screen.kept.activated.emit(screen.kept.currentIndex())


def test_an_empty_page_says_what_belongs_here_and_draws_up(screen, hall):
    assert screen.lists.currentWidget() is screen.empty
    screen.empty.buttons[0].click()
    settle(screen)
    assert screen.lists.currentWidget() is screen.table
    assert shown(screen) == [("Diskominfo", "L3"), ("DLH", "L3")]
    assert screen.counts.text() == "2 belum selesai · 0 selesai"
    assert set(stored(hall)) == {"Diskominfo", "DLH"}


def test_the_keys_below_the_list_are_read_whole_on_a_small_screen(screen):
    draw(screen)
    screen.resize(1172, 684)
    screen.counts.setText("128 belum selesai · 112 selesai · 128 lewat batas")
    screen.layout().activate()
    hint = screen.findChild(ElidedLabel, "homework-hint")
    assert hint.width() >= hint.fontMetrics().horizontalAdvance(hint.text()) > 0


def test_one_who_comes_from_beranda_for_what_changed_sees_that(screen):
    screen.open_row(SINCE)
    assert screen.pages.currentWidget() is screen.since
    assert screen.sides.buttons[1].isChecked()


def test_words_day_state_and_promise_are_typed_into_the_cells(screen, hall):
    draw(screen)
    model = screen.model
    assert model.setData(model.index(0, TEXT), "Lengkapi bukti S1")
    assert model.setData(model.index(0, DUE), "20/7")
    assert model.setData(model.index(0, PROMISED), "Jumat selesai")
    assert not model.setData(model.index(0, DUE), "besok lusa")
    assert not model.setData(model.index(0, TEXT), "  ")
    settle(screen)
    kept = stored(hall)["Diskominfo"]
    assert (kept.text, kept.due, kept.promised) == ("Lengkapi bukti S1", "2023-07-20", "Jumat selesai")
    assert model.index(0, DUE).data() == "20-7-2023"
    assert model.index(0, DUE).data(INKS_ROLE) == ("error", "error-soft"), "its day is over"
    assert screen.counts.text() == "2 belum selesai · 1 lewat batas · 0 selesai"


def test_space_marks_lines_done_and_open_again(screen, hall):
    draw(screen)
    screen.table.choose(0)
    press(screen.table, Qt.Key.Key_Space)
    settle(screen)
    assert stored(hall)["Diskominfo"].state == "selesai"
    assert shown(screen) == [("DLH", "L3")]
    keep(screen, ALL)
    assert shown(screen) == [("Diskominfo", "L3"), ("DLH", "L3")]
    assert screen.model.index(0, STATE).data() == "Selesai"
    screen.table.choose(0)
    press(screen.table, Qt.Key.Key_Space)
    settle(screen)
    assert stored(hall)["Diskominfo"].state == "belum"


def test_a_line_that_is_gone_to_is_shown_though_it_is_done_and_another_is_looked_for(screen, hall):
    draw(screen)
    screen.table.choose(0)
    press(screen.table, Qt.Key.Key_Space)
    settle(screen)
    screen.look.setText("DLH")
    settle(screen)
    done = stored(hall)["Diskominfo"].id
    screen.open_row(done)
    settle(screen)
    assert screen.model.row(screen.table.currentIndex().row()).id == done


def test_the_day_of_the_stage_moves_its_lines_and_late_ones_can_be_looked_at(screen, hall):
    draw(screen)
    screen.until.setText("20-7-2023")
    screen.until.textEdited.emit("20-7-2023")
    screen.until.editingFinished.emit()
    settle(screen)
    assert {item.due for item in stored(hall).values()} == {"2023-07-20"}
    keep(screen, LATE_ONLY)
    assert len(shown(screen)) == 2
    screen.look.setText("dlh")
    assert shown(screen) == [("DLH", "L3")]


def test_a_line_of_ones_own_needs_an_agency(screen, hall, qtbot):
    screen.line.setText("Kirim SK tim")
    with qtbot.waitSignal(screen.warned):
        press(screen.line, Qt.Key.Key_Return)
    assert hall.ask(hall.desk.homework.rows) == ()
    screen.opd.setCurrentIndex(screen.opd.findData(hall.opds["DLH"]))
    press(screen.line, Qt.Key.Key_Return)
    settle(screen)
    assert stored(hall)["DLH"].text == "Kirim SK tim"
    assert screen.line.text() == ""
    assert shown(screen) == [("DLH", "")]


def test_a_line_of_ones_own_can_be_for_the_team_of_the_region(screen, hall):
    team = hall.ask(hall.desk.homework.team)
    screen.opd.setCurrentIndex(screen.opd.findText(team))
    screen.line.setText("Kirim SK tim")
    press(screen.line, Qt.Key.Key_Return)
    settle(screen)
    assert shown(screen) == [(team, "")]
    assert screen.opd.currentText() == team, "the next line is for the same"
    screen.line.setText("Tunjuk penanggung jawab")
    press(screen.line, Qt.Key.Key_Return)
    settle(screen)
    assert len(shown(screen)) == 2
    assert not stored(hall)[team].opd


def test_ctrl_g_remembers_the_chase_and_ctrl_delete_takes_away(screen, hall):
    draw(screen)
    screen.table.choose(0)
    press(screen.table, Qt.Key.Key_G, modifiers=CTRL)
    settle(screen)
    assert stored(hall)["Diskominfo"].reminded_at.startswith("2023-07-31")
    press(screen.table, Qt.Key.Key_Delete, modifiers=CTRL)
    settle(screen)
    assert set(stored(hall)) == {"DLH"}
    hall.ask(hall.desk.undo)
    assert set(stored(hall)) == {"Diskominfo", "DLH"}


def test_what_is_complete_by_now_is_settled_in_one_go(screen, hall):
    draw(screen)
    assert not screen.complete.isVisible()
    l3 = hall.ask(lambda: hall.desk.worksheet.find("L3").id)
    hall.ask(lambda: hall.desk.worksheet.set_status(l3, hall.opds["DLH"], "diserahkan"))
    screen.arrive()
    settle(screen)
    assert screen.model.index(1, LEFT).data() == "Sudah lengkap"
    assert screen.complete.text() == "Selesaikan 1 yang sudah lengkap"
    screen.complete.click()
    settle(screen)
    assert stored(hall)["DLH"].state == "selesai"


def test_the_next_stage_shows_what_changed_since(screen, hall, clock, qtbot):
    def dated():
        first = hall.desk.workshop.stages()[0]
        hall.desk.workshop.update_stage(first.id, "date_start", "2023-07-30")
        hall.desk.workshop.update_stage(first.id, "date_end", "2023-07-31")

    hall.ask(dated)
    draw(screen)
    clock.forward(days=20)
    hall.ask(lambda: hall.desk.homework.set_state([stored_row(hall)], "selesai"))
    l3 = hall.ask(lambda: hall.desk.worksheet.find("L3").id)
    row = hall.ask(lambda: hall.desk.worksheet.new_rows(1))[0]
    hall.ask(lambda: hall.desk.worksheet.set_cells(l3, hall.opds["DLH"], [(row, "text", "Bank sampah")]))
    screen.show_stage(2)
    settle(screen)
    assert screen.sides.buttons[1].text() == "Sesudah Tahap I"
    screen.sides.buttons[1].click()
    assert screen.since.words.text() == (
        "Sejak hari terakhir Tahap I (31 Juli 2023): 1 dari 2 pekerjaan rumah selesai, "
        "1 lembar bertambah 1 baris."
    )
    cells = [screen.since.table.item(1, place).text() for place in range(5)]
    assert cells == ["DLH", "0 dari 1 selesai", "L3 Analisis SWOT", "1", "2"]
    screen.since.table.setCurrentCell(1, 0)
    with qtbot.waitSignal(screen.go) as asked:
        press(screen.since.table, Qt.Key.Key_Return)
    assert asked.args[0] == "worksheet"


def stored_row(hall):
    return next(item.id for item in hall.desk.homework.rows() if item.opd == "Diskominfo")


def test_prints_are_asked_for_by_their_kinds(screen, qtbot):
    for button, kind in zip(
        screen.prints, ("pekerjaan-rumah", "pengingat-pekerjaan-rumah", "lembar-estafet"), strict=True
    ):
        with qtbot.waitSignal(screen.print_asked) as asked:
            button.click()
        assert asked.args == [kind, ""]


def test_sheets_of_a_dimension_without_an_agency_are_named(screen, hall):
    def write():
        gov = hall.desk.workshop.dimensions()[0].id
        row = hall.desk.worksheet.new_rows(1)[0]
        hall.desk.worksheet.set_cells(hall.issues, gov, [(row, "text", "Antre")])

    hall.ask(write)
    told = []
    screen.warned.connect(told.append)
    draw(screen)
    assert any("lembar tidak punya OPD penanggung jawab" in words and "L1" in words for words in told)
