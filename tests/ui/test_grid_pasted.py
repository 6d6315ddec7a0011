"""What a secretary pastes at night: 175 rows, more columns than there are, lines in cells, twice, sorted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.ids import RowId
from tests.ui.issues import issue_grid
from ui.models.grid import GridModel
from ui.widgets.grid import GridView

MANY = 175
STOCK = tuple(RowId(f"new-{number}") for number in range(400))


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
    model.show_grid(issue_grid())
    made.start()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made)
    return made


@pytest.fixture
def model(view):
    return view.model()


@pytest.fixture
def acts(model):
    found = []
    model.acted.connect(found.append)
    return found


def line(number):
    issue = f'"Isu {number:03d}\nbaris ""kedua"""'
    return f"GOV-1\t{issue}\t2024\tBPS\tDLH; Diskominfo\t{number % 5 + 1}\tlebih\t\tlagi"


def paste(view, text, row=0, key="sub"):
    view.setCurrentIndex(view.model().index(row, view.model().place_of(key)))
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Paste))


def column(model, key):
    at = model.place_of(key)
    return [model.raw(model.index(row, at)) for row in range(model.rowCount()) if not model.is_new(row)]


def test_175_rows_with_three_columns_too_many_go_in_once_however_often_they_are_pasted(view, model, acts):
    refused = []
    model.refused.connect(lambda *told: refused.append(told))
    copied = "\r\n".join(map(line, range(MANY))) + "\r\n"
    paste(view, copied)
    assert len(acts) == 1
    texts = column(model, "text")
    assert (len(texts), texts[3]) == (MANY, 'Isu 003\nbaris "kedua"')
    assert column(model, "priority")[:6] == ["1", "2", "3", "4", "5", "1"]
    assert column(model, "opd")[0] == "opd-1;opd-2"
    sentences, went_in, below = refused[0]
    assert (len(sentences), went_in, below) == (2 * MANY, 6 * MANY, 0), "empty cells beyond are no loss"
    paste(view, copied)
    assert len(acts) == 1, "the same again changes nothing"
    assert len(column(model, "text")) == MANY


def test_what_is_pasted_into_sorted_rows_goes_where_it_is_seen(view, model):
    paste(view, "GOV-1\tBanjir\t2021\nGOV-1\tAntre\t2024\nGOV-1\tCuaca\t2022")
    view.setCurrentIndex(model.index(0, model.place_of("year")))
    view.sort_here()
    view.sort_here()
    assert column(model, "year") == ["2024", "2022", "2021"]
    paste(view, "BPS\nDinkes\nBMKG", key="source")
    view.unsort()
    assert list(zip(column(model, "text"), column(model, "source"), strict=True)) == [
        ("Banjir", "BMKG"),
        ("Antre", "BPS"),
        ("Cuaca", "Dinkes"),
    ]


def test_filling_down_sorted_rows_takes_the_highest_that_is_seen(view, model, acts):
    paste(view, "GOV-1\tBanjir\t2021\tA\nGOV-1\tAntre\t2024\tB\nGOV-1\tCuaca\t2022\tC")
    view.setCurrentIndex(model.index(0, model.place_of("year")))
    view.sort_here()
    view.sort_here()
    at = model.place_of("source")
    view.setCurrentIndex(model.index(0, at))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert set(column(model, "source")) == {"B"}
    assert len(acts) == 2, "one act each"


def test_a_table_pasted_while_a_cell_is_written_fills_the_grid(view, model):
    view.setCurrentIndex(model.index(0, model.place_of("text")))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText("Antre\t2024\r\nBanjir\t2023\r\n")
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    assert not view.is_editing
    assert column(model, "text") == ["Antre", "Banjir"]
    assert column(model, "year") == ["2024", "2023"]


def test_one_copied_cell_is_pasted_into_a_cell_without_its_quotes(view, model):
    view.setCurrentIndex(model.index(0, model.place_of("text")))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText('"baris satu\nkata ""dua"""\r\n')
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    assert view.finish()
    assert column(model, "text") == ['baris satu\nkata "dua"']


def test_lines_without_columns_are_words_where_a_cell_takes_lines(view, model):
    view.setCurrentIndex(model.index(0, model.place_of("text")))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText("baris satu\nbaris dua")
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    assert view.finish()
    assert column(model, "text") == ["baris satu\nbaris dua"]
