"""A sheet of 2,000 rows: what is seen stands at once, the rest follows in turns, and no key waits for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, Worksheet
from ui.models.grid import GridModel
from ui.widgets.grid import GridView
from ui.widgets.grid_find import FindBar

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MANY = 2000
LONG = "kata yang panjang dan diulang " * 6
COLUMNS = (
    GridColumn("text", "Kata kunci", "text", "grid", width=40),
    GridColumn("reason", "Alasan", "long", "grid", width=60),
    GridColumn("rank", "Urutan", "int", "grid", width=20),
)


def sheet(rows=MANY):
    made = [
        GridRow(
            RowId(f"r{number}"),
            {"text": f"Ide {number}", "reason": LONG if number % 3 else "", "rank": str(number % 7)},
        )
        for number in range(rows)
    ]
    worksheet = Worksheet(id=RowId("l4"), title="Kata kunci", rows_from="free")
    return Grid(worksheet, Sheet(worksheet=RowId("l4"), opd=RowId("o")), "Dinas", COLUMNS, tuple(made))


@pytest.fixture
def view(qtbot, dressed):
    assert dressed
    model = GridModel()
    made = GridView(model)
    qtbot.addWidget(made)
    model.add_new_rows([RowId(f"n{number}") for number in range(20)])
    made.resize(800, 500)
    made.show()
    model.show_grid(sheet())
    qtbot.waitExposed(made)
    return made


def heights(view):
    return [view.rowHeight(place) for place in range(view.model().rowCount())]


def test_the_rows_in_view_have_their_height_at_once_and_all_others_soon(view, qtbot):
    model = view.model()
    seen = [place for place in range(MANY) if 0 <= view.rowViewportPosition(place) < view.viewport().height()]
    wanted = view.delegate.height_of(model.face(1, 1), view.columnWidth(1))
    assert wanted > view.rowHeight(0)
    assert view.rowHeight(1) == wanted
    assert len(seen) > 3
    qtbot.waitUntil(lambda: not view._waiting, timeout=20_000)
    assert {view.rowHeight(place) for place in range(1, MANY, 3)} == {wanted}


def test_what_is_seen_stays_in_its_place_while_the_rows_above_are_fitted(view, qtbot):
    view.scrollTo(view.model().index(1500, 0))
    before = view.rowViewportPosition(1500)
    qtbot.waitUntil(lambda: not view._waiting, timeout=20_000)
    assert abs(view.rowViewportPosition(1500) - before) < 2 * view.rowHeight(1)


def test_reading_the_same_rows_again_tells_only_of_those_that_changed(view):
    model, told = view.model(), []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    again = sheet()
    rows = list(again.rows)
    rows[40] = rows[40]._replace(values={**rows[40].values, "text": "Dari meja lain"})
    model.show_grid(Grid(again.worksheet, again.sheet, again.party_name, again.columns, tuple(rows)))
    assert told == [(40, 40)]
    assert model.index(40, 0).data() == "Dari meja lain"


def test_sorting_shows_another_order_keeps_the_numbers_and_writes_nothing(view):
    model, acts = view.model(), []
    model.acted.connect(acts.append)
    view.setCurrentIndex(model.index(5, 2))
    QTest.keyClick(view, KEY.Key_U, CTRL)
    ranks = [model.raw(model.index(place, 2)) for place in range(MANY)]
    assert ranks == sorted(ranks)
    assert model.row_at(view.currentIndex().row()).row == "r5", "one stands on the same row"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Urutan ▲"
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
    assert model.headerData(1, Qt.Orientation.Vertical) == "8", "the number is that of the stored order"
    QTest.keyClick(view, KEY.Key_U, CTRL)
    ranks = [model.raw(model.index(place, 2)) for place in range(MANY)]
    assert ranks == sorted(ranks, reverse=True)
    QTest.keyClick(view, KEY.Key_U, CTRL)
    assert [model.row_at(place).row for place in range(3)] == ["r0", "r1", "r2"]
    assert acts == []


def test_a_row_written_while_sorted_stands_still_and_new_ones_come_last(view):
    model = view.model()
    model.sort_by("rank")
    first = model.row_at(0).row
    model.put(model.index(0, 2), "6")
    assert model.row_at(0).row == first
    place = model.next_row()
    model.put(model.index(place, 0), "Baru")
    assert model.row_at(place).values["text"] == "Baru"
    assert place == MANY


def test_rows_are_not_moved_while_they_are_sorted(view, qtbot):
    model = view.model()
    view.setCurrentIndex(model.index(3, 0))
    model.sort_by("rank")
    view.setCurrentIndex(model.index(3, 0))
    with qtbot.waitSignal(view.refused) as said:
        QTest.keyClick(view, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "diurutkan" in said.args[0]
    view.unsort()
    with qtbot.waitSignal(view.rows.moved):
        QTest.keyClick(view, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)


def test_another_sheet_stands_in_its_stored_order(view):
    model = view.model()
    model.sort_by("rank")
    other = sheet(3)
    model.show_grid(
        Grid(other.worksheet, Sheet(worksheet=RowId("l4"), opd=RowId("p")), "Lain", COLUMNS, other.rows)
    )
    assert model.order.key == ""


def test_words_are_found_one_after_the_other_and_round_again(view, qtbot):
    model = view.model()
    bar = FindBar(view, model)
    qtbot.addWidget(bar)
    bar.show()
    bar.open()
    view.setCurrentIndex(model.index(0, 0))
    QTest.keyClicks(bar.line, "ide 199")
    qtbot.waitUntil(lambda: bar.told.text() == "1 dari 11")
    assert view.currentIndex().row() == 199
    QTest.keyClick(bar.line, KEY.Key_Return)
    assert (view.currentIndex().row(), bar.told.text()) == (1990, "2 dari 11")
    QTest.keyClick(bar.line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (view.currentIndex().row(), bar.told.text()) == (1999, "11 dari 11")
    bar.line.setText("tidak ada di sini")
    QTest.keyClick(bar.line, KEY.Key_Return)
    assert bar.told.text().startswith("Tidak ditemukan")
    QTest.keyClick(bar.line, KEY.Key_Escape)
    assert bar.finder.isHidden()
    assert view.currentIndex().row() == 1999


def test_the_bar_says_how_rows_are_sorted_and_leads_back(view, qtbot):
    bar = FindBar(view, view.model())
    qtbot.addWidget(bar)
    bar.show()
    view.setCurrentIndex(view.model().index(0, 2))
    view.sort_here()
    assert not bar.sorted.isHidden()
    assert "Urutan (terkecil dahulu)" in bar.order.text()
    bar.back_button.click()
    assert bar.sorted.isHidden()
    assert view.model().order.key == ""


def test_filling_down_takes_the_highest_row_of_the_choice_or_the_one_above(view):
    model, acts = view.model(), []
    model.acted.connect(acts.append)
    model.put(model.index(2, 1), "Sama")
    view.setCurrentIndex(model.index(2, 1))
    view.selectionModel().select(model.index(3, 1), view.selectionModel().SelectionFlag.Select)
    view.selectionModel().select(model.index(4, 1), view.selectionModel().SelectionFlag.Select)
    QTest.keyClick(view, KEY.Key_D, CTRL)
    assert [model.raw(model.index(place, 1)) for place in (2, 3, 4)] == ["Sama"] * 3
    assert len(acts[-1].cells) == 2
    view.clearSelection()
    view.setCurrentIndex(model.index(5, 1))
    QTest.keyClick(view, KEY.Key_D, CTRL)
    assert model.raw(model.index(5, 1)) == "Sama"
    view.setCurrentIndex(model.index(0, 1))
    assert model.fill_down([model.index(0, 1)]) == 0, "above the first row stands nothing"


def test_a_file_that_takes_nothing_is_not_filled_down(view, qtbot):
    view.may_write = False
    view.setCurrentIndex(view.model().index(3, 0))
    with qtbot.waitSignal(view.refused):
        QTest.keyClick(view, KEY.Key_D, CTRL)
    assert view.model().raw(view.model().index(3, 0)) == "Ide 3"
