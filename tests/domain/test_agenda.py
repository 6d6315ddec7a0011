"""A day of blocks: what moves, what stays, and what is said between them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.entity import BLOCK_KINDS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session


def block(name, start, end, **more):
    return Session(id=RowId(name), title=name, start_plan=start, end_plan=end, kind="materi", **more)


MORNING = (
    block("Registrasi", "07:30", "08:30"),
    block("Pembukaan", "08:30", "09:15", slack=60),
    block("Materi", "09:15", "12:00"),
    replace(block("ISHOMA", "12:00", "13:00", fixed=True), kind="istirahat"),
    block("Kerja", "13:00", "14:30"),
)


def times(day):
    return [(item.title, item.start_plan, item.end_plan) for item in day]


def starts(day):
    return {item.title: item.start_plan for item in day}


def said(day):
    return {item.block.title: item.says for item in agenda.placed(day) if item.says}


def test_a_day_that_flows_stays_as_it_is():
    assert agenda.flow(MORNING) == MORNING
    assert said(MORNING) == {}


def test_a_longer_block_moves_what_follows_but_no_fixed_point_and_the_overrun_is_said():
    day = agenda.resized(MORNING, RowId("Pembukaan"), 75)
    assert starts(day) == starts(MORNING) | {"Materi": "09:45"}
    assert said(day) == {"ISHOMA": "melewati ISHOMA 30 menit"}
    assert times(day)[2] == ("Materi", "09:45", "12:30")


def test_a_shorter_block_leaves_room_before_the_fixed_point():
    assert said(agenda.resized(MORNING, RowId("Materi"), 150)) == {"ISHOMA": "longgar 15 menit"}


def test_what_follows_an_overrun_fixed_point_waits_for_both():
    day = agenda.resized(MORNING, RowId("Materi"), 300)
    assert starts(day)["Kerja"] == "14:15"
    assert said(day)["ISHOMA"] == "melewati ISHOMA 2 jam 15 menit"


def test_a_block_is_moved_among_the_others_and_the_day_still_begins_when_it_began():
    day = agenda.moved(MORNING, RowId("Materi"), 0)
    assert [item.title for item in day] == ["Materi", "Registrasi", "Pembukaan", "ISHOMA", "Kerja"]
    assert times(day)[:3] == [
        ("Materi", "07:30", "10:15"),
        ("Registrasi", "10:15", "11:15"),
        ("Pembukaan", "11:15", "12:00"),
    ]


def test_a_new_block_pushes_and_a_removed_one_pulls():
    day = agenda.inserted(MORNING, block("Rehat", "00:00", "00:15"), 2)
    assert starts(day)["Materi"] == "09:30"
    assert agenda.removed(day, RowId("Rehat")) == MORNING
    assert starts(agenda.removed(MORNING, RowId("Registrasi")))["Pembukaan"] == "07:30"
    assert agenda.removed((MORNING[0],), RowId("Registrasi")) == ()


def test_a_whole_day_begins_later_but_for_its_fixed_points():
    day = agenda.started(MORNING, "08:00")
    assert starts(day) == {
        "Registrasi": "08:00",
        "Pembukaan": "09:00",
        "Materi": "09:45",
        "ISHOMA": "12:00",
        "Kerja": "13:00",
    }


def test_a_block_that_is_pinned_keeps_its_start_until_it_is_let_go():
    day = agenda.pinned(MORNING, RowId("Materi"), "10:00")
    assert said(day) == {"Materi": "longgar 45 menit", "ISHOMA": "melewati ISHOMA 45 menit"}
    assert agenda.pinned(day, RowId("Materi"), "") == MORNING


def test_the_opening_may_slip_without_moving_lunch():
    late = {item.block.title: item for item in agenda.late(MORNING, RowId("Pembukaan"), 60)}
    assert agenda.span(late["Pembukaan"]) == "09.30–10.15"
    assert agenda.span(late["ISHOMA"]) == "12.00–13.00"
    assert late["ISHOMA"].overlap == 60
    assert agenda.late(MORNING, RowId("nobody"), 60) == agenda.placed(MORNING)


def test_how_late_a_block_may_begin_before_a_fixed_point_is_run_over():
    assert agenda.room(MORNING, RowId("Pembukaan")) == 0
    shorter = agenda.resized(MORNING, RowId("Materi"), 150)
    assert agenda.room(shorter, RowId("Pembukaan")) == 15
    assert agenda.room(MORNING, RowId("Kerja")) is None


def test_what_has_begun_keeps_its_planned_times():
    begun = replace(MORNING[1], started_at="2026-08-04T09:02:00+08:00")
    day = agenda.resized((MORNING[0], begun, *MORNING[2:]), RowId("Registrasi"), 120)
    assert times(day)[1] == ("Pembukaan", "08:30", "09:15")
    assert starts(day)["Materi"] == "09:30"


def test_a_session_begun_without_a_plan_lies_where_it_really_was():
    extra = Session(
        id=RowId("x"),
        title="Tamu",
        started_at="2026-08-04T10:00:00+08:00",
        ended_at="2026-08-04T10:20:00+08:00",
    )
    day = agenda.in_order((*MORNING, extra))
    assert [item.title for item in day][2:5] == ["Materi", "Tamu", "ISHOMA"]
    assert said(day) == {}
    assert agenda.span(agenda.placed(day)[3]) == "10.00–10.20"
    assert agenda.flow(day) == day


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-08-07", ("11:30", "13:30")), ("2026-08-06", ("12:00", "13:00")), ("", ("12:00", "13:00"))],
)
def test_lunch_follows_the_date(day, hours):
    assert agenda.lunch(day) == hours


def test_a_usual_lunch_changes_with_its_day_and_an_own_one_does_not():
    friday = agenda.on_day(MORNING[3], "2026-08-07")
    assert times([friday]) == [("ISHOMA dan salat Jum'at", "11:30", "13:30")]
    assert times([agenda.on_day(friday, "2026-08-10")]) == [("ISHOMA", "12:00", "13:00")]
    own = replace(MORNING[3], start_plan="12:15", end_plan="13:00")
    assert times([agenda.on_day(own, "2026-08-07")]) == [("ISHOMA", "12:15", "13:00")]


def test_a_friday_takes_its_minutes_from_the_work_of_the_morning_alone():
    day = agenda.fitted([agenda.on_day(item, "2026-08-07") for item in MORNING])
    assert said(day) == {}
    assert [agenda.minutes_of(item) for item in day] == [60, 45, 135, 120, 90]
    no_work = (replace(MORNING[0], end_plan="12:30", kind="seremoni"), MORNING[3])
    assert agenda.fitted(no_work) == no_work


def test_work_before_an_earlier_fixed_point_gives_nothing():
    signing = block("Tanda tangan", "10:00", "11:00", fixed=True)
    day = (MORNING[2], signing, block("Dialog", "11:00", "12:30"), MORNING[3])
    day = agenda.fitted((replace(day[0], start_plan="08:00", end_plan="09:00"), *day[1:]))
    assert [agenda.minutes_of(item) for item in day] == [60, 60, 60, 60]


def test_a_day_goes_on_behind_midnight_without_losing_a_minute():
    long = tuple(block(str(number), "00:00", "01:00") for number in range(60))
    found = agenda.placed(agenda.flow(long, 7 * 60))
    assert [item.minutes for item in found] == [60] * 60
    assert found[-1].start == (7 + 59) * 60
    assert [item.says for item in found] == [""] * 60


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        *(("08:30", 510), ("8.05", 485), ("2026-08-04T09:18:05+08:00", 558)),
        *(("24:00", None), ("08:75", None), ("pagi", None), ("", None), ("8:5:1", None)),
    ],
)
def test_a_time_that_is_none_is_told_from_one(text, minute):
    assert agenda.minute_of(text) == minute


@pytest.mark.parametrize(
    ("minutes", "words"), [(5, "5 menit"), (60, "1 jam"), (90, "1 jam 30 menit"), (0, "0 menit")]
)
def test_durations_are_said_in_words(minutes, words):
    assert agenda.duration(minutes) == words


def test_every_kind_has_its_words_and_its_usual_length():
    assert set(agenda.KIND_WORDS) == set(agenda.USUAL_MINUTES) == set(BLOCK_KINDS)
    assert agenda.minutes_of(Session(kind="kelompok")) == 90
    assert agenda.minutes_of(Session(kind="kelompok", timer_minutes=40)) == 40
    assert agenda.minutes_of(Session()) == agenda.USUAL


def test_the_days_of_a_stage_are_those_between_its_dates_and_never_a_year():
    assert agenda.stage_days("2026-08-04", "2026-08-05") == ("2026-08-04", "2026-08-05")
    assert (
        agenda.stage_days("2026-08-04", "")
        == agenda.stage_days("2026-08-04", "2026-08-01")
        == ("2026-08-04",)
    )
    assert agenda.stage_days("", "2026-08-05") == ("2026-08-05",)
    assert agenda.stage_days("", "") == ()
    assert len(agenda.stage_days("2026-08-04", "2062-08-05")) == agenda.DAYS_MOST


def test_only_what_changed_is_written():
    day = agenda.resized(MORNING, RowId("Materi"), 150)
    assert [(edit.row, edit.field, edit.val) for edit in agenda.edits(MORNING, day)] == [
        ("Materi", "end_plan", "11:45")
    ]
    assert agenda.edits(MORNING, MORNING) == []


def whole(lengths, fixed):
    """Return a day of these lengths in which some blocks are fixed points."""
    day, cursor = [], 7 * 60
    for number, minutes in enumerate(lengths):
        name = str(number)
        stands = number in fixed
        start = cursor + (fixed[number] if stands else 0)
        day.append(block(name, agenda.clock_of(start), agenda.clock_of(start + minutes), fixed=stands))
        cursor = start + minutes
    return agenda.flow(day)


DAYS = st.builds(
    whole,
    st.lists(st.integers(1, 12).map(lambda n: n * 5), min_size=1, max_size=12),
    st.dictionaries(st.integers(0, 11), st.integers(0, 30), max_size=3),
)
CHANGES = st.sampled_from(("move", "longer", "remove", "insert", "late"))


def changed(day, change, place, other):
    row = day[place % len(day)].id
    if change == "move":
        return agenda.moved(day, row, other % len(day))
    if change == "longer":
        return agenda.resized(day, row, 5 + other * 5)
    if change == "remove":
        return agenda.removed(day, row)
    if change == "insert":
        return agenda.inserted(day, block("new", "00:00", "00:25"), other % (len(day) + 1))
    return agenda.started(day, agenda.clock_of(6 * 60 + other * 5))


@given(DAYS, CHANGES, st.integers(0, 30), st.integers(0, 30))
def test_no_change_ever_moves_a_fixed_block_or_shortens_another(day, change, place, other):
    after = changed(day, change, place, other)
    known = {item.id: item for item in day}
    touched = day[place % len(day)].id if change == "longer" else ""
    for item in after:
        if item.id not in known:
            continue
        if item.fixed:
            assert item.start_plan == known[item.id].start_plan
        if item.id != touched:
            assert agenda.minutes_of(item) == agenda.minutes_of(known[item.id])


@given(DAYS, CHANGES, st.integers(0, 30), st.integers(0, 30))
def test_the_others_keep_their_order_and_nothing_is_lost(day, change, place, other):
    after = [item.id for item in changed(day, change, place, other)]
    row = day[place % len(day)].id if change in {"move", "remove"} else "new"
    assert [item for item in after if item != row] == [item.id for item in day if item.id != row]
    assert (row in after) == (change in {"move", "insert"})


@given(DAYS, CHANGES, st.integers(0, 30), st.integers(0, 30))
def test_what_is_not_fixed_begins_where_all_before_it_have_ended(day, change, place, other):
    ends = None
    for item in agenda.placed(changed(day, change, place, other)):
        if ends is not None and not item.block.fixed:
            assert item.start == ends
            assert item.says == ""
        if ends is not None and item.block.fixed:
            assert item.gap - item.overlap == item.start - ends
        ends = item.end if ends is None else max(ends, item.end)


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_a_block_moved_there_and_back_gives_the_same_day(day, place, other):
    at = place % len(day)
    row = day[at].id
    if day[0].fixed or agenda.moved(day, row, other % len(day))[0].fixed:
        return
    assert agenda.moved(agenda.moved(day, row, other % len(day)), row, at) == day
