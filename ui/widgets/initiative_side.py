"""Right of the programs smart city: the card of one, or what many are given at once."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import CellFault, Choice
from smartcity_desktop.domain.initiative import GAPS, NUDGE, Initiative, warnings
from smartcity_desktop.domain.initiative_card import (
    BULK,
    BY_NAME,
    GAP_FIELDS,
    ONE,
    PAGES,
    SOME,
    InitiativeCard,
    read,
    values_of,
)
from smartcity_desktop.domain.wording import number, shortened
from smartcity_desktop.domain.worksheet import SEPARATOR
from ui import theme
from ui.models.typed_values import Typed
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.card import Card
from ui.widgets.fields_form import FieldsForm
from ui.widgets.flow_row import FlowRow
from ui.widgets.initiative_form import InitiativeForm, spec_of
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_NOTHING, _ONE, _MANY = range(3)
_KEEP: Final = "(tidak diubah)"
_MIXED: Final = "berbeda-beda"
_EMPTY: Final = "kosong"
_LISTED: Final = 4
_NAME: Final = 70
_NUDGE: Final = "Tulis alasannya lalu Enter, atau tambahkan jenis inovasi lain."


class InitiativeSide(QStackedWidget):
    """Nothing, one program, or many."""

    nudge_answered = Signal(str)
    commented = Signal(str)
    retire_asked = Signal()
    sheet_asked = Signal()
    print_asked = Signal()
    applied = Signal(object)
    """What many programs are given: raw values by field, only of the fields that were touched."""

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Show nothing; ``typed`` holds what was typed into the fields of any program."""
        super().__init__(parent)
        self.setObjectName("initiative-side")
        self.form = InitiativeForm(typed, self)
        self._row = ""
        self._begun: dict[tuple[str, str], str] = {}
        self.nothing = Label("", "soft", name="initiative-nothing", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.nothing)
        area = scroll_area(self._make_one(), "initiative-side-scroll", self)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.addWidget(area)
        self.bulk = BulkPanel(self)
        self.bulk.applied.connect(self.applied)
        self.bulk.retire_asked.connect(self.retire_asked)
        self.addWidget(self.bulk)

    def show_nothing(self, told: str) -> None:
        """Say why there is nothing."""
        self.bulk.leave()
        self.nothing.setText(told)
        self.setCurrentIndex(_NOTHING)

    def show_many(self, items: Sequence[Initiative], choices: dict[str, tuple[Choice, ...]]) -> None:
        """Show what many programs can be given at once."""
        self.bulk.show_items(items, choices)
        self.setCurrentIndex(_MANY)

    def show_card(self, card: InitiativeCard, told: str) -> None:
        """Show one program, with what was begun about it."""
        self.bulk.leave()
        item = card.item
        is_other, self._row = item.id != self._row, item.id
        if is_other:
            for line in (self.comment, self.answer):
                line.setText(self._begun.get((item.id, line.objectName()), ""))
        self.name.setText(item.called)
        self.told.setText(told)
        self.where.setText(card.where or "Belum ada di lembar mana pun.")
        self.sheet.setEnabled(bool(card.where))
        words = "Pakai lagi" if item.retired else "Keluarkan dari masterplan"
        self.retire.setText(words)
        self.retire.setAccessibleName(words)
        self.rows.fit()
        self._show_gaps(item)
        doubts = warnings(item, card.start)
        self.warned.setText("\n".join(worded(one) for one in doubts))
        self.warned.setVisible(bool(doubts))
        self.nudge.setVisible(item.is_nudged)
        self.comments.setText("\n".join(card.comments))
        self.comments.setVisible(bool(card.comments))
        self.comment.setEnabled(bool(card.where))
        self.form.show_card(card)
        if is_other:
            self.say(self.form.doubt)
        self.setCurrentIndex(_ONE)

    def rows_begun(self) -> list[str]:
        """Return the programs of which a comment or a reason is begun and not entered, each once."""
        return list(dict.fromkeys(row for row, _ in self._begun))

    def give_back(self, row: str, line: QLineEdit, text: str) -> None:
        """Begin again what was entered and could not be written, unless the next is begun by now."""
        key = (row, line.objectName())
        if key not in self._begun:
            self._begun[key] = text
            if row == self._row:
                line.setText(text)

    def say(self, words: str) -> None:
        """Say why what is typed does not fit; empty words take it away."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def turn_to(self, page: int) -> None:
        """Show another page of the card."""
        self.form.setCurrentIndex(page)
        for place, button in enumerate(self.page_buttons):
            button.setChecked(place == page)

    def go_to(self, name: str) -> None:
        """Stand in a field of the card."""
        self.turn_to(list(PAGES).index(BY_NAME[name].page))
        self.form.go_to(name)

    # Parts

    def _show_gaps(self, item: Initiative) -> None:
        for key, button in self.gap_buttons.items():
            button.setVisible(key in item.gaps)
        self.whole.setVisible(item.is_whole)
        self.gaps.setVisible(not item.is_whole)

    def _make_one(self) -> QWidget:
        card = Card(name="initiative-card", parent=self)
        self.name = Label("", "strong", name="initiative-name", wrap=True, parent=card)
        self.told = Label("", name="initiative-summary", wrap=True, parent=card)
        self.where = Label("", "small", name="initiative-where", wrap=True, parent=card)
        self.whole = Label("Lengkap.", "good", name="initiative-whole", parent=card)
        self.gap_buttons: dict[str, Button] = {}
        for key, words in GAPS.items():
            button = Button(worded(words), f"initiative-gap-{key}", "quiet", parent=card)
            button.clicked.connect(partial(self.go_to, GAP_FIELDS[key]))
            self.gap_buttons[key] = button
        self.gaps = FlowRow(list(self.gap_buttons.values()), parent=card)
        self.warned = Label("", "soft", name="initiative-warned", wrap=True, parent=card)
        self.wrong = Label("", "warning", name="initiative-wrong", wrap=True, parent=card)
        self.wrong.hide()
        self.page_buttons = [self._page_button(place, key, card) for place, key in enumerate(PAGES)]
        self.pages = FlowRow(self.page_buttons, parent=card, gap=4)
        for part in (self.name, self.told, self.whole, self.gaps, self.warned, self._make_nudge(card)):
            card.body.addWidget(part)
        card.body.addWidget(self.pages)
        card.body.addWidget(self.wrong)
        card.body.addWidget(self.form, 1)
        card.body.addLayout(self._make_foot(card))
        return card

    def _page_button(self, place: int, key: str, card: QWidget) -> Button:
        button = Button(PAGES[key], f"initiative-go-{key}", "quiet", parent=card)
        button.setCheckable(True)
        button.setChecked(not place)
        button.clicked.connect(partial(self.turn_to, place))
        return button

    def _make_nudge(self, card: QWidget) -> QWidget:
        self.nudge = QWidget(card)
        self.answer = QLineEdit(self.nudge)
        self.answer.setObjectName("initiative-nudge")
        self.answer.setAccessibleName(NUDGE)
        self.answer.setPlaceholderText(_NUDGE)
        self.answer.textEdited.connect(partial(self._begin, self.answer))
        self.answer.returnPressed.connect(self._answer)
        for_writing(self.answer)
        row = QHBoxLayout(self.nudge)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(NUDGE, "warning", parent=self.nudge))
        row.addWidget(self.answer, 1)
        return self.nudge

    def _make_foot(self, card: QWidget) -> QVBoxLayout:
        self.comments = Label("", "soft", name="initiative-comments", wrap=True, parent=card)
        self.comment = QLineEdit(card)
        self.comment.setObjectName("initiative-comment")
        self.comment.setAccessibleName("Catatan telaah")
        self.comment.setPlaceholderText("Tulis catatan telaah, lalu Enter")
        self.comment.textEdited.connect(partial(self._begin, self.comment))
        self.comment.returnPressed.connect(self._comment)
        self.sheet = Button("Buka lembarnya", "initiative-sheet", parent=card)
        self.sheet.clicked.connect(self.sheet_asked)
        self.print = Button("Cetak lembar", "initiative-print-one", parent=card)
        self.print.clicked.connect(self.print_asked)
        self.retire = Button("Keluarkan dari masterplan", "initiative-retire", "quiet", parent=card)
        self.retire.clicked.connect(self.retire_asked)
        for_writing(self.comment, self.retire)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.comments)
        foot.addWidget(self.comment)
        self.rows = ButtonRows([self.sheet, self.print, self.retire], card)
        foot.addWidget(self.rows)
        foot.addWidget(self.where)
        return foot

    def _begin(self, line: QLineEdit, text: str) -> None:
        if text.strip():
            self._begun[self._row, line.objectName()] = text
        else:
            self._begun.pop((self._row, line.objectName()), None)

    def _answer(self) -> None:
        if text := self._handed_over(self.answer):
            self.nudge_answered.emit(text)

    def _comment(self) -> None:
        if text := self._handed_over(self.comment):
            self.commented.emit(text)

    def _handed_over(self, line: QLineEdit) -> str:
        """Return what was typed; the line is free at once, so that Enter enters nothing twice."""
        text = line.text()
        line.clear()
        self._begun.pop((self._row, line.objectName()), None)
        return text if text.strip() else ""


_TOUCHED: Final = dict[str, str]
"""Values by field, or for fields whose words cannot be read the sentence that says why."""


class BulkPanel(Card):
    """Fields that many programs are given at once: only those that were touched are written."""

    applied = Signal(object)
    retire_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start untouched."""
        super().__init__("Ubah beberapa program sekaligus", name="initiative-bulk", parent=parent)
        self._items: frozenset[str] = frozenset()
        self.values, self._unread = _TOUCHED(), _TOUCHED()
        self.names = Label("", "soft", name="initiative-bulk-names", wrap=True, parent=self)
        specs = [spec_of(BY_NAME[name], _KEEP) for name in BULK]
        self.form = FieldsForm("initiative-bulk", specs, self)
        self.form.edited.connect(self._touched)
        self.wrong = Label("", "warning", name="initiative-bulk-wrong", wrap=True, parent=self)
        self.wrong.hide()
        self.go = Button("Terapkan", "initiative-bulk-go", "primary", parent=self)
        self.go.clicked.connect(self.apply)
        self.undo = Button("Kosongkan", "initiative-bulk-clear", "quiet", parent=self)
        self.undo.clicked.connect(self.clear)
        self.retire = Button("Keluarkan dari masterplan", "initiative-bulk-retire", "quiet", parent=self)
        self.retire.clicked.connect(self.retire_asked)
        for_writing(self.form, self.go, self.retire)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.apply)
        ground = QWidget(self)
        ground.setObjectName("initiative-bulk-ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.names)
        column.addWidget(self.form)
        column.addStretch(1)
        area = scroll_area(ground, "initiative-bulk-scroll", self)
        area.setStyleSheet("QScrollArea, QWidget#initiative-bulk-ground { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.wrong)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.retire)
        self.body.addLayout(row)
        self.title.show()

    def show_items(self, items: Sequence[Initiative], choices: dict[str, tuple[Choice, ...]]) -> None:
        """Say how many are changed; what was touched stays while any of them are chosen still."""
        self.title.setText(f"Ubah {number(len(items))} program sekaligus")
        self.go.setText(f"Terapkan ke {number(len(items))} program")
        listed = [f"· {shortened(item.called, _NAME)}" for item in items[:_LISTED]]
        if len(items) > _LISTED:
            listed.append(f"… dan {number(len(items) - _LISTED)} lagi")
        self.names.setText("\n".join(listed))
        self.retire.setText(
            "Pakai lagi" if all(item.retired for item in items) else "Keluarkan dari masterplan"
        )
        stands = [values_of(item) for item in items]
        for name in BULK:
            kind, known = BY_NAME[name].kind, choices.get(name, ())
            own = [(one.value, one.label) for one in known if not one.retired]
            kept = f"(tetap: {_common([row[name] for row in stands], known)})"
            if kind in {ONE, SOME}:
                self.form.offer(name, own if kind == SOME else [("", kept), *own])
            if kind != ONE:
                self.form.hint(name, kept)
        rows = frozenset(item.id for item in items)
        # Whoever chooses one more besides has not given up what was touched.
        if not rows & self._items:
            self.clear()
        self._items = rows

    def leave(self) -> None:
        """Give up what was touched: whoever chooses many again begins anew."""
        if self._items:
            self._items = frozenset()
            self.clear()

    def clear(self) -> None:
        """Touch nothing."""
        self.values = {}
        self._unread = {}
        empty = {name: () if BY_NAME[name].kind == SOME else "" for name in BULK}
        self.form.show_values(empty, lambda _name: False)
        self._say("")
        self._look()

    def apply(self) -> None:
        """Give the programs what was touched."""
        if self.values and not self._unread:
            self.applied.emit(dict(self.values))
            self.clear()

    def _touched(self, name: str, value: object) -> None:
        if isinstance(value, tuple):
            raw = SEPARATOR.join(str(item) for item in value)
            self.form.show_values({name: value}, lambda _name: False)
        else:
            try:
                raw = str(value or "") if BY_NAME[name].kind == ONE else read(name, str(value))
            except CellFault as fault:
                # Its readable beginning is not what was meant.
                self.values.pop(name, None)
                self._unread[name] = str(fault)
                self._say(str(fault))
                self._look()
                return
        self._unread.pop(name, None)
        self._say(next(iter(self._unread.values()), ""))
        if raw:
            self.values[name] = raw
        else:
            self.values.pop(name, None)
        self._look()

    def _say(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def _look(self) -> None:
        self.go.setEnabled(bool(self.values) and not self._unread)
        theme.restyle(self.go)


def _common(values: Sequence[str], known: Sequence[Choice]) -> str:
    """Return in words what all programs say in a field, or that they differ."""
    if len(set(values)) != 1:
        return _MIXED
    names = {one.value: one.label for one in known}
    return ", ".join(names.get(one, one) for one in values[0].split(SEPARATOR) if one) or _EMPTY
