"""What changes the file stands still in one that takes nothing, whatever is said to it later."""

from weakref import WeakSet

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.widgets import writing
from ui.widgets.number_edit import NumberEdit
from ui.widgets.writing import WHY, for_reading, for_writing, shut, take_nothing, takes_nothing


@pytest.fixture
def page(qtbot, dressed):
    assert dressed
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def put(page, *widgets):
    for widget in widgets:
        page.layout().addWidget(widget)


def test_buttons_and_lines_stand_still_even_when_they_are_enabled_later(page):
    button, line, number, box = QPushButton(), QLineEdit(), NumberEdit("n", "n", (0, 9)), QComboBox()
    put(page, button, line, number, box)
    for_writing(button, line, number, box)
    take_nothing(page)
    page.show()
    for part in (button, box):
        part.setEnabled(True)
        part.setToolTip("Menghapus")
        assert not part.isEnabled()
        assert WHY in part.toolTip()
    assert line.isReadOnly()
    assert number.isReadOnly()
    assert line.isEnabled()


def test_in_any_other_file_nothing_is_touched(page):
    button, line = QPushButton(), QLineEdit()
    put(page, button, line)
    for_writing(button, line)
    page.show()
    assert button.isEnabled()
    assert not line.isReadOnly()
    assert button.toolTip() == ""
    shut(button, on=True)
    assert button.isEnabled()


def test_what_is_put_in_later_stands_still_too_but_not_what_is_read(page):
    form, later, close = QWidget(), QCheckBox("a"), QPushButton("Tutup")
    QVBoxLayout(form)
    put(form, close)
    put(page, form)
    for_reading(close)
    for_writing(form)
    take_nothing(page)
    page.show()
    put(form, later)
    later.show()
    assert not later.isEnabled()
    assert close.isEnabled()


def test_ticks_of_a_list_stay_as_they_are_and_it_can_be_looked_through(page):
    found = QListWidget()
    found.addItem("Dinas")
    put(page, found)
    for_writing(found)
    take_nothing(page)
    page.show()
    assert found.isEnabled()
    assert found.editTriggers() == QListWidget.EditTrigger.NoEditTriggers
    assert not found.item(0).flags() & found.item(0).flags().ItemIsUserCheckable


def test_a_dialog_belongs_to_the_page_it_opens_from(page):
    take_nothing(page)
    button = QPushButton(page)
    assert takes_nothing(button)
    shut(button, on=True)
    assert not button.isEnabled()
    shut(button, on=False)
    assert button.isEnabled()
    take_nothing(page, on=False)
    assert not takes_nothing(button)


def test_where_every_file_takes_changes_no_widget_is_asked_for_its_page(page, monkeypatch):
    monkeypatch.setattr(writing, "_PAGES", WeakSet())
    widget = QWidget(page)
    asked = []
    monkeypatch.setattr(QWidget, "parentWidget", lambda _: asked.append(None))
    assert not takes_nothing(widget)
    assert asked == []
    take_nothing(page)
    takes_nothing(widget)
    assert asked == [None]
    take_nothing(page, on=False)
    assert not takes_nothing(widget)
    assert asked == [None]
