"""A plan that stands in several tables of a file is one plan; a table that stands there twice counts once."""

from dataclasses import replace

import pytest

from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.renstra_wire import joined, pieces
from tests.exchange.tables import PLAN, Layout, Writer, understood, written
from tests.exchange.test_renstra_shapes import codes, grid

GOALS = [item for item in PLAN if item.level in {"tujuan", "sasaran"}]
PROGRAMS = [item for item in PLAN if item.level not in {"tujuan", "sasaran"}]
YEARS = ("1", "2", "3")
SERVICE = (
    ("Tabel T-C.23 Pencapaian Kinerja Pelayanan Perangkat Daerah",),
    (
        *(
            "No",
            "Indikator Kinerja sesuai Tugas dan Fungsi",
            "Target NSPK",
            "Target IKK",
            "Target Renstra Tahun ke-",
        ),
        *("", "", "Realisasi Capaian Tahun ke-", "", "", "Rasio Capaian pada Tahun ke-", "", ""),
    ),
    ("", "", "", "", *YEARS, *YEARS, *YEARS),
    tuple(f"({number})" for number in range(1, 14)),
    (
        "1",
        "Persentase layanan daring",
        "100%",
        "-",
        "50%",
        "60%",
        "70%",
        "45%",
        "61%",
        "68%",
        "0,90",
        "1,02",
        "0,97",
    ),
    ("2", "Jumlah titik wifi", "", "40", "10", "20", "30", "9", "20", "33", "0,9", "1", "1,1"),
)
BUDGET = (
    (
        *("Uraian", "Anggaran pada Tahun ke-", "", "Realisasi Anggaran pada Tahun ke-", ""),
        *("Rasio antara Realisasi dan Anggaran Tahun ke-", "", "Rata-rata Pertumbuhan", ""),
    ),
    ("", "1", "2", "1", "2", "1", "2", "Anggaran", "Realisasi"),
    (
        "Belanja operasi",
        "5.000.000.000",
        "6.000.000.000",
        "4.500.000.000",
        "5.900.000.000",
        "0,9",
        "0,98",
        "20%",
        "31%",
    ),
    (
        "Belanja modal",
        "1.000.000.000",
        "900.000.000",
        "800.000.000",
        "900.000.000",
        "0,8",
        "1",
        "-10%",
        "12,5%",
    ),
    ("JUMLAH", "6.000.000.000", "6.900.000.000", "5.300.000.000", "6.800.000.000", "0,88", "0,98", "", ""),
)
REGIONAL = (
    (
        *("No", "Indikator", "Kondisi Kinerja pada Awal Periode RPJMD", "Target Capaian Setiap Tahun", ""),
        "Kondisi Kinerja pada Akhir Periode RPJMD",
    ),
    ("", "", "", "2025", "2026", ""),
    ("1", "Indeks SPBE", "2,9", "3,1", "3,3", "4,0"),
    ("", "Kepala Dinas", "", "", "", ""),
)


def goals_table(years=("2025", "2026"), name="T-C.25"):
    return (
        Writer(GOALS, Layout(order=("goals", "indicator", "measure", "baseline", "years"), years=years))
        .write()
        .grid(name)
    )


def program_table(items=PROGRAMS, name="T-C.27", **layout):
    return written(items, **layout).grid(name)


def test_goals_of_one_table_and_a_plan_that_repeats_them_are_one_tree():
    bare = [replace(item, measures=()) if item.level in {"tujuan", "sasaran"} else item for item in PLAN]
    draft = plan([goals_table(), written(bare, goals_beside=True).grid("T-C.27")], "renstra.xlsx")
    assert understood(draft) == list(PLAN)
    assert [(item.name, item.kind, item.used) for item in draft.sheets] == [
        ("T-C.25", "tujuan", True),
        ("T-C.27", "program", True),
    ]
    assert [item.name for item in draft.grids] == ["T-C.27", "T-C.25"]
    assert codes(draft) == []


def test_programs_that_name_no_sasaran_stand_first_and_are_asked_about():
    draft = plan([goals_table(), program_table()], "renstra.xlsx")
    assert understood(draft) == [*PROGRAMS, *GOALS]
    assert [line.parent for line in draft.lines if line.level == "program"] == [None, None]
    assert codes(draft) == ["goals-apart"]


