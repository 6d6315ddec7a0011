"""Names compared without their titles, numbers that stay, the penta-helix counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import (
    Person,
    bare_name,
    digits_of,
    element_counts,
    missing_numbers,
    next_number,
    outsiders_too_few,
)

LONG = "Dr. Ir. Hj. Andi Rahmatia Nurwahyuni Contohwati, S.Sos., S.T., M.Si., M.T."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, "ANDI RAHMATIA NURWAHYUNI CONTOHWATI"),
        ("Muhammad Jum'at Ma'arif", "Muh. Jumat Maarif, S.Kom."),
        ("Muhammad Jum'at Ma'arif", "M. Jum’at Ma’arif"),
        ("Drs. H. Abd. Rahim", "Abdul Rahim, M.Si."),
        ("Budi Santoso S.Kom M.Kes", "Budi Santoso"),
        ("Budi Santoso SE", "BUDI SANTOSO"),
        ("St. Hajrah", "Sitti Hajrah"),
        ("Prof. Dr. K.H. Syafi'i", "Syafii"),
    ],
)
def test_two_spellings_of_one_name_are_the_same_name(one, other):
    assert bare_name(one) == bare_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andi Baso", "Andi Basri"),
        ("Siti Aminah", "Siti Maryam"),
        ("H. Rahmat", "H. Rahman"),
        ("Ratna Sari", "Ratna"),
    ],
)
def test_other_names_stay_other_names(one, other):
    assert bare_name(one) != bare_name(other)


@given(st.text(max_size=60))
def test_any_text_can_be_compared(text):
    letters = bare_name(text)
    assert letters == "" or (letters.isalnum() and letters.isascii() and letters == letters.lower())


def test_a_title_alone_is_no_reason_to_lose_the_name():
    assert bare_name("Ir.") == "ir"
    assert bare_name("Dr. S.H.") != ""


def test_the_marks_between_digits_do_not_count():
    assert digits_of("19800101 200604.1-001") == "198001012006041001"
    assert digits_of("'198001012006041001") == "198001012006041001"


def person(row, number=None, element=""):
    return Person(id=RowId(row), name=row, number=number, element=element)


def test_the_next_number_goes_on_behind_the_highest():
    assert next_number([]) == 1
    assert next_number([person("a", 7), person("b"), person("c", 3)]) == 8


def test_only_those_without_a_number_or_with_somebody_elses_get_a_new_one():
    people = [person("a", 1), person("b"), person("c", 2), person("d", 1)]
    assert missing_numbers(people) == {"b": 3, "d": 4}
    assert missing_numbers([person("a", 5), person("b", 1)]) == {}


def test_every_unsur_is_counted_and_those_without_one_apart():
    counts = element_counts([person("a", element="media"), person("b"), person("c", element="media")])
    assert (counts["media"], counts[""], counts["akademisi"]) == (2, 1, 0)


def test_the_hint_names_who_should_be_invited():
    counts = {"pemerintah": 19, "akademisi": 1, "": 4}
    assert outsiders_too_few(counts) == (
        "Hampir semua peserta dari pemerintah: undang dunia usaha, komunitas, media"
    )
    assert outsiders_too_few({"pemerintah": 40}) == (
        "Hampir semua peserta dari pemerintah: undang akademisi, dunia usaha, komunitas, media"
    )


def test_no_hint_where_outsiders_come_or_too_few_people_are_known():
    assert outsiders_too_few({"pemerintah": 8, "akademisi": 2}) == ""
    assert outsiders_too_few({"pemerintah": 9, "": 90}) == ""
