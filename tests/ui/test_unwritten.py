"""What the disk does not take stays on the screen as it was typed, and is written as soon as it can be."""

import pytest
from PySide6.QtTest import QTest

from smartcity_desktop.errors import DiskFault
from tests.ui.worksheets import Hall
from ui.screens.event import EventScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


def settle(screen):
    for _ in range(3):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def test_a_place_that_cannot_be_written_stays_on_the_page_until_it_can(
    hall, context, qtbot, dressed, monkeypatch
):
    assert dressed
    screen = EventScreen(hall.desk, context)
    qtbot.addWidget(screen)
    screen.arrive()
    settle(screen)
    room, write = [], hall.desk.workshop.update

    def update(*args):
        if not room:
            raise DiskFault("disk-full")
        return write(*args)

    monkeypatch.setattr(hall.desk.workshop, "update", update)
    field = screen.identity.fields["city"]
    field.selectAll()
    QTest.keyClicks(field, "Andoolo")
    for _ in range(2):
        screen.arrive()
        settle(screen)
    assert field.text() == "Andoolo"
    room.append(True)
    settle(screen)
    assert hall.ask(hall.desk.workshop.get).city == "Andoolo"
    assert context.autosave.count_waiting() == 0
