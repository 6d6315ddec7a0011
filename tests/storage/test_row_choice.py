"""What a cell names that refers to other rows: one's own by code, those of others with whose they are."""

import random

import pytest

from smartcity_desktop import sample
from smartcity_desktop.domain.grid import show
from smartcity_desktop.domain.ids import IdSource
from tests.storage.test_sample_sheets import standing_clock


@pytest.fixture
def city(tmp_path):
    ids = IdSource(standing_clock, random.Random(7))
    with sample.build(
        tmp_path / "contoh.bimtek", clock=standing_clock, ids=ids, profile=tmp_path / "p"
    ) as desk:
        yield desk


def test_a_strategy_merged_for_a_dimension_names_the_factors_of_the_agencies_it_came_from(city):
    worksheet = city.worksheet.find("L3T")
    gov = next(item.id for item in city.workshop.dimensions() if item.code == "GOV")
    rows = [item.id for item in city.result.result(worksheet.id).rows if item.short == "Diskominfo"]
    new, _ = city.result.merge(worksheet.id, gov, rows, "Satu pintu dan satu rumah aplikasi")
    grid = city.worksheet.grid(worksheet.id, gov)
    column = next(item for item in grid.columns if item.key == "factor")
    shown = show(column, next(row for row in grid.rows if row.row == new).values["factor"])
    assert "dihapus" not in shown
    assert "W1 Aduan warga tidak punya batas waktu jawab (Diskominfo)" in shown.split("; ")
    assert {item.code for item in column.offered} == {"S1", "W1", "O1", "T1"}, "only its own are offered"
