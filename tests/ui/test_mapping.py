"""A person says by keys what the columns of an odd table hold; the file is read by it, and so is the next."""

from functools import partial

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from smartcity_desktop.domain.map_drawing import words_of
from smartcity_desktop.errors import UserFault
from tests.ui.planning import document_screen, hold, on_data, settle
from ui.widgets.map_dialog import MapDialog
from ui.widgets.map_list import MapsDialog
from ui.widgets.writing import takes_nothing

HEAD = ("Nomor Rek", "Nama Kerja", "Diukur dengan", "Hasil 26", "Uang 26", "Hasil 27", "Uang 27")
ROWS = (
    ("2.16.02", "Informasi Publik", "Indeks", "75", 80, "78", 90),
    ("2.16.02.2.01", "Pengelolaan Media", "Jumlah media", "4", 80, "5", 90),
)
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def odd(tmp_path):
    """A file with headings that nobody else writes."""
    book = openpyxl.Workbook()
    for row in (("DAFTAR KERJA",), (), HEAD, *ROWS):
        book.active.append(row)
    path = tmp_path / "usulan.xlsx"
    book.save(path)
    return path


@pytest.fixture
def screen(request, desk, context, qtbot):
    """The screen Dokumen of an empty workshop."""
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.reject()


def paste(screen):
    """Read the same table from the clipboard, which takes no other process."""
    screen.files._read_text("\n".join("\t".join(map(str, row)) for row in (("",), HEAD, *ROWS)))
    settle(screen)


def opened(screen):
    """Return the dialog of the mapping that is drawn."""
    settle(screen)
    return next(item for item in screen.findChildren(MapDialog) if item.isVisible())


def say(dialog, qtbot, *keys):
    """Say by its letter what each column holds."""
    for column, key in enumerate(keys):
        dialog.grid.setCurrentIndex(dialog.model.index(1, column))
        if key:
            QTest.keyClicks(dialog.grid, key)
    if dialog._pause.isActive():
        qtbot.waitSignal(dialog._pause.timeout)


def told(dialog):
    return [words_of(item) for item in dialog.drawing.columns]


def looked(dialog, screen, qtbot):
    """Wait until the first lines are shown."""
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    settle(screen)
    return [line.cells for line in dialog.preview.lines.lines]


def test_a_table_nobody_knows_is_mapped_by_keys_and_read_at_once(screen, desk, odd, qtbot):
    screen.files.read_files([odd])
    settle(screen)
    assert "petakan kolomnya sendiri" in screen.frame.fault.text.text()
    QTest.keyClick(screen.frame.fault.map, Qt.Key.Key_Space)
    dialog = opened(screen)
    assert (dialog.head.value(), dialog.tall.value(), dialog.name.text()) == (3, 1, "usulan")
    assert dialog.lacks.text() == "Tandai kolom yang berisi program, tujuan, atau sasaran."
    assert not dialog.save.isEnabled()
    say(dialog, qtbot, "K", "P", "I", "T", "G")
    assert told(dialog) == [
        "Kode",
        "Program/kegiatan",
        "Indikator",
        "Target 2026",
        "Pagu 2026",
        "Target 2027",
        "Pagu 2027",
    ]
    dialog.unit.setCurrentIndex(2)
    dialog.unit.activated.emit(2)
    first = looked(dialog, screen, qtbot)[0]
    assert first[:6] == ("Program", "2.16.02", "Informasi Publik", "Indeks", "75", "80.000.000")
    assert dialog.told.text() == "Terbaca 1 program, 1 kegiatan. Semua barisnya:"
    QTest.keyClick(dialog.grid, ENTER, CONTROL)
    settle(screen)
    assert screen.frame.is_reading
    assert screen.reading.draft.map_name == "usulan"
    assert screen.reading.sentence.text().endswith('Dibaca dengan peta "usulan".')
    assert dict(screen.reading.draft.lines[0].pagu) == {"2026": 80_000_000, "2027": 90_000_000}
    (kept,) = on_data(screen.context.lane, desk.table_map.maps)
    assert kept.used_at


