"""A chapter goes to Word and comes back: looked at line by line before it is taken."""

from tests.ui.book.hand import settle
from tests.ui.book.test_book_screen import go, row_of
from ui.widgets.label import Label
from ui.widgets.row_history import RowHistoryDialog
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


def test_what_came_back_is_told_in_plain_words_with_the_chapter_it_is_for(outlined, desk, ask, tmp_path):
    row = go(outlined, "Ruang lingkup dan tahapan")
    ask(
        lambda: desk.book.update(
            row, "text", "## Lama\n\n[[gambar:0190aaaa]]\n\nKota **maju**\n\n?? Ada 4 tahap."
        )
    )
    target = tmp_path / "bab.docx"
    sent(outlined, desk, ask, target)
    ask(lambda: desk.book.update(row, "text", "Kota maju"))
    outlined.word.read_file(target)
    outlined.tree.choose(row_of(outlined, "Penyusun"))
    settle(outlined)
    dialog = outlined.findChild(WordDialog)
    told = [item.cells[1] for item in dialog.table.lines.lines]
    assert "Judul: Lama" in told
    assert "Kota maju (hanya tebal atau miringnya yang berubah)" in told
    assert "USULAN, belum disetujui: Ada 4 tahap." in told
    assert not any(sign in words for words in told for sign in ("**", "##", "[[", "tidak dikenal"))
    assert any("1.4 Ruang lingkup dan tahapan" in item.text() for item in dialog.findChildren(Label))
    dialog.reject()


def test_the_history_of_a_chapter_tells_the_lines_that_changed(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    long = "\n\n".join(f"Alinea {place} tetap." for place in range(300))
    ask(lambda: desk.book.update(row, "text", f"{long}\n\nAkhir *lama*."))
    ask(desk._workspace.journal.seal)
    ask(lambda: desk.book.update(row, "text", f"{long}\n\nAkhir baru."))
    outlined.arrive()
    settle(outlined)
    outlined.side.past.click()
    settle(outlined)
    dialog = outlined.findChild(RowHistoryDialog)
    assert dialog.text.toPlainText() == "Isi\n  − hilang: Akhir lama.\n  + baru: Akhir baru."
    dialog.close()
