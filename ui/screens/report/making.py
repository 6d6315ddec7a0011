"""Making the pages of a print: gathered on the data thread, rendered beside the window, shown when there."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartcity_desktop.domain.print_trace import fingerprint
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.report import PrintJob, page_count, page_png, render
from ui.context import Context, Services
from ui.printing import Watch
from ui.screens.report.ask import Asked, Made
from ui.screens.report.ways import WaysOut
from ui.translate import explain
from ui.widgets.card import EmptyState
from ui.widgets.fitted_pages import FittedPages
from ui.widgets.message_bar import MessageBar
from ui.widgets.print_history import PrintHistory
from ui.widgets.print_texts import PaperTexts
from ui.widgets.progress import Progress

HINT, REFUSED, PAGES, TEXTS, HISTORY = range(5)
_FOLLOW_MS: Final = 250
_FEW_STEPS: Final = 4
_NO_SESSION: Final = "session-unknown"


def _rendered(job: PrintJob, watch: Watch) -> tuple[bytes, int, str]:
    pdf = render(job, watch)
    return pdf, page_count(pdf), fingerprint(job)


class Making(WaysOut):
    """The right of Cetak: a hint, a refusal, the pages, the sentences of a paper, or its history."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(services, context, parent)
        self._asked: Asked | None = None
        self.bar = MessageBar("print-message", self)
        self.progress = Progress("print-progress", self)
        self.pages = FittedPages(context.lane, page_png, self)
        self.hint = EmptyState("", "", name="print-hint", parent=self)
        self.refused = EmptyState("", "", ("Mulai sesi",), name="print-refused", parent=self)
        self.texts = PaperTexts(self)
        self.history = PrintHistory(self)
        self.stack = QStackedWidget(self)
        for page in (self.hint, self.refused, self.pages, self.texts, self.history):
            self.stack.addWidget(page)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self._make)
        self.progress.cancelled.connect(self.cancel)
        self.pages.drawn.connect(self._drawn)

    def show_head(self) -> None:
        """Say what is shown."""
        raise NotImplementedError

    def show_pages(self) -> None:
        """Write what is in the editors, gather, render beside the window, and show the pages."""
        if self.stack.currentIndex() in {TEXTS, HISTORY}:
            self.stack.setCurrentIndex(PAGES if self._made is not None else HINT)
        self._make()

    def _make(self) -> None:
        if self._files is not None:
            return
        self._drop()
        asked = self.wanted()
        if asked is None:
            return
        self._asked = asked
        self.context.autosave.flush_all()
        self.progress.begin("Menyiapkan halaman …")
        self._ticket = self.read(self.gathering(asked), self._gathered, failed=self._failed)

    def gathering(self, asked: Asked) -> Callable[[], PrintJob]:
        """Return the call that gathers a print on the data thread."""
        return partial(self._services.report.asked, asked.kind, asked.ask)

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

    def _show_pages(self, asked: Asked, job: PrintJob, made: tuple[bytes, int, str]) -> None:
        self.progress.finish()
        self._ticket = None
        pdf, count, mark = made
        self._made = Made(asked, job, pdf, count, mark)
        self.pages.show_pdf(pdf, count)
        if self.stack.currentIndex() == TEXTS and job.passages:
            self.texts.show_passages(job.name, job.passages)
        elif self.stack.currentIndex() != HISTORY:
            self.stack.setCurrentIndex(PAGES)
        self.show_head()

    def _failed(self, fault: Fault) -> None:
        self.progress.finish()
        self._ticket = self._after = self._made = None
        no_session = fault.code == _NO_SESSION
        self.refused.title.setText("Belum ada sesi" if no_session else "Belum bisa ditampilkan")
        self.refused.sentence.setText(explain(fault))
        for button in self.refused.buttons:
            button.setVisible(no_session)
        self.stack.setCurrentIndex(REFUSED)
        self.show_head()

    def _drawn(self, _number: int) -> None:
        self.pages.fit()
        after, self._after = self._after, None
        if after is not None:
            after()
