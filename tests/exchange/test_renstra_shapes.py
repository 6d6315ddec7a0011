"""The forms in which plans are laid down: each is read by what its headings and rows mean."""

import pytest

from smartcity_desktop.domain.renstra import split, summary
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.renstra_titles import agency
from tests.exchange.tables import Table


def grid(*rows, name="Tabel", merges=()):
    """Return a sheet with these rows, as the reading of a file gives it."""
    table = Table()
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            table.put(row, column, value)
    table.merges = list(merges)
    return table.grid(name)


def codes(draft):
    return [problem.code for problem in draft.problems]


ONE_COLUMN = (
    (
        "BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / OUTPUT / SUBKEGIATAN",
        *("INDIKATOR", "BASELINE 2024", "2025", "", "2026", "", "SUMBER DANA"),
    ),
    ("", "", "", "TARGET", "PAGU", "TARGET", "PAGU", ""),
    ("2.16 URUSAN BIDANG KOMUNIKASI DAN INFORMATIKA", "", "", "", 80_000_000, "", 90_000_000, ""),
    ("2.16.02 - PROGRAM INFORMASI PUBLIK", "", "", "", 80_000_000, "", 90_000_000, "APBD"),
    ("Outcome: Meningkatnya kualitas informasi", "Persentase kepuasan", "70%", "75%", "", "80%", "", ""),
    ("Meningkatnya jangkauan informasi", "Jumlah media", "4", "5", "", "6", "", ""),
    ("2.16.02.2.01 - Pengelolaan Informasi", "", "", "", 80_000_000, "", 90_000_000, ""),
    ("Terlaksananya pengelolaan", "Jumlah dokumen", "2", "3", "", "4", "", ""),
    ("2.16.02.2.01.0001 - Monitoring Opini", "Jumlah laporan", "1", "2", 80_000_000, "3", 90_000_000, ""),
)


def test_programs_and_outcomes_of_the_2025_form_share_one_column():
    draft = plan([grid(*ONE_COLUMN)], "renstra.xlsx")
    assert [(line.level, line.code, line.outcome) for line in draft.lines] == [
        ("program", "2.16.02", "Meningkatnya kualitas informasi\nMeningkatnya jangkauan informasi"),
        ("kegiatan", "2.16.02.2.01", "Terlaksananya pengelolaan"),
        ("subkegiatan", "2.16.02.2.01.0001", ""),
    ]
    assert [item.name for item in draft.lines[0].indicators] == ["Persentase kepuasan", "Jumlah media"]
    assert (draft.lines[0].fund, draft.lines[0].pagu["2026"]) == ("APBD", 90_000_000)
    assert codes(draft) == []


def test_the_logic_table_hangs_programs_and_their_outcomes_on_the_goals():
    draft = plan(
        [
            grid(
                (
                    "NSPK dan Sasaran RPJMD",
                    "Tujuan",
                    "Sasaran",
                    "Outcome",
                    "Output",
                    "Indikator",
                    "Program/Kegiatan",
                ),
                ("Tata kelola baik", "Layanan digital terpadu", "", "", "", "Indeks SPBE", ""),
                ("", "", "Aplikasi terintegrasi", "", "", "Persentase aplikasi terpadu", ""),
                (
                    "",
                    "",
                    "",
                    "Layanan saling terhubung",
                    "",
                    "Jumlah layanan",
                    "2.16.03 Aplikasi Informatika",
                ),
                ("", "", "", "", "Nama domain terkelola", "Jumlah domain", "2.16.03.2.01 Pengelolaan Domain"),
            )
        ],
        "renstra.xlsx",
    )
    tree = [(line.level, line.parent, line.outcome) for line in draft.lines]
    assert tree == [
        ("tujuan", None, ""),
        ("sasaran", 0, ""),
        ("program", 1, "Layanan saling terhubung"),
        ("kegiatan", 2, "Nama domain terkelola"),
    ]
    assert draft.format == "Inmendagri 2/2025"


