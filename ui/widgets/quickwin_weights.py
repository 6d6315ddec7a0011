"""Weights of the criteria: other ones are tried at once beside those that stand, then taken or put back."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSlider, QWidget

from smartcity_desktop.domain.exercise import Criterion
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.quickwin_board import MOST_WEIGHT, share, weight_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label, tip
from ui.widgets.number_edit import NumberEdit
from ui.widgets.writing import for_writing

_SLIDE: Final = 10
"""The most a slider reaches, unless a weight is higher."""
_FIELD: Final = 64
_HINT: Final = (
    "Ubah angka atau geser; urutan di sebelah kiri langsung dihitung ulang. Yang tersimpan tidak berubah "
    "sebelum “Pakai bobot ini”. Bobot 0: kriteria ditampilkan, tidak dihitung."
)


class _Quiet(QSlider):
    """A slider that leaves the wheel to the page below it."""

    def wheelEvent(self, event: object) -> None:
        """Let the page roll: whoever rolls past a weight does not mean to change it."""
        event.ignore()  # type: ignore[attr-defined]  # Qt's own event


class WeightPanel(Card):
    """One line for each criterion: its weight as it is tried, its share, the stored one where it differs."""

    tried = Signal()
    """Another weight is tried."""
    taken = Signal()
    """A person wants the tried weights to be the stored ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without criteria."""
        super().__init__("Bobot kriteria", name="quickwin-weights", parent=parent)
        self._criteria: tuple[Criterion, ...] = ()
        self._stored: dict[RowId, int] = {}
        self.weights: dict[RowId, int] = {}
        """The weights as they are tried."""
        self.fields: dict[RowId, NumberEdit] = {}
        self._sliders: dict[RowId, QSlider] = {}
        self._shares: dict[RowId, Label] = {}
        self.body.addWidget(Label(_HINT, "small", wrap=True, parent=self))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(10)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)
        self.back = Button("Kembalikan", "quickwin-weights-back", parent=self)
        self.back.clicked.connect(self.put_back)
        self.take = Button("Pakai bobot ini", "quickwin-weights-take", "primary", parent=self)
        self.take.clicked.connect(self.taken)
        for_writing(self.take)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.take)
        self.body.addLayout(row)
        self._tell()

    @property
    def is_tried(self) -> bool:
        """Whether other weights than the stored ones are tried."""
        return self.weights != self._stored

    def show_weights(self, criteria: Sequence[Criterion]) -> None:
        """Show the stored weights; what is being tried stays, where its criterion is still there."""
        stored = {item.id: weight_of(item) for item in criteria}
        kept = {row: weight for row, weight in self.weights.items() if weight != self._stored.get(row)}
        rebuild = [(item.id, item.name) for item in criteria] != [
            (item.id, item.name) for item in self._criteria
        ]
        self._criteria, self._stored = tuple(criteria), stored
        self.weights = {row: kept.get(row, weight) for row, weight in stored.items()}
        if rebuild:
            self._build()
        self._show()

    def put_back(self) -> None:
        """Try the stored weights again."""
        self.weights = dict(self._stored)
        self._show()
        self.tried.emit()

    def start(self) -> None:
        """Put the focus on the first weight."""
        if self.fields:
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        while (laid := self._lines.takeAt(0)) is not None:
            if (widget := laid.widget()) is not None:
                widget.deleteLater()
        self.fields, self._sliders, self._shares = {}, {}, {}
        for place, item in enumerate(self._criteria):
            name = Label(item.name, parent=self)
            tip(name, item.help)
            slider = _Quiet(Qt.Orientation.Horizontal, self)
            slider.setObjectName(f"quickwin-slide-{place + 1}")
            slider.setAccessibleName(f"Geser bobot {item.name}")
            slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            slider.valueChanged.connect(partial(self._slid, item.id))
            field = NumberEdit(f"quickwin-weight-{place + 1}", f"Bobot {item.name}", (0, MOST_WEIGHT), self)
            field.setFixedWidth(_FIELD)
            field.valueChanged.connect(partial(self._changed, item.id))
            part = Label("", "small", parent=self)
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            part.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            for column, widget in enumerate((name, slider, field, part)):
                self._lines.addWidget(widget, place, column)
            self.fields[item.id], self._sliders[item.id], self._shares[item.id] = field, slider, part

    def _slid(self, row: RowId, weight: int) -> None:
        self.fields[row].setValue(weight)

    def _changed(self, row: RowId, weight: int) -> None:
        if self.weights.get(row) != weight:
            self.weights[row] = weight
            self._show()
            self.tried.emit()

    def _show(self) -> None:
        most = max(_SLIDE, *self.weights.values(), *self._stored.values()) if self.weights else _SLIDE
        for row, weight in self.weights.items():
            field, slider = self.fields[row], self._sliders[row]
            for part in (field, slider):
                part.blockSignals(True)  # noqa: FBT003  # Qt's own signature
            slider.setRange(0, most)
            slider.setValue(weight)
            if field.value() != weight:
                field.setValue(weight)
            for part in (field, slider):
                part.blockSignals(False)  # noqa: FBT003  # Qt's own signature
            self._shares[row].setText(_share_words(row, self.weights, self._stored))
        self._tell()

    def _tell(self) -> None:
        self.back.setEnabled(self.is_tried)
        self.take.setEnabled(self.is_tried)


def _share_words(row: RowId, weights: Mapping[RowId, int], stored: Mapping[RowId, int]) -> str:
    own = share(weights[row], weights)
    return own if weights[row] == stored[row] else f"{own} (semula {stored[row]})"
