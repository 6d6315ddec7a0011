"""A window on a workshop with two groups and a day of two blocks, with a screen whose sheet can be shown."""

import pytest
from shiboken6 import delete

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.workshop import find_region
from tests.ui.frame import Plain, settle
from tests.ui.worksheets import hand_grid
from ui.app import App
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.shell.registry import ScreenSpec

DAY = "2023-07-31"


class Sheets(Plain):
    """A screen whose sheet can be shown."""

    def __init__(self, services, context):
        super().__init__(services, context)
        self.model = GridModel(self)
        self.model.show_grid(hand_grid(rows=3))
        self.feed = SheetFeed(self.model, Countdown(self), self)

    def present(self):
        self.feed_asked.emit(self.feed)
        return True


class Tables(Plain):
    """A screen with a slide of its own."""

    def slide(self):
        return ("helix", "")


SPECS = (
    ScreenSpec("home", "Beranda", "beranda", "beranda", Plain),
    ScreenSpec("group", "Kelompok", "kelompok", "beranda", Tables),
    ScreenSpec("worksheet", "Kertas Kerja", "kertas-kerja", "kertas-kerja", Sheets),
)


def fill(desk):
    """Write two groups with a person each, and a day of two blocks."""
    store, stage = desk._store, desk.workshop.stages()[1].id
    division = store.ids.new()
    edits = [Birth("grouping", division, {"stage": stage, "title": "Per meja", "kind": "bebas", "pos": "a"})]
    for at in (1, 2):
        group, person = store.ids.new(), store.ids.new()
        edits += [
            Birth("group", group, {"grouping": division, "name": f"Kelompok {at}", "pos": f"a{at}"}),
            Birth("person", person, {"name": f"Peserta {at}", "element": "media", "pos": f"a{at}"}),
            Birth(
                "seat",
                store.key("seat", division, person),
                {"grouping": division, "person": person, "group": group},
            ),
        ]
    for at, (title, begin, end) in enumerate((("Kerja", "10:30", "11:30"), ("Rehat", "11:30", "12:00"))):
        kind = "kelompok" if at == 0 else "istirahat"
        values = {"stage": stage, "date": DAY, "title": title, "start_plan": begin, "end_plan": end}
        edits.append(Birth("session", store.ids.new(), {**values, "kind": kind, "pos": f"a{at}"}))
    store.write(edits, "isi")


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path, monkeypatch):
    assert dressed
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.bimtek"
    days = (("2023-07-17", "2023-07-18"), (DAY, "2023-08-01"))
    region = find_region("konawe sel")[0].code
    new = NewWorkshop("Bimtek Konsel", region, 2023, 2021, 2026, "kominfo-6", "4-buku", stage_dates=days)
    create_desk(path, new, clock=clock, ids=ids, profile=profile).close()
    with open_desk(path, clock=clock, ids=ids, profile=profile) as desk:
        fill(desk)
    made = App(profile, clock=clock, ids=ids, screens=SPECS)
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def frame(app):
    return app.window.workshop
