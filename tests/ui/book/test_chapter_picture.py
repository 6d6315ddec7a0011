"""A picture in a chapter: kept beside the journal, shown in the text, captioned; gone ones are told."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from smartcity_desktop.domain.book_text import figures
from smartcity_desktop.domain.photo import LONGEST_EDGE
from tests.ui.book.hand import settle
from tests.ui.book.test_book_screen import go
from ui.models.chapter_text import PICTURE
from ui.widgets.chapter_caption import CaptionDialog
from ui.widgets.chapter_edit import ChapterEdit


def pasted():
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0x3366AA)
    given = QMimeData()
    given.setImageData(image)
    return given


def test_a_pasted_picture_is_kept_shown_and_captioned(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    QTest.keyClicks(outlined.edit, "Awal")
    outlined.edit.insertFromMimeData(pasted())
    settle(outlined)
    settle(outlined)
    (figure,) = figures(ask(lambda: desk.book.chapter(row)).text)
    (kept,) = ask(lambda: desk.book.figures(row))
    assert kept.id == figure
    assert ask(lambda: desk.book.content(kept)).startswith(b"\xff\xd8")
    assert outlined.edit.picture_face(figure).image.width() == 64
    outlined.writing.ask_caption(figure)
    dialog = outlined.findChild(CaptionDialog)
    QTest.keyClicks(dialog.caption, "Ruang kendali")
    dialog.accept()
    settle(outlined)
    assert ask(lambda: desk.book.figures(row))[0].caption == "Ruang kendali"
    assert outlined.edit.picture_face(figure).caption == "Ruang kendali"


def test_a_picture_of_another_chapter_or_none_is_told_as_missing(outlined, desk, ask):
    row = go(outlined, "Latar belakang")
    ask(lambda: desk.book.update(row, "text", "[[gambar:0190aaaa]]"))
    outlined.arrive()
    settle(outlined)
    assert outlined.edit.object_here()[0] == PICTURE
    assert outlined.edit.picture_face("0190aaaa").lost
    assert outlined.edit.text() == "[[gambar:0190aaaa]]"


def test_a_file_that_is_no_picture_is_told(outlined, tmp_path):
    go(outlined, "Latar belakang")
    path = tmp_path / "catatan.jpg"
    path.write_bytes(b"bukan gambar")
    before = outlined.edit.text()
    outlined.edit.files_given.emit([str(path)])
    settle(outlined)
    assert outlined.edit.text() == before
    assert "catatan.jpg" in outlined.heard[-1]


def test_a_picture_that_went_to_another_chapter_is_shown_found_and_printed_there(outlined, desk, ask):
    first = go(outlined, "Latar belakang")
    outlined.edit.insertFromMimeData(pasted())
    settle(outlined)
    settle(outlined)
    (figure,) = figures(ask(lambda: desk.book.chapter(first)).text)
    outlined.edit.selectAll()
    taken = outlined.edit.createMimeDataFromSelection()
    outlined.edit.textCursor().removeSelectedText()
    second = go(outlined, "Penyusun")
    outlined.edit.insertFromMimeData(taken)
    settle(outlined)
    settle(outlined)
    assert figures(ask(lambda: desk.book.chapter(second)).text) == (figure,)
    assert outlined.edit.picture_face(figure).image.width() == 64
    assert ask(lambda: desk.book.pages_of(second)).picture.pictures[figure].content
    go(outlined, "Latar belakang")
    outlined.open_row(figure)
    settle(outlined)
    assert outlined.tree.key == second


def test_a_picture_of_a_camera_is_made_smaller_before_it_is_written_out(qtbot, dressed):
    assert dressed
    edit = ChapterEdit()
    qtbot.addWidget(edit)
    image = QImage(6000, 3000, QImage.Format.Format_RGB32)
    image.fill(0x3366AA)
    given = QMimeData()
    given.setImageData(image)
    with qtbot.waitSignal(edit.picture_given) as told:
        edit.insertFromMimeData(given)
    kept = QImage.fromData(told.args[0])
    assert (kept.width(), kept.height()) == (LONGEST_EDGE, LONGEST_EDGE // 2)
