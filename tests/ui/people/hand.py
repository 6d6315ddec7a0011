"""What a hand does on the screen of participants, and what an eye sees."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.frame import answered as settle
from tests.ui.frame import turn
from tests.ui.planning import on_data
from ui.models import people_table as columns

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
LINES = (
    "Budi Santoso, S.E.; Kabid; Diskominfo",
    "Hj. Ani, S.KM.; Staf; Dinas Kesehatan",
    "Rina; Dosen; Univ. X",
)


def stored(screen):
    return on_data(screen.context.lane, screen._people.people)


def names(screen):
    return [screen.model.person(row).name for row in range(screen.model.rowCount())]


def add(screen, *lines):
    for line in lines or LINES:
        QTest.keyClicks(screen.add_line.line, line)
        QTest.keyClick(screen.add_line.line, ENTER)
        settle(screen)


def editor(screen):
    found = screen.table.viewport().findChildren(QLineEdit, "people-cell")
    return next(item for item in found if item.isVisible())


def type_into(screen, row, column, text):
    screen.table.choose(row, column)
    QTest.keyClicks(screen.table, text[0])
    QTest.keyClicks(editor(screen), text[1:])
    QTest.keyClick(editor(screen), ENTER)
    settle(screen)


def cell(screen, row, column):
    return screen.model.index(row, column).data()


def choose(screen, row, column=columns.NAME):
    screen.table.choose(row, column)
    screen.table.setFocus()
    turn()
