"""The sample city: what was carried on is found from the program as it was read, and back to its plan."""

import random

import pytest

from smartcity_desktop import sample
from smartcity_desktop.domain.ids import IdSource
from tests.storage.test_sample_sheets import standing_clock


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The sample, open; nobody writes into it here."""
    folder = tmp_path_factory.mktemp("contoh")
    ids = IdSource(standing_clock, random.Random(7))
    with sample.build(folder / "contoh.bimtek", clock=standing_clock, ids=ids, profile=folder / "p") as desk:
        yield desk


def rows(city, code):
    return city.result.result(city.worksheet.find(code).id).rows


def test_a_program_of_a_plan_tells_what_it_became_and_where_it_stood(city):
    row = next(item for item in rows(city, "L5") if item.values["code"] == "2.16.02")
    assert "Satu Pintu Aduan" in {step.text for step in city.result.trail(row.id).forward}
    initiative = next(item for item in rows(city, "L7") if item.text == "Satu Pintu Aduan")
    back = [step.ent for step in city.result.trail(initiative.id).back]
    assert "analysis" in back
    assert back.index("analysis") < back.index("renstra_line")


@pytest.mark.parametrize("code", ["L5", "L6"])
def test_programs_that_were_carried_on_are_marked_in_both_worksheets_that_read_them(city, code):
    assert sum(1 for item in rows(city, code) if item.onward) == 9
