"""The agenda of a day as a plan: blocks one behind the other, fixed points that stay, gaps and overlaps.

A day is the sequence of its blocks. A block begins where the one before ends; a *fixed* one (prayer, lunch, a
regent's arrival) and one that has begun keep their planned times whatever comes before. Every change returns
the whole day anew, and ``edits`` says what of it has to be written.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of, plan_time, shortened

Day = tuple[Session, ...]

DAY_START: Final = 7 * 60 + 30
"""When a day begins whose first block says nothing, in minutes since midnight."""
SHORTEST: Final = 5
LONGEST: Final = 12 * 60
STEP: Final = 5
DAYS_MOST: Final = 14
"""Days of one stage that are shown at most: a wrong year in a date must not make hundreds of columns."""
_NOON: Final = 12 * 60
_MIDNIGHT: Final = 24 * 60
_HOUR: Final = 60
_FRIDAY: Final = 4
_TITLE_LETTERS: Final = 32

KIND_WORDS: Final = {
    "materi": "Materi",
    "kelompok": "Kerja kelompok",
    "presentasi": "Presentasi",
    "seremoni": "Seremoni",
    "penandatanganan": "Penandatanganan",
    "foto": "Foto bersama",
    "kunjungan": "Kunjungan lapangan",
    "istirahat": "Istirahat",
}
USUAL_MINUTES: Final = {
    "materi": 75,
    "kelompok": 90,
    "presentasi": 60,
    "seremoni": 45,
    "penandatanganan": 45,
    "foto": 10,
    "kunjungan": 120,
    "istirahat": 15,
}
"""How long a block of a kind is that says nothing else."""
USUAL: Final = 60
WORKING: Final = frozenset({"materi", "kelompok", "presentasi", "kunjungan"})
"""Kinds of which a day that is too long may give some minutes."""

LUNCH: Final = ("12:00", "13:00")
FRIDAY_LUNCH: Final = ("11:30", "13:30")
LUNCH_TITLE: Final = "ISHOMA"
FRIDAY_TITLE: Final = "ISHOMA dan salat Jum'at"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block where it stands in its day; ``start`` and ``end`` in minutes since midnight, ``end`` later.

    ``gap`` minutes are free before it, or what comes before runs ``overlap`` minutes into it; both are 0
    where it begins just where the one before ends.
    """

    block: Session
    start: int
    end: int
    gap: int = 0
    overlap: int = 0

    @property
    def minutes(self) -> int:
        """How long it is planned."""
        return self.end - self.start

    @property
    def says(self) -> str:
        """What is to be said between it and the block before, empty where nothing is."""
        if self.overlap:
            title = shortened(self.block.title or kind_words(self.block.kind), _TITLE_LETTERS)
            return f"melewati {title} {duration(self.overlap)}"
        return f"longgar {duration(self.gap)}" if self.gap else ""


def kind_words(kind: str) -> str:
    """Return the words of a kind of block."""
    return KIND_WORDS.get(kind, "Acara")


def duration(minutes: int) -> str:
    """Return ``45 menit``, ``1 jam`` or ``1 jam 30 menit``."""
    hours, rest = divmod(minutes, _HOUR)
    parts = [f"{hours} jam"] if hours else []
    return " ".join([*parts, f"{rest} menit"] if rest or not hours else parts)


def minute_of(text: str) -> int | None:
    """Return the minutes since midnight of ``HH:MM`` (or of an ISO moment); None where it is no time."""
    clock = text[11:16] if "T" in text else text
    hours, colon, minutes = clock.replace(".", ":").partition(":")
    if not (colon and _is_number(hours) and _is_number(minutes)):
        return None
    found = int(hours) * _HOUR + int(minutes)
    return found if int(minutes) < _HOUR and found < _MIDNIGHT else None


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) in {1, 2}


