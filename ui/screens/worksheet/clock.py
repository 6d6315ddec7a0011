"""The countdown of the groups, begun and stopped beside the sheet."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from ui.context import Screen, Services
from ui.models.hall_clock import HallClock
from ui.widgets.grid_side import TimerCard

if TYPE_CHECKING:
    from smartcity_desktop.domain.session import Session


class ClockActs(QObject):
    """Writes what the timer card asks for into the running session."""

    changed = Signal()

    def __init__(self, screen: Screen, services: Services, card: TimerCard) -> None:
        """Act for this screen and its card."""
        super().__init__(screen)
        self._screen, self._services = screen, services
        self.session: Session | None = None
        card.begin.connect(self._begin)
        card.stop.connect(self._stop)
        card.more.connect(self._more)

    def _begin(self, minutes: int) -> None:
        now = HallClock.of(self._screen.context.bus).moment()
        self._time(partial(self._services.session.start_timer, minutes=minutes, at=now))

    def _stop(self) -> None:
        self._time(self._services.session.stop_timer)

    def _more(self, minutes: int) -> None:
        self._time(partial(self._services.session.add_minutes, minutes=minutes))

    def _time(self, call: Callable[[RowId], Changes]) -> None:
        if self.session is not None:
            self._screen.act(partial(call, self.session.id), self._again)

    def _again(self, _changes: Changes) -> None:
        self.changed.emit()
