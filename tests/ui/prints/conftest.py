"""The screen Cetak on a real workshop file with agencies and the plan of one of them, or without any."""

import pytest

from tests.ui.prints.hand import settle
from tests.ui.worksheets import Hall, plan
from ui.screens.report.screen import ReportScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    made.adopt("Diskominfo", plan())
    yield made
    made.close()


@pytest.fixture
def empty_hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock, opds=())
    yield made
    made.close()


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall):
        made = ReportScreen(hall.desk, context)
        qtbot.addWidget(made)
        made.resize(1156, 658)
        made.show()
        made.show_stage(2)
        made.arrive()
        settle(made)
        return made

    return make
