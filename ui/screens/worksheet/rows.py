"""Deleting and moving the rows that the table added: on the screen at once, in the file right behind."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.errors import Fault
from ui.context import Screen, Services
from ui.models.grid import GridModel
from ui.models.grid_rows import Place
from ui.models.grid_table import place_of_grid
from ui.translate import explain
from ui.widgets.grid import GridView


class RowActs(QObject):
    """Does what the row commands of a grid ask for; undo brings everything back."""

    acted = Signal()
    """The file has answered: what stands in it is to be read again."""

    def __init__(self, screen: Screen, services: Services, view: GridView, grid: GridModel) -> None:
        """Act for this screen."""
        super().__init__(screen)
        self._screen, self._services, self._view, self._grid = screen, services, view, grid
        view.rows.removed.connect(self._remove)
        view.rows.taken_back.connect(self._take_back)
        view.rows.moved.connect(self._move)

    def _remove(self, rows: tuple[RowId, ...]) -> None:
        number = self._grid.place_of_row(rows[0]) + 1
        words = f"Baris {number} dihapus." if len(rows) == 1 else f"{len(rows)} baris dihapus."
        if self._view.finish():
            self._take_out(rows, words)

    def _take_back(self, rows: tuple[RowId, ...]) -> None:
        self._take_out(rows, "")

    def _take_out(self, rows: tuple[RowId, ...], words: str) -> None:
        place = place_of_grid(self._grid.grid)
        key = self._grid.column_at(self._view.currentIndex().column()).key
        at = self._grid.place_of_row(rows[0])
        self._grid.take_out(rows)
        self._view.stand_near("", key, at)
        self._screen.act(
            partial(self._services.worksheet.remove_rows, RowId(place[0]), RowId(place[1]), rows),
            partial(self._gone, place, rows, words),
            failed=partial(self._kept, place, rows),
        )

    def _gone(self, place: Place, rows: tuple[RowId, ...], words: str, changes: Changes) -> None:
        self._grid.taken_out(place, rows)
        self.acted.emit()
        if words and changes:
            self._screen.said.emit(words)

    def _kept(self, place: Place, rows: tuple[RowId, ...], fault: Fault) -> None:
        """Let the rows stand again: the file did not take it."""
        self._grid.taken_out(place, rows)
        self.acted.emit()
        self._screen.warned.emit(explain(fault))

    def _move(self, row: str, by: int) -> None:
        if self._view.finish():
            place = place_of_grid(self._grid.grid)
            call = partial(
                self._services.worksheet.move_row, RowId(place[0]), RowId(place[1]), RowId(row), by
            )
            self._screen.act(call, self._moved)

    def _moved(self, changes: Changes) -> None:
        if changes:
            self.acted.emit()
