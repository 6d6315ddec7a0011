"""The shelf as the program reads it."""

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.entity import COLUMN_KINDS, OPD_KINDS, SECTIONS
from smartcity_desktop.storage import reference

ROOT = Path(__file__).resolve().parents[2]
REAL_OPD = ROOT.parent / "shared" / "data" / "opd_nyata.csv"
NEEDS_REAL_OPD = pytest.mark.skipif(not REAL_OPD.exists(), reason="the list of real agencies is not here")


def names(text: str) -> list[str]:
    return [region.full_name for region in reference.find_region(text)]


def test_the_shelf_holds_every_province_and_region_once():
    assert len(reference.provinces()) == 38
    assert len({region.code for region in reference.regions()}) == 514
    assert {region.kind for region in reference.regions()} == {"kabupaten", "kota"}
    assert sum(region.administrative for region in reference.regions()) == 6


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("61.71", "WIB"),
        ("62.71", "WIB"),
        ("63.71", "WITA"),
        ("64.71", "WITA"),
        ("65.71", "WITA"),
        ("51.71", "WITA"),
        ("53.71", "WITA"),
        ("74.05", "WITA"),
        ("81.71", "WIT"),
        ("94.04", "WIT"),
        ("35.73", "WIB"),
    ],
)
def test_a_region_keeps_the_time_of_its_province(code, zone):
    assert next(region.zone for region in reference.regions() if region.code == code) == zone


def test_every_region_is_found_by_at_most_twelve_letters_of_its_name():
    lost = []
    for region in reference.regions():
        letters = "".join(sign for sign in region.name.casefold() if sign.isalpha())
        letters = letters.removeprefix("administrasi")
        if not any(region in reference.find_region(letters[:size]) for size in range(2, 13)):
            lost.append(region.full_name)
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("konsel", "Kabupaten Konawe Selatan"),
        ("kon sel", "Kabupaten Konawe Selatan"),
        ("KAB. KONAWE SEL", "Kabupaten Konawe Selatan"),
        ("tanjungpinang", "Kota Tanjung Pinang"),
        ("Tanjung Pinang", "Kota Tanjung Pinang"),
        ("kota bogor", "Kota Bogor"),
        ("kab bogor", "Kabupaten Bogor"),
        ("kotabaru", "Kabupaten Kotabaru"),
        ("oku timur", "Kabupaten Ogan Komering Ulu Timur"),
        ("tubaba", "Kabupaten Tulang Bawang Barat"),
        ("pangkep", "Kabupaten Pangkajene dan Kepulauan"),
        ("jaksel", "Kota Administrasi Jakarta Selatan"),
        ("kepulauan siau", "Kabupaten Kep. Siau Tagulandang Biaro"),
        ("sitaro", "Kabupaten Kep. Siau Tagulandang Biaro"),
    ],
)
def test_a_region_is_found_as_people_write_it(typed, first):
    assert names(typed)[0] == first


def test_a_name_shared_by_kabupaten_and_kota_shows_both():
    assert set(names("bogor")) == {"Kabupaten Bogor", "Kota Bogor"}


def test_nothing_typed_and_nonsense_find_nothing_and_the_limit_holds():
    assert names("") == []
    assert names("  . ") == []
    assert names("zzqx") == []
    assert len(reference.find_region("a", limit=3)) == 3


@NEEDS_REAL_OPD
def test_the_bidang_of_real_agencies_is_never_wrong_and_rarely_missing():
    right = wrong = missing = 0
    with REAL_OPD.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["bidang_urusan"]:
                told = set(row["bidang_urusan"].split("; "))
                seen = set(reference.propose_opd(row["nama"]).bidang)
                right += len(told & seen)
                wrong += len(seen - told)
                missing += len(told - seen)
    assert wrong == 0
    assert right / (right + missing) >= 0.93


