"""The results of a worksheet on paper: heads stay with their rows, no text stops it, an empty one says so."""

import pytest

from smartcity_desktop.domain.paper_result import ResultColumn, ResultGroup, ResultLine, ResultPaper
from smartcity_desktop.domain.print_job import RESULT, PrintJob
from smartcity_desktop.services.report import render
from tests.reporting.pictures import frame, texts
from tests.reporting.test_hostile import TEXTS

COLUMNS = (ResultColumn("Jenis", 26), ResultColumn("Faktor", 90, main=True))


def paper(*groups, **more):
    found = tuple(ResultGroup(name, tuple(ResultLine(cells) for cells in rows)) for name, rows in groups)
    return ResultPaper("L3", "Analisis SWOT", COLUMNS, found, len(groups), **more)


def printed(picture):
    return texts(render(PrintJob(RESULT, "Hasil", frame(), picture=picture)))


@pytest.mark.parametrize("count", range(18, 30))
def test_the_head_of_a_sheet_stands_on_the_page_of_its_first_row(count):
    pages = printed(paper(("Dinas Satu", [("W", "Baris")] * count), ("Dinas Dua", [("S", "Pertama")])))
    (here,) = [page for page in pages if "Dinas Dua (1)" in page]
    assert "Pertama" in here


@pytest.mark.parametrize("count", range(17, 22))
def test_no_page_ends_with_heads_of_columns_and_half_a_head(count):
    tall = "Kalimat yang panjang sekali. " * 36
    pages = printed(paper(("Dinas Satu", [("W", "Baris")] * count), ("Dinas Dua", [("S", tall)])))
    assert [page.count("Jenis") for page in pages] == [1] * len(pages)
    assert sum(page.count("Dinas Dua (1)") for page in pages) == 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_stops_it(text):
    merged = ResultGroup(text, (ResultLine((text, text), 3),))
    columns = (ResultColumn(text, 26), ResultColumn(text, 90, main=True))
    assert printed(ResultPaper(text, text, columns, (merged,), 1, 2, (text,)))


def test_an_empty_worksheet_says_so_and_what_nobody_answered_is_named():
    assert "Belum ada isian di lembar mana pun." in printed(paper())[0]
    (page,) = printed(paper(("Dinas", [("W", "Baris")]), gone=2, unanswered=("Bukti", "Sumber")))
    assert "Kolom yang belum diisi siapa pun: Bukti, Sumber." in page
    assert "2 isian sudah digabung ke isian lain dan dihitung di sana." in page
