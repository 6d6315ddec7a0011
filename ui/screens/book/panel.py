"""Left on the screen Buku: the books, whether one writes or looks, the outline, and what is done to it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smartcity_desktop.domain.book import Book
from smartcity_desktop.domain.ids import RowId
from ui.widgets.button import Button
from ui.widgets.chapter_tree import ChapterTree
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_KEYS: Final = "Alt+panah memindahkan · F2 judul · Del keluarkan"
_LETTERS: Final = 8


class OutlinePanel(QWidget):
    """Holds what the screen connects."""

    def __init__(self, fill_books: Callable[[QMenu], None], parent: QWidget) -> None:
        """``fill_books`` fills the menu of the books each time it is opened."""
        super().__init__(parent)
        self.books = ChoiceBox(self)
        self.books.setObjectName("book-choice")
        self.books.setAccessibleName("Buku")
        self.books.setMinimumContentsLength(_LETTERS)
        self.more = Button("Atur", "book-more", parent=self)
        self.book_menu = QMenu(self.more)
        self.book_menu.setObjectName("book-menu")
        self.book_menu.aboutToShow.connect(lambda: fill_books(self.book_menu))
        self.more.setMenu(self.book_menu)
        self.ways = Segments((("Tulis", "book-write"), ("Lihat halaman", "book-look")), self)
        self.tree = ChapterTree(self)
        self.add = Button("Tambah", "chapter-add", parent=self)
        self.add_menu = QMenu(self.add)
        self.add_menu.setObjectName("chapter-add-menu")
        self.add.setMenu(self.add_menu)
        self.retire = Button("Keluarkan", "chapter-retire", "quiet", parent=self)
        for_writing(self.add, self.retire, self.tree, self.more)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.books, 1)
        top.addWidget(self.more)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.add)
        below.addWidget(self.retire)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.ways)
        column.addWidget(self.tree, 1)
        column.addLayout(below)
        column.addWidget(ElidedLabel(_KEYS, "small", name="book-keys", parent=self))

    def show_books(self, books: Sequence[Book], current: RowId) -> None:
        """List the books, those taken out marked as such."""
        known = [(item.id, f"{item.called}{' (dikeluarkan)' if item.retired else ''}") for item in books]
        if known != [(self.books.itemData(at), self.books.itemText(at)) for at in range(self.books.count())]:
            self.books.clear()
            for row, words in known:
                self.books.addItem(words, row)
        self.books.setCurrentIndex(self.books.findData(current))
