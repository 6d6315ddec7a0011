"""A table with the keys of a spreadsheet: what a locked one says, what Ctrl+Enter fills, how wide it is."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Person
from ui import theme
from ui.models import opd_table, people_table
from ui.models.opd_table import OpdTable, OpdTableModel
from ui.models.people_table import PeopleTable, PeopleTableModel
from ui.widgets.opd_table import OpdTableView
from ui.widgets.people_table import PeopleTableView
from ui.widgets.writing import WHY, take_nothing

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAMES = ("Dinas Kesehatan", "Dinas Sosial", "Dinas Perhubungan")


@pytest.fixture
def build(dressed, qtbot):
    """How to show a table of three in a window of its own."""
    windows = []

    def made(kind, *, read_only=False, wide=1180):
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        take_nothing(window, on=read_only)
        view = _opds(window) if kind == "opd" else _people(window)
        view.resize(wide, 400)
        window.resize(wide, 400)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        view.setFocus()
        view.heard = []
        for signal in (view.refused, view.remove_asked, view._model.edited):
            signal.connect(lambda *said: view.heard.append(said))
        return view

    yield made
    theme.apply(dressed)


def _opds(window):
    model = OpdTableModel(window)
    model.show(
        OpdTable(tuple(Opd(id=name, name=name, kind="dinas") for name in NAMES), {"1.02": "Kesehatan"})
    )
    return OpdTableView(model, window)


def _people(window):
    model = PeopleTableModel(window)
    model.show(PeopleTable(tuple(Person(id=name, name=name, position="Staf") for name in NAMES)))
    return PeopleTableView(model, window)


KEYS = (
    ("F2", KEY.Key_F2, Qt.KeyboardModifier.NoModifier),
    ("letter", KEY.Key_X, Qt.KeyboardModifier.NoModifier),
    ("empty", KEY.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ("remove", KEY.Key_Delete, CONTROL),
    ("fill", KEY.Key_D, CONTROL),
    ("paste", KEY.Key_V, CONTROL),
)


@pytest.mark.parametrize("kind", ["opd", "people"])
@pytest.mark.parametrize("key", KEYS, ids=[name for name, *_ in KEYS])
def test_a_table_of_a_file_that_is_only_read_answers_every_change_with_the_reason(build, kind, key):
    view = build(kind, read_only=True)
    QGuiApplication.clipboard().setText("Nama\tJabatan\nBaso\tCamat")
    for column in range(view._model.columnCount()):
        view.heard.clear()
        view.choose(0, column)
        QTest.keyClick(view, key[1], key[2])
        assert view.heard == [(WHY,)]
    assert view.viewport().findChildren(QLineEdit) == []


def test_a_table_of_a_file_that_is_only_read_is_still_walked_and_copied(build):
    view = build("opd", read_only=True)
    view.choose(0, opd_table.KIND)
    QTest.keyClick(view, KEY.Key_Return)
    assert view.currentIndex().row() == 1
    view.choose(1, opd_table.BIDANG)
    QTest.keyClick(view, KEY.Key_Return)
    assert (view.currentIndex().row(), view._picker) == (2, None)
    view.selectRow(1)
    QTest.keyClick(view, KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("Dinas Sosial\t")
    assert view.heard == []
    assert "hanya bisa dibaca" in view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(("kind", "column"), [("opd", opd_table.SHORT), ("people", people_table.POSITION)])
def test_ctrl_enter_puts_a_typed_line_into_the_whole_selection_but_never_into_names(build, kind, column):
    view = build(kind)
    view.choose(0, column)
    names = (view._model.index(row, view.name_column) for row in range(3))
    cells = (view._model.index(row, column) for row in range(3))
    for index in (*names, *cells):
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClicks(view, "K")
    (line,) = view.viewport().findChildren(QLineEdit)
    QTest.keyClick(line, KEY.Key_Return, CONTROL)
    assert [view._model.index(row, column).data() for row in range(3)] == ["K"] * 3
    assert tuple(view._model.index(row, view.name_column).data() for row in range(3)) == NAMES


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("kind", ["opd", "people"])
def test_heads_and_rows_have_room_and_names_keep_theirs_at_every_size_of_type(build, qtbot, kind, scale):
    view = build(kind, wide=880)
    theme.apply(QApplication.instance(), scale)
    least = theme.scaled(view.widths[view.name_column])
    qtbot.waitUntil(lambda: view.columnWidth(view.name_column) >= least)
    head = view.horizontalHeader()
    shown = [column for column in view.widths if not view.isColumnHidden(column)]
    for column in shown:
        assert view.columnWidth(column) >= head.sectionSizeHint(column), view._model.heads[column]
    assert view.rowHeight(0) >= view.fontMetrics().height() + 4
    whole = sum(map(view.columnWidth, shown))
    rolls = view.horizontalScrollBar().maximum() > 0
    assert rolls or whole == view.viewport().width()


def test_names_take_the_room_again_when_it_comes_back(build):
    view = build("opd", wide=600)
    assert view.horizontalScrollBar().maximum() > 0
    view.resize(1400, 400)
    QTest.qWait(10)
    assert view.horizontalScrollBar().maximum() == 0
    assert sum(map(view.columnWidth, view.widths)) == view.viewport().width()
