"""A plan that was read: its sentence, its sums and its JSON form."""

import json
from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.plan_code import alike_at_most, known, likeness
from smartcity_desktop.domain.renstra import (
    Draft,
    LineDraft,
    Problem,
    checks,
    counts,
    falls_by_nature,
    match,
    summary,
    sums,
    to_json,
)
from tests.domain.plans import YEARS, draft, indicator, line, plan


def test_the_sentence_has_its_one_form():
    lines = [*plan()[:4]]
    money = [replace(one, pagu={"2025": 8_386_282_200}) if one.level == "program" else one for one in lines]
    problems = tuple(Problem("Renstra", f"A{number}", "code-odd", "") for number in range(3))
    read = Draft(years=("2021", "2022", "2023"), lines=tuple(money), problems=problems)
    paid = replace(read, lines=tuple(replace(one, pagu={"2021": 8_386_282_200}) for one in money))
    assert summary(paid, "Diskominfosanditik") == (
        "Renstra Diskominfosanditik 2021–2023: 1 program, 1 kegiatan, Rp8,39 miliar (2021). "
        "3 hal perlu dilihat."
    )


def test_support_programs_are_named_apart_unless_counted_in():
    assert summary(draft(), "Diskominfo") == (
        "Renstra Diskominfo 2025–2026: 1 program, 1 kegiatan, Rp5 ribu (2025), "
        "di luar 1 program penunjang. Tidak ada yang meragukan."
    )
    assert "2 program, 2 kegiatan, Rp5,9 ribu (2025). " in summary(draft(), "Diskominfo", with_support=True)


def test_ordinal_years_are_shown_as_proposed_or_as_they_stand():
    lines = tuple(replace(one, pagu={"Tahun-1": 7_000_000}) for one in plan())
    read = Draft(years=("Tahun-1", "Tahun-2"), lines=lines)
    assert "Renstra X Tahun-1–Tahun-2: " in summary(read, "X")
    named = replace(read, proposed_years={"Tahun-1": 2025, "Tahun-2": 2026})
    assert "Renstra X 2025–2026: " in summary(named, "X")
    assert "(2025)" in summary(named, "X")


def test_an_empty_reading_has_a_sentence_too():
    assert summary(Draft(), "X") == "Renstra X: belum ada program yang terbaca. Tidak ada yang meragukan."


def test_sums_and_counts_leave_support_out_unless_asked():
    assert sums(plan())["program"] == {"2025": 5_000, "2026": 6_000}
    assert sums(plan(), with_support=True)["program"] == {"2025": 5_900, "2026": 6_900}
    assert counts(plan()) == {"tujuan": 1, "sasaran": 1, "program": 1, "kegiatan": 1}
    assert counts(plan(), with_support=True)["kegiatan"] == 2


def test_the_form_is_the_one_of_the_command_line():
    problem = Problem("Renstra", "C6", "code-odd", "Kolom kode berisi apa?", 3)
    form = json.loads(json.dumps(to_json(draft(problems=(problem,), format="T"))))
    assert form["format"] == "T"
    assert form["tahun"] == [2025, 2026]
    assert [goal["nama"] for goal in form["tujuan"] + form["sasaran"]] == [
        "Layanan publik yang baik",
        "Layanan digital dipakai",
    ]
    assert form["baris"][0] == {
        "level": "program",
        "kode": "2.16.02",
        "nama": "Informasi dan Komunikasi Publik",
        "indikator": [
            {
                "nama": "Persentase layanan",
                "satuan": "%",
                "baseline": "10%",
                "target": {"2025": "20%", "2026": "30%"},
            }
        ],
        "pagu": {"2025": 5000, "2026": 6000},
        "unit": "",
        "lokasi": "",
        "asal": {"lembar": "Renstra", "baris": 5},
    }
    assert form["masalah"] == [
        {"lembar": "Renstra", "sel": "C6", "kode": "code-odd", "pesan": "Kolom kode berisi apa?"}
    ]


def test_soft_warnings_stand_among_the_problems():
    lines = tuple(replace(one, pagu={}) for one in plan())
    form = to_json(replace(draft(), lines=lines))
    assert [item["kode"] for item in form["masalah"]] == ["program-without-pagu"] * 2


@pytest.mark.parametrize(
    ("indicator", "falls"),
    [
        ("Persentase penduduk miskin", True),
        ("Prevalensi stunting", True),
        ("Angka Kematian Ibu (AKI)", True),
        ("Tingkat Pengangguran Terbuka", True),
        ("Persentase penurunan stunting", False),
        ("Cakupan penanganan kemiskinan", False),
        ("Persentase aduan dijawab tepat waktu", False),
        ("Nilai akip", False),
        ("Uji baki sampel", False),
    ],
)
def test_indicators_that_are_better_when_smaller_are_known(indicator, falls):
    assert falls_by_nature(indicator) is falls


@pytest.fixture
def compared(monkeypatch):
    """Every pair of names that was compared letter by letter."""
    pairs = []

    class Counting(SequenceMatcher):
        def ratio(self):
            pairs.append((self.a, self.b))
            return super().ratio()

    monkeypatch.setattr(plan_code, "SequenceMatcher", Counting)
    return pairs