def test_a_mapping_is_changed_where_it_was_used_and_pasted_cells_read_by_it_too(screen, desk, odd, qtbot):
    paste(screen)
    assert screen.frame.fault.map.isVisible()
    screen.frame.fault.map.click()
    dialog = opened(screen)
    say(dialog, qtbot, "K", "P", "I", "T", "G")
    assert looked(dialog, screen, qtbot) != []
    assert dialog.lacks.text() == "Beri peta ini nama, misalnya nama tabelnya."
    dialog.name.setText("Daftar kerja")
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, ENTER)
    settle(screen)
    assert screen.reading.draft.map_name == "Daftar kerja"
    screen.files._leave()
    screen.files.read_files([odd])
    settle(screen)
    assert (screen.reading.draft.map_name, screen.frame.source.map.text()) == ("Daftar kerja", "Ubah peta")
    screen.frame.source.map.click()
    dialog = opened(screen)
    assert (dialog.name.text(), told(dialog)[2]) == ("Daftar kerja", "Indikator")
    dialog.grid.setCurrentIndex(dialog.model.index(3, 2))
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert looked(dialog, screen, qtbot)[0][3] == ""
    dialog.save.click()
    settle(screen)
    assert [line.indicators[0].name for line in screen.reading.draft.lines if line.indicators] != ["Indeks"]
    assert len(on_data(screen.context.lane, desk.table_map.maps)) == 1


def test_years_head_and_data_are_moved_by_keys(screen, qtbot):
    paste(screen)
    screen.mapping.open()
    dialog = opened(screen)
    say(dialog, qtbot, "", "P", "", "", "G")
    dialog.grid.setCurrentIndex(dialog.model.index(2, 4))
    assert (dialog.year.value(), dialog.year_label.text()) == (2026, "Tahun kolom E")
    QTest.keyClicks(dialog.grid, "+")
    assert (told(dialog)[4], told(dialog)[6]) == ("Pagu 2027", "Pagu 2028")
    dialog.year.setValue(2030)
    assert (told(dialog)[4], told(dialog)[6]) == ("Pagu 2030", "Pagu 2031")
    dialog.grid.setCurrentIndex(dialog.model.index(0, 0))
    QTest.keyClicks(dialog.grid, "1")
    settle(screen)
    assert (dialog.drawing.first, dialog.drawing.height) == (0, 2)
    assert dialog.drawing.columns[1].heading == "Nama Kerja"
    dialog.grid.setCurrentIndex(dialog.model.index(3, 0))
    QTest.keyClicks(dialog.grid, "2")
    assert dialog.begins.text() == "Data mulai baris 4."
    dialog.tall.setValue(0)
    dialog.tall.editingFinished.emit()
    settle(screen)
    assert (dialog.drawing.first, dialog.drawing.height) == (0, 0)
    assert {item.heading for item in dialog.drawing.columns} == {""}


def test_the_last_year_is_repeated_to_the_right(screen, qtbot):
    paste(screen)
    screen.mapping.open()
    dialog = opened(screen)
    dialog.tall.setValue(0)
    dialog.tall.editingFinished.emit()
    settle(screen)
    say(dialog, qtbot, "", "P", "", "T", "G")
    dialog.grid.setCurrentIndex(dialog.model.index(2, 3))
    dialog.year.setValue(2026)
    dialog.grid.setCurrentIndex(dialog.model.index(2, 4))
    dialog.year.setValue(2026)
    dialog.more.click()
    assert told(dialog)[3:] == ["Target 2026", "Pagu 2026", "Target 2027", "Pagu 2027"]


def test_a_mapping_that_would_not_be_used_says_so(screen, qtbot):
    text = "Kode\tProgram\tTarget 2026\tRp 2026\n2.16.02\tInformasi\t1\t80\n"
    screen.files._read_text(text)
    settle(screen)
    screen.frame.source.map.click()
    dialog = opened(screen)
    assert told(dialog) == ["Kode", "Program saja", "Target 2026", "Pagu 2026"]
    assert looked(dialog, screen, qtbot) != []
    dialog.name.setText("x")
    assert dialog.save.isEnabled()
    dialog.name.setText("")
    for field in (dialog.name, dialog.head, dialog.tall):
        field.setFocus()
        QTest.keyClick(field, ENTER)
    settle(screen)
    assert dialog.isVisible(), "Enter in a field presses no button"
    assert told(dialog) == ["Kode", "Program saja", "Target 2026", "Pagu 2026"]
    dialog.tall.setValue(0)
    dialog.tall.editingFinished.emit()
    settle(screen)
    looked(dialog, screen, qtbot)
    assert dialog.lacks.text() == "Peta ini belum cocok dengan tabelnya. Periksa baris judul kolomnya."
    assert not dialog.save.isEnabled()


