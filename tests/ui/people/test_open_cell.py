"""A cell of the list that is open while the list is read anew: nothing typed or chosen there is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from smartcity_desktop.domain.people import Person
from tests.ui.people.hand import ENTER, add, cell, choose, editor, names, settle, stored
from tests.ui.planning import hold, on_data
from ui.models import people_table as columns


def list_of(screen):
    return next(item for item in screen.table.viewport().findChildren(QComboBox) if item.isVisible())


def another(screen, desk, *people):
    """Let somebody else add participants, and the screen hear of it."""
    changes = on_data(screen.context.lane, lambda: desk.people.add(list(people)))
    screen.context.bus.publish(changes)
    settle_reading(screen)


def settle_reading(screen):
    for _round in range(3):
        screen.context.bus.deliver()
        assert screen.context.lane.drain(10)


def test_a_role_picked_by_keys_outlives_a_refresh(screen, desk):
    add(screen)
    choose(screen, 1, columns.BODY)
    QTest.keyClick(screen.table, ENTER)
    box = list_of(screen)
    box.setCurrentIndex(box.findData("Tim Teknis"))
    another(screen, desk, Person(name="Orang Baru"))
    assert list_of(screen) is box
    assert box.currentData() == "Tim Teknis"
    box.activated.emit(box.currentIndex())
    settle(screen)
    assert [item.body for item in stored(screen)] == ["", "Tim Teknis", "", ""]


def test_a_list_that_was_only_looked_at_changes_nothing_and_follows_what_is_read(screen, desk):
    add(screen)
    choose(screen, 1, columns.BODY)
    QTest.keyClick(screen.table, ENTER)
    box, row = list_of(screen), stored(screen)[1].id
    screen.context.bus.publish(on_data(screen.context.lane, lambda: desk.people.update(row, "body", "Tamu")))
    settle_reading(screen)
    assert box.currentData() == "Tamu"
    screen.table.commitData(box)
    settle(screen)
    assert stored(screen)[1].body == "Tamu"


def test_a_place_half_typed_outlives_rows_that_come_before_it(screen, desk):
    add(screen)
    choose(screen, 2, columns.PLACE)
    QTest.keyClicks(screen.table, "R")
    line = editor(screen)
    QTest.keyClicks(line, "adio")
    another(screen, desk, Person(name="Aaa", number=0), Person(name="Orang Baru"))
    assert editor(screen) is line
    assert line.text() == "Radio"
    QTest.keyClicks(line, " X")
    QTest.keyClick(line, ENTER)
    settle(screen)
    assert [item.institution for item in stored(screen) if item.name == "Rina"] == ["Radio X"]


def test_what_was_typed_while_a_reading_is_under_way_stays(screen):
    add(screen)
    release = hold(screen.context.lane)
    screen.arrive()
    choose(screen, 0, columns.POSITION)
    QTest.keyClicks(screen.table, "S")
    QTest.keyClicks(editor(screen), "ekretaris")
    screen.side.edited.emit(screen.model.person(1).id, "position", "Bendahara")
    release.set()
    assert screen.context.lane.drain(10)
    assert editor(screen).text() == "Sekretaris"
    assert [cell(screen, row, columns.POSITION) for row in (0, 1)] == ["Sekretaris", "Bendahara"]
    QTest.keyClick(editor(screen), ENTER)
    settle(screen)
    assert [item.position for item in stored(screen)][:2] == ["Sekretaris", "Bendahara"]


def test_a_row_stays_under_the_hand_that_types_though_the_filter_no_longer_finds_it(screen, desk):
    add(screen)
    QTest.keyClicks(screen.filter.words, "rina")
    choose(screen, 0, columns.NAME)
    QTest.keyClicks(screen.table, "S")
    line = editor(screen)
    QTest.keyClicks(line, "iti")
    settle_reading(screen)
    another(screen, desk, Person(name="Orang Baru"))
    assert editor(screen) is line
    QTest.keyClick(line, ENTER)
    settle(screen)
    screen.arrive()
    settle(screen)
    assert names(screen) == []
    assert "Siti" in [item.name for item in stored(screen)]


def test_escape_gives_back_what_was_read_last_not_what_stood_before_it(screen, desk):
    add(screen)
    choose(screen, 0, columns.POSITION)
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    row = stored(screen)[0].id
    changes = on_data(screen.context.lane, lambda: desk.people.update(row, "position", "Kadis"))
    screen.context.bus.publish(changes)
    settle_reading(screen)
    assert editor(screen).text() == "Kadis"
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    settle(screen)
    assert stored(screen)[0].position == "Kadis"
