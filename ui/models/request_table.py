"""The agencies and what each was asked for as a table of ticks; tells what was marked, stores nothing."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from smartcity_desktop.domain.data_request import (
    ADA,
    BELUM,
    STATE_WORDS,
    TIDAK_PERLU,
    Cell,
    DataRequest,
    OpdRequest,
)
from smartcity_desktop.domain.wording import day_of, short_date
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``Cell`` of an agency and an item."""
STATE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The state of an agency, one of ``data_request.STATES``."""
_WORDS: Final = {BELUM: "Belum", ADA: "Sudah ada", TIDAK_PERLU: "Tidak diminta"}
_FROM_RENSTRA: Final = "Renstra-nya sudah terbaca di Dokumen"
_NO_RENSTRA: Final = "Tidak wajib punya Renstra"
_NO_PARENT: Final = QModelIndex()
_AFTER: Final = ("Keadaan", "Diingatkan")


class RequestTableModel(QAbstractTableModel):
    """One row an agency: its name, a column for each item, its state, and when it was reminded last."""

    marked = Signal(object, str)
    """Pairs of (agency, item) and the state that a person gave them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.request = DataRequest()
        self._rows: list[OpdRequest] = []

    def show(self, request: DataRequest) -> None:
        """Show how it stands; where agencies and items are the same, selection and place stay."""
        same = self._shape(self.request) == self._shape(request)
        if not same:
            self.beginResetModel()
        self.request, self._rows = request, list(request.rows)
        if not same:
            self.endResetModel()
        elif self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @staticmethod
    def _shape(request: DataRequest) -> tuple[object, ...]:
        return tuple(item.opd.id for item in request.rows), tuple(item.id for item in request.items)

    @property
    def state_column(self) -> int:
        """Where the state of an agency stands."""
        return len(self.request.items) + 1

    def opd(self, row: int) -> str:
        """Return the agency of a row."""
        return self._rows[row].opd.id

    def row_of(self, opd: str) -> int:
        """Return where an agency stands, -1 where it does not."""
        return next((place for place, item in enumerate(self._rows) if item.opd.id == opd), -1)

    def is_mark(self, index: Index) -> bool:
        """Tell whether a cell is one that can be marked."""
        return index.isValid() and 0 < index.column() < self.state_column

    def toggle(self, indexes: Sequence[Index], state: str = ADA) -> None:
        """Give the cells a state, or take it from them where all have it already; tell it once.

        What the file itself knows to be there stays.
        """
        found = [item for item in indexes if self.is_mark(item) and not self._is_known(item)]
        if not found:
            return
        every = all(self._cell(item).state == state for item in found)
        self._give(found, BELUM if every else state)

    def _give(self, indexes: Sequence[Index], state: str) -> None:
        pairs = []
        for index in indexes:
            row, column = index.row(), index.column()
            old = self._rows[row]
            cells = list(old.cells)
            cells[column - 1] = Cell(state)
            self._rows[row] = replace(old, cells=tuple(cells))
            pairs.append((old.opd.id, self.request.items[column - 1].id))
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.request = replace(self.request, rows=tuple(self._rows))
        self.marked.emit(tuple(pairs), state)

    def _cell(self, index: Index) -> Cell:
        return self._rows[index.row()].cells[index.column() - 1]

    def _is_known(self, index: Index) -> bool:
        cell = self._cell(index)
        return cell.auto and cell.state == ADA

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of agencies."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.request.items) + 1 + len(_AFTER)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column with its note as a tooltip, the number of a row."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        item = self.request.items[section - 1] if 0 < section < self.state_column else None
        if role == Qt.ItemDataRole.DisplayRole:
            if item is not None:
                return item.title
            return worded("OPD") if not section else _AFTER[section - self.state_column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if item is not None else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, marks and states."""
        if not index.isValid():
            return None
        if self.is_mark(index):
            return self._mark_data(index, role)
        row = self._rows[index.row()]
        if role == STATE_ROLE and index.column() == self.state_column:
            return row.state
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return f"<qt>{escape(row.opd.name)}</qt>"
        return None

    def _words(self, row: OpdRequest, column: int) -> str:
        if column == 0:
            return row.opd.name
        if column == self.state_column:
            return f"{STATE_WORDS[row.state]} {row.brought}/{row.wanted}"
        day = day_of(row.opd.reminded_at)
        return short_date(day) if day else ""

    def _mark_data(self, index: Index, role: int) -> object:
        cell = self._cell(index)
        if role == MARK_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _WORDS.get(cell.state, cell.state)
        if role == Qt.ItemDataRole.ToolTipRole and cell.auto:
            return _FROM_RENSTRA if cell.state == ADA else _NO_RENSTRA
        return None
