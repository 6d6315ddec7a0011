"""The views of a worksheet are alike: one order of worksheets, one place for the strip."""

from functools import partial

from smartcity_desktop.domain.ids import NO_ROW
from tests.ui.worksheet.hand import STAGE_THREE, settle
from ui.models.sheet_picture import Wanted
from ui.screens.definition.screen import DefinitionScreen
from ui.screens.homework.screen import HomeworkScreen
from ui.screens.paper.read import overview
from ui.screens.paper.screen import PaperScreen
from ui.screens.result.screen import ResultScreen
from ui.screens.vote.read import gather as votes
from ui.screens.vote.screen import VoteScreen
from ui.screens.worksheet.reading import read_picture
from ui.screens.worksheet.screen import WorksheetScreen
from ui.shell.session_start import gather as start
from ui.widgets.exercise_strip import ExerciseStrip


def test_every_view_shows_the_worksheets_of_a_stage_in_the_same_order(hall, context, qtbot):
    desk = hall.desk
    result = ResultScreen(services=desk, context=context)
    qtbot.addWidget(result)
    result.show_stage(STAGE_THREE)
    result.arrive()
    settle(result)
    codes = [item.code for item in hall.ask(partial(read_picture, desk, Wanted(STAGE_THREE))).worksheets]
    stage_of = {item.code: item.stage for item in hall.ask(desk.worksheet.worksheets)}
    own = [code for code in codes if stage_of[code] == STAGE_THREE]
    assert own == codes[: len(own)] != codes, "those of the stage lead"
    box = result.head.worksheet
    assert [box.itemText(place).split()[0] for place in range(box.count())] == codes
    assert [
        item.code for item in hall.ask(partial(votes, desk, STAGE_THREE, NO_ROW, NO_ROW)).worksheets
    ] == codes
    assert [item.code for item in hall.ask(partial(overview, desk, STAGE_THREE, NO_ROW)).worksheets] == codes
    assert [item.code for item in hall.ask(partial(start, desk, STAGE_THREE)).worksheets][
        : len(codes)
    ] == codes


def test_the_strip_stands_at_one_place_in_every_view(hall, context, qtbot):
    places = {}
    for kind in (WorksheetScreen, ResultScreen, VoteScreen, PaperScreen, HomeworkScreen, DefinitionScreen):
        view = kind(services=hall.desk, context=context)
        qtbot.addWidget(view)
        view.resize(1172, 684)
        view.layout().activate()
        strip = view.findChild(ExerciseStrip)
        strip.layout().activate()
        button = next(iter(strip.buttons.values()))
        places[kind.__name__] = button.mapTo(view, button.rect().topLeft()).toTuple()
    assert set(places.values()) == {places["ResultScreen"]}, places
