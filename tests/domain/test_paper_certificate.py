"""Certificates: who has earned one, numbers that stay, lesson hours, dates in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.attendance import Stay
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_certificate import (
    Rules,
    days_words,
    lessons_of,
    next_number,
    number_words,
    roll,
)
from smartcity_desktop.domain.people import Certificate, Person
from smartcity_desktop.domain.session import Session

DAY = date(2026, 8, 5)


def names(found):
    return [(item.name, item.deputy) for item in found.holders]


def test_only_who_came_on_enough_days_has_earned_one():
    people = [Person("a", name="Selalu"), Person("b", name="Separuh"), Person("c", name="Tidak pernah")]
    stays = {"a": Stay("a", 2, 2), "b": Stay("b", 1, 2), "c": Stay("c", 0, 2)}
    found = roll(people, stays, (), {}, Rules())
    assert names(found) == [("Selalu", False)]
    assert found.short == (("Separuh", 50),)
    assert names(roll(people, stays, (), {}, Rules(share=50))) == [("Selalu", False), ("Separuh", False)]


def test_a_deputy_earns_one_of_his_own_and_the_one_he_stood_for_does_not():
    people = [Person("a", name="Kepala", opd="o")]
    stays = {"a": Stay("a", 0, 2, {"Budi": 2})}
    found = roll(people, stays, (), {"o": "Dinas"}, Rules())
    assert names(found) == [("Budi", True)]
    assert (found.holders[0].agency, found.holders[0].key) == ("Dinas", "Budi")


def test_who_teaches_earns_one_by_coming_at_all():
    people = [Person("a", name="Pakar", body="Narasumber"), Person("b", name="Panitia", body="Panitia")]
    stays = {"a": Stay("a", 1, 4), "b": Stay("b", 4, 4)}
    found = roll(people, stays, (), {}, Rules())
    assert [(item.name, item.role) for item in found.holders] == [
        ("Pakar", "Narasumber"),
        ("Panitia", "Panitia"),
    ]


def test_a_number_that_was_given_stays_also_where_the_rule_changed():
    people = [Person("a", name="Separuh")]
    stays = {"a": Stay("a", 1, 2)}
    given_one = [Certificate(person="a", stage="s", number=7, hours=15)]
    found = roll(people, stays, given_one, {}, Rules(share=100))
    assert (found.holders[0].number, found.holders[0].hours, found.waiting) == (7, 15, ())


def test_numbers_go_on_and_begin_anew_for_a_stage_only_where_the_pattern_names_it():
    given_ones = [Certificate(stage="i", number=40), Certificate(stage="ii", number=3)]
    assert next_number(given_ones, "{nomor}/SC/{tahun}", "ii") == 41
    assert next_number(given_ones, "{nomor}/{tahap}/{tahun}", "ii") == 4
    assert next_number([], "{nomor}") == 1


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{nomor:03}/SC/{tahun}", "007/SC/2026"),
        ("", "007/SC/2026"),
        ("SC/{tahap}/{bulan}/{tahun}", "007/SC/II/VIII/2026"),
        ("{nomor}/{lain}", "7/{lain}"),
        ("{tahun.__class__}", "007/{tahun.__class__}"),
    ],
)
def test_the_pattern_makes_the_whole_number(pattern, words):
    assert number_words(pattern, 7, 2, DAY) == words


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_two_numbers_never_look_alike(one, other):
    first, second = (number_words("", number, 2, DAY) for number in (one, other))
    assert (first == second) is (one == other)


def test_only_teaching_counts_and_45_minutes_are_one_lesson_hour():
    blocks = [
        Session(title="Materi", kind="materi", start_plan="09:15", end_plan="10:45"),
        Session(title="Kerja", kind="kelompok", start_plan="13:00", end_plan="13:20"),
        Session(title="Rehat", kind="istirahat", start_plan="10:45", end_plan="11:00"),
        Session(title="Dilewati", kind="materi", start_plan="11:00", end_plan="12:00", skipped=True),
        Session(title="Tanpa jam", kind="materi"),
        Session(title="Sambutan", start_plan="08:00", end_plan="09:00"),
        Session(title="Isi L5", worksheet=RowId("lembar"), start_plan="14:00", end_plan="14:45"),
    ]
    found = lessons_of(blocks)
    assert [(item.title, item.minutes, item.hours) for item in found] == [
        ("Materi", 90, 2),
        ("Kerja", 20, 1),
        ("Isi L5", 45, 1),
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 8, 4), date(2026, 8, 5), "4–5 Agustus 2026"),
        (date(2026, 7, 31), date(2026, 8, 1), "31 Juli – 1 Agustus 2026"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 Desember 2026 – 1 Januari 2027"),
        (date(2026, 8, 4), date(2026, 8, 4), "4 Agustus 2026"),
        (None, None, ""),
    ],
)
def test_days_are_said_together(first, last, words):
    assert days_words(first, last) == words
