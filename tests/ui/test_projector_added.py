"""What the hall sees of a sheet whose rows are added at the table: written rows only, results ranked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.ids import RowId
from tests.ui.issues import STOCK, issue_grid
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.projector.worksheet import SheetProjector

KEY = Qt.Key


@pytest.fixture
def model(dressed):
    assert dressed
    made = GridModel()
    made.add_new_rows(STOCK)
    made.show_grid(issue_grid("Antrean panjang", "Data ganda", "Loket jauh"))
    return made


@pytest.fixture
def view(model, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = SheetProjector(SheetFeed(model, Countdown(owner), owner))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    owner.close()


def enter(model, row, key, text):
    model.enter(model.index(row, model.place_of(key)), text)


def seen(view):
    return [(row.number, *(cell.text for cell in row.cells if cell.text)) for row in view.table.rows]


def test_only_rows_that_say_something_are_shown_with_their_numbers(model, view, qtbot):
    assert seen(view) == [(1, "Antrean panjang"), (2, "Data ganda"), (3, "Loket jauh")]
    assert view._progress == "3 baris"
    assert view._whose == "GOV Smart Governance"
    model.clear([model.index(1, model.place_of("text"))])
    enter(model, 3, "text", "Baru ditulis")
    qtbot.waitUntil(lambda: seen(view) == [(1, "Antrean panjang"), (3, "Loket jauh"), (4, "Baru ditulis")])
    model.take_out([RowId("row-3")])
    qtbot.waitUntil(lambda: seen(view) == [(1, "Antrean panjang"), (3, "Baru ditulis")])


def test_a_sheet_without_rows_shows_whose_it_is_and_waits(model, view):
    model.show_grid(issue_grid())
    view.refresh()
    assert seen(view) == []
    assert view.table.heads
    assert not view.grab().isNull()


def test_the_results_are_what_a_report_shows_the_most_urgent_first(model, view):
    for row, priority in enumerate(("2", "5", "")):
        enter(model, row, "priority", priority)
    enter(model, 0, "source", "Disdukcapil")
    view.refresh()
    assert view.table.heads == ("Isu atau permasalahan", "Sumber data", "Prioritas")
    QTest.keyClick(view, KEY.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert view.table.heads == ("Isu atau permasalahan", "Prioritas")
    assert seen(view) == [(2, "Data ganda", "5"), (1, "Antrean panjang", "2"), (3, "Loket jauh")]


def test_every_word_of_a_full_sheet_has_room_on_a_small_screen(model, view):
    for row in range(3):
        enter(model, row, "sub", "GOV-3 Tata kelola birokrasi")
        enter(model, row, "source", "Inventarisasi aplikasi Diskominfo")
        enter(model, row, "opd", "Disdukcapil; Diskominfo; DLH")
        enter(model, row, "year", "2025")
    view.resize(1024, 768)
    view.refresh()
    assert len(view.table.heads) == 5
    shares = view.table.shares
    assert sum(shares) == pytest.approx(1)
    assert shares[view.table.heads.index("Isu atau permasalahan")] == max(shares)
