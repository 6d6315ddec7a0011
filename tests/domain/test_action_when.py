"""When an action is done: read as people write it, written as it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartcity_desktop.domain.action_when import When, when_of


@pytest.mark.parametrize(
    ("typed", "when", "words"),
    [
        ("2026", When(2026, None, 2026, None), "2026"),
        ("2026 s.d. 2028", When(2026, None, 2028, None), "2026–2028"),
        ("september 2026", When(2026, 9, 2026, 9), "Sep 2026"),
        ("Sep-Nov 2026", When(2026, 9, 2026, 11), "Sep–Nov 2026"),
        ("Agt 2026 sampai Maret 2027", When(2026, 8, 2027, 3), "Agu 2026–Mar 2027"),
        ("9-11/2026", When(2026, 9, 2026, 11), "Sep–Nov 2026"),
        ("triwulan 3 2026", When(2026, 7, 2026, 9), "TW III 2026"),
        ("tw i-ii 2026", When(2026, 1, 2026, 6), "TW I–II 2026"),
        ("TW4 2026 – TW1 2027", When(2026, 10, 2027, 3), "TW IV 2026–TW I 2027"),
        ("–", When(), "–"),
        ("", When(), "–"),
    ],
)
def test_years_quarters_and_months_are_read_and_said_again(typed, when, words):
    assert when_of(typed) == when
    assert when.words == words


@pytest.mark.parametrize(
    "typed",
    ["x", "Juni", "13/2026", "TW V 2026", "2028-2026", "Des-Jan 2026", "2026-", "1-2-2026", "1999", "26"],
)
def test_what_nobody_can_understand_is_refused(typed):
    with pytest.raises(ValueError, match=r".*"):
        when_of(typed)


def test_half_of_it_is_said_as_half():
    assert When(2026).words == "mulai 2026"
    assert When(year_end=2027, month_end=3).words == "sampai Mar 2027"


months = some.none() | some.integers(1, 12)


@given(some.integers(2000, 2090), months, some.integers(0, 9), months)
def test_whatever_is_said_is_read_the_same_again(year, begins, more, ends):
    when = When(year, begins, year + more, ends)
    if not more and (begins or 1) > (ends or 12):
        return
    assert when_of(when.words) == when
