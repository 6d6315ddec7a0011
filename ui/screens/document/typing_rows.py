"""Rows of a plan that is typed over: what is typed goes to the file with the next pause."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.plan_typed import PlanTypedService
from ui.context import Screen
from ui.models.grid import Act
from ui.models.grid_rows import Place
from ui.models.grid_table import place_of_grid
from ui.models.pending import Key
from ui.models.typing_grid import TypingModel
from ui.translate import explain
from ui.widgets.typing_page import TypingPage

STOCK: Final = 400
"""Ids for new rows that are kept ready: as many rows as one paste may bring."""


class TypedRows(QObject):
    """Writes what the grid tells; undo brings everything back."""

    changed = Signal()
    """What stands in the file is to be read again."""
    stocked = Signal()
    """The first empty rows are there."""

    def __init__(self, host: Screen, service: PlanTypedService, grid: TypingModel) -> None:
        """Write for this screen."""
        super().__init__(host)
        self._host, self._service, self._grid = host, service, grid
        self.plan = NO_ROW
        """The typed plan to which the rows belong."""
        self.page: Callable[[], int] = int
        """Says which page (from 1) is looked at, 0 for none."""
        self._touched = False
        grid.acted.connect(self._acted)

    def serve(self, page: TypingPage) -> None:
        """Do what is asked for on this page."""
        self._view = view = page.view
        self._host.context.autosave.watch(view.hand_in, view)
        view.cell_changed.connect(self._cell_left)
        view.refused.connect(self._host.warned)
        view.rows.removed.connect(partial(self._remove, told=True))
        view.rows.taken_back.connect(partial(self._remove, told=False))
        view.rows.moved.connect(self._move)
        page.inserted.connect(self._insert)
        self._grid.refused.connect(partial(self._refused, page))

    def stock(self) -> None:
        """Have ids ready for the rows that come next."""
        if self._grid.count_new_rows() < STOCK // 2:
            self._host.read(partial(self._service.new_rows, STOCK), self._take_stock)

    def _take_stock(self, rows: Sequence[RowId]) -> None:
        is_first = not self._grid.count_new_rows()
        self._grid.add_new_rows(rows)
        if is_first:
            self.stocked.emit()

    def _acted(self, act: Act) -> None:
        autosave = self._host.context.autosave
        call = partial(
            self._service.set_cells, self.plan, list(act.cells), page=self.page(), typing=act.typing
        )
        settle = partial(self._settled, self._grid.pending_keys(act), act.number)
        save = autosave.confirming(call, settle)
        self._touched = True
        if act.typing:
            row, key, _ = act.cells[0]
            autosave.note(("typed", self.plan, row, key), save, self._host)
        else:
            # What was typed into these cells before goes first, then the whole act at once.
            autosave.flush()
            autosave.note(("typed-act", act.number), save, self._host)
            self._cell_left()
        self.stock()

    def _settled(self, keys: tuple[Key, ...], number: int, _changes: Changes) -> None:
        self._grid.settle(keys, number)

    def _cell_left(self, _column: object = None) -> None:
        """Let doubts and proposals be read anew once a cell that was written into is left."""
        if self._touched:
            self._touched = False
            self.changed.emit()

    def _refused(self, page: TypingPage, sentences: Sequence[str], taken: int, over: int) -> None:
        more = f" {over} baris tempelan di bawahnya belum masuk." if over else ""
        page.warnings.show_refused(sentences)
        self._host.warned.emit(f"{taken} isian masuk, {len(sentences)} tidak. {sentences[0]}{more}")

    def _insert(self, before: str) -> None:
        call = partial(_inserted, self._service, self.plan, RowId(before), self.page())
        self._host.act(call, self._written)

    def _move(self, row: str, by: int) -> None:
        if self._view.finish():
            self._host.act(partial(self._service.move_row, self.plan, RowId(row), by), self._written)

    def _remove(self, rows: tuple[RowId, ...], *, told: bool) -> None:
        if not self._view.finish():
            return
        place, at = place_of_grid(self._grid.grid), self._grid.place_of_row(rows[0])
        key = self._grid.column_at(self._view.currentIndex().column()).key
        self._grid.take_out(rows)
        self._view.stand_near("", key, at)
        self._host.act(
            partial(self._service.remove_rows, self.plan, rows),
            partial(self._removed, place, rows, told=told),
            failed=partial(self._kept, place, rows),
        )

    def _removed(self, place: Place, rows: tuple[RowId, ...], changes: Changes, *, told: bool) -> None:
        self._grid.taken_out(place, rows)
        self.changed.emit()
        if told and changes:
            words = "Baris dihapus." if len(rows) == 1 else f"{len(rows)} baris dihapus."
            self._host.said.emit(f"{words} Ctrl+Z mengembalikan.")

    def _kept(self, place: Place, rows: tuple[RowId, ...], fault: Fault) -> None:
        """Let the rows stand again: the file did not take it."""
        self._grid.taken_out(place, rows)
        self.changed.emit()
        self._host.warned.emit(explain(fault))

    def _written(self, changes: Changes) -> None:
        if changes:
            self.changed.emit()


def _inserted(service: PlanTypedService, plan: RowId, before: RowId, page: int) -> Changes:
    return service.insert_row(plan, before, page)[1]
