"""The screen of the agenda on a real workshop file."""

from functools import partial

import pytest

from tests.ui.agenda.hand import settle
from ui.screens.agenda.screen import AgendaScreen


@pytest.fixture
def stage(hall):
    """Stage II on a Tuesday and a Wednesday."""
    row = hall.ask(hall.desk.stage.stages)[1].id
    for field, day in (("date_start", "2026-08-04"), ("date_end", "2026-08-05")):
        hall.ask(partial(hall.desk.stage.update, row, field, day))
    return row


@pytest.fixture
def planned(hall, stage):
    """The rundown of the shelf on it."""
    hall.ask(partial(hall.desk.agenda.use_template, stage, "2-tahap-2"))
    return stage


@pytest.fixture
def show(hall, context, come_up):
    def make(number=2, size=(1172, 684)):
        made = come_up(AgendaScreen(hall.desk, context), *size, stage=number)
        settle(made)
        return made

    return make


@pytest.fixture
def screen(planned, show):
    assert planned
    return show()
