"""What a cell names that refers to other rows: one's own by code, those of others with whose they are."""

import pytest

from smartcity_desktop.domain.grid import show
from tests import sample_copy


@pytest.fixture
def city(sample_city, tmp_path):
    with sample_copy.opened(sample_city, tmp_path) as desk:
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
    assert "W2 Aplikasi kembar dan tidak terhubung (Diskominfo)" in shown.split("; ")
    assert {item.code for item in column.offered} == {"S1", "W1", "O1", "T1"}, "only its own are offered"


def test_a_strategy_of_a_dimension_cites_its_own_factor_where_that_of_the_agency_was_merged(city):
    l3, l3t = (city.worksheet.find(code).id for code in ("L3", "L3T"))
    gov = next(item.id for item in city.workshop.dimensions() if item.code == "GOV")
    rows = [item.id for item in city.result.result(l3t).rows if item.short == "Diskominfo"]
    new, _ = city.result.merge(l3t, gov, rows, "Satu pintu dan satu rumah aplikasi")
    (merged,) = [item for item in city.result.result(l3).rows if item.text.startswith("Aduan warga tidak")]
    (heir,) = merged.into

    def cited():
        grid = city.worksheet.grid(l3t, gov)
        column = next(item for item in grid.columns if item.key == "factor")
        return column, next(row for row in grid.rows if row.row == new).values["factor"]

    column, raw = cited()
    assert heir in raw.split(";")
    assert merged.id not in raw.split(";")
    (sheet,) = [item for item in city.swot.sheets(l3) if item.party.id == gov]
    (strategy,) = [item for item in sheet.strategies if item.id == new]
    assert set(raw.split(";")) == set(strategy.factors), "as the analysis has it"
    assert "W1" in show(column, raw).split("; ")
    city.worksheet.set_cells(l3t, gov, [(new, "factor", heir)])
    assert cited()[1] == heir
    agency = city.worksheet.grid(l3t, city.opd.find("Diskominfo").id)
    told = next(row for row in agency.rows if row.row == rows[0]).values["factor"]
    assert merged.id in told.split(";"), "the sheet of the agency cites its own"
