"""A chapter filled on two laptops: both texts, and both values of a field, wait until somebody chooses."""

import random
from contextlib import ExitStack

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.book_differing import told
from smartcity_desktop.domain.book_text import both
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.photo import NewPhoto
from smartcity_desktop.storage import backup


@pytest.fixture
def laptops(desk, tmp_path, ticking):
    desk.book.set_up()
    copy = backup.make(desk._workspace, tmp_path / "salinan").path
    with ExitStack() as stack:
        made = []
        for seed in (11, 12):
            path = tmp_path / f"laptop-{seed}.bimtek"
            path.write_bytes(copy.read_bytes())
            ids, profile = IdSource(ticking, random.Random(seed)), tmp_path / f"p{seed}"
            opened = open_desk(path, clock=ticking, ids=ids, profile=profile, person=f"Meja {seed}")
            made.append(stack.enter_context(opened))
        yield made


def test_both_texts_are_kept_until_one_is_chosen(laptops):
    one, two = laptops
    row = one.book.tree(one.book.books()[0].id)[3].chapter.id
    one.book.update(row, "text", "Dari meja sebelas.")
    two.book.update(row, "text", "Dari meja dua belas.")
    assert one.book.versions(row) == ()
    one._workspace.journal.merge(two._workspace.journal.since({}))
    found = one.book.versions(row)
    assert {item.text for item in found} == {"Dari meja sebelas.", "Dari meja dua belas."}
    assert {item.who for item in found} == {"Meja 11", "Meja 12"}
    one.workshop.update("zone", "WIT")
    assert {item.at[-6:] for item in one.book.versions(row)} == {"+09:00"}, "told in the time of the region"
    assert found[0].text == one.book.chapter(row).text, "the shown one comes first"
    one.book.update(row, "text", both(found[0].text, found[1].text))
    assert one.book.versions(row) == ()
    assert all(words in one.book.chapter(row).text for words in ("sebelas", "dua belas"))


def test_two_texts_are_joined_without_saying_anything_twice():
    assert both("A.\n\n[[isu]]\n\nB.", "A.\n\nC.\n\n[[isu]]") == "A.\n\n[[isu]]\n\nB.\n\nC."


def joined(one, two):
    one._workspace.journal.merge(two._workspace.journal.since({}))


def chosen(desk, row, field, text):
    (item,) = (found for found in desk.book.differing(row) if found.field == field)
    desk.book.choose(item, text)


def test_title_author_and_state_that_differ_wait_for_a_choice(laptops):
    one, two = laptops
    row = one.book.tree(one.book.books()[0].id)[3].chapter.id
    for desk, title, author, state in ((one, "Judul A", "Ani", "draf"), (two, "Judul B", "Budi", "final")):
        desk.book.update(row, "title", title)
        desk.book.update(row, "author", author)
        desk.book.update(row, "state", state)
    assert one.book.differing(row) == ()
    joined(one, two)
    found = one.book.differing(row)
    assert [item.words for item in found] == ["Judul", "Status", "Penulis"]
    assert told(found) == "Judul, status dan penulis diisi berbeda di dua laptop. Pilih yang dipakai."
    assert {item.text for item in found[0].versions} == {"Judul A", "Judul B"}
    assert found[0].versions[0].text == one.book.chapter(row).title, "the shown one comes first"
    assert {found[1].said(item.text) for item in found[1].versions} == {"Draf", "Final"}
    assert one.book.versions(row) == (), "the text is the same"
    assert one.book.waiting() == {row}
    shown, other = (item.text for item in found[0].versions)
    chosen(one, row, "title", other)
    assert one.book.chapter(row).title == other != shown
    chosen(one, row, "state", found[1].versions[0].text)
    assert [item.field for item in one.book.differing(row)] == ["author"], "the shown one may be chosen too"


def test_what_differs_in_a_book_and_in_the_pictures_of_a_chapter_waits_too(laptops):
    one, two = laptops
    book = one.book.books()[0].id
    row = one.book.tree(book)[3].chapter.id
    (picture,), _ = one.book.add_figures(row, [NewPhoto(b"\xff\xd8\xff bytes", source_name="alun.jpg")])
    one.book.update(row, "text", f"[[gambar:{picture}]]")
    joined(two, one)
    for desk, words in ((one, "Alun-alun"), (two, "Pasar")):
        desk.book.update_figure(picture, "caption", words)
        desk.book.update_book(book, "title", words)
    joined(one, two)
    assert [(item.ent, item.words) for item in one.book.differing(row)] == [("figure", "Keterangan gambar")]
    assert [(item.ent, item.words) for item in one.book.differing(book)] == [("book", "Judul")]
    assert one.book.waiting() == {row, book}
    chosen(one, book, "title", "Pasar")
    chosen(one, row, "caption", "Alun-alun")
    assert not one.book.waiting()
    assert one.book.book(book).title == "Pasar"
    assert one.book.figures(row)[0].caption == "Alun-alun"
