"""Kertas Kerja, Suara: votes on any list, counted without anybody seeing how they stand, then revealed."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import VOTE as SLIDE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import BALLOTS as BALLOT_PRINT
from smartcity_desktop.domain.print_job import VOTE_RESULT
from smartcity_desktop.domain.vote import CLOSED, HANDS, REVEALED, Result, tie_words
from smartcity_desktop.domain.vote_entry import levels, spelled
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.read_table import ReadLine
from ui.screens.vote.entering import Entering
from ui.screens.vote.read import Picture, asked_for, eligible, made, offer
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.exercise_strip import ExerciseStrip
from ui.widgets.label import Label, tip
from ui.widgets.scroll import scroll_area
from ui.widgets.vote_foot import VoteFoot
from ui.widgets.vote_new import Eligible, NewVoteDialog, Offer
from ui.widgets.vote_page import ENTRY, RESULT, VotePage
from ui.widgets.vote_side import VoteSide
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

KEY: Final = "vote"
_EMPTY: Final = (
    "Pilih dari isian kertas kerja atau dari pilihan sendiri: tangan dihitung, surat suara, atau per orang. "
    "Hasilnya tersembunyi sampai diumumkan."
)
_HINTS: Final = {
    True: "Angka lalu Enter · Delete mengosongkan · Ctrl+Delete mengeluarkan pilihan · F8 mengumumkan",
    False: "Ctrl+Z mengurungkan · F8 menyembunyikan hasil lagi",
}
_ALL: Final = "Semua pemungutan suara"
_SIDE: Final = 350
_LETTERS: Final = 16
_PAUSE: Final = 150
"""Milliseconds after the last figure before the sums are read again."""
_NONE_PAGE, _VOTE_PAGE = range(2)


class VoteScreen(Screen):
    """One vote at a time: what is entered at the left, its knobs and sums at the right."""

    kinds = frozenset({"vote", "vote_item", "vote_cast", "worksheet", "paper"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._stage = 1
        self._worksheet = NO_ROW
        self._vote = NO_ROW
        self._asked = ""
        self._picture = Picture()
        self._ticket: Ticket | None = None
        self.dialog: NewVoteDialog | None = None
        self.setObjectName("screen-vote")
        theme.set_role(self, "page")
        self.strip = ExerciseStrip(KEY, self)
        self.strip.chosen.connect(self._go_to_view)
        self.page = VotePage(self)
        self.side = VoteSide(self)
        self.empty = EmptyState(
            "Belum ada pemungutan suara", _EMPTY, ("Buat pemungutan suara",), name="vote-empty", parent=self
        )
        self.empty.first.connect(self.new_vote)
        self.entering = Entering(self, services, self.page)
        self.foot = VoteFoot(self)
        self._listen()
        self._lay_out()

    # What the window asks ----------------------------------------------------------------------------------

    def show_stage(self, number_of: int) -> None:
        """Offer the worksheets of this stage."""
        if number_of != self._stage:
            self._stage = number_of
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read and show the votes."""
        self._refresh()
        self.page.tally.setFocus()

    def leave(self) -> None:
        """Take what is being typed; read nothing more for what nobody looks at."""
        self.page.tally.settle()
        self._later.stop()
        super().leave()

    def end(self) -> None:
        """Take what is being typed: the file is closed after this."""
        self.page.tally.settle()
        self._later.stop()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show a vote, or the votes of a worksheet or of the one on which a row stands."""
        self._asked = row
        self._refresh()

    def standing(self) -> object:
        """Return worksheet and vote."""
        return self._worksheet, self._vote

    def take_over(self, standing: object) -> None:
        """Show the same worksheet and vote."""
        if isinstance(standing, tuple):
            self._worksheet, self._vote = RowId(str(standing[0])), RowId(str(standing[1]))

    def unfinished(self) -> str:
        """Return the ballot that is typed and not saved yet."""
        waiting = self.page.ballot.waiting
        return f"Suara {self.page.ballot.sign.text()} belum disimpan: {waiting}." if waiting else ""

    def present(self) -> bool:
        """Show the vote on the projector."""
        if not self._picture.vote.id:
            return False
        self.context.autosave.flush_all()
        self.slide_asked.emit(SLIDE, self._picture.vote.id)
        return True

    def slide(self) -> tuple[str, str] | None:
        """Return the slide of the vote."""
        return (SLIDE, self._picture.vote.id) if self._picture.vote.id else None

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Pemungutan suara baru", self.new_vote),
            Command("Umumkan atau sembunyikan hasil suara", self.reveal),
            Command("Selesai menghitung suara, atau lanjutkan menghitung", self.close_or_go_on),
            Command("Putaran baru pemungutan suara", self.again),
            Command("Tayangkan pemungutan suara", self.present_chosen),
            Command("Cetak hasil pemungutan suara", self.print_result),
            Command("Cetak surat suara", self.print_ballots),
            Command("Perlihatkan atau tutupi angka suara", self.foot.show_figures.click),
            Command("Hapus pemungutan suara ini", self.remove),
            *(
                Command(f"Suara {item.title}", partial(self._choose_vote, item.id))
                for item in self._picture.votes
            ),
        )

    # What a person does ------------------------------------------------------------------------------------

    def new_vote(self) -> None:
        """Ask what is voted on."""
        if self.dialog is None and self.new.isEnabled():
            self.read(partial(offer, self._services, self._worksheet), self._ask_new)

    def reveal(self) -> None:
        """Let everybody see the result, or take it off the walls again."""
        vote = self._picture.vote
        if not vote.id or not self.foot.show_all.isEnabled():
            return
        self.page.tally.settle()
        service = self._services.vote
        call = service.hide if vote.is_revealed else service.reveal
        words = "Hasil disembunyikan" if vote.is_revealed else "Hasil diumumkan"
        self.act(partial(call, vote.id), partial(self._done, words))

    def close_or_go_on(self) -> None:
        """Take no more figures, or go on counting."""
        vote = self._picture.vote
        if not vote.id or not self.foot.close_vote.isEnabled():
            return
        self.page.tally.settle()
        service = self._services.vote
        is_shut = vote.state in {CLOSED, REVEALED}
        call = service.reopen if is_shut else service.close
        words = "Penghitungan dilanjutkan" if is_shut else "Pemungutan suara ditutup"
        self.act(partial(call, vote.id), partial(self._done, words))

    def again(self) -> None:
        """Begin a new round; what was counted stays as an earlier one."""
        vote = self._picture.vote
        if vote.id and self.foot.new_round.isEnabled():
            self.page.tally.settle()
            words = f"Putaran {vote.held + 1} dimulai. Putaran {vote.held} tetap tersimpan"
            self.act(partial(self._services.vote.again, vote.id), partial(self._done, words))

    def remove(self) -> None:
        """Delete the vote; undo brings it back."""
        vote = self._picture.vote
        if vote.id and self.new.isEnabled():
            call = partial(self._services.vote.remove, vote.id)
            self._vote = NO_ROW
            self.act(call, partial(self._done, f"Pemungutan suara dihapus: {vote.title}"))

    def present_chosen(self) -> None:
        """Show the vote on the projector."""
        self.present()

    def print_result(self) -> None:
        """Show the preview of the result."""
        self.context.autosave.flush_all()
        self.print_asked.emit(VOTE_RESULT, self._picture.vote.id)

    def print_ballots(self) -> None:
        """Show the preview of the ballots."""
        self.context.autosave.flush_all()
        self.print_asked.emit(BALLOT_PRINT, self._picture.vote.id)

    # Reading -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.context.autosave.flush()
        call = partial(asked_for, self._services, self._stage, (self._worksheet, self._vote), self._asked)
        self._ticket = self.read(call, self._show)

    def _show(self, picture: Picture) -> None:
        other = picture.vote.id != self._picture.vote.id
        shifted = other or picture.vote.held != self._picture.vote.held
        self._picture, self._asked = picture, ""
        self._worksheet, self._vote = picture.worksheet, picture.vote.id
        self._show_head()
        self.pages.setCurrentIndex(_VOTE_PAGE if picture.vote.id else _NONE_PAGE)
        self.foot.setVisible(bool(picture.vote.id))
        if not picture.vote.id:
            return
        if shifted:
            self.page.rounds.setCurrentIndex(0)
        self.page.show_vote(picture.vote)
        self.side.knobs.show_vote(picture.vote)
        self._show_entry()
        if shifted:
            self.entering.begin()
            self.page.tally.start()

    def _show_head(self) -> None:
        self.worksheet.clear()
        self.worksheet.addItem(_ALL, NO_ROW)
        for item in self._picture.worksheets:
            self.worksheet.addItem(f"{item.code} {item.title}", item.id)
        self.worksheet.setCurrentIndex(max(self.worksheet.findData(self._worksheet), 0))
        self.votes.clear()
        for vote in self._picture.votes:
            self.votes.addItem(vote.title, vote.id)
        self.votes.setCurrentIndex(self.votes.findData(self._vote))
        self.votes.setVisible(bool(self._picture.votes))

    def _show_entry(self) -> None:
        """Show what is entered or the result, by the state of the vote and by what a person looks at."""
        picture, vote = self._picture, self._picture.vote
        by_ballot = vote.way != HANDS and self.page.is_one_by_one
        earlier = self.page.chosen_round
        result = picture.rounds[earlier - 1] if 0 < earlier <= len(picture.rounds) else picture.result
        shown = vote.is_revealed or bool(earlier)
        is_open = vote.state not in {CLOSED, REVEALED}
        words = [(points, f"{points} poin") for points in levels(vote)]
        heads = [(1, "Tangan")] if vote.way == HANDS else [(0, "Suara ini")] if by_ballot else words
        self.page.model.show(picture.open_items, heads, picture.counted)
        self.page.model.show_ballot({} if by_ballot else None)
        self.page.tally.open = is_open
        self.page.ballot.setVisible(by_ballot)
        self.page.ballot.let(on=is_open)
        self.page.show_result(result)
        self.page.turn(RESULT if shown else ENTRY)
        self.page.entry.setVisible(vote.way != HANDS and not shown)
        self.foot.hint.setText(_HINTS[not shown] if vote.is_revealed or not shown else "")
        self.entering.show(picture)
        self._show_side(result, shown=shown, by_ballot=by_ballot)
        self.foot.show_vote(vote, is_open=is_open)

    def _show_side(self, result: Result, *, shown: bool, by_ballot: bool) -> None:
        picture, vote = self._picture, self._picture.vote
        self.side.say(
            self._counted(result),
            (*result.told, *(tie_words(result) if shown else ())),
            spread=result.spread_words if shown else "",
            sums=picture.sums,
            log=vote.note,
        )
        places = {item.id: place for place, item in enumerate(picture.open_items, start=1)}
        covered = self.page.model.covered and not shown
        lines = [
            ReadLine(
                sign,
                (
                    sign,
                    "•"
                    if covered
                    else spelled({places[row]: n for row, n in given.items() if n and row in places}),
                    number(sum(given.values())),
                ),
            )
            for sign, given in reversed(list(picture.ballots.items()))
        ]
        self.side.show_ballots(lines, visible=by_ballot)

    def _counted(self, result: Result) -> str:
        vote = self._picture.vote
        if vote.way == HANDS:
            filled = sum(1 for item in result.tallies if item.given)
            return f"{number(filled)} dari {number(len(result.tallies))} pilihan sudah dihitung"
        whole = f" dari {number(vote.voters)} orang" if vote.voters else ""
        points = sum(item.points for item in result.tallies)
        return f"{number(result.ballots)} suara{whole} · {number(points)} poin"

    # Small acts --------------------------------------------------------------------------------------------

    def _turned(self, field: str, value: object) -> None:
        known = value if isinstance(value, int | str) else None
        self.act(partial(self._services.vote.set_knob, self._picture.vote.id, field, known), self._soon)

    def _add_line(self, text: str) -> None:
        call = partial(self._services.vote.add_lines, self._picture.vote.id, [(NO_ROW, text)])
        self.act(call, self._soon)

    def _take_off(self, item: str) -> None:
        words = next((one.text for one in self._picture.items if one.id == item), "")
        call = partial(self._services.vote.take_off, RowId(item))
        self.act(call, partial(self._done, f"Dikeluarkan dari daftar: {words}"))

    def _cover(self, shown: bool) -> None:  # noqa: FBT001  # a signal's
        self.page.model.cover(on=not shown)
        self._show_entry()

    def _soon(self, _changes: Changes) -> None:
        self._later.start()

    def _done(self, words: str, changes: Changes) -> None:
        if changes:
            self.said.emit(words)
        self._refresh()

    # A new one ---------------------------------------------------------------------------------------------

    def _ask_new(self, found: Offer) -> None:
        if self.dialog is not None:
            return
        self.dialog = NewVoteDialog(found, self)
        self.dialog.rows_wanted.connect(self._read_rows)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._make)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _read_rows(self, worksheet: str) -> None:
        row = RowId(worksheet)
        self.read(partial(eligible, self._services, row), partial(self._offer_rows, row))

    def _offer_rows(self, worksheet: RowId, rows: tuple[Eligible, ...]) -> None:
        if self.dialog is not None and self.dialog.about == worksheet:
            self.dialog.show_rows(worksheet, rows)

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _make(self) -> None:
        from smartcity_desktop.services.vote import VoteAsk

        if self.dialog is None:
            return
        knobs = self.dialog.knobs
        ask = VoteAsk(
            self.dialog.title.text(),
            self.dialog.question.text(),
            knobs.chosen_way,
            knobs.value("points"),
            knobs.value("most"),
            knobs.value("voters"),
            worksheet=self.dialog.about,
            lines=self.dialog.chosen,
        )
        self.context.autosave.flush_all()
        self.context.lane.data(partial(made, self._services, ask, self._stage), self._made)

    def _made(self, found: tuple[RowId, Changes]) -> None:
        self._vote, changes = found
        self.context.bus.publish(changes, self)
        self.said.emit("Pemungutan suara dibuat")
        self._refresh()
        self.page.tally.setFocus()

    # Ways --------------------------------------------------------------------------------------------------

    def _go_to_view(self, key: str) -> None:
        self.go.emit(key, self._worksheet)

    def _choose_worksheet(self, _place: int) -> None:
        self._worksheet, self._vote = RowId(str(self.worksheet.currentData() or "")), NO_ROW
        self._refresh()

    def _choose_listed(self, _place: int) -> None:
        self._choose_vote(str(self.votes.currentData() or ""))

    def _choose_vote(self, row: str) -> None:
        self._vote = RowId(row)
        self._refresh()

    # Making ------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._refresh)
        self.page.worded.connect(self._turned)
        self.page.line_added.connect(self._add_line)
        self.page.turned.connect(self._show_entry)
        self.page.tally.remove_asked.connect(self._take_off)
        self.side.knobs.turned.connect(self._turned)
        self.side.ballot_asked.connect(self.entering.show_ballot)
        self.side.ballot_forgotten.connect(self.entering.forget)
        self.entering.written.connect(self._soon)
        self.entering.withdrawn.connect(self._done)
        self.foot.show_all.clicked.connect(self.reveal)
        self.foot.close_vote.clicked.connect(self.close_or_go_on)
        self.foot.new_round.clicked.connect(self.again)
        self.foot.show_hall.clicked.connect(self.present_chosen)
        self.foot.print.clicked.connect(self.print_result)
        self.foot.show_figures.toggled.connect(self._cover)
        for keys, call in (("F8", self.reveal), ("Ctrl+N", self.new_vote)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box

    def _lay_out(self) -> None:
        self.worksheet = self._box("vote-worksheet", "Kertas kerja")
        self.worksheet.activated.connect(self._choose_worksheet)
        self.votes = self._box("vote-votes", "Pemungutan suara")
        self.votes.activated.connect(self._choose_listed)
        self.new = Button("Pemungutan baru", "vote-add-new", parent=self)
        tip(self.new, "Ctrl+N")
        self.new.clicked.connect(self.new_vote)
        for_writing(self.new)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Suara", "title", parent=self))
        head.addWidget(self.worksheet, 1)
        head.addWidget(self.votes, 1)
        head.addWidget(self.new)
        side = scroll_area(self.side, "vote-side-area", self)
        side.setFixedWidth(theme.scaled(_SIDE))
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.page, 1)
        row.addWidget(side)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)
