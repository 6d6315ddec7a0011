"""A session: a stretch of the day with a title, a leader and a countdown; what is made then belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Session:
    """A session, and as such a block of the agenda.

    Planned times are ``HH:MM``; real times (``started_at``, ``ended_at``, ``paused_at``) are ISO moments with
    zone. ``kind`` is one of ``entity.BLOCK_KINDS``; a ``fixed`` block (prayer, lunch, the regent) keeps its
    planned start whatever comes before; one with ``slack`` may begin so many minutes late without alarm.
    ``paused_seconds`` were spent in pauses that are over, ``extra_minutes`` were given while it ran.
    ``public`` is what the room sees, ``private`` is for the team alone. ``speak_minutes`` and
    ``reply_minutes`` are those of one group in a presentation; ``grouping`` is the division in use.
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

    @property
    def is_running(self) -> bool:
        """Started and not ended."""
        return bool(self.started_at) and not self.ended_at

    def timer_left(self, now: datetime) -> timedelta | None:
        """Return the group time left (negative when over), None where no countdown runs."""
        if not self.timer_minutes or not self.timer_started_at:
            return None
        ends = datetime.fromisoformat(self.timer_started_at) + timedelta(minutes=self.timer_minutes)
        return ends - now

    def half_time(self) -> datetime | None:
        """Return the moment of half-time, None where no countdown runs."""
        if not self.timer_minutes or not self.timer_started_at:
            return None
        return datetime.fromisoformat(self.timer_started_at) + timedelta(minutes=self.timer_minutes / 2)


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
