"""Every kind of finding: a plan in which it stands, and one like it in which it must not."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.finding_kinds import KINDS, WEIGHTS, kind_of, weighs
from smartcity_desktop.domain.renstra_checks import PlanFacts, checks
from smartcity_desktop.domain.renstra_checks_across import OpdPlan, cross_checks
from smartcity_desktop.domain.renstra_checks_code import listed, shared_words
from smartcity_desktop.domain.renstra_checks_limits import LIMITS
from smartcity_desktop.domain.renstra_decide import with_parents
from tests.domain.plans import NOMENCLATURE, YEARS, indicator, line, plan

MILLION = 1_000_000
FIVE = ("2025", "2026", "2027", "2028", "2029")
NAMES = {**NOMENCLATURE, "2.16": "URUSAN PEMERINTAHAN BIDANG KOMUNIKASI", "2.16.03": "PROGRAM APLIKASI"}


def found(lines, years=YEARS, **more):
    return [item.code for item in checks(lines, years=years, **more)]


def changed(place, **fields):
    """Return the sound plan with other fields of one line."""
    lines = [*plan()]
    lines[place] = replace(lines[place], **fields)
    return lines


def targets(*texts, name="Persentase layanan", level="program", unit="%", **more):
    """Return the kinds found at one indicator with these targets, from 2025 on."""
    item = replace(indicator(name, **more), unit=unit)
    item = replace(item, targets=dict(zip(FIVE, texts, strict=False)))
    lines = [line(level, "Informasi dan Komunikasi Publik", "2.16.02", (5_000, 6_000), indicators=(item,))]
    return found(lines, FIVE[: len(texts)])


def works(*amounts):
    """Return six programs of five years, all but the first worth a hundred million each year."""
    rows = [line("program", f"Program nomor {at}", indicators=(indicator(),), row=at) for at in range(7)]
    sound = dict.fromkeys(FIVE, 100 * MILLION)
    return [replace(rows[0], pagu=dict(zip(FIVE, amounts, strict=True)))] + [
        replace(row, pagu=sound) for row in rows[1:]
    ]


def test_every_kind_has_words_a_weight_and_something_to_do():
    codes = [item.code for item in KINDS]
    assert len(codes) == len(set(codes))
    order = [list(WEIGHTS).index(item.weight) for item in KINDS]
    assert order == sorted(order)
    assert all(item.title and item.advice.endswith(".") for item in KINDS)
    assert {item.sure for item in KINDS} == {"pasti", "mungkin"}
    assert all(limit.worth > 0 and limit.reason.endswith(".") for limit in LIMITS)
    assert kind_of("from-tomorrow").title == "from-tomorrow"
    assert weighs("sums-differ")
    assert not weighs("location-missing")


def test_a_finding_says_how_sure_it_is_what_to_do_and_which_field_it_is_about():
    bare = [one for one in checks(changed(2, pagu={}), years=YEARS) if one.line == 2]
    (item,) = bare[:1]
    assert (item.code, item.sure, item.field) == ("program-without-pagu", "pasti", "pagu")
    assert item.advice == kind_of("program-without-pagu").advice


@pytest.mark.parametrize(
    ("amounts", "wanted"),
    [
        ((100 * MILLION,) * 5, []),
        ((100 * MILLION, 104 * MILLION, 104_000, 110 * MILLION, 110 * MILLION), ["money-unit"]),
        ((90_000, 90_000, 90_000, 91_000, 92_000), ["money-unit"]),
        ((100 * MILLION, 450 * MILLION, 20 * MILLION, 900 * MILLION, 100 * MILLION), []),
    ],
)
def test_money_in_another_unit_than_the_rest_is_named(amounts, wanted):
    assert found(works(*amounts), FIVE) == wanted


def test_a_plan_whose_whole_money_is_in_thousands_is_said_once():
    small = [replace(row, pagu=dict.fromkeys(FIVE, 900)) for row in works(*(1,) * 5)]
    (item,) = [one for one in checks(small, years=FIVE) if one.code == "money-unit"]
    assert item.line is None
    assert "ribuan" in item.message
    large = [replace(row, pagu=dict.fromkeys(FIVE, 10**14)) for row in small]
    assert "dua kali" in checks(large, years=FIVE)[0].message


def test_pagu_is_held_against_that_of_the_rpjmd_by_code_and_year():
    frame = {"2.16.02": {"2025": 5_000, "2026": 7_000}, "2.16.01": {"2025": 1}}
    (item,) = checks(plan(), years=YEARS, facts=PlanFacts(frame=frame))
    assert (item.code, item.field) == ("frame-differs", "pagu@2026")
    assert "Rp6.000" in item.message
    assert "Rp7.000" in item.message
    assert found(plan(), facts=PlanFacts(frame={"2.16.02": {"2025": 5_000}})) == []


def test_goals_with_money_are_summed_where_all_of_them_carry_it():
    lines = changed(1, pagu={"2025": 5_000, "2026": 6_900})
    assert found(lines) == ["sums-differ"]
    assert found(changed(1, pagu={"2025": 5_900, "2026": 6_900})) == []


def test_a_program_that_is_not_broken_down_makes_no_difference_between_levels():
    whole = line("program", "Statistik Sektoral", "2.20.02", (700, 700), row=20)
    assert "sums-differ" not in found(with_parents([*plan(), whole]))
    parts = [whole, line("kegiatan", "Data Statistik", "2.20.02.2.01", (700, 600), row=21)]
    assert "sums-differ" in found(with_parents([*plan(), *parts]))


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("10", "12", "14", "16", "18"), []),
        (("42,5%", "43%", "4350%", "44%", "45%"), ["target-jumps"]),
        (("42%", "43%", "43,5%", "44,1%", "90%"), ["target-jumps"]),
        (("10%", "25%", "45%", "70%", "100%"), []),
        (("10%", "", "30%", "40%", "50%"), ["targets-missing"]),
        (("", "", "30%", "40%", "50%"), []),
        (("80%", "80%", "80%", "80%", "80%"), ["targets-same"]),
        (("100%", "100%", "100%", "100%", "100%"), []),
        (("80%", "82%", "81%", "83%", "84%"), ["direction-unclear"]),
        (("101%", "102%", "103%"), ["percent-above"]),
    ],
)
def test_targets_that_jump_stay_or_are_not_there(texts, wanted):
    assert targets(*texts) == wanted


@pytest.mark.parametrize(
    ("name", "more", "wanted"),
    [
        ("Persentase pertumbuhan ekonomi", {}, []),
        ("Persentase layanan", {"baseline": "120%"}, []),
        ("Kematian ibu per 100.000 kelahiran hidup", {}, []),
        ("Persentase layanan", {}, ["percent-above"]),
    ],
)
def test_only_a_share_of_a_whole_ends_at_a_hundred(name, more, wanted):
    assert [code for code in targets("101%", "102%", name=name, **more) if code == "percent-above"] == wanted


def test_what_is_done_again_each_year_may_have_the_same_target():
    assert targets("12", "12", "12", "12", "12", name="Jumlah layanan", unit="bulan") == []
    assert targets("80%", "80%", "80%", "80%", "80%", level="subkegiatan") == []


@pytest.mark.parametrize(
    ("name", "direction", "texts", "wanted"),
    [
        ("Prevalensi stunting", "", ("20%", "21%", "22%"), ["target-wrong-way"]),
        ("Prevalensi stunting", "", ("22%", "21%", "20%"), []),
        ("Persentase layanan", "turun", ("20%", "21%", "22%"), ["target-wrong-way"]),
        ("Persentase layanan", "naik", ("22%", "21%", "20%"), ["target-wrong-way"]),
        ("Persentase akta kematian yang terbit dalam 3 hari", "", ("20%", "21%", "22%"), []),
        ("Persentase pengaduan yang diverifikasi", "turun", ("20%", "21%", "22%"), []),
        ("Kecelakaan yang terjadi", "", ("20%", "21%", "22%"), ["target-wrong-way"]),
    ],
)
def test_a_target_that_runs_against_its_direction_is_named(name, direction, texts, wanted):
    assert targets(*texts, name=name, direction=direction) == wanted


def test_an_indicator_without_a_unit_is_named_unless_its_name_or_target_says_how_it_counts():
    bare = replace(indicator("Layanan aktif", "1", ("2", "3")), unit="")
    assert found(changed(2, indicators=(bare,))) == ["indicator-without-unit"]
    for item in (
        replace(bare, name="Jumlah layanan"),
        replace(bare, baseline="1 unit"),
        replace(bare, unit="unit"),
    ):
        assert found(changed(2, indicators=(item,))) == []


@pytest.mark.parametrize(
    ("code", "years", "wanted"),
    [
        ("2.16.02", ("2025", "2026"), []),
        ("2.16.02", ("2025", "2027"), ["code-retired"]),
        ("2.16.03", ("2025", "2026"), ["code-newer"]),
        ("2.16.03", ("2027", "2028"), []),
    ],
)
def test_a_code_of_one_edition_only_is_named_where_the_years_are_others(code, years, wanted):
    facts = PlanFacts(editions={"2.16.02": (2023,), "2.16.03": (2027,)})
    name = NAMES[code]
    lines = [line("program", name, code, indicators=())]
    seen = found([replace(lines[0], pagu={"2025": 1})], years, nomenclature=NAMES, facts=facts)
    assert [item for item in seen if item in {"code-retired", "code-newer"}] == wanted


def test_a_code_that_another_took_the_place_of_tells_which():
    names = {**NAMES, "2.16.04": NAMES["2.16.02"].upper(), "2.16.05": "PROGRAM LAIN"}
    facts = PlanFacts(editions={"2.16.02": (2023,), "2.16.03": (2027,), "2.16.04": (2027,)})
    said = {}
    for code in ("2.16.02", "2.16.05"):
        lines = [line("program", names[code], code, indicators=())]
        editions = {**facts.editions, "2.16.05": (2023,)}
        for item in checks(
            lines, years=("2025", "2027"), nomenclature=names, facts=PlanFacts(editions=editions)
        ):
            if item.code == "code-retired":
                said[code] = item.message
    assert said["2.16.02"].endswith("tidak lagi mulai 2027. Nama yang sama kini berkode 2.16.04.")
    assert said["2.16.05"].endswith("tidak lagi mulai 2027.")


def test_a_name_that_is_not_that_of_its_code_is_told_with_the_official_one():
    lines = changed(2, name="Pengendalian Banjir Perkotaan")
    (item,) = [one for one in checks(lines, years=YEARS, nomenclature=NAMES) if one.code == "name-differs"]
    assert "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK" in item.message
    for same in ("Program Informsi dan Komunikasi Publik Kota", "INFORMASI & KOMUNIKASI PUBLIK"):
        assert "name-differs" not in found(changed(2, name=same), nomenclature=NAMES)


def test_programs_of_another_field_are_named_and_a_file_of_only_such_is_said_once():
    own = PlanFacts(bidang=("2.16",))
    assert found(plan(), facts=own) == []
    mixed = with_parents([*plan(), line("program", "Persandian", "2.21.02", (1, 1), row=9)])
    assert "code-foreign" in found(mixed, facts=own)
    assert "code-foreign" not in found(mixed, facts=PlanFacts(bidang=("2.16", "2.21")))
    foreign = PlanFacts(bidang=("1.02",))
    (item,) = [one for one in checks(mixed, years=YEARS, facts=foreign) if one.code == "wrong-agency"]
    assert item.line is None
    assert "2.16, 2.21" in item.message
    assert "code-foreign" not in found(mixed, facts=foreign)


def test_a_file_that_names_another_agency_is_said():
    own = "Dinas Komunikasi, Informatika dan Persandian"
    assert found(plan(), facts=PlanFacts(opd=own, file_opd="Dinas Kesehatan")) == ["wrong-agency"]
    assert (
        found(plan(), facts=PlanFacts(opd=own, file_opd="DISKOMINFO Dinas Komunikasi dan Informatika")) == []
    )


@pytest.mark.parametrize(
    ("name", "code", "wanted"),
    [
        ("Rapat koordinasi SPBE", "", True),
        ("Program Pengadaan Laptop", "", True),
        ("Pembangunan Gedung Kantor", "2.16.02.2.01", True),
        ("Sosialisasi Anak", "2.16.02", True),
        ("Sosialisasi Informasi Publik", "2.16.02", False),
        ("Program Informasi Publik", "", False),
    ],
)
def test_an_activity_written_as_a_program_is_named_unless_its_code_is_called_like_it(name, code, wanted):
    lines = changed(2, name=name, code=code)
    assert ("activity-as-program" in found(lines[:3], nomenclature=NAMES)) is wanted


def test_a_code_twice_with_other_names_and_a_line_twice_are_told_apart():
    other = line("program", "Statistik Sektoral", "2.16.02", (1, 1), row=9)
    assert "code-twice" in found(with_parents([*plan(), other]))
    again = line("kegiatan", "Pengelolaan Informasi", "2.16.02.2.01", row=7)
    (item,) = [
        one for one in checks(with_parents([*plan()[:4], again]), years=YEARS) if one.code == "line-twice"
    ]
    assert "baris 6" in item.message
    elsewhere = [*plan(), replace(plan()[2], parent=None, name="PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK")]
    assert not {"code-twice", "line-twice"} & set(found(elsewhere))


def test_a_kegiatan_under_the_wrong_program_is_named_but_support_keeps_its_own_field():
    assert found(changed(3, code="2.21.02.2.01")) == ["wrong-parent"]
    assert found(changed(5, code="X.XX.01.2.02")) == []


def test_programs_without_a_sasaran_above_are_named_where_others_have_one():
    lines = [*plan()[:4], replace(line("program", "Persandian", "2.21.02", (1, 1)), parent=None)]
    assert "program-without-sasaran" in found(lines)
    assert found([replace(item, parent=None) for item in plan()[2:3]]) == []


def test_lines_without_an_indicator_are_named_and_a_level_without_any_is_said_once():
    assert found(changed(2, indicators=())) == ["program-without-indicator"]
    assert found(changed(3, indicators=())) == ["kegiatan-without-indicator"]
    assert found(changed(1, indicators=())) == ["goal-without-indicator"]
    assert found(changed(0, indicators=())) == []
    bare = [line("program", f"Nomor {at}", pagu=(1, 1), indicators=()) for at in range(3)]
    (item,) = checks(bare, years=YEARS)
    assert (item.line, item.sure) == (None, "mungkin")


def test_a_plan_without_any_money_or_any_baseline_is_said_once():
    item = indicator(baseline="")
    bare = [line("program", f"Nomor {at}", indicators=(item,), row=at) for at in range(4)]
    found_once = checks(bare, years=YEARS)
    assert [(one.code, one.line) for one in found_once] == [
        ("program-without-pagu", None),
        ("indicator-without-baseline", None),
    ]
    paid = [replace(bare[0], pagu={"2025": 5}, indicators=(indicator(),)), *bare[1:]]
    assert [one.line for one in checks(paid, years=YEARS)] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize(
    ("field", "code"),
    [("unit", "unit-missing"), ("location", "location-missing"), ("outcome", "outcome-missing")],
)
def test_what_some_lines_leave_empty_is_said_once(field, code):
    lines = [*plan(), line("program", "Persandian", "2.21.02", (1, 1), row=9)]
    lines = [*with_parents([replace(item, **{field: "Bidang A"}) for item in lines])]
    assert code not in found(lines)
    lines[2] = replace(lines[2], **{field: ""})
    (item,) = [one for one in checks(lines, years=YEARS) if one.code == code]
    assert item.line is None
    assert "2.16.02" in item.message
    assert code not in found([replace(one, **{field: ""}) for one in lines])


@pytest.mark.parametrize(
    ("years", "facts", "wanted"),
    [
        (YEARS, PlanFacts(year=2026, master=(2025, 2029)), []),
        (YEARS, PlanFacts(year=2027), ["past-period"]),
        (("2022", "2026"), PlanFacts(start=2022, end=2026), ["years-missing"]),
        (("2024", "2025", "2026"), PlanFacts(year=2026, master=(2025, 2029)), ["period-short"]),
        (("2025", "2026", "2027", "2028", "2029"), PlanFacts(form="Inmendagri 2/2025"), ["years-missing"]),
        ((*FIVE, "2030"), PlanFacts(form="Inmendagri 2/2025", start=2025, end=2030), []),
        (("Tahun-1", "Tahun-2"), PlanFacts(year=2030), []),
    ],
)
def test_a_plan_of_another_time_or_with_years_left_out_is_said(years, facts, wanted):
    codes = {"past-period", "period-short", "years-missing"}
    assert [code for code in found(plan(), years, facts=facts) if code in codes] == wanted


def _claims(*agencies):
    plans = [OpdPlan(f"{at}", name, kind, plan()) for at, (name, kind) in enumerate(agencies)]
    return cross_checks(plans)


def test_a_program_of_two_agencies_is_told_to_both_and_support_to_none():
    seen = _claims(("Dinas Kominfo", "dinas"), ("Dinas Statistik", "dinas"))
    assert {opd: [item.line for item in items] for opd, items in seen.items()} == {"0": [2], "1": [2]}
    assert "Dinas Statistik" in seen["0"][0].message
    assert seen["0"][0].values == {"opds": "1"}


@pytest.mark.parametrize(
    ("one", "other", "with_dinas"),
    [
        (("Kecamatan Lainea", "kecamatan"), ("Kecamatan Kolono", "kecamatan"), {"0", "1", "2"}),
        (("Kecamatan Lainea", "kecamatan"), ("Kelurahan Potoro", "kelurahan"), {"0", "2"}),
        (("Puskesmas Lainea", "dinas"), ("Puskesmas Kolono", "dinas"), set()),
        (("UPTD Pasar", "dinas"), ("SMPN 1 Lainea", "dinas"), set()),
    ],
)
def test_units_of_one_kind_may_run_the_same_program(one, other, with_dinas):
    assert _claims(one, other) == {}
    assert set(_claims(one, other, ("Dinas Kominfo", "dinas"))) == with_dinas


def test_many_who_claim_one_program_are_counted():
    many = _claims(*((f"Dinas {letter}", "dinas") for letter in "ABCDEFGH"))
    assert many["0"][0].message.endswith("Dinas E, Dinas F, dan 2 lainnya.")


def test_a_program_without_code_is_the_same_as_one_with_it_by_name():
    bare = OpdPlan("b", "Dinas B", lines=[line("program", "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK")])
    assert set(cross_checks([OpdPlan("a", "Dinas A", lines=plan()), bare])) == {"a", "b"}


def test_codes_are_found_as_the_nomenclature_writes_them():
    known = {"X.XX.01": "", "1.02.02.2.01.0004": ""}
    assert listed("2.16.01", known) == "X.XX.01"
    assert listed("1.02.02.2.01.04", known) == "1.02.02.2.01.0004"
    assert shared_words("Informasi Publik", "") == 1.0


def test_a_program_of_two_agencies_is_called_by_its_calm_name():
    loud = [replace(plan()[2], code="2.16.02", name="PROGRAM INFORMASI PUBLIK")]
    seen = cross_checks([OpdPlan(opd, f"Dinas {opd}", lines=loud) for opd in "AB"], {"A"})
    assert list(seen) == ["A"]
    assert seen["A"][0].message == 'Program "2.16.02 Informasi Publik" juga ada dalam Renstra Dinas B.'
