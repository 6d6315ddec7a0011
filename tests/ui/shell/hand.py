"""What a hand does in these tests, and what an eye sees."""

from PySide6.QtCore import Qt

from tests.ui.frame import settle
from ui.shell.session_start import SessionStart


def press(qtbot, widget, keys, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, keys, modifier)


def start_session(app, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    press(qtbot, dialog, Qt.Key.Key_Return)
    settle(app)
    with qtbot.waitActive(app.window):
        app.window.activateWindow()


def found(frame):
    return [choice.words for choice in frame.palette_panel.finder.choices()]
