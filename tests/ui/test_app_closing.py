"""Opening what takes nothing, and closing while something is still under way: nothing goes without a word."""

import os
import threading
from functools import partial
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtWidgets import QDialog, QLabel
from shiboken6 import delete

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.settings import Settings
from tests.ui.frame import SPECS, Plain, settle
from tests.ui.test_app import make_workshop
from ui.app import App
from ui.shell.ask import LeaveUnfinished, LeaveUnsaved
from ui.shell.registry import ScreenSpec
from ui.widgets.photo_flow import PhotoReaders


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path):
    assert dressed
    made = App(profile, clock=clock, ids=ids)
    made.settings.store(Settings(last_folder=str(tmp_path)))
    yield made
    made.finish()
    delete(made.window)
    delete(made)


def test_a_file_that_can_only_be_read_says_so_when_it_opens(app, qtbot, monkeypatch):
    make_workshop(app, qtbot)
    path = app.desk.path
    app.close_workshop()
    settle(app)
    asked = os.access
    monkeypatch.setattr(
        os, "access", lambda name, mode: not (str(name) == str(path) and mode & os.W_OK) and asked(name, mode)
    )
    app.open_file(path)
    settle(app)
    page = app.window.workshop
    assert "hanya bisa dibaca" in page.bar.text.text()
    assert "Salin berkasnya ke laptop" in page.bar.text.text()
    assert not page.bar.isHidden()


class Busy(Plain):
    """A screen on which something is under way that stands nowhere else."""

    words = ""
    ended = 0

    def unfinished(self):
        return self.words

    def end(self):
        self.ended += 1


@pytest.fixture
def busy(dressed, profile, clock, ids, tmp_path, qtbot):
    """An open workshop with another screen in front of the one that is busy."""
    assert dressed
    specs = (SPECS[0], ScreenSpec("note", "Catatan", "catatan", "catatan", Busy))
    made = App(profile, clock=clock, ids=ids, screens=specs)
    made.settings.store(Settings(last_folder=str(tmp_path)))
    page = make_workshop(made, qtbot)
    page.go("note")
    screen = page.screens.current
    screen.words = "12 foto masih dibaca."
    page.go("home")
    yield SimpleNamespace(app=made, page=page, screen=screen)
    made.finish()
    delete(made.window)
    delete(made)


def asked(app):
    (dialog,) = app.window.findChildren(LeaveUnfinished)
    return dialog


def test_closing_while_something_is_under_way_asks_first_and_leads_back_to_it(busy):
    busy.app.leave()
    dialog = asked(busy.app)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert (
        "12 foto masih dibaca.\nKalau ditutup sekarang, itu tidak ikut tersimpan. Isian lain aman." in words
    )
    busy.app.leave()
    assert asked(busy.app) is dialog, "asked once"
    dialog.stay.click()
    settle(busy.app)
    assert busy.app.desk is not None
    assert busy.page.screens.key == "note"
    assert busy.screen.ended == 0


def test_who_closes_all_the_same_keeps_what_is_finished(busy):
    busy.app.close_workshop()
    ends = []
    busy.screen.end = partial(ends.append, True)
    asked(busy.app).leave.click()
    settle(busy.app)
    assert ends == [True]
    assert busy.app.desk is None
    assert busy.app.window.page is busy.app.window.welcome


def test_closing_asks_nothing_where_nothing_is_under_way(busy):
    busy.screen.words = ""
    busy.app.close_workshop()
    assert not busy.app.window.findChildren(LeaveUnfinished)
    settle(busy.app)
    assert busy.app.desk is None


def test_photos_that_are_read_when_the_program_ends_are_stored(app, qtbot, tmp_path, monkeypatch):
    page = make_workshop(app, qtbot)
    path = app.desk.path
    app.lane.data(partial(begin_session, app.desk))
    page.go("note")
    settle(app)
    screen = page.screens.current
    going, goes_on = threading.Event(), threading.Event()
    real = screen.photos.album.flow._readers

    def slow(source, cancelled):
        if source.name == "b.jpg":
            going.set()
            goes_on.wait(5)
        return real.read(source, cancelled)

    monkeypatch.setattr(
        screen.photos.album.flow, "_readers", PhotoReaders(real.files_of, slow, real.read_pasted)
    )
    files = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for place, file in enumerate(files):
        Image.new("RGB", (40 + place, 30), "teal").save(file)
    screen.photos.album.take_files(files)
    qtbot.waitUntil(going.is_set)
    assert page.screens.unfinished() == {"note": "2 foto masih dibaca."}
    goes_on.set()
    app.finish()
    with open_desk(path, profile=tmp_path) as desk:
        (session,) = desk.session.sessions()
        assert [item.source_name for item in desk.photo.photos(session.id)] == ["a.jpg"]


def begin_session(desk):
    desk.session.start(NewSession(desk.workshop.stages()[0].id, "Pembukaan"))


def test_a_screen_goes_on_to_hear_after_leaving_was_given_up(busy, monkeypatch):
    def fail():
        raise DiskFault("disk-full")

    monkeypatch.setattr(LeaveUnsaved, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    busy.screen.words = ""
    busy.app.autosave.note("broken", fail)
    busy.app.close_workshop()
    settle(busy.app)
    assert busy.app.desk is not None
    screen = busy.page.screens.current
    screen.heard.clear()
    busy.app.autosave.drop("broken")
    busy.app.lane.data(partial(busy.app.desk.opd.add, [OpdRow("Dinas Kesehatan")]), busy.app.bus.publish)
    settle(busy.app)
    assert any(item[0] == "changed" for item in screen.heard)


def test_a_stage_copy_is_looked_at_and_the_way_back_is_one_button(app, qtbot):
    make_workshop(app, qtbot)
    work = app.desk.path
    made = []
    app.lane.data(lambda: app.desk.stage_copy.end(app.desk.stage.stages()[0].id), made.append)
    settle(app)
    path = made[0][0].path
    before = path.read_bytes()
    page = app.window.workshop
    page.go("open-file", str(path))
    settle(app)
    page = app.window.workshop
    assert app.desk.path == path
    assert page.bar.text.text().startswith("Ini Salinan akhir Tahap I: bisa dilihat dan dicetak")
    assert [item.path for item in app.settings.value.recent] == [str(work)]
    assert app.settings.value.last_folder == str(work.parent)
    assert page.bar.action.text() == "Buka berkas kerja"
    page.bar.action.click()
    settle(app)
    assert app.desk.path == work
    assert not app.desk.is_read_only
    assert path.read_bytes() == before
