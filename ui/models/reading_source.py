"""The sheet of a file as it is: its cells as text, its heading, and the cells that are in doubt."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from smartcity_desktop.domain.renstra_draft import Problem, SourceSheet
from ui import theme

Index = QModelIndex | QPersistentModelIndex
DOUBT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Whether the cell is in doubt."""
HEAD_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether the cell belongs to the heading of the table."""
_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_LETTERS: Final = 26
_LONGEST_TIP: Final = 600
_LARGEST_MERGE: Final = 5_000
"""Cells: more is no value of a table but a frame around one."""
_NO_PARENT: Final = QModelIndex()


def cells_of(text: str) -> list[tuple[int, int]]:
    """Return the places (row, column, from 0) that a text such as ``M4, O4`` or ``F17`` names."""
    return [(int(row) - 1, column_of(letters)) for letters, row in _CELL.findall(text)]


def column_of(letters: str) -> int:
    """Return the number (from 0) of a column called ``AB``."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def column_name(number: int) -> str:
    """Return the letters of a column, its number from 0."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


class SourceModel(QAbstractTableModel):
    """One sheet, read-only; rows and columns are called as the spreadsheet calls them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._sheet = SourceSheet("")
        self._columns = 0
        self._doubts: frozenset[tuple[int, int]] = frozenset()
        self._anchors: dict[tuple[int, int], tuple[int, int]] = {}

    @property
    def sheet(self) -> SourceSheet:
        """The sheet that is shown."""
        return self._sheet

    def show(self, sheet: SourceSheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self._columns = max((len(row) for row in sheet.rows), default=0)
        self._doubts = frozenset()
        self._anchors = {
            (row, column): (top, left)
            for top, left, bottom, right in sheet.merges
            if (bottom - top + 1) * (right - left + 1) <= _LARGEST_MERGE
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        self.endResetModel()

    def set_head(self, first: int, end: int) -> None:
        """Show other rows (from 0, up to before ``end``) as the heading of the same sheet."""
        self._sheet = replace(self._sheet, head=(first, end))
        if self._sheet.rows and self._columns:
            last = self.index(len(self._sheet.rows) - 1, self._columns - 1)
            self.dataChanged.emit(self.index(0, 0), last, [HEAD_ROLE])

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell that is seen at a place: of merged cells the first one."""
        return self._anchors.get((row, column), (row, column))

    def mark(self, problems: Iterable[Problem]) -> None:
        """Mark the cells of these doubts, and no others."""
        name = self._sheet.name
        self._doubts = frozenset(
            self.anchor(*place)
            for item in problems
            if item.sheet in {name, ""}
            for place in cells_of(item.cell)
        )
        if self._sheet.rows and self._columns:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._sheet.rows) - 1, self._columns - 1), [DOUBT_ROLE]
            )

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self._columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the letters of a column, the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_name(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, whether it is in doubt or in the heading, and its tooltip."""
        if not index.isValid():
            return None
        text = self.text(index.row(), index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return text
        if role == DOUBT_ROLE:
            return (index.row(), index.column()) in self._doubts
        if role == HEAD_ROLE:
            first, after = self._sheet.head
            return first <= index.row() < after
        return self._extra(index, role, text)

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, empty beyond the end of its row."""
        cells = self._sheet.rows[row]
        return cells[column] if column < len(cells) else ""

    def _extra(self, index: Index, role: int, text: str) -> object:
        name = f"{column_name(index.column())}{index.row() + 1}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{name}: {escape(text[:_LONGEST_TIP])}</qt>" if text else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            doubt = ", perlu dilihat" if (index.row(), index.column()) in self._doubts else ""
            return f"{name} {text or 'kosong'}{doubt}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.color("text"))
        return None
