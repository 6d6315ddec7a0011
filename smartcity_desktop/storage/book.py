"""Queries: books, their chapters and pictures; and what makes the books of a set."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from smartcity_desktop.domain import reference as shelf
from smartcity_desktop.domain.book import BODY, Book, Chapter, Figure
from smartcity_desktop.domain.book_text import figures as figures_in
from smartcity_desktop.domain.dimension import Dimension, offered
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.paper_book import BookPicture
from smartcity_desktop.domain.wording import label
from smartcity_desktop.storage import attachment, reference
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.comment import comment
from smartcity_desktop.storage.dimension import codes, dimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, one
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

BOOK, CHAPTER, FIGURE = "book", "chapter", "figure"
_EACH: Final = "dimension"


def books(db: Database, *, retired: bool = False) -> list[Book]:
    """Return the books in their order; retired ones only where they are asked for."""
    return [item for item in fetch(db, Book, BOOK) if retired or not item.retired]


def book(db: Database, row: RowId) -> Book | None:
    """Return one book, None where it is gone."""
    return one(db, Book, BOOK, "id = :id", {"id": row})


def chapters(db: Database, of: RowId | None = None) -> list[Chapter]:
    """Return the chapters of a book, or all, in the order of their keys; see ``domain.book.tree``."""
    if of is None:
        return fetch(db, Chapter, CHAPTER)
    return fetch(db, Chapter, CHAPTER, "book = :book", {"book": of})


def chapter(db: Database, row: RowId) -> Chapter | None:
    """Return one chapter, None where it is gone."""
    return one(db, Chapter, CHAPTER, "id = :id", {"id": row})


def figures(db: Database, of: RowId) -> list[Figure]:
    """Return the pictures of a chapter in their order, then those of others that its text names."""
    own = fetch(db, Figure, FIGURE, "chapter = :chapter", {"chapter": of})
    found = chapter(db, of)
    known = {item.id for item in own}
    named = [row for row in figures_in(found.text) if row not in known] if found else []
    return [*own, *pictures(db, named)]


def pictures(db: Database, rows: Iterable[RowId]) -> list[Figure]:
    """Return pictures by their rows; those that are gone are left out."""
    wanted = json.dumps(list(dict.fromkeys(rows)))
    return fetch(db, Figure, FIGURE, "id IN (SELECT value FROM json_each(:rows))", {"rows": wanted})


def contents(db: Database, rows: Iterable[RowId]) -> dict[RowId, BookPicture]:
    """Return pictures with what they show, as they are printed; None is shown where this file lacks it."""
    found = {}
    for item in pictures(db, rows):
        kept = attachment.get(db, item.content) if item.content else None
        found[item.id] = BookPicture(item.id, kept.content if kept else None, item.caption, item.source)
    return found


def home(db: Database, row: RowId) -> RowId:
    """Return the chapter that a picture or a comment belongs to; any other row is its own.

    A picture that was copied into other chapters is at home in the one it was put into first, as long as it
    still stands there, else in the first one that names it.
    """
    found = one(db, Figure, FIGURE, "id = :id", {"id": row})
    if found is None:
        about = comment(db, row)
        return about.subject if about and about.subject else row
    naming = [item.id for item in chapters(db) if row in figures_in(item.text)]
    return found.chapter if found.chapter in naming or not naming else naming[0]


def preset(db: Database, code: str = "") -> shelf.BookPreset:
    """Return a set of books by its code; without one that of the workshop, else the last of the shelf."""
    known = reference.book_presets()
    wanted = code or workshop(db).book_preset
    return next((item for item in known if item.code == wanted), known[-1])


def set_up_edits(store: Store, code: str = "") -> list[Edit]:
    """Return what makes all books and chapters of a set that do not stand here.

    Ids are derived from the codes, so that two laptops make the same books; what somebody changed or took
    out of its book stays as it is.
    """
    return list(_SetUp(store).edits(preset(store.db, code)))


class _SetUp:
    """Makes the rows of a set of books, dimension by dimension."""

    def __init__(self, store: Store) -> None:
        self._store = store
        place = workshop(store.db)
        self._dimensions: list[Dimension] = offered(dimensions(store.db))
        self._head = label("region_head", place.region_kind)
        self._standing = {item.id for item in books(store.db, retired=True)}
        self._standing |= {item.id for item in chapters(store.db)}
        self._codes = codes(store.db)

    def edits(self, found: shelf.BookPreset) -> Iterator[Edit]:
        """Yield the births of what was never born, books first."""
        wanted = (*found.books, *found.extras)
        for item, pos in zip(wanted, self._store.positions(BOOK, len(wanted)), strict=True):
            row = self._store.key(BOOK, item.code)
            told: dict[str, Value] = {"code": item.code, "number": item.number, "title": item.title}
            yield from self._born(BOOK, row, {"pos": pos, **told})
            yield from self._outline(row, item.code, NO_ROW, item.outline)

    def _outline(
        self, book_row: RowId, code: str, parent: RowId, plans: Iterable[shelf.ChapterPlan]
    ) -> Iterator[Edit]:
        laid = [made for plan in plans for made in self._spread(plan)]
        for (plan, names), pos in zip(laid, run(len(laid)), strict=True):
            row = self._chapter(code, plan, names)
            values: dict[str, Value] = {
                "pos": pos,
                "book": book_row,
                "parent": parent,
                "code": _put(plan.code, names),
                "part": plan.part if parent == NO_ROW else BODY,
                "title": _put(self._store.say(plan.title), names),
                "text": _put(plan.text, names),
                "signed_position": _put(plan.signed, names),
                "state": "belum",
            }
            yield from self._born(CHAPTER, row, {name: value for name, value in values.items() if value})
            yield from self._outline(book_row, code, row, plan.chapters)

    def _spread(self, plan: shelf.ChapterPlan) -> list[tuple[shelf.ChapterPlan, dict[str, str]]]:
        """Return a chapter with the words that go into it: once, or once for every dimension."""
        usual = {"{kepala}": self._head}
        if plan.each != _EACH:
            return [(plan, usual)]
        return [
            (plan, {**usual, "{code}": item.code or item.name, "{name}": item.name})
            for item in self._dimensions
        ]

    def _chapter(self, book_code: str, plan: shelf.ChapterPlan, names: dict[str, str]) -> RowId:
        """Return the row of a chapter: that which stands under an earlier code of its dimension, if any."""
        told = names.get("{code}", "")
        whose = self._codes.get(told)
        for code in (item for item, row in self._codes.items() if whose and row == whose and item != told):
            row = self._store.key(CHAPTER, book_code, _put(plan.code, {**names, "{code}": code}))
            if row in self._standing:
                return row
        return self._store.key(CHAPTER, book_code, _put(plan.code, names))

    def _born(self, ent: str, row: RowId, values: dict[str, Value]) -> Iterator[Edit]:
        """Yield what makes a row; one whose making was undone stands again as the set has it."""
        if not has_row(self._store.db, row):
            yield Birth(ent, row, values)
        elif row not in self._standing:
            yield Gone(ent, row, gone=False)
            yield from (Set(ent, row, name, value) for name, value in values.items())


def _put(text: str, names: dict[str, str]) -> str:
    for sign, name in names.items():
        text = text.replace(sign, name)
    return text
