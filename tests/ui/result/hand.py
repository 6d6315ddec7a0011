"""What a hand does on the screen Hasil."""

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


def texts(screen):
    """Return what the rows of the table say, heads left out."""
    rows = (screen.model.row(place) for place in range(screen.model.rowCount()))
    return [row.text for row in rows if row]
