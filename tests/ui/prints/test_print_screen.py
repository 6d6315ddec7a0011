"""Cetak on a real workshop file: the documents by moment, their real pages, a PDF, a printer."""

import threading
from functools import partial

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from smartcity_desktop.domain import print_needs
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.print_job import MOMENTS
from tests.ui.frame import nameless
from tests.ui.prints.hand import count, pages, saved, settle, text_of
from tests.ui.test_home_screen import cut, double
from ui.screens.report import screen as module
from ui.screens.report import ways

BEFORE = ("kertas-kerja-kosong", "daftar-hadir", "kertas-kerja-terisi", "laporan-sesi", "dossier-opd")
HOSTILE = "<b>Jum'at</b> & <script>"


def test_the_documents_stand_by_their_moment_with_what_they_would_hold(show, hall):
    hall.begin_session()
    screen = show(hall)
    lines = [screen.list.line(key) for key in screen.list.documents()]
    moments = [line.moment for line in lines]
    assert moments == sorted(moments, key=MOMENTS.index)
    assert {line.title: line.holds for line in lines if line.key in BEFORE} == {
        "Kertas kerja kosong": "6 OPD, 1 dengan Renstra, 6 kelompok",
        "Daftar hadir": "6 OPD, nama ditulis tangan",
        "Kertas kerja terisi": "belum ada isian",
        "Laporan sesi": "sesi 31 Juli, 11.42–… · Kerja kelompok 2",
        "Dossier OPD": "6 OPD, 1 dengan Renstra",
    }


def test_an_empty_workshop_says_so_in_place(show, empty_hall):
    screen = show(empty_hall)
    lines = [screen.list.line(key) for key in screen.list.documents()]
    assert {line.title: line.holds for line in lines if line.key in BEFORE} == {
        "Kertas kerja kosong": "belum ada OPD",
        "Daftar hadir": "baris kosong",
        "Kertas kerja terisi": "belum ada isian",
        "Laporan sesi": "belum ada sesi",
        "Dossier OPD": "belum ada OPD",
    }


@pytest.mark.parametrize("kind", ["kertas-kerja-kosong", "daftar-hadir", "dossier-opd"])
def test_every_print_that_needs_no_answers_has_pages_in_an_empty_workshop(show, empty_hall, kind):
    screen = show(empty_hall)
    assert pages(screen, kind)
    assert screen.pages.pages[0].is_drawn


def test_the_recap_of_dimensions_asks_for_a_dimension_and_every_other_print_for_an_opd(show, hall):
    screen = show(hall)
    screen.open_row("rekap-dimensi")
    box = screen.choice.opd
    assert (box.itemText(0), box.itemText(1)) == ("Semua dimensi (6)", "GOV Smart Governance")
    assert box.accessibleName() == "Dimensi yang dicetak"
    assert screen.head.each.isHidden()
    box.setCurrentIndex(1)
    settle(screen)
    screen.changed(Changes())
    settle(screen)
    assert box.currentText() == "GOV Smart Governance", "what was chosen stays while others write"
    assert screen.wanted().ask.opd == box.currentData()
    screen.list.choose("rekap-opd")
    assert box.itemText(0) == "Semua OPD (6)"
    assert box.accessibleName() == "OPD yang dicetak"
    assert len(pages(screen, "rekap-dimensi")) == 6


def test_sheets_that_nobody_filled_are_a_sentence_and_no_pages(show, empty_hall):
    screen = show(empty_hall)
    assert pages(screen, "kertas-kerja-terisi") == []
    assert screen.stack.currentWidget() is screen.refused
    assert screen.refused.sentence.text().startswith("Belum ada yang mengisi kertas kerja ")
    assert not any(button.isVisible() for button in screen.refused.buttons)


def test_a_report_without_a_session_offers_to_start_one(show, empty_hall, heard):
    screen = show(empty_hall)
    screen.go.connect(lambda *said: heard.items.append(said))
    assert pages(screen, "laporan-sesi") == []
    assert screen.stack.currentWidget() is screen.refused
    assert screen.refused.sentence.text().startswith("Belum ada sesi di Bimtek ini.")
    screen.refused.buttons[0].click()
    assert heard.items == [("session-start", "")]


