"""The screen Suara on a real workshop file."""

import pytest

from smartcity_desktop.services.vote import VoteAsk
from tests.ui.vote.hand import settle
from ui.screens.vote.screen import VoteScreen


@pytest.fixture
def vote_of(hall):
    """Make a vote on so many choices of one's own."""

    def make(count=3, **knobs):
        lines = tuple(("", f"Pilihan {place}") for place in range(1, count + 1))
        return hall.ask(lambda: hall.desk.vote.add(VoteAsk("Kata kunci", lines=lines, **knobs))[0])

    return make


@pytest.fixture
def show(context, qtbot, dressed, hall):
    assert dressed
    shown = []

    def make(row=""):
        made = VoteScreen(hall.desk, context)
        context.bus.subscribe(made.kinds, made.changed, made)
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open_row(row)
        made.arrive()
        settle(made)
        shown.append(made)
        return made

    yield make
    for made in shown:
        made.end()
