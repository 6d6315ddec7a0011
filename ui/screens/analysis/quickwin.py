"""Tab Quick win: the ranking of all candidates, one of them whole, other weights on trial, the decisions."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.chart_quickwin import score_bars
from smartcity_desktop.domain.hall import QUICKWIN as SLIDE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_job import QUICKWIN_DECISION, QUICKWIN_RANKING, QUICKWIN_SCORES
from smartcity_desktop.domain.quickwin import Line
from smartcity_desktop.domain.quickwin_board import (
    Board,
    Decided,
    Proposal,
    decided,
    discuss_words,
    proposals,
    reweighed,
)
from smartcity_desktop.domain.worksheet import Worksheet
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import quickwin as words
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.chart import ChartView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.quickwin_decision import DecisionForm
from ui.widgets.quickwin_weights import WeightPanel
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

SHEETS: Final = "worksheet"
_EMPTY: Final = (
    "Setiap dimensi mengusulkan kandidat pada kertas kerja nominasi, sendiri atau dibawa dari program smart "
    "city; para penilai memberi nilai 0–4 pada lembarnya masing-masing. Urutan, syarat, perbedaan nilai, dan "
    "keputusan tersusun di sini."
)
_HINT: Final = "Enter membuka lembar nominasinya · F4 mencoba bobot"
_WIDE_BARS: Final = 480.0
_ONE, _WEIGHTS = range(2)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is read in one go."""

    scorings: tuple[Worksheet, ...] = ()
    board: Board = Board()  # noqa: RUF009  # frozen
    today: str = ""


