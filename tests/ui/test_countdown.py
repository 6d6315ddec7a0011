"""The group time is told once and then counted here, whatever the laptop says when it is read again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smartcity_desktop.domain.session import Session
from ui.models.countdown import Countdown

RUNS = Session(
    "s",
    title="Kerja",
    started_at="2026-08-04T09:00:00+08:00",
    timer_minutes=60,
    timer_started_at="2026-08-04T09:00:00+08:00",
)
PAUSED = replace(RUNS, paused_at="2026-08-04T09:10:00+08:00")
AGAIN = replace(RUNS, timer_started_at="2026-08-04T09:20:00+08:00")


def minutes(count):
    return None if count.left is None else round(count.left.total_seconds() / 60)


@pytest.fixture
def count(qapp):
    assert qapp
    made = Countdown()
    made.show_session(RUNS, timedelta(minutes=50))
    return made


def test_what_is_read_again_by_another_clock_changes_nothing(count):
    count.show_session(RUNS, timedelta(minutes=-130))
    assert (minutes(count), count.weight) == (50, "calm")


def test_minutes_given_are_added_to_what_was_counted(count):
    count.show_session(replace(RUNS, timer_minutes=65), timedelta(minutes=-125))
    assert minutes(count) == 55


def test_a_pause_stands_still_and_goes_on_where_it_stood(count):
    count.show_session(PAUSED, timedelta(minutes=50))
    assert not count._timer.isActive()
    before = count.left
    assert count.left == before
    count.show_session(AGAIN, timedelta(minutes=-70))
    assert count._timer.isActive()
    assert minutes(count) == 50


def test_a_countdown_begun_anew_and_another_session_are_told(count):
    count.show_session(AGAIN, timedelta(minutes=60))
    assert minutes(count) == 60
    count.show_session(replace(RUNS, id="other"), timedelta(minutes=12))
    assert minutes(count) == 12
    count.show_session(None, None)
    assert (count.left, count.words) == (None, "–")
