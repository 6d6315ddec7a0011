"""Whatever hands do to a text: what it says stays readable, and undoing all of it leads back."""

import random
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from smartcity_desktop.domain.book_text import parse, written
from tests.ui.book.hand import ALT, CTRL, press
from ui.models.chapter_reader import placed
from ui.widgets.chapter_edit import ChapterEdit

Key = Qt.Key
TEXT = (
    "## Judul\n\nSatu dua tiga\n\n?? usul satu\n\n[[isu]]\n\n- a\n  - b\n- c\n\n| h | i |\n| j | k |\n\n"
    "3. x\n4. y\n\n[[gambar:1]]\n\nakhir **tebal** teks"
)
PAGES = ("<p>p</p><ul><li>l<li>m</ul>", "<h1>H</h1>", "kata", "<table><tr><td>a<td>b<tr><td>c<td>d</table>")
STEPS = 12


def pasted(edit, page):
    given = QMimeData()
    given.setHtml(page)
    edit.insertFromMimeData(given)


def doubled(edit):
    edit.insertFromMimeData(edit.createMimeDataFromSelection())


def ways(edit):
    """Return what hands may do, each as a call."""
    typed = [partial(QTest.keyClicks, edit, words) for words in ("xy", "- q")]
    keys = [partial(press, edit, key) for key in (Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab)]
    keys += [partial(press, edit, key, modifiers=ALT) for key in (Key.Key_Up, Key.Key_Down)]
    keys += [
        partial(press, edit, key, modifiers=CTRL) for key in (Key.Key_1, Key.Key_3, Key.Key_7, Key.Key_8)
    ]
    tables = [partial(edit.change_table, **{side: by}) for side in ("rows", "columns") for by in (1, -1)]
    pages = [partial(pasted, edit, page) for page in PAGES]
    others = [edit.accept, edit.refuse, partial(edit.insert_part, "isu"), partial(edit.insert_table, 2, 2)]
    return [*typed, *keys, *tables, *pages, *others, partial(doubled, edit)]


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 53, 59, 155])
def test_undoing_everything_leads_back(qtbot, dressed, seed):
    assert dressed
    edit = ChapterEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.show_text(TEXT)
    begun, hand = edit.text(), random.Random(seed)
    for _ in range(STEPS):
        last = edit.document().characterCount()
        cursor = edit.textCursor()
        cursor.setPosition(hand.randrange(last))
        if hand.random() < 0.5:
            end = min(last - 1, cursor.position() + hand.randrange(1, 30))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        hand.choice(ways(edit))()
        said = edit.text()
        assert said == written(tuple(block for block, _first, _last in placed(edit.document())))
        assert written(parse(said)) == said
    while edit.document().isUndoAvailable():
        edit.document().undo()
    assert edit.text() == begun
