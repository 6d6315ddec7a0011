"""What is done with books and chapters as a whole: made, named, moved, taken out and brought back."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from smartcity_desktop.domain.book import BACK, BODY, FRONT, Node, Way, beside, next_number, parent_of
from smartcity_desktop.domain.ids import NO_ROW, RowId
from ui.context import Screen, Services
from ui.screens.book.read import Shown

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes

_NEW: Final = {BODY: "Bab baru", FRONT: "Kata pengantar", BACK: "Lampiran baru"}
_DEEPEST: Final = 2
_STAYS: Final = {
    "up": "Sudah paling atas di tingkatnya. Alt+kiri menaikkan tingkatnya.",
    "down": "Sudah paling bawah di tingkatnya.",
    "out": "Ini sudah tingkat bab.",
    "in": "Tidak bisa lebih dalam: pengantar tidak bertingkat, dan bab paling banyak tiga tingkat.",
}
"""Why a chapter did not move."""
_OUT_STAYS: Final = "Bab yang dikeluarkan tidak bisa dipindahkan. Kembalikan dahulu."


class BookOutline(QObject):
    """Acts on what is shown; the screen reads again after each act."""

    made = Signal(str)
    """A book or chapter was made and is to be named: its row."""
    changed = Signal()
    """The outline is another one."""
    stood = Signal(str)
    """What stood here was taken out: the chapter to stand on now, empty for the cover."""

    def __init__(self, screen: Screen, services: Services) -> None:
        """Act for a screen."""
        super().__init__(screen)
        self._screen, self._book = screen, services.book
        self.shown = Shown()
        self.with_retired = False

    def set_up(self) -> None:
        """Make the books of the workshop's set, or what of them was never made."""
        self._screen.act(self._book.set_up, self._set_up)

    def add_book(self) -> None:
        """Make a book of one's own."""
        call = partial(self._book.add_book, "Buku baru", number=f"Buku {next_number(self.shown.books)}")
        self._screen.context.autosave.flush_all()
        self._screen.read(call, self._made)

    def add_chapter(self, part: str = BODY) -> None:
        """Make a bab, a foreword or a lampiran behind the one that is shown."""
        node = self._node()
        after = self._head_of(node) if node is not None and node.part == part else NO_ROW
        self._add(_NEW[part], NO_ROW, part, after)

    def add_inner(self) -> None:
        """Make a chapter below the one that is shown; beside it where it lies deepest already."""
        node = self._node()
        if node is None or node.part == FRONT:
            self.add_chapter()
        elif node.depth >= _DEEPEST:
            self._add("Subbab baru", parent_of(self.shown.nodes, node.chapter.id), node.part, node.chapter.id)
        else:
            self._add("Subbab baru", node.chapter.id, node.part, NO_ROW)

    def move(self, row: str, way: str) -> None:
        """Move a chapter up, down, out a level or in."""
        node = next((item for item in self.shown.nodes if item.chapter.id == row), None)
        if node is not None and node.chapter.retired:
            self._screen.warned.emit(_OUT_STAYS)
            return
        ways: dict[str, Way] = {"up": "up", "down": "down", "out": "out", "in": "in"}
        self._screen.act(partial(self._book.move, RowId(row), ways[way]), partial(self._moved, way))

    def retire(self, row: str) -> None:
        """Take a chapter with all below it out of its book, or bring it back."""
        node = next((item for item in self.shown.nodes if item.chapter.id == row), None)
        if node is None:
            return
        gone = node.chapter.retired
        told = (
            f"{node.called} kembali ke buku." if gone else f"{node.called} dikeluarkan. Ctrl+Z mengembalikan."
        )
        if not gone and not self.with_retired:
            self.stood.emit(beside(self.shown.nodes, node.chapter.id))
        call = partial(self._book.retire, node.chapter.id, retired=not gone)
        self._screen.act(call, partial(self._done, told))

    def move_book(self, steps: int) -> None:
        """Move the book that is shown before or behind its neighbour."""
        if self.shown.book is not None:
            self._screen.act(partial(self._book.move_book, self.shown.book.id, steps), self._again)

    def retire_book(self) -> None:
        """Take the book that is shown out of the set, or bring it back."""
        book = self.shown.book
        if book is not None:
            told = (
                f"{book.called} kembali."
                if book.retired
                else f"{book.called} dikeluarkan. Ctrl+Z mengembalikan."
            )
            call = partial(self._book.retire_book, book.id, retired=not book.retired)
            self._screen.act(call, partial(self._done, told))

    def fill_book_menu(self, menu: QMenu) -> None:
        """Offer what can be done with books."""
        menu.clear()
        book = self.shown.book
        menu.addAction("Tambah buku").triggered.connect(self.add_book)
        if book is not None:
            menu.addAction("Naikkan urutan buku ini").triggered.connect(partial(self.move_book, -1))
            menu.addAction("Turunkan urutan buku ini").triggered.connect(partial(self.move_book, 1))
            words = "Kembalikan buku ini" if book.retired else "Keluarkan buku ini"
            menu.addAction(words).triggered.connect(self.retire_book)
        menu.addSeparator()
        menu.addAction("Lengkapi dari susunan baku").triggered.connect(self.set_up)
        every = menu.addAction("Tampilkan yang dikeluarkan")
        every.setCheckable(True)
        every.setChecked(self.with_retired)
        every.toggled.connect(self.show_all)

    def fill_chapter_menu(self, menu: QMenu, retire: QPushButton) -> None:
        """Offer what kinds of chapters can be added; ``retire`` says what it would do."""
        menu.clear()
        node = self._node()
        menu.addAction("Bab baru").triggered.connect(partial(self.add_chapter, BODY))
        inner = menu.addAction("Subbab di sini")
        inner.setEnabled(node is not None and node.part != FRONT)
        inner.triggered.connect(self.add_inner)
        menu.addAction("Kata pengantar").triggered.connect(partial(self.add_chapter, FRONT))
        menu.addAction("Lampiran").triggered.connect(partial(self.add_chapter, BACK))
        retire.setEnabled(node is not None)

    def show_all(self, every: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Show what was taken out too, or leave it out."""
        self.with_retired = every
        self.changed.emit()

    def _node(self) -> Node | None:
        chapter = self.shown.chapter
        if chapter is None:
            return None
        return next((item for item in self.shown.nodes if item.chapter.id == chapter.id), None)

    def _head_of(self, node: Node) -> RowId:
        """Return the bab in which a chapter lies."""
        row = node.chapter.id
        while above := parent_of(self.shown.nodes, row):
            row = above
        return row

    def _add(self, title: str, parent: RowId, part: str, after: RowId) -> None:
        if self.shown.book is not None:
            call = partial(
                self._book.add_chapter, self.shown.book.id, title, parent=parent, part=part, after=after
            )
            self._screen.context.autosave.flush_all()
            self._screen.read(call, self._made)

    def _made(self, found: "tuple[RowId, Changes]") -> None:
        row, changes = found
        self._screen.context.bus.publish(changes, self._screen)
        self.made.emit(row)

    def _set_up(self, changes: "Changes") -> None:
        if changes:
            self._screen.said.emit("Kerangka buku tersusun. Ctrl+Z mengurungkan.")
        else:
            self._screen.warned.emit("Semua buku dan bab susunan baku sudah ada.")
        self.changed.emit()

    def _done(self, told: str, changes: "Changes") -> None:
        if changes:
            self._screen.said.emit(told)
        self.changed.emit()

    def _moved(self, way: str, changes: "Changes") -> None:
        if not changes:
            self._screen.warned.emit(_STAYS[way])
        self.changed.emit()

    def _again(self, _changes: "Changes") -> None:
        self.changed.emit()
