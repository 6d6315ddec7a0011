"""Walking through a book: nothing that is typed is lost, and nobody is thrown back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from tests.ui.book.hand import ALT, CTRL, SHIFT, press, settle
from tests.ui.book.test_book_screen import go, row_of
from ui.screens.book.screen import LOOK, PRINT_PAGE, TEXT_PAGE, WRITE
from ui.widgets.chapter_side import ABOUT, COMMENT
from ui.widgets.chapter_tree import COVER

Key = Qt.Key


def command(screen, words):
    return next(item.run for item in screen.commands() if item.words.startswith(words))


def test_an_answer_that_nobody_waits_for_moves_nobody(outlined):
    go(outlined, "Latar belakang")
    shown = []
    outlined._show_chapter = shown.append
    outlined.tree.choose(row_of(outlined, "Maksud dan tujuan"))
    outlined.tree.choose(row_of(outlined, "Penyusun"))
    settle(outlined)
    assert shown[0] == row_of(outlined, "Penyusun")


def test_looking_at_the_pages_keeps_cursor_and_undo(outlined):
    go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "Kota tumbuh")
    outlined.turn_to(LOOK)
    settle(outlined)
    assert outlined.pages.currentIndex() == PRINT_PAGE
    outlined.turn_to(WRITE)
    settle(outlined)
    assert outlined.edit.textCursor().position() == len("Kota tumbuh")
    outlined.edit.undo()
    settle(outlined)
    assert "Kota tumbuh" not in outlined.edit.text()


@pytest.mark.parametrize("words", ["Pakai usulan", "Tulis catatan", "Sisipkan tabel"])
def test_what_is_done_to_the_text_goes_back_to_it_from_the_pages(outlined, desk, ask, words):
    row = go(outlined, "Latar belakang")
    outlined.edit.insert_proposal("Ada 3 tahap.")
    settle(outlined)
    outlined.turn_to(LOOK)
    settle(outlined)
    command(outlined, words)()
    settle(outlined)
    assert outlined.pages.currentIndex() == TEXT_PAGE
    assert outlined.ways.buttons[WRITE].isChecked()
    if words == "Pakai usulan":
        assert "?? " not in ask(lambda: desk.book.chapter(row)).text
    else:
        assert outlined.side.isVisible()


def test_esc_in_a_title_brings_the_old_one_back(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    press(outlined.tree, Key.Key_F2)
    assert outlined.title.selectedText() == "Latar belakang"
    QTest.keyClicks(outlined.title, "Salah")
    settle(outlined)
    assert ask(lambda: desk.book.chapter(row)).title == "Salah"
    press(outlined.title, Key.Key_Escape)
    settle(outlined)
    assert ask(lambda: desk.book.chapter(row)).title == "Latar belakang"
    assert outlined.title.text() == "Latar belakang"
    assert outlined.tree.hasFocus()


def test_esc_on_the_cover_brings_the_old_name_of_the_book_back(outlined, desk, ask):
    outlined.tree.choose(COVER)
    settle(outlined)
    before = ask(desk.book.books)[0].title
    press(outlined.tree, Key.Key_F2)
    QTest.keyClicks(outlined.cover.lines["title"], "Buku lain")
    settle(outlined)
    assert ask(desk.book.books)[0].title == "Buku lain"
    press(outlined.cover.lines["title"], Key.Key_Escape)
    settle(outlined)
    assert ask(desk.book.books)[0].title == before


def test_who_takes_a_chapter_out_stands_on_the_next_one(outlined, desk, context, ask):
    go(outlined, "Maksud dan tujuan")
    press(outlined.tree, Key.Key_Delete)
    settle(outlined)
    assert outlined.tree.key == row_of(outlined, "Dasar hukum")
    assert outlined.title.text() == "Dasar hukum"
    context.bus.publish(ask(desk.undo))
    settle(outlined)
    assert row_of(outlined, "Maksud dan tujuan")


def test_what_stands_below_a_chapter_that_was_taken_out_has_no_number(outlined):
    row = go(outlined, "Pendahuluan")
    inner = [item.called for item in outlined._shown.nodes if item.number.startswith("1.")]
    press(outlined.tree, Key.Key_Delete)
    settle(outlined)
    outlined.outline.show_all(True)
    settle(outlined)
    words = [item.called for item in outlined._shown.nodes]
    assert "Pendahuluan" in words
    assert [name.partition(" ")[2] for name in inner if name.partition(" ")[2] in words] == [
        name.partition(" ")[2] for name in inner
    ]
    assert next(item.number for item in outlined._shown.nodes if item.number) == "BAB I"
    assert row != outlined._shown.nodes[0].chapter.id


def test_a_chapter_that_cannot_move_says_why(outlined):
    go(outlined, "Latar belakang")
    press(outlined.tree, Key.Key_Up, modifiers=ALT)
    settle(outlined)
    assert outlined.heard[-1].startswith("Sudah paling atas")


def comment_twice(screen):
    """Send a comment and type a second one; return the row of its chapter and the line."""
    row = go(screen, "Latar belakang")
    screen.side.turn_to(COMMENT)
    line = screen.side.comments.line
    QTest.keyClicks(line, "Satu")
    press(line, Key.Key_Return)
    QTest.keyClicks(line, "Dua")
    return row, line


def test_a_second_comment_typed_before_the_first_was_read_again_is_kept(outlined, desk, ask):
    row, line = comment_twice(outlined)
    press(line, Key.Key_Return)
    settle(outlined)
    assert [item.text for item in ask(lambda: desk.comment.on_row(row))] == ["Satu", "Dua"]
    assert line.text() == ""


def test_a_field_that_is_on_its_way_is_not_put_back(outlined):
    go(outlined, "Latar belakang")
    outlined.side.turn_to(ABOUT)
    author = outlined.side.lines["author"]
    shown = outlined._shown
    QTest.keyClicks(author, "Rani")
    outlined.tree.setFocus()
    outlined._show(shown)
    assert author.text() == "Rani"
    settle(outlined)
    assert author.text() == "Rani"


def test_a_day_that_is_being_typed_stays_as_it_is_typed(outlined, desk, ask):
    outlined.tree.choose(outlined._shown.nodes[0].chapter.id)
    settle(outlined)
    outlined.side.turn_to(ABOUT)
    outlined.side.day.setFocus()
    QTest.keyClicks(outlined.side.day, "3/1")
    settle(outlined)
    assert outlined.side.day.text() == "3/1"
    QTest.keyClicks(outlined.side.day, "2")
    settle(outlined)
    kept = ask(lambda: desk.book.chapter(outlined._shown.nodes[0].chapter.id))
    assert kept.signed_on.endswith("-12-03")


@pytest.mark.parametrize("typed", [False, True])
def test_undo_is_the_windows_until_something_was_typed_here(outlined, typed):
    go(outlined, "Latar belakang")
    if typed:
        QTest.keyClicks(outlined.edit, "a")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CTRL)
    event.ignore()
    outlined.edit.event(event)
    assert event.isAccepted() is typed


def test_the_search_leads_to_what_was_taken_out_and_to_a_comment(outlined, desk, ask):
    row = go(outlined, "Penyusun")
    spare = ask(desk.comment.new_id)
    ask(lambda: desk.comment.write_on_row(spare, "Sebut tim kecil", row))
    press(outlined.tree, Key.Key_Delete)
    settle(outlined)
    go(outlined, "Latar belakang")
    outlined.open_row(spare)
    settle(outlined)
    assert outlined.tree.key == row
    assert outlined.side.stack.currentIndex() == COMMENT


def test_a_final_chapter_with_open_proposals_is_told_so(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    outlined.edit.insert_proposal("Ada 3 tahap.")
    settle(outlined)
    outlined.state.activated.emit(outlined.state.findData("final"))
    settle(outlined)
    assert "1 usulan" in outlined.heard[-1]
    assert ask(lambda: desk.book.chapter(row)).state == "final"


def test_words_are_found_in_a_chapter_one_place_after_the_other(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    ask(lambda: desk.book.update(row, "text", "Kota satu.\n\n| A | kota dua |\n| b | c |\n\n- KOTA tiga"))
    outlined.arrive()
    settle(outlined)
    command(outlined, "Cari di naskah")()
    assert outlined.finding.line.hasFocus()
    QTest.keyClicks(outlined.finding.line, "kota")
    edit = outlined.edit
    seen = [edit.textCursor().selectionStart()]
    for _ in range(3):
        press(outlined.finding.line, Key.Key_Return)
        seen.append(edit.textCursor().selectionStart())
    assert outlined.finding.told.text() == "3 tempat"
    assert seen == [*sorted(set(seen)), seen[0]], "behind the last one comes the first again"
    press(outlined.finding.line, Key.Key_Return, modifiers=SHIFT)
    assert edit.textCursor().selectionStart() == seen[2]
    QTest.keyClicks(outlined.finding.line, "x")
    assert outlined.finding.told.text() == "Tidak ada di bab ini"
    press(outlined.finding.line, Key.Key_Escape)
    assert edit.hasFocus()
    assert outlined.finding.isHidden()
    assert ask(lambda: desk.book.chapter(row)).text == edit.text(), "nothing was changed"


def test_a_day_that_cannot_be_read_stays_with_its_chapter_and_is_told(outlined, desk, ask):
    first, second = (item.chapter for item in outlined._shown.nodes[:2])
    outlined.tree.choose(first.id)
    settle(outlined)
    outlined.side.turn_to(ABOUT)
    outlined.side.day.setFocus()
    QTest.keyClicks(outlined.side.day, "31 Jul x")
    outlined.tree.choose(second.id)
    settle(outlined)
    assert outlined.side.day.text() == ""
    assert outlined.unfinished() == (
        f"Tanggal tanda tangan yang belum terbaca dan belum tersimpan: {first.title} “31 Jul x”."
    )
    outlined.tree.choose(first.id)
    settle(outlined)
    assert outlined.side.day.text() == "31 Jul x"
    outlined.side.day.clear()
    outlined.side.day.setFocus()
    QTest.keyClicks(outlined.side.day, "31 Juli 2026")
    outlined.tree.choose(second.id)
    settle(outlined)
    assert outlined.unfinished() == ""
    assert ask(lambda: desk.book.chapter(first.id)).signed_on == "2026-07-31"


@pytest.mark.parametrize("place", ["title", "author", "comment"])
def test_undo_is_the_windows_in_lines_in_which_nothing_was_typed(outlined, qapp, place):
    go(outlined, "Latar belakang")
    line = {
        "title": outlined.title,
        "author": outlined.side.lines["author"],
        "comment": outlined.side.comments.line,
    }[place]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CTRL)
    event.ignore()
    qapp.sendEvent(line, event)
    assert not event.isAccepted()


def test_a_comment_typed_right_before_another_chapter_stays_with_its_own(outlined, desk, ask):
    row, line = comment_twice(outlined)
    outlined.tree.choose(row_of(outlined, "Penyusun"))
    settle(outlined)
    assert [item.text for item in ask(lambda: desk.comment.on_row(row))] == ["Satu", "Dua"]
    assert ask(lambda: desk.comment.on_row(row_of(outlined, "Penyusun"))) == []
    assert line.text() == ""


def test_a_new_book_has_a_number_of_its_own(outlined, desk, ask):
    books = ask(desk.book.books)
    second = next(item for item in books if item.number == "Buku 2")
    ask(lambda: desk.book.retire_book(second.id))
    outlined.arrive()
    settle(outlined)
    outlined.outline.add_book()
    settle(outlined)
    numbers = [item.number for item in ask(desk.book.books) if item.number]
    assert len(numbers) == len(set(numbers))


def test_a_chapter_that_was_taken_out_does_not_move_and_says_why(outlined):
    row = go(outlined, "Penyusun")
    press(outlined.tree, Key.Key_Delete)
    settle(outlined)
    outlined.outline.show_all(True)
    settle(outlined)
    outlined.tree.choose(row)
    settle(outlined)
    press(outlined.tree, Key.Key_Up, modifiers=ALT)
    settle(outlined)
    assert outlined.heard[-1] == "Bab yang dikeluarkan tidak bisa dipindahkan. Kembalikan dahulu."
