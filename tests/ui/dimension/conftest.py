"""The screen of dimensions on a real workshop file."""

from functools import partial

import pytest

from tests.ui.dimension.hand import codes, settle
from ui.screens.dimension import DimensionScreen


@pytest.fixture
def show(hall, context, come_up):
    def make():
        made = come_up(DimensionScreen(hall.desk, context))
        settle(made)
        return made

    return make


@pytest.fixture
def screen(show):
    return show()


@pytest.fixture
def answered(hall):
    """Two issues of the SOC group, one of them under SOC-2."""
    ids = codes(hall)
    l1 = hall.ask(partial(hall.desk.worksheet.find, "L1")).id
    one, two = hall.ask(partial(hall.desk.worksheet.new_rows, 2))
    cells = [
        (one, "text", "Sekolah tanpa internet"),
        (one, "subdimension", ids["SOC-2"]),
        (two, "text", "Tawuran"),
    ]
    hall.ask(partial(hall.desk.worksheet.set_cells, l1, ids["SOC"], cells))
    return l1
