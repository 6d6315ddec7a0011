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
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name
from smartcity_desktop.services.report import Paper, PrintJob, PrintKind, page_count, page_png, render, save
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.prints import Stock, counted, frame_words, holds, is_unfinished, session_words
from ui.printing import PAPERS, PaperRun, set_up
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.fitted_pages import FittedPages
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.link_row import LinkRow
from ui.widgets.message_bar import MessageBar
from ui.widgets.print_choice import PrintChoice
from ui.widgets.print_list import PrintLine, PrintList
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from ui.lane import Ticket

START: Final = "session-start"
EVENT: Final = "event"
_LEFT: Final = 344
_FOLLOW_MS: Final = 250
_HINT, _REFUSED, _PAGES = range(3)
_NO_PRINTER: Final = "Belum ada printer di laptop ini. Simpan sebagai PDF, lalu cetak dari laptop lain."
_NO_SESSION: Final = "session-unknown"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which print, of what, on which paper."""

    kind: str
    opd: RowId
    session: RowId
    paper: Paper


@dataclass(frozen=True, slots=True)
class _Made:
    """A print whose pages are there."""

    asked: _Asked
    job: PrintJob
    pdf: bytes
    count: int


def _gather_stock(services: Services) -> Stock:
    workshop = services.workshop.get()
    by_opd = [item for item in services.worksheet.worksheets() if item.filled_by == BY_OPD]
    basis = services.workshop.basis()
    return Stock(
        paper=workshop.paper,
        opds=tuple(services.opd.opds()),
        places=tuple(services.worksheet.places(by_opd[0].id)) if by_opd else (),
        sessions=tuple(services.session.sessions()),
        running=services.session.running(),
        people=len(services.people.people()),
        signers=len(services.workshop.signers()),
        basis=len(basis),
        unfinished=sum(is_unfinished(item.text) for item in basis),
        kop=f"{workshop.kop_government}{workshop.kop_agency}",
    )


def _rendered(job: PrintJob) -> tuple[bytes, int]:
    pdf = render(job)
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
        self._paper_known = False
        self._saved_to = Path()
        self.setObjectName("screen-report")
        theme.set_role(self, "page")
        self.list = PrintList(self)
        self.choice = PrintChoice(self)
        self.view = Button("Lihat halaman", "print-view", "primary", parent=self)
        self.frame = LinkRow("Kop, dasar & penanda tangan", "print-frame", self)
        self.around = Label("", "small", name="print-around", wrap=True, parent=self)
        self.head = ElidedLabel("", "lead", name="print-title", parent=self)
        self.count = Label("", "soft", name="print-count", parent=self)
        self.print = Button("Cetak…", "print-print", icon="cetak", parent=self)
        self.save = Button("Simpan PDF", "print-save", parent=self)
        self.alone = Label(_NO_PRINTER, "small", name="print-alone", wrap=True, parent=self)
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
        has_printer = bool(QPrinterInfo.availablePrinterNames())
        self.print.setVisible(has_printer)
        tip(self.save, "" if has_printer else _NO_PRINTER)
        self.alone.setVisible(not has_printer)
        self.context.autosave.flush_all()
        self.read(partial(_gather_stock, self._services), self._show_stock)
        if self._made is not None:
            self._made = None
            self.show_pages()
        self.list.setFocus()

    def leave(self) -> None:
        """Stop making pages that nobody waits for any more; what is being printed goes on."""
        if self._ticket is not None:
            self._drop()
            self.progress.finish()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Follow what others changed."""
        del changes
        self.read(partial(_gather_stock, self._services), self._show_stock)
        if self._made is not None:
            self._follow.start()

    def open_row(self, row: str) -> None:
        """Mark a print by its key, or the sheets of an agency."""
        if row in self._kinds:
            self.list.choose(row)
        else:
            self.choice.choose_opd(row)

    def reword(self) -> bool:
        """Say again what can be printed; pages that are shown are made anew."""
        self.choice.reword()
        self.changed(Changes())
        return True

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Lihat halaman cetak", self.show_pages),
            Command("Simpan PDF", self.ask_file),
            Command("Kop, dasar & penanda tangan", self._open_frame),
        )

    def show_pages(self) -> None:
        """Write what is in the editors, gather, render beside the window, and show the pages."""
        self._drop()
        asked = self._wanted()
        if asked is None:
            return
        self._asked = asked
        self.context.autosave.flush_all()
        self.progress.begin("Menyiapkan halaman …")
        gather = partial(
            self._services.report.gather,
            asked.kind,
            opd=asked.opd,
            session=asked.session,
            paper=asked.paper,
        )
        self._ticket = self.read(gather, self._gathered, failed=self._failed)

    def cancel(self) -> None:
        """Stop making pages, or printing them."""
        self._drop()
        self._after = None
        if self._run is not None:
            self._run.stop()
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
            self.write_to(Path(chosen).with_suffix(".pdf"))

    def write_to(self, target: Path) -> None:
        """Write the PDF, whole or not at all."""
        if self._made is not None:
            lane = self.context.lane
            lane.side(partial(_saved, self._made.pdf, target), self._written, failed=self._not_written)

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
        paper: Paper = "A4" if self.choice.paper == "A4" else "F4"
        return _Asked(kind.key, RowId(opd), RowId(session), paper)

    def _drop(self) -> None:
        self._follow.stop()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._asked = None

    def _gathered(self, job: PrintJob) -> None:
        if self._asked is not None:
            lane = self.context.lane
            then = partial(self._show_pages, self._asked, job)
            self._ticket = lane.side(partial(_rendered, job), then, failed=self._failed)

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
        self.choice.show_opds(counted(stock.opds), [(item.id, item.name) for item in stock.opds])
        self.choice.show_sessions([(item.id, session_words(item)) for item in stock.in_order()])
        self.around.setText(frame_words(stock))
        if not self._paper_known:
            self._paper_known = True
            self.choice.show_paper(stock.paper)
        if self.stack.currentIndex() == _REFUSED and stock.sessions:
            self.stack.setCurrentIndex(_HINT)

    def _chosen(self, key: str) -> None:
        self.choice.needs(self._kinds[key].needs)
        self._rechosen()

    def _rechosen(self) -> None:
        if self._made is not None or self._ticket is not None:
            self._follow.start()
        elif self.stack.currentIndex() == _REFUSED:
            self.stack.setCurrentIndex(_HINT)
        self._show_head()

    def _show_head(self) -> None:
        kind = self._kinds.get(self.list.key)
        shown = self._made if self.stack.currentIndex() == _PAGES else None
        self.head.setText(shown.job.name if shown else (worded(kind.title) if kind else ""))
        self.count.setText(f"{shown.count} halaman · {shown.job.frame.paper}" if shown else "")
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
        self.progress.finish()

    def _written(self, target: Path) -> None:
        settings = self.context.settings
        settings.store(replace(settings.value, last_folder=str(target.parent)))
        self._saved_to = target
        self.bar.tell(f"Tersimpan: {target.name}", "good", "Buka folder", self._open_folder)

    def _not_written(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self.ask_file)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to.parent)))

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
        self.view.clicked.connect(self.show_pages)
        self.frame.clicked.connect(self._open_frame)
        self.print.clicked.connect(self.ask_printer)
        self.save.clicked.connect(self.ask_file)
        self.progress.cancelled.connect(self.cancel)
        self.refused.first.connect(self._start_session)
        self.pages.drawn.connect(self._drawn)
        self._follow.timeout.connect(self.show_pages)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask_printer)

    def _list_asked(self, _key: str) -> None:
        self.show_pages()

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.setSpacing(2)
        self.around.setContentsMargins(9, 0, 0, 0)
        foot.addWidget(self.around)
        foot.addWidget(self.frame)
        return foot

    def _lay_out(self) -> None:
        card = Card(name="print-card", parent=self)
        card.setFixedWidth(_LEFT)
        card.body.setContentsMargins(1, 2, 1, 12)
        card.body.setSpacing(6)
        card.body.addWidget(self.list)
        below = QVBoxLayout()
        below.setContentsMargins(13, 4, 13, 0)
        below.setSpacing(8)
        below.addWidget(self.choice)
        below.addWidget(self.view)
        card.body.addLayout(below)
        card.body.addStretch(1)
        card.body.addLayout(self._foot())
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(self.head, 1)
        ways.addWidget(self.count)
        ways.addWidget(self.print)
        ways.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(ways)
        right.addWidget(self.alone)
        right.addWidget(self.bar)
        right.addWidget(self.progress)
        right.addWidget(self.stack, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        title = Label("Cetak", "title", parent=self)
        title.setMinimumHeight(self.save.sizeHint().height())
        left.addWidget(title)
        left.addWidget(card, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 12, 16, 12)
        both.setSpacing(16)
        both.addLayout(left)
        both.addLayout(right, 1)
