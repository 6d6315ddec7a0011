"""Two readings of one plan: agreement, kappa against worked values, differences, typed answers."""

import pytest

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.second import (
    FIRST,
    SECOND,
    SecondBoard,
    SecondLine,
    Tag,
    agreement,
    decided,
    kappa,
    kappa_words,
    read_place,
    read_relevant,
    signature,
)

GOV, ECO = (
    Dimension("g", code="GOV", name="Smart Governance"),
    Dimension("e", code="ECO", name="Smart Economy"),
)
SUBS = (
    Subdimension("g1", dimension="g", code="GOV-1", name="Layanan publik"),
    Subdimension("g2", dimension="g", code="GOV-2", name="Kebijakan publik"),
    Subdimension("e1", dimension="e", code="ECO-1", name="Industri"),
)


def line(first, second, row="l"):
    return SecondLine(row, 1, first=Tag(*first), second=Tag(*second))


def test_what_differs_is_named_and_nothing_else_is_compared_of_what_is_not_relevant():
    assert line(("ya", "g"), ("tidak", "g")).what == "relevansi"
    assert line(("ya", "g"), ("sebagian", "g")).what == "relevansi"
    assert line(("ya", "g"), ("sebagian", "e")).what == "dimensi"
    assert line(("ya", "g", "g1"), ("ya", "g", "g2")).what == "subdimensi"
    assert not line(("tidak", "g"), ("tidak", "e", "e1")).differs
    assert not line(("", ""), ("ya", "g")).is_compared


def test_agreement_is_told_of_those_that_both_have_read():
    lines = [line(("ya", "g"), ("ya", "g")), line(("ya", "g"), ("tidak", "")), line(("ya", "g"), ("", ""))]
    assert agreement(lines) == "Sama di 1 dari 2 program yang dibaca keduanya (50%)."
    assert agreement([]) == "Belum ada program yang dibaca keduanya."


def test_kappa_is_that_of_the_worked_example_and_is_kept_silent_for_few():
    # 20 both yes, 5 and 10 split, 15 both no: the textbook example, seen 0.70, by chance 0.50.
    cells = ((("ya", "g"), ("ya", "g"), 20), (("ya", "g"), ("tidak", ""), 5))
    cells += ((("tidak", ""), ("ya", "g"), 10), (("tidak", ""), ("tidak", ""), 15))
    lines = [line(one, other) for one, other, times in cells for _ in range(times)]
    assert kappa(lines) == pytest.approx(0.40)
    assert kappa_words(kappa(lines)) == "Kesepakatan di luar kebetulan (kappa Cohen) 0,40: lemah."
    assert kappa(lines[:9]) is None
    assert kappa_words(kappa(lines[:9])) == ""
    assert kappa(lines[:20]) is None, "both always say the same: nothing to tell chance from"


def test_hardly_worse_than_chance_is_told_without_a_sign():
    assert kappa_words(-0.001).endswith("0,00: sangat lemah.")
    assert "-0,00" not in kappa_words(-0.001)


def test_a_place_without_a_code_is_told_by_its_name():
    bare = Dimension("b", name="Pilar air"), Subdimension("b1", dimension="b", name="Sungai")
    board = SecondBoard(dimensions=(GOV, bare[0]), subdimensions=(*SUBS, bare[1]))
    assert board.told(Tag("ya", "b", "b1")) == "Ya · Sungai"
    assert board.told(Tag("ya", "b")) == "Ya · Pilar air"


def test_a_decision_holds_while_both_say_the_same_and_a_taken_second_keeps_what_the_first_had_said():
    item = line(("ya", "g", "g1"), ("ya", "e", "e1"))
    known = {signature(item, "Ani"): SECOND}
    assert decided(item, " ani ", known).decision == SECOND
    taken = decided(line(("ya", "e", "e1"), ("ya", "e", "e1")), "Ani", known)
    assert (taken.decision, taken.first.said, taken.differs) == (SECOND, ("ya", "g", "g1"), True)
    assert decided(line(("ya", "g", "g2"), ("ya", "e", "e1")), "Ani", known).decision == ""
    board = SecondBoard(lines=(decided(item, "Ani", {signature(item, "Ani"): FIRST}), item))
    assert [one.decision for one in board.differing] == ["", FIRST]
    assert board.open == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("y", "ya"), ("S", "sebagian"), ("tidak", "tidak"), (" ", ""), ("x", None), ("yo", None)],
)
def test_an_answer_is_one_letter_or_the_word(typed, meant):
    assert read_relevant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(
            ("gov", ("g", "")),
            ("GOV-2", ("g", "g2")),
            ("gov2", ("g", "g2")),
            ("2", ("e", "")),
            ("", ("", "")),
        ),
        *(("1.2", ("g", "g2")), ("2-1", ("e", "e1")), ("Industri", ("e", "e1")), ("3", None), ("1.9", None)),
        *(("XYZ", None), ("0", None), ("²", None)),
    ],
)
def test_a_place_is_typed_by_code_number_or_name(typed, meant):
    assert read_place(typed, (GOV, ECO), SUBS) == meant
