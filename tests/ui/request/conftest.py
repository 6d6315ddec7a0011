"""The screen Permintaan data on a real workshop file."""

import pytest

from tests.ui.request.hand import settle
from tests.ui.worksheets import Hall, plan
from ui.screens.request.screen import RequestScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    made.adopt("Diskominfo", plan())
    yield made
    made.close()


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall):
        made = RequestScreen(hall.desk, context)
        context.bus.subscribe(made.kinds, made.changed, made)
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.arrive()
        settle(made)
        return made

    return make


@pytest.fixture
def screen(show, hall):
    return show(hall)
