"""A warning of a screen stands in the message bar as long as it can be true."""

from tests.ui.shell.hand import start_session

NO_SESSION = "Belum ada sesi. Mulai sesi dahulu."


def said(frame):
    return frame.bar.text.text() if frame.bar.isVisible() else ""


def test_a_warning_of_a_screen_goes_when_the_screen_is_left(frame):
    frame.screens.current.warned.emit(NO_SESSION)
    assert said(frame) == NO_SESSION
    frame.go("home")
    assert said(frame) == NO_SESSION
    frame.go("opd")
    assert said(frame) == ""


def test_a_warning_that_comes_late_stays_until_its_own_screen_is_left(frame):
    first = frame.screens.current
    frame.go("opd")
    first.warned.emit(NO_SESSION)
    frame.go("note")
    assert said(frame) == NO_SESSION
    frame.go("home")
    frame.go("note")
    assert said(frame) == ""


def test_a_warning_goes_when_a_session_begins(app, frame, qtbot):
    frame.screens.current.warned.emit(NO_SESSION)
    start_session(app, qtbot)
    assert frame.sessions.session is not None
    assert said(frame) == ""


def test_what_was_said_after_a_warning_stays(frame):
    screen = frame.screens.current
    screen.warned.emit(NO_SESSION)
    screen.said.emit("Foto dihapus. Ctrl+Z mengembalikan.")
    frame.go("opd")
    assert said(frame).startswith("Foto dihapus")
    frame.tell("Berkas tidak tersimpan.", "error")
    frame.go("home")
    assert said(frame) == "Berkas tidak tersimpan."
