"""Sessions: opened with one key, ended with the report, a countdown for the groups in between."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import session as query
from smartcity_desktop.storage.store import Store

LONGEST_MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class NewSession:
    """What the start of a session asks; planned times ``HH:MM``; ``minutes`` of group work, 0 for none."""

    stage: RowId
    title: str
    place: str = ""
    leader: str = ""
    start_plan: str = ""
    end_plan: str = ""
    worksheet: RowId = NO_ROW
    minutes: int = 0


class SessionService:
    """Starts, runs and ends sessions; only one runs at a time."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def sessions(self, stage: RowId | None = None) -> list[Session]:
        """Return the sessions of one stage, or of all, in order."""
        return query.sessions(self._store.db, stage)

    def get(self, row: RowId) -> Session | None:
        """Return one session."""
        return query.session(self._store.db, row)

    def running(self) -> Session | None:
        """Return the running session."""
        return query.running(self._store.db)

    def start(self, new: NewSession) -> tuple[RowId, Changes]:
        """Start a session now and return its id; the countdown starts with it where minutes are given.

        Raises UserFault ``session-running`` while another one runs.
        """
        running = self.running()
        if running:
            raise UserFault("session-running", title=running.title)
        now = self._store.now()
        planned = self._planned(new)
        row = planned or self._store.ids.new()
        values: dict[str, Value] = {
            "stage": new.stage,
            "date": now.date().isoformat(),
            "title": new.title,
            "start_plan": new.start_plan,
            "end_plan": new.end_plan,
            "started_at": self._store.now_text(),
            "place": new.place,
            "leader": new.leader,
            "worksheet": new.worksheet,
        }
        if new.minutes:
            values |= {"timer_minutes": new.minutes, "timer_started_at": self._store.now_text()}
        label = f"mulai sesi {new.title}"
        if planned:
            edits = [Set("session", row, field, value) for field, value in values.items()]
            return row, self._store.write(edits, label)
        values["pos"] = self._store.positions("session", 1)[0]
        return row, self._store.write([Birth("session", row, values)], label)

    def _planned(self, new: NewSession) -> RowId | None:
        """Return the session of this stage and title that was planned and has not begun."""
        wanted = new.title.casefold().strip()
        return next(
            (
                item.id
                for item in self.sessions(new.stage)
                if not item.started_at and item.title.casefold().strip() == wanted
            ),
            None,
        )

    def end(self, row: RowId) -> Changes:
        """End a session now."""
        return self._store.write([Set("session", row, "ended_at", self._store.now_text())], "akhiri sesi")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a session."""
        return self._store.write([Set("session", row, field, value)], "ubah sesi", typing=True)

    def start_timer(self, row: RowId, minutes: int) -> Changes:
        """Start the countdown of the groups anew."""
        edits = [
            Set("session", row, "timer_minutes", min(max(1, minutes), LONGEST_MINUTES)),
            Set("session", row, "timer_started_at", self._store.now_text()),
        ]
        return self._store.write(edits, f"mulai waktu kelompok {minutes} menit")

    def add_minutes(self, row: RowId, minutes: int) -> Changes:
        """Give the groups more minutes (or fewer, negative; never under one)."""
        session = self.get(row)
        planned = (session.timer_minutes or 0) if session else 0
        edit = Set("session", row, "timer_minutes", max(1, planned + minutes))
        return self._store.write([edit], f"tambah {minutes} menit")

    def stop_timer(self, row: RowId) -> Changes:
        """Take the countdown away."""
        return self._store.write([Set("session", row, "timer_started_at", None)], "hentikan waktu kelompok")

    def timer_left(self, at: datetime | None = None) -> timedelta | None:
        """Return the group time left in the running session at a moment (now), None without a countdown."""
        running = self.running()
        return running.timer_left(at or self._store.now()) if running else None
