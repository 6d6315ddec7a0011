"""The minutes as rows: time, kind, text, whom it is about, follow-up; stores nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.wording import EMPTY, day_of, label, long_date, plan_time
from ui import theme
from ui.models.row_table import RowTableModel
from ui.translate import worded

TIME, KIND, TEXT, OPD, WHO, DUE, STATE = range(7)
HEADS: Final = ("Jam", "Jenis", "Catatan", "OPD, kelompok", "Siapa", "Tenggat", "Status")
INKS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Ink and ground of the pill that a cell shows, None for plain words."""
_INKS: Final = {
    "keputusan": ("accent-text", "accent"),
    "pertanyaan": ("info", "info-soft"),
    "tindak_lanjut": ("warning", "warning-soft"),
}
_STATES: Final = {
    "belum": ("neutral", "neutral-soft"),
    "sedang": ("warning", "warning-soft"),
    "selesai": ("good", "good-soft"),
}


@dataclass(frozen=True, slots=True)
class NoteTable:
    """What the table shows: notes in order, names of agencies and groups, today (ISO) for what is late."""

    notes: Sequence[Note] = ()
    names: Mapping[RowId, str] = field(default_factory=dict)
    today: str = ""


class NoteTableModel(RowTableModel[Note]):
    """One row a note; ``edited`` tells a text that was typed anew, ``state_asked`` a click on a state."""

    heads = HEADS
    edited = Signal(str, str)
    """Row id and the line as it was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._shown = NoteTable()

    def show(self, table: NoteTable) -> None:
        """Show other notes."""
        self._shown = table
        self.show_rows(table.notes)

    def note(self, row: int) -> Note:
        """Return the note of a row."""
        return self.row(row)

    def notes(self) -> Sequence[Note]:
        """Return all notes that are shown."""
        return self._shown.notes

    def can_change(self, row: Note, column: int) -> bool:
        """Only the text is edited in place."""
        del row
        return column == TEXT

    def give(self, row: Note, column: int, role: int) -> object:
        """Return words, pills, inks and a tooltip that is not markup."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{worded(HEADS[column])}: {self._words(row, column) or 'kosong'}"
        if role == INKS_ROLE:
            return self._pill(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in {OPD, WHO}:
            words = self._words(row, column)
            return f"<qt>{escape(words)}</qt>" if words else None
        return None

    def _words(self, note: Note, column: int) -> str:
        follow = note.kind == "tindak_lanjut"
        words = {
            TIME: plan_time(note.made_at),
            KIND: label("note", note.kind),
            TEXT: note.text,
            OPD: self._about(note),
            WHO: note.owner,
            DUE: long_date(day_of(note.due), weekday=False) if note.due else "",
            STATE: label("state", note.state or "belum") if follow else "",
        }
        return "" if words[column] == EMPTY else words[column]

    def _about(self, note: Note) -> str:
        found = (self._shown.names.get(row, "") for row in (note.group, note.opd))
        return " · ".join(name for name in found if name)

    def _pill(self, note: Note, column: int) -> tuple[str, str] | None:
        if column == KIND:
            return _INKS.get(note.kind)
        if column == STATE and note.kind == "tindak_lanjut":
            return _STATES.get(note.state or "belum")
        return None

    def _ink(self, note: Note, column: int) -> QColor:
        late = column == DUE and note.due and note.due < self._shown.today and note.state != "selesai"
        if late:
            return QColor(theme.color("error"))
        return QColor(theme.color("text" if column in {TEXT, WHO} else "text-soft"))
