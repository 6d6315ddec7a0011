"""The choices of a vote as a table: their numbers and words, and how many gave each so many points."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import VoteItem
from smartcity_desktop.domain.wording import number
from ui import theme

Index = QModelIndex | QPersistentModelIndex
NUMBER, WORDS = range(2)
_NO_PARENT: Final = QModelIndex()
_COVER: Final = "•"
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TallyModel(QAbstractTableModel):
    """One line a choice, one column a number of points; figures are covered but where somebody stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.items: tuple[VoteItem, ...] = ()
        self.heads: tuple[str, ...] = ()
        self.levels: tuple[int, ...] = ()
        self.counts: dict[tuple[RowId, int], int] = {}
        self.ballot: dict[RowId, int] | None = None
        self.covered = True
        self._here = (-1, -1)
        self._typed = ""

    def show(
        self,
        items: Sequence[VoteItem],
        levels: Sequence[tuple[int, str]],
        counts: Mapping[tuple[RowId, int], int],
    ) -> None:
        """Show choices with a column for each of ``levels`` (points, its head); one head alone is a ballot.

        Where the choices and columns are the same ones, the place stays, and what is being typed.
        """
        known = ([item.id for item in self.items], self.heads)
        shape = ([item.id for item in items], tuple(words for _, words in levels))
        same = known == shape
        if not same:
            self.beginResetModel()
            self._here, self._typed = (-1, -1), ""
        self.items, self.heads = tuple(items), shape[1]
        self.levels = tuple(points for points, _ in levels)
        self.counts = dict(counts)
        if same:
            self._tell()
        else:
            self.endResetModel()

    def cover(self, *, on: bool) -> None:
        """Cover the figures, or let them be seen."""
        self.covered = on
        self._tell()

    def show_ballot(self, points: Mapping[RowId, int] | None) -> None:
        """Show what the ballot gives that is being typed, in place of the counts."""
        self.ballot = None if points is None else dict(points)
        self._tell()

    def stand(self, row: int, column: int, typed: str) -> None:
        """Show what is being typed where somebody stands."""
        self._here, self._typed = (row, column), typed
        self._tell()

    def put(self, row: int, column: int, count: int | None) -> None:
        """Show a figure that is on its way to the disk."""
        key = self.items[row].id, self.levels[column - WORDS - 1]
        if count is None:
            self.counts.pop(key, None)
        else:
            self.counts[key] = count
        self._tell()

    def count_at(self, row: int, column: int) -> int | None:
        """Return the figure of a cell, None where nothing was entered."""
        return self.counts.get((self.items[row].id, self.levels[column - WORDS - 1]))

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of choices."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads) + WORDS + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == WORDS else _RIGHT
        return ("No.", "Pilihan", *self.heads)[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, side and ink of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column == WORDS else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column == NUMBER:
            return QColor(theme.color("text-soft"))
        return None

    def _words(self, row: int, column: int) -> str:
        item = self.items[row]
        if column == NUMBER:
            return str(row + 1)
        if column == WORDS:
            return item.text
        if self.ballot is not None:
            given = self.ballot.get(item.id, 0)
            return number(given) if given else ""
        if (row, column) == self._here and self._typed:
            return self._typed
        count = self.count_at(row, column)
        if count is None:
            return ""
        return number(count) if not self.covered or (row, column) == self._here else _COVER

    def _tell(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.items) - 1, self.columnCount() - 1))
