"""Means and spreads in words: rounded half up, without a float, a deviation only over enough people."""

from fractions import Fraction

import pytest

from smartcity_desktop.domain.spread import ENOUGH, deviation, shown


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (Fraction(77, 225) * 10, 2, "3,42"),
        (Fraction(1005, 1000), 2, "1,01"),
        (Fraction(1, 20), 1, "0,1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(0), 2, "0,00"),
        (None, 2, "–"),
    ],
)
def test_a_mean_is_rounded_as_by_hand(value: Fraction | None, places: int, words: str) -> None:
    assert shown(value, places) == words


def test_a_deviation_says_nothing_over_too_few() -> None:
    assert deviation(Fraction(3, 10), ENOUGH) == "0,55"
    assert deviation(Fraction(3, 10), ENOUGH - 1) == ""
