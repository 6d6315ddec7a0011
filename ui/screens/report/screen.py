"""Screen Cetak: every document of the event by moment, its real pages, a printer or a PDF file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.report import (
    PER_OPD,
    Paper,
    PrintJob,
    PrintKind,
    page_count,
    page_png,
    render,
    save,
)
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.prints import Stock, frame_words, holds, session_words
from ui.printing import PAPERS, FolderRun, PaperRun, Watch, Written, set_up
from ui.screens.report.stock import gather_stock, offers
from ui.translate import explain, worded
from ui.widgets.card import EmptyState
from ui.widgets.fitted_pages import FittedPages
from ui.widgets.label import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.print_card import PrintCard
from ui.widgets.print_head import PrintHead
from ui.widgets.print_list import PrintLine
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from ui.lane import Ticket

START: Final = "session-start"
EVENT: Final = "event"
_FOLLOW_MS: Final = 250
_FEW_STEPS: Final = 4
_HINT, _REFUSED, _PAGES = range(3)
_NO_SESSION: Final = "session-unknown"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which print, of what, on which paper."""

    kind: str
    opd: RowId
    session: RowId
    paper: Paper
    worksheet: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class _Made:
    """A print whose pages are there."""

    asked: _Asked
    job: PrintJob
    pdf: bytes
    count: int


def _rendered(job: PrintJob, watch: Watch) -> tuple[bytes, int]:
    pdf = render(job, watch)
    return pdf, page_count(pdf)


def _saved(pdf: bytes, target: Path) -> Path:
    save(pdf, target)
    return target


