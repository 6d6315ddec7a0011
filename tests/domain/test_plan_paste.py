"""Pasted text of an RPJMD/RPD becomes points: by words, numbers, indent, or columns."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.plan_paste import from_text, indicator_of
from smartcity_desktop.domain.plan_paste_table import from_paste


def told(found):
    """Return kind, number, text and upper point of each."""
    return [(item.kind, item.code, item.text, item.parent) for item in found.points]


def test_words_and_numbers_in_front_say_kind_and_place():
    found = from_text(
        "Visi: Maju\nMisi 1: Melayani\nTujuan 1.1 Bersih\nSasaran 1.1.1 Cepat\nMisi kedua\nMembangun\n"
        "Program Prioritas: Pengelolaan Aplikasi"
    )
    assert told(found) == [
        ("visi", "", "Maju", None),
        ("misi", "1", "Melayani", 0),
        ("tujuan", "1.1", "Bersih", 1),
        ("sasaran", "1.1.1", "Cepat", 2),
        ("misi", "2", "Membangun", 0),
        ("program", "", "Pengelolaan Aplikasi", 4),
    ]
    assert found.told == "1 visi, 2 misi, 1 tujuan, 1 sasaran, 1 program prioritas"


def test_lists_under_headings_find_their_upper_point_by_number():
    found = from_text(
        'VISI\n"Maju"\nMISI\n1. Melayani\n2. Ekonomi\n   kerakyatan\nTujuan:\n1.1 Bersih\n2.1 Tumbuh\n'
        "Isu strategis\n- Stunting"
    )
    assert told(found) == [
        ("visi", "", "Maju", None),
        ("misi", "1", "Melayani", 0),
        ("misi", "2", "Ekonomi kerakyatan", 0),
        ("tujuan", "1.1", "Bersih", 1),
        ("tujuan", "2.1", "Tumbuh", 2),
        ("isu", "", "Stunting", None),
    ]


def test_numbers_that_begin_anew_below_each_mission_hang_there():
    found = from_text("Misi 1 A\nTujuan\n1. B\n2. C\nMisi 2 D\nTujuan\n1. E")
    assert [item.parent for item in found.points] == [None, 0, 0, None, 3]


def test_a_list_of_goals_after_all_missions_is_not_hung_on_the_last_of_them():
    found = from_text("Misi 1 A\nMisi 2 B\nTujuan\n1. C\n2. D")
    assert [item.parent for item in found.points] == [None, None, None, None]


def test_an_indent_says_what_is_below_what():
    found = from_text("Melayani\n  Cepat\n    Antrean\n  Ramah\nMembangun")
    assert told(found) == [
        ("misi", "", "Melayani", None),
        ("tujuan", "", "Cepat", 0),
        ("sasaran", "", "Antrean", 1),
        ("tujuan", "", "Ramah", 0),
        ("misi", "", "Membangun", None),
    ]


def test_lines_without_a_mark_are_of_the_kind_that_was_asked_for():
    assert [item.kind for item in from_text("- Stunting\n- Banjir", "isu").points] == ["isu", "isu"]
    named = from_text("Program Penunjang Urusan\nProgram Pelayanan", "program")
    assert [item.text for item in named.points] == ["Program Penunjang Urusan", "Program Pelayanan"]


def test_indicators_stay_with_their_point():
    found = from_text(
        "Sasaran 1 Digital\nIndikator: Indeks SPBE (indeks); 2,1 (2024); 2026: 2,6; target 2027 3\n"
        "Sasaran 2 Cepat\nIndikator:\n- Aduan selesai (%)\n- Antrean"
    )
    [spbe] = found.points[0].indicators
    assert (spbe.name, spbe.unit, spbe.baseline, spbe.baseline_year) == (
        "Indeks SPBE",
        "indeks",
        "2,1",
        "2024",
    )
    assert spbe.targets == {"2026": "2,6", "2027": "3"}
    assert [item.name for item in found.points[1].indicators] == ["Aduan selesai", "Antrean"]
    assert found.told == "2 sasaran, 3 indikator"
    assert indicator_of("Panjang jalan").unit == ""


TABLE = (
    "Misi\tTujuan\tSasaran\tIndikator\tSatuan\tKondisi Awal (2024)\t2026\n"
    "Misi 1 Melayani\t1.1 Bersih\t\tIndeks RB\tindeks\t62\t64\n"
    "\t\t1.1.1 Digital\tIndeks SPBE\tindeks\t2,1\t2,5\n"
    "\t\t\tIKM\t%\t80\t81\n"
    "Misi 2 Ekonomi\t2.1 Tumbuh\t\t\t\t\t\n"
)


def test_a_table_gives_a_point_per_level_and_its_indicators():
    found = from_paste(TABLE)
    assert told(found) == [
        ("misi", "1", "Melayani", None),
        ("tujuan", "1.1", "Bersih", 0),
        ("sasaran", "1.1.1", "Digital", 1),
        ("misi", "2", "Ekonomi", None),
        ("tujuan", "2.1", "Tumbuh", 3),
    ]
    rb, spbe = found.points[1].indicators[0], found.points[2].indicators[0]
    assert (rb.name, rb.baseline, rb.baseline_year, rb.targets) == ("Indeks RB", "62", "2024", {"2026": "64"})
    assert [spbe.name, found.points[2].indicators[1].name] == ["Indeks SPBE", "IKM"]


def test_programs_come_with_money_and_agencies_and_what_is_no_amount_is_said():
    found = from_paste(
        "Sasaran\tProgram Prioritas\tPerangkat Daerah\tPagu 2026\tPagu 2027\n"
        "B\tProgram X\tDiskominfo; Dinas Pangan, Pertanian dan Perikanan\tRp1.000.000\tabc\n"
        "\tProgram Y\tDinas Kesehatan, Dinas Sosial\t2.000.000\t3"
    )
    one, two = found.points[1:]
    assert one.opd == ("Diskominfo", "Dinas Pangan, Pertanian dan Perikanan")
    assert two.opd == ("Dinas Kesehatan", "Dinas Sosial")
    assert (one.pagu, two.pagu) == ({"2026": 1_000_000}, {"2026": 2_000_000, "2027": 3})
    assert found.notes == ('Baris 2, pagu 2027: "abc" bukan angka, jadi dilewati.',)


def test_a_row_of_a_table_without_any_level_is_named():
    found = from_paste("Sasaran\tIndikator\n\tIndeks SPBE\nDigital\tIKM")
    assert found.notes == ("Baris 2 dilewati: belum ada misi, tujuan, atau sasarannya.",)
    assert [item.text for item in found.points] == ["Digital"]


@pytest.mark.parametrize("text", ["", "\n \n", "\t\t"])
def test_nothing_is_nothing(text):
    assert from_paste(text).points == ()


@given(st.text(alphabet="MisTujuan1. \t\n-:abSasr", max_size=200))
def test_whatever_is_pasted_every_point_has_a_text_and_stands_below_an_earlier_one(text):
    found = from_paste(text)
    for place, item in enumerate(found.points):
        assert item.text
        assert item.parent is None or item.parent < place


@pytest.mark.parametrize(
    "text",
    [
        "Indikator: Indeks; 2" + " " * 200_000 + "(2024) x",
        "Indikator: Indeks" + " " * 200_000 + "(x",
        "Misi\tSasaran\tOPD\na\tb\tDinas" + " " * 200_000 + "X",
    ],
)
def test_a_long_run_of_blanks_costs_nothing(text):
    begun = process_time()
    from_paste(f"Misi 1: Maju\n{text}" if text.startswith("I") else text)
    assert process_time() - begun < 2
