"""The screen Pekerjaan rumah on a real workshop file."""

import pytest

from tests.services.test_exercise_sheets import put
from tests.ui.homework.hand import settle
from ui.screens.homework.screen import HomeworkScreen


@pytest.fixture
def hall(hall):
    def write():
        l3 = hall.desk.worksheet.find("L3").id
        put(hall.desk, l3, hall.opds["Diskominfo"], {"kind": "S", "text": "Pegawai muda"})
        put(hall.desk, l3, hall.opds["DLH"], {"kind": "S", "text": "Armada", "evidence": "Data"})
        for called, row in hall.opds.items():
            if called not in {"Diskominfo", "DLH"}:
                hall.desk.worksheet.waive(l3, row, waived=True)

    hall.ask(write)
    return hall


@pytest.fixture
def screen(hall, context, come_up):
    made = come_up(HomeworkScreen(hall.desk, context), stage=1)
    settle(made)
    return made
