"""The tab Program of the screen Program Smart City on a real workshop file."""

import pytest


@pytest.fixture
def show(masterplan):
    """Bring the tab to the front."""

    def make(hall, row="", *, closed=False):
        return masterplan(hall.desk, row, closed=closed)

    return make
