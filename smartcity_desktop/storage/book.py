"""Queries: books, their chapters and pictures."""

import json
from collections.abc import Iterable

from smartcity_desktop.domain.book import Book, Chapter, Figure
from smartcity_desktop.domain.book_text import figures as figures_in
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_book import BookPicture
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage.comment import comment
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, one

BOOK, CHAPTER, FIGURE = "book", "chapter", "figure"


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
