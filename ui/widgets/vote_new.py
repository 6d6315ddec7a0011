"""A new vote: its question, what can be chosen (rows of a worksheet, lines of one's own), the three knobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import Vote
from smartcity_desktop.domain.wording import number
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.vote_rule import VoteKnobs

_SIZE: Final = (860, 620)
_OWN_HEIGHT: Final = 96
_SIDE: Final = 300
_MERGED: Final = "gabungan"
_ALL: Final = ""
_NO_ROWS: Final = "Untuk memilih dari isian, batalkan lalu pilih kertas kerjanya di atas."
_KEPT: Final = "Yang dicentang menjadi pilihan. Sesudah gabungan, isian asalnya tidak ikut dipilih."


@dataclass(frozen=True, slots=True)
class Eligible:
    """A row that can be voted on: whose sheet it stands on, and whether it was merged from others."""

    row: RowId
    text: str
    party: RowId
    party_name: str
    merged: bool = False


class NewVoteDialog(QDialog):
    """Proposes all rows of the worksheet; a person leaves out, adds lines, and turns the knobs."""

    def __init__(self, title: str, rows: Sequence[Eligible], parent: QWidget | None = None) -> None:
        """``title`` is proposed as that of the vote."""
        super().__init__(parent)
        self._rows = tuple(rows)
        self.setObjectName("vote-new")
        self.setWindowTitle("Pemungutan suara baru")
        self.resize(*_SIZE)
        self.title = self._line("vote-new-title", "Judul", title)
        self.question = self._line("vote-new-question", "Pertanyaan yang dibacakan", "")
        self.question.setPlaceholderText("Pertanyaan yang dibacakan (boleh kosong)")
        self.source = ChoiceBox(self)
        self.source.setObjectName("vote-new-source")
        self.source.setAccessibleName("Isian yang dipilih")
        self.source.addItem("Isian semua lembar", _ALL)
        if any(item.merged for item in rows):
            self.source.addItem("Hanya hasil gabungan", _MERGED)
        for party, name in dict((item.party, item.party_name) for item in rows).items():  # noqa: C402
            self.source.addItem(name, party)
        self.source.activated.connect(self._list)
        self.lines = QListWidget(self)
        self.lines.setObjectName("vote-new-lines")
        self.lines.setAccessibleName("Pilihan dari kertas kerja")
        self.lines.setWordWrap(True)
        self.lines.itemChanged.connect(self._check)
        self.own = QPlainTextEdit(self)
        self.own.setObjectName("vote-new-own")
        self.own.setAccessibleName("Pilihan sendiri, satu baris satu pilihan")
        self.own.setPlaceholderText("Pilihan sendiri, satu baris satu pilihan")
        self.own.setTabChangesFocus(True)
        self.own.setMaximumHeight(_OWN_HEIGHT)
        self.own.textChanged.connect(self._check)
        self.knobs = VoteKnobs("vote-new", self)
        self.knobs.show_vote(Vote(points=1, most=1))
        self.told = Label("", "small", name="vote-new-told", parent=self)
        self.make = Button("Buat", "vote-new-make", "primary", parent=self)
        self.close_button = Button("Batal", "vote-new-close", parent=self)
        self.make.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._list()
        self.title.setFocus()
        self.title.selectAll()

    @property
    def chosen(self) -> tuple[tuple[RowId, str], ...]:
        """The lines of the vote: rows that are ticked, then lines of one's own."""
        ticked = [
            (RowId(str(item.data(Qt.ItemDataRole.UserRole))), item.text())
            for place in range(self.lines.count())
            if (item := self.lines.item(place)).checkState() == Qt.CheckState.Checked
        ]
        own = [text.strip() for text in self.own.toPlainText().splitlines()]
        return (*ticked, *((RowId(""), text) for text in own if text))

    def _go(self) -> None:
        if self.make.isEnabled():
            self.accept()

    def _list(self, *_chosen: object) -> None:
        wanted = str(self.source.currentData() or _ALL)
        quiet = self.lines.blockSignals(True)  # noqa: FBT003
        self.lines.clear()
        for item in self._rows:
            if wanted in {_ALL, item.party} or (wanted == _MERGED and item.merged):
                line = QListWidgetItem(item.text, self.lines)
                line.setData(Qt.ItemDataRole.UserRole, item.row)
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(Qt.CheckState.Checked)
        self.lines.blockSignals(quiet)
        if self.lines.count():
            self.lines.setCurrentRow(0)
        self._check()

    def _check(self, *_changed: object) -> None:
        count = len(self.chosen)
        self.make.setEnabled(count > 1)
        self.told.setText(
            f"{number(count)} pilihan"
            if count > 1
            else "Paling sedikit dua pilihan: centang, atau tulis sendiri"
        )

    def _line(self, name: str, words: str, text: str) -> QLineEdit:
        edit = QLineEdit(text, self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.setPlaceholderText(words)
        return edit

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.source)
        left.addWidget(self.lines, 1)
        if self._rows:
            left.addWidget(Label(_KEPT, "small", wrap=True, parent=self))
        else:
            self.source.hide()
            self.lines.hide()
            left.addWidget(Label(_NO_ROWS, "small", wrap=True, parent=self))
        left.addWidget(self.own, 0 if self._rows else 1)
        if not self._rows:
            self.own.setMaximumHeight(_SIZE[1])
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(Label("Aturan", "strong", parent=side))
        right.addWidget(self.knobs)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 1)
        middle.addWidget(side)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.question)
        column.addLayout(middle, 1)
        column.addLayout(foot)
