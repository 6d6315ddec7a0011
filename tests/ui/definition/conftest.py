"""The screen Susunan on a real workshop file."""

import pytest

from tests.ui.definition.hand import settle
from ui.screens.definition.screen import DefinitionScreen


@pytest.fixture
def screen(hall, context, come_up):
    made = come_up(DefinitionScreen(hall.desk, context))
    settle(made)
    return made
