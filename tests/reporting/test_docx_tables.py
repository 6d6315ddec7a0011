"""Tables and the making of a Word document: figures whole, lines kept, rows together, elements in order."""

import io
from dataclasses import replace

import pytest
from docx import Document

from smartcity_desktop.domain.book import Book, tree
from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.domain.paper_book import BookPaper
from smartcity_desktop.reporting import docx_book, style
from tests.reporting import docx_order
from tests.reporting.test_docx_book import FRAME, TABLES, chapter
from tests.reporting.test_docx_book import content as content  # noqa: PLC0414 - a fixture of that module
from tests.reporting.test_docx_book import paper as paper  # noqa: PLC0414 - the same

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
YEARS = BookTable(
    TABLES[0],
    "Pagu",
    ("Dimensi", *map(str, range(2026, 2031)), "Jumlah"),
    tuple(
        BookRow((f"Smart {name}", *["36.484.749.000"] * 5, "922.510.753.000"))
        for name in ("Governance", "Living")
    ),
    (100, *(1,) * 6),
    ("left", *("right",) * 6),
    ("Jumlah", *["36.484.749.000"] * 5, "922.510.753.000"),
    "Dari dua dimensi.",
    landscape=True,
)


def book_of(table, text=f"[[{TABLES[0]}]]\n\nSesudahnya."):
    nodes = tree([chapter("1", "Isi", text)])
    return docx_book.written(BookPaper(Book(title="M"), nodes, {TABLES[0]: table}), FRAME)


def table_of(made):
    return Document(io.BytesIO(made)).tables[0]


def test_word_finds_every_element_where_it_asks_for_it(content):
    assert docx_order.faults(content) == []
    assert docx_order.faults(book_of(YEARS)) == []


def test_the_order_of_elements_is_really_looked_at(content):
    swapped = docx_order.ORDERS["settings"].split()
    assert swapped.index("updateFields") > swapped.index("characterSpacingControl")
    mended = docx_order.ORDERS | {"tbl": "tblGrid tblPr tr"}
    before, docx_order.ORDERS = docx_order.ORDERS, mended
    try:
        assert docx_order.faults(content)
    finally:
        docx_order.ORDERS = before


def test_no_figure_and_no_word_of_a_head_is_broken_over_two_lines():
    made = table_of(book_of(YEARS))
    style.load_fonts()
    for row in made.rows:
        for cell in row.cells:
            words = max(cell.text.split(), key=len)
            size = cell.paragraphs[0].style.font.size.pt
            assert style.text_width(words, style.BOLD, size) + 8 <= cell.width.pt + 0.5, words


def test_each_line_of_a_cell_stays_a_line():
    rows = (BookRow(("GOV", "Selasa, 4 Agustus 2026\nRabu, 5 Agustus 2026")),)
    made = table_of(book_of(BookTable(TABLES[0], "Waktu", ("Dimensi", "Waktu"), rows, (20, 80))))
    assert made.cell(1, 1).text == "Selasa, 4 Agustus 2026\nRabu, 5 Agustus 2026"


@pytest.mark.parametrize(("count", "kept"), [(3, [True] * 3), (30, [True, *[False] * 27, True, True])])
def test_a_small_table_stands_on_one_page_and_the_last_rows_of_a_long_one_do(count, kept):
    rows = tuple(BookRow((str(at), "Isu")) for at in range(count))
    table = BookTable(TABLES[0], "Isu", ("No.", "Isu"), rows, (20, 80), note="Dari semua.")
    for note in ("Dari semua.", ""):
        made = table_of(book_of(replace(table, note=note)))
        found = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in made.rows[1:]]
        assert [bool(item) for item in found] == [*kept[:-1], bool(note)]


def test_the_rows_of_many_columns_are_set_smaller():
    assert table_of(book_of(YEARS)).cell(1, 1).paragraphs[0].style.name == "Angka tabel kecil"
    few = replace(YEARS, columns=("A", "B"), rows=(BookRow(("a", "1")),), aligns=("left", "right"), sums=())
    assert table_of(book_of(replace(few, widths=(1, 1)))).cell(1, 1).paragraphs[0].style.name == "Angka tabel"


def test_a_typed_table_has_columns_as_broad_as_their_texts_and_a_tall_head_does_not_repeat():
    text = "| No | Uraian |\n| 1 | Uraian yang panjang sekali sehingga perlu tempat |"
    made = table_of(book_of(YEARS, text))
    assert made.columns[0].width < made.columns[1].width / 3
    assert made.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    tall = table_of(book_of(YEARS, f"| {'kepala panjang ' * 200} | b |\n| 1 | 2 |"))
    assert tall.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is None
    assert tall.rows[0]._tr.find(f"{W}trPr/{W}cantSplit") is None
