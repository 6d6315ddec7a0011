"""The way in for whoever is not on the list: one line, and what it becomes."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import Guest, called
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.models.door_list import person_line
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.door_list import DoorList
from ui.widgets.door_number import NumberField
from ui.widgets.label import Label

_PAUSE_MS: Final = 150
_LINE: Final = "Peserta tambahan: nama; jabatan; OPD atau instansi"


class GuestField(NumberField):
    """The line of a guest; Ctrl+Enter adds him whatever stands in the list."""

    forced = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Ctrl+Enter apart from Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.forced.emit()
        else:
            super().keyPressEvent(event)


class DoorGuest(QWidget):
    """The line, the proposal below it, and the guests of the day."""

    told = Signal(str, bool)
    """The line after a short pause, to ask what it becomes, and whether its institution is as written."""
    added = Signal(str, bool)
    """The line, and whether the institution is taken as it is written."""
    known_picked = Signal(str, str)
    """Enter where the one meant stands in the list already: the line, and his or her row."""
    unmark_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._guest: tuple[str, Guest] | None = None
        self._as_written = False
        self._waiting: dict[str, bool] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        said = Label(worded(_LINE), "strong", parent=self)
        self.field = GuestField("door-guest", worded(_LINE), self)
        self.field.setPlaceholderText("mis. Budi Santoso, S.T.; Kabid; Kominfo")
        said.setBuddy(self.field)
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self._enter)
        self.field.forced.connect(self._add)
        self.field.left.connect(self.left)
        self.field.moved.connect(self._into_list)
        self.add = Button("Tambah, hadir", "door-guest-add", "primary", parent=self)
        self.add.clicked.connect(self._enter)
        self.becomes = Label("", "lead", name="door-guest-becomes", wrap=True, parent=self)
        self.doubt = Label("", "warning", name="door-guest-doubt", wrap=True, parent=self)
        self.answer = Label("", "lead", name="door-guest-answer", wrap=True, parent=self)
        self.list_title = Label("Peserta tambahan hari ini", "strong", parent=self)
        self.list = DoorList("door-guests", "Peserta tambahan hari ini", parent=self)
        self.list.removed.connect(self.unmark_asked)
        self.list.left.connect(self.field.setFocus)
        self.keys = Label(
            "Enter: tambah dan catat hadir · F2: instansi apa adanya · Ctrl+Enter: tambah walau namanya "
            "sudah ada · Ctrl+Z: urungkan · Esc: kembali ke nomor",
            "small",
            wrap=True,
            parent=self,
        )
        self._lay_out(said)
        self.setFocusProxy(self.field)

    def show_guest(self, line: str, guest: Guest) -> None:
        """Show what the line becomes, where it is still the same; take it where it was entered meanwhile."""
        if line in self._waiting:
            self._take(line, guest, as_written=self._waiting.pop(line))
            return
        if line != self.field.text():
            return
        self._guest = (line, guest)
        person = guest.person
        unsur = label("element", person.element) if person.element else "unsur belum diketahui"
        parts = (
            f"Nomor {person.number}",
            person.name,
            person.position,
            guest.agency or "instansi belum ditulis",
            unsur,
        )
        self.becomes.setText(" · ".join(part for part in parts if part) if person.name else "")
        self.becomes.setVisible(bool(person.name))
        doubts = []
        if guest.known:
            doubts.append(f"Sudah ada di daftar: {called(guest.known[0])}. Enter mencatatnya hadir.")
        if person.opd and not guest.sure:
            doubts.append("Instansi ini usulan. F2: pakai apa adanya.")
        self.doubt.setText(" ".join(doubts))
        self.doubt.setVisible(bool(doubts))

    def show_added(self, who: Presence) -> None:
        """Say which number the guest was given."""
        self.say(f"{called(who)} · {who.words}. Tulis nomor {who.person.number} di tanda pengenalnya.")

    def say(self, words: str, role: str = "good") -> None:
        """Say what was done."""
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
        theme.set_role(self.answer, role, type="door")

    def lost(self, line: str, words: str) -> None:
        """Bring a line back that could not be stored, and say why."""
        self._waiting.pop(line, None)
        self.begin(line)
        told = words if self.field.text() == line else f"Belum dicatat: {line}. {words}"
        self.say(told, "error")

    def show_last(self, people: list[Presence]) -> None:
        """Show the guests of the day, the newest first."""
        self.list.show_lines(person_line(item) for item in people)

    def begin(self, text: str = "") -> None:
        """Take the keyboard; ``text`` is what was typed elsewhere for this guest."""
        if text and not self.field.text():
            self.field.setText(text)
            self._edited(text)
        self.field.setFocus()

    def enable(self, *, on: bool) -> None:
        """Take or refuse entries."""
        for part in (self.field, self.add):
            part.setEnabled(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 takes the institution as it is written, or as it is proposed again."""
        if event.key() == Qt.Key.Key_F2:
            self._as_written = not self._as_written
            self._timer.start()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more while nobody sees the answer."""
        self._timer.stop()
        super().hideEvent(event)

    @property
    def untaken(self) -> str:
        """The lines that were typed and are nowhere else yet."""
        return ", ".join(filter(None, (*self._waiting, self.field.text().strip())))

    def _ask(self) -> None:
        self.told.emit(self.field.text(), self._as_written)

    def _edited(self, text: str) -> None:
        self._guest = None
        self.say("")
        if text.strip():
            self._timer.start()
        else:
            self._calm()

    def _enter(self) -> None:
        line = self.field.text()
        if not line.partition(";")[0].strip():
            return
        guest, as_written = self._guest, self._as_written
        self._calm()
        if guest is not None and guest[0] == line:
            self._take(line, guest[1], as_written=as_written)
        else:
            # Whether he stands in the list already is known only when the line is answered.
            self._waiting[line] = as_written
            self.told.emit(line, as_written)

    def _take(self, line: str, guest: Guest, *, as_written: bool) -> None:
        if guest.known:
            self.known_picked.emit(line, guest.known[0].person.id)
        else:
            self.added.emit(line, as_written)

    def _add(self) -> None:
        line = self.field.text()
        if line.partition(";")[0].strip():
            as_written = self._as_written
            self._calm()
            self.added.emit(line, as_written)

    def _calm(self) -> None:
        self._timer.stop()
        self._guest = None
        self._as_written = False
        self.field.setText("")
        self.becomes.hide()
        self.becomes.setText("")
        self.doubt.setText("")
        self.doubt.hide()

    def _into_list(self, step: int) -> None:
        if step > 0 and self.list.lines.rowCount():
            self.list.choose(max(0, self.list.currentIndex().row()))
            self.list.setFocus()

    def _lay_out(self, said: QWidget) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self.field, 1)
        entry.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(said)
        column.addLayout(entry)
        column.addWidget(self.becomes)
        column.addWidget(self.doubt)
        column.addWidget(self.answer)
        column.addWidget(self.list_title)
        column.addWidget(self.list, 1)
        column.addWidget(self.keys)
        self.doubt.hide()
        for part in (self.becomes, self.answer):
            part.hide()
