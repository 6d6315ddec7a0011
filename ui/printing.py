"""From a gathered print to paper: the real pages on the screen, a printer, or a PDF file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeyEvent,
    QPageLayout,
    QPageSize,
    QPainter,
    QTransform,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.print_needs import print_words
from smartcity_desktop.domain.print_trace import PDF, PRINTER, Sent
from smartcity_desktop.errors import DiskFault, Fault, UserFault
from smartcity_desktop.paths import replace_file, safe_name, with_ending
from smartcity_desktop.services.report import (
    PrintAsk,
    PrintJob,
    each,
    page_count,
    page_is_broad,
    page_png,
    render,
    save_new,
)
from smartcity_desktop.settings import SettingsFile
from ui import theme
from ui.autosave import Autosave
from ui.lane import Lane, Ticket
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.pages_view import PagesView
from ui.widgets.progress import Progress

PAPERS: Final = {"A4": QSizeF(210, 297), "F4": QSizeF(215, 330)}
"""Millimetres, upright."""
_NEAR_MM: Final = 4.0
_DPI: Final = 300
_MM_PER_INCH: Final = 25.4


def choose_paper(wanted: str, offered: Sequence[QPageSize], *, custom: bool) -> tuple[QPageSize, str]:
    """Return the paper to ask the printer for, and a sentence where it differs from what is wanted.

    Takes the size itself where the printer has it (F4 is Folio on many), else a size of one's own where the
    printer allows one, else the nearest that is offered.
    """
    size = PAPERS[wanted]
    near = sorted(offered, key=partial(_distance, size))
    if near and _distance(size, near[0]) <= _NEAR_MM:
        return near[0], ""
    if custom or not near:
        return _exactly(size, wanted), ""
    best = near[0]
    name = best.name() or "kertas lain"
    return best, f"Printer ini tidak punya {wanted}. Halaman dikecilkan supaya muat di {name}."


def fits_paper(wanted: str, offered: Sequence[QPageSize]) -> bool:
    """Tell whether a printer with these papers takes ``A4`` or ``F4`` as it is."""
    return any(_distance(PAPERS[wanted], paper) <= _NEAR_MM for paper in offered)


def _exactly(size: QSizeF, name: str) -> QPageSize:
    # Without the policy Qt takes the nearest size it has a name for, nearly a millimetre off.
    return QPageSize(size, QPageSize.Unit.Millimeter, name, QPageSize.SizeMatchPolicy.ExactMatch)


def _distance(size: QSizeF, paper: QPageSize) -> float:
    offered = paper.size(QPageSize.Unit.Millimeter)
    return abs(offered.width() - size.width()) + abs(offered.height() - size.height())


class PaperRun(QObject):
    """Brings the pages to a printer one by one, at their true size, without holding the window up."""

    moved = Signal(int, int)
    """Pages done, pages in all."""
    finished = Signal()

    def __init__(self, lane: Lane, pdf: bytes, pages: Sequence[int], printer: QPrinter, size: QSizeF) -> None:
        """Count ``pages`` from 0; ``size`` is that of the paper in millimetres, as it is turned.

        Pages that lie the other way are turned to it, their top to the left.
        """
        super().__init__()
        self._lane = lane
        self._pdf = pdf
        self._pages = list(pages)
        self._printer = printer
        self._size = size
        self._painter = QPainter()
        self._done = 0
        self._stopped = False

    def begin(self) -> bool:
        """Start; False where the printer takes nothing."""
        self._printer.setFullPage(True)
        self._printer.setResolution(_DPI)
        if not self._pages or not self._painter.begin(self._printer):
            return False
        self._next()
        return True

    def stop(self) -> None:
        """End after the page that is being drawn."""
        self._stopped = True

    @property
    def is_stopped(self) -> bool:
        """Whether it was ended before all pages were out."""
        return self._stopped

    def _next(self) -> None:
        if self._stopped or self._done == len(self._pages):
            if self._stopped:
                self._printer.abort()
            self._painter.end()
            self.finished.emit()
            return
        room = self._printer.pageRect(QPrinter.Unit.Inch)
        sides = sorted(round(side * _DPI) for side in (room.width(), room.height()))
        picture = partial(_picture, self._pdf, self._pages[self._done], (sides[0], sides[1]))
        self._lane.side(picture, self._paint, failed=self._give_up)

    def _paint(self, png: bytes) -> None:
        picture = QImage.fromData(png)
        if (picture.width() > picture.height()) != (self._size.width() > self._size.height()):
            picture = picture.transformed(QTransform().rotate(-90))
        if self._done:
            self._printer.newPage()
        self._painter.drawImage(self._place(), picture)
        self._done += 1
        self.moved.emit(self._done, len(self._pages))
        self._next()

    def _place(self) -> QRectF:
        """Return where the page goes: at its true size, smaller only where the paper is."""
        room = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        dots = self._printer.resolution() / _MM_PER_INCH
        wide, high = self._size.width() * dots, self._size.height() * dots
        share = min(1.0, room.width() / wide, room.height() / high)
        return QRectF((room.width() - wide * share) / 2, 0, wide * share, high * share)

    def _give_up(self, _fault: object) -> None:
        self.stop()
        self._next()


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing a print into a folder: how many files of how many, and what stopped it."""

    folder: Path
    done: int
    total: int
    fault: Fault | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether every file was written."""
        return self.fault is None and self.done == self.total

    def words(self) -> str:
        """Return one sentence: how many files were written where."""
        where = f'di folder "{self.folder.name or self.folder}"'
        if self.is_whole:
            return f"{self.done} berkas tersimpan {where}."
        told = f"{self.done} dari {self.total} berkas tersimpan {where}"
        return f"{told}. {explain(self.fault)}" if self.fault else f"{told}; sisanya dihentikan."


class FolderRun(QObject):
    """Writes a print of several OPD into a folder, one PDF each, without holding the window up."""

    moved = Signal(int, int, str)
    """Files written, files in all, the name of the next."""
    finished = Signal(object)
    """What came of it (``Written``)."""

    def __init__(self, lane: Lane, job: PrintJob, folder: Path) -> None:
        """``job`` is gathered whole, so that all files show the same moment."""
        super().__init__()
        self._lane = lane
        self._jobs = each(job)
        self._folder = folder
        self._done = 0
        self._stopped = False

    def begin(self) -> None:
        """Write the first file, then one after another."""
        if self._stopped or self._done == len(self._jobs):
            self._end()
            return
        job = self._jobs[self._done]
        self.moved.emit(self._done, len(self._jobs), job.name)
        self._lane.side(partial(_write_new, job, self._folder), self._next, failed=self._end)

    def stop(self) -> None:
        """End after the file that is being written."""
        self._stopped = True

    def _next(self, _written: Path) -> None:
        self._done += 1
        self.begin()

    def _end(self, fault: Fault | None = None) -> None:
        self.finished.emit(Written(self._folder, self._done, len(self._jobs), fault))


def _write_new(job: PrintJob, folder: Path) -> Path:
    return save_new(render(job), folder, job.name)


class Watch:
    """Hears in the side pool how far a print is, tells the window, and ends work nobody waits for."""

    def __init__(self, lane: Lane, told: Callable[["Watch"], None]) -> None:
        """``told`` is called on the window's thread at every step."""
        self._lane = lane
        self._told = told
        self.ticket: Ticket | None = None
        self.done = self.total = 0

    def __call__(self, done: int, total: int) -> None:
        """Hear a step. Raises UserFault ``print-cancelled`` where the print was given up."""
        if self.ticket is not None and self.ticket.cancelled:
            raise UserFault("print-cancelled")
        self.done, self.total = done, total
        self._lane.post(self._told, self)


