"""Readiness: means over what was answered, what was not is counted, labels at their borders."""

from fractions import Fraction

import pytest

from smartcity_desktop.domain import readiness
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.readiness import Answer, Question

_NAMES = {"STR": "Struktur", "INF": "Infrastruktur"}
_QUESTIONS = [
    Question(RowId("1"), "1", "STR", "SDM", "Staf TIK di setiap OPD"),
    Question(RowId("2"), "2", "STR", "SDM", "Rencana pelatihan"),
    Question(RowId("3"), "3", "STR", "Anggaran", "Bagian APBD"),
    Question(RowId("4"), "4", "INF", "Fisik", "Jalan mantap"),
]


def _answers(*pairs: tuple[str, int | None]) -> list[Answer]:
    return [Answer(RowId(item), score=score) for item, score in pairs]


def test_a_mean_counts_what_was_answered_and_says_what_was_not() -> None:
    found = readiness.stand(_QUESTIONS, _answers(("1", 4), ("2", None), ("3", 1)), _NAMES)
    struktur = found.elements["STR"].mean
    assert (struktur.value, struktur.count, struktur.missing) == (Fraction(5, 2), 2, 1)
    assert found.components["STR", "SDM"].mean.value == 4
    assert found.elements["INF"].mean.value is None
    assert found.elements["INF"].mean.label == ""
    assert found.whole.missing == 2


@pytest.mark.parametrize(
    ("score", "label"), [(4, "baik"), (3, "baik"), (2, "sedang"), (1, "buruk"), (0, "buruk")]
)
def test_a_label_follows_the_mean_at_its_borders(score: int, label: str) -> None:
    assert readiness.stand(_QUESTIONS, _answers(("4", score)), _NAMES).elements["INF"].mean.label == label


def test_the_mean_of_many_agencies_counts_every_item_once() -> None:
    answers = _answers(("1", 4), ("1", 4), ("1", 4), ("2", 0))
    found = readiness.stand(_QUESTIONS, answers, _NAMES, sheets=3)
    assert found.components["STR", "SDM"].mean.value == 2
    assert (found.items[RowId("2")].missing, found.items[RowId("1")].missing) == (2, 0)
    assert (found.elements["STR"].mean.low, found.elements["STR"].mean.high) == (0, 4)


def test_a_score_that_no_scale_knows_is_left_out() -> None:
    assert readiness.stand(_QUESTIONS, _answers(("1", 9)), _NAMES).items[RowId("1")].value is None


def test_the_worst_comes_first() -> None:
    found = readiness.stand(_QUESTIONS, _answers(("1", 3), ("3", 0), ("4", 3)), _NAMES)
    assert [item.id for item in readiness.worst_first(_QUESTIONS, found)] == ["3", "1", "4"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(8, 3), "2,67"),
        (Fraction(2999, 1000), "2,99"),
        (Fraction(1996, 1000), "1,99"),
        (Fraction(3), "3,00"),
        (Fraction(5, 1000), "0,01"),
        (None, "–"),
    ],
)
def test_a_mean_is_rounded_to_two_places_but_never_up_to_a_border(value, words):
    assert readiness.figure(value) == words


def test_scores_that_all_agree_have_no_spread_to_tell():
    assert readiness.spread(readiness.Mean(Fraction(2), 2, 0, 2, 2)) == "2"
    assert readiness.spread(readiness.Mean()) == ""
