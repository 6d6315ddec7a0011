"""The rows of all sheets of one worksheet as a table, gathered under heads; no widget for a row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.result import Result, ResultRow
from smartcity_desktop.domain.wording import EMPTY, number
from ui import theme
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
PARTY, DIMENSION = "party", "dimension"
ALL, OPEN, MERGED, CHANGED = "", "open", "merged", "changed"
"""What is shown: everything, what went into no other row, what was merged, what has a changed source."""
FILTERS: Final = (
    (ALL, "Semua isian"),
    (OPEN, "Belum masuk gabungan"),
    (MERGED, "Hasil gabungan"),
    (CHANGED, "Sumbernya berubah"),
)
_NO_PARENT: Final = QModelIndex()
SHEET, HOME, TRAIL = range(3)
_BEFORE: Final = ("Lembar", "Dimensi", "Jejak")
"""What stands before the columns of the worksheet."""
_TIP: Final = 1_200


@dataclass(frozen=True, slots=True)
class Head:
    """A line over the rows that belong together: its words and how many there are."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which rows are shown, and by what they are gathered: whose sheet, the dimension, or a column."""

    words: str = ""
    kept: str = ALL
    by: str = PARTY


class ResultModel(QAbstractTableModel):
    """One line a row, a head over each gathering; sheet, dimension and way stand before the columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.result = Result()
        self.sieve = Sieve()
        self._lines: list[Head | ResultRow] = []
        self._place: dict[str, int] = {}
        self._found: dict[str, str] = {}

    def show(self, result: Result) -> None:
        """Show the results of a worksheet."""
        self._found = {
            item.id: plain(" ".join((item.party_name, item.short, item.code, *item.values.values())))
            for item in result.rows
        }
        self._set(result, self.sieve)

    def filter(self, sieve: Sieve) -> None:
        """Show other rows of the same results, gathered otherwise."""
        self._set(self.result, sieve)

    def _set(self, result: Result, sieve: Sieve) -> None:
        self.beginResetModel()
        self.result, self.sieve = result, sieve
        self._lines = self._gathered(self._kept())
        self._place = {
            item.id: place for place, item in enumerate(self._lines) if isinstance(item, ResultRow)
        }
        self.endResetModel()

    @property
    def first(self) -> int:
        """The first column that is shown: what the heads say is said once."""
        return HOME if self.sieve.by == PARTY else SHEET

    def is_said_above(self, column: int) -> bool:
        """Tell whether the heads say already what a column says."""
        return (self.sieve.by == PARTY and column == SHEET) or (self.sieve.by == DIMENSION and column == HOME)

    @property
    def count(self) -> int:
        """How many rows are shown, heads aside."""
        return len(self._place)

    def heads(self) -> list[int]:
        """Return where the heads stand."""
        return [place for place, item in enumerate(self._lines) if isinstance(item, Head)]

    def row(self, place: int) -> ResultRow | None:
        """Return the row of a line, None where a head stands."""
        found = self._lines[place] if 0 <= place < len(self._lines) else None
        return found if isinstance(found, ResultRow) else None

    def place_of(self, row: str) -> int:
        """Return where a row stands, also by the subject of its grid; -1 where it does not."""
        if row in self._place:
            return self._place[row]
        by_subject = (
            place
            for place, item in enumerate(self._lines)
            if isinstance(item, ResultRow) and item.subject == row
        )
        return next(by_subject, -1)

    def rows_at(self, places: Iterable[int]) -> list[ResultRow]:
        """Return the rows of these lines, in order."""
        return [row for place in sorted(set(places)) if (row := self.row(place)) is not None]

    def groups(self) -> list[tuple[str, str]]:
        """Return by what rows may be gathered: key and words."""
        columns = [
            (item.key, item.label)
            for item in self.result.columns
            if item.choices or item.kind in {"choice", "score", "subdimension", "dimension", "opd"}
        ]
        whose = "Menurut lembar"
        named = [(key, f"Menurut {label}") for key, label in columns]
        return [(PARTY, whose), (DIMENSION, worded("Menurut dimensi")), *named]

    # Qt ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines, heads included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.result.columns) + len(_BEFORE)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(self._title(section))}</qt>"
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, heads not."""
        head = index.isValid() and self.row(index.row()) is None
        return Qt.ItemFlag.ItemIsEnabled if head else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, ink, type and tooltip of a cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Head):
            return self._of_head(line, index.column(), role)
        return self._of_row(line, index.column(), role)

    # Inside ------------------------------------------------------------------------------------------------

    def _title(self, section: int) -> str:
        if section < len(_BEFORE):
            return worded(_BEFORE[section])
        place = section - len(_BEFORE)
        return self.result.columns[place].label

    def _of_head(self, head: Head, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{head.words} ({number(head.count)})" if column == self.first else None
        if role == Qt.ItemDataRole.FontRole:
            return _bold()
        return QColor(theme.color("sunken")) if role == Qt.ItemDataRole.BackgroundRole else None

    def _of_row(self, row: ResultRow, column: int, role: int) -> object:
        found: object = None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            found = self._words(row, column)
        elif role == Qt.ItemDataRole.ToolTipRole:
            words = self._words(row, column)[:_TIP]
            found = f"<qt>{escape(words)}</qt>" if words else None
        elif role == Qt.ItemDataRole.ForegroundRole:
            found = self._ink(row, column)
        elif role == Qt.ItemDataRole.FontRole and row.merged and self._is_main(column):
            found = _bold()
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            found = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return found

    def _words(self, row: ResultRow, column: int) -> str:
        if column == SHEET:
            return f"{row.number} {row.short}".strip()
        if column == HOME:
            return row.code
        if column == TRAIL:
            return trail_words(row)
        return row.values.get(self.result.columns[column - len(_BEFORE)].key, "")

    def _is_main(self, column: int) -> bool:
        place = column - len(_BEFORE)
        return 0 <= place < len(self.result.columns) and self.result.columns[place].key == self.result.main

    def _ink(self, row: ResultRow, column: int) -> QColor:
        if column == TRAIL:
            return QColor(theme.color("warning" if row.changed else "text-soft"))
        return QColor(theme.color("text-soft" if row.into or column < len(_BEFORE) else "text"))

    def _kept(self) -> list[ResultRow]:
        wanted = [word for word in plain(self.sieve.words).split() if word]
        return [
            row
            for row in self.result.rows
            if self._is_kept(row) and all(word in self._found[row.id] for word in wanted)
        ]

    def _is_kept(self, row: ResultRow) -> bool:
        kept = self.sieve.kept
        if kept == MERGED:
            return self._is_merge(row)
        return not (kept == OPEN and row.into) and not (kept == CHANGED and not row.changed)

    def _is_merge(self, row: ResultRow) -> bool:
        return any(source in self._found for source in row.origin)

    def _gathered(self, rows: Sequence[ResultRow]) -> list[Head | ResultRow]:
        names = dict(self.result.dimensions)
        by_name: dict[str, list[ResultRow]] = {}
        for row in rows:
            if self.sieve.by == PARTY:
                words = row.party_name
            elif self.sieve.by == DIMENSION:
                words = names.get(row.dimension, worded("Belum berdimensi"))
            else:
                words = row.values.get(self.sieve.by, "") or EMPTY
            by_name.setdefault(words, []).append(row)
        lines: list[Head | ResultRow] = []
        for words, own in by_name.items():
            lines += [Head(words, len(own)), *own]
        return lines


def trail_words(row: ResultRow) -> str:
    """Return in few words where a row went and what it came from."""
    told = ["sumber berubah"] if row.changed else []
    told += ["masuk gabungan"] if row.into else []
    told += [f"dari {number(len(row.origin))} isian"] if row.origin else []
    told += ["sudah dibawa"] if row.onward else []
    return " · ".join(told)


def _bold() -> QFont:
    return theme.font("base", bold=True)
