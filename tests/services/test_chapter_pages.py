"""The pages of one chapter alone: its own text and numbers, nothing of what stands in front of a book."""

import pytest

from smartcity_desktop.reporting.pages import page_count
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts


def test_a_chapter_is_printed_alone_with_the_numbers_it_has_in_the_book(desk):
    desk.book.set_up()
    book = desk.book.books()[0]
    nodes = desk.book.tree(book.id)
    row = next(item.chapter.id for item in nodes if item.number == "1.4")
    desk.book.update(row, "text", "Lingkup.\n\n[[jadwal]]\n\n?? Ada 4 tahap.")
    job = desk.book.pages_of(row)
    pdf = render(job)
    text = " ".join(texts(pdf))
    assert job.name == "1.4 Ruang lingkup dan tahapan"
    assert page_count(pdf) == 1
    assert all(words in text for words in ("1.4", "Lingkup.", "Tabel 1.1", "Ada 4 tahap"))
    assert "DAFTAR ISI" not in text


def test_a_foreword_is_printed_alone_too(desk):
    desk.book.set_up()
    row = desk.book.tree(desk.book.books()[0].id)[0].chapter.id
    desk.book.update(row, "text", "Puji syukur.")
    assert "Puji syukur." in " ".join(texts(render(desk.book.pages_of(row))))


@pytest.mark.parametrize(
    ("book", "code"), [("RM", "RM-2"), ("RM", "RM-5.pantau"), ("MP", "MP-2.sasaran-GOV")]
)
def test_a_chapter_that_begins_with_a_wide_table_begins_on_its_first_page(sample_desk, book, code):
    own = next(item for item in sample_desk.book.books() if item.code == book)
    node = next(item for item in sample_desk.book.tree(own.id) if item.chapter.code == code)
    pages = texts(render(sample_desk.book.pages_of(node.chapter.id)))
    assert node.chapter.title.casefold() in pages[0].casefold()
    assert "Tabel" in pages[0]
