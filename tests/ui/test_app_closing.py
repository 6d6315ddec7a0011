"""Opening what takes nothing, and closing while something is still under way: nothing goes without a word."""

import os

import pytest
from shiboken6 import delete

from smartcity_desktop.settings import Settings
from tests.ui.frame import settle
from tests.ui.test_app import make_workshop
from ui.app import App


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
