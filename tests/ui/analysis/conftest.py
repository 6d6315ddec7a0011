"""The screen Analisis on a real workshop file."""

import pytest

from tests.ui.analysis.hand import settle
from ui.screens.analysis.screen import AnalysisScreen
from ui.widgets.writing import take_nothing


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall, row="readiness", *, closed=False):
        made = AnalysisScreen(hall.desk, context)
        take_nothing(made, on=closed)
        context.bus.subscribe(made.kinds, made.changed, made)
        made.gone = []
        made.go.connect(lambda key, row: made.gone.append((key, row)))
        made.printed = []
        made.print_asked.connect(lambda kind, row: made.printed.append((kind, row)))
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open_row(row)
        settle(made)
        return made

    return make
