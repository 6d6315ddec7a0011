"""Carries out what is asked in "Atur tahap"."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.stage import StageService
from ui.context import Screen
from ui.translate import explain
from ui.widgets.agenda_stages import StageDialog


class StageDesk(QObject):
    """Opens the dialog for a screen and writes what is typed there."""

    def __init__(self, screen: Screen, service: StageService, again: Callable[[], None]) -> None:
        """Write through ``screen``; ``again`` lets it read once more."""
        super().__init__(screen)
        self._screen, self._service, self._again = screen, service, again
        self._typed: set[tuple[str, str]] = set()
        self._stages: tuple[Stage, ...] = ()
        self.dialog: StageDialog | None = None

    def open(self, stages: Sequence[Stage], row: str, year: int) -> None:
        """Open the dialog with one stage chosen; ``year`` stands where none is typed into a date."""
        self._stages = tuple(stages)
        dialog = self.dialog = StageDialog(stages, row, year, self._screen)
        dialog.edited.connect(self._edited)
        dialog.number_asked.connect(self._number)
        dialog.added.connect(self._add)
        dialog.removed.connect(self._remove)
        dialog.finished.connect(self._closed)
        dialog.open()

    def show(self, stages: Sequence[Stage], row: str = "") -> None:
        """Show the stages as they stand now, but leave what is being typed."""
        self._stages = tuple(stages)
        waits = self._screen.context.autosave.waits
        self._typed = {key for key in self._typed if waits(("stage", *key))}
        dialog = self.dialog
        if dialog is not None:
            chosen = row or (dialog.stage.id if dialog.stage else "")
            dialog.show_stages(self._stages, chosen, {name for owner, name in self._typed if owner == chosen})

    def _edited(self, row: str, field: str, value: str) -> None:
        self._typed.add((row, field))
        call = partial(self._service.update, RowId(row), field, value)
        self._screen.context.autosave.note(("stage", row, field), call)

    def _number(self, row: str, number: int) -> None:
        self._screen.act(partial(self._service.number, RowId(row), number), self._done, failed=self._failed)

    def _remove(self, row: str) -> None:
        self._screen.act(partial(self._service.remove, RowId(row)), self._done, failed=self._failed)

    def _add(self) -> None:
        self._screen.context.autosave.flush_all()
        self._screen.context.lane.data(self._service.add, self._added, failed=self._failed)

    def _added(self, made: tuple[RowId, Changes]) -> None:
        row, changes = made
        self._screen.context.bus.publish(changes, self._screen)
        self._screen.read(self._service.stages, partial(self._show_new, row))

    def _show_new(self, row: RowId, stages: Sequence[Stage]) -> None:
        self.show(stages, row)
        if self.dialog is not None:
            self.dialog.focus_dates()

    def _done(self, changes: Changes) -> None:
        del changes
        self._again()

    def _failed(self, fault: Fault) -> None:
        self.show(self._stages)
        if self.dialog is not None:
            self.dialog.say(explain(fault))

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._screen.context.autosave.flush_all()
        self._again()
