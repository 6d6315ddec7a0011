"""The screen of the minutes on a real file with two sessions, the second running, and photos to drop."""

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.session import NewSession
from tests.exchange import photos
from tests.ui.photos.hand import Hand
from ui.screens.note.screen import NoteScreen

NEW = NewWorkshop("Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")


@pytest.fixture
def desk(lane, tmp_path, clock, ids, qtbot):
    made = []

    def make():
        return create_desk(tmp_path / "a.bimtek", NEW, clock=clock, ids=ids, profile=tmp_path)

    lane.data(make, made.append)
    qtbot.waitUntil(lambda: bool(made))
    yield made[0]
    lane.drain(5)
    lane.data(made[0].close)


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
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = NoteScreen(desk, context)
    qtbot.addWidget(made)
    made.resize(1190, 688)
    made.show()
    made.show_stage(1)
    made.arrive()
    context.lane.drain(5)
    return made


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
