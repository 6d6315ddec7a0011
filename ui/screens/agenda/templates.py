"""Carries out what is asked in "Susunan acara siap pakai"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.agenda_plan import AgendaPlan, TemplateList
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.agenda import AgendaService
from ui.context import Screen
from ui.translate import explain
from ui.widgets.agenda_templates import TemplateDialog


class TemplateDesk(QObject):
    """Opens the dialog for a screen; puts a rundown on the days, keeps the present one, drops an own one."""

    def __init__(self, screen: Screen, service: AgendaService, used: Callable[[], None]) -> None:
        """Write through ``screen``; ``used`` is called after a rundown was put on the days."""
        super().__init__(screen)
        self._screen, self._service, self._used = screen, service, used
        self._stage: RowId = NO_ROW
        self.dialog: TemplateDialog | None = None

    def open(self, plan: AgendaPlan) -> None:
        """Read the rundowns and offer them for this plan."""
        self._screen.context.autosave.flush_all()
        self._screen.read(self._service.templates, partial(self._show, plan))

    def _show(self, plan: AgendaPlan, known: TemplateList) -> None:
        self._stage = plan.stage.id
        dialog = self.dialog = TemplateDialog(known, plan, self._screen)
        dialog.taken.connect(self._take)
        dialog.saved.connect(self._save)
        dialog.dropped.connect(self._drop)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _take(self, key: str, own: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._service.use_template, self._stage, key, own=own)
        self._screen.act(call, self._taken, failed=self._not_taken)

    def _taken(self, changes: Changes) -> None:
        del changes
        self._screen.said.emit("Susunan acara dipasang.")
        self._used()

    def _not_taken(self, fault: Fault) -> None:
        self._screen.warned.emit(explain(fault))

    def _save(self, name: str) -> None:
        self._screen.context.autosave.flush_all()
        call = partial(self._service.save_template, self._stage, name)
        self._screen.context.lane.data(call, self._saved, failed=self._failed)

    def _saved(self, key: str) -> None:
        self._screen.told.emit(f"Templat {key} tersimpan di laptop ini.")
        self._again(key)

    def _drop(self, key: str) -> None:
        call = partial(self._service.remove_template, key)
        self._screen.context.lane.data(call, partial(self._dropped, key), failed=self._failed)

    def _dropped(self, key: str, _nothing: None) -> None:
        self._screen.told.emit(f"Templat {key} dihapus dari laptop ini.")
        self._again("")

    def _again(self, key: str) -> None:
        self._screen.read(self._service.templates, partial(self._list, key))

    def _list(self, key: str, known: TemplateList) -> None:
        if self.dialog is not None:
            self.dialog.show_list(known, key)

    def _failed(self, fault: Fault) -> None:
        if self.dialog is not None:
            self.dialog.say(explain(fault))

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
