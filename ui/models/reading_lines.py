"""What was understood of a file: one row a line of the plan, with its pagu and where it stands."""

from collections.abc import Mapping
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from smartcity_desktop.domain.analysis import with_unit
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.domain.wording import label, money
from ui import theme
from ui.models.reading_written import is_doubtful, is_otherwise, note_of, notes_of

Index = QModelIndex | QPersistentModelIndex
CODE, NAME, SOURCE = 0, 1, 2
LEVEL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""How deep a line stands, from 0."""
DOUBT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether something about the line is in doubt."""
STRONG_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether the line is a program."""
CELL_DOUBT_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""Whether the value of this very cell is in doubt."""
WRITTEN_ROLE: Final = Qt.ItemDataRole.UserRole + 5
"""Whether the file writes the value of this cell in another way."""
_MARKS: Final = frozenset({DOUBT_ROLE, CELL_DOUBT_ROLE, WRITTEN_ROLE})
_DEPTH: Final = {"tujuan": 0, "sasaran": 0, "program": 0, "kegiatan": 1, "subkegiatan": 2}
_GOALS: Final = frozenset({"tujuan", "sasaran"})
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NO_PARENT: Final = QModelIndex()


def year_words(year: str, proposed: Mapping[str, int]) -> str:
    """Return the head of a year: ``2021``, or ``2021?`` as long as nobody confirmed which year it is."""
    return f"{proposed[year]}?" if year in proposed else year


def told_of(line: LineDraft) -> str:
    """Return the indicators of a line with their targets, one a line."""
    found = []
    for item in line.indicators:
        targets = ", ".join(f"{year}: {text}" for year, text in item.targets.items() if text)
        told = f"{with_unit(item.name, item.unit)}{': ' if targets else ''}{targets}"
        kept = ", ".join(f'"{text}"' for text in item.written.values())
        found.append(f"{told} (tertulis {kept})" if kept else told)
    return "\n".join(found)


