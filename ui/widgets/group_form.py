"""The form of one group: names, table and room, who leads, writes and guides it, and its agencies."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.group_board import Card
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_reading, for_writing

_ITEM: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = (860, 500)
_LINES: Final = (
    ("name", "Nama kelompok", ""),
    ("code", "Kode", "GOV"),
    ("table_no", "Nomor meja", "3"),
    ("place", "Ruang", "Aula, sisi kiri"),
    ("mentor", "Pembimbing", "Tenaga ahli atau pendamping"),
)
_CHOICES: Final = (("chair", "Ketua"), ("scribe", "Notulis"), ("lead", "OPD utama"))


class GroupForm(QDialog):
    """Tells every change at once; nothing waits for a button."""

    edited = Signal(str, str)
    """A field of the group and its value: a text, or a row."""
    opds_chosen = Signal(object)
    """The rows of exactly the agencies that are ticked."""
    removed = Signal()
    """The group shall be deleted."""
    shifted = Signal(int)
    """The group shall stand one place before (-1) or behind (1)."""

    def __init__(
        self, card: Card, opds: Sequence[Opd], mentors: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Show a group; ``opds`` are all agencies, ``mentors`` names to be offered."""
        super().__init__(parent)
        self.setObjectName("group-form")
        self.setWindowTitle(card.group.name or "Kelompok")
        self.resize(*_SIZE)
        self.lines = {name: self._line(name, words, hint) for name, words, hint in _LINES}
        for name, line in self.lines.items():
            line.setText(getattr(card.group, name))
            line.textEdited.connect(partial(self.edited.emit, name))
        self.lines["mentor"].setCompleter(self._completer(mentors))
        members = [(item.id, item.person.name) for item in card.members]
        own = {item.person.opd for item in card.members} | {item.id for item in card.opds}
        agencies = [(item.id, item.called) for item in opds if item.id in own or item.id == card.group.lead]
        self.choices = {
            "chair": self._choice("chair", members, card.group.chair),
            "scribe": self._choice("scribe", members, card.group.scribe),
            "lead": self._choice("lead", agencies, card.group.lead),
        }
        self.opds = self._opd_list(card, opds)
        self._lay_out()
        self.lines["table_no"].setFocus()

    def _line(self, name: str, words: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(f"group-{name.replace('_', '-')}")
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        return line

    def _completer(self, names: Sequence[str]) -> QCompleter:
        made = QCompleter(list(names), self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.activated.connect(partial(self.edited.emit, "mentor"))
        return made

    def _choice(self, name: str, offered: Sequence[tuple[RowId, str]], row: RowId) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(f"group-{name}")
        words = next(words for key, words in _CHOICES if key == name)
        box.setAccessibleName(worded(words))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.addItem("–", NO_ROW)
        for key, told in offered:
            box.addItem(told, key)
        box.setCurrentIndex(max(0, box.findData(row)))
        box.activated.connect(partial(self._chosen, name, box))
        return box

    def _chosen(self, name: str, box: QComboBox, place: int) -> None:
        row = str(box.itemData(place))
        other = {"chair": "scribe", "scribe": "chair"}.get(name)
        if other and row and self.choices[other].currentData() == row:
            self.choices[other].setCurrentIndex(0)
            self.edited.emit(other, "")
        self.edited.emit(name, row)

    def _opd_list(self, card: Card, opds: Sequence[Opd]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("group-opds")
        made.setAccessibleName(worded("OPD di kelompok ini"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        own = {item.id for item in card.opds}
        for item in sorted(opds, key=lambda item: item.id not in own):
            line = QListWidgetItem(item.name, made)
            line.setData(_ITEM, item.id)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Checked if item.id in own else Qt.CheckState.Unchecked)
        made.itemChanged.connect(self._ticked)
        return made

    def _ticked(self, _item: QListWidgetItem) -> None:
        lines = (self.opds.item(row) for row in range(self.opds.count()))
        ticked = [line for line in lines if line.checkState() == Qt.CheckState.Checked]
        self.opds_chosen.emit([line.data(_ITEM) for line in ticked])

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        named: list[tuple[str, QWidget]] = [
            *((words, self.lines[name]) for name, words, _ in _LINES[:-1]),
            *((worded(words), self.choices[name]) for name, words in _CHOICES),
            (_LINES[-1][1], self.lines[_LINES[-1][0]]),
        ]
        for row, (words, field) in enumerate(named):
            told = Label(words, "soft", parent=self)
            told.setBuddy(field)
            form.addWidget(told, row, 0)
            form.addWidget(field, row, 1)
        form.setRowStretch(len(named), 1)
        form.setColumnStretch(1, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(Label(worded("OPD di kelompok ini"), "soft", parent=self))
        right.addWidget(self.opds, 1)
        sides = QHBoxLayout()
        sides.setSpacing(18)
        sides.addLayout(form, 5)
        sides.addLayout(right, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(Label("Kelompok ini", "title", parent=self))
        column.addLayout(sides, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.delete = Button("Hapus kelompok", "group-delete", parent=self)
        tip(self.delete, "Orangnya menjadi belum duduk. Ctrl+Z mengembalikan.")
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self._remove)
        foot.addWidget(self.delete)
        for words, name, step in (("Geser ke depan", "before", -1), ("Geser ke belakang", "behind", 1)):
            button = Button(words, f"group-{name}", "quiet", parent=self)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.shifted.emit, step))
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(Label("Setiap isian langsung tersimpan", "small", parent=self))
        self.close_button = Button("Selesai", "group-form-close", "primary", parent=self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self.close_button)
        for_writing(self)
        for_reading(self.close_button)
        return foot

    def _remove(self) -> None:
        self.removed.emit()
        self.accept()