def test_the_logic_table_says_on_which_sasaran_the_programs_of_the_other_hang():
    logic = grid(
        ("Tujuan", "Sasaran", "Outcome", "Indikator", "Program"),
        (PLAN[0].name, PLAN[1].name, "Terhubung", "Persentase terhubung", f"2.16.03 {PLAN[2].name}"),
        ("", PLAN[5].name, "Aman", "Tingkat aman", f"2.21.02 {PLAN[6].name}"),
        name="Logika",
    )
    draft = plan([logic, program_table(), goals_table()], "renstra.xlsx")
    assert understood(draft) == list(PLAN)
    assert [line.parent for line in draft.lines] == [None, 0, 1, 2, 2, 0, 5, 6]
    assert {line.sure.get("parent") for line in draft.lines if line.level == "program"} == {90}
    assert codes(draft) == []


def test_a_doubt_about_a_program_of_a_table_that_gives_the_goals_alone_is_not_asked():
    logic = grid(
        ("Tujuan", "Sasaran", "Indikator Sasaran", "Kode", "Program", "Target 2025"),
        (PLAN[0].name, PLAN[1].name, "Persentase terhubung", "21603", PLAN[2].name, "2"),
        ("", "", "", "", "Program yang tidak berkode", "3"),
        ("", PLAN[5].name, "Tingkat aman", "2.21.02", PLAN[6].name, "4"),
        name="Pohon kinerja",
    )
    draft = plan([program_table(), logic], "renstra.xlsx")
    assert [line.parent for line in draft.lines] == [None, 0, 1, 2, 2, 0, 5, 6]
    assert [line.name for line in draft.lines] == [item.name for item in PLAN]
    assert not [problem for problem in draft.problems if problem.line is not None or problem.held]


def test_years_that_the_goals_only_number_are_those_of_the_programs():
    bare = [replace(item, measures=()) if item.level in {"tujuan", "sasaran"} else item for item in PLAN]
    programs = written(bare, goals_beside=True).grid("T-C.27")
    draft = plan([goals_table(("Tahun-1", "Tahun-2")), programs], "renstra.xlsx")
    assert (draft.years, understood(draft)) == (("2025", "2026"), list(PLAN))


def test_a_table_that_goes_on_in_the_next_sheet_is_read_to_its_end():
    first, second = program_table(PROGRAMS[:3], "Bidang A"), program_table(PROGRAMS[3:], "Bidang B")
    draft = plan([first, second], "renstra.xlsx")
    assert understood(draft) == PROGRAMS
    assert {line.origin.sheet for line in draft.lines} == {"Bidang A", "Bidang B"}
    assert codes(draft) == []


def test_the_draft_of_a_table_beside_its_final_sheet_is_not_added_up():
    draft = plan([program_table(name="Draf"), program_table(name="Final")], "renstra.xlsx")
    assert understood(draft) == PROGRAMS
    assert codes(draft) == ["sheets-more"]
    assert [item.used for item in draft.sheets] == [True, False]


def test_a_sheet_for_each_agency_keeps_them_apart():
    one = program_table(PROGRAMS[:3], "A", titles=("RENSTRA DINAS KOMINFO KOTA CONTOH",))
    other = program_table(PROGRAMS[3:], "B", titles=("RENSTRA DINAS PERSANDIAN KOTA CONTOH",))
    draft = plan([one, other], "semua.xlsx")
    assert [line.opd for line in draft.lines] == ["DINAS KOMINFO"] * 3 + ["DINAS PERSANDIAN"] * 2
    assert draft.opd_name == ""


