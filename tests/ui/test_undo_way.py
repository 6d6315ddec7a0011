"""Ctrl+Z in a field: its own where something was typed, the window's where nothing was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.growing_text import GrowingText
from ui.widgets.number_edit import NumberEdit
from ui.widgets.undo_way import pass_undo

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, dressed, heard):
    """A line, a text and a figure in a window whose Ctrl+Z and Ctrl+Y are heard."""
    assert dressed
    made = QWidget()
    qtbot.addWidget(made)
    made.fields = [QLineEdit(made), GrowingText("text", "Teks", parent=made), NumberEdit("n", "N", (0, 99))]
    column = QVBoxLayout(made)
    for field in made.fields:
        column.addWidget(field)
    pass_undo(made.fields[0], made.fields[2])
    for keys in ("Ctrl+Z", "Ctrl+Y"):
        QShortcut(QKeySequence(keys), made).activated.connect(lambda keys=keys: heard.items.append(keys))
    made.show()
    with qtbot.waitExposed(made):
        made.activateWindow()
    return made


@pytest.mark.parametrize("place", range(3), ids=["line", "text", "figure"])
def test_a_field_without_letters_of_its_own_leaves_undo_and_redo_to_the_window(page, place, heard, qtbot):
    field = page.fields[place]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert heard.items == ["Ctrl+Z", "Ctrl+Y"]


@pytest.mark.parametrize("place", range(2), ids=["line", "text"])
def test_what_was_typed_into_a_field_is_taken_back_there_first(page, place, heard, qtbot):
    field = page.fields[place]
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    while field.isUndoAvailable() if place == 0 else field.document().isUndoAvailable():
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (field.text() if place == 0 else field.toPlainText()) == ""
    assert heard.items == []
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert heard.items == ["Ctrl+Z"]
