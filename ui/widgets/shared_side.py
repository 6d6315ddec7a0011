"""Right of the list: one shared program whole, to be changed; or one proposal, to be taken or refused."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.shared_program import PLACE_WORDS, Proposal, SharedBoard, SharedProgram
from ui import theme
from ui.models import shared_program as words
from ui.translate import worded
from ui.widgets.button import Button, LetterButton
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_NOTHING, _ONE, _PROPOSED = range(3)
_MEMBERS: Final = 110
"""Pixels of the list of programs: its head and two of them."""
_TEXTS: Final = {
    "title": ("Nama program bersama", "Nama yang dimengerti semua OPD"),
    "partners": ("Mitra di luar OPD", "Misalnya Polres, kampus, komunitas, bank daerah"),
    "note": ("Catatan", "Misalnya siapa menyiapkan data, kapan bertemu lagi"),
}
_HINT: Final = "Enter membuka programnya · Del mengeluarkannya dari program bersama ini"
_KEYS: Final = "Y menerima, T menolak. Tidak ada yang masuk daftar tanpa dijawab orang."


class SharedSide(QStackedWidget):
    """Nothing, one shared program, or one proposal."""

    edited = Signal(str, str)
    """Field and value, as typed."""
    chosen = Signal(str, str)
    """Field and value, as chosen from a list."""
    opened = Signal(str)
    """A program of a plan, or a program smart city, that is to be looked at."""
    parted = Signal(str)
    join_asked = Signal()
    remove_asked = Signal()
    answered = Signal(bool)
    """Whether the proposal is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("shared-side")
        self.nothing = Label("", "soft", name="shared-nothing", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.nothing)
        self.addWidget(self._make_one())
        self.addWidget(self._make_proposed())

    def show_nothing(self, told: str) -> None:
        """Say why there is nothing."""
        self.nothing.setText(told)
        self.setCurrentIndex(_NOTHING)

    def show_item(self, board: SharedBoard, item: SharedProgram, waits: frozenset[str] = frozenset()) -> None:
        """Show a shared program; fields that wait to be written keep what is typed."""
        for field, text in self.texts.items():
            if field not in waits:
                text.show_text(str(getattr(item, field)))
        self._offer(self.place, {key: worded(told) for key, told in PLACE_WORDS.items()}, item.place)
        self._offer(self.lead, {"": "–"} | {str(row): name for row, name in board.names.items()}, item.lead)
        self.members.show_lines(words.member_heads(), words.member_lines(board, item), words.MEMBER_WIDTHS)
        self.setCurrentIndex(_ONE)

    def show_proposal(self, board: SharedBoard, item: Proposal) -> None:
        """Show a proposal with its reason."""
        self.proposed.setText(item.title)
        self.place_told.setText(f"{worded(PLACE_WORDS[item.place])} · {board.told(item)}")
        self.reason.setText(item.reason)
        known = [board.programs[row].told for row in item.lines if row in board.programs]
        self.lines.setText("\n".join(known))
        self.lines.setVisible(bool(known))
        self.setCurrentIndex(_PROPOSED)

    def _make_one(self) -> QWidget:
        card = Card(name="shared-card", parent=self)
        self.texts: Mapping[str, GrowingText] = {
            field: GrowingText(f"shared-{field}", *map(worded, told), paragraph=field != "note", parent=card)
            for field, told in _TEXTS.items()
        }
        for field, text in self.texts.items():
            text.edited.connect(partial(self.edited.emit, field))
        self.place = self._box("shared-place", "Letak", "place")
        self.lead = self._box("shared-lead", worded("OPD penanggung jawab"), "lead")
        self.members = KeyedTable("shared-members", "Program yang digabung", 1, {DELETE}, card)
        self.members.asked.connect(lambda row, _column: self.opened.emit(row))
        self.members.keyed.connect(lambda row, _key: self.parted.emit(row))
        self.join = Button(worded("Tambah program atau OPD …"), "shared-join", parent=card)
        self.join.clicked.connect(self.join_asked)
        self.remove = Button("Hapus dari daftar", "shared-remove", "quiet", parent=card)
        self.remove.clicked.connect(self.remove_asked)
        for_writing(*self.texts.values(), self.place, self.lead, self.join, self.remove)
        card.body.addWidget(self._fields(card), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.join)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        card.body.addLayout(foot)
        return card

    def _fields(self, card: Card) -> QWidget:
        """Return what is typed and the list; with large type it rolls instead of being squeezed."""
        ground = QWidget(card)
        ground.setObjectName("shared-ground")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(8)
        self._field(inner, "title")
        row = QHBoxLayout()
        for told, box in (("Letak", self.place), (worded("OPD penanggung jawab"), self.lead)):
            column = QVBoxLayout()
            column.setSpacing(4)
            name = Label(told, "soft", parent=card)
            name.setBuddy(box)
            column.addWidget(name)
            column.addWidget(box)
            row.addLayout(column, 1)
        inner.addLayout(row)
        self._field(inner, "partners")
        self._field(inner, "note")
        inner.addWidget(Label("Program yang digabung", "soft", parent=ground))
        self.members.setMinimumHeight(theme.scaled(_MEMBERS))
        self.members.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        inner.addWidget(self.members, 1)
        inner.addWidget(Label(_HINT, "small", wrap=True, parent=ground))
        area = scroll_area(ground, "shared-scroll", card)
        area.setStyleSheet("QScrollArea, QWidget#shared-ground { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        return area

    def _make_proposed(self) -> QWidget:
        card = Card("Usulan program bersama", name="shared-proposal", parent=self)
        self.proposed = Label("", "lead", name="shared-proposed", wrap=True, parent=card)
        self.place_told = Label("", name="shared-proposed-place", wrap=True, parent=card)
        self.reason = Label("", name="shared-reason", wrap=True, parent=card)
        self.lines = Label("", "soft", name="shared-lines", wrap=True, parent=card)
        self.yes = LetterButton("&Ya, program bersama", "shared-yes", "primary", parent=card)
        self.no = LetterButton("&Tidak", "shared-no", parent=card)
        self.yes.clicked.connect(partial(self.answered.emit, True))  # noqa: FBT003 - a signal takes it by place only
        self.no.clicked.connect(partial(self.answered.emit, False))  # noqa: FBT003 - as above
        for_writing(self.yes, self.no)
        for part in (self.proposed, self.place_told, self.reason, self.lines):
            card.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(Label(_KEYS, "small", wrap=True, parent=card))
        card.body.addStretch(1)
        return card

    def _field(self, inner: QVBoxLayout, field: str) -> None:
        name = Label(worded(_TEXTS[field][0]), "soft", parent=self)
        name.setBuddy(self.texts[field])
        inner.addWidget(name)
        inner.addWidget(self.texts[field])

    def _box(self, name: str, told: str, field: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _at: self.chosen.emit(field, str(box.currentData() or "")))
        return box

    @staticmethod
    def _offer(box: ChoiceBox, choices: Mapping[str, str], value: str) -> None:
        if [box.itemData(at) for at in range(box.count())] != [*choices]:
            box.clear()
            for key, told in choices.items():
                box.addItem(told, key)
        box.setCurrentIndex(max(box.findData(value), 0))
