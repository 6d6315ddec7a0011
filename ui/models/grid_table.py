"""Rows and columns of a worksheet as they stand on the screen, and what a view asks about them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_ASSESSOR
from ui.models.grid_face import CellFace, face_of, quoted, tip_of
from ui.models.grid_order import RowOrder
from ui.models.grid_rows import FreeRows, Place, says_anything
from ui.models.pending import Key
from ui.models.proposal import Asked, Offer, Proposals

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole + 1
MARKS: Final = Qt.ItemDataRole.UserRole + 2
COMMENTS: Final = Qt.ItemDataRole.UserRole + 3
"""What mentors wrote about a row and nobody has settled."""
_BEGIN: Final = "Baris baru: ketik, atau tempel dari Excel"
"""What the first of the empty rows says."""
_NOWHERE: Final = QModelIndex()
_NO_COLUMN: Final = GridColumn("", "", "", "subject")


class GridTable(QAbstractTableModel):
    """Rows and visible columns of a ``Grid``; support programs lie folded in one line at the end.

    Where the table adds its rows, empty ones stand below, ready to be typed into.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a grid."""
        super().__init__(parent)
        self.grid: Grid | None = None
        self.subject_open = False
        self.support_open = False
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: list[GridRow | None] = []
        self._values: dict[RowId, dict[str, str]] = {}
        self._empty: tuple[RowId, ...] = ()
        self._free = FreeRows()
        self._marked: dict[Key, tuple[str, bool]] = {}
        self._place_of: dict[RowId, int] = {}
        self._numbers: dict[RowId, int] = {}
        self._comments: Mapping[str, tuple[str, ...]] = {}
        self._proposals = Proposals()
        self.order = RowOrder()

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
        """Return how many columns at the left name a row: code and name, up to the first figure.

        A row of the table's own is named by its first answer in words.
        """
        if self.takes_rows:
            return next((at + 1 for at, item in enumerate(self._columns) if item.kind in {"long", "text"}), 0)
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
        return found._replace(values=self._values[found.row]) if found else None

    def place_of_row(self, row: str) -> int:
        """Return where a row stands, -1 where it is folded away or unknown."""
        return self._place_of.get(RowId(row), -1)

    def name_of(self, row: str) -> str:
        """Return what names a row: the open columns of its subject, up to the first figure."""
        shown = [item for item in self.subject_columns() if not item.folded]
        named = list(takewhile(lambda item: item.kind in {"text", "long"}, shown))
        values = self.values_of(RowId(row))
        return " ".join(text for item in named if (text := values.get(item.key, "")))

    def is_fold(self, place: int) -> bool:
        """Tell whether this place is the line of folded support programs."""
        return 0 <= place < len(self._rows) and self._rows[place] is None

    @property
    def asks_softly(self) -> bool:
        """Whether there are columns that are asked for in every row that says anything."""
        return self.grid is not None and any(item.wanted for item in self.grid.columns)

    @property
    def takes_rows(self) -> bool:
        """Whether the table adds the rows of this sheet."""
        return self.grid is not None and self.grid.worksheet.takes_rows

    def is_new(self, place: int) -> bool:
        """Tell whether this place is one of the empty rows below the written ones."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row is not None and row.row in self._empty

    def next_row(self) -> int:
        """Return the place of the row that comes next, -1 where the rows of this sheet are given."""
        return self.place_of_row(self._empty[0]) if self._empty else -1

    def count_marks(self, place: int) -> int:
        """Return how many marks stand in the margin of a row: something to look at, a comment."""
        row = self._rows[place]
        return bool(row.marks) + (row.row in self._comments) if row is not None else 0

    def count_done(self) -> tuple[int, int]:
        """Return how many of the rows that count are answered, and how many there are.

        Of rows that the table adds, those count that say anything.
        """
        if self.grid is None:
            return 0, 0
        if self.takes_rows:
            said = sum(1 for row in self.grid.rows if says_anything(self._values[row.row]))
            return said, said
        first = next((item.key for item in self.grid.columns if item.section == "grid"), "")
        counted, scores = self.grid.counted, self._score_keys()
        if scores:
            # As the file counts it: whoever gave a candidate any score has begun with it.
            given = sum(1 for row in counted if any(map(self._values[row.row].get, scores)))
            return given, len(counted)
        return sum(1 for row in counted if self._values[row.row].get(first)), len(counted)

    def count_owed(self) -> int:
        """Return how many scores the assessor of this sheet still owes, 0 on any other sheet."""
        keys = self._score_keys()
        rows = self.grid.counted if self.grid is not None and keys else ()
        return sum(not self._values[row.row].get(key) for row in rows for key in keys)

    def _score_keys(self) -> list[str]:
        if self.grid is None or self.grid.worksheet.filled_by != BY_ASSESSOR:
            return []
        return [item.key for item in self.grid.columns if item.kind == "score" and "@" in item.key]

    def snapshot(self) -> Grid | None:
        """Return the grid as it stands on the screen now."""
        if self.grid is None:
            return None
        rows = tuple(row._replace(values=dict(self._values[row.row])) for row in self.grid.rows)
        return replace(self.grid, rows=rows)

    def marked(self, index: Index) -> str:
        """Return the text that stands over a cell without being its value."""
        row = self.row_at(index.row())
        key = self.column_at(index.column()).key
        return self._mark_of(row.row, key)[0] if row else ""

    def raw(self, index: Index) -> str:
        """Return the raw value of a cell."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return self._values[row.row].get(self.column_at(index.column()).key, "") if row else ""

    def copied(self, indexes: Sequence[Index]) -> str:
        """Return the cells as text that a spreadsheet takes, with the words and figures people see."""
        rows = sorted({index.row() for index in indexes if not self.is_fold(index.row())})
        columns = sorted({index.column() for index in indexes})
        lines = ["\t".join(quoted(self._words(self.index(row, at))) for at in columns) for row in rows]
        return "\n".join(lines)

    def places_with(self, words: str) -> list[tuple[int, int]]:
        """Return (row, column) of every shown cell that has these words (small letters), in reading order."""
        found: list[tuple[int, int]] = []
        for place, row in enumerate(self._rows):
            values = self._values[row.row] if row is not None else {}
            found += [
                (place, at)
                for at, column in enumerate(self._columns)
                if (raw := values.get(column.key, "")) and words in show(column, raw).casefold()
            ]
        return found

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
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{column.label}{self.order.mark(column.key)}"
            return tip_of(column) if role == Qt.ItemDataRole.ToolTipRole else None
        row = self._rows[section] if section < len(self._rows) else None
        if role == MARKS:
            return row.marks if row else ()
        if role == COMMENTS:
            return self._comments.get(row.row, ()) if row else ()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._numbers[row.row]) if row else ""
        return None

    def face(self, place: int, at: int) -> CellFace:
        """Return what is painted in a cell."""
        row, column = self._rows[place], self.column_at(at)
        if row is None:
            return CellFace(self.fold_words(), column, faint=True, is_fold=True)
        marked, is_wrong = self._mark_of(row.row, column.key)
        if marked:
            return CellFace(marked, column, faint=row.support, is_wrong=is_wrong)
        if row.row in self._empty:
            says = place == self.next_row() and at == max(0, self.count_named() - 1)
            return CellFace("", column, is_new=True, hint=_BEGIN if says else "")
        raw = self._values[row.row].get(column.key, "")
        if not raw and (offers := self._proposals.cell(row.row, self._values[row.row], column.key)):
            return CellFace("", column, faint=row.support, hint=offers[0].cell)
        return face_of(column, raw, faint=row.support)

    def offers(self, row: RowId, key: str = "") -> tuple[Offer, ...]:
        """Return what is proposed for a row, in this column or the first that waits, the likelier first."""
        return self._proposals.of(row, self.values_of(row), key)

    def offers_in(self, row: RowId, key: str) -> tuple[Offer, ...]:
        """Return what is proposed for one empty cell."""
        return self._proposals.cell(row, self.values_of(row), key)

    @property
    def has_proposals(self) -> bool:
        """Whether anything is proposed on this sheet."""
        return bool(self._proposals.rows)

    def called_of(self, row: RowId) -> str:
        """Return what a row is called: what names its subject, else its first answer in words."""
        named = (item.key for item in self.form_columns() if item.kind in {"long", "text"})
        own = next((text for key in named if (text := self.values_of(row).get(key, ""))), "")
        return self.name_of(row) or own

    def asked_at(self, row: RowId, key: str = "") -> Asked | None:
        """Return the column that these proposals are for, None where there are none."""
        return self._proposals.at(row, self.values_of(row), key)

    def fold_words(self) -> str:
        """Return the words of the fold line."""
        rows = self.support_rows()
        first = rows[0].values.get("program", "") if rows else ""
        many = f" dan {len(rows) - 1} program lain" if len(rows) > 1 else ""
        mark, state = ("▾", "terbuka") if self.support_open else ("▸", "terlipat")
        return f"{mark} {first or 'Program penunjang'}{many} · tidak relevan (penunjang) · {state}"

    # Inside

    def _arrange(self) -> None:
        self._empty = ()
        if self.grid is None:
            self._columns, self._rows = (), []
            self._index()
            return
        shown = [item for item in self.grid.columns if item.section != "form"]
        always = [item for item in shown if not item.folded and item.section == "subject"]
        more = [item for item in shown if item.folded] if self.subject_open else []
        self._columns = (*always, *more, *(item for item in shown if item.section != "subject"))
        counted = [row for row in self.grid.rows if not row.support]
        self._rows = list(self.order.arranged(counted))
        support = self.support_rows()
        if support:
            self._rows.append(None)
            self._rows += support if self.support_open else ()
        if self.takes_rows:
            self._empty = self._free.empty()
            self._rows += [GridRow(row, {}) for row in self._empty]
            self._values |= {row: {} for row in self._free.stock()}
        self._numbers = {
            row.row: number
            for number, row in enumerate(
                (*counted, *(row for row in self._rows[len(counted) :] if row is not None)), start=1
            )
        }
        self._index()

    def _index(self) -> None:
        """Know the place of every row, so that none is searched for."""
        self._place_of = {row.row: place for place, row in enumerate(self._rows) if row is not None}

    def _pending_key(self, row: str, key: str) -> Key:
        return (*place_of_grid(self.grid), row, key)

    def _mark_of(self, row: str, key: str) -> tuple[str, bool]:
        return self._marked.get(self._pending_key(row, key), ("", False))

    def _words(self, index: Index) -> str:
        row, column = self._rows[index.row()], self.column_at(index.column())
        return self.fold_words() if row is None else show(column, self._values[row.row].get(column.key, ""))

    def _tell_row(self, row: RowId) -> None:
        place = self.place_of_row(row)
        if place >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))


def place_of_grid(grid: Grid | None) -> Place:
    """Return what names the sheet of a grid: worksheet and party."""
    return (grid.worksheet.id, grid.sheet.party) if grid else ("", "")
