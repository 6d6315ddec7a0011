"""Prints of several OPD from Cetak: dossiers in one file, or one file each in a folder."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from smartcity_desktop.domain.print_job import kind_of
from smartcity_desktop.domain.print_needs import takes_files
from smartcity_desktop.domain.words import Words
from smartcity_desktop.errors import UserFault
from tests.reporting.pictures import bookmarks, page_image
from tests.ui.frame import nameless
from tests.ui.prints.hand import count, pages, saved, settle, text_of
from tests.ui.test_home_screen import cut, double
from ui import translate
from ui.printing import Watch, Written
from ui.screens.report import screen as module

SHORTS = ("Disdukcapil", "Diskominfo", "DPMPTSP", "Bappeda", "DLH", "Kelurahan Potoro")
GROUPS = ("GOV", "BRD", "ECO", "LIV", "SOC", "ENV")
PARTS = ("Struktur", "Infrastruktur", "Suprastruktur")


def ran(screen):
    """Let a run of files come to its end: every file is asked for when the one before is written."""
    for _ in range(len(SHORTS) + len(GROUPS)):
        settle(screen)
    assert screen._files is None


def test_all_dossiers_come_in_one_file_with_a_bookmark_each(show, hall, tmp_path):
    screen = show(hall)
    assert pages(screen, "dossier-opd")
    assert screen.head.name.text() == "Dossier OPD"
    text = saved(screen, tmp_path, "semua.pdf")
    assert "Meningkatnya layanan publik" in " ".join(text.split())
    assert len(bookmarks((tmp_path / "semua.pdf").read_bytes())) == len(SHORTS)


def test_one_dossier_is_made_of_the_opd_that_is_chosen(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.choice.choose_opd(hall.opds["DLH"])
    screen.show_pages()
    settle(screen)
    assert screen.head.name.text() == "Dossier DLH"
    assert not screen.head.each.isVisible()
    text = saved(screen, tmp_path)
    assert "Dinas Lingkungan Hidup" in text
    assert "Badan Perencanaan" not in text


@pytest.mark.parametrize(
    ("kind", "begin"), [("dossier-opd", "Dossier"), ("kertas-kerja-kosong", "Kertas kerja kosong")]
)
def test_every_opd_gets_a_file_of_its_own(show, hall, tmp_path, monkeypatch, kind, begin):
    folder = tmp_path / "Hasil"
    folder.mkdir()
    (folder / f"{begin} DLH.pdf").write_bytes(b"lama")
    monkeypatch.setattr(module.QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    screen = show(hall)
    screen.list.choose(kind)
    assert screen.head.each.isVisible()
    screen.head.each.click()
    settle(screen)
    ran(screen)
    names = {path.stem for path in folder.iterdir()}
    wanted = {*SHORTS, "DLH (2)"}
    if kind == "kertas-kerja-kosong":
        # Dimension groups and the parts of the readiness have one each.
        wanted |= {*GROUPS, *PARTS}
    assert names == {f"{begin} {short}" for short in wanted}
    assert (folder / f"{begin} DLH.pdf").read_bytes() == b"lama"
    assert "Dinas Lingkungan Hidup" in text_of(folder / f"{begin} DLH (2).pdf")
    written = len(names) - 1
    assert screen.bar.text.text() == f'{written} berkas tersimpan di folder "Hasil".'
    assert screen.bar.action.text() == "Buka folder"
    assert screen.context.settings.value.last_folder == str(folder)
    assert not screen.progress.isVisible()


def test_the_folder_dialog_given_up_writes_nothing(show, hall, monkeypatch):
    monkeypatch.setattr(module.QFileDialog, "getExistingDirectory", lambda *_: "")
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.head.each.click()
    assert screen._ticket is None
    assert not screen.progress.isVisible()


def test_only_prints_of_several_opd_offer_a_file_each(show, hall):
    screen = show(hall)
    for key in screen.list.documents():
        screen.list.choose(key)
        assert screen.head.each.isVisible() is takes_files(kind_of(key))


def test_files_on_their_way_can_be_stopped_and_what_is_written_stays(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.write_each("dossier-opd", tmp_path / "Hasil")
    told = []
    while screen._files is None:
        settle_once(screen)
    screen._files.moved.connect(lambda *said: told.append(said))
    assert not screen.head.save.isEnabled()
    assert not screen.card.view.isEnabled()
    screen.progress.stop.click()
    ran(screen)
    written = len(list((tmp_path / "Hasil").iterdir()))
    assert 1 <= written < len(SHORTS)
    assert screen.bar.text.text() == (
        f'{written} dari {len(SHORTS)} berkas tersimpan di folder "Hasil"; sisanya dihentikan.'
    )
    assert screen.head.save.isEnabled()
    assert screen.card.view.isEnabled()


def settle_once(screen):
    """Deliver what is there, without waiting until all is done."""
    screen.context.lane._deliver_turn()


def test_a_folder_that_takes_no_file_is_told_with_what_is_safe(show, hall, tmp_path):
    (tmp_path / "Hasil").write_text("berkas", encoding="utf-8")
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.write_each("dossier-opd", tmp_path / "Hasil")
    settle(screen)
    ran(screen)
    assert screen.bar.text.text().startswith(
        '0 dari 6 berkas tersimpan di folder "Hasil". Dossier Disdukcapil'
    )
    assert "Data Bimtek aman" in screen.bar.text.text()


def test_what_was_typed_a_moment_ago_is_in_the_files(show, hall, tmp_path):
    rows = [row.row for row in hall.grid("Diskominfo").rows]
    screen = show(hall)
    cells = [(rows[0], "relevant", "ya"), (rows[0], "proposal", "Kios layanan bergerak")]
    save = partial(hall.desk.worksheet.set_cells, hall.worksheet, hall.opds["Diskominfo"], cells)
    screen.context.autosave.note(("cell", rows[0]), save)
    screen.write_each("dossier-opd", tmp_path)
    settle(screen)
    ran(screen)
    assert "Kios layanan bergerak" in text_of(tmp_path / "Dossier Diskominfo.pdf").replace("\n", " ")


def test_pages_are_not_made_while_files_are_written(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.write_each("dossier-opd", tmp_path)
    while screen._files is None:
        settle_once(screen)
    screen.show_pages()
    assert screen._ticket is None
    screen.ask_folder()
    ran(screen)
    assert len(list(tmp_path.glob("Dossier *.pdf"))) == len(SHORTS)


def test_a_print_nobody_waits_for_ends_in_the_middle(lane):
    told = []
    watch = Watch(lane, told.append)
    watch(0, 12)
    watch.ticket = lane.side(threading.Event)
    watch(1, 12)
    watch.ticket.cancel()
    with pytest.raises(UserFault, match="print-cancelled"):
        watch(2, 12)
    assert lane.drain(5)
    assert [(item.done, item.total) for item in told] == [(1, 12), (1, 12)]


def test_progress_follows_the_dossiers_of_a_large_print(show, hall):
    screen = show(hall)
    steps = []
    screen.progress.bar.valueChanged.connect(steps.append)
    pages(screen, "dossier-opd")
    assert screen.progress.bar.maximum() == 2 * len(SHORTS)
    assert steps


def test_what_came_of_a_run_is_one_sentence(tmp_path):
    assert Written(tmp_path / "A", 3, 3).words() == '3 berkas tersimpan di folder "A".'
    assert Written(tmp_path / "A", 1, 3).words().endswith("; sisanya dihentikan.")


def test_the_button_speaks_the_words_of_the_event(show, hall, qapp):
    screen = show(hall)
    translate.speak(qapp, Words("Perangkat Daerah", "Pilar"))
    screen.reword()
    settle(screen)
    assert screen.head.each.text() == "Satu berkas per Perangkat Daerah …"
    assert screen.list.line("dossier-opd").title == "Dossier Perangkat Daerah"


def test_pages_that_lie_broad_are_turned_on_upright_paper(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("dossier-opd")
    screen.choice.choose_opd(hall.opds["Diskominfo"])
    screen.choice.papers.button(0).click()
    screen.show_pages()
    settle(screen)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    screen.print_on(printer)
    settle(screen)
    made = screen._made.pdf
    paper = (tmp_path / "kertas.pdf").read_bytes()
    assert count(tmp_path / "kertas.pdf") == screen._made.count
    whole, turned = page_image(made, 1, 400), page_image(paper, 1, 283)
    assert whole.width > whole.height
    assert turned.height > turned.width
    back = turned.rotate(-90, expand=True).resize(whole.size)
    apart = [abs(one - other) for one, other in zip(ink(whole), ink(back), strict=True)]
    assert max(apart) < 25


def ink(image):
    """Return the mean tone of each field of a grid of 12 by 8 laid over a page."""
    return list(image.resize((12, 8)).tobytes())


def test_everything_has_a_name_and_doubled_words_are_not_cut(show, hall, qtbot):
    screen = show(hall)
    pages(screen, "dossier-opd")
    assert nameless(screen) == []
    assert screen.head.each.focusPolicy() & Qt.FocusPolicy.TabFocus
    double(screen)
    qtbot.waitUntil(lambda: cut(screen) == [], timeout=3_000)
