"""Running the day: blocks, pauses, minutes given and won, the groups and their queue."""

import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.running import catch_up, day_state
from smartcity_desktop.domain.session import Session, countdown
from smartcity_desktop.domain.turns import queue, speaker, speech_clock, spoken
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.session import NewSession

DAY = "2026-08-04"
WITA = timezone(timedelta(hours=8), "WITA")
PLAN = (
    ("buka", "08:30", "09:15", "seremoni", {"slack": 60}),
    ("materi", "09:15", "10:15", "materi", {}),
    ("kerja", "10:15", "11:15", "kelompok", {}),
    ("talk", "11:15", "12:00", "presentasi", {"speak_minutes": 5, "reply_minutes": 2}),
    ("lunch", "12:00", "13:00", "istirahat", {"fixed": True}),
    ("sore", "13:00", "15:00", "kelompok", {}),
)


@pytest.fixture
def store(desk):
    return desk._store


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def agenda(store, stage):
    """The rows of the day's blocks by their names."""
    rows = {name: store.ids.new() for name, *_ in PLAN}
    edits = []
    for (name, begin, end, kind, more), pos in zip(PLAN, store.positions("session", len(PLAN)), strict=True):
        values = {"stage": stage, "date": DAY, "title": name, "start_plan": begin, "end_plan": end}
        edits.append(Birth("session", rows[name], {**values, "kind": kind, "pos": pos, **more}))
    store.write(edits, "susun agenda")
    return rows


@pytest.fixture
def groups(store, stage):
    """The rows of three groups of one division."""
    division = store.ids.new()
    edits = [Birth("grouping", division, {"stage": stage, "title": "Dimensi", "kind": "dimensi", "pos": "a"})]
    rows = [store.ids.new() for _ in range(3)]
    edits += [
        Birth("group", row, {"grouping": division, "name": f"Kelompok {at}", "pos": f"a{at}"})
        for at, row in enumerate(rows, start=1)
    ]
    store.write(edits, "bagi kelompok")
    return rows


def now(ticking, hour):
    hours, minutes = hour.split(".")
    ticking.moment = datetime(2026, 8, 4, int(hours), int(minutes), tzinfo=WITA)


def test_a_block_starts_at_its_row_and_only_one_runs(desk, agenda, ticking):
    now(ticking, "08.42")
    assert desk.session.due().title == "buka"
    assert not desk.session.start_block("gone")
    desk.session.start_block(agenda["buka"])
    running = desk.session.running()
    assert (running.id, running.started_at[:16]) == (agenda["buka"], "2026-08-04T08:42")
    with pytest.raises(UserFault, match="session-running"):
        desk.session.start_block(agenda["materi"])
    assert not desk.session.start_block(agenda["buka"])
    assert desk.session.due().title == "materi"
    assert day_state(desk.session.day().blocks, desk.session.day().now).late == 12


def test_the_next_block_begins_as_this_one_ends_in_one_act(desk, agenda, ticking):
    now(ticking, "08.30")
    desk.session.start_block(agenda["buka"])
    now(ticking, "09.20")
    desk.session.next_block()
    first, second = desk.session.get(agenda["buka"]), desk.session.running()
    assert (second.id, first.ended_at, first.ended_at[:16]) == (
        agenda["materi"],
        second.started_at,
        "2026-08-04T09:20",
    )
    assert desk.undo_label() == "mulai materi"
    desk.undo()
    assert desk.session.running().id == agenda["buka"]
    assert not desk.session.get(agenda["materi"]).started_at


def test_behind_the_last_block_there_is_no_next_one(desk, agenda, ticking):
    now(ticking, "13.00")
    desk.session.start_block(agenda["sore"])
    assert not desk.session.next_block()
    assert desk.session.running().id == agenda["sore"]


def test_a_block_that_is_left_out_ends_and_the_next_one_begins(desk, agenda, ticking):
    now(ticking, "09.15")
    desk.session.start_block(agenda["materi"])
    now(ticking, "09.30")
    desk.session.next_block(skip=True)
    assert desk.session.running().id == agenda["kerja"]
    gone = desk.session.get(agenda["materi"])
    assert (gone.skipped, gone.ended_at[:16]) == (True, "2026-08-04T09:30")
    desk.undo()
    assert desk.session.running().id == agenda["materi"]


