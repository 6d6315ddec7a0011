"""Beside a vote: its knobs, how much was entered, what cannot be, the ballots, and the rounds before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.read_table import ReadLine
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.vote_rule import VoteKnobs
from ui.widgets.writing import for_writing

_BALLOTS = 150
_WIDTHS = {0: 96, 2: 58}


class VoteSide(QWidget):
    """Says which ballot is to be looked at again or taken back."""

    ballot_asked = Signal(str)
    ballot_forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("vote-side")
        self.knobs = VoteKnobs("vote", self)
        self.counts = Label("", "strong", name="vote-counts", wrap=True, parent=self)
        self.told = Label("", "warning", name="vote-told", wrap=True, parent=self)
        self.spread = Label("", "small", name="vote-spread", wrap=True, parent=self)
        self.sums = Label("", "small", name="vote-sums", wrap=True, parent=self)
        self.log = Label("", "small", name="vote-log", wrap=True, parent=self)
        self.ballots = ReadTable("vote-ballots", "Suara yang sudah masuk", 1, self)
        self.ballots.setMinimumHeight(_BALLOTS)
        self.ballots.asked.connect(self._ask)
        shortcut = QShortcut(QKeySequence("Ctrl+Delete"), self.ballots)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._forget)
        knobs = Card("Aturan", parent=self)
        knobs.body.addWidget(self.knobs)
        state = Card("Hitungan", parent=self)
        for label in (self.counts, self.told, self.spread, self.sums, self.log):
            state.body.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(knobs)
        column.addWidget(state)
        column.addWidget(self.ballots)
        column.addStretch(1)
        for_writing(self.knobs)

    def say(self, counts: str, told: Sequence[str], *, spread: str, sums: Sequence[str], log: str) -> None:
        """Show how it stands; an empty part takes no room."""
        texts = (
            (self.counts, counts),
            (self.told, "\n".join(told)),
            (self.spread, spread),
            (self.sums, "\n".join(sums)),
            (self.log, log),
        )
        for label, text in texts:
            label.setText(text)
            label.setVisible(bool(text))

    def show_ballots(self, lines: Sequence[ReadLine], *, visible: bool) -> None:
        """Show which ballots were counted, the last one chosen."""
        self.ballots.show_lines(("Nomor", "Memilih", "Poin"), lines, _WIDTHS, frozenset({2}))
        self.ballots.setVisible(visible and bool(lines))

    def _ask(self, key: str, _column: int) -> None:
        self.ballot_asked.emit(key)

    def _forget(self) -> None:
        if self.ballots.key:
            self.ballot_forgotten.emit(self.ballots.key)
