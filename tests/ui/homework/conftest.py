"""The screen Pekerjaan rumah on a real workshop file."""

import pytest

from tests.services.test_exercise_sheets import put
from tests.ui.homework.hand import settle
from tests.ui.worksheets import Hall
from ui.screens.homework.screen import HomeworkScreen


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)

    def write():
        l3 = made.desk.worksheet.find("L3").id
        put(made.desk, l3, made.opds["Diskominfo"], {"kind": "S", "text": "Pegawai muda"})
        put(made.desk, l3, made.opds["DLH"], {"kind": "S", "text": "Armada", "evidence": "Data"})
        for called, row in made.opds.items():
            if called not in {"Diskominfo", "DLH"}:
                made.desk.worksheet.waive(l3, row, waived=True)

    made.ask(write)
    yield made
    made.close()


@pytest.fixture
def screen(context, qtbot, dressed, hall):
    assert dressed
    made = HomeworkScreen(hall.desk, context)
    context.bus.subscribe(made.kinds, made.changed, made)
    qtbot.addWidget(made)
    made.resize(1172, 684)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_stage(1)
    made.arrive()
    settle(made)
    return made
