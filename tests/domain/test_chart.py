"""Charts as plain shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.chart import Rect, Text, program_bars
from smartcity_desktop.domain.report import DimensionCount

COUNTS = [DimensionCount("GOV", "Governance", 8), DimensionCount("BRD", "Branding", 2), DimensionCount("ENV")]


def bars(chart):
    return [shape for shape in chart.shapes if isinstance(shape, Rect)]


def texts(chart):
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]


def test_bars_are_as_long_as_their_counts():
    long, short = bars(program_bars(COUNTS, width=400))
    assert long.width == pytest.approx(4 * short.width)


def test_every_dimension_has_code_name_and_count_even_without_a_program():
    assert texts(program_bars(COUNTS, width=400)) == [
        *("GOV", "Governance", "8"),
        *("BRD", "Branding", "2"),
        *("ENV", "", "0"),
    ]


def test_a_long_name_gets_room_and_never_loses_that_it_is_no_longer_used():
    long = DimensionCount("GOV", "Tata Kelola Pemerintahan yang Terbuka dan Cepat (tidak dipakai lagi)", 8)
    fits = DimensionCount("ENV", "Smart Environment (tidak dipakai lagi)", 8)
    chart = program_bars([long, fits], width=400)
    assert texts(chart)[1] == "Tata Kelola Peme… (tidak dipakai lagi)"
    assert texts(chart)[4] == fits.name
    assert bars(chart)[0].x > bars(program_bars(COUNTS, width=400))[0].x


def test_no_dimension_gives_an_empty_picture():
    chart = program_bars([], width=400)
    assert (chart.height, chart.shapes) == (0, ())


def test_only_zeros_give_no_bar():
    assert bars(program_bars([DimensionCount("GOV")], width=400)) == []


@given(
    st.lists(st.builds(DimensionCount, st.text(), st.text(), st.integers(-5, 10**9)), max_size=12),
    st.floats(1, 2000),
)
def test_no_bar_leaves_the_picture(counts, width):
    chart = program_bars(counts, width=width)
    for bar in bars(chart):
        assert bar.width > 0
        assert bar.y >= 0
        assert bar.y + bar.height <= chart.height
        assert bar.x + bar.width <= max(width, bar.x + 1.01)


def test_the_count_stands_beside_its_bar():
    chart = program_bars(COUNTS, width=400)
    bar = bars(chart)[0]
    count = next(shape for shape in chart.shapes if isinstance(shape, Text) and shape.text == "8")
    assert count.x > bar.x + bar.width
    assert count.x < 400
