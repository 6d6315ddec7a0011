"""The screen Program Smart City with a tab of the plan by years in front, on a real workshop file."""

import pytest

from tests.ui.roadmap.hand import settle
from ui.screens.initiative.screen import InitiativeScreen
from ui.widgets.writing import take_nothing


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall, row="roadmap:", *, closed=False):
        made = InitiativeScreen(hall.desk, context)
        take_nothing(made, on=closed)
        context.bus.subscribe(made.kinds, made.changed, made)
        made.printed, made.heard, made.gone = [], [], []
        made.go.connect(lambda key, row: made.gone.append((key, row)))
        made.print_asked.connect(lambda kind, row: made.printed.append((kind, row)))
        for signal in (made.said, made.told, made.warned):
            signal.connect(made.heard.append)
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open_row(row)
        settle(made)
        return made

    return make
