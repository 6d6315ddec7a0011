"""Above the results: which worksheet, words to look for, what is shown, and by what it is gathered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.worksheet import Worksheet
from ui.models.result_table import FILTERS, PARTY, Sieve
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label

_LETTERS = 14


class ResultHead(QWidget):
    """Tells what a person wants to see."""

    worksheet_chosen = Signal(str)
    sifted = Signal(object)
    """The Sieve."""
    left = Signal()
    """Enter in the line of words: on to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with everything."""
        super().__init__(parent)
        self.worksheet = self._box("result-worksheet", "Kertas kerja")
        self.worksheet.activated.connect(self._chose)
        self.words = QLineEdit(self)
        self.words.setObjectName("result-find")
        self.words.setPlaceholderText("Cari di semua lembar (Ctrl+F)")
        self.words.setAccessibleName("Cari di semua lembar")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._tell)
        self.words.returnPressed.connect(self.left)
        self.kept = self._box("result-kept", "Yang ditampilkan")
        for value, words in FILTERS:
            self.kept.addItem(words, value)
        self.by = self._box("result-by", "Dikelompokkan")
        for box in (self.kept, self.by):
            box.activated.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("Hasil", "title", parent=self))
        row.addWidget(self.worksheet, 3)
        row.addWidget(self.words, 3)
        row.addWidget(self.kept, 2)
        row.addWidget(self.by, 2)

    @property
    def sieve(self) -> Sieve:
        """What is wanted."""
        return Sieve(
            self.words.text(), str(self.kept.currentData() or ""), str(self.by.currentData() or PARTY)
        )

    def show_worksheets(self, worksheets: Sequence[Worksheet], chosen: str) -> None:
        """Offer these worksheets."""
        self.worksheet.clear()
        for item in worksheets:
            self.worksheet.addItem(f"{item.code} {item.title}", item.id)
        self.worksheet.setCurrentIndex(self.worksheet.findData(chosen))

    def show_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """Offer to gather by these; what was chosen stays while it is offered."""
        chosen = self.by.currentData()
        self.by.clear()
        for key, words in groups:
            self.by.addItem(words, key)
        self.by.setCurrentIndex(max(0, self.by.findData(chosen)))

    def open_wide(self) -> None:
        """Show everything again: what was looked for belongs to another worksheet."""
        self.words.clear()
        self.kept.setCurrentIndex(0)
        self.by.setCurrentIndex(0)

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box

    def _chose(self, _place: int) -> None:
        self.worksheet_chosen.emit(str(self.worksheet.currentData() or ""))

    def _tell(self, *_typed: object) -> None:
        self.sifted.emit(self.sieve)
