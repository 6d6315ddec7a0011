"""A chapter written on two laptops: both texts are there until somebody chooses."""

import random
from contextlib import ExitStack

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.book_text import both
from smartcity_desktop.domain.ids import IdSource
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
    assert found[0].text == one.book.chapter(row).text, "the shown one comes first"
    one.book.update(row, "text", both(found[0].text, found[1].text))
    assert one.book.versions(row) == ()
    assert all(words in one.book.chapter(row).text for words in ("sebelas", "dua belas"))


def test_two_texts_are_joined_without_saying_anything_twice():
    assert both("A.\n\n[[isu]]\n\nB.", "A.\n\nC.\n\n[[isu]]") == "A.\n\n[[isu]]\n\nB.\n\nC."
