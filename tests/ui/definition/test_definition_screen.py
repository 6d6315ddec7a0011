"""Susunan: exercises changed by hand, answers told of before they are touched, new ones, files."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from smartcity_desktop.domain.words import Words
from tests.flows.city import usual_in
from tests.ui.definition.hand import add, answer, choose, settle, show, stand_at, told
from ui import translate
from ui.models.places import sheet_key
from ui.widgets.definition_dialog import FileDialog, NewDialog, TouchDialog
from ui.widgets.definition_page import COLUMNS, ROWS


def first(hall):
    return next(iter(hall.opds.values()))


def names(editor):
    return [item.name for item in editor.list.entries if not item.retired]


def labels(screen):
    grid = screen.page.grid.grid
    return [item.label for item in grid.columns]


def test_a_column_is_added_named_and_moved_by_the_keys_and_the_preview_follows(screen, hall):
    show(screen, hall, "L0")
    screen.page.show_page(COLUMNS)
    add(screen, screen.page.columns, "Biaya setahun")
    assert names(screen.page.columns)[-1] == "Biaya setahun"
    assert labels(screen)[-1] == "Biaya setahun"
    stand_at(screen, screen.page.columns, "Biaya setahun")
    line = screen.page.column.fields["label"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Biaya 2025")
    settle(screen)
    QTest.keyClick(screen.page.columns.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert names(screen.page.columns)[-2] == "Biaya 2025"
    assert labels(screen)[-2] == "Biaya 2025"


def test_hiding_a_column_with_answers_says_first_where_they_stay(screen, hall):
    sheet = answer(hall, "L0", first(hall), name="Antrean", maker="Kominfo")
    show(screen, hall, "L0")
    stand_at(screen, screen.page.columns, "Pembuat atau pengelola")
    screen.page.columns.off.click()
    settle(screen)
    dialog = screen.findChild(TouchDialog)
    assert "berisi 1 isian di 1 lembar; semuanya tetap tersimpan" in dialog.sentence.text()
    dialog.cancel.click()
    settle(screen)
    assert "Pembuat atau pengelola" in names(screen.page.columns)
    screen.page.columns.off.click()
    settle(screen)
    screen.findChildren(TouchDialog)[-1].go.click()
    settle(screen)
    assert "Pembuat atau pengelola" not in labels(screen)
    grid = hall.ask(partial(hall.desk.worksheet.grid, sheet, first(hall)))
    assert "maker" not in grid.rows[0].values


def test_a_choice_is_added_renamed_and_used_no_longer(screen, hall):
    show(screen, hall, "L0")
    screen.page.show_page(COLUMNS)
    add(screen, screen.page.columns, "Warna")
    stand_at(screen, screen.page.columns, "Warna")
    choose(screen, screen.page.column.fields["kind"], "choice")
    add(screen, screen.page.choices, "Merah")
    add(screen, screen.page.choices, "Biru")
    stand_at(screen, screen.page.choices, "Merah")
    line = screen.page.choice.fields["words"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Merah tua")
    settle(screen)
    assert names(screen.page.choices) == ["Merah tua", "Biru"]
    screen.page.choices.off.click()
    settle(screen)
    assert names(screen.page.choices) == ["Biru"]
    shown = next(item for item in screen.page.grid.grid.columns if item.label == "Warna")
    assert [item.label for item in shown.offered] == ["Biru"]


def test_who_filled_before_is_told_and_opened_from_here(screen, hall):
    sheet = answer(hall, "L0", first(hall), name="Antrean")
    show(screen, hall, "L0")
    choose(screen, screen.page.head.fields["filled_by"], "plenary")
    screen.findChild(TouchDialog).go.click()
    settle(screen)
    assert "lembar lama: 1 OPD" in screen.page.told.text()
    gone = []
    screen.go.connect(lambda key, row: gone.append((key, row)))
    screen.page.old.click()
    assert gone == [("worksheet", sheet_key(sheet, first(hall)))]


def test_the_kind_of_a_column_of_the_program_stands_still_and_says_why(screen, hall):
    show(screen, hall, "L0")
    box = screen.page.column.fields["kind"]
    assert not box.isEnabled()
    assert "bawaan program tetap" in box.toolTip()


def test_an_exercise_from_nothing_is_made_and_stands_ready(screen):
    said = told(screen.said)
    screen.new_button.click()
    dialog = screen.findChild(NewDialog)
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.title, "Peta masalah")
    dialog.filler.setCurrentIndex(dialog.filler.findData("plenary"))
    dialog.go.click()
    settle(screen)
    assert said == ["Kertas kerja Peta masalah dibuat."]
    assert screen.picture.definition.worksheet.code == "X1"
    assert labels(screen) == ["Isian"]


def test_what_goes_on_with_the_rows_is_ticked_by_its_name(screen, hall):
    show(screen, hall, "L7")
    button = screen.page.head.fields["feeds"]
    assert "L8 Rencana aksi, L9 Peta jalan" in button.accessibleName()
    offered = {str(item.data()): item for item in button.menu_of_ticks.actions()}
    assert "L7" not in offered, "no exercise goes on with itself"
    offered["L9"].trigger()
    settle(screen)
    assert "L9" not in screen.picture.definition.worksheet.feeds.split(";")
    assert "L9" not in button.accessibleName()
    offered["L12"].trigger()
    settle(screen)
    assert screen.picture.definition.worksheet.feeds.split(";")[-1] == "L12"


def test_items_are_added_and_retired_where_rows_stand(screen, hall):
    show(screen, hall, "L2")
    screen.page.show_page(ROWS)
    editor = screen.page.held["sheet_item"].editor
    before = len(names(editor))
    add(screen, editor, "Ada anggaran tetap")
    assert len(names(editor)) == before + 1
    stand_at(screen, editor, "Ada anggaran tetap")
    editor.off.click()
    settle(screen)
    assert len(names(editor)) == before
    show(screen, hall, "L0")
    assert editor.add.isHidden()
    assert "tidak tetap" in screen.page.held["sheet_item"].why.text()


def test_an_exercise_goes_out_of_use_to_the_end_of_the_list_and_back(screen, hall):
    show(screen, hall, "L0")
    screen.turn_button.click()
    settle(screen)
    assert screen.page.exercises.entries[-1].code == "L0"
    assert screen.page.exercises.entries[-1].retired
    screen.turn_button.click()
    settle(screen)
    assert not any(item.retired for item in screen.page.exercises.entries)


def test_a_file_is_taken_difference_by_difference(screen, hall, tmp_path):
    show(screen, hall, "L0")
    path = tmp_path / "inventaris.kertaskerja"
    saved = told(screen.told)
    screen.files.save_to(path)
    settle(screen)
    assert saved == ["Tersimpan: inventaris.kertaskerja. Bimtek lain mengambilnya di Susunan."]
    hall.ask(partial(hall.desk.definition.set_field, screen.picture.definition.worksheet.id, "minutes", 20))
    screen.files.open(path)
    settle(screen)
    dialog = screen.findChild(FileDialog)
    assert [dialog.list.item(0).text()] == ["Menit: 20 → 45"]
    dialog.go.click()
    settle(screen)
    assert screen.picture.definition.worksheet.minutes == 45


def test_a_damaged_file_is_refused_in_a_sentence(screen, tmp_path):
    path = tmp_path / "rusak.kertaskerja"
    path.write_text("{", encoding="utf-8")
    warned = told(screen.warned)
    screen.files.open(path)
    settle(screen)
    assert warned[0].startswith("rusak.kertaskerja tidak dapat dipakai: isinya rusak atau terpotong.")


@pytest.mark.parametrize(
    "code", ["L0", "L1", "L2", "L2K", "L3", "L3T", "L5", "L6", "L9", "L10N", "L11", "L12"]
)
def test_every_exercise_is_shown_with_its_columns(screen, hall, code):
    show(screen, hall, code)
    assert screen.picture.definition.worksheet.code == code
    assert len(screen.page.columns.list.entries) == len(screen.picture.definition.columns)
    assert labels(screen)


def test_every_column_of_every_exercise_speaks_the_words_of_the_event(screen, hall, qapp):
    hall.ask(partial(hall.desk.workshop.update, "word_opd", "SKPD"))
    hall.ask(partial(hall.desk.workshop.update, "word_dimension", "Pilar"))
    translate.speak(qapp, Words("SKPD", "Pilar"))
    for sheet in hall.ask(hall.desk.definition.exercises):
        screen.open_row(sheet.id)
        settle(screen)
        assert usual_in(screen.page) == {}, sheet.code
        for place in range(screen.page.columns.list.count()):
            screen.page.columns.list.setCurrentRow(place)
            assert usual_in(screen.page.column, screen.page.choice_box) == {}, (sheet.code, place)


def test_a_field_that_is_typed_over_keeps_the_usual_words_of_its_other_lines(screen, hall):
    hall.ask(partial(hall.desk.workshop.update, "word_opd", "SKPD"))
    show(screen, hall, "L1")
    field = screen.page.head.fields["instruction"]
    shown = field.toPlainText()
    assert "SKPD" in shown
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " Selesai.")
    settle(screen)
    assert field.toPlainText() == f"{shown} Selesai."
    hall.ask(partial(hall.desk.workshop.update, "word_opd", "OPD"))
    stored = hall.ask(partial(hall.desk.worksheet.find, "L1")).instruction
    assert stored == f"{shown} Selesai.".replace("SKPD", "OPD")


def test_scale_guide_summary_and_several_values_are_chosen_here(screen, hall):
    show(screen, hall, "L3")
    head, column = screen.page.head, screen.page.column
    assert head.fields["guide_from"].isHidden()
    choose(screen, head.fields["scale"], "kuadran")
    assert "Rating" in " ".join(labels(screen))
    screen.page.show_page(COLUMNS)
    stand_at(screen, screen.page.columns, "Data atau bukti")
    assert column.fields["summary"].isChecked()
    column.fields["ranked"].click()
    settle(screen)
    assert screen.picture.definition.worksheet.summary == "kind,text,-evidence"
    column.fields["summary"].click()
    settle(screen)
    assert screen.picture.definition.worksheet.summary == "kind,text"
    assert column.fields["many"].isHidden()
    column.fields["wanted"].click()
    settle(screen)
    assert screen.page.grid.grid.columns[2].wanted is column.fields["wanted"].isChecked()
    show(screen, hall, "L1")
    head.tick_of("also", "3").click()
    settle(screen)
    assert screen.picture.definition.worksheet.also == (3,)
    assert head.fields["scale"].isHidden()
    assert head.fields["guide_from"].isChecked()
    head.fields["guide_from"].click()
    settle(screen)
    assert screen.picture.definition.worksheet.guide_from == ""


def test_cells_with_several_values_are_told_of_before_a_column_is_to_hold_one(screen, hall):
    show(screen, hall, "L0")
    screen.page.show_page(COLUMNS)
    add(screen, screen.page.columns, "Bersama")
    stand_at(screen, screen.page.columns, "Bersama")
    choose(screen, screen.page.column.fields["kind"], "opd")
    tick = screen.page.column.fields["many"]
    tick.click()
    settle(screen)
    key = screen.page.grid.grid.columns[-1].key
    assert screen.page.grid.grid.columns[-1].many
    answer(hall, "L0", first(hall), name="Antrean", **{key: ";".join(list(hall.opds.values())[:2])})
    tick.click()
    settle(screen)
    dialog = screen.findChild(TouchDialog)
    assert "lebih dari satu pada 1 isian" in dialog.sentence.text()
    dialog.cancel.click()
    settle(screen)
    assert tick.isChecked()


def test_a_copy_says_first_what_will_be_different_in_it(screen, hall):
    show(screen, hall, "L6")
    screen.copy_button.click()
    settle(screen)
    dialog = screen.findChild(NewDialog)
    assert dialog.told.text().startswith("Barisnya sama: program Renstra yang relevan.")
    dialog.go.click()
    settle(screen)
    assert screen.picture.definition.worksheet.rows_from == "relevant"
    kind = screen.page.column.fields["kind"]
    for place in range(screen.page.columns.list.count()):
        screen.page.columns.list.setCurrentRow(place)
        assert kind.currentText()
    show(screen, hall, "L1")
    screen.copy_button.click()
    settle(screen)
    assert screen.findChildren(NewDialog)[-1].told.isHidden()
