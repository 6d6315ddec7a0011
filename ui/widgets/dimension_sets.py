"""Another dimension set: what it keeps and brings, and a proposal for the answers that stand."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.dimension_set import Fit
from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.reference import DimensionSet
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dimension_drop import brief, fit_height, tally_words
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.pill import Chip
from ui.widgets.scroll import scroll_area

_WIDE: Final = 720
_MOST_HIGH: Final = 270
_NAMED: Final = 8
"""So many dimensions are listed with their names at most."""
_PROPOSAL: Final = (
    "Isian yang ada bisa ikut pindah. Ini usulan; ubah bila perlu. Yang dibiarkan tetap memakai nama "
    "lamanya, ditandai “(tidak dipakai lagi)”."
)
_NOTHING: Final = "Tidak ada isian yang perlu dipindahkan."
Ask = Callable[[str, Callable[[Fit], None]], None]
"""Asks how the workshop meets a set and is given the answer later, on the window's thread."""


class SetDialog(QDialog):
    """A set is chosen, its effect is said; every place with answers has a proposal to accept or change."""

    decided = Signal(str, object)
    """The code of the set, and for each row the code of the set where its answers go."""

    def __init__(
        self, sets: Sequence[DimensionSet], board: Board, ask: Ask, parent: QWidget | None = None
    ) -> None:
        """``ask`` tells how the workshop meets a set."""
        super().__init__(parent)
        self.setObjectName("dimension-sets")
        self.setWindowTitle(worded("Ganti set dimensi"))
        self._sets, self._board, self._ask = {item.code: item for item in sets}, board, ask
        self.boxes: dict[RowId, QComboBox] = {}
        self.sets = ChoiceBox(self)
        self.sets.setObjectName("dimension-sets-choice")
        self.sets.setAccessibleName(worded("Set dimensi"))
        for item in sets:
            words = worded("{name} (set sekarang)") if item.code == board.set_code else "{name}"
            self.sets.addItem(words.replace("{name}", item.name), item.code)
        self.note = Label("", "soft", name="dimension-sets-note", wrap=True, parent=self)
        self.effects = {
            name: Label("", name=f"dimension-sets-{name}", wrap=True, parent=self)
            for name in ("kept", "new", "goes")
        }
        self.proposal = Label("", "soft", name="dimension-sets-proposal", wrap=True, parent=self)
        self.cancel = Button("Batal", "dimension-sets-cancel", parent=self)
        self.accept_button = Button(worded("Ganti set"), "dimension-sets-accept", "primary", parent=self)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.sets.currentIndexChanged.connect(self._chosen)
        others = [place for place in range(self.sets.count()) if self.sets.itemData(place) != board.set_code]
        self.sets.setCurrentIndex(others[0] if others else 0)
        self._chosen()

    def targets(self) -> dict[RowId, str]:
        """Return where what stands at each row goes, as it is chosen now; what is left where it is, not."""
        found = {row: str(box.currentData() or "") for row, box in self.boxes.items()}
        return {row: code for row, code in found.items() if code}

    def accept(self) -> None:
        """Hand over what was decided."""
        code, targets = str(self.sets.currentData()), self.targets()
        super().accept()
        self.decided.emit(code, targets)

    def _chosen(self, *_place: int) -> None:
        self.accept_button.setEnabled(False)
        code = str(self.sets.currentData())
        # Bound to the dialog, so that an answer that comes after it was closed is left.
        self._ask(code, partial(self._show, code))

    def _show(self, code: str, fit: Fit) -> None:
        if code != self.sets.currentData():
            return
        chosen = self._sets[code]
        self.note.setText(chosen.note)
        self.note.setVisible(bool(chosen.note))
        self._show_chips(chosen)
        homes = {item.code: item.name for item in chosen.dimensions}
        named = (self._board.named(row) for row in fit.goes)
        listed = {
            "kept": [(code, homes[code]) for code in fit.kept if code in homes],
            "new": [(code, homes[code]) for code in fit.new],
            "goes": [(item.code, item.name) for item in named if item],
        }
        words = {"kept": "Tetap: ", "new": "Baru: ", "goes": "Tidak dipakai lagi: "}
        for name, label in self.effects.items():
            whole = [f"{code} {called}" for code, called in listed[name]]
            # Many are told apart by their codes; the names stand in the tooltip.
            many = len(whole) > _NAMED
            shown = [code for code, _name in listed[name]] if many else [brief(item) for item in whole]
            label.setText(words[name] + ", ".join(shown))
            tip(label, ", ".join(whole) if many else "")
            label.setVisible(bool(whole))
        self.proposal.setText(_PROPOSAL if fit.proposals else _NOTHING)
        self._show_proposals(chosen, fit)
        self.accept_button.setEnabled(True)
        # What was just made counts for the size only once it is shown, in the next turn of the loop.
        QTimer.singleShot(0, self, self._fit_size)

    def _show_chips(self, chosen: DimensionSet) -> None:
        _empty(self.chips)
        for item in chosen.dimensions:
            self.chips.addWidget(Chip(item.code, item.name, item.color, parent=self))
        self.chips.addStretch(1)

    def _show_proposals(self, chosen: DimensionSet, fit: Fit) -> None:
        _empty(self.grid)
        self.boxes = {}
        for line, (row, code) in enumerate(fit.proposals.items()):
            item = self._board.named(row)
            name = item.called if item else ""
            names = QVBoxLayout()
            names.setSpacing(0)
            names.addWidget(ElidedLabel(name, parent=self))
            words = tally_words({**self._board.tallies.get(row, {}), "sheet": 0})
            names.addWidget(ElidedLabel(words, "small", parent=self))
            box = _box(chosen, code)
            box.setObjectName(f"dimension-sets-target-{line}")
            box.setAccessibleName(f"{name} ke")
            self.boxes[row] = box
            self.grid.addLayout(names, line, 0)
            self.grid.addWidget(box, line, 1)
        self.area.setVisible(bool(self.boxes))

    def _fit_size(self) -> None:
        self.area.setFixedHeight(min(_MOST_HIGH, self.grid.sizeHint().height() + 4))
        fit_height(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(worded("Ganti set dimensi"), "title", parent=self))
        self.sets.setMinimumWidth(_WIDE)
        column.addWidget(self.sets)
        column.addWidget(self.note)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        column.addLayout(self.chips)
        for label in self.effects.values():
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.proposal)
        self.ground = QWidget()
        theme.set_role(self.ground, "page")
        self.grid = QGridLayout(self.ground)
        self.grid.setContentsMargins(0, 4, 8, 4)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.area = scroll_area(self.ground, "dimension-sets-area", self)
        column.addWidget(self.area)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addSpacing(4)
        column.addLayout(foot)


def _box(chosen: DimensionSet, code: str) -> QComboBox:
    """Return a list of every place of a set, the proposed one chosen."""
    box = ChoiceBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    strong = QFont(box.font())
    strong.setBold(True)
    box.addItem("Biarkan di sana", "")
    for home in chosen.dimensions:
        box.addItem(f"{home.code} {home.name}", home.code)
        box.setItemData(box.count() - 1, strong, Qt.ItemDataRole.FontRole)
        for sub in home.subdimensions:
            box.addItem(f"    {sub.code} {sub.name}", sub.code)
    box.setCurrentIndex(max(0, box.findData(code)))
    return box


def _empty(layout: QHBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if isinstance(inner, QVBoxLayout):
            while (part := inner.takeAt(0)) is not None:
                if (label := part.widget()) is not None:
                    label.deleteLater()
        elif widget is not None:
            widget.hide()
            widget.deleteLater()
