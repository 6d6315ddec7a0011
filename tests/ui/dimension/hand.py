"""What a hand does on the screen of dimensions, and what an eye sees."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.dimension_drop import DropDialog


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def codes(hall):
    board = hall.ask(hall.desk.dimension.board)
    return {item.code: item.id for item in (*board.dimensions, *board.subdimensions)}


def find(hall, code):
    board = hall.ask(hall.desk.dimension.board)
    return board.named(codes(hall)[code])


def listed(view):
    return [item.code for item in view.entries]


def go(screen, code):
    screen.open_row(next(item.id for item in _all(screen) if item.code == code))
    settle(screen)


def _all(screen):
    return (*screen.board.dimensions, *screen.board.subdimensions)


def write(field, text):
    """Put other words into a field, by the keys."""
    field.setFocus()
    field.selectAll()
    for place, line in enumerate(text.split("\n")):
        if place:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)


def told(signal):
    words = []
    signal.connect(words.append)
    return words


def undo(screen, hall):
    screen.context.bus.publish(hall.ask(hall.desk.undo))
    settle(screen)


def dialog(screen):
    found = screen.findChild(DropDialog)
    assert found is not None
    return found


def codes_of(screen):
    return {item.code: item.id for item in _all(screen)}
