"""Programme codes as dotted text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.plan_code import (
    above,
    depth,
    is_support,
    known,
    level,
    likeness,
    normal_code,
    plain,
)
from tests.domain.plans import NOMENCLATURE


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("1.3", "1.03"),
        ("01.03.02", "1.03.02"),
        ("2,01", "2.01"),
        ("3.3", "3.30"),
        ("2.1", "2.10"),
        ("5.1", "5.01"),
        ("x.xx.01", "X.XX.01"),
        ("2 16 02 2.01", "2.16.02.2.01"),
        ("2.16.02.2.1.1", "2.16.02.2.01.01"),
        ("2.16.02.2.01.109", "2.16.02.2.01.0109"),
        ("2.16.02.", "2.16.02"),
        ("2-16-02", "2.16.02"),
    ],
)
def test_a_code_becomes_dotted_text(written, normal):
    assert normal_code(written) == normal


@pytest.mark.parametrize("written", ["2 Paket", "", "kode", "1.2.3.4.5.6.7", "2.16.ab", "12345"])
def test_what_is_no_code_is_none(written):
    assert normal_code(written) is None


@given(st.lists(st.integers(1, 99), min_size=1, max_size=6))
def test_a_normal_code_stays_as_it_is(parts):
    normal = normal_code(".".join(map(str, parts)))
    assert normal is not None
    assert normal_code(normal) == normal


@pytest.mark.parametrize(
    ("code", "support"),
    [
        ("X.XX.01", True),
        ("2.16.01", True),
        ("2.16.01.2.02", True),
        ("2.16.02", False),
        ("1.01", False),
        ("", False),
    ],
)
def test_the_support_program_is_the_first_of_any_bidang(code, support):
    assert is_support(code) is support


def test_depth_and_level_follow_the_parts():
    assert [
        level(code) for code in ("2", "2.16", "2.16.02", "2.16.02.2", "2.16.02.2.01", "2.16.02.2.01.0001")
    ] == [
        "urusan",
        "bidang",
        "program",
        "",
        "kegiatan",
        "subkegiatan",
    ]
    assert (depth(""), depth("2.16")) == (0, 2)
    assert above("2.16.02.2.01.0001", "kegiatan") == "2.16.02.2.01"


def test_a_support_code_is_known_by_its_general_form():
    assert known("2.16.01.2.02", NOMENCLATURE)
    assert not known("2.16.01.2.09", NOMENCLATURE)
    assert not known("2.16.07", NOMENCLATURE)


def test_names_are_compared_without_the_word_of_their_level():
    assert plain("PROGRAM Aplikasi, Informatika!") == "aplikasi informatika"
    assert likeness("Program Aplikasi", "APLIKASI") == 1
    assert 0.84 < likeness("Pengelolaan Jalan Kabupaten", "Pengelolaan Jalan Kabupten") < 1
    assert likeness("Pengelolaan Jalan", "Persandian") == 0
