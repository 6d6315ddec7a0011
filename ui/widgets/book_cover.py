"""The cover of a book on the screen: its number and title to be written, and how far its chapters are."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartcity_desktop.domain.book import STATE_WORDS, Book, Node
from smartcity_desktop.domain.ids import NO_ROW
from ui.widgets.card import Card
from ui.widgets.chapter_head import NameLine
from ui.widgets.chapter_tree import ChapterMark
from ui.widgets.label import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.writing import for_writing

_FIELDS: Final = (
    ("number", "Nomor buku", "mis. Buku 2"),
    ("title", "Judul buku", "mis. Masterplan Smart City Daerah"),
    ("subtitle", "Anak judul", "boleh kosong"),
)

_NOTHING: Final = "Di naskah tidak ada usulan atau catatan telaah yang menunggu."


class BookCover(QWidget):
    """Tells what was typed into a field of the book."""

    field_edited = Signal(str, str)
    given_up = Signal()
    """Esc was pressed in a field: what stood there before stands again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a book."""
        super().__init__(parent)
        self.setObjectName("book-cover")
        self._book = NO_ROW
        self.lines: dict[str, NameLine] = {}
        card = Card("Sampul", name="book-cover-card", parent=self)
        for field, words, hint in _FIELDS:
            line = NameLine(card)
            line.setObjectName(f"book-{field}")
            line.setAccessibleName(words)
            line.setPlaceholderText(hint)
            line.textEdited.connect(partial(self.field_edited.emit, field))
            line.given_up.connect(self.given_up)
            self.lines[field] = line
            card.body.addWidget(Label(words, "small", parent=card))
            card.body.addWidget(line)
        for_writing(*self.lines.values())
        state = Card("Keadaan buku ini", name="book-state-card", parent=self)
        self.state = Label("", name="book-state", wrap=True, parent=state)
        self.waiting = Label("", "soft", name="book-waiting", wrap=True, parent=state)
        state.body.addWidget(self.state)
        state.body.addWidget(self.waiting)
        self.bar = MessageBar("book-differing", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(card)
        column.addWidget(state)
        column.addStretch(1)

    def show_book(
        self,
        book: Book,
        nodes: Sequence[Node],
        marks: dict[str, ChapterMark],
        typed: Callable[[str], bool] = lambda _field: False,
    ) -> None:
        """Show a book; a field that is being typed, or of which ``typed`` says so, stays."""
        is_other, self._book = book.id != self._book, book.id
        for field, line in self.lines.items():
            stays = (line.hasFocus() and not is_other) or typed(field)
            if not stays and line.text() != getattr(book, field):
                line.setText(getattr(book, field))
        self.state.setText(state_words(nodes))
        proposals = sum(item.proposals for item in marks.values())
        comments = sum(item.comments for item in marks.values())
        told = [f"{proposals} usulan belum diputuskan"] if proposals else []
        told += [f"{comments} catatan telaah belum selesai"] if comments else []
        self.waiting.setText(" · ".join(told) or _NOTHING)


def state_words(nodes: Sequence[Node]) -> str:
    """Return how many chapters are how far: ``34 bab dan subbab: 30 belum ditulis, 4 draf``."""
    standing = [item.chapter for item in nodes if not item.chapter.retired]
    counts = Counter(item.state or "belum" for item in standing)
    parts = [
        f"{counts[state]} {words[:1].lower()}{words[1:]}"
        for state, words in STATE_WORDS.items()
        if counts[state]
    ]
    return f"{len(standing)} bab dan subbab: {', '.join(parts)}." if standing else "Belum ada bab."
