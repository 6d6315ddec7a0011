"""Screen Cetak: every document of the event by moment, its real pages, and what became of each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain import print_needs as needs
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_bundle import OF_A_DAY, usual
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_job import MOMENTS
from smartcity_desktop.domain.print_signer import USUAL, answers
from smartcity_desktop.domain.print_trace import about, history_words, trace
from smartcity_desktop.domain.print_word import takes_word
from smartcity_desktop.services.report import PrintKind, label_places
from ui import theme
from ui.context import Command, Context, Services
from ui.models.prints import Stock, frame_words, holds
from ui.screens.report.ask import Asked, Made, asked_of, everyone, paper_of
from ui.screens.report.making import HINT, HISTORY, PAGES, REFUSED, TEXTS, Making
from ui.screens.report.rules import ask_rules
from ui.screens.report.stock import (
    gather_stock,
    offer,
    offer_sessions,
    people_of,
    ways_of,
    whole_offer,
    whose_words,
)
from ui.translate import worded
from ui.widgets import print_told as buttons
from ui.widgets.label import Label
from ui.widgets.print_card import PrintCard
from ui.widgets.print_head import PrintHead
from ui.widgets.print_list import PrintLine
from ui.widgets.print_told import PrintTrace
from ui.widgets.writing import takes_nothing

START: Final = "session-start"
EVENT: Final = "event"
SIGNATURE: Final = "signature"
PACKAGE: Final = "package"
_ASK: Final = "?"
"""Stands between the key of a print and answers to its questions in the row that a screen is sent to."""


class ReportScreen(Making):
    """Left the documents and what they are made of, right their real pages."""

    kinds = frozenset(
        {
            *("workshop", "stage", "opd", "document", "renstra_line", "analysis", "worksheet", "sheet"),
            *("session", "note", "signer", "basis", "person", "sheet_column", "identity"),
            *("dimension", "subdimension", "issue", "attendance", "certificate", "grouping", "group"),
            *("seat", "turn", "data_item", "delivery", "paper_text", "printing", "photo"),
        }
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(services, context, parent)
        self._kinds: dict[str, PrintKind] = {item.key: item for item in services.report.kinds()}
        self._stock = Stock()
        self._signing: dict[str, str] = {}
        self._stage = 0
        self._is_known = False
        self._row = ""
        self.setObjectName("screen-report")
        theme.set_role(self, "page")
        self.card = PrintCard(self)
        self.list, self.choice = self.card.list, self.card.choice
        self.search = self.card.search
        self.head = PrintHead(self)
        self.trace = PrintTrace(self)
        self._lay_out()
        self._connect()

    # The screen among others

    def show_stage(self, number: int) -> None:
        """Offer what belongs to this stage first."""
        self._stage = number
        if self._is_known:
            self._begin_with_stage()
            self._rechosen()

    def arrive(self) -> None:
        """Read what the prints would hold; pages that were shown are made anew."""
        self.head.show_printer(has_printer=bool(QPrinterInfo.availablePrinterNames()))
        self.context.autosave.flush_all()
        self._read_stock()
        if self._made is not None:
            self._made = None
            self._make()
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
        self._read_stock()
        if self._made is not None:
            self._follow.start()

    def open_row(self, row: str) -> None:
        """Mark a print by its key, or the sheets of an agency; ``key?day=…&show`` answers and shows it."""
        key, _, rest = row.partition(_ASK)
        if key not in self._kinds:
            self.choice.choose_opd(row)
            return
        self.list.choose(key)
        if not self._is_known:
            self._row = row
        elif rest:
            self._answer(rest)

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
            Command("Aturan sertifikat", self._ask_rules),
        )

    def wanted(self) -> Asked | None:
        """Return what is chosen now."""
        kind = self._kinds.get(self.list.key)
        return asked_of(kind, self.choice) if kind else None

    # A file for each OPD

    def ask_folder(self) -> None:
        """Let the person choose a folder, then write one PDF per OPD into it."""
        asked = self.wanted()
        if asked is None or not needs.takes_files(self._kinds[asked.kind]) or self._files is not None:
            return
        begin = self.context.settings.value.last_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.folder_words(), begin)
        if chosen:
            self.write_each(asked.kind, Path(chosen))

    def write_each(self, kind: str, folder: Path) -> None:
        """Write one PDF per OPD into a folder; a name that is taken gets a number."""
        self._drop()
        self.context.autosave.flush_all()
        self.progress.begin("Menyiapkan berkas …")
        asked = everyone(self._kinds[kind], self.choice)
        then = partial(self.write_files, asked, folder)
        self._ticket = self.read(self.gathering(asked), then, failed=self._failed)

    # What stands in the file

    def _read_stock(self) -> None:
        self.read(partial(gather_stock, self._services), self._show_stock)

    def _show_stock(self, stock: Stock) -> None:
        is_new_day = stock.today != self._stock.today
        self._stock = stock
        # In a file that takes nothing a choice lasts as long as the screen.
        self._signing = {**stock.signing, **(self._signing if takes_nothing(self) else {})}
        ordered = sorted(self._kinds.values(), key=lambda item: MOMENTS.index(item.moment))
        self.list.show_lines([self._line(item) for item in ordered])
        offer(self.choice, stock, self._kinds.get(self.list.key))
        self.card.around.setText(frame_words(stock))
        if not self._is_known:
            self._is_known = True
            self.choice.show_paper(stock.paper)
            self._begin_with_stage()
            if not self._row:
                self._begin_with_moment()
        elif is_new_day:
            # The program stayed open over night: nobody means yesterday's list.
            self._begin_with_stage()
        self._offer_for(self._kinds.get(self.list.key))
        if self.stack.currentIndex() == REFUSED and stock.sessions:
            self.stack.setCurrentIndex(HINT)
        if self.stack.currentIndex() == HISTORY:
            self._show_history()
        key, _, rest = self._row.partition(_ASK)
        self._row = ""
        if key:
            self.list.choose(key)
        if rest:
            self._answer(rest)
        self.show_head()

    def _line(self, kind: PrintKind) -> PrintLine:
        stock = self._stock
        printed = trace(stock.history, kind.key).words(stock.now, stock.zone) if stock.now else ""
        title, note = self._title(kind), worded(kind.note)
        return PrintLine(kind.key, kind.moment, title, note, holds(kind.key, stock), printed)

    def _title(self, kind: PrintKind) -> str:
        """Return what a print is called at this event, which has a word of its own for its minutes."""
        return (
            self._stock.minutes if kind.key == needs.MINUTES and self._stock.minutes else worded(kind.title)
        )

    def _begin_with_stage(self) -> None:
        """Answer the questions for stage, day and division with those of the stage in front."""
        stock = self._stock
        stage = next((item.id for item in stock.stages if item.number == self._stage), "")
        self.choice.choose("stage", stage)
        if stock.today in stock.days.get(stage, ()):
            self.choice.choose("day", stock.today)
        own = [row for row, _, of_stage in stock.divisions if of_stage == stage]
        if own:
            self.choice.choose("grouping", own[-1])

    def _begin_with_moment(self) -> None:
        days = frozenset(day for found in self._stock.days.values() for day in found)
        if self._stock.now is not None and self._stock.today in days:
            self.list.begin_at(needs.moment_at(self._stock.now, days))

    def _offer_for(self, kind: PrintKind | None) -> None:
        """Offer what belongs to the kind that is marked."""
        if kind is None:
            return
        stock, choice = self._stock, self.choice
        offer_sessions(choice, stock, days=kind.key == needs.ATTENDANCE)
        choice.show_whole(whole_offer(kind, stock), whose_words(kind))
        choice.show_answers("choice", [(key, worded(words)) for key, words in ways_of(kind, choice, stock)])
        if kind.key in needs.OF_PEOPLE:
            earned = kind.key == needs.CERTIFICATE
            stage = str(choice.boxes["stage"].currentData() or "")
            choice.people.show_people(people_of(stock, kind.key, stage, earned=earned))
        known = [(key, self._title(self._kinds[key])) for key in OF_A_DAY if key in self._kinds]
        if stock.now is not None:
            choice.ticks.show_papers(known, usual(stock.now))
        choice.labels.show_places(*label_places(paper_of(choice)))
        choice.show_answers(needs.SIGNER, answers(kind.key, stock.signers))
        choice.show_chosen(needs.SIGNER, self._signing.get(kind.key, USUAL))

    def _answer(self, told: str) -> None:
        """Answer questions as a row says, ``day=2026-08-05&show``; ``show`` makes the pages."""
        answers = dict(part.partition("=")[::2] for part in told.split("&"))
        for key, value in answers.items():
            if key == "day" and self.choice.asks("day"):
                self.choice.choose("stage", self._stock.stage_of(value))
            if key in self.choice.boxes:
                self.choice.choose(key, value)
        if "show" in answers:
            self.show_pages()

    # Choosing

    def _chosen(self, key: str) -> None:
        kind = self._kinds[key]
        self._offer_for(kind)
        self.choice.needs(needs.questions(kind))
        self.bar.hide()
        if key == needs.ATTENDANCE:
            # Whole days stand first: today, or the day that comes.
            self.choice.session.setCurrentIndex(0)
        if self.stack.currentIndex() in {TEXTS, HISTORY}:
            self.stack.setCurrentIndex(PAGES if self._made is not None else HINT)
        self._rechosen()

    def _rechosen(self) -> None:
        self._keep_signer()
        self._offer_for(self._kinds.get(self.list.key))
        if self._made is not None or self._ticket is not None:
            self._follow.start()
        elif self.stack.currentIndex() == REFUSED:
            self.stack.setCurrentIndex(HINT)
        self.show_head()

    def _keep_signer(self) -> None:
        """Keep who was chosen to sign for this kind of paper."""
        kind, signer = self.list.key, self.choice.chosen(needs.SIGNER)
        if signer and signer != self._signing.get(kind, USUAL):
            self._signing[kind] = signer
            if not takes_nothing(self):
                call = partial(self._services.print_log.choose_signer, kind, RowId(signer))
                self.act(call, self.logged)

    def show_head(self) -> None:
        """Say what is shown, and what became of it."""
        kind = self._kinds.get(self.list.key)
        is_each = kind is not None and needs.takes_files(kind) and not self.choice.opd.currentData()
        self.head.each.setVisible(is_each and self.choice.opd.count() > 1)
        self.head.word.setVisible(kind is not None and takes_word(kind.key))
        shown = self._made if self.stack.currentIndex() in {PAGES, TEXTS} else None
        self.head.name.setText(shown.job.name if shown else (self._title(kind) if kind else ""))
        self.head.show_count(shown.count if shown else 0, shown.job.frame.paper if shown else "")
        if kind is not None:
            self.hint.title.setText(self._title(kind))
            note = worded(kind.note)
            self.hint.sentence.setText(f"{note}. Tekan Enter atau Lihat halaman; halamannya tampil di sini.")
        self._show_trace(kind, shown)

    def _show_trace(self, kind: PrintKind | None, shown: Made | None) -> None:
        stock = self._stock
        asked = self.wanted()
        if kind is None or asked is None or stock.now is None:
            return
        of_kind = trace(stock.history, kind.key)
        own = trace(stock.history, kind.key, about(asked.ask))
        words = own.words(stock.now, stock.zone)
        is_shown = shown is not None and shown.asked == asked
        differs = bool(is_shown and own.last and shown and own.last.sha256 != shown.mark)
        self.trace.show_trace(words or "Belum pernah dicetak", changed=differs)
        waiting = stock.waiting.get(str(asked.ask.stage), 0) if kind.key == needs.CERTIFICATE else 0
        offered = {buttons.HISTORY} if of_kind.times else set()
        offered |= {buttons.RULES} if kind.key == needs.CERTIFICATE else set()
        offered |= {buttons.NUMBER} if waiting else set()
        passages = shown.job.passages if is_shown and shown else ()
        offered |= {buttons.TEXTS} if passages and self.stack.currentIndex() == PAGES else set()
        offered |= {buttons.COPY, buttons.SAVE_TEXT} if passages and kind.key == needs.PRESS else set()
        self.trace.offer(frozenset(offered), waiting=waiting)

    # What else can be done with a print

    def _trace_asked(self, key: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            buttons.HISTORY: self._show_history,
            buttons.TEXTS: self._show_texts,
            buttons.COPY: self.copy_text,
            buttons.SAVE_TEXT: self.ask_text_file,
            buttons.NUMBER: partial(self.numbers_first, self.show_pages),
            buttons.RULES: self._ask_rules,
        }
        ways[key]()

    def numbers_first(self, then: Callable[[], None]) -> bool:
        """Give certificates their numbers before they go out; False where none is missing."""
        asked = self.wanted()
        if asked is None or asked.kind != needs.CERTIFICATE or takes_nothing(self):
            return False
        if not self._stock.waiting.get(str(asked.ask.stage), 0):
            return False
        call = partial(self._services.certificate.number, asked.ask.stage)
        self.act(call, partial(self._numbered, then))
        return True

    def _numbered(self, then: Callable[[], None], changes: Changes) -> None:
        self.bar.tell(f"{changes.label.capitalize()}. Nomor ini tetap.", "good")
        self._made = None
        self.read(partial(gather_stock, self._services), partial(self._go_on, then))

    def _go_on(self, then: Callable[[], None], stock: Stock) -> None:
        self._show_stock(stock)
        then()

    def _ask_rules(self) -> None:
        ask_rules(self, self._services, str(self.choice.boxes["stage"].currentData() or ""), self.logged)

    def _show_texts(self) -> None:
        if self._made is not None and self._made.job.passages:
            self.texts.show_passages(self._made.job.name, self._made.job.passages)
            self.stack.setCurrentIndex(TEXTS)
            self.show_head()
            first = next(iter(self.texts.boxes.values()))
            first.setFocus()

    def _text_edited(self, passage: Passage, text: str) -> None:
        save = partial(self._services.print_log.write_text, passage, text, typing=True)
        self.context.autosave.note(("paper_text", passage.key, passage.stage, passage.date), save, self)
        if self._made is not None:
            self._made = self._made.with_text(passage, text)

    def _show_history(self) -> None:
        kind = self._kinds.get(self.list.key)
        if kind is not None:
            zone = self._stock.zone
            lines = [
                (item.title, history_words(item, zone))
                for item in self._stock.history
                if item.kind == kind.key
            ]
            self.history.show_lines(f"Riwayat {self._title(kind)}", lines)
            self.stack.setCurrentIndex(HISTORY)
            self.show_head()

    def logged(self, changes: Changes) -> None:
        """Say when it was printed as soon as that is written."""
        del changes
        self._read_stock()
        if self._made is not None and self._ticket is None and self.stack.currentIndex() == PAGES:
            self.show_head()

    def _open_frame(self) -> None:
        self.go.emit(EVENT, "kop")

    def _start_session(self) -> None:
        self.go.emit(START, "")

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.asked.connect(self._list_asked)
        self.search.asked.connect(self.list.narrow)
        self.search.returnPressed.connect(self.list.setFocus)
        self.choice.changed.connect(self._rechosen)
        self.card.view.clicked.connect(self.show_pages)
        self.card.frame.clicked.connect(self._open_frame)
        self.card.signing.clicked.connect(partial(self.go.emit, SIGNATURE, ""))
        self.card.handing.clicked.connect(partial(self.go.emit, PACKAGE, ""))
        self.head.print.clicked.connect(self.ask_printer)
        self.head.save.clicked.connect(self.ask_file)
        self.head.word.clicked.connect(self.ask_word_file)
        self.head.each.clicked.connect(self.ask_folder)
        self.trace.asked.connect(self._trace_asked)
        self.texts.edited.connect(self._text_edited)
        self.texts.done.connect(self.show_pages)
        self.history.done.connect(self.show_pages)
        self.refused.first.connect(self._start_session)
        for keys, way in (("Ctrl+P", self.ask_printer), ("Ctrl+F", self.search.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def _list_asked(self, _key: str) -> None:
        self.show_pages()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.head, self.trace, self.bar, self.progress):
            right.addWidget(part)
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
