"""The findings of a plan under its tree: a calm list, and below it the chosen one with its answers."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.finding import Key, ListedFinding, mark_of
from smartcity_desktop.domain.finding_kinds import STATE_NOTES, STATES, kind_of
from ui import theme
from ui.models.finding_list import HEADS, MESSAGE, NUMBER, finding_lines, folded_kind, line_key, title_words
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing, takes_nothing

_WIDTHS: Final = {0: 40, 1: 140, 3: 96}
_ASKED: Final = frozenset({"target-falls", "direction-unclear"})
"""Findings that a word about the direction of the indicator settles."""
_EXPLAINED: Final = "dijelaskan"
_NUMBER_ROOM: Final = 52
_BY_KEY: Final = {
    Qt.Key.Key_1: "diperbaiki",
    Qt.Key.Key_2: _EXPLAINED,
    Qt.Key.Key_3: "keliru",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_0: "",
}
_WAYS: Final = {Qt.Key.Key_Y: "turun", Qt.Key.Key_T: "naik"}


class PlanFindings(QWidget):
    """Lists findings by kind; 1, 2 and 3 answer the chosen one, Delete takes the answer back."""

    visited = Signal(object)
    """The ListedFinding that a person went to."""
    entered = Signal(object)
    """The ListedFinding whose line a person wants to work on."""
    answered = Signal(object, str, str)
    """The ListedFinding, its state (empty takes it back), and the words of the agency."""
    direction_chosen = Signal(object, str)
    """The ListedFinding about an indicator, and ``turun`` or ``naik``."""
    refused = Signal(str)
    """Why an answer was not taken."""
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("plan-findings")
        self._items: tuple[ListedFinding, ...] = ()
        self._plan = ""
        self._opened: frozenset[str] = frozenset()
        self._next = ""
        self._writing = False
        self.title = Label("", "strong", name="plan-findings-title", parent=self)
        self.mark = Label("", "small", name="plan-findings-mark", parent=self)
        self.open_only = QCheckBox("Belum dijawab saja", self)
        self.open_only.setObjectName("plan-findings-open")
        self.open_only.toggled.connect(self._show)
        self.paper = Button("Cetak lembar periksa", "plan-findings-print", "quiet", parent=self)
        self.paper.clicked.connect(self.print_asked)
        self.table = ReadTable("plan-findings-list", "Temuan dalam Renstra", MESSAGE, self)
        self.table.installEventFilter(self)
        self.table.chosen.connect(self._chosen)
        self.table.asked.connect(self._asked)
        self.number = QLineEdit(self)
        self.number.setObjectName("plan-findings-number")
        self.number.setAccessibleName("Nomor temuan")
        self.number.setPlaceholderText("No")
        tip(self.number, "Ketik nomor dari kertas, lalu Enter (tombol N dari daftar)")
        self.number.setFixedWidth(theme.scaled(_NUMBER_ROOM))
        self.number.returnPressed.connect(self._typed)
        self._make_answers()
        self._lay_out()
        self._detail()

    def _make_answers(self) -> None:
        """Make what shows the chosen finding and takes its answer."""
        self.message = Label("", name="plan-finding", wrap=True, parent=self)
        self.advice = Label("", "soft", name="plan-finding-advice", wrap=True, parent=self)
        self.buttons = {
            state: Button(f"{number} {words}", f"plan-finding-{state}", parent=self)
            for number, (state, words) in enumerate(STATES.items(), start=1)
        }
        for state, button in self.buttons.items():
            tip(button, worded(STATE_NOTES[state]))
            button.clicked.connect(partial(self.answer, state))
        self.back = Button("Cabut jawaban", "plan-finding-back", "quiet", parent=self)
        self.back.clicked.connect(partial(self.answer, ""))
        self.ways = {
            "turun": Button("Ya, makin kecil baik", "plan-finding-falls", parent=self),
            "naik": Button("Tidak", "plan-finding-rises", parent=self),
        }
        for way, button in self.ways.items():
            button.clicked.connect(partial(self._directed, way))
        self.words = QLineEdit(self)
        self.words.setObjectName("plan-finding-words")
        self.words.setAccessibleName(worded("Penjelasan OPD"))
        self.words.setPlaceholderText(worded("Penjelasan OPD, lalu Enter"))
        self.words.installEventFilter(self)
        self.words.returnPressed.connect(self._explained)

    @property
    def item(self) -> ListedFinding | None:
        """The finding that is chosen, None where a title is or nothing."""
        return next((item for item in self._items if line_key(item) == self.table.key), None)

    @property
    def keys(self) -> tuple[Key, ...]:
        """What the findings are known by, in the order of their numbers."""
        return tuple(item.key for item in self._items)

    def show_findings(self, items: Sequence[ListedFinding], plan: str) -> None:
        """Show the findings of a plan; those of the same plan again keep the place and what is open."""
        if plan != self._plan:
            self._opened, self._next = frozenset(), ""
            self._writing = False
        self._plan, self._items = plan, tuple(items)
        self._show()

    def answer(self, state: str) -> None:
        """Answer the chosen finding; an explanation is asked for first."""
        item = self.item
        if item is None or takes_nothing(self):
            return
        if state == _EXPLAINED:
            self._writing = True
            self._detail()
            self.words.setText(item.answer)
            self.words.setFocus()
            self.words.selectAll()
        elif state or item.state:
            self._say(item, state, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer by keys in the list, and let Escape leave the explanation."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if watched is self.words and key == Qt.Key.Key_Escape:
                self._leave()
                return True
            if watched is self.table and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self._by_key(key)
        return super().eventFilter(watched, event)

    def _by_key(self, key: Qt.Key) -> bool:
        item = self.item
        if key == Qt.Key.Key_N:
            self.number.setFocus()
            self.number.selectAll()
            return True
        if item is None:
            return False
        if key in _BY_KEY:
            self.answer(_BY_KEY[key])
            return True
        if key in _WAYS and self._is_asked(item):
            self._directed(_WAYS[key])
            return True
        return False

    def _is_asked(self, item: ListedFinding) -> bool:
        return item.finding.code in _ASKED and not takes_nothing(self)

    def _directed(self, way: str) -> None:
        item = self.item
        if item is not None and self._is_asked(item):
            self._next = self._after(item)
            self.direction_chosen.emit(item, way)

    def _typed(self) -> None:
        """Go to the finding whose number was read from paper, its kind opened, also one that was answered."""
        typed = self.number.text().strip()
        item = next((item for item in self._items if line_key(item) == typed), None)
        if item is None:
            self.refused.emit(f'Tidak ada temuan nomor "{typed[:20]}" dalam daftar ini.')
            self.number.selectAll()
            return
        self._opened |= {item.finding.code}
        if not item.is_open:
            self.open_only.setChecked(False)
        self._next = typed
        self._show()
        self.number.clear()
        self.table.setFocus()

    def _explained(self) -> None:
        item, said = self.item, self.words.text().strip()
        if item is None or takes_nothing(self):
            return
        if not said:
            self.refused.emit(worded("Penjelasan OPD belum ditulis. Tulis penjelasannya, lalu tekan Enter."))
            return
        self._say(item, _EXPLAINED, said)
        self._leave()

    def _say(self, item: ListedFinding, state: str, text: str) -> None:
        self._next = self._after(item) if state else line_key(item)
        self.answered.emit(item, state, text)

    def _after(self, item: ListedFinding) -> str:
        """Return the line to go to once a finding is answered: the next below that is open, else itself."""
        shown = [line.key for line in self.table.lines.lines]
        place = shown.index(line_key(item)) if line_key(item) in shown else -1
        waiting = {line_key(one) for one in self._items if one.is_open}
        below = (key for key in shown[place + 1 :] if key in waiting or folded_kind(key))
        return next(below, line_key(item))

    def _leave(self) -> None:
        self.words.clear()
        self.table.setFocus()
        self._writing = False
        self._detail()

    def _show(self) -> None:
        lines = finding_lines(self._items, self._opened, open_only=self.open_only.isChecked())
        self.title.setText(title_words(self._items))
        mark = mark_of(self.keys)
        self.mark.setText(f"Kode daftar {mark}" if mark else "")
        self.table.show_lines(HEADS, lines, _WIDTHS, frozenset({NUMBER}))
        if self._next:
            self.table.choose(self._next)
            self._next = ""
        for widget in (self.open_only, self.paper, self.table, self.number, self.area):
            widget.setVisible(bool(self._items))
        self._detail()

    def _chosen(self, key: str) -> None:
        self._writing = False
        self._detail()
        item = self.item
        if item is not None and key:
            self.visited.emit(item)

    def _asked(self, key: str, _column: int) -> None:
        code = folded_kind(key)
        if code:
            self._opened ^= {code}
            self._show()
        elif self.item is not None:
            self.entered.emit(self.item)

    def _detail(self) -> None:
        """Show the chosen finding whole, with what can be answered."""
        item, code = self.item, folded_kind(self.table.key)
        self.message.setText(f"{item.number}. {item.finding.message}" if item else _folded(code))
        tip(self.message, self.message.text())
        self.advice.setText(_below(item, code))
        tip(self.advice, self.advice.text())
        writes = self._writing and item is not None
        self.words.setVisible(writes)
        for state, button in self.buttons.items():
            button.setVisible(item is not None and not writes)
            button.setText(f"{'✓ ' if item and item.state == state else ''}{_word(state)}")
        self.back.setVisible(bool(item and item.state) and not writes)
        for button in self.ways.values():
            button.setVisible(bool(item and item.is_open and self._is_asked(item)) and not writes)

    def _told(self) -> QScrollArea:
        """Return the finding and its advice, to be moved where large type leaves too little room."""
        inside = QWidget(self)
        inside.setObjectName("plan-finding-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.message)
        column.addWidget(self.advice)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("plan-finding-told")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area

    def _lay_out(self) -> None:
        head = _line(self.title)
        head.addStretch(1)
        head.addWidget(self.number)
        head.addWidget(self.open_only)
        tools = _line(self.mark)
        tools.addStretch(1)
        tools.addWidget(self.paper)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(6)
        left.addLayout(head)
        left.addWidget(self.table, 1)
        right.addLayout(tools)
        self.area = self._told()
        right.addWidget(self.area, 1)
        right.setContentsMargins(0, 0, 0, 0)
        for row in ((*self.ways.values(), self.back), (*self.buttons.values(), self.words)):
            right.addLayout(_line(*row))
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addLayout(left, 8)
        both.addLayout(right, 5)
        for_writing(*self.buttons.values(), *self.ways.values(), self.back, self.words)


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _below(item: ListedFinding | None, code: str) -> str:
    """Return what stands below a finding: how sure it is and what to do, or what was answered."""
    if item is None:
        return worded(kind_of(code).advice) if code else ""
    if item.answer:
        return f'{worded("Jawaban OPD:")} "{item.answer}"'
    return f"{item.sure.capitalize()}. {worded(item.finding.advice)}"


def _word(state: str) -> str:
    return f"{list(STATES).index(state) + 1} {STATES[state]}"


def _folded(code: str) -> str:
    return f"{worded(kind_of(code).title)}. Tekan Enter untuk membuka atau melipat." if code else ""
