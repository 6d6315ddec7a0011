"""Papers, fonts and the choice of a font for every run of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import chart
from smartcity_desktop.reporting import style


def test_f4_is_215_by_330_millimetres_and_a4_is_210_by_297():
    assert (style.upright("F4").width, style.upright("F4").height) == pytest.approx(
        (609.45, 935.43), abs=0.01
    )
    assert (style.broad("A4").width, style.broad("A4").height) == pytest.approx((841.89, 595.28), abs=0.01)


@pytest.mark.parametrize("sign", "≤≥–—·…×²")
def test_the_text_font_has_the_usual_signs(sign):
    assert style.runs(sign, style.REGULAR) == [(style.REGULAR, sign)]


@pytest.mark.parametrize("sign", "✓☐★⚠▸")
@pytest.mark.parametrize("font", style.FALLBACK)
def test_a_sign_that_the_text_font_lacks_comes_from_the_other_font(font, sign):
    assert style.runs(f"a{sign}b", font) == [(font, "a"), (style.FALLBACK[font], sign), (font, "b")]


def test_a_sign_that_no_font_has_is_shown_as_a_box():
    assert style.runs("你a", style.REGULAR) == [(style.SIGNS, "□"), (style.REGULAR, "a")]


def test_control_codes_and_broken_letters_are_shown_as_a_box():
    assert style.clean("a\x00b\ud800c\ufffed") == "a□b□c□d"


def test_all_kinds_of_line_breaks_are_one():
    assert style.clean("a\r\nb\rc\x0bd\u2028e\x0cf") == "a\nb\nc\nd\ne\nf"


@given(st.text())
def test_no_letter_is_lost_when_fonts_are_chosen(text):
    printed = style.clean(text)
    runs = style.runs(printed, style.REGULAR)
    assert sum(len(run) for _, run in runs) == len(printed)
    assert all(
        letter in style.signs_of(font) or letter == "\n"
        for font, run in runs
        for letter in run
        if run != "\n"
    )


@given(st.text(max_size=300), st.floats(20, 300))
def test_a_shortened_line_is_never_wider_than_its_room(text, room):
    assert style.text_width(style.shortened(text, style.REGULAR, 9, room), style.REGULAR, 9) <= room


def test_text_in_tables_is_nine_points_or_more():
    looks = (style.CELL, style.CELL_RIGHT, style.CELL_CENTER, style.CELL_BOLD, style.CELL_BOLD_RIGHT)
    assert min(look.fontSize for look in looks) >= 9


def test_colours_stay_readable_on_a_grey_printer():
    def contrast(color):
        light = 0.2126 * color.red**2.2 + 0.7152 * color.green**2.2 + 0.0722 * color.blue**2.2
        return 1.05 / (light + 0.05)

    assert contrast(style.INK) > 7
    assert contrast(style.SOFT) > 7
    for name in (chart.INK, chart.SOFT):
        assert contrast(style.HexColor(name)) > 4.5
    for name in (chart.BAR, chart.RULE):
        assert contrast(style.HexColor(name)) > 3
