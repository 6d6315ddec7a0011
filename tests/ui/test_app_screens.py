"""Every real screen in the real window, on an empty workshop and on the sample."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.workshop import find_region
from smartcity_desktop.settings import Settings
from tests.ui.frame import nameless, settle, turn
from ui.app import App
from ui.shell.all_screens import SCREENS


@pytest.fixture(scope="session")
def sample_bytes(sample_city):
    """The sample workshop file."""
    return sample_city.read_bytes()


@pytest.fixture
def app(dressed, profile, clock, tmp_path):
    assert dressed
    made = App(profile, clock=clock)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    yield made
    made.finish()
    delete(made.window)
    delete(made)


def visit_all(app, path):
    """Open every screen in turn and look it over."""
    app.begin(path)
    settle(app)
    frame = app.window.workshop
    for spec in SCREENS:
        frame.go(spec.key)
        settle(app, 20)
        assert frame.screens.key == spec.key
        assert frame.bar.isHidden() or "gangguan" not in frame.bar.text.text()
        for number in (1, 4, 2):
            frame.choose_stage(number)
            settle(app)
        labels = frame.screens.current.findChildren(QLabel)
        rich = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
        assert rich == []
        assert [item.objectName() or item for item in nameless(frame)] == []


def test_every_screen_opens_on_an_empty_workshop(app, tmp_path, clock, ids, profile):
    path = tmp_path / "kosong.bimtek"
    region = find_region("konawe sel")[0].code
    new = NewWorkshop("Bimtek Konsel", region, 2023, 2021, 2026, "kominfo-6", "4-buku")
    create_desk(path, new, clock=clock, ids=ids, profile=profile).close()
    visit_all(app, path)


def test_every_screen_opens_on_the_sample(app, tmp_path, sample_bytes):
    path = tmp_path / "contoh.bimtek"
    path.write_bytes(sample_bytes)
    visit_all(app, path)


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
def test_no_screen_is_wider_than_the_window_it_is_made_for(app, tmp_path, sample_bytes, size):
    path = tmp_path / "contoh.bimtek"
    path.write_bytes(sample_bytes)
    app.begin(path)
    settle(app)
    frame = app.window.workshop
    for spec in SCREENS:
        app.window.resize(*size)
        frame.go(spec.key)
        settle(app, 20)
        turn()
        assert (app.window.width(), app.window.height()) == size, spec.key


@pytest.mark.parametrize("filled_by", ["opd", "dimension"])
def test_the_number_of_a_sheet_leads_to_its_stage_and_party(app, tmp_path, sample_bytes, qtbot, filled_by):
    path = tmp_path / "contoh.bimtek"
    path.write_bytes(sample_bytes)
    app.begin(path)
    settle(app, 30)
    frame, numbers = app.window.workshop, []
    sheets = app.desk.worksheet

    def numbered():
        places = [(item, place) for item in sheets.worksheets() for place in sheets.places(item.id)]
        return [
            (sheets.sheet(item.id, place.party).number, item, place) for item, place in places if item.stage
        ]

    app.lane.data(numbered, numbers.extend)
    settle(app)
    number, worksheet, place = next(one for one in numbers if one[0] and one[1].filled_by == filled_by)
    name = place.name if filled_by == "opd" else f"{place.short} {place.name}"
    frame.palette_panel.open()
    finder = frame.palette_panel.finder
    qtbot.keyClicks(finder.box, number.lower())
    qtbot.waitUntil(lambda: f"{number} {name}" in [item.words for item in finder.choices()])
    qtbot.keyClick(finder.box, Qt.Key.Key_Return)
    settle(app, 30)
    assert (frame.top.stages.number, frame.screens.key) == (worksheet.stage, "worksheet")
    assert frame.screens.current.grid.grid.sheet.party == place.party
