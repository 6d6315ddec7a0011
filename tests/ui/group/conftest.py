"""The screen Kelompok on a real workshop file: six agencies with their people, three outsiders, a speaker."""

import pytest

from tests.services.groups import fill_hall
from tests.ui.group.hand import Hand
from tests.ui.planning import on_data
from ui.screens.group.screen import GroupScreen


@pytest.fixture
def people(desk, lane):
    """Agencies and people are written; returns the desk."""
    on_data(lane, lambda: fill_hall(desk))
    return desk


@pytest.fixture
def show(desk, context, qtbot, come_up):
    """Open the screen as wide as it is on a small laptop."""

    def make():
        hand = Hand(come_up(GroupScreen(desk, context), 1190, 688, stage=1), desk, qtbot)
        hand.settle()
        return hand

    return make


@pytest.fixture
def bare(show):
    """A hand at a workshop without anybody."""
    return show()


@pytest.fixture
def hand(people, show):
    """A hand at a workshop with people and no division."""
    assert people
    return show()


@pytest.fixture
def divided(hand):
    """A hand at six groups by dimension."""
    hand.divide("dimensi")
    return hand
