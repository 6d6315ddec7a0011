"""What a hand does on the screen Pekerjaan rumah, and what the file then holds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(widget, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifiers)


def stored(hall):
    """Return the homework of the file by agency and words."""
    return {item.opd: item.homework for item in hall.ask(hall.desk.homework.rows)}


def shown(screen):
    return [(row.opd, row.code) for row in screen.model.rows()]
