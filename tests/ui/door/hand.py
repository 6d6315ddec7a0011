"""What a hand does at the door, by keys alone, and what an eye sees."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.frame import answered as settle
from tests.ui.frame import turn


def press(page, *sequences):
    """Press keys where the keyboard is."""
    for words in sequences:
        together = QKeySequence(words)[0]
        QTest.keyClick(QApplication.focusWidget(), together.key(), together.keyboardModifiers())
        turn()
    settle(page)


def write(text):
    """Type letters where the keyboard is."""
    for sign in text:
        QTest.keyClick(QApplication.focusWidget(), sign)


def enter(page, *texts):
    """Type each text and Enter."""
    for text in texts:
        write(text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page)


def focus():
    """Return the name of what has the keyboard."""
    return QApplication.focusWidget().objectName()


def lines(view):
    """Return what a list says, line by line."""
    return [item.words for item in view.lines.lines]


def count(page):
    """Return the large words above."""
    return page.count.words.text()
