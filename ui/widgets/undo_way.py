"""Ctrl+Z and Ctrl+Y in a field in which nothing was typed belong to the window, not to the field.

Qt lets every text field take these keys, also one that has nothing to take back: whoever goes on with Tab and
wants to take back what was written in the field before would press them in vain.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget


def leaves_undo(field: QWidget, event: QEvent) -> bool:
    """Tell whether an event asks a field for an undo or redo that it does not have."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    part = field.findChild(QLineEdit) if isinstance(field, QAbstractSpinBox) else field
    if not isinstance(part, QLineEdit | QPlainTextEdit):
        return False
    has = part if isinstance(part, QLineEdit) else part.document()
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not has.isUndoAvailable()) or (
        event.matches(keys.Redo) and not has.isRedoAvailable()
    )


def pass_undo(*fields: QWidget) -> None:
    """Let these fields pass on what they have nothing to take back for."""
    for field in fields:
        field.installEventFilter(_Passing(field))


class _Passing(QObject):
    """Leaves such keys to the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key to the shortcuts of the window."""
        if isinstance(watched, QWidget) and leaves_undo(watched, event):
            event.ignore()
            return True
        return False
