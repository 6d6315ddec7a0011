"""The tab Quick win on a real workshop file with the candidates of the example."""

from functools import partial

import pytest

from tests.quickwins import nominate, score
from tests.ui.quickwin.hand import settle
from ui.screens.analysis.screen import AnalysisScreen


@pytest.fixture
def rows(hall):
    """The candidates by name, not scored yet."""
    return hall.ask(partial(nominate, hall.desk))


@pytest.fixture
def scored(hall, rows):
    hall.ask(partial(score, hall.desk, rows))
    return rows


@pytest.fixture
def show(context, qtbot, dressed, hall):
    assert dressed

    def make():
        made = AnalysisScreen(hall.desk, context)
        context.bus.subscribe(made.kinds, made.changed, made)
        qtbot.addWidget(made)
        made.resize(1180, 690)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open_row("quickwin")
        settle(made)
        return made

    return make
