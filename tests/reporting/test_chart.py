"""Plain shapes painted on paper."""

import pytest

from smartcity_desktop.domain.chart import Chart, Line, Polygon, Rect, Text
from smartcity_desktop.reporting import page
from smartcity_desktop.reporting.chart import drawn
from tests.reporting.pictures import frame, page_image, words


def printed(*shapes):
    return page.make_pdf(lambda: [drawn(Chart(200, 100, shapes))], page.Paper("Uji", "Uji"), frame())


def test_shapes_stand_where_they_belong_with_y_growing_downwards():
    image = page_image(printed(Rect(0, 0, 20, 10, fill="#000000")), 0, 609)
    left, top = 62, 51
    assert image.getpixel((left + 10, top + 5)) < 50
    assert image.getpixel((left + 10, top + 15)) > 250
    assert image.getpixel((left + 30, top + 5)) > 250


def test_a_polygon_is_filled_inside_only():
    image = page_image(printed(Polygon(((0, 0), (100, 0), (0, 100)), fill="#000000")), 0, 609)
    assert image.getpixel((62 + 10, 51 + 10)) < 50
    assert image.getpixel((62 + 90, 51 + 90)) > 250


def test_text_is_cut_at_its_limit_and_signs_come_from_the_other_font():
    found = words(printed(Text(0, 20, "Nama dimensi yang panjang", limit=60), Text(0, 60, "Selesai ✓ ≤")))
    assert "…" in found
    assert "yang panjang" not in found
    assert "Selesai ✓ ≤" in found


@pytest.mark.parametrize("shape", [Line(0, 0, 10, 10), Rect(0, 0, 5, 5, stroke="#000000")])
def test_lines_and_frames_are_painted(shape):
    assert page_image(printed(shape), 0, 1200).crop((100, 90, 200, 160)).getextrema()[0] < 150


def test_an_unknown_shape_is_a_bug():
    with pytest.raises(TypeError):
        printed(object())