def clock_of(minute: int) -> str:
    """Return ``HH:MM`` of minutes since midnight; what lies behind midnight begins at 00:00 again."""
    hours, minutes = divmod(minute % _MIDNIGHT, _HOUR)
    return f"{hours:02d}:{minutes:02d}"


def minutes_of(block: Session) -> int:
    """Return how long a block is planned: from its times, else from its group time, else what is usual."""
    start, end = minute_of(block.start_plan), minute_of(block.end_plan)
    if start is not None and end is not None and start != end:
        return (end - start) % _MIDNIGHT
    return block.timer_minutes or USUAL_MINUTES.get(block.kind, USUAL)


def stands(block: Session) -> bool:
    """Tell whether a block keeps its planned start: it is fixed, or it has begun."""
    return block.fixed or bool(block.started_at)


def is_unplanned(block: Session) -> bool:
    """Tell whether a session was begun without a plan; it stands in the day by its real time."""
    return bool(block.started_at) and not block.start_plan


def in_order(blocks: Iterable[Session]) -> Day:
    """Return the blocks of a day in their order; what was begun without a plan lies where it really began."""
    found = list(blocks)
    day = [item for item in found if not is_unplanned(item)]
    for item in (item for item in found if is_unplanned(item)):
        began = minute_of(item.started_at) or 0
        later = (place for place, other in enumerate(day) if _known_start(other) > began)
        day.insert(next(later, len(day)), item)
    return tuple(day)


def _known_start(block: Session) -> int:
    found = minute_of(block.started_at if is_unplanned(block) else block.start_plan)
    return -1 if found is None else found


def placed(blocks: Sequence[Session]) -> tuple[Placed, ...]:
    """Return where each block stands as its times say, with the gaps and overlaps between them.

    Times rise with the day: what ends after midnight ends behind minute 1440.
    """
    found: list[Placed] = []
    cursor: int | None = None
    for block in blocks:
        if is_unplanned(block):
            found.append(_as_begun(block))
            continue
        said = minute_of(block.start_plan)
        start = said if said is not None else (DAY_START if cursor is None else cursor)
        if cursor is not None and cursor >= _MIDNIGHT and not stands(block):
            start = max(start, cursor)
        end = start + minutes_of(block)
        before = start if cursor is None else cursor
        found.append(Placed(block, start, end, max(0, start - before), max(0, before - start)))
        cursor = max(before, end)
    return tuple(found)


def _as_begun(block: Session) -> Placed:
    start = minute_of(block.started_at) or 0
    end = minute_of(block.ended_at)
    return Placed(block, start, max(start, start + minutes_of(block) if end is None else end))


def begins(blocks: Sequence[Session]) -> int:
    """Return when a day begins, in minutes since midnight.

    Where a fixed point stands alone before it (an early roll call), that is when the blocks behind it do.
    """
    found = [item for item in placed(blocks) if not is_unplanned(item.block)]
    free = next((item for item in found if not stands(item.block)), None)
    if free is not None and free.gap:
        return free.start
    return found[0].start if found else DAY_START


def flow(blocks: Sequence[Session], start: int | None = None) -> Day:
    """Return a day with every block that does not stand fast where the one before ends.

    ``start`` is when the day begins (as it does now). What follows an overrun fixed point begins when both
    have ended.
    """
    cursor = begins(blocks) if start is None else start
    day: list[Session] = []
    for block in blocks:
        if is_unplanned(block):
            day.append(block)
            continue
        own = minute_of(block.start_plan) if stands(block) else None
        begin = cursor if own is None else own
        end = begin + minutes_of(block)
        cursor = max(cursor, end)
        kept = bool(block.started_at)
        day.append(block if kept else replace(block, start_plan=clock_of(begin), end_plan=clock_of(end)))
    return tuple(day)


def place_of(blocks: Sequence[Session], row: RowId) -> int:
    """Return the place of a block in its day from 0, -1 where it is not there."""
    return next((place for place, item in enumerate(blocks) if item.id == row), -1)


