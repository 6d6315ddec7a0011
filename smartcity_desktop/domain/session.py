"""A session: a stretch of the day with a title, a leader and a countdown; what is made then belongs to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import Worksheet, code_order

_DAY: Final = timedelta(days=1)
_REPORTED: Final = frozenset({"", "kelompok", "presentasi"})
"""Kinds whose end is worth a report; a session that was begun without an agenda has no kind."""
_SHORTEST: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A session, and as such a block of the agenda.

    Planned times are ``HH:MM``; real times (``started_at``, ``ended_at``, ``paused_at``) are ISO moments with
    zone. ``kind`` is one of ``entity.BLOCK_KINDS``; a ``fixed`` block (prayer, lunch, the regent) keeps its
    planned start whatever comes before; one with ``slack`` may begin so many minutes late without alarm.
    ``paused_seconds`` were spent in pauses that are over, ``extra_minutes`` were given while it ran.
    ``public`` is what the room sees, ``private`` is for the team alone. ``speak_minutes`` and
    ``reply_minutes`` are those of one group in a presentation; ``grouping`` is the division in use.
    ``usual_minutes`` is how long a block is on other days that gave some of it to the prayer of a Friday.
    """

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    date: str = ""
    title: str = ""
    start_plan: str = ""
    end_plan: str = ""
    started_at: str = ""
    ended_at: str = ""
    place: str = ""
    leader: str = ""
    worksheet: RowId = NO_ROW
    timer_minutes: int | None = None
    timer_started_at: str = ""
    kind: str = ""
    fixed: bool = False
    slack: int | None = None
    speaker: str = ""
    public: str = ""
    private: str = ""
    paused_at: str = ""
    paused_seconds: int | None = None
    extra_minutes: int | None = None
    skipped: bool = False
    grouping: RowId = NO_ROW
    speak_minutes: int | None = None
    reply_minutes: int | None = None
    usual_minutes: int | None = None

    @property
    def is_running(self) -> bool:
        """Started and not ended."""
        return bool(self.started_at) and not self.ended_at

    @property
    def is_paused(self) -> bool:
        """Running, and stopped for a moment."""
        return self.is_running and bool(self.paused_at)

    @property
    def waits(self) -> bool:
        """Planned, and neither begun nor left out."""
        return not self.started_at and not self.skipped

    @property
    def planned(self) -> timedelta | None:
        """How long it is planned, None where begin or end is not."""
        begin, end = hour_of(self.start_plan), hour_of(self.end_plan)
        if begin is None or end is None:
            return None
        return (_since_midnight(end) - _since_midnight(begin)) % _DAY

    @property
    def allotted(self) -> timedelta | None:
        """How long it may last with the minutes given or taken, never under one; None without a plan."""
        planned = self.planned
        if planned is None:
            return None
        return max(_SHORTEST, planned + timedelta(minutes=self.extra_minutes or 0))

    @property
    def paused(self) -> timedelta:
        """How long the pauses lasted that are over."""
        return timedelta(seconds=self.paused_seconds or 0)

    def counts_at(self, now: datetime) -> datetime:
        """Return up to which moment its clocks have run: they stand still in a pause and after the end."""
        stopped = self.ended_at or self.paused_at
        return datetime.fromisoformat(stopped) if stopped else now

    def spent(self, now: datetime) -> timedelta:
        """Return how long it has run without its pauses, nothing before it began."""
        if not self.started_at:
            return timedelta()
        return max(timedelta(), self.counts_at(now) - datetime.fromisoformat(self.started_at) - self.paused)

    def left(self, now: datetime) -> timedelta | None:
        """Return what is left of its time (negative when over), None before it begins or without plan."""
        allotted = self.allotted
        return None if allotted is None or not self.started_at else allotted - self.spent(now)

    def timer_left(self, now: datetime) -> timedelta | None:
        """Return the group time left (negative when over), None where no countdown runs."""
        if not self.timer_minutes or not self.timer_started_at:
            return None
        ends = datetime.fromisoformat(self.timer_started_at) + timedelta(minutes=self.timer_minutes)
        return ends - (self.counts_at(now) if self.is_paused else now)

    def half_time(self) -> datetime | None:
        """Return the moment of half-time, None where no countdown runs."""
        if not self.timer_minutes or not self.timer_started_at:
            return None
        return datetime.fromisoformat(self.timer_started_at) + timedelta(minutes=self.timer_minutes / 2)


def hour_of(text: str) -> time | None:
    """Return the time of day of ``HH:MM``, None where there is none."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def minutes_after(moment: str, plan: str) -> int | None:
    """Return by how many whole minutes an ISO moment lies after a planned ``HH:MM``, negative before.

    On either side of midnight both are near each other; None where nothing can be compared: half a day away
    from its plan a block was not held by it.
    """
    hour = hour_of(plan)
    if hour is None or not moment:
        return None
    at = datetime.fromisoformat(moment)
    planned = datetime.combine(at.date(), hour, at.tzinfo)
    spans = (at - planned, at - planned - _DAY, at - planned + _DAY)
    near = min(spans, key=abs)
    crossed = near is not spans[0]
    return int(near / _SHORTEST) if abs(near) < (_DAY / 4 if crossed else _DAY / 2) else None


def _since_midnight(hour: time) -> timedelta:
    return timedelta(hours=hour.hour, minutes=hour.minute)


def meant_session(sessions: Sequence[Session], chosen: str, stage: RowId) -> Session | None:
    """Return the session that a photo belongs to: the chosen one, else running, else last."""
    named = next((item for item in sessions if item.id == chosen), None)
    running = [item for item in sessions if item.is_running]
    begun = [item for item in sessions if item.started_at and item.stage == stage]
    return named or max(running or begun, key=lambda item: item.started_at, default=None)


def countdown(left: timedelta) -> str:
    """Return ``41:20``, ``1:15:00`` or ``-02:05`` when the time is over."""
    seconds = round(left.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"
    return sign + text


def has_report(session: Session, day: Iterable[Session]) -> bool:
    """Tell whether the end of a session is worth a report: work, a presentation, the last of its ``day``."""
    if session.kind in _REPORTED:
        return True
    return not any(item.waits and item.start_plan > session.start_plan for item in day)


def proposed_worksheet(
    number: int, sessions: Sequence[Session], worksheets: Sequence[Worksheet], today: str
) -> Worksheet | None:
    """Return the worksheet on which a new session of stage ``number`` will most likely work.

    ``sessions`` are those of the stage, ``worksheets`` all in order, ``today`` an ISO day. That is the one
    the next waiting block of the agenda names; without it the first of the stage that no session has worked
    on, then the first. L0 is brought along filled in, so the stage itself begins with the one after it.
    """
    known = {item.id: item for item in worksheets if not item.retired}
    ahead = [item for item in sessions if item.waits and item.date >= today and item.worksheet in known]
    if ahead:
        return known[min(ahead, key=lambda item: (item.date, item.start_plan, item.pos)).worksheet]
    own = [item for item in known.values() if item.stage == number]
    worked = {item.worksheet for item in sessions if item.started_at}
    begins = [item for item in own if code_order(item.code)[1]] or own
    return next((item for item in begins if item.id not in worked), begins[0] if begins else None)
