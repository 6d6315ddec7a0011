"""Proposals in the text of a chapter: marked under the text, with two ways above the one in hand."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QTextBlock
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from ui import theme
from ui.models import chapter_text as text
from ui.widgets.button import Button
from ui.widgets.label import tip
from ui.widgets.writing import for_writing

_SIDE: Final = 14
_STRIPE: Final = 3
_WORD: Final = "USULAN"


class ProposalMarks(QObject):
    """Paints the grounds of proposals, and brings two buttons to the one where the cursor stands."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, edit: QTextEdit) -> None:
        """Work on the view of a text."""
        super().__init__(edit)
        self._edit = edit
        self.ways = QWidget(edit.viewport())
        self.ways.setObjectName("chapter-proposal")
        self.accept = Button("Pakai", "chapter-accept", "quiet", parent=self.ways)
        self.refuse = Button("Buang", "chapter-refuse", "quiet", parent=self.ways)
        tip(self.accept, "Jadikan teks biasa (Alt+U)")
        tip(self.refuse, "Keluarkan dari naskah (Alt+T)")
        self.accept.clicked.connect(self.accepted)
        self.refuse.clicked.connect(self.refused)
        for_writing(self.ways)
        row = QHBoxLayout(self.ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.accept)
        row.addWidget(self.refuse)
        self.ways.hide()
        edit.cursorPositionChanged.connect(self.follow)
        edit.verticalScrollBar().valueChanged.connect(self.follow)
        edit.document().documentLayout().documentSizeChanged.connect(self.follow)
        edit.viewport().installEventFilter(self)

    def every(self) -> list[QTextBlock]:
        """Return every proposal of the text, in its order."""
        found, line = [], self._edit.document().begin()
        while line.isValid():
            if text.is_proposed(line) and line.text().strip():
                found.append(line)
            line = line.next()
        return found

    def follow(self) -> None:
        """Bring the buttons to the proposal at the cursor, and away from any other text."""
        line = self._edit.textCursor().block()
        here = text.is_proposed(line) and not self._edit.isReadOnly()
        self.ways.setVisible(here)
        if here:
            box = self.box(line)
            size = self.ways.sizeHint()
            self.ways.setGeometry(box.right() - size.width() - 4, box.top() + 1, size.width(), size.height())

    def box(self, line: QTextBlock) -> QRect:
        """Return where a proposal lies in the view, with the room above it for its two ways."""
        found = self._edit.document().documentLayout().blockBoundingRect(line)
        room = theme.scaled(text.PROPOSAL_ROOM)
        top = int(found.top()) - self._edit.verticalScrollBar().value() - room
        wide = self._edit.viewport().width() - 2 * _SIDE
        return QRect(_SIDE, top, wide, int(found.height()) + room + 4)

    def paint(self, seen: QRect) -> None:
        """Paint the grounds that can be seen."""
        painter = QPainter(self._edit.viewport())
        painter.setFont(theme.font("small", bold=True))
        for line, box in self._seen(seen):
            if text.is_proposed(line) and line.text().strip():
                painter.fillRect(box, QColor(theme.color("warning-soft")))
                stripe = QRect(box.left(), box.top(), _STRIPE, box.height())
                painter.fillRect(stripe, QColor(theme.color("warning-line")))
                painter.setPen(QColor(theme.color("warning")))
                painter.drawText(box.left() + theme.scaled(17), box.top() + theme.scaled(20), _WORD)
        painter.end()

    def _seen(self, seen: QRect) -> Iterator[tuple[QTextBlock, QRect]]:
        """Yield the lines in a part of the view, each with where it lies."""
        line = self._edit.cursorForPosition(seen.topLeft()).block()
        # The ground of a proposal reaches a little below its words.
        line = line.previous() if line.previous().isValid() else line
        while line.isValid():
            box = self.box(line)
            if box.top() > seen.bottom():
                return
            yield line, box
            line = line.next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow another width."""
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)
