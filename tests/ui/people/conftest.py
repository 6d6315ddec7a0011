"""The screen of participants on a real workshop file."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from tests.ui.people.hand import settle
from tests.ui.planning import on_data, open_workshop
from ui.screens.people.screen import PeopleScreen


@pytest.fixture
def desk(lane, tmp_path, clock, ids):
    made = open_workshop(lane, tmp_path, clock, ids)
    rows = [OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")]
    on_data(lane, lambda: made.opd.add(rows))
    yield made
    lane.drain(5)
    lane.data(made.close)


@pytest.fixture
def screen(desk, context, qtbot, dressed):
    assert dressed
    made = PeopleScreen(desk, context)
    context.bus.subscribe(made.kinds, made.changed, made)
    made.heard = []
    for signal in (made.said, made.told, made.warned):
        signal.connect(made.heard.append)
    qtbot.addWidget(made)
    made.resize(1400, 684)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.arrive()
    settle(made)
    return made
