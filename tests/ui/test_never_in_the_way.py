"""Typing never waits for the disk: with the data thread held still, every key is on the screen."""

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.worksheets import Hall, plan
from ui.screens.worksheet.screen import WorksheetScreen

ROWS = 20
WORD = "aduan" * 2


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    programs = tuple((f"2.16.{row:02d}", f"Program {row}", 1_000_000) for row in range(2, ROWS + 3))
    made.adopt("Diskominfo", plan(programs, support=0))
    yield made
    made.close()


@pytest.fixture
def screen(hall, context, qtbot, dressed):
    assert dressed
    made = WorksheetScreen(services=hall.desk, context=context)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_stage(2)
    made.arrive()
    made.open_row(hall.opds["Diskominfo"])
    assert hall.lane.drain(20)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.page.view)
    return made


def post(key, text=""):
    """Post a key to whatever has the focus when it arrives, as the window system does."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.postEvent(QApplication.focusWidget(), event)
    QCoreApplication.sendPostedEvents()


def test_200_keys_and_20_rows_are_on_the_screen_before_the_disk_answers(screen, hall):
    model, view = screen.grid, screen.page.view
    view.setCurrentIndex(model.index(0, model.place_of("issue")))
    before = acts_in_journal(hall)
    release = Event()
    hall.lane.hold(release)
    for _ in range(ROWS):
        for letter in WORD:
            post(Qt.Key(ord(letter.upper())), letter)
        post(Qt.Key.Key_Return, "\r")
    place = model.place_of("issue")
    on_screen = [model.data(model.index(row, place)) for row in range(ROWS)]
    assert on_screen == [WORD] * ROWS
    assert view.currentIndex().row() == ROWS
    assert model.count_pending() == ROWS
    assert not release.is_set()

    release.set()
    screen.context.autosave.flush_all()
    assert hall.lane.drain(30)
    assert model.count_pending() == 0
    read = hall.grid("Diskominfo")
    assert [row.values["issue"] for row in read.rows[:ROWS]] == [WORD] * ROWS
    assert acts_of(hall, read) == {row.row: 1 for row in read.rows[:ROWS]}
    assert acts_in_journal(hall) - before == ROWS


def acts_in_journal(hall):
    """How many acts the journal holds."""
    return hall.ask(lambda: next(hall.desk._store.db.utils.query("select count(*) as acts from act"))["acts"])


def acts_of(hall, grid):
    """How many acts of the journal wrote the analysis of a program; each row had one field typed."""
    question = "select row, count(distinct act) as acts from op where ent = 'analysis' group by row"

    def count():
        store = hall.desk._store
        programs = {store.key("analysis", row.row): row.row for row in grid.rows}
        return {programs[line["row"]]: line["acts"] for line in store.db.utils.query(question)}

    return hall.ask(count)
