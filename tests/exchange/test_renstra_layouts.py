"""One invented plan, written in the many ways of agencies, reads the same."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from smartcity_desktop.domain.renstra import sums
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file, read_pasted
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.tables import HEADINGS, PLAN, Item, Layout, Measure, Writer, understood, written

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
    assert codes(draft) == []


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
    assert codes(draft) == ["columns-unused"]


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


def test_thousands_in_the_heading_are_multiplied_and_asked_about_once():
    draft = plan([written(PLAN, multiplier=1000, money="dots").grid()], "contoh.xlsx")
    assert understood(draft) == list(PLAN)
    assert codes(draft) == ["multiplier"]
    assert (draft.multiplier, draft.multiplier_confirmed) == (1000, False)
    assert draft.problems[0].suggestion == "1000"


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("(Rp. 000)", 1000),
        ("(Rp.000,-)", 1000),
        ("(juta rupiah)", 1_000_000),
        ("dalam jutaan rupiah", 1_000_000),
    ],
)
def test_multipliers_are_found_in_many_words(words, factor):
    table = written(PLAN, multiplier=factor, multiplier_words=words)
    assert plan([table.grid()], "contoh.xlsx").multiplier == factor


def test_a_multiplier_above_the_table_counts_too():
    table = written(PLAN, titles=("RENSTRA DINAS CONTOH", "(dalam ribuan rupiah)"))
    draft = plan([table.grid()], "contoh.xlsx")
    assert draft.multiplier == 1000
    assert draft.problems[0].cell == "A2"


def test_small_amounts_without_any_word_are_asked_about():
    items = [replace(item, pagu=tuple(value // 1_000_000 for value in item.pagu)) for item in PLAN]
    assert codes(plan([written(items).grid()], "contoh.xlsx")) == ["multiplier-guess"]


def test_years_known_by_number_only_keep_it_and_are_asked_about():
    table = written(PLAN, years=("Tahun-3", "Tahun ke-4"))
    draft = plan([table.grid()], "contoh.xlsx")
    assert draft.years == ("Tahun-3", "Tahun-4")
    assert draft.period_start is None
    (problem,) = draft.problems
    assert (problem.code, problem.cell, problem.suggestion) == ("years", "H1, J1", None)


def test_the_period_in_a_title_tells_which_years_they_are():
    table = written(PLAN, years=("Tahun ke-1", "Tahun ke-2"), titles=("RENSTRA DINAS CONTOH 2025 - 2026",))
    draft = plan([table.grid()], "contoh.xlsx")
    assert understood(draft) == list(PLAN)
    assert (draft.years, codes(draft)) == (("2025", "2026"), [])


def test_the_period_in_the_name_of_the_file_is_only_proposed():
    draft = plan([written(PLAN, years=("Tahun-1", "Tahun-2")).grid()], "renstra_2025-2026.xlsx")
    assert draft.years == ("Tahun-1", "Tahun-2")
    assert draft.proposed_years == {"Tahun-1": 2025, "Tahun-2": 2026}
    assert draft.problems[0].suggestion == "2025, 2026"


def test_years_numbered_under_a_group_are_ordinals():
    table = written(PLAN, years=("1", "2"), head_rows=3)
    table.cells[0, table_column(table, HEADINGS["years"])] = "Target dan Pagu pada Tahun ke-"
    assert plan([table.grid()], "contoh.xlsx").years == ("Tahun-1", "Tahun-2")


def table_column(table, heading):
    return next(column for (_, column), value in table.cells.items() if value == heading)


def test_a_baseline_without_a_year_is_asked_about_once():
    draft = plan([written(PLAN, base_year="").grid()], "contoh.xlsx")
    assert codes(draft) == ["baseline-year"]
    assert draft.problems[0].suggestion == "2024"


def test_a_total_that_is_not_the_sum_is_reported_and_is_no_line():
    table = written(PLAN, total=True)
    last = max(row for row, _ in table.cells)
    column = next(
        column for (row, column), value in table.cells.items() if row == last and isinstance(value, int)
    )
    table.put(last, column, 999)
    draft = plan([table.grid()], "contoh.xlsx")
    assert understood(draft) == list(PLAN)
    assert codes(draft) == ["total-differs"]


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


def test_a_code_cell_with_a_target_in_it_gets_the_part_of_the_row_above():
    table = written(PLAN, split_code=True)
    row = next(row for (row, _), value in table.cells.items() if value == PLAN[-1].name)
    column = next(
        column for (at, column), value in sorted(table.cells.items()) if at == row and value == "21"
    )
    table.put(row, column, "2 Paket")
    draft = plan([table.grid()], "contoh.xlsx")
    (problem,) = draft.problems
    assert (problem.code, problem.suggestion, problem.line) == ("code-odd", "2.21.02.2.01", len(PLAN) - 1)
    assert draft.lines[-1].level == "kegiatan"
    assert draft.lines[-1].code == ""


def test_a_row_without_a_code_is_held_back_with_its_cell():
    items = [*PLAN[:4], replace(PLAN[4], code=""), *PLAN[5:]]
    draft = plan([written(items).grid()], "contoh.xlsx")
    assert understood(draft) == [*PLAN[:4], *PLAN[5:]]
    (problem,) = draft.problems
    assert (problem.code, problem.line) == ("code-missing", None)
    assert problem.held is not None
    assert problem.held.name == PLAN[4].name
    assert problem.held.pagu == {"2025": 2_000_000_000, "2026": 2_500_000_000}
    assert draft.lines[problem.held.parent].code == "2.16.03"


def test_a_code_under_the_wrong_parent_is_reported_with_a_proposal():
    items = [*PLAN[:-1], replace(PLAN[-1], code="2.16.05.2.01")]
    draft = plan([written(items).grid()], "contoh.xlsx")
    (problem,) = draft.problems
    assert (problem.code, problem.suggestion) == ("code-elsewhere", "2.21.02.2.01")
    assert draft.lines[-1].parent == len(items) - 2


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


@pytest.mark.parametrize(("cell", "code"), [("APBN", "pagu-unreadable"), ("-5.000.000", "pagu-negative")])
def test_an_amount_that_is_none_is_a_doubt_with_its_cell(cell, code):
    table = written(PLAN)
    place = next(place for place, value in table.cells.items() if value == 3_000_000_000)
    table.put(*place, cell)
    (problem,) = plan([table.grid()], "contoh.xlsx").problems
    assert (problem.code, problem.line, problem.field) == (code, 3, "pagu@2025")
    assert problem.cell == f"I{place[0] + 1}"


def test_dashes_and_na_are_empty_without_a_doubt():
    table = written(PLAN)
    for value, empty in ((3_000_000_000, "-"), ("8", "n/a"), ("12", "–")):
        place = next(place for place, known in table.cells.items() if known == value)
        table.put(*place, empty)
    draft = plan([table.grid()], "contoh.xlsx")
    assert codes(draft) == []
    assert draft.lines[3].pagu == {"2026": 3_500_000_000}
    assert draft.lines[3].indicators[0].baseline == ""
    assert draft.lines[3].indicators[0].targets == {"2026": "14"}


def test_a_second_amount_for_the_same_line_is_a_doubt_with_the_sum():
    table = written(PLAN)
    row = next(row for (row, _), value in table.cells.items() if value == "Jumlah pengelola yang dilatih")
    column = next(column for (_, column), value in table.cells.items() if value == 3_000_000_000)
    table.put(row, column, 500_000_000)
    (problem,) = plan([table.grid()], "contoh.xlsx").problems
    assert (problem.code, problem.suggestion) == ("pagu-twice", "3500000000")


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


def test_excel_errors_and_formulas_without_a_value_are_counted(tmp_path):
    path = tmp_path / "contoh.xlsx"
    table = written(PLAN)
    place = next(place for place, value in table.cells.items() if value == 3_000_000_000)
    table.put(*place, "=1/0")
    table.save(path)
    draft = read_file(path)
    (problem,) = draft.problems
    assert (problem.code, problem.cell) == ("cells-unsaved", f"I{place[0] + 1}")
    assert "2025" not in draft.lines[3].pagu


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


def test_a_table_of_something_else_is_refused(tmp_path):
    book = openpyxl.Workbook()
    for row in (("No", "Nama", "Jabatan"), (1, "Siti", "Analis"), (2, "Budi", "Kepala Bidang")):
        book.active.append(row)
    path = tmp_path / "pegawai.xlsx"
    book.save(path)
    with pytest.raises(UserFault, match="read-no-table"):
        read_file(path)


def test_no_name_of_a_sample_file_stands_in_exchange():
    folder = Path(__file__).resolve().parents[2] / "smartcity_desktop" / "exchange"
    words = ("sumedang", "pasangkayu", "diskominfosanditik", "sheet1", "dpupr")
    for source in folder.glob("*.py"):
        content = source.read_text(encoding="utf-8").lower()
        assert not [word for word in words if word in content], source.name