class LinesModel(QAbstractTableModel):
    """The lines of a draft; columns are code, name, source, then the pagu by year."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._draft = Draft()
        self._doubts: frozenset[int] = frozenset()
        self._cells: frozenset[tuple[int, int]] = frozenset()
        self._written: list[frozenset[int]] = []
        """The marked columns of each line."""
        self._codes: dict[int, str] = {}

    def show(self, draft: Draft) -> None:
        """Show another draft, or the same after a decision; the place stays where the lines stay."""
        same = len(draft.lines) == len(self._draft.lines) and draft.years == self._draft.years
        if not same:
            self.beginResetModel()
        before, self._draft = self._draft, draft
        self._mark_written(before)
        self._doubts = frozenset(item.line for item in draft.problems if item.line is not None)
        self._mark()
        self._codes = {
            item.line: f"{item.suggestion or draft.lines[item.line].code}?"
            for item in draft.problems
            if item.line is not None and item.field == "code"
        }
        if not same:
            self.endResetModel()
        elif draft.lines:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(draft.lines) - 1, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    @property
    def has_doubts(self) -> bool:
        """Whether any cell is marked as being in doubt."""
        return bool(self._cells)

    @property
    def has_written(self) -> bool:
        """Whether any cell is marked because the file writes it in another way."""
        return any(self._written)

    def field_of(self, column: int) -> str:
        """Return which field of a line a column shows."""
        if column > SOURCE:
            return f"pagu@{self._draft.years[column - SOURCE - 1]}"
        return ("code", "name", "")[column]

    def column_of(self, field: str) -> int:
        """Return the column that shows a field; what has none of its own belongs to the name."""
        about, _, year = field.partition("@")
        if about == "pagu" and year in self._draft.years:
            return SOURCE + 1 + self._draft.years.index(year)
        return CODE if about == "code" else NAME

    def note(self, row: int, column: int) -> str:
        """Return what a line below the table says of a cell: how it was written, how sure it is."""
        if not 0 <= row < len(self._draft.lines):
            return ""
        return notes_of(self._draft.lines[row], self.field_of(column), self._draft.proposed_years)

    def _mark(self) -> None:
        asked = {
            (item.line, self.column_of(item.field))
            for item in self._draft.problems
            if item.line is not None and item.field
        }
        for row, line in enumerate(self._draft.lines):
            if line.sure:
                asked |= {(row, self.column_of(name)) for name in line.sure if is_doubtful(line, name)}
        self._cells = frozenset(asked)

    def _mark_written(self, before: Draft) -> None:
        """Look again at lines that are others than before: an answer changes one of twenty thousand."""
        kept = dict(zip(map(id, before.lines), self._written, strict=False)) if before.lines else {}
        if before.years != self._draft.years:
            kept = {}
        self._written = [
            kept[id(line)] if id(line) in kept else self._otherwise(line) for line in self._draft.lines
        ]

    def _otherwise(self, line: LineDraft) -> frozenset[int]:
        return frozenset(self.column_of(name) for name in line.written if is_otherwise(line, name))

    def line(self, row: int) -> LineDraft:
        """Return the line of a row."""
        return self._draft.lines[row]

    def row_at(self, sheet_row: int, sheet: str = "") -> int:
        """Return the line that stands at or above a row (from 1) of a sheet, -1 where none does."""
        found, nearest = -1, 0
        for place, line in enumerate(self._draft.lines):
            origin = line.origin
            if nearest <= origin.row <= sheet_row and sheet in {"", origin.sheet}:
                found, nearest = place, origin.row
        return found

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._draft.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else SOURCE + len(self._draft.years) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section > SOURCE else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section <= SOURCE:
            return ("Kode", "Nama", "Sumber")[section]
        year = self._draft.years[section - SOURCE - 1]
        return f"{year_words(year, self._draft.proposed_years)} (Rp)"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, its level, marks and tooltip."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        line = self._draft.lines[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == LEVEL_ROLE:
            return _DEPTH.get(line.level, 0) if column == NAME else 0
        if role in _MARKS:
            return self._marked(row, column, role)
        if role == STRONG_ROLE:
            return line.level == "program" and column in {CODE, NAME}
        return self._extra(line, column, role)

    def _marked(self, row: int, column: int, role: int) -> bool:
        if role == DOUBT_ROLE:
            return row in self._doubts
        return (row, column) in self._cells if role == CELL_DOUBT_ROLE else column in self._written[row]

    def _words(self, row: int, column: int) -> str:
        line = self._draft.lines[row]
        if column == CODE:
            return self._codes.get(row, line.code)
        if column == NAME:
            return f"{label('level', line.level)}: {line.name}" if line.level in _GOALS else line.name
        if column == SOURCE:
            return _source(line)
        return money(line.pagu.get(self._draft.years[column - SOURCE - 1]))

    def _extra(self, line: LineDraft, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column > SOURCE else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            soft = line.support or column == SOURCE or line.level in _GOALS
            return QColor(theme.color("text-soft" if soft else "text"))
        if role == Qt.ItemDataRole.ToolTipRole:
            told = "\n".join(part for part in self._told(line, column) if part)
            return f"<qt>{escape(told).replace(chr(10), '<br>')}</qt>" if told else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [label("level", line.level), line.code, line.name, _source(line)]
            return " ".join(
                [
                    *(word for word in words if word),
                    note_of(line, self.field_of(column), self._draft.proposed_years),
                ]
            ).strip()
        return None

    def _told(self, line: LineDraft, column: int) -> tuple[str, ...]:
        own = note_of(line, self.field_of(column), self._draft.proposed_years)
        if column != NAME:
            return (own,)
        others = (
            note_of(line, name, self._draft.proposed_years)
            for name in {*line.written, *line.sure}
            if self.column_of(name) == NAME
        )
        notes = sorted({own, *others})
        return (line.name, told_of(line), line.unit, line.location, *notes)


def _source(line: LineDraft) -> str:
    """Return where a line stands: rows of a document that has pages count for nobody."""
    return f"hal. {line.origin.page}" if line.origin.page else f"baris {line.origin.row}"
