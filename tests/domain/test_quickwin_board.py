"""Places, shares, sentences and bars of the board of quick wins."""

from fractions import Fraction

import pytest

from smartcity_desktop.domain.chart import Rect, Text
from smartcity_desktop.domain.chart_quickwin import rank_bars, score_bars
from smartcity_desktop.domain.exercise import Assessor, Criterion
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_quickwin import short_names
from smartcity_desktop.domain.quickwin import Candidate, Cell, Score, table
from smartcity_desktop.domain.quickwin_board import (
    Board,
    by_rank,
    proposals,
    reweighed,
    share,
    shifts,
    votes_words,
    weight_of,
)

X, Y, JUDGE = RowId("x"), RowId("y"), RowId("j")
CRITERIA = (Criterion(X, code="tarik", name="Daya tarik"), Criterion(Y, code="unik", name="Keunikan"))


def board(*scores):
    """Return a board of candidates p, q … with what one assessor gave for two criteria, None for nothing."""
    candidates = [Candidate(RowId(name), name=name) for name, _ in zip("pqrs", scores, strict=False)]
    given = [
        Score(item.id, row, JUDGE, value)
        for item, pair in zip(candidates, scores, strict=True)
        for row, value in zip((X, Y), pair, strict=True)
        if value is not None
    ]
    return Board(
        criteria=CRITERIA,
        assessors=(Assessor(JUDGE),),
        lines=table(candidates, given, {X: 1, Y: 1}, [JUDGE]),
    )


def test_other_weights_change_places_and_say_from_where_to_where():
    found = shifts(board((4, 0), (1, 2), (None, 1)).lines, {X: 1, Y: 9})
    assert [(item.after.candidate.name, item.words) for item in found] == [
        ("q", "2 → 1 (naik 1)"),
        ("p", "1 → 2 (turun 1)"),
        ("r", "– → –"),
    ]
    assert found[0].after.total == Fraction(19, 10)


def test_a_weight_of_nought_takes_its_criterion_out():
    lines = reweighed(board((4, 0), (None, 2)).lines, {X: 0, Y: 1})
    assert [item.total for item in lines] == [0, 2]
    assert [item.candidate.name for item in by_rank(lines)] == ["q", "p"]


def test_shares_of_weights_are_exact_to_one_decimal():
    assert share(1, {X: 1, Y: 2}) == "33,3%"
    assert share(0, {X: 0, Y: 0}) == "–"
    assert [weight_of(Criterion(weight=weight)) for weight in (None, 0, 7, -3)] == [1, 0, 7, 0]


@pytest.mark.parametrize(
    ("scores", "words"),
    [((), "belum dinilai"), ((4, 2), "nilai 4, 2"), ((4, 4, 3, 3, 3), "simpangan baku 0,55")],
)
def test_spread_is_told_by_the_votes_below_five_assessors(scores, words):
    assert votes_words(Cell(scores)) == words


def test_a_score_that_is_owed_is_said_beside_what_is_proposed():
    full = board((4, 4))
    (line,) = full.lines
    ready = Candidate(RowId("p"), name="p", opd=RowId("o"), months=3, fund="APBD", points=(RowId("m"),))
    owed = table([ready], [Score(RowId("p"), X, JUDGE, 4)], {X: 1, Y: 0}, [JUDGE])
    told = proposals(Board(criteria=CRITERIA, assessors=full.assessors, lines=owed))
    assert line.missing == 0
    assert told[RowId("p")].why.endswith("1 nilai belum masuk, jadi peringkat masih dapat berubah.")


def test_bars_say_mean_and_spread_in_words_and_grow_with_the_mean():
    found = board((4, 1))
    chart = score_bars(found, found.lines[0], width=480)
    said = [item.text for item in chart.shapes if isinstance(item, Text)]
    assert {"Daya tarik", "4,00", "nilai 4", "Keunikan", "1,00", "nilai 1"} <= set(said)
    wide, narrow = [item.width for item in chart.shapes if isinstance(item, Rect)]
    assert wide == pytest.approx(4 * narrow)
    assert all(item.x + item.width <= 480 for item in chart.shapes if isinstance(item, Rect))


def test_bars_of_all_stand_by_place_and_show_who_has_none():
    found = board((1, 1), (4, 4), (None, None))
    chart = rank_bars(found, found.lines, width=480)
    said = [item.text for item in chart.shapes if isinstance(item, Text)]
    assert said == ["1.", "–", "q", "4,00", "2.", "–", "p", "1,00", "–", "–", "r", "–"]


def test_short_heads_are_told_apart():
    same = (Criterion(code="1", name="Risiko besar"), Criterion(code="2", name="Risiko kecil"), CRITERIA[0])
    assert short_names(same) == ("Risiko 1", "Risiko 2", "Tarik")
