"""The funnel from the plans to the quick wins is counted in one place."""

import pytest

from smartcity_desktop.domain.entity import RELEVANCE, RELEVANT
from smartcity_desktop.domain.funnel import Funnel, funnel_of

LINES = ("a", "b", "c", "d")
READ = (
    ("a", "ya", True, True),
    ("b", "sebagian", True, False),
    ("c", "tidak", True, True),
    ("d", "", False, False),
    ("gone", "ya", True, True),
)


def test_only_programs_of_the_plans_count_and_only_relevant_ones_go_on():
    assert funnel_of(LINES, READ) == Funnel(4, 2, 2, 1)


def test_a_program_counts_once_however_often_it_is_named():
    assert funnel_of([*LINES, "a"], READ).programs == 4


def test_without_plans_nothing_is_counted():
    assert funnel_of((), READ) == Funnel()


@pytest.mark.parametrize(("answer", "goes_on"), [("ya", True), ("sebagian", True), ("tidak", False)])
def test_every_answer_is_known_and_only_a_no_ends_there(answer, goes_on):
    assert answer in RELEVANCE
    assert (answer in RELEVANT) is goes_on


def test_every_step_has_its_words():
    assert Funnel(4, 3, 2, 1).steps == (
        ("program Renstra", 4),
        ("relevan", 3),
        ("usulan inovasi", 2),
        ("usulan quick win", 1),
    )


def test_what_was_settled_takes_the_place_of_what_was_proposed():
    assert Funnel(412, 138, 90, 12, settled=75).steps[2:] == (
        ("program Smart City", 75),
        ("usulan quick win", 12),
    )
    assert Funnel(412, 138, 90, 12, settled=75, chosen=6).steps == (
        ("program Renstra", 412),
        ("relevan", 138),
        ("program Smart City", 75),
        ("quick win terpilih", 6),
    )