def inserted(blocks: Sequence[Session], new: Session, place: int) -> Day:
    """Return a day with a new block at a place; those behind it begin later."""
    return flow((*blocks[:place], new, *blocks[place:]), begins(blocks) if blocks else None)


def moved(blocks: Sequence[Session], row: RowId, place: int) -> Day:
    """Return a day with a block at another place of the rest; the day begins when it began."""
    block = blocks[place_of(blocks, row)]
    rest = [item for item in blocks if item.id != row]
    return flow((*rest[:place], block, *rest[place:]), begins(blocks))


def resized(blocks: Sequence[Session], row: RowId, minutes: int) -> Day:
    """Return a day in which a block is so long (5 minutes to 12 hours); a fixed one keeps its start.

    Whoever says how long it is means every day of the week.
    """
    wanted = min(LONGEST, max(SHORTEST, minutes))
    told = [replace(item, usual_minutes=None) if item.id == row else item for item in blocks]
    return _with_length(told, row, wanted)


def _with_length(blocks: Sequence[Session], row: RowId, minutes: int) -> Day:
    return flow([_lasting(item, minutes) if item.id == row else item for item in blocks], begins(blocks))


def _lasting(block: Session, minutes: int) -> Session:
    start = minute_of(block.start_plan)
    begin = DAY_START if start is None else start
    return replace(block, start_plan=clock_of(begin), end_plan=clock_of(begin + minutes))


def removed(blocks: Sequence[Session], row: RowId) -> Day:
    """Return a day without a block; those behind it begin earlier, the day itself when it began."""
    return flow([item for item in blocks if item.id != row], begins(blocks) if blocks else None)


def pinned(blocks: Sequence[Session], row: RowId, start: str) -> Day:
    """Return a day in which a block keeps this start (``HH:MM``), or follows the others again (empty)."""

    def told(block: Session) -> Session:
        if block.id != row:
            return block
        if not start:
            return replace(block, fixed=False)
        began = minute_of(start) or 0
        return replace(block, fixed=True, start_plan=start, end_plan=clock_of(began + minutes_of(block)))

    return flow([told(item) for item in blocks], begins(blocks))


def started(blocks: Sequence[Session], start: str) -> Day:
    """Return a whole day that begins at another time (``HH:MM``); fixed points stay."""
    return flow(blocks, minute_of(start))


def late(blocks: Sequence[Session], row: RowId, minutes: int) -> tuple[Placed, ...]:
    """Return how the day would stand if a block began so many minutes later; fixed points stay."""
    place = place_of(blocks, row)
    found = placed(blocks)
    if place < 0:
        return found
    first = replace(blocks[place], fixed=False)
    start = found[place].start + minutes
    return (*found[:place], *placed(flow((first, *blocks[place + 1 :]), start)))


def room(blocks: Sequence[Session], row: RowId) -> int | None:
    """Return how many minutes later a block may begin before the next fixed point is run over.

    None where no fixed point follows.
    """
    place = place_of(blocks, row)
    free = 0
    for item in placed(blocks)[place + 1 :]:
        free += item.gap
        if stands(item.block):
            return max(0, free - item.overlap)
    return None


def lunch(day: str) -> tuple[str, str]:
    """Return when lunch begins and ends on an ISO day: longer and earlier on a Friday."""
    found = day_of(day)
    return FRIDAY_LUNCH if found and found.weekday() == _FRIDAY else LUNCH


def on_day(block: Session, day: str) -> Session:
    """Return a block as it is on an ISO day: a lunch of the usual hours takes those of that day.

    Off a Friday a block has the minutes again that it gave for the longer lunch.
    """
    if lunch(day) != FRIDAY_LUNCH and block.usual_minutes:
        return replace(_lasting(block, block.usual_minutes), date=day, usual_minutes=None)
    now = (block.start_plan, block.end_plan)
    if block.kind != "istirahat" or not block.fixed or now not in {LUNCH, FRIDAY_LUNCH}:
        return replace(block, date=day)
    start, end = lunch(day)
    is_long = (start, end) == FRIDAY_LUNCH
    usual, wanted = (LUNCH_TITLE, FRIDAY_TITLE) if is_long else (FRIDAY_TITLE, LUNCH_TITLE)
    title = wanted if block.title == usual else block.title
    return replace(block, date=day, start_plan=start, end_plan=end, title=title)


