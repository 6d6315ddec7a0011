"""What the rupiah of a sheet come to, by year and by horizon."""

from dataclasses import replace

from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.sums import sums
from smartcity_desktop.domain.worksheet import Party, Sheet, Worksheet

PROGRAM = GridColumn("initiative", "Program smart city", "rows", "grid")
YEARS = tuple(
    GridColumn(f"cost@{year}", f"Biaya tahun {year.replace('-', '–')} (Rp)", "money", "form", "Rp")
    for year in ("1", "2", "6-10")
)
LEAST = GridColumn("cost_low", "Perkiraan biaya paling sedikit (Rp)", "money", "form", "Rp")
HORIZON = GridColumn("horizon", "Jangka", "choice", "grid")
PAGU = tuple(
    GridColumn(f"pagu@{year}", f"Pagu {year} (Rp)", "years", "subject", "Rp") for year in (2026, 2027)
)


def grid(columns, *rows, **more):
    known = tuple(GridRow(RowId(str(place)), values) for place, values in enumerate(rows, start=1))
    return Grid(Worksheet(), Sheet(), "", tuple(columns), known, party=Party(RowId("")), **more)


def test_costs_are_added_by_year_and_by_the_horizon_of_their_program():
    sheet = grid(
        (PROGRAM, *YEARS),
        {"initiative": "a", "cost@1": "1000000", "cost@6-10": "2000000"},
        {"initiative": "b", "cost@1": "500000"},
        {"cost@2": "7"},
        horizons={RowId("a"): "panjang", RowId("b"): "pendek"},
    )
    line = (
        "Jumlah biaya: tahun 1 Rp1.500.000, tahun 2 Rp7, tahun 6–10 Rp2.000.000; seluruhnya Rp3.500.007; "
        "jangka pendek Rp500.000, panjang Rp3.000.000, tanpa jangka Rp7."
    )
    assert sums(sheet) == (line,)


def test_a_sum_that_is_not_by_year_counts_by_the_horizon_typed_beside_it():
    sheet = grid((HORIZON, LEAST), {"horizon": "menengah", "cost_low": "12000"}, {"cost_low": "belum tahu"})
    assert sums(sheet) == ("Jumlah perkiraan biaya paling sedikit: Rp12.000; jangka menengah Rp12.000.",)


def test_a_plan_is_added_by_year_without_its_support_programs():
    sheet = grid((HORIZON, *PAGU), {"pagu@2026": "100", "pagu@2027": "300", "horizon": "pendek"})
    sheet = replace(sheet, rows=(*sheet.rows, GridRow(RowId("x"), {"pagu@2026": "9"}, support=True)))
    assert sums(sheet) == ("Jumlah pagu: 2026 Rp100, 2027 Rp300; seluruhnya Rp400.",)


def test_what_is_typed_counts_at_once_and_a_merged_row_counts_once():
    sheet = grid((LEAST,), {"cost_low": "1"}, {"cost_low": "1"}, merged=frozenset({RowId("2")}))
    typed = {"1": {"cost_low": "40"}, "2": {"cost_low": "40"}}
    assert sums(sheet, typed.__getitem__) == (
        "Jumlah perkiraan biaya paling sedikit: Rp40. Baris yang sudah digabung tidak dihitung.",
    )


def test_nothing_is_told_where_no_rupiah_stand():
    assert sums(grid((PROGRAM, *YEARS), {"initiative": "a"})) == ()
    assert sums(grid((PROGRAM,), {"initiative": "a"})) == ()
