"""What changed between two versions: words that came are underlined, words that went are struck out."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from smartcity_desktop.domain.vision_change import GONE, NEW, PLAIN, Piece, joined
from ui import theme

_FRAME: Final = 12


class ChangesView(QTextEdit):
    """Shows paragraphs, each a head and its pieces; it takes as much room as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("vision-changes")
        self.setAccessibleName("Perubahan pada versi ini")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.told = ""

    def show_changes(self, lines: Iterable[tuple[str, Iterable[Piece]]]) -> None:
        """Show paragraphs in their order."""
        self.clear()
        cursor = QTextCursor(self.document())
        told: list[str] = []
        for place, (head, found) in enumerate(lines):
            pieces = tuple(found)
            if place:
                cursor.insertBlock()
            if head:
                cursor.insertText(f"{head} ", _bold())
            for at, piece in enumerate(pieces):
                cursor.insertText("" if piece.glued or not at else " ", QTextCharFormat())
                cursor.insertText(piece.text, _look(piece.state))
            told.append(f"{head} {joined(pieces, PLAIN)}".strip())
        self.told = "\n".join(told)
        self.setAccessibleDescription(self.told)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room that the lines need at this width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of the text."""
        return QSize(200, self._height())

    def _height(self) -> int:
        return round(self.document().size().height()) + _FRAME

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())


def _bold() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(600)
    made.setForeground(QColor(theme.color("text-soft")))
    return made


def _look(state: str) -> QTextCharFormat:
    made = QTextCharFormat()
    if state == NEW:
        made.setFontUnderline(True)
        made.setFontWeight(600)
        made.setForeground(QColor(theme.color("good")))
        made.setBackground(QColor(theme.color("good-soft")))
    elif state == GONE:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(theme.color("error")))
    return made