def test_a_cascading_list_with_a_column_for_each_level_needs_no_figures():
    draft = plan(
        [
            grid(
                (
                    "Tujuan",
                    "Indikator",
                    "Sasaran",
                    "Indikator",
                    "Program",
                    "Indikator",
                    "Kegiatan",
                    "Indikator",
                ),
                (
                    "Kota terang",
                    "Indeks A",
                    "Jalan terang",
                    "Persen B",
                    "Penerangan",
                    "Jumlah C",
                    "Lampu",
                    "Titik D",
                ),
                ("", "", "", "", "", "", "Kabel", "Meter E"),
            )
        ],
        "cascading.xlsx",
    )
    assert [(line.level, line.name, line.parent, line.indicators[0].name) for line in draft.lines] == [
        ("tujuan", "Kota terang", None, "Indeks A"),
        ("sasaran", "Jalan terang", 0, "Persen B"),
        ("program", "Penerangan", 1, "Jumlah C"),
        ("kegiatan", "Lampu", 2, "Titik D"),
        ("kegiatan", "Kabel", 2, "Meter E"),
    ]


def test_strategies_beside_the_goals_name_the_goal_of_their_row_and_directions_their_strategy():
    draft = plan(
        [
            grid(
                ("VISI: Kota cerdas", "", "", ""),
                ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"),
                ("Layanan mudah", "Layanan daring naik", "Satu pintu", "Integrasi aplikasi"),
                ("", "", "", "Loket bersama"),
                ("", "", "Kepala desa dilibatkan", ""),
                ("", "", "Satu pintu", "Loket bersama"),
                ("", "Data terpadu", "Walidata", "Satu data"),
                ("1", "2", "3", "4"),
                ("", "", "-", "Kamus data"),
                ("", "", "Kepala Dinas", ""),
            )
        ],
        "t-c.26.xlsx",
    )
    assert [(line.level, line.parent) for line in draft.lines] == [
        ("tujuan", None),
        ("sasaran", 0),
        ("sasaran", 0),
    ]
    assert [(one.kind, one.name, one.goal, one.above) for one in draft.records] == [
        ("strategi", "Satu pintu", "Layanan daring naik", ""),
        ("arah", "Integrasi aplikasi", "Layanan daring naik", "Satu pintu"),
        ("arah", "Loket bersama", "Layanan daring naik", "Satu pintu"),
        ("strategi", "Kepala desa dilibatkan", "Layanan daring naik", ""),
        ("strategi", "Walidata", "Data terpadu", ""),
        ("arah", "Satu data", "Data terpadu", "Walidata"),
        ("arah", "Kamus data", "Data terpadu", "Walidata"),
    ]
    assert summary(draft, "DLH").startswith("Renstra DLH: 3 strategi, 4 arah kebijakan.")
    assert "columns-unused" not in {item.code for item in draft.problems}


def test_strategies_of_a_further_table_stay_with_the_goals_of_the_plan():
    main = grid(
        ("Tujuan", "Sasaran", "Kode", "Program", "Indikator", "2025", "2026"),
        ("Layanan mudah", "Layanan daring naik", "2.16.02", "Informasi Publik", "Aduan", "70", "80"),
        ("", "Data terpadu", "2.16.03", "Aplikasi Informatika", "Indeks", "2", "3"),
        name="T-C.27",
    )
    beside = grid(
        ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"),
        ("Layanan mudah", "Layanan daring naik", "Satu pintu", "Integrasi aplikasi"),
        ("", "Data terpadu", "Walidata", "Satu data"),
        name="T-C.26",
    )
    draft = plan([main, beside], "renstra.xlsx")
    assert [(line.level, line.name) for line in draft.lines if line.level != "program"] == [
        ("tujuan", "Layanan mudah"),
        ("sasaran", "Layanan daring naik"),
        ("sasaran", "Data terpadu"),
    ]
    assert [(one.kind, one.name, one.goal) for one in draft.records] == [
        ("strategi", "Satu pintu", "Layanan daring naik"),
        ("arah", "Integrasi aplikasi", "Layanan daring naik"),
        ("strategi", "Walidata", "Data terpadu"),
        ("arah", "Satu data", "Data terpadu"),
    ]
    assert {item.name for item in draft.sheets if item.used} == {"T-C.27", "T-C.26"}


REGION = (
    ("PROGRAM PRIORITAS RPJMD KOTA CONTOH TAHUN 2025-2029",),
    ("Kode", "Program", "Indikator", "2025", "", "2026", "", "Perangkat Daerah Penanggung Jawab"),
    ("", "", "", "Target", "Rp", "Target", "Rp", ""),
    (
        "1.02.02",
        "Pemenuhan Upaya Kesehatan",
        "Cakupan",
        "80%",
        9_000_000_000,
        "81%",
        9_500_000_000,
        "Dinas Kesehatan",
    ),
    ("2.16.03", "Aplikasi Informatika", "Indeks", "3", 2_000_000_000, "4", 2_500_000_000, "Dinas Kominfo"),
    (
        "2.16.02",
        "Informasi Publik",
        "Persentase",
        "70%",
        1_000_000_000,
        "75%",
        1_500_000_000,
        "Dinas  Kominfo",
    ),
)


