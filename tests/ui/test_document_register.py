"""The page Daftar dokumen, and the versions of a plan: compared, restored, tied by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import LineDraft
from tests.ui.frame import nameless
from tests.ui.planning import OPDS, document_screen, draft, on_data, settle
from ui.screens.document.register import RegisterPart
from ui.widgets.document_frame import REGISTER, RENSTRA
from ui.widgets.plan_change import CompareDialog, VersionsDialog

ENTER = Qt.Key.Key_Return
OTHER = LineDraft("program", "2.20.02", "Program Statistik Sektoral", pagu={"2025": 9_000})


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in OPDS]))
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(screen):
    screen.frame.show_page(REGISTER)
    settle(screen)
    return screen.frame.register


def register(screen, desk):
    return on_data(screen.context.lane, desk.register.register)


def there(screen, desk):
    return [item for item in register(screen, desk).regional if not item.missing]


def look_at(screen, read):
    screen.files._got(read)
    settle(screen)


def use(screen, read):
    look_at(screen, read)
    screen.reading.use.click()
    settle(screen)


def plan(screen, desk):
    return on_data(screen.context.lane, lambda: desk.renstra.plan(desk.opd.find(OPDS[1]).id))


def test_what_is_missing_is_shown_and_enter_adds_it(screen, desk, page):
    assert "Belum ada: RPJMD atau RPD" in page.told.text()
    page.table.choose("rtrw")
    assert "belum ada di daftar" in page.head.text()
    QTest.keyClick(page.table, ENTER)
    settle(screen)
    assert [item.kind for item in there(screen, desk)] == ["rtrw"]
    assert page.form.fields["title"].hasFocus()
    QTest.keyClicks(page.form.fields["number"], "19")
    QTest.keyClicks(page.form.fields["year"], "2013")
    settle(screen)
    assert there(screen, desk)[0].numbered == "Nomor 19 Tahun 2013"
    assert nameless(screen) == []


def test_a_document_is_added_deleted_and_brought_back(screen, desk, page):
    page.kind.setCurrentIndex(page.kind.findData("sk"))
    page.add.click()
    settle(screen)
    assert page.row.kind == "sk"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settle(screen)
    assert there(screen, desk) == []
    assert "dihapus dari daftar" in screen.notes[-1]
    on_data(screen.context.lane, desk.undo)
    assert len(there(screen, desk)) == 1


def test_a_file_is_noted_kept_and_saved_elsewhere(screen, desk, page, tmp_path, monkeypatch):
    file = tmp_path / "sk.pdf"
    file.write_bytes(b"isi")
    monkeypatch.setattr(RegisterPart, "ask_file", classmethod(lambda *_: file))
    monkeypatch.setattr(RegisterPart, "ask_place", classmethod(lambda *_: tmp_path / "salinan.pdf"))
    page.add.click()
    settle(screen)
    page.choose_file.click()
    settle(screen)
    assert "sk.pdf · hanya namanya" in page.file.text()
    assert not page.copy.isVisible()
    page.keep.setChecked(True)
    page.choose_file.click()
    settle(screen)
    page.copy.click()
    settle(screen)
    assert (tmp_path / "salinan.pdf").read_bytes() == b"isi"
    assert screen.notes[-1] == "salinan.pdf tersimpan."
    page.forget.click()
    settle(screen)
    assert "belum dicatat" in page.file.text()
    assert there(screen, desk)[0].document.source_name == ""


def test_the_renstra_of_an_agency_is_opened_from_the_list_and_the_list_printed(screen, page, heard):
    screen.print_asked.connect(lambda kind, row: heard.items.append((kind, row)))
    page.print.click()
    assert heard.items == [("daftar-dokumen", "")]
    key = next(key for key, row in page._rows.items() if row.owner)
    page.table.choose(key)
    QTest.keyClick(page.table, ENTER)
    settle(screen)
    assert screen.frame.pages.currentIndex() == RENSTRA


def test_in_a_file_that_takes_nothing_the_list_only_shows(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context, reads=True)
    qtbot.addWidget(made)
    made.frame.show_page(REGISTER)
    settle(made)
    page = made.frame.register
    page.table.choose("rtrw")
    QTest.keyClick(page.table, ENTER)
    settle(made)
    assert there(made, desk) == []
    assert not page.add.isEnabled()
    assert page.print.isEnabled()


def test_a_reading_says_what_it_would_change_before_it_is_used(screen):
    look_at(screen, draft())
    assert not screen.reading.compare.isVisible()
    use(screen, draft())
    lines = draft().lines
    look_at(screen, draft(lines=(replace(lines[0], name="Program Baru Sekali"), *lines[1:]), problems=()))
    assert "1 baris berubah" in screen.reading.note.text()
    screen.reading.compare.click()
    settle(screen)
    dialog = screen.findChild(CompareDialog)
    assert "Program Informasi <b>Publik → Program Baru Sekali" in dialog.view.whole.text()
    dialog.view.parts.chosen.emit(4)
    assert dialog.view.money.isVisible()
    assert not dialog.ties.isVisible()
    dialog.use.click()
    settle(screen)
    assert screen.frame.plan.model.plan.lines[0].name == "Program Baru Sekali"


def test_an_analysis_that_would_be_lost_is_tied_to_a_new_program(screen, desk):
    use(screen, draft())
    sheet = on_data(screen.context.lane, lambda: desk.worksheet.find("L5"))
    row = plan(screen, desk).lines[0].id
    opd = on_data(screen.context.lane, lambda: desk.opd.find(OPDS[1])).id
    cells = [(row, "proposal", "Satu pintu")]
    on_data(screen.context.lane, lambda: desk.worksheet.set_cells(sheet.id, opd, cells))
    look_at(screen, draft(lines=(OTHER,), problems=()))
    assert "pada 1 baris hilang" in screen.reading.note.text()
    screen.reading.compare.click()
    settle(screen)
    dialog = screen.findChild(CompareDialog)
    [box] = dialog.ties.boxes.values()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(screen)
    assert "ikut semuanya" in dialog.view.work.text()
    dialog.use.click()
    settle(screen)
    assert plan(screen, desk).lines[0].id == row
    assert screen.frame.lost.isVisible()
    assert not any("sudah dianalisis" in label.text() for label in screen.frame.lost._shown)


def test_any_two_versions_are_compared_and_an_earlier_one_restored(screen, desk, heard):
    use(screen, draft())
    screen.frame.plan.versions.click()
    settle(screen)
    single = screen.findChild(VersionsDialog)
    assert single.alone.isVisible(), "one version is compared with nothing"
    assert not single.view.isVisible()
    assert not single.print.isVisible()
    single.close_button.click()
    use(screen, draft(lines=(*draft().lines, OTHER), problems=(), source_name="lagi.xlsx"))
    screen.frame.plan.versions.click()
    settle(screen)
    dialog = screen.findChildren(VersionsDialog)[-1]
    assert dialog.table.model().rowCount() == 2
    assert dialog.view.sentence.text().startswith("1 baris baru")
    assert not dialog.restore.isEnabled()
    dialog.table.choose("1")
    dialog.restore.click()
    settle(screen)
    assert len(plan(screen, desk).lines) == 3
    assert "kembali ke versi 1" in screen.notes[-1]
    screen.print_asked.connect(lambda *asked: heard.items.append(asked[0]))
    screen._open_versions()
    settle(screen)
    screen.findChildren(VersionsDialog)[-1].print.click()
    assert heard.items == ["perubahan-renstra"]
