"""The tables of a file that is being looked at: seen, left out, wanted, and read again."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_draft import Decision, Problem, SheetChoice
from tests.exchange.tables import PLAN, written
from tests.ui.planning import document_screen, draft, settle
from ui.models.reading_history import ReadingHistory
from ui.widgets.document_frame import PREVIEW
from ui.widgets.reading import ReadingFor, ReadingView
from ui.widgets.reading_tables import TablesPopup

BOTH = ("program", "kerangka")
SHEETS = (
    SheetChoice("T-C.27", kind="program", likely=True, used=True, can=BOTH, rows=22, page=3),
    SheetChoice("Lama", hidden=True, kind="program", likely=True, can=BOTH, rows=20, why="hidden"),
    SheetChoice("T-C.23", kind="layanan", used=True, can=("layanan",), rows=8),
    SheetChoice("Catatan", rows=2),
)


@pytest.fixture
def popup(qtbot):
    """The list of a file of four tables, one of which is hidden."""
    made = TablesPopup()
    qtbot.addWidget(made)
    left = Problem("", "", "left-pictures", "Halaman 3–5 hanya gambar, jadi tidak ikut dibaca.")
    made.show_draft(draft(sheets=SHEETS, problems=(left,)))
    return made


def said(popup):
    return [line.cells for line in popup.table.lines.lines]


def test_every_table_says_its_rows_and_what_it_was_taken_for(popup):
    assert said(popup) == [
        ("T-C.27 · hal. 3", "22", "Program, kegiatan, pagu"),
        ("Lama · tersembunyi", "20", "Tidak dipakai: tersembunyi di berkasnya"),
        ("T-C.23", "8", "Kinerja layanan (T-C.23)"),
        ("Catatan", "2", "Bukan tabel rencana"),
    ]
    assert popup.notes.text() == "Halaman 3–5 hanya gambar, jadi tidak ikut dibaca."
    assert not popup.read.isEnabled()


def test_space_takes_a_table_or_leaves_it_out_and_the_last_one_stays(popup):
    popup.table.choose("Lama")
    QTest.keyClick(popup.table, Qt.Key.Key_Space)
    assert popup.kinds == {"Lama": "program"}
    assert popup.read.isEnabled()
    QTest.keyClick(popup.table, Qt.Key.Key_Space)
    assert popup.kinds == {}
    for name in ("T-C.27", "T-C.23"):
        popup.table.choose(name)
        QTest.keyClick(popup.table, Qt.Key.Key_Space)
    assert popup.lacks.text() == "Paling sedikit satu tabel dipakai."
    assert not popup.read.isEnabled()
    popup.table.choose("Catatan")
    QTest.keyClick(popup.table, Qt.Key.Key_Space)
    assert "Catatan" not in popup.kinds


def test_a_table_is_read_as_something_else(popup, qtbot):
    popup.table.choose("T-C.27")
    assert [popup.kind.itemData(place) for place in range(popup.kind.count())] == ["program", "kerangka", ""]
    popup.kind.setCurrentIndex(1)
    popup.kind.activated.emit(1)
    assert said(popup)[0][2] == "RPJMD / RPD"
    with qtbot.waitSignal(popup.read_asked) as told:
        popup.read.click()
    assert told.args == [{"T-C.27": "kerangka"}]


def test_a_table_without_rows_in_the_reading_is_asked_for(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.show_draft(draft(), ReadingFor())
    assert view.open_tables.text() == "Tabel dalam berkas (2)"
    with qtbot.waitSignal(view.table_wanted) as told:
        view.tables.look_asked.emit("Lama")
    assert told.args == ["Lama"]


def test_answers_are_given_again_where_the_same_is_in_doubt():
    history = ReadingHistory(draft())
    history.answer(draft().problems[0].key, "accept")
    history.answer_all("baseline-year", "leave_out")
    assert [item.act for item in history.decisions] == ["accept", "leave_out"]
    again = ReadingHistory(replace(draft(), problems=draft().problems[:1]))
    again.repeat((*history.decisions, Decision("gone:R!A1", "accept")))
    assert again.draft.problems == ()
    assert again.take_back()
    assert len(again.draft.problems) == 1


def test_a_file_is_read_again_with_the_tables_that_were_chosen(desk, context, tmp_path):
    screen = document_screen(desk, context)
    book = openpyxl.Workbook()
    written(PLAN).sheet(book.active)
    book.active.title = "Baru"
    written([replace(item, name=f"{item.name} lama") for item in PLAN]).sheet(book.create_sheet("Lama"))
    path = tmp_path / "contoh.xlsx"
    book.save(path)
    screen.files.read_files([path])
    settle(screen)
    view = screen.reading
    assert (view.draft.sheet, view.tables.table.lines.lines[1].cells[2]) == (
        "Baru",
        "Tidak dipakai: isinya sama dengan tabel yang dipakai",
    )
    view.tables.look_asked.emit("Lama")
    settle(screen)
    assert view.source_model.sheet.name == "Lama"
    view.tables.read_asked.emit({"Baru": ""})
    settle(screen)
    assert view.draft.sheet == "Lama"
    assert all(line.name.endswith("lama") for line in view.draft.lines)
    view.tables.read_asked.emit({"Lama": "kerangka"})
    settle(screen)
    assert screen.frame.pages.currentIndex() == PREVIEW


def test_the_agency_that_was_chosen_stays_when_the_file_is_read_again(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    health = Opd("h", "0a", "Dinas Kesehatan", "Dinkes", "", True, 0)
    view.show_draft(draft(), ReadingFor((health,), chosen=health.id))
    assert view.target == health.id
