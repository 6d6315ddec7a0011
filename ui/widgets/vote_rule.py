"""The three knobs of a vote: points of each person, the most for one choice, the way they are counted."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from smartcity_desktop.domain.vote import HANDS, WAY_WORDS, Vote
from ui import theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label, tip
from ui.widgets.number_edit import NumberEdit
from ui.widgets.writing import for_writing, takes_nothing

_FREE: Final = "tidak dibatasi"
_UNKNOWN: Final = "belum diketahui"
_CLOSED: Final = (
    "Pemungutan suara ini sudah ditutup: aturan hitungnya tetap. "
    "Tekan Lanjutkan menghitung atau Putaran baru untuk mengubahnya."
)
KNOBS: Final = (
    ("points", "Poin setiap orang", _FREE, 99),
    ("most", "Paling banyak per pilihan", _FREE, 99),
    ("voters", "Orang yang memilih", _UNKNOWN, 9_999),
)


class VoteKnobs(QWidget):
    """Says which knob was turned; nought stands for no limit."""

    turned = Signal(str, object)
    """The field of the vote, and its new value."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the beginning of the object names."""
        super().__init__(parent)
        self.way = ChoiceBox(self)
        self.way.setObjectName(f"{name}-way")
        self.way.setAccessibleName("Cara menghitung")
        for key, words in WAY_WORDS.items():
            self.way.addItem(words, key)
        self.way.activated.connect(self._way)
        self.numbers: dict[str, NumberEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        # At large type the words stand above their figure.
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.way)
        for field, words, special, most in KNOBS:
            edit = NumberEdit(f"{name}-{field}", words, (0, most), self)
            edit.setSpecialValueText(special)
            edit.setKeyboardTracking(False)
            edit.valueChanged.connect(partial(self._turned, field))
            self.numbers[field] = edit
            form.addRow(Label(words, "soft", parent=self), edit)
        for_writing(self)

    def show_vote(self, vote: Vote) -> None:
        """Show how the knobs stand; one being typed in stays, those of a closed vote are read only."""
        self._let(on=not vote.is_closed)
        self.way.setCurrentIndex(max(self.way.findData(vote.way), 0))
        shown = {"points": vote.points, "most": vote.most, "voters": vote.voters}
        for field, edit in self.numbers.items():
            if not edit.is_begun:
                quiet = edit.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
                edit.setValue(shown[field] or 0)
                edit.blockSignals(quiet)

    def value(self, field: str) -> int | None:
        """Return one number, None for no limit."""
        return self.numbers[field].value() or None

    @property
    def chosen_way(self) -> str:
        """The way that is chosen."""
        return str(self.way.currentData() or HANDS)

    def fields(self) -> Sequence[QWidget]:
        """Return what is gone through with Tab."""
        return (self.way, *self.numbers.values())

    def _let(self, *, on: bool) -> None:
        if takes_nothing(self):
            return
        self.way.setEnabled(on)
        for edit in self.numbers.values():
            edit.setReadOnly(not on)
        for field in self.fields():
            tip(field, "" if on else _CLOSED)
            field.setProperty("still", "" if on else "true")
            theme.restyle(field)

    def _way(self, _place: int) -> None:
        self.turned.emit("way", self.chosen_way)

    def _turned(self, field: str, value: int) -> None:
        self.turned.emit(field, value or None)
