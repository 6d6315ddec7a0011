"""The list of what should be looked at: each with its place, its sentence, and the answers to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label

_PAGE: Final = 60
_PLACE: Final = 116
_CALM: Final = frozenset({"open", "turun", "naik"})
"""Acts of which none is the expected one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: what it is called in the code, and its words.

    ``mend`` asks for a value first, ``mend=1000`` gives one.
    """

    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at. ``start`` is the value that mending begins with."""

    key: str
    place: str
    message: str
    answers: tuple[Answer, ...] = ()
    start: str = ""


class _Value(QLineEdit):
    """A line whose Enter ends here: the row around it would take the same key as its first answer."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter after it was used."""
        super().keyPressEvent(event)
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class LookRow(QFrame):
    """One thing to look at; the keys of its answers work while it has the focus."""

    answered = Signal(str, str, str)
    visited = Signal(str)
    moved = Signal(int)

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        """Show this; ``number`` ends the object names of its parts."""
        super().__init__(parent)
        self.look = look
        self._number = number
        self.setObjectName(f"look-{number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, "look")
        self.place = Label(look.place, "small", parent=self)
        self.place.setFixedWidth(_PLACE)
        self.place.setWordWrap(True)
        self.message = Label(look.message, wrap=True, name=f"look-message-{number}", parent=self)
        self.fault = Label("", "warning", wrap=True, name=f"look-fault-{number}", parent=self)
        self.fault.hide()
        self.value = _Value(self)
        self.value.setObjectName(f"look-value-{number}")
        self.value.setAccessibleName("Nilai yang benar")
        self.value.setFixedWidth(200)
        self.value.hide()
        self.value.returnPressed.connect(self._mended)
        self.take = Button("Pakai", f"look-take-{number}", "primary", parent=self)
        self.take.hide()
        self.take.clicked.connect(self._mended)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.message)
        words.addWidget(self.fault)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(self.place)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.value)
        self._row.addWidget(self.take)
        self.buttons: list[Button] = []
        self._offer()

    def show_look(self, look: Look) -> None:
        """Show other words for the same thing."""
        if look != self.look:
            self.look = look
            self.place.setText(look.place)
            self.message.setText(look.message)
            self._offer()

    def show_fault(self, sentence: str) -> None:
        """Say why a value could not be taken, and let it be typed again."""
        self.mend()
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def mend(self) -> None:
        """Ask for the right value in place."""
        if self.value.isHidden():
            self.value.setText(self.look.start)
        self.value.show()
        self.take.show()
        for button in self.buttons:
            button.hide()
        self.value.setFocus()
        self.value.selectAll()
        self.visited.emit(self.look.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the first answer, F2 mends, Delete leaves out, letters choose, arrows move."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.value.isVisible():
            self._leave()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif not self._answer_by(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place it is about, also when it has the focus already."""
        super().mousePressEvent(event)
        self.visited.emit(self.look.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the place it is about."""
        super().focusInEvent(event)
        self.visited.emit(self.look.key)

    def _answer_by(self, event: QKeyEvent) -> bool:
        acts = [answer.act for answer in self.look.answers]
        if self.value.isVisible() or not acts:
            return False
        key, letter = Qt.Key(event.key()), event.text().casefold()
        found = {Qt.Key.Key_F2: "mend", Qt.Key.Key_Delete: "leave_out"}.get(key, "")
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            found = acts[0]
        elif letter.isalpha():
            begins = (item.act for item in self.look.answers if item.words.casefold().startswith(letter))
            found = next(begins, "")
        if found not in acts:
            return False
        self._answer(found)
        return True

    def _offer(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, answer in enumerate(self.look.answers):
            role = "" if place or answer.act in _CALM else "primary"
            button = Button(
                answer.words, f"look-{answer.act.replace('=', '-')}-{self._number}", role, parent=self
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._answer, answer.act))
            self._row.addWidget(button)
            self.buttons.append(button)
        self._leave(focus=False)
        spoken = ", ".join(answer.words for answer in self.look.answers)
        self.setAccessibleName(f"{self.look.place} {self.look.message} {spoken}".strip())

    def _answer(self, act: str) -> None:
        kind, _, value = act.partition("=")
        if act == "mend":
            self.mend()
        else:
            self.answered.emit(self.look.key, kind, value)

    def _mended(self) -> None:
        self.answered.emit(self.look.key, "mend", self.value.text().strip())

    def _leave(self, *, focus: bool = True) -> None:
        self.value.hide()
        self.take.hide()
        self.fault.hide()
        for button in self.buttons:
            button.show()
        if focus:
            self.setFocus()


class LookList(QScrollArea):
    """The things to look at, a page at a time; answered ones go, the rest stays where it is."""

    answered = Signal(str, str, str)
    """Key, act, and the value where it was mended."""
    visited = Signal(str)
    """The key of what a person went to."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """``words`` is what the list is called for those who hear the screen."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            f'QFrame[role="look"] {{ border: 0; border-bottom: 1px solid {theme.color("line")}; }}'
            f'QFrame[role="look"]:focus {{ background: {theme.color("accent-soft")}; }}'
        )
        self._looks: list[Look] = []
        self._rows: list[LookRow] = []
        self._limit = _PAGE
        self._numbers = 0
        self._body = QWidget(self)
        self._body.setObjectName(f"{name}-body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = Button("", f"{name}-more", "quiet", parent=self._body)
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)

    def rows(self) -> list[LookRow]:
        """Return the rows that are shown."""
        return list(self._rows)

    def looks(self) -> list[Look]:
        """Return everything there is to look at."""
        return list(self._looks)

    def show_looks(self, looks: Sequence[Look], *, afresh: bool = False) -> None:
        """Show these; rows of the same key stay where they are unless ``afresh``."""
        focused = self._focused()
        self._looks = list(looks)
        if afresh:
            self._limit = _PAGE
        wanted = self._looks[: self._limit]
        standing = {} if afresh else {row.look.key: row for row in self._rows}
        kept = {look.key for look in wanted} & set(standing)
        for row in self._rows:
            if row.look.key not in kept:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._rows = [self._placed(standing.get(look.key), look, place) for place, look in enumerate(wanted)]
        left = len(self._looks) - len(wanted)
        self.more.setText(f"Tampilkan berikutnya ({left} lagi)")
        self.more.setVisible(left > 0)
        if focused >= 0 and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].setFocus()

    def show_fault(self, key: str, sentence: str) -> None:
        """Say at a row why its value could not be taken."""
        for row in self._rows:
            if row.look.key == key:
                row.show_fault(sentence)

    def mend(self, key: str) -> None:
        """Ask for the right value of this one."""
        for row in self._rows:
            if row.look.key == key:
                row.mend()

    def focus_first(self) -> None:
        """Go to the first thing to look at."""
        if self._rows:
            self._rows[0].setFocus()

    def _placed(self, row: LookRow | None, look: Look, place: int) -> LookRow:
        if row is None:
            self._numbers += 1
            row = LookRow(look, self._numbers, self._body)
            row.answered.connect(self.answered)
            row.visited.connect(self._visit)
            row.moved.connect(self._move)
            row.show()
        row.show_look(look)
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)
        return row

    def _focused(self) -> int:
        here = QApplication.focusWidget()
        if here is None:
            return -1
        places = enumerate(self._rows)
        return next((place for place, row in places if row is here or row.isAncestorOf(here)), -1)

    def _visit(self, key: str) -> None:
        row = next((row for row in self._rows if row.look.key == key), None)
        if row is not None:
            self.ensureWidgetVisible(row, 0, 4)
        self.visited.emit(key)

    def _move(self, step: int) -> None:
        here = max(0, self._focused())
        if self._rows:
            self._rows[max(0, min(len(self._rows) - 1, here + step))].setFocus()

    def _show_more(self) -> None:
        self._limit += _PAGE
        self.show_looks(self._looks)
