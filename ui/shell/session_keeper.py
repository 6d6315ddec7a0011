"""Knows the session that runs: reads it, starts it, ends it, and counts its time down."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import Clock, RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.services.session import NewSession
from ui.context import Context, Services


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
        self.session: Session | None = None
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self.ticked)
        context.bus.subscribe({"session"}, self._read_again, self)

    def read(self) -> None:
        """Read which session runs."""
        self._context.lane.data(self._services.session.running, self._show)

    def left(self) -> timedelta | None:
        """Return the group time left, None where no countdown runs."""
        return self.session.timer_left(self._clock()) if self.session else None

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
        self._context.lane.data(partial(self._services.session.end, row), partial(self._ended, row, then))

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

    def _show(self, session: Session | None) -> None:
        self.session = session
        counts = session is not None and bool(session.timer_minutes and session.timer_started_at)
        if counts:
            self._second.start()
        else:
            self._second.stop()
        self.changed.emit()
