"""Codes of papers: the letter behind a number finds a wrong sign and two that changed places."""

from itertools import combinations, product
from string import ascii_uppercase, digits

import pytest

from smartcity_desktop.domain.paper_code import (
    LETTERS,
    check_letter,
    code_of,
    means,
    next_batch,
    numbers_of,
    proves,
    same,
    spans,
    spelt,
    taken_apart,
)

SHELF = ("L0", "L1", "L2", "L2K", "L3", "L3T", "L4", "L4V", "L5", "L6", "L9", "L10", "L10N", "L12", "X7")
NUMBERS = [f"{code}-{place:02d}" for code in SHELF for place in (*range(1, 41), 100)]
BATCHES = [f"K1-{place:03d}" for place in range(1, 41)] + [f"S2-{place:03d}" for place in range(1, 41)]
ISSUED = [*NUMBERS, *BATCHES, "L5-03-2"]


def test_a_code_comes_apart_into_number_and_letter():
    for number in ISSUED:
        assert taken_apart(code_of(number)) == (number, check_letter(number))
        assert taken_apart(number) == (number, "")
        assert proves(*taken_apart(code_of(number).lower().replace("-", " - ")))


def test_a_check_letter_is_never_one_that_looks_like_a_figure():
    assert {check_letter(number) for number in ISSUED} == set(LETTERS)
    assert not set(LETTERS) & set("IOQ")


@pytest.mark.parametrize("number", ["L5-03", "L10N-12", "K1-017", "L5-03-2"])
def test_one_wrong_figure_or_letter_is_found(number):
    code = code_of(number)
    for place, sign in enumerate(code):
        for other in digits if sign.isdigit() else ascii_uppercase if sign.isalpha() else "":
            wrong = code[:place] + other + code[place + 1 :]
            if same(wrong) != same(code):
                assert not proves(*taken_apart(wrong)), wrong


@pytest.mark.parametrize("number", ["L5-03", "L10N-12", "K1-017", "L5-03-2"])
def test_two_signs_that_changed_places_never_open_another_paper(number):
    issued = {same(item) for item in ISSUED} - {same(number)}
    code = code_of(number)
    for one, other in combinations(range(len(code)), 2):
        signs = list(code)
        signs[one], signs[other] = signs[other], signs[one]
        typed, letter = taken_apart("".join(signs))
        assert not (letter and proves(typed, letter) and same(typed) in issued), "".join(signs)


def test_no_single_wrong_sign_of_any_kind_opens_another_paper_of_the_shelf():
    issued = {spelt(item) for item in ISSUED}
    for number in ("L5-03", "L2-07", "L10N-12", "L1-11", "K1-017"):
        code = code_of(number)
        for place, other in product(range(len(code)), ascii_uppercase + digits + "-"):
            typed, letter = taken_apart(code[:place] + other + code[place + 1 :])
            opens = bool(letter) and proves(typed, letter) and typed in issued
            assert not opens or typed == number, (code, typed)


def test_i_o_and_q_are_read_as_the_figures_they_are_mistaken_for():
    assert proves("LIO-O3", check_letter("L10-03"))
    assert same("L1O-O3") == same("L10-03")


def test_a_number_without_its_noughts_means_no_sheet_of_another_worksheet():
    assert means("L10-1", "L10-01")
    assert not means("L10-1", "L1-01")
    assert means("L3-3", "L3-03")
    assert means("L5-3-2", "L5-03-2")
    assert not means("L3-1-2", "L3-12")
    assert means("L312", "L3-12")
    assert means("LIO03", "L10-03")
    assert means("L-3-03", "L3-03")
    assert not means("L3-30", "L3-03")


def test_batches_and_spans_are_read_and_said():
    assert numbers_of("k1-089..100") == ("K1", range(89, 101))
    assert numbers_of("K1-7") == ("K1", range(7, 8))
    assert numbers_of("K1 7") is None
    assert spans([4, 9, 10, 11, 4]) == "4, 9–11"
    assert spans(range(1, 60, 2), most=2) == "1, 3, dan 28 lainnya"
    assert next_batch("K", ["L4", "K1", "S1"]) == "K2"


def test_a_number_without_signs_of_a_code_has_no_code():
    assert code_of("  ") == ""
    assert spelt("Édisi 2/03") == "EDISI-2-03"
