"""What does not fit its field is never dropped: no way leads away before it is mended or emptied."""

from functools import partial

import pytest
from PySide6.QtTest import QTest

from smartcity_desktop.domain.paper_loop import COUNTED, OUT, SPOILED
from smartcity_desktop.domain.print_job import NUMBERED
from tests.exercises import add
from tests.ui.paper.hand import KEY, finish, key, number, press, send, settle

WRONG = "tujuh"


@pytest.fixture
def known(hall):
    found = hall.ask(partial(add, hall.desk, "TF", "TP"))
    for row in found.values():
        send(hall, NUMBERED, worksheet=row)
    return found


@pytest.fixture
def screen(show, hall, known):
    """The first sheet of factors in hand, with a rating that is no figure."""
    made = show(hall, known["TF"])
    number(made, "1")
    key(made, "1", "Jaringan", "0,5")
    made.party = made.page.title.text()
    QTest.keyClicks(made.focusWidget(), WRONG)
    return made


def state(hall):
    return hall.ask(partial(hall.desk.paper.find, "TF-01")).paper.state


def stays(screen):
    """Tell whether the text still stands in its field, with the cursor in it and a sentence that says why."""
    place = 3
    return (
        screen.page.title.text() == screen.party
        and screen.form.fields[place].toPlainText() == WRONG
        and screen.focusWidget() is screen.form.fields[place]
        and WRONG in screen.form.faults[place].text()
    )


WAYS = {
    "finish": finish,
    "next row": lambda screen: press(screen, KEY.Key_PageDown),
    "row before": lambda screen: press(screen, KEY.Key_PageUp),
    "another number": lambda screen: number(screen, "2"),
    "second reading": lambda screen: press(screen, KEY.Key_F4),
    "another worksheet": lambda screen: screen.page.worksheet_chosen.emit(screen.other),
    "the list": lambda screen: screen.page.list.asked.emit(screen.page.list.lines.lines[2].key, 0),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_away_from_what_does_not_fit(screen, hall, known, way):
    screen.other = known["TP"]
    WAYS[way](screen)
    settle(screen)
    assert stays(screen)
    assert state(hall) == OUT
    assert WRONG in screen.words[-1]
    screen.form.fields[3].selectAll()
    key(screen, "4")
    finish(screen)
    assert state(hall) == COUNTED


def test_a_sheet_that_is_put_aside_takes_it_along(screen, hall):
    press(screen, KEY.Key_F7)
    assert state(hall) == SPOILED


def test_who_leaves_is_told_of_it(screen):
    assert screen.unfinished() == f"TF-01: Rating belum disimpan: {WRONG}."
    screen.form.fields[3].selectAll()
    key(screen, "4")
    assert screen.unfinished() == ""
