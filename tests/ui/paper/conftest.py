"""The screen Ketik dari kertas on a real workshop file."""

import pytest

from tests.ui.paper.hand import settle
from ui.screens.paper.screen import PaperScreen
from ui.widgets.writing import take_nothing


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed
    shown = []

    def make(hall, row="", *, closed=False):
        made = PaperScreen(hall.desk, context)
        take_nothing(made, on=closed)
        context.bus.subscribe(made.kinds, made.changed, made)
        made.gone, made.printed, made.words = [], [], []
        made.go.connect(lambda key, row: made.gone.append((key, row)))
        made.print_asked.connect(lambda kind, row: made.printed.append((kind, row)))
        made.said.connect(made.words.append)
        made.warned.connect(made.words.append)
        made.offers = []
        made.offered.connect(lambda words, action, call: made.offers.append((words, action, call)))
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        if row:
            made.open_row(row)
        made.arrive()
        settle(made)
        shown.append(made)
        return made

    yield make
    for made in shown:
        made.end()
