"""What a hand does on the screen Susunan, and what an eye sees."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def show(screen, hall, code):
    screen.open_row(hall.ask(partial(hall.desk.worksheet.find, code)).id)
    settle(screen)


def stand_at(screen, editor, name):
    """Go to an entry of a list by its name."""
    rows = [item.row for item in editor.list.entries if item.name == name]
    for place in range(editor.list.count()):
        editor.list.setCurrentRow(place)
        if editor.current == rows[0]:
            break
    settle(screen)


def add(screen, editor, name):
    editor.add.setFocus()
    QTest.keyClicks(editor.add, name)
    QTest.keyClick(editor.add, Qt.Key.Key_Return)
    settle(screen)


def choose(screen, box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settle(screen)


def told(signal):
    words = []
    signal.connect(words.append)
    return words


def answer(hall, code, party, **cells):
    """Write one row on a sheet; return its worksheet."""
    sheet = hall.ask(partial(hall.desk.worksheet.find, code)).id
    row = hall.ask(partial(hall.desk.worksheet.new_rows, 1))[0]
    typed = [(row, key, raw) for key, raw in cells.items()]
    hall.ask(partial(hall.desk.worksheet.set_cells, sheet, party, typed))
    return sheet
