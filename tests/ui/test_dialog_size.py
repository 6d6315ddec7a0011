"""A window of its own at first: as large as planned, but all of it on the screen."""

from PySide6.QtWidgets import QDialog

from ui.widgets.dialog_size import size_dialog


def test_a_dialog_is_as_large_as_planned_where_there_is_room(qtbot, dressed):
    assert dressed
    dialog = QDialog()
    qtbot.addWidget(dialog)
    size_dialog(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)


def test_no_dialog_is_larger_than_the_screen(qtbot, dressed):
    assert dressed
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    size_dialog(dialog, room.width() * 2, room.height() * 2)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
