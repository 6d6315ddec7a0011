"""The real pages of a chapter or of a whole book, and the ways out: printer, PDF, Word."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.paper_book import BOOK, choice_of
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.report import PrintJob, page_count, page_png, render, render_word, save
from ui.context import Screen, Services
from ui.printing import Watch
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fitted_pages import FittedPages
from ui.widgets.label import Label
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from smartcity_desktop.domain.ids import RowId
    from smartcity_desktop.errors import Fault
    from ui.lane import Ticket

WAIT, REFUSED, PAGES = range(3)
_FEW: Final = 4
_WAY_LETTERS: Final = 20
_WAYS: Final = (("Draf, usulan ditandai", True), ("Akhir, tanpa usulan", False))
_WORD: Final = "Word (*.docx)"
_WHOLE: Final = " · pilih Sampul untuk mencetak seluruh buku atau menyimpannya ke Word"
"""What stands beside the pages of one chapter."""


class BookPages(QWidget):
    """Pages are made beside the window and can be given up; nobody waits for them to go on writing."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Start without pages."""
        super().__init__(screen)
        self._screen, self._services = screen, services
        self._gather: Callable[[], PrintJob] | None = None
        self._job: PrintJob | None = None
        self._ticket: Ticket | None = None
        self._book = ""
        self.setObjectName("book-pages")
        self.way = ChoiceBox(self)
        self.way.setObjectName("book-way")
        self.way.setAccessibleName("Draf atau akhir")
        for words, draft in _WAYS:
            self.way.addItem(words, draft)
        self.way.setMinimumContentsLength(_WAY_LETTERS)
        self.way.activated.connect(self._again)
        self.count = Label("", "soft", name="book-page-count", parent=self)
        self.print = Button("Cetak atau PDF", "book-print", icon="cetak", parent=self)
        self.print.clicked.connect(self.ask_print)
        self.word = Button("Simpan DOCX", "book-word", parent=self)
        self.word.clicked.connect(self.ask_word)
        self.progress = Progress("book-progress", self)
        self.progress.cancelled.connect(self.cancel)
        self.pages = FittedPages(screen.context.lane, page_png, self)
        self.pages.drawn.connect(self._fit)
        self.wait = EmptyState("Menyiapkan halaman", "", name="book-wait", parent=self)
        self.refused = EmptyState("Belum bisa ditampilkan", "", name="book-refused", parent=self)
        self.stack = QStackedWidget(self)
        for page in (self.wait, self.refused, self.pages):
            self.stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.way)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.print)
        head.addWidget(self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)

    def show_chapter(self, row: "RowId") -> None:
        """Make the pages of one chapter with all below it."""
        self._book = ""
        for part in (self.way, self.print, self.word):
            part.hide()
        self._make(partial(self._services.book.pages_of, row))

    def show_book(self, row: "RowId") -> None:
        """Make the pages of a whole book."""
        self._book = row
        for part in (self.way, self.print, self.word):
            part.show()
        self._make(partial(self._services.report.asked, BOOK, PrintAsk(choice=self._choice())))

    def cancel(self) -> None:
        """Stop making pages."""
        if self._ticket is not None:
            self._ticket.cancel()
            self.wait.title.setText("Dihentikan")
        self._ticket = None
        self.progress.finish()

    def leave(self) -> None:
        """Stop what nobody waits for any more."""
        if self._ticket is not None:
            self.cancel()
        self._job = None

    def ask_print(self) -> None:
        """Show the book where it is printed or saved as PDF."""
        self._screen.print_asked.emit(BOOK, self._choice())

    def ask_word(self) -> None:
        """Let the person choose where the Word file goes, then write it."""
        if self._job is None:
            return
        folder = Path(self._screen.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(self._job.name)}.docx")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan DOCX", proposed, _WORD)
        if chosen:
            self._screen.context.settings.remember_folder(Path(chosen).parent)
            self.write_word(with_ending(chosen, ".docx"))

    def write_word(self, target: Path) -> None:
        """Write the Word file of what is shown, whole or not at all."""
        if self._job is None:
            return
        self.progress.begin("Menulis DOCX …")
        lane = self._screen.context.lane
        watch = Watch(lane, self._stepped)
        call = partial(_word_written, self._job, target, watch)
        then = partial(self._word_done, target)
        self._ticket = watch.ticket = lane.side(call, then, failed=self._word_failed)

    def _choice(self) -> str:
        return choice_of(self._book, draft=bool(self.way.currentData()))

    def _again(self, _place: int) -> None:
        self.show_book(self._book)  # type: ignore[arg-type] # the row it was shown for

    def _make(self, gather: Callable[[], PrintJob]) -> None:
        self.cancel()
        self._gather, self._job = gather, None
        self.wait.title.setText("Menyiapkan halaman")
        self.count.setText("")
        self.stack.setCurrentIndex(WAIT)
        self.print.setEnabled(False)
        self.word.setEnabled(False)
        self._screen.context.autosave.flush_all()
        self.progress.begin("Menyiapkan halaman …")
        self._ticket = self._screen.read(gather, self._gathered, failed=self._failed)

    def _gathered(self, job: PrintJob) -> None:
        lane = self._screen.context.lane
        watch = Watch(lane, self._stepped)
        then = partial(self._show, job)
        self._ticket = watch.ticket = lane.side(partial(_rendered, job, watch), then, failed=self._failed)

    def _stepped(self, watch: Watch) -> None:
        if watch.ticket is self._ticket and watch.total > _FEW:
            self.progress.step(watch.done, watch.total)

    def _show(self, job: PrintJob, made: tuple[bytes, int]) -> None:
        self._ticket = None
        self.progress.finish()
        self._job = job
        pdf, count = made
        self.count.setText(f"{count} halaman{'' if self._book else _WHOLE}")
        self.print.setEnabled(True)
        self.word.setEnabled(True)
        self.stack.setCurrentIndex(PAGES)
        self.pages.show_pdf(pdf, count)

    def _fit(self, _number: int) -> None:
        self.pages.fit()

    def _failed(self, fault: "Fault") -> None:
        self._ticket = None
        self.progress.finish()
        self.refused.sentence.setText(explain(fault))
        self.stack.setCurrentIndex(REFUSED)

    def _word_done(self, target: Path, _done: Path) -> None:
        self._ticket = None
        self.progress.finish()
        self._screen.told.emit(f"{target.name} tersimpan.")

    def _word_failed(self, fault: "Fault") -> None:
        self._ticket = None
        self.progress.finish()
        self._screen.warned.emit(explain(fault))


def _rendered(job: PrintJob, watch: Watch) -> tuple[bytes, int]:
    pdf = render(job, watch)
    return pdf, page_count(pdf)


def _word_written(job: PrintJob, target: Path, watch: Watch) -> Path:
    save(render_word(job, watch), target)
    return target
