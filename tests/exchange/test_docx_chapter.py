"""A chapter to Word and back: nothing that was written is lost, nothing that was deleted comes back."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.book import Book, Chapter, Node
from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.domain.book_text import Listing, parse, plain, written
from smartcity_desktop.domain.chapter_word import ChapterOut
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import chapter_word, docx_chapter, docx_chapter_task
from smartcity_desktop.exchange.docx_chapter import read_chapter
from smartcity_desktop.reporting import docx_chapter as paper

FRAME = PrintFrame(printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=UTC), region="Kota Contoh")
ROW = RowId("0198-abc")
TABLE = BookTable(
    "isu",
    "Isu",
    ("No.", "Isu"),
    (
        BookRow(
            ("1", "Rahasia tabel"),
        ),
    ),
    (10, 90),
    ("right", "left"),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = st.text(st.sampled_from('abc <&>"*|\\[]#?-.1ü'), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)


def out(text, **more):
    return ChapterOut(
        Book(title="Buku 2"), Node(Chapter(ROW, title="Strategi", text=text), 0, "bab", "BAB III"), **more
    )


def to_word(text, tmp_path, **more):
    file = tmp_path / "bab.docx"
    file.write_bytes(paper.written(out(text, **more), FRAME))
    return file


def changed(file, *pairs):
    """Write a Word file anew with pieces of its text changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(kept, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                told = content.decode()
                for old, new in pairs:
                    assert old in told, old
                    told = told.replace(old, new)
                content = told.encode()
            target.writestr(name, content)
    file.write_bytes(kept.getvalue())
    return file


def back(file):
    return written(read_chapter(file).blocks)


@st.composite
def chapters(draw):
    lines = draw(
        st.lists(
            st.one_of(
                st.builds("## {}".format, WORDS),
                st.builds("### {}".format, WORDS),
                st.builds("- {}\n  - {}\n- {}".format, WORDS, WORDS, WORDS),
                st.builds("1. {}\n2. {}\n  1. {}".format, WORDS, WORDS, WORDS),
                st.builds("12. {}\n13. {}".format, WORDS, WORDS),
                st.builds("?? {}".format, WORDS),
                st.builds("| a | b |\n| {} | **x** |".format, WORDS),
                st.builds("{} **tebal** *miring*".format, WORDS),
                st.sampled_from(["[[isu]]", "[[gambar:0198-7]]", "[[program:GOV]]"]),
                WORDS,
            ),
            max_size=6,
        )
    )
    return written(parse("\n\n".join(lines)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=chapters())
def test_any_chapter_comes_back_as_it_went(text, tmp_path):
    # A mark of a list with nothing behind it is a line somebody left empty: Word's empty lines are left out.
    lists = [block for block in parse(text) if isinstance(block, Listing)]
    assume(all(plain(item.runs).strip() for block in lists for item in block.items))
    again = back(to_word(text, tmp_path))
    assert [_same(block) for block in _joined(parse(again))] == [
        _same(block) for block in _joined(parse(text))
    ]


def _joined(blocks):
    """Blocks with neighbouring lists of points made one: on paper, and in Word, they are."""
    found = []
    for block in blocks:
        last = found[-1] if found else None
        if all(isinstance(item, Listing) and not item.ordered for item in (last, block)):
            found[-1] = replace(last, items=last.items + block.items)
        else:
            found.append(block)
    return found


def _same(block):
    """Words of a block without the blanks that a word processor does not keep apart, and its kind."""
    return type(block), " ".join(written((block,)).split())


def test_the_parts_of_the_program_come_back_as_their_names_and_never_as_text(tmp_path):
    file = to_word("Awal.\n\n[[isu]]\n\nAkhir.", tmp_path, parts={"isu": TABLE})
    with zipfile.ZipFile(file) as archive:
        assert b"Rahasia tabel" in archive.read("word/document.xml")
    found = read_chapter(file)
    assert written(found.blocks) == "Awal.\n\n[[isu]]\n\nAkhir."
    assert found.chapter == ROW
    assert found.notes == {}


def test_a_program_that_loses_the_frames_leaves_the_names(tmp_path):
    file = to_word("Awal.\n\n[[isu]]\n\n| a | b |\n| c | d |", tmp_path, parts={"isu": TABLE})
    changed(file, ('<w:tag w:val="isi:isu"/>', ""), (f'<w:tag w:val="bab:{ROW}"/>', ""))
    found = read_chapter(file)
    assert written(found.blocks) == "Awal.\n\n[[isu]]\n\n| a | b |\n| c | d |"
    assert found.chapter == ROW, "the document's own data name it too"


def test_tracked_changes_are_read_as_accepted(tmp_path):
    file = to_word("Satu lama.\n\nDua\n\ntiga.", tmp_path)
    old = '<w:r><w:t xml:space="preserve">Satu lama.</w:t></w:r>'
    new = (
        '<w:r><w:t>Satu </w:t></w:r><w:del w:id="1"><w:r><w:delText>lama</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>baru</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>'
    )
    mark = '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Dua </w:t>'
    changed(file, (old, new), ('<w:p><w:r><w:t xml:space="preserve">Dua</w:t>', mark))
    found = read_chapter(file)
    assert written(found.blocks) == "Satu baru.\n\nDua tiga."
    assert found.notes["deleted"] == 1
    assert found.notes["inserted"] == 1


def test_what_cannot_come_along_is_counted(tmp_path):
    file = to_word("Satu.", tmp_path)
    old = '<w:r><w:t xml:space="preserve">Satu.</w:t></w:r>'
    more = '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    more += "<w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r>"
    found = read_chapter(changed(file, (old, old + more)))
    assert written(found.blocks) == "Satu."
    assert found.notes == {"comments": 1, "footnotes": 1, "hidden": 1}


def test_headings_and_lists_are_known_by_what_their_styles_are_based_on(tmp_path):
    file = to_word("Kepala\n\nbutir", tmp_path)
    changed(
        file,
        (
            '<w:p><w:r><w:t xml:space="preserve">Kepala',
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Kepala',
        ),
        (
            '<w:p><w:r><w:t xml:space="preserve">butir',
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>butir',
        ),
    )
    found = read_chapter(file)
    assert written(found.blocks) == "## Kepala\n\n- butir"
    assert found.notes == {"deep": 1}


def test_a_line_break_inside_a_paragraph_begins_another_one(tmp_path):
    file = to_word("Satu.", tmp_path)
    old = '<w:t xml:space="preserve">Satu.</w:t>'
    assert (
        back(changed(file, (old, "<w:t>Satu</w:t><w:br/><w:t>dua</w:t><w:tab/><w:t>tiga</w:t>")))
        == "Satu\n\ndua tiga"
    )


def test_a_part_that_a_person_names_by_hand_is_taken(tmp_path):
    file = to_word("Satu.", tmp_path)
    assert back(changed(file, ("Satu.", "[[ swot:GOV ]]"))) == "[[swot:GOV]]"


def test_a_proposal_that_is_given_another_style_is_accepted(tmp_path):
    file = to_word("?? Ada 12 isu.", tmp_path)
    assert back(file) == "?? Ada 12 isu."
    marked = (
        '<w:r><w:rPr><w:rStyle w:val="TandaUsulan"/></w:rPr><w:t xml:space="preserve">USULAN </w:t></w:r>'
    )
    changed(file, ('<w:pStyle w:val="Usulan"/>', '<w:pStyle w:val="Normal"/>'), (marked, ""))
    assert back(file) == "Ada 12 isu."


@pytest.mark.parametrize("name", ["teks.docx", "tabel.csv", "rusak.docx", "kosong.docx"])
def test_other_files_are_refused_in_a_sentence(name, tmp_path):
    file = tmp_path / name
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    if name == "rusak.docx":
        file.write_bytes(to_word("Satu.", tmp_path).read_bytes()[:-900])
    elif name == "kosong.docx":
        file.write_bytes(to_word("", tmp_path).read_bytes())
    with pytest.raises(UserFault) as told:
        chapter_word.read_file(file)
    assert told.value.code == ("read-damaged" if name == "rusak.docx" else "chapter-no-text")


def test_a_whole_book_is_too_long_for_a_chapter(tmp_path, monkeypatch):
    monkeypatch.setattr(docx_chapter, "MOST_LETTERS", 10)
    with pytest.raises(UserFault) as told:
        list(docx_chapter_task.run({"path": to_word("Lebih dari sepuluh huruf.", tmp_path)}))
    assert told.value.code == "chapter-too-long"


def test_a_chapter_is_read_in_a_child_with_its_counts(tmp_path):
    found = chapter_word.read_file(to_word("Awal **tebal**.\n\n- satu", tmp_path))
    assert (found.name, found.text, found.chapter) == ("bab.docx", "Awal **tebal**.\n\n- satu", ROW)
