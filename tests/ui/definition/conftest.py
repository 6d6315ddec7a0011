"""The screen Susunan on a real workshop file."""

import pytest

from tests.ui.definition.hand import settle
from tests.ui.worksheets import Hall
from ui.screens.definition.screen import DefinitionScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def screen(hall, context, qtbot, dressed):
    assert dressed
    made = DefinitionScreen(hall.desk, context)
    context.bus.subscribe(made.kinds, made.changed, made)
    qtbot.addWidget(made)
    made.resize(1172, 684)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.arrive()
    settle(made)
    return made
