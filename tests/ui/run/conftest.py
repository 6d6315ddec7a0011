"""The page of a running day in a screen, on a real file with an agenda of one day and six groups."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QVBoxLayout

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.workshop import NewWorkshop
from tests.ui.run.hand import DAY, PLAN, ZONE, Hand
from ui.context import Screen
from ui.models.hall_clock import HallClock
from ui.screens.agenda.run import RunPage

NAMES = ("Governance", "Branding", "Economy", "Living", "Society", "Environment")
NEW = NewWorkshop(
    "Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku", stage_dates=((DAY, DAY),)
)


class Steady:
    """Seconds that a test lets go by, whatever the laptop's clock says."""

    seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def desk(lane, tmp_path, clock, ids, qtbot):
    clock.moment = datetime(2026, 8, 4, 8, 30, tzinfo=ZONE)
    made = []

    def make():
        return create_desk(tmp_path / "a.bimtek", NEW, clock=clock, ids=ids, profile=tmp_path)

    lane.data(make, made.append)
    qtbot.waitUntil(lambda: bool(made))
    yield made[0]
    lane.drain(5)
    lane.data(made[0].close)


@pytest.fixture
def screen(request, desk, context, steady, qtbot):
    """A bare screen that holds the page; it says and asks what the page says and asks through it."""
    assert desk
    request.getfixturevalue("dressed")
    HallClock(context.bus, steady)
    made = Screen(context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(screen, desk):
    made = RunPage(screen, desk)
    column = QVBoxLayout(screen)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    screen.resize(1190, 640)
    screen.show()
    return made


@pytest.fixture
def empty(page, desk, clock, steady, qtbot):
    """A hand at a page on whose day nothing stands."""
    return Hand(page, desk, clock, steady, qtbot)


@pytest.fixture
def hand(empty, desk):
    """A hand at the page of a planned day."""

    def plan():
        store, stage = desk._store, desk.workshop.stages()[0].id
        division = store.ids.new()
        edits = [Birth("grouping", division, {"stage": stage, "title": "Dimensi", "pos": "a"})]
        for (title, begin, end, kind, more), pos in zip(
            PLAN, store.positions("session", len(PLAN)), strict=True
        ):
            row = empty.rows[title] = store.ids.new()
            values = {"stage": stage, "date": DAY, "title": title, "start_plan": begin, "end_plan": end}
            edits.append(Birth("session", row, {**values, "kind": kind, "pos": pos, **more}))
        for place, name in enumerate(NAMES):
            row = empty.groups[name] = store.ids.new()
            edits.append(Birth("group", row, {"grouping": division, "name": name, "pos": f"a{place}"}))
        store.write(edits, "susun agenda")

    empty.on_data(plan)
    empty.page.arrive()
    empty.settle()
    return empty
