"""Soft warnings about a plan."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.renstra import checks, falls_by_nature, target_number
from smartcity_desktop.domain.renstra_decide import with_parents
from tests.domain.plans import NOMENCLATURE, YEARS, indicator, line, plan


def found(lines, **more):
    return [finding.code for finding in checks(lines, years=YEARS, **more)]


def test_a_sound_plan_has_no_warnings():
    assert found(plan()) == []
    assert found(plan()[:4], nomenclature=NOMENCLATURE) == []


def test_a_sasaran_without_a_program_is_named():
    lines = with_parents([*plan()[:4], line("sasaran", "Sasaran sepi", row=9)])
    (finding,) = checks(lines, years=YEARS)
    assert (finding.code, finding.line, finding.cell) == ("sasaran-without-program", 4, "D9")
    assert "Sasaran sepi" in finding.message


def test_goals_of_a_table_that_names_no_program_are_said_once():
    goals = [replace(plan()[1], parent=None), line("sasaran", "Sasaran sepi", row=9)]
    (finding,) = [
        item
        for item in checks([replace(plan()[2], parent=None), *goals], years=YEARS)
        if "sasaran" in item.code
    ]
    assert (finding.code, finding.line, finding.sure) == ("sasaran-without-program", None, "mungkin")
    assert finding.values["count"] == "2"


def test_a_table_of_goals_alone_asks_for_no_program():
    assert found(plan()[:2]) == []


def test_a_program_without_pagu_is_named():
    lines = [*plan()]
    lines[2] = replace(lines[2], pagu={"2025": 0})
    assert "program-without-pagu" in found(lines)


def test_an_indicator_without_a_baseline_is_named_with_its_number():
    lines = [*plan()]
    lines[3] = replace(lines[3], indicators=(indicator(), indicator("Jumlah siaran", baseline="")))
    (finding,) = checks(lines, years=YEARS)
    assert (finding.code, finding.line, finding.indicator, finding.cell) == (
        "indicator-without-baseline",
        3,
        1,
        "E6",
    )


def test_indicators_of_support_programs_are_not_looked_at():
    lines = [*plan()]
    lines[5] = replace(lines[5], indicators=(indicator(baseline="", targets=("30%", "20%")),))
    assert found(lines) == []


@pytest.mark.parametrize(
    ("name", "targets", "direction", "warned"),
    [
        ("Persentase layanan", ("30%", "20%"), "", "target-falls"),
        ("Persentase layanan", ("30%", "30%"), "", ""),
        ("Persentase layanan", ("30%", "20%"), "turun", ""),
        ("Persentase layanan", ("30%", "20%"), "naik", "target-wrong-way"),
        ("Persentase layanan", ("baik", "cukup"), "", ""),
        ("Persentase penduduk miskin", ("9,8", "9,1"), "", ""),
        ("Prevalensi stunting", ("21%", "18%"), "", ""),
        ("AKI per 100.000 kelahiran", ("183", "150"), "", ""),
        ("Rasio gini", ("0,38", "0,36"), "", ""),
        ("Tingkat pengangguran terbuka", ("5", "4"), "", ""),
        ("Persentase pengaduan yang ditindaklanjuti", ("90%", "80%"), "", "target-falls"),
    ],
)
def test_a_falling_target_asks_unless_smaller_is_better(name, targets, direction, warned):
    lines = [*plan()]
    lines[2] = replace(lines[2], indicators=(indicator(name, targets=targets, direction=direction),))
    assert found(lines) == ([warned] if warned else [])


def test_children_that_do_not_add_up_are_named_and_so_are_the_levels():
    lines = [*plan()]
    lines[3] = replace(lines[3], pagu={"2025": 4_000, "2026": 6_000})
    warnings = checks(lines, years=YEARS)
    assert [finding.code for finding in warnings] == ["sums-differ", "children-differ"]
    assert (warnings[1].line, warnings[1].cell) == (2, "H5")
    assert "Rp4.000" in warnings[1].message
    assert warnings[0].values == {"year": "2025", "program": "5900", "kegiatan": "4900"}


def test_an_unknown_code_is_named_only_with_a_nomenclature():
    lines = [*plan()]
    lines[2] = replace(lines[2], code="2.16.09")
    assert "code-unknown" not in found(lines)
    (unknown, *_) = [one for one in checks(lines, nomenclature=NOMENCLATURE) if one.code == "code-unknown"]
    assert (unknown.line, unknown.cell) == (2, "C5")


@pytest.mark.parametrize(
    ("written", "worth"),
    [
        ("42.50%", "42.50"),
        ("42,5", "42.5"),
        ("1.250 orang", "1250"),
        ("1.250,75", "1250.75"),
        ("0,425", "0.425"),
        ("12,3450", "12.3450"),
        ("-2", "-2"),
        ("2 Dok", "2"),
    ],
)
def test_a_target_as_written_has_a_number(written, worth):
    assert str(target_number(written)) == worth


@pytest.mark.parametrize("written", ["", "baik", "A", "10-20", "2 dari 5"])
def test_a_target_without_just_one_number_has_none(written):
    assert target_number(written) is None


def test_names_say_when_smaller_is_better():
    assert falls_by_nature("Angka Kematian Bayi")
    assert falls_by_nature("Tingkat Kemiskinan")
    assert falls_by_nature("Rata-rata waktu/waktu tunggu (menit)")
    assert falls_by_nature("Nilai “AKI” per 100.000")
    assert not falls_by_nature("Layanan yang selesai tepat waktu")
    assert not falls_by_nature("Persentase penurunan stunting")
    assert not falls_by_nature("Persentase jalan mantap")
    assert not falls_by_nature("Jumlah peserta kejar paket dari keluarga miskin")
    assert not falls_by_nature("Jumlah laporan kesiapsiagaan petugas pemadam kebakaran")
    assert falls_by_nature("Jumlah keluarga miskin")
