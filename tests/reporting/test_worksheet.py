"""The worksheet, blank and filled."""

from dataclasses import replace
from itertools import pairwise

import pytest

from smartcity_desktop.domain.report import SheetPicture
from smartcity_desktop.reporting import pages, worksheet
from tests.reporting.pictures import frame, rules, sheet, texts, words


def row_heights(pdf, index):
    """Return the heights of the rows in millimetres, measured on the picture of the page."""
    found = [b - a for a, b in pairwise(rules(pdf, index, 13.2))]
    return [height for height in found if height > 15]


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_blank_worksheet_has_five_or_six_rows_a_page_of_20_millimetres_or_more(paper):
    pdf = worksheet.blank(sheet(14, answered=False), frame(paper))
    heights = [row_heights(pdf, index) for index in range(pages.page_count(pdf))]
    assert {len(page) for page in heights} <= {5, 6}
    assert min(height for page in heights for height in page) >= 20


def test_f4_takes_six_programs_a_page():
    assert len(row_heights(worksheet.blank(sheet(6, answered=False), frame("F4")), 0)) == 6


def test_without_any_program_there_are_empty_rows_to_write():
    pdf = worksheet.blank(sheet(0), frame())
    assert pages.page_count(pdf) == 1
    assert len(row_heights(pdf, 0)) == 6
    assert len(row_heights(worksheet.blank(SheetPicture(), frame()), 0)) == 6


def test_programs_are_filled_in_and_answers_are_not():
    found = words(worksheet.blank(sheet(4), frame()))
    for text in ("2.16.02", "Informasi dan Komunikasi Publik", "1.775.000.000", "☐ Sebagian", "☐ GOV"):
        assert text in found
    assert "Aduan warga" not in found
    assert "Pertanyaan pemandu: 1) Sasaran mana" in found
    assert "Paraf ketua" in found
    assert "Hj. Sitti Rahmawati" in found


def test_every_loose_page_says_whose_it_is():
    found = texts(worksheet.blank(sheet(14, answered=False), frame()))
    assert len(found) == 3
    assert all("Dinas Komunikasi, Informatika dan Persandian" in page and "L5-014" in page for page in found)


def test_rows_are_numbered_through():
    found = texts(worksheet.blank(sheet(8, answered=False), frame()))
    assert "7 2.20.02" in " ".join(found[1].split())


def test_support_programs_are_named_but_take_no_row():
    found = words(worksheet.blank(sheet(2), frame()))
    assert "Program penunjang tidak dicetak: 2.16.01" in found
    assert "9.120.400.000" not in found


def test_a_long_guide_stands_after_the_last_row():
    long = replace(sheet(2), guide=("Pertanyaan yang panjang sekali? " * 40,) * 3)
    found = texts(worksheet.blank(long, frame()))
    assert "Pertanyaan pemandu" in " ".join(found)
    assert len(row_heights(worksheet.blank(long, frame()), 0)) >= 5


def test_a_sheet_without_subject_has_only_its_own_columns():
    free = replace(sheet(2), subject_labels=("", "", ""))
    for made in (worksheet.blank, worksheet.filled):
        found = words(made(free, frame()))
        assert "Program Renstra" not in found
        assert "Isu dijawab" in found


def test_a_filled_worksheet_shows_answers_details_and_who_signs():
    found = words(worksheet.filled(sheet(2), frame()))
    for text in ("Aduan warga dijawab", "≤ 2 hari ✓", "Mitra", "Kecamatan, desa", "Meningkatnya layanan"):
        assert text in found
    assert "Ketua: Hj. Sitti Rahmawati, S.Sos., M.Si. · Notulis: Andi Jum'ah" in found
    assert "Hadir: 6 orang · Diwakili oleh: Sekretaris Dinas · Status: Diperiksa" in found
    assert "Program penunjang, di luar hitungan: 2.16.01" in found
    assert "Program 2.20.02 belum punya kondisi awal." in found


def test_the_head_of_the_table_stands_on_every_page():
    found = texts(worksheet.filled(sheet(40), frame()))
    assert len(found) > 2
    assert all("Isu dijawab" in page for page in found[:2])


def test_a_filled_worksheet_without_rows_says_so():
    assert "Belum ada isian pada kertas kerja ini." in words(worksheet.filled(SheetPicture(), frame()))


def test_the_heading_of_all_details_never_stands_alone_at_the_foot_of_a_page():
    details = [replace(row, values={**row.values, "partners": "Bank sampah " * 30}) for row in sheet(9).rows]
    for count in range(1, 10):
        picture = replace(sheet(count), rows=tuple(details[:count]))
        for page in texts(worksheet.filled(picture, frame("A4"))):
            if "Rincian per program" in page:
                assert "Bank sampah" in page.partition("Rincian per program")[2]
