"""A book as a Word document: what Word finds in it, and that nothing typed or pasted can break it."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from shutil import which

import pytest
from docx import Document
from lxml import etree

from smartcity_desktop.domain.book import Book, Chapter, tree
from smartcity_desktop.domain.book_part import CHART, PARTS, TABLE, BookChart, BookRow, BookTable
from smartcity_desktop.domain.chart import program_bars
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_book import UNKNOWN, BookPaper
from smartcity_desktop.domain.report import DimensionCount, Letterhead, PrintFrame
from smartcity_desktop.errors import UserFault
from smartcity_desktop.reporting import docx_book

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOOK = RowId("b")
TABLES = [item.key for item in PARTS if item.way == TABLE][:3]
CHARTED = next(item.key for item in PARTS if item.way == CHART)
HOSTILE = '<w:p/> & "kutip" ]]> \x0b\x07\ud800 \ufffe lurus'
FRAME = PrintFrame(
    printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=timezone(timedelta(hours=8))),
    letterhead=Letterhead("PEMERINTAH KOTA CONTOH"),
    workshop_title="Bimtek Contoh",
    version="12",
)


def chapter(row, title, text="", *, parent="", part="bab", **more):
    return Chapter(RowId(row), row, BOOK, RowId(parent), row, part, title, text, **more)


def made_table(key, caption, count, *, landscape=False):
    rows = (
        BookRow(("Smart Governance",), heading=True),
        *(BookRow((str(at), f"Isu ke-{at} {HOSTILE}", "1.250.000")) for at in range(1, count + 1)),
    )
    heads, sides = ("No.", "Isu", "Pagu (Rp)"), ("right", "left", "right")
    return BookTable(
        key, caption, heads, rows, (10, 100, 40), sides, ("", "Jumlah", "9"), "3 dari 8.", landscape
    )


@pytest.fixture(scope="module")
def paper():
    text = (
        f"Paragraf **tebal** dan *miring*.\n\n## Subjudul\n\n- satu\n  - anak\n\n1. pertama\n2. kedua\n\n"
        f"?? Ada 12 isu.\n\n| Kolom | Isi |\n| a | b |\n\n[[{TABLES[0]}]]\n\n[[{CHARTED}]]\n\n[[tidak-ada]]"
    )
    chapters = [
        chapter(
            "0",
            "Kata pengantar",
            "Puji syukur.",
            part="pengantar",
            signed_by="Wali Kota",
            signed_on="2026-08-05",
        ),
        chapter("1", "Pendahuluan", text),
        chapter("2", "Latar belakang", f"1. lagi pertama\n\n[[{TABLES[1]}]]\n\nSesudahnya.", parent="1"),
        chapter("3", "Peta jalan", f"Isi {HOSTILE}\n\n[[{TABLES[2]}]]"),
        chapter("4", "Daftar OPD", "Isi.", part="lampiran"),
    ]
    bars = program_bars([DimensionCount("GOV", "Smart Governance", 12)], width=440)
    parts = {
        TABLES[0]: made_table(TABLES[0], "Isu per dimensi", 40),
        TABLES[1]: made_table(TABLES[1], "Yang lebar", 3, landscape=True),
        TABLES[2]: BookTable(TABLES[2], "Kosong", ("A",), missing="Isi di Kertas Kerja L1."),
        CHARTED: BookChart(CHARTED, "Program per dimensi", bars),
    }
    book = Book(BOOK, "1", "MP", "Buku 2", "Masterplan Smart City")
    return BookPaper(
        book, tree(chapters), parts, {}, "Pemerintah Kota Contoh", "Kota Contoh", "2026–2030", "2026"
    )


@pytest.fixture(scope="module")
def content(paper):
    return docx_book.written(paper, FRAME)


@pytest.fixture(scope="module")
def document(content):
    return Document(io.BytesIO(content))


def member(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def of_style(document, name):
    return [item.text for item in document.paragraphs if item.style.name == name]


def test_chapters_are_headings_that_the_contents_find(document):
    assert of_style(document, "Heading 1") == ["BAB I  Pendahuluan", "BAB II  Peta jalan"]
    assert of_style(document, "Heading 2") == ["Latar belakang"]
    assert of_style(document, "Judul tanpa nomor") == ["Kata pengantar"]
    assert of_style(document, "Judul lampiran") == ["Daftar OPD"]
    told = [text.partition("\t")[0] for level in (1, 2) for text in of_style(document, f"toc {level}")]
    assert told == [
        "Kata pengantar",
        "BAB I Pendahuluan",
        "BAB II Peta jalan",
        "Lampiran A Daftar OPD",
        "1.1 Latar belakang",
    ]


def listed(content):
    """The lines of the contents, of the list of tables and of figures, and the page that each tells."""
    made = Document(io.BytesIO(content))
    looks = {"toc 1", "toc 2", "table of figures"}
    lines = [item.text.split("\t") for item in made.paragraphs if item.style.name in looks]
    return {" ".join(words.split()): page for words, page in lines}


def test_contents_tell_pages_before_word_made_them_up_to_date(content):
    assert listed(content) == {
        "Kata pengantar": "i",
        "BAB I Pendahuluan": "1",
        "1.1 Latar belakang": "2",
        "BAB II Peta jalan": "5",
        "Lampiran A Daftar OPD": "6",
        "Tabel 1.1 Isu per dimensi": "1",
        "Tabel 1.2 Yang lebar": "3",
        "Tabel 2.1 Kosong": "5",
        "Gambar 1.1 Program per dimensi": "2",
    }


def test_contents_and_lists_are_fields_that_lead_to_marks_that_are_there(content):
    root = etree.fromstring(member(content, "word/document.xml"))
    codes = [item.text.strip() for item in root.iter(f"{W}instrText")]
    assert [code for code in codes if code.startswith("TOC")] == [
        r'TOC \o "1-3" \h \z \u', r'TOC \h \z \c "Tabel"', r'TOC \h \z \c "Gambar"'
    ]  # fmt: skip
    marks = {item.get(f"{W}name") for item in root.iter(f"{W}bookmarkStart")}
    links = {item.get(f"{W}anchor") for item in root.iter(f"{W}hyperlink")}
    assert links
    assert links <= marks
    depth = 0
    for item in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(item.get(f"{W}fldCharType"), 0)
        assert depth >= 0
    assert depth == 0
    assert b"updateFields" in member(content, "word/settings.xml")


def test_lists_of_tables_and_figures_stand_below_the_contents(document):
    begun = {
        item.text: item.paragraph_format.page_break_before
        for item in document.paragraphs
        if item.style.name == "TOC Heading"
    }
    assert begun == {"Daftar isi": None, "Daftar tabel": False, "Daftar gambar": False}


def test_captions_bear_the_numbers_of_the_book_and_count_on_in_word(document, content):
    assert of_style(document, "Caption") == [
        "Tabel 1.1  Isu per dimensi",
        "Gambar 1.1  Program per dimensi",
        "Tabel 1.2  Yang lebar",
        "Tabel 2.1  Kosong",
    ]
    codes = re.findall(rb"SEQ (?:Tabel|Gambar)[^<]*", member(content, "word/document.xml"))
    assert [b"\\r 1" in code for code in codes] == [True, True, False, True]


def test_tables_are_native_their_heads_repeat_and_their_rows_stay_whole(document):
    typed, first, broad = document.tables
    assert [cell.text for cell in typed.rows[1].cells] == ["a", "b"]
    assert [cell.text for cell in first.rows[0].cells] == ["No.", "Isu", "Pagu (Rp)"]
    assert len(first.rows) == 1 + 1 + 40 + 1
    marks = first.rows[0]._tr.trPr
    assert marks.find(f"{W}tblHeader") is not None
    assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in first.rows)
    assert [cell.text for cell in broad.rows[-1].cells] == ["", "Jumlah", "9"]


def test_a_broad_table_has_broad_pages_of_its_own(document):
    sides = [section.page_width > section.page_height for section in document.sections]
    assert sides == [False, False, False, True, False]
    pages = [section._sectPr.find(f"{W}pgNumType") for section in document.sections]
    assert [None if item is None else item.get(f"{W}fmt") for item in pages] == [
        None, "lowerRoman", "decimal", None, None
    ]  # fmt: skip


def test_each_numbered_list_begins_with_one(document):
    own = [item._p.pPr.numPr.numId.val for item in document.paragraphs if item.style.name == "List Number"]
    assert len(own) == 3
    assert own[0] == own[1] != own[2]


def test_a_proposal_is_marked_and_counted_and_left_out_of_the_final_book(document, paper):
    assert of_style(document, "Usulan") == ["USULAN Ada 12 isu."]
    assert "DRAF · 1 usulan teks belum diputuskan" in of_style(document, "Tengah")
    final = Document(io.BytesIO(docx_book.written(replace(paper, draft=False), FRAME)))
    assert of_style(final, "Usulan") == []
    assert not any("DRAF" in item.text for item in final.paragraphs)


def test_a_chart_is_a_picture_sharp_enough_for_print(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = [item for item in archive.namelist() if item.startswith("word/media/")]
        from PIL import Image

        with Image.open(io.BytesIO(archive.read(name))) as picture:
            assert picture.width >= 440 / 72 * 200


def test_the_file_tells_whose_book_it_is_and_nothing_of_the_laptop(document, content):
    told = document.core_properties
    assert (told.title, told.author, told.language) == (
        "Buku 2 Masterplan Smart City",
        "Pemerintah Kota Contoh",
        "id-ID",
    )
    assert told.last_modified_by == "Pemerintah Kota Contoh"
    assert str(told.created)[:16] == "2026-08-05 08:05"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not any("thumbnail" in name or "app.xml" in name for name in archive.namelist())
        assert b"python-docx" not in b"".join(archive.read(name) for name in archive.namelist())


def test_the_same_book_gives_the_same_bytes(paper, content):
    assert docx_book.written(paper, FRAME) == content


def test_what_hears_of_the_steps_may_end_the_work(paper):
    def give_up(_done, _total):
        raise UserFault("print-cancelled")

    with pytest.raises(UserFault):
        docx_book.written(paper, FRAME, give_up)


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_headings_contents_and_tables(content, tmp_path):
    file = tmp_path / "buku.docx"
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=55)
    from tests.reporting.pictures import texts

    pages = texts((tmp_path / "buku.pdf").read_bytes())
    whole = "\n".join(pages)
    shown = [page.strip().split("\n")[-1].strip() for page in pages]
    for words, number in listed(content).items():
        title = words.removeprefix("Lampiran A ").removeprefix("BAB I ")
        held = [shown[at] for at, page in enumerate(pages) if title in page and "......" not in page]
        assert number in held, f"{words} stands where its contents lead to"
        assert re.search(rf"{re.escape(words)} ?\.{{5,}} ?{number}\b", whole), f"the contents show {number}"
    for text in ("1.1 Latar belakang", "BAB II Peta jalan", "Tabel 1.2 Yang lebar", "Lampiran A Daftar OPD"):
        assert " ".join(whole.split()).count(text) >= 2, text


def test_a_chapter_alone_keeps_its_number_and_has_nothing_before_it(paper):
    alone = replace(paper, nodes=paper.nodes[2:3], alone=True)
    made = Document(io.BytesIO(docx_book.written(alone, FRAME)))
    assert made.paragraphs[0].text == "1.1  Latar belakang"
    assert of_style(made, "TOC Heading") == []


def test_a_heading_stands_on_the_broad_page_of_its_table(paper):
    bare = replace(paper.nodes[2], chapter=replace(paper.nodes[2].chapter, text=f"[[{TABLES[1]}]]"))
    made = docx_book.written(replace(paper, nodes=(*paper.nodes[:2], bare)), FRAME)
    body = Document(io.BytesIO(made)).element.body
    kinds = [item.tag.removeprefix(W) for item in body]
    texts = ["".join(part.text or "" for part in item.iter(f"{W}t")) for item in body]
    heading = texts.index("Latar belakang")
    turned = [at for at, item in enumerate(body) if item.find(f".//{W}sectPr") is not None]
    assert max(at for at in turned if at < heading) > texts.index(UNKNOWN.format(key="tidak-ada"))
    assert kinds[heading + 2] == "tbl"
