"""The way in by number: one large field that keeps the keyboard, what became of the entry, the last marks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import ALREADY, MARKED, SEVERAL, UNCLEAR, UNKNOWN, Entry, told
from ui import theme
from ui.models.door_list import person_line
from ui.widgets.button import Button
from ui.widgets.door_list import DoorList
from ui.widgets.label import Label

LAST: Final = 12
_TONES: Final = {MARKED: "good", ALREADY: "warning", SEVERAL: "warning", UNKNOWN: "error", UNCLEAR: "error"}
_TURN_BACK: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NumberField(QLineEdit):
    """A large field; while it is empty Ctrl+Z takes back the last mark and not a letter."""

    moved = Signal(int)
    """Arrow down (1) or up (-1)."""
    left = Signal()
    """Esc in the empty field."""

    def __init__(self, name: str, called: str, parent: QWidget | None = None) -> None:
        """Start empty; ``called`` is what a reader hears."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(called)
        theme.set_role(self, "door")

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while nothing is typed."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and any(event.matches(key) for key in _TURN_BACK)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to what is below, Esc empties the field."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.setText("")
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class DoorNumber(QWidget):
    """Field, answer, those to choose from, what nobody was found for, and the last marks."""

    entered = Signal(str)
    """What was typed or scanned."""
    picked = Signal(str)
    """The row of the one that was meant of several."""
    deputy_asked = Signal(str)
    unmark_asked = Signal(str)
    mark_asked = Signal(str)
    """A participant chosen in the list of those who are missing."""
    calm = Signal()
    """Esc where nothing waits: the last marks are to be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._asked: Entry | None = None
        self._kept: list[str] = []
        self._waiting = 0
        self._shows_missing = False
        self.title = Label("Nomor peserta", "strong", parent=self)
        self.field = NumberField("door-number", "Nomor peserta", self)
        self.field.setPlaceholderText("mis. 12")
        self.field.returnPressed.connect(self._enter)
        self.field.moved.connect(self._move)
        self.field.left.connect(self._calm)
        self.title.setBuddy(self.field)
        self.answer = Label("", "lead", name="door-answer", wrap=True, parent=self)
        self.choices = DoorList("door-choices", "Peserta yang dimaksud", parent=self)
        self.choices.entered.connect(self._pick)
        self.choices.left.connect(self.field.setFocus)
        self.choices.hide()
        self.kept = Label("", "warning", name="door-kept", wrap=True, parent=self)
        self.again = Button("Coba lagi", "door-again", parent=self)
        self.again.clicked.connect(self.try_again)
        self.drop = Button("Buang", "door-drop", "quiet", parent=self)
        self.drop.clicked.connect(self.forget)
        self.list_title = Label("Terakhir dicatat", "strong", name="door-last-title", parent=self)
        self.last = DoorList("door-last", "Terakhir dicatat", "title", parent=self)
        self.last.left.connect(self._calm)
        self.last.typed.connect(self._begin)
        self.last.deputy_asked.connect(self.deputy_asked)
        self.last.removed.connect(self.unmark_asked)
        self.last.entered.connect(self._entered_in_list)
        self.keys = Label("", "small", name="door-keys", wrap=True, parent=self)
        self._lay_out()
        self._show_kept()
        self.setFocusProxy(self.field)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer to an entry is still to come."""
        return self._waiting > 0

    @property
    def kept_entries(self) -> tuple[str, ...]:
        """The entries that meant nobody, to be tried again."""
        return tuple(self._kept)

    def show_entry(self, entry: Entry) -> None:
        """Say what became of an entry; one that meant nobody stays to be tried again."""
        self.answered()
        self.answer.setText(told(entry))
        theme.set_role(self.answer, _TONES.get(entry.outcome, "lead"), type="door")
        text = entry.typed.text
        if entry.outcome in {UNKNOWN, UNCLEAR} and text:
            self._kept += [] if text in self._kept else [text]
            if not self.field.text() and not self._waiting:
                self.field.setText(text)
                self.field.selectAll()
        elif text in self._kept:
            self._kept.remove(text)
        self._ask(entry if entry.outcome == SEVERAL else None)
        if self._shows_missing:
            self.calm.emit()
        self._show_kept()

    def say(self, words: str, role: str = "good") -> None:
        """Say something else that was done."""
        self.answer.setText(words)
        theme.set_role(self.answer, role, type="door")

    def answered(self) -> None:
        """Wait for one answer less: it was shown elsewhere."""
        self._waiting = max(0, self._waiting - 1)

    def lost(self, text: str, words: str) -> None:
        """Keep an entry that could not be stored, and say why."""
        self.answered()
        self._kept += [] if text in self._kept or not text else [text]
        self._show_kept()
        self.say(words, "error")

    def show_last(self, people: Sequence[Presence]) -> None:
        """Show the last marks, the newest first."""
        self._shows_missing = False
        self.list_title.setText("Terakhir dicatat")
        self.last.setAccessibleName("Terakhir dicatat")
        self.last.show_lines(person_line(item) for item in people[:LAST])
        self.keys.setText(
            "Angka, Enter: hadir · 12d, Enter: diwakili · huruf: cari nama · ↓ lalu D: diwakili, "
            "Delete: batalkan · Ctrl+Z: urungkan · F7: peserta tambahan · Ctrl+L: lembar bertanda "
            "tangan · F6: siapa belum hadir"
        )

    def show_missing(self, agency: str, people: Sequence[Presence]) -> None:
        """Show who is missing of an agency in place of the last marks."""
        self._shows_missing = True
        title = f"Belum hadir · {agency}"
        self.list_title.setText(title)
        self.last.setAccessibleName(title)
        self.last.show_lines(person_line(item) for item in people)
        self.keys.setText("Enter: catat hadir · D: diwakili oleh … · Esc: kembali ke nomor")
        self.last.choose(0)
        self.last.setFocus()

    @property
    def shows_missing(self) -> bool:
        """Whether the list shows who is missing of an agency."""
        return self._shows_missing

    def enable(self, *, on: bool) -> None:
        """Take or refuse entries."""
        for part in (self.field, self.again, self.drop):
            part.setEnabled(on)

    def try_again(self) -> None:
        """Enter again what meant nobody."""
        for text in tuple(self._kept):
            self._send(text)
        self.field.setFocus()

    def forget(self) -> None:
        """Drop what meant nobody."""
        self._kept = []
        self._show_kept()
        self.field.setText("")
        self.field.setFocus()

    def _enter(self) -> None:
        text = self.field.text().strip()
        if not text:
            if self._asked is not None:
                self._pick(self.choices.chosen)
            return
        self.field.setText("")
        self._send(text)

    def _send(self, text: str) -> None:
        self._waiting += 1
        self.entered.emit(text)

    def _ask(self, entry: Entry | None) -> None:
        self._asked = entry
        self.choices.show_lines(person_line(item) for item in (entry.choices if entry else ()))
        if entry is not None:
            self.choices.choose(0)
        self.choices.setVisible(entry is not None)

    def _pick(self, row: str) -> None:
        if self._asked is not None and row:
            self._waiting += 1
            self.picked.emit(row)
        self.field.setFocus()

    @property
    def asked(self) -> Entry | None:
        """The entry that several participants could be meant by."""
        return self._asked

    def _move(self, step: int) -> None:
        if self._asked is not None:
            place = self.choices.currentIndex().row() + step
            self.choices.choose(min(max(0, place), self.choices.lines.rowCount() - 1))
        elif step > 0 and self.last.lines.rowCount():
            self.last.choose(max(0, self.last.currentIndex().row()))
            self.last.setFocus()

    def _begin(self, text: str) -> None:
        self.field.setFocus()
        self.field.setText(text)

    def _calm(self) -> None:
        self._ask(None)
        self.field.setFocus()
        self.calm.emit()

    def _entered_in_list(self, row: str) -> None:
        if self._shows_missing:
            self.mark_asked.emit(row)
        else:
            self.field.setFocus()

    def _show_kept(self) -> None:
        self.kept.setText(f"Belum dikenal: {' · '.join(self._kept)}" if self._kept else "")
        for part in (self.kept, self.again, self.drop):
            part.setVisible(bool(self._kept))

    def _lay_out(self) -> None:
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.again)
        kept.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.field)
        column.addWidget(self.answer)
        column.addWidget(self.choices)
        column.addLayout(kept)
        column.addSpacing(4)
        column.addWidget(self.list_title)
        column.addWidget(self.last, 1)
        column.addWidget(self.keys)
