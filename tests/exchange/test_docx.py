"""Word documents: what a person sees is read, not what was deleted or hidden; tables over pages are one."""

from itertools import pairwise

import pytest

from smartcity_desktop.exchange.docx import read_docx, snapped
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.office import (
    TYPES,
    as_word,
    html,
    packed,
    paragraph,
    word_cell,
    word_file,
    word_table,
)
from tests.exchange.tables import PLAN, understood, written

TABLE = written(PLAN)
ROWS = len(TABLE.rows())
HEAD = 2


def read(tmp_path, body, **more):
    path = tmp_path / "renstra.docx"
    path.write_bytes(word_file(body, **more))
    return read_docx(path)


def row(*cells):
    return "".join(word_cell(cell if cell.startswith("<") else paragraph(cell)) for cell in cells)


def of(*rows, widths=(1000, 1000)):
    return word_table(rows, widths)


@pytest.mark.parametrize("starts", [(6, 9), (5, 8, 11)])
@pytest.mark.parametrize("has_heads", [True, False], ids=["head repeated", "head once"])
def test_a_plan_cut_into_several_tables_is_one(starts, has_heads, tmp_path):
    cuts = [0, *starts, ROWS]
    parts = []
    for first, end in pairwise(cuts):
        again = [*range(HEAD)] if has_heads and first else []
        parts.append(as_word(TABLE, [*again, *range(first, end)]))
    (grid,) = read(tmp_path, paragraph("").join(parts))
    assert understood(plan([grid], "a")) == list(PLAN)


def test_the_lines_above_name_the_table_and_the_cover_names_the_agency_and_the_years(tmp_path):
    cover = ("RENCANA STRATEGIS", "DINAS KOMUNIKASI DAN INFORMATIKA", "TAHUN 2025-2026", "KATA PENGANTAR")
    prose = paragraph("Renstra ini merupakan bagian dari perencanaan daerah.")
    title = paragraph("Tabel T-C.27 Rencana Program") + paragraph("(dalam ribuan rupiah)")
    path = tmp_path / "renstra.docx"
    table = as_word(written(PLAN, multiplier=1000, multiplier_words=""))
    path.write_bytes(word_file("".join(map(paragraph, cover)) + prose + title + table))
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert draft.sheet == "Tabel T-C.27 Rencana Program"
    assert (draft.opd_name, draft.multiplier) == ("DINAS KOMUNIKASI DAN INFORMATIKA", 1000)
    assert (draft.period_start, draft.period_end) == (2025, 2026)


def test_an_agency_right_above_a_table_counts_more_than_the_cover(tmp_path):
    (grid,) = read(tmp_path, paragraph("DINAS KESEHATAN") + paragraph("Badan Riset") + of(row("a", "b")))
    assert [line[0] for line in grid.rows] == ["DINAS KESEHATAN", "Badan Riset", "a"]
    first, second = read(
        tmp_path,
        paragraph("DINAS KESEHATAN")
        + of(row("a", "b"), row("1", "2"))
        + paragraph("Dinas Sosial")
        + of(row("c", "d"), row("3", "4")),
    )
    assert [line[0] for line in first.rows] == ["DINAS KESEHATAN", "a", "1"]
    assert [line[0] for line in second.rows] == ["Dinas Sosial", "c", "3"]


DELETED = "<w:p><w:r><w:t>Jalan</w:t></w:r><w:del><w:r><w:delText> lama</w:delText></w:r></w:del></w:p>"
CHANGES = {
    "deleted letters": (DELETED, "Jalan", "deleted"),
    "inserted letters": ("<w:p><w:ins><w:r><w:t>Jalan</w:t></w:r></w:ins></w:p>", "Jalan", ""),
    "moved away": (
        (
            "<w:p><w:moveFrom><w:r><w:t>lama</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Jalan</w:t></w:r>"
            "</w:moveTo></w:p>"
        ),
        "Jalan",
        "deleted",
    ),
    "hidden run": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r><w:r><w:t>Jalan</w:t></w:r></w:p>",
        "Jalan",
        "hidden",
    ),
    "not hidden after all": (
        '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Jalan</w:t></w:r></w:p>',
        "Jalan",
        "",
    ),
    "hidden style": (
        (
            '<w:p><w:r><w:rPr><w:rStyle w:val="Bawah"/></w:rPr><w:t>rahasia</w:t></w:r>'
            "<w:r><w:t>Jalan</w:t></w:r></w:p>"
        ),
        "Jalan",
        "hidden",
    ),
    "hidden mark of a paragraph": (
        "<w:p><w:pPr><w:rPr><w:vanish/><w:del/></w:rPr></w:pPr><w:r><w:t>Jalan</w:t></w:r></w:p>",
        "Jalan",
        "",
    ),
    "breaks and tabs": (
        (
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Jalan</w:t><w:br/><w:t>baru</w:t><w:tab/>"
            "<w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>"
        ),
        "Jalan\nbaru 1-2",
        "",
    ),
    "field": (
        (
            "<w:p><w:r><w:instrText>REF x</w:instrText></w:r><w:fldSimple><w:r><w:t>Jalan</w:t></w:r>"
            "</w:fldSimple></w:p>"
        ),
        "Jalan",
        "",
    ),
    "text box, once": (
        (
            '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent><w:p><w:r><w:t>Jalan</w:t>'
            "</w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Jalan</w:t></w:r></w:p>"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
        "Jalan",
        "",
    ),
    "content control": (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Jalan</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "Jalan",
        "",
    ),
    "footnote": (
        (
            "<w:p><w:r><w:t>Jalan</w:t><w:footnoteReference/></w:r><w:r><w:footnote><w:p><w:r><w:t>catatan</w:t>"
            "</w:r></w:p></w:footnote></w:r></w:p>"
        ),
        "Jalan",
        "",
    ),
    "indent": (
        '<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>Jalan</w:t></w:r></w:p>',
        "      Jalan",
        "",
    ),
    "hanging number": (
        '<w:p><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr><w:r><w:t>Jalan</w:t></w:r></w:p>',
        "Jalan",
        "",
    ),
}
STYLES = (
    f'<w:styles xmlns:w="{"http://schemas.openxmlformats.org/wordprocessingml/2006/main"}">'
    '<w:style w:styleId="Atas"><w:basedOn w:val="Bawah"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Bawah"><w:basedOn w:val="Atas"/></w:style>'
    '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/>'
    "</w:style></w:styles>"
)


