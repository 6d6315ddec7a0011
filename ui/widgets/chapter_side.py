"""Beside the text of a chapter: what can fill itself, what is proposed, comments, who writes and signs."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.book import FRONT, Chapter
from smartcity_desktop.domain.book_part import PartKind
from smartcity_desktop.domain.book_proposal import Standing
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.comment_card import CommentCard
from ui.widgets.date_edit import DateEdit
from ui.widgets.finder import Choice, Finder, Give
from ui.widgets.label import Label, tip
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.undo_way import pass_undo
from ui.widgets.writing import for_writing

FILL, PROPOSE, COMMENT, ABOUT = range(4)
_PAGES: Final = (
    ("Isi", "chapter-side-fill"),
    ("Usulan", "chapter-side-propose"),
    ("Telaah", "chapter-side-comment"),
    ("Bab", "chapter-side-about"),
)
_MOST: Final = 80
_FILL_HINT: Final = "Klik atau Enter menyisipkan di tempat kursor. Isinya selalu mengikuti data."
_NO_PROPOSAL: Final = (
    "Usulan kalimat muncul bila bab ini memuat tabel yang sudah berisi. Sisipkan dahulu tabelnya di Isi."
)
_PROPOSE_HINT: Final = (
    "Angkanya dihitung dari tabel di bab ini. Di naskah tetap bertanda usulan sampai Anda pakai."
)
_WORD: Final = "Bab ini bisa ditulis di Word lalu diambil kembali. Tabel dan grafiknya tetap milik program."
_SIGN: Final = (
    ("signed_position", "Jabatan penanda tangan"),
    ("signed_by", "Nama penanda tangan"),
    ("signed_place", "Tempat"),
)


class ChapterSide(QWidget):
    """Four pages; each tells what a person wants with the chapter that is shown."""

    part_chosen = Signal(str)
    """A part is to be put into the text: its key."""
    proposal_chosen = Signal(str)
    """A proposed paragraph is to be put into the text."""
    renewal_asked = Signal(str, str)
    """A paragraph with old figures, and the proposed one that is to stand in its place."""
    field_edited = Signal(str, str)
    """A field of the chapter and what was typed into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a chapter."""
        super().__init__(parent)
        self.setObjectName("chapter-side")
        self._chapter, self._title = NO_ROW, ""
        self._half: dict[str, tuple[str, str]] = {}
        self._offered: tuple[PartKind, ...] = ()
        self._here: frozenset[str] = frozenset()
        self._code = ""
        self._proposed: tuple[Standing, ...] = ()
        self._page: QWidget | None = None
        self.segments = Segments(_PAGES, self)
        self.segments.chosen.connect(self.turn_to)
        self.finder = Finder(self._find, "Cari tabel atau grafik", "chapter-parts", self)
        self.finder.chosen.connect(self._take)
        self.comments = CommentCard("Seluruh bab", self)
        self.comments.show()
        tip(self.comments.line, "Enter selesai · Esc kembali ke naskah")
        self.stack = QStackedWidget(self)
        for page in (self._fill_page(), self._propose_page(), self._comment_page(), self._about_page()):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.segments)
        column.addWidget(self.stack, 1)
        for_writing(self.finder.list)

    def turn_to(self, page: int) -> None:
        """Show one of the pages."""
        self.segments.show_chosen(page)
        self.stack.setCurrentIndex(page)

    def find_part(self) -> None:
        """Go to the search for tables and charts."""
        self.turn_to(FILL)
        self.finder.box.setFocus()
        self.finder.box.selectAll()

    def show_chapter(self, chapter: Chapter, part: str, year: int, typed: Callable[[str], bool]) -> None:
        """Show who writes and signs a chapter.

        What is being typed into it stays, also where ``typed`` says that a field is not on the disk yet.
        """
        is_other = chapter.id != self._chapter
        if is_other:
            self._keep_half_day()
        self._chapter, self._title = chapter.id, chapter.title
        for field, line in self.lines.items():
            stays = (line.hasFocus() and not is_other) or typed(field)
            if not stays and line.text() != getattr(chapter, field):
                line.setText(getattr(chapter, field))
        self.day.year = year
        self.day.setPlaceholderText(f"mis. 31 Juli {year}")
        if is_other or not (self.day.hasFocus() or self.day.is_wrong or typed("signed_on")):
            self.day.setModified(False)
            self.day.show_value(chapter.signed_on)
        if is_other and chapter.id in self._half:
            self.day.show_wrong(self._half[chapter.id][1])
        self.sign.setVisible(part == FRONT)

    def half_days(self) -> list[tuple[str, str]]:
        """Return days that were typed and cannot be read, each behind the title of its chapter."""
        self._keep_half_day()
        return list(self._half.values())

    def _keep_half_day(self) -> None:
        self._half.pop(self._chapter, None)
        if self._chapter and self.day.is_wrong:
            self._half[self._chapter] = (self._title, self.day.text())

    def show_offered(self, offered: Sequence[PartKind], here: Sequence[str], book: str) -> None:
        """Offer parts; ``here`` are those that stand in the text, ``book`` is the code of the book."""
        fresh = (tuple(offered), frozenset(here), book)
        if fresh != (self._offered, self._here, self._code):
            self._offered, self._here, self._code = fresh
            self.finder.search(self.finder.box.text().strip())

    def show_proposals(self, found: Sequence[Standing]) -> None:
        """Offer paragraphs, each with what it counts; those with old figures in the text come first."""
        ordered = tuple(sorted(found, key=lambda item: (not item.is_old, bool(item.said))))
        if ordered == self._proposed and self._page is not None:
            return
        self._proposed = ordered
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget(self.proposals)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for item in ordered:
            column.addWidget(self._proposal(item))
        self._list.insertWidget(0, self._page)
        self.no_proposal.setVisible(not found)

    def show_waiting(self, comments: int) -> None:
        """Say how many comments wait to be settled."""
        self.segments.say(COMMENT, f"Telaah {comments}" if comments else "Telaah")

    def show_counts(self, words: int, tables: int, proposals: int) -> None:
        """Say how much stands in the chapter; ``proposals`` are those in its text that nobody decided yet."""
        self.segments.say(PROPOSE, f"Usulan {proposals}" if proposals else "Usulan")
        told = f"{number(words)} kata · {tables} tabel dan grafik"
        self.counts.setText(told + (f" · {proposals} usulan belum diputuskan" if proposals else ""))

    def _find(self, text: str, give: Give) -> None:
        words = text.casefold().split()
        found = [item for item in self._offered if all(word in _heap(item) for word in words)]
        if not words:
            found = [item for item in found if ":" not in item.key]
        # Those of this book that stand nowhere yet come first; the order within stays.
        found.sort(key=lambda item: (item.key in self._here, self._code not in item.books))
        give([Choice(item.key, item.title, self._hint(item)) for item in found[:_MOST]])

    def _hint(self, item: PartKind) -> str:
        return "sudah ada" if item.key in self._here else "tabel" if item.way == "tabel" else "grafik"

    def _take(self, choice: object) -> None:
        if isinstance(choice, Choice) and choice.key:
            self.part_chosen.emit(choice.key)

    def _proposal(self, item: Standing) -> Card:
        offer = item.proposal
        card = Card(name=f"proposal-{offer.key}", parent=self._page)
        card.body.addWidget(Label(offer.text, wrap=True, parent=card))
        card.body.addWidget(Label(f"Menghitung: {offer.caption}", "small", wrap=True, parent=card))
        if item.said and not item.is_old:
            card.body.addWidget(Label("Sudah ada di naskah.", "soft", wrap=True, parent=card))
            return card
        words = "Perbarui" if item.is_old else "Sisipkan"
        if item.is_old:
            card.body.addWidget(
                Label(f"Angka lama di naskah: {item.said}", "warning", wrap=True, parent=card)
            )
        button = Button(words, f"proposal-take-{offer.key}", parent=card)
        button.setAccessibleName(f"{words} usulan tentang {offer.caption}")
        button.clicked.connect(partial(self._propose, item))
        for_writing(button)
        card.body.addWidget(button)
        return card

    def _propose(self, item: Standing) -> None:
        if item.is_old:
            self.renewal_asked.emit(item.said, item.proposal.text)
        else:
            self.proposal_chosen.emit(item.proposal.text)

    def _fill_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_FILL_HINT, "small", wrap=True, parent=page))
        column.addWidget(self.finder, 1)
        return page

    def _propose_page(self) -> QWidget:
        self.proposals = QWidget(self)
        self.proposals.setObjectName("chapter-proposals")
        theme.set_role(self.proposals, "page")
        self._list = QVBoxLayout(self.proposals)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(8)
        self.no_proposal = Label(_NO_PROPOSAL, "soft", wrap=True, parent=self.proposals)
        self._list.addWidget(self.no_proposal)
        self._list.addStretch(1)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_PROPOSE_HINT, "small", wrap=True, parent=page))
        column.addWidget(scroll_area(self.proposals, "chapter-proposals-area", page), 1)
        return page

    def _comment_page(self) -> QWidget:
        ground = QWidget(self)
        ground.setObjectName("chapter-comments")
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.comments)
        column.addStretch(1)
        return scroll_area(ground, "chapter-comments-area", self)

    def _about_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("chapter-about")
        theme.set_role(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self.lines: dict[str, QLineEdit] = {}
        self.counts = Label("", "small", name="chapter-counts", wrap=True, parent=page)
        column.addWidget(self.counts)
        column.addWidget(Label("Penulis", "strong", parent=page))
        column.addWidget(self._line("author", "Penulis bab", page))
        self.sign = QWidget(page)
        signing = QVBoxLayout(self.sign)
        signing.setContentsMargins(0, 8, 0, 0)
        signing.setSpacing(6)
        signing.addWidget(Label("Penanda tangan kata pengantar", "strong", wrap=True, parent=self.sign))
        for field, words in _SIGN:
            signing.addWidget(Label(words, "small", parent=self.sign))
            signing.addWidget(self._line(field, words, self.sign))
        signing.addWidget(Label("Tanggal", "small", parent=self.sign))
        self.day = DateEdit("chapter-signed-on", "Tanggal tanda tangan", 2000, self.sign)
        self.day.changed.connect(partial(self.field_edited.emit, "signed_on"))
        signing.addWidget(self.day)
        column.addWidget(self.sign)
        column.addSpacing(10)
        column.addWidget(Label("Tulis di Word", "strong", parent=page))
        column.addWidget(Label(_WORD, "small", wrap=True, parent=page))
        self.to_word = Button("Bab ke Word", "chapter-to-word", parent=page)
        self.from_word = Button("Ambil dari Word", "chapter-from-word", parent=page)
        for_writing(self.from_word)
        column.addWidget(self.to_word)
        column.addWidget(self.from_word)
        column.addSpacing(10)
        self.past = Button("Riwayat bab", "chapter-history", parent=page)
        column.addWidget(self.past)
        column.addStretch(1)
        for_writing(self.day, *self.lines.values())
        pass_undo(self.day, self.comments.line, *self.lines.values())
        return scroll_area(page, "chapter-about-area", self)

    def _line(self, field: str, words: str, parent: QWidget) -> QLineEdit:
        line = QLineEdit(parent)
        line.setObjectName(f"chapter-{field}")
        line.setAccessibleName(words)
        line.textEdited.connect(partial(self.field_edited.emit, field))
        self.lines[field] = line
        return line


def _heap(item: PartKind) -> str:
    return f"{item.title} {item.way} {item.key}".casefold()
