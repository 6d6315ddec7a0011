"""Counting ballots one by one in one line: the number of the ballot, the numbers it chose, Enter."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.writing import for_writing

_SIGN: Final = 130
_HINT: Final = "Nomor pilihan, dipisah +. Dua poin: 7+7 atau 7*2. Enter menyimpan."


class BallotLine(QWidget):
    """Holds one ballot until Enter; what it gives so far is told while it is typed."""

    typed = Signal(str)
    """The choices as they are typed."""
    sign_left = Signal(str)
    """Another number of a ballot was typed."""
    saved = Signal(str, str)
    """The number of the ballot, and its choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no ballot."""
        super().__init__(parent)
        self.setObjectName("vote-ballot")
        self.sign = QLineEdit(self)
        self.sign.setObjectName("vote-sign")
        self.sign.setFixedWidth(theme.scaled(_SIGN))
        self.sign.editingFinished.connect(self._sign_left)
        self.sign.returnPressed.connect(self._to_choices)
        self.choices = QLineEdit(self)
        self.choices.setObjectName("vote-choices")
        self.choices.setAccessibleName("Nomor pilihan")
        self.choices.setPlaceholderText(_HINT)
        self.choices.textEdited.connect(self.typed)
        self.choices.returnPressed.connect(self._save)
        self.save = Button("Simpan", "vote-save", parent=self)
        self.save.clicked.connect(self._save)
        self.called = Label("Surat", "soft", parent=self)
        self.told = ElidedLabel("", "small", name="vote-ballot-told", parent=self)
        self._known = ""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.called)
        row.addWidget(self.sign)
        row.addWidget(Label("memilih", "soft", parent=self))
        row.addWidget(self.choices, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.told)
        for_writing(self.sign, self.choices, self.save)

    def call(self, words: str) -> None:
        """Say whose points these are: of a ballot or of a participant."""
        self.called.setText(words)
        self.sign.setAccessibleName(f"Nomor {words.lower()}")

    def show_ballot(self, sign: str, choices: str = "") -> None:
        """Show a ballot, and go on with its choices."""
        self._known = sign
        self.sign.setText(sign)
        self.choices.setText(choices)
        self.typed.emit(choices)

    def let(self, *, on: bool) -> None:
        """Take ballots, or none any more."""
        for widget in (self.sign, self.choices, self.save):
            widget.setEnabled(on)

    @property
    def waiting(self) -> str:
        """The choices that are typed and not saved yet."""
        return self.choices.text().strip() if self.choices.isModified() else ""

    def _sign_left(self) -> None:
        if self.sign.text().strip() != self._known:
            self._known = self.sign.text().strip()
            self.sign_left.emit(self._known)

    def _to_choices(self) -> None:
        self.choices.setFocus()
        self.choices.selectAll()

    def _save(self) -> None:
        self.saved.emit(self.sign.text(), self.choices.text())