def test_a_table_of_all_agencies_tells_whose_each_program_is():
    draft = plan([grid(*REGION)], "lampiran.xlsx")
    assert draft.document_kind == "rpjmd"
    assert [line.opd for line in draft.lines] == ["Dinas Kesehatan", "Dinas Kominfo", "Dinas Kominfo"]
    assert [(item.kind, item.code, item.opd) for item in draft.points] == [
        ("program", "1.02.02", ("Dinas Kesehatan",)),
        ("program", "2.16.03", ("Dinas Kominfo",)),
        ("program", "2.16.02", ("Dinas Kominfo",)),
    ]
    assert draft.opd_name == ""


def test_agencies_in_rows_of_their_own_head_the_programs_below_them():
    draft = plan(
        [
            grid(
                *(("Kode", "Program", "2025", "2026"), ("", "", "Pagu (Rp)", "Pagu (Rp)")),
                ("A.", "DINAS KESEHATAN", 9_000_000_000, 9_500_000_000),
                ("1.02.02", "Pemenuhan Upaya Kesehatan", 9_000_000_000, 9_500_000_000),
                ("B.", "DINAS KOMINFO", 3_000_000_000, 4_000_000_000),
                ("2.16.03", "Aplikasi Informatika", 3_000_000_000, 4_000_000_000),
            )
        ],
        "semua opd.xlsx",
    )
    assert [(line.code, line.opd) for line in draft.lines] == [
        ("1.02.02", "DINAS KESEHATAN"),
        ("2.16.03", "DINAS KOMINFO"),
    ]


@pytest.mark.parametrize("by_column", [True, False])
def test_a_row_without_a_code_waits_with_the_agency_that_the_table_names_for_it(by_column):
    rows = [
        ("1.02.02", "Pemenuhan Upaya Kesehatan", 9_000_000_000, "Dinas Kesehatan"),
        ("2.16.03", "Aplikasi Informatika", 3_000_000_000, "Dinas Kominfo"),
        ("", "Statistik Sektoral", 1_000_000_000, "Dinas Kominfo"),
    ]
    told = [("Kode", "Program dan Kegiatan", "Pagu 2025 (Rp)", *(("Perangkat Daerah",) if by_column else ()))]
    for place, row in enumerate(rows):
        if not by_column and row[3] not in [one[3] for one in rows[:place]]:
            told.append((chr(65 + place), row[3]))
        told.append(row if by_column else row[:3])
    draft = plan([grid(*told)], "semua opd.xlsx")
    (held,) = [problem.held for problem in draft.problems if problem.held]
    assert (held.name, held.opd) == ("Statistik Sektoral", "Dinas Kominfo")
    assert [part.opd_name for part in split(draft) if any(one.held for one in part.problems)] == [
        "Dinas Kominfo"
    ]


def test_an_rpjmd_gives_visi_misi_tujuan_sasaran_and_programs_as_a_tree():
    draft = plan(
        [
            grid(
                ("RPJMD KABUPATEN CONTOH 2025-2029",),
                ("Visi: Contoh maju dan cerdas",),
                ("Tujuan", "Sasaran", "Indikator", "2025", "2026", "Program Prioritas", "Perangkat Daerah"),
                ("Misi 1: Birokrasi melayani",),
                ("1.1 Tata kelola baik", "", "Indeks RB", "70", "72"),
                (
                    "",
                    "Layanan daring",
                    "Indeks SPBE",
                    "3,1",
                    "3,3",
                    "Aplikasi Informatika",
                    "Diskominfo; Bappeda",
                ),
                ("Misi 2: Warga sehat",),
                ("2.1 Umur panjang", "", "AHH", "71", "72"),
            )
        ],
        "rpjmd.xlsx",
    )
    assert [(item.kind, item.code, item.text, item.parent) for item in draft.points] == [
        ("visi", "", "Contoh maju dan cerdas", None),
        ("misi", "1", "Birokrasi melayani", 0),
        ("tujuan", "1.1", "Tata kelola baik", 1),
        ("sasaran", "", "Layanan daring", 2),
        ("program", "", "Aplikasi Informatika", 3),
        ("misi", "2", "Warga sehat", 0),
        ("tujuan", "2.1", "Umur panjang", 5),
    ]
    assert draft.points[4].opd == ("Diskominfo", "Bappeda")
    assert dict(draft.points[3].indicators[0].targets) == {"2025": "3,1", "2026": "3,3"}