def test_without_a_running_block_the_next_one_is_left_out(desk, agenda, ticking):
    now(ticking, "08.30")
    desk.session.next_block(skip=True)
    assert desk.session.running() is None
    assert desk.session.get(agenda["buka"]).skipped
    assert desk.session.due().title == "materi"
    desk.session.leave_out(agenda["buka"], skipped=False)
    assert desk.session.due().title == "buka"
    desk.session.leave_out(agenda["lunch"])
    assert desk.session.get(agenda["lunch"]).skipped


def test_a_pause_stops_block_and_groups_and_is_kept(desk, agenda, ticking):
    now(ticking, "10.15")
    desk.session.start_block(agenda["kerja"])
    assert countdown(desk.session.timer_left()) == "1:00:00"
    now(ticking, "10.25")
    desk.session.pause(agenda["kerja"])
    assert not desk.session.pause(agenda["kerja"])
    now(ticking, "10.40")
    paused = desk.session.running()
    assert paused.left(ticking()) == timedelta(minutes=50)
    assert countdown(desk.session.timer_left()) == "50:00"
    desk.session.resume(agenda["kerja"])
    assert not desk.session.resume(agenda["kerja"])
    now(ticking, "10.50")
    block = desk.session.running()
    assert (block.paused_seconds, countdown(block.left(ticking()))) == (900, "40:00")
    assert countdown(desk.session.timer_left()) == "40:00"
    assert [item.title for item in desk.session.sessions() if item.paused_at] == []


def test_a_block_ends_together_with_its_pause(desk, agenda, ticking):
    now(ticking, "09.15")
    desk.session.start_block(agenda["materi"])
    now(ticking, "09.45")
    desk.session.pause(agenda["materi"])
    now(ticking, "10.00")
    desk.session.end(agenda["materi"])
    block = desk.session.get(agenda["materi"])
    assert (block.paused_at, block.paused_seconds, block.ended_at[11:16]) == ("", 900, "10:00")
    assert block.spent(ticking()) == timedelta(minutes=30)


def test_an_ended_block_goes_on_and_what_lay_between_was_a_pause(desk, agenda, ticking):
    now(ticking, "09.15")
    desk.session.start_block(agenda["materi"])
    now(ticking, "09.30")
    desk.session.end(agenda["materi"])
    now(ticking, "09.40")
    desk.session.start_block(agenda["materi"])
    block = desk.session.running()
    assert (block.started_at[11:16], block.paused_seconds) == ("09:15", 600)
    assert countdown(block.left(ticking())) == "45:00"


def test_minutes_are_given_to_block_and_groups_and_one_always_stays(desk, agenda, ticking):
    now(ticking, "10.15")
    desk.session.start_block(agenda["kerja"])
    desk.session.extend(agenda["kerja"], 5)
    block = desk.session.running()
    assert (block.extra_minutes, block.timer_minutes, block.end_plan) == (5, 65, "11:15")
    assert desk.undo_label() == "tambah 5 menit"
    desk.session.extend(agenda["kerja"], -500)
    block = desk.session.running()
    assert (block.allotted, block.timer_minutes) == (timedelta(minutes=1), 1)
    assert not desk.session.extend("gone", 5)


def test_minutes_are_won_in_one_act_and_the_plan_stays(desk, agenda, groups, ticking):
    now(ticking, "09.30")
    desk.session.start_block(agenda["materi"])
    day = desk.session.day()
    assert day_state(day.blocks, day.now).late == 15
    assert day.waiting == {agenda["talk"]: len(groups)}
    found = catch_up(day.blocks, day.now, 15, day.waiting)
    cuts = {item.session.id: item.minutes for item in found.savings}
    assert cuts == {agenda["kerja"]: 10, agenda["talk"]: 5}
    desk.session.shorten(cuts)
    day = desk.session.day()
    assert day_state(day.blocks, day.now).late == 0
    assert [item.end_plan for item in day.blocks[2:4]] == ["11:15", "12:00"]
    assert desk.undo_label() == "kejar 15 menit"
    desk.undo()
    assert day_state(desk.session.day().blocks, day.now).late == 15
    assert not desk.session.shorten({})


def test_a_moment_counted_by_the_window_is_what_is_stored(desk, agenda):
    counted = datetime(2026, 8, 4, 9, 15, 30, tzinfo=WITA)
    desk.session.start_block(agenda["materi"], counted)
    desk.session.start_timer(agenda["materi"], 30, counted + timedelta(minutes=1))
    assert desk.session.get(agenda["materi"]).timer_started_at[11:19] == "09:16:30"
    desk.session.pause(agenda["materi"], counted + timedelta(minutes=5))
    desk.session.resume(agenda["materi"], counted + timedelta(minutes=7))
    desk.session.end(agenda["materi"], counted + timedelta(minutes=20))
    block = desk.session.get(agenda["materi"])
    assert (block.started_at[11:19], block.paused_seconds, block.ended_at[11:19]) == (
        "09:15:30",
        120,
        "09:35:30",
    )


