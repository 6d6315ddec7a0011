"""The day while it runs: what the running block says, how late the day is, and where minutes can be won.

Pure: everything follows from the stored blocks and one moment. Planned times are taken as times of the day on
which the running block really began, so that an agenda can also be tried on another day than it is dated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Final

from smartcity_desktop.domain.agenda import duration
from smartcity_desktop.domain.group import Group, Turn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.session import Session, hour_of
from smartcity_desktop.domain.wording import day_of

ORANGE: Final = 0.20
"""Share of the time left from which on it stands out."""
RED: Final = 0.05
CALM, WARNING, ERROR = "calm", "warning", "error"
USUAL_SPEECH: Final = 7
"""Minutes of one group in a presentation that says nothing else (7 to 10 are usual)."""
_STEP: Final = 5
_NIGHT: Final = 4
"""Up to which hour a planned time belongs to the evening of its day: nobody meets before it."""
_NOTHING: Final = timedelta()
_MINUTE: Final = timedelta(minutes=1)
_KEEPS: Final = {
    "materi": (0.5, 15),
    "kelompok": (0.6, 30),
    "presentasi": (0.5, 10),
    "seremoni": (0.7, 10),
    "penandatanganan": (0.7, 10),
    "foto": (0.5, 5),
    "kunjungan": (0.7, 30),
    "istirahat": (0.0, 10),
}
"""What a shortened block keeps at least: a share of its planned time, and so many minutes."""
_KEEPS_USUALLY: Final = (0.5, 10)


@dataclass(frozen=True, slots=True)
class Clock:
    """What a countdown says: time left (None without a plan), its share from 1 to 0, and how urgent it is."""

    left: timedelta | None = None
    share: float = 0.0
    tone: str = CALM


@dataclass(frozen=True, slots=True)
class Coming:
    """A block that waits: when it will begin and end as things stand, and its planned begin on that day."""

    session: Session
    start: datetime
    end: datetime
    plan_start: datetime
    plan_end: datetime

    @property
    def late(self) -> int:
        """Minutes that it will begin after its plan, negative before."""
        return whole_minutes(self.start - self.plan_start)


@dataclass(frozen=True, slots=True)
class DayState:
    """The day at one moment.

    ``late`` are the minutes behind the plan (negative: ahead) after all that is still to come before the
    next fixed point, or before the end of the day where there is none; None where nothing can be compared.
    ``over`` are the minutes that run into that fixed point. ``slack`` may be late without alarm.
    """

    now: datetime
    running: Session | None = None
    clock: Clock = Clock()
    ends: datetime | None = None
    coming: tuple[Coming, ...] = ()
    passed_by: tuple[Session, ...] = ()
    """Blocks before the running one that were neither begun nor left out."""
    late: int | None = None
    over: int = 0
    fixed: Coming | None = None
    slack: int = 0

    @property
    def next(self) -> Coming | None:
        """What follows."""
        return self.coming[0] if self.coming else None

    @property
    def tone(self) -> str:
        """How urgent the lateness is: red where a fixed point is run over, calm within the slack."""
        if self.over > self.slack:
            return ERROR
        return WARNING if self.late is not None and self.late > self.slack else CALM


@dataclass(frozen=True, slots=True)
class Saving:
    """Minutes that one block to come could give, of ``most``; ``beyond`` it lies behind the fixed point."""

    session: Session
    minutes: int
    most: int
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class CatchUp:
    """A proposal to win ``wanted`` minutes; ``fixed`` is the point that is not touched, None without one."""

    wanted: int
    savings: tuple[Saving, ...] = ()
    fixed: Session | None = None

    @property
    def found(self) -> int:
        """How many minutes are found."""
        return sum(item.minutes for item in self.savings)


@dataclass(frozen=True, slots=True)
class RunDay:
    """What a window needs to run a day: its blocks in order, the groups and turns of the running block.

    ``shown`` is the block whose groups stand here: the running one, else the next of the day.
    """

    now: datetime
    day: str = ""
    blocks: tuple[Session, ...] = ()
    running: Session | None = None
    shown: Session | None = None
    groups: tuple[Group, ...] = ()
    turns: tuple[Turn, ...] = ()
    waiting: Mapping[RowId, int] | None = None
    """How many groups are still to be heard in each presentation of the day."""


def whole_minutes(span: timedelta) -> int:
    """Return a span in whole minutes towards zero."""
    return int(span / _MINUTE)


def late_words(minutes: int) -> str:
    """Return ``Terlambat 12 menit``, ``Lebih cepat 3 menit`` or ``Tepat waktu``."""
    if not minutes:
        return "Tepat waktu"
    return f"Terlambat {duration(minutes)}" if minutes > 0 else f"Lebih cepat {duration(-minutes)}"


def tone_of(share: float) -> str:
    """Return how urgent a share of the time left is: orange from a fifth, red from a twentieth."""
    if share > ORANGE:
        return CALM
    return WARNING if share > RED else ERROR


def clock_at(left: timedelta | None, whole: timedelta | None) -> Clock:
    """Return what a countdown of ``whole`` says of which ``left`` is left."""
    if left is None or not whole:
        return Clock()
    share = min(1.0, max(0.0, left / whole))
    return Clock(left, share, tone_of(share))


def by_begin(blocks: Sequence[Session]) -> list[Session]:
    """Return blocks by day and planned begin; one begun without a plan stands where it began.

    What is planned behind midnight stands at the end of its day.
    """
    return sorted(blocks, key=_place_in_day)


def _place_in_day(block: Session) -> tuple[str, bool, str, str]:
    begin = block.start_plan or block.started_at[11:16]
    hour = hour_of(begin)
    return block.date, hour is not None and hour.hour < _NIGHT, begin, block.pos


def day_state(blocks: Sequence[Session], now: datetime, cuts: Mapping[RowId, int] | None = None) -> DayState:
    """Return how a day stands at a moment; ``cuts`` are minutes taken from blocks to come, to try it out."""
    listed = by_begin(blocks)
    running = next((item for item in listed if item.is_running), None)
    before, after = _waiting(listed, running)
    moment = now if running else _looked_at(listed, now)
    day = _day_at(_began(running) if running else moment)
    ends = _ends(running, now) if running else None
    coming = _forecast(day, running, after, (ends or moment, now), cuts or {})
    place = next((at for at, item in enumerate(coming) if item.session.fixed), len(coming))
    fixed = coming[place] if place < len(coming) else None
    last_end, late = _lateness(day, running, ends, coming[:place], moment)
    over = max(0, whole_minutes(last_end - fixed.plan_start)) if fixed else 0
    return DayState(
        now=now,
        running=running,
        clock=clock_at(running.left(now), running.allotted) if running else Clock(),
        ends=ends,
        coming=tuple(coming),
        passed_by=tuple(before),
        late=late,
        over=over,
        fixed=fixed,
        slack=_slack(running, coming),
    )


def catch_up(
    blocks: Sequence[Session], now: datetime, minutes: int, waiting: Mapping[RowId, int] | None = None
) -> CatchUp:
    """Propose which blocks to come give how many of ``minutes``.

    Blocks before the next fixed point give first, those behind it only what is still missing; fixed points
    give nothing, and no block goes under ``least``.
    """
    state = day_state(blocks, now)
    open_blocks = [item.session for item in state.coming]
    place = next((at for at, item in enumerate(open_blocks) if item.fixed), len(open_blocks))
    groups = waiting or {}
    near = _shares(open_blocks[:place], minutes, groups, beyond=False)
    missing = minutes - sum(item.minutes for item in near)
    far = _shares(open_blocks[place:], missing, groups, beyond=True)
    return CatchUp(minutes, (*near, *far), open_blocks[place] if place < len(open_blocks) else None)


def least(block: Session, waiting: int = 0) -> int:
    """Return the minutes under which a block is never shortened; ``waiting`` groups are still to be heard."""
    planned = whole_minutes(block.planned or _NOTHING)
    if block.kind == "presentasi" and waiting:
        speech = (block.speak_minutes or USUAL_SPEECH) + (block.reply_minutes or 0)
        return speech * waiting
    share, minutes = _KEEPS.get(block.kind, _KEEPS_USUALLY)
    return min(planned, max(minutes, ceil(planned * share)))


def _shares(
    blocks: Sequence[Session], minutes: int, waiting: Mapping[RowId, int], *, beyond: bool
) -> list[Saving]:
    """Return what each block gives: in proportion to what it can, in steps of five where that works."""
    rooms: dict[RowId, int] = {}
    for item in blocks:
        has = whole_minutes(item.allotted or _NOTHING)
        room = has - least(item, waiting.get(item.id, 0))
        if not item.fixed and room > 0:
            rooms[item.id] = room
    in_fives = {row: room // _STEP for row, room in rooms.items()}
    if minutes % _STEP == 0 and sum(in_fives.values()) * _STEP >= minutes:
        given = {row: part * _STEP for row, part in _parted(minutes // _STEP, in_fives).items()}
    else:
        given = _parted(minutes, rooms)
    return [
        Saving(item, given[item.id], rooms[item.id], beyond) for item in blocks if given.get(item.id, 0) > 0
    ]


def _parted(wanted: int, rooms: Mapping[RowId, int]) -> dict[RowId, int]:
    """Part a whole number among rooms in proportion to them; the largest remainders get what is left."""
    whole = sum(rooms.values())
    wanted = max(0, min(wanted, whole))
    if not wanted:
        return {}
    exact = {row: wanted * room / whole for row, room in rooms.items()}
    given = {row: int(part) for row, part in exact.items()}
    ranked = sorted(exact, key=lambda row: given[row] - exact[row])
    for row in ranked[: wanted - sum(given.values())]:
        given[row] += 1
    return given


def _waiting(listed: Sequence[Session], running: Session | None) -> tuple[list[Session], list[Session]]:
    """Return the blocks that wait before the one begun last, and those behind it."""
    begun = [item for item in listed if item.started_at]
    last = running or max(begun, key=lambda item: item.started_at, default=None)
    place = listed.index(last) if last else -1
    return (
        [item for item in listed[: place + 1] if item.waits],
        [item for item in listed[place + 1 :] if item.waits],
    )


def _forecast(
    day: date,
    running: Session | None,
    after: Sequence[Session],
    moments: tuple[datetime, datetime],
    cuts: Mapping[RowId, int],
) -> list[Coming]:
    """Return when the blocks to come will begin and end, where nothing more happens.

    Free time between two planned blocks takes up lateness; a fixed point begins and ends as planned unless
    it is run over: then it gives up what it can. ``moments`` are when the running block ends and now.
    """
    cursor, now = moments
    zone = now.tzinfo
    planned_end = _on(day, running.end_plan, now) if running else None
    found: list[Coming] = []
    for item in after:
        plan = _on(day, item.start_plan, now) or (planned_end or cursor)
        plan_end = plan + (item.planned or _NOTHING)
        gap = max(_NOTHING, plan - planned_end) if planned_end else _NOTHING
        lasts = max(_MINUTE, (item.allotted or _NOTHING) - timedelta(minutes=cuts.get(item.id, 0)))
        if item.fixed:
            start = max(plan, cursor)
            end = max(plan_end, start + timedelta(minutes=least(item)))
        else:
            start = max(cursor, plan if planned_end is None else min(plan, cursor + gap))
            end = start + lasts
        found.append(Coming(item, start.astimezone(zone), end.astimezone(zone), plan, plan_end))
        cursor, planned_end = end, plan_end
    return found


def _lateness(
    day: date,
    running: Session | None,
    ends: datetime | None,
    near: Sequence[Coming],
    now: datetime,
) -> tuple[datetime, int | None]:
    """Return when the last block before the fixed point ends, and how many minutes that is late."""
    if near:
        return near[-1].end, whole_minutes(near[-1].end - near[-1].plan_end)
    plan = _on(day, running.end_plan, now) if running else None
    if ends is None or plan is None:
        return ends or now, None
    return ends, whole_minutes(ends - plan)


def _slack(running: Session | None, coming: Sequence[Coming]) -> int:
    if running is not None:
        return running.slack or 0
    return (coming[0].session.slack or 0) if coming else 0


def _looked_at(blocks: Sequence[Session], now: datetime) -> datetime:
    """Return now, or the begin of the blocks' own day: nobody is late on a day that is only looked at."""
    own = day_of(blocks[0].date) if blocks else None
    today = _day_at(now)
    if own is None or own == today or any(item.started_at[:10] == today.isoformat() for item in blocks):
        return now
    return datetime.combine(own, time(_NIGHT), now.tzinfo)


def _day_at(moment: datetime) -> date:
    """Return the day to which a moment belongs: the night belongs to the evening before."""
    return (moment - timedelta(hours=_NIGHT)).date()


def _began(running: Session) -> datetime:
    return datetime.fromisoformat(running.started_at)


def _ends(running: Session, now: datetime) -> datetime:
    """Return when the running block ends: now where its time is over or nobody planned its end."""
    left = running.left(now)
    return now + max(_NOTHING, left if left is not None else _NOTHING)


def _on(day: date, hour: str, now: datetime) -> datetime | None:
    """Return a planned time of day as a moment of that day (or the night behind), in the zone of ``now``."""
    found = hour_of(hour)
    if found is None:
        return None
    return datetime.combine(day + timedelta(days=found.hour < _NIGHT), found, now.tzinfo)


def by_id(blocks: Sequence[Session], row: RowId) -> Session:
    """Return the block of that row, an empty one where it is gone."""
    return next((item for item in blocks if item.id == row and row != NO_ROW), Session())
