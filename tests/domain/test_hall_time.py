"""The clocks of the hall, from stored blocks and one moment."""

from datetime import datetime, timedelta, timezone

from smartcity_desktop.domain.group import Group, Turn
from smartcity_desktop.domain.hall import COUNTS_DOWN, TELLS_TIME, Ticking
from smartcity_desktop.domain.hall_time import block_clock, speech, time_of_day
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import Slot

WITA = timezone(timedelta(hours=8), "WITA")
NINE = datetime(2026, 8, 4, 9, tzinfo=WITA)


def block(**more):
    values = {"start_plan": "09:00", "end_plan": "10:00", "started_at": NINE.isoformat()}
    return Session(**(values | more))


def test_a_block_counts_to_its_end_and_its_groups_to_theirs():
    at = NINE + timedelta(minutes=20)
    own = Ticking(COUNTS_DOWN, 2400, 3600, below="selesai pukul 10.00 WITA")
    assert block_clock(block(), at, "WITA") == own
    groups = block(timer_minutes=30, timer_started_at=NINE.isoformat())
    assert block_clock(groups, at, "").below == "selesai pukul 09.30"
    assert block_clock(groups, at, "").whole == 1800


def test_a_pause_stands_and_a_block_without_a_plan_has_no_countdown():
    paused = block(paused_at=(NINE + timedelta(minutes=5)).isoformat())
    found = block_clock(paused, NINE + timedelta(minutes=40), "WITA")
    assert (found.seconds, found.stands, found.below) == (55 * 60, True, "jeda")
    assert block_clock(block(end_plan=""), NINE, "WITA") is None


def test_who_speaks_has_seven_minutes_where_nobody_said_more_and_the_reply_its_own():
    begun = (NINE - timedelta(minutes=2)).isoformat()
    speaks = Slot(Group(RowId("g")), Turn(spoke_at=begun))
    assert speech(speaks, block(), NINE) == Ticking(COUNTS_DOWN, 300, 420, below="berbicara")
    longer = Slot(Group(RowId("g")), Turn(spoke_at=begun, extra_minutes=2))
    assert speech(longer, block(speak_minutes=5), NINE).whole == 420
    replies = Slot(Group(RowId("g")), Turn(spoke_at=begun, reply_at=NINE.isoformat()))
    found = speech(replies, block(reply_minutes=3), NINE)
    assert (found.seconds, found.whole, found.below) == (180, 180, "tanggapan")
    assert speech(replies, block(), NINE).whole == 60


def test_the_clock_on_the_wall_counts_from_midnight():
    assert time_of_day(NINE, "WITA") == Ticking(TELLS_TIME, 9 * 3600, below="WITA")
