"""One invented plan, written in the many ways of agencies, reads the same."""

from dataclasses import replace

import openpyxl
import pytest

from smartcity_desktop.domain.renstra import sums
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file, read_pasted
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.tables import HEADINGS, PLAN, Item, Layout, Measure, Table, Writer, understood, written

SHUFFLED = ("years", "unit", "indicator", "baseline", "name", "location", "code", "final", "measure", "goals")


def codes(draft):
    return [problem.code for problem in draft.problems]


def wide(years):
    """The invented plan with more or fewer years than two."""

    def grown(values):
        return tuple((values * len(years))[: len(years)])

    return tuple(
        replace(
            item,
            pagu=grown(item.pagu) if item.pagu else (),
            measures=tuple(replace(one, targets=grown(one.targets)) for one in item.measures),
        )
        for item in PLAN
    )


LAYOUTS = {
    "two header rows, merged": {},
    "one header row": {"head_rows": 1},
    "five header rows": {"head_rows": 5},
    "five header rows, nothing merged": {"head_rows": 5, "merged_head": False},
    "columns in another order": {"order": SHUFFLED},
    "columns in another order, one header row": {"order": SHUFFLED, "head_rows": 1, "left": 3},
    "code in five cells": {"split_code": True, "head_rows": 3},
    "code in five cells, nothing merged": {"split_code": True, "head_rows": 3, "merged_head": False},
    "merged tujuan and sasaran": {"fill_goals": "merged"},
    "repeated tujuan and sasaran": {"fill_goals": "repeated"},
    "dots in amounts": {"money": "dots"},
    "commas in amounts": {"money": "commas"},
    "cents in amounts": {"money": "cents"},
    "Rp in amounts": {"money": "rp"},
    "Rp. and ,- in amounts": {"money": "dashed"},
    "titles, numbering, total, signature": {
        "titles": ("RENCANA STRATEGIS", "DINAS KOMUNIKASI DAN INFORMATIKA KOTA CONTOH", "TAHUN 2025-2026"),
        "numbering": True,
        "total": True,
        "signed": True,
    },
    "a column for each level": {"level_columns": True},
    "years with a word": {"years": ("Tahun 2025", "Tahun 2026")},
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_plan_reads_as_it_was_written(layout):
    draft = plan([written(PLAN, **layout).grid()], "contoh.xlsx")
    assert understood(draft) == list(PLAN)
    assert draft.years == ("2025", "2026")
    assert draft.base_year == 2024
    assert codes(draft) == []


@pytest.mark.parametrize("level_by", ["prefix", "indent"])
def test_levels_without_codes_come_from_the_first_word_or_the_indent(level_by):
    draft = plan([written(PLAN, level_by=level_by).grid()], "contoh.xlsx")
    assert understood(draft) == [replace(item, code="") for item in PLAN]
    assert codes(draft) == (["level-indent"] if level_by == "indent" else [])


def test_a_workbook_goes_through_the_child_and_comes_back_the_same(tmp_path):
    path = written(PLAN, head_rows=3, split_code=True, fill_goals="merged").save(tmp_path / "contoh.xlsx")
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert draft.source_name == "contoh.xlsx"
    assert len(draft.source_sha256) == 64
    assert draft.grids[0].head == (0, 3)
    assert draft.grids[0].rows[0][0] == "Tujuan"


def test_six_years_from_2025_to_2030_with_outcome_and_nspk_are_the_form_of_2025():
    years = tuple(str(year) for year in range(2025, 2031))
    items = wide(years)
    table = written(items, years=years, head_rows=2, left=3)
    for column, heading in enumerate(("NSPK dan Sasaran RPJMD yang Relevan", "Outcome", "Output")):
        table.put(0, column, heading)
        table.merge(0, column, 1, column)
    table.put(4, 1, "Terhubungnya perangkat daerah")
    draft = plan([table.grid()], "contoh.xlsx")
    assert understood(draft) == list(items)
    assert (draft.format, draft.base_year, draft.years) == ("Inmendagri 2/2025", 2024, years)
    assert draft.lines[2].outcome == "Terhubungnya perangkat daerah"
    assert codes(draft) == []


def test_three_years_under_an_rpd_keep_the_base_year_apart():
    items = wide(("2024", "2025", "2026"))
    table = written(items, years=("2024", "2025", "2026"), base_year="2023", titles=("RENSTRA 2024-2026",))
    draft = plan([table.grid()], "contoh.xlsx")
    assert (draft.period_start, draft.period_end, draft.base_year) == (2024, 2026, 2023)
    assert understood(draft) == list(items)


def test_a_single_year_is_enough():
    items = wide(("2025",))
    draft = plan([written(items, years=("2025",)).grid()], "contoh.xlsx")
    assert (draft.years, understood(draft)) == (("2025",), list(items))


def test_years_numbered_under_a_group_are_ordinals():
    table = written(PLAN, years=("1", "2"), head_rows=3)
    table.cells[0, table_column(table, HEADINGS["years"])] = "Target dan Pagu pada Tahun ke-"
    assert plan([table.grid()], "contoh.xlsx").years == ("Tahun-1", "Tahun-2")


def table_column(table, heading):
    return next(column for (_, column), value in table.cells.items() if value == heading)


def test_a_csv_with_semicolons_and_decimal_commas_reads_the_same(tmp_path):
    path = tmp_path / "contoh.csv"
    table = written(PLAN, merged_head=False, money="cents")
    path.write_bytes(b"\xef\xbb\xbf" + table.csv().encode())
    assert understood(read_file(path)) == list(PLAN)


def test_a_csv_of_windows_with_commas_reads_the_same(tmp_path):
    items = [replace(item, location="Kelurahan Café") if item.location else item for item in PLAN]
    path = tmp_path / "contoh.csv"
    path.write_bytes(written(items, merged_head=False, money="commas").csv(",").encode("cp1252"))
    assert understood(read_file(path)) == items


def test_pasted_cells_with_a_line_break_in_a_cell_read_the_same():
    table = written(PLAN, merged_head=False, words={"unit": "Unit Kerja\nPenanggung Jawab"})
    draft = read_pasted(table.csv("\t"))
    assert understood(draft) == list(PLAN)
    assert draft.sheet == "Tempelan"


def test_a_hidden_sheet_is_a_choice_but_not_the_first(tmp_path):
    book = openpyxl.Workbook()
    old = [replace(item, pagu=tuple(value + 1_000_000 for value in item.pagu)) for item in PLAN]
    written(old).sheet(book.active)
    book.active.title = "Lama"
    book.active.sheet_state = "hidden"
    written(PLAN).sheet(book.create_sheet("Baru"))
    book.create_sheet("Catatan")["A1"] = "hanya catatan"
    path = tmp_path / "contoh.xlsx"
    book.save(path)
    draft = read_file(path)
    assert (draft.sheet, understood(draft)) == ("Baru", list(PLAN))
    assert [(item.name, item.hidden, item.likely) for item in draft.sheets] == [
        ("Lama", True, True),
        ("Baru", False, True),
        ("Catatan", False, False),
    ]
    assert codes(draft) == ["sheets-more"]
    chosen = read_file(path, sheet="Lama")
    assert (chosen.sheet, understood(chosen)) == ("Lama", old)
    assert codes(chosen) == ["sheets-more", "sheet-hidden"]
    with pytest.raises(UserFault, match="read-no-table"):
        read_file(path, sheet="Catatan")


def test_a_list_sorted_by_level_hangs_together_by_its_codes():
    items = sorted(PLAN[2:5] + PLAN[6:], key=lambda item: item.level != "program")
    draft = plan([written(items).grid()], "contoh.xlsx")
    parents = {line.code: draft.lines[line.parent].code for line in draft.lines if line.parent is not None}
    assert parents == {"2.16.03.2.02": "2.16.03", "2.16.03.2.01": "2.16.03", "2.21.02.2.01": "2.21.02"}
    assert codes(draft) == []


@pytest.mark.parametrize(
    ("cell", "code", "level"),
    [
        ("1.3.02", "1.03.02", "program"),
        (" 2.16.3. ", "2.16.03", "program"),
        ("2,16,03,2,01", "2.16.03.2.01", "kegiatan"),
        ("x.xx.01", "X.XX.01", "program"),
        ("x.xx.01.2.01.0001", "X.XX.01.2.01.0001", "subkegiatan"),
        ("3.3.02", "3.30.02", "program"),
        ("2 16 03 2.02", "2.16.03.2.02", "kegiatan"),
        ("2\u200b.16.03", "2.16.03", "program"),
    ],
)
def test_codes_come_out_as_dotted_text(cell, code, level):
    items = [*PLAN[:2], replace(PLAN[2], code="@@"), *PLAN[3:]]
    table = written(items)
    place = next(place for place, value in table.cells.items() if value == "@@")
    table.put(*place, cell)
    line = plan([table.grid()], "contoh.xlsx").lines[2]
    assert (line.code, line.level) == (code, level)


def test_number_cells_that_lost_a_nought_get_it_back():
    table = Table()
    rows = (
        ("Kode", "", "", "", "", "Program/Kegiatan", "Indikator", "2025", ""),
        ("Urusan", "Bidang", "Program", "Kegiatan", "Sub", "", "", "Target", "Rp"),
        (2, 16, 2, "", "", "Program Informasi", "Persentase A", 5, 50_000_000),
        (2, 16, 2, 2.09, "", "Kegiatan sembilan", "Jumlah B", 5, 20_000_000),
        (2, 16, 2, 2.1, "", "Kegiatan sepuluh", "Jumlah C", 5, 30_000_000),
        (2, 16, 2, 2.1, 1, "Sub satu", "Jumlah D", 5, 30_000_000),
    )
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            table.put(row, column, value)
    draft = plan([table.grid()], "contoh.xlsx")
    assert [line.code for line in draft.lines] == [
        "2.16.02",
        "2.16.02.2.09",
        "2.16.02.2.10",
        "2.16.02.2.10.01",
    ]
    assert codes(draft) == []


def test_outcomes_in_rows_of_their_own_lend_their_indicators_to_the_line_above():
    table = Table()
    rows = (
        (
            "BIDANG URUSAN/PROGRAM/OUTCOME/KEGIATAN/OUTPUT",
            "INDIKATOR",
            "BASELINE 2024",
            "2025",
            "",
            "2026",
            "",
        ),
        ("", "", "", "TARGET", "PAGU", "TARGET", "PAGU"),
        ("2.16 URUSAN BIDANG KOMUNIKASI DAN INFORMATIKA", "", "", "", 50_000_000, "", 60_000_000),
        ("2.16.02 - PROGRAM INFORMASI PUBLIK", "", "", "", 50_000_000, "", 60_000_000),
        ("Meningkatnya kualitas informasi", "Persentase kepuasan", "70%", "75%", "", "80%", ""),
        ("2.16.02.2.01 - Pengelolaan Informasi", "", "", "", 50_000_000, "", 60_000_000),
        ("Terlaksananya pengelolaan", "Jumlah dokumen", "2", "3", "", "4", ""),
    )
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            table.put(row, column, value)
    draft = plan([table.grid()], "contoh.xlsx")
    assert [(line.code, line.name, line.indicators[0].name) for line in draft.lines] == [
        ("2.16.02", "PROGRAM INFORMASI PUBLIK", "Persentase kepuasan"),
        ("2.16.02.2.01", "Pengelolaan Informasi", "Jumlah dokumen"),
    ]
    assert codes(draft) == []


def test_goals_in_the_column_of_names_are_known_by_their_first_word():
    items = [replace(item, name=f"{item.level.capitalize()} 1.1: {item.name}") for item in PLAN[:2]]
    order = tuple(block for block in Layout().order if block != "goals")
    table = Writer(PLAN[2:5], Layout(order=order)).write()
    rows = [*table.rows()[:2], *([""] * 8 for _ in items), *table.rows()[2:]]
    for row, item in zip(rows[2:4], items, strict=True):
        row[1], row[2] = item.name, item.measures[0].name
    table.cells = {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row) if value != ""}
    draft = plan([table.grid()], "contoh.xlsx")
    assert [(line.level, line.name) for line in draft.lines[:3]] == [
        ("tujuan", PLAN[0].name),
        ("sasaran", PLAN[1].name),
        ("program", PLAN[2].name),
    ]
    assert draft.lines[2].parent == 1