class ReportScreen(Screen):
    """Left the documents and what they are made of, right their real pages."""

    kinds = frozenset(
        {
            *("workshop", "stage", "opd", "document", "renstra_line", "analysis", "worksheet", "sheet"),
            *("session", "note", "signer", "basis", "person", "sheet_column", "identity"),
            *("dimension", "subdimension", "issue"),
        }
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._kinds: dict[str, PrintKind] = {item.key: item for item in services.report.kinds()}
        self._made: _Made | None = None
        self._asked: _Asked | None = None
        self._ticket: Ticket | None = None
        self._after: Callable[[], None] | None = None
        self._run: PaperRun | None = None
        self._files: FolderRun | None = None
        self._paper_known = False
        self._saved_to = Path()
        self.setObjectName("screen-report")
        theme.set_role(self, "page")
        self.card = PrintCard(self)
        self.list, self.choice = self.card.list, self.card.choice
        self.head = PrintHead(self)
        self.bar = MessageBar("print-message", self)
        self.progress = Progress("print-progress", self)
        self.pages = FittedPages(context.lane, page_png, self)
        self.hint = EmptyState("", "", name="print-hint", parent=self)
        self.refused = EmptyState("", "", ("Mulai sesi",), name="print-refused", parent=self)
        self.stack = QStackedWidget(self)
        for page in (self.hint, self.refused, self.pages):
            self.stack.addWidget(page)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Read what the prints would hold; pages that were shown are made anew."""
        self.head.show_printer(has_printer=bool(QPrinterInfo.availablePrinterNames()))
        self.context.autosave.flush_all()
        self.read(partial(gather_stock, self._services), self._show_stock)
        if self._made is not None:
            self._made = None
            self.show_pages()
        self.list.setFocus()

    def leave(self) -> None:
        """Stop making pages that nobody waits for any more; what is being printed goes on."""
        self._follow.stop()
        if self._ticket is not None:
            self._drop()
            self.progress.finish()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Follow what others changed."""
        del changes
        self.read(partial(gather_stock, self._services), self._show_stock)
        if self._made is not None:
            self._follow.start()

    def open_row(self, row: str) -> None:
        """Mark a print by its key, or the sheets of an agency."""
        if row in self._kinds:
            self.list.choose(row)
        else:
            self.choice.choose_opd(row)

    def unfinished(self) -> str:
        """Tell of files that are being written, and of pages on their way to the printer."""
        if self._files is not None:
            return "Berkas PDF masih ditulis; sisanya tidak ikut."
        return "Masih mencetak; halaman sisanya tidak ikut." if self._run is not None else ""

    def reword(self) -> bool:
        """Say again what can be printed; pages that are shown are made anew."""
        self.choice.reword()
        self.head.reword()
        self.changed(Changes())
        return True

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Lihat halaman cetak", self.show_pages),
            Command("Simpan PDF", self.ask_file),
            Command(worded("Simpan satu berkas per OPD"), self.ask_folder),
            Command("Kop, dasar & penanda tangan", self._open_frame),
        )

    def show_pages(self) -> None:
        """Write what is in the editors, gather, render beside the window, and show the pages."""
        if self._files is not None:
            return
        self._drop()
        asked = self._wanted()
        if asked is None:
            return
        self._asked = asked
        self.context.autosave.flush_all()
        self.progress.begin("Menyiapkan halaman …")
        self._ticket = self.read(self._gathering(asked), self._gathered, failed=self._failed)

    def _gathering(self, asked: _Asked) -> Callable[[], PrintJob]:
        return partial(
            self._services.report.gather,
            asked.kind,
            opd=asked.opd,
            session=asked.session,
            worksheet=asked.worksheet,
            paper=asked.paper,
        )

    def cancel(self) -> None:
        """Stop making pages, or printing them."""
        self._drop()
        self._after = None
        if self._run is not None:
            self._run.stop()
        if self._files is not None:
            self._files.stop()
        else:
            self.progress.finish()

    def ask_printer(self) -> None:
        """Let the person choose printer and copies, then print the pages (which are made first)."""
        made = self._fresh(self.ask_printer)
        if made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, made.count)
        self._set_up(printer, made)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._set_up(printer, made)
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that the printer was asked for."""
        made = self._made
        if made is None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or made.count
        pages = range(first - 1, min(last, made.count))
        size = PAPERS[made.job.frame.paper]
        size = size.transposed() if self.pages.is_landscape() else size
        self._run = PaperRun(self.context.lane, made.pdf, pages, printer, size)
        self._run.moved.connect(self._moved)
        self._run.finished.connect(self._printed)
        self.progress.begin("Mencetak …")
        if not self._run.begin():
            self._printed()
            words = "Printer tidak menerima cetakan. Periksa kabel dan kertasnya, lalu coba lagi."
            self.bar.tell(words, "warning")

    def ask_file(self) -> None:
        """Let the person choose where the PDF goes, then write it (its pages are made first)."""
        made = self._fresh(self.ask_file)
        if made is None:
            return
        folder = Path(self.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(made.job.name)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan PDF", proposed, "PDF (*.pdf)")
        if chosen:
            self.write_to(with_ending(chosen, ".pdf"))

    def write_to(self, target: Path) -> None:
        """Write the PDF, whole or not at all."""
        if self._made is not None:
            lane = self.context.lane
            lane.side(partial(_saved, self._made.pdf, target), self._written, failed=self._not_written)

    def ask_folder(self) -> None:
        """Let the person choose a folder, then write one PDF per OPD into it."""
        asked = self._wanted()
        if asked is None or self._kinds[asked.kind].needs != PER_OPD or self._files is not None:
            return
        begin = self.context.settings.value.last_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, worded("Folder untuk satu berkas per OPD"), begin)
        if chosen:
            self.write_each(asked.kind, Path(chosen))

    def write_each(self, kind: str, folder: Path) -> None:
        """Write one PDF per OPD into a folder; a name that is taken gets a number."""
        self._drop()
        self.context.autosave.flush_all()
        self.progress.begin("Menyiapkan berkas …")
        everyone = _Asked(kind, NO_ROW, NO_ROW, self._paper(), RowId(self.choice.of_worksheet))
        then = partial(self._write_files, folder)
        self._ticket = self.read(self._gathering(everyone), then, failed=self._failed)

    def _write_files(self, folder: Path, job: PrintJob) -> None:
        self._ticket = None
        self._files = FolderRun(self.context.lane, job, folder)
        self._files.moved.connect(self._file_begun)
        self._files.finished.connect(self._files_written)
        self._lock(is_locked=True)
        self._files.begin()

    def _file_begun(self, done: int, total: int, name: str) -> None:
        self.progress.step(done, total, f"{done + 1} dari {total}: {name}")

    def _files_written(self, written: Written) -> None:
        self._files = None
        self._lock(is_locked=False)
        self.progress.finish()
        if written.done:
            self._remember(written.folder)
        tone = "good" if written.is_whole else ("error" if written.fault else "warning")
        self.bar.tell(written.words(), tone, "Buka folder", self._open_folder)
        if self._made is not None:
            self._follow.start()

    def _lock(self, *, is_locked: bool) -> None:
        """Let nothing else be made while files are written."""
        self.card.view.setEnabled(not is_locked)
        self.head.lock(is_locked=is_locked)

    def _fresh(self, then: Callable[[], None]) -> _Made | None:
        """Return the pages of what is chosen; where they are not there yet, make them and call ``then``."""
        if self._made is not None and self._made.asked == self._wanted():
            return self._made
        self.show_pages()
        self._after = then
        return None

    def _wanted(self) -> _Asked | None:
        kind = self._kinds.get(self.list.key)
        if kind is None:
            return None
        opd = str(self.choice.opd.currentData() or "") if kind.needs == "opd" else ""
        session = str(self.choice.session.currentData() or "") if kind.needs == "session" else ""
        return _Asked(kind.key, RowId(opd), RowId(session), self._paper(), RowId(self.choice.of_worksheet))

    def _paper(self) -> Paper:
        return "A4" if self.choice.paper == "A4" else "F4"

    def _drop(self) -> None:
        self._follow.stop()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._asked = None

    def _gathered(self, job: PrintJob) -> None:
        if self._asked is not None:
            lane = self.context.lane
            then = partial(self._show_pages, self._asked, job)
            watch = Watch(lane, self._stepped)
            self._ticket = watch.ticket = lane.side(partial(_rendered, job, watch), then, failed=self._failed)

    def _stepped(self, watch: Watch) -> None:
        if watch.ticket is self._ticket and watch.total > _FEW_STEPS:
            self.progress.step(watch.done, watch.total)

    def _show_pages(self, asked: _Asked, job: PrintJob, made: tuple[bytes, int]) -> None:
        self.progress.finish()
        self._ticket = None
        self._made = _Made(asked, job, *made)
        self.pages.show_pdf(*made)
        self.stack.setCurrentIndex(_PAGES)
        self._show_head()

    def _failed(self, fault: Fault) -> None:
        self.progress.finish()
        self._ticket = self._after = self._made = None
        no_session = fault.code == _NO_SESSION
        self.refused.title.setText("Belum ada sesi" if no_session else "Belum bisa ditampilkan")
        self.refused.sentence.setText(explain(fault))
        for button in self.refused.buttons:
            button.setVisible(no_session)
        self.stack.setCurrentIndex(_REFUSED)
        self._show_head()

    def _show_stock(self, stock: Stock) -> None:
        self.list.show_lines(
            [
                PrintLine(
                    item.key, item.moment, worded(item.title), worded(item.note), holds(item.key, stock)
                )
                for item in self._kinds.values()
            ]
        )
        self.choice.show_worksheets(offers(stock))
        self.choice.show_sessions([(item.id, session_words(item)) for item in stock.in_order()])
        self.card.around.setText(frame_words(stock))
        if not self._paper_known:
            self._paper_known = True
            self.choice.show_paper(stock.paper)
        if self.stack.currentIndex() == _REFUSED and stock.sessions:
            self.stack.setCurrentIndex(_HINT)
        self._show_head()

    def _chosen(self, key: str) -> None:
        self.choice.needs(self._kinds[key].needs, worksheet=self._kinds[key].of_worksheets)
        self._rechosen()

    def _rechosen(self) -> None:
        if self._made is not None or self._ticket is not None:
            self._follow.start()
        elif self.stack.currentIndex() == _REFUSED:
            self.stack.setCurrentIndex(_HINT)
        self._show_head()

    def _show_head(self) -> None:
        kind = self._kinds.get(self.list.key)
        is_each = kind is not None and kind.needs == PER_OPD and not self.choice.opd.currentData()
        self.head.each.setVisible(is_each and self.choice.opd.count() > 1)
        shown = self._made if self.stack.currentIndex() == _PAGES else None
        self.head.name.setText(shown.job.name if shown else (worded(kind.title) if kind else ""))
        self.head.count.setText(f"{shown.count} halaman · {shown.job.frame.paper}" if shown else "")
        if kind is not None:
            self.hint.title.setText(worded(kind.title))
            self.hint.sentence.setText(
                f"{kind.note}. Tekan Enter atau Lihat halaman; halamannya tampil di sini."
            )

    def _set_up(self, printer: QPrinter, made: _Made) -> None:
        note = set_up(printer, made.job.frame.paper, landscape=self.pages.is_landscape())
        if note:
            self.bar.tell(note, "warning")

    def _moved(self, done: int, total: int) -> None:
        self.progress.step(done, total, f"Mencetak halaman {done} dari {total}")

    def _printed(self) -> None:
        self._run = None
        self.progress.finish()

    def _written(self, target: Path) -> None:
        self._remember(target.parent)
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)

    def _remember(self, folder: Path) -> None:
        settings = self.context.settings
        settings.store(replace(settings.value, last_folder=str(folder)))
        self._saved_to = folder

    def _not_written(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_file)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to)))

    def _open_frame(self) -> None:
        self.go.emit(EVENT, "kop")

    def _start_session(self) -> None:
        self.go.emit(START, "")

    def _drawn(self, _number: int) -> None:
        self.pages.fit()
        after, self._after = self._after, None
        if after is not None:
            after()

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.asked.connect(self._list_asked)
        self.choice.changed.connect(self._rechosen)
        self.card.view.clicked.connect(self.show_pages)
        self.card.frame.clicked.connect(self._open_frame)
        self.head.print.clicked.connect(self.ask_printer)
        self.head.save.clicked.connect(self.ask_file)
        self.head.each.clicked.connect(self.ask_folder)
        self.progress.cancelled.connect(self.cancel)
        self.refused.first.connect(self._start_session)
        self.pages.drawn.connect(self._drawn)
        self._follow.timeout.connect(self.show_pages)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask_printer)

    def _list_asked(self, _key: str) -> None:
        self.show_pages()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.head)
        right.addWidget(self.bar)
        right.addWidget(self.progress)
        right.addWidget(self.stack, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        title = Label("Cetak", "title", parent=self)
        title.setMinimumHeight(self.head.save.sizeHint().height())
        left.addWidget(title)
        left.addWidget(self.card, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 12, 16, 12)
        both.setSpacing(16)
        both.addLayout(left)
        both.addLayout(right, 1)
