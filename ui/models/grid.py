"""The grid of one worksheet as a view sees it: what was typed stands at once, whatever the disk does."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import takewhile
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import (
    CellFault,
    Grid,
    GridColumn,
    GridRow,
    compute,
    parse,
    paste,
    show,
    table_of,
)
from ui.models.pending import Key, Pending

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole + 1
MARKS: Final = Qt.ItemDataRole.UserRole + 2
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_NOWHERE: Final = QModelIndex()
_NO_COLUMN: Final = GridColumn("", "", "", "subject")


@dataclass(frozen=True, slots=True)
class CellFace:
    """What is painted in one cell: its words, a chip (code and colour) in front, whether it is faint."""

    text: str
    column: GridColumn
    code: str = ""
    color: str = ""
    faint: bool = False
    is_fold: bool = False
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Cells that one command writes together: (row, column key, raw value)."""

    cells: tuple[tuple[RowId, str, str], ...]
    number: int
    typing: bool


class GridModel(QAbstractTableModel):
    """Rows and visible columns of a ``Grid``; support programs lie folded in one line at the end.

    ``acted`` carries everything a person writes. A value stays on top of what is read from the file until
    ``settle`` says that it was written, so that a slow or full disk never takes words off the screen.
    """

    acted = Signal(object)
    """An ``Act`` to be written."""
    refused = Signal(object, int, int)
    """Sentences about cells that did not fit, how many others went in, pasted lines below the last row."""
    progressed = Signal()
    """How far this sheet is has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a grid."""
        super().__init__(parent)
        self.grid: Grid | None = None
        self.subject_open = False
        self.support_open = False
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: list[GridRow | None] = []
        self._values: dict[RowId, dict[str, str]] = {}
        self._pending = Pending()
        self._marked: dict[Key, tuple[str, bool]] = {}

    # What is shown

    def show_grid(self, grid: Grid | None) -> None:
        """Show a grid as read from the file; the same sheet again keeps place, selection and editor."""
        same = self._is_same(grid)
        if not same:
            self.beginResetModel()
        self.grid = grid
        self._values = {row.row: dict(row.values) for row in grid.rows} if grid else {}
        self._lay_pending_on_top()
        self._arrange()
        if not same:
            self.endResetModel()
        elif self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
        self.progressed.emit()

    def open_subject(self, *, is_open: bool) -> None:
        """Show all columns of the Renstra, or only those that are always open."""
        self.beginResetModel()
        self.subject_open = is_open
        self._arrange()
        self.endResetModel()

    def open_support(self, *, is_open: bool) -> None:
        """Unfold the support programs, or fold them into their line."""
        if is_open == self.support_open:
            return
        first = len(self._rows)
        many = len(self.support_rows())
        if is_open:
            self.beginInsertRows(QModelIndex(), first, first + many - 1)
        else:
            self.beginRemoveRows(QModelIndex(), first - many, first - 1)
        self.support_open = is_open
        self._arrange()
        if is_open:
            self.endInsertRows()
        else:
            self.endRemoveRows()

    def support_rows(self) -> tuple[GridRow, ...]:
        """Return the rows that stay out of counts and sums."""
        return tuple(row for row in self.grid.rows if row.support) if self.grid else ()

    def columns(self) -> tuple[GridColumn, ...]:
        """Return the visible columns."""
        return self._columns

    def form_columns(self) -> tuple[GridColumn, ...]:
        """Return every column a person answers: the rest of the row opens as a form."""
        return tuple(item for item in self.grid.columns if item.section != "subject") if self.grid else ()

    def subject_columns(self) -> tuple[GridColumn, ...]:
        """Return every column of the Renstra, folded or not."""
        return tuple(item for item in self.grid.columns if item.section == "subject") if self.grid else ()

    def values_of(self, row: RowId) -> Mapping[str, str]:
        """Return the raw values of a row as they stand on the screen; nothing where it is unknown."""
        return self._values.get(row, {})

    def count_named(self) -> int:
        """Return how many columns at the left name a row: code and name, up to the first figure."""
        named = [item for item in self._columns if item.section == "subject" and not item.folded]
        return len(tuple(takewhile(lambda item: item.kind in {"text", "long"}, named)))

    def column_at(self, place: int) -> GridColumn:
        """Return a visible column."""
        return self._columns[place] if 0 <= place < len(self._columns) else _NO_COLUMN

    def place_of(self, key: str) -> int:
        """Return where a column stands, -1 where it is not visible."""
        return next((place for place, item in enumerate(self._columns) if item.key == key), -1)

    def row_at(self, place: int) -> GridRow | None:
        """Return the row at a place, with what was typed; None for the fold line and outside."""
        found = self._rows[place] if 0 <= place < len(self._rows) else None
        return replace(found, values=self._values[found.row]) if found else None

    def place_of_row(self, row: str) -> int:
        """Return where a row stands, -1 where it is folded away or unknown."""
        return next((place for place, item in enumerate(self._rows) if item and item.row == row), -1)

    def is_fold(self, place: int) -> bool:
        """Tell whether this place is the line of folded support programs."""
        return 0 <= place < len(self._rows) and self._rows[place] is None

    def row_has_marks(self, place: int) -> bool:
        """Tell whether a row has something to look at."""
        row = self._rows[place]
        return bool(row and row.marks)

    def count_done(self) -> tuple[int, int]:
        """Return how many of the rows that count are answered, and how many there are."""
        if self.grid is None:
            return 0, 0
        first = next((item.key for item in self.grid.columns if item.section == "grid"), "")
        counted = self.grid.counted
        return sum(1 for row in counted if self._values[row.row].get(first)), len(counted)

    def snapshot(self) -> Grid | None:
        """Return the grid as it stands on the screen now."""
        if self.grid is None:
            return None
        rows = tuple(replace(row, values=dict(self._values[row.row])) for row in self.grid.rows)
        return replace(self.grid, rows=rows)

    # What is written

    def enter(self, index: Index, text: str, *, typing: bool = True) -> None:
        """Take what a person typed into a cell. Raises CellFault where it does not fit."""
        column = self.column_at(index.column())
        self.put(index, parse(column, text), typing=typing)

    def put(self, index: Index, raw: str, *, typing: bool = True) -> None:
        """Take a raw value for one cell."""
        row = self.row_at(index.row())
        column = self.column_at(index.column())
        if row is not None and column.is_editable:
            self.write([(row.row, column.key, raw)], typing=typing)

    def mark(self, index: Index, text: str, *, is_wrong: bool = True) -> None:
        """Show typed text that is no value (yet) over a cell; empty text takes it away."""
        row = self.row_at(index.row())
        if row is None:
            return
        key = self._pending_key(row.row, self.column_at(index.column()).key)
        if text:
            self._marked[key] = (text, is_wrong)
        elif self._marked.pop(key, None) is None:
            return
        self._tell_row(row.row)

    def marked(self, index: Index) -> str:
        """Return the text that stands over a cell without being its value."""
        row = self.row_at(index.row())
        key = self.column_at(index.column()).key
        return self._mark_of(row.row, key)[0] if row else ""

    def write(self, cells: Iterable[tuple[RowId, str, str]], *, typing: bool = False) -> None:
        """Take raw values for cells, as one act; values that stand already are left out."""
        known = [cell for cell in cells if cell[0] in self._values]
        for row, key, _ in known:
            if self._marked.pop(self._pending_key(row, key), None):
                self._tell_row(row)
        wanted = tuple((row, key, raw) for row, key, raw in known if self._values[row].get(key, "") != raw)
        if not wanted:
            return
        number = self._pending.number()
        for row, key, raw in wanted:
            self._values[row][key] = raw
            self._pending.put(self._pending_key(row, key), raw, number)
        for row in dict.fromkeys(row for row, _, _ in wanted):
            self._recompute(row)
            self._tell_row(row)
        self.acted.emit(Act(wanted, number, typing))
        self.progressed.emit()

    def clear(self, indexes: Iterable[Index]) -> None:
        """Empty these cells in one act."""
        self.write(self._editable(indexes, ""))

    def paste(self, start: Index, text: str, chosen: Sequence[Index] = ()) -> int:
        """Take text copied from a spreadsheet from ``start`` on, as one act; returns how many cells fit.

        A single value fills every chosen cell. Cells that do not fit are told by ``refused``.
        """
        table = table_of(text)
        places = [place for place, row in enumerate(self._rows) if row is not None]
        if not places or not start.isValid():
            return 0
        if len(chosen) > 1 and len(table) == 1 and len(table[0]) == 1:
            return self._fill(chosen, table[0][0])
        first = next((number for number, place in enumerate(places) if place >= start.row()), len(places))
        result = paste(self._columns, (first, start.column()), len(places), text)
        rows = [self._rows[place] for place in places]
        self.write((row.row, key, raw) for number, key, raw in result.cells if (row := rows[number]))
        over = sum(any(cell.strip() for cell in line) for line in table[len(places) - first :])
        if result.refused:
            self.refused.emit(result.refused, len(result.cells), over)
        return len(result.cells)

    def copied(self, indexes: Sequence[Index]) -> str:
        """Return the cells as text that a spreadsheet takes, with the words and figures people see."""
        rows = sorted({index.row() for index in indexes if not self.is_fold(index.row())})
        columns = sorted({index.column() for index in indexes})
        lines = ["\t".join(_quoted(self._words(self.index(row, at))) for at in columns) for row in rows]
        return "\n".join(lines)

    def settle(self, keys: Iterable[Key], number: int) -> None:
        """Let go of values that are written now (keys from ``pending_keys``)."""
        for key in keys:
            self._pending.settle(key, number)

    def pending_keys(self, act: Act) -> tuple[Key, ...]:
        """Return what names the cells of an act until they are written."""
        return tuple(self._pending_key(row, key) for row, key, _ in act.cells)

    def count_pending(self) -> int:
        """Return how many cells are not written yet."""
        return len(self._pending)

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines, the fold line included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of visible columns."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells take answers."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.is_fold(index.row()) and self.column_at(index.column()).is_editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, face or raw value of a cell."""
        if not index.isValid():
            return None
        if role == CELL:
            return self.face(index.row(), index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            marked = self.marked(index)
            words = f'"{marked}" bukan pilihan' if marked else self._words(index) or "kosong"
            return f"{self.column_at(index.column()).label}: {words}"
        if role == MARKS:
            row = self._rows[index.row()]
            return row.marks if row else ()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's label and help, or a row's number and soft warnings."""
        if orientation == Qt.Orientation.Horizontal:
            column = self.column_at(section)
            words = {Qt.ItemDataRole.DisplayRole: column.label, Qt.ItemDataRole.ToolTipRole: _tip(column)}
            return words.get(Qt.ItemDataRole(role)) if role in set(Qt.ItemDataRole) else None
        row = self._rows[section] if section < len(self._rows) else None
        if role == MARKS:
            return row.marks if row else ()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._row_number(section) if row else ""
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed value; a refused one is told by ``refused``."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        try:
            self.enter(index, str(value))
        except CellFault as fault:
            self.refused.emit((str(fault),), 0, 0)
            return False
        return True

    def raw(self, index: Index) -> str:
        """Return the raw value of a cell."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return self._values[row.row].get(self.column_at(index.column()).key, "") if row else ""

    def face(self, place: int, at: int) -> CellFace:
        """Return what is painted in a cell."""
        row, column = self._rows[place], self.column_at(at)
        if row is None:
            return CellFace(self.fold_words(), column, faint=True, is_fold=True)
        marked, is_wrong = self._mark_of(row.row, column.key)
        if marked:
            return CellFace(marked, column, faint=row.support, is_wrong=is_wrong)
        raw = self._values[row.row].get(column.key, "")
        text = words_in_cell(column, raw)
        if column.choices and raw and not column.many:
            choice = next((item for item in column.choices if item.value == raw), None)
            if choice and choice.code and choice.color:
                text = choice.label.removeprefix(choice.code).strip()
                return CellFace(text, column, choice.code, choice.color, faint=row.support)
        return CellFace(text, column, faint=row.support)

    def fold_words(self) -> str:
        """Return the words of the fold line."""
        rows = self.support_rows()
        first = rows[0].values.get("program", "") if rows else ""
        many = f" dan {len(rows) - 1} program lain" if len(rows) > 1 else ""
        mark, state = ("▾", "terbuka") if self.support_open else ("▸", "terlipat")
        return f"{mark} {first or 'Program penunjang'}{many} · tidak relevan (penunjang) · {state}"

    # Inside

    def _is_same(self, grid: Grid | None) -> bool:
        old = self.grid
        if old is None or grid is None:
            return False
        return (
            (old.worksheet.id, old.sheet.party, old.columns)
            == (grid.worksheet.id, grid.sheet.party, grid.columns)
        ) and [(row.row, row.support) for row in old.rows] == [(row.row, row.support) for row in grid.rows]

    def _arrange(self) -> None:
        if self.grid is None:
            self._columns, self._rows = (), []
            return
        shown = [item for item in self.grid.columns if item.section != "form"]
        always = [item for item in shown if not item.folded and item.section == "subject"]
        more = [item for item in shown if item.folded] if self.subject_open else []
        self._columns = (*always, *more, *(item for item in shown if item.section != "subject"))
        self._rows = [row for row in self.grid.rows if not row.support]
        support = self.support_rows()
        if support:
            self._rows.append(None)
            self._rows += support if self.support_open else ()

    def _lay_pending_on_top(self) -> None:
        for (row, key), raw in self._pending.of(self._place()):
            known = RowId(row)
            if known in self._values:
                self._values[known][key] = raw
                self._recompute(known)

    def _place(self) -> tuple[str, str]:
        return (self.grid.worksheet.id, self.grid.sheet.party) if self.grid else ("", "")

    def _pending_key(self, row: str, key: str) -> Key:
        return (*self._place(), row, key)

    def _mark_of(self, row: str, key: str) -> tuple[str, bool]:
        return self._marked.get(self._pending_key(row, key), ("", False))

    def _recompute(self, row: RowId) -> None:
        columns = self.grid.columns if self.grid else ()
        for column in columns:
            if column.kind == "computed":
                self._values[row][column.key] = compute(column.formula, self._values[row])

    def _tell_row(self, row: RowId) -> None:
        place = self.place_of_row(row)
        if place >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))

    def _words(self, index: Index) -> str:
        row, column = self._rows[index.row()], self.column_at(index.column())
        return self.fold_words() if row is None else show(column, self._values[row.row].get(column.key, ""))

    def _row_number(self, section: int) -> str:
        return str(sum(1 for row in self._rows[: section + 1] if row is not None))

    def _editable(self, indexes: Iterable[Index], raw: str) -> list[tuple[RowId, str, str]]:
        return [
            (row.row, self.column_at(index.column()).key, raw)
            for index in indexes
            if (row := self.row_at(index.row())) and self.column_at(index.column()).is_editable
        ]

    def _fill(self, chosen: Sequence[Index], text: str) -> int:
        cells: list[tuple[RowId, str, str]] = []
        refused: dict[str, None] = {}
        for index in chosen:
            try:
                cells += self._editable([index], parse(self.column_at(index.column()), text))
            except CellFault as fault:
                refused[str(fault)] = None
        self.write(cells)
        if refused:
            self.refused.emit(tuple(refused), len(cells), 0)
        return len(cells)


def words_in_cell(column: GridColumn, raw: str) -> str:
    """Return what a person sees of a raw value; words in brackets stay on one line: ``Pendek (1 th)``."""
    text = show(column, raw)
    return _IN_BRACKETS.sub(_held_together, text) if column.choices else text


def _held_together(found: re.Match[str]) -> str:
    return found.group().replace(" ", "\u00a0")


def _tip(column: GridColumn) -> str:
    return f"<qt>{escape(column.help)}</qt>" if column.help else ""


def _quoted(text: str) -> str:
    if any(sign in text for sign in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
