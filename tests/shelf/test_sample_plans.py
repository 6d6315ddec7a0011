"""The plans of the sample city, in seven formats: every one is read to the last figure."""

from pathlib import Path

import pytest

from smartcity_desktop.domain.plan_code import known
from smartcity_desktop.domain.renstra import counts, summary, sums
from smartcity_desktop.paths import shelf
from smartcity_desktop.services.renstra import read
from smartcity_desktop.storage import reference

SIX = ("2025", "2026", "2027", "2028", "2029", "2030")
FIVE = ("2021", "2022", "2023", "2024", "2025")
BROUGHT = {item["short"]: item["renstra"] for item in reference.sample_part("opd")["opd"] if item["renstra"]}
WHOSE = {
    "DPMPTSP": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "DPUPR": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Diskop UKM": "Dinas Koperasi, Usaha Kecil dan Menengah",
    "Disdik": "Dinas Pendidikan",
    "Bapenda": "Badan Pendapatan Daerah",
    "Satpol PP": "Satuan Polisi Pamong Praja",
}
COUNTED = {
    "DPMPTSP": (6, 4, 8),
    "DPUPR": (8, 6, 12),
    "Diskop UKM": (5, 4, 6),
    "Disdik": (5, 6, 12),
    "Bapenda": (3, 1, 2),
    "Satpol PP": (4, 4, 8),
}
"""Programs with those of support, kegiatan, subkegiatan."""
MONEY = {
    "DPMPTSP": (5_550_000_000, 2_890_000_000, 2_890_000_000),
    "DPUPR": (50_720_000_000, 43_512_000_000, 43_512_000_000),
    "Diskop UKM": (5_060_000_000, 3_160_000_000, 2_740_000_000),
    "Disdik": (51_350_000_000, 41_770_000_000, 41_770_000_000),
    "Bapenda": (6_250_000_000, 3_200_000_000, 3_200_000_000),
    "Satpol PP": (10_640_000_000, 5_400_000_000, 5_400_000_000),
}
"""Of the first year, in rupiah, by the same levels."""
DOUBTS = {
    "DPMPTSP": ["columns-unused", "columns-unused", "goals-apart"],
    "DPUPR": ["baseline-year"],
    "Bapenda": ["multiplier"],
}
LEVELS = ("program", "kegiatan", "subkegiatan")


@pytest.fixture(scope="module")
def drafts():
    """Every new plan as its agency brought it."""
    return {short: read(shelf("sample", BROUGHT[short])) for short in WHOSE}


def line(draft, code):
    return next(item for item in draft.lines if item.code == code)


def test_twelve_agencies_bring_their_plan_in_six_formats():
    assert len(BROUGHT) == 12
    assert {name.rpartition(".")[2] for name in BROUGHT.values()} == {
        *("xlsx", "xls", "ods", "csv", "docx", "pdf")
    }


@pytest.mark.parametrize("short", WHOSE)
def test_a_plan_of_the_sample_is_read_whole(drafts, short):
    draft = drafts[short]
    assert draft.document_kind == "renstra"
    assert draft.opd_name.casefold() == WHOSE[short].casefold()
    assert tuple(counts(draft.lines, with_support=True)[level] for level in LEVELS) == COUNTED[short]
    first = "2021" if short == "DPUPR" else "2025"
    told = sums(draft.lines, with_support=True)
    assert tuple(told[level][first] for level in LEVELS) == MONEY[short]
    assert [item.code for item in draft.problems] == DOUBTS.get(short, [])
    assert sum(item.support for item in draft.lines if item.level == "program") == 1


@pytest.mark.parametrize("short", WHOSE)
def test_every_analysed_program_stands_in_the_plan_and_every_code_is_known(drafts, short):
    codes = {item.code for item in drafts[short].lines if item.level == "program"}
    assert {row["code"] for row in reference.sample_part("analyses")["analyses"][short]} <= codes
    table = {code: item.name for code, item in reference.nomenclature().items()}
    assert [item.code for item in drafts[short].lines if item.code and not known(item.code, table)] == []


@pytest.mark.parametrize("short", [short for short in WHOSE if short != "DPUPR"])
def test_the_form_of_2025_has_six_years_and_a_baseline(drafts, short):
    draft = drafts[short]
    assert (draft.years, draft.base_year, draft.format) == (SIX, 2024, "Inmendagri 2/2025")
    assert (draft.period_start, draft.period_end) == (2025, 2030)


def test_the_plan_of_a_past_period_in_the_older_form_keeps_its_years_and_mends_its_codes(drafts):
    draft = drafts["DPUPR"]
    assert (draft.years, draft.format) == (FIVE, "Permendagri 86/2017 T-C.27")
    assert [item.code for item in draft.lines if item.level == "program"] == [
        *("1.03.10", "1.03.02", "1.03.03", "1.03.05", "1.03.06", "1.03.12", "1.03.08", "X.XX.01")
    ]
    assert line(draft, "1.03.02").written["code"] == "1.3.2"
    assert not any(line(draft, "1.03.08").pagu.values())
    assert line(draft, "1.03.03").indicators[0].targets["2025"] == "70 %"
    assert [item.name for item in draft.sheets if item.hidden] == ["hitung"]