def test_service_budget_and_regional_indicators_are_records_beside_the_plan():
    tables = [
        grid(*SERVICE, name="T-C.23"),
        grid(*BUDGET, name="T-C.24"),
        program_table(),
        grid(*REGIONAL, name="T-C.28"),
    ]
    draft = plan(tables, "renstra.xlsx")
    assert understood(draft) == PROGRAMS
    assert [(item.kind, item.name) for item in draft.records] == [
        ("layanan", "Persentase layanan daring"),
        ("layanan", "Jumlah titik wifi"),
        ("anggaran", "Belanja operasi"),
        ("anggaran", "Belanja modal"),
        ("rpjmd", "Indeks SPBE"),
    ]
    service, _, budget, _, regional = draft.records
    assert service.standard == "NSPK: 100%"
    assert service.target == {"Tahun-1": "50%", "Tahun-2": "60%", "Tahun-3": "70%"}
    assert service.realised == {"Tahun-1": "45%", "Tahun-2": "61%", "Tahun-3": "68%"}
    assert service.ratio == {"Tahun-1": "0,90", "Tahun-2": "1,02", "Tahun-3": "0,97"}
    assert (service.origin.sheet, service.origin.row) == ("T-C.23", 5)
    assert budget.target == {"Tahun-1": "5.000.000.000", "Tahun-2": "6.000.000.000"}
    assert budget.standard == "pertumbuhan anggaran: 20%; pertumbuhan realisasi: 31%"
    assert (regional.baseline, dict(regional.target), regional.final) == (
        "2,9",
        {"2025": "3,1", "2026": "3,3"},
        "4,0",
    )
    assert {item.name: item.kind for item in draft.sheets} == {
        "T-C.23": "layanan",
        "T-C.24": "anggaran",
        "T-C.27": "program",
        "T-C.28": "rpjmd",
    }
    assert joined(pieces(draft)) == draft


@pytest.mark.parametrize(
    ("title", "kind", "standard"),
    [("Indikator Kinerja Utama", "rpjmd", "IKU"), ("Indikator Kinerja Kunci", "layanan", "IKK")],
)
def test_main_and_key_indicators_are_told_apart_by_their_title(title, kind, standard):
    draft = plan(
        [
            grid(
                *((title,), ("No", "Indikator", "Satuan", "Baseline 2024", "2025", "2026", "Keterangan")),
                ("1", "Indeks A", "Persen", "70", "71", "72", ""),
            )
        ],
        "iku.xlsx",
    )
    (record,) = draft.records
    assert (record.kind, record.standard, record.unit, record.baseline) == (kind, standard, "Persen", "70")
    assert (draft.lines, draft.sheet) == ((), "Tabel")


def test_an_indicator_that_begins_as_a_signer_does_is_kept_with_its_figures():
    rows = (*REGIONAL[:3], ("2", "Kepala keluarga miskin", "12", "11", "10", "8"), REGIONAL[3])
    draft = plan([grid(*rows, name="T-C.28")], "renstra.xlsx")
    assert [item.name for item in draft.records] == ["Indeks SPBE", "Kepala keluarga miskin"]


def test_an_rpjmd_in_two_tables_is_one_tree_of_points():
    frame = grid(
        ("RPJMD KOTA CONTOH 2025-2029",),
        ("Misi", "Tujuan", "Sasaran", "Indikator", "2025", "2026"),
        ("Birokrasi melayani", "Tata kelola baik", "", "Indeks RB", "70", "72"),
        ("", "", "Layanan daring", "Indeks SPBE", "3,1", "3,3"),
        name="Tujuan",
    )
    programs = grid(
        ("RPJMD KOTA CONTOH 2025-2029",),
        ("Sasaran", "Kode", "Program", "Indikator", "2025", "", "2026", "", "Perangkat Daerah"),
        ("", "", "", "", "Target", "Rp", "Target", "Rp", ""),
        (
            "Layanan daring",
            "2.16.03",
            "Aplikasi",
            "Jumlah",
            "5",
            90_000_000,
            "6",
            95_000_000,
            "Dinas Kominfo",
        ),
        ("", "2.20.02", "Statistik", "Jumlah", "2", 30_000_000, "3", 35_000_000, "Dinas Statistik"),
        name="Program",
    )
    draft = plan([frame, programs], "rpjmd.xlsx")
    assert draft.document_kind == "rpjmd"
    assert [(item.kind, item.text, item.parent, item.opd) for item in draft.points] == [
        ("misi", "Birokrasi melayani", None, ()),
        ("tujuan", "Tata kelola baik", 0, ()),
        ("sasaran", "Layanan daring", 1, ()),
        ("program", "Aplikasi", 2, ("Dinas Kominfo",)),
        ("program", "Statistik", 2, ("Dinas Statistik",)),
    ]
    assert draft.points[3].pagu == {"2025": 90_000_000, "2026": 95_000_000}
    assert [item.name for item in draft.points[2].indicators] == ["Indeks SPBE"]


