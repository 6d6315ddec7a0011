"""A sheet of a dimension group on a real workshop file: its rows are added at the table, and none is lost."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.errors import DiskFault
from tests.ui.worksheet.hand import press, settle, stand, words
from ui import theme
from ui.models.places import sheet_key

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def groups(hall):
    """The dimensions of the workshop by their code."""
    return {item.code: item.id for item in hall.ask(hall.desk.workshop.dimensions)}


@pytest.fixture
def sheet(screen, hall, groups, qtbot):
    screen.open_row(sheet_key(hall.issues, groups["GOV"]))
    settle(screen)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.page.view)
    return screen


@pytest.fixture
def texts(hall, groups):
    """The issues of a dimension as they stand in the file."""

    def read(code="GOV"):
        grid = hall.ask(partial(hall.desk.worksheet.grid, hall.issues, groups[code]))
        return [row.values["text"] for row in grid.rows]

    return read


def shown(screen):
    place = screen.grid.place_of("text")
    rows = (row for row in range(screen.grid.rowCount()) if not screen.grid.is_new(row))
    return [screen.grid.data(screen.grid.index(row, place)) for row in rows]


def write(screen, *issues):
    for issue in issues:
        stand(screen, screen.grid.next_row(), "text")
        press(issue, KEY.Key_Return)
    settle(screen)


def said(screen):
    found = []
    screen.said.connect(found.append)
    screen.warned.connect(lambda sentence: found.append(f"! {sentence}"))
    return found


def undo(screen, hall):
    screen.context.autosave.flush_all()
    screen.changed(hall.ask(hall.desk.undo))
    settle(screen)


def test_the_sheet_says_whose_it_is_and_speaks_of_rows(sheet):
    assert words(sheet, "sheetWorksheet") == "Analisis isu daerah"
    assert words(sheet, "sheetDimension") == "GOV"
    assert words(sheet, "sheetWhose") == "Smart Governance"
    assert words(sheet, "sheetNumber").startswith("L1-")
    for name in ("openSubject", "countSupport", "addProgram"):
        assert not sheet.findChild(QPushButton, name).isVisible(), name
    assert not sheet.page.head.fields["represented_by"].isVisible()
    assert words(sheet, "sheetProgress") == ""
    write(sheet, "Antre", "Data ganda")
    assert words(sheet, "sheetProgress") == "2 baris"
    commands = {command.words for command in sheet.commands()}
    assert {"Dimensi berikutnya", "Hapus baris", "Pindahkan baris ke atas"} <= commands
    own = {words for words in commands if not words.startswith(("Buka L", "Pakai L"))}
    assert not any("Renstra" in words or "program" in words for words in own)


def test_the_list_beside_it_shows_the_dimensions_and_how_many_rows_each_has(sheet):
    write(sheet, "Antre", "Data ganda")
    parties = sheet.page.places.parties
    said = [parties.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(parties.count())]
    assert said[0] == "GOV Smart Governance, Sedang diisi, 2 baris"
    assert said[1] == "BRD Smart Branding, Belum diisi"
    assert len(said) == 6


def test_the_questions_of_the_subdimensions_are_asked(sheet):
    lines = [label.text() for label in sheet.page.guide.findChildren(QLabel)]
    assert any(line.startswith("GOV-1") for line in lines)


def test_the_keys_for_the_neighbours_go_through_the_dimensions(sheet):
    told = said(sheet)
    press(KEY.Key_PageDown, held=CTRL)
    settle(sheet)
    assert words(sheet, "sheetWhose") == "Smart Branding"
    for _ in range(5):
        press(KEY.Key_PageDown, held=CTRL)
        settle(sheet)
    assert words(sheet, "sheetWhose") == "Smart Environment"
    assert told == ["! Ini dimensi terakhir."]


def test_what_is_typed_into_an_empty_row_is_in_the_file_within_a_second(sheet, texts, qtbot):
    stand(sheet, 0, "text")
    press("Warga antre <b")
    with qtbot.waitSignal(sheet.context.autosave.saved, timeout=1500):
        pass
    assert sheet.page.view.is_editing
    assert texts() == ["Warga antre <b"]


def test_a_reload_while_the_first_words_of_a_row_are_not_written_loses_nothing(sheet, texts):
    sheet.context.lane.hold(release := Event())
    stand(sheet, 0, "text")
    press("Ant")
    sheet.changed(Changes(frozenset({"issue"})))
    press("rean")
    sheet.changed(Changes(frozenset({"issue"})))
    release.set()
    settle(sheet)
    assert sheet.page.view.is_editing
    press(" panjang", KEY.Key_Return)
    settle(sheet)
    assert texts() == ["Antrean panjang"] == shown(sheet)


def test_a_reading_that_began_before_the_first_key_does_not_take_the_row_away(sheet, texts):
    sheet.context.lane.hold(release := Event())
    sheet.reload()
    stand(sheet, 0, "text")
    press("Pertama", KEY.Key_Return, "Kedua", KEY.Key_Return)
    release.set()
    assert sheet.context.lane.drain(20)
    assert shown(sheet) == ["Pertama", "Kedua"]
    settle(sheet)
    assert texts() == ["Pertama", "Kedua"] == shown(sheet)


def test_a_full_disk_keeps_a_begun_row_on_the_screen_until_it_is_written(sheet, hall, texts, monkeypatch):
    def full(*_args, **_kwargs):
        raise DiskFault("disk-full")

    monkeypatch.setattr(hall.desk.worksheet._store.workspace.journal, "write", full)
    stand(sheet, 0, "text")
    press("jangan hilang", KEY.Key_Return)
    sheet.context.autosave.flush_all()
    assert sheet.context.lane.drain(10)
    sheet.reload()
    assert sheet.context.lane.drain(10)
    assert shown(sheet) == ["jangan hilang"]
    monkeypatch.undo()
    settle(sheet)
    assert texts() == ["jangan hilang"] == shown(sheet)
    assert sheet.grid.count_pending() == 0


def test_a_begun_row_stays_with_its_sheet_when_one_goes_on_to_the_next(sheet, texts):
    sheet.context.lane.hold(release := Event())
    stand(sheet, 0, "text")
    press("milik GOV")
    press(KEY.Key_PageDown, held=CTRL)
    release.set()
    settle(sheet)
    assert words(sheet, "sheetWhose") == "Smart Branding"
    write(sheet, "milik BRD")
    assert (texts("GOV"), texts("BRD")) == (["milik GOV"], ["milik BRD"])


def test_undo_takes_a_row_back_with_its_birth_and_redo_brings_it(sheet, hall, texts):
    write(sheet, "Tetap")
    stand(sheet, 1, "text")
    QGuiApplication.clipboard().setText("Satu\nDua")
    press(KEY.Key_V, held=CTRL)
    settle(sheet)
    assert texts() == ["Tetap", "Satu", "Dua"]
    undo(sheet, hall)
    assert texts() == ["Tetap"] == shown(sheet)
    assert sheet.page.view.currentIndex().isValid()
    sheet.changed(hall.ask(hall.desk.redo))
    settle(sheet)
    assert texts() == ["Tetap", "Satu", "Dua"] == shown(sheet)
    undo(sheet, hall)
    write(sheet, "Baru")
    assert texts() == ["Tetap", "Baru"] == shown(sheet)


def test_forty_pasted_lines_are_forty_rows_in_one_act(sheet, hall, texts):
    QGuiApplication.clipboard().setText("\n".join(f"Isu {number}\t{number}%" for number in range(40)))
    stand(sheet, 0, "text")
    press(KEY.Key_V, held=CTRL)
    settle(sheet)
    assert texts() == [f"Isu {number}" for number in range(40)]
    assert words(sheet, "sheetProgress") == "40 baris"
    undo(sheet, hall)
    assert texts() == [] == shown(sheet)


def test_sorted_rows_pasted_over_and_filled_down_are_undone_and_redone_one_by_one(sheet, hall, groups, texts):
    def sources():
        grid = hall.ask(partial(hall.desk.worksheet.grid, hall.issues, groups["GOV"]))
        return [row.values.get("fact_source", "") for row in grid.rows]

    write(sheet, "Banjir", "Antre", "Cuaca")
    stand(sheet, 0, "text")
    press(KEY.Key_U, held=CTRL)
    assert shown(sheet) == ["Antre", "Banjir", "Cuaca"]
    QGuiApplication.clipboard().setText("A\r\nB\r\nC\r\n")
    stand(sheet, 0, "fact_source")
    press(KEY.Key_V, held=CTRL)
    settle(sheet)
    stand(sheet, 1, "fact_source")
    press(KEY.Key_D, held=CTRL)
    settle(sheet)
    assert sources() == ["A", "A", "C"]
    undo(sheet, hall)
    assert sources() == ["B", "A", "C"]
    undo(sheet, hall)
    assert sources() == ["", "", ""]
    for expected in (["B", "A", "C"], ["A", "A", "C"]):
        sheet.changed(hall.ask(hall.desk.redo))
        settle(sheet)
        assert sources() == expected
    assert texts() == ["Banjir", "Antre", "Cuaca"]


def test_a_row_is_deleted_with_a_sentence_and_undo_brings_it_back(sheet, hall, texts):
    write(sheet, "Satu", "Dua", "Tiga")
    told = said(sheet)
    stand(sheet, 1, "text")
    press(KEY.Key_Delete, held=CTRL)
    assert shown(sheet) == ["Satu", "Tiga"], "it goes at once"
    settle(sheet)
    assert texts() == ["Satu", "Tiga"] == shown(sheet)
    assert told == ["Baris 2 dihapus."]
    assert (sheet.page.view.currentIndex().row(), words(sheet, "sheetProgress")) == (1, "2 baris")
    undo(sheet, hall)
    assert texts() == ["Satu", "Dua", "Tiga"] == shown(sheet)


def test_a_row_deleted_before_its_words_were_written_is_gone_and_comes_back_whole(sheet, hall, texts):
    write(sheet, "Satu")
    sheet.context.lane.hold(release := Event())
    stand(sheet, 1, "text")
    press("belum sempat", KEY.Key_Return)
    stand(sheet, 1, "text")
    press(KEY.Key_Delete, held=CTRL)
    sheet.reload()
    release.set()
    settle(sheet)
    assert texts() == ["Satu"] == shown(sheet)
    undo(sheet, hall)
    assert texts() == ["Satu", "belum sempat"] == shown(sheet)


def test_a_row_that_the_file_does_not_let_go_stands_again(sheet, hall, texts, monkeypatch):
    write(sheet, "Satu", "Dua")
    told = said(sheet)

    def full(*_args, **_kwargs):
        raise DiskFault("disk-full")

    monkeypatch.setattr(hall.desk.worksheet._store.workspace.journal, "write", full)
    stand(sheet, 0, "text")
    press(KEY.Key_Delete, held=CTRL)
    assert sheet.context.lane.drain(10)
    monkeypatch.undo()
    settle(sheet)
    assert shown(sheet) == ["Satu", "Dua"] == texts()
    assert [sentence[:2] for sentence in told] == ["! "]


def test_rows_move_by_keys_and_one_stays_on_the_row(sheet, texts):
    write(sheet, "Satu", "Dua", "Tiga")
    stand(sheet, 2, "fact")
    press(KEY.Key_Up, held=ALT)
    press(KEY.Key_Up, held=ALT)
    settle(sheet)
    assert texts() == ["Tiga", "Satu", "Dua"] == shown(sheet)
    index = sheet.page.view.currentIndex()
    assert (index.row(), sheet.grid.column_at(index.column()).key) == (0, "fact")
    press(KEY.Key_Up, held=ALT)
    press(KEY.Key_Down, held=ALT)
    settle(sheet)
    assert texts() == ["Satu", "Tiga", "Dua"] == shown(sheet)


def test_a_row_given_up_at_once_leaves_nothing_in_the_file(sheet, texts):
    told = said(sheet)
    stand(sheet, 0, "text")
    press("salah tempat")
    settle(sheet)
    assert texts() == ["salah tempat"]
    press(KEY.Key_Escape)
    settle(sheet)
    assert texts() == [] == shown(sheet)
    assert not told
    write(sheet, "Betul")
    assert texts() == ["Betul"]


def test_what_is_missing_is_asked_for_once_one_has_gone_on(sheet):
    stand(sheet, 0, "text")
    press("Antre")
    assert not sheet.page.warnings.isVisible()
    press(KEY.Key_Return)
    pill = sheet.findChild(QPushButton, "warningPill")
    assert pill.isVisible()
    assert "Sumber data" in words(sheet, "warningFirst")
    stand(sheet, 0, "fact_source")
    press("Disdukcapil", KEY.Key_Return)
    assert "Sumber data" not in words(sheet, "warningFirst")
    settle(sheet)
    assert "Sumber data" not in words(sheet, "warningFirst")


def test_the_menu_of_a_row_holds_what_can_be_done_with_it(sheet, texts):
    write(sheet, "Satu", "Dua")
    stand(sheet, 0, "text")
    steps = {step.text().partition("\t")[0]: step for step in sheet.page.row_menu().actions()}
    assert {"Pindahkan baris ke atas", "Pindahkan baris ke bawah", "Hapus baris"} <= set(steps)
    assert not any("hitung" in words for words in steps)
    steps["Hapus baris"].trigger()
    settle(sheet)
    assert texts() == ["Dua"]
    stand(sheet, 1, "text")
    assert "Hapus baris" not in {step.text().partition("\t")[0] for step in sheet.page.row_menu().actions()}


def test_a_new_row_opens_as_a_form_and_is_born_there(sheet, texts):
    write(sheet, "Satu")
    stand(sheet, 3, "fact")
    press(KEY.Key_F4)
    assert words(sheet, "formProgram") == "Baris 2"
    QTest.keyClicks(sheet.findChild(QPlainTextEdit, "form-text"), "Dari isian lengkap")
    QTest.keyClicks(sheet.findChild(QLineEdit, "form-fact_year"), "2025")
    settle(sheet)
    assert texts() == ["Satu", "Dari isian lengkap"] == shown(sheet)
    assert sheet.grid.data(sheet.grid.index(1, sheet.grid.place_of("fact_year"))) == "2025"


def test_the_panel_beside_a_wide_sheet_comes_when_it_is_asked_for(sheet, hall):
    assert not sheet.page.side.isVisible()
    press(KEY.Key_F3)
    assert sheet.page.side.isVisible()
    assert sheet.page.guide.isVisible()
    press(KEY.Key_F3)
    assert not sheet.page.side.isVisible()
    sheet.open_row(sheet_key(hall.worksheet, hall.opds["Diskominfo"]))
    settle(sheet)
    assert sheet.page.side.isVisible(), "a sheet with fewer questions has its own wish"


def test_the_sheet_goes_to_the_projector_without_its_empty_rows(sheet, shown_feeds):
    write(sheet, "Satu", "Dua")
    assert sheet.present()
    assert [row.values["text"] for row in shown_feeds[0].grid().rows] == ["Satu", "Dua"]
    assert shown_feeds[0].far() == (2, 2)


def test_a_sheet_on_the_screen_follows_another_type_size_and_comes_back(sheet, qtbot):
    write(sheet, "Satu")
    view, status = sheet.page.view, sheet.page.title.status
    before = (view.font().pixelSize(), view.rowHeight(0), status.sizeHint().height())
    application = QApplication.instance()
    theme.apply(application, 1.5)
    try:
        qtbot.wait(30)
        larger = (view.font().pixelSize(), view.rowHeight(0), status.sizeHint().height())
        assert all(new > old for new, old in zip(larger, before, strict=True))
    finally:
        theme.apply(application)
    qtbot.wait(30)
    assert (view.font().pixelSize(), view.rowHeight(0), status.sizeHint().height()) == before