def test_a_clock_put_right_counts_for_the_block_that_begins_then(desk, agenda, ticking):
    now(ticking, "09.15")
    desk.session.start_block(agenda["materi"])
    counted = ticking.moment + timedelta(minutes=50)
    # The laptop stood three hours back and was put right while the block ran.
    now(ticking, "13.05")
    desk.session.next_block(agenda["kerja"], counted)
    ended, begun = (desk.session.get(agenda[name]) for name in ("materi", "kerja"))
    assert (ended.ended_at[11:16], begun.started_at[11:16]) == ("10:05", "13:05")
    assert countdown(begun.left(desk.session.day().now)) == "1:00:00"


def test_f5_and_the_page_of_the_day_mean_the_same_next_block(desk, agenda, ticking):
    now(ticking, "09.00")
    for name in ("kerja", "buka"):
        desk.session.start_block(agenda[name])
        ticking.forward(minutes=5)
        desk.session.end(agenda[name])
    # The opening was held behind the first work: what follows it is the talk that was passed by.
    assert day_state(desk.session.day().blocks, ticking.moment).next.session.title == "materi"
    assert desk.session.due().title == "materi"


def test_the_day_is_that_of_the_running_block_else_today_else_the_next(desk, agenda, ticking):
    assert desk.session.day().day == DAY
    now(ticking, "08.30")
    desk.session.start_block(agenda["buka"])
    ticking.forward(days=3)
    assert desk.session.day().day == DAY
    desk.session.end(agenda["buka"])
    assert desk.session.day().day == DAY
    ticking.forward(days=-30)
    assert desk.session.day().day == DAY
    assert desk.session.due() is None
    assert desk.session.day("2026-01-01").blocks == ()
    assert [item.title for item in desk.session.day().blocks] == [name for name, *_ in PLAN]


def test_where_no_day_is_known_it_is_today(desk):
    day = desk.session.day()
    assert (day.day, day.blocks, day.shown, day.groups) == (DAY, (), None, ())


# Groups


def test_groups_are_on_the_board_of_the_block_with_what_they_delivered(desk, agenda, groups, ticking):
    now(ticking, "10.15")
    desk.session.start_block(agenda["kerja"])
    day = desk.session.day()
    assert [item.id for item in day.groups] == groups
    desk.session.set_turn(agenda["kerja"], groups[1], "bekerja")
    now(ticking, "11.00")
    desk.session.set_turn(agenda["kerja"], groups[1], "menyerahkan", delivered="Lembar L5, 12 program")
    slots = desk.session.slots(agenda["kerja"])
    assert [(item.state, item.turn.state_at[11:16], item.turn.delivered) for item in slots] == [
        ("belum", "", ""),
        ("menyerahkan", "11:00", "Lembar L5, 12 program"),
        ("belum", "", ""),
    ]
    assert desk.undo_label() == "Kelompok 2: menyerahkan"
    assert [item.state for item in desk.session.slots(agenda["talk"])] == ["belum"] * 3
    assert desk.session.slots("gone") == ()
    assert [item.id for item in desk.session.day(block=agenda["sore"]).groups] == groups


def test_the_queue_is_drawn_repeatably_or_set_by_hand(desk, agenda, groups):
    talk = agenda["talk"]
    desk.session.draw_queue(talk, random.Random(3))
    order = [item.group.id for item in queue(desk.session.slots(talk))]
    desk.session.set_queue(talk, groups)
    assert [item.group.id for item in queue(desk.session.slots(talk))] == groups
    desk.session.draw_queue(talk, random.Random(3))
    assert [item.group.id for item in queue(desk.session.slots(talk))] == order
    desk.session.move_in_queue(talk, order[0], 9)
    assert [item.group.id for item in queue(desk.session.slots(talk))] == [*order[1:], order[0]]
    assert desk.undo_label().startswith("tunda Kelompok")
    assert not desk.session.draw_queue("gone", random.Random(3))


