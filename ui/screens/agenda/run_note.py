"""Notes beside a running block: a line that is a note from its first letter on, and what was written before.

In a presentation a note belongs to the group that speaks while it is begun.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.wording import label, plan_time
from smartcity_desktop.services.note import NotePlace
from ui.context import Screen, Services
from ui.models.run_day import WAITS, Line
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.run_list import LineList

_HINT = "Tulis catatan, lalu Enter"
_MARKS = "! keputusan   ? pertanyaan   @nama tindak lanjut"
_PLAIN = "pokok"


@dataclass(frozen=True, slots=True)
class NoteGround:
    """What stands in the card: notes of the block, names of groups by row, and where a new note belongs."""

    notes: Sequence[Note] = ()
    groups: Mapping[RowId, str] | None = None
    stage: RowId = NO_ROW
    session: RowId = NO_ROW
    group: RowId = NO_ROW


class RunNotes(Card):
    """The notes of the running block."""

    left = Signal()
    """Esc: the keyboard shall go back to the running block; what was typed stays in the line."""

    def __init__(self, screen: Screen, services: Services, parent: QWidget | None = None) -> None:
        """Write through this screen."""
        super().__init__("", name="run-notes", parent=parent)
        self.setAccessibleName("Catatan sesi ini")
        self._screen, self._note = screen, services.note
        self._row = services.note.new_id()
        self._ground = NoteGround()
        self.may_write = True
        self._place: NotePlace | None = None
        self.about = ElidedLabel("", "soft", name="run-note-about", parent=self)
        self.list = LineList("run-note-list", "Catatan sesi ini", self)
        self.list.setSelectionMode(LineList.SelectionMode.NoSelection)
        self.line = QLineEdit(self)
        self.line.setObjectName("run-note-line")
        self.line.setAccessibleName("Catatan baru")
        self.line.setPlaceholderText(_HINT)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.finish)
        away = QShortcut(QKeySequence("Esc"), self.line)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("Catatan (N)", "strong", parent=self))
        head.addWidget(self.about, 1)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.line)
        self.body.addWidget(Label(_MARKS, "small", wrap=True, parent=self))
        screen.context.autosave.watch(self._hand_in, self)

    def show_ground(self, ground: NoteGround) -> None:
        """Show the notes of another block, or of another group that speaks; a line that was begun stays."""
        self._ground = ground
        names = ground.groups or {}
        about = names.get(ground.group, "")
        self.about.setText(f"untuk {about}" if about else "")
        written = [item for item in ground.notes if item.id != self._row]
        lines = [
            Line(item.id, WAITS, plan_time(item.made_at), item.text, _told(item, names)) for item in written
        ]
        self.list.show_lines(lines, "")
        self.list.scrollToBottom()
        self.line.setEnabled(self.may_write and (bool(ground.session) or bool(ground.stage)))

    def start_typing(self) -> None:
        """Go to the line."""
        self.line.setFocus()

    def finish(self) -> None:
        """End the line that is typed and begin the next; its place was that of its first letter."""
        if not self.line.text().strip():
            return
        self._hand_in()
        self._screen.context.autosave.flush()
        self._row = self._note.new_id()
        self._place = None
        self.line.clear()
        self.line.setModified(False)
        self._screen.read(
            partial(self._note.notes, session=self._ground.session, stage=None), self._show_notes
        )

    def _typed(self, text: str) -> None:
        if self._place is None:
            ground = self._ground
            self._place = NotePlace(ground.stage, ground.session, group=ground.group)
        self._keep(text)

    def _keep(self, text: str) -> None:
        save = partial(self._note.write, self._row, text, self._place or NotePlace())
        self._screen.context.autosave.note(("note", self._row), save, self._screen)

    def _hand_in(self) -> None:
        if self.line.isModified() and self.line.text().strip():
            self.line.setModified(False)
            self._keep(self.line.text())

    def _show_notes(self, notes: Sequence[Note]) -> None:
        ground = self._ground
        self.show_ground(NoteGround(notes, ground.groups, ground.stage, ground.session, ground.group))


def _told(note: Note, names: Mapping[RowId, str]) -> str:
    kind = "" if note.kind == _PLAIN else label("note", note.kind)
    who = note.owner if note.kind == "tindak_lanjut" else ""
    return " · ".join(part for part in (names.get(note.group, ""), kind, who) if part)
