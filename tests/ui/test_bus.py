from PySide6.QtCore import QObject
from shiboken6 import delete

from smartcity_desktop.domain.changes import Changes


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.told = []

    def hear(self, changes):
        self.told.append(changes)


def changed(*kinds, rows=(), label=""):
    return Changes(frozenset(kinds), frozenset(rows), label)


def test_changes_of_one_turn_arrive_merged_in_the_next(bus, qtbot):
    listener = Listener()
    bus.subscribe({"note"}, listener.hear, listener)
    bus.publish(changed("note", rows=("a",)))
    bus.publish(changed("opd", rows=("b",), label="hapus OPD"))
    assert listener.told == []
    qtbot.waitUntil(lambda: bool(listener.told))
    assert listener.told == [changed("note", "opd", rows=("a", "b"), label="hapus OPD")]


def test_who_made_a_change_does_not_hear_it_but_hears_the_others(bus):
    maker, other = Listener(), Listener()
    for listener in (maker, other):
        bus.subscribe((), listener.hear, listener)
    bus.publish(changed("note", rows=("mine",)), maker)
    bus.publish(changed("opd", rows=("theirs",)), other)
    bus.deliver()
    assert maker.told == [changed("opd", rows=("theirs",))]
    assert other.told == [changed("note", rows=("mine",))]


def test_only_who_asked_for_a_kind_hears_it(bus):
    notes, everything = Listener(), Listener()
    bus.subscribe({"note"}, notes.hear, notes)
    bus.subscribe((), everything.hear, everything)
    bus.publish(changed("opd"))
    bus.deliver()
    assert notes.told == []
    assert everything.told == [changed("opd")]


def test_nothing_changed_is_not_told(bus):
    listener = Listener()
    bus.subscribe((), listener.hear, listener)
    bus.publish(Changes())
    bus.deliver()
    assert listener.told == []


def test_a_destroyed_or_forgotten_listener_is_not_called(bus):
    destroyed, forgotten = Listener(), Listener()
    bus.subscribe((), destroyed.hear, destroyed)
    bus.subscribe((), forgotten.hear, forgotten)
    delete(destroyed)
    del forgotten
    bus.publish(changed("note"))
    bus.deliver()
    assert destroyed.told == []