def fitted(blocks: Sequence[Session]) -> Day:
    """Return a day whose working blocks give minutes until nothing runs over its first fixed point of noon.

    The longest gives first, five minutes at a time and never more than a third of itself: a Friday whose
    lunch begins half an hour earlier loses a little of each talk instead of a piece of the prayer. What a
    block gives to a Friday it keeps in ``usual_minutes``.
    """
    day = flow(blocks)
    before = {item.id: minutes_of(item) for item in day}
    while True:
        noon = next((n for n, item in enumerate(placed(day)) if item.overlap and _is_noon(item.block)), 0)
        pinned_before = (n + 1 for n in range(noon - 1, -1, -1) if stands(day[n]))
        give = [
            item
            for item in day[next(pinned_before, 0) : noon]
            if item.kind in WORKING and minutes_of(item) - STEP >= before[item.id] * 2 // 3
        ]
        if not give:
            return tuple(_remembering(item, before[item.id]) for item in day)
        longest = max(give, key=minutes_of)
        day = _with_length(day, longest.id, minutes_of(longest) - STEP)


def _remembering(block: Session, minutes: int) -> Session:
    gave = lunch(block.date) == FRIDAY_LUNCH and minutes_of(block) < minutes
    return replace(block, usual_minutes=block.usual_minutes or minutes) if gave else block


def _is_noon(block: Session) -> bool:
    return block.fixed and block.kind == "istirahat" and (minute_of(block.start_plan) or 0) <= _NOON


def edits(before: Iterable[Session], after: Iterable[Session]) -> list[Edit]:
    """Return what has to be written so that the blocks of ``before`` stand as in ``after``, in its order."""
    known = {item.id: item for item in before}
    return [
        Set("session", item.id, field, getattr(item, field))
        for item in after
        if item.id in known
        for field in ("date", "title", "start_plan", "end_plan", "fixed", "usual_minutes")
        if getattr(known[item.id], field) != getattr(item, field)
    ]


def stage_days(start: str, end: str) -> tuple[str, ...]:
    """Return the ISO days of a stage, at most fourteen; none where it has no first day."""
    first, last = day_of(start), day_of(end)
    if first is None:
        return () if last is None else (last.isoformat(),)
    count = 1 if last is None or last < first else min(DAYS_MOST, (last - first).days + 1)
    return tuple((first + timedelta(days=number)).isoformat() for number in range(count))


def followed(waiting: Collection[str], begun: Collection[str], own: Sequence[str]) -> dict[str, str]:
    """Return onto which of its ``own`` days each day of a stage comes that has blocks which wait.

    The days keep their distance from the first one where there is room for it, an empty day between them
    and days that were held too. Otherwise they follow one another over the days on which nothing has begun.
    """
    days = sorted(day for day in waiting if day_of(day))
    first = day_of(min([*days, *(day for day in begun if day)], default=""))
    if first is None:
        return {}
    away = {day: (found - first).days for day in days if (found := day_of(day))}
    kept = {day: own[steps] for day, steps in away.items() if steps < len(own)}
    if len(kept) == len(days) and not any(new in begun and old != new for old, new in kept.items()):
        return kept
    return dict(zip(days, (day for day in own if day not in begun), strict=False))


def shifted_day(day: str, days: int) -> str:
    """Return an ISO day so many days later; what is no day stays as it is."""
    found = day_of(day)
    return (found + timedelta(days=days)).isoformat() if found else day


def span(item: Placed) -> str:
    """Return ``08.30–09.15``."""
    return f"{plan_time(clock_of(item.start))}–{plan_time(clock_of(item.end))}"
