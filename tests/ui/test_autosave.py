import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.errors import DiskFault, UserFault
from ui import autosave as module


class Disk:
    """Stands for the file: takes values by key, or is full."""

    def __init__(self):
        self.acts = []
        self.fault = None

    def write(self, key, value):
        if self.fault:
            raise self.fault
        self.acts.append((key, value))
        return Changes(frozenset({"note"}), frozenset({key}))

    def save(self, key, value):
        return partial(self.write, key, value)


@pytest.fixture
def disk():
    return Disk()


def test_typing_is_written_once_after_a_pause(autosave, disk, qtbot):
    for text in ("S", "Si", "Siti"):
        autosave.note("nama", disk.save("nama", text))
    assert autosave.count_waiting() == 1
    qtbot.waitUntil(lambda: autosave.count_waiting() == 0, timeout=3000)
    assert disk.acts == [("nama", "Siti")]


def test_who_never_pauses_is_written_after_a_second_at_most(autosave, disk, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "_pause", _never(autosave))
    autosave.note("nama", disk.save("nama", "a"))
    assert autosave._limit.interval() == 1000
    qtbot.waitUntil(lambda: disk.acts == [("nama", "a")], timeout=3000)


def _never(parent):
    return parent._timer(10_000_000)


def test_the_limit_counts_from_the_first_key_and_is_not_put_off(autosave, disk, qtbot):
    autosave.note("nama", disk.save("nama", "a"))
    qtbot.wait(60)
    left = autosave._limit.remainingTime()
    autosave.note("nama", disk.save("nama", "ab"))
    assert autosave._limit.remainingTime() <= left
    assert autosave._pause.remainingTime() > 200


def test_leaving_a_field_writes_it_at_once(autosave, disk, lane, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    first, second = QLineEdit(box), QLineEdit(box)
    layout = QVBoxLayout(box)
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    first.setFocus()
    autosave.note("nama", disk.save("nama", "Siti"))
    second.setFocus()
    assert not autosave._pause.isActive()
    assert lane.drain(5)
    assert disk.acts == [("nama", "Siti")]


def test_flushing_everything_asks_open_editors_first_and_goes_before_what_is_asked_next(autosave, disk, lane):
    class Editor(QObject):
        def hand_in(self):
            autosave.note("sel", disk.save("sel", "masih di editor"))

    editor, release, seen = Editor(), threading.Event(), []
    autosave.watch(editor.hand_in, editor)
    lane.hold(release)
    lane.data(lambda: seen.append(list(disk.acts)))
    autosave.flush_all()
    release.set()
    assert lane.drain(5)
    assert seen == [[("sel", "masih di editor")]]


def test_fields_are_written_in_the_order_they_were_first_typed_in(autosave, disk, lane):
    for key, text in (("a", "1"), ("b", "2"), ("a", "3")):
        autosave.note(key, disk.save(key, text))
    autosave.flush()
    assert lane.drain(5)
    assert disk.acts == [("a", "3"), ("b", "2")]


def test_a_lane_that_is_held_up_writes_each_field_once(autosave, disk, lane):
    release = threading.Event()
    lane.hold(release)
    for number in range(200):
        autosave.note(number % 20, disk.save(number % 20, number))
        if number % 7 == 0:
            autosave.flush()
    autosave.flush()
    assert autosave.count_waiting() == 20
    release.set()
    assert lane.drain(5)
    assert sorted(disk.acts) == [(key, 180 + key) for key in range(20)]
    assert autosave.count_waiting() == 0


def test_saved_is_said_only_after_the_commit(autosave, disk, lane, clock):
    release, said = threading.Event(), []
    autosave.saved.connect(said.append)
    lane.hold(release)
    autosave.note("nama", disk.save("nama", "Siti"))
    autosave.flush()
    assert not lane.drain(0.05)
    assert said == []
    release.set()
    assert lane.drain(5)
    assert said == [clock()]


def test_what_could_not_be_written_stays_and_is_written_on_coba_lagi(autosave, disk, lane):
    told, counts = [], []
    autosave.failed.connect(lambda fault: told.append(fault.code))
    autosave.waiting.connect(counts.append)
    disk.fault = DiskFault("disk-full")
    autosave.note("nama", disk.save("nama", "Siti"))
    autosave.flush()
    assert lane.drain(5)
    assert told == ["disk-full"]
    assert autosave.fault().code == "disk-full"
    assert counts[-1] == 1
    disk.fault = None
    autosave.retry()
    assert lane.drain(5)
    assert disk.acts == [("nama", "Siti")]
    assert counts[-1] == 0
    assert autosave.fault() is None


def test_typing_on_after_a_failure_writes_only_the_newest(autosave, disk, lane):
    disk.fault = DiskFault("disk-full")
    autosave.note("nama", disk.save("nama", "lama"))
    autosave.flush()
    assert lane.drain(5)
    disk.fault = None
    autosave.note("nama", disk.save("nama", "baru"))
    autosave.flush_all()
    assert lane.drain(5)
    assert disk.acts == [("nama", "baru")]


def test_a_full_disk_is_tried_again_by_itself_but_a_wrong_answer_is_not(autosave, disk, lane):
    disk.fault = DiskFault("disk-full")
    autosave.note("nama", disk.save("nama", "Siti"))
    autosave.flush()
    assert lane.drain(5)
    assert autosave._again.isActive()
    assert autosave._again.interval() == module.AGAIN_MS
    autosave.drop("nama")
    autosave._again.stop()
    disk.fault = UserFault("nothing-to-undo")
    autosave.note("nip", disk.save("nip", "x"))
    autosave.flush()
    assert lane.drain(5)
    assert not autosave._again.isActive()
    assert autosave.count_waiting() == 1
    autosave.drop_stuck()
    assert autosave.count_waiting() == 0


def test_others_hear_of_a_save_and_its_editor_does_not(autosave, disk, lane, bus):
    class Listener(QObject):
        def __init__(self):
            super().__init__()
            self.told = []

        def hear(self, changes):
            self.told.append(changes.rows)

    editor, other = Listener(), Listener()
    for listener in (editor, other):
        bus.subscribe({"note"}, listener.hear, listener)
    autosave.note("nama", disk.save("nama", "Siti"), editor)
    autosave.flush()
    assert lane.drain(5)
    bus.deliver()
    assert other.told == [frozenset({"nama"})]
    assert editor.told == []


def test_a_dropped_field_is_not_written(autosave, disk, lane):
    autosave.note("nama", disk.save("nama", "Siti"))
    autosave.drop("nama")
    autosave.flush_all()
    assert lane.drain(5)
    assert disk.acts == []
