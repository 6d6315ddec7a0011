"""Worksheets go out as a spreadsheet from the screen and come back through a list that a person agrees to."""

from functools import partial

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.services.comment import CommentPlace
from tests.ui.worksheet.hand import settle, stored
from ui.widgets.taken_cells import TakenDialog


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kerja" / "L5 v1.2.xlsx"


@pytest.fixture
def said(screen):
    told = []
    screen.said.connect(told.append)
    screen.told.connect(told.append)
    screen.warned.connect(told.append)
    return told


def save(screen, monkeypatch, path, words="Simpan lembar ini ke Excel …"):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    trigger(screen, words)
    settle(screen)


def trigger(screen, words):
    menu = screen.page.file_button.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def answer(path, row, label, text):
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    at = next(cell.column for cell in page[4] if cell.value == label)
    page.cell(row, at).value = text
    book.save(path)


def read(screen, monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    trigger(screen, "Baca isian dari Excel …")
    settle(screen)
    return screen.findChild(TakenDialog)


def test_what_was_filled_in_elsewhere_stands_in_the_grid(screen, hall, path, said, monkeypatch, qtbot):
    save(screen, monkeypatch, path)
    assert [path.name in line for line in said] == [True]
    answer(path, 5, "Catatan", "Diisi di meja 3")
    dialog = read(screen, monkeypatch, path)
    assert stored(hall, 0, "note") == ""
    with qtbot.waitSignal(dialog.taken):
        dialog.take.click()
    settle(screen)
    assert stored(hall, 0, "note") == "Diisi di meja 3"
    shown = screen.grid.data(screen.grid.index(0, screen.grid.place_of("note")))
    assert shown == "Diisi di meja 3"
    assert said[-1] == "1 isian dari Excel sudah diambil."


def test_a_saved_file_offers_nothing_to_take_back(screen, path, monkeypatch):
    acts, notes = [], []
    screen.said.connect(acts.append)
    screen.told.connect(notes.append)
    save(screen, monkeypatch, path)
    assert not acts
    assert path.name in notes[0]


def test_a_file_nobody_touched_is_said_so_and_asks_nothing(screen, path, said, monkeypatch):
    save(screen, monkeypatch, path)
    assert read(screen, monkeypatch, path) is None
    assert "tidak ada isian yang berubah" in said[-1]


def test_all_sheets_of_a_worksheet_go_into_one_file(screen, path, monkeypatch):
    save(screen, monkeypatch, path, "Simpan semua lembar kertas kerja ini ke Excel …")
    names = openpyxl.load_workbook(path).sheetnames
    assert len([name for name in names if name.startswith("L5-")]) == 2


def test_the_sheets_of_one_table_go_into_the_file_of_that_table(screen, hall, path, monkeypatch):
    for opd, table in (("Diskominfo", "3"), ("Disdukcapil", "4")):
        hall.ask(partial(hall.desk.opd.update, hall.opds[opd], "table_no", table))
    screen.reload()
    settle(screen)
    menu = screen.page.file_button.menu()
    menu.aboutToShow.emit()
    save(screen, monkeypatch, path, "Simpan semua lembar meja 3 ke Excel …")
    names = openpyxl.load_workbook(path).sheetnames
    assert [name for name in names if name.startswith("L5-")] == ["L5-02"]
    assert "Excel: Simpan semua lembar meja 3 ke Excel" in [item.words for item in screen.commands()]


def test_a_party_without_a_table_is_offered_no_file_of_one(screen, hall):
    hall.ask(partial(hall.desk.opd.update, hall.opds["Diskominfo"], "table_no", ""))
    screen.reload()
    settle(screen)
    menu = screen.page.file_button.menu()
    menu.aboutToShow.emit()
    assert not [item for item in menu.actions() if item.isVisible() and "lembar meja" in item.text()]
    assert not [item.words for item in screen.commands() if "lembar meja" in item.words]


def test_a_file_of_somebody_else_is_refused_in_a_sentence(screen, path, said, monkeypatch):
    path.parent.mkdir()
    openpyxl.Workbook().save(path)
    assert read(screen, monkeypatch, path) is None
    assert said[-1].startswith("L5 v1.2.xlsx bukan berkas kertas kerja")


def test_a_folder_that_takes_nothing_is_said_and_nothing_is_lost(screen, tmp_path, said, monkeypatch):
    (tmp_path / "bukan-folder").write_text("x", encoding="utf-8")
    save(screen, monkeypatch, tmp_path / "bukan-folder" / "L5.xlsx")
    assert "L5.xlsx" in said[-1]


def test_a_file_that_is_only_read_takes_nothing_back_and_says_why(screen, hall, monkeypatch):
    monkeypatch.setattr(type(hall.desk), "is_read_only", property(lambda _desk: True))
    screen.reload()
    settle(screen)
    menu = screen.page.file_button.menu()
    *out, back = menu.actions()
    assert back.text().startswith("Baca isian")
    assert not back.isEnabled()
    assert menu.toolTipsVisible()
    assert back.toolTip().startswith("Berkas ini hanya bisa dibaca")
    assert all(action.isEnabled() for action in out), "saving takes nothing from the file"
    found = [command.words for command in screen.commands() if command.words.startswith("Excel: ")]
    assert len(found) == 3
    assert not any("Baca" in words for words in found)


def test_the_ways_are_found_by_the_search_of_commands(screen):
    found = [command.words for command in screen.commands() if command.words.startswith("Excel: ")]
    assert len(found) == 4


def test_what_a_mentor_wrote_about_a_row_travels_from_the_screen(screen, hall, path, said, monkeypatch):
    row, party = screen.grid.grid.rows[1].row, hall.opds["Diskominfo"]
    place = CommentPlace(hall.worksheet, party, row)
    hall.ask(lambda: hall.desk.comment.write(hall.desk.comment.new_id(), "Sebut tahunnya.", place))
    save(screen, monkeypatch, path)
    assert said
    comment = openpyxl.load_workbook(path).worksheets[0].cell(6, 2).comment
    assert "Sebut tahunnya." in comment.text
