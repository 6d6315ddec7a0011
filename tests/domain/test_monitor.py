"""What several programs reported in one year, told as of the one that they went into."""

import pytest

from smartcity_desktop.domain.monitor import Monitor, together
from smartcity_desktop.domain.roadmap import Milestone
from smartcity_desktop.domain.roadmap import together as marks_together

NAMES = {"a": "Satu  data", "b": "Data desa"}


def put(*told):
    return together("heir", told, NAMES)


def test_what_nobody_wrote_is_nothing():
    assert put() is None
    assert put(Monitor("1", "a", 2026), Monitor("2", "b", 2026, note=" ")) is None


def test_one_report_is_told_as_it_is():
    own = Monitor("1", "a", 2026, planned=False, state="selesai", progress=100, spent=7, evidence="Foto")
    assert put(own, Monitor("2", "b", 2026)) == Monitor(
        "", "heir", 2026, planned=False, state="selesai", progress=100, spent=7, evidence="Foto"
    )


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("selesai", "selesai"), "selesai"),
        (("selesai", "belum"), "berjalan"),
        (("berjalan", "tertunda"), "berjalan"),
        (("belum", "tertunda"), "tertunda"),
        (("belum", "batal"), "belum"),
        (("", "batal"), "batal"),
    ],
)
def test_programs_that_stand_differently_stand_as_they_do_together(states, told):
    one, other = (Monitor(row, row, 2026, state=state) for row, state in zip("ab", states, strict=True))
    assert put(one, other).state == told


def test_the_least_far_counts_money_is_added_up_and_the_note_says_who_was_how_far():
    one = Monitor("1", "a", 2026, planned=True, progress=80, achieved="12 desa", spent=5, note="Cek")
    other = Monitor("2", "b", 2026, progress=20, achieved="12 desa", spent=6)
    third = Monitor("3", "c", 2026, planned=False, evidence="Foto")
    found = put(one, other, third)
    assert (found.planned, found.progress, found.achieved, found.spent) == (True, 20, "12 desa", 11)
    assert found.note.splitlines() == [
        "Cek",
        "Sebelum digabung: Satu data 80%; Data desa 20%; belum dilaporkan.",
    ]


def test_milestones_of_one_period_are_reached_where_all_are():
    one = Milestone("1", "a", "2", "", "Dibuka", "selesai")
    other = Milestone("2", "b", "2", "", "Dipakai", "selesai")
    assert marks_together("heir", [one, other]) == Milestone(
        "", "heir", "2", "", "Dibuka; Dipakai", "selesai"
    )
    begun = Milestone("3", "c", "2", "", "Dibuka")
    assert marks_together("heir", [one, begun]).told == "Dibuka"
    assert marks_together("heir", [one, begun]).state == "sedang"
    assert marks_together("heir", [Milestone("4", "d", "2")]) is None
