"""What a hand does in these tests, and what an eye sees."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
)

from smartcity_desktop.domain.edit import Set

STAGE_THREE = 3
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def settle(screen):
    """Let everything that was asked be answered."""
    for _ in range(3):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(*keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(QApplication.focusWidget(), letter)
        else:
            QTest.keyClick(QApplication.focusWidget(), key, held)


def stand(screen, row, key):
    screen.page.view.setCurrentIndex(screen.grid.index(row, screen.grid.place_of(key)))


def words(screen, name):
    return screen.findChild(QLabel, name).text()


def stored(hall, row, key, opd="Diskominfo"):
    return hall.grid(opd).rows[row].values[key]


def press_into(screen, name, text):
    line = screen.findChild(QLineEdit, name)
    line.setFocus()
    QTest.keyClicks(line, text)


def without_stage_three(hall):
    """Let a stage have no worksheet."""
    desk = hall.desk
    for item in hall.ask(desk.worksheet.worksheets):
        if item.stage == STAGE_THREE:
            edit = Set("worksheet", item.id, "retired", True)
            hall.ask(partial(desk._store.write, [edit], "tidak dipakai"))
        elif STAGE_THREE in item.also:
            hall.ask(partial(desk.worksheet.use_in_stage, item.id, STAGE_THREE, used=False))


def place_in_list(screen, short):
    opds = screen.page.places.parties
    places = [opds.item(row).data(Qt.ItemDataRole.UserRole) for row in range(opds.count())]
    return next((place.status, place.done) for place in places if place and place.short == short)
