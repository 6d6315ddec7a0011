"""The list of what should be looked at: each with its place, its sentence, and the answers to it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.models.reading_looks import Group, Look
from ui.widgets.button import Button
from ui.widgets.label import Label

_PAGE: Final = 60
_PLACE: Final = 116
_CALM: Final = frozenset({"open", "turun", "naik"})
"""Acts of which none is the expected one."""
_KEYS: Final[Mapping[Qt.Key, str]] = {
    Qt.Key.Key_F2: "mend",
    Qt.Key.Key_P: "mend",
    Qt.Key.Key_Delete: "leave_out",
    Qt.Key.Key_L: "leave_out",
    Qt.Key.Key_B: "accept",
}
"""They mean the same at every doubt, whatever its answers are called."""
_FOR_ALL: Final[Mapping[str, str]] = {"accept": "B", "leave_out": "L"}
"""What can be said of a whole kind, and its key together with Shift."""
_STEPS: Final[Mapping[Qt.Key, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


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
    all_answered = Signal(str, str)
    """The kind, and the act for all of it."""
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
        self.detail = Label(look.detail, "small", wrap=True, name=f"look-detail-{number}", parent=self)
        self.detail.setVisible(bool(look.detail))
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
        words.addWidget(self.detail)
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
            self.detail.setText(look.detail)
            self.detail.setVisible(bool(look.detail))
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
        """Enter or B accepts, P mends, L leaves out, with Shift all of the kind; arrows move."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.value.isVisible():
            self._leave()
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
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
        found = _KEYS.get(key, "")
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            found = acts[0]
        elif found not in acts and letter.isalpha():
            begins = (item.act for item in self.look.answers if item.words.casefold().startswith(letter))
            found = next(begins, "")
        if found not in acts:
            return False
        every = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and letter.isalpha()
        if every and self.look.kind and found in _FOR_ALL:
            self.all_answered.emit(self.look.kind, found)
        else:
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
        self.setAccessibleName(f"{self.look.place} {self.look.message} {self.look.detail} {spoken}".strip())

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


class LookHead(QFrame):
    """What stands above several doubts of one kind; keys pass it by, so that no Enter answers them unseen."""

    answered = Signal(str, str)
    """The kind, and the act for all of it."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        """Show this kind."""
        super().__init__(parent)
        self.setObjectName(f"look-head-{group.kind}")
        theme.set_role(self, "look")
        self.words = Label("", "strong", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        self.buttons: list[Button] = []
        for answer in group.answers:
            key = _FOR_ALL[answer.act]
            words = f"{answer.words} (Shift+{key})"
            button = Button(words, f"look-all-{answer.act}-{group.kind}", "quiet", parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.answered.emit, group.kind, answer.act))
            row.addWidget(button)
            self.buttons.append(button)
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Show how many there are left."""
        self.words.setText(f"{group.title} ({group.count})")


class LookList(QScrollArea):
    """The things to look at, a page at a time; answered ones go, the rest stays where it is."""

    answered = Signal(str, str, str)
    """Key, act, and the value where it was mended."""
    all_answered = Signal(str, str)
    """A kind, and the act for all of it."""
    visited = Signal(str)
    """The key of what a person went to."""
    resized = Signal()
    """What is shown needs another height than before."""

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
        self._groups: list[Group] = []
        self._rows: list[LookRow] = []
        self._heads: dict[str, LookHead] = {}
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

    @property
    def wanted_height(self) -> int:
        """How many pixels show everything without rolling."""
        return self._body.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when rows came, went or opened."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().eventFilter(watched, event)

    def rows(self) -> list[LookRow]:
        """Return the rows that are shown."""
        return list(self._rows)

    def looks(self) -> list[Look]:
        """Return everything there is to look at."""
        return list(self._looks)

    def heads(self) -> list[LookHead]:
        """Return the heads of kinds that are shown."""
        return list(self._heads.values())

    def show_looks(
        self, looks: Sequence[Look], groups: Sequence[Group] = (), *, afresh: bool = False
    ) -> None:
        """Show these; rows of the same key stay where they are unless ``afresh``.

        ``groups`` names the kinds; one that has several doubts stands above them with its count.
        """
        focused = self._focused()
        self._looks, self._groups = list(looks), list(groups)
        if afresh:
            self._limit = _PAGE
        wanted = self._looks[: self._limit]
        standing = {} if afresh else {row.look.key: row for row in self._rows}
        kept = {look.key for look in wanted} & set(standing)
        for row in self._rows:
            if row.look.key not in kept:
                self._drop(row)
        self._rows = [self._row(standing.get(look.key), look) for look in wanted]
        self._arrange()
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

    def focus_key(self, key: str) -> bool:
        """Go to this one; False where it is not among those that are shown."""
        row = next((row for row in self._rows if row.look.key == key), None)
        if row is not None:
            row.setFocus()
        return row is not None

    def _row(self, row: LookRow | None, look: Look) -> LookRow:
        if row is None:
            self._numbers += 1
            row = LookRow(look, self._numbers, self._body)
            row.answered.connect(self.answered)
            row.all_answered.connect(self.all_answered)
            row.visited.connect(self._visit)
            row.moved.connect(self._move)
            row.show()
        row.show_look(look)
        return row

    def _arrange(self) -> None:
        """Put the rows in their order, and above several of one kind what the kind is called."""
        groups = {group.kind: group for group in self._groups if group.count > 1}
        kinds = {row.look.kind for row in self._rows}
        for kind in [kind for kind in self._heads if kind not in groups or kind not in kinds]:
            self._drop(self._heads.pop(kind))
        place, above = 0, ""
        for row in self._rows:
            kind = row.look.kind
            if kind != above and kind in groups:
                self._put(self._head(groups[kind]), place)
                place += 1
            above = kind
            self._put(row, place)
            place += 1

    def _head(self, group: Group) -> LookHead:
        head = self._heads.get(group.kind)
        if head is None:
            head = self._heads[group.kind] = LookHead(group, self._body)
            head.answered.connect(self.all_answered)
            head.show()
        head.show_group(group)
        return head

    def _put(self, widget: QWidget, place: int) -> None:
        if self._column.indexOf(widget) != place:
            self._column.insertWidget(place, widget)

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

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
        if here + step >= len(self._rows) and len(self._rows) < len(self._looks):
            self._show_more()
        if self._rows:
            self._rows[max(0, min(len(self._rows) - 1, here + step))].setFocus()

    def _show_more(self) -> None:
        self._limit += _PAGE
        self.show_looks(self._looks, self._groups)
