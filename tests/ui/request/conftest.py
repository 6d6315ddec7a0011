"""The screen Permintaan data on a real workshop file."""

import pytest

from tests.ui.frame import answered as settle
from tests.ui.worksheets import Hall, plan
from ui.screens.request.screen import RequestScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    made.adopt("Diskominfo", plan())
    yield made
    made.close()


@pytest.fixture
def show(context, come_up):
    def make(hall):
        made = come_up(RequestScreen(hall.desk, context))
        settle(made)
        return made

    return make


@pytest.fixture
def screen(show, hall):
    return show(hall)
