"""What a hand does in the text of a chapter and on the screen Buku."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.models.chapter_text import OBJECT

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(widget, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifiers)


def stand(edit, words, place=0):
    """Put the cursor into the first line with these words (``OBJECT`` for a part), ``place`` letters in."""
    line = edit.document().begin()
    while words not in line.text():
        line = line.next()
    cursor = edit.textCursor()
    cursor.setPosition(line.position() + place)
    edit.setTextCursor(cursor)


def stand_at_part(edit, place=0):
    stand(edit, OBJECT, place)


def choose(edit, words):
    """Choose these words where they stand first."""
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    assert edit.find(words)
