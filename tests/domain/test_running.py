"""The day while it runs: time left, lateness up to the next fixed point, minutes that can be won."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.running import (
    CALM,
    ERROR,
    WARNING,
    by_id,
    catch_up,
    clock_at,
    day_state,
    late_words,
    least,
    tone_of,
    whole_minutes,
)
from smartcity_desktop.domain.session import Session

WITA = timezone(timedelta(hours=8), "WITA")
DAY = "2026-08-04"


def at(hour, second=0):
    hours, minutes = hour.split(".")
    return datetime(2026, 8, 4, int(hours), int(minutes), second, tzinfo=WITA)


def block(row, begin, end, kind="materi", **more):
    plan = {"start_plan": begin.replace(".", ":"), "end_plan": end.replace(".", ":")}
    return Session(row, pos=row, date=DAY, title=row, kind=kind, **plan, **more)


def begun(row, begin, end, real, **more):
    return block(row, begin, end, started_at=at(real).isoformat(), **more)


def agenda(*first, fixed=True):
    """Return a morning up to lunch and two blocks behind it; ``first`` stand in place of the first blocks."""
    rest = (
        block("b", "09.15", "10.30", "kelompok"),
        block("c", "10.30", "11.00"),
        block("d", "11.00", "12.00", "presentasi"),
        block("lunch", "12.00", "13.00", "istirahat", fixed=fixed),
        block("e", "13.00", "14.30", "kelompok"),
        block("f", "14.30", "15.00"),
    )
    known = {item.id for item in first}
    return [*first, *(item for item in rest if item.id not in known)]


def test_a_block_that_began_on_time_says_what_is_left_and_when_it_ends():
    state = day_state(agenda(begun("a", "08.30", "09.15", "08.30")), at("08.45"))
    assert state.clock.left == timedelta(minutes=30)
    assert state.clock.share == pytest.approx(30 / 45)
    assert (state.clock.tone, state.ends, state.late, state.tone) == (CALM, at("09.15"), 0, CALM)
    assert state.next.session.id == "b"
    assert [item.session.id for item in state.coming] == ["b", "c", "d", "lunch", "e", "f"]


@pytest.mark.parametrize(
    ("share", "tone"),
    [
        (1.0, CALM),
        (0.21, CALM),
        (0.20, WARNING),
        (0.06, WARNING),
        (0.05, ERROR),
        (0.0, ERROR),
    ],
)
def test_orange_begins_at_a_fifth_and_red_at_a_twentieth(share, tone):
    assert tone_of(share) == tone
    assert clock_at(timedelta(minutes=100 * share), timedelta(minutes=100)).tone == tone


def test_what_began_late_carries_its_lateness_to_the_next_fixed_point():
    state = day_state(agenda(begun("a", "08.30", "09.15", "08.42")), at("08.50"))
    assert (state.ends, state.late, state.over, state.tone) == (at("09.27"), 12, 12, ERROR)
    assert [item.late for item in state.coming] == [12, 12, 12, 12, 0, 0]
    assert state.fixed.session.id == "lunch"


def test_free_time_before_a_fixed_point_takes_lateness_up():
    late = begun("a", "08.30", "09.15", "08.50")
    blocks = [late, block("b", "09.30", "10.30"), block("lunch", "12.00", "13.00", fixed=True)]
    state = day_state(blocks, at("09.00"))
    assert (state.late, state.over, state.tone) == (5, 0, WARNING)
    assert state.coming[0].start == at("09.35")


def test_a_lunch_that_is_run_over_wholly_is_still_a_lunch():
    state = day_state(agenda(begun("a", "08.30", "09.15", "10.40")), at("10.45"))
    lunch = next(item for item in state.coming if item.session.fixed)
    assert (lunch.start, lunch.end) == (at("14.10"), at("14.20"))
    assert state.coming[-2].start == at("14.20")


def test_what_is_ahead_moves_forward_but_never_a_fixed_point():
    early = begun("a", "08.30", "09.15", "08.20")
    state = day_state(agenda(early), at("08.30"))
    assert (state.late, state.tone) == (-10, CALM)
    assert [item.late for item in state.coming] == [-10, -10, -10, 0, 0, 0]


def test_a_block_that_is_over_ends_now_and_delays_with_every_minute():
    blocks = agenda(begun("a", "08.30", "09.15", "08.30"))
    state = day_state(blocks, at("09.20"))
    assert (whole_minutes(state.clock.left), state.clock.share, state.clock.tone) == (-5, 0.0, ERROR)
    assert (state.ends, state.late) == (at("09.20"), 5)
    assert day_state(blocks, at("09.25")).late == 10


def test_a_pause_stops_the_clock_and_moves_the_end():
    paused = begun("a", "08.30", "09.15", "08.30", paused_at=at("08.40").isoformat())
    first, later = (day_state(agenda(paused), at(hour)) for hour in ("08.45", "08.55"))
    assert first.clock == later.clock
    assert first.clock.left == timedelta(minutes=35)
    assert (first.ends, later.ends) == (at("09.20"), at("09.30"))
    assert (first.late, later.late) == (5, 15)
    over = begun("a", "08.30", "09.15", "08.30", paused_seconds=600)
    assert day_state(agenda(over), at("08.50")).clock.left == timedelta(minutes=35)


def test_minutes_given_and_taken_change_the_time_left_and_the_day():
    longer = day_state(agenda(begun("a", "08.30", "09.15", "08.30", extra_minutes=5)), at("08.45"))
    assert (longer.clock.left, longer.late) == (timedelta(minutes=35), 5)
    shorter = day_state(agenda(begun("a", "08.30", "09.15", "08.30", extra_minutes=-5)), at("08.45"))
    assert (shorter.clock.left, shorter.late) == (timedelta(minutes=25), -5)
    nothing = day_state(agenda(begun("a", "08.30", "09.15", "08.30", extra_minutes=-90)), at("08.30"))
    assert nothing.clock.left == timedelta(minutes=1)


def test_blocks_left_out_give_their_time_back():
    blocks = agenda(begun("a", "08.30", "09.15", "08.50"), block("c", "10.30", "11.00", skipped=True))
    state = day_state(blocks, at("09.00"))
    assert [item.session.id for item in state.coming] == ["b", "d", "lunch", "e", "f"]
    assert state.late == 0


def test_an_opening_may_slip_within_its_slack_without_alarm():
    slack = begun("a", "08.30", "09.15", "09.00", slack=60)
    state = day_state([slack, block("b", "09.15", "10.30")], at("09.05"))
    assert (state.late, state.tone) == (30, CALM)
    late = begun("a", "08.30", "09.15", "09.40", slack=60)
    assert day_state([late, block("b", "09.15", "10.30")], at("09.45")).tone == WARNING


def test_between_blocks_the_day_waits_for_the_next_one():
    ended = begun("a", "08.30", "09.15", "08.30", ended_at=at("09.10").isoformat())
    before = day_state(agenda(ended), at("09.12"))
    assert (before.running, before.late, before.next.start) == (None, 0, at("09.15"))
    after = day_state(agenda(ended), at("09.22"))
    assert (after.late, after.next.start) == (7, at("09.22"))


def test_what_was_passed_by_is_kept_apart_and_not_what_follows():
    blocks = agenda(block("a", "08.30", "09.15"), begun("b", "09.15", "10.30", "09.15"))
    state = day_state(blocks, at("09.20"))
    assert [item.id for item in state.passed_by] == ["a"]
    assert state.next.session.id == "c"


def test_an_agenda_can_be_tried_on_another_day_than_it_is_dated():
    moment = datetime(2027, 1, 2, 8, 50, tzinfo=WITA)
    tried = block("a", "08.30", "09.15", started_at=moment.replace(minute=42).isoformat())
    state = day_state(agenda(tried), moment)
    assert (state.late, state.ends) == (12, moment.replace(hour=9, minute=27))


@pytest.mark.parametrize("moment", [at("20.00") - timedelta(days=1), at("09.00") + timedelta(days=30)])
def test_a_day_that_is_only_looked_at_stands_as_it_is_planned(moment):
    state = day_state(agenda(block("a", "08.30", "09.15")), moment)
    assert [(item.start, item.late) for item in state.coming[:2]] == [(at("08.30"), 0), (at("09.15"), 0)]
    assert (state.over, state.tone, state.fixed.start) == (0, CALM, at("12.00"))


def test_a_trial_on_another_day_goes_on_behind_its_first_block():
    moment = datetime(2027, 1, 2, 8, 50, tzinfo=WITA)
    tried = block(
        "a",
        "08.30",
        "09.15",
        started_at=moment.replace(minute=10).isoformat(),
        ended_at=moment.replace(minute=40).isoformat(),
    )
    assert day_state(agenda(tried), moment).next.start == moment.replace(hour=9, minute=15)


def test_a_session_without_a_plan_runs_without_a_time_left():
    state = day_state([Session("x", date=DAY, title="x", started_at=at("08.30").isoformat())], at("08.45"))
    assert (state.clock.left, state.late, state.ends, state.coming) == (None, None, at("08.45"), ())


def test_a_day_in_which_nothing_stands_says_nothing():
    state = day_state([], at("08.30"))
    assert (state.running, state.next, state.late, state.tone) == (None, None, None, CALM)


def test_a_block_may_last_beyond_midnight():
    assert block("a", "23.00", "01.00").planned == timedelta(hours=2)
    assert block("a", "", "01.00").planned is None


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (12, "Terlambat 12 menit"),
        (130, "Terlambat 2 jam 10 menit"),
        (-3, "Lebih cepat 3 menit"),
        (0, "Tepat waktu"),
    ],
)
def test_lateness_is_said_in_words(minutes, words):
    assert late_words(minutes) == words


def test_less_than_a_minute_is_on_time():
    assert day_state(agenda(begun("a", "08.30", "09.15", "08.30")), at("09.15", 59)).late == 0


# Kejar 15 menit


@pytest.mark.parametrize(
    ("item", "waiting", "minutes"),
    [
        (block("a", "10.00", "10.30", "istirahat"), 0, 10),
        (block("a", "10.00", "10.05", "istirahat"), 0, 5),
        (block("a", "10.00", "11.15", "materi"), 0, 38),
        (block("a", "10.00", "10.20", "materi"), 0, 15),
        (block("a", "10.00", "11.30", "kelompok"), 0, 54),
        (block("a", "10.00", "11.30", "presentasi", speak_minutes=8, reply_minutes=5), 6, 78),
        (block("a", "10.00", "11.30", "presentasi"), 6, 42),
        (block("a", "10.00", "11.30", "presentasi", speak_minutes=8), 0, 45),
        (block("a", "10.00", "10.10", "foto"), 0, 5),
        (block("a", "10.00", "11.00", ""), 0, 30),
    ],
)
def test_a_block_keeps_a_sensible_least(item, waiting, minutes):
    assert least(item, waiting) == minutes


def test_fifteen_minutes_come_from_the_blocks_before_lunch_in_steps_of_five():
    blocks = agenda(begun("a", "08.30", "09.15", "08.45"))
    found = catch_up(blocks, at("08.50"), 15, {"d": 6})
    assert [(item.session.id, item.minutes, item.beyond) for item in found.savings] == [
        ("b", 5, False),
        ("c", 5, False),
        ("d", 5, False),
    ]
    assert (found.found, found.fixed.id) == (15, "lunch")
    cuts = {item.session.id: item.minutes for item in found.savings}
    after = day_state(blocks, at("08.50"), cuts)
    assert (after.late, after.over) == (0, 0)
    assert day_state(blocks, at("08.50")).late == 15


def test_what_is_missing_before_lunch_comes_from_behind_it_and_lunch_gives_nothing():
    blocks = agenda(begun("c", "10.30", "11.00", "10.50"))
    found = catch_up(blocks, at("10.55"), 30, {"d": 6})
    assert [(item.session.id, item.beyond) for item in found.savings] == [
        ("d", False),
        ("e", True),
        ("f", True),
    ]
    assert found.found == 30
    assert sum(item.minutes for item in found.savings if not item.beyond) == 18


def test_where_nothing_can_be_shortened_the_proposal_says_how_little_is_found():
    blocks = [
        begun("a", "08.30", "09.15", "08.30"),
        block("b", "09.15", "09.25", "istirahat"),
        block("c", "09.25", "10.25", "presentasi", speak_minutes=10),
        block("lunch", "12.00", "13.00", fixed=True),
    ]
    assert catch_up(blocks, at("08.50"), 15, {"c": 6}).found == 0
    assert catch_up(blocks, at("08.50"), 15, {"c": 5}).found == 10
    assert catch_up([], at("08.50"), 15).savings == ()


def test_what_was_shortened_before_gives_only_what_is_left():
    blocks = [begun("a", "08.30", "09.15", "08.30"), block("c", "09.15", "10.15", extra_minutes=-25)]
    found = catch_up(blocks, at("08.50"), 15)
    assert [(item.minutes, item.most) for item in found.savings] == [(5, 5)]


@given(
    st.integers(1, 90),
    st.lists(
        st.tuples(st.integers(1, 120), st.sampled_from(("materi", "kelompok", "istirahat", "foto", ""))),
        max_size=12,
    ),
    st.sets(st.integers(0, 11)),
)
def test_a_proposal_never_takes_more_than_asked_nor_touches_a_fixed_point(minutes, days, fixed):
    hour = 8 * 60
    blocks = [begun("z", "07.30", "08.00", "07.45")]
    for number, (lasts, kind) in enumerate(days):
        begin, end = (f"{part // 60 % 24:02d}.{part % 60:02d}" for part in (hour, hour + lasts))
        blocks.append(block(f"n{number:02d}", begin, end, kind, fixed=number in fixed))
        hour += lasts
        if hour >= 23 * 60:
            break
    found = catch_up(blocks, at("07.50"), minutes)
    assert found.found <= minutes
    for item in found.savings:
        assert not item.session.fixed
        assert 0 < item.minutes <= item.most
        assert whole_minutes(item.session.allotted) - item.minutes >= least(item.session)
    near = [item for item in found.savings if not item.beyond]
    if any(item.beyond for item in found.savings):
        assert sum(item.minutes for item in near) < minutes


def test_a_block_is_found_by_its_row_and_an_empty_one_where_it_is_gone():
    blocks = [block("a", "08.30", "09.15"), Session()]
    assert by_id(blocks, "a") is blocks[0]
    assert by_id(blocks, "x") == Session()
    assert by_id(blocks, "") == Session()
