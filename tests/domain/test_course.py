"""How a day went, for paper."""

from smartcity_desktop.domain.course import CourseLine, TurnLine, course, turn_lines
from smartcity_desktop.domain.group import Group, Turn
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import board

DAY = "2026-08-04"
GROUPS = [Group(name, name=name.upper()) for name in "abc"]


def at(hour):
    return f"{DAY}T{hour}:00+08:00"


def block(title, begin, end, *real, **more):
    began, ended = (*[at(hour) for hour in real], "", "")[:2]
    plan = {"start_plan": begin, "end_plan": end}
    return Session(title, date=DAY, title=title, started_at=began, ended_at=ended, **plan, **more)


def test_planned_and_real_times_stand_beside_each_other_in_the_order_of_the_plan():
    late = block("b", "09:15", "10:30", "09:22", "10:45", paused_seconds=480, extra_minutes=5)
    lines = course([late, block("a", "08:30", "09:15", "08:30", "09:10")], late)
    assert lines == (
        CourseLine("a", "08.30–09.15", "08.30–09.10", "−5 menit"),
        CourseLine(
            "b", "09.15–10.30", "09.22–10.45", "+15 menit", "jeda 8 menit, ditambah 5 menit", own=True
        ),
    )


def test_what_runs_waits_or_was_left_out_says_so():
    lines = course(
        [
            block("a", "08:00", "08:30", "08:00", "08:30"),
            block("b", "08:30", "09:00", "08:30", "08:40", skipped=True),
            block("c", "09:00", "09:30", skipped=True),
            block("d", "09:30", "10:00", "09:31", extra_minutes=-10),
            block("e", "10:00", "10:30"),
        ]
    )
    assert [(item.actual, item.difference, item.remark) for item in lines] == [
        ("08.00–08.30", "tepat waktu", ""),
        ("08.30–08.40", "", "dilewati sesudah 10 menit"),
        ("", "", "dilewati"),
        ("09.31–…", "", "masih berjalan, dipersingkat 10 menit"),
        ("", "", "belum dijalankan"),
    ]


def test_a_session_without_a_plan_stands_where_it_began():
    lines = course([block("b", "09:00", "10:00"), block("a", "", "", "08:30", "08:50")])
    assert [(item.title, item.planned, item.difference) for item in lines] == [
        ("a", "", ""),
        ("b", "09.00–10.00", ""),
    ]


def test_groups_stand_in_the_order_they_spoke_with_what_they_delivered():
    turns = [
        Turn("1", session="s", group="a", state="menyerahkan", state_at=at("10:31"), delivered="12 program"),
        Turn(
            "2", session="s", group="c", spoke_at=at("11:00"), reply_at=at("11:08"), spoke_until=at("11:12")
        ),
        Turn("3", session="s", group="b", spoke_at=at("11:12")),
    ]
    assert turn_lines(board(GROUPS, turns)) == (
        TurnLine("C", "Belum mulai", "", "", 1, "11.00", "8 menit", "4 menit"),
        TurnLine("B", "Belum mulai", "", "", 2, "11.12", "", ""),
        TurnLine("A", "Menyerahkan", "10.31", "12 program"),
    )


def test_groups_to_whom_nothing_happened_are_not_told_of():
    assert turn_lines(board(GROUPS, [Turn("1", group="a", place=2)])) == ()
    assert turn_lines(()) == ()


def test_an_end_behind_midnight_is_compared_with_the_same_night():
    early = block("a", "23:30", "00:30", "23:30", "23:50")
    late = Session(
        "b",
        start_plan="22:00",
        end_plan="23:50",
        started_at=at("22:00"),
        ended_at="2026-08-05T00:10:00+08:00",
    )
    night = block("c", "00:30", "01:00")
    lines = course([night, early, late])
    assert [(item.title, item.difference) for item in lines] == [
        ("", "+20 menit"),
        ("a", "−40 menit"),
        ("c", ""),
    ]
