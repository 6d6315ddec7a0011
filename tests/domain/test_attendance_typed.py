"""What is typed or scanned at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.attendance_typed import read_numbers, read_typed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" 012 ", 12),
        ("*0012*", 12),
        ("]C1012", 12),
        ("\x02175\x03", 175),
        ("No. 7", 7),
        ("A12D", 12),
        ("PESERTA-0150", 150),
        ("BT2026-0150", 150),
        ("0", 0),
    ],
)
def test_a_number_is_found_whatever_a_scanner_puts_round_it(text, number):
    typed = read_typed(text)
    assert (typed.number, typed.deputy, typed.name) == (number, False, "")


@pytest.mark.parametrize("text", ["12d", "012 D", "12D "])
def test_a_d_behind_the_number_tells_of_a_deputy(text):
    assert (read_typed(text).number, read_typed(text).deputy) == (12, True)


@pytest.mark.parametrize("text", ["12 13", "8991234567890", "12,13", "--", ""])
def test_what_is_not_one_number_of_a_participant_is_unclear(text):
    typed = read_typed(text)
    assert (typed.number, typed.name) == (None, "")


def test_letters_alone_are_a_name():
    assert read_typed("  andi   jum'ah ").name == "andi jum'ah"


@given(st.text(max_size=400))
def test_any_entry_is_read(text):
    typed = read_typed(text)
    assert typed.number is None or 0 <= typed.number < 1_000_000
    read_numbers(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3 7 12-14", (3, 7, 12, 13, 14)),
        ("3,7;12 - 14", (3, 7, 12, 13, 14)),
        ("14-12 dan 3", (3, 12, 13, 14)),
        ("12 s.d. 14, 3", (3, 12, 13, 14)),
        ("12 sd 14", (12, 13, 14)),
        ("12–14", (12, 13, 14)),
        ("007", (7,)),
        ("", ()),
    ],
)
def test_numbers_of_those_who_did_not_sign_are_read_as_people_write_them(text, numbers):
    assert read_numbers(text).numbers == numbers


def test_what_is_no_number_is_told_and_not_swallowed():
    assert read_numbers("3 tujuh 1-999999").unclear == ("tujuh", "1-999999")
