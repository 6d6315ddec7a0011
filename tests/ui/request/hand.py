"""What a hand does on the screen Permintaan data, and what the file then holds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def press(screen, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press keys in the table, one after the other, without waiting."""
    for key in keys:
        QTest.keyClick(screen.table, key, modifiers)


def states(hall, called):
    """Return the states of an agency's cells as the file has them."""
    rows = hall.ask(hall.desk.data_request.standing).rows
    return [cell.state for cell in next(item for item in rows if item.opd.called == called).cells]


def titles(hall):
    return [item.title for item in hall.ask(hall.desk.data_request.standing).items]
