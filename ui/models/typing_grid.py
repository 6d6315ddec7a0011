"""The grid into which a plan is typed: what its empty cells may hold, and how amounts are understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from smartcity_desktop.domain.grid import show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_typed import TypedSheet
from smartcity_desktop.domain.wording import shortened
from ui.models.grid import GridModel
from ui.models.grid_face import CellFace
from ui.models.grid_table import Index

_HINT: Final = "usul: {}"
_BEGIN: Final = "Baris baru: ketik, atau tempel dari Excel"
_WIDE: Final = "name"
_SHORT: Final = 46
"""Letters of a proposed name that stand in its cell; all of them stand below the grid."""


class TypingModel(GridModel):
    """A ``GridModel`` whose empty cells say what the code of their row tells; a person alone writes it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a plan."""
        super().__init__(parent)
        self._sheet: TypedSheet | None = None

    def show_sheet(self, sheet: TypedSheet) -> None:
        """Show what was typed so far; the same plan again keeps place, selection and an open editor."""
        before = self._hints()
        self._sheet = sheet
        self.show_grid(sheet.grid)
        after = self._hints()
        for row in {*before, *after}:
            if before.get(row) != after.get(row):
                self._tell_row(row)

    def face(self, place: int, at: int) -> CellFace:
        """Return what is painted in a cell: a hint where nothing was typed."""
        found = super().face(place, at)
        if found.is_new:
            # The column of codes, which names a row here, is too narrow for a sentence.
            says = found.column.key == _WIDE and place == self.next_row()
            return replace(found, hint=_BEGIN if says else "")
        if found.text or found.hint or found.is_fold:
            return found
        hint = self.hint_at(self.index(place, at))
        if hint and found.column.key == _WIDE:
            hint = _HINT.format(shortened(hint, _SHORT))
        return replace(found, hint=hint) if hint else found

    def hint_at(self, index: Index) -> str:
        """Return the words that an empty cell may hold, nothing where it holds any or nothing is known."""
        row, column = self.row_at(index.row()), self.column_at(index.column())
        raw = self._hints().get(row.row, {}).get(column.key, "") if row else ""
        return show(column, raw) if raw and not self.raw(index) else ""

    def meant_at(self, index: Index) -> str:
        """Return how the amount of a cell is understood, nothing where it is written in plain figures."""
        row, key = self.row_at(index.row()), self.column_at(index.column()).key
        if row is None or self._sheet is None:
            return ""
        return self._sheet.meant.get(row.row, {}).get(key, "")

    def hinted(self, rows: Sequence[RowId]) -> list[tuple[RowId, str, str]]:
        """Return the names that are proposed for these rows, as cells to write: none that holds anything.

        A level that the code says needs no writing.
        """
        names = ((row, self._hints().get(row, {}).get(_WIDE, "")) for row in rows)
        return [(row, _WIDE, name) for row, name in names if name and not self.values_of(row).get(_WIDE)]

    def longest(self) -> tuple[int, ...]:
        """Return how many letters the longest value of each column has."""
        rows = self.grid.rows if self.grid else ()
        values = [self.values_of(row.row) for row in rows]
        return tuple(
            max((len(item.get(column.key, "")) for item in values), default=0) for column in self.columns()
        )

    def all_rows(self) -> list[RowId]:
        """Return every row that stands."""
        return [row.row for row in self.grid.rows] if self.grid else []

    def _hints(self) -> Mapping[RowId, Mapping[str, str]]:
        return self._sheet.hints if self._sheet is not None else {}
