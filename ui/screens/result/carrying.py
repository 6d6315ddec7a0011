"""Carrying rows on to another worksheet: the plan is shown, then written in one act."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from smartcity_desktop.domain.carry import Proposed
from smartcity_desktop.domain.carry_plan import Plan
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.worksheet import Worksheet
from ui.context import Screen, Services
from ui.widgets.result_carry import CarryDialog

if TYPE_CHECKING:
    from ui.lane import Ticket


class Carrying(QObject):
    """Asks for the plan of a choice, shows it, and carries out what a person left ticked."""

    done = Signal()
    """The file has answered."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Act for this screen."""
        super().__init__(screen)
        self._screen, self._services = screen, services
        self._source, self._rows = RowId(""), list[RowId]()
        self._ticket: Ticket | None = None
        self.dialog: CarryDialog | None = None

    def ask(self, source: RowId, targets: Sequence[Worksheet], rows: Sequence[RowId]) -> None:
        """Show where rows can be carried on to; all open ones where none is named."""
        if self.dialog is not None:
            return
        if not targets:
            self._screen.warned.emit("Tidak ada kertas kerja yang melanjutkan isian ini")
            return
        self._screen.context.autosave.flush_all()
        self._source, self._rows = source, list(rows)
        self.dialog = CarryDialog(targets, len(rows), self._screen)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.asked.connect(self._plan)
        self.dialog.accepted.connect(self._carry)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self._plan(*self.dialog.wanted)

    def _plan(self, target: str, kind: str) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        call = partial(_planned, self._services, self._source, RowId(target), self._rows, kind)
        self._ticket = self._screen.read(call, self._show)

    def _show(self, found: tuple[Plan, dict[str, str]]) -> None:
        plan, names = found
        if self.dialog is not None and self.dialog.wanted[0] == plan.target.id:
            self.dialog.show_plan(plan, names)

    def _carry(self) -> None:
        if self.dialog is None:
            return
        rows, texts = self.dialog.model.chosen()
        target = self.dialog.plan.target
        call = partial(_carried, self._services, target.id, rows, texts)
        self._screen.act(call, partial(self._carried, target, len(rows)))

    def _carried(self, target: Worksheet, count: int, changes: Changes) -> None:
        self.done.emit()
        if changes:
            self._screen.said.emit(f"{number(count)} isian dibawa ke {target.code} {target.title}.")
        else:
            self._screen.warned.emit("Semua isian itu sudah pernah dibawa")

    def _closed(self, _result: int) -> None:
        self.dialog = None


def _planned(
    services: Services, source: RowId, target: RowId, rows: Sequence[RowId], kind: str
) -> tuple[Plan, dict[str, str]]:
    plan = services.carry.plan(source, target, rows, kind)
    return plan, {item.id: item.called for item in services.workshop.dimensions()}


def _carried(services: Services, target: RowId, rows: Sequence[Proposed], texts: dict[int, str]) -> Changes:
    return services.carry.carry(target, rows, texts)
