"""A chapter goes to Word and comes back: looked at line by line before it is taken."""

from tests.ui.book.hand import settle
from tests.ui.book.test_book_screen import go
from ui.widgets.word_dialog import WordDialog


def sent(screen, desk, ask, target):
    out, frame = ask(lambda: desk.chapter_word.out(screen.word.row))
    screen.word.write_to(target, out, frame)
    settle(screen)


def test_a_chapter_changed_elsewhere_comes_back_from_word_as_one_act(outlined, desk, ask, tmp_path):
    row = go(outlined, "Ruang lingkup dan tahapan")
    ask(lambda: desk.book.update(row, "text", "Lama.\n\n[[jadwal]]\n\nAkhir."))
    target = tmp_path / "bab.docx"
    sent(outlined, desk, ask, target)
    assert "bab.docx tersimpan" in outlined.heard[-1]
    ask(lambda: desk.book.update(row, "text", "Baru.\n\n[[jadwal]]\n\nAkhir."))
    outlined.arrive()
    outlined.word.read_file(target)
    settle(outlined)
    dialog = outlined.findChild(WordDialog)
    lines = [item.cells for item in dialog.table.lines.lines]
    assert ("+ baru", "Lama.") in lines
    assert ("− hilang", "Baru.") in lines
    assert any(mark == "" and "Tahap dan jadwal" in words for mark, words in lines)
    dialog.take.click()
    settle(outlined)
    assert outlined.edit.text() == "Lama.\n\n[[jadwal]]\n\nAkhir."
    ask(desk.undo)
    assert ask(lambda: desk.book.chapter(row)).text.startswith("Baru.")


def test_a_file_that_changes_nothing_or_is_none_is_told(outlined, desk, ask, tmp_path):
    row = go(outlined, "Ruang lingkup dan tahapan")
    target = tmp_path / "bab.docx"
    sent(outlined, desk, ask, target)
    outlined.word.read_file(target)
    settle(outlined)
    assert "tidak ada yang diambil" in outlined.heard[-1]
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 rusak")
    outlined.word.read_file(broken)
    settle(outlined)
    assert outlined.heard[-1] != "Teks bab diambil dari Word."
    assert outlined.findChild(WordDialog) is None
    assert ask(lambda: desk.book.chapter(row)).text == "[[jadwal]]"
