"""How to divide: by what, into how many, by which rules; what would come of it is counted beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.divide import BY_OPD, COMPONENT, COMPONENTS, DIMENSION, FREE, Rules
from smartcity_desktop.domain.group import TITLES, Grouping
from smartcity_desktop.domain.group_plan import MOST_TABLES, Ask, Proposal
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.group_preview import GroupPreview, proposal_words
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments

KINDS: Final = (DIMENSION, COMPONENT, BY_OPD, FREE)
_WORDS: Final = ("Dimensi", "Komponen", "Meja OPD", "Bebas")
_USUAL_COMPONENTS: Final = 3
_RULES: Final = {
    DIMENSION: (
        "Semua orang ikut dimensi utama OPD-nya",
        "Ratakan: OPD besar berbagi orang ke kelompok kecil",
    ),
    COMPONENT: ("Orang satu OPD tetap bersama", "Orang satu OPD disebar ke semua kelompok"),
    FREE: ("Orang satu OPD tetap bersama", "Orang satu OPD disebar ke semua kelompok"),
    BY_OPD: ("OPD besar dan kecil dicampur, tiap meja sama banyak", "OPD sedimensi duduk berdampingan"),
}
"""The two rules of each kind, the first of them the one that keeps an agency together."""
_SIDE: Final = 424


@dataclass(frozen=True, slots=True)
class DivideStart:
    """What the page begins with: the stage, how many agencies and people there are, what stands already."""

    stage: RowId
    opds: int = 0
    people: int = 0
    present: int = 0
    numbered: bool = False
    groupings: tuple[Grouping, ...] = ()
    current: Grouping | None = None


class DividePage(QWidget):
    """Asks how to divide, shows what would come of it, and applies it only then."""

    asked = Signal(object)
    """An Ask whose proposal shall be shown."""
    applied = Signal(object)
    """The Proposal that is wanted."""
    closed = Signal()
    """Nothing shall be divided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a stage; ``begin`` fills the page."""
        super().__init__(parent)
        self.setObjectName("group-divide")
        self._start = DivideStart(NO_ROW)
        self._proposal: Proposal | None = None
        self._seed = 1
        self._own_title = False
        pages = [(worded(words), f"divide-{key}") for words, key in zip(_WORDS, KINDS, strict=True)]
        self.kind = Segments(pages, self)
        self.kind.chosen.connect(self._kind_chosen)
        self.title = QLineEdit(self)
        self.title.setObjectName("divide-title")
        self.title.setAccessibleName("Nama pembagian")
        self.title.textEdited.connect(self._titled)
        self.again = self._radio("divide-again", "")
        self.fresh = self._radio("divide-fresh", "Pembagian baru di samping yang ada")
        self.keep = self._check("divide-keep", "Yang sudah dipindahkan tangan tetap di tempatnya", is_on=True)
        self.tables = NumberEdit("divide-tables", "Banyaknya meja atau kelompok", (1, MOST_TABLES), self)
        self.tables.valueChanged.connect(self._ask)
        self.tables_label = Label("", "soft", parent=self)
        self.tables_label.setBuddy(self.tables)
        self.numbered = self._check("divide-numbered", worded("Pakai nomor meja yang sudah diisi di OPD"))
        self.components = [
            self._check(f"divide-component-{code.lower()}", name, is_on=place < _USUAL_COMPONENTS)
            for place, (code, name) in enumerate(COMPONENTS)
        ]
        self.others = QLineEdit(self)
        self.others.setObjectName("divide-others")
        self.others.setAccessibleName("Komponen lain")
        self.others.setPlaceholderText("Komponen lain, pisahkan dengan koma")
        self.others.editingFinished.connect(self._ask)
        self.first_rule = self._radio("divide-together", "")
        self.second_rule = self._radio("divide-spread", "")
        self.mix = self._check("divide-mix", "Sebar akademisi, dunia usaha, komunitas, media", is_on=True)
        self.present = self._check("divide-present", "")
        self._make_buttons()
        self.preview = GroupPreview(self)
        self.summary = Label("", "soft", name="divide-summary", wrap=True, parent=self)
        self._lay_out()
        # A button that has the keyboard would take Ctrl+Enter for itself, as it does Enter.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._apply)

    def _make_buttons(self) -> None:
        self.redraw = Button("Acak lagi", "divide-redraw", parent=self)
        self.redraw.clicked.connect(self._redraw)
        self.cancel = Button("Batal", "divide-cancel", parent=self)
        self.cancel.clicked.connect(self.closed)
        self.apply = Button("Pakai", "divide-apply", "primary", parent=self)
        self.apply.clicked.connect(self._apply)

    @property
    def chosen_kind(self) -> str:
        """By what is divided now (``entity.GROUPINGS``)."""
        return next(key for key, button in zip(KINDS, self.kind.buttons, strict=True) if button.isChecked())

    def begin(self, start: DivideStart, kind: str = "") -> None:
        """Open for a stage; ``kind`` is by what, by default that of the division in front."""
        self._start = start
        self._seed = (start.current.seed or 1) if start.current else 1
        self._own_title = False
        wanted = kind or (start.current.kind if start.current else DIMENSION)
        self.tables.setValue(max(2, min(12, round(start.opds / 4) or 2)))
        self.numbered.setChecked(start.numbered)
        self.numbered.setEnabled(start.numbered)
        self.present.setChecked(False)
        self.present.setEnabled(bool(start.present))
        words = f"Hanya yang sudah hadir hari ini ({start.present})"
        self.present.setText(words if start.present else "Hanya yang sudah hadir (belum ada yang dicatat)")
        self._show_kind(wanted)
        self.kind.buttons[KINDS.index(wanted)].setFocus()

    def ask(self) -> Ask:
        """Return what is chosen now."""
        kind = self.chosen_kind
        first = self.first_rule.isChecked()
        near = kind == BY_OPD and not first
        rules = Rules(kind, self._seed, together=first, mix=self.mix.isChecked(), near=near)
        own = self._redone()
        names = [box.text() for box in self.components if box.isChecked()]
        names += [part.strip() for part in self.others.text().split(",") if part.strip()]
        return Ask(
            self._start.stage,
            rules,
            title=self.title.text(),
            again=own.id if own else NO_ROW,
            keep=self.keep.isChecked(),
            tables=self.tables.value(),
            components=tuple(names),
            by_number=kind == BY_OPD and self.numbered.isChecked(),
            only_present=self.present.isChecked(),
        )

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what an ask came to; one that is no longer asked for is not shown."""
        if proposal.ask != self.ask():
            return
        self._proposal = proposal
        self.preview.show_proposal(proposal)
        self.summary.setText(proposal_words(proposal))
        self.apply.setEnabled(bool(proposal.groups))
        self.apply.setText("Bagi ulang" if proposal.ask.again else "Pakai pembagian ini")
        self.apply.setAccessibleName(self.apply.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back without a change."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _redone(self) -> Grouping | None:
        own = self._same()
        return own if own is not None and self.again.isChecked() else None

    def _same(self) -> Grouping | None:
        """Return the division of the chosen kind that could be made anew: the one in front, else the last."""
        kind = self.chosen_kind
        current = self._start.current
        if current is not None and current.kind == kind:
            return current
        return next((item for item in reversed(self._start.groupings) if item.kind == kind), None)

    def _kind_chosen(self, place: int) -> None:
        self._show_kind(KINDS[place])

    def _show_kind(self, kind: str) -> None:
        self.kind.show_chosen(KINDS.index(kind))
        own = self._same()
        self.again.setVisible(own is not None)
        self.fresh.setVisible(own is not None)
        self.again.setText(f"Bagi ulang {own.title}" if own else "")
        in_front = own is not None and own is self._start.current
        (self.again if in_front else self.fresh).setChecked(True)
        words = _RULES[kind]
        self.first_rule.setText(worded(words[0]))
        self.second_rule.setText(worded(words[1]))
        (self.first_rule if kind in {DIMENSION, BY_OPD} else self.second_rule).setChecked(True)
        self.components_card.setVisible(kind == COMPONENT)
        self.tables_row.setVisible(kind in {BY_OPD, FREE})
        self.tables_label.setText("Banyaknya meja" if kind == BY_OPD else "Banyaknya kelompok")
        self.numbered.setVisible(kind == BY_OPD)
        if not self._own_title:
            self.title.setText(worded(TITLES[kind]))
        self._ask()

    def _titled(self, text: str) -> None:
        self._own_title = bool(text.strip())
        self._ask()

    def _ask(self, *_ignored: object) -> None:
        own = self._same()
        again = own is not None and self.again.isChecked()
        self.keep.setVisible(again)
        self.title_row.setVisible(not again)
        by_number = self.chosen_kind == BY_OPD and self.numbered.isChecked()
        self.tables.setEnabled(not by_number)
        self.pair.setVisible(not by_number)
        self.apply.setEnabled(False)
        self.asked.emit(self.ask())

    def _redraw(self) -> None:
        self._seed += 1
        self._ask()

    def _apply(self) -> None:
        if self._proposal is not None and self._proposal.ask == self.ask() and self._proposal.groups:
            self.applied.emit(self._proposal)

    def _radio(self, name: str, words: str) -> QRadioButton:
        made = QRadioButton(words, self)
        made.setObjectName(name)
        made.toggled.connect(self._toggled)
        return made

    def _toggled(self, on: object) -> None:
        """One of two radio buttons goes off when the other comes on: ask once."""
        if on and self._start.stage:
            self._ask()

    def _check(self, name: str, words: str, *, is_on: bool = False) -> QCheckBox:
        made = QCheckBox(words, self)
        made.setObjectName(name)
        made.setChecked(is_on)
        made.clicked.connect(self._ask)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Give the choices the room that the type of now needs."""
        super().showEvent(event)
        self.area.setFixedWidth(theme.scaled(_SIDE))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("Bagi peserta ke kelompok", "title", parent=self))
        head.addStretch(1)
        head.addWidget(self.cancel)
        head.addWidget(self.redraw)
        head.addWidget(self.apply)
        left = QWidget(self)
        theme.set_role(left, "page")
        choices = QVBoxLayout(left)
        choices.setContentsMargins(0, 0, 8, 0)
        choices.setSpacing(10)
        choices.addWidget(self._into_card())
        choices.addWidget(self._rule_card())
        choices.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.preview, 1)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        self.area = scroll_area(left, "divide-area", self)
        self.area.setFixedWidth(theme.scaled(_SIDE))
        sides.addWidget(self.area)
        sides.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(sides, 1)

    def _into_card(self) -> QWidget:
        card = Card("Menurut apa", name="divide-into", parent=self)
        card.body.addWidget(self.kind)
        self.components_card = _rows(self.components, self.others, card)
        card.body.addWidget(self.components_card)
        self.tables_row = _row([self.tables_label, self.tables], card)
        card.body.addWidget(self.tables_row)
        card.body.addWidget(self.numbered)
        for part in (self.again, self.keep, self.fresh):
            card.body.addWidget(part)
        label = Label("Nama", "soft", parent=card)
        label.setBuddy(self.title)
        self.title_row = _row([label, self.title], card, is_wide=True)
        card.body.addWidget(self.title_row)
        return card

    def _rule_card(self) -> QWidget:
        card = Card("Aturan", name="divide-rules", parent=self)
        self.pair = QWidget(card)
        pair = QVBoxLayout(self.pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(6)
        # Radio buttons of one parent exclude each other: the two pairs have parents of their own.
        for rule in (self.first_rule, self.second_rule):
            rule.setParent(self.pair)
            pair.addWidget(rule)
        card.body.addWidget(self.pair)
        card.body.addWidget(self.mix)
        card.body.addWidget(self.present)
        return card


def _row(parts: Sequence[QWidget], parent: QWidget, *, is_wide: bool = False) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    if not is_wide:
        row.addStretch(1)
    return made


def _rows(parts: Sequence[QWidget], last: QWidget, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for place, part in enumerate(parts):
        grid.addWidget(part, place // 2, place % 2)
    column.addLayout(grid)
    column.addWidget(last)
    return made
