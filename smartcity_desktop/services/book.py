"""Books: set up from a set, written chapter by chapter, filled from the data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.book import (
    BODY,
    Book,
    Chapter,
    Figure,
    TextVersion,
    Tree,
    Way,
    children,
    moved_to,
    neighbours,
    tree,
)
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import book as query
from smartcity_desktop.storage.book import BOOK, CHAPTER, FIGURE
from smartcity_desktop.storage.book_set import set_up_edits
from smartcity_desktop.storage.stage_copy import local
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.book_differing import Differing
    from smartcity_desktop.domain.book_part import Filled, PartKind
    from smartcity_desktop.domain.book_proposal import Proposal
    from smartcity_desktop.domain.op import Difference
    from smartcity_desktop.domain.photo import NewPhoto
    from smartcity_desktop.domain.print_job import PrintJob

_WHAT: Final = {
    "title": "judul bab",
    "state": "keadaan bab",
    "author": "penulis bab",
    "text": "teks bab",
}
_PICTURE: Final = "image/jpeg"


class BookService:
    """Makes, writes and fills the books of the masterplan."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # Reading

    def books(self, *, retired: bool = False) -> list[Book]:
        """Return the books in their order; retired ones only where they are asked for."""
        return query.books(self._store.db, retired=retired)

    def book(self, row: RowId) -> Book | None:
        """Return one book, None where it is gone."""
        return query.book(self._store.db, row)

    def tree(self, book: RowId, *, retired: bool = False) -> Tree:
        """Return the chapters of a book in reading order with their numbers."""
        return tree(query.chapters(self._store.db, book), retired=retired)

    def chapter(self, row: RowId) -> Chapter | None:
        """Return one chapter, None where it is gone."""
        return query.chapter(self._store.db, row)

    def versions(self, row: RowId) -> tuple[TextVersion, ...]:
        """Return the texts between which somebody has to choose, the shown one first; empty for none.

        Two people wrote it on laptops that did not see each other; ``update`` of its text settles it.
        """
        found = self._store.workspace.journal.differences()
        own = (item for item in found if item.row == row and item.field == "text")
        return self._versions(next(own, None))

    def differing(self, row: RowId) -> "tuple[Differing, ...]":
        """Return the other fields of a book, or of a chapter and its pictures, that wait for a choice."""
        from smartcity_desktop.domain.book_differing import CHOSEN, Differing

        own = {row, *(item.id for item in query.figures(self._store.db, row))}
        found = [
            Differing(item.ent, item.row, item.field, self._versions(item))
            for item in self._store.workspace.journal.differences()
            if item.row in own and item.field in CHOSEN.get(item.ent, ())
        ]
        return tuple(sorted(found, key=lambda item: (item.row != row, CHOSEN[item.ent].index(item.field))))

    def choose(self, item: "Differing", value: str) -> Changes:
        """Settle one field by one of its values; the one that was shown may be chosen too."""
        return self._store.write([Set(item.ent, item.row, item.field, value)], "pilih isian yang berbeda")

    def waiting(self) -> frozenset[RowId]:
        """Return the books and chapters of which a text or another field waits for a choice."""
        from smartcity_desktop.domain.book_differing import CHOSEN

        found = self._store.workspace.journal.differences()
        return frozenset(
            self.home(item.row)
            for item in found
            if item.field in (*CHOSEN.get(item.ent, ()), *(("text",) if item.ent == CHAPTER else ()))
        )

    def home(self, row: RowId) -> RowId:
        """Return the chapter that a picture or a comment belongs to; any other row is its own."""
        return query.home(self._store.db, row)

    def figures(self, chapter: RowId) -> list[Figure]:
        """Return the pictures of a chapter in their order."""
        return query.figures(self._store.db, chapter)

    def content(self, figure: Figure) -> bytes | None:
        """Return the bytes of a picture, None where this file does not hold them."""
        found = attachment.get(self._store.db, figure.content) if figure.content else None
        return found.content if found else None

    # Books

    def set_up(self, preset: str = "") -> Changes:
        """Make all books and chapters of a set that do not stand here, in one act.

        Without a code it is the set of the workshop. What somebody changed or took away stays as it is.
        """
        edits = set_up_edits(self._store, preset)
        return self._store.write(edits, "susun kerangka buku") if edits else Changes()

    def add_book(self, title: str, *, number: str = "") -> tuple[RowId, Changes]:
        """Make a book of one's own behind the others."""
        row = self._store.ids.new()
        told: dict[str, Value] = {"title": title.strip(), "number": number.strip()}
        values = {"pos": self._store.positions(BOOK, 1)[0], "code": row, **told}
        return row, self._store.write([Birth(BOOK, row, values)], "tambah buku")

    def update_book(self, row: RowId, field: str, value: str) -> Changes:
        """Change the ``number``, ``title`` or ``subtitle`` of a book."""
        return self._store.write([Set(BOOK, row, field, value)], "ubah judul buku", typing=True)

    def retire_book(self, row: RowId, *, retired: bool = True) -> Changes:
        """Take a book out of the set, or bring it back; its chapters stay."""
        words = "keluarkan buku" if retired else "kembalikan buku"
        return self._store.write([Set(BOOK, row, "retired", retired)], words)

    def move_book(self, row: RowId, steps: int) -> Changes:
        """Move a book by so many places, never over an end; the numbers stay with the places."""
        standing = self.books()
        if all(item.id != row for item in standing):
            # Who sees books that were taken out moves among all of them.
            standing = self.books(retired=True)
        places = [item.id for item in standing]
        at = places.index(row) if row in places else 0
        to = min(max(at + steps, 0), len(standing) - 1)
        if to == at:
            return Changes()
        numbers = _numbers(standing)
        standing.insert(to, standing.pop(at))
        edits = [Set(BOOK, one, "number", number) for one, number in _renumbered(standing, numbers)]
        return self._placed(BOOK, [(item.id, item.pos) for item in standing], row, edits, "pindahkan buku")

    # Chapters

    def add_chapter(
        self, book: RowId, title: str, *, parent: RowId = NO_ROW, part: str = BODY, after: RowId = NO_ROW
    ) -> tuple[RowId, Changes]:
        """Make a chapter in a book, below another one or as a bab, pengantar or lampiran.

        It stands behind ``after``, last without it.
        """
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(CHAPTER, 1)[0],
            "book": book,
            "parent": parent,
            "code": row,
            "part": part,
            "title": title.strip(),
            "state": "belum",
        }
        edits: list[Edit] = [Birth(CHAPTER, row, {name: value for name, value in values.items() if value})]
        nodes = self.tree(book, retired=True)
        if after and any(item.chapter.id == after for item in nodes):
            around = [(one, self._position(nodes, one)) for one in neighbours(nodes, after)]
            at = [one for one, _ in around].index(after) + 1
            around.insert(at, (row, str(values["pos"])))
            edits += [Set(CHAPTER, one, "pos", pos) for one, pos in moved(around, row).items()]
        return row, self._store.write(edits, "tambah bab")

    def update(self, row: RowId, field: str, value: str) -> Changes:
        """Change a field of a chapter while it is being typed: title, text, state, author, who signs."""
        words = _WHAT.get(field, "penanda tangan kata pengantar")
        edits: list[Edit] = [Set(CHAPTER, row, field, value)]
        standing = self.chapter(row)
        if field == "text" and value.strip() and standing is not None and standing.state in {"", "belum"}:
            edits.append(Set(CHAPTER, row, "state", "draf"))
        return self._store.write(edits, f"ubah {words}", typing=field != "state")

    def move(self, row: RowId, way: Way) -> Changes:
        """Move a chapter up or down among its neighbours, out a level, or in below the one before it."""
        found = self.chapter(row)
        nodes = self.tree(found.book) if found else ()
        place = moved_to(nodes, row, way)
        if found is None or place is None:
            return Changes()
        heads = [
            item.chapter.id
            for item in nodes
            if item.depth == 0 and item.part == place.part and item.chapter.id != row
        ]
        inner = [item.id for item in children(nodes, place.parent) if item.id != row]
        around = inner if place.parent else heads
        at = around.index(place.after) + 1 if place.after in around else 0
        around.insert(at, row)
        edits: list[Edit] = []
        if found.parent != place.parent:
            edits.append(Set(CHAPTER, row, "parent", place.parent or None))
        if not place.parent and found.part != place.part:
            edits.append(Set(CHAPTER, row, "part", place.part))
        wanted = [(one, self._position(nodes, one)) for one in around]
        return self._placed(CHAPTER, wanted, row, edits, "pindahkan bab")

    def retire(self, row: RowId, *, retired: bool = True) -> Changes:
        """Take a chapter and all below it out of its book, or bring it back; nothing is lost."""
        words = "keluarkan bab" if retired else "kembalikan bab"
        return self._store.write([Set(CHAPTER, row, "retired", retired)], words)

    # Pictures

    def add_figures(self, chapter: RowId, photos: "Sequence[NewPhoto]") -> tuple[list[RowId], Changes]:
        """Keep pictures for a chapter, in one act; where they stand is said in its text.

        Raises UserFault ``attachment-too-big`` and DiskFault ``photo-not-saved``.
        """
        edits: list[Edit] = []
        rows: list[RowId] = []
        places = self._store.positions(FIGURE, len(photos))
        for item, pos in zip(photos, places, strict=True):
            try:
                digest = attachment.put(self._store.db, item.content, _PICTURE)
            except DiskFault:
                raise DiskFault("photo-not-saved") from None
            row = self._store.ids.new()
            rows.append(row)
            values: dict[str, Value] = {"pos": pos, "chapter": chapter, "content": digest}
            edits.append(Birth(FIGURE, row, values))
        words = f"tambah {len(rows)} gambar"
        return rows, self._store.write(edits, words) if edits else Changes()

    def update_figure(self, row: RowId, field: str, value: str) -> Changes:
        """Write the ``caption`` or ``source`` of a picture while it is being typed."""
        return self._store.write([Set(FIGURE, row, field, value)], "ubah keterangan gambar", typing=True)

    # What fills itself

    def parts(self, chapter: RowId = NO_ROW) -> "tuple[PartKind, ...]":
        """Return every table and chart that can stand in a chapter, those proper for its book first.

        A part that may be limited comes once for everything and once for each dimension, head or horizon;
        its key then says so (``isu:GOV``) and its title too.
        """
        from smartcity_desktop.storage.book_fill import offered_parts

        return offered_parts(self._store, chapter)

    def filled(self, keys: Sequence[str]) -> "dict[str, Filled]":
        """Return tables and charts by their keys, filled from the data; unknown keys are left out."""
        from smartcity_desktop.storage.book_fill import fill

        return fill(self._store, keys)

    def proposals(self, chapter: RowId) -> "tuple[Proposal, ...]":
        """Return paragraphs that say in words what the tables and charts of a chapter hold, none invented."""
        from smartcity_desktop.storage.book_fill import proposals

        found = self.chapter(chapter)
        return proposals(self._store, found.text) if found else ()

    def pages_of(self, chapter: RowId) -> "PrintJob":
        """Return one chapter and all below it as a print of its own, for ``services.report.render``.

        Raises UserFault ``row-gone``.
        """
        from smartcity_desktop.storage.print_book import of_chapter

        return of_chapter(self._store, chapter)

    # Inside

    def _versions(self, item: "Difference | None") -> tuple[TextVersion, ...]:
        """Return the values of a field, with moments in the zone of the region."""
        zone = workshop(self._store.db).zone
        found = item.versions if item else ()
        return tuple(TextVersion(one.val or "", one.who, local(one.at, zone)) for one in found)

    def _placed(
        self, ent: str, wanted: list[tuple[RowId, str]], row: RowId, edits: Sequence[Edit], words: str
    ) -> Changes:
        keys = moved(wanted, row)
        return self._store.write([*edits, *(Set(ent, one, "pos", pos) for one, pos in keys.items())], words)

    @staticmethod
    def _position(nodes: Tree, row: RowId) -> str:
        return next((item.chapter.pos for item in nodes if item.chapter.id == row), "")


def _numbers(books: Sequence[Book]) -> list[str]:
    """Return the numbers that books have, in their order; a retired book has none to give."""
    return [item.number for item in books if item.number and not item.retired]


def _renumbered(books: Sequence[Book], numbers: Sequence[str]) -> list[tuple[RowId, str]]:
    """Return the books that get another number where those of before follow the order again."""
    numbered = [item for item in books if item.number and not item.retired]
    return [
        (item.id, number) for item, number in zip(numbered, numbers, strict=True) if item.number != number
    ]
