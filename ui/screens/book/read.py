"""What the screen Buku reads on the data thread."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from smartcity_desktop.domain.book import Book, Chapter, Figure, TextVersion, Tree
from smartcity_desktop.domain.book_differing import Differing
from smartcity_desktop.domain.book_part import BookTable, Filled, PartKind
from smartcity_desktop.domain.book_proposal import Proposal
from smartcity_desktop.domain.book_text import parts as parts_in
from smartcity_desktop.domain.book_text import proposals as proposals_in
from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import number
from ui.context import Services
from ui.widgets.chapter_object import PartFace
from ui.widgets.chapter_tree import ChapterMark

AUTO = "terisi otomatis"


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that stands on the screen, read in one go; ``chapter`` is None on the cover of a book."""

    books: tuple[Book, ...] = ()
    book: Book | None = None
    nodes: Tree = ()
    marks: dict[str, ChapterMark] = field(default_factory=dict)
    chapter: Chapter | None = None
    figures: tuple[Figure, ...] = ()
    comments: tuple[Comment, ...] = ()
    versions: tuple[TextVersion, ...] = ()
    differing: tuple[Differing, ...] = ()
    spare: RowId = NO_ROW
    year: int = 2000

    @property
    def called(self) -> str:
        """What names the chapter: number and title."""
        if self.chapter is None:
            return ""
        return next((item.called for item in self.nodes if item.chapter.id == self.chapter.id), "")


@dataclass(frozen=True, slots=True)
class Found:
    """Where something that was searched for stands; ``retired`` where it was taken out of its book."""

    book: RowId = NO_ROW
    chapter: RowId = NO_ROW
    retired: bool = False
    comment: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills itself in a chapter, what else may stand there, and what is proposed to be said of it."""

    filled: dict[str, Filled] = field(default_factory=dict)
    offered: tuple[PartKind, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def faces(self) -> dict[str, PartFace]:
        """Return what is said of every part that can be named."""
        found = {item.key: offered_face(item) for item in self.offered}
        return found | {key: filled_face(item) for key, item in self.filled.items()}


def gather(services: Services, book: RowId, chapter: RowId, *, retired: bool) -> Shown:
    """Read the books, the outline of one, and the chapter that is written; where it is gone, the cover."""
    books = tuple(services.book.books(retired=retired))
    found = services.book.chapter(chapter) if chapter else None
    wanted = found.book if found is not None else book
    own = next((item for item in books if item.id == wanted), None)
    if own is None and found is not None:
        own = services.book.book(found.book)
    own = own or next(iter(books), None)
    nodes = services.book.tree(own.id, retired=retired) if own else ()
    if found is not None and all(item.chapter.id != found.id for item in nodes):
        found = None
    waiting, differing = services.comment.count_open(), services.book.waiting()
    marks = {
        str(item.chapter.id): ChapterMark(
            proposals_in(item.chapter.text),
            waiting.get(item.chapter.id, 0),
            differs=item.chapter.id in differing,
        )
        for item in nodes
    }
    chosen = found.id if found else own.id if own else NO_ROW
    return Shown(
        books,
        own,
        nodes,
        marks,
        found,
        tuple(services.book.figures(found.id)) if found else (),
        tuple(services.comment.on_row(found.id)) if found else (),
        services.book.versions(found.id) if found else (),
        services.book.differing(chosen),
        services.comment.new_id(),
        services.workshop.get().year or services.note.today().year,
    )


def gather_filling(services: Services, chapter: RowId, text: str) -> Filling:
    """Fill what stands in a text (without one: that of the file), and read what may stand there besides."""
    found = None if text else services.book.chapter(chapter)
    return Filling(
        services.book.filled(parts_in(found.text if found else text)),
        services.book.parts(chapter),
        services.book.proposals(chapter),
    )


def gather_pictures(services: Services, wanted: Sequence[Figure]) -> list[tuple[Figure, bytes | None]]:
    """Read the contents of pictures."""
    return [(item, services.book.content(item)) for item in wanted]


def book_of(services: Services, row: str) -> Found:
    """Return where a row of the search stands: a chapter, a picture or comment of one, or a book."""
    meant = services.book.home(RowId(row))
    chapter = services.book.chapter(meant)
    if chapter is None:
        books = [item for item in services.book.books(retired=True) if item.id == row]
        return Found(books[0].id, retired=books[0].retired) if books else Found()
    standing = any(item.chapter.id == meant for item in services.book.tree(chapter.book))
    book = services.book.book(chapter.book)
    is_out = not standing or (book is not None and book.retired)
    return Found(chapter.book, chapter.id, is_out, comment=services.comment.is_comment(RowId(row)))


def filled_face(found: Filled) -> PartFace:
    """Return what is said of a part that was filled."""
    if isinstance(found, BookTable):
        count = len(found.lines)
        return PartFace("Tabel", found.caption, f"{number(count)} baris · {AUTO}" if count else found.missing)
    return PartFace("Grafik", found.caption, found.missing if found.is_empty else AUTO)


def offered_face(found: PartKind) -> PartFace:
    """Return what is said of a part that was not filled yet."""
    return PartFace("Tabel" if found.way == "tabel" else "Grafik", found.title, AUTO)
