"""Columns swapped, heads split, numbers restyled, cells merged: a table still says what it said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.mutated import Mutation, Shape
from tests.exchange.tables import PLAN, Item, Measure, understood

GOALS = tuple(item for item in PLAN if item.level in {"tujuan", "sasaran"})
PROGRAMS = tuple(item for item in PLAN if item.level not in {"tujuan", "sasaran"})


def measured(item, *, baseline=True):
    """Return the rows of an item's indicators: name, unit, baseline, targets."""
    return [
        (one.name, one.unit, *([one.baseline] if baseline else []), *one.targets) for one in item.measures
    ] or [("", "", *([""] if baseline else []), "", "")]


def program_rows():
    for item in PROGRAMS:
        for number, (name, unit, baseline, first, second) in enumerate(measured(item)):
            begun = number == 0
            yield (
                item.code if begun else "",
                item.name if begun else "",
                *(name, unit, baseline, first, item.pagu[0] if begun else ""),
                *(
                    second,
                    item.pagu[1] if begun else "",
                    item.unit if begun else "",
                    item.location if begun else "",
                ),
            )


def goal_rows():
    for item in GOALS:
        for name, unit, baseline, first, second in measured(item):
            tujuan, sasaran = (item.name, "") if item.level == "tujuan" else ("", item.name)
            yield (tujuan, sasaran, name, unit, baseline, first, second)


SUMS = [sum(item.pagu[year] for item in PROGRAMS if item.level == "program") for year in (0, 1)]
PROGRAM = Shape(
    head=(
        (
            *("Kode", "Program dan Kegiatan", "Indikator Kinerja", "Satuan", "Kondisi Awal 2024"),
            *("2025", "2025", "2026", "2026", "Unit Kerja", "Lokasi"),
        ),
        ("", "", "", "", "", "Target", "Pagu (Rp)", "Target", "Pagu (Rp)", "", ""),
    ),
    rows=tuple(program_rows()),
    money=frozenset({6, 8}),
    code=0,
    total=("", "JUMLAH", "", "", "", "", SUMS[0], "", SUMS[1], "", ""),
)
GOAL = Shape(
    head=(
        (
            "Tujuan",
            "Sasaran",
            "Indikator Kinerja",
            "Satuan",
            "Kondisi Awal 2024",
            "Target pada Tahun",
            "Target pada Tahun",
        ),
        ("", "", "", "", "", "2025", "2026"),
    ),
    rows=tuple(goal_rows()),
)
YEARS = ("2021", "2022")
GROUPS = ("Target Renstra Tahun", "Realisasi Capaian Tahun", "Rasio Capaian pada Tahun")
SERVICE = Shape(
    head=(
        ("No", "Indikator Pelayanan", "Target NSPK", *(group for group in GROUPS for _ in YEARS)),
        ("", "", "", *(YEARS * 3)),
    ),
    rows=(
        ("1", "Persentase layanan daring", "100%", "50%", "60%", "45%", "61%", "0,90", "1,02"),
        ("2", "Jumlah titik wifi", "", "10", "20", "9", "20", "0,9", "1"),
    ),
)
BUDGET = Shape(
    head=(
        (
            "Uraian",
            *(
                group
                for group in (
                    "Anggaran pada Tahun",
                    "Realisasi Anggaran pada Tahun",
                    "Rasio Realisasi dan Anggaran Tahun",
                )
                for _ in YEARS
            ),
        ),
        ("", *(YEARS * 3)),
    ),
    rows=(
        ("Belanja operasi", 5_000_000_000, 6_000_000_000, 4_500_000_000, 5_900_000_000, "0,9", "0,98"),
        ("Belanja modal", 1_000_000_000, 900_000_000, 800_000_000, 900_000_000, "0,8", "1"),
    ),
    total=("JUMLAH", 6_000_000_000, 6_900_000_000, 5_300_000_000, 6_800_000_000, "0,88", "0,98"),
)
FORM = Shape(
    head=(
        (
            *("Bidang Urusan / Program / Outcome / Kegiatan / Subkegiatan / Output", "Indikator Kinerja"),
            *("Kondisi Awal 2024", "2025", "2025", "2026", "2026", "Keterangan"),
        ),
        ("", "", "", "Target", "Pagu (Rp)", "Target", "Pagu (Rp)", ""),
    ),
    rows=(
        ("2.16 BIDANG KOMUNIKASI", "", "", "", 80_000_000, "", 90_000_000, ""),
        ("2.16.02 PROGRAM INFORMASI PUBLIK", "", "", "", 80_000_000, "", 90_000_000, ""),
        ("Meningkatnya kualitas informasi", "Persentase kepuasan", "70%", "75%", "", "80%", "", ""),
        ("2.16.02.2.01 Pengelolaan Informasi", "", "", "", 80_000_000, "", 90_000_000, ""),
        ("Terlaksananya pengelolaan", "Jumlah dokumen", "2", "3", "", "4", "", ""),
    ),
    money=frozenset({4, 6}),
)
REGION = Shape(
    head=(
        (
            "Kode",
            "Program Prioritas",
            "Indikator Kinerja",
            "2025",
            "2025",
            "2026",
            "2026",
            "Perangkat Daerah",
        ),
        ("", "", "", "Target", "Pagu (Rp)", "Target", "Pagu (Rp)", ""),
    ),
    rows=(
        (
            "1.02.02",
            "Upaya Kesehatan",
            "Cakupan",
            "80%",
            9_000_000_000,
            "81%",
            9_500_000_000,
            "Dinas Kesehatan",
        ),
        (
            "2.16.03",
            "Aplikasi Informatika",
            "Indeks",
            "3",
            2_000_000_000,
            "4",
            2_500_000_000,
            "Dinas Kominfo",
        ),
    ),
    money=frozenset({4, 6}),
    code=0,
    title="RPJMD KABUPATEN CONTOH",
)


