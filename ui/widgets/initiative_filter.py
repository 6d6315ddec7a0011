"""Above the programs smart city: words to look for, what is asked of them, and how they are gathered."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.initiative_list import Sieve, groupings
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.find_line import FindLine
from ui.widgets.label import tip

_BOXES: Final = {
    "dimension": "Saring menurut dimensi",
    "opd": "Saring menurut OPD",
    "horizon": "Saring menurut jangka",
    "state": "Lengkap atau kurang",
    "fund": "Saring menurut sumber dana",
    "kind": "Saring menurut jenis inovasi",
}
_LETTERS: Final = 8
_ABREAST: Final = 3


class InitiativeFilter(QWidget):
    """A line of words and lists of what may be asked for; each list begins with everything."""

    changed = Signal(object)
    """The Sieve."""
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with every program, gathered by dimension."""
        super().__init__(parent)
        self.setObjectName("initiative-filter")
        self.words = FindLine(self)
        self.words.setObjectName("initiative-find")
        self.words.setAccessibleName("Cari program")
        self.words.setPlaceholderText("Cari program (Ctrl+F)")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(120)
        self.words.textChanged.connect(self._tell)
        self.words.left_down.connect(self.left_down)
        self.boxes = {key: self._box(f"initiative-filter-{key}", words) for key, words in _BOXES.items()}
        self.by = self._box("initiative-by", "Dikelompokkan")
        for key, words in groupings():
            self.by.addItem(words, key)
        self.all = Button("Hapus saringan", "initiative-filter-all", "quiet", parent=self)
        tip(self.all, "Tampilkan lagi semua program; pengelompokannya tetap")
        self.all.setEnabled(False)
        self.all.clicked.connect(self.clear)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.words, 2)
        first.addWidget(self.by, 1)
        first.addWidget(self.all)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // _ABREAST, place % _ABREAST)
            grid.setColumnStretch(place % _ABREAST, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(grid)

    @property
    def sieve(self) -> Sieve:
        """What is asked for."""
        asked = {key: str(box.currentData() or "") for key, box in self.boxes.items()}
        return Sieve(words=self.words.text(), by=str(self.by.currentData() or ""), **asked)

    def offer(self, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Offer these (words, value) by list; what was chosen stays chosen while it is offered."""
        for key, lines in choices.items():
            box = self.boxes[key]
            known = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
            if known == list(lines):
                continue
            chosen = box.currentData()
            box.clear()
            for words, value in lines:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def ask(self, key: str, value: str) -> None:
        """Ask for one thing more."""
        box = self.boxes[key]
        box.setCurrentIndex(max(0, box.findData(value)))
        self._tell()

    def gather(self, by: str) -> None:
        """Gather programs by something else."""
        self.by.setCurrentIndex(max(0, self.by.findData(by)))
        self._tell()

    def clear(self) -> None:
        """Show every program again."""
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self.words.clear()
        self._tell()

    def begin(self, letter: str) -> None:
        """Look for what begins with this letter."""
        self.words.setText(letter)
        # By another reason the line would mark its letter, and the next one would take its place.
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.end(False)  # noqa: FBT003  # Qt takes it by place only

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(worded(words))
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        box.activated.connect(self._tell)
        return box

    def _tell(self, *_asked: object) -> None:
        sieve = self.sieve
        self.all.setEnabled(sieve != Sieve(by=sieve.by))
        self.changed.emit(sieve)
