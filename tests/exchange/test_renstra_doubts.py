"""Every doubt about a table is a problem with its cell; nothing is rejected silently."""

import time
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.sheets import Grid
from tests.exchange.tables import PLAN, understood, written


def codes(draft):
    return [problem.code for problem in draft.problems]


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


def test_an_indicator_that_is_called_like_a_sum_is_none_where_it_has_a_unit():
    rows = (
        ("Kode", "Program", "Indikator", "Satuan", "Target 2025", "Pagu 2025 (Rp)"),
        ("2.16.02", "Program Informasi", "Indeks", "indeks", "2", 20_000_000),
        ("", "", "Jumlah kegiatan", "kegiatan", "5", ""),
        ("", "Jumlah", "", "Rp", "", 20_000_000),
    )
    draft = plan([Grid("T-C.27", tuple(tuple(map(str, row)) for row in rows))], "contoh.xlsx")
    assert [item.name for item in draft.lines[0].indicators] == ["Indeks", "Jumlah kegiatan"]
    assert (len(draft.lines), codes(draft)) == (1, [])


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


def test_thousands_of_rows_without_a_code_hang_where_they_stand_and_keep_nobody_waiting():
    rows = [("Kode", "Program dan Kegiatan", "Target 2025", "Pagu 2025")]
    for number in range(2, 62):
        program = f"1.02.{number:02d}"
        rows.append((program, f"Program {number}", "10", "1000000000"))
        for place in range(1, 41):
            rows.append((f"{program}.2.{place:02d}", f"Penataan {place}", "1", "5000000"))
            rows.append(("", f"Kegiatan: ke-{place} dari Program {number}", "1", "5000000"))
    begun = time.process_time()
    draft = plan([Grid("S", tuple(rows))], "banyak.xlsx")
    assert time.process_time() - begun < 4
    held = [problem.held for problem in draft.problems if problem.held]
    assert len(held) == 60 * 40
    assert all(line.name.endswith(f"dari {draft.lines[line.parent].name}") for line in held)
