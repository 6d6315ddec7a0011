"""The screen of dimensions on a real workshop file."""

from functools import partial

import pytest

from tests.ui.dimension.hand import codes, settle
from tests.ui.worksheets import Hall
from ui.screens.dimension import DimensionScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def show(hall, context, qtbot, dressed):
    assert dressed

    def make():
        made = DimensionScreen(hall.desk, context)
        context.bus.subscribe(made.kinds, made.changed, made)
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.arrive()
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
