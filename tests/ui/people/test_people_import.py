"""The preview of a list: every problem in sight, every row chosen by keys, taken in one act."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.exchange.people import MOST_ROWS
from tests.exchange.people_files import xlsx
from tests.ui.frame import nameless
from tests.ui.people.hand import ENTER, SPACE, add, names, settle, stored
from tests.ui.planning import on_data
from ui.models import people_import as columns

CONTROL = Qt.KeyboardModifier.ControlModifier
LIST = (
    "Nama\tNIP\tJabatan\tInstansi\tKelompok\n"
    "Budi Santoso, S.E.\t1,98E+17\tKabid\tDiskominfo\tA\n"
    "Budi Santoso\t\tKabid\tDiskominfo\tB\n"
    "\t\tStaf\tDinas Sosial\t\n"
    "Ani\t\tStaf\tDinas Sosial\t\n"
    "Rina\t\tStaf\tdinas sosial\t\n"
)


@pytest.fixture
def dialog(screen):
    screen.intake.paste(LIST)
    settle(screen)
    return screen.intake.dialog


def row_of(dialog, name):
    return next(
        row for row in range(dialog.model.rowCount()) if dialog.model.candidate(row).person.name == name
    )


def words(dialog, row, column):
    return dialog.model.index(row, column).data()


def stand(dialog, row):
    # Not ``selectRow``: it heeds modifier keys that another test's clicks have left behind.
    flag = QItemSelectionModel.SelectionFlag
    place = dialog.model.index(row, 0)
    dialog.table.selectionModel().setCurrentIndex(place, flag.ClearAndSelect | flag.Rows)
    dialog.table.setFocus()


def test_every_row_is_in_sight_with_what_is_wrong(dialog):
    assert dialog.model.rowCount() == 5
    assert [words(dialog, row, columns.ACTION) for row in range(5)] == [
        "Tambah",
        "Lewati",
        "Lewati",
        "Tambah",
        "Tambah",
    ]
    assert "dobel di berkas: sama dengan baris 2" in words(dialog, 1, columns.DOUBTS)
    assert "nama kosong" in words(dialog, 2, columns.DOUBTS)
    assert words(dialog, 3, columns.DOUBTS) == "OPD tidak dikenal, ditulis sebagai instansi"
    assert dialog.words.text().startswith("3 akan ditambah · 2 dilewati")
    assert "kolom tidak diambil: Kelompok" in dialog.about.text()
    assert dialog.take.text() == "Tambah 3 peserta"


def test_it_says_that_numbers_are_not_taken_until_they_are_switched_on(dialog, screen, desk):
    assert dialog.off.text() == "NIP tidak diambil: belum diaktifkan."
    assert dialog.off.isVisible()
    assert "NIP dirusak" not in words(dialog, 0, columns.DOUBTS)
    on = PersonalSettings(keep_nip=True, purpose="Sertifikat")
    changes = on_data(screen.context.lane, lambda: desk.people.set_personal(on))
    screen.context.bus.publish(changes)
    settle(screen)
    assert not dialog.off.isVisible()
    assert "NIP dirusak Excel (1,98E+17)" in words(dialog, 0, columns.DOUBTS)


def test_space_changes_what_becomes_of_a_row_and_ctrl_enter_takes_all(dialog, screen):
    stand(dialog, 1)
    QTest.keyClick(dialog.table, SPACE)
    assert words(dialog, 1, columns.ACTION) == "Tambah"
    stand(dialog, 3)
    QTest.keyClick(dialog.table, SPACE)
    assert words(dialog, 3, columns.ACTION) == "Lewati"
    stand(dialog, 2)
    QTest.keyClick(dialog.table, SPACE)
    assert words(dialog, 2, columns.ACTION) == "Lewati"
    QTest.keyClick(dialog, ENTER, CONTROL)
    settle(screen)
    assert [item.name for item in stored(screen)] == ["Budi Santoso, S.E.", "Budi Santoso", "Rina"]
    assert screen.heard[-1] == "Impor 3 peserta. Ctrl+Z mengurungkan."


def test_a_click_on_the_tick_changes_it_once(dialog):
    place = dialog.table.visualRect(dialog.model.index(3, columns.ACTION)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert words(dialog, 3, columns.ACTION) == "Lewati"


def test_enter_chooses_the_agency_for_all_rows_of_an_institution(dialog, screen):
    stand(dialog, 3)
    QTest.keyClick(dialog.table, ENTER)
    box = next(
        item
        for item in dialog.table.viewport().findChildren(QComboBox, "people-import-opd")
        if item.isVisible()
    )
    box.setCurrentIndex(box.findText("Dinas Kesehatan"))
    box.activated.emit(box.currentIndex())
    settle(screen)
    assert [words(dialog, row, columns.PLACE) for row in (3, 4)] == ["Dinas Kesehatan"] * 2
    assert words(dialog, 3, columns.DOUBTS) == ""
    dialog.accept()
    settle(screen)
    assert {item.opd for item in stored(screen)[1:]} == {stored(screen)[1].opd}
    assert stored(screen)[1].institution == ""


def test_a_column_is_read_as_something_else(dialog, screen):
    box = dialog.findChild(QComboBox, "people-import-column-4")
    box.setCurrentIndex(box.findData("body"))
    box.activated.emit(box.currentIndex())
    settle(screen)
    assert words(dialog, 0, columns.BODY) == "A"
    taken = dialog.findChild(QComboBox, "people-import-column-1")
    taken.setCurrentIndex(taken.findData("body"))
    taken.activated.emit(taken.currentIndex())
    settle(screen)
    assert box.currentData() == ""


def test_only_what_should_be_looked_at_is_shown_when_asked(dialog):
    dialog.doubts.click()
    assert dialog.model.rowCount() == 4
    assert row_of(dialog, "Ani") == 2


def test_the_current_row_is_told_whole_below_the_table(dialog):
    stand(dialog, 1)
    assert dialog.detail.text().startswith("Baris 3: Budi Santoso · ")
    assert "dobel di berkas" in dialog.detail.text()


def test_nothing_is_stored_when_it_is_given_up(dialog, screen):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(screen)
    assert stored(screen) == []
    assert screen.intake.dialog is None


def test_everything_in_it_that_takes_the_tab_key_can_be_named(dialog):
    assert nameless(dialog) == []


def test_somebody_of_the_list_is_completed(screen):
    add(screen, "Budi Santoso; ; Diskominfo")
    screen.intake.paste(LIST)
    settle(screen)
    dialog = screen.intake.dialog
    assert words(dialog, 0, columns.ACTION) == "Lengkapi"
    assert "lengkapi 1" in dialog.take.text()
    dialog.accept()
    settle(screen)
    first = stored(screen)[0]
    assert (first.name, first.position) == ("Budi Santoso", "Kabid")


def test_another_sheet_of_the_file_is_read(screen, tmp_path, qtbot):
    more = (("Tahap I", (("Nama",), ("Baso",), ("Ani",), ("Rina",)), False),)
    screen.intake.read_file(xlsx(tmp_path / "undangan.xlsx", more=more))
    settle(screen)
    qtbot.waitUntil(lambda: screen.intake.dialog is not None)
    settle(screen)
    dialog = screen.intake.dialog
    assert dialog.sheets.isVisible()
    assert dialog.long.isHidden()
    dialog.sheets.setCurrentIndex(1)
    dialog.sheets.activated.emit(1)
    settle(screen)
    assert dialog.take.text() == "Tambah 3 peserta"


def test_a_sheet_that_is_too_long_is_left_out_and_this_is_said(screen, tmp_path, qtbot):
    long = (("Nama",), *((f"Warga {number}",) for number in range(MOST_ROWS)))
    screen.intake.read_file(xlsx(tmp_path / "undangan.xlsx", more=(("Penduduk", long, False),)))
    qtbot.waitUntil(lambda: screen.intake.dialog is not None, timeout=20_000)
    settle(screen)
    dialog = screen.intake.dialog
    assert dialog.long.isVisible()
    assert dialog.long.text() == (
        "Tidak dibaca karena terlalu panjang untuk daftar peserta: lembar “Penduduk” (5.001 baris)."
    )
    assert dialog.take.isEnabled()


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(screen, tmp_path):
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF-1.7")
    screen.intake.read_file(path)
    settle(screen)
    assert screen.heard[-1].startswith("surat.pdf rusak dan tidak bisa dibaca")
    assert screen.intake.dialog is None


def test_an_empty_paste_waits_for_text_and_tells_what_cannot_be_read(screen):
    screen.intake.paste("")
    settle(screen)
    dialog = screen.intake.dialog
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText("Baso, S.E.\nAni")
    dialog._read_text()
    settle(screen)
    assert dialog.take.text() == "Tambah 2 peserta"


def full(monkeypatch, service, name):
    def refuse(*_ignored, **_also):
        raise DiskFault("disk-full")

    monkeypatch.setattr(service, name, refuse)


def test_a_list_that_could_not_be_stored_stays_in_sight_and_is_taken_later(screen, desk, monkeypatch):
    with monkeypatch.context() as patch:
        full(patch, desk.people, "adopt")
        screen.intake.paste("Nama\tJabatan\nBudi\tStaf\nWati\tStaf")
        settle(screen)
        dialog = screen.intake.dialog
        dialog.take.click()
        settle(screen)
        assert dialog.isVisible()
        assert dialog.about.text().startswith("Belum tersimpan: ruang disk penuh.")
    dialog.take.click()
    settle(screen)
    assert screen.intake.dialog is None
    assert names(screen) == ["Budi", "Wati"]


def test_a_typed_line_that_could_not_be_stored_stands_there_again(screen, desk, monkeypatch):
    full(monkeypatch, desk.people, "add_typed")
    add(screen, "Budi; Staf; Dinas Kesehatan")
    assert screen.add_line.line.text() == "Budi; Staf; Dinas Kesehatan"
    assert screen.add_line.words.text().startswith("Belum tersimpan: ruang disk penuh.")
