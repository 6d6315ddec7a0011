"""The grid of one worksheet as a view sees it: what was typed stands at once, whatever the disk does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from smartcity_desktop.domain.grid import CellFault, Grid, GridRow, asked, compute, parse, paste, table_of
from smartcity_desktop.domain.ids import RowId
from ui.models.grid_rows import Place
from ui.models.grid_table import GridTable, Index, place_of_grid
from ui.models.pending import Key, Pending
from ui.models.proposal import Proposals


@dataclass(frozen=True, slots=True)
class Act:
    """Cells that one command writes together: (row, column key, raw value)."""

    cells: tuple[tuple[RowId, str, str], ...]
    number: int
    typing: bool


class GridModel(GridTable):
    """A ``GridTable`` that people write into.

    ``acted`` carries everything a person writes. A value stays on top of what is read from the file until
    ``settle`` says that it was written, so that a slow or full disk never takes words off the screen.
    """

    acted = Signal(object)
    """An ``Act`` to be written."""
    refused = Signal(object, int, int)
    """Sentences about cells that did not fit, how many others went in, pasted lines below the last row."""
    progressed = Signal()
    """How far this sheet is has changed."""
    settled = Signal()
    """What was typed is on the disk."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a grid."""
        super().__init__(parent)
        self._pending = Pending()
        self.may_write = True
        """Whether answers are taken at all."""
        self._touched: set[RowId] = set()

    # What is shown

    def show_grid(self, grid: Grid | None) -> None:
        """Show a grid as read from the file; the same sheet again keeps place, selection and editor."""
        waiting = {row for (row, _), _ in self._pending.of(place_of_grid(grid))}
        grid = self._free.laid_on(grid, place_of_grid(grid), waiting) if grid else None
        same = self._is_same(grid)
        if place_of_grid(grid) != place_of_grid(self.grid):
            self.order.forget()
        before = self._shown_rows() if same else {}
        if not same:
            self.beginResetModel()
        self.grid = grid
        self._values = {row.row: dict(row.values) for row in grid.rows} if grid else {}
        self._lay_pending_on_top()
        self._arrange()
        if not same:
            self.endResetModel()
        elif self._rows:
            self._tell_changed(before)
        self.progressed.emit()

    def _shown_rows(self) -> dict[RowId, tuple[object, ...]]:
        """Return what is shown of every row, to be held against what is read next."""
        rows = self.grid.rows if self.grid else ()
        return {row.row: (self._values.get(row.row), row.marks, row.support) for row in rows}

    def _tell_changed(self, before: Mapping[RowId, tuple[object, ...]]) -> None:
        """Tell of the rows that say something else now: of thousands few are read anew for a reason."""
        after = self._shown_rows()
        changed = [row for row, shown in after.items() if before.get(row) != shown]
        for row in changed:
            self._tell_row(row)
        if changed:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

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

    # Rows that the table adds

    def add_new_rows(self, rows: Iterable[RowId]) -> None:
        """Take ids for rows that may be added; the first of them stand as empty rows."""
        self._free.add_stock(rows)
        self._grow()

    def count_new_rows(self) -> int:
        """Return how many rows could be added before more ids are needed."""
        return len(self._free.stock())

    def written(self, rows: Iterable[RowId]) -> tuple[RowId, ...]:
        """Return those of these rows that the table added, in the order they stand."""
        known = {row.row for row in self.grid.rows} if self.grid and self.takes_rows else set()
        return tuple(row.row for row in self._rows if row and row.row in known & set(rows))

    def take_out(self, rows: Sequence[RowId]) -> None:
        """Take rows off the sheet that are being deleted."""
        if self.grid is None:
            return
        self._free.leave(place_of_grid(self.grid), rows)
        self.grid = replace(self.grid, rows=tuple(row for row in self.grid.rows if row.row not in rows))
        for place in sorted((self.place_of_row(row) for row in rows), reverse=True):
            if place >= 0:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self._index()
                self.endRemoveRows()
        self.progressed.emit()

    def taken_out(self, place: Place, rows: Iterable[RowId]) -> None:
        """Say that the file has answered about rows that were taken out: it alone tells what stands now."""
        self._free.left(place, rows)

    def renew_marks(self) -> bool:
        """Ask anew for what is missing in the rows that were written into; tell whether anything changed."""
        touched, self._touched = self._touched, set()
        renewed = [row for row in touched if self._renew(row)]
        for row in renewed:
            self._tell_row(row)
        return bool(renewed)

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
        if row is None or not self.may_write:
            return
        key = self._pending_key(row.row, self.column_at(index.column()).key)
        if text:
            self._marked[key] = (text, is_wrong)
        elif self._marked.pop(key, None) is None:
            return
        self._tell_row(row.row)

    def write(self, cells: Iterable[tuple[RowId, str, str]], *, typing: bool = False) -> None:
        """Take raw values for cells, as one act; values that stand already are left out."""
        if not self.may_write:
            return
        known = [cell for cell in cells if cell[0] in self._values]
        for row, key, _ in known:
            if self._marked.pop(self._pending_key(row, key), None):
                self._tell_row(row)
        wanted = self._on_next_rows(
            [(row, key, raw) for row, key, raw in known if self._values[row].get(key, "") != raw]
        )
        if not wanted:
            return
        number = self._pending.number()
        for row, key, raw in wanted:
            self._values[row][key] = raw
            self._pending.put(self._pending_key(row, key), raw, number)
        self._bear(wanted)
        for row in dict.fromkeys(row for row, _, _ in wanted):
            self._recompute(row)
            self._touched.add(row)
            self._renew(row, only_fewer=True)
            self._tell_row(row)
        self.acted.emit(Act(wanted, number, typing))
        self.progressed.emit()

    def show_comments(self, comments: Mapping[str, tuple[str, ...]]) -> None:
        """Mark the rows about which a mentor wrote something that nobody has settled."""
        if comments == self._comments:
            return
        changed = {*self._comments} ^ {*comments}
        self._comments = dict(comments)
        for row in changed:
            self._tell_row(RowId(row))
        if self._rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def show_proposals(self, proposals: Proposals) -> None:
        """Show in empty cells what is proposed for them; it is no value before a person takes it."""
        before, self._proposals = self._proposals, proposals
        if before != proposals:
            for row in before.rows | proposals.rows:
                self._tell_row(row)

    def sort_by(self, key: str) -> None:
        """Sort by a column: upwards, downwards, and back to the stored order; nothing is written."""
        column = next((item for item in self._columns if item.key == key), None)
        if self.grid is None or column is None:
            return
        self.beginResetModel()
        if self.order.key == key and self.order.descends:
            self.order.forget()
        else:
            counted = [row for row in self.grid.rows if not row.support]
            self.order.sort(column, counted, self.values_of, descends=self.order.key == key)
        self._arrange()
        self.endResetModel()

    def unsort(self) -> None:
        """Show the rows in their stored order again."""
        if self.order.key:
            self.beginResetModel()
            self.order.forget()
            self._arrange()
            self.endResetModel()

    def fill_down(self, indexes: Sequence[Index]) -> int:
        """Write what stands in the highest chosen row into those below it, as one act.

        One row alone takes what stands above it. Returns how many cells were filled.
        """
        rows = sorted({index.row() for index in indexes if not self.is_fold(index.row())})
        if not rows:
            return 0
        source = rows[0] if len(rows) > 1 else rows[0] - 1
        if source < 0 or self.is_fold(source):
            return 0
        cells = [
            cell
            for index in indexes
            if index.row() != source
            for cell in self._editable([index], self.raw(self.index(source, index.column())))
        ]
        self.write(cells)
        return len(cells)

    def clear(self, indexes: Iterable[Index]) -> None:
        """Empty these cells in one act."""
        self.write(self._editable(indexes, ""))

    def paste(self, start: Index, text: str, chosen: Sequence[Index] = ()) -> int:
        """Take text copied from a spreadsheet from ``start`` on, as one act; returns how many cells fit.

        A single value fills every chosen cell. Cells that do not fit are told by ``refused``.
        """
        table = table_of(text)
        rows = self._pasted_rows()
        if not rows or not start.isValid():
            return 0
        if len(chosen) > 1 and len(table) == 1 and len(table[0]) == 1:
            return self._fill(chosen, table[0][0])
        above = sum(1 for row in self._rows[: start.row()] if row is not None)
        first = min(above, self.next_row()) if self.takes_rows else above

        def stands(place: int, key: str) -> str:
            return self._values[rows[place]].get(key, "")

        result = paste(self._columns, (first, start.column()), len(rows), text, stands)
        self.write((rows[number], key, raw) for number, key, raw in result.cells)
        over = sum(any(cell.strip() for cell in line) for line in table[len(rows) - first :])
        if result.refused:
            self.refused.emit(result.refused, len(result.cells), over)
        return len(result.cells)

    def settle(self, keys: Iterable[Key], number: int) -> None:
        """Let go of values that are written now (keys from ``pending_keys``)."""
        for key in keys:
            self._pending.settle(key, number)
        self.settled.emit()

    def pending_keys(self, act: Act) -> tuple[Key, ...]:
        """Return what names the cells of an act until they are written."""
        return tuple(self._pending_key(row, key) for row, key, _ in act.cells)

    def count_pending(self) -> int:
        """Return how many cells are not written yet."""
        return len(self._pending)

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

    # Inside

    def _is_same(self, grid: Grid | None) -> bool:
        old = self.grid
        if old is None or grid is None:
            return False
        return (
            (old.worksheet.id, old.sheet.party, old.columns)
            == (grid.worksheet.id, grid.sheet.party, grid.columns)
        ) and [(row.row, row.support) for row in old.rows] == [(row.row, row.support) for row in grid.rows]

    def _grow(self) -> None:
        """Let rows stand that came in at the end."""
        if not self.takes_rows or self.grid is None:
            return
        before, after = len(self._rows), len(self.grid.rows) + len(self._free.empty())
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        self._arrange()
        if after > before:
            self.endInsertRows()

    def _on_next_rows(self, cells: Sequence[tuple[RowId, str, str]]) -> tuple[tuple[RowId, str, str], ...]:
        """Return the cells with empty rows taken one after another: no gap is left between the rows."""
        if not self.takes_rows:
            return tuple(cells)
        stock, meant = self._free.stock(), {row for row, _, _ in cells}
        next_of = dict(zip((row for row in stock if row in meant), stock, strict=False))
        return tuple((next_of.get(row, row), key, raw) for row, key, raw in cells)

    def _bear(self, cells: Iterable[tuple[RowId, str, str]]) -> None:
        """Let the empty rows stand that are written into."""
        if not self.takes_rows or self.grid is None:
            return
        known = {row.row for row in self.grid.rows}
        new = [row for row in dict.fromkeys(row for row, _, _ in cells) if row not in known]
        if new:
            self._free.bear(place_of_grid(self.grid), new)
            self.grid = replace(self.grid, rows=(*self.grid.rows, *(GridRow(row, {}) for row in new)))
            self._grow()

    def _pasted_rows(self) -> list[RowId]:
        """Return the rows that a paste may fill: those that stand, and as many new ones as there are ids."""
        standing = [row.row for row in self._rows if row is not None and row.row not in self._empty]
        return [*standing, *(self._free.stock() if self.takes_rows else ())]

    def _renew(self, row: RowId, *, only_fewer: bool = False) -> bool:
        """Ask anew for what is missing in a row; ``only_fewer`` while it is being written."""
        grid = self.grid
        if grid is None or not self.asks_softly:
            return False
        place = self.place_of_row(row)
        old = self._rows[place] if place >= 0 else next((item for item in grid.rows if item.row == row), None)
        new = asked(old, self._values[row], grid.columns) if old else None
        if old is None or new is None or new.marks == old.marks:
            return False
        if only_fewer and not {*new.points} < {*old.points}:
            return False
        self.grid = replace(grid, rows=tuple(new if item is old else item for item in grid.rows))
        if place >= 0:
            self._rows[place] = new
        return True

    def _lay_pending_on_top(self) -> None:
        for (row, key), raw in self._pending.of(place_of_grid(self.grid)):
            known = RowId(row)
            if known in self._values:
                self._values[known][key] = raw
                self._recompute(known)

    def _recompute(self, row: RowId) -> None:
        columns = self.grid.columns if self.grid else ()
        for column in columns:
            if column.kind == "computed":
                self._values[row][column.key] = compute(column.formula, self._values[row])

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
