"""The row as a form: every kind of answer writes through the grid's model at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton

from smartcity_desktop.domain.ids import RowId
from tests.ui.worksheets import hand_grid
from ui.models.grid import GridModel
from ui.widgets.form import RowForm


@pytest.fixture
def model(dressed):
    assert dressed
    made = GridModel()
    made.show_grid(hand_grid())
    return made


@pytest.fixture
def form(model, qtbot):
    made = RowForm(model)
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show_row(RowId("row-1"))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def value(model, key, row="row-1"):
    return model.values_of(RowId(row)).get(key, "")


def test_asks_what_the_grid_leaves_out(form):
    assert list(form.fields) == ["partners", "kinds", "ict", "since"]
    assert form.program.text() == "2.16.01 Program 1"


def test_lines_are_written_as_they_are_typed(form, model):
    lines = form.findChild(QPlainTextEdit, "form-partners")
    acts = []
    model.acted.connect(acts.append)
    QTest.keyClicks(lines, "Bank")
    assert value(model, "partners") == "Bank"
    assert [act.typing for act in acts] == [True] * 4


def test_several_choices_hold_together(form, model):
    for name in ("proses", "kemitraan"):
        QTest.keyClick(form.findChild(QCheckBox, f"form-kinds-{name}"), Qt.Key.Key_Space)
    assert value(model, "kinds") == "proses;kemitraan"
    QTest.keyClick(form.findChild(QCheckBox, "form-kinds-proses"), Qt.Key.Key_Space)
    assert value(model, "kinds") == "kemitraan"


def test_one_choice_can_be_taken_back(form, model):
    button = form.findChild(QPushButton, "form-ict-ya")
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert value(model, "ict") == "ya"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert value(model, "ict") == ""


def test_a_date_that_is_none_is_explained_and_stays(form, model):
    line = form.findChild(QLineEdit, "form-since")
    QTest.keyClicks(line, "besok")
    assert "bukan tanggal" in form.fields["since"].help.text()
    assert line.text() == "besok"
    assert value(model, "since") == ""
    line.clear()
    QTest.keyClicks(line, "12-8-2026")
    assert value(model, "since") == "2026-08-12"
    assert "bukan tanggal" not in form.fields["since"].help.text()


def test_what_does_not_fit_stays_with_its_row_whatever_else_is_answered(form, model):
    line, help_ = form.findChild(QLineEdit, "form-since"), form.fields["since"].help
    model.write([(RowId("row-1"), "since", "2026-01-05"), (RowId("row-2"), "since", "2026-02-06")])
    line.selectAll()
    QTest.keyClicks(line, "besok")
    QTest.keyClicks(form.findChild(QPlainTextEdit, "form-partners"), "Bank")
    assert (line.text(), "bukan tanggal" in help_.text()) == ("besok", True)
    form.show_row(RowId("row-2"))
    assert (line.text(), "bukan tanggal" in help_.text()) == ("2026-02-06", False)
    form.show_row(RowId("row-1"))
    assert (line.text(), "bukan tanggal" in help_.text()) == ("besok", True)
    line.selectAll()
    QTest.keyClicks(line, "12-8-2026")
    model.write([(RowId("row-1"), "ict", "ya")])
    assert "bukan tanggal" not in help_.text()
    assert value(model, "since") == "2026-08-12"


def test_another_row_shows_its_own_answers(form, model):
    QTest.keyClicks(form.findChild(QPlainTextEdit, "form-partners"), "Bank")
    form.show_row(RowId("row-2"))
    assert form.findChild(QPlainTextEdit, "form-partners").toPlainText() == ""
    QTest.keyClicks(form.findChild(QPlainTextEdit, "form-partners"), "Kampus")
    assert value(model, "partners") == "Bank"
    assert value(model, "partners", "row-2") == "Kampus"


def test_follows_what_is_read_again(form, model):
    model.write([(RowId("row-1"), "partners", "dari meja lain")])
    assert form.findChild(QPlainTextEdit, "form-partners").toPlainText() == "dari meja lain"


def test_lines_grow_with_their_answer(form):
    lines = form.findChild(QPlainTextEdit, "form-partners")
    before = lines.height()
    lines.setPlainText("\n".join("baris" for _ in range(9)))
    assert lines.height() > before


def test_esc_asks_to_close_and_tab_goes_on(form, qtbot):
    form.start()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "form-kinds-proses"
    with qtbot.waitSignal(form.closed):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_every_question_has_a_name_for_those_who_listen(form):
    for field in form.fields.values():
        assert field.answer.objectName()
        assert field.answer.accessibleName() == field.column.label
