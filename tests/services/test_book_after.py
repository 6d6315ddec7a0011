"""What follows a masterplan in its books: the evaluation with its weights, unknown monitoring, who signs."""

import pytest

from smartcity_desktop.domain.book_proposal import told as proposed
from smartcity_desktop.domain.paper_leader import REGION_PAGE
from smartcity_desktop.domain.print_job import PrintAsk
from tests.services.test_evaluation import GOVERNANCE, LAW, program

__all__ = ["program"]

KEYS = ("evaluasi", "evaluasi.grafik", "evaluasi.terlemah", "pantau", "pantau.grafik", "tanda-tangan")


@pytest.fixture
def filled(desk):
    """Fill the parts anew."""
    return lambda: desk.book.filled(KEYS)


def test_the_index_stands_in_a_book_with_its_weights_and_what_it_does_not_know(desk, filled):
    desk.evaluation.begin(2026, "kppn_ikn")
    desk.evaluation.score(2026, LAW, "3")
    desk.evaluation.score(2026, GOVERNANCE, "1,5")
    desk.evaluation.write(2026, GOVERNANCE, "note", "minta laporan")
    desk.evaluation.begin(2027, "reguler")
    found = filled()
    table = found["evaluasi"]
    assert table.columns == ("Bagian", "Bobot (%)", "Butir", "Diperkirakan", "Rata-rata")
    assert [row.cells for row in table.rows][:3] == [
        ("Baseline", "10", "5", "1", "3,00"),
        ("Output", "20", "7", "0", "–"),
        ("Outcome", "20", "33", "1", "1,50"),
    ]
    assert table.sums == ("Indeks", "100", "117", "2", "2,00")
    assert table.note == (
        "Perkiraan sendiri tahun 2026, skala 0–4, bukan nilai resmi kementerian. Bobot Wilayah KPPN dan IKN: "
        "Baseline 10, Output 20, Outcome 20, Impact 20, Quick win 20, Kolaborasi 10. 2 dari 117 butir "
        "diperkirakan. Butir tanpa nilai tidak ikut dihitung. Bobot bagian yang masih kosong (Output, "
        "Impact, Quick win, Kolaborasi) dibagi ke bagian lain."
    )
    assert proposed(table).text == (
        "Indeks evaluasi menurut bagian memuat 6 bagian; indeksnya 2,00 dari 4,00, tertinggi Baseline (3,00)"
        ", terendah Outcome (1,50). 2 dari 117 butir diperkirakan. Butir tanpa nilai tidak ikut dihitung. "
        "Bobot bagian yang masih kosong (Output, Impact, Quick win, Kolaborasi) dibagi ke bagian lain."
    )
    assert [row.cells[1:] for row in found["evaluasi.terlemah"].rows] == [
        ("Outcome", "3.1.1", "Program governance berjalan", "1,5", "–", "minta laporan"),
        ("Baseline", "1.1.1", "Masterplan berpayung hukum", "3", "–", "–"),
    ]
    assert "indeks 2,00 dari 4,00" in found["evaluasi.grafik"].note
    page = str(desk.report.asked(REGION_PAGE, PrintAsk()).picture)
    assert "2,00 dari 4,00 (2026, 2 dari 117 butir)" in page


def test_a_year_later_the_book_has_both_years_beside_each_other(desk, filled):
    for year, score in ((2026, "2"), (2027, "3")):
        desk.evaluation.begin(year, "baru")
        desk.evaluation.score(year, LAW, score)
    table = filled()["evaluasi"]
    assert table.columns[-2:] == ("Tahun 2026", "Selisih")
    assert table.rows[0].cells[-3:] == table.sums[-3:] == ("3,00", "2,00", "+1,00")
    assert "Pembanding tahun 2026: 1 dari 111 butir diperkirakan" in table.note


def test_what_nobody_reported_on_is_a_bar_of_its_own(desk, filled, program):
    desk.monitor.write(program, 2026, "planned", True)
    assert filled()["pantau.grafik"].is_empty
    rows = desk.worksheet.new_rows(1)
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    cells = [(rows[0], "name", "Kedua"), (rows[0], "year_start", "2026")]
    desk.worksheet.set_cells(sheet, home, cells)
    desk.monitor.write(program, 2026, "state", "berjalan")
    chart = filled()["pantau.grafik"]
    texts = [shape.text for shape in chart.chart.shapes if hasattr(shape, "text")]
    assert "Belum dilaporkan" in texts
    assert chart.note == "Tahun 2026: 1 dari 2 program dan quick win dilaporkan."
    head = filled()["pantau"].rows[0]
    assert head.heading
    assert "1 dari 2 yang direncanakan belum dilaporkan" in head.cells[0]


def test_who_has_not_signed_stands_in_the_book_in_the_words_of_the_list(desk, filled):
    desk.signature.draw_up()
    row, _ = desk.signature.add("Dr. Ahli", "Tenaga ahli", "ahli")
    desk.signature.mark(row, "susulan")
    table = filled()["tanda-tangan"]
    assert [row.cells[:5] for row in table.rows] == [
        ("–", "–", "Bupati Konawe Selatan", "–", "Belum"),
        ("1", "Dr. Ahli", "Tenaga ahli", "–", "Susulan"),
    ], "the head of the region signs below all others and has no number on any list"
    assert table.note == "1 dari 2 sudah menandatangani, 1 di antaranya susulan."
