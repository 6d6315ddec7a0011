"""Minutes, records and reports in Word: every word of the paper, its tables and pictures, nothing twice."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import PageBreak

from smartcity_desktop.domain.print_word import WORD_KINDS, takes_word
from smartcity_desktop.reporting import blocks, families, page, style
from smartcity_desktop.reporting.docx_blocks import Flow
from smartcity_desktop.reporting.docx_body import Body as Written
from smartcity_desktop.reporting.docx_file import DocxFile, Told
from smartcity_desktop.reporting.ending import Body, closed
from smartcity_desktop.services.report import render, render_word
from tests.reporting import docx_order
from tests.reporting.pictures import texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOOT = re.compile(r"halaman \d+ dari \d+|versi \d+ ·|dicetak \S+ \S+ \S+")


@pytest.fixture(scope="module", params=("notulen", "berita-acara-pleno", "laporan-sesi"))
def job(request, sample_desk):
    return sample_desk.report.asked(request.param, replace(sample_desk.report.meant("", ""), even_empty=True))


def words_of(made):
    """Return the words of a document in a bag, those of its tables too."""
    root = Document(io.BytesIO(made)).element.body
    lines = ["".join(part.text or "" for part in item.iter(f"{W}t")) for item in root.iter(f"{W}p")]
    lines += [item.get("descr") for item in root.iter("{*}docPr")]
    return set(re.findall(r"\w{4,}", " ".join(lines).casefold()))


def test_word_says_what_the_paper_says(job):
    made = render_word(job)
    written = words_of(made)
    told = " ".join(written)
    paper = " ".join(FOOT.sub(" ", text) for text in texts(render(job)))
    # Words that the edge of a column broke in two on paper stand whole in Word.
    missing = set(re.findall(r"\w{4,}", paper.casefold())) - written
    parts = [part.paper for item in (job.jobs or (job,)) for part in families.parts(item)]
    told += " ".join(text for item in parts for text in (item.label, *item.running)).casefold()
    assert {word for word in missing if word not in told} == set(), job.kind
    assert docx_order.faults(made) == []
    assert render_word(job) == made


def laid(*found, broad=False):
    """Return a document of blocks, and its bytes."""
    body = Written(DocxFile(Told("Contoh"), "A4"))
    body.broad = broad
    with page.alone():
        style.load_fonts()
        Flow(body).add(list(found))
    body.add(body.file.section(broad=body.broad))
    made = body.file.written(body.made(), numbered=False)
    assert docx_order.faults(made) == []
    return Document(io.BytesIO(made)), made


def test_headings_are_headings_and_manners_stay():
    document, _ = laid(*blocks.section("A. Hasil"), *blocks.paragraphs("baris < & >", lead="Penting:"))
    assert [item.text for item in document.paragraphs if item.style.name == "Heading 2"] == ["A. Hasil"]
    (told,) = [item for item in document.paragraphs if "baris" in item.text]
    assert told.text == "Penting: baris < & >"
    assert "".join(run.text for run in told.runs if run.bold) == "Penting:"
    assert told.runs[0].font.size.pt == style.BODY.fontSize


def test_a_ruled_table_keeps_its_columns_lines_head_and_joined_cells():
    cells = [[[blocks.line(f"{row}.{column}")] for column in range(3)] for row in range(4)]
    made = blocks.framed(
        cells, [50, 100, 150], extra=[("SPAN", (0, 2), (1, 3)), ("NOSPLIT", (0, 2), (-1, 3))]
    )
    document, _ = laid(made)
    (table,) = document.tables
    assert [round(column.width.pt) for column in table.columns] == [50, 100, 150]
    assert table.cell(2, 0)._tc is table.cell(3, 1)._tc
    assert table.cell(2, 0).text == "2.0"
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    ruled = table.cell(1, 1)._tc.find(f"{W}tcPr/{W}tcBorders")
    assert {item.tag.removeprefix(W) for item in ruled} == {"top", "left", "bottom", "right"}
    kept = [row.cells[2].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [None, None, True, None]


def test_what_stands_together_on_paper_does_in_word():
    signed = blocks.plain(
        [[blocks.paragraphs("Mengetahui")], [blocks.gap(40)], [blocks.paragraphs("Nama")]], [90]
    )
    document, _ = laid(blocks.together([blocks.line("Demikian"), signed]), blocks.line("Sesudahnya"))
    assert next(
        item for item in document.paragraphs if item.text == "Demikian"
    ).paragraph_format.keep_with_next
    rows = document.tables[0].rows
    assert [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows] == [
        True,
        True,
        False,
    ]


def test_an_empty_first_cell_keeps_its_row_too():
    signed = blocks.plain([["", [blocks.line("Mengetahui")]], ["", [blocks.line("Nama")]]], [90, 90])
    document, _ = laid(blocks.together([signed, blocks.line("Sesudahnya")]))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert kept == [True, True], "Word and LibreOffice ask the first cell of a row"


@pytest.mark.parametrize(("rows", "tied"), [(5, 6), (40, 2)])
def test_the_last_rows_stay_with_the_signature_also_where_paper_has_room_for_both(rows, tied):
    told = [[f"tugas {place}"] for place in range(rows)]
    table = blocks.table([blocks.Column("Apa", 90)], told, 300.0)
    document, _ = laid(table, blocks.Tied(), blocks.together([blocks.line("Demikian")]))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert [bool(item) for item in kept][-tied:] == [True] * tied


def test_a_table_that_paper_parts_before_its_signature_is_one_in_word():
    sheet = style.upright("F4")

    def body():
        told = [[f"tugas {place}"] for place in range(48)]
        return Body([], [blocks.line("Bagian")], [blocks.table([blocks.Column("Apa", 90)], told, 400.0)])

    with page.alone():
        style.load_fonts()
        made = closed(body, lambda: [[blocks.line("Demikian"), blocks.gap(60)]], sheet)
    document, _ = laid(*made)
    (table,) = document.tables
    assert len(table.rows) == 49
    assert table.rows[-1].cells[0].text == "tugas 47"


def test_headings_of_a_paper_are_as_large_and_as_black_as_in_print(job):
    looks = Document(io.BytesIO(render_word(job))).styles
    assert looks["Heading 2"].font.size.pt == style.SECTION.fontSize
    assert looks["Heading 2"].font.color.rgb is None


def test_shapes_go_along_as_pictures_and_a_room_that_is_asked_for_is_no_gap():
    drawn = Drawing(200, 50)
    drawn.add(Rect(0, 0, 200, 50))
    document, _ = laid(*blocks.section("A"), drawn, blocks.plain([[drawn]], [220]))
    assert [round(item.width.pt) for item in document.inline_shapes] == [200, 200]
    assert [item.text for item in document.paragraphs if item.style.name == "Normal" and item.text] == []
    heights = [item.paragraph_format.line_spacing for item in document.paragraphs[:2]]
    assert all(height is None or not height or height < 20 for height in heights)


def test_pages_turn_where_those_of_the_paper_do():
    document, _ = laid(blocks.line("Tegak"), *page.turn(page.BROAD), blocks.line("Lebar"), PageBreak())
    first, second = document.sections
    assert first.page_width < first.page_height
    assert second.page_width > second.page_height


def test_paper_of_another_size_stays_that_size():
    body = Written(DocxFile(Told("F4"), "F4"))
    body.add(body.file.section())
    document = Document(io.BytesIO(body.file.written(body.made())))
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (
        215,
        330,
    )


def test_hostile_words_stop_no_document():
    bad = "<w:p/> & ]]> \x0b\x07\ud800 \ufffe <b>x</b> " + "W" * 3000
    cells = [[[*blocks.paragraphs(bad)], []], [[], [*blocks.paragraphs(bad)]]]
    _, made = laid(*blocks.section(bad), *blocks.paragraphs(bad), blocks.framed(cells, [90, 90]))
    assert made.startswith(b"PK")


def test_only_what_is_written_on_is_offered():
    assert all(map(takes_word, WORD_KINDS))
    assert not takes_word("daftar-hadir")
