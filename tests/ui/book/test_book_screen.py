"""The screen Buku: outline, text, parts, comments; nothing that is typed is lost."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.storage import backup
from tests.ui.book.hand import ALT, press, settle, stand, stand_at_part
from tests.ui.frame import nameless
from ui.screens.book.pages import WAIT
from ui.screens.book.screen import COVER_PAGE, EMPTY, LOOK, PRINT_PAGE, TEXT_PAGE, WRITE
from ui.widgets.chapter_side import ABOUT, COMMENT, PROPOSE
from ui.widgets.chapter_tree import COVER
from ui.widgets.chapter_versions import VersionsDialog
from ui.widgets.part_dialog import PartDialog
from ui.widgets.row_history import RowHistoryDialog

Key = Qt.Key


def row_of(screen, title):
    return next(item.chapter.id for item in screen._shown.nodes if item.chapter.title == title)


def go(screen, title):
    screen.tree.choose(row_of(screen, title))
    settle(screen)
    return row_of(screen, title)


def called(screen):
    return [item.called for item in screen._shown.nodes]


def test_an_empty_screen_offers_to_set_the_books_up(screen, desk, ask):
    assert screen.whole.currentIndex() == EMPTY
    screen.empty.buttons[0].click()
    settle(screen)
    assert screen.pages.currentIndex() == COVER_PAGE
    assert screen.books.count() == len(ask(desk.book.books))
    assert "belum ditulis" in screen.cover.state.text()
    assert nameless(screen) == []


def test_what_is_typed_is_in_the_file_without_another_key(outlined, desk, ask, qtbot):
    row = go(outlined, "Latar belakang")
    assert outlined.pages.currentIndex() == TEXT_PAGE
    outlined.edit.setFocus()
    with qtbot.waitSignal(outlined.context.autosave.saved, timeout=5000):
        QTest.keyClicks(outlined.edit, "Kota tumbuh")
    settle(outlined)
    assert ask(lambda: desk.book.chapter(row)).text.startswith("Kota tumbuh")
    assert outlined.state.currentData() == "draf", "who writes has begun"
    assert "Draf" in outlined.tree.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_text_typed_right_before_another_chapter_is_chosen_stays_with_its_own(outlined, desk, ask):
    first = go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "satu ")
    second = row_of(outlined, "Penyusun")
    outlined.tree.choose(second)
    QTest.keyClicks(outlined.edit, "dua")
    settle(outlined)
    QTest.keyClicks(outlined.edit, "tiga")
    settle(outlined)
    texts = [ask(lambda row=row: desk.book.chapter(row)).text for row in (first, second)]
    assert texts[0].startswith("satu dua")
    assert "tiga" in texts[1]
    assert "tiga" not in texts[0]


def test_leaving_the_screen_writes_what_stands_in_the_text(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "belum sempat")
    outlined.leave()
    assert ask(lambda: desk.book.chapter(row)).text.startswith("belum sempat")


def test_a_chapter_written_elsewhere_follows_but_not_under_ones_fingers(outlined, desk, context, ask):
    row = go(outlined, "Latar belakang")
    context.bus.publish(ask(lambda: desk.book.update(row, "text", "dari laptop lain")))
    settle(outlined)
    assert outlined.edit.text() == "dari laptop lain"
    outlined.edit.moveCursor(outlined.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(outlined.edit, " x")
    changes = ask(lambda: desk.book.update(row, "author", "Rani"))
    outlined.changed(changes)
    assert outlined.edit.text() == "dari laptop lain x"
    settle(outlined)
    assert ask(lambda: desk.book.chapter(row)).text == "dari laptop lain x"


def test_an_undo_beside_the_text_shows_the_text_before(outlined, desk, context, ask):
    row = go(outlined, "Latar belakang")
    before = outlined.edit.text()
    ask(lambda: desk.book.update(row, "text", "lain"))
    context.bus.publish(ask(desk.undo))
    settle(outlined)
    assert outlined.edit.text() == before


def test_chapters_are_added_named_moved_taken_out_and_brought_back(outlined):
    go(outlined, "Penyusun")
    outlined.outline.add_inner()
    settle(outlined)
    assert outlined.title.text() == "Subbab baru"
    assert outlined.title.hasFocus()
    assert outlined.title.selectedText() == "Subbab baru"
    QTest.keyClicks(outlined.title, "Tim kecil")
    settle(outlined)
    assert "1.5.1 Tim kecil" in called(outlined)
    press(outlined.tree, Key.Key_Left, modifiers=ALT)
    settle(outlined)
    assert "1.6 Tim kecil" in called(outlined)
    press(outlined.tree, Key.Key_Up, modifiers=ALT)
    settle(outlined)
    assert "1.5 Tim kecil" in called(outlined)
    press(outlined.tree, Key.Key_Delete)
    settle(outlined)
    assert not any("Tim kecil" in item for item in called(outlined))
    assert "dikeluarkan" in outlined.heard[-1]
    outlined.outline.show_all(True)
    settle(outlined)
    go(outlined, "Tim kecil")
    outlined.panel.retire.click()
    settle(outlined)
    assert "1.5 Tim kecil" in called(outlined)


def test_books_are_added_titled_ordered_and_taken_out(outlined, desk, ask):
    outlined.outline.add_book()
    settle(outlined)
    assert outlined.cover.lines["title"].hasFocus()
    QTest.keyClicks(outlined.cover.lines["title"], "Buku Saku")
    settle(outlined)
    last = ask(desk.book.books)[-1]
    assert last.title == "Buku Saku"
    outlined.outline.move_book(-1)
    settle(outlined)
    assert ask(desk.book.books)[-2].id == last.id
    outlined.outline.retire_book()
    settle(outlined)
    assert last.id not in [item.id for item in ask(desk.book.books)]
    assert outlined.books.currentData() != last.id


def test_a_part_is_found_by_typing_and_put_where_the_cursor_stands(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "Awal")
    outlined.side.find_part()
    QTest.keyClicks(outlined.side.finder.box, "tahap jadwal")
    outlined.side.finder.search("tahap jadwal")
    press(outlined.side.finder.box, Key.Key_Return)
    settle(outlined)
    assert "[[jadwal]]" in ask(lambda: desk.book.chapter(row)).text
    assert outlined.edit.part_face("jadwal").note.endswith("terisi otomatis")
    stand_at_part(outlined.edit)
    press(outlined.edit, Key.Key_Return)
    settle(outlined)
    dialog = outlined.findChild(PartDialog)
    assert dialog.table.lines.rowCount() == 4
    dialog.close()


def test_a_proposed_sentence_is_put_in_and_counted_until_it_is_decided(outlined):
    go(outlined, "Ruang lingkup dan tahapan")
    settle(outlined)
    assert outlined.side.segments.buttons[1].text() == "Usulan", "what is only offered waits for nobody"
    outlined.side._page.findChild(object, "proposal-take-jadwal").click()
    settle(outlined)
    assert "?? " in outlined.edit.text()
    assert "1 usulan" in outlined.tree.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert outlined.side.segments.buttons[1].text() == "Usulan 1"
    row = outlined.tree.key
    outlined.tree.choose(COVER)
    settle(outlined)
    assert outlined.cover.waiting.text() == "1 usulan belum diputuskan", "one count on tab, line and cover"
    outlined.tree.choose(row)
    settle(outlined)
    outlined.edit.setFocus()
    stand(outlined.edit, "memuat 4 baris")
    press(outlined.edit, Key.Key_U, modifiers=ALT)
    settle(outlined)
    assert "?? " not in outlined.edit.text()
    assert "usulan" not in outlined.tree.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_a_sentence_with_old_figures_is_told_and_renewed_only_by_a_person(outlined, desk, ask):
    row = go(outlined, "Ruang lingkup dan tahapan")
    offer = outlined.side._proposed[0].proposal
    old = offer.text.replace("4 baris", "3 baris")
    assert old != offer.text
    before = ask(lambda: desk.book.chapter(row)).text
    ask(lambda: desk.book.update(row, "text", f"{before}\n\n{old}"))
    outlined.arrive()
    settle(outlined)
    assert outlined.bar.isVisible()
    assert old in outlined.edit.text(), "nobody changed it"
    outlined.bar.action.click()
    assert outlined.side.stack.currentIndex() == PROPOSE
    outlined.side._page.findChild(object, "proposal-take-jadwal").click()
    settle(outlined)
    assert ask(lambda: desk.book.chapter(row)).text.endswith(f"?? {offer.text}")
    assert old not in outlined.edit.text()
    assert not outlined.bar.isVisible()
    assert outlined.side._page.findChild(object, "proposal-take-jadwal") is None, "it stands there now"
    outlined.edit.undo()
    outlined.edit.hand_in()
    assert outlined.edit.text().endswith(old)
    assert outlined.bar.isVisible()


def test_a_comment_is_written_from_its_first_letter_and_settled(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    outlined.side.turn_to(COMMENT)
    line = outlined.side.comments.line
    QTest.keyClicks(line, "Sebut sumber")
    outlined.leave()
    assert [item.text for item in ask(lambda: desk.comment.on_row(row))] == ["Sebut sumber"]
    press(line, Key.Key_Return)
    settle(outlined)
    assert outlined.side.segments.buttons[COMMENT].text() == "Telaah 1"
    assert "1 catatan" in outlined.tree.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)
    comment = ask(lambda: desk.comment.on_row(row))[0]
    outlined.side.comments.settled.emit(comment.id, True)
    settle(outlined)
    assert outlined.side.segments.buttons[COMMENT].text() == "Telaah"


def test_author_and_signer_of_a_foreword_are_kept(outlined, desk, ask):
    row = outlined._shown.nodes[0].chapter.id
    outlined.tree.choose(row)
    settle(outlined)
    outlined.side.turn_to(ABOUT)
    assert outlined.side.sign.isVisible()
    for field, text in (("author", "Rani"), ("signed_by", "Budi")):
        outlined.side.lines[field].clear()
        QTest.keyClicks(outlined.side.lines[field], text)
    outlined.side.day.setText("31 Juli 2026")
    outlined.side.day.textEdited.emit("31 Juli 2026")
    settle(outlined)
    kept = ask(lambda: desk.book.chapter(row))
    assert (kept.author, kept.signed_by, kept.signed_on) == ("Rani", "Budi", "2026-07-31")
    go(outlined, "Latar belakang")
    assert not outlined.side.sign.isVisible()


def test_the_search_leads_to_a_chapter_and_to_a_book(outlined, desk, ask):
    books = ask(desk.book.books)
    other = ask(lambda: desk.book.tree(books[1].id))[3].chapter
    outlined.open_row(other.id)
    settle(outlined)
    assert outlined.title.text() == other.title
    assert outlined.books.currentData() == books[1].id
    outlined.open_row(books[0].id)
    settle(outlined)
    assert outlined.tree.key == COVER


@pytest.mark.parametrize("width", [1172, 1726])
def test_head_and_panels_have_room_for_their_words(outlined, width):
    go(outlined, "Latar belakang")
    outlined.resize(width, 684)
    outlined.layout().activate()
    for button in outlined.side.segments.buttons:
        assert button.width() >= button.sizeHint().width()
    assert outlined.side.segments.width() <= outlined.side.width()
    assert outlined.edit.width() > 450


def test_the_pages_of_a_chapter_are_real_and_the_text_waits_behind_them(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "Kota tumbuh. ")
    outlined.ways.buttons[LOOK].click()
    settle(outlined)
    assert outlined.pages.currentIndex() == PRINT_PAGE
    assert outlined.sheets.count.text().startswith("1 halaman · pilih Sampul untuk mencetak seluruh buku")
    assert outlined.sheets.print.isHidden()
    outlined.ways.buttons[WRITE].click()
    settle(outlined)
    assert outlined.edit.text().startswith("Kota tumbuh.")
    assert ask(lambda: desk.book.chapter(row)).text.startswith("Kota tumbuh.")


def test_pages_that_are_being_made_can_be_given_up(outlined):
    outlined.ways.buttons[LOOK].click()
    outlined.sheets.progress.cancelled.emit()
    settle(outlined)
    assert outlined.sheets.stack.currentIndex() == WAIT
    assert outlined.sheets.wait.title.text() == "Dihentikan"


def test_the_pages_of_a_book_are_real_and_it_is_saved_as_a_word_file(outlined, tmp_path):
    short = next(at for at in range(outlined.books.count()) if "Ringkasan" in outlined.books.itemText(at))
    outlined.books.setCurrentIndex(short)
    outlined.books.activated.emit(short)
    outlined.ways.buttons[LOOK].click()
    settle(outlined)
    assert int(outlined.sheets.count.text().split()[0]) > 3
    outlined.sheets.write_word(tmp_path / "buku.docx")
    settle(outlined)
    assert (tmp_path / "buku.docx").read_bytes().startswith(b"PK")
    assert "buku.docx tersimpan" in outlined.heard[-1]


def written_apart(desk, folder, clock, row, texts):
    """Write a chapter here and on another laptop with the same file, and bring both together."""
    path = folder / "lain.bimtek"
    path.write_bytes(backup.make(desk._workspace, folder / "salinan").path.read_bytes())
    ids = IdSource(clock, random.Random(12))
    with open_desk(path, clock=clock, ids=ids, profile=folder / "lain", person="Budi") as other:
        other.book.update(row, "text", texts[1])
        ops = other._workspace.journal.since({})
    desk.book.update(row, "text", texts[0])
    desk._workspace.journal.merge(ops)


def test_two_texts_of_one_chapter_wait_for_a_choice(outlined, desk, ask, tmp_path, clock):
    row = go(outlined, "Latar belakang")
    ask(lambda: written_apart(desk, tmp_path, clock, row, ("Satu.", "Dua.")))
    outlined.arrive()
    settle(outlined)
    assert outlined.bar.isVisible()
    shown = outlined.edit.text()
    QTest.keyClicks(outlined.edit, "x")
    assert outlined.edit.text() == shown, "nobody types over a text that another one wrote"
    outlined.writing.ask_versions()
    dialog = outlined.findChild(VersionsDialog)
    assert {view.text() for view in dialog.views} == {"Satu.", "Dua."}
    dialog.join.click()
    settle(outlined)
    assert sorted(ask(lambda: desk.book.chapter(row)).text.split("\n\n")) == ["Dua.", "Satu."]
    assert not outlined.bar.isVisible()
    QTest.keyClicks(outlined.edit, "y")
    assert outlined.edit.text().startswith("y")


def test_an_older_text_of_a_chapter_is_put_back(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    ask(lambda: desk.book.update(row, "text", "Pertama."))
    ask(desk._workspace.journal.seal)
    ask(lambda: desk.book.update(row, "text", "Kedua."))
    outlined.arrive()
    settle(outlined)
    outlined.side.past.click()
    settle(outlined)
    dialog = outlined.findChild(RowHistoryDialog)
    older = next(at for at, item in enumerate(dialog._history.versions) if at > 0 and item.text == "Pertama.")
    dialog.restored.emit(row, older)
    settle(outlined)
    assert outlined.edit.text() == "Pertama."
    assert "Ctrl+Z" in outlined.heard[-1]
    dialog.close()
