"""Charts of readiness and SWOT as plain shapes: nothing leaves the picture, every value is said in words."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.chart import Line, Polygon, Rect, Text
from smartcity_desktop.domain.chart_analysis import Axis, bars, quadrants, radar, totals
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.swot import Factor

NAMES = ("Sumber daya manusia", "Anggaran", "Tata kelola dan tata pamong", "Kebijakan")
LEGEND = ("L2 kelompok", "L2K kuesioner")


def texts(chart):
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]


def axes(*values):
    return [Axis(name, (value, Fraction(2)), name) for name, value in zip(NAMES, values, strict=True)]


def standing(scale, **scores):
    found = [Factor(id=RowId(kind), kind=kind, weight=str(score), rating=1) for kind, score in scores.items()]
    return swot.stand(found, scale)


def test_an_axis_without_a_mean_has_no_mark_and_says_so():
    chart = radar(axes(Fraction(8, 3), Fraction(0), None, Fraction(4)), LEGEND, width=300)
    marks = [shape for shape in chart.shapes if isinstance(shape, Rect)]
    assert len(marks) == 3 + 1, "three means and the legend"
    assert "– / 2,00" in texts(chart)
    assert "2,67 / 2,00" in texts(chart)


def test_a_radar_is_an_area_only_where_every_axis_has_a_mean():
    whole = radar(axes(*[Fraction(2)] * 4), LEGEND, width=300)
    holed = radar(axes(Fraction(2), Fraction(2), None, Fraction(2)), LEGEND, width=300)

    def areas(chart):
        return [item for item in chart.shapes if isinstance(item, Polygon) and len(item.points) == 4]

    assert len(areas(whole)) == len(areas(holed)) + 1


def test_two_axes_span_nothing():
    assert radar(axes(*[Fraction(2)] * 4)[:2], LEGEND, width=300).shapes == ()


def test_bars_are_as_long_as_their_means_and_say_them():
    rows = [
        Axis("Struktur", (Fraction(4),), "STR", strong=True),
        Axis("SDM", (Fraction(1),)),
        Axis("X", (None,)),
    ]
    chart = bars(rows, LEGEND[:1], width=400)
    long, short = (shape for shape in chart.shapes if isinstance(shape, Rect))
    assert long.width == pytest.approx(4 * short.width)
    assert {"4,00 baik", "1,00 buruk", "belum dinilai"} <= set(texts(chart))
    assert LEGEND[0] not in texts(chart), "one reading alone needs no word"


def test_a_bar_leads_to_what_it_counts():
    chart = bars(axes(*[Fraction(2)] * 4), LEGEND, width=400)
    spot = chart.spot_at(chart.spots[1].x + 5, chart.spots[1].y + 5)
    assert spot is not None
    assert spot.key == "Anggaran"
    assert chart.spot_at(5, chart.height - 1) is None


def test_the_point_of_a_swot_stands_in_its_quadrant_and_says_its_figures():
    chart = quadrants(standing(swot.QUADRANT, S=1.95, W=1.55, O=1.65, T=1.15), width=200)
    assert "(+0,40; +0,50)" in texts(chart)
    bold = [shape.text for shape in chart.shapes if isinstance(shape, Text) and shape.bold]
    assert "I  agresif" in bold
    point = next(item for item in chart.shapes if isinstance(item, Polygon))
    assert point.points[0][0] > 100 > point.points[0][1]


def test_without_figures_the_plot_has_no_point():
    assert not [
        item for item in quadrants(standing(swot.QUADRANT), width=200).shapes if isinstance(item, Polygon)
    ]


def test_the_totals_of_the_other_scale_stand_against_their_middle():
    chart = totals(standing(swot.IFE_EFE, S=2, W=1, O=1, T=0.5), width=220)
    internal, external = (shape for shape in chart.shapes if isinstance(shape, Rect))
    mark = next(shape for shape in chart.shapes if isinstance(shape, Line) and shape.weight == 1.0)
    assert internal.x + internal.width > mark.x1 > external.x + external.width
    assert {"3,00", "1,50", "2,50"} <= set(texts(chart))


@given(
    st.lists(st.one_of(st.none(), st.fractions(0, 4)), min_size=4, max_size=4),
    st.floats(180, 800),
)
def test_no_mark_of_a_radar_leaves_the_picture(values, width):
    chart = radar(axes(*values), LEGEND, width=width)
    for shape in chart.shapes:
        if isinstance(shape, Line):
            assert min(shape.x1, shape.x2) >= -0.01
            assert max(shape.x1, shape.x2) <= width + 0.01
            assert max(shape.y1, shape.y2) <= chart.height
        if isinstance(shape, Text):
            assert 0 < shape.y < chart.height


@given(*[st.decimals(0, 4, places=2)] * 4, st.floats(100, 500))
def test_the_point_never_leaves_the_plot(s, w, o, t, width):
    found = standing(swot.QUADRANT, S=s, W=w, O=o, T=t)
    for shape in quadrants(found, width=width).shapes:
        if isinstance(shape, Polygon):
            assert all(0 <= x <= width and 0 <= y <= width for x, y in shape.points)
    assert isinstance(found.x, Decimal)
