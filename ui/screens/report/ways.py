"""The ways out of Cetak: printer, PDF, document for Word, a PDF for each OPD, a text; each is remembered."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from smartcity_desktop.domain import print_needs as needs
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_press import CHAT
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_trace import PDF, PRINTER, WORD, Sent
from smartcity_desktop.domain.print_word import takes_word
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.report import PrintJob, render_word, save
from ui.context import Context, Screen, Services
from ui.printing import PAPERS, FolderRun, PaperRun, Watch, Written, set_up
from ui.screens.report.ask import Asked, Made
from ui.translate import explain, worded
from ui.widgets.fitted_pages import FittedPages
from ui.widgets.message_bar import MessageBar
from ui.widgets.print_card import PrintCard
from ui.widgets.print_head import PrintHead
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from ui.lane import Ticket


def _saved(content: bytes, target: Path) -> Path:
    save(content, target)
    return target


def _word_saved(job: PrintJob, target: Path, watch: Watch) -> Path:
    return _saved(render_word(job, watch), target)


class WaysOut(Screen):
    """What a screen of prints needs to let one go out; what is shown and chosen is the screen's own."""

    card: PrintCard
    head: PrintHead
    bar: MessageBar
    progress: Progress
    pages: FittedPages

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Start without a print."""
        super().__init__(context, parent)
        self._services = services
        self._made: Made | None = None
        self._ticket: Ticket | None = None
        self._after: Callable[[], None] | None = None
        self._run: PaperRun | None = None
        self._files: FolderRun | None = None
        self._saved_to = Path()

    # What the screen gives

    def wanted(self) -> Asked | None:
        """Return what is chosen now."""
        raise NotImplementedError

    def show_pages(self) -> None:
        """Make and show the pages of what is chosen."""
        raise NotImplementedError

    def logged(self, changes: Changes) -> None:
        """Hear that a print was remembered."""
        raise NotImplementedError

    def numbers_first(self, then: Callable[[], None]) -> bool:
        """Give numbers that a print cannot go out without, then ``then``; False where none are missing."""
        raise NotImplementedError

    # Printer

    def ask_printer(self) -> None:
        """Let the person choose the printer, then print the pages (which are made first)."""
        if self.numbers_first(self.ask_printer):
            return
        made = self._fresh(self._ask_for_few)
        if made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, made.count)
        printer.setCopyCount(self.card.choice.copies.value())
        self._set_up(printer, made)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._set_up(printer, made)
            self.print_on(printer)

    def _ask_for_few(self) -> None:
        """Go on to the printer with pages just made; of many the button tells first how many they are."""
        made = self._made
        if made is not None and made.count > needs.MANY_PAGES:
            words = f"Ini {made.count} halaman. Tekan “{self.head.print.text()}” bila semuanya dicetak."
            self.bar.tell(words, "info")
            return
        self.ask_printer()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that the printer was asked for."""
        made = self._made
        if made is None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or made.count
        pages = list(range(first - 1, min(last, made.count)))
        copies = max(1, printer.copyCount())
        # A printer that counts no copies is given the pages so often.
        run_of = pages if printer.supportsMultipleCopies() else pages * copies
        size = PAPERS[made.job.frame.paper]
        size = size.transposed() if self.pages.is_landscape() else size
        sent = Sent(PRINTER, len(pages), copies, self._people_of(made))
        self._run = PaperRun(self.context.lane, made.pdf, run_of, printer, size)
        self._run.moved.connect(self._moved)
        self._run.finished.connect(partial(self._printed, made, sent))
        self.progress.begin("Mencetak …")
        if not self._run.begin():
            self._end_run()
            words = "Printer tidak menerima cetakan. Periksa kabel dan kertasnya, lalu coba lagi."
            self.bar.tell(words, "warning")

    def _set_up(self, printer: QPrinter, made: Made) -> None:
        note = set_up(printer, made.job.frame.paper, landscape=self.pages.is_landscape())
        if note:
            self.bar.tell(note, "warning")

    def _moved(self, done: int, total: int) -> None:
        self.progress.step(done, total, f"Mencetak halaman {done} dari {total}")

    def _printed(self, made: Made, sent: Sent) -> None:
        whole = self._run is not None and not self._run.is_stopped
        self._end_run()
        if whole:
            self._remember_print(made.job, made.asked, sent)

    def _end_run(self) -> None:
        self._run = None
        self.progress.finish()

    # One file

    def ask_file(self) -> None:
        """Let the person choose where the PDF goes, then write it (its pages are made first)."""
        if self.numbers_first(self.ask_file):
            return
        made = self._fresh(self.ask_file)
        if made is None:
            return
        proposed = str(self._folder() / f"{safe_name(made.job.name)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan PDF", proposed, "PDF (*.pdf)")
        if chosen:
            self.write_to(with_ending(chosen, ".pdf"))

    def write_to(self, target: Path) -> None:
        """Write the PDF, whole or not at all."""
        made = self._made
        if made is not None:
            then = partial(self._written, made)
            lane = self.context.lane
            lane.side(partial(_saved, made.pdf, target), then, failed=self._not_written)

    def _written(self, made: Made, target: Path) -> None:
        self._remember(target.parent)
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)
        self._remember_print(made.job, made.asked, Sent(PDF, made.count, 1, self._people_of(made)))

    def _not_written(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_file)

    # A document for Word

    def ask_word_file(self) -> None:
        """Let the person choose where the Word file goes, then write it (its pages are made first)."""
        made = self._fresh(self.ask_word_file)
        if made is None or not takes_word(made.job.kind):
            return
        proposed = str(self._folder() / f"{safe_name(made.job.name)}.docx")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan DOCX", proposed, "Word (*.docx)")
        if chosen:
            self.write_word_to(with_ending(chosen, ".docx"))

    def write_word_to(self, target: Path) -> None:
        """Write the document for Word, whole or not at all."""
        made = self._made
        if made is None:
            return
        self.progress.begin("Menyusun DOCX …")
        lane = self.context.lane
        watch = Watch(lane, self._word_stepped)
        call = partial(_word_saved, made.job, target, watch)
        then = partial(self._word_written, made)
        self._ticket = watch.ticket = lane.side(call, then, failed=self._word_not_written)

    def _word_stepped(self, watch: Watch) -> None:
        if watch.ticket is self._ticket:
            self.progress.step(watch.done, watch.total)

    def _word_written(self, made: Made, target: Path) -> None:
        self._ticket = None
        self.progress.finish()
        self._remember(target.parent)
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)
        self._remember_print(made.job, made.asked, Sent(WORD, made.count))

    def _word_not_written(self, fault: Fault) -> None:
        self._ticket = None
        self.progress.finish()
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_word_file)

    # A text

    def copy_text(self) -> None:
        """Put the text for the group on the clipboard."""
        text = said(self._made.job.passages, CHAT) if self._made else ""
        if text:
            QGuiApplication.clipboard().setText(text)
            self.bar.tell("Teks disalin. Tempel di grup WhatsApp.", "good")

    def ask_text_file(self) -> None:
        """Let the person choose where the text goes, then write it."""
        made = self._made
        if made is None:
            return
        proposed = str(self._folder() / f"{safe_name(made.job.name)}.txt")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan teks", proposed, "Teks (*.txt)")
        if chosen:
            self.write_text_to(with_ending(chosen, ".txt"))

    def write_text_to(self, target: Path) -> None:
        """Write the text for the group, whole or not at all."""
        text = said(self._made.job.passages, CHAT) if self._made else ""
        call = partial(_saved, f"{text}\n".encode(), target)
        self.context.lane.side(call, self._text_written, failed=self._text_not_written)

    def _text_written(self, target: Path) -> None:
        self._remember(target.parent)
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)

    def _text_not_written(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_text_file)

    # Files of a folder

    def write_files(self, asked: Asked, folder: Path, job: PrintJob) -> None:
        """Write one PDF for each OPD of a gathered print into a folder."""
        self._ticket = None
        self._files = FolderRun(self.context.lane, job, folder)
        self._files.moved.connect(self._file_begun)
        self._files.finished.connect(partial(self._files_written, asked, job))
        self._lock(is_locked=True)
        self._files.begin()

    def _file_begun(self, done: int, total: int, name: str) -> None:
        self.progress.step(done, total, f"{done + 1} dari {total}: {name}")

    def _files_written(self, asked: Asked, job: PrintJob, written: Written) -> None:
        self._files = None
        self._lock(is_locked=False)
        self.progress.finish()
        if written.done:
            self._remember(written.folder)
            self._remember_print(job, asked, Sent(PDF))
        tone = "good" if written.is_whole else ("error" if written.fault else "warning")
        self.bar.tell(written.words(), tone, "Buka folder", self._open_folder)

    def _lock(self, *, is_locked: bool) -> None:
        """Let nothing else be made while files are written."""
        self.card.view.setEnabled(not is_locked)
        self.head.lock(is_locked=is_locked)

    # Together

    def _fresh(self, then: Callable[[], None]) -> Made | None:
        """Return the pages of what is chosen; where they are not there yet, make them and call ``then``."""
        if self._made is not None and self._made.pdf and self._made.asked == self.wanted():
            return self._made
        self.show_pages()
        self._after = then
        return None

    def _people_of(self, made: Made) -> tuple[RowId, ...]:
        """Return whose cards or certificates a print holds."""
        if made.asked.kind not in needs.OF_PEOPLE:
            return ()
        return made.asked.ask.people or tuple(RowId(row) for row in self.card.choice.people.everybody())

    def _remember_print(self, job: PrintJob, asked: Asked, sent: Sent) -> None:
        self.act(partial(self._services.print_log.tell, job, asked.ask, sent), self.logged)

    def _remember(self, folder: Path) -> None:
        self.context.settings.remember_folder(folder)
        self._saved_to = folder

    def _folder(self) -> Path:
        return Path(self.context.settings.value.last_folder or Path.home())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to)))

    def folder_words(self) -> str:
        """Return the title of the dialog for a file per OPD."""
        return worded("Folder untuk satu berkas per OPD")
