"""Lines of a chapter moved and joined: little is written anew, and no proposal becomes text unseen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest

from tests.ui.book.hand import ALT, press, stand, stand_at_part

Key = Qt.Key
LONG = "\n\n".join(f"Alinea {place} " + "kata " * 40 for place in range(200))


def test_moving_a_line_of_a_long_chapter_leaves_the_others_alone(edit):
    edit.show_text(LONG)
    stand(edit, "Alinea 120 ")
    told = []
    edit.document().contentsChange.connect(lambda at, gone, new: told.append((at, gone, new)))
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text().index("Alinea 120 ") < edit.text().index("Alinea 119 ")
    assert sum(gone + new for _at, gone, new in told) < len(LONG) // 20
    edit.undo()
    assert edit.text() == "\n\n".join(line.strip() for line in LONG.split("\n\n"))


def test_moving_a_line_keeps_the_numbers_of_all_lists(edit):
    edit.show_text("3. tiga\n4. empat\n\nx\n\ny")
    stand(edit, "y")
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "3. tiga\n4. empat\n\ny\n\nx"
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "3. tiga\n\ny\n\n4. empat\n\nx", "the list counts on behind what came between"
    press(edit, Key.Key_Down, modifiers=ALT)
    assert edit.text() == "3. tiga\n4. empat\n\ny\n\nx"
    stand(edit, "empat")
    press(edit, Key.Key_Up, modifiers=ALT)
    assert edit.text() == "3. empat\n4. tiga\n\ny\n\nx"


@pytest.mark.parametrize("step", [Key.Key_Up, Key.Key_Down])
def test_a_line_moves_past_a_table_between_others(edit, step):
    edit.show_text("a\n\n| x |\n| 1 |\n\n[[isu]]\n\nb")
    if step == Key.Key_Up:
        stand_at_part(edit)
        press(edit, step, modifiers=ALT)
        assert edit.text() == "a\n\n[[isu]]\n\n| x |\n| 1 |\n\nb"
    else:
        stand(edit, "a")
        press(edit, step, modifiers=ALT)
        assert edit.text() == "| x |\n| 1 |\n\na\n\n[[isu]]\n\nb"
    edit.undo()
    assert edit.text() == "a\n\n| x |\n| 1 |\n\n[[isu]]\n\nb"


def test_a_proposal_that_is_broken_in_two_stays_one_to_be_decided(edit):
    edit.show_text("?? Ada tiga isu.")
    stand(edit, "Ada", 4)
    press(edit, Key.Key_Return)
    assert edit.text() == "?? Ada\n\n?? tiga isu."


@pytest.mark.parametrize(
    "text",
    ["Punya saya\n\n?? Usulan program", "?? Usulan program\n\nPunya saya"],
)
def test_nothing_joins_a_proposal_with_a_persons_own_text(edit, text):
    first, second = (line.removeprefix("?? ") for line in text.split("\n\n"))
    edit.show_text(text)
    stand(edit, second)
    press(edit, Key.Key_Backspace)
    assert edit.text() == text
    assert edit.textCursor().block().text() == first
    assert edit.textCursor().atBlockEnd()
    press(edit, Key.Key_Delete)
    assert edit.text() == text
    assert edit.textCursor().block().text() == second


def test_an_empty_line_above_a_proposal_goes_and_it_stays_one(edit):
    edit.show_text("a\n\n?? Usul")
    stand(edit, "a", 1)
    press(edit, Key.Key_Return)
    stand(edit, "Usul")
    press(edit, Key.Key_Backspace)
    assert edit.text() == "a\n\n?? Usul"
    assert edit.document().blockCount() == 2


def test_a_broad_view_keeps_lines_that_an_eye_can_follow(edit):
    edit.show_text(LONG)
    edit.resize(1400, 400)
    letters = edit.document().textWidth() / edit.fontMetrics().averageCharWidth()
    assert 85 <= letters <= 100
    left = edit.viewport().geometry().left()
    assert abs(left - (edit.width() - edit.viewport().geometry().right())) < 30, "it stands in the middle"
    edit.resize(500, 400)
    assert edit.viewport().geometry().left() < 10


def test_the_wheel_rolls_the_text_beside_it_too(edit):
    edit.show_text(LONG)
    edit.resize(1400, 400)
    place = QPointF(20, 200)
    no = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        place,
        edit.mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        no,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    edit.event(turn)
    assert edit.verticalScrollBar().value() > 0


def test_a_table_goes_away_alone(edit):
    edit.show_text("a\n\n| x |\n| 1 |\n\nb")
    stand(edit, "x")
    edit.remove_table()
    assert edit.text() == "a\n\nb"


def test_a_part_or_proposal_behind_a_table_goes_away_alone(edit):
    for line in ("[[isu]]", "?? Usul"):
        edit.show_text(f"a\n\n| x |\n| 1 |\n\n{line}\n\nb")
        if line.startswith("["):
            stand_at_part(edit)
            edit.remove_object()
        else:
            stand(edit, "Usul")
            edit.refuse()
        assert edit.text() == "a\n\n| x |\n| 1 |\n\nb"
        edit.undo()
        assert edit.text() == f"a\n\n| x |\n| 1 |\n\n{line}\n\nb"


def test_typing_goes_on_at_the_end_of_a_moved_line(edit):
    edit.show_text("a\n\nb")
    stand(edit, "b", 1)
    press(edit, Key.Key_Up, modifiers=ALT)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(edit, "c")
    assert edit.text() == "bc\n\na"
