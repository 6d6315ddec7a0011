"""The figures of a dossier: sums per year and level, support apart, and who signs."""

import pytest

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.dossier import (
    Dossier,
    PlanPicture,
    leader,
    plan_facts,
    plan_picture,
    summary,
    total_of,
)
from smartcity_desktop.domain.opd import Opd

YEARS = ("2025", "2026")


def line(row, level, parent="", pagu=(), *, support=False, code=""):
    amounts = {year: amount for year, amount in zip(YEARS, pagu, strict=False) if amount is not None}
    name = f"PROGRAM {row.upper()}" if level == "program" else row
    return Line(id=row, parent=parent, level=level, name=name, code=code, support=support, pagu=amounts)


LINES = (
    line("t", "tujuan"),
    line("s", "sasaran", "t"),
    line("penunjang", "program", "s", (100, 200), support=True, code="2.16.01"),
    line("rapat", "kegiatan", "penunjang", (100, 200)),
    line("informasi", "program", "s", (10, 20), code="2.16.02"),
    line("k1", "kegiatan", "informasi", (4, 20)),
    line("k2", "kegiatan", "informasi", (6, None)),
    line("x1", "subkegiatan", "k1", (4, 20)),
    line("aplikasi", "program", "s", (1, None), code="2.16.03"),
)


def of(*lines, indicators=None):
    return plan_picture(Document(years=YEARS), lines, indicators or {})


def test_pagu_is_summed_per_year_with_support_programs_apart():
    plan = of(*LINES)
    assert plan.own == {"2025": 11, "2026": 20}
    assert plan.support == {"2025": 100, "2026": 200}
    assert plan.whole == {"2025": 111, "2026": 220}
    assert total_of(plan.whole) == 331
    assert total_of({}) is None


def test_lines_are_counted_without_those_under_a_support_program():
    plan = of(*LINES)
    assert plan.counts == {"program": 2, "kegiatan": 2, "subkegiatan": 1}
    assert plan.support_counts == {"program": 1, "kegiatan": 1}


def test_a_program_says_what_hangs_under_it_and_support_stands_last():
    works = of(*LINES).works
    assert [(item.code, item.name, item.kegiatan, item.subkegiatan) for item in works] == [
        ("2.16.02", "Informasi", 2, 1),
        ("2.16.03", "Aplikasi", 0, 0),
        ("2.16.01", "Penunjang", 1, 0),
    ]
    assert [item.support for item in works] == [False, False, True]


def test_a_kegiatan_without_a_program_has_a_row_of_its_own_and_counts_in_the_sum():
    plan = of(*LINES, line("lepas", "kegiatan", "s", (1000, 0)), line("x2", "subkegiatan", "lepas", (7, 7)))
    assert [item.name for item in plan.works if item.level == "kegiatan"] == ["lepas"]
    assert plan.own == {"2025": 1011, "2026": 20}


def test_pagu_that_stands_below_the_programs_alone_is_not_lost():
    found = of(line("p", "program"), line("k", "kegiatan", "p"), line("x", "subkegiatan", "k", (4, 20)))
    assert (found.own, found.by_level) == ({}, {"subkegiatan": {"2025": 4, "2026": 20}})
    assert of(line("k", "kegiatan", "", (4, 20))).by_level == {}
    assert of(line("p", "program"), line("k", "kegiatan", "p")).by_level == {}


def test_sums_by_level_are_told_only_where_the_levels_differ():
    same = (line("p", "program", "", (10, 20)), line("k", "kegiatan", "p", (10, 20)))
    assert of(*same).by_level == {}
    found = of(*LINES).by_level
    assert found == {
        "program": {"2025": 111, "2026": 220},
        "kegiatan": {"2025": 110, "2026": 220},
        "subkegiatan": {"2025": 4, "2026": 20},
    }
    assert plan_picture(Document(years=YEARS), LINES, {}, differs=False).by_level == {}


def test_a_circle_of_parents_ends():
    lines = (line("a", "kegiatan", "b", (1, 1)), line("b", "subkegiatan", "a", (2, 2)))
    assert of(*lines).counts["kegiatan"] == 1


def test_goals_carry_their_targets_in_the_order_of_the_years():
    indicator = Indicator(
        name="Nilai SPBE (Indeks)",
        unit="indeks",
        baseline="2,1",
        baseline_year="2024",
        target={"2026": "184000"},
    )
    plan = of(*LINES, indicators={"s": [indicator]})
    goal = plan.goals[1]
    assert [item.level for item in plan.goals] == ["Tujuan", "Sasaran"]
    assert goal.indicators[0].name == "Nilai SPBE"
    assert (goal.indicators[0].baseline, goal.indicators[0].targets) == ("2,1 (2024)", ("", "184.000"))


def test_years_come_from_the_lines_where_the_document_names_none():
    assert plan_picture(Document(), LINES, {}).years == YEARS


def test_two_sentences_say_what_matters_first():
    dossier = Dossier(plan=of(*LINES), spread="GOV 1", discussed=1, readings=())
    assert summary(dossier) == (
        "2 program, 2 kegiatan, 1 subkegiatan; pagu 2025–2026 Rp31, di luar 1 program penunjang. "
        "1 dari 2 program sudah dibahas, 0 relevan (GOV 1)."
    )
    assert summary(Dossier()) == ""
    assert summary(Dossier(plan=PlanPicture())) == "Belum ada program yang terbaca dari Renstra ini."


def test_where_a_plan_comes_from_is_told_in_one_line():
    read = Document(
        period_start=2025, period_end=2030, status="draf", source_name="a.xlsx", read_at="2026-08-04T09:00:00"
    )
    assert plan_facts(read) == "2025–2030 · Draf · a.xlsx, dibaca 4 Agustus 2026"
    typed = Document(format="ketik", status="final", read_at="2026-08-04T09:00:00")
    assert plan_facts(typed) == "Final · diketik dari kertas"
    assert plan_facts(Document(read_at="2026-08-04T09:00:00")) == "dibaca 4 Agustus 2026"
    assert plan_facts(Document()) == ""


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        ("dinas", "Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("badan", "Badan Pendapatan Daerah", "Kepala Badan Pendapatan Daerah"),
        ("sekretariat", "Sekretariat Daerah", "Sekretaris Daerah"),
        ("inspektorat", "Inspektorat Daerah", "Inspektur Daerah"),
        ("rsud", "RSUD Contoh", "Direktur RSUD Contoh"),
        ("kecamatan", "Kecamatan Pesisir", "Camat Pesisir"),
        ("kelurahan", "Kelurahan Tanjung", "Lurah Tanjung"),
        ("kecamatan", "Pesisir", "Camat Pesisir"),
        ("", "KECAMATAN PESISIR", "Camat PESISIR"),
        ("", "Inspektorat", "Inspektur"),
        ("bagian", "Bagian Organisasi Setda", "Kepala Bagian Organisasi Setda"),
        ("luar", "Universitas Contoh", "Pimpinan Universitas Contoh"),
        ("", "Dinas Baru", "Kepala Dinas Baru"),
    ],
)
def test_the_head_of_an_agency_signs_under_the_title_of_its_kind(kind, name, title):
    found = leader(Opd(name=name, kind=kind, head="Hj. Sitti, S.Sos."))
    assert (found.position, found.name) == (title, "Hj. Sitti, S.Sos.")
