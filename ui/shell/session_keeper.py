"""Knows the session that runs: reads it, starts it, ends it, and counts its time down."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import Clock, RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.services.session import NewSession
from ui.context import Context, Services
from ui.models.hall_clock import HallClock


class SessionKeeper(QObject):
    """One session runs at a time; everything on the screen that follows it listens here."""

    changed = Signal()
    """The running session is another one, or its fields changed."""
    ticked = Signal()
    """A second has passed while a countdown runs."""

    def __init__(self, services: Services, context: Context, clock: Clock, parent: QObject) -> None:
        """Listen for changes of sessions."""
        super().__init__(parent)
        self._services, self._context, self._clock = services, context, clock
        self._hall = HallClock.of(context.bus)
        self.session: Session | None = None
        self.has_report = False
        """Whether the end of the running session is worth a report."""
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self.ticked)
        context.bus.subscribe({"session"}, self._read_again, self)

    def read(self) -> None:
        """Read which session runs."""
        self._context.lane.data(self._services.session.running_now, self._show)

    def now(self) -> datetime:
        """Return the moment of the hall: steady while a block runs, whatever the laptop's clock does."""
        return self._hall.now() if self.session else self._clock()

    def left(self) -> timedelta | None:
        """Return the group time left, else that of the block; None where neither counts down."""
        if self.session is None:
            return None
        left = self.session.timer_left(self.now())
        return self.session.left(self.now()) if left is None else left

    @property
    def minutes(self) -> int:
        """Of how many minutes ``left`` is left, 0 where nothing counts down."""
        session = self.session
        if session is None:
            return 0
        if session.timer_minutes and session.timer_started_at:
            return session.timer_minutes
        return int((session.allotted or timedelta()) / timedelta(minutes=1))

    def start_block(self, row: RowId, then: Callable[[RowId], None]) -> None:
        """Start a planned block of the agenda."""
        self._context.autosave.flush_all()
        call = partial(self._services.session.start_block, row)
        self._context.lane.data(call, partial(self._ended, row, then))

    def start(self, new: NewSession, then: Callable[[RowId], None] | None = None) -> None:
        """Start a session."""
        self._context.autosave.flush_all()
        self._context.lane.data(partial(self._services.session.start, new), partial(self._started, then))

    def end(self, then: Callable[[RowId], None]) -> None:
        """Write everything, end the session that runs, then tell which one it was."""
        if self.session is None:
            return
        row = self.session.id
        self._context.autosave.flush_all()
        end = partial(self._services.session.end, row, self.now())
        self._context.lane.data(end, partial(self._ended, row, then))

    def _started(self, then: Callable[[RowId], None] | None, started: tuple[RowId, Changes]) -> None:
        row, changes = started
        self._publish(changes)
        if then is not None:
            then(row)

    def _ended(self, row: RowId, then: Callable[[RowId], None], changes: Changes) -> None:
        self._publish(changes)
        then(row)

    def _publish(self, changes: Changes) -> None:
        self._context.bus.publish(changes, self)
        self.read()

    def _read_again(self, _changes: Changes) -> None:
        self.read()

    def _show(self, found: tuple[Session | None, bool]) -> None:
        session, self.has_report = found
        self.session = session
        self._hall.tell((session.id, session.started_at) if session else None, self._clock())
        if session is not None and not session.is_paused and self.minutes:
            self._second.start()
        else:
            self._second.stop()
        self.changed.emit()
