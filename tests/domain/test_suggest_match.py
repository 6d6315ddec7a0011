"""Proposals between places: twins, goals, codes and fields, each with its reason, and what is exempt."""

import pytest

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest_match import (
    Goals,
    Nomens,
    PlanLine,
    fields_for,
    goals_for,
    groups_of,
    twins,
)
from smartcity_desktop.domain.suggest_near import Texts

NOMENCLATURE = {
    "1.01.02": "PROGRAM PENGELOLAAN PENDIDIKAN",
    "2.11.11": "PROGRAM PENGELOLAAN PERSAMPAHAN",
    "2.11.11.2.01": "Pengelolaan Sampah",
    "2.17.08": "PROGRAM PENGEMBANGAN UMKM",
    "3.26.03": "PROGRAM PEMASARAN PARIWISATA",
    "X.XX.01": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH",
}
POINTS = [
    PlanPoint(RowId("misi"), kind="misi", text="Mewujudkan pertanian yang maju"),
    PlanPoint(RowId("sehat"), kind="sasaran", text="Meningkatnya derajat kesehatan masyarakat"),
    PlanPoint(RowId("hijau"), kind="sasaran", text="Meningkatnya kualitas lingkungan hidup"),
    PlanPoint(RowId("tani"), kind="sasaran", text="Meningkatnya produktivitas pertanian dan perikanan"),
    PlanPoint(RowId("baik"), kind="sasaran", text="Meningkatnya kualitas layanan publik"),
]


def line(row, opd, name, code="", **more):
    return PlanLine(RowId(row), RowId(opd), name, code, **more)


def pairs(*lines):
    return [(item.one, item.other) for item in twins(lines)]


def test_one_code_in_two_agencies_is_a_twin_and_the_reason_names_it():
    (found,) = twins([line("a", "1", "Program A", "2.11.11"), line("b", "2", "Program B", "2.11.11.2.01")])
    assert (found.one, found.other, found.score) == ("a", "b", 0.9)
    assert found.reason == "kode program sama (2.11.11)"


def test_rare_words_and_the_same_people_make_twins_without_any_code():
    (found,) = twins(
        [
            line("a", "1", "Pelatihan digital marketing UMKM"),
            line("b", "2", "Pendampingan digital marketing bagi usaha mikro UMKM"),
            line("c", "3", "Rehabilitasi jaringan irigasi tersier"),
            line("d", "4", "Imunisasi dasar lengkap"),
        ]
    )
    assert {found.one, found.other} == {"a", "b"}
    assert found.reason == "kata sama: marketing, UMKM; untuk kelompok yang sama: UMKM"
    assert 0.5 <= found.score < 0.9


def test_general_words_alone_make_no_twins():
    assert not pairs(
        line("a", "1", "Peningkatan kualitas layanan sistem informasi"),
        line("b", "2", "Peningkatan kualitas layanan data masyarakat"),
        line("c", "3", "Vaksinasi hewan"),
    )


def test_one_agency_has_no_twin_with_itself():
    assert not pairs(line("a", "1", "Pengelolaan sampah"), line("b", "1", "Pengelolaan sampah"))


def test_support_and_units_of_one_kind_are_exempt():
    assert not pairs(
        line("a", "1", "Penunjang urusan", "1.01.01"), line("b", "2", "Penunjang urusan", "1.02.01")
    )
    assert not pairs(line("a", "1", "Rapat", support=True), line("b", "2", "Rapat", support=True))
    units = [line(name, name, "Pemberdayaan kelurahan", "7.01.03", kind="kecamatan") for name in "abc"]
    assert not pairs(*units)
    assert pairs(units[0], line("d", "d", "Pemberdayaan kelurahan", "7.01.03", kind="dinas"))


def test_a_code_that_most_agencies_have_is_run_by_all_of_them():
    names = ("Irigasi", "Imunisasi", "Terminal", "Museum", "Hutan", "Koperasi", "Arsip", "Taman", "Pajak")
    lines = [line(name, name, name, "2.16.02") for name in names]
    assert not pairs(*lines)
    assert len(pairs(*lines[:8])) == 28


def test_an_indicator_that_both_measure_counts():
    lines = [
        line("a", "1", "Penataan taman kota", indicators=("Luas ruang terbuka hijau",)),
        line("b", "2", "Pemeliharaan taman permukiman", indicators=("Luas Ruang Terbuka Hijau",)),
        line("c", "3", "Imunisasi"),
    ]
    (found,) = twins(lines)
    assert found.reason.endswith("indikator sama: Luas ruang terbuka hijau")


