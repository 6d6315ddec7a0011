"""From a key to the disk: cells and the head of a sheet, written while the screen goes on."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW
from ui.context import Screen, Services
from ui.models.grid import Act, GridModel
from ui.models.pending import Key
from ui.widgets.grid_page import WorksheetPage

STOCK: Final = 400
"""Ids for new rows that are kept ready: as many rows as one paste may bring."""


class SheetWriting(QObject):
    """Hands to the disk what is typed; a value stays on the screen until it is written."""

    begun = Signal()
    """The first answer of a sheet that nobody had begun."""

    def __init__(self, screen: Screen, services: Services, page: WorksheetPage, grid: GridModel) -> None:
        """Write for this screen."""
        super().__init__(screen)
        self._screen, self._services, self._page, self._grid = screen, services, page, grid
        self.sheet = (NO_ROW, NO_ROW)
        grid.acted.connect(self._acted)
        page.head.edited.connect(self._head_edited)

    def _acted(self, act: Act) -> None:
        grid, context = self._grid.grid, self._screen.context
        if grid is None:
            return
        place = (grid.worksheet.id, grid.sheet.party)
        call = partial(self._services.worksheet.set_cells, *place, list(act.cells), typing=act.typing)
        settle = partial(self._settled, self._grid.pending_keys(act), act.number)
        save = context.autosave.confirming(call, settle)
        if act.typing:
            row, key, _ = act.cells[0]
            context.autosave.note((*place, row, key), save, self._screen)
        else:
            self._page.warnings.show_refused(())
            # What was typed into these cells before goes first, then the whole act at once.
            context.autosave.flush()
            context.autosave.note(("act", act.number), save, self._screen)
            context.autosave.flush()
        if self._page.title.status.status == "belum":
            self.begun.emit()
        if self._grid.count_new_rows() < STOCK // 2:
            more = partial(self._services.worksheet.new_rows, STOCK)
            self._screen.read(more, self._grid.add_new_rows)

    def _settled(self, keys: tuple[Key, ...], number: int, _changes: Changes) -> None:
        self._grid.settle(keys, number)

    def _head_edited(self, name: str, value: Value, number: int) -> None:
        place, context = self.sheet, self._screen.context
        call = partial(self._services.worksheet.set_head, *place, name, value)
        settle = partial(self._head_settled, place, name, number)
        save = context.autosave.confirming(call, settle)
        context.autosave.note(("head", *place, name), save, self._screen)

    def _head_settled(self, place: tuple[str, str], name: str, number: int, _changes: Changes) -> None:
        self._page.head.settle(place, name, number)
