"""A ballot in one line of figures: what it says, what it may say, which one comes next."""

import pytest

from smartcity_desktop.domain.vote import BALLOTS, HANDS, PERSONS, Vote
from smartcity_desktop.domain.vote_entry import (
    ballot_words,
    levels,
    meant_sign,
    next_sign,
    read_ballot,
    spelled,
)

ISSUED = ("S1-001", "S1-002", "S1-003")


@pytest.mark.parametrize(
    ("text", "points"),
    [("7+7+12", {7: 2, 12: 1}), ("7 12", {7: 1, 12: 1}), ("7*2,12", {7: 2, 12: 1}), ("", {}), ("3*0", {})],
)
def test_a_number_named_twice_gets_two_points(text, points):
    typed = read_ballot(text, 20)
    assert (dict(typed.points), typed.wrong) == (points, ())
    assert dict(read_ballot(spelled(points), 20).points) == points


def test_numbers_that_are_no_choice_are_named_with_those_that_are():
    typed = read_ballot("0+21+x+3", 20)
    assert typed.wrong == ("0", "21", "x")
    assert ballot_words(Vote(), typed, 20) == "Tidak ada pilihan nomor 0, 21, x; nomornya 1 sampai 20."


def test_a_ballot_that_gives_too_much_is_told_what_is_possible():
    vote = Vote(way=BALLOTS, points=3, most=2)
    assert ballot_words(vote, read_ballot("1*3", 5), 5) == "Nomor 1: paling banyak 2 poin untuk satu pilihan."
    assert ballot_words(vote, read_ballot("1*2+2*2", 5), 5) == "4 poin; paling banyak 3 dari satu suara."
    assert ballot_words(vote, read_ballot("1+2", 5), 5) == "2 dari 3 poin."
    assert ballot_words(vote, read_ballot("", 5), 5).startswith("Kosong")


def test_tallies_have_a_column_for_each_number_of_points_that_is_possible():
    assert levels(Vote(way=HANDS, points=3)) == (1,)
    assert levels(Vote(way=BALLOTS, points=3, most=2)) == (1, 2)
    assert levels(Vote(way=BALLOTS, points=3)) == (1, 2, 3)
    assert len(levels(Vote(way=BALLOTS, points=100))) == 9


def test_the_next_ballot_is_the_first_that_was_issued_and_not_counted():
    vote = Vote(way=BALLOTS)
    assert next_sign(vote, ["S1-001"], ISSUED, "S1-001") == "S1-002"
    assert next_sign(vote, ["S1-002", "S1-003"], ISSUED, "S1-003") == "S1-001"
    assert next_sign(vote, ISSUED, ISSUED, "S1-003") == ""


def test_without_printed_ballots_the_numbers_go_on_by_themselves():
    assert next_sign(Vote(way=BALLOTS), [], ()) == "001"
    assert next_sign(Vote(way=PERSONS), [], ()) == "1"
    assert next_sign(Vote(way=BALLOTS), ["009", "010"], (), "009") == "011"
    assert next_sign(Vote(way=PERSONS), ["A"], (), "A") == "A-2"


def test_figures_alone_mean_the_issued_ballot_of_that_number():
    assert meant_sign("2", ISSUED) == "S1-002"
    assert meant_sign("s1-003", ISSUED) == "S1-003"
    assert meant_sign(" 12 ", ()) == "12"
    assert meant_sign("2", (*ISSUED, "S2-002")) == "2"


def test_who_was_counted_already_is_the_same_one_however_the_sign_is_typed():
    assert meant_sign("andi  WIJAYA", (), ("Andi Wijaya", "001")) == "Andi Wijaya"
    assert meant_sign("1", (), ("Andi 1", "001", "002")) == "001"
    assert meant_sign("3", (), ("001", "002")) == "003", "numbers go on as they began"
    assert meant_sign("3", (), ("1", "2")) == "3"
    assert meant_sign("2", ("SS-001", "SS-002"), ("002",)) == "SS-002"
    assert meant_sign("\u00b2", (), ("001",)) == "\u00b2"
