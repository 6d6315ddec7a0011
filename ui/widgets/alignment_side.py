"""Right of the alignment: one program with its links and proposals, or one point with all that answers it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.alignment import (
    EVIDENCE_WORDS,
    INITIATIVES,
    SPBE_WORDS,
    AlignmentBoard,
    FramePoint,
    Link,
    Subject,
)
from ui.models import alignment as words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.tick_menu import TickButton
from ui.widgets.writing import for_writing

_NOTHING, _SUBJECT, _POINT = range(3)
_LINK_KEYS: Final = frozenset({*words.KEYS, "0", DELETE})
_NEAR_KEYS: Final = frozenset({*words.KEYS, "t", "y"})
_LINK_HINT: Final = "1 kuat · 2 sedang · 3 lemah · 0 belum dinilai · Del melepas"
_NEAR_HINT: Final = "Y menerima · 1, 2, 3 menerima dengan derajat itu · T menolak"
_NO_LINKS: Final = "Belum ada kaitan."
_NO_NEAR: Final = "Tidak ada usulan yang belum dijawab."


class AlignmentSide(QStackedWidget):
    """Nothing, one program, or one point of the plan of the region."""

    linked = Signal(str, str)
    """A link (its target) and the key that was pressed on it."""
    answered = Signal(str, str)
    """A proposal (its key) and the key that was pressed on it."""
    detailed = Signal(str, str, str)
    """A link (its target), the field (``evidence``, ``reason``) and its value."""
    graded = Signal(str)
    marked = Signal(object, object)
    """The SDG (whole numbers) and the domains of SPBE that are ticked now."""
    hints_taken = Signal()
    link_asked = Signal()
    opened = Signal(str)
    """A program that is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("alignment-side")
        self._subject = Subject()
        self._sdg: tuple[str, ...] = ()
        self._spbe: tuple[str, ...] = ()
        self.nothing = Label("", "soft", name="alignment-nothing", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.nothing)
        self.addWidget(self._make_subject())
        self.addWidget(self._make_point())

    def show_nothing(self, told: str) -> None:
        """Say why there is nothing."""
        self.nothing.setText(told)
        self.setCurrentIndex(_NOTHING)

    def show_subject(self, board: AlignmentBoard, item: Subject, *, with_sdg: bool) -> None:
        """Show a program with its links and what is proposed."""
        self._subject = item
        self.name.setText(item.called)
        self.told.setText(words.subject_told(item))
        self.told.setVisible(bool(self.told.text()))
        self.links.show_lines(words.link_heads(), words.link_lines(board, item), words.LINK_WIDTHS)
        self.no_links.setVisible(not self.links.lines.lines)
        self.links.setVisible(bool(self.links.lines.lines))
        self._show_near(self.near, self.no_near, self.reason, board, item.id)
        is_initiative = item.kind == INITIATIVES
        self.grade_row.setVisible(is_initiative)
        _choose(self.grade, item.grade)
        self._show_marks(board, item, is_shown=with_sdg and is_initiative)
        self._show_link()
        self.setCurrentIndex(_SUBJECT)

    def show_point(self, board: AlignmentBoard, point: FramePoint) -> None:
        """Show a point with the programs that answer it, and those that may."""
        self._board = board
        self.point_name.setText(point.called)
        self.point_told.setText(words.point_told(board, point))
        lines = words.answer_lines(board, point)
        self.answers.show_lines(("Dijawab oleh", "Kaitan"), lines, {1: 170})
        self.answers.setVisible(bool(lines))
        self.no_answers.setVisible(not lines)
        self._show_near(self.offers, self.no_offers, self.offer_reason, board, point.id)
        self.setCurrentIndex(_POINT)

    @property
    def link(self) -> Link | None:
        """The link that is chosen."""
        return self._subject.link(self.links.key)

    def _show_near(
        self, table: KeyedTable, none: Label, reason: Label, board: AlignmentBoard, row: str
    ) -> None:
        lines = words.near_lines(board, row)
        table.show_lines(words.near_heads(board, row), lines, words.NEAR_WIDTHS)
        table.setVisible(bool(lines))
        none.setVisible(not lines)
        (self.near_foot if table is self.near else self.offer_foot).setVisible(bool(lines))
        self._say_reason(table, reason)

    def _show_marks(self, board: AlignmentBoard, item: Subject, *, is_shown: bool) -> None:
        self.marks.setVisible(is_shown)
        self._sdg, self._spbe = tuple(map(str, item.sdg)), item.spbe
        self.sdg.offer([(str(one), f"{one} {name}") for one, name in board.sdg.items()])
        self.sdg.show_ticked(self._sdg)
        self.spbe.offer([*SPBE_WORDS.items()])
        self.spbe.show_ticked(self._spbe)
        told = words.hints_told(board, item)
        self.hints.setText(told)
        self.hints.setVisible(bool(told))
        self.take_hints.setVisible(bool(told))

    def _show_link(self, _row: str = "") -> None:
        link = self.link
        self.details.setVisible(link is not None)
        if link is not None:
            _choose(self.evidence, link.evidence)
            if not self.why.hasFocus() or self.why.property("target") != link.target:
                self.why.setText(link.reason)
                self.why.setCursorPosition(0)
            self.why.setProperty("target", link.target)

    @staticmethod
    def _say_reason(table: KeyedTable, reason: Label, _row: str = "") -> None:
        at = table.lines.row_of(table.key)
        told = table.lines.lines[at].cells[-1] if at >= 0 else ""
        reason.setText(f"Alasan: {told}" if told else "")
        reason.setVisible(bool(told))

    # Parts -------------------------------------------------------------------------------------------------

    def _make_subject(self) -> QWidget:
        card = Card(name="alignment-subject", parent=self)
        self.name = Label("", "lead", name="alignment-name", wrap=True, parent=card)
        self.told = Label("", "soft", name="alignment-told-one", wrap=True, parent=card)
        self.links = KeyedTable("alignment-links", "Kaitan program ini", 0, _LINK_KEYS, card)
        self.links.keyed.connect(self.linked)
        self.links.chosen.connect(self._show_link)
        self.no_links = Label(_NO_LINKS, "soft", name="alignment-no-links", parent=card)
        self.ask_link = Button("Kaitkan …", "alignment-link", parent=card)
        self.ask_link.clicked.connect(self.link_asked)
        self.near = KeyedTable("alignment-near", "Usulan kaitan", 0, _NEAR_KEYS, card)
        self.no_near = Label(_NO_NEAR, "soft", name="alignment-no-near", parent=card)
        self.reason = Label("", "small", name="alignment-reason", wrap=True, parent=card)
        self._tie_near(self.near, self.reason)
        self._make_details(card)
        self._make_marks(card)
        self.take = Button("Terima usulan", "alignment-take", "primary", parent=card)
        self.take.clicked.connect(partial(self._press, self.near, "y"))
        self.refuse = Button("Tolak", "alignment-refuse", parent=card)
        self.refuse.clicked.connect(partial(self._press, self.near, "t"))
        for_writing(self.ask_link, self.take, self.refuse)
        card.body.addWidget(self.name)
        card.body.addWidget(self.told)
        card.body.addWidget(self.links, 3)
        card.body.addWidget(self.no_links)
        hint = Label(_LINK_HINT, "small", wrap=True, parent=card)
        hint_row = _row(self.ask_link)
        hint_row.insertWidget(0, hint, 1)
        card.body.addLayout(hint_row)
        card.body.addWidget(self.details)
        card.body.addWidget(self.near, 2)
        card.body.addWidget(self.reason)
        self.near_foot = _foot(card, self.take, self.refuse)
        card.body.addWidget(self.no_near)
        card.body.addWidget(self.near_foot)
        card.body.addWidget(self.grade_row)
        card.body.addWidget(self.marks)
        card.body.addStretch(0)
        return card

    def _make_point(self) -> QWidget:
        card = Card(name="alignment-point", parent=self)
        self.point_name = Label("", "lead", name="alignment-point-name", wrap=True, parent=card)
        self.point_told = Label("", "soft", name="alignment-point-told", wrap=True, parent=card)
        self.answers = ReadTable("alignment-answers", "Program yang menjawab", 0, card)
        self.answers.asked.connect(lambda row, _column: self.opened.emit(row))
        self.no_answers = Label(
            "Belum ada program yang menjawab.", "soft", name="alignment-no-answers", parent=card
        )
        self.offers = KeyedTable("alignment-offers", "Calon penjawab", 0, _NEAR_KEYS, card)
        self.no_offers = Label("Tidak ada calon yang mirip.", "soft", name="alignment-no-offers", parent=card)
        self.offer_reason = Label("", "small", name="alignment-offer-reason", wrap=True, parent=card)
        self._tie_near(self.offers, self.offer_reason)
        take = Button("Terima usulan", "alignment-take-offer", "primary", parent=card)
        take.clicked.connect(partial(self._press, self.offers, "y"))
        refuse = Button("Tolak", "alignment-refuse-offer", parent=card)
        refuse.clicked.connect(partial(self._press, self.offers, "t"))
        for_writing(take, refuse)
        for part in (self.point_name, self.point_told):
            card.body.addWidget(part)
        card.body.addWidget(self.answers, 3)
        card.body.addWidget(self.no_answers)
        card.body.addWidget(self.offers, 2)
        card.body.addWidget(self.offer_reason)
        self.offer_foot = _foot(card, take, refuse)
        card.body.addWidget(self.no_offers)
        card.body.addWidget(self.offer_foot)
        card.body.addStretch(0)
        return card

    def _make_details(self, card: Card) -> None:
        self.details = QWidget(card)
        self.evidence = _evidence("alignment-evidence", "Bukti kaitan ini", self.details)
        self.evidence.activated.connect(
            lambda _at: self._detail("evidence", str(self.evidence.currentData()))
        )
        self.why = QLineEdit(self.details)
        self.why.setObjectName("alignment-why")
        self.why.setAccessibleName("Alasan kaitan ini")
        self.why.setPlaceholderText("Alasan kaitan ini")
        self.why.textEdited.connect(self._reasoned)
        row = QHBoxLayout(self.details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.why, 1)
        row.addWidget(self.evidence)
        for_writing(self.evidence, self.why)

    def _make_marks(self, card: Card) -> None:
        self.grade_row = QWidget(card)
        self.grade = _evidence("alignment-grade", "Bukti program ini", self.grade_row)
        self.grade.activated.connect(lambda _at: self.graded.emit(str(self.grade.currentData() or "")))
        name = Label("Bukti program ini", "soft", parent=self.grade_row)
        name.setBuddy(self.grade)
        row = QHBoxLayout(self.grade_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(self.grade)
        self.marks = QWidget(card)
        self.sdg = TickButton("alignment-sdg", "SDG", "SDG: belum dipilih", self.marks)
        self.spbe = TickButton("alignment-spbe", "SPBE", "SPBE: belum dipilih", self.marks)
        self.sdg.ticked.connect(self._ticked_sdg)
        self.spbe.ticked.connect(self._ticked_spbe)
        self.hints = Label("", "small", name="alignment-hints", wrap=True, parent=self.marks)
        self.take_hints = Button("Terima usulan SDG dan SPBE", "alignment-take-hints", parent=self.marks)
        self.take_hints.clicked.connect(self.hints_taken)
        column = QVBoxLayout(self.marks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(self.sdg, self.spbe, None))
        column.addWidget(self.hints)
        column.addLayout(_row(self.take_hints, None))
        for_writing(self.grade, self.sdg, self.spbe, self.take_hints)

    def _tie_near(self, table: KeyedTable, reason: Label) -> None:
        table.keyed.connect(self.answered)
        table.asked.connect(lambda key, _column: self.answered.emit(key, "y"))
        table.chosen.connect(partial(self._say_reason, table, reason))

    def _press(self, table: KeyedTable, key: str) -> None:
        if table.key:
            self.answered.emit(table.key, key)

    def _detail(self, field: str, value: str) -> None:
        if self.links.key:
            self.detailed.emit(self.links.key, field, value if value != "None" else "")

    def _reasoned(self, text: str) -> None:
        self.detailed.emit(str(self.why.property("target") or ""), "reason", text)

    def _ticked_sdg(self, keys: Sequence[str]) -> None:
        self._sdg = tuple(keys)
        self._tell_marks()

    def _ticked_spbe(self, keys: Sequence[str]) -> None:
        self._spbe = tuple(keys)
        self._tell_marks()

    def _tell_marks(self) -> None:
        self.marked.emit([int(key) for key in self._sdg], list(self._spbe))


def _evidence(name: str, told: str, parent: QWidget) -> ChoiceBox:
    box = ChoiceBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(told)
    box.addItem("Bukti: –", "")
    for key, words_ in EVIDENCE_WORDS.items():
        box.addItem(f"Bukti: {words_.lower()}", key)
    return box


def _choose(box: ChoiceBox, value: str) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))


def _foot(parent: QWidget, *buttons: QWidget) -> QWidget:
    """Return the buttons of proposals with the keys that do the same."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(Label(_NEAR_HINT, "small", wrap=True, parent=made))
    column.addLayout(_row(*buttons, None))
    return made


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
