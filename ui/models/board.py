"""A board of the plans as a table: the sums first, then every line; each cell knows the rows behind it."""

from collections.abc import Callable
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartcity_desktop.domain.coverage import HOME, WHOLE, Board, BoardLine, Cell, Head

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
CELL: Final = Qt.ItemDataRole.UserRole + 1
HEAT: Final = Qt.ItemDataRole.UserRole + 2
"""How much a cell has of the most that any has, 0 to 1, and the colour of its column or line."""
STRONG: Final = Qt.ItemDataRole.UserRole + 3
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Say = Callable[[Cell, Head, BoardLine], str]
"""What a cell says."""


class BoardModel(QAbstractTableModel):
    """Lines as rows, the sums first; their names stand in the head at the left, which never scrolls away."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.board = Board()
        self.is_short = False
        self._say: Say = lambda cell, _head, _line: str(cell.count)
        self._weigh: Callable[[Cell], int] = lambda cell: cell.count
        self._most = 0

    def show(self, board: Board, say: Say, weigh: Callable[[Cell], int]) -> bool:
        """Show another board; return whether its rows and columns are other ones than before.

        ``weigh`` says by how much a cell is coloured.
        """
        same = [item.key for item in board.heads] == [item.key for item in self.board.heads] and [
            item.key for item in board.lines
        ] == [item.key for item in self.board.lines]
        if not same:
            self.beginResetModel()
        self.board, self._say, self._weigh = board, say, weigh
        # What stands beside the dimensions would make all of them pale.
        homes = {head.key for head in board.heads if head.kind == HOME}
        weighed = homes or {head.key for head in board.heads if head.key != WHOLE}
        inner = (
            weigh(cell)
            for line in board.lines
            for head, cell in zip(board.heads, line.cells, strict=True)
            if head.key in weighed
        )
        self._most = max(inner, default=0)
        if not same:
            self.endResetModel()
        elif board.heads:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        return not same

    def line(self, row: int) -> BoardLine:
        """Return the line of a row."""
        return self.board.sums if row <= 0 else self.board.lines[row - 1]

    def row_of(self, key: str) -> int:
        """Return the row of a line, 0 (the sums) where there is none."""
        return next((at for at, item in enumerate(self.board.lines, start=1) if item.key == key), 0)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines, with the sums."""
        return 0 if parent.isValid() or not self.board.heads else len(self.board.lines) + 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.board.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column or the name of a line; the whole of it is told beside it."""
        if orientation == Qt.Orientation.Vertical:
            return self._name(section, role)
        head = self.board.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(head.told or head.words)}</qt>"
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, the cell, how strongly it is coloured, and what a screen reader says."""
        if not index.isValid():
            return None
        line, column = self.line(index.row()), index.column()
        if role == STRONG:
            return index.row() == 0 or self.board.heads[column].key == WHOLE
        return self._number(line, column, role)

    def _number(self, line: BoardLine, at: int, role: int) -> object:
        head, cell = self.board.heads[at], line.cells[at]
        if role in {CELL, HEAT}:
            return cell if role == CELL else self._heat(line, head, cell)
        words = self._say(cell, head, line)
        told = f"{line.name}, {head.told or head.words}: {words or '0'}"
        said = {
            int(Qt.ItemDataRole.DisplayRole): words,
            int(Qt.ItemDataRole.AccessibleTextRole): told,
            int(Qt.ItemDataRole.ToolTipRole): f"<qt>{escape(told)}</qt>",
        }
        return said.get(int(role))

    def _name(self, row: int, role: int) -> object:
        line = self.line(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.short or line.name) if self.is_short else line.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        told = f"{line.name}: {line.note}" if line.note else line.name
        return f"<qt>{escape(told)}</qt>" if role == Qt.ItemDataRole.ToolTipRole else None

    def _heat(self, line: BoardLine, head: Head, cell: Cell) -> tuple[float, str]:
        color = head.color if head.kind == HOME else line.color
        if line is self.board.sums or head.key == WHOLE or not self._most:
            return 0.0, ""
        return self._weigh(cell) / self._most, color
