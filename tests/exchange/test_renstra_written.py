"""What is put in order keeps its original, says how sure it is, and what is not sure is asked about."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain import renstra_sure
from smartcity_desktop.domain.renstra import Decision, apply
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.tables import PLAN, Layout, Writer, understood, written
from tests.exchange.test_renstra_shapes import codes, grid


def with_code(code):
    """Return the line whose code cell holds this, and the draft."""
    items = [*PLAN[:2], replace(PLAN[2], code="@@"), *PLAN[3:]]
    table = written(items)
    place = next(place for place, value in table.cells.items() if value == "@@")
    table.put(*place, code)
    draft = plan([table.grid()], "contoh.xlsx")
    return draft.lines[2], draft


def with_measure(measure, money=("80.000.000", "90.000.000"), more=()):
    """Return the draft of a program with this indicator: name, unit, targets of two years."""
    name, unit, first, second = measure
    rows = [("2.16.02", "Informasi", name, unit, first, money[0], second, money[1]), *more]
    head = (
        ("Kode", "Program", "Indikator", "Satuan", "2025", "", "2026", ""),
        ("", "", "", "", "Target", "Rp", "Target", "Rp"),
    )
    return plan([grid(*head, *rows)], "contoh.xlsx")


@pytest.mark.parametrize(
    ("cell", "code", "sure"),
    [
        ("2.16.03", "2.16.03", None),
        ("2,16,03", "2.16.03", None),
        ("x.xx.01", "X.XX.01", None),
        ("1.3.02", "1.03.02", 90),
        ("2.16.3", "2.16.03", 90),
        ("216.03", "2.16.03", 60),
        (21603, "2.16.03", 60),
    ],
)
def test_a_code_keeps_how_it_was_written_and_how_sure_it_is(cell, code, sure):
    line, draft = with_code(cell)
    assert (line.code, line.level) == (code, "program")
    assert line.written.get("code", code) == str(cell)
    assert line.sure.get("code") == sure
    asked = sure is not None and sure < renstra_sure.ASKED_BELOW
    found = [problem for problem in draft.problems if problem.code == "code-guessed"]
    assert len(found) == asked
    if asked:
        (problem,) = found
        assert (problem.suggestion, problem.line) == (code, 2)
        assert apply(draft, [Decision(problem.key, "leave_out")]).lines[2].code == ""
        assert apply(draft, [Decision(problem.key, "accept")]).lines[2].sure == {}


@pytest.mark.parametrize("cell", ["999.02", "99902", "12345678901"])
def test_digits_that_are_no_bidang_are_no_code(cell):
    line, draft = with_code(cell)
    assert (line.code, codes(draft)) == ("", ["code-odd"])


def test_a_nought_that_a_number_cell_lost_is_given_back_with_its_reason():
    rows = (
        ("Kode", "", "", "", "Program/Kegiatan", "Indikator", "2025", ""),
        ("", "", "", "", "", "", "Target", "Rp"),
        (2, 16, 2, "", "Informasi", "A", 5, 50_000_000),
        (2, 16, 2, 2.09, "Sembilan", "B", 5, 20_000_000),
        (2, 16, 2, 2.1, "Sepuluh", "C", 5, 30_000_000),
    )
    line = plan([grid(*rows)], "contoh.xlsx").lines[2]
    assert (line.code, line.written["code"], line.sure) == ("2.16.02.2.10", "2.16.2.2,1", {"code": 85})
    assert (
        renstra_sure.reason("code", 85) == "Nol di ujung kode dikembalikan (2,1 setelah 2.09 menjadi 2.10)."
    )


@pytest.mark.parametrize(
    ("text", "pagu"),
    [
        ("Rp 1.250.000.000,-", 1_250_000_000),
        ("1.458.477.763.740,00", 1_458_477_763_740),
        ("Rp. 1,25 M", 1_250_000_000),
        ("(250.000.000)", -250_000_000),
    ],
)
def test_an_amount_keeps_how_it_was_written(text, pagu):
    line = with_measure(("A", "", "5%", "6%"), (text, "90000000")).lines[0]
    assert line.pagu["2025"] == pagu
    assert line.written == {"pagu@2025": text}


@pytest.mark.parametrize("nothing", ["-", "n/a", ""])
def test_no_amount_has_no_original(nothing):
    line = with_measure(("A", "", "5%", "6%"), (nothing, "90000000")).lines[0]
    assert (dict(line.pagu), dict(line.written)) == ({"2026": 90_000_000}, {})


def test_one_mark_that_divides_decimals_elsewhere_in_the_table_is_read_so_and_asked_about():
    head = (("Kode", "Program", "Pagu 2025 (juta rupiah)", "Pagu 2026"),)
    rows = (("2.16.02", "Informasi", "1,250", "2,75"), ("2.16.03", "Aplikasi", "12,5", "1.000,5"))
    draft = plan([grid(*head, *rows)], "contoh.xlsx")
    assert draft.lines[0].pagu == {"2025": 1_250_000, "2026": 2_750_000}
    assert draft.lines[0].sure == {"pagu@2025": 60}
    problem = next(item for item in draft.problems if item.code == "money-mark")
    assert (problem.line, problem.field, problem.cell) == (0, "pagu@2025", "C2")
    mended = apply(draft, [Decision(problem.key, "mend", "1.250.000.000")])
    assert (mended.lines[0].pagu["2025"], mended.lines[0].sure) == (1_250_000_000, {})


def test_one_mark_that_groups_thousands_elsewhere_needs_no_question():
    draft = with_measure(("A", "", "5%", "6%"), ("1.250", "90.000.000"))
    assert draft.lines[0].pagu["2025"] == 1_250
    assert codes(draft) == []


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("1,1", "1.250", "1,25"),
        ("1.3", "1.250", "1,25"),
        ("1.100", "1.250", "1.250"),
        ("900", "1.250", "1.250"),
        ("85%", "1.250", "1.250"),
        ("0,4", "1.250", "1.250"),
    ],
)
def test_a_dot_among_decimals_is_a_comma_and_among_thousands_stays(first, second, read):
    draft = with_measure(("Rasio", "", first, second))
    line = draft.lines[0]
    assert line.indicators[0].targets == {"2025": first, "2026": read}
    changed = read != second
    assert line.indicators[0].written == ({"target@2026": second} if changed else {})
    assert line.sure == ({"target@2026": 60} if changed else {})
    assert codes(draft) == (["target-mark"] if changed else [])


@pytest.mark.parametrize(
    ("unit", "usual"),
    [
        ("%", "%"),
        ("Persen", "%"),
        ("(persen)", "%"),
        ("Org", "orang"),
        ("Orang", "Orang"),
        ("Rp.", "Rp"),
        ("Dok.", "dokumen"),
    ],
)
def test_units_are_put_in_their_usual_spelling(unit, usual):
    item = with_measure(("A", unit, "5", "6")).lines[0].indicators[0]
    assert item.unit == usual
    assert item.written == ({} if unit == usual else {"unit": unit})


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase aduan selesai (persen)", "%"),
        ("Panjang jalan mantap (km)", "km"),
        ("Indeks Keamanan Informasi (KAMI) (Nilai)", "Nilai"),
        ("Jumlah subdomain yang dikelola (Subdomain)", "Subdomain"),
        ("Angka kematian bayi (per 1.000 kelahiran hidup)", "per 1.000 kelahiran hidup"),
        ("Cakupan Indeks Keamanan Informasi (KAMI)", ""),
        ("Jumlah usaha yang dibina (tahap II)", ""),
    ],
)
def test_a_unit_in_brackets_behind_the_name_counts_where_no_other_is_written(name, unit):
    item = with_measure((name, "", "5", "6")).lines[0].indicators[0]
    assert (item.name, item.unit) == (name, unit)
    assert with_measure((name, "buah", "5", "6")).lines[0].indicators[0].unit == "buah"


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("13,0 2", "13,02"),
        ("13, 02", "13,02"),
        ("1.213,0 2%", "1.213,02%"),
        ("13 02", "13 02"),
        ("13,0 orang", "13,0 orang"),
    ],
)
def test_a_decimal_that_the_end_of_a_line_broke_is_whole_again_and_keeps_how_it_stood(cell, read):
    line = with_measure(("Harapan lama sekolah", "Tahun", cell, "13,18")).lines[0]
    item = line.indicators[0]
    assert item.targets == {"2025": read, "2026": "13,18"}
    assert item.written == ({"target@2025": cell} if cell != read else {})
    assert line.sure == ({"target@2025": 85} if cell != read else {})


def test_a_unit_behind_the_figures_is_no_part_of_them():
    assert with_measure(("A", "", "2,80", "3,10")).lines[0].indicators[0].unit == ""
    assert with_measure(("A", "", "80 Persen", "90 Persen")).lines[0].indicators[0].unit == "%"


def test_names_that_lost_a_label_keep_it_beside_them():
    item = (
        with_measure(("Indikator Kinerja Program : Persentase puas", "", "5%", "6%")).lines[0].indicators[0]
    )
    assert (item.name, item.written) == (
        "Persentase puas",
        {"name": "Indikator Kinerja Program : Persentase puas"},
    )
    prefixed = plan([written(PLAN, level_by="prefix").grid()], "contoh.xlsx")
    assert prefixed.lines[2].written == {"name": "Program: Program Aplikasi Informatika"}


def test_levels_told_by_how_names_look_are_asked_about_once_for_the_file():
    draft = plan([written(PLAN, level_by="indent").grid()], "contoh.xlsx")
    assert [line.sure.get("level") for line in draft.lines if line.level == "kegiatan"] == [70, 70, 70]
    (problem,) = draft.problems
    assert (problem.code, problem.line) == ("level-indent", None)
    assert (
        problem.message == "3 baris tingkatnya (program, kegiatan, subkegiatan) ditebak dari lekukan tulisan."
    )


def test_a_code_taken_from_the_line_below_says_so():
    items = [replace(item, code="" if item.level == "program" else item.code) for item in PLAN]
    beside = Writer(items, Layout(level_columns=True)).write()
    rows = beside.rows()
    name = next(column for (_, column), value in beside.cells.items() if value == PLAN[2].name)
    for row in range(len(rows) - 1):
        if rows[row][name] and not rows[row][0] and not rows[row][2]:
            beside.cells[row + 1, name] = beside.cells.pop((row, name))
    draft = plan([beside.grid()], "contoh.xlsx")
    program = next(line for line in draft.lines if line.level == "program")
    assert (program.code, program.sure["code"]) == ("2.16.03", 90)


def test_every_rule_has_a_reason_and_those_below_the_bound_are_asked():
    assert all(rule.reason.endswith(".") for rule in renstra_sure.RULES.values())
    asked = {name for name in renstra_sure.RULES if renstra_sure.is_asked(name)}
    assert asked == {
        *("code-guessed", "level-indent", "level-capitals", "level-guessed", "money-mark", "target-mark"),
        *("opd-several", "opd-bidang"),
    }


@pytest.mark.parametrize(
    ("headings", "years"),
    [
        (("TA 2025", "TA 2026"), ("2025", "2026")),
        (("2025/2026", "2026/2027"), ("2025", "2026")),
        (("Tahun ke-1", "Tahun ke-2"), ("Tahun-1", "Tahun-2")),
        (("Th. I", "Th. II"), ("Tahun-1", "Tahun-2")),
        (("Thn 4", "Thn 5"), ("Tahun-4", "Tahun-5")),
    ],
)
def test_years_are_known_in_every_spelling(headings, years):
    draft = plan([written(PLAN, years=headings).grid()], "contoh.xlsx")
    assert draft.years == years


def test_roman_years_under_a_group_are_ordinals():
    head = (("Kode", "Program", "Indikator", "Target pada Tahun", "", ""), ("", "", "", "I", "II", "III"))
    draft = plan([grid(*head, ("2.16.02", "Informasi", "Persen", "5%", "6%", "7%"))], "contoh.xlsx")
    assert draft.years == ("Tahun-1", "Tahun-2", "Tahun-3")


def test_a_table_of_agencies_that_share_a_program_asks_whose_it_is():
    rows = (
        ("PROGRAM RPJMD 2025-2029",),
        ("Kode", "Program", "Pagu 2025", "Perangkat Daerah"),
        ("2.16.02", "Informasi", 80_000_000, "Dinas A; Dinas B"),
        ("2.16.03", "Aplikasi", 90_000_000, "Dinas C"),
    )
    draft = plan([grid(*rows)], "rpjmd.xlsx")
    (problem,) = draft.problems
    assert (problem.code, problem.field, problem.cell) == ("opd-several", "opd", "D3")
    assert draft.lines[0].sure == {"opd": 75}
    assert apply(draft, [Decision(problem.key, "mend", "Dinas A")]).lines[0].opd == "Dinas A"


def test_a_table_of_the_region_by_bidang_names_them_and_asks():
    rows = (
        ("RPJMD KOTA CONTOH 2025-2029",),
        ("Kode", "Bidang Urusan / Program", "Pagu 2025"),
        ("1.02", "URUSAN BIDANG KESEHATAN", 9_000_000_000),
        ("1.02.02", "Upaya Kesehatan", 9_000_000_000),
        ("2.16", "URUSAN BIDANG KOMINFO", 3_000_000_000),
        ("2.16.02", "Informasi", 3_000_000_000),
    )
    draft = plan([grid(*rows)], "rpjmd.xlsx")
    assert [line.opd for line in draft.lines] == ["URUSAN BIDANG KESEHATAN", "URUSAN BIDANG KOMINFO"]
    assert codes(draft) == ["opd-bidang"]


def test_nothing_that_stands_as_it_should_is_marked():
    draft = plan([written(PLAN).grid()], "contoh.xlsx")
    assert understood(draft) == list(PLAN)
    assert all(not line.written and not line.sure for line in draft.lines)
    assert all(not item.written for line in draft.lines for item in line.indicators)