WORDS = ("jalan", "air minum", "persampahan", "pasar", "sekolah", "puskesmas", "data statistik", "terminal")
DEEDS = ("Pembangunan", "Pemeliharaan", "Pengawasan", "Penyediaan", "Survei", "Fasilitasi")


def test_renamed_lines_without_codes_are_paired_without_comparing_each_with_each(compared):
    names = [f"{deed} {word} wilayah" for deed in DEEDS for word in WORDS]
    old = [LineDraft("program", name=name) for name in names]
    new = [LineDraft("program", name=f"{name} II") for name in names]
    assert match(old, new).pairs == tuple((index, index) for index in range(len(names)))
    assert len(compared) < 2 * len(names)


def test_lines_that_stay_alone_are_compared_once_however_deep_the_plan_is(compared):
    alone = [LineDraft("sasaran", name=name) for name in ("abcdef ghijkl", "bcdefa hijklg", "cdefab ijklgh")]
    others = [LineDraft("sasaran", name=name) for name in ("lkjihg fedcba", "gkjihl afedcb", "hgkjil bafedc")]
    chain = [
        LineDraft(level, name=f"{level} yang berganti nama", parent=index - 1 if index else None)
        for index, level in enumerate(("tujuan", "program", "kegiatan", "subkegiatan"))
    ]
    matching = match([*chain, *alone], [*(replace(one, name=f"{one.name}.") for one in chain), *others])
    assert len(matching.pairs) == len(chain)
    assert len(compared) == len(set(compared)) == len(alone) * len(others)


def test_names_that_cannot_be_alike_are_not_compared_letter_by_letter(compared):
    assert likeness("Pengelolaan Jalan", "Penyediaan Pasar") == 0
    assert likeness("Jalan", "Pengelolaan Jalan Kabupaten") == 0
    assert likeness("Jalan", "---") == likeness("", "Jalan") == 0
    assert likeness("Program Jalan", "JALAN") == 1
    assert compared == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("abcd efgh", "hgfe dcba"), ("Pengelolaan Jalan", "Pengelolaan Jalur"), ("", "---"), ("Air", "air")],
)
def test_no_likeness_exceeds_what_the_letters_allow(one, other):
    assert likeness(one, other) <= alike_at_most(one, other)


@pytest.mark.parametrize("parent", [None, 0])
def test_a_line_whose_parent_is_gone_is_not_looked_for_elsewhere(parent):
    old = [
        LineDraft("program", "2.16.02", "Informasi Publik"),
        LineDraft("kegiatan", "", "Pengelolaan Informasi Daerah", parent=0),
    ]
    new = [
        LineDraft("program", "2.21.02", "Persandian"),
        LineDraft("kegiatan", "", "Pengelolaan Informasi Daerah.", parent=parent),
    ]
    matching = match(old, new)
    assert matching.pairs == ()
    assert (matching.lost, matching.fresh) == ((0, 1), (0, 1))


@pytest.mark.parametrize(
    ("code", "is_known"),
    [
        ("2.16.02.2.01.0001", True),
        ("2.16.02.2.01.01", True),
        ("2.16.02.2.01.02", False),
        ("2.16.02.2.01.001", False),
        ("2.16.01.2.02.0007", True),
        ("2.16.01.2.02.07", True),
        ("2.16.01.2.02.08", False),
    ],
)
def test_a_subkegiatan_of_the_older_nomenclature_is_known_by_its_four_digits(code, is_known):
    names = {"2.16.02.2.01.0001": "Pengelolaan", "X.XX.01.2.02.0007": "Administrasi"}
    assert known(code, names) is is_known


def test_sums_that_differ_in_several_years_say_in_how_many_others():
    lines = [*plan()]
    lines[3] = replace(lines[3], pagu={"2025": 4_000, "2026": 6_001})
    found = {finding.code: finding.message for finding in checks(lines, years=YEARS)}
    assert found["children-differ"].endswith("itu Rp5.000 (2025) (juga 1 tahun lain).")
    assert found["sums-differ"].endswith("kegiatan Rp4.900. Juga 1 tahun lain.")


def test_a_plan_of_programs_alone_has_no_sums_to_compare():
    lines = [replace(one, pagu={}) if one.level == "kegiatan" else one for one in plan()]
    assert checks(lines, years=YEARS) == []


def test_a_falling_target_is_found_past_a_year_without_one_and_counted_from_its_own_indicator():
    targets = {"2025": "30%", "2026": "", "2027": "20%"}
    second = replace(indicator("Jumlah siaran"), targets=targets)
    lines = [line("program", "Informasi", "2.16.02", (5, 5), indicators=(indicator(), second))]
    fall, gap = checks(lines, years=("2025", "2026", "2027"))
    assert (fall.code, fall.line, fall.indicator) == ("target-falls", 0, 1)
    assert "turun dari 30% ke 20%" in fall.message
    assert (gap.code, gap.field) == ("targets-missing", "target@2026")
