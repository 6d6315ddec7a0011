"""Groups in a block: how far each is, and whose turn it is to speak. Pure.

Every group of the division is in the queue: those with a place by it, the others behind in the order of their
tables, so that a presentation can begin without anybody having drawn an order.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from smartcity_desktop.domain.entity import TURN_STATES
from smartcity_desktop.domain.group import Group, Grouping, Turn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.running import USUAL_SPEECH, Clock, clock_at
from smartcity_desktop.domain.session import Session

BEGUN, WORKING, DELIVERED = TURN_STATES
WAITING, SPEAKING, REPLYING, HEARD = "menunggu", "bicara", "tanggapan", "selesai"
STATE_WORDS: Final = {BEGUN: "Belum mulai", WORKING: "Bekerja", DELIVERED: "Menyerahkan"}
PHASE_WORDS: Final = {
    WAITING: "Menunggu",
    SPEAKING: "Berbicara",
    REPLYING: "Tanggapan",
    HEARD: "Sudah berbicara",
}
_LAST: Final = 10**6
_OF_GROUPS: Final = frozenset({"kelompok", "presentasi"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A group with its turn in one session; the turn is empty where nothing happened to it yet."""

    group: Group
    turn: Turn

    @property
    def state(self) -> str:
        """How far it is, one of ``entity.TURN_STATES``."""
        return self.turn.state or BEGUN

    @property
    def phase(self) -> str:
        """Whether it waits, speaks, hears its reply, or was heard."""
        if self.turn.spoke_until:
            return HEARD
        if self.turn.reply_at:
            return REPLYING
        return SPEAKING if self.turn.spoke_at else WAITING


def grouping_of(session: Session, sessions: Sequence[Session], groupings: Sequence[Grouping]) -> RowId:
    """Return the division that a block works with: its own, else that of the last block of its stage."""
    known = {item.id for item in groupings}
    if session.grouping in known:
        return session.grouping
    used = [item.grouping for item in sessions if item.stage == session.stage and item.grouping in known]
    own = [item.id for item in groupings if item.stage == session.stage]
    return (used or own or [NO_ROW])[-1]


def works_with(session: Session, sessions: Sequence[Session], groupings: Sequence[Grouping]) -> RowId:
    """Return the division whose groups did the work of a block, empty where it is no work of groups."""
    if not session.grouping and session.kind not in _OF_GROUPS:
        return NO_ROW
    return grouping_of(session, sessions, groupings)


def board(groups: Sequence[Group], turns: Sequence[Turn]) -> tuple[Slot, ...]:
    """Return all groups in the order of the division, each with its turn."""
    by_group = {item.group: item for item in turns}
    return tuple(Slot(item, by_group.get(item.id, Turn(group=item.id))) for item in groups)


def delivered(slots: Sequence[Slot]) -> int:
    """Return how many groups have delivered."""
    return sum(item.state == DELIVERED for item in slots)


def counts(slots: Sequence[Slot]) -> Mapping[str, int]:
    """Return how many groups are in each state, in the order of the states."""
    return {state: sum(item.state == state for item in slots) for state in TURN_STATES}


def next_state(state: str) -> str:
    """Return the state after one, from the last to the first."""
    place = TURN_STATES.index(state) if state in TURN_STATES else 0
    return TURN_STATES[(place + 1) % len(TURN_STATES)]


def queue(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the groups in the order in which they speak."""
    order = {item.group.id: at for at, item in enumerate(slots)}
    return tuple(sorted(slots, key=lambda item: (item.turn.place or _LAST, order[item.group.id])))


def speaker(slots: Sequence[Slot]) -> Slot | None:
    """Return who speaks or hears the reply now."""
    return next((item for item in queue(slots) if item.phase in {SPEAKING, REPLYING}), None)


def upcoming(slots: Sequence[Slot]) -> Slot | None:
    """Return who speaks next."""
    return next((item for item in queue(slots) if item.phase == WAITING), None)


def last_heard(slots: Sequence[Slot]) -> Slot | None:
    """Return who was heard last."""
    heard = [item for item in slots if item.phase == HEARD]
    return max(heard, key=lambda item: item.turn.spoke_until, default=None)


def unheard(slots: Sequence[Slot]) -> int:
    """Return how many groups are still to be heard to the end."""
    return sum(item.phase != HEARD for item in slots)


def drawn(slots: Sequence[Slot], rng: random.Random) -> list[RowId]:
    """Return an order in which those who wait are shuffled; who was heard or speaks keeps the place in front.

    The same random source and the same groups give the same order.
    """
    listed = queue(slots)
    begun = [item.group.id for item in listed if item.phase != WAITING]
    waiting = sorted(item.group.id for item in listed if item.phase == WAITING)
    rng.shuffle(waiting)
    return begun + waiting


def moved(slots: Sequence[Slot], group: RowId, by: int) -> list[RowId]:
    """Return the order with one group ``by`` places later (earlier where negative), at most to the ends.

    It stays among those who wait: nobody is put before a group that was heard or speaks.
    """
    listed = queue(slots)
    front = [item.group.id for item in listed if item.phase != WAITING and item.group.id != group]
    rest = [item.group.id for item in listed if item.group.id not in front]
    if group in rest:
        place = max(0, min(len(rest) - 1, rest.index(group) + by))
        rest.remove(group)
        rest.insert(place, group)
    return front + rest


def speech_clock(slot: Slot, session: Session, now: datetime) -> Clock:
    """Return the countdown of a group: of its speech, then of the reply; still in a pause of the block."""
    turn = slot.turn
    if slot.phase not in {SPEAKING, REPLYING}:
        return Clock()
    replying = slot.phase == REPLYING
    minutes = (session.reply_minutes or 0) if replying else (session.speak_minutes or USUAL_SPEECH)
    whole = timedelta(minutes=max(0, minutes + (turn.extra_minutes or 0)))
    began = datetime.fromisoformat(turn.reply_at if replying else turn.spoke_at)
    spent = max(timedelta(), session.counts_at(now) - began)
    return clock_at(whole - spent, whole or timedelta(seconds=1))


def spoken(turn: Turn) -> tuple[timedelta, timedelta] | None:
    """Return how long a group spoke and how long it was replied to, None where it was not heard."""
    if not turn.spoke_at or not turn.spoke_until:
        return None
    until = datetime.fromisoformat(turn.spoke_until)
    replied = datetime.fromisoformat(turn.reply_at) if turn.reply_at else until
    return replied - datetime.fromisoformat(turn.spoke_at), until - replied