@NEEDS_REAL_OPD
def test_the_kind_of_real_agencies_is_recognised():
    spoken = {
        "Dinas": "dinas",
        "Badan": "badan",
        "Kantor": "badan",
        "Sekretariat Daerah": "sekretariat",
        "Sekretariat DPRD": "sekretariat",
        "Inspektorat": "inspektorat",
        "RSUD": "rsud",
        "Kecamatan": "kecamatan",
        "Bagian Setda": "bagian",
        "BUMD": "luar",
    }
    with REAL_OPD.open(encoding="utf-8", newline="") as stream:
        strange = [
            row["nama"]
            for row in csv.DictReader(stream)
            if reference.propose_opd(row["nama"]).kind != spoken[row["jenis"]]
        ]
    assert strange == []


@pytest.mark.parametrize(
    ("name", "kind", "bidang", "dimension", "required"),
    [
        (
            "Dinas Komunikasi, Informatika, Statistik dan Persandian",
            "dinas",
            ("2.16", "2.20", "2.21"),
            "GOV",
            True,
        ),
        ("diskominfo", "dinas", ("2.16",), "GOV", True),
        ("Dinas Kominfo", "dinas", ("2.16",), "GOV", True),
        ("DPM-PTSP", "dinas", ("2.18",), "GOV", True),
        ("Dinas Kebudayaan dan Pariwisata", "dinas", ("2.22", "3.26"), "BRD", True),
        ("Dinas Tanaman Pangan dan Hortikultura", "dinas", ("3.27",), "ECO", True),
        ("RSUD Kota Contoh", "rsud", ("1.02",), "LIV", True),
        ("Kecamatan Pasar Budaya", "kecamatan", ("7.01",), "GOV", True),
        ("Kelurahan Kesehatan", "kelurahan", ("7.01",), "GOV", False),
        ("Bagian Perekonomian Setda", "bagian", ("4.01",), "ECO", False),
        ("Kantor Pertanahan Kota Contoh", "luar", (), "LIV", False),
        ("Polres Contoh", "luar", (), "SOC", False),
        ("Universitas Contoh", "luar", (), "SOC", False),
    ],
)
def test_kind_bidang_and_dimension_are_proposed_from_the_name(name, kind, bidang, dimension, required):
    proposal = reference.propose_opd(name)
    assert (proposal.kind, proposal.bidang, proposal.dimension) == (kind, bidang, dimension)
    assert proposal.renstra_required is required
    assert not proposal.ambiguous


@pytest.mark.parametrize("short", ["DKP", "dpkp", "BKD"])
def test_a_short_name_that_several_agencies_share_is_asked_about(short):
    proposal = reference.propose_opd(short)
    assert proposal.ambiguous
    assert proposal.bidang == ()
    assert len(proposal.candidates) >= 2


def test_an_unknown_name_is_asked_about():
    assert reference.propose_opd("Kantor").ambiguous
    assert reference.propose_opd("").ambiguous


def test_the_proposed_dimension_is_one_of_the_chosen_set():
    assert reference.propose_opd("Dinas Pendidikan", "rpm-2026").dimension == "MAS"
    assert reference.propose_opd("Dinas Pariwisata", "mobility-people").dimension == "ECO"
    assert reference.propose_opd("Dinas Pendidikan", "bontang-5").dimension == ""
    assert reference.propose_opd("Dinas Pendidikan", "another").dimension == ""


def test_typical_agencies_use_the_kinds_of_the_catalogue_and_known_dimensions():
    codes = {item.code for item in reference.dimension_sets()[0].dimensions}
    for item in reference.opd_types():
        assert item.kind in OPD_KINDS
        assert item.dimension in codes
        assert item.renstra_required == (item.kind not in {"kelurahan", "bagian", "luar"})
        assert set(item.bidang) <= set(reference.bidang())


def test_the_name_of_a_typical_agency_leads_back_to_it():
    for item in reference.opd_types():
        proposal = reference.propose_opd(item.name)
        assert proposal.kind == item.kind, item.name
        assert set(item.bidang) & set(proposal.bidang) or not item.bidang, item.name


def test_the_nomenclature_is_whole_and_each_code_has_its_parent():
    table = reference.nomenclature()
    assert len(table) == 5075
    assert [code for code, item in table.items() if item.parent and item.parent not in table] == []
    assert table["2.16.03.2.02"].parent == "2.16.03"
    assert table["2.16.02"].name == "PROGRAM PENGELOLAAN INFORMASI DAN KOMUNIKASI PUBLIK"
    assert table["2.16.02"].editions == (2023, 2027)


