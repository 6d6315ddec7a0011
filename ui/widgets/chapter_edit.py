"""The text of a chapter as it will look in the book: headings, lists, tables, pictures, parts.

What is typed is handed on as markup (``domain.book_text``); nothing of a format that has no place there can
get in, whatever is pasted.
"""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from ui.widgets.chapter_body import ChapterBody
from ui.widgets.chapter_copy import can_take, copied, given, has_pictures, paste, paths_of, png_of
from ui.widgets.chapter_keys import pressed

_OWN_KEYS: Final = (QKeySequence.StandardKey.Bold, QKeySequence.StandardKey.Italic)
_LETTERS: Final = frozenset(
    {
        *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_8),
        *(Qt.Key.Key_B, Qt.Key.Key_I),
    }
)


_DELETES: Final = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChapterEdit(ChapterBody):
    """Takes keys, letters and what is pasted."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something in a text, before the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = _is_undo(event)
            if is_undo or _is_own(event):
                event.setAccepted(not is_undo or self._has_steps())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here; a part is one solid thing that cannot be typed into."""
        if event.matches(QKeySequence.StandardKey.Cut) and self.may_write:
            self.copy()
        is_gone = _takes_chosen(event) and self.remove_chosen()
        if (is_gone and not _goes_on(event)) or pressed(self, event):
            event.accept()
            return
        if event.text() and event.text().isprintable() and not _has_control(event):
            self.leave_object()
        super().keyPressEvent(event)
        self.heal()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take letters that no key has."""
        if event.commitString():
            self.remove_chosen()
            self.leave_object()
        super().inputMethodEvent(event)
        self.heal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the part or picture that is clicked twice."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        if self.object_here()[0]:
            self.open_object()
        else:
            super().mouseDoubleClickEvent(event)

    def _has_steps(self) -> bool:
        """Tell whether anything was typed into what is shown; until then an undo is the window's."""
        return self.document().isUndoAvailable() or self.document().isRedoAvailable()

    # Copying

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is chosen as markup to other chapters, as a page and as plain text to other programs."""
        return copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether something can be pasted."""
        return can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text, lists and tables without their looks; a picture becomes one of this chapter."""
        if not self.may_write:
            return
        paths = paths_of(source)
        if paths:
            self.files_given.emit(paths)
            return
        blocks = given(source)
        if not blocks and source.hasImage():
            self.picture_given.emit(png_of(source))
            return
        paste(self, blocks)
        if has_pictures(source):
            self.pictures_left.emit()


def _is_undo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


def _is_own(event: QKeyEvent) -> bool:
    """Tell whether a key means something here before it means something to the window."""
    if any(event.matches(keys) for keys in _OWN_KEYS):
        return True
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return Qt.Key(event.key()) in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_U, Qt.Key.Key_T}
    return bool(modifiers & Qt.KeyboardModifier.ControlModifier) and Qt.Key(event.key()) in _LETTERS


def _takes_chosen(event: QKeyEvent) -> bool:
    """Tell whether a key takes what is chosen away."""
    return _goes_on(event) or Qt.Key(event.key()) in _DELETES or event.matches(QKeySequence.StandardKey.Cut)


def _goes_on(event: QKeyEvent) -> bool:
    """Tell whether a key puts something in the place of what is chosen."""
    is_letter = bool(event.text()) and event.text().isprintable() and not _has_control(event)
    return is_letter or Qt.Key(event.key()) in _ENTERS


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
