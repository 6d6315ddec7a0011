"""What the tests of the window stand on: a real lane, bus and autosave, and a dressed application."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.settings import SettingsFile
from tests.ui.masterplan import settle
from tests.ui.planning import open_workshop
from tests.ui.worksheets import Hall
from ui import theme, translate
from ui.autosave import Autosave
from ui.bus import Bus
from ui.context import Context
from ui.faults import Faults
from ui.lane import Lane
from ui.screens.initiative.screen import InitiativeScreen
from ui.screens.note.screen import NoteScreen
from ui.widgets.writing import take_nothing

KONSEL = NewWorkshop("Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application with our fonts, theme and language."""
    theme.add_fonts()
    theme.apply(qapp)
    translate.install(qapp)
    return qapp


@pytest.fixture(autouse=True)
def tidy(request):
    """Let no test leave the words of its event, or the widgets it has closed, to the next one.

    A widget that was told to delete itself later waits for an event loop, which a test never enters: left
    alone, they gather by the thousand and each new look is laid over all of them.
    """
    yield
    if "qapp" in request.fixturenames:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        translate.speak(QApplication.instance(), Words())


@pytest.fixture
def faults(qapp):
    return Faults(qapp)


@pytest.fixture
def lane(faults):
    made = Lane(faults)
    yield made
    made.close(5)


@pytest.fixture
def bus(qapp):
    return Bus(qapp)


@pytest.fixture
def autosave(lane, bus, clock):
    made = Autosave(lane, bus, clock)
    yield made
    QApplication.instance().focusChanged.disconnect(made._focus_moved)
    QApplication.instance().applicationStateChanged.disconnect(made._application_left)


@pytest.fixture
def context(bus, lane, autosave, profile):
    """The four fields that a screen is given."""
    return Context(bus, lane, autosave, SettingsFile(profile))


@pytest.fixture
def konsel(lane, tmp_path, clock, ids, qtbot):
    """Make the workshop of Konawe Selatan on the data thread, and write into it what a test begins with."""
    made = []

    def make(begin=lambda _desk: None):
        def fresh():
            desk = create_desk(tmp_path / "a.bimtek", KONSEL, clock=clock, ids=ids, profile=tmp_path)
            begin(desk)
            return desk

        lane.data(fresh, made.append)
        qtbot.waitUntil(lambda: bool(made))
        return made[0]

    yield make
    lane.drain(5)
    for desk in made:
        lane.data(desk.close)


@pytest.fixture
def desk(lane, tmp_path, clock, ids):
    """A workshop file with nothing in it."""
    made = open_workshop(lane, tmp_path, clock, ids)
    yield made
    lane.drain(5)
    lane.data(made.close)


@pytest.fixture
def hall(lane, tmp_path, clock):
    """A workshop of six agencies, with the desk that the screens of the exercises ask."""
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def come_up(context, qtbot, dressed):
    """How a screen comes to the front: it hears of changes, and keeps in ``heard`` what it says."""
    assert dressed

    def make(screen, width=1172, height=684, *, stage=None):
        context.bus.subscribe(screen.kinds, screen.changed, screen)
        screen.heard = []
        for signal in (screen.said, screen.told, screen.warned):
            signal.connect(screen.heard.append)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        if stage is not None:
            screen.show_stage(stage)
        screen.arrive()
        return screen

    return make


@pytest.fixture
def masterplan(context, come_up):
    """Show a tab of the screen Program Smart City; it keeps where it leads, what it prints and shows."""

    def make(desk, row="", *, closed=False):
        screen = InitiativeScreen(desk, context)
        take_nothing(screen, on=closed)
        screen.printed, screen.gone, screen.slides = [], [], []
        screen.go.connect(lambda key, row: screen.gone.append((key, row)))
        screen.print_asked.connect(lambda kind, row: screen.printed.append((kind, row)))
        screen.slide_asked.connect(lambda kind, row: screen.slides.append((kind, row)))
        screen.open_row(row)
        come_up(screen)
        settle(screen)
        return screen

    return make


@pytest.fixture
def minutes(context, qtbot, dressed):
    """Show the screen of the minutes of a workshop."""
    assert dressed

    def show(desk):
        screen = NoteScreen(desk, context)
        qtbot.addWidget(screen)
        screen.resize(1190, 688)
        screen.show()
        screen.show_stage(1)
        screen.arrive()
        context.lane.drain(5)
        return screen

    return show


@pytest.fixture
def heard():
    """A place for slots to write down what they were told."""
    return SimpleNamespace(items=[])
