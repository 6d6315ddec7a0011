"""Readiness and SWOT in the hall: offered once there is something, and with what the analysis says."""

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.opd import OpdRow


def kinds(desk):
    return {item.kind for item in desk.hall.slides()}


@pytest.fixture
def dinkes(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Sosial", "Dinsos")])
    return desk.opd.opds()[0].id


def test_readiness_shows_each_element_and_the_weakest_components(desk):
    assert hall.READINESS not in kinds(desk)
    assert hall.is_empty(desk.hall.slide(hall.READINESS))
    sheet = desk.worksheet.find("L2").id
    part = desk.worksheet.places(sheet)[0].party
    rows = [row.row for row in desk.worksheet.grid(sheet, part).rows]
    desk.worksheet.set_cells(sheet, part, [(rows[0], "score", "3"), (rows[1], "score", "2")])
    assert hall.READINESS in kinds(desk)
    slide = desk.hall.slide(hall.READINESS)
    assert [(item.figure, item.share) for item in slide.body.lines] == [("2,50", 0.625)]
    assert slide.body.lines[0].words.startswith("Struktur")
    assert slide.body.lines[0].words.endswith("sedang")
    assert slide.body.told[0].startswith("Terendah:")


def test_swot_shows_the_factors_of_the_sheet_that_is_asked_for(desk, dinkes):
    assert hall.SWOT not in kinds(desk)
    sheet = desk.worksheet.find("L3").id
    other = desk.opd.opds()[1].id
    for party, kind, text in ((dinkes, "S", "Puskesmas di pulau"), (other, "W", "Data ganda")):
        (row,) = desk.worksheet.new_rows(1)
        desk.worksheet.set_cells(sheet, party, [(row, "kind", kind), (row, "text", text)])
    assert hall.SWOT in kinds(desk)
    slide = desk.hall.slide(hall.SWOT, other)
    assert slide.title == "Dinas Sosial"
    assert {part.head: part.lines for part in slide.body.parts}["W Kelemahan"] == ("W1 Data ganda",)
    assert slide.body.point is None, "without weights there is no quadrant"
    assert desk.hall.slide(hall.SWOT).title == "Dinas Kesehatan"


def test_swot_with_weights_lies_in_its_quadrant(desk, dinkes):
    sheet = desk.worksheet.find("L3").id
    desk.swot.set_scale(sheet, "kuadran")
    told = (("S", "Tenaga", "0.6", "4"), ("W", "Listrik", "0.4", "2"), ("O", "DAK", "1", "3"))
    for kind, text, weight, rating in told:
        (row,) = desk.worksheet.new_rows(1)
        cells = (("kind", kind), ("text", text), ("weight", weight), ("rating", rating))
        desk.worksheet.set_cells(sheet, dinkes, [(row, key, raw) for key, raw in cells])
    body = desk.hall.slide(hall.SWOT, dinkes).body
    x, y = body.point
    assert x > 0
    assert y > 0
    assert body.told[-1] == "Kuadran I (agresif)"
