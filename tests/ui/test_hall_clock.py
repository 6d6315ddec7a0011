"""The time of the hall is told once for a block and then counted by a steady clock."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QObject

from ui.models.hall_clock import STEADY, HallClock

NOON = datetime(2026, 8, 4, 12, 0, tzinfo=timezone(timedelta(hours=8)))


class Steady:
    seconds = 50.0

    def __call__(self):
        return self.seconds


def test_nobody_knows_the_time_before_it_was_told(qapp):
    assert qapp
    with pytest.raises(ValueError, match="nobody"):
        HallClock().now()


def test_a_running_block_keeps_the_time_that_was_told_first():
    steady = Steady()
    hall = HallClock(steady=steady)
    hall.tell("a", NOON)
    steady.seconds += 90
    assert hall.now() == NOON + timedelta(seconds=90)
    hall.tell("a", NOON + timedelta(hours=5))
    assert hall.now() == NOON + timedelta(seconds=90)


def test_another_block_and_none_take_the_time_anew():
    hall = HallClock(steady=Steady())
    hall.tell("a", NOON)
    hall.tell("b", NOON + timedelta(hours=1))
    assert hall.now() == NOON + timedelta(hours=1)
    for hours in (2, 3):
        hall.tell(None, NOON + timedelta(hours=hours))
        assert hall.now() == NOON + timedelta(hours=hours)
    hall.tell("b", NOON + timedelta(hours=4))
    assert hall.now() == NOON + timedelta(hours=4)


def test_a_window_has_one_clock():
    home = QObject()
    first = HallClock.of(home)
    assert HallClock.of(home) is first
    assert HallClock.of(QObject()) is not first


def test_the_steady_clock_only_goes_on():
    seen = [STEADY() for _ in range(5)]
    assert seen == sorted(seen)
