"""The screen Hasil on a real workshop file."""

import pytest

from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension
from tests.ui.result.hand import settle
from ui.screens.result.screen import ResultScreen


@pytest.fixture
def swot(hall):
    """Factors of two agencies, two of them nearly the same; return the ids."""

    def write():
        desk = hall.desk
        l3 = desk.worksheet.find("L3").id
        for called in ("Diskominfo", "DLH"):
            desk.opd.update(hall.opds[called], "dimension", dimension(desk, "GOV"))
        first = put(
            desk,
            l3,
            hall.opds["Diskominfo"],
            {"kind": "W", "text": "Data belum terintegrasi antar aplikasi"},
            {"kind": "S", "text": "Pegawai muda"},
        )
        second = put(
            desk,
            l3,
            hall.opds["DLH"],
            {"kind": "W", "text": "Aplikasi tidak terintegrasi datanya"},
            {"kind": "O", "text": "Bank sampah tumbuh"},
        )
        return [*first, *second]

    return hall.ask(write)


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed
    shown = []

    def make(hall, worksheet="L3"):
        made = ResultScreen(hall.desk, context)
        context.bus.subscribe(made.kinds, made.changed, made)
        qtbot.addWidget(made)
        made.resize(1172, 684)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open_row(hall.ask(lambda: hall.desk.worksheet.find(worksheet).id))
        made.arrive()
        settle(made)
        shown.append(made)
        return made

    yield make
    for made in shown:
        made.end()


@pytest.fixture
def screen(show, hall, swot):
    assert swot
    return show(hall)