def _picture(pdf: bytes, index: int, sides: tuple[int, int]) -> bytes:
    """Return a page as wide as the short or, where it lies broad, the long side of the paper in dots."""
    short, long = sides
    return page_png(pdf, index, long if page_is_broad(pdf, index) else short)


def set_up(printer: QPrinter, paper: str, *, landscape: bool) -> str:
    """Set paper and direction of a printer for a print; return the sentence where the paper differs."""
    info = QPrinterInfo(printer)
    offered = [] if info.isNull() else info.supportedPageSizes()
    size, note = choose_paper(paper, offered, custom=info.isNull() or info.supportsCustomPageSizes())
    printer.setPageSize(size)
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    return note


class Preview(QDialog):
    """The pages of one print, and the two ways out: a printer, or a PDF file."""

    sent = Signal(object, object)
    """The print (PrintJob) that went to a printer or into a file, and how (``domain.print_trace.Sent``)."""

    def __init__(self, job: PrintJob, pdf: bytes, count: int, lane: Lane, settings: SettingsFile) -> None:
        """Show a rendered print."""
        super().__init__()
        self.setObjectName("preview")
        self.setWindowTitle(job.name)
        self.setModal(True)
        self.resize(1000, 700)
        self._job, self._pdf, self._count = job, pdf, count
        self._lane, self._settings = lane, settings
        self._run: PaperRun | None = None
        self._printer: QPrinter | None = None
        self._saved = Path()
        self.pages = PagesView(lane, page_png, self)
        self.bar = MessageBar("preview-message", self)
        self.progress = Progress("preview-progress", self)
        self.print = Button(
            print_words("Cetak", count), "preview-print", "primary", icon="cetak", parent=self
        )
        self.save = Button("Simpan PDF", "preview-save", parent=self)
        self.away = Button("Tutup", "preview-close", parent=self)
        self.print.clicked.connect(self.ask_printer)
        self.save.clicked.connect(self.ask_file)
        self.away.clicked.connect(self.close)
        self.progress.cancelled.connect(self._stop)
        self._lay_out()
        has_printer = bool(QPrinterInfo.availablePrinterNames())
        self.print.setVisible(has_printer)
        if not has_printer:
            theme.set_role(self.save, "primary")
            self.bar.tell("Belum ada printer di laptop ini. Simpan sebagai PDF, lalu cetak dari laptop lain.")
        (self.print if has_printer else self.save).setDefault(True)
        (self.print if has_printer else self.save).setFocus()
        self.pages.show_pdf(pdf, count)

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setObjectName("topLine")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 9, 12, 9)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self._job.name, "title", name="preview-title", parent=head), 1)
        paper = self._job.frame.paper
        row.addWidget(Label(f"{self._count} halaman · {paper}", "soft", name="preview-count", parent=head))
        row.addSpacing(8)
        for button in (self.print, self.save, self.away):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        around = QVBoxLayout()
        around.setContentsMargins(12, 8, 12, 0)
        around.addWidget(self.bar)
        around.addWidget(self.progress)
        column.addLayout(around)
        column.addWidget(self.pages, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+S saves, the arrows turn the pages."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ways = {Qt.Key.Key_P: self.ask_printer, Qt.Key.Key_S: self.ask_file}
        way = ways.get(Qt.Key(event.key())) if control else None
        if way is not None:
            way()
            return
        super().keyPressEvent(event)

    def ask_printer(self) -> None:
        """Let the person choose printer and copies, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, self._count)
        self._set_up(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._set_up(printer)
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that the printer was asked for."""
        first, last = printer.fromPage() or 1, printer.toPage() or self._count
        self._printer = printer
        size = PAPERS[self._job.frame.paper]
        size = size.transposed() if self._is_landscape() else size
        pages = range(first - 1, min(last, self._count))
        self._run = PaperRun(self._lane, self._pdf, pages, printer, size)
        self._run.moved.connect(self._moved)
        self._run.finished.connect(partial(self._finished, Sent(PRINTER, len(pages), printer.copyCount())))
        self.progress.begin("Mencetak …")
        self.print.setEnabled(False)
        if not self._run.begin():
            self._finished(None)
            self.bar.tell(
                "Printer tidak menerima cetakan. Periksa kabel dan kertasnya, lalu coba lagi.", "warning"
            )

    def ask_file(self) -> None:
        """Let the person choose where the PDF goes, then write it."""
        folder = Path(self._settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(self._job.name)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan PDF", proposed, "PDF (*.pdf)")
        if chosen:
            self.write_to(with_ending(chosen, ".pdf"))

    def write_to(self, target: Path) -> None:
        """Write the PDF, whole or not at all."""
        self._saved = target
        self._lane.side(partial(_write_pdf, target, self._pdf), self._written, failed=self._not_written)

    def _set_up(self, printer: QPrinter) -> None:
        note = set_up(printer, self._job.frame.paper, landscape=self._is_landscape())
        if note:
            self.bar.tell(note, "warning")

    def _is_landscape(self) -> bool:
        page = self.pages.pages[0] if self.pages.pages else None
        return bool(page and page.width() > page.height())

    def _moved(self, done: int, total: int) -> None:
        self.progress.step(done, total, f"Mencetak halaman {done} dari {total}")

    def _finished(self, sent: Sent | None) -> None:
        whole = self._run is not None and not self._run.is_stopped
        self.progress.finish()
        self.print.setEnabled(True)
        if sent is not None and whole:
            self.sent.emit(self._job, sent)

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _written(self, target: Path) -> None:
        self._settings.store(replace(self._settings.value, last_folder=str(target.parent)))
        self.sent.emit(self._job, Sent(PDF, self._count))
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)

    def _not_written(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_file)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def _write_pdf(target: Path, pdf: bytes) -> Path:
    try:
        replace_file(target, partial(_fill, pdf))
    except OSError as fault:
        raise DiskFault("file-not-written", name=target.name) from fault
    return target


def _fill(pdf: bytes, path: Path) -> None:
    path.write_bytes(pdf)


class Prints(QObject):
    """Leads a print from the file to its preview: flush, gather on the data thread, render beside it."""

    began = Signal(str)
    """What is being made, in words."""
    ended = Signal()
    """The preview is open, or it failed."""
    failed = Signal(object)
    """The Fault that stopped it."""
    sent = Signal(object, object, object)
    """What was asked (PrintAsk), the print (PrintJob) that left the program, and how (Sent)."""

    def __init__(
        self, lane: Lane, autosave: Autosave, settings: SettingsFile, parent: QWidget | None = None
    ) -> None:
        """``parent`` is the window over which the preview opens."""
        super().__init__(parent)
        self._lane, self._autosave, self._settings = lane, autosave, settings
        self._window = parent
        self.preview: Preview | None = None

    def show_print(self, gather: Callable[[], PrintJob], ask: PrintAsk | None = None) -> None:
        """Write what is in the editors, gather, render, and open the preview; ``ask`` is what it is of."""
        self._autosave.flush_all()
        self.began.emit("Menyiapkan halaman …")
        then = partial(self._gathered, ask or PrintAsk())
        self._lane.data(gather, then, failed=self._failed)

    def _gathered(self, ask: PrintAsk, job: PrintJob) -> None:
        self._lane.side(partial(_rendered, job), partial(self._open, ask, job), failed=self._failed)

    def _open(self, ask: PrintAsk, job: PrintJob, made: tuple[bytes, int]) -> None:
        self.ended.emit()
        self.preview = Preview(job, *made, self._lane, self._settings)
        if self._window is not None:
            self.preview.setParent(self._window, Qt.WindowType.Dialog)
        self.preview.sent.connect(partial(self.sent.emit, ask))
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()

    def _failed(self, fault: Fault) -> None:
        self.ended.emit()
        self.failed.emit(fault)


def _rendered(job: PrintJob) -> tuple[bytes, int]:
    pdf = render(job)
    return pdf, page_count(pdf)