def test_a_table_of_a_single_year_takes_the_year_from_the_title():
    table = Table()
    rows = (
        ("RENCANA KERJA DINAS PERHUBUNGAN TAHUN 2025",),
        ("Kode", "Program", "Indikator", "Realisasi", "", "Target", "Pagu (Rp)"),
        ("", "", "", "2022", "2023", "", ""),
        ("2.15.02", "Program Lalu Lintas", "Persentase ruas lancar", "50%", "55%", "60%", 70_000_000),
    )
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            table.put(row, column, value)
    draft = plan([table.grid()], "contoh.xlsx")
    assert (draft.years, draft.base_year, draft.opd_name) == (("2025",), 2023, "DINAS PERHUBUNGAN")
    assert draft.lines[0].indicators[0].baseline == "55%"


def test_a_code_in_front_of_the_name_is_taken_off_it():
    items = [replace(item, name=f"{item.code} {item.name}", code="") if item.code else item for item in PLAN]
    assert understood(plan([written(items).grid()], "contoh.xlsx")) == list(PLAN)


def test_support_programs_are_marked_with_all_that_hangs_under_them():
    items = (
        Item("program", "Program Penunjang Urusan Pemerintahan Daerah", "2.16.01", (), (9_000_000_000, 1)),
        Item("kegiatan", "Administrasi Keuangan", "2.16.01.2.02", (), (8_000_000_000, 1)),
        *PLAN[2:5],
    )
    draft = plan([written(items).grid()], "contoh.xlsx")
    assert [line.support for line in draft.lines] == [True, True, False, False, False]
    assert sums(draft.lines)["program"]["2025"] == 5_000_000_000
    assert sums(draft.lines, with_support=True)["program"]["2025"] == 14_000_000_000


