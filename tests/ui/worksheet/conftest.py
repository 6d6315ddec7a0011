"""The window that these tests work in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
)

from tests.ui.worksheet.hand import settle
from tests.ui.worksheets import Hall, plan
from ui.screens.worksheet.screen import WorksheetScreen

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    made.adopt("Diskominfo", plan(falls=True))
    made.adopt("Disdukcapil", plan())
    yield made
    made.close()


@pytest.fixture
def shown_feeds():
    return []


@pytest.fixture
def screen(hall, context, qtbot, dressed, shown_feeds):
    assert dressed
    made = WorksheetScreen(services=hall.desk, context=context)
    made.feed_asked.connect(shown_feeds.append)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_stage(2)
    made.arrive()
    made.open_row(hall.opds["Diskominfo"])
    settle(made)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.page.view)
    return made
