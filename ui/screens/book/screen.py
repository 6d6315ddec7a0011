"""Screen Buku: left the outline, in the middle the text of a chapter, at the right what belongs to it."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.book import Node
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_book import BOOK, choice_of
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.screens.book.comments import ChapterComments
from ui.screens.book.differing import BookDiffering
from ui.screens.book.history import ChapterHistory
from ui.screens.book.offers import ChapterOffers
from ui.screens.book.outline import BookOutline
from ui.screens.book.pages import BookPages
from ui.screens.book.panel import OutlinePanel
from ui.screens.book.read import Filling, Found, Shown, book_of, gather, gather_filling
from ui.screens.book.rows import PartRows
from ui.screens.book.word import ChapterWord
from ui.screens.book.writing import ChapterWriting
from ui.widgets.book_cover import BookCover
from ui.widgets.card import EmptyState
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.chapter_find import ChapterFind
from ui.widgets.chapter_head import ChapterHead
from ui.widgets.chapter_side import COMMENT, ChapterSide
from ui.widgets.chapter_tools import ChapterTools
from ui.widgets.chapter_tree import COVER
from ui.widgets.kept_width import keep_share
from ui.widgets.message_bar import MessageBar
from ui.widgets.writing import for_writing, takes_nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.changes import Changes
    from ui.lane import Ticket

EMPTY, WHOLE = range(2)
COVER_PAGE, TEXT_PAGE, PRINT_PAGE = range(3)
WRITE, LOOK = range(2)
_TEXT_WIDE, _SIDE_WIDEST = 780, 480
"""Pixels that the text takes at most with its surroundings; what is left belongs to the sides."""
_EMPTY: Final = (
    "Buku masterplan tersusun dari susunan baku Bimtek ini: setiap bab sudah memuat tabel dan grafik yang "
    "terisi sendiri dari data. Naskahnya ditulis di sini, bab demi bab."
)
_HALF_DAY: Final = "Tanggal tanda tangan yang belum terbaca dan belum tersimpan: {told}."
_WAITS: Final = "Masih ada {count} usulan di bab ini; usulan tidak ikut tercetak di buku akhir."


class BookScreen(Screen):
    """What is typed is on its way to the file at once; tables and charts are always those of the data."""

    kinds = frozenset({"book", "chapter", "figure", "comment", "workshop"})
    takes_photos = True

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._shown = Shown()
        self._book, self._chapter = NO_ROW, NO_ROW
        self._naming = ""
        self._stale = False
        self._filling: Ticket | None = None
        self._reading: Ticket | None = None
        self._next: Callable[[], None] | None = None
        self.setObjectName("screen-book")
        theme.set_role(self, "page")
        self.edit = ChapterEdit(self)
        self.tools = ChapterTools(self.edit, self)
        self.finding = ChapterFind(self.edit, self)
        self.head = ChapterHead(self)
        self.title, self.state = self.head.title, self.head.state
        self.side = ChapterSide(self)
        self.cover = BookCover(self)
        self.writing = ChapterWriting(self, services, self.edit)
        self.outline = BookOutline(self, services)
        self.panel = OutlinePanel(self.outline.fill_book_menu, self)
        self.tree, self.books, self.ways = self.panel.tree, self.panel.books, self.panel.ways
        self.comments = ChapterComments(self, services, self.side.comments)
        self.rows = PartRows(self, services)
        self.sheets = BookPages(self, services)
        self.word = ChapterWord(self, services, self.edit)
        self.history = ChapterHistory(self, services)
        self.differing = BookDiffering(self, services)
        self._looks = self._has_come = False
        self._paged = (NO_ROW, NO_ROW)
        self._lay_out()
        self.offers = ChapterOffers(self.edit, self.side, self.bar, self.writing.ask_versions)
        self._connect()

    # The screen among others

    def arrive(self) -> None:
        """Read how the books stand; pages that were shown are made anew."""
        self._paged = (NO_ROW, NO_ROW)
        self._refresh()
        self._refill()

    def leave(self) -> None:
        """Hand over what is typed; pages that nobody waits for any more are given up."""
        self.sheets.leave()
        super().leave()

    def changed(self, changes: "Changes") -> None:
        """Show what others, or an undo, changed."""
        del changes
        self._paged = (NO_ROW, NO_ROW)
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show a chapter, or the book, picture or comment that the search found."""
        self.read(partial(book_of, self._services, row), self._go)

    def standing(self) -> object:
        """Return which chapter is shown."""
        return self._book, self._chapter

    def take_over(self, standing: object) -> None:
        """Show the same chapter."""
        if isinstance(standing, tuple):
            self._book, self._chapter = standing

    def unfinished(self) -> str:
        """Tell of days of signatures that were typed and could not be read."""
        told = "; ".join(f"{title} “{text}”" for title, text in self.side.half_days())
        return _HALF_DAY.format(told=told) if told else ""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        known = (
            Command("Tambah bab", self.outline.add_chapter, writes=True),
            Command("Tambah subbab di sini", self.outline.add_inner, writes=True),
            Command("Tambah buku", self.outline.add_book, writes=True),
            Command("Lengkapi buku dari susunan baku", self.outline.set_up, writes=True),
            Command("Sisipkan tabel atau grafik ke naskah", self._in_text(self.side.find_part), writes=True),
            Command("Sisipkan gambar ke naskah", self._in_text(self.writing.choose_picture), writes=True),
            Command("Pakai usulan kalimat ini (Alt+U)", self._in_text(self.edit.accept), writes=True),
            Command("Buang usulan kalimat ini (Alt+T)", self._in_text(self.edit.refuse), writes=True),
            Command("Tulis catatan telaah bab ini", self._in_text(self.write_comment), writes=True),
            Command("Cari di naskah bab ini (Ctrl+F)", self._in_text(self.finding.open)),
            Command("Riwayat bab ini", self.history.open),
            Command("Bab ke Word", self.word.send),
            Command("Ambil bab dari Word", self.word.fetch, writes=True),
            Command("Lihat halaman", partial(self.turn_to, LOOK)),
            Command("Cetak buku ini", self.print_book),
        )
        return known if self._shown.chapter is not None else (*known[2:4], *known[-2:])

    # What a person does

    def go_to_text(self) -> None:
        """Go on in the text, or in the title of the book."""
        place = self.edit if self._shown.chapter is not None else self.cover.lines["title"]
        self._in_text(place.setFocus)()

    def go_to_title(self) -> None:
        """Change the title of what is chosen in the outline."""
        line = self.title if self._shown.chapter is not None else self.cover.lines["title"]
        self._in_text(line.begin)()

    def _in_text(self, way: "Callable[[], None]") -> "Callable[[], None]":
        """Return what does something where one writes: pages that are looked at go before it."""

        def go() -> None:
            if self._looks:
                self._next = way
                self.turn_to(WRITE)
            else:
                way()

        return go

    def write_comment(self) -> None:
        """Begin a comment on the chapter."""
        self.side.turn_to(COMMENT)
        self.side.comments.line.setFocus()

    def print_book(self) -> None:
        """Show the book that is chosen where it is printed or saved as PDF."""
        if self._shown.book is not None:
            self.print_asked.emit(BOOK, choice_of(self._shown.book.id, draft=True))

    def insert_part(self, key: str) -> None:
        """Put a table or chart into the text."""
        self.edit.insert_part(key)

    def turn_to(self, way: int) -> None:
        """Show the text of the chapter (WRITE) or its real pages (LOOK); of a book the cover or all pages."""
        self.ways.show_chosen(way)
        self._looks = way == LOOK
        if self._looks:
            self._show_pages()
        else:
            # What was read before may be older than what was typed since.
            self.sheets.leave()
            self._refresh()

    def _follow_pages(self) -> None:
        """Make other pages where another chapter or book is chosen; those of the same one stay."""
        if self._paged != (self._book, self._chapter):
            self._show_pages()

    def _show_pages(self) -> None:
        shown = self._shown
        self._paged = (self._book, self._chapter)
        self.edit.hand_in()
        self.pages.setCurrentIndex(PRINT_PAGE)
        self.side.hide()
        if shown.chapter is not None:
            self.sheets.show_chapter(shown.chapter.id)
        elif shown.book is not None:
            self.sheets.show_book(shown.book.id)

    def _choose(self, key: str) -> None:
        """Show another chapter, or the cover of the book."""
        self._chapter = NO_ROW if key == COVER else RowId(key)
        self._refresh()

    def _choose_book(self, place: int) -> None:
        self._book, self._chapter = RowId(self.books.itemData(place)), NO_ROW
        self._refresh()

    def _go(self, found: Found) -> None:
        if found.book:
            self.outline.with_retired |= found.retired
            self._looks = False
            self.ways.show_chosen(WRITE)
            self._book, self._chapter = found.book, found.chapter
            if found.comment:
                self.side.turn_to(COMMENT)
            self._refresh()

    def _stand(self, row: str) -> None:
        """Stand on a chapter at the next reading."""
        self._chapter = RowId(row)

    def _made(self, row: str) -> None:
        """Show what was made, and let its title be typed."""
        self._naming = row
        self.open_row(row)

    def _write(self, field: str, text: str) -> None:
        chapter = self._shown.chapter
        if chapter is not None:
            save = partial(self._services.book.update, chapter.id, field, text)
            self.context.autosave.note(("chapter", chapter.id, field), save, self)
            self._stale = True

    def _write_book(self, field: str, text: str) -> None:
        book = self._shown.book
        if book is not None:
            save = partial(self._services.book.update_book, book.id, field, text)
            self.context.autosave.note(("book", book.id, field), save, self)
            self._stale = True

    def _set_state(self, state: str) -> None:
        chapter = self._shown.chapter
        if chapter is not None:
            self.act(partial(self._services.book.update, chapter.id, "state", state), self._again)
            waiting = self.edit.content().proposals
            if state == "final" and waiting:
                self.warned.emit(_WAITS.format(count=waiting))

    def _typed(self, _text: str) -> None:
        self._stale = True
        self.offers.count()

    # Reading

    def _refresh(self) -> None:
        self.edit.hand_in()
        self.context.autosave.flush()
        if self._reading is not None:
            # Who walks on through the outline is not thrown back by what was asked for before.
            self._reading.cancel()
        call = partial(gather, self._services, self._book, self._chapter, retired=self.outline.with_retired)
        self._reading = self.read(call, self._show)

    def _again(self, _changes: "Changes") -> None:
        self._refresh()

    def _saved(self, _moment: object) -> None:
        """Show in the outline what typing changed there, once it is on the disk."""
        if self._stale and self.isVisible() and not self.context.autosave.count_waiting():
            self._stale = False
            self._refresh()

    def _refill(self) -> None:
        """Fill the parts of the chapter that is shown, beside everything else."""
        if self._filling is not None:
            self._filling.cancel()
        self._filling = None
        if self._chapter:
            text = self.writing.text() if self.writing.row == self._chapter else ""
            call = partial(gather_filling, self._services, self._chapter, text)
            self._filling = self.read(call, partial(self._show_filling, self._chapter))

    def _show(self, shown: Shown) -> None:
        self._reading = None
        self._shown = self.outline.shown = shown
        self.whole.setCurrentIndex(WHOLE if shown.books else EMPTY)
        if shown.book is None:
            return
        self._book = shown.book.id
        self._chapter = self.word.row = self.history.row = shown.chapter.id if shown.chapter else NO_ROW
        self.word.called = shown.called
        self.panel.show_books(shown.books, self._book)
        key = str(self._chapter) or COVER
        self.tree.show_nodes(f"Sampul · {shown.book.title}", shown.nodes, shown.marks, key)
        self.outline.fill_chapter_menu(self.panel.add_menu, self.panel.retire)
        if self._looks:
            self._follow_pages()
        elif shown.chapter is None:
            self._show_cover()
        else:
            self._show_chapter(shown.chapter.id)
        if not self._has_come:
            # What could take the keyboard was not in sight before.
            self._has_come = True
            self.tree.setFocus()
        if self._naming and self._naming in {self._book, self._chapter}:
            self._naming = ""
            self.go_to_title()
        way, self._next = self._next, None
        if way is not None:
            way()

    def _show_cover(self) -> None:
        self.writing.leave()
        self.pages.setCurrentIndex(COVER_PAGE)
        self.side.hide()
        if self._shown.book is not None:
            typed = partial(self._is_typed, "book", self._shown.book.id)
            self.cover.show_book(self._shown.book, self._shown.nodes, self._shown.marks, typed)
            self.differing.tell(self.cover.bar, self._shown.differing)

    def _is_typed(self, ent: str, row: RowId, field: str) -> bool:
        """Tell whether a field holds what was typed into it and is not on the disk yet."""
        return self.context.autosave.waits((ent, row, field))

    def _show_chapter(self, row: RowId) -> None:
        shown = self._shown
        if shown.chapter is None:
            return
        node = next((item for item in shown.nodes if item.chapter.id == row), Node(shown.chapter))
        is_other = row != self.writing.row
        self.pages.setCurrentIndex(TEXT_PAGE)
        self.side.show()
        typed = partial(self._is_typed, "chapter", row)
        naming = not is_other and (self.title.hasFocus() or typed("title"))
        self.head.show_chapter(shown.chapter, node.number, typed=naming)
        self.panel.retire.setText("Kembalikan" if shown.chapter.retired else "Keluarkan")
        self.writing.show(shown.chapter, shown.figures)
        self.side.show_chapter(shown.chapter, node.part, shown.year, typed)
        self.side.show_waiting(sum(not item.solved for item in shown.comments))
        self.comments.show(shown.chapter.id, shown.comments, shown.spare)
        self.writing.show_versions(shown.versions)
        self.differing.tell(self.fields_bar, shown.differing)
        self.offers.stand(row, len(shown.versions))
        if is_other:
            self._refill()

    def _show_filling(self, row: RowId, found: Filling) -> None:
        self._filling = None
        if row != self.writing.row:
            return
        self.offers.show_filling(found, self._shown.book.code if self._shown.book else "")

    # How it is built

    def _connect(self) -> None:
        self.context.autosave.saved.connect(self._saved)
        self.books.activated.connect(self._choose_book)
        self.ways.chosen.connect(self.turn_to)
        self.tree.chosen.connect(self._choose)
        self.tree.move_asked.connect(self.outline.move)
        self.tree.retire_asked.connect(self.outline.retire)
        self.tree.write_asked.connect(self.go_to_text)
        self.tree.name_asked.connect(self.go_to_title)
        self.outline.changed.connect(self._refresh)
        self.outline.made.connect(self._made)
        self.outline.stood.connect(self._stand)
        self.comments.changed.connect(self._refresh)
        self.word.taken.connect(self._refresh)
        self.history.restored.connect(self._refresh)
        for button, way in (
            (self.side.past, self.history.open),
            (self.side.to_word, self.word.send),
            (self.side.from_word, self.word.fetch),
            (self.panel.retire, self._retire),
        ):
            button.clicked.connect(way)
        self.writing.filled.connect(self._refill)
        self.writing.settled.connect(self._refresh)
        self.differing.settled.connect(self._refresh)
        self.edit.edited.connect(self._typed)
        self.edit.part_asked.connect(self.rows.open)
        self.tools.picture_asked.connect(self.writing.choose_picture)
        self.side.part_chosen.connect(self.insert_part)
        self.side.proposal_chosen.connect(self.edit.insert_proposal)
        self.side.renewal_asked.connect(self.edit.renew_proposal)
        self.side.field_edited.connect(self._write)
        self.side.comments.left.connect(self.edit.setFocus)
        self.cover.field_edited.connect(self._write_book)
        self.cover.given_up.connect(self.tree.setFocus)
        self.head.titled.connect(partial(self._write, "title"))
        self.head.state_chosen.connect(self._set_state)
        self.title.returnPressed.connect(self.edit.setFocus)
        self.title.given_up.connect(self.tree.setFocus)
        self.empty.first.connect(self.outline.set_up)
        ways = (
            ("Ctrl+Shift+I", self.side.find_part, True),
            ("Ctrl+N", self.outline.add_inner, True),
            ("Ctrl+F", self.finding.open, False),
        )
        for keys, way, writes in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._if_open, way, writes=writes))

    def _if_open(self, way: "Callable[[], None]", *, writes: bool) -> None:
        if self._shown.chapter is not None and not (writes and takes_nothing(self)):
            self._in_text(way)()

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "Belum ada buku", _EMPTY, ("Susun kerangka buku",), name="book-empty", parent=self
        )
        for_writing(self.empty.buttons[0])
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self.panel)
        row.addWidget(self._middle(), 1)
        row.addWidget(self.side)
        keep_share(self.panel, self, 286, 27, between=_TEXT_WIDE, widest=_SIDE_WIDEST)
        keep_share(self.side, self, 292, 27, between=_TEXT_WIDE, widest=_SIDE_WIDEST)
        self.setFocusProxy(self.tree)
        ground = QWidget(self)
        ground.setLayout(row)
        self.whole = QStackedWidget(self)
        self.whole.addWidget(self.empty)
        self.whole.addWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)

    def _middle(self) -> QWidget:
        page = QWidget(self)
        self.bar = MessageBar("chapter-message", page)
        self.fields_bar = MessageBar("chapter-differing", page)
        for_writing(self.edit)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self.fields_bar)
        column.addWidget(self.tools)
        column.addWidget(self.finding)
        column.addWidget(self.edit, 1)
        self.pages = QStackedWidget(self)
        for one in (self.cover, page, self.sheets):
            self.pages.addWidget(one)
        return self.pages

    def _retire(self) -> None:
        if self._shown.chapter is not None:
            self.outline.retire(self._shown.chapter.id)
