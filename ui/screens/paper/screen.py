"""Screen Ketik dari kertas: a number opens a paper, Enter goes from field to field, each saved at once."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import (
    BLANK,
    COUNTED,
    MISSING,
    OUT,
    REPLACED,
    SPOILED,
    STATE_WORDS,
    differences,
    reading_words,
)
from smartcity_desktop.domain.print_job import CARDS, CONTROL, NUMBERED
from smartcity_desktop.errors import Fault, UserFault
from smartcity_desktop.services.paper import Found, PaperService
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.paper_form import Opened, Overview
from ui.screens.paper.keying import CardKeying, Keying, SheetKeying, keying_of
from ui.screens.paper.read import opened, overview, read_again
from ui.translate import explain
from ui.widgets.card import EmptyState
from ui.widgets.paper_form import PaperForm
from ui.widgets.paper_page import PaperPage
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Lembar, kartu, dan surat suara yang dicetak dari sini bernomor. Ketik nomornya atau pindai garisnya, "
    "lalu isi menurut urutan di kertas."
)
_HINT, _FORM, _DIFFERENCES = range(3)
_PAUSE_MS: Final = 500
_KEYS: Final = {"F6": BLANK, "F7": SPOILED, "F8": MISSING}


class PaperScreen(Screen):
    """Lists the papers of a worksheet, keys one of them, shows what adds up and where two readings differ."""

    kinds = frozenset(
        {
            *("paper", "worksheet", "sheet_column", "sheet", "analysis", "score", "milestone", "vote_cast"),
            *(name for name, entity in CATALOG.items() if entity.owner == "sheet"),
        }
    )

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._stage = 1
        self._wanted = NO_ROW
        self._overview = Overview()
        self._keying: Keying | None = None
        self._second = False
        self._party = NO_ROW
        self.setObjectName("screen-paper")
        theme.set_role(self, "page")
        self.form = PaperForm(self._take, self)
        self.page = PaperPage(self.form, self)
        self.empty = EmptyState(
            "Belum ada kertas bernomor",
            _EMPTY,
            ("Cetak lembar bernomor", "Cetak kartu ide"),
            name="paper-empty",
            parent=self,
        )
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.page)
        self.page.lay_out(self, self.pages)
        # The list follows when the keys pause: a field is not to wait for it.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._refresh)
        self._listen()

    @property
    def _service(self) -> PaperService:
        return self._services.paper

    def _listen(self) -> None:
        page = self.page
        self.context.autosave.watch(self.form.hand_in, self.form)
        self.empty.first.connect(self.print_sheets)
        self.empty.second.connect(self.print_cards)
        page.strip.chosen.connect(self._go_to_view)
        page.number.returnPressed.connect(self._open_typed)
        page.worksheet_chosen.connect(self._show_worksheet)
        page.list.asked.connect(self._open_listed)
        page.differences.chose.connect(self._choose)
        self.form.ended.connect(partial(self._step, 1))
        self.form.moved.connect(self._step)
        page.second.clicked.connect(self.read_again)
        page.finish.clicked.connect(self.finish)
        page.sheets.clicked.connect(self.print_sheets)
        page.control.clicked.connect(self.print_control)
        for button, state in zip(page.states, _KEYS.values(), strict=True):
            button.clicked.connect(partial(self.put, state))
        ways: dict[str, Callable[[], None]] = {key: partial(self.put, state) for key, state in _KEYS.items()}
        ways |= {
            "F4": self.read_again,
            "F2": self._to_number,
            "Ctrl+Return": self.finish,
            "Ctrl+Enter": self.finish,
            "Ctrl+P": self.print_sheets,
        }
        for keys, call in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        for_writing(*page.states, page.finish, page.second, page.differences)

    # What the window asks

    def show_stage(self, number: int) -> None:
        """Show the papers of this stage; one that is being keyed stays."""
        if number != self._stage:
            self._stage = number
            self._wanted = NO_ROW
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read the papers; the cursor waits for a number."""
        self._refresh()
        if self._keying is None:
            self._to_number()

    def leave(self) -> None:
        """Take what is being keyed."""
        self.form.hand_in()
        self._later.stop()
        super().leave()

    def end(self) -> None:
        """Take what is being keyed; nothing more is read: the file is closed after this."""
        self.form.hand_in()
        self._keying = None
        self._later.stop()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()
        if self._keying is not None and not self.context.autosave.count_waiting():
            self._open_again()

    def open_row(self, row: str) -> None:
        """Show the papers of a worksheet."""
        self._wanted = RowId(row)
        self._refresh()

    def unfinished(self) -> str:
        """Return what was keyed and does not fit its field: it stands there alone."""
        self.form.hand_in()
        return self._keying.held(*self.form.held) if self._keying is not None else ""

    def standing(self) -> object:
        """Return the worksheet and the paper that is keyed."""
        return self._overview.worksheet, self._keying.found.called if self._keying else ""

    def take_over(self, standing: object) -> None:
        """Show the same worksheet; the same paper waits in the line of numbers."""
        if isinstance(standing, tuple):
            self._wanted = RowId(str(standing[0]))
            self.page.number.setText(str(standing[1]))

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Ketik nomor kertas", self._to_number),
            Command("Tandai kertas kosong", partial(self.put, BLANK)),
            Command("Tandai kertas rusak", partial(self.put, SPOILED)),
            Command("Tandai kertas hilang", partial(self.put, MISSING)),
            Command("Baca kedua kertas ini", self.read_again),
            Command("Selesai mengetik kertas ini", self.finish),
            Command("Cetak lembar bernomor", self.print_sheets),
            Command("Cetak kartu ide", self.print_cards),
            Command("Cetak kendali kertas", self.print_control),
        )

    # Printing

    def print_sheets(self) -> None:
        """Show the numbered sheets of the worksheet."""
        self._print(NUMBERED, self._overview.worksheet or self._wanted)

    def print_cards(self) -> None:
        """Show the next batch of idea cards."""
        self._print(CARDS, self._overview.worksheet or self._wanted)

    def print_control(self) -> None:
        """Show what was issued and what came back."""
        self._print(CONTROL, NO_ROW)

    def _print(self, kind: str, about: RowId) -> None:
        self.context.autosave.flush_all()
        self.print_asked.emit(kind, about)

    # Reading

    def _refresh(self) -> None:
        self._later.stop()
        after = self._keying.found.paper.id if self._keying else NO_ROW
        self.read(partial(overview, self._services, self._stage, self._wanted, after), self._show)

    def _show(self, found: Overview) -> None:
        self._overview = found
        self._wanted = found.worksheet
        self.empty.sentence.setText(f"{_EMPTY} {found.lying}".strip())
        self.pages.setCurrentIndex(1 if found.worksheets and (found.lines or found.batches) else 0)
        self.page.show_overview(found)
        if self._keying is None and not self.page.number.text():
            self.page.offer(found.next)

    def _show_worksheet(self, row: str) -> None:
        if not self._may_go():
            self.page.show_overview(self._overview)
            return
        self._close()
        self._wanted = RowId(row)
        self._refresh()
        self._to_number()

    def _open_typed(self) -> None:
        typed = self.page.number.text().strip()
        if typed and self._may_go():
            self._open(typed)

    def _open_listed(self, key: str, _column: int) -> None:
        batch = next((item for item in self._overview.batches if item.id == key), None)
        if batch is not None:
            self.page.number.setText(f"{batch.number}-")
            self.page.number.setFocus()
            return
        line = next((item for item in self._overview.lines if item.paper.id == key), None)
        if line is not None and self._may_go():
            self._open(line.paper.code)

    def _open(self, typed: str, *, second: bool = False) -> None:
        self.form.hand_in()
        call = partial(opened, self._services, typed, self._overview.worksheet)
        # A number that opens nothing leaves the paper in hand as it is read.
        self.read(call, partial(self._show_opened, second), failed=self._not_found)

    def _open_again(self) -> None:
        if self._keying is not None:
            found = self._keying.found
            call = partial(read_again, self._services, Found(found.paper, found.number))
            self.read(call, self._show_again)

    def _show_again(self, found: Opened) -> None:
        keying = self._keying
        if keying is None or (found.paper.id, found.number) != (keying.found.paper.id, keying.found.number):
            return
        if self.page.work.currentIndex() == _DIFFERENCES:
            self._show_differences(found)
            return
        self.form.hand_in()
        self.page.show_paper(found, self._standing_of(found), second=self._second)
        renewed = keying_of(self._service, found, self._write, second=self._second, party=self._party)
        renewed.stand_as(keying)
        if renewed.page() != keying.page() and not self.unfinished():
            self.form.show_page(renewed.page())
        self._keying = renewed

    def _not_found(self, fault: Fault) -> None:
        self.page.refuse(explain(fault) if isinstance(fault, UserFault) else "")
        self.page.number.selectAll()
        if not isinstance(fault, UserFault):
            self.warned.emit(explain(fault))

    def _show_opened(self, second: bool, found: Opened) -> None:  # noqa: FBT001 - bound before it is called
        self._second = second
        self._show_paper(found)

    def _show_paper(self, found: Opened) -> None:
        self._keying = keying_of(self._service, found, self._write, second=self._second, party=self._party)
        if found.paper.worksheet and found.paper.worksheet != self._overview.worksheet:
            self._wanted = found.paper.worksheet
            self._refresh()
        self.page.refuse("")
        self.page.number.setText(found.called)
        self.page.show_paper(found, self._standing_of(found), second=self._second)
        self.page.work.setCurrentIndex(_FORM)
        self.form.show_page(self._keying.page())

    def _standing_of(self, found: Opened) -> str:
        state = found.paper.state
        if found.number:
            return STATE_WORDS.get(found.kept, "")
        told = [STATE_WORDS[state]] if state != OUT else []
        if found.sheet is not None:
            told += [item for item in (reading_words(found.sheet),) if item]
            told += [f"diketik {item.who}" for item in found.sheet.by]
        return " · ".join(told)

    def _close(self) -> None:
        self._keying = None
        self._second = False
        self.page.show_paper(None, "", second=False)
        self.page.work.setCurrentIndex(_HINT)

    def _to_number(self) -> None:
        self.form.hand_in()
        self.page.number.setFocus()
        self.page.number.selectAll()

    # Keying

    def _may_go(self) -> bool:
        """Take what is being keyed; where it does not fit, stay with it and say so."""
        words = self.unfinished()
        if words:
            self.form.stand(self.form.held[0])
            self.warned.emit(words)
        return not words

    def _take(self, place: int, text: str, entered: bool) -> str:  # noqa: FBT001 - as the form calls it
        return self._keying.take(place, text, entered) if self._keying is not None else ""

    def _write(self, call: Callable[[], Changes]) -> None:
        self.context.lane.data(call, self._written, failed=self._not_written)

    def _written(self, changes: Changes) -> None:
        self.context.bus.publish(changes, self)
        self._later.start()

    def _not_written(self, fault: Fault) -> None:
        self.warned.emit(explain(fault))

    def _step(self, by: int) -> None:
        keying = self._keying
        if keying is None or not self._may_go():
            return
        if keying.found.number:
            self._next_of_batch(by)
        elif keying.step(by):
            self.form.show_page(keying.page())
        elif by > 0:
            self.page.finish.setFocus()

    def _next_of_batch(self, by: int) -> None:
        keying = self._keying
        if keying is None:
            return
        self._party = keying.party if isinstance(keying, CardKeying) else NO_ROW
        paper, number = keying.found.paper, keying.found.number + by
        if number in paper.numbers:
            call = partial(read_again, self._services, Found(paper, number))
            self.read(call, self._show_paper, failed=self._not_found)
        else:
            self._close()
            self._refresh()
            self._to_number()

    def finish(self) -> None:
        """Say that the paper is keyed whole, and offer the next; a second reading shows what differs."""
        keying = self._keying
        if keying is None or keying.found.sheet is None or not self._may_go():
            return
        if isinstance(keying, SheetKeying) and keying.second:
            call = partial(read_again, self._services, Found(keying.found.paper))
            self.read(call, self._show_differences)
            return
        paper = keying.found.paper
        self.act(partial(self._service.finish, paper), partial(self._finished, paper.number))

    def _finished(self, number: str, _changes: Changes) -> None:
        self.said.emit(f"{number} selesai diketik")
        self._close_and_offer()

    def _close_and_offer(self) -> None:
        after = self._keying.found.paper.id if self._keying else NO_ROW
        self._close()
        call = partial(overview, self._services, self._stage, self._wanted, after)
        self.read(call, self._offer_next)

    def _offer_next(self, found: Overview) -> None:
        self._show(found)
        self.page.offer(found.next)
        self._to_number()

    def put(self, state: str) -> None:
        """Say that the paper in hand is blank, spoiled or missing; once more takes that back.

        Without a paper in hand, or where others are being typed, those numbers are meant: ``K1-089..100``.
        """
        self.form.hand_in()
        keying = self._keying
        typed = self.page.number.text().strip()
        if keying is None or (self.page.number.hasFocus() and typed != keying.found.called):
            self._put_typed(state)
            return
        found = keying.found
        if found.number:
            wanted = "" if found.kept == state else state
            call = partial(self._service.mark, found.paper, [found.number], wanted)
            self.act(call, partial(self._marked, 1))
            return
        wanted = OUT if found.paper.state == state else state
        self.act(partial(self._service.put, found.paper, wanted), partial(self._was_put, found, wanted))

    def _marked(self, by: int, _changes: Changes) -> None:
        self._refresh()
        self._next_of_batch(by)

    def _was_put(self, found: Opened, state: str, _changes: Changes) -> None:
        number = found.paper.number
        self.said.emit(f"{number}: {STATE_WORDS[state].lower()}")
        if state in REPLACED:
            words = f"{number} ditandai {STATE_WORDS[state].lower()}."
            self.offered.emit(
                words, "Cetak lembar pengganti", partial(self._print, NUMBERED, found.paper.sheet)
            )
        if state == OUT:
            self._refresh()
            self._open(found.paper.code)
        else:
            self._close_and_offer()

    def _put_typed(self, state: str) -> None:
        typed = self.page.number.text().strip()
        if typed:
            self.read(partial(self._service.span, typed), partial(self._put_span, state, typed))

    def _put_span(self, state: str, typed: str, found: object) -> None:
        if isinstance(found, tuple):
            batch, numbers = found
            self.act(partial(self._service.mark, batch, numbers, state), self._span_put)
            return
        call = partial(opened, self._services, typed, self._overview.worksheet)
        self.read(call, partial(self._put_opened, state), failed=self._not_found)

    def _put_opened(self, state: str, found: Opened) -> None:
        wanted = OUT if found.paper.state == state else state
        self.act(partial(self._service.put, found.paper, wanted), partial(self._was_put, found, wanted))

    def _span_put(self, changes: Changes) -> None:
        self.said.emit(changes.label)
        self.page.number.clear()
        self._refresh()

    # Second reading

    def read_again(self) -> None:
        """Key the sheet in hand once more, without a sight of the first reading; once more goes back."""
        keying = self._keying
        if not isinstance(keying, SheetKeying) or not self._may_go():
            self.page.second.setChecked(isinstance(keying, SheetKeying) and keying.second)
            return
        self._open(keying.found.paper.code, second=not keying.second)

    def _show_differences(self, found: Opened) -> None:
        sheet = found.sheet
        if sheet is None:
            return
        left, told = differences(sheet), reading_words(sheet)
        self.page.show_paper(found, self._standing_of(found), second=True)
        self.page.differences.show_differences(left, told)
        self.page.work.setCurrentIndex(_DIFFERENCES)
        if left:
            self.page.differences.table.setFocus()
        elif sheet.unread:
            self.warned.emit(f"{found.paper.number}: {told}. Lanjutkan dari baris yang belum dibaca.")
            self._open(found.paper.code, second=True)
        elif found.paper.state != COUNTED:
            self.act(partial(self._service.finish, found.paper), partial(self._finished, found.paper.number))
        else:
            self.said.emit(f"{found.paper.number} {told}")
            self._close_and_offer()

    def _choose(self, row: str, key: str, second: bool) -> None:  # noqa: FBT001 - a signal of two readings
        if self._keying is not None:
            paper = self._keying.found.paper
            call = partial(self._service.choose, paper, RowId(row), key, second=second)
            self.act(call, self._chosen)

    def _chosen(self, _changes: Changes) -> None:
        self._open_again()
        self._refresh()

    def _go_to_view(self, key: str) -> None:
        self.form.hand_in()
        self.go.emit(key, self._overview.worksheet)
