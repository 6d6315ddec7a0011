"""How a day went, for paper: each block with planned and real times, and what became of each group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from smartcity_desktop.domain.running import by_begin
from smartcity_desktop.domain.session import Session, minutes_after
from smartcity_desktop.domain.turns import BEGUN, STATE_WORDS, Slot, queue, spoken
from smartcity_desktop.domain.wording import plan_time

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One block of a day: ``planned`` and ``actual`` as ``09.15–10.30``, ``difference`` as ``+12 menit``.

    ``remark`` tells of pauses, of minutes given or taken, and of what was left out; ``own`` marks the block
    that a report is about.
    """

    title: str
    planned: str = ""
    actual: str = ""
    difference: str = ""
    remark: str = ""
    speaker: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class TurnLine:
    """What became of one group in a block, in words; ``place`` is its place among the speakers."""

    group: str
    state: str = ""
    at: str = ""
    delivered: str = ""
    place: int | None = None
    spoke_at: str = ""
    spoke: str = ""
    replied: str = ""


def course(blocks: Sequence[Session], own: Session | None = None) -> tuple[CourseLine, ...]:
    """Return the blocks of a day as they were planned and as they were."""
    return tuple(
        CourseLine(
            title=item.title,
            planned=_span(item.start_plan, item.end_plan),
            actual=_span(item.started_at, item.ended_at),
            difference=_difference(item),
            remark=_remark(item),
            speaker=item.speaker or item.leader,
            own=own is not None and item.id == own.id,
        )
        for item in by_begin(blocks)
    )


def turn_lines(slots: Sequence[Slot]) -> tuple[TurnLine, ...]:
    """Return what became of the groups of a block, in the order they spoke, else as they stand.

    Nothing where nothing happened to any of them.
    """
    if not any(_happened(item) for item in slots):
        return ()
    heard = [item for item in queue(slots) if item.turn.spoke_at]
    places = {item.group.id: at for at, item in enumerate(sorted(heard, key=_began), start=1)}
    listed = sorted(slots, key=lambda item: places.get(item.group.id, len(slots) + 1))
    return tuple(_turn_line(item, places.get(item.group.id)) for item in listed)


def _turn_line(slot: Slot, place: int | None) -> TurnLine:
    times = spoken(slot.turn)
    return TurnLine(
        group=slot.group.name,
        state=STATE_WORDS.get(slot.state, slot.state),
        at=plan_time(slot.turn.state_at) if slot.turn.state_at else "",
        delivered=slot.turn.delivered,
        place=place,
        spoke_at=plan_time(slot.turn.spoke_at) if slot.turn.spoke_at else "",
        spoke=_minutes(times[0]) if times else "",
        replied=_minutes(times[1]) if times and times[1] else "",
    )


def _happened(slot: Slot) -> bool:
    return slot.state != BEGUN or bool(slot.turn.delivered or slot.turn.spoke_at)


def _began(slot: Slot) -> str:
    return slot.turn.spoke_at


def _span(begin: str, end: str) -> str:
    if not begin:
        return ""
    return f"{plan_time(begin)}–{plan_time(end)}" if end else f"{plan_time(begin)}–…"


def _difference(item: Session) -> str:
    """Return by how much a block ended later (``+``) or earlier (``−``) than planned."""
    minutes = None if item.skipped else minutes_after(item.ended_at, item.end_plan)
    if minutes is None:
        return ""
    return "tepat waktu" if not minutes else f"{minutes:+d} menit".replace("-", "−")


def _remark(item: Session) -> str:
    if item.skipped:
        return f"dilewati sesudah {_minutes(_lasted(item))}" if item.started_at else "dilewati"
    extra = item.extra_minutes or 0
    parts = (
        "" if item.started_at else "belum dijalankan",
        "masih berjalan" if item.is_running else "",
        f"jeda {_minutes(item.paused)}" if item.paused >= _MINUTE else "",
        f"{'ditambah' if extra > 0 else 'dipersingkat'} {abs(extra)} menit" if extra else "",
    )
    return ", ".join(part for part in parts if part)


def _lasted(item: Session) -> timedelta:
    return item.spent(datetime.fromisoformat(item.ended_at)) if item.ended_at else timedelta()


def _minutes(span: timedelta) -> str:
    return f"{round(span / _MINUTE)} menit"
