"""What vision and missions are made of: the keywords of all tables, and what they proposed with its votes."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.vision import MISSION, VISION, Board, Keyword, Proposal
from ui.models import vision as words
from ui.widgets.button import Button, LetterButton
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing

_HINT: Final = "Spasi memilih kata kunci · Enter membuka lembarnya"


class SourcePanel(QWidget):
    """Keywords above, proposals below; the chosen ones are ``keyword`` and ``proposal``."""

    opened = Signal(str)
    """A row that is to be shown on its sheet."""
    marked = Signal()
    """The chosen keyword has to stay in the vision, or no longer."""
    taken = Signal(str)
    """The chosen proposal is to be used as ``visi`` or ``misi``."""
    printed = Signal()
    """The keywords are to be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("vision-source")
        self._board = Board()
        self.words_told = ElidedLabel("", "soft", name="vision-words-told", parent=self)
        self.keywords = ReadTable("vision-words", "Kata kunci, yang terkuat dahulu", words.WORD, self)
        self.keywords.chosen.connect(self._show_word)
        self.keywords.asked.connect(self._open)
        shortcut = QShortcut(QKeySequence("Space"), self.keywords)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._space)
        self.word_said = ElidedLabel("", "small", name="vision-word-said", parent=self)
        self.choose = Button("Pilih kata kunci", "vision-choose", parent=self)
        tip(self.choose, "Kata yang harus tetap ada dalam visi (Spasi)")
        self.choose.clicked.connect(self.marked)
        self.print_words = Button("Cetak kata kunci", "vision-print-words", parent=self)
        self.print_words.clicked.connect(self.printed)
        self.proposals = ReadTable("vision-proposals", "Usulan visi dan misi", words.SENTENCE, self)
        self.proposals.chosen.connect(self._show_proposal)
        self.proposals.asked.connect(self._open)
        self.proposal_said = Label("", name="vision-proposal-said", wrap=True, parent=self)
        self.uses = tuple(
            LetterButton(f"Pakai sebagai &{kind}", f"vision-take-{kind}", parent=self)
            for kind in (VISION, MISSION)
        )
        for button, kind in zip(self.uses, (VISION, MISSION), strict=True):
            tip(button, f"Alt+{kind[0].upper()}")
            button.clicked.connect(partial(self.taken.emit, kind))
        for_writing(self.choose, *self.uses)
        self._lay_out()

    @property
    def keyword(self) -> Keyword | None:
        """The keyword that is chosen."""
        return next((item for item in self._board.keywords if item.rows[0] == self.keywords.key), None)

    @property
    def proposal(self) -> Proposal | None:
        """The proposal that is chosen."""
        return next((item for item in self._board.proposals if item.id == self.proposals.key), None)

    def show_board(self, board: Board) -> None:
        """Show keywords and proposals as they stand."""
        self._board = board
        self.keywords.show_lines(
            words.WORD_HEADS, words.word_lines(board), words.WORD_WIDTHS, words.WORD_RIGHT
        )
        self.words_told.setText(words.words_told(board))
        self.proposals.show_lines(words.PROPOSAL_HEADS, words.proposal_lines(board), words.PROPOSAL_WIDTHS)
        self._show_word()
        self._show_proposal()

    def _show_word(self, _key: str = "") -> None:
        found = self.keyword
        self.word_said.setText(words.word_said(found))
        self.choose.setText("Lepas pilihan" if found is not None and found.chosen else "Pilih kata kunci")
        self.choose.setEnabled(found is not None)

    def _show_proposal(self, _key: str = "") -> None:
        self.proposal_said.setText(words.proposal_said(self._board, self.proposal))
        for button in self.uses:
            button.setEnabled(self.proposal is not None)

    def _space(self) -> None:
        if self.choose.isEnabled():
            self.marked.emit()

    def _open(self, row: str, _column: int) -> None:
        self.opened.emit(row)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Kata kunci", "strong", parent=self))
        head.addWidget(self.words_told, 1)
        column.addLayout(head)
        column.addWidget(self.keywords, 5)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.word_said, 1)
        foot.addWidget(self.choose)
        foot.addWidget(self.print_words)
        column.addLayout(foot)
        column.addSpacing(4)
        column.addWidget(Label("Usulan visi dan misi", "strong", parent=self))
        column.addWidget(self.proposals, 4)
        column.addWidget(self.proposal_said)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(ElidedLabel(_HINT, "small", parent=self), 1)
        for button in self.uses:
            last.addWidget(button)
        column.addLayout(last)