@pytest.mark.parametrize("what", CHANGES)
def test_a_cell_reads_as_a_person_sees_it(what, tmp_path):
    content, words, note = CHANGES[what]
    (grid,) = read(tmp_path, of(row(content, "x")), **{"word/styles.xml": STYLES})
    assert grid.rows == ((words, "x"),)
    assert grid.notes == ((note,) if note else ())


def test_deleted_rows_and_cells_are_gone(tmp_path):
    gone = "<w:trPr><w:del/></w:trPr>" + row("lama", "lama")
    cell = word_cell(paragraph("lama"), "<w:cellDel/>")
    hidden = "<w:trPr><w:hidden/></w:trPr>" + row("tersembunyi", "x")
    (grid,) = read(tmp_path, of(row("Kode", "Nama"), gone, hidden, cell + row("tetap")))
    assert grid.rows == (("Kode", "Nama"), ("", "tetap"))


def test_borders_that_a_hand_dragged_aside_make_no_columns(tmp_path):
    first = word_cell(paragraph("Kode")) + word_cell(paragraph("Nama"), '<w:gridSpan w:val="2"/>')
    second = word_cell(paragraph("2.16"), '<w:gridSpan w:val="2"/>') + word_cell(paragraph("Data"))
    (grid,) = read(tmp_path, of(first, second, widths=(1500, 40, 5000)))
    assert grid.rows == (("Kode", "Nama"), ("2.16", "Data"))
    assert grid.merges == ()
    assert snapped((0, 40)) == [0, 1, 2]


def test_cells_left_out_at_the_edge_leave_their_columns_empty(tmp_path):
    short = '<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + row("b")
    (grid,) = read(tmp_path, of(row("1", "2", "3"), short, widths=(900, 900, 900)))
    assert grid.rows == (("1", "2", "3"), ("", "b", ""))


def test_a_small_table_in_a_cell_is_its_text_and_a_large_one_stands_for_itself(tmp_path):
    small = of(row("a", "b"), row("c", "d")) + paragraph("")
    (grid,) = read(tmp_path, of(row("1", "2"), row(small, "4"), row("5", "6"), row("7", "8")))
    assert grid.rows[1] == ("a b\nc d", "4")
    large = paragraph("Tabel 7 Isi") + as_word(TABLE)
    (grid,) = read(tmp_path, of(row(large), widths=(9000,)))
    assert grid.rows[-ROWS:] == TABLE.grid().rows


def test_a_web_page_wrapped_into_a_document_is_read(tmp_path):
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rId9" Type="{kinds}/aFChunk" Target="/word/isi.html"/>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{link}</Relationships>"
    )
    more = {"word/_rels/document.xml.rels": relations, "word/isi.html": html(TABLE)}
    (grid,) = read(tmp_path, f'<w:altChunk xmlns:r="{kinds}" r:id="rId9"/>', **more)
    assert grid.rows == TABLE.grid().rows


def test_macros_and_deleted_text_are_told_and_not_read(tmp_path):
    path = tmp_path / "renstra.docm"
    path.write_bytes(word_file(paragraph("x") + DELETED + as_word(TABLE), **{"word/vbaProject.bin": "x"}))
    draft = read_file(path)
    told = {problem.code: problem.message for problem in draft.problems}
    assert set(told) == {"left-macros", "left-deleted"}
    assert "tidak dijalankan" in told["left-macros"]
    assert understood(draft) == list(PLAN)


def test_the_main_part_may_have_any_name(tmp_path):
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    inside = f'<w:document xmlns:w="x"><w:body>{of(row("a", "b"))}</w:body></w:document>'
    path = tmp_path / "a.docx"
    path.write_bytes(
        packed({"[Content_Types].xml": TYPES, "_rels/.rels": relation, "word/document2.xml": inside})
    )
    assert [grid.rows for grid in read_docx(path)] == [(("a", "b"),)]