def test_a_group_speaks_hears_its_reply_and_real_times_are_kept(desk, agenda, groups, ticking):
    talk = agenda["talk"]
    now(ticking, "11.15")
    desk.session.start_block(talk)
    desk.session.begin_speech(talk, groups[0])
    now(ticking, "11.18")
    desk.session.pause(talk)
    now(ticking, "11.28")
    slot = speaker(desk.session.slots(talk))
    assert speech_clock(slot, desk.session.get(talk), ticking()).left == timedelta(minutes=2)
    desk.session.resume(talk)
    desk.session.extend_speech(talk, groups[0], 1)
    slot = speaker(desk.session.slots(talk))
    assert countdown(speech_clock(slot, desk.session.get(talk), ticking()).left) == "03:00"
    now(ticking, "11.31")
    desk.session.begin_reply(talk, groups[0])
    slot = speaker(desk.session.slots(talk))
    assert countdown(speech_clock(slot, desk.session.get(talk), ticking()).left) == "02:00"
    now(ticking, "11.34")
    desk.session.begin_speech(talk, groups[2])
    slots = desk.session.slots(talk)
    assert speaker(slots).group.id == groups[2]
    assert spoken(slots[0].turn) == (timedelta(minutes=6), timedelta(minutes=3))
    assert desk.session.day().waiting == {talk: 2}
    now(ticking, "11.40")
    desk.session.end(talk)
    assert spoken(desk.session.slots(talk)[2].turn) == (timedelta(minutes=6), timedelta())
    assert desk.session.day().waiting == {}


def test_back_goes_to_who_was_heard_last(desk, agenda, groups, ticking):
    talk = agenda["talk"]
    desk.session.start_block(talk)
    assert not desk.session.back(talk)
    desk.session.begin_speech(talk, groups[0])
    ticking.forward(minutes=5)
    desk.session.begin_speech(talk, groups[1])
    desk.session.back(talk)
    slots = desk.session.slots(talk)
    assert speaker(slots).group.id == groups[0]
    assert not slots[1].turn.spoke_at
    desk.session.end_speech(talk)
    assert speaker(desk.session.slots(talk)) is None
    assert not desk.session.end_speech(talk)
    desk.session.back(talk)
    assert speaker(desk.session.slots(talk)).group.id == groups[0]


def test_a_group_that_speaks_and_is_put_off_begins_anew_later(desk, agenda, groups, ticking):
    talk = agenda["talk"]
    desk.session.start_block(talk)
    desk.session.begin_speech(talk, groups[0])
    ticking.forward(minutes=1)
    desk.session.move_in_queue(talk, groups[0], 1)
    slots = desk.session.slots(talk)
    assert [item.group.id for item in queue(slots)] == [groups[1], groups[0], groups[2]]
    assert speaker(slots) is None


def test_a_note_belongs_to_the_group_that_speaks(desk, agenda, groups, stage):
    row = desk.note.new_id()
    desk.note.write(row, "! Angka dasar diperbaiki", NotePlace(stage, agenda["talk"], group=groups[1]))
    desk.note.write(row, "! Angka dasar diperbaiki lagi", NotePlace(stage, agenda["talk"], group=groups[2]))
    note = desk.note.notes(session=agenda["talk"])[0]
    assert (note.group, note.kind) == (groups[1], "keputusan")


def test_a_session_of_the_dialog_still_begins_its_planned_block(desk, agenda, stage):
    row, _ = desk.session.start(NewSession(stage, "Materi", start_plan="09:20", end_plan="10:00"))
    assert row == agenda["materi"]


def test_the_report_tells_the_course_of_the_day_and_what_the_groups_delivered(desk, agenda, groups, ticking):
    now(ticking, "10.15")
    desk.session.start_block(agenda["kerja"])
    desk.session.set_turn(agenda["kerja"], groups[0], "menyerahkan", delivered="12 program")
    now(ticking, "11.20")
    desk.session.next_block()
    talk = agenda["talk"]
    desk.session.begin_speech(talk, groups[1])
    row = desk.note.new_id()
    desk.note.write(row, "! Angka dasar diperbaiki", NotePlace(session=talk, group=groups[1]))
    now(ticking, "11.26")
    desk.session.end(talk)
    work = desk.report.gather("laporan-sesi", session=agenda["kerja"]).session
    assert [(item.title, item.actual, item.difference, item.remark) for item in work.course[2:5]] == [
        ("kerja", "10.15–11.20", "+5 menit", ""),
        ("talk", "11.20–11.26", "−34 menit", ""),
        ("lunch", "", "", "belum dijalankan"),
    ]
    assert [item.own for item in work.course] == [False, False, True, False, False, False]
    assert next((item.group, item.state, item.delivered) for item in work.turns) == (
        "Kelompok 1",
        "Menyerahkan",
        "12 program",
    )
    said = desk.report.gather("laporan-sesi", session=talk).session
    assert next((item.group, item.place, item.spoke) for item in said.turns) == ("Kelompok 2", 1, "6 menit")
    assert [(item.text, item.source) for item in said.decisions] == [("Angka dasar diperbaiki", "Kelompok 2")]


