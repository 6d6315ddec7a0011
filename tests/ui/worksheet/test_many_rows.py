"""An exercise with 2,000 ideas: it opens, and with the disk held still every key is on the screen at once."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.worksheet.hand import press, settle, stand
from ui.models.places import sheet_key

KEY = Qt.Key
MANY = 2000


@pytest.fixture
def ideas(screen, hall):
    desk = hall.desk
    sheet = hall.ask(partial(desk.worksheet.find, "L4")).id
    party = hall.ask(partial(desk.worksheet.places, sheet))[0].party
    rows = hall.ask(partial(desk.worksheet.new_rows, MANY))
    cells = [(row, "text", f"kata {number}") for number, row in enumerate(rows)]
    hall.ask(partial(desk.worksheet.set_cells, sheet, party, cells))
    screen.open_row(sheet_key(sheet, party))
    settle(screen)
    return sheet, party, rows


def test_typing_among_2000_rows_waits_for_no_disk(screen, hall, ideas):
    sheet, party, rows = ideas
    model, view = screen.grid, screen.page.view
    assert model.rowCount() > MANY
    stand(screen, 1000, "text")
    release = Event()
    hall.lane.hold(release)
    for _ in range(5):
        press("baru", KEY.Key_Return)
    assert [model.raw(model.index(place, 0)) for place in range(1000, 1005)] == ["baru"] * 5
    assert view.currentIndex().row() == 1005
    view.sort_here()
    screen.page.find_bar.open()
    press("baru", KEY.Key_Return, KEY.Key_Escape)
    assert model.raw(view.currentIndex()) == "baru"
    assert not release.is_set()
    assert model.count_pending() == 5
    release.set()
    settle(screen)
    assert model.count_pending() == 0
    stored = hall.ask(partial(hall.desk.worksheet.grid, sheet, party)).rows
    assert [row.row for row in stored] == list(rows), "sorting on the screen writes nothing"
    assert [row.values["text"] for row in stored[1000:1005]] == ["baru"] * 5


def test_300_rows_pasted_below_2000_all_go_in(screen, ideas):
    assert ideas
    QApplication.clipboard().setText("\n".join(f"tempel {number}" for number in range(300)))
    stand(screen, MANY, "text")
    screen.page.view.paste()
    settle(screen)
    assert screen.grid.raw(screen.grid.index(MANY + 299, 0)) == "tempel 299"
