import gc
import sys
import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from smartcity_desktop.errors import DiskFault
from ui.lane import Collector


def test_calls_run_in_the_order_asked_on_one_thread_that_is_not_the_windows(lane):
    seen = []

    def note(number):
        seen.append((number, threading.current_thread(), lane.is_data_thread()))

    for number in range(50):
        lane.data(partial(note, number))
    assert lane.drain(5)
    assert [number for number, _thread, _is in seen] == list(range(50))
    assert {thread for _number, thread, _is in seen} != {threading.current_thread()}
    assert len({thread for _number, thread, _is in seen}) == 1
    assert all(is_data for _number, _thread, is_data in seen)
    assert not lane.is_data_thread()


def test_saves_go_before_everything_else_that_waits(lane):
    release, order = threading.Event(), []
    lane.hold(release)
    lane.data(partial(order.append, "read 1"))
    lane.data(partial(order.append, "read 2"))
    lane.data(partial(order.append, "save 1"), saving=True)
    lane.data(partial(order.append, "save 2"), saving=True)
    release.set()
    assert lane.drain(5)
    assert order == ["save 1", "save 2", "read 1", "read 2"]


def test_results_come_on_the_windows_thread_by_its_event_loop(lane, qtbot):
    told = []
    lane.data(lambda: 7, lambda value: told.append((value, threading.current_thread())))
    lane.side(lambda: 8, lambda value: told.append((value, threading.current_thread())))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert sorted(told, key=str) == [(7, threading.main_thread()), (8, threading.main_thread())]


def test_a_fault_goes_to_who_asked_or_else_is_shown(lane, faults):
    told, shown = [], []
    faults.shown.connect(lambda text, weight: shown.append((text, weight)))

    def fail():
        raise DiskFault("disk-full")

    lane.data(fail, failed=told.append)
    lane.data(fail)
    assert lane.drain(5)
    assert [fault.code for fault in told] == ["disk-full"]
    assert [(text[:15], weight) for text, weight in shown] == [("Belum tersimpan", "error")]


def test_a_bug_reaches_the_hook_and_still_gives_an_answer(lane, monkeypatch):
    hooked, told = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *bug: hooked.append((bug[0], bug[2] is not None)))
    lane.data(lambda: 1 // 0, told.append, failed=lambda fault: told.append(fault.code))
    lane.side(lambda: {}["x"])
    assert lane.drain(5)
    assert sorted(hooked, key=str) == [(KeyError, True), (ZeroDivisionError, True)]
    assert told == ["program-fault"]


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.told = []

    def hear(self, value):
        self.told.append(value)


def test_nothing_is_called_whose_owner_was_destroyed(lane):
    gone, here = Listener(), Listener()
    lane.data(lambda: 1, gone.hear)
    lane.data(lambda: 1, partial(gone.hear))
    lane.data(lambda: 1, here.hear)
    delete(gone)
    assert lane.drain(5)
    assert here.told == [1]
    assert gone.told == []


def test_a_cancelled_call_does_not_begin_and_does_not_answer(lane):
    release, ran, told = threading.Event(), [], []
    lane.hold(release)
    ticket = lane.data(lambda: ran.append(1), told.append)
    ticket.cancel()
    release.set()
    assert lane.drain(5)
    assert (ran, told) == ([], [])


def test_draining_says_when_the_time_was_too_short(lane):
    release = threading.Event()
    lane.hold(release)
    assert not lane.drain(0.05)
    release.set()
    assert lane.drain(5)


def test_draining_delivers_what_an_answer_asked_for_in_turn(lane):
    told = []
    lane.data(lambda: 1, lambda value: lane.data(lambda: value + 1, told.append))
    assert lane.drain(5)
    assert told == [2]


def test_progress_is_told_from_any_thread(lane, qtbot):
    here = Listener()

    def work():
        for step in range(3):
            lane.post(here.hear, step)
        return "done"

    lane.side(work, here.hear)
    qtbot.waitUntil(lambda: here.told == [0, 1, 2, "done"])


def test_a_closed_lane_takes_nothing_more(lane):
    assert lane.close(5)
    with pytest.raises(RuntimeError):
        lane.data(lambda: None)


def test_the_window_turns_while_the_data_thread_is_held(lane, qtbot):
    release = threading.Event()
    lane.hold(release)
    lane.data(lambda: None)
    begun = time.monotonic()
    qtbot.wait(30)
    assert time.monotonic() - begun < 5
    assert not lane.drain(0)
    release.set()


def test_the_collector_takes_over_and_gives_back(qapp):
    collector = Collector(qapp)
    collector.start()
    try:
        assert not gc.isenabled()
        circle = [[] for _ in range(2000)]
        for item in circle:
            item.append(item)
        del circle, item
        collector.collect()
        assert gc.get_count()[0] < gc.get_threshold()[0]
    finally:
        collector.stop()
    assert gc.isenabled()