def test_a_session_that_is_alone_on_its_day_tells_its_times_in_the_head(desk, stage, ticking):
    row, _ = desk.session.start(NewSession(stage, "Sendiri", start_plan="09:20", end_plan="10:00"))
    assert desk.report.gather("laporan-sesi", session=row).session.course == ()
    desk.session.pause(row)
    ticking.forward(minutes=3)
    desk.session.resume(row)
    assert [item.remark for item in desk.report.gather("laporan-sesi", session=row).session.course] == [
        "masih berjalan, jeda 3 menit"
    ]


def test_sixty_blocks_are_counted_through_within_a_tick(store, stage):
    blocks = []
    for at in range(60):
        begin, end = (
            f"{(7 * 60 + part) // 60:02d}:{(7 * 60 + part) % 60:02d}" for part in (at * 15, at * 15 + 15)
        )
        blocks.append(
            Session(f"{at:02d}", pos=f"{at:02d}", stage=stage, date=DAY, start_plan=begin, end_plan=end)
        )
    blocks[0] = replace(blocks[0], started_at=store.now_text())
    began = time.perf_counter()
    state = day_state(blocks, store.now())
    spent = time.perf_counter() - began
    assert len(state.coming) == 59
    assert spent < 0.05


def test_group_work_that_goes_on_has_the_time_that_was_left(desk, agenda, ticking):
    desk.session.start_block(agenda["kerja"])
    ticking.forward(minutes=25)
    desk.session.end(agenda["kerja"])
    ticking.forward(minutes=20)
    desk.session.start_block(agenda["kerja"])
    found, now = desk.session.get(agenda["kerja"]), ticking.moment
    assert countdown(found.left(now)) == countdown(found.timer_left(now)) == "35:00"


def test_an_evening_behind_midnight_goes_on_with_its_own_blocks(desk, store, stage, ticking):
    rows = [store.ids.new() for _ in range(3)]
    times = (("22:30", "23:30"), ("23:30", "00:30"), ("00:30", "01:30"))
    store.write(
        [
            Birth(
                "session",
                row,
                {
                    "stage": stage,
                    "date": DAY,
                    "title": begin,
                    "start_plan": begin,
                    "end_plan": end,
                    "pos": f"a{begin}" if begin > "12" else f"b{begin}",
                },
            )
            for row, (begin, end) in zip(rows, times, strict=True)
        ],
        "susun malam",
    )
    ticking.moment = datetime(2026, 8, 4, 22, 30, tzinfo=WITA)
    desk.session.start_block(rows[0])
    state = day_state(desk.session.day().blocks, ticking.moment)
    assert ([item.session.id for item in state.coming], state.passed_by) == (rows[1:], ())
    for minutes, row in ((60, rows[1]), (65, rows[2])):
        ticking.forward(minutes=minutes)
        desk.session.next_block()
        assert desk.session.running().id == row
    state = day_state(desk.session.day().blocks, ticking.moment)
    assert (state.late, state.coming) == (5, ())


def test_moments_of_a_laptop_in_another_zone_are_kept_in_that_of_the_region(desk, agenda, ticking):
    """A laptop from Jakarta (WIB) in a hall of WITA: what is printed is what the clock of the hall says."""
    wib = timezone(timedelta(hours=7), "WIB")
    row = agenda["materi"]
    desk.session.start_block(row, datetime(2026, 8, 4, 8, 20, tzinfo=wib))
    desk.session.pause(row, datetime(2026, 8, 4, 8, 30, tzinfo=wib))
    assert desk.session.get(row).paused_at == "2026-08-04T09:30:00+08:00"
    desk.session.end(row, datetime(2026, 8, 4, 9, 10, tzinfo=wib))
    found = desk.session.get(row)
    assert (found.started_at, found.ended_at) == ("2026-08-04T09:20:00+08:00", "2026-08-04T10:10:00+08:00")
    ticking.moment = datetime(2026, 8, 4, 16, 40, tzinfo=UTC)
    desk.session.start_block(row, datetime(2026, 8, 4, 23, 30, tzinfo=wib))
    desk.session.next_block(agenda["kerja"], datetime(2026, 8, 4, 23, 40, tzinfo=wib))
    assert desk.session.get(agenda["kerja"]).started_at == "2026-08-05T00:40:00+08:00"