class QuickWinTab(ScreenTab):
    """The ranking at the left, beside it one candidate with its decision, or the weights on trial."""

    kinds = frozenset(
        {
            *("candidate", "score", "criterion", "assessor", "worksheet", "sheet_column", "initiative"),
            *("opd", "dimension", "subdimension", "plan_point", "sheet"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._quickwin = services.quickwin
        self._worksheet = NO_ROW
        self._wanted = ""
        self._stood = False
        self._found = _Found()
        self._proposals: dict[RowId, Proposal] = {}
        self._last = Decided()
        self.setObjectName("tab-quickwin")
        self._make_ranking()
        self._make_candidate()
        self.weights = WeightPanel(self)
        self.weights.tried.connect(self._show_ranking)
        self.weights.taken.connect(self.take_weights)
        self.empty = EmptyState(
            "Belum ada kandidat quick win",
            worded(_EMPTY),
            ("Buka nominasi", "Buka penilaian"),
            name="quickwin-empty",
            parent=self,
        )
        self.empty.first.connect(self.open_nominations)
        self.empty.second.connect(self.open_scores)
        self.pages = self.set_pages(self.empty, self._full())
        shortcut = QShortcut(QKeySequence("F4"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle_side)
        for_writing(self.withdraw)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._gather, self._show)

    def open_row(self, row: str) -> None:
        """Choose this candidate."""
        self._wanted = row

    def standing(self) -> str:
        """Return the candidate that is chosen."""
        return self.ranking.key

    def unfinished(self) -> str:
        """Return about which candidates a decision is typed that nobody has taken yet."""
        names = [
            line.candidate.name
            for row in self.decision.waiting
            if (line := self._found.board.line(RowId(row))) is not None
        ]
        return f"Keputusan yang belum ditetapkan: {', '.join(names)}." if names else ""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Cetak peringkat quick win", partial(self._print, QUICKWIN_RANKING)),
            Command("Cetak lembar penilaian quick win", partial(self._print, QUICKWIN_SCORES)),
            Command("Cetak berita acara penetapan quick win", partial(self._print, QUICKWIN_DECISION)),
            Command("Tayangkan hasil quick win", self.present),
            Command("Coba bobot lain", self.open_weights),
            Command("Buka nominasi quick win", self.open_nominations),
            Command("Buka penilaian quick win", self.open_scores),
        )

    # What a person does ------------------------------------------------------------------------------------

    def open_nominations(self) -> None:
        """Go to the worksheet on which candidates are nominated."""
        self.host.go.emit(SHEETS, self._found.board.nominations)

    def open_scores(self) -> None:
        """Go to the worksheet on which they are scored."""
        self.host.go.emit(SHEETS, self._found.board.worksheet)

    def open_weights(self) -> None:
        """Show the weights and begin with the first."""
        self._choose_side(_WEIGHTS)
        self.weights.start()

    def toggle_side(self) -> None:
        """Change between the candidate and the weights."""
        if self.side.currentIndex() == _ONE:
            self.open_weights()
        else:
            self._choose_side(_ONE)
            self.ranking.setFocus()

    def present(self) -> None:
        """Show the result on the projector."""
        self.show_slide(SLIDE, self._found.board.worksheet)

    def take_weights(self) -> None:
        """Store the weights that are tried, in one act."""
        wanted = dict(self.weights.weights)
        self.host.act(partial(self._quickwin.weigh, wanted), self._weighed)

    def decide(self) -> None:
        """Write the decision that is typed about the chosen candidate."""
        line = self._line()
        if line is None:
            return
        made = self.decision.made
        self._last = replace(Decided(), by=made.by, on=made.on)
        self.host.act(
            partial(self._quickwin.decide, line.candidate.id, made), partial(self._decided, line, made)
        )

    def withdraw_chosen(self) -> None:
        """Take the chosen candidate out of the scoring; undo, or the list below, brings it back."""
        line = self._line()
        if line is not None:
            call = partial(self._quickwin.withdraw, line.candidate.id, withdrawn=True)
            self.host.act(call, partial(self.done, f"Kandidat ditarik: {line.candidate.name}"))

    def bring_back(self, row: RowId) -> None:
        """Take a withdrawn candidate into the scoring again."""
        self._wanted = row
        self.host.act(
            partial(self._quickwin.withdraw, row, withdrawn=False),
            partial(self.done, "Kandidat diajukan lagi"),
        )

    def _weighed(self, changes: Changes) -> None:
        self.done("Bobot kriteria disimpan", changes)

    def _decided(self, line: Line, made: Decided, changes: Changes) -> None:
        if self.decision.give.hasFocus():
            # It is disabled now: else the keyboard would go on to the next button of the window.
            self.ranking.setFocus()
        self.decision.settled(line.candidate.id, made)
        # The act says what was decided and what became of it: a program that was made, or taken back.
        self.done(changes.label[:1].upper() + changes.label[1:], changes)

    def _print(self, kind: str) -> None:
        self.show_print(kind)

    def _open_candidate(self, row: str, _column: int) -> None:
        self.host.go.emit(SHEETS, row)

    def _scoring_chosen(self) -> None:
        self._worksheet = RowId(str(self.scoring.currentData()))
        self.arrive()

    def _choose_side(self, place: int) -> None:
        self.sides.show_chosen(place)
        self.side.setCurrentIndex(place)

    # What is shown -----------------------------------------------------------------------------------------

    def _gather(self) -> _Found:
        board = self._quickwin.board(self._worksheet)
        return _Found(tuple(self._quickwin.scorings()), board, self._quickwin.today())

    def _line(self) -> Line | None:
        return self._found.board.line(RowId(self.ranking.key))

    def _show(self, found: _Found) -> None:
        self._found, board = found, found.board
        self._worksheet = board.worksheet
        self.scoring.clear()
        for item in found.scorings:
            self.scoring.addItem(f"{item.code} {item.title}", item.id)
        self.scoring.setCurrentIndex(max(self.scoring.findData(board.worksheet), 0))
        self.scoring.setVisible(len(found.scorings) > 1)
        self._proposals = proposals(board)
        self.weights.show_weights(board.criteria)
        self.empty.buttons[0].setVisible(bool(board.nominations))
        for part in (self.empty.buttons[1], self.scores):
            part.setVisible(bool(board.worksheet))
        self.told.setText(words.told_of(board))
        self._show_withdrawn()
        self.pages.setCurrentIndex(FULL_PAGE if board.lines or board.withdrawn else EMPTY_PAGE)
        self._show_ranking()
        if self._wanted:
            self.ranking.choose(self._wanted)
            self._wanted = ""
        self._show_candidate(self.ranking.key)
        if not self._stood:
            self.ranking.setFocus()
        self._stood = True

    def _show_ranking(self) -> None:
        board, tried = self._found.board, self.weights.weights
        if self.weights.is_tried:
            lines = words.trial_of(board, tried)
            self.ranking.show_lines(words.TRIAL_HEADS, lines, words.TRIAL_WIDTHS, words.TRIAL_RIGHT)
        else:
            lines = words.lines_of(board, self._proposals)
            self.ranking.show_lines(words.HEADS, lines, words.WIDTHS, words.RIGHT)
        self.trial.setVisible(self.weights.is_tried)
        notes = words.notes_of(board, reweighed(board.lines, tried))
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))

    def _show_candidate(self, row: str) -> None:
        board, line = self._found.board, self._found.board.line(RowId(row))
        self.one.setVisible(line is not None)
        if line is None:
            return
        self.name.setText(line.candidate.name)
        self.whose.setText(words.whose(board, line))
        said = "\n".join(
            text
            for text in (
                words.places_of(line),
                self._proposals.get(line.candidate.id, Proposal()).why,
                discuss_words(board, line),
            )
            if text
        )
        self.said.setText(said)
        self.gates.setText(words.gates_of(line))
        self.scored.setVisible(bool(board.criteria))
        self.bars.show_chart(
            lambda width: score_bars(board, line, width=width), f"Nilai {line.candidate.name} per kriteria"
        )
        usual = replace(self._last, on=self._last.on or self._found.today)
        self.decision.show_candidate(row, decided(line.candidate), usual)
        self.host.read(partial(self._quickwin.history, line.candidate.id), partial(self._show_history, row))

    def _show_history(self, row: str, found: tuple[Decided, ...]) -> None:
        if row == self.ranking.key:
            self.earlier.setText(f"Keputusan sebelumnya:\n{words.history_of(found)}" if found else "")
            self.earlier.setVisible(bool(found))

    def _show_withdrawn(self) -> None:
        while (item := self._gone.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        found = self._found.board.withdrawn
        if found:
            self._gone.addWidget(Label("Ditarik:", "small", parent=self))
        for candidate in found:
            button = Button(f"Ajukan lagi {candidate.name}", f"quickwin-back-{candidate.id}", parent=self)
            button.clicked.connect(partial(self.bring_back, candidate.id))
            for_writing(button)
            self._gone.addWidget(button)
        self._gone.addStretch(1)

    # Parts -------------------------------------------------------------------------------------------------

    def _make_ranking(self) -> None:
        self.told = ElidedLabel("", "soft", name="quickwin-told", parent=self)
        self.scoring = ChoiceBox(self)
        self.scoring.setObjectName("quickwin-scoring")
        self.scoring.setAccessibleName("Kertas kerja penilaian")
        self.scoring.activated.connect(self._scoring_chosen)
        self.nominations = Button("Buka nominasi", "quickwin-nominations", parent=self)
        self.nominations.clicked.connect(self.open_nominations)
        self.scores = Button("Buka penilaian", "quickwin-scores", parent=self)
        self.scores.clicked.connect(self.open_scores)
        self.trial = Label(
            "Bobot percobaan: urutan lama → baru. Belum tersimpan.",
            "warning",
            name="quickwin-trial",
            parent=self,
        )
        self.ranking = ReadTable("quickwin-ranking", "Urutan kandidat quick win", words.CANDIDATE, self)
        self.ranking.chosen.connect(self._show_candidate)
        self.ranking.asked.connect(self._open_candidate)
        self.notes = Label("", "small", name="quickwin-notes", wrap=True, parent=self)
        self.prints = tuple(
            Button(title, f"quickwin-print-{place + 1}", parent=self)
            for place, title in enumerate(("Cetak peringkat", "Lembar penilaian", "Berita acara"))
        )
        kinds = (QUICKWIN_RANKING, QUICKWIN_SCORES, QUICKWIN_DECISION)
        for button, kind in zip(self.prints, kinds, strict=True):
            button.clicked.connect(partial(self._print, kind))
        self.show_result = Button("Tayangkan", "quickwin-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self._gone = QHBoxLayout()
        self._gone.setSpacing(8)

    def _make_candidate(self) -> None:
        self.sides = Segments(
            [("Kandidat", "quickwin-side-one"), ("Coba bobot", "quickwin-side-weights")], self
        )
        self.sides.chosen.connect(self._choose_side)
        tip(self.sides, "F4 berganti antara kandidat dan bobot")
        self.name = Label("", "strong", name="quickwin-name", wrap=True, parent=self)
        self.whose = Label("", "small", name="quickwin-whose", wrap=True, parent=self)
        self.said = Label("", name="quickwin-said", wrap=True, parent=self)
        self.gates = Label("", "small", name="quickwin-gates", wrap=True, parent=self)
        self.bars = ChartView("quickwin-bars", _WIDE_BARS, self)
        self.withdraw = Button("Tarik kandidat", "quickwin-withdraw", "quiet", parent=self)
        tip(self.withdraw, "Kandidat keluar dari urutan; nilainya tetap tersimpan. Ctrl+Z mengembalikan.")
        self.withdraw.clicked.connect(self.withdraw_chosen)
        self.decision = DecisionForm(self)
        self.decision.decided.connect(self.decide)
        self.earlier = Label("", "small", name="quickwin-earlier", wrap=True, parent=self)

    def _full(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._left(page), 58)
        row.addWidget(self._right(page), 42)
        return page

    def _left(self, page: QWidget) -> QWidget:
        left = QWidget(page)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.told, 1)
        for part in (self.scoring, self.nominations, self.scores):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.trial)
        column.addWidget(self.ranking, 1)
        column.addWidget(self.notes)
        column.addLayout(self._gone)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(ElidedLabel(_HINT, "small", parent=left), 1)
        for button in (*self.prints, self.show_result):
            foot.addWidget(button)
        column.addLayout(foot)
        return left

    def _right(self, page: QWidget) -> QWidget:
        right = QWidget(page)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.sides)
        head.addStretch(1)
        column.addLayout(head)
        self.side = QStackedWidget(right)
        self.side.addWidget(scroll_area(self._candidate(), "quickwin-candidate", right))
        weights = QWidget(right)
        theme.set_role(weights, "page")
        inner = QVBoxLayout(weights)
        inner.setContentsMargins(0, 0, 6, 8)
        inner.addWidget(self.weights)
        inner.addStretch(1)
        self.side.addWidget(scroll_area(weights, "quickwin-weights-area", right))
        column.addWidget(self.side, 1)
        return right

    def _candidate(self) -> QWidget:
        self.one = QWidget(self)
        theme.set_role(self.one, "page")
        column = QVBoxLayout(self.one)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(10)
        card = Card(name="quickwin-one", parent=self.one)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.withdraw)
        card.body.addLayout(head)
        for part in (self.whose, self.said, self.gates):
            card.body.addWidget(part)
        column.addWidget(card)
        self.decision.body.addWidget(self.earlier)
        column.addWidget(self.decision)
        self.scored = Card("Nilai per kriteria", name="quickwin-scored", parent=self.one)
        self.scored.body.addWidget(self.bars)
        column.addWidget(self.scored)
        column.addStretch(1)
        return self.one
