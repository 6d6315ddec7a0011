"""Programs smart city in the hall: offered once there are any, by name and agency and nothing else."""

import pytest

from smartcity_desktop.domain import hall
from tests.services.test_initiative_prints import programs
from tests.services.test_result import dimension
from tests.services.test_shared_program import city

assert city
assert programs


def test_without_programs_nothing_is_offered(desk):
    assert hall.PROGRAMS not in {item.kind for item in desk.hall.slides()}
    for about in ("", dimension(desk, "GOV")):
        assert desk.hall.slide(hall.PROGRAMS, about).note == "Belum ada program smart city."


@pytest.mark.usefixtures("programs")
def test_the_programs_of_a_dimension_are_shown_with_their_agencies_and_no_money(desk):
    gov = dimension(desk, "GOV")
    offered = [item.words for item in desk.hall.slides() if item.kind == hall.PROGRAMS]
    assert offered == ["Program Smart City", "Program Smart City GOV", "Program Smart City ENV"]
    slide = desk.hall.slide(hall.PROGRAMS, gov)
    assert [(line.badge.name, line.badge.code, line.words) for line in slide.body.lines] == [
        ("Satu Data", "GOV", "DLH"),
        ("Aduan", "GOV", "DLH"),
    ]
    every = desk.hall.slide(hall.PROGRAMS)
    assert [(line.code, line.figure, line.share) for line in every.body.lines] == [
        ("GOV", "2", 1.0),
        ("ENV", "1", 0.5),
    ]
    assert every.eyebrow == "3 program"