def test_misi_in_a_column_of_visi_and_misi_stand_under_the_visi_above_the_table():
    head = ("Visi / Misi", "Tujuan", "Sasaran", "Indikator", "2025", "2026")
    goals = grid(
        ("RPJMD KOTA CONTOH TAHUN 2025-2029",),
        ("Visi: Contoh maju",),
        head,
        ("Misi 1: Birokrasi melayani", "Tata kelola baik", "", "Indeks RB", "70", "72"),
        ("", "", "Layanan daring", "Indeks SPBE", "3,1", "3,3"),
        name="Tabel 3.1",
    )
    works = grid(
        ("PROGRAM PRIORITAS RPJMD KOTA CONTOH",),
        ("Sasaran RPJMD", "Program Prioritas", "Indikator", "Perangkat Daerah"),
        ("Layanan daring", "Satu Pintu", "Jumlah layanan", "Dinas Kominfo"),
        name="Tabel 3.9",
    )
    draft = plan([goals, works], "rpjmd.docx")
    assert [(item.kind, item.code, item.text, item.parent) for item in draft.points] == [
        ("visi", "", "Contoh maju", None),
        ("misi", "1", "Birokrasi melayani", 0),
        ("tujuan", "", "Tata kelola baik", 1),
        ("sasaran", "", "Layanan daring", 2),
        ("program", "", "Satu Pintu", 3),
    ]
    assert codes(draft) == []
    assert summary(draft, "Kota Contoh").startswith("RPJMD Kota Contoh 2025–2029: 1 visi, 1 misi")


def test_a_sentence_about_the_rpjmd_makes_no_rpjmd_and_lends_neither_its_years_nor_a_longer_name():
    said = "Tujuan Dinas Pariwisata diturunkan dari sasaran RPJMD Kota Contoh Tahun 2025-2029"
    draft = plan(
        [
            grid(
                (said,),
                ("Dinas Pariwisata Kota Contoh Tahun 2025-2030",),
                ("Kode", "Program", "Indikator", "2025", "2026"),
                ("3.26.02", "Daya Tarik Wisata", "Jumlah wisatawan", "10", "12"),
            )
        ],
        "tabel.docx",
    )
    assert (draft.document_kind, draft.opd_name) == ("renstra", "Dinas Pariwisata")
    assert (draft.period_start, draft.period_end) == (2025, 2030)
    assert agency([said]) == "Dinas Pariwisata"


CASCADE = (
    ("CASCADING DINAS STATISTIK KOTA CONTOH TAHUN 2025",),
    ("Tujuan : Satu data kota\nIndikator : Indeks data (65%)",),
    ("SASARAN 1\nTerwujudnya satu data\nyang dipakai", "Indikator 1 : Persentase data terbuka (70%)"),
    ("PROGRAM PENYELENGGARAAN STATISTIK SEKTORAL",),
    ("Indikator", "Target"),
    ("1. Persentase data yang terbit", "75"),
    ("2. Jumlah walidata", "33 PD"),
    ("2.20.02.2.01 Penyelenggaraan Statistik",),
    ("Sub Kegiatan Koordinasi Data", ""),
    ("Indikator", "Target"),
    ("1. Jumlah dokumen", "2 dok"),
)


def test_a_list_of_labelled_lines_is_read_without_any_heading():
    draft = plan([grid(*CASCADE)], "cascading.xlsx")
    assert [(line.level, line.code, line.name, line.parent) for line in draft.lines] == [
        ("tujuan", "", "Satu data kota", None),
        ("sasaran", "", "Terwujudnya satu data yang dipakai", 0),
        ("program", "", "PROGRAM PENYELENGGARAAN STATISTIK SEKTORAL", 1),
        ("kegiatan", "2.20.02.2.01", "Penyelenggaraan Statistik", 2),
        ("subkegiatan", "", "Koordinasi Data", 3),
    ]
    assert [
        [(item.name, item.unit, dict(item.targets)) for item in line.indicators] for line in draft.lines
    ] == [
        [("Indeks data", "%", {"2025": "65%"})],
        [("Persentase data terbuka", "%", {"2025": "70%"})],
        [("Persentase data yang terbit", "", {"2025": "75"}), ("Jumlah walidata", "PD", {"2025": "33 PD"})],
        [],
        [("Jumlah dokumen", "dokumen", {"2025": "2 dok"})],
    ]
    assert (draft.opd_name, draft.format, codes(draft)) == ("DINAS STATISTIK", "Cascading", ["cascade-read"])


