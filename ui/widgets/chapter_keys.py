"""What the keys mean in the text of a chapter."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor

from ui.models import chapter_lines as lines
from ui.models import chapter_text as text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.chapter_body import ChapterBody

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KINDS: Final = {
    Qt.Key.Key_1: 2,
    Qt.Key.Key_2: 3,
    Qt.Key.Key_3: lines.PLAIN,
    Qt.Key.Key_7: lines.NUMBERS,
    Qt.Key.Key_8: lines.BULLETS,
}
_SIGNS: Final = {
    "-": lines.BULLETS,
    "*": lines.BULLETS,
    "1.": lines.NUMBERS,
    "##": 2,
    "###": 3,
}
"""What a sign and a blank at the start of a paragraph turn it into."""


def pressed(edit: "ChapterBody", event: QKeyEvent) -> bool:
    """Do what a key means here beyond what it means in any text; tells whether it did."""
    if not edit.may_write:
        return _only_looked(edit, Qt.Key(event.key()))
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if modifiers & _ALT:
        return _with_alt(edit, key)
    if modifiers & _CONTROL:
        return _with_control(edit, key)
    ways: dict[Qt.Key, Callable[[ChapterBody], bool]] = {
        Qt.Key.Key_Backspace: _backspace,
        Qt.Key.Key_Delete: _delete,
        Qt.Key.Key_Space: _space,
        Qt.Key.Key_Tab: _tab,
        Qt.Key.Key_Backtab: _backtab,
    }
    if key in _ENTER:
        return _enter(edit)
    if key == Qt.Key.Key_Tab and modifiers & _SHIFT:
        return _backtab(edit)
    return ways[key](edit) if key in ways else False


def _only_looked(edit: "ChapterBody", key: Qt.Key) -> bool:
    if key in _ENTER and edit.object_here()[0]:
        edit.open_object()
        return True
    return False


def _with_alt(edit: "ChapterBody", key: Qt.Key) -> bool:
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        edit.move_line(-1 if key == Qt.Key.Key_Up else 1)
    elif key == Qt.Key.Key_U:
        edit.accept()
    elif key == Qt.Key.Key_T:
        edit.refuse()
    else:
        return False
    return True


def _with_control(edit: "ChapterBody", key: Qt.Key) -> bool:
    if key in _KINDS:
        edit.turn_into(_KINDS[key])
    elif key in {Qt.Key.Key_B, Qt.Key.Key_I}:
        edit.emphasise(bold=key == Qt.Key.Key_B)
    else:
        return False
    return True


def _enter(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    if edit.object_here()[0]:
        edit.open_object()
    elif edit.has_table():
        _next_row(edit)
    elif cursor.hasSelection():
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.insertBlock()
        cursor.endEditBlock()
        edit.setTextCursor(cursor)
    elif text.level_of(cursor.block()) >= 0:
        _next_item(edit, cursor)
    else:
        _next_line(edit, cursor)
    edit.ensureCursorVisible()
    return True


def _next_item(edit: "ChapterBody", cursor: QTextCursor) -> None:
    if not cursor.block().text().strip():
        lines.shift(cursor, -1)
        edit.moved.emit()
        return
    cursor.insertBlock()
    edit.setTextCursor(cursor)


def _next_line(edit: "ChapterBody", cursor: QTextCursor) -> None:
    line = cursor.block()
    is_plain = not line.blockFormat().headingLevel() and not text.is_proposed(line)
    cursor.beginEditBlock()
    if is_plain:
        cursor.insertBlock()
    elif cursor.atBlockStart() and line.text():
        _open_above(cursor)
    elif text.is_proposed(line) and not cursor.atBlockEnd():
        # Both halves of a proposal wait to be decided.
        cursor.insertBlock()
    else:
        # Behind a heading follows text; what is typed behind a proposal is a person's own.
        cursor.insertBlock(text.plain_block(), QTextCharFormat())
        text.dress(cursor.block())
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    if not is_plain:
        edit.setCurrentCharFormat(QTextCharFormat())


def _open_above(cursor: QTextCursor) -> None:
    """Open an empty paragraph above the line, and stand at the start of the line as before."""
    form, char = cursor.blockFormat(), cursor.blockCharFormat()
    at = cursor.position()
    cursor.insertBlock(form, char)
    cursor.setPosition(at)
    cursor.setBlockFormat(text.plain_block())
    cursor.setBlockCharFormat(QTextCharFormat())
    cursor.setPosition(at + 1)


def _next_row(edit: "ChapterBody") -> None:
    cursor = edit.textCursor()
    table = text.table_at(cursor.block())
    if table is None:
        return
    cell = table.cellAt(cursor)
    if cell.row() + 1 == table.rows():
        edit.change_table(rows=1)
    edit.setTextCursor(table.cellAt(cell.row() + 1, cell.column()).firstCursorPosition())


def _tab(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    table = text.table_at(cursor.block())
    if table is None:
        lines.shift(cursor, 1)
        return True
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() + 1
    if column == table.columns():
        row, column = row + 1, 0
    if row == table.rows():
        edit.change_table(rows=1)
    edit.setTextCursor(table.cellAt(row, column).firstCursorPosition())
    return True


def _backtab(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    table = text.table_at(cursor.block())
    if table is None:
        lines.shift(cursor, -1)
        return True
    cell = table.cellAt(cursor)
    row, column = (cell.row(), cell.column() - 1) if cell.column() else (cell.row() - 1, table.columns() - 1)
    if row >= 0:
        edit.setTextCursor(table.cellAt(row, column).firstCursorPosition())
    return True


def _backspace(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    if edit.object_here()[0]:
        edit.remove_object()
        return True
    if not cursor.atBlockStart() or edit.has_table():
        return False
    line = cursor.block()
    if lines.kind_of(line) != lines.PLAIN:
        if not lines.shift(cursor, -1):
            lines.turn_into(cursor, lines.PLAIN)
        edit.moved.emit()
        return True
    before = line.previous()
    if before.isValid() and (text.object_of(before)[0] or text.table_at(before) is not None):
        _stand_before(edit, cursor)
        return True
    return before.isValid() and _keep_apart(edit, before, line, before)


def _keep_apart(edit: "ChapterBody", above: QTextBlock, below: QTextBlock, other: QTextBlock) -> bool:
    """Join no proposal with a person's own text: one would become the other unseen.

    An empty line between them goes, else the cursor goes to the ``other`` line; tells whether it was so.
    """
    if text.is_proposed(above) == text.is_proposed(below) or not below.text():
        return False
    if not above.text():
        lines.remove_line(above)
        return True
    cursor = QTextCursor(other)
    if other == above:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    return True


def _stand_before(edit: "ChapterBody", cursor: QTextCursor) -> None:
    """Go to the part or table above instead of joining text to it; an empty line between goes."""
    line = cursor.block()
    has_after = line.next().isValid() and text.table_at(line.next()) is None
    above = line.previous()
    is_table = text.table_at(above) is not None
    if not line.text() and has_after and not is_table:
        lines.remove_line(line)
    edit.setTextCursor(QTextCursor(above))


def _delete(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    if edit.object_here()[0]:
        edit.remove_object()
        return True
    following = cursor.block().next()
    if not cursor.atBlockEnd() or not following.isValid() or edit.has_table():
        return False
    if text.object_of(following)[0] or text.table_at(following) is not None:
        edit.setTextCursor(QTextCursor(following))
        return True
    return _keep_apart(edit, cursor.block(), following, following)


def _space(edit: "ChapterBody") -> bool:
    cursor = edit.textCursor()
    line = cursor.block()
    typed = line.text()[: cursor.positionInBlock()]
    fits = typed in _SIGNS and not cursor.hasSelection() and not edit.has_table()
    if not fits or lines.kind_of(line) != lines.PLAIN or text.is_proposed(line):
        return False
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    lines.turn_into(cursor, _SIGNS[typed])
    cursor.endEditBlock()
    edit.moved.emit()
    return True
