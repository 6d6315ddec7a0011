"""One group as a card: code and colour, table, officers, mix of the elements, and its people."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.divide import BY_OPD, WHYS
from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.group_board import Card, Member
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.group_list import GroupList, Line
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.pill import Chip

LEAST_HEIGHT: Final = 196
_ROOMY: Final = 320
"""A height from which on a card has room for a third line in its head."""
_EDGE: Final = 10
_GAP: Final = 8
_RIGHT: Final = 6
_SHORT: Final = {
    "pemerintah": "Pem",
    "akademisi": "Aka",
    "dunia_usaha": "Usaha",
    "komunitas": "Kom",
    "media": "Media",
    "": "tanpa unsur",
}
_KEYS: Final = 9


class GroupCard(QFrame):
    """Shows one group; what is done to its people is told by its list."""

    opened = Signal()
    """The form of this group is asked for."""

    def __init__(self, row: str, parent: QWidget | None = None) -> None:
        """``row`` is the group's; ``show_card`` fills it."""
        super().__init__(parent)
        self.row = row
        self.card = Card(Group())
        theme.set_role(self, "card")
        self.setObjectName(f"group-card-{row}")
        self.key = Label("", "key", parent=self)
        self.chip = Chip("", parent=self)
        self.name = ElidedLabel("", "strong", parent=self)
        self.count = Label("", "soft", parent=self)
        self.form = Button("Ubah", f"group-form-{row}", "quiet", parent=self)
        self.form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.clicked.connect(self.opened)
        tip(self.form, "Meja, ruang, ketua, notulis, pembimbing (Enter)")
        self.table = ElidedLabel("", "small", parent=self)
        self.mix = ElidedLabel("", "small", parent=self)
        self.list = GroupList(row, f"group-list-{row}", "", self)
        self._is_split = False
        self._head, self._second, self._third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._lay_out()

    def show_card(self, card: Card, place: int, kind: str) -> None:
        """Show a group; ``place`` counts from 1 and is the key that moves people here."""
        self.card = card
        group = card.group
        self.key.setText(str(place) if place <= _KEYS else "")
        self.key.setVisible(place <= _KEYS)
        tip(self.key, f"Tombol {place} memindahkan yang dipilih ke sini")
        self.chip.setVisible(bool(group.code))
        self.chip.show_dimension(group.code, group.name, card.color)
        self.name.setText(group.name)
        people = len(card.members)
        self.count.setText(str(people))
        tip(self.count, f"{people} orang")
        self.mix.setText(mix_words(card.elements))
        self.table.setText(table_words(card))
        # Where to sit is never pushed away by the mix beside it.
        least = self.table.fontMetrics().horizontalAdvance("Meja 88 …") if group.table_no else 0
        self.table.setMinimumWidth(least)
        self.list.setAccessibleName(f"{card.called}, {people} orang")
        self.setAccessibleName(f"{card.called} {group.name}")
        self.list.show_lines(lines_of(card, kind))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the head of a narrow card a third line, where the card is high enough for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _GAP - theme.scaled(2 * _EDGE)
        measure = self.mix.fontMetrics().horizontalAdvance
        is_narrow = measure(self.table.text()) + measure(self.mix.text()) > room
        is_split = is_narrow and self.height() >= theme.scaled(_ROOMY)
        if is_split == self._is_split:
            return
        self._is_split = is_split
        (self._second if is_split else self._head).addWidget(self.form)
        (self._third if is_split else self._second).addWidget(self.mix)
        self._head.setContentsMargins(0, 0, _RIGHT if is_split else 0, 0)
        side = Qt.AlignmentFlag.AlignLeft if is_split else Qt.AlignmentFlag.AlignRight
        self.mix.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form from the head of the card."""
        event.accept()
        self.opened.emit()

    def _lay_out(self) -> None:
        self._head.setSpacing(5)
        for part in (self.key, self.chip):
            self._head.addWidget(part)
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.count)
        self._head.addWidget(self.form)
        self._second.setSpacing(_GAP)
        self._second.addWidget(self.table, 1)
        self._second.addWidget(self.mix)
        self.mix.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 6, 7)
        column.setSpacing(2)
        column.addLayout(self._head)
        for line in (self._second, self._third):
            line.setContentsMargins(0, 0, _RIGHT, 0)
            column.addLayout(line)
        column.addSpacing(3)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(theme.scaled(LEAST_HEIGHT))


def mix_words(elements: Sequence[tuple[str, int]]) -> str:
    """Return ``Pem 20 · Aka 2 · Media 1``."""
    return " · ".join(f"{_SHORT[element]} {count}" for element, count in elements) or "belum ada orang"


def table_words(card: Card) -> str:
    """Return ``Meja 3 · Ruang Melati · Tenaga Ahli 1`` with what is there and not in the name already."""
    group = card.group
    table = f"Meja {group.table_no}" if group.table_no and group.name != f"Meja {group.table_no}" else ""
    return " · ".join(part for part in (table, group.place, group.mentor) if part) or "tanpa pembimbing"


def lines_of(card: Card, kind: str) -> list[Line]:
    """Return the lines of a group: chair and note-taker, then the others.

    At tables of agencies each agency stands with its people below it.
    """
    officers = {row: place for place, row in enumerate((card.group.chair, card.group.scribe)) if row}
    first = sorted((item for item in card.members if item.id in officers), key=lambda item: officers[item.id])
    rest = [item for item in card.members if item.id not in officers]
    found = [line_of(item, card) for item in first]
    if kind != BY_OPD:
        return found + [line_of(item, card) for item in rest]
    for opd in card.opds:
        count = sum(item.person.opd == opd.id for item in card.members)
        found.append(_opd_line(opd, count))
        found += [line_of(item, card, is_under=True) for item in rest if item.person.opd == opd.id]
    named = {item.id for item in card.opds}
    return found + [line_of(item, card) for item in rest if item.person.opd not in named]


def line_of(item: Member, card: Card | None = None, *, is_under: bool = False) -> Line:
    """Return the line of a participant; under the line of the agency its name is not said again."""
    person = item.person
    mark = ""
    if card is not None:
        mark = "K" if card.group.chair == person.id else "N" if card.group.scribe == person.id else ""
    side = person.position if is_under else item.origin
    return Line(person.id, person.name, side, mark, hint_of(item, card), soft=item.is_guest)


def hint_of(item: Member, card: Card | None) -> str:
    """Return who somebody is and why there, for a tooltip and the line below the groups."""
    person = item.person
    element = label("element", person.element) if person.element else ""
    who = " · ".join(part for part in (person.name, person.position, item.origin, element) if part)
    if card is None:
        return f"{who}\n{person.body}" if item.is_guest else who
    why = worded(WHYS[item.why]) if item.why in WHYS else ""
    return f"{who}\n{card.called}: {why}" if why else who


def _opd_line(opd: Opd, people: int) -> Line:
    words = f"{people} orang" if people else "belum ada peserta"
    return Line(opd.id, opd.called, words, hint=opd.name, is_opd=True)
