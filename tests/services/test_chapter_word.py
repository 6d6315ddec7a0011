"""A chapter of the sample city to Word and back through the service: compared, taken in one act, undone."""

import re

import pytest

from smartcity_desktop.domain.book_text import parse, parts, written
from smartcity_desktop.domain.chapter_word import ChapterBack, ChapterOut, compare
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.exchange.docx_chapter import read_chapter
from smartcity_desktop.services import chapter_word
from tests.reporting import docx_order

NAMES = {"isu": "Isu daerah", "swot": "SWOT", "visi": "Visi"}


@pytest.fixture(scope="module")
def desk(sample_desk):
    sample_desk.book.set_up()
    return sample_desk


@pytest.fixture
def chapter(desk):
    """A chapter with parts that fill themselves."""
    nodes = [node for book in desk.book.books() for node in desk.book.tree(book.id)]
    return next(node.chapter.id for node in nodes if len(parts(node.chapter.text)) > 1)


def test_a_chapter_goes_out_comes_back_and_is_taken_in_one_act(desk, chapter, tmp_path):
    service = desk.chapter_word
    before = desk.book.chapter(chapter).text
    target = chapter_word.save(*service.out(chapter), tmp_path / "bab.docx")
    back = chapter_word.read(target)
    assert service.compare(chapter, back).is_same
    assert back.chapter == chapter
    assert not service.take(chapter, back)
    key = parts(before)[0]
    mended = ChapterBack("bab.docx", back.text.replace(f"[[{key}]]", "Kalimat baru dari Word."), chapter)
    change = service.compare(chapter, mended)
    assert change.missing == (key,)
    assert change.told[0].endswith(" hilang.")
    assert key not in change.told[0], "a part is called by its title"
    assert service.take(chapter, mended)
    assert desk.book.chapter(chapter).text == mended.text
    assert desk.undo_label() == "ambil teks bab dari Word"
    desk.undo()
    assert desk.book.chapter(chapter).text == before


def test_a_chapter_that_is_gone_is_told_in_a_sentence(desk):
    for call in (desk.chapter_word.out, lambda row: desk.chapter_word.take(row, ChapterBack("a", "b"))):
        with pytest.raises(UserFault) as told:
            call(RowId("tidak-ada"))
        assert told.value.code == "row-gone"


def test_a_file_that_cannot_be_written_is_told(desk, chapter, tmp_path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(DiskFault) as told:
        chapter_word.save(*desk.chapter_word.out(chapter), tmp_path / "berkas" / "bab.docx")
    assert told.value.code == "print-not-saved"


def test_what_moved_came_new_or_is_unknown_is_told_by_title():
    back = ChapterBack("a", "[[swot]]\n\n[[isu]]\n\n[[salah]]\n\n[[gambar:7]]", RowId("lain"), {"deleted": 2})
    change = compare(RowId("1"), "[[isu]]\n\n[[visi]]\n\n[[swot]]", back, NAMES)
    assert change.missing == ("visi",)
    assert len(change.moved) == 1
    assert change.strange == ("salah",)
    assert change.is_other
    assert change.told == (
        "“Visi” hilang.",
        f"“{NAMES[change.moved[0]]}” pindah tempat.",
        "“salah”, “Gambar” baru.",
        "“salah” tidak dikenal.",
        "2 coretan (perubahan terlacak) dibaca sebagai dihapus.",
    )


def test_lines_show_what_stays_goes_and_comes():
    change = compare(RowId("1"), "Satu\n\nDua", ChapterBack("a", "Satu\n\nTiga"), {})
    assert [(item.state, item.text) for item in change.lines] == [
        ("same", "Satu"),
        ("gone", "Dua"),
        ("new", "Tiga"),
    ]
    assert (change.count("new"), change.is_same) == (1, False)


def test_every_chapter_of_the_sample_comes_back_as_it_went(desk, chapter, tmp_path):
    nodes = [(book, node) for book in desk.book.books() for node in desk.book.tree(book.id)]
    # Chapters of the six dimensions differ by their code only.
    kinds = {re.sub(r":[A-Z]+", "", node.chapter.text): (book, node) for book, node in nodes}
    assert len(kinds) > 30
    full, frame = desk.chapter_word.out(chapter)
    for out in (full, *(ChapterOut(book, node) for book, node in kinds.values() if node.chapter.text)):
        target = chapter_word.save(out, frame, tmp_path / "bab.docx")
        found = read_chapter(target)
        text, title = out.node.chapter.text, out.node.chapter.title
        assert written(found.blocks) == written(parse(text)), title
        assert found.chapter == out.node.chapter.id
        assert not found.notes, title
        assert docx_order.faults(target.read_bytes()) == [], title
