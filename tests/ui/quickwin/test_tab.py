"""The ranking, weights on trial, and what people decide, by hand on the tab Quick win."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.hall import QUICKWIN
from smartcity_desktop.domain.print_job import QUICKWIN_DECISION, QUICKWIN_RANKING, QUICKWIN_SCORES
from smartcity_desktop.domain.quickwin_board import decided
from smartcity_desktop.errors import DiskFault
from tests.quickwins import JUDGES, score
from tests.ui.quickwin.hand import choose, column, settle
from ui.widgets.writing import take_nothing

NAME, TOTAL, PROPOSAL, DECISION = 2, 3, 6, 7


def standing(hall, row):
    """Return the decision that the file holds."""
    return decided(hall.ask(hall.desk.quickwin.board).line(row).candidate)


def test_without_candidates_the_way_to_nominate_is_offered(show, hall):
    screen = show()
    asked = []
    screen.go.connect(lambda key, row: asked.append((key, row)))
    assert screen.tab.pages.currentWidget() is screen.tab.empty
    screen.tab.empty.buttons[0].click()
    assert asked == [("worksheet", hall.ask(partial(hall.desk.worksheet.find, "L10")).id)]


@pytest.mark.usefixtures("scored")
def test_candidates_stand_by_their_places_with_the_tie_named(show):
    tab = show().tab
    assert column(tab, NAME)[:2] == ["DESAKU TUNTAS", "Edu Sampah Cipta Kerja"]
    assert column(tab, TOTAL) == ["3,42", "3,42", "3,18", "3,00", "2,84", "2,73"]
    assert "sama persis 3,42" in tab.notes.text()
    assert tab.said.text().startswith("Urutan 1 dari semua, urutan 1 di dimensinya, nilai 3,42.")
    assert tab.gates.text().startswith("✓ Syarat terpenuhi")
    assert tab.bars.height() > 100


@pytest.mark.usefixtures("rows")
def test_nobody_has_a_place_before_somebody_scores(show):
    tab = show().tab
    assert column(tab, TOTAL) == ["–"] * 6
    assert tab.told.text().startswith("Belum ada penilai")


@pytest.mark.usefixtures("scored")
def test_other_weights_are_shown_at_once_and_kept_only_when_taken(show, hall):
    screen = show()
    tab = screen.tab
    before = hall.ask(hall.desk.quickwin.board).weights
    QTest.keyClick(tab.ranking, Qt.Key.Key_F4)
    field = list(tab.weights.fields.values())[1]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "3")
    assert column(tab, 0)[:2] == ["1 → 1", "1 → 2 (turun 1)"]
    assert not tab.trial.isHidden()
    settle(screen)
    assert hall.ask(hall.desk.quickwin.board).weights == before
    tab.weights.back.click()
    assert column(tab, TOTAL)[0] == "3,42"
    assert tab.trial.isHidden()
    field.setValue(3)
    tab.weights.take.click()
    settle(screen)
    stored = hall.ask(hall.desk.quickwin.board).weights
    assert sorted(stored.values()) == [1] * 8 + [3]
    assert tab.trial.isHidden()
    assert not tab.weights.take.isEnabled()


@pytest.mark.usefixtures("scored")
def test_a_trial_goes_on_while_others_write(show, hall, scored):
    screen = show()
    list(screen.tab.weights.fields.values())[1].setValue(5)
    changes = hall.ask(partial(hall.desk.quickwin.withdraw, scored["MATIC"], withdrawn=True))
    screen.changed(changes)
    settle(screen)
    assert list(screen.tab.weights.weights.values())[1] == 5
    assert "MATIC" not in column(screen.tab, NAME)


def test_a_decision_is_written_when_it_is_given_with_who_when_and_why(show, hall, scored):
    screen = show()
    tab = screen.tab
    choose(screen, scored["MATIC"])
    tab.decision.choice.buttons[1].click()
    assert tab.decision.on.value == "2023-07-31", "today stands there to begin with"
    tab.decision.by.setFocus()
    QTest.keyClicks(tab.decision.by, "Pleno")
    tab.decision.reason.setFocus()
    QTest.keyClicks(tab.decision.reason, "Data belum ada")
    tab.decision.dissent.setFocus()
    QTest.keyClicks(tab.decision.dissent, "Dispar berbeda pendapat")
    assert standing(hall, scored["MATIC"]).decision == "", "nothing is written before it is given"
    QTest.keyClick(tab.decision.dissent, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    made = standing(hall, scored["MATIC"])
    assert (made.decision, made.by, made.on) == ("cadangan", "Pleno", "2023-07-31")
    assert (made.reason, made.dissent) == ("Data belum ada", "Dispar berbeda pendapat")
    assert column(tab, DECISION)[4] == "Cadangan"
    choose(screen, scored["E-AGRIPROP"])
    tab.decision.choice.buttons[0].click()
    assert tab.decision.by.text() == "Pleno", "who decided last stands there to begin with"
    tab.decision.give.setFocus()
    QTest.mouseClick(tab.decision.give, Qt.MouseButton.LeftButton)
    settle(screen)
    assert not tab.decision.give.isEnabled()
    assert tab.ranking.hasFocus(), "the keyboard stays with the candidates"


def test_a_changed_decision_shows_the_earlier_one(show, scored, clock):
    screen = show()
    tab = screen.tab
    choose(screen, scored["MATIC"])
    assert tab.earlier.isHidden()
    for place in (0, 2):
        tab.decision.choice.buttons[place].click()
        tab.decision.give.click()
        clock.forward(minutes=5)
        settle(screen)
    assert tab.earlier.text().startswith("Keputusan sebelumnya:\nTerpilih")
    assert not tab.earlier.isHidden()


def test_what_is_typed_about_a_candidate_stays_until_it_is_given_or_dropped(show, scored):
    screen = show()
    tab = screen.tab
    choose(screen, scored["MATIC"])
    tab.decision.choice.buttons[0].click()
    choose(screen, scored["Smart Health"])
    assert not tab.decision.give.isEnabled()
    assert screen.unfinished() == "Keputusan yang belum ditetapkan: MATIC."
    choose(screen, scored["MATIC"])
    assert tab.decision.give.isEnabled()
    assert "Alasan masih kosong" in tab.decision.state.text()
    tab.decision.drop.click()
    assert screen.unfinished() == ""
    assert tab.decision.made.decision == ""


def test_a_withdrawn_candidate_can_be_brought_back(show, scored):
    screen = show()
    choose(screen, scored["MATIC"])
    screen.tab.withdraw.click()
    settle(screen)
    assert "MATIC" not in column(screen.tab, NAME)
    screen.tab.bring_back(scored["MATIC"])
    settle(screen)
    assert "MATIC" in column(screen.tab, NAME)
    assert screen.tab.ranking.key == scored["MATIC"]


def test_below_five_assessors_the_votes_stand_in_the_bars(show, hall, rows):
    hall.ask(partial(score, hall.desk, rows, JUDGES[:2]))
    tab = show().tab
    assert any("nilai 4, 4" in getattr(shape, "text", "") for shape in tab.bars.chart.shapes)


@pytest.mark.usefixtures("scored")
def test_every_way_leads_somewhere(show, scored):
    screen = show()
    asked, slides, gone = [], [], []
    screen.print_asked.connect(lambda kind, _row: asked.append(kind))
    screen.slide_asked.connect(lambda kind, _row: slides.append(kind))
    screen.go.connect(lambda _key, row: gone.append(row))
    for button in (*screen.tab.prints, screen.tab.show_result):
        button.click()
    assert asked == [QUICKWIN_RANKING, QUICKWIN_SCORES, QUICKWIN_DECISION]
    assert slides == [QUICKWIN]
    choose(screen, scored["MATIC"])
    QTest.keyClick(screen.tab.ranking, Qt.Key.Key_Return)
    assert gone == [scored["MATIC"]]
    for command in screen.commands():
        command.run()
    assert len(asked) == 6


@pytest.mark.usefixtures("scored")
def test_a_file_that_takes_nothing_can_be_looked_at(context, qtbot, dressed, hall):
    from ui.screens.analysis.screen import AnalysisScreen

    assert dressed
    made = AnalysisScreen(hall.desk, context)
    take_nothing(made)
    qtbot.addWidget(made)
    made.resize(1180, 690)
    made.show()
    made.open_row("quickwin")
    settle(made)
    tab = made.tab
    assert not tab.decision.give.isEnabled()
    assert not tab.withdraw.isEnabled()
    assert tab.decision.reason.isReadOnly()
    tab.open_weights()
    list(tab.weights.fields.values())[1].setValue(3)
    assert column(tab, 0)[0] == "1 → 1", "trying writes nothing"
    assert not tab.weights.take.isEnabled()


def test_a_decision_that_could_not_be_written_is_still_there(show, hall, scored, monkeypatch):
    def refuse(*_args):
        raise DiskFault("disk-full")

    screen = show()
    choose(screen, scored["MATIC"])
    screen.tab.decision.choice.buttons[0].click()
    screen.tab.decision.reason.setPlainText("Siap tahun ini")
    monkeypatch.setattr(hall.desk.quickwin, "decide", refuse)
    screen.tab.decision.give.click()
    settle(screen)
    assert screen.tab.decision.made.reason == "Siap tahun ini"
    assert screen.unfinished() == "Keputusan yang belum ditetapkan: MATIC."
    monkeypatch.undo()
    screen.tab.decision.give.click()
    settle(screen)
    assert standing(hall, scored["MATIC"]).reason == "Siap tahun ini"
    assert screen.unfinished() == ""


def test_many_that_are_to_be_discussed_leave_the_ranking_its_room(show, hall, rows):
    judges = hall.ask(partial(score, hall.desk, rows, JUDGES[:2]))
    sheet = hall.ask(partial(hall.desk.worksheet.find, "L10N")).id
    for judge, value in zip(judges, "04", strict=True):
        grid = hall.ask(partial(hall.desk.worksheet.grid, sheet, judge))
        key = next(item.key for item in grid.columns if item.kind == "score")
        cells = [(row, key, value) for row in rows.values()]
        hall.ask(partial(hall.desk.worksheet.set_cells, sheet, judge, cells))
    tab = show().tab
    assert column(tab, 4) == ["1"] * 6
    assert tab.notes.text().count("Perlu dibahas dulu: ") == 4
    assert "Dan 2 lagi" in tab.notes.text()


def test_what_a_decision_makes_is_told_and_one_undo_takes_it_back(show, hall, scored):
    screen = show()
    told = []
    screen.said.connect(told.append)
    choose(screen, scored["MATIC"])
    for place in (0, 1):
        screen.tab.decision.choice.buttons[place].click()
        screen.tab.decision.give.click()
        settle(screen)
    assert told == [
        "Terpilih: MATIC, program smart city dibuat di L7",
        "Cadangan: MATIC, programnya di L7 dihapus lagi",
    ]
    programs = partial(hall.desk.result.result, hall.ask(partial(hall.desk.worksheet.find, "L7")).id)
    assert hall.ask(programs).rows == ()
    hall.ask(hall.desk.undo)
    (program,) = hall.ask(programs).rows
    assert program.text == "MATIC"
    assert program.origin == (scored["MATIC"],)
    hall.ask(hall.desk.undo)
    assert hall.ask(programs).rows == ()
    assert standing(hall, scored["MATIC"]).decision == ""
