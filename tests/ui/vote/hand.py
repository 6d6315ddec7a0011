"""What a hand does on the screen Suara."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(3):
        if screen._later.isActive():
            screen._later.stop()
            screen._refresh()
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(widget, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifiers)


def figures(widget, text):
    """Type figures as the numeric pad does, and return how many keys that took."""
    for letter in text:
        QTest.keyClick(widget, letter, Qt.KeyboardModifier.KeypadModifier)
    return len(text)


def column(screen, place):
    """Return what one column of the entry shows, from top to bottom."""
    model = screen.page.model
    return [model.index(row, place).data() for row in range(model.rowCount())]
