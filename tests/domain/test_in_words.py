"""Numbers and dates in words, read back by a reader that was written without looking at the writer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.in_words import MOST, date_in_words, number_in_words

DIGITS = {
    word: value
    for value, word in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    )
}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def value(words):
    """Return the number that Indonesian words mean, word by word from the left."""
    total = part = digit = 0
    for word in words.split():
        joined = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in joined:
            part += joined[word]
        elif word == "belas":
            part, digit = part + digit + 10, 0
        elif word == "puluh":
            part, digit = part + digit * 10, 0
        elif word == "ratus":
            part, digit = part + digit * 100, 0
        elif word == "seribu":
            total += 1000
        else:
            total, part, digit = total + (part + digit) * SCALES[word], 0, 0
    return total + part + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2023, "dua ribu dua puluh tiga"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (8_390_000_000, "delapan miliar tiga ratus sembilan puluh juta"),
    ],
)
def test_a_number_is_said_as_it_is_said(number, words):
    assert number_in_words(number) == words


@given(st.integers(0, MOST - 1))
def test_the_words_of_every_number_mean_that_number(number):
    words = number_in_words(number)
    assert value(words) == number
    assert "  " not in words
    assert "satu ratus" not in words
    assert "satu puluh" not in words.replace("puluh satu", "")


@given(st.integers(0, MOST - 1), st.integers(0, MOST - 1))
def test_two_numbers_never_have_the_same_words(one, other):
    assert (number_in_words(one) == number_in_words(other)) is (one == other)


@pytest.mark.parametrize("number", [-1, MOST])
def test_what_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        number_in_words(number)


def test_a_date_is_said_as_a_berita_acara_begins():
    assert date_in_words(date(2023, 7, 31)) == (
        "hari ini Senin tanggal tiga puluh satu bulan Juli tahun dua ribu dua puluh tiga"
    )
    assert date_in_words(date(2026, 8, 7)).startswith("hari ini Jum'at tanggal tujuh bulan Agustus")


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_date_says_its_own_day_and_year(day):
    words = date_in_words(day)
    number, _, year = words.partition(" tanggal ")[2].partition(" bulan ")
    assert value(number) == day.day
    assert value(year.partition(" tahun ")[2]) == day.year


def test_without_a_day_there_is_room_to_write():
    assert date_in_words(None).count("…………") >= 4
