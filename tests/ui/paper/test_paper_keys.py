"""How many keys a night takes: at most three beyond the figures for a line, and never the mouse."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_loop import COUNTED
from smartcity_desktop.domain.print_job import BALLOTS, NUMBERED
from smartcity_desktop.services.vote import VoteAsk
from smartcity_desktop.storage.definition import births
from tests.exercises import add, column, definition
from tests.ui.paper.hand import send, settle
from tests.ui.worksheets import Hall

TABLES = 20
MOST = 3
"""Keys that a line may cost beyond its figures."""
KEY = Qt.Key


@pytest.fixture
def hall(lane, tmp_path, clock):
    opds = [OpdRow(f"Dinas {place:02d}", f"D{place:02d}") for place in range(1, TABLES + 1)]
    made = Hall(lane, tmp_path, clock, opds=opds)
    yield made
    made.close()


@pytest.fixture
def hand(monkeypatch):
    """A numeric pad that counts its keys; whoever reaches for the mouse fails."""
    for name in ("mouseClick", "mousePress", "mouseDClick"):
        monkeypatch.setattr(QTest, name, staticmethod(lambda *_, **__: pytest.fail("no mouse here")))
    return Pad()


class Pad:
    """Presses keys wherever the cursor stands, and counts them: figures apart from all others."""

    def __init__(self):
        self.figures = self.others = 0

    def type(self, screen, text):
        """Type figures."""
        for sign in text:
            QTest.keyClick(screen.focusWidget(), sign, Qt.KeyboardModifier.KeypadModifier)
            self.figures += 1

    def press(self, screen, sign, modifier=Qt.KeyboardModifier.NoModifier):
        """Press any other key, and wait for what it does."""
        QTest.keyClick(screen.focusWidget(), sign, modifier)
        self.others += 1
        settle(screen)


def test_the_tallies_of_twenty_tables_take_three_keys_each_beyond_their_figures(show, hall, hand):
    tally = definition("TH", "opd", "free", "entry", [column("votes", "int", "x:votes")])
    store = hall.desk._store
    hall.ask(lambda: store.write(births(store, tally), "tambah TH"))
    sheet = hall.ask(partial(hall.desk.worksheet.find, "TH")).id
    send(hall, NUMBERED, worksheet=sheet)
    screen = show(hall, sheet)
    said = [str(7 * place % 41 + 1) for place in range(1, TABLES + 1)]
    for figures in said:
        hand.press(screen, KEY.Key_Enter)
        hand.type(screen, figures)
        hand.press(screen, KEY.Key_Enter)
        hand.press(screen, KEY.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    found = [
        hall.ask(partial(hall.desk.worksheet.grid, sheet, row)).rows[0].values["votes"]
        for row in hall.opds.values()
    ]
    assert found == said
    assert {line.paper.state for line in hall.ask(partial(hall.desk.paper.lines, sheet))} == {COUNTED}
    assert hand.figures == sum(map(len, said))
    assert hand.others <= MOST * TABLES


def test_twenty_ballots_take_one_key_for_each_line_beyond_its_figure(show, hall, hand):
    room = hall.ask(partial(add, hall.desk, "TK"))["TK"]
    lines = tuple(("", text) for text in ("Maju", "Adil", "Lestari"))
    ask = VoteAsk("Visi", points=3, most=2, voters=TABLES, worksheet=room, lines=lines)
    row = hall.ask(partial(hall.desk.vote.add, ask))[0]
    send(hall, BALLOTS, worksheet=room)
    screen = show(hall, room)
    screen.page.number.setFocus()
    hand.type(screen, "S1-1")
    hand.press(screen, KEY.Key_Enter)
    for place in range(TABLES):
        for points in ("2", "1", "0") if place % 2 else ("0", "1", "2"):
            hand.type(screen, points)
            hand.press(screen, KEY.Key_Enter)
    given = hall.ask(partial(hall.desk.vote.ballots, row))
    assert len(given) == TABLES
    assert [item.points for item in hall.ask(lambda: hall.desk.vote.result(row)).tallies] == [20, 20, 20]
    assert hand.others == 1 + len(lines) * TABLES
