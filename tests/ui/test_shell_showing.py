"""What the laptop shows and offers while the hall looks at a worksheet."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.workshop import find_region
from tests.ui.frame import Plain, settle, turn
from tests.ui.worksheets import hand_grid
from ui.app import App
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.projector.window import ProjectorWindow
from ui.shell.registry import ScreenSpec


class Hall(Plain):
    """A screen whose sheet can be shown."""

    def __init__(self, services, context):
        super().__init__(services, context)
        self.model = GridModel(self)
        self.model.show_grid(hand_grid(rows=3))
        self.feed = SheetFeed(self.model, Countdown(self), self)

    def present(self):
        self.feed_asked.emit(self.feed)
        return True


@pytest.fixture
def frame(dressed, profile, clock, ids, tmp_path):
    assert dressed
    path = tmp_path / "a.bimtek"
    region = find_region("konawe sel")[0].code
    new = NewWorkshop("Bimtek Konsel", region, 2023, 2021, 2026, "kominfo-6", "4-buku")
    create_desk(path, new, clock=clock, ids=ids, profile=profile).close()
    app = App(profile, clock=clock, ids=ids, screens=(ScreenSpec("hall", "Aula", "opd", "opd", Hall),))
    app.begin(path)
    settle(app)
    yield app.window.workshop
    app.finish()
    delete(app.window)
    delete(app)


def part(frame, name):
    return frame.findChild(object, name)


def test_the_laptop_says_that_the_hall_looks_and_the_button_ends_it(frame, qtbot):
    assert part(frame, "showing").isHidden()
    qtbot.mouseClick(frame.top.present, Qt.MouseButton.LeftButton)
    assert part(frame, "showing").isVisible()
    assert part(frame, "showing-words").text() == "Sedang tayang"
    assert frame.top.present.accessibleName() == "Hentikan tayangan"
    before = frame.screens.geometry()
    qtbot.mouseClick(frame.top.present, Qt.MouseButton.LeftButton)
    turn()
    assert part(frame, "showing").isHidden()
    assert frame.top.present.accessibleName() == "Tayangkan"
    assert frame.screens.geometry() == before
    assert not frame.findChild(ProjectorWindow).isVisible()


def test_the_hall_is_darkened_held_and_left_from_the_laptop(frame, qtbot):
    frame.present()
    view = frame.findChild(ProjectorWindow)
    qtbot.mouseClick(part(frame, "showing-dark"), Qt.MouseButton.LeftButton)
    assert view.is_dark
    assert part(frame, "showing-words").text() == "Layar gelap"
    qtbot.mouseClick(part(frame, "showing-dark"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(part(frame, "showing-hold"), Qt.MouseButton.LeftButton)
    assert (view.is_dark, view.is_held) == (False, True)
    assert part(frame, "showing-words").text() == "Tayangan ditahan"
    qtbot.mouseClick(part(frame, "showing-stop"), Qt.MouseButton.LeftButton)
    assert not view.isVisible()


def test_what_is_done_at_the_projector_is_seen_on_the_laptop(frame, qtbot):
    frame.present()
    view = frame.findChild(ProjectorWindow)
    qtbot.keyClick(view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert part(frame, "showing-dark").isChecked()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert part(frame, "showing").isHidden()
    frame.present()
    assert not part(frame, "showing-dark").isChecked()
    view.close()


def test_a_sentence_leaves_the_buttons_of_the_projector_free(frame):
    for width in (911, 1366):
        frame.window().resize(width, 700)
        frame.present()
        frame.tell("Belum tersimpan: ruang disk penuh.", "error")
        turn()
        line = part(frame, "showing")
        place = line.rect().translated(line.mapTo(frame, line.rect().topLeft()))
        assert not frame.bar.geometry().intersects(place)
        frame.showing.stop()
