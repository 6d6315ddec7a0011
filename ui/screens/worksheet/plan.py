"""What a sheet of an OPD changes in its Renstra: a program that stands in none, support, directions."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.context import Screen, Services
from ui.models.places import READ
from ui.widgets.grid_page import WorksheetPage


class PlanActs(QObject):
    """Writes into the Renstra of the OPD whose sheet is shown."""

    added = Signal(str)
    """The row of a program that was added to the sheet that is shown; empty for another sheet."""
    changed = Signal()

    def __init__(self, screen: Screen, services: Services, page: WorksheetPage) -> None:
        """Act for this screen."""
        super().__init__(screen)
        self._screen, self._services, self._page = screen, services, page
        self.sheet = (NO_ROW, NO_ROW)
        page.program.entered.connect(self._add)
        page.program.refused.connect(screen.warned)
        page.warnings.direction_chosen.connect(self._set_direction)
        page.warnings.answered_asked.connect(self._show_answered)
        page.support_asked.connect(self._set_support)

    def unfinished(self, names: dict[RowId, str]) -> str:
        """Tell of a program that is being typed; ``names`` are those of the parties."""
        begun = [party for _, party in self._page.program.begun()]
        if not begun or begun == [self.sheet[1]]:
            return "Program yang sedang diketik belum ditambahkan." if begun else ""
        told = ", ".join(names[RowId(party)] for party in begun if party in names)
        return f"Program yang diketik untuk {told or 'lembar lain'} belum ditambahkan."

    def _add(self, code: str, name: str, pagu: dict[str, int]) -> None:
        call = partial(self._services.renstra.add_program, self.sheet[1], name, code, pagu)
        self._screen.context.autosave.flush_all()
        self._screen.context.lane.data(call, partial(self._added, self.sheet, (code, name)))

    def _added(
        self, sheet: tuple[RowId, RowId], program: tuple[str, str], made: tuple[RowId, Changes]
    ) -> None:
        row, changes = made
        code, name = program
        self._page.program.let_go(sheet, code, name)
        self._screen.context.bus.publish(changes, self._screen)
        self.added.emit(row if sheet == self.sheet else "")
        self._screen.said.emit(f"{name} ditambahkan.")

    def _set_direction(self, indicator: str, direction: str) -> None:
        call = partial(self._services.renstra.set_direction, RowId(indicator), direction)
        self._screen.act(call, self._again)

    def _set_support(self, row: str, support: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._services.renstra.set_support, RowId(row), support=support)
        self._screen.act(call, self._again)

    def _show_answered(self) -> None:
        self._screen.go.emit(READ, self.sheet[1])

    def _again(self, _changes: Changes) -> None:
        self.changed.emit()
