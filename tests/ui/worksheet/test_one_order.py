"""The worksheets of a stage stand in one order, wherever one chooses among them."""

from functools import partial

from smartcity_desktop.domain.ids import NO_ROW
from tests.ui.worksheet.hand import STAGE_THREE, settle
from ui.models.sheet_picture import Wanted
from ui.screens.paper.read import overview
from ui.screens.result.screen import ResultScreen
from ui.screens.vote.read import gather as votes
from ui.screens.worksheet.reading import read_picture
from ui.shell.session_start import gather as start


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
