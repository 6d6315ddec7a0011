"""The clocks of the hall: of a block or its groups, of who speaks, and the time of day. Pure."""

from datetime import datetime, timedelta

from smartcity_desktop.domain.hall import COUNTS_DOWN, TELLS_TIME, Ticking
from smartcity_desktop.domain.running import USUAL_SPEECH
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import PHASE_WORDS, REPLYING, Slot, speech_clock
from smartcity_desktop.domain.wording import clock_time


def block_clock(block: Session, now: datetime, zone: str) -> Ticking | None:
    """Return the countdown of a block: of its groups where theirs runs, else its own; None without a plan."""
    left, whole = block.timer_left(now), timedelta(minutes=block.timer_minutes or 0)
    if left is None:
        left, whole = block.left(now), block.allotted or timedelta()
    if left is None:
        return None
    below = "jeda" if block.is_paused else f"selesai pukul {clock_time(now + left)} {zone}".rstrip()
    seconds, of_all = round(left.total_seconds()), round(whole.total_seconds())
    return Ticking(COUNTS_DOWN, seconds, of_all, block.is_paused, below)


def speech(slot: Slot, block: Session, now: datetime) -> Ticking:
    """Return the countdown of the group that speaks, or hears the reply."""
    told = speech_clock(slot, block, now)
    left = round((told.left or timedelta()).total_seconds())
    minutes = (block.reply_minutes or 0) if slot.phase == REPLYING else (block.speak_minutes or USUAL_SPEECH)
    whole = max(1, minutes + (slot.turn.extra_minutes or 0)) * 60
    return Ticking(COUNTS_DOWN, left, whole, block.is_paused, PHASE_WORDS[slot.phase].lower())


def time_of_day(now: datetime, zone: str) -> Ticking:
    """Return the clock on the wall."""
    return Ticking(TELLS_TIME, (now.hour * 60 + now.minute) * 60 + now.second, below=zone)
