"""A book on its way to paper: drafts and final books, one chapter, large ones in a process of their own."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.book import Book, Chapter, tree
from smartcity_desktop.domain.book_part import PARTS, TABLE, BookRow, BookTable
from smartcity_desktop.domain.paper_book import BOOK, BookPaper, choice_of
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child
from smartcity_desktop.reporting import families
from smartcity_desktop.services.report import page_count, render
from smartcity_desktop.storage.print_book import SOURCES
from tests.reporting.pictures import texts
from tests.reporting.test_book import FRAME


def large():
    """Return a gathered book of so many tables that it is laid out apart."""
    keys = [item.key for item in PARTS if item.way == TABLE][:40]
    row = BookRow(("1", "Program", "1.000"))
    filled = {
        key: BookTable(key, key, ("No", "Nama", "Rp"), (row,) * 5, (9, 90, 30), ("right", "left", "right"))
        for key in keys
    }
    text = "\n".join(f"[[{key}]]" for key in keys)
    nodes = tree([Chapter("c", "a", "b", part="bab", title="Isi", text=text)])
    return PrintJob(BOOK, "Buku", FRAME, picture=BookPaper(Book("b", title="Masterplan"), nodes, filled))


def test_a_book_that_is_not_set_up_says_where_to_do_it(desk):
    job = desk.report.asked(BOOK, PrintAsk(choice="MP"))
    assert "Susun kerangka buku" in texts(render(job))[0]


def test_a_book_is_asked_for_by_its_code_or_its_row_as_draft_or_final(desk):
    desk.book.set_up()
    book = next(item for item in desk.book.books() if item.code == "QW")
    draft = desk.report.asked(BOOK, PrintAsk(choice="QW"))
    final = desk.report.asked(BOOK, PrintAsk(choice=choice_of(book.id, draft=False)))
    assert (draft.name, final.name) == ("Buku 3 Quick Wins (draf)", "Buku 3 Quick Wins")
    assert (draft.picture.draft, final.picture.draft) == (True, False)
    assert draft.frame.paper == "A4"
    assert "Belum ada kandidat quick win." in " ".join(" ".join(texts(render(draft))).split())


def test_the_documents_of_the_register_are_the_bibliography_before_the_lampiran(desk):
    desk.book.set_up()
    desk.register.add("sk", title="SK Tim Pelaksana Smart City")
    nodes = desk.report.asked(BOOK, PrintAsk(choice="QW")).picture.nodes
    places = [node.chapter.title for node in nodes]
    assert places.index(SOURCES) == places.index("Dokumen yang dipakai") - 1
    assert "SK Tim Pelaksana Smart City" in nodes[places.index(SOURCES)].chapter.text


def test_a_large_book_is_the_same_from_a_process_of_its_own_and_tells_its_steps():
    job, heard = large(), []
    assert families.is_large(job)
    pdf = render(job, lambda done, total: heard.append((done, total)))
    assert pdf == families.whole(job, lambda _done, _total: None)
    assert len(heard) > 5
    assert heard == sorted(heard)


def test_a_large_book_that_is_given_up_ends_at_once():
    def told(_done, _total):
        raise UserFault("print-cancelled")

    with pytest.raises(UserFault, match="print-cancelled"):
        render(large(), told)


def test_a_large_book_is_made_here_where_the_other_process_fails(monkeypatch):
    monkeypatch.setattr(child, "MAX_ANSWER", 40)
    assert page_count(render(large())) > 3


def test_a_small_book_is_laid_out_here():
    job = large()
    assert not families.is_large(replace(job, picture=replace(job.picture, parts={})))
