"""A line of text that grows with what is written in it, for names and titles that are never short."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.undo_way import leaves_undo

_FRAME: Final = 14
_INSET: Final = 2
_MOST_LINES: Final = 8
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GrowingText(QPlainTextEdit):
    """Breaks its text over as many lines as it needs; Tab leaves it.

    A text of one ``paragraph`` takes no line breaks: Enter is told instead.
    """

    most_lines = _MOST_LINES
    """Lines up to which it grows; longer texts scroll."""
    edited = Signal(str)
    """The text after a person changed it."""
    entered = Signal()
    """Enter was pressed in a text of one paragraph."""
    left = Signal()
    """The focus went elsewhere."""

    def __init__(
        self, name: str, words: str, hint: str = "", *, paragraph: bool = True, parent: QWidget | None = None
    ) -> None:
        """Start empty, one line high."""
        super().__init__(parent)
        self._paragraph = paragraph
        self._told = True
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setViewportMargins(_INSET, 0, _INSET, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        # Qt would let a person take back the margin.
        self.document().clearUndoRedoStacks()
        self.textChanged.connect(self._changed)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text without telling anybody; the cursor stays where it is while somebody types.

        What is stored has no blanks at its ends: while it is being typed such a blank is the next word's.
        """
        stands = self.toPlainText()
        if text != stands and not (self.hasFocus() and text.strip() == stands.strip()):
            place = self.textCursor().position() if self.hasFocus() else 0
            self._told = False
            self.setPlainText(text)
            self._told = True
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
        self._fit()

    def go_on(self) -> None:
        """Let a person go on behind what stands."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Leave an undo to the window where nothing was typed here."""
        if leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Enter where a line break has no place."""
        if self._paragraph and Qt.Key(event.key()) in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Grow to a text that came while another page was shown."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        before = self.maximumHeight()
        self._fit()
        if self.maximumHeight() != before:
            # Qt lays the text out for the height it had when this event began, and not again within it.
            QTimer.singleShot(0, self, self._lay_text)

    def _lay_text(self) -> None:
        self.setViewportMargins(_INSET, 0, _INSET, 0)

    def sizeHint(self) -> QSize:
        """Return the room of the text."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of the text, narrow."""
        return QSize(80, self._height())

    def _lines(self) -> int:
        return max(1, ceil(self.document().size().height()))

    def _height(self) -> int:
        return min(self.most_lines, self._lines()) * self.fontMetrics().lineSpacing() + _FRAME

    def _fit(self) -> None:
        height = self._height()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        scrolls = self._lines() > self.most_lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else never)
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def _changed(self) -> None:
        self._fit()
        if self._told:
            self.edited.emit(self.toPlainText())
