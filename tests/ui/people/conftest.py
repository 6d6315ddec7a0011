"""The screen of participants on a real workshop file."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from tests.ui.people.hand import settle
from tests.ui.planning import on_data
from ui.screens.people.screen import PeopleScreen


@pytest.fixture
def desk(desk, lane):
    rows = [OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")]
    on_data(lane, lambda: desk.opd.add(rows))
    return desk


@pytest.fixture
def screen(desk, context, come_up):
    made = come_up(PeopleScreen(desk, context), 1400)
    settle(made)
    return made
