"""Which kecamatan a kelurahan belongs to: the one it was given, else the one above it in the list."""

import random

from smartcity_desktop.domain.opd import Opd, districts

LISTED = (
    Opd(id="kel-0", kind="kelurahan"),
    Opd(id="dinas", kind="dinas"),
    Opd(id="kec-a", kind="kecamatan"),
    Opd(id="kel-a", kind="kelurahan"),
    Opd(id="kec-b", kind="kecamatan"),
    Opd(id="kel-b", kind="kelurahan"),
)


def test_without_a_choice_it_is_the_one_above_and_before_the_first_that_one():
    assert districts(LISTED) == {"kel-0": "kec-a", "kel-a": "kec-a", "kel-b": "kec-b"}


def test_a_chosen_one_stays_in_any_order():
    given = [
        *(item for item in LISTED if item.kind != "kelurahan"),
        Opd(id="kel-a", kind="kelurahan", parent="kec-a"),
        Opd(id="kel-b", kind="kelurahan", parent="kec-b"),
    ]
    for seed in range(20):
        random.Random(seed).shuffle(given)
        assert districts(given) == {"kel-a": "kec-a", "kel-b": "kec-b"}


def test_a_chosen_one_that_is_gone_or_no_kecamatan_any_more_is_not_followed():
    for parent in ("kec-gone", "dinas"):
        kelurahan = Opd(id="kel-x", kind="kelurahan", parent=parent)
        assert districts((*LISTED, kelurahan))["kel-x"] == "kec-b"


def test_where_there_is_no_kecamatan_nobody_belongs_to_one():
    assert districts((LISTED[0], LISTED[1], LISTED[3])) == {}
