"""The screen Program Smart City on a real workshop file in which one quick win was chosen."""

from functools import partial

import pytest

from smartcity_desktop.domain.quickwin_board import Decided
from tests.quickwins import nominate

NAME = "DESAKU TUNTAS"


def _chosen(desk):
    rows = nominate(desk)
    desk.quickwin.decide(rows[NAME], Decided("terpilih", "Pleno", "2026-08-05"))
    return rows[NAME]


@pytest.fixture
def row(hall):
    """The candidate that was chosen."""
    return hall.ask(partial(_chosen, hall.desk))


@pytest.fixture
def show(hall, masterplan):
    """Bring a tab of the screen to the front."""
    return partial(masterplan, hall.desk)
