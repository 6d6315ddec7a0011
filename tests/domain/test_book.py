"""The tree of a book: numbers, circles, retired chapters, where one may go; what tables say in words."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.book import Chapter, Place, beside, letter, moved_to, roman, tree
from smartcity_desktop.domain.book_part import BookRow, BookTable, kind_of, limit_of
from smartcity_desktop.domain.book_proposal import Proposal, Standing, standing, told
from smartcity_desktop.domain.chart_book import gantt, progress
from smartcity_desktop.domain.roadmap import RoadProgram, Span

CHAPTERS = (
    Chapter("f", "a", part="pengantar", title="Kata pengantar"),
    Chapter("1", "b", part="bab", title="Satu"),
    Chapter("1a", "a", parent="1", title="Satu satu"),
    Chapter("1b", "b", parent="1", title="Satu dua"),
    Chapter("1b1", "a", parent="1b", title="Dalam"),
    Chapter("2", "c", part="bab", title="Dua"),
    Chapter("l", "a", part="lampiran", title="Daftar"),
    Chapter("l1", "a", parent="l", title="Rincian"),
)


def _numbers(chapters):
    return [node.number for node in tree(chapters)]


def test_chapters_stand_in_front_in_the_body_and_behind_with_their_numbers():
    assert _numbers(CHAPTERS) == ["", "BAB I", "1.1", "1.2", "1.2.1", "BAB II", "Lampiran A", "A.1"]
    assert [node.series for node in tree(CHAPTERS)] == ["", "1", "1", "1", "1", "2", "A", "A"]


def test_a_retired_chapter_takes_all_below_it_along_and_has_no_number():
    gone = [replace(item, retired=item.id == "1b") for item in CHAPTERS]
    assert _numbers(gone) == ["", "BAB I", "1.1", "BAB II", "Lampiran A", "A.1"]
    whole = tree(gone, retired=True)
    assert [node.number for node in whole] == ["", "BAB I", "1.1", "", "", "BAB II", "Lampiran A", "A.1"]
    assert [node.series for node in whole] == ["", "1", "1", "", "", "2", "A", "A"]
    whole = tree([replace(item, retired=item.id == "1") for item in CHAPTERS], retired=True)
    assert [node.number for node in whole] == ["", "", "", "", "", "BAB I", "Lampiran A", "A.1"]


@pytest.mark.parametrize(("row", "next_one"), [("1b", "2"), ("1", "2"), ("l1", "l"), ("f", "1"), ("x", "")])
def test_who_loses_a_chapter_goes_on_at_the_next_one(row, next_one):
    assert beside(tree(CHAPTERS), row) == next_one


def test_chapters_in_a_circle_or_below_a_lost_one_are_not_lost():
    two = {"1a": "1b", "1b": "1a", "l1": "weg"}
    turned = [replace(item, parent=two.get(item.id, item.parent)) for item in CHAPTERS]
    assert {node.chapter.id for node in tree(turned)} == {item.id for item in CHAPTERS}


def test_signs_of_chapters_go_on_behind_the_last_letter():
    assert [roman(count) for count in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
    assert [letter(count) for count in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize(
    ("row", "way", "place"),
    [
        ("1b", "up", Place("1", "bab", "")),
        ("1a", "up", None),
        ("1a", "down", Place("1", "bab", "1b")),
        ("1b", "in", None),
        ("1b1", "out", Place("1", "bab", "1b")),
        ("1b", "out", Place("", "bab", "1")),
        ("2", "in", Place("1", "bab", "1b")),
        ("2", "down", None),
        ("f", "in", None),
        ("weg", "up", None),
    ],
)
def test_a_chapter_moves_one_step_or_not_at_all(row, way, place):
    assert moved_to(tree(CHAPTERS), row, way) == place


def test_a_part_is_known_by_its_key_and_limited_only_where_it_may_be():
    assert kind_of("isu:GOV").key == "isu"
    assert limit_of("isu:GOV") == "GOV"
    assert kind_of("program.sub:GOV") is None
    assert kind_of("salah") is None
    assert kind_of("isu.grafik").word == "Gambar"


def _table(columns, rows, aligns, sums=()):
    return BookTable("k", "Tabel", columns, tuple(rows), (1,) * len(columns), aligns, sums)


def test_a_table_of_figures_is_told_by_its_sum_its_largest_and_its_empty_lines():
    rows = [BookRow((name, value)) for name, value in (("A", "1.200"), ("B", "0"), ("C", "30"))]
    made = told(_table(("Dimensi", "Pagu (Rp)"), rows, ("left", "right"), ("Jumlah", "1.230")))
    assert (
        made.text
        == "Tabel memuat 3 baris, jumlahnya Rp1.230. Terbanyak: A (Rp1.200), C (Rp30). Belum ada: B."
    )


def test_a_paragraph_speaks_of_counts_and_never_of_their_shares():
    rows = [BookRow(("Pemerintah", "128", "73%")), BookRow(("Media", "47", "27%"))]
    heads = ("Unsur", "Peserta", "Bagian")
    made = _table(heads, rows, ("left", "right", "right"), ("Jumlah", "175", "100%"))
    assert told(replace(made, spoken=1)).text == (
        "Tabel memuat 2 baris, jumlahnya 175 peserta. Peserta terbanyak: Pemerintah (128), Media (47)."
    )
    assert told(made).text == "Tabel memuat 2 baris.", "a share is no figure to be compared as a count"


def test_what_is_rightly_empty_is_not_told_as_lacking():
    rows = [BookRow(("1", "DESAKU", "–", "–"))]
    heads = ("No", "Quick win", "Alasan", "Catatan perbedaan pendapat")
    made = told(_table(heads, rows, ("right", "left", "left", "left")))
    assert made.text == "Tabel memuat 1 baris. Yang belum diisi: Alasan (1)."


def test_a_list_is_told_by_its_rows_their_headings_and_what_is_lacking():
    rows = [BookRow(("GOV",), heading=True), BookRow(("1", "x", "–")), BookRow(("ENV",), heading=True)]
    rows += [BookRow(("2", "y", "z")), BookRow(("3", "w", "–"))]
    made = told(_table(("No", "Isu", "OPD"), rows, ("right", "left", "left")))
    assert made.text == "Tabel memuat 3 baris: GOV 1, ENV 2. Yang belum diisi: OPD (2)."


def test_sheets_are_counted_by_their_headings_and_an_empty_table_says_nothing():
    rows = [BookRow(("Satu",), heading=True), BookRow(("Uraian", "x")), BookRow(("Bukti", "y"))]
    assert told(_table(("Butir", "Isi"), rows, ("left", "left"))).text == "Tabel memuat 1 lembar."
    assert told(_table(("No", "Isu"), [], ("right", "left"))) is None


def test_a_program_is_a_bar_over_its_years_or_says_that_they_are_unknown():
    known = RoadProgram(id="a", name="Satu Data", span=Span(2, 4))
    lost = RoadProgram(id="b", name="Lepas")
    chart = gantt([known, lost], 2026, width=440)
    bar = next(item for item in chart.shapes if getattr(item, "width", 0) > 50)
    step = 440 * 0.56 / 10
    assert bar.width == pytest.approx(3 * step)
    words = {item.text for item in chart.shapes if hasattr(item, "text")}
    assert {"2026", "2035", "Satu Data", "tahun belum disebut"} <= words
    beyond = RoadProgram(id="c", name="Kelak", span=Span(12, 14))
    said = {item.text for item in gantt([beyond], 2026, width=440).shapes if hasattr(item, "text")}
    assert "di luar sepuluh tahun masterplan" in said
    assert "tahun belum disebut" not in said
    assert gantt([], 2026, width=440).height == 0


def test_progress_that_nobody_said_is_no_zero():
    chart = progress([("A", 40), ("B", None), ("C", 0)], width=440)
    assert [item.text for item in chart.shapes if hasattr(item, "text")] == [
        "A",
        "40%",
        "B",
        "belum",
        "C",
        "0%",
    ]


@pytest.mark.parametrize(
    ("text", "is_old"),
    [
        ("Isu daerah memuat 84 baris. Yang belum diisi: Penyebab (3).", False),
        ("Isu daerah memuat 84 baris.", False),
        ("Isu daerah memuat 84 baris, terbanyak dalam 10 tahun; penyebab 3 isu belum diisi.", False),
        ("Isu daerah memuat 80 baris. Yang belum diisi: Penyebab (3).", True),
        ("Isu daerah memuat 1.084 baris.", True),
    ],
)
def test_a_sentence_is_old_where_its_figures_are_others_than_those_of_the_data(text, is_old):
    offer = Proposal("isu", "Isu daerah", "Isu daerah memuat 84 baris. Yang belum diisi: Penyebab (3).")
    around = ("Kota memuat 2 pulau.", text)
    assert standing(offer, around) == Standing(offer, text, is_old)
    assert standing(offer, around[:1]) == Standing(offer)
