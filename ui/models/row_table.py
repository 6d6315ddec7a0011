"""Rows with an id as a table: heads, showing others, what was typed and is not yet on the disk.

Rows that stay keep their place in the view: selection, current cell and an open editor outlive a refresh.
A text that a cell cannot read stays in it, marked, until it is mended or given up: it is stored nowhere else.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import Field, fields, replace
from html import escape
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui import theme
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
CHOICES_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The choices of a cell as (value, words) pairs; empty where text is typed."""
HINTS_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Words that may be taken while a text is typed."""
INKS_ROLE: Final = Qt.ItemDataRole.UserRole + 5
"""Ink and ground of a pill."""
_NO_PARENT: Final = QModelIndex()
_WRONG: Final = ("error", "error-soft")


class Row(Protocol):
    """A frozen dataclass of the domain that has an id."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> RowId:
        """The id of the row."""


R = TypeVar("R", bound=Row)


def _never(row: RowId, name: str) -> bool:
    del row, name
    return False


class RowTableModel(QAbstractTableModel, Generic[R]):
    """One line a row. A table says its ``heads`` and what a cell gives (``give``, ``change``)."""

    heads: tuple[str, ...] = ()
    is_numbered = False
    """Whether lines are numbered at the left."""
    misread = Signal(str)
    """Why a text that was typed or pasted cannot be taken, in a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[R] = []
        self._typed: dict[tuple[Hashable, RowId, str], Mapping[str, object]] = {}
        self._unread: dict[tuple[Hashable, RowId, int], str] = {}
        self.scope: Hashable = ""
        """What the rows are told of, where the same rows are told of several things: a year."""
        self.waits: Callable[[RowId, str], bool] = _never
        """Whether a field that was typed is not yet on the disk: a reading made before must not hide it."""
        self.held = NO_ROW
        """The row whose cell is open for typing."""
        self.locked = ""
        """Why nothing is changed here, in a sentence; empty where everything is."""

    # What a table says -------------------------------------------------------------------------------------

    def give(self, row: R, column: int, role: int) -> object:
        """Return what a cell has for this role."""
        raise NotImplementedError

    def can_change(self, row: R, column: int) -> bool:
        """Return whether a cell may be changed at all."""
        del row, column
        return False

    def is_typed(self, column: int) -> bool:
        """Return whether the cells of a column are changed in place, where they may be changed."""
        del column
        return True

    def change(self, row: R, column: int, value: object) -> R | None:
        """Return the row with another value, None where the value cannot be taken."""
        del row, column, value
        return None

    def tell(self, row: R, column: int) -> None:
        """Tell that a person changed this cell of the row, which holds its new value."""

    def field_of(self, column: int) -> str:
        """Return the name under which a changed cell is stored."""
        return str(column)

    def asks_for(self, column: int) -> str:
        """Return what the cells of a column read, with an example; empty where nothing is kept unread."""
        del column
        return ""

    # Rows --------------------------------------------------------------------------------------------------

    def row(self, place: int) -> R:
        """Return the row of a line."""
        return self._rows[place]

    def rows(self) -> list[R]:
        """Return all rows as they are shown."""
        return list(self._rows)

    def row_of(self, row: str) -> int:
        """Return where a row stands, -1 where it does not."""
        return next((place for place, item in enumerate(self._rows) if item.id == row), -1)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; those that stay keep selection, place and an editor that is open on them."""
        shown = list(rows)
        stay = {item.id for item in self._rows} & {item.id for item in shown}
        if not stay:
            self.beginResetModel()
            self._rows = shown
            self.endResetModel()
            return
        self._take_out(stay)
        self._put_in_order([item for item in shown if item.id in stay])
        self._put_in(shown, stay)
        self._tell_cells(0, len(shown) - 1)

    def keep(self, row: R, name: str, values: Mapping[str, object]) -> None:
        """Remember what was typed into a field until it is on the disk: ``values`` by field of the row.

        What is typed last is laid over last: of two lines that hold parts of one field the later knows both.
        """
        self._typed.pop((self.scope, row.id, name), None)
        self._typed[self.scope, row.id, name] = values

    def show_typed(self, row: str, name: str, values: Mapping[str, object]) -> None:
        """Show what was typed into a row beside the table, and remember it until it is on the disk."""
        at = self.row_of(row)
        if at >= 0:
            self._rows[at] = replace(self._rows[at], **values)
            self.keep(self._rows[at], name, values)
            self._tell_cells(at, at)

    def with_typed(self, rows: Sequence[R]) -> list[R]:
        """Return rows that were read, with what was typed since and is not yet on the disk."""
        self._typed = {
            key: values
            for key, values in self._typed.items()
            if key[0] != self.scope or self.waits(key[1], key[2])
        }
        return [self._with_typed(row) for row in rows]

    # Qt ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, the number of a line."""
        if orientation != Qt.Orientation.Horizontal:
            shown = self.is_numbered and role == Qt.ItemDataRole.DisplayRole
            return str(section + 1) if shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(self.heads[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited in place that may be changed."""
        flags = super().flags(index)
        typed = self._is_open(index) and self.is_typed(index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the cell gives; over every cell of a locked table stands why it is locked."""
        if not index.isValid():
            return None
        unread = self._unread and self._unread.get(self._place(index), "")
        found = (
            self._give_unread(unread, index, role)
            if unread
            else self.give(self._rows[index.row()], index.column(), role)
        )
        if role == Qt.ItemDataRole.ToolTipRole and self.locked:
            whole = str(found or "").removeprefix("<qt>").removesuffix("</qt>")
            return f"<qt>{'<br>'.join(filter(None, (whole, escape(self.locked))))}</qt>"
        return found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen, show it at once and tell it."""
        if role != Qt.ItemDataRole.EditRole or not self._is_open(index):
            return False
        old = self._rows[index.row()]
        new = self.change(old, index.column(), value)
        if new is not None and self._unread.pop(self._place(index), ""):
            self._tell_cells(index.row(), index.row())
        if new is None or new == old:
            return False
        self.keep(new, self.field_of(index.column()), _differing(old, new))
        self._rows[index.row()] = new
        self._tell_cells(index.row(), index.row())
        self.tell(new, index.column())
        return True

    def take_text(self, index: Index, text: str) -> bool:
        """Take a pasted text: the choice with these words, or the text as it is."""
        choices = self.give(self._rows[index.row()], index.column(), CHOICES_ROLE)
        wanted = " ".join(text.split()).casefold()
        offered = choices if isinstance(choices, tuple | list) else ()
        meant = [
            value for value, words in offered if wanted in {str(words).casefold(), str(value).casefold()}
        ]
        return self.setData(index, meant[0] if meant else text)

    # What cannot be read -----------------------------------------------------------------------------------

    def settled(self, index: Index) -> str:
        """Return what stands in a cell to be edited, beneath a text that could not be read."""
        value = self.give(self._rows[index.row()], index.column(), Qt.ItemDataRole.EditRole)
        return str(value or "")

    def reads(self, index: Index, text: str) -> bool:
        """Return whether a cell can take a text."""
        return self.change(self._rows[index.row()], index.column(), text) is not None

    def put_aside(self, index: Index, text: str) -> None:
        """Keep a text in a cell that cannot read it, marked, and say why; nothing of it is stored."""
        told = self.asks_for(index.column())
        place, kept = self._place(index), " ".join(text.split())
        if not told or not kept or not self._is_open(index) or self.reads(index, kept):
            return
        if self._unread.get(place) != kept:
            self._unread[place] = kept
            self._tell_cells(index.row(), index.row())
            self.misread.emit(_unread_words(kept, told))

    def unread_told(self) -> str:
        """Return in a sentence what stands in cells and could not be read, empty where all could."""
        texts = ", ".join(f"“{text}”" for text in dict.fromkeys(self._unread.values()))
        return f"Belum terbaca dan belum tersimpan: {texts}." if texts else ""

    # Inside ------------------------------------------------------------------------------------------------

    def _place(self, index: Index) -> tuple[Hashable, RowId, int]:
        return self.scope, self._rows[index.row()].id, index.column()

    def _give_unread(self, text: str, index: Index, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return text
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.color("error"))
        if role == INKS_ROLE:
            return _WRONG
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _unread_words(text, self.asks_for(index.column()))
        return self.give(self._rows[index.row()], index.column(), role)

    def _is_open(self, index: Index) -> bool:
        return (
            index.isValid() and not self.locked and self.can_change(self._rows[index.row()], index.column())
        )

    def _with_typed(self, row: R) -> R:
        for (scope, place, _), values in self._typed.items():
            if (scope, place) == (self.scope, row.id):
                row = replace(row, **values)
        return row

    def _tell_cells(self, first: int, last: int) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.heads) - 1))

    def _take_out(self, stay: set[RowId]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].id in stay:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].id not in stay:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _put_in_order(self, rows: list[R]) -> None:
        if [item.id for item in rows] == [item.id for item in self._rows]:
            self._rows = rows
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = rows
        after = [self.index(self.row_of(row), index.column()) for row, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put_in(self, shown: list[R], stay: set[RowId]) -> None:
        first = 0
        while first < len(shown):
            last = first
            while last < len(shown) and shown[last].id not in stay:
                last += 1
            if last > first:
                self.beginInsertRows(QModelIndex(), first, last - 1)
                self._rows[first:first] = shown[first:last]
                self.endInsertRows()
            first = last + 1


def _unread_words(text: str, wanted: str) -> str:
    return f"“{text}” belum terbaca dan belum tersimpan. {wanted}"


def _differing(old: R, new: R) -> dict[str, object]:
    pairs = ((item.name, getattr(old, item.name), getattr(new, item.name)) for item in fields(new))
    return {name: value for name, before, value in pairs if value != before}
