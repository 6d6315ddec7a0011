"""The window that these tests work in."""

import pytest
from shiboken6 import delete

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.workshop import find_region
from smartcity_desktop.settings import Settings
from tests.ui.frame import SPECS, settle
from ui.app import App


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path):
    """The window with an open workshop of Konawe Selatan, two agencies, and three plain screens."""
    assert dressed
    path = tmp_path / "a.bimtek"
    days = (("2023-07-17", "2023-07-18"), ("2023-07-31", "2023-08-01"))
    new = NewWorkshop(
        "Bimtek Konsel",
        find_region("konawe sel")[0].code,
        2023,
        2021,
        2026,
        "kominfo-6",
        "4-buku",
        stage_dates=days,
    )
    create_desk(path, new, clock=clock, ids=ids, profile=profile).close()
    made = App(profile, clock=clock, ids=ids, screens=SPECS)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def frame(app):
    return app.window.workshop
