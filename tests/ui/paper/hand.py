"""What a hand does with papers: print them, type a number, key a row."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.print_trace import Sent

KEY = Qt.Key


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(6):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def send(hall, kind, **asked):
    """Let a print leave the program."""
    ask = PrintAsk(**asked)

    def call():
        return hall.desk.print_log.tell(hall.desk.report.asked(kind, ask), ask, Sent("printer", 1))

    hall.ask(call)


def number(screen, typed):
    """Type a number and press Enter."""
    screen.page.number.setFocus()
    screen.page.number.selectAll()
    QTest.keyClicks(screen.page.number, typed)
    QTest.keyClick(screen.page.number, KEY.Key_Return)
    settle(screen)


def key(screen, *texts):
    """Key texts, each with Enter, wherever the cursor stands."""
    for text in texts:
        field = screen.focusWidget()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, KEY.Key_Return)
        settle(screen)


def press(screen, sign, modifier=Qt.KeyboardModifier.NoModifier):
    """Press one key where the cursor stands."""
    QTest.keyClick(screen.focusWidget() or screen, sign, modifier)
    settle(screen)


def finish(screen):
    """Ctrl+Enter."""
    press(screen, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)


def values(hall, worksheet, party):
    """Return what stands on a sheet, row by row."""
    grid = hall.ask(partial(hall.desk.worksheet.grid, worksheet, party))
    return [dict(row.values) for row in grid.rows]
