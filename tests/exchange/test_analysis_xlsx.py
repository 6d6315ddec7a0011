"""The spreadsheet of the analyses: every number can be recounted from its sheet of programs."""

import openpyxl
import pytest

from smartcity_desktop.domain.completeness import Standing
from smartcity_desktop.domain.coverage import Coverage, Program
from smartcity_desktop.domain.coverage_sheets import coverage_sheets
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.exchange.analysis_xlsx import write
from tests.domain.test_coverage import DIMENSIONS, SUBS, city


def opened(tables, folder):
    target = folder / "analisis.xlsx"
    write(tables, "Bimtek Konsel", target)
    return openpyxl.load_workbook(target)


def table(page, head):
    """Return the rows of a sheet by the head of their columns; ``head`` is that of the first column."""
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    top = next(at for at, row in enumerate(rows) if row[0] == head)
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


@pytest.fixture(scope="module")
def made():
    return city(3)


@pytest.fixture(scope="module")
def book(made, tmp_path_factory):
    lines = tuple(Standing(item) for item in made.agencies)
    return opened(coverage_sheets(made, lines), tmp_path_factory.mktemp("xlsx"))


def test_the_map_is_recounted_from_the_programs(book, made):
    own = [row for row in table(book["Program"], "OPD") if row["Penunjang"] is None]
    unread = {item.name for item in made.agencies if not item.has_plan}
    assert unread
    for row in table(book["Sebaran"], "OPD")[:-1]:
        programs = [one for one in own if one["OPD"] == row["OPD"]]
        if row["Jumlah program"] is None:
            assert row["OPD"] in unread
            assert not any(row[item.shown] for item in DIMENSIONS)
            continue
        assert row["Jumlah program"] == len(programs)
        assert row["Belum ditelaah"] == sum(one["Relevan"] == "belum ditelaah" for one in programs)
        for item in DIMENSIONS:
            assert row[item.shown] == sum(one["Dimensi"] == item.code for one in programs)
    (sums,) = [row for row in table(book["Sebaran"], "OPD") if row["OPD"] == "Jumlah"]
    assert sums["Jumlah program"] == len(own)


def test_money_is_recounted_from_the_programs_and_stands_as_a_number(book):
    own = [
        row
        for row in table(book["Program"], "OPD")
        if row["Penunjang"] is None and row["Relevan"] in {"Ya", "Sebagian"}
    ]
    for row in table(book["Pagu OPD"], "OPD"):
        programs = own if row["OPD"] == "Jumlah" else [one for one in own if one["OPD"] == row["OPD"]]
        assert row["2026"] == sum(one["Pagu 2026 (Rp)"] for one in programs)
        assert row["Jumlah"] == sum(one["Pagu semua tahun (Rp)"] for one in programs)


def test_every_sheet_has_its_head_frozen_and_filtered(book):
    assert book.sheetnames == [
        *("Sebaran", "Sebaran pagu", "Subdimensi", "Celah", "Pagu dimensi", "Pagu sumber dana"),
        *("Pagu OPD", "Kelengkapan", "Program"),
    ]
    for page in book.worksheets:
        assert page.freeze_panes is not None
        assert page.auto_filter.ref


def test_a_row_is_as_tall_as_its_broken_texts_and_figures_stand_under_their_heads(tmp_path):
    sheet = TableSheet("A", ("Nama", "Jumlah"), (("kata " * 12, 5), ("a", 6)), (20, 8), ("long", "number"))
    page = opened([sheet], tmp_path).worksheets[0]
    assert [page.row_dimensions[row].height for row in (5, 6)] == [60.0, None]
    assert page["B4"].alignment.horizontal == "right"


def test_no_text_becomes_a_formula_and_no_title_breaks_the_file(tmp_path):
    hostile = '=HYPERLINK("http://x","y")'
    tables = [
        TableSheet(
            "A/B:[C]*?" * 9, (hostile, "Angka"), ((hostile, 5), ("\x07baris\ndua", 0)), told=(hostile,)
        ),
        TableSheet("A/B:[C]*?" * 9, ("x",), kinds=("long",)),
        TableSheet("''", (), ()),
    ]
    book = opened(tables, tmp_path)
    assert len(set(book.sheetnames)) == 3
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert hostile in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_a_place_that_takes_no_file_is_said(tmp_path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(DiskFault, match="print-not-saved"):
        write([], "x", tmp_path / "berkas" / "a.xlsx")


def test_the_columns_beside_the_dimensions_are_there_where_they_are_needed(tmp_path):
    programs = (Program("a", "o1", relevant="ya"), Program("b", "o1"))
    known = Coverage(city(1).agencies, DIMENSIONS, SUBS, programs)
    (row, *_) = [
        one
        for one in table(opened(coverage_sheets(known, ()), tmp_path)["Sebaran"], "OPD")
        if one["OPD"] == "Dinas 1"
    ]
    assert row["Relevan tanpa dimensi"] == 1
