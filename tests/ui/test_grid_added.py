"""A sheet whose rows are added at the table, by the keyboard: new rows, row commands, its editors."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.issues import COLUMNS, STOCK, issue_grid
from tests.ui.test_grid import press, shown, stand, stands
from tests.ui.worksheets import hand_grid
from ui import theme
from ui.models.grid import GridModel
from ui.widgets.grid import GridView
from ui.widgets.grid_editors import ChoiceEditor, TextEditor, matching
from ui.widgets.grid_paint import hint_of

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(dressed, qtbot):
    assert dressed
    model = GridModel()
    model.add_new_rows(STOCK)
    made = GridView(model)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    model.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    made.start()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made)
    return made


@pytest.fixture
def grid(view):
    return view.model()


@pytest.fixture
def asked(view):
    found = []
    view.rows.removed.connect(lambda rows: found.append(("removed", rows)))
    view.rows.taken_back.connect(lambda rows: found.append(("taken back", rows)))
    view.rows.moved.connect(lambda row, by: found.append(("moved", row, by)))
    return found


def column(key):
    return next(item for item in COLUMNS if item.key == key)


def test_rows_are_keyed_in_one_after_another_without_a_mouse(view, grid):
    stand(view, 2, "text")
    for text in ("Aduan lama dijawab", "Server mati", "Loket jauh"):
        press(text, KEY.Key_Tab, "2025", KEY.Key_Return)
    assert [shown(grid, row, "text") for row in range(2, 5)] == [
        "Aduan lama dijawab",
        "Server mati",
        "Loket jauh",
    ]
    assert [shown(grid, row, "year") for row in range(2, 5)] == ["2025"] * 3
    assert stands(view) == (5, "text")
    assert grid.is_new(5)


def test_typing_in_a_lower_empty_row_goes_on_in_the_next_one(view, grid):
    stand(view, 4, "text")
    press("Langsung")
    assert stands(view) == (2, "text")
    press(" ditulis", KEY.Key_Return)
    assert shown(grid, 2, "text") == "Langsung ditulis"
    assert stands(view) == (3, "text")


def test_an_editor_stays_open_while_its_row_is_born_and_read_again(view, grid):
    stand(view, 2, "text")
    press("Sedang")
    grid.show_grid(issue_grid("Antrean panjang", "Data ganda"))
    assert view.is_editing
    press(" diketik", KEY.Key_Return)
    assert shown(grid, 2, "text") == "Sedang diketik"


def test_words_that_do_not_fit_yet_stay_visible_when_the_rows_change_under_them(view, grid):
    stand(view, 2, "year")
    press("20")
    grid.show_grid(issue_grid("Antrean panjang"))
    assert not view.is_editing
    face = grid.face(1, grid.place_of("year"))
    assert (face.text, face.is_wrong) == ("20", True)
    stand(view, 1, "year")
    press(KEY.Key_F2)
    assert QApplication.focusWidget().text() == "20"
    press("25", KEY.Key_Return)
    assert shown(grid, 1, "year") == "2025"


def test_a_row_given_up_at_once_leaves_nothing(view, grid, asked):
    stand(view, 2, "text")
    press("salah")
    press(KEY.Key_Escape)
    assert asked == [("taken back", (STOCK[0],))]
    stand(view, 0, "text")
    press("lain")
    press(KEY.Key_Escape)
    assert shown(grid, 0, "text") == "Antrean panjang"
    assert len(asked) == 1


def test_a_row_begun_with_more_than_one_answer_is_kept_when_one_is_given_up(view, grid, asked):
    stand(view, 2, "year")
    press("2025", KEY.Key_Return)
    stand(view, 2, "text")
    press("salah")
    press(KEY.Key_Escape)
    assert not asked
    assert shown(grid, 2, "year") == "2025"


def test_rows_are_deleted_and_moved_by_keys(view, asked):
    stand(view, 1, "text")
    press(KEY.Key_Up, held=ALT)
    press(KEY.Key_Down, held=ALT)
    press(KEY.Key_Delete, held=CTRL)
    assert asked == [("moved", "row-2", -1), ("moved", "row-2", 1), ("removed", ("row-2",))]


def test_chosen_rows_are_deleted_together_and_empty_ones_never(view, asked):
    stand(view, 0, "text")
    for _ in range(3):
        press(KEY.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_Delete, held=CTRL)
    stand(view, 3, "text")
    press(KEY.Key_Delete, held=CTRL)
    press(KEY.Key_Up, held=ALT)
    assert asked == [("removed", ("row-1", "row-2"))]


def test_delete_alone_empties_cells_and_keeps_the_row(view, grid, asked):
    stand(view, 0, "text")
    press(KEY.Key_Delete)
    assert shown(grid, 0, "text") == ""
    assert not asked


def test_where_the_rows_are_given_the_keys_of_rows_do_nothing(view, grid, asked):
    grid.show_grid(hand_grid())
    assert view.rows.ways() == ()
    stand(view, 0, "issue")
    press(KEY.Key_Delete, held=CTRL)
    assert not asked


def test_a_priority_is_one_key_and_the_next_key_corrects_it(view, grid):
    stand(view, 0, "priority")
    press("4")
    assert shown(grid, 0, "priority") == "4"
    press("5")
    assert shown(grid, 0, "priority") == "5"
    assert not view.is_editing
    assert hint_of(column("priority")) == "1–5"
    press("9")
    assert shown(grid, 0, "priority") == "5"
    assert grid.face(0, grid.place_of("priority")).is_wrong


def test_a_year_is_four_digits_without_dots(view, grid, qtbot):
    stand(view, 0, "year")
    press("25")
    with qtbot.waitSignal(view.refused) as told:
        press(KEY.Key_Return)
    assert "bukan tahun" in told.args[0]
    press(KEY.Key_Escape, "2025", KEY.Key_Return)
    assert shown(grid, 0, "year") == "2025"


def test_a_subdimension_is_found_by_its_name_or_its_code(view, grid):
    stand(view, 0, "sub")
    press("tata")
    assert isinstance(QApplication.focusWidget(), ChoiceEditor)
    press(KEY.Key_Tab)
    assert grid.raw(grid.index(0, grid.place_of("sub"))) == "sub-3"
    stand(view, 1, "sub")
    press("gov-2", KEY.Key_Return)
    assert grid.raw(grid.index(1, grid.place_of("sub"))) == "sub-2"
    face = grid.face(1, grid.place_of("sub"))
    assert (face.code, face.text) == ("GOV-2", "Kebijakan publik")


def test_the_chip_of_the_current_cell_is_a_chip_and_not_the_whole_cell(view):
    stand(view, 0, "sub")
    press("gov-2", KEY.Key_Return, KEY.Key_Up)
    assert stands(view) == (0, "sub")
    cell = view.visualRect(view.currentIndex())
    corner = view.viewport().grab().toImage().pixelColor(cell.right() - 6, cell.bottom() - 6)
    assert corner.name() == theme.color("accent-soft").lower()


def test_several_opd_are_typed_one_after_another(view, grid):
    stand(view, 0, "opd")
    press("lingkungan", ",", "diskom", ",", "disduk", KEY.Key_Tab)
    assert shown(grid, 0, "opd") == "Disdukcapil, Diskominfo, DLH"
    assert stands(view) == (0, "priority")
    stand(view, 0, "opd")
    press(KEY.Key_F2)
    editor = QApplication.focusWidget()
    listed = [editor.popup.list.item(row) for row in range(editor.popup.list.count())]
    assert [item.checkState() == Qt.CheckState.Checked for item in listed[:4]] == [True, True, True, False]
    assert listed[0].text() == "Disdukcapil · Dinas Kependudukan dan Pencatatan Sipil"
    assert editor.popup.keys.isVisible()
    press(KEY.Key_Space, KEY.Key_Return)
    assert shown(grid, 0, "opd") == "Diskominfo, DLH"


def test_letters_mean_the_best_match_and_not_what_holds_already(view, grid):
    stand(view, 0, "opd")
    press("lingkungan", KEY.Key_Tab)
    stand(view, 0, "opd")
    press("dinas", KEY.Key_Tab)
    assert shown(grid, 0, "opd") == "Disdukcapil, DLH", "the one that held is not taken off"
    stand(view, 0, "sub")
    press("gov-2", KEY.Key_Tab)
    stand(view, 0, "sub")
    press("gov", KEY.Key_Tab)
    assert grid.raw(grid.index(0, grid.place_of("sub"))) == "sub-1"


def test_a_space_after_the_comma_is_only_a_space(view, grid):
    stand(view, 0, "opd")
    press("lingkungan", ",", " ", "diskom", ",", " ", KEY.Key_Tab)
    assert shown(grid, 0, "opd") == "Diskominfo, DLH"


def test_a_comma_behind_a_word_that_nobody_knows_does_not_lose_it(view, grid, qtbot):
    stand(view, 0, "opd")
    press("lingkungan", ",", "bappenas", ",", "diskom")
    with qtbot.waitSignal(view.refused) as told:
        press(KEY.Key_Tab)
    assert '"bappenas,diskom"' in told.args[0]
    face = grid.face(0, grid.place_of("opd"))
    assert (face.text, face.is_wrong) == ("bappenas,diskom", True)
    assert grid.raw(grid.index(0, grid.place_of("opd"))) == "opd-2"


def test_an_opd_is_found_by_a_word_inside_its_name():
    assert [item.label for item in matching(column("opd").choices, "kependudukan")] == ["Disdukcapil"]


def test_a_column_of_opd_without_any_says_where_to_write_them(view, grid, qtbot):
    read = issue_grid("Antrean panjang")
    without = tuple(replace(item, choices=()) if item.key == "opd" else item for item in read.columns)
    grid.show_grid(replace(read, columns=without))
    stand(view, 0, "opd")
    with qtbot.waitSignal(view.refused) as told:
        press(KEY.Key_F2)
    assert "di layar OPD" in told.args[0]


def test_the_first_long_answer_stays_in_view_when_the_others_are_scrolled(view):
    view.resize(380, 300)
    stand(view, 0, "priority")
    assert view.horizontalScrollBar().value() > 0
    assert view.named.isVisible()
    stand(view, 0, "text")
    press("x")
    assert isinstance(QApplication.focusWidget(), TextEditor)
    assert not view.named.isVisible()


def test_the_naming_answer_is_the_widest(view, grid):
    view.resize(1100, 500)
    wide = {grid.column_at(at).key: view.columnWidth(at) for at in range(grid.columnCount())}
    assert max(wide, key=wide.get) == "text"


def test_copying_rows_and_pasting_them_below_makes_new_ones(view, grid):
    stand(view, 0, "text")
    press(KEY.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "Antrean panjang\nData ganda"
    stand(view, 2, "text")
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Paste))
    assert [shown(grid, row, "text") for row in range(4)] == ["Antrean panjang", "Data ganda"] * 2
