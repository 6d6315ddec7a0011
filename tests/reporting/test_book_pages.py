"""Where tables, charts and headings of a book come to stand: nothing alone, nothing too tall for a page."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from smartcity_desktop.domain.book import Book
from smartcity_desktop.domain.book_part import BookRow
from smartcity_desktop.domain.book_text import Grid, Run
from smartcity_desktop.domain.paper_book import BookPaper, broad_places, draft_words, pieces, signed_lines
from smartcity_desktop.reporting import book as paper_of_book
from smartcity_desktop.reporting import book_tables, pages
from tests.reporting.pictures import texts
from tests.reporting.test_book import FRAME, PARTS, chapters, table


def printed(parts=PARTS, **texts_of):
    return texts(paper_of_book.written(BookPaper(Book("b", title="M"), chapters(**texts_of), parts), FRAME))


def line_of(*cells):
    return f"| {' | '.join(cells)} |"


def test_a_typed_table_whose_head_is_taller_than_a_page_is_cut_and_does_not_stop_the_book():
    for count in (2, 16, 30):
        head = line_of(*["kepala panjang sekali " * 18] * count)
        found = "\n".join(printed(**{"1.1": f"{head}\n{line_of(*['x'] * count)}\n\nSesudahnya."}))
        assert "Sesudahnya." in found, count


def test_a_row_of_a_filled_table_that_is_taller_than_a_page_is_cut():
    wide = table("program", 3, landscape=True)
    rows = (*wide.rows, BookRow(("9", "W" * 20 + " " + "WWWWWWWW " * 110, "1")))
    narrow = replace(wide, rows=rows, widths=(9, 8, 400), landscape=True)
    found = "\n".join(printed({**PARTS, "program": narrow}, l="[[program]]\n\nSesudahnya."))
    assert "Sesudahnya." in found


def test_a_table_of_many_columns_goes_on_below_itself_each_time_with_its_first_column():
    cells = [[(Run(f"{row}.{column}"),) for column in range(40)] for row in range(3)]
    grid = Grid(tuple(map(tuple, cells)))
    made = list(book_tables.typed_grids(grid))
    assert all(len(one.rows[0]) <= book_tables.MOST_COLUMNS for one in made)
    assert all(one.rows[2][0] == (Run("2.0"),) for one in made)
    assert sorted(cell[0].text for one in made for cell in one.rows[1][1:]) == sorted(
        f"1.{column}" for column in range(1, 40)
    )
    assert list(book_tables.typed_grids(made[0])) == [made[0]]


@pytest.mark.parametrize("lines", [40, 60, 130])
def test_rows_that_go_on_over_a_page_stand_under_their_name_again(lines):
    names = ("Aplikasi Satu", "Aplikasi Dua", "Aplikasi Tiga")
    rows = [
        row
        for name in names
        for row in (
            BookRow((name,), heading=True),
            *(BookRow((f"{name} butir {place}", "isi", "1")) for place in range(lines)),
        )
    ]
    named = replace(table("isu", 3), rows=tuple(rows), sums=())
    for text in printed({**PARTS, "isu": named}, l="[[isu]]"):
        found = re.findall(r"^Aplikasi (\w+)( butir \d+)?", text, re.MULTILINE)
        assert all(before[0] == own[0] for before, own in pairwise(found) if own[1]), text
        assert not found or not found[0][1], "the first line of a page that goes on is the name"


def test_neither_the_last_row_of_a_table_nor_its_note_stands_alone_on_a_page():
    for rows in range(32, 44):
        found = printed({**PARTS, "isu": table("isu", rows)}, l="[[isu]]")
        last = next(text for text in found if "Dari semua baris." in text)
        assert f"Baris {rows} 1.000" in last, rows
        assert f"Baris {rows - 1} 1.000" in last, rows


def test_a_heading_stands_on_the_page_of_what_it_leads():
    tall = table("isu", 9)
    high = tuple(BookRow((str(at), "tinggi " * 60, "1")) for at in range(9))
    for count in range(26, 40, 2):
        text = "Kalimat.\n\n" * count + "## Kepala tabel\n\n[[isu]]"
        found = printed({**PARTS, "isu": replace(tall, rows=high, widths=(9, 30, 100))}, l=text)
        page = next(body for body in found if "Kepala tabel" in body)
        assert re.search(r"tinggi", page), count


def test_a_chart_between_broad_tables_stays_on_their_pages():
    wide = table("program", 3, landscape=True)
    parts = {**PARTS, "program": wide}
    paper = BookPaper(
        Book("b", title="M"),
        chapters(**{"1.1": "[[program]]\n\n[[isu.grafik]]\n\n[[program]]\n\n[[isu.grafik]]", "2.1": "Teks."}),
        parts,
    )
    made = paper_of_book.written(paper, FRAME)
    broad = [
        pages.page_size(made, at)[0] > pages.page_size(made, at)[1] for at in range(pages.page_count(made))
    ]
    found = texts(made)
    places = {
        number: next(
            at for at, text in enumerate(found) if f"Gambar {number}" in text and ". . ." not in text
        )
        for number in ("1.1", "1.2")
    }
    assert broad[places["1.1"]]
    assert broad[places["1.2"]], "a chapter does not end with a chart alone on an upright page"


def test_a_chart_behind_text_or_a_tall_one_stays_upright():
    wide = {**PARTS, "program": table("program", 3, landscape=True)}
    chart = PARTS["isu.grafik"]
    high = replace(chart, chart=replace(chart.chart, height=400.0))

    def lies(text, parts):
        paper = BookPaper(Book("b", title="M"), chapters(**{"1.1": text}), parts)
        found = tuple(pieces(paper))
        return [
            is_broad
            for item, is_broad in zip(found, broad_places(found), strict=True)
            if type(item).__name__ == "ChartPiece"
        ]

    assert lies("[[isu.grafik]]\n\n[[program]]", wide) == [True]
    assert lies("Teks.\n\n[[isu.grafik]]\n\n[[program]]", wide) == [False]
    assert lies("[[isu.grafik]]\n\n[[program]]", {**wide, "isu.grafik": high}) == [False]
    assert lies("[[program]]\n\n[[isu.grafik]]", wide) == [True]
    assert lies("[[program]]\n\n[[isu.grafik]]\n\n[[isu.grafik]]", wide) == [True, True]
    assert lies("[[program]]\n\n[[isu.grafik]]\n\nTeks.", wide) == [False]
    assert lies("[[program]]\n\n[[isu.grafik]]", {**wide, "isu.grafik": high}) == [False]
    assert lies("[[program]]\n\n[[isu.grafik]]\n\n[[isu.grafik]]\n\n[[program]]", wide) == [True, True]


def test_the_name_of_a_chapter_is_cut_only_where_the_line_is_full():
    nodes = chapters(**{"2.1": "Teks. " * 900})
    title = "Analisis kesiapan (struktur, infrastruktur, suprastruktur)"
    nodes = tuple(
        replace(node, chapter=replace(node.chapter, title=title)) if node.chapter.id == "2" else node
        for node in nodes
    )
    found = texts(paper_of_book.written(BookPaper(Book("b", title="Masterplan"), nodes, PARTS), FRAME))
    assert any(f"BAB II · {title}" in text for text in found)


def test_what_a_foreword_leaves_open_is_told_the_same_on_paper_and_in_word():
    node = chapters()[0]
    assert signed_lines(node, BookPaper(Book("b"), place="Contoh")) == ("Contoh, …", "Bupati,", "Budi")
    bare = replace(node, chapter=replace(node.chapter, signed_by="", signed_on="2026-08-05"))
    assert signed_lines(bare, BookPaper(Book("b"))) == ("5 Agustus 2026", "Bupati,", "…")
    assert draft_words(BookPaper(Book("b"))) == "DRAF"