def test_the_refusal_goes_when_a_session_has_begun(show, empty_hall):
    screen = show(empty_hall)
    pages(screen, "laporan-sesi")
    empty_hall.begin_session()
    screen.arrive()
    settle(screen)
    assert screen.stack.currentWidget() is screen.hint
    assert pages(screen, "laporan-sesi")


def test_the_report_shows_what_was_typed_a_moment_ago(show, hall, tmp_path):
    hall.begin_session()
    rows = [row.row for row in hall.grid("Diskominfo").rows]
    screen = show(hall)
    cells = [(rows[0], "proposal", "Kios layanan bergerak")]
    save = partial(hall.desk.worksheet.set_cells, hall.worksheet, hall.opds["Diskominfo"], cells)
    screen.context.autosave.note(("cell", rows[0]), save)
    assert pages(screen, "laporan-sesi")
    assert "Kios layanan bergerak" in saved(screen, tmp_path).replace("\n", " ")


def test_one_agency_can_be_chosen_alone(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("kertas-kerja-kosong")
    screen.choice.choose_opd(hall.opds["DLH"])
    screen.show_pages()
    settle(screen)
    text = saved(screen, tmp_path)
    assert "Dinas Lingkungan Hidup" in text
    assert "Badan Perencanaan" not in text


def test_a_session_of_before_can_be_chosen(show, hall, tmp_path, clock):
    first = hall.begin_session()
    hall.ask(partial(hall.desk.session.update, first, "title", "Sesi pembuka"))
    hall.ask(partial(hall.desk.session.end, first))
    clock.forward(hours=2)
    hall.begin_session()
    screen = show(hall)
    assert [screen.choice.session.itemText(row) for row in range(2)] == [
        "Kerja kelompok 2 · 31 Juli, 13.42–…",
        "Sesi pembuka · 31 Juli, 11.42–11.42",
    ]
    screen.list.choose("laporan-sesi")
    screen.choice.choose_session(first)
    screen.show_pages()
    settle(screen)
    assert "Sesi pembuka" in saved(screen, tmp_path)


def test_the_paper_is_that_of_the_workshop_until_another_is_chosen(show, hall, tmp_path, qtbot):
    screen = show(hall)
    assert screen.choice.paper == "F4"
    pages(screen, "daftar-hadir")
    assert screen.head.count.text().endswith("· F4")
    screen.choice.papers.button(0).click()
    qtbot.waitUntil(lambda: screen.head.count.text().endswith("· A4"), timeout=10_000)
    settle(screen)
    screen.write_to(tmp_path / "a4.pdf")
    settle(screen)
    pdf = pypdfium2.PdfDocument(tmp_path / "a4.pdf")
    assert round(pdf[0].get_height() / 72 * 25.4) == 297
    pdf.close()


def test_pages_are_never_wider_than_their_room(show, hall, qtbot):
    screen = show(hall)
    shown = pages(screen, "kertas-kerja-kosong")
    qtbot.wait(50)
    assert all(page.width() <= screen.pages.viewport().width() - 40 for page in shown)
    assert shown[0].width() > shown[0].height()
    assert not screen.pages.horizontalScrollBar().isVisible()


def test_making_pages_shows_progress_and_can_be_cancelled(show, hall):
    screen = show(hall)
    release = threading.Event()
    screen.context.lane.hold(release)
    screen.show_pages()
    assert screen.progress.isVisible()
    screen.progress.stop.click()
    assert not screen.progress.isVisible()
    release.set()
    settle(screen)
    assert screen.stack.currentWidget() is screen.hint


def test_pages_of_a_choice_that_was_given_up_are_not_shown(show, hall):
    hall.begin_session()
    screen = show(hall)
    release = threading.Event()
    screen.context.lane.hold(release)
    screen.list.choose("daftar-hadir")
    screen.show_pages()
    screen.list.choose("laporan-sesi")
    screen.show_pages()
    release.set()
    settle(screen)
    assert screen.head.name.text().startswith("Laporan sesi")


def test_saving_before_looking_makes_the_pages_first(show, hall, tmp_path, monkeypatch):
    target = tmp_path / "hadir.pdf"
    monkeypatch.setattr(module.QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen = show(hall)
    screen.list.choose("daftar-hadir")
    screen.head.save.click()
    settle(screen)
    assert "Daftar Hadir" in text_of(target).title()
    assert screen.bar.text.text() == "Tersimpan: hadir.pdf"
    assert screen.context.settings.value.last_folder == str(tmp_path)


def test_a_file_that_cannot_be_written_is_told_and_can_be_tried_again(show, hall, tmp_path):
    screen = show(hall)
    pages(screen, "daftar-hadir")
    (tmp_path / "hadir.pdf").mkdir()
    screen.write_to(tmp_path / "hadir.pdf")
    settle(screen)
    assert "belum tersimpan" in screen.bar.text.text()
    assert screen.bar.action.text() == "Coba lagi"


def test_the_pages_go_to_a_printer_in_the_background(show, hall, tmp_path):
    screen = show(hall)
    shown = pages(screen, "daftar-hadir")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    screen.print_on(printer)
    assert screen.progress.isVisible()
    settle(screen)
    assert not screen.progress.isVisible()
    assert count(tmp_path / "kertas.pdf") == len(shown)


def test_a_laptop_without_a_printer_is_told_to_save(show, hall, monkeypatch):
    monkeypatch.setattr(module.QPrinterInfo, "availablePrinterNames", list)
    screen = show(hall)
    assert not screen.head.print.isVisible()
    assert "Simpan sebagai PDF" in screen.head.alone.text()
    assert screen.head.alone.isVisible()
    monkeypatch.setattr(module.QPrinterInfo, "availablePrinterNames", lambda: ["Epson"])
    screen.arrive()
    settle(screen)
    assert screen.head.print.isVisible()
    assert not screen.head.alone.isVisible()


def test_many_pages_are_named_on_the_button_before_they_go_to_the_printer(show, hall, monkeypatch):
    monkeypatch.setattr(print_needs, "MANY_PAGES", 5)
    opened = []
    monkeypatch.setattr(
        ways.QPrintDialog, "exec", lambda _: opened.append(1) or ways.QDialog.DialogCode.Rejected
    )
    screen = show(hall)
    screen.list.choose("kertas-kerja-kosong")
    screen.choice.worksheet.setCurrentIndex(screen.choice.worksheet.findText("L1 Analisis isu daerah"))
    screen.head.print.click()
    settle(screen)
    assert opened == []
    total = screen._made.count
    assert screen.head.print.text() == f"Cetak {total} halaman …"
    assert screen.bar.text.text().startswith(f"Ini {total} halaman.")
    screen.head.print.click()
    assert opened == [1]


def test_blank_sheets_of_the_agencies_are_one_to_be_copied_until_each_is_wanted(show, hall):
    screen = show(hall)
    screen.list.choose("kertas-kerja-kosong")
    stages = hall.ask(hall.desk.workshop.stages)
    screen.show_stage(1)
    assert screen.wanted().ask.stage == stages[0].id
    ways_box = screen.choice.boxes["choice"]
    assert ways_box.currentText() == "Satu saja, untuk diperbanyak"
    screen.choice.worksheet.setCurrentIndex(screen.choice.worksheet.findText("L3 Analisis SWOT"))
    one = len(pages(screen, "kertas-kerja-kosong"))
    ways_box.setCurrentIndex(1)
    assert len(pages(screen, "kertas-kerja-kosong")) == one * len(hall.opds)
    screen.choice.opd.setCurrentIndex(1)
    assert ways_box.isHidden()
    assert screen.wanted().ask.choice == ""
    screen.choice.opd.setCurrentIndex(0)
    screen.choice.worksheet.setCurrentIndex(screen.choice.worksheet.findText("L5 Analisis Renstra"))
    assert ways_box.isHidden()
    screen.leave()


def test_printing_goes_on_when_another_screen_comes(show, hall, tmp_path):
    screen = show(hall)
    screen.list.choose("kertas-kerja-kosong")
    screen.choice.worksheet.setCurrentIndex(screen.choice.worksheet.findText("L1 Analisis isu daerah"))
    shown = pages(screen, "kertas-kerja-kosong")
    assert len(shown) >= 6
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    screen.print_on(printer)
    screen.leave()
    settle(screen)
    assert count(tmp_path / "kertas.pdf") == len(shown)


def test_pages_follow_what_others_change(show, hall, qtbot, tmp_path):
    screen = show(hall)
    pages(screen, "daftar-hadir")
    changes = hall.ask(partial(hall.desk.workshop.update, "kop_agency", "DINAS BARU"))
    screen.changed(changes)
    qtbot.wait(300)
    settle(screen)
    assert "DINAS BARU" in saved(screen, tmp_path)


def test_the_kop_is_one_click_away(show, hall, heard):
    screen = show(hall)
    screen.go.connect(lambda *said: heard.items.append(said))
    screen.card.frame.click()
    assert heard.items == [("event", "kop")]
    assert (
        screen.card.around.text()
        == "Kop terisi · 12 dasar · 3 dasar belum lengkap · belum ada penanda tangan"
    )


def test_words_of_people_are_plain_text_and_everything_has_a_name(show, hall):
    session = hall.begin_session()
    hall.ask(partial(hall.desk.session.update, session, "title", HOSTILE))
    screen = show(hall)
    pages(screen, "laporan-sesi")
    assert HOSTILE in screen.list.line("laporan-sesi").holds
    assert {label.textFormat() for label in screen.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert nameless(screen) == []


@pytest.mark.parametrize("kind", ["kertas-kerja-kosong", "laporan-sesi"])
def test_doubled_words_are_not_cut(show, empty_hall, qtbot, kind):
    screen = show(empty_hall)
    pages(screen, kind)
    double(screen)
    for button in screen.choice.papers.buttons():
        # A paper has the same name in every language.
        button.setText(button.text().split()[0])
    qtbot.waitUntil(lambda: cut(screen) == [], timeout=3_000)
    assert screen.width() == 1156


def test_one_worksheet_can_be_printed_of_all_or_of_one_dimension_group(show, hall):
    screen = show(hall)
    screen.list.choose("kertas-kerja-kosong")
    choice = screen.choice
    titles = [choice.worksheet.itemText(at) for at in range(choice.worksheet.count())]
    known = [f"{item.code} {item.title}" for item in hall.ask(hall.desk.worksheet.worksheets)]
    assert titles == ["Semua kertas kerja", *known]
    everyone = {}
    for place, title in enumerate(titles):
        choice.worksheet.setCurrentIndex(place)
        everyone[title.partition(" ")[0]] = choice.opd.itemText(0)
    assert everyone["L2"] == "Semua bagian (3)"
    assert everyone["L10N"] == "Semua penilai (0)"
    assert everyone["L5"].startswith("Semua OPD")
    choice.worksheet.setCurrentIndex(titles.index("L1 Analisis isu daerah"))
    assert choice.opd.itemText(0) == "Semua dimensi (6)"
    assert choice.opd.itemText(1) == "GOV Smart Governance"
    choice.opd.setCurrentIndex(1)
    screen.show_pages()
    settle(screen)
    assert screen.head.name.text() == "Kertas kerja kosong GOV Smart Governance"
    screen.list.choose("dossier-opd")
    assert choice.worksheet.isHidden()
    assert choice.opd.itemText(0).startswith("Semua OPD")
    screen.leave()


def test_pages_that_would_follow_a_choice_are_not_made_once_the_screen_is_left(show, hall, qtbot):
    screen = show(hall)
    pages(screen, "kertas-kerja-kosong")
    asked = []
    screen.pages.show_pdf = lambda *made: asked.append(made)
    screen.list.choose("dossier-opd")
    screen.leave()
    qtbot.wait(300)
    settle(screen)
    assert asked == []
