"""What a hand does on the screen of the agenda, and what an eye sees."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "2026-08-04", "2026-08-05"


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(screen, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(screen.board, key, held)
    settle(screen)


def lines(screen, day=0):
    """Return what stands on a day of the board: title, start, minutes."""
    return [(item.block.title, item.block.start_plan, item.minutes) for item in screen.plan.days[day].blocks]


def titles(screen, day=0):
    return [title for title, *_ in lines(screen, day)]


def chosen(screen):
    found = screen.plan.find(screen.board.row)
    return found.block.title if found else ""


def choose(screen, title):
    """Choose the block whose title begins so, as another screen does."""
    row = next(
        item.block.id for day in screen.plan.days for item in day.blocks if item.block.title.startswith(title)
    )
    screen.open_row(row)
    settle(screen)
    return row


def stored(hall, stage, day=FIRST):
    """Return what stands in the file."""
    blocks = hall.ask(partial(hall.desk.agenda.blocks, stage, day))
    return [(item.title, item.start_plan, item.end_plan) for item in blocks]


def undo(screen, hall):
    screen.context.bus.publish(hall.ask(hall.desk.undo))
    settle(screen)


def middle(screen, row):
    box = screen.board.box(row)
    return QPoint(box.left + box.width // 2, box.top + box.height // 2)


def drag(screen, start, end, *, drop=True):
    """Take hold at one point of the board and let go at another."""
    board = screen.board
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(board, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(board, end)
    if drop:
        QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=end)
    settle(screen)


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