def test_a_group_of_people_is_known_under_several_words():
    assert groups_of("Bantuan bagi difabel dan lanjut usia") == {"penyandang disabilitas", "lansia"}
    assert groups_of("Pembangunan jalan") == frozenset()


def test_a_text_serves_the_goal_that_has_its_words_and_never_a_misi():
    (found,) = goals_for("Program penyediaan sarana pertanian", POINTS)
    assert (found.point, found.degree, found.reason) == ("tani", "sedang", "kata sama: pertanian")


def test_words_of_every_plan_lead_to_no_goal():
    assert goals_for("Peningkatan kualitas sarana layanan", POINTS) == []


def test_a_like_indicator_leads_to_a_goal_without_any_shared_word():
    known = {RowId("hijau"): ("Indeks kualitas lingkungan hidup",)}
    goals = Goals(POINTS, known)
    (found,) = goals.near("Pengurangan kantong plastik", ["Indeks Kualitas Lingkungan Hidup (IKLH)"])
    assert found.point == "hijau"
    assert found.reason == "indikator serupa: Indeks kualitas lingkungan hidup"
    assert goals.near("Pengurangan kantong plastik") == []


def test_goals_of_one_kind_only_when_asked():
    points = [*POINTS, PlanPoint(RowId("p"), kind="program", text="Lumbung pertanian")]
    assert [item.point for item in Goals(points).near("pertanian", kind="program")] == ["p"]


def test_a_name_finds_its_code_and_a_code_its_name():
    nomens = Nomens(NOMENCLATURE)
    same = nomens.codes_for("Pengelolaan Persampahan")[0]
    assert (same.code, same.reason, same.score) == ("2.11.11", "nama sama", 0.98)
    like = nomens.codes_for("Penanganan sampah kota")[0]
    assert (like.code, like.reason) == ("2.11.11", "kata: sampah")
    assert 0.3 <= like.score < 0.98
    assert nomens.codes_for("Imunisasi") == []
    assert nomens.name_of("3.26.3").name == "PROGRAM PEMASARAN PARIWISATA"
    assert nomens.name_of("2.11.01").name == "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH"
    assert nomens.name_of("9.99.09") is None
    assert nomens.name_of("bukan kode") is None


def test_codes_of_the_agencys_own_field_come_first():
    nomens = Nomens(NOMENCLATURE | {"3.31.02": "PROGRAM PENGEMBANGAN UMKM"})
    assert [item.code for item in nomens.codes_for("Pengembangan UMKM", ["3.31"])] == ["3.31.02", "2.17.08"]


@pytest.mark.parametrize(("by_name", "score", "more"), [(["2.16"], 0.9, "; nama OPD"), ([], 0.4, "")])
def test_the_field_of_an_agency_stands_on_its_codes_and_its_name(by_name, score, more):
    codes = ["2.16.02", "2.16.03.2.01", "2.16.3", "2.20.02", "tanpa kode"]
    names = {"2.16": "Komunikasi dan informatika", "2.20": "Statistik"}
    found = fields_for(by_name, codes, names)
    assert [(item.bidang, item.score, item.reason) for item in found] == [
        ("2.16", score, "2 dari 3 program berkode 2.16" + more),
        ("2.20", 0.2, "1 dari 3 program berkode 2.20"),
    ]


def test_of_each_program_only_the_surest_twins_are_kept_where_so_many_are_wanted():
    names = ("Pelatihan digital marketing UMKM", "Pelatihan digital marketing UMKM kriya", "Imunisasi dasar")
    lines = [line(f"{opd}-{at}", str(opd), name) for opd in range(5) for at, name in enumerate(names)]
    every, few = twins(lines), twins(lines, 2)
    often: dict[str, int] = {}
    wanted = []
    for item in every:
        if max(often.get(item.one, 0), often.get(item.other, 0)) < 2:
            wanted.append(item)
            often |= {row: often.get(row, 0) + 1 for row in (item.one, item.other)}
    assert few == wanted
    assert len(every) > len(few) > 0
    assert [item.score for item in every] == sorted((item.score for item in every), reverse=True)


def test_texts_written_alike_are_each_found_and_paired_as_if_they_stood_alone():
    said = ["Pasar rakyat", "Lampu jalan", "Pasar rakyat", "Pasar rakyat ikan", "Pasar rakyat"]
    texts = Texts(said)
    assert [item.place for item in texts.near("pasar rakyat", least=0.9)] == [0, 2, 4]
    assert [item.place for item in texts.near("pasar rakyat", least=0.9, without=frozenset({2}))] == [0, 4]
    found = sorted((one, other) for one, other, _, _ in texts.pairs(0.5))
    assert found == [(0, 2), (0, 3), (0, 4), (2, 3), (2, 4), (3, 4)]
