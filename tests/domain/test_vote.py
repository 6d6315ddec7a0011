"""Tallies of votes: three ways of entering, spread only where it is known, impossible figures told softly."""

from fractions import Fraction

from smartcity_desktop.domain import vote as rule
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import Cast, Vote, VoteItem

_ITEMS = [VoteItem(id=RowId(name), text=name.title()) for name in ("air", "jalan", "data")]


def _cast(item: str, voter: str, points: int | None = None, count: int | None = None, held: int = 1) -> Cast:
    return Cast(RowId(item), voter, held, points, count)


def test_hands_are_summed_and_say_that_they_have_no_spread() -> None:
    vote = Vote(way=rule.HANDS, voters=40)
    found = rule.tally(vote, _ITEMS, [_cast("air", "=1", count=31), _cast("data", "=1", count=12)])
    assert [(item.points, item.rank) for item in found.tallies] == [(31, 1), (0, None), (12, 2)]
    assert found.tallies[0].share == Fraction(31, 43)
    assert found.tallies[0].mean is None
    assert found.spread_words.startswith("Tangan hanya dihitung")


def test_ballots_by_points_are_summed_with_their_distribution() -> None:
    casts = [_cast("air", "=3", count=4), _cast("air", "=1", count=2), _cast("jalan", "=2", count=5)]
    found = rule.tally(Vote(way=rule.BALLOTS), _ITEMS, casts)
    assert found.tallies[0].points == 14
    assert rule.given_words(found.tallies[0]) == "3 poin: 4 orang · 1 poin: 2 orang"
    assert found.tallies[0].voters == 6


def test_ballots_one_by_one_give_mean_and_deviation_with_those_who_gave_nothing() -> None:
    casts = [_cast("air", f"S-{number}", points) for number, points in enumerate((3, 3, 0, 0, 4))]
    found = rule.tally(Vote(way=rule.BALLOTS, points=4), _ITEMS, casts)
    air = found.tallies[0]
    assert (found.ballots, air.points, air.mean) == (5, 10, Fraction(2))
    assert air.deviation == "1,87"
    assert rule.tally(Vote(), _ITEMS, casts[:4]).tallies[0].deviation == ""


def test_a_tie_is_named_and_what_nobody_chose_has_no_rank() -> None:
    found = rule.tally(Vote(), _ITEMS, [_cast("air", "=1", count=7), _cast("data", "=1", count=7)])
    assert [item.rank for item in found.tallies] == [1, None, 1]
    assert rule.tie_words(found) == ('"Air" dan "Data" sama-sama 7 tangan.',)


def test_impossible_figures_are_told_with_what_is_possible() -> None:
    vote = Vote(way=rule.HANDS, voters=20, points=2, most=1)
    found = rule.tally(vote, _ITEMS, [_cast("air", "=1", count=25), _cast("data", "=1", count=18)])
    assert found.told == (
        '"Air": 25 orang memilih, padahal yang memilih 20 orang.',
        "Jumlah tangan 43, paling banyak 40 (20 orang × 2 tangan).",
    )
    broken = rule.tally(
        Vote(way=rule.PERSONS, points=3, most=2), _ITEMS, [_cast("air", "12", 3), _cast("data", "12", 1)]
    )
    assert broken.told == (
        "Lebih dari 2 poin untuk satu pilihan: 12.",
        "Lebih dari 3 poin dari satu suara: 12.",
    )


def test_hands_and_ballots_of_one_round_are_told_and_have_no_mean() -> None:
    casts = [_cast("air", "=1", count=30), _cast("air", "S-001", 1), _cast("air", "S-002", 1)]
    result = rule.tally(Vote(way=rule.BALLOTS), _ITEMS, casts)
    assert (result.tallies[0].points, result.tallies[0].mean) == (32, None)
    (told,) = result.told
    assert "30 suara sebagai jumlah dan 2 suara satu per satu" in told


def test_a_round_does_not_see_the_casts_of_another() -> None:
    casts = [_cast("air", "=1", count=9), _cast("jalan", "=1", count=4, held=2)]
    found = rule.tally(Vote(round=2), _ITEMS, casts)
    assert [item.points for item in found.tallies] == [0, 4, 0]
    assert [item.points for item in rule.tally(Vote(round=2), _ITEMS, casts, 1).tallies] == [9, 0, 0]


def test_a_line_taken_off_stays_where_somebody_chose_it() -> None:
    items = [
        VoteItem(id=RowId("air"), text="Air", retired=True),
        VoteItem(id=RowId("x"), text="X", retired=True),
    ]
    found = rule.tally(Vote(), items, [_cast("air", "=1", count=3)])
    assert [item.item.id for item in found.tallies] == ["air"]
