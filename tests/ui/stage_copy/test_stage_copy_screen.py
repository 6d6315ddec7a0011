"""Screen Salinan tahap: a stage is ended, its changes are read, a version is put back, a copy checked."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_stage_copy import SINCE
from tests.ui.masterplan import settle
from ui.screens.stage_copy.screen import StageCopyScreen


@pytest.fixture
def screen(come_up, context, hall):
    made = StageCopyScreen(hall.desk, context)
    made.printed = []
    made.print_asked.connect(lambda kind, row: made.printed.append((kind, row)))
    made.show_stage(2)
    come_up(made)
    settle(made)
    return made


@pytest.fixture
def ended(screen):
    screen.empty.buttons[0].click()
    settle(screen)
    return screen


def write(hall, *edits):
    hall.ask(lambda: hall.desk._store.write(list(edits), "ubah"))


def issue(hall, text):
    row = hall.desk._store.ids.new()
    place = hall.ask(lambda: hall.desk._store.positions("issue", 1)[0])
    write(hall, Birth("issue", row, {"pos": place, "text": text}))
    return row


def lines(screen):
    return [line.cells[:4] for line in screen.changes.lines.lines]


def test_a_stage_that_nobody_ended_is_ended_from_the_empty_screen(screen):
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.buttons[0].text() == "Akhiri Tahap II"
    screen.empty.buttons[0].click()
    settle(screen)
    assert screen.heard == ["Salinan akhir Tahap II dibuat dan diperiksa."]
    (line,) = screen.copies.lines.lines
    assert (line.cells[0], line.cells[2]) == ("Salinan akhir Tahap II", "ada di laptop ini")
    assert screen.counted.text() == "Belum ada yang berubah sejak akhir Tahap II."


def test_what_changed_is_listed_by_row_and_by_person(ended, hall):
    row = issue(hall, "Air asin")
    hall.ask(lambda: hall.desk.opd.add([OpdRow("Dinas Baru")]))
    ended.arrive()
    settle(ended)
    assert ("Isu", "Air asin", "Baru", "") in lines(ended)
    assert ("OPD", "Dinas Baru", "Baru", "") in lines(ended)
    ended.views.chosen.emit(2)
    assert ended.people.lines.lines[0].cells[1] == "8"
    assert row in [line.key for line in ended.changes.lines.lines]
    assert not ended.hint.isVisible()


def test_an_older_version_comes_back_as_a_copy_by_keys(screen, hall):
    row = issue(hall, "Semula")
    screen.empty.buttons[0].click()
    settle(screen)
    write(hall, Set("issue", row, "text", "Sekarang"))
    screen.arrive()
    settle(screen)
    (line,) = lines(screen)
    assert line[1:] == ("Sekarang", "Diubah", "Isu: Semula → Sekarang")
    QTest.keyClick(screen.changes, Qt.Key.Key_Return)
    settle(screen)
    dialog = screen.history.dialog
    assert [line.cells[2] for line in dialog.versions.lines.lines][-1] == "dibuat"
    assert not dialog.back.isEnabled(), "the newest version stands already"
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)
    assert "Semula" in dialog.text.toPlainText()
    dialog.back.click()
    settle(screen)
    assert (
        screen.heard[-1]
        == "Versi lama ditambahkan sebagai baris baru di bawah; baris sekarang tetap. Ctrl+Z mengurungkan."
    )
    texts = hall.ask(
        lambda: hall.desk._store.db.conn.execute("SELECT text FROM issue WHERE alive").fetchall()
    )
    assert sorted(text for (text,) in texts) == ["Sekarang", "Semula"]


def test_a_copy_that_was_touched_is_told(ended, hall):
    ended.look.click()
    settle(ended)
    assert ended.heard[-1] == "Salinan utuh: isinya sama persis dengan saat dibuat."
    (line,) = hall.ask(hall.desk.stage_copy.copies)
    whole = bytearray(line.path.read_bytes())
    whole[-3] ^= 1
    line.path.write_bytes(whole)
    ended.look.click()
    settle(ended)
    assert ended.heard[-1].startswith("Berkas salinan ini berubah sejak dibuat")


def test_the_changes_are_printed_and_saved(ended, hall, tmp_path):
    issue(hall, "Air asin")
    ended.print.click()
    (line,) = hall.ask(hall.desk.stage_copy.copies)
    assert ended.printed == [(SINCE, line.copy.stage)]
    ended.save_to(tmp_path / "perubahan.xlsx")
    settle(ended)
    book = openpyxl.load_workbook(tmp_path / "perubahan.xlsx")
    assert "Air asin" in [cell.value for row in book["Perubahan"].iter_rows() for cell in row]


def test_a_copy_is_opened_from_the_list_and_one_that_was_touched_is_not(ended, hall):
    gone = []
    ended.go.connect(lambda key, row: gone.append((key, row)))
    (line,) = hall.ask(hall.desk.stage_copy.copies)
    QTest.keyClick(ended.copies, Qt.Key.Key_Return)
    settle(ended)
    ended.view.click()
    settle(ended)
    assert gone == [("open-file", str(line.path))] * 2
    line.path.write_bytes(line.path.read_bytes()[:-9])
    ended.view.click()
    settle(ended)
    assert len(gone) == 2
    assert ended.heard[-1].startswith("Berkas salinan ini berubah sejak dibuat")


def test_a_whole_sheet_comes_back_by_keys_and_says_what_was_done(screen, hall):
    desk = hall.desk
    worksheet = hall.ask(lambda: next(item for item in desk.worksheet.worksheets() if item.code == "L1"))
    sheet, row = desk._store.ids.new(), desk._store.ids.new()
    write(hall, Birth("sheet", sheet, {"worksheet": worksheet.id, "number": "L1-01"}))
    write(hall, Birth("issue", row, {"pos": "a", "sheet": sheet, "text": "Semula"}))
    screen.empty.buttons[0].click()
    settle(screen)
    write(hall, Set("issue", row, "text", "Sekarang"))
    screen.arrive()
    settle(screen)
    screen.views.chosen.emit(1)
    (line,) = screen.sheets.lines.lines
    assert line.cells == ("L1-01", "1 diubah", "1 baris")
    assert screen.sheet_back.isVisible()
    QTest.keyClick(screen.sheets, Qt.Key.Key_Return)
    settle(screen)
    assert screen.heard[-1].startswith("1 baris L1-01 seperti akhir Tahap II ditambahkan di bawah")
    query = "SELECT text FROM issue WHERE sheet IS NOT NULL"
    texts = hall.ask(lambda: desk._store.db.conn.execute(query).fetchall())
    assert sorted(text for (text,) in texts) == ["Sekarang", "Semula"]


def test_both_sides_of_the_first_change_are_seen_beside_the_other_columns(ended, hall):
    row = issue(hall, "Air asin")
    hall.ask(hall.desk._workspace.journal.seal)
    ended.end_stage.click()
    settle(ended)
    long = "Air tanah di pesisir menjadi asin karena penyedotan oleh hotel dan pabrik es"
    write(hall, Set("issue", row, "text", long), Set("issue", row, "cause", "Sumur bor tanpa izin"))
    ended.arrive()
    settle(ended)
    (line,) = ended.changes.lines.lines
    assert line.cells[3] == "Isu: Air asin → Air tanah di pesisir menj…; 1 isian lain"
    metrics = ended.changes.fontMetrics()
    assert metrics.horizontalAdvance(line.cells[3]) < 490, "the room of the column at 1366 pixels"


def test_a_stage_that_is_being_ended_is_not_ended_twice(screen):
    screen.empty.buttons[0].click()
    screen.empty.buttons[0].click()
    settle(screen)
    assert len(screen.copies.lines.lines) == 1
    screen.end_stage.click()
    settle(screen)
    assert len(screen.copies.lines.lines) == 2, "later it may be ended again"


def test_only_since_the_newest_copy_of_a_stage_is_printed(ended):
    ended.end_stage.click()
    settle(ended)
    newest, older = (line.key for line in ended.copies.lines.lines)
    assert ended.print.isEnabled()
    ended.copies.choose(older)
    settle(ended)
    assert not ended.print.isEnabled()
    ended.print_since()
    assert ended.printed == []
    assert "Excel" in ended.heard[-1]
    ended.copies.choose(newest)
    settle(ended)
    ended.print.click()
    assert len(ended.printed) == 1


def test_the_keyboard_stands_where_one_begins(screen):
    assert screen.empty.buttons[0].hasFocus()
    screen.empty.buttons[0].click()
    settle(screen)
    assert screen.changes.hasFocus(), "another Enter ends nothing"
    screen.end_stage.setFocus()
    screen.end_stage.click()
    settle(screen)
    assert screen.changes.hasFocus()
    screen.copies.setFocus()
    screen.arrive()
    settle(screen)
    assert screen.changes.hasFocus()


def test_a_chapter_is_told_from_where_it_differs_and_without_marks(screen, hall):
    book = hall.ask(lambda: hall.desk.book.add_book("Buku"))[0]
    row = hall.ask(lambda: hall.desk.book.add_chapter(book, "Latar"))[0]
    long = "Kota tumbuh cepat. " * 40
    hall.ask(lambda: hall.desk.book.update(row, "text", f"## Awal\n\n{long}dan **lama**."))
    screen.empty.buttons[0].click()
    settle(screen)
    hall.ask(lambda: hall.desk.book.update(row, "text", f"## Awal\n\n{long}dan **baru**."))
    screen.arrive()
    settle(screen)
    (line,) = lines(screen)
    assert line[3] == "Isi: … cepat. dan lama. → … cepat. dan baru."
    assert "##" not in line[3]
    assert "**" not in line[3]
