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
from ui.widgets.source_bar import SourceBar

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
    with qtbot.waitSignal(view.table_wanted) as told:
        view.look_at("Lama")
    assert told.args == ["Lama"]
    with qtbot.assertNotEmitted(view.table_wanted):
        view.look_at("R")
    assert view.source_model.sheet.name == "R"


def test_beside_the_file_stand_its_tables_and_the_mapping_by_which_it_was_read(qtbot):
    bar = SourceBar()
    qtbot.addWidget(bar)
    bar.show_draft(draft())
    assert (bar.open_tables.text(), bar.map.text()) == ("Tabel dalam berkas (2)", "Petakan kolom sendiri")
    with qtbot.waitSignal(bar.map_asked) as told:
        bar.map.click()
    assert told.args == ["R"]
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    QTest.keyClick(bar, Qt.Key.Key_F6)
    assert bar.tables.isVisible()
    bar.tables.hide()
    with qtbot.waitSignal(bar.map_asked):
        QTest.keyClick(bar, Qt.Key.Key_F7)
    bar.show_draft(draft(map_name="Usulan"))
    assert bar.map.text() == "Ubah peta"
    bar.show_draft(draft(typed="t1"))
    assert bar.open_tables.isHidden()
    assert bar.map.isHidden()


def test_where_no_table_can_be_looked_at_enter_does_nothing(popup, qtbot):
    popup.can_look = False
    with qtbot.assertNotEmitted(popup.look_asked):
        QTest.keyClick(popup.table, Qt.Key.Key_Return)
    popup.can_look = True
    with qtbot.waitSignal(popup.look_asked):
        QTest.keyClick(popup.table, Qt.Key.Key_Return)


def test_files_that_come_while_one_is_looked_at_wait_for_it(desk, context, tmp_path):
    screen = document_screen(desk, context)
    screen.files._got(draft())
    path = tmp_path / "lain.csv"
    path.write_text("Kode;Program;Indikator;Target 2026;Rp 2026\n2.16.02;Informasi;Indeks;1;20000000\n")
    screen.files.read_files([path])
    settle(screen)
    assert screen.notes == ["lain.csv dibaca sesudah hasil baca ini dipakai atau dibatalkan."]
    assert screen.frame.file_name.text() == "renstra_diskominfo.xlsx"
    screen.reading.cancel.click()
    settle(screen)
    assert screen.frame.file_name.text() == "lain.csv"


def test_files_behind_one_that_cannot_be_read_are_not_forgotten(desk, context, tmp_path):
    screen = document_screen(desk, context)
    offers, gone = [], []
    screen.offered.connect(lambda *told: offers.append(told))
    screen.withdrawn.connect(gone.append)
    good, later = tmp_path / "lain.csv", tmp_path / "lagi.csv"
    for path in (good, later):
        path.write_text("Kode;Program;Indikator;Target 2026;Rp 2026\n2.16.02;Informasi;Indeks;1;20000000\n")
    screen.files.read_files([tmp_path / "hilang.csv", good])
    screen.files.read_files([later])
    settle(screen)
    assert screen.notes == ["lagi.csv dibaca sesudah berkas yang sedang dibaca."]
    assert screen.frame.fault.isVisible()
    ((words, action, go_on),) = offers
    assert (words, action) == ("2 berkas lain belum dibaca.", "Lanjut membaca")
    go_on()
    settle(screen)
    assert (screen.frame.file_name.text(), gone[-1]) == ("lain.csv", words)


@pytest.mark.parametrize(
    ("kinds", "stays"),
    [({"Lampiran": ""}, True), ({"Visi": ""}, False), ({"Lampiran": "program"}, False), (None, True)],
)
def test_a_table_that_is_left_out_takes_a_reading_of_the_frame_nowhere_else(desk, context, kinds, stays):
    screen = document_screen(desk, context)
    sheets = (SheetChoice("Visi", 4, kind="kerangka", used=True), SheetChoice("Lampiran", 9, used=True))
    screen.frame.source.show_draft(draft(sheets=sheets))
    screen.files.for_frame = True
    screen.files.read_again(kinds)
    assert screen.files.for_frame == stays


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
    assert (view.draft.sheet, screen.frame.source.tables.table.lines.lines[1].cells[2]) == (
        "Baru",
        "Tidak dipakai: isinya sama dengan tabel yang dipakai",
    )
    screen.frame.source.tables.look_asked.emit("Lama")
    settle(screen)
    assert view.source_model.sheet.name == "Lama"
    screen.frame.source.tables.read_asked.emit({"Baru": ""})
    settle(screen)
    assert view.draft.sheet == "Lama"
    assert all(line.name.endswith("lama") for line in view.draft.lines)
    screen.frame.source.tables.read_asked.emit({"Lama": "kerangka"})
    settle(screen)
    assert screen.frame.pages.currentIndex() == PREVIEW


def test_the_agency_that_was_chosen_stays_when_the_file_is_read_again(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    health = Opd("h", "0a", "Dinas Kesehatan", "Dinkes", "", True, 0)
    view.show_draft(draft(), ReadingFor((health,), chosen=health.id))
    assert view.target == health.id