def test_a_document_puts_the_goals_of_one_table_to_the_programs_of_the_other(drafts):
    draft = drafts["DPMPTSP"]
    goals = [(item.level, item.name, item.parent) for item in draft.lines if item.level not in LEVELS]
    place = [item.level for item in draft.lines].index("tujuan")
    assert goals == [
        ("tujuan", "Meningkatnya daya tarik investasi dan mutu layanan perizinan", None),
        ("sasaran", "Meningkatnya kemudahan berusaha", place),
        ("sasaran", "Meningkatnya minat penanam modal", place),
    ]
    assert dict(draft.lines[place + 1].indicators[0].targets) == dict(
        zip(SIX, ("76", "80", "84", "89", "93", "97"), strict=True)
    )


def test_the_pdf_joins_what_its_pages_cut_and_tells_the_page(drafts):
    draft = drafts["Disdik"]
    last = line(draft, "1.01.01")
    assert (last.origin.page, last.pagu["2030"]) == (2, 12_033_880_000)
    teachers = line(draft, "1.01.04").indicators[0]
    assert (teachers.baseline, teachers.targets["2025"], teachers.targets["2030"]) == ("", "34", "90")
    assert draft.lines[0].indicators[0].baseline == "12,94"
    borrowed = line(draft, "1.01.05").name
    assert borrowed == "PROGRAM SOSIALISASI SEKOLAH RAMAH ANAK DAN PENERIMAAN PESERTA DIDIK BARU"


def test_thousands_of_rupiah_are_proposed_and_a_slip_of_keys_stays_as_it_is_written(drafts):
    draft = drafts["Bapenda"]
    assert (draft.multiplier, draft.multiplier_confirmed) == (1000, False)
    assert line(draft, "5.02.04.2.01").indicators[0].targets["2028"] == "350000"


def test_a_web_page_called_xls_and_a_list_of_windows_keep_every_letter(drafts):
    assert line(drafts["Diskop UKM"], "2.17.07").pagu["2026"] == 1_531_635_000
    assert line(drafts["Diskop UKM"], "2.17.03").indicators[0].targets["2030"] == "40"
    assert line(drafts["Satpol PP"], "2.15.02").location == "Kawasan pasar"
    assert line(drafts["Satpol PP"], "1.05.02").pagu["2025"] == 2_300_000_000


def test_the_rpjmd_of_the_sample_is_one_tree_from_the_vision_to_its_programs():
    draft = read(shelf("sample", "rpjmd_kota_contoh_2025-2029.docx"))
    assert summary(draft, "Kota Contoh").startswith("RPJMD Kota Contoh 2025–2029: ")
    kinds = [item.kind for item in draft.points]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "visi": 1,
        "misi": 4,
        "tujuan": 4,
        "sasaran": 15,
        "program": 6,
    }
    named = {item.text: item for item in draft.points}
    own = named["Pesisir Bercerita"]
    assert own.opd == ("Dinas Kebudayaan dan Pariwisata",)
    above = []
    while own.parent is not None:
        own = draft.points[own.parent]
        above.append((own.kind, own.code, own.text))
    assert above == [
        ("sasaran", "", "Meningkatnya daya saing pariwisata dan ekonomi kreatif"),
        ("tujuan", "", "Meningkatnya pertumbuhan ekonomi yang merata"),
        ("misi", "3", "Menumbuhkan ekonomi pesisir, perdagangan, dan pariwisata yang menyejahterakan"),
        ("visi", "", "Kota Contoh yang melayani, bersih, dan sejahtera menuju kota pesisir cerdas 2030"),
    ]
    planned = {item["text"] for item in reference.sample_part("workshop")["plan_points"]}
    standing = {item.text for item in draft.points if item.kind in {"visi", "misi"}}
    assert standing <= planned


def test_columns_so_narrow_that_words_break_give_the_same_plan(drafts):
    narrow = read(Path(__file__).resolve().parent.parent / "data" / "renstra_disdik_sempit.pdf")

    def told(draft):
        return [
            (item.level, item.code, item.name, dict(item.pagu), item.unit, item.parent, item.support)
            for item in draft.lines
        ]

    assert told(narrow) == told(drafts["Disdik"])
    measured = [[(one.name, one.unit, one.baseline) for one in item.indicators] for item in narrow.lines]
    assert measured == [
        [(one.name, one.unit, one.baseline) for one in item.indicators] for item in drafts["Disdik"].lines
    ]
    targets = [[dict(one.targets) for one in item.indicators] for item in narrow.lines]
    assert targets == [[dict(one.targets) for one in item.indicators] for item in drafts["Disdik"].lines]
    assert narrow.lines[0].indicators[0].written["target@2025"] == "13,0 2"
    assert narrow.years == SIX
    assert {item.location for item in narrow.lines} == {"", "Seluruh kelurahan dan pulau", "Kota Contoh"}
