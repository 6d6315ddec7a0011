"""Groups in a block: how far each is, the queue, and the countdown of who speaks."""

import random
from datetime import datetime, timedelta, timezone

import pytest

from smartcity_desktop.domain.group import Group, Grouping, Turn
from smartcity_desktop.domain.running import CALM, ERROR, WARNING
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import (
    HEARD,
    REPLYING,
    SPEAKING,
    WAITING,
    board,
    counts,
    delivered,
    drawn,
    grouping_of,
    last_heard,
    moved,
    next_state,
    queue,
    speaker,
    speech_clock,
    spoken,
    unheard,
    upcoming,
)

WITA = timezone(timedelta(hours=8), "WITA")
GROUPS = [Group(name, name=name.upper()) for name in "abcdef"]
TALK = Session(
    "s", kind="presentasi", started_at="2026-08-04T10:00:00+08:00", speak_minutes=8, reply_minutes=4
)


def at(minute, second=0):
    return datetime(2026, 8, 4, 10, minute, second, tzinfo=WITA)


def turn(group, **more):
    return Turn(group, session="s", group=group, **more)


def names(slots):
    return "".join(item.group.id for item in slots)


def test_every_group_stands_on_the_board_with_what_is_known_of_it():
    slots = board(GROUPS, [turn("c", state="bekerja"), turn("e", state="menyerahkan"), turn("gone")])
    assert names(slots) == "abcdef"
    assert [item.state for item in slots][2:5] == ["bekerja", "belum", "menyerahkan"]
    assert (delivered(slots), counts(slots)) == (1, {"belum": 4, "bekerja": 1, "menyerahkan": 1})


def test_states_go_round():
    assert [next_state(item) for item in ("belum", "bekerja", "menyerahkan", "")] == [
        "bekerja",
        "menyerahkan",
        "belum",
        "bekerja",
    ]


def test_without_a_draw_the_groups_speak_in_the_order_of_their_tables():
    slots = board(GROUPS, [])
    assert names(queue(slots)) == "abcdef"
    assert upcoming(slots).group.id == "a"
    assert (speaker(slots), last_heard(slots), unheard(slots)) == (None, None, 6)


def test_a_group_waits_speaks_is_replied_to_and_was_heard():
    moments = {"spoke_at": at(1).isoformat()}
    assert [
        item.phase
        for item in board(
            GROUPS[:4],
            [
                turn("b", **moments),
                turn("c", **moments, reply_at=at(9).isoformat()),
                turn("d", **moments, spoke_until=at(9).isoformat()),
            ],
        )
    ] == [WAITING, SPEAKING, REPLYING, HEARD]


def test_a_draw_can_be_repeated_and_leaves_those_in_front_who_were_heard():
    slots = board(
        GROUPS,
        [
            turn("d", place=1, spoke_at=at(1).isoformat(), spoke_until=at(9).isoformat()),
            turn("b", place=2, spoke_at=at(9).isoformat()),
        ],
    )
    order = drawn(slots, random.Random(5))
    assert order[:2] == ["d", "b"]
    assert sorted(order) == list("abcdef")
    assert order == drawn(board(GROUPS[::-1], [item.turn for item in slots]), random.Random(5))
    assert len({tuple(drawn(slots, random.Random(seed))) for seed in range(20)}) > 5


@pytest.mark.parametrize(
    ("group", "by", "order"),
    [("c", -1, "acbdef"), ("c", 1, "abdcef"), ("c", 99, "abdefc"), ("f", -99, "afbcde"), ("x", 1, "abcdef")],
)
def test_a_group_is_moved_among_those_who_wait(group, by, order):
    heard = turn("a", place=1, spoke_at=at(1).isoformat(), spoke_until=at(9).isoformat())
    assert "".join(moved(board(GROUPS, [heard]), group, by)) == order


def test_a_group_that_speaks_can_be_put_off():
    slots = board(GROUPS, [turn("a", place=1, spoke_at=at(1).isoformat())])
    assert "".join(moved(slots, "a", 1)) == "bacdef"


def test_the_countdown_runs_for_the_speech_and_then_for_the_reply():
    slot = board(GROUPS, [turn("a", spoke_at=at(1).isoformat())])[0]
    assert speech_clock(slot, TALK, at(3)).left == timedelta(minutes=6)
    assert speech_clock(slot, TALK, at(3)).tone == CALM
    assert speech_clock(slot, TALK, at(7, 30)).tone == WARNING
    over = speech_clock(slot, TALK, at(10))
    assert (over.left, over.tone) == (timedelta(minutes=-1), ERROR)
    reply = board(GROUPS, [turn("a", spoke_at=at(1).isoformat(), reply_at=at(9).isoformat())])[0]
    assert speech_clock(reply, TALK, at(10)).left == timedelta(minutes=3)
    more = board(GROUPS, [turn("a", spoke_at=at(1).isoformat(), extra_minutes=2)])[0]
    assert speech_clock(more, TALK, at(3)).left == timedelta(minutes=8)
    assert speech_clock(board(GROUPS, [])[0], TALK, at(3)).left is None


def test_the_countdown_of_a_group_stands_still_in_a_pause():
    paused = Session("s", started_at=TALK.started_at, paused_at=at(4).isoformat(), speak_minutes=8)
    slot = board(GROUPS, [turn("a", spoke_at=at(1).isoformat())])[0]
    assert speech_clock(slot, paused, at(30)).left == timedelta(minutes=5)


def test_without_minutes_a_group_speaks_as_long_as_usual_and_the_reply_has_no_time():
    free = Session("s", started_at=TALK.started_at)
    slot = board(GROUPS, [turn("a", spoke_at=at(1).isoformat())])[0]
    assert speech_clock(slot, free, at(1)).left == timedelta(minutes=7)
    reply = board(GROUPS, [turn("a", spoke_at=at(1).isoformat(), reply_at=at(8).isoformat())])[0]
    assert speech_clock(reply, free, at(9)).left == timedelta(minutes=-1)


def test_real_speaking_times_are_kept():
    assert spoken(turn("a")) is None
    assert spoken(turn("a", spoke_at=at(1).isoformat())) is None
    whole = turn("a", spoke_at=at(1).isoformat(), reply_at=at(9).isoformat(), spoke_until=at(14).isoformat())
    assert spoken(whole) == (timedelta(minutes=8), timedelta(minutes=5))
    without = turn("a", spoke_at=at(1).isoformat(), spoke_until=at(9).isoformat())
    assert spoken(without) == (timedelta(minutes=8), timedelta())


def test_who_was_heard_last_is_known():
    slots = board(
        GROUPS,
        [
            turn(name, place=place, spoke_at=at(place).isoformat(), spoke_until=at(place + 1).isoformat())
            for place, name in enumerate("cab", start=1)
        ],
    )
    assert (last_heard(slots).group.id, unheard(slots), upcoming(slots).group.id) == ("b", 3, "d")


def test_a_block_works_with_its_own_division_else_with_the_last_one_of_its_stage():
    groupings = [Grouping("g1", stage="t1"), Grouping("g2", stage="t1"), Grouping("g3", stage="t2")]
    work = Session("w", stage="t1", grouping="g1")
    assert grouping_of(work, [work], groupings) == "g1"
    assert grouping_of(Session("x", stage="t1"), [work], groupings) == "g1"
    assert grouping_of(Session("x", stage="t1"), [], groupings) == "g2"
    assert grouping_of(Session("x", stage="t1", grouping="gone"), [], groupings) == "g2"
    assert grouping_of(Session("x", stage="t9"), [], groupings) == ""