def test_a_label_with_its_text_in_the_next_cell_is_one_line():
    draft = plan(
        [
            grid(
                ("Tujuan", "Kota terang"),
                ("Sasaran", "Jalan terang", "Indikator: Persen jalan terang (80%)"),
                ("Program", "Penerangan Jalan"),
                ("Kegiatan", "Pemasangan Lampu"),
            )
        ],
        "pohon.csv",
    )
    assert [(line.level, line.name) for line in draft.lines] == [
        ("tujuan", "Kota terang"),
        ("sasaran", "Jalan terang"),
        ("program", "Penerangan Jalan"),
        ("kegiatan", "Pemasangan Lampu"),
    ]
    assert [item.final for item in draft.lines[1].indicators] == ["80%"]


def test_a_letter_that_speaks_of_programs_is_no_cascade():
    with pytest.raises(UserFault, match="read-no-table"):
        plan(
            [grid(("Dengan hormat,",), ("Program kerja tahun ini kami sampaikan.",), ("Terima kasih.",))],
            "surat.docx",
        )


PRIORITY = (
    ("TABEL 7.1 PROGRAM PRIORITAS DAN PAGU INDIKATIF RPJMD KOTA CONTOH 2025-2029",),
    (
        "Misi/Tujuan/Sasaran/Program Prioritas",
        "Indikator",
        "Kondisi Awal 2024",
        "2025",
        "",
        "2026",
        "",
        "Perangkat Daerah",
    ),
    ("", "", "", "Target", "Rp (juta)", "Target", "Rp (juta)", ""),
    ("Misi 1 Birokrasi bersih",),
    ("Tujuan 1.1 Tata kelola", "Indeks RB", "70", "71", "", "72", "", ""),
    ("Sasaran 1.1.1 Layanan daring", "Indeks SPBE", "2,9", "3,0", "", "3,1", "", ""),
    ("Program Aplikasi Informatika", "Persen", "50%", "55%", "5.000", "60%", "6.000", "Diskominfo"),
    ("Program Statistik", "Persen", "40%", "45%", "1.000", "50%", "1.500", "Diskominfo"),
    ("Misi 2 Ekonomi tumbuh",),
    ("Tujuan 2.1 Usaha maju", "LPE", "5", "5,1", "", "5,2", "", ""),
    ("Sasaran 2.1.1 UMKM naik", "Jumlah", "5", "5", "", "5", "", ""),
    ("Program UMKM", "Persen", "50%", "55%", "2.000", "60%", "3.000", "Dinas Koperasi"),
)


def test_misi_to_programs_of_an_rpjmd_in_one_column_are_a_tree_with_money_and_agencies():
    draft = plan([grid(*PRIORITY)], "lampiran.xlsx")
    assert [(item.kind, item.code, item.text, item.parent) for item in draft.points] == [
        ("misi", "1", "Birokrasi bersih", None),
        ("tujuan", "1.1", "Tata kelola", 0),
        ("sasaran", "1.1.1", "Layanan daring", 1),
        ("program", "", "Program Aplikasi Informatika", 2),
        ("program", "", "Program Statistik", 2),
        ("misi", "2", "Ekonomi tumbuh", None),
        ("tujuan", "2.1", "Usaha maju", 5),
        ("sasaran", "2.1.1", "UMKM naik", 6),
        ("program", "", "Program UMKM", 7),
    ]
    assert draft.points[3].pagu == {"2025": 5_000_000_000, "2026": 6_000_000_000}
    assert [line.opd for line in draft.lines if line.level == "program"] == [
        "Diskominfo",
        "Diskominfo",
        "Dinas Koperasi",
    ]
    assert codes(draft) == ["multiplier"]
    assert summary(draft, "Kota Contoh") == (
        "RPJMD Kota Contoh 2025–2029: 2 misi, 2 tujuan, 2 sasaran, 3 program, Rp8 miliar (2025). "
        "1 hal perlu dilihat."
    )
    assert [(part.opd_name, len(part.lines)) for part in split(draft)] == [
        ("Diskominfo", 2),
        ("Dinas Koperasi", 1),
    ]
