from datetime import datetime, timedelta, timezone

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import delete

from smartcity_desktop.domain.report import PrintFrame, SessionReport
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services.report import PrintJob
from tests.ui.frame import turn
from ui.printing import PAPERS, Preview, Prints, choose_paper, set_up

A4 = QPageSize(QPageSize.PageSizeId.A4)
FOLIO = QPageSize(QSizeF(215.9, 330.2), QPageSize.Unit.Millimeter, "Folio")
LETTER = QPageSize(QPageSize.PageSizeId.Letter)
LEGAL = QPageSize(QPageSize.PageSizeId.Legal)


def job(paper="F4"):
    now = datetime(2023, 7, 31, 10, 42, 7, tzinfo=timezone(timedelta(hours=8)))
    report = SessionReport(title="Analisis <b Jum'at", basis=tuple(f"Dasar nomor {row}" for row in range(60)))
    frame = PrintFrame(printed_at=now, paper=paper)
    return PrintJob("laporan-sesi", "Laporan sesi 31/7: Jum'at", frame, session=report)


@pytest.fixture
def prints(dressed, context):
    assert dressed
    made = Prints(context.lane, context.autosave, context.settings)
    yield made
    if made.preview is not None:
        delete(made.preview)


@pytest.fixture
def preview(prints, context):
    """The preview of a session report of some pages, opened the usual way."""
    prints.show_print(job)
    assert context.lane.drain(30)
    turn()
    assert isinstance(prints.preview, Preview)
    return prints.preview


@pytest.mark.parametrize(
    ("wanted", "offered", "custom", "chosen", "says"),
    [
        ("A4", [LETTER, A4], False, A4, False),
        ("F4", [A4, FOLIO], False, FOLIO, False),
        ("F4", [A4, LEGAL], True, None, False),
        ("F4", [], False, None, False),
        ("F4", [A4], False, A4, True),
        ("F4", [A4, LETTER, LEGAL], False, LEGAL, True),
    ],
)
def test_the_nearest_paper_is_chosen_and_a_smaller_one_is_said(wanted, offered, custom, chosen, says):
    size, words = choose_paper(wanted, offered, custom=custom)
    if chosen is None:
        assert size.size(QPageSize.Unit.Millimeter) == PAPERS[wanted]
    else:
        assert size == chosen
    assert bool(words) is says
    if says:
        assert wanted in words


def test_the_pages_of_the_preview_are_those_of_the_print(preview, context):
    assert len(preview.pages.pages) > 1
    assert context.lane.drain(30)
    first = preview.pages.pages[0]
    assert first.is_drawn
    assert first.height() / first.width() == pytest.approx(330 / 215, abs=0.01)


def test_pages_far_down_are_drawn_when_they_come_into_sight(preview, context):
    preview.resize(900, 500)
    preview.show()
    turn()
    assert context.lane.drain(30)
    last = preview.pages.pages[-1]
    preview.pages.verticalScrollBar().setValue(preview.pages.verticalScrollBar().maximum())
    assert context.lane.drain(30)
    assert last.is_drawn


def test_the_pdf_is_saved_whole_under_a_name_that_every_disk_takes(preview, context, tmp_path, monkeypatch):
    proposed = []

    def choose(_parent, _title, path, _kinds):
        proposed.append(path)
        return str(tmp_path / "keluaran" / "laporan"), ""

    monkeypatch.setattr("ui.printing.QFileDialog.getSaveFileName", choose)
    told = []
    preview.sent.connect(lambda sent_job, sent: told.append((sent_job.kind, sent.way, sent.pages)))
    preview.ask_file()
    assert context.lane.drain(10)
    target = tmp_path / "keluaran" / "laporan.pdf"
    assert target.read_bytes().startswith(b"%PDF")
    assert told == [("laporan-sesi", "pdf", len(preview.pages.pages))]
    assert proposed[0].endswith("Laporan sesi 31 7 Jum'at.pdf")
    assert "Tersimpan: laporan.pdf" in preview.bar.text.text()
    assert context.settings.value.last_folder == str(target.parent)


def test_a_pdf_that_cannot_be_written_is_said_and_can_be_tried_again(preview, context, tmp_path):
    blocked = tmp_path / "folder.pdf"
    blocked.mkdir()
    preview.write_to(blocked)
    assert context.lane.drain(20)
    expected = sentence(DiskFault("file-not-written", name="folder.pdf"))
    assert preview.bar.text.text() == expected
    assert expected.startswith("folder.pdf belum tersimpan")
    assert preview.bar.action.text() == "Coba lagi"


def test_without_a_printer_saving_is_the_next_step(preview):
    assert preview.print.isHidden()
    assert preview.save.isDefault()
    assert "Simpan sebagai PDF" in preview.bar.text.text()


def test_printing_brings_every_page_at_its_true_size(preview, tmp_path, qtbot):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    assert set_up(printer, "F4", landscape=False) == ""
    told = []
    preview.sent.connect(lambda sent_job, sent: told.append((sent_job.kind, sent.way)))
    preview.print_on(printer)
    qtbot.waitUntil(lambda: told == [("laporan-sesi", "printer")], timeout=30_000)
    pdf = pypdfium2.PdfDocument(tmp_path / "kertas.pdf")
    assert len(pdf) == len(preview.pages.pages)
    width, height = pdf.get_page_size(0)
    left, bottom, right, top = next(iter(pdf[0].get_objects())).get_bounds()
    pdf.close()
    assert (right - left, top - bottom) == pytest.approx((width, height), abs=2)
    assert width * 25.4 / 72 == pytest.approx(215, abs=0.5)
    assert height * 25.4 / 72 == pytest.approx(330, abs=0.5)
    assert preview.progress.isHidden()


def test_a_print_on_the_printer_can_be_stopped(preview, context, tmp_path, qtbot):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    set_up(printer, "F4", landscape=False)
    preview.print_on(printer)
    qtbot.mouseClick(preview.progress.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(preview.progress.isHidden, timeout=30_000)
    assert preview.print.isEnabled()
    assert context.lane.drain(10)


def test_landscape_pages_turn_the_paper():
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    set_up(printer, "F4", landscape=True)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


def test_what_stands_in_the_way_of_a_print_is_passed_on(prints, context):
    told, ended = [], []
    prints.failed.connect(lambda fault: told.append(fault.code))
    prints.ended.connect(lambda: ended.append(1))

    def gather():
        raise UserFault("session-unknown")

    prints.show_print(gather)
    assert context.lane.drain(5)
    assert told == ["session-unknown"]
    assert ended == [1]
    assert prints.preview is None