def test_opening_the_table_of_a_file_can_be_stopped(screen, odd):
    screen.files.read_files([odd])
    settle(screen)
    screen.mapping.open()
    assert screen.frame.progress.isVisible()
    screen.frame.progress.stop.click()
    assert not screen.frame.progress.isVisible()
    settle(screen)
    assert screen.findChildren(MapDialog) == []


def test_the_list_above_a_column_is_opened_by_click_and_answered_by_a_letter(screen):
    paste(screen)
    screen.mapping.open()
    dialog = opened(screen)
    dialog.grid.head.sectionClicked.emit(1)
    assert dialog.grid.menu.isVisible()
    QTest.keyClicks(dialog.grid.menu, "P")
    assert not dialog.grid.menu.isVisible()
    assert told(dialog)[1] == "Program/kegiatan"
    assert dialog.grid.accessibleDescription() == "Kolom B: Program/kegiatan"


def test_mappings_are_renamed_and_deleted(screen, desk, qtbot):
    paste(screen)
    screen.mapping.open()
    dialog = opened(screen)
    say(dialog, qtbot, "K", "P")
    dialog.name.setText("Usulan")
    looked(dialog, screen, qtbot)
    dialog.save.click()
    settle(screen)
    screen.mapping.open_list()
    settle(screen)
    (listed,) = screen.findChildren(MapsDialog)
    assert listed.table.lines.lines[0].cells[:2] == ("Usulan", "Kode, Program/kegiatan")
    listed.name.setText("Usulan kerja")
    QTest.keyClick(listed.name, ENTER)
    settle(screen)
    assert [item.name for item in screen.files.maps] == ["Usulan kerja"]
    listed.name.setFocus()
    listed.name.setText("Usulan kerja A")
    listed.table.setFocus()
    settle(screen)
    assert [item.name for item in screen.files.maps] == ["Usulan kerja A"]
    on_data(screen.context.lane, desk.undo)
    assert [item.name for item in on_data(screen.context.lane, desk.table_map.maps)] == ["Usulan kerja"]
    QTest.keyClick(listed.table, Qt.Key.Key_Delete)
    settle(screen)
    assert list(screen.files.maps) == []
    assert listed.none.isVisible()
    assert "Ctrl+Z" in screen.notes[-1]
    on_data(screen.context.lane, desk.undo)
    assert [item.name for item in on_data(screen.context.lane, desk.table_map.maps)] == ["Usulan kerja"]
    screen.mapping.refresh()
    listed.show_maps(on_data(screen.context.lane, desk.table_map.maps))
    listed.name.setFocus()
    listed.name.setText("Usulan akhir")
    release = hold(screen.context.lane)
    listed.done_button.click()
    QCoreApplication.sendPostedEvents(listed, QEvent.Type.DeferredDelete)
    release.set()
    settle(screen)
    assert [item.name for item in screen.files.maps] == ["Usulan akhir"]


def test_a_mapping_is_kept_once_and_a_closed_dialog_is_not_missed(screen, desk, qtbot, monkeypatch):
    paste(screen)
    screen.mapping.open()
    dialog = opened(screen)
    say(dialog, qtbot, "K", "P")
    dialog.name.setText("Usulan")
    looked(dialog, screen, qtbot)
    with monkeypatch.context() as full:
        full.setattr(desk.table_map, "save", partial(refuse, UserFault("disk-full")))
        dialog.save.click()
        settle(screen)
    assert dialog.lacks.text().startswith("Belum tersimpan: ruang disk penuh.")
    release = hold(screen.context.lane)
    for _press in range(2):
        dialog.save.click()
    dialog.reject()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    release.set()
    settle(screen)
    assert screen.reading.draft.map_name == "Usulan"
    assert [item.name for item in on_data(screen.context.lane, desk.table_map.maps)] == ["Usulan"]


def refuse(fault, *_given):
    raise fault


def test_without_a_file_it_says_what_to_do_first(screen):
    warned = []
    screen.warned.connect(warned.append)
    screen.mapping.open()
    assert warned == ["Baca dahulu berkas atau tabel yang kolomnya mau dipetakan."]


def test_in_a_file_that_can_only_be_read_nothing_is_kept(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    screen = document_screen(desk, context, reads=True)
    qtbot.addWidget(screen)
    assert takes_nothing(screen)
    paste(screen)
    assert not screen.frame.fault.map.isEnabled()
    screen.mapping.open()
    dialog = opened(screen)
    say(dialog, qtbot, "K", "P")
    looked(dialog, screen, qtbot)
    assert not dialog.save.isEnabled()
    dialog.reject()
