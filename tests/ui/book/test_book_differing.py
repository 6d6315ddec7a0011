"""The screen Buku where two laptops filled a chapter or a book differently: seen, and chosen."""

import random

from PySide6.QtCore import Qt

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.storage import backup
from tests.ui.book.hand import settle
from ui.widgets.chapter_tree import COVER
from ui.widgets.field_versions import FieldVersionsDialog
from ui.widgets.label import Label

TEXT = Qt.ItemDataRole.AccessibleTextRole


def filled_apart(desk, folder, clock, write):
    """Let two people fill the same file on two laptops, and bring both together."""
    path = folder / "lain.bimtek"
    path.write_bytes(backup.make(desk._workspace, folder / "salinan").path.read_bytes())
    ids = IdSource(clock, random.Random(12))
    with open_desk(path, clock=clock, ids=ids, profile=folder / "lain", person="Budi") as other:
        write(other, "Dari Budi")
        ops = other._workspace.journal.since({})
    write(desk, "Dari sini")
    desk._workspace.journal.merge(ops)


def row_of(screen, title):
    return next(item.chapter.id for item in screen._shown.nodes if item.chapter.title == title)


def read_again(screen):
    screen.arrive()
    settle(screen)


def test_a_differing_title_is_told_in_the_outline_and_above_the_text_and_chosen(
    outlined, desk, ask, tmp_path, clock
):
    row = row_of(outlined, "Latar belakang")

    def write(one, words):
        one.book.update(row, "title", words)
        one.book.update(row, "author", words)

    ask(lambda: filled_apart(desk, tmp_path, clock, write))
    read_again(outlined)
    outlined.tree.choose(row)
    settle(outlined)
    assert "dua versi" in outlined.tree.currentItem().data(0, TEXT)
    assert outlined.fields_bar.isVisible()
    assert outlined.fields_bar.text.text() == (
        "Judul dan penulis diisi berbeda di dua laptop. Pilih yang dipakai."
    )
    outlined.fields_bar.action.click()
    dialog = outlined.findChild(FieldVersionsDialog)
    assert {item.text() for item in dialog.findChildren(Label)} >= {"Dari Budi", "Dari sini"}
    title, _, author, _ = dialog.takes
    other = next(item for item in dialog.takes[:2] if "Dari Budi" in item.accessibleName())
    other.click()
    settle(outlined)
    assert dialog.isVisible(), "the author is still open"
    author.click()
    settle(outlined)
    assert not dialog.isVisible()
    assert ask(lambda: desk.book.chapter(row)).title == outlined.title.text() == "Dari Budi"
    assert not outlined.fields_bar.isVisible()
    assert "dua versi" not in outlined.tree.currentItem().data(0, TEXT)
    assert title is not author


def test_a_differing_title_of_the_book_is_told_on_its_cover(outlined, desk, ask, tmp_path, clock):
    book = outlined._shown.book.id

    def write(one, words):
        one.book.update_book(book, "title", words)

    ask(lambda: filled_apart(desk, tmp_path, clock, write))
    read_again(outlined)
    outlined.tree.choose(COVER)
    settle(outlined)
    assert outlined.cover.bar.isVisible()
    outlined.cover.bar.action.click()
    dialog = outlined.findChild(FieldVersionsDialog)
    next(item for item in dialog.takes if "Dari Budi" in item.accessibleName()).click()
    settle(outlined)
    assert ask(lambda: desk.book.book(book)).title == "Dari Budi"
    assert not outlined.cover.bar.isVisible()