def test_all_tables_of_a_workbook_come_through_the_child(tmp_path):
    table = written(PROGRAMS)
    path = table.save(tmp_path / "renstra.xlsx", "T-C.27")
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("T-C.24")
    for row in BUDGET:
        sheet.append(row)
    book.save(path)
    draft = read_file(path)
    assert understood(draft) == PROGRAMS
    assert [item.name for item in draft.records] == ["Belanja operasi", "Belanja modal"]
    assert [item.name for item in draft.grids] == ["T-C.27", "T-C.24"]
    assert draft.grids[1].rows[2][0] == "Belanja operasi"


def test_tables_below_each_other_in_one_sheet_are_tables_of_their_own():
    rows = (
        ("Tabel T-C.25 Tujuan dan Sasaran",),
        ("Tujuan", "Sasaran", "Indikator", "Target 2025", "Target 2026"),
        ("Layanan mudah", "", "Indeks", "3", "4"),
        ("", "Layanan daring", "Persen", "50%", "60%"),
        (),
        ("Tabel T-C.27 Program",),
        ("Sasaran", "Kode", "Program", "Indikator", "Target 2025", "Rp 2025", "Target 2026", "Rp 2026"),
        ("Layanan daring", "2.16.02", "Informasi", "Persen", "5%", "80.000.000", "6%", "90.000.000"),
        ("", "2.16.03", "Aplikasi", "Jumlah", "5", "50.000.000", "6", "60.000.000"),
        ("", "", "JUMLAH", "", "", "130.000.000", "", "150.000.000"),
        (),
        ("Indikator Kinerja Utama",),
        ("No", "Indikator", "Satuan", "2025", "2026", "2027"),
        ("1", "Indeks SPBE", "nilai", "3,1", "3,2", "3,3"),
    )
    draft = plan([grid(*rows, name="Renstra")], "renstra.xlsx")
    assert [(line.level, line.name, line.parent, line.origin.row) for line in draft.lines] == [
        ("tujuan", "Layanan mudah", None, 3),
        ("sasaran", "Layanan daring", 0, 8),
        ("program", "Informasi", 1, 8),
        ("program", "Aplikasi", 1, 9),
    ]
    assert [item.name for item in draft.lines[1].indicators] == ["Persen"]
    assert [(item.name, item.kind) for item in draft.sheets] == [
        ("Renstra", "tujuan"),
        ("Renstra (2)", "program"),
        ("Renstra (3)", "rpjmd"),
    ]
    assert [(item.name, item.standard, item.origin.row) for item in draft.records] == [
        ("Indeks SPBE", "IKU", 14)
    ]
    assert codes(draft) == []


def test_a_program_in_capitals_below_an_empty_row_begins_no_new_table():
    items = [replace(item, name=item.name.upper()) for item in PROGRAMS]
    table = written(items, money="rp")
    rows = [row for at, line in enumerate(table.rows()) for row in ([[""], line] if at > 2 else [line])]
    draft = plan([grid(*rows)], "renstra.xlsx")
    assert understood(draft) == items
    assert len(draft.sheets) == 1


def test_goals_of_the_period_before_are_left_aside():
    draft = plan([goals_table(("2020", "2021")), program_table()], "renstra.xlsx")
    assert (draft.years, understood(draft)) == (("2025", "2026"), PROGRAMS)
    assert codes(draft) == ["sheets-more"]


def test_the_person_may_choose_another_table_than_the_likeliest():
    tables = [program_table(name="Draf"), program_table(PROGRAMS[:3], name="Final"), goals_table()]
    draft = plan(tables, "renstra.xlsx", "Final")
    assert (draft.sheet, understood(draft)[:3]) == ("Final", PROGRAMS[:3])
    assert [item.name for item in draft.sheets if item.used] == ["Final", "T-C.25"]
    records = plan([*tables, grid(*SERVICE, name="T-C.23")], "renstra.xlsx", "T-C.23")
    assert ({item.kind for item in records.records}, records.lines) == ({"layanan"}, ())
