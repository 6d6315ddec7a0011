"""Lines that are looked at and chosen, never typed into: texts by column, and the key a line leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui import theme

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line: what it leads to, its cells; a ``faint`` one has nothing to show yet."""

    key: str
    cells: tuple[str, ...]
    faint: bool = False


class ReadTableModel(QAbstractTableModel):
    """Shows lines; ``right`` are the columns of figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.lines: list[ReadLine] = []
        self.right: frozenset[int] = frozenset()

    def show(self, heads: Sequence[str], lines: Sequence[ReadLine], right: frozenset[int]) -> None:
        """Show other lines; where they are the same ones, selection and place stay."""
        shape = (tuple(heads), [item.key for item in lines])
        same = shape == (self.heads, [item.key for item in self.lines])
        if not same:
            self.beginResetModel()
        self.heads, self.lines, self.right = tuple(heads), list(lines), right
        if not same:
            self.endResetModel()
        elif self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.heads) - 1))

    def row_of(self, key: str) -> int:
        """Return the row of a key, -1 where no line has it."""
        return next((place for place, item in enumerate(self.lines) if item.key == key), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, at the side of its cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(self.heads[section])}</qt>"
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, side, ink, and what a screen reader says of a cell."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        text = line.cells[column] if column < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(text)}</qt>" if text else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heads[column]}: {text or 'kosong'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        return _dressed(line, role)

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column in self.right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


def _dressed(line: ReadLine, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole and line.faint:
        return QColor(theme.color("text-soft"))
    return None
