"""Text that fits itself into a box."""

from hypothesis import example, given
from hypothesis import strategies as st

from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.fit import Room, fitted

NAME = "Prof. Dr. Ir. H. Muhammad Syarifuddin Hidayatullah Al-Banjari, S.T., M.T., M.Kom., IPU., ASEAN Eng."


def test_a_short_name_takes_the_largest_size_on_one_line():
    found = fitted("Andi Jum'ah", style.BOLD, Room(200, 40, 20))
    assert (found.lines, found.size) == (("Andi Jum'ah",), 20)


def test_a_long_name_wraps_between_words_and_gets_smaller():
    found = fitted(NAME, style.BOLD, Room(230, 60, 22))
    assert " ".join(found.lines) == NAME
    assert len(found.lines) > 1
    assert found.size < 22


def test_lines_are_as_even_as_can_be():
    wide = style.text_width("nama nama nama", style.BOLD, 20) + 1
    assert fitted("nama nama nama nama", style.BOLD, Room(wide, 50, 20)).lines == ("nama nama", "nama nama")


def test_a_line_break_of_the_text_stays_one():
    found = fitted("Kepala Dinas\nDinas Perhubungan", style.REGULAR, Room(300, 60, 12))
    assert found.lines == ("Kepala Dinas", "Dinas Perhubungan")


def test_nothing_to_say_takes_no_room():
    found = fitted(" \n ", style.REGULAR, Room(300, 60, 12))
    assert (found.lines, found.height, found.width) == ((), 0, 0)


@given(
    text=st.text(max_size=300),
    width=st.floats(30, 500),
    height=st.floats(12, 200),
    most=st.floats(6, 70),
)
@example(text="W" * 300, width=60, height=20, most=20)
@example(text=NAME, width=233, height=40, most=22)
def test_whatever_the_text_it_stays_in_its_box_and_is_never_cut(text, width, height, most):
    found = fitted(text, style.BOLD, Room(width, height, most))
    assert found.width <= width + 0.01
    assert found.height <= height + 0.01
    assert "".join("".join(found.lines).split()) == "".join(style.clean(text).split())