def read(shape, seed):
    grid = Mutation(shape, seed).grid()
    draft = plan([grid], "contoh.xlsx")
    assert draft.problems == (), [problem.message for problem in draft.problems]
    return draft


SEEDS = st.integers(0, 10**9)


@settings(max_examples=120)
@given(SEEDS)
def test_programs_with_their_indicators_and_money_stay_the_same(seed):
    draft = read(PROGRAM, seed)
    assert understood(draft) == list(PROGRAMS)
    assert (draft.years, draft.base_year) == (("2025", "2026"), 2024)


@settings(max_examples=60)
@given(SEEDS)
def test_goals_with_their_indicators_stay_the_same(seed):
    assert understood(read(GOAL, seed)) == list(GOALS)


@settings(max_examples=50)
@given(SEEDS)
def test_records_of_service_stay_the_same(seed):
    records = read(SERVICE, seed).records
    assert [(item.kind, item.name, item.standard) for item in records] == [
        ("layanan", "Persentase layanan daring", "NSPK: 100%"),
        ("layanan", "Jumlah titik wifi", ""),
    ]
    assert [
        tuple(part[year] for part in (item.target, item.realised, item.ratio) for year in YEARS)
        for item in records
    ] == [tuple(row[3:]) for row in SERVICE.rows]


@settings(max_examples=50)
@given(SEEDS)
def test_records_of_the_budget_stay_the_same(seed):
    records = read(BUDGET, seed).records
    assert [(item.kind, item.name) for item in records] == [("anggaran", row[0]) for row in BUDGET.rows]
    assert [
        tuple(part[year] for part in (item.target, item.realised, item.ratio) for year in YEARS)
        for item in records
    ] == [tuple(map(str, row[1:])) for row in BUDGET.rows]


@settings(max_examples=60)
@given(SEEDS)
def test_the_form_of_2025_stays_the_same(seed):
    draft = read(FORM, seed)
    assert understood(draft) == [
        Item(
            "program",
            "PROGRAM INFORMASI PUBLIK",
            "2.16.02",
            (Measure("Persentase kepuasan", "%", "70%", ("75%", "80%")),),
            (80_000_000, 90_000_000),
        ),
        Item(
            "kegiatan",
            "Pengelolaan Informasi",
            "2.16.02.2.01",
            (Measure("Jumlah dokumen", "", "2", ("3", "4")),),
            (80_000_000, 90_000_000),
        ),
    ]
    assert [line.outcome for line in draft.lines] == [
        "Meningkatnya kualitas informasi",
        "Terlaksananya pengelolaan",
    ]


@settings(max_examples=60)
@given(SEEDS)
def test_programs_of_all_agencies_stay_with_theirs(seed):
    draft = read(REGION, seed)
    assert [(line.code, line.opd, line.pagu["2026"]) for line in draft.lines] == [
        ("1.02.02", "Dinas Kesehatan", 9_500_000_000),
        ("2.16.03", "Dinas Kominfo", 2_500_000_000),
    ]


@pytest.mark.parametrize("shape", [PROGRAM, GOAL, SERVICE, BUDGET, FORM, REGION])
def test_the_mutations_really_change_the_table(shape):
    grids = {Mutation(shape, seed).grid().rows for seed in range(20)}
    assert len(grids) == 20
