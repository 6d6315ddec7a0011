"""Comments on a chapter: written without any sheet, counted while open, settled and taken back."""

import pytest


@pytest.fixture
def chapter(desk):
    desk.book.set_up()
    return desk.book.tree(desk.book.books()[0].id)[2].chapter.id


def test_a_comment_on_a_chapter_is_written_counted_and_settled(desk, chapter):
    row = desk.comment.new_id()
    desk.comment.write_on_row(row, "Sebut sumbernya", chapter)
    desk.comment.write_on_row(row, "Sebut sumber datanya ", chapter)
    (found,) = desk.comment.on_row(chapter)
    assert (found.text, found.solved, found.sheet) == ("Sebut sumber datanya", False, "")
    assert desk.comment.count_open() == {chapter: 1}
    desk.comment.settle(row)
    assert desk.comment.count_open() == {}
    assert [item.solved for item in desk.comment.on_row(chapter)] == [True]
    desk.undo()
    assert desk.comment.count_open() == {chapter: 1}


def test_an_emptied_comment_on_a_chapter_goes(desk, chapter):
    row = desk.comment.new_id()
    desk.comment.write_on_row(row, "x", chapter)
    desk.comment.write_on_row(row, " ", chapter)
    assert desk.comment.on_row(chapter) == []
