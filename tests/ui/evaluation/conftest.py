"""The screen Program Smart City with the tab Evaluasi in front, on a real workshop file."""

import pytest


@pytest.fixture
def show(masterplan):
    """Bring the tab to the front."""

    def make(hall, row="evaluation:", *, closed=False):
        return masterplan(hall.desk, row, closed=closed)

    return make