def test_numbered_indicators_in_one_cell_are_taken_apart_with_their_targets():
    item = replace(
        PLAN[3],
        measures=(
            Measure(
                "1. Jumlah layanan publik daring\n2. Jumlah pengelola yang dilatih",
                "",
                "8\n20",
                ("12\n40", "14\n60"),
            ),
        ),
    )
    order = tuple(block for block in Layout().order if block != "measure")
    draft = plan([written([*PLAN[2:3], item], order=order).grid()], "contoh.xlsx")
    assert [(one.name, one.baseline, dict(one.targets)) for one in draft.lines[1].indicators] == [
        ("Jumlah layanan publik daring", "8", {"2025": "12", "2026": "14"}),
        ("Jumlah pengelola yang dilatih", "20", {"2025": "40", "2026": "60"}),
    ]


def test_labels_in_front_of_indicators_are_dropped_and_units_taken_from_targets():
    item = replace(
        PLAN[3],
        measures=(
            Measure("Indikator Keluaran Kegiatan : Jumlah subdomain", "", "25 OPD", ("45 OPD", "55 OPD")),
        ),
    )
    order = tuple(block for block in Layout().order if block != "measure")
    (indicator,) = plan([written([PLAN[2], item], order=order).grid()], "contoh.xlsx").lines[1].indicators
    assert (indicator.name, indicator.unit, indicator.targets["2025"]) == (
        "Jumlah subdomain",
        "OPD",
        "45 OPD",
    )


