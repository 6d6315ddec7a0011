"""The screen of the minutes on a real file with two sessions, the second running, and photos to drop."""

import pytest

from smartcity_desktop.services.session import NewSession
from tests.exchange import photos
from tests.ui.photos.hand import Hand


@pytest.fixture
def desk(konsel):
    return konsel()


@pytest.fixture
def sessions(desk, lane, clock):
    """The rows of two sessions of stage I: the first has ended, the second runs."""
    found = []

    def begin():
        stage = desk.workshop.stages()[0].id
        first = desk.session.start(NewSession(stage, "Pembukaan"))[0]
        desk.session.end(first)
        clock.forward(hours=1)
        found.extend([first, desk.session.start(NewSession(stage, "Kerja kelompok"))[0]])

    lane.data(begin)
    assert lane.drain(5)
    return found


@pytest.fixture
def screen(minutes, desk):
    return minutes(desk)


@pytest.fixture
def bare(screen, desk, qtbot):
    """A hand at a workshop in which no session was ever begun."""
    return Hand(screen, desk, qtbot)


@pytest.fixture
def hand(bare, sessions):
    """A hand at the screen, with two sessions."""
    bare.first, bare.second = sessions
    bare.screen.arrive()
    bare.settle()
    return bare


@pytest.fixture
def files(tmp_path):
    """Three photos, the second the earliest."""
    folder = tmp_path / "foto"
    folder.mkdir()
    taken = ("2026:08:04 10:00:00", "2026:08:04 08:00:00", "2026:08:04 11:00:00")
    return [
        photos.put(
            folder, f"IMG_{number}.jpg", photos.jpeg(160, 120, 20 * number, exif=photos.told(taken=when))
        )
        for number, when in enumerate(taken, start=1)
    ]