def test_the_nomenclature_is_read_in_a_fifth_of_a_second():
    best = min(_seconds_to_read() for _ in range(3))
    assert best < 0.2


def _seconds_to_read() -> float:
    reference.nomenclature.cache_clear()
    begun = time.perf_counter()
    reference.nomenclature()
    return time.perf_counter() - begun


def test_dimension_sets_have_unique_codes_and_three_guide_points_a_part():
    sets = {item.code: item for item in reference.dimension_sets()}
    assert list(sets) == ["kominfo-6", "mobility-people", "balikpapan", "rpm-2026", "bontang-5"]
    default = sets["kominfo-6"]
    assert [item.code for item in default.dimensions] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert sum(len(item.subdimensions) for item in default.dimensions) == 18
    for chosen in sets.values():
        codes = [item.code for item in chosen.dimensions]
        parts = [part.code for item in chosen.dimensions for part in item.subdimensions]
        assert len(set(codes)) == len(codes)
        assert len(set(parts)) == len(parts)
        assert set(chosen.equivalents.values()) <= set(codes)
        assert all(len(part.points) == 3 for item in chosen.dimensions for part in item.subdimensions)
        assert all(item.definition for item in chosen.dimensions)


def test_the_worksheet_asks_eight_things_in_the_grid_and_binds_them_to_the_catalogue():
    (sheet,) = (item for item in reference.worksheet_definitions() if item.code == "L5")
    fields = CATALOG[sheet.target].by_name
    assert [column.key for column in sheet.section("grid")] == [
        "relevant",
        "dimension",
        "issue",
        "existing",
        "proposal",
        "horizon",
        "quickwin",
        "note",
    ]
    assert [column.section for column in sheet.columns] == sorted(
        (column.section for column in sheet.columns), key=["subject", "grid", "form"].index
    )
    for column in sheet.columns:
        assert column.kind in COLUMN_KINDS
        assert column.section in SECTIONS
        assert column.help
    for column in (*sheet.section("grid"), *sheet.section("form")):
        bound = [fields[name] for name in column.bound.split("/")]
        assert column.choices == bound[0].choices
        assert {item.kind for item in bound} <= {column.kind, "ref"}
    written = {name for column in sheet.columns for name in column.bound.split("/")} & set(fields)
    (mapping,) = (item for item in reference.worksheet_definitions() if item.code == "L6")
    asked_later = {column.bound for column in mapping.columns if column.section == "grid"} & set(fields)
    assert written == set(fields) - {"line"} - (asked_later - written)
    assert asked_later - written == {"plan_same", "plan_note", "data_users"}


def test_the_grid_and_the_folded_columns_fit_on_f4_landscape():
    (sheet,) = (item for item in reference.worksheet_definitions() if item.code == "L5")
    widths = {column.key: column.width for column in sheet.columns}
    shown = ["code", "program", "pagu", *(column.key for column in sheet.section("grid"))]
    assert sum(widths[key] for key in shown) <= 330 - 2 * 12


def test_stages_books_and_basis_are_there():
    assert [item.number for item in reference.stages()] == [1, 2, 3, 4]
    assert [len(item.books) for item in reference.book_presets()] == [3, 4]
    assert all(book.chapters for item in reference.book_presets() for book in item.books)
    assert {item.kind for item in reference.basis()} == {"hukum", "nota", "sk"}
    texts = [item.worded(head="Bupati", government="Pemerintah Kabupaten X") for item in reference.basis()]
    assert not any("{" in text for text in texts)
    assert sum("Bupati" in text for text in texts) == 2


def test_participants_point_to_known_regions_and_keep_their_certainty():
    codes = {region.code for region in reference.regions()}
    assert len(reference.participants()) == 185
    assert all(item.region_code in codes for item in reference.participants() if item.region_code)
    assert all(item.status for item in reference.participants())


def test_nothing_is_read_from_the_shelf_at_import():
    script = (
        "import pathlib, builtins\n"
        "seen = []\n"
        "import smartcity_desktop.paths as paths\n"
        "paths.shelf = lambda *parts: seen.append(parts)\n"
        "import smartcity_desktop.storage.reference\n"
        "assert seen == [], seen\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