def test_goals_beside_the_first_program_are_lines_of_their_own():
    draft = plan([written(PLAN, goals_beside=True).grid()], "contoh.xlsx")
    bare = [replace(item, measures=()) if item.level in {"tujuan", "sasaran"} else item for item in PLAN]
    assert understood(draft) == bare
    assert [line.parent for line in draft.lines] == [None, 0, 1, 2, 2, 0, 5, 6]


def test_a_table_of_goals_alone_is_read_too():
    order = ("goals", "indicator", "measure", "years")
    goals = [item for item in PLAN if item.level in {"tujuan", "sasaran"}]
    writer = Writer(goals, Layout(order=order))
    draft = plan([writer.write().grid()], "contoh.xlsx")
    bare = [
        replace(item, measures=tuple(replace(one, baseline="") for one in item.measures)) for item in goals
    ]
    assert understood(draft) == bare
    assert draft.format == "Permendagri 86/2017 T-C.25"


def test_the_heading_repeated_on_a_new_page_is_no_line():
    table = written(PLAN, head_rows=1)
    rows = table.rows()
    again = [*rows[:6], rows[0], *rows[6:]]
    shifted = written(PLAN, head_rows=1)
    shifted.cells = {
        (r, c): value for r, row in enumerate(again) for c, value in enumerate(row) if value != ""
    }
    assert understood(plan([shifted.grid()], "contoh.xlsx")) == list(PLAN)


def test_the_agency_is_taken_from_a_title_or_from_the_one_unit_of_all():
    titled = plan([written(PLAN, titles=("RENSTRA DINAS PERHUBUNGAN KABUPATEN CONTOH",)).grid()], "a.xlsx")
    assert titled.opd_name == "DINAS PERHUBUNGAN"
    same = [replace(item, unit="Dinas Kesehatan Kabupaten Contoh") for item in PLAN]
    assert plan([written(same).grid()], "a.xlsx").opd_name == "Dinas Kesehatan"


def test_percentages_are_read_as_the_sheet_shows_them(tmp_path):
    book = openpyxl.Workbook()
    table = written(PLAN)
    table.sheet(book.active)
    for row in book.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.endswith("%") and cell.value[:-1].isdigit():
                cell.value = int(cell.value[:-1]) / 100
                cell.number_format = "0%"
    path = tmp_path / "contoh.xlsx"
    book.save(path)
    assert understood(read_file(path)) == list(PLAN)
