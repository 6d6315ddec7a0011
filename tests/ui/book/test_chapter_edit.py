"""The text of a chapter under a hand: what is typed becomes markup, and parts stay whole."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QImage, QTextCursor
from PySide6.QtTest import QTest

from tests.ui.book.hand import ALT, CTRL, SHIFT, choose, press, stand, stand_at_part
from ui.models import chapter_lines as lines
from ui.widgets.chapter_object import PartFace

Key = Qt.Key


@pytest.fixture
def written(edit):
    """Show a text and give the way to read what it became."""

    def show(markup):
        edit.show_text(markup)
        return edit

    return show


def test_letters_emphasis_and_headings_become_markup(edit, qtbot):
    with qtbot.waitSignal(edit.edited):
        QTest.keyClicks(edit, "Latar")
    press(edit, Key.Key_1, modifiers=CTRL)
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "Kota ")
    press(edit, Key.Key_B, modifiers=CTRL)
    QTest.keyClicks(edit, "maju")
    press(edit, Key.Key_B, modifiers=CTRL)
    press(edit, Key.Key_I, modifiers=CTRL)
    QTest.keyClicks(edit, " cerdas")
    assert edit.text() == "## Latar\n\nKota **maju*** cerdas*"
    press(edit, Key.Key_2, modifiers=CTRL)
    assert edit.text().endswith("### Kota **maju*** cerdas*"), "emphasis stays when a line becomes a heading"
    press(edit, Key.Key_3, modifiers=CTRL)
    assert edit.text().endswith("\n\nKota **maju*** cerdas*")


def test_signs_at_the_start_of_a_line_begin_lists_and_headings(edit):
    QTest.keyClicks(edit, "- satu")
    press(edit, Key.Key_Return, Key.Key_Tab)
    QTest.keyClicks(edit, "rinci")
    press(edit, Key.Key_Return, Key.Key_Backtab)
    QTest.keyClicks(edit, "dua")
    press(edit, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(edit, "1. tiga")
    press(edit, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(edit, "## Judul")
    assert edit.text() == "- satu\n  - rinci\n- dua\n\n1. tiga\n\n## Judul"


def test_several_lines_become_a_list_and_text_again(written):
    edit = written("a\n\nb\n\nc")
    edit.selectAll()
    edit.turn_into(lines.NUMBERS)
    assert edit.text() == "1. a\n2. b\n3. c"
    edit.turn_into(lines.BULLETS)
    assert edit.text() == "- a\n- b\n- c"
    edit.turn_into(lines.BULLETS)
    assert edit.text() == "a\n\nb\n\nc"


def test_nothing_can_be_typed_into_a_part(written, qtbot):
    edit = written("a\n\n[[isu]]\n\nb")
    stand_at_part(edit, 1)
    QTest.keyClicks(edit, "xy")
    assert edit.text() == "a\n\n[[isu]]\n\nxy\n\nb"
    stand_at_part(edit)
    QTest.keyClicks(edit, "z")
    assert edit.text() == "a\n\nz\n\n[[isu]]\n\nxy\n\nb"
    stand_at_part(edit)
    with qtbot.waitSignal(edit.part_asked) as asked:
        press(edit, Key.Key_Return)
    assert asked.args == ["isu"]


def test_a_part_is_moved_and_deleted_whole_and_comes_back(written):
    edit = written("a\n\n[[isu]]\n\n| x |\n| 1 |\n\nb")
    stand_at_part(edit)
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "[[isu]]\n\na\n\n| x |\n| 1 |\n\nb"
    press(edit, Key.Key_Down, Key.Key_Down, Key.Key_Down, modifiers=ALT)
    assert edit.text() == "a\n\n| x |\n| 1 |\n\nb\n\n[[isu]]"
    press(edit, Key.Key_Backspace)
    assert edit.text() == "a\n\n| x |\n| 1 |\n\nb"
    edit.undo()
    assert edit.text() == "a\n\n| x |\n| 1 |\n\nb\n\n[[isu]]"


def test_deleting_beside_a_part_goes_to_it_first(written):
    edit = written("a\n\n[[isu]]\n\nb")
    stand(edit, "b")
    press(edit, Key.Key_Backspace)
    assert edit.text() == "a\n\n[[isu]]\n\nb"
    assert edit.object_here()[1] == "isu"
    stand(edit, "a", 1)
    press(edit, Key.Key_Delete)
    assert edit.object_here()[1] == "isu"
    press(edit, Key.Key_Delete)
    assert edit.text() == "a\n\nb"


def test_text_that_a_deletion_joins_to_a_part_gets_its_own_line(written):
    edit = written("abc\n\n[[isu]]\n\ndef")
    stand(edit, "abc", 2)
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press(edit, Key.Key_Delete)
    assert edit.text() == "ab\n\n[[isu]]\n\ndef"
    assert edit.document().blockCount() == 3


def test_items_move_within_and_out_of_their_list(written):
    edit = written("1. a\n2. b\n  - c\n\nx")
    stand(edit, "b")
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "1. b\n2. a\n  - c\n\nx"
    stand(edit, "x")
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "1. b\n2. a\n\nx\n\n- c"


def test_rows_and_columns_come_and_go(edit):
    edit.insert_table(2, 2)
    QTest.keyClicks(edit, "OPD")
    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "Pagu")
    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "A")
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "B")
    assert edit.text() == "| OPD | Pagu |\n| A |  |\n| B |  |"
    edit.change_table(columns=1)
    edit.change_table(rows=-1)
    assert edit.text() == "| OPD |  | Pagu |\n| A |  |  |"
    edit.remove_table()
    assert edit.text() == ""


def test_a_proposal_is_used_or_thrown_away_by_a_key(written):
    edit = written("a\n\n?? Ada 41 program.\n\n?? Ada 3 isu.")
    press(edit, Key.Key_U, modifiers=ALT)
    assert edit.text() == "a\n\nAda 41 program.\n\n?? Ada 3 isu."
    press(edit, Key.Key_T, modifiers=ALT)
    assert edit.text() == "a\n\nAda 41 program."
    edit.undo()
    assert edit.text() == "a\n\nAda 41 program.\n\n?? Ada 3 isu."


@pytest.mark.parametrize("way", ["accept", "refuse"])
def test_who_decides_a_proposal_with_the_mouse_goes_on_in_the_text(written, way, qtbot):
    edit = written("?? Ada 41 program.\n\n?? Ada 3 isu.")
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.marks.follow()
    QTest.mouseClick(getattr(edit.marks, way), Qt.MouseButton.LeftButton)
    assert edit.hasFocus()


def test_what_is_typed_behind_a_proposal_is_a_persons_own(written):
    edit = written("?? Usul")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "saya")
    assert edit.text() == "?? Usul\n\nsaya"


def test_text_is_copied_with_parts_between_chapters_and_pasted_clean(written):
    edit = written("**a** b\n\n[[isu]]\n\n- c")
    edit.selectAll()
    copied = edit.createMimeDataFromSelection()
    edit.show_text("x")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(copied)
    assert edit.text() == "x**a** b\n\n[[isu]]\n\n- c"
    assert copied.text() == "a b\n\nc"
    page = QMimeData()
    html = b'<p style="color:red;font-size:40pt">d</p><table><tr><td>e<td>f</table>'
    page.setData("text/html", html)
    edit.show_text("satu dua")
    choose(edit, "satu")
    edit.insertFromMimeData(page)
    assert edit.text() == "d\n\n| e | f |\n\ndua"


def test_a_list_pasted_into_a_cell_is_its_words(written):
    edit = written("| a |  |")
    stand(edit, "a", 1)
    given = QMimeData()
    given.setText("- b\n- c")
    edit.insertFromMimeData(given)
    assert edit.text() == "| ab c |  |"


def test_a_pasted_picture_is_told(edit, qtbot):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    given = QMimeData()
    given.setImageData(image)
    with qtbot.waitSignal(edit.picture_given) as told:
        edit.insertFromMimeData(given)
    assert told.args[0].startswith(b"\x89PNG")


def test_a_text_that_changed_elsewhere_follows_and_the_cursor_stays(written):
    edit = written("satu\n\ndua")
    stand(edit, "dua", 1)
    edit.follow_text("satu\n\ndua\n\ntiga")
    assert edit.text() == "satu\n\ndua\n\ntiga"
    assert edit.textCursor().block().text() == "dua"


def test_a_text_that_takes_nothing_can_be_read_alone(written, qtbot):
    edit = written("a\n\n[[isu]]")
    edit.may_write = False
    QTest.keyClicks(edit, "x")
    press(edit, Key.Key_1, modifiers=CTRL)
    stand_at_part(edit)
    press(edit, Key.Key_Delete)
    assert edit.text() == "a\n\n[[isu]]"
    with qtbot.waitSignal(edit.part_asked):
        press(edit, Key.Key_Return)


def test_larger_type_changes_no_word(written):
    edit = written("## a\n\n- b\n\n[[isu]]")
    edit.show_faces({"isu": PartFace("Tabel", "Isu", "3 baris")})
    font = edit.font()
    font.setPixelSize(21)
    edit.setFont(font)
    assert edit.text() == "## a\n\n- b\n\n[[isu]]"
    press(edit, Key.Key_End, modifiers=SHIFT)
    assert edit.part_face("isu").words() == "Tabel: Isu · 3 baris"
    assert not edit.part_face("lain").known


def test_what_was_typed_is_told_together_and_at_once_when_asked(edit):
    told = []
    edit.edited.connect(told.append)
    QTest.keyClicks(edit, "Kota tumbuh")
    assert len(told) < len("Kota tumbuh"), "a long chapter is not written out at every key"
    edit.hand_in()
    assert told[-1] == "Kota tumbuh"
    assert not edit.is_late


def test_rows_and_columns_are_added_on_either_side_and_the_first_row_is_the_head(written):
    edit = written("| a | b |\n| c | d |")
    stand(edit, "a")
    edit.change_table(rows=1, before=True)
    edit.change_table(columns=1, before=True)
    assert edit.text() == "|  |  |  |\n|  | a | b |\n|  | c | d |"
    stand(edit, "a")
    assert not edit.is_bold()
    assert edit.textCursor().charFormat().fontWeight() < QFont.Weight.DemiBold, "it is no head any more"


def test_pictures_among_pasted_words_are_told_of(edit, qtbot):
    data = QMimeData()
    data.setHtml("<p>Kota <img src='file:///x.png'> tumbuh</p>")
    with qtbot.waitSignal(edit.pictures_left):
        edit.insertFromMimeData(data)
    assert edit.text() == "Kota tumbuh"
    data.setHtml("<p>lagi</p>")
    with qtbot.assertNotEmitted(edit.pictures_left):
        edit.insertFromMimeData(data)
