"""Photos that are dropped on the window, whatever screen is in front, join the session that runs."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.exchange import photos
from tests.ui.frame import settle
from tests.ui.photos.hand import COPY, LEFT, PLAIN, carrying
from tests.ui.shell.hand import start_session

NO_SESSION = "Belum ada sesi. Foto disimpan pada sebuah sesi: mulai sesi dahulu (F5), lalu masukkan lagi."


@pytest.fixture
def files(tmp_path):
    return [photos.put(tmp_path, f"IMG_{n}.jpg", photos.jpeg(160, 120, 20 * n)) for n in (1, 2, 3)]


@pytest.fixture
def drop(app, frame):
    """Drop files on a widget of the window, as the system would; tells whether they were welcome."""

    def on(widget, *paths, leave=False):
        handle, mime = app.window.windowHandle(), carrying(paths)
        place = widget.mapTo(app.window, widget.rect().center())
        event = QDragEnterEvent(QPoint(place), COPY, mime, LEFT, PLAIN)
        QApplication.sendEvent(handle, event)
        welcome = frame.findChild(type(frame.status.saved), "photo-anywhere")
        seen = welcome is not None and welcome.isVisible()
        last = QDragLeaveEvent() if leave else QDropEvent(QPointF(place), COPY, mime, LEFT, PLAIN)
        QApplication.sendEvent(handle, last)
        settle(app)
        settle(app)
        return seen

    return on


def said(frame):
    return frame.bar.text.text() if frame.bar.isVisible() else ""


def stored(app):
    found = []

    def ask():
        running = app.desk.session.running()
        return [item.source_name for item in app.desk.photo.photos(running.id)] if running else []

    app.lane.data(ask, found.append)
    settle(app)
    return found[0]


def test_photos_dropped_on_any_screen_join_the_session_that_runs(app, frame, qtbot, drop, files):
    start_session(app, qtbot)
    frame.go("opd")
    assert drop(frame.screens.current, *files)
    assert stored(app) == ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]
    assert said(frame) == "3 foto masuk ke sesi “Analisis Renstra”. Ctrl+Z mengurungkan."
    assert frame.screens.key == "opd"
    assert frame.bar.action.text() == "Lihat"
    frame.bar.action.click()
    assert frame.screens.key == "note"
    assert frame.screens.current.heard[-1][0] == "row"
    drop(frame.rail, files[0])
    assert said(frame) == "IMG_1.jpg sudah ada di sesi ini, tidak digandakan."
    assert not frame.bar.action.isVisible()


def test_a_field_of_text_does_not_take_the_address_of_a_photo(app, frame, qtbot, drop, files):
    start_session(app, qtbot)
    screen = frame.screens.current
    drop(screen.lines, files[0])
    drop(screen.line, files[1])
    assert (screen.lines.toPlainText(), screen.line.text()) == ("", "")
    assert stored(app) == ["IMG_1.jpg", "IMG_2.jpg"]


def test_without_a_session_nothing_comes_in_and_the_way_is_told_until_one_begins(
    app, frame, qtbot, drop, files
):
    drop(frame.screens.current, *files)
    assert said(frame) == NO_SESSION
    start_session(app, qtbot)
    assert said(frame) == ""
    assert stored(app) == []


def test_other_files_that_come_with_photos_are_told_or_read_where_they_belong(
    app, frame, qtbot, drop, files, tmp_path
):
    plan = tmp_path / "renstra.xlsx"
    plan.write_bytes(b"PK")
    start_session(app, qtbot)
    drop(frame.screens.current, files[0], plan)
    assert stored(app) == ["IMG_1.jpg"]
    assert said(frame).endswith("1 berkas lain bukan foto; Renstra dibaca di Dokumen.")
    read = []
    frame.screens.current.take_files = lambda paths: not read.extend(paths)
    drop(frame.screens.current, files[1], plan)
    assert read == [plan]
    assert stored(app) == ["IMG_1.jpg", "IMG_2.jpg"]
    assert said(frame) == "1 foto masuk ke sesi “Analisis Renstra”. Ctrl+Z mengurungkan."


def test_what_is_no_photo_is_told_with_its_reason(app, frame, qtbot, drop, files, tmp_path):
    false = tmp_path / "palsu.jpg"
    false.write_text("bukan foto", encoding="utf-8")
    start_session(app, qtbot)
    drop(frame.screens.current, false, files[0])
    assert stored(app) == ["IMG_1.jpg"]
    assert "1 foto masuk" in said(frame)
    assert "palsu.jpg" in said(frame)


def test_files_without_photos_and_a_drag_that_leaves_change_nothing(app, frame, qtbot, drop, files, tmp_path):
    plan = tmp_path / "renstra.xlsx"
    plan.write_bytes(b"PK")
    start_session(app, qtbot)
    assert not drop(frame.screens.current, plan)
    assert drop(frame.screens.current, *files, leave=True)
    assert frame.findChild(type(frame.status.saved), "photo-anywhere") is None
    assert stored(app) == []


def test_a_screen_that_takes_photos_by_itself_keeps_what_is_dropped_on_it(app, frame, qtbot, drop, files):
    start_session(app, qtbot)
    screen = frame.screens.current
    screen.takes_photos = True
    assert not drop(screen, files[0])
    assert stored(app) == []
    assert drop(frame.rail, files[0])
    assert stored(app) == ["IMG_1.jpg"]


def test_photos_on_their_way_hold_the_closing_up(app, frame, qtbot, files):
    start_session(app, qtbot)
    frame.photos.reading.flow.open(frame.sessions.session.id, files)
    assert frame.screens.unfinished()["note"].endswith("foto masih dibaca.")
    settle(app)
    settle(app)
    assert frame.screens.unfinished() == {}
