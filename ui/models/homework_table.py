"""The homework of the agencies as a table: words, day, state and promise are changed in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.homework import (
    DONE,
    FINISHED,
    LATE,
    SOON,
    HomeworkRow,
    Standing,
    counted,
    tone_of,
)
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.wording import day_of, label, short_date, stage_name
from ui import theme
from ui.models.row_table import CHOICES_ROLE, INKS_ROLE, RowTableModel
from ui.translate import worded

OPD, STAGE, SHEET, TEXT, LEFT, DUE, STATE, PROMISED, CHASED = range(9)
HEADS: Final = (
    *("Untuk", "Tahap", "Lembar", "Yang dikerjakan", "Keadaan lembar sekarang", "Batas", "Keadaan"),
    *("Janji", "Ditagih"),
)
_FIELDS: Final = {TEXT: "text", DUE: "due", STATE: "state", PROMISED: "promised"}
_INKS: Final = {
    LATE: ("error", "error-soft"),
    SOON: ("warning", "warning-soft"),
    FINISHED: ("good", "good-soft"),
}
_LOCKED: Final = "Berkas ini hanya bisa dibaca, jadi pekerjaan rumah tidak diubah di sini."
_OWN: Final = "Tambahan"
_COMPLETE: Final = "Sudah lengkap"
OPEN_ONLY, LATE_ONLY, ALL = "open", "late", "all"
FILTERS: Final = (
    (OPEN_ONLY, "Belum selesai"),
    (LATE_ONLY, "Lewat batas"),
    (ALL, "Semua pekerjaan rumah"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are shown: words, state, and those given up to a stage (its number)."""

    words: str = ""
    kept: str = OPEN_ONLY
    stage: int = 4


class HomeworkModel(RowTableModel[HomeworkRow]):
    """One line a thing that is owed. What a person changes is shown at once and told by ``edited``."""

    heads = HEADS
    edited = Signal(str, str, object)
    """Row id, field, value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.known: tuple[HomeworkRow, ...] = ()
        self.wanted = Wanted()
        self._today: date | None = None
        self.day: Callable[[str], str | None] = _iso
        """How a typed day is read."""

    def show(self, rows: Sequence[HomeworkRow], today: date, *, read_only: bool = False) -> None:
        """Show how the homework stands."""
        self.known, self._today = tuple(rows), today
        self.locked = _LOCKED if read_only else ""
        self._sift()

    def filter(self, wanted: Wanted) -> None:
        """Show other lines."""
        self.wanted = wanted
        self._sift()

    @property
    def standing(self) -> Standing:
        """How the homework up to the stage stands, whatever is looked for."""
        own = [item.homework for item in self.known if item.stage <= self.wanted.stage]
        return counted(own, self._today) if self._today else Standing()

    def _sift(self) -> None:
        words = plain(self.wanted.words).split()
        self.show_rows(self.with_typed([row for row in self.known if self._is_kept(row, words)]))

    def _is_kept(self, row: HomeworkRow, words: Sequence[str]) -> bool:
        kept = self.wanted.kept
        fits = kept == ALL or (row.tone == LATE if kept == LATE_ONLY else not row.homework.is_done)
        told = plain(f"{row.opd} {row.code} {row.homework.text} {row.left} {row.homework.promised}")
        return fits and row.stage <= self.wanted.stage and all(word in told for word in words)

    def can_change(self, row: HomeworkRow, column: int) -> bool:
        """Words, day, state and promise may be changed."""
        del row
        return column in _FIELDS

    def field_of(self, column: int) -> str:
        """Return the field that a column writes."""
        return _FIELDS.get(column, str(column))

    def tell(self, row: HomeworkRow, column: int) -> None:
        """Tell what was changed."""
        self.known = tuple(row if item.id == row.id else item for item in self.known)
        name = self.field_of(column)
        self.edited.emit(row.id, name, getattr(row.homework, name))

    def change(self, row: HomeworkRow, column: int, value: object) -> HomeworkRow | None:
        """Return the line with another value; a day is read as people write it, words are never emptied."""
        text = " ".join(str(value or "").split())
        if column == DUE and text:
            day = self.day(text)
            if day is None:
                return None
            text = day
        if column == TEXT and not text:
            return None
        values: dict[str, Any] = {_FIELDS[column]: text}
        changed = replace(row.homework, **values)
        tone = tone_of(changed, self._today) if self._today else row.tone
        return replace(row, homework=changed, tone=tone)

    def give(self, row: HomeworkRow, column: int, role: int) -> object:
        """Return words, the value to edit, the choices, a pill and a tooltip."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def _words(self, row: HomeworkRow, column: int) -> str:
        item = row.homework
        left = row.left or (_COMPLETE if item.sheet else "")
        return {
            OPD: row.opd,
            STAGE: stage_name(row.stage) if row.stage else "",
            SHEET: row.code if item.sheet else _OWN,
            TEXT: item.text,
            LEFT: left,
            DUE: short_date(day_of(item.due)) if item.due else "",
            STATE: label("state", item.state or "belum"),
            PROMISED: item.promised,
            CHASED: short_date(day_of(item.reminded_at)) if item.reminded_at else "",
        }[column]

    def _value(self, row: HomeworkRow, column: int) -> str:
        return str(getattr(row.homework, _FIELDS[column])) if column in _FIELDS else ""

    def _edit_value(self, row: HomeworkRow, column: int) -> str:
        if column == DUE:
            return short_date(day_of(row.homework.due)) if row.homework.due else ""
        return self._value(row, column)

    def _choices(self, row: HomeworkRow, column: int) -> tuple[tuple[str, str], ...]:
        del row
        return tuple((state, label("state", state)) for state in PROGRESS) if column == STATE else ()

    def _pill(self, row: HomeworkRow, column: int) -> tuple[str, str] | None:
        return _INKS.get(row.tone) if column in {DUE, STATE} and self._words(row, column) else None

    def _ink(self, row: HomeworkRow, column: int) -> QColor:
        done = row.homework.state == DONE
        complete = column == LEFT and not row.left
        name = (
            "good" if complete else "text-soft" if done or column in {STAGE, SHEET, LEFT, CHASED} else "text"
        )
        return QColor(theme.color(name))

    def _tip(self, row: HomeworkRow, column: int) -> str:
        words = self._words(row, column)
        return f"<qt>{escape(words)}</qt>" if words else ""

    def _spoken(self, row: HomeworkRow, column: int) -> str:
        return f"{worded(HEADS[column])}: {self._words(row, column) or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["HomeworkModel", HomeworkRow, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _edit_value,
        CHOICES_ROLE: _choices,
        INKS_ROLE: _pill,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def _iso(text: str) -> str | None:
    day = day_of(text)
    return day.isoformat() if day else None
