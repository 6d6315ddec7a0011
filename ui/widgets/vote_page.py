"""One vote: its title and question, what is entered while it is counted, its result when it is revealed."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.paper_vote import percent_words, state_words
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.vote import (
    HANDS,
    PERSONS,
    REVEALED,
    RUNNING,
    Result,
    Tally,
    Vote,
    given_words,
)
from smartcity_desktop.domain.wording import EMPTY, number
from ui import theme
from ui.models.read_table import ReadLine
from ui.models.vote_tally import TallyModel
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import tip
from ui.widgets.pill import Pill
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments
from ui.widgets.vote_ballot import BallotLine
from ui.widgets.vote_papers import PaperHeaps
from ui.widgets.vote_tally import TallyTable
from ui.widgets.writing import for_writing

ONE_BY_ONE, TALLIED = range(2)
ENTRY, RESULT = range(2)
_INKS: Final = {REVEALED: ("good", "good-soft"), RUNNING: ("warning", "warning-soft")}
_GIVEN: Final = "Poin"
_HEADS: Final = ("Urutan", "Pilihan", _GIVEN, "Bagian", "Rata-rata", "Simpangan", "Sebaran")
_WIDTHS: Final = {0: 66, 2: 58, 3: 72, 4: 82, 5: 92, 6: 224}
_COUNTED: Final = 4
"""How many of the heads there are where only hands were counted."""
_ROUNDS: Final = 190


class VotePage(QWidget):
    """Shows one vote and says what a person wants of it."""

    worded = Signal(str, str)
    """A field of the vote (title, question) and its new words."""
    line_added = Signal(str)
    turned = Signal()
    """Another way of entering, or another round is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no vote."""
        super().__init__(parent)
        self.setObjectName("vote-page")
        self.title = self._line("vote-title", "Judul", "title")
        self.question = self._line("vote-question", "Pertanyaan yang dibacakan", "question")
        self.state = Pill(parent=self)
        self.rounds = ChoiceBox(self)
        self.rounds.setObjectName("vote-rounds")
        self.rounds.setAccessibleName("Putaran")
        self.rounds.setFixedWidth(theme.scaled(_ROUNDS))
        self.rounds.activated.connect(self._turn)
        self.entry = Segments(
            [("Satu per satu", "vote-one-by-one"), ("Turus per poin", "vote-tallied")], self
        )
        tip(self.entry.buttons[TALLIED], "Berapa suara memberi 1 poin, 2 poin, … untuk setiap pilihan")
        self.entry.chosen.connect(self._turn)
        self.ballot = BallotLine(self)
        self.model = TallyModel(self)
        self.tally = TallyTable(self.model, self)
        self.papers = PaperHeaps(self)
        self.result = ReadTable("vote-result", "Hasil pemungutan suara", 1, self)
        self.add = QLineEdit(self)
        self.add.setObjectName("vote-add")
        self.add.setAccessibleName("Tambah pilihan")
        self.add.setPlaceholderText("Tambah pilihan, lalu Enter")
        self.add.returnPressed.connect(self._add)
        self.pages = QStackedWidget(self)
        self._lay_out()
        for_writing(self.title, self.question, self.add)

    @property
    def is_one_by_one(self) -> bool:
        """Whether ballots are entered one by one."""
        return self.entry.buttons[ONE_BY_ONE].isChecked()

    @property
    def chosen_round(self) -> int:
        """The round that is looked at, 0 for the one that is held."""
        return int(self.rounds.currentData() or 0)

    def show_vote(self, vote: Vote) -> None:
        """Show the head of a vote; a line that is being typed stays."""
        for edit, text in ((self.title, vote.title), (self.question, vote.question)):
            if not edit.isModified() or not edit.hasFocus():
                edit.setText(text)
                edit.setCursorPosition(0)
        self.state.setText(state_words(vote))
        self.state.set_inks(*_INKS.get(vote.state, ("neutral", "neutral-soft")))
        kept = self.chosen_round
        self.rounds.clear()
        self.rounds.addItem(f"Putaran {number(vote.held)} (sekarang)", 0)
        for place in range(vote.held - 1, 0, -1):
            self.rounds.addItem(f"Putaran {number(place)}", place)
        self.rounds.setCurrentIndex(max(self.rounds.findData(kept), 0))
        self.rounds.setVisible(vote.held > 1)
        self.ballot.call("Peserta" if vote.way == PERSONS else "Surat")

    def show_result(self, result: Result) -> None:
        """Show a round by rank."""
        lines = [
            ReadLine(
                item.item.id,
                (
                    number(item.rank) if item.rank else EMPTY,
                    item.item.text,
                    number(item.points),
                    percent_words(item.share),
                    *_spread(item, result.vote.way),
                ),
                faint=not item.points,
            )
            for item in result.ranked
        ]
        unit = result.vote.unit.capitalize()
        told = _HEADS[:_COUNTED] if result.vote.way == HANDS else _HEADS
        heads = tuple(unit if words == _GIVEN else words for words in told)
        self.result.show_lines(heads, lines, _WIDTHS, frozenset({0, 2, 3, 4, 5}))

    def turn(self, page: int) -> None:
        """Show what is entered, or the result."""
        self.pages.setCurrentIndex(page)

    def _line(self, name: str, words: str, field: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.setPlaceholderText(words)
        edit.setProperty("field", field)
        edit.editingFinished.connect(self._worded)
        return edit

    def _worded(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit) and edit.isModified():
            edit.setModified(False)
            self.worded.emit(str(edit.property("field")), edit.text().strip())

    def _add(self) -> None:
        text = self.add.text().strip()
        if text:
            self.add.clear()
            self.line_added.emit(text)

    def _turn(self, _place: int) -> None:
        self.turned.emit()

    def _lay_out(self) -> None:
        entering = QWidget(self)
        column = QVBoxLayout(entering)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ballot)
        column.addWidget(self.tally, 1)
        column.addWidget(self.papers)
        column.addWidget(self.add)
        self.pages.addWidget(entering)
        self.pages.addWidget(self.result)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.question, 1)
        below.addWidget(self.entry)
        below.addWidget(self.rounds)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(below)
        whole.addWidget(self.pages, 1)


def _spread(item: Tally, way: str) -> tuple[str, ...]:
    """Return mean, deviation and how many gave how much; nothing where only hands were counted."""
    if way == HANDS:
        return ()
    return shown(item.mean), item.deviation or EMPTY, given_words(item) or EMPTY
