"""Which participants are shown: words, and chips of unsur, agency and role."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.wording import label
from ui.models.people_table import Sieve
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import tip

_OUTSIDE: Final = ""
_NOWHERE: Final = "-"


class _Choice(ChoiceBox):
    """A narrow list; its first line shows everybody."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)

    def fill(self, lines: Sequence[tuple[str, object]]) -> None:
        """Offer these lines; what was chosen stays chosen while it is offered."""
        chosen = self.currentData()
        self.clear()
        for words, value in lines:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))


class _Line(QLineEdit):
    """Words to look for; Escape empties them, the arrow down goes into the table."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class PeopleFilter(QWidget):
    """A line of words, five chips, and two lists."""

    changed = Signal(object)
    """The Sieve."""
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with everybody."""
        super().__init__(parent)
        self.setObjectName("people-filter")
        self.words = _Line(self)
        self.words.setObjectName("people-find")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(110)
        self.words.textChanged.connect(self._tell)
        self.words.left_down.connect(self.left_down)
        self.chips: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        for element in ELEMENTS:
            chip = Button(label("element", element), f"people-chip-{element}", "quiet", parent=self)
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._chip, element))
            self.chips[element] = chip
            row.addWidget(chip)
        self.opd = _Choice("people-filter-opd", worded("Saring menurut OPD"), self)
        self.body = _Choice("people-filter-body", "Saring menurut peran", self)
        for choice in (self.opd, self.body):
            choice.activated.connect(self._tell)
            row.addWidget(choice)
        self.all = Button("Semua", "people-filter-all", "quiet", parent=self)
        self.all.setAccessibleName("Hapus saringan")
        tip(self.all, "Hapus saringan: tampilkan semua peserta")
        self.all.clicked.connect(self.clear)
        row.addWidget(self.all)
        self.reword()
        self._tell()

    def reword(self) -> None:
        """Say in the event's words what can be looked for."""
        words = worded("Saring: nama, jabatan, OPD, nomor")
        self.words.setPlaceholderText(words)
        self.words.setAccessibleName(words)
        self.opd.setAccessibleName(worded("Saring menurut OPD"))

    def show_people(self, people: Sequence[Person], names: Mapping[str, str]) -> None:
        """Offer the agencies (``names`` by row) and roles that these people have."""
        counted: dict[str, int] = {}
        for item in people:
            where = item.opd or (_OUTSIDE if item.institution else _NOWHERE)
            counted[where] = counted.get(where, 0) + 1
        opds = sorted((names.get(row, ""), row) for row in counted if row not in {_OUTSIDE, _NOWHERE})
        lines: list[tuple[str, object]] = [(worded("Semua OPD"), None)]
        lines += [(f"{name} ({counted[row]})", row) for name, row in opds if name]
        if _OUTSIDE in counted:
            lines.append((f"{worded('Bukan OPD')} ({counted[_OUTSIDE]})", _OUTSIDE))
        if _NOWHERE in counted:
            lines.append((f"Belum diisi ({counted[_NOWHERE]})", _NOWHERE))
        self.opd.fill(lines)
        bodies: dict[str, int] = {}
        for item in people:
            bodies[item.body] = bodies.get(item.body, 0) + 1
        roles: list[tuple[str, object]] = [("Semua peran", None)]
        roles += [(f"{name or 'Tanpa peran'} ({bodies[name]})", name) for name in sorted(bodies)]
        self.body.fill(roles)

    def sieve(self) -> Sieve:
        """Return what is asked for."""
        element = next((item for item, chip in self.chips.items() if chip.isChecked()), None)
        opd, body = self.opd.currentData(), self.body.currentData()
        return Sieve(
            self.words.text(),
            opd if isinstance(opd, str) else None,
            element,
            body if isinstance(body, str) else None,
        )

    def clear(self) -> None:
        """Show everybody again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        for choice in (self.opd, self.body):
            choice.setCurrentIndex(0)
        self.words.clear()
        self._tell()

    def _chip(self, element: str) -> None:
        for other, chip in self.chips.items():
            if other != element:
                chip.setChecked(False)
        self._tell()

    def _tell(self, *_ignored: object) -> None:
        sieve = self.sieve()
        self.all.setVisible(not sieve.is_open)
        self.changed.emit(sieve)
