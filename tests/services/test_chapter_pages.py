"""The pages of one chapter alone: its own text and numbers, nothing of what stands in front of a book."""

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
