"""What follows a masterplan as a table: every cell is changed in place, days and states are coloured."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.duty import FINISHED, KIND_WORDS, LATE, SOON, Duty, DutyBoard, kind_words
from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.wording import day_of, label, short_date
from ui import theme
from ui.models.row_table import CHOICES_ROLE, INKS_ROLE, RowTableModel
from ui.translate import worded

TEXT, KIND, OPD, WHO, DUE, STATE, EVIDENCE, DOCUMENT = range(8)
HEADS: Final = (*("Tindak lanjut", "Jenis", "OPD", "Petugas", "Tenggat", "Keadaan", "Bukti", "Dokumen"),)
FIELDS: Final = {
    TEXT: "text",
    KIND: "kind",
    OPD: "opd",
    WHO: "who",
    DUE: "due",
    STATE: "state",
    EVIDENCE: "evidence",
    DOCUMENT: "document",
}
ALL, OPEN, PRESSING = "all", "open", "pressing"
FILTERS: Final = (
    (ALL, "Semua tindak lanjut"),
    (OPEN, "Belum selesai"),
    (PRESSING, "Lewat atau segera jatuh tempo"),
)
_INKS: Final = {
    LATE: ("error", "error-soft"),
    SOON: ("warning", "warning-soft"),
    FINISHED: ("good", "good-soft"),
}
_LOCKED: Final = "Berkas ini hanya bisa dibaca, jadi tindak lanjut tidak diubah di sini."


class DutyModel(RowTableModel[Duty]):
    """One line a duty. What a person changes is shown at once and told by ``edited``."""

    edited = Signal(str, str, object)
    """Row id, field, value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.heads: tuple[str, ...] = tuple(worded(item) for item in HEADS)
        self.board = DutyBoard()
        self.kept = ALL
        self.words = ""
        self.day: Callable[[str, int], str | None] = _iso
        """How a typed day is read; the year is that of a day without one."""

    def show(self, board: DutyBoard, *, read_only: bool = False) -> None:
        """Show how the duties stand."""
        self.board = board
        self.locked = _LOCKED if read_only else ""
        self.sift(self.words, self.kept)

    def sift(self, words: str, kept: str) -> None:
        """Show those that hold these words and are as far as this."""
        self.words, self.kept = words, kept
        wanted = plain(words).split()
        # What is being changed stays until its cell is left, whatever it says meanwhile.
        rows = self.with_typed(self.board.items)
        self.show_rows([item for item in rows if item.id == self.held or self._is_kept(item, wanted)])

    def can_change(self, row: Duty, column: int) -> bool:
        """Every cell may be changed."""
        del row
        return column in FIELDS

    def field_of(self, column: int) -> str:
        """Return the field that a column writes."""
        return FIELDS.get(column, str(column))

    def asks_for(self, column: int) -> str:
        """Return how a day is written."""
        return "Tulis tanggalnya, misalnya 31 Juli 2027 atau 31-7-2027." if column == DUE else ""

    def tell(self, row: Duty, column: int) -> None:
        """Tell what was changed."""
        items = tuple(row if item.id == row.id else item for item in self.board.items)
        self.board = replace(self.board, items=items)
        name = self.field_of(column)
        self.edited.emit(row.id, name, getattr(row, name))

    def change(self, row: Duty, column: int, value: object) -> Duty | None:
        """Return the line with another value; a day is read as people write it, words are never emptied."""
        text = " ".join(str(value or "").split())
        if column == DUE and text:
            day = self.day(text, row.year or self.board.today.year)
            if day is None:
                return None
            text = day
        if (column == TEXT and not text) or not self._is_offered(column, text):
            return None
        values: dict[str, Any] = {FIELDS[column]: text}
        return replace(row, **values)

    def give(self, row: Duty, column: int, role: int) -> object:
        """Return words, the value to edit, the choices, a pill and a tooltip."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def _is_kept(self, row: Duty, words: Sequence[str]) -> bool:
        tone = row.tone(self.board.today)
        fits = self.kept == ALL or (tone in {LATE, SOON} if self.kept == PRESSING else not row.is_done)
        told = plain(" ".join((row.text, self.board.names.get(row.opd, ""), row.who, row.evidence)))
        return fits and all(word in told for word in words)

    def _is_offered(self, column: int, value: str) -> bool:
        """Return whether a value is one of the choices of its column, or may be typed freely."""
        return column in {TEXT, WHO, DUE, EVIDENCE} or value in dict(self._offers(column))

    def _offers(self, column: int) -> tuple[tuple[str, str], ...]:
        if column == STATE:
            return tuple((state, label("state", state)) for state in PROGRESS)
        if column == KIND:
            return tuple(KIND_WORDS.items())
        pool = self.board.names if column == OPD else self.board.documents if column == DOCUMENT else {}
        return (("", "–"), *((str(row), name) for row, name in pool.items())) if pool else ()

    def _words(self, row: Duty, column: int) -> str:
        return {
            TEXT: row.text,
            KIND: kind_words(row.kind),
            OPD: self.board.names.get(row.opd, ""),
            WHO: row.who,
            DUE: short_date(day_of(row.due)) if row.due else "",
            STATE: label("state", row.state or PROGRESS[0]),
            EVIDENCE: row.evidence,
            DOCUMENT: self.board.documents.get(row.document, ""),
        }[column]

    def _edit_value(self, row: Duty, column: int) -> str:
        if column == DUE:
            return self._words(row, DUE)
        return str(getattr(row, FIELDS[column]))

    def _choices(self, row: Duty, column: int) -> tuple[tuple[str, str], ...]:
        del row
        return self._offers(column)

    def _pill(self, row: Duty, column: int) -> tuple[str, str] | None:
        shown = column in {DUE, STATE} and self._words(row, column)
        return _INKS.get(row.tone(self.board.today)) if shown else None

    def _ink(self, row: Duty, column: int) -> QColor:
        faint = row.is_done or column in {KIND, WHO, DOCUMENT}
        return QColor(theme.color("text-soft" if faint else "text"))

    def _tip(self, row: Duty, column: int) -> str:
        words = self._words(row, column)
        return f"<qt>{escape(words)}</qt>" if words else ""

    def _spoken(self, row: Duty, column: int) -> str:
        return f"{self.heads[column]}: {self._words(row, column) or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["DutyModel", Duty, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _edit_value,
        CHOICES_ROLE: _choices,
        INKS_ROLE: _pill,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def _iso(text: str, _year: int) -> str | None:
    day = day_of(text)
    return day.isoformat() if day else None
