"""Queries: a chapter with everything that fills it, as it goes to Word."""

from smartcity_desktop.domain.book import Chapter, Node, tree
from smartcity_desktop.domain.book_text import figures, parts
from smartcity_desktop.domain.chapter_word import ChapterOut
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import book as query
from smartcity_desktop.storage.book_fill import fill, offered_parts
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.store import Store


def word_chapter(store: Store, row: RowId) -> tuple[ChapterOut, PrintFrame]:
    """Return a chapter as it goes to Word, and what stands round it. Raises UserFault ``row-gone``."""
    found = standing(store, row)
    book = query.book(store.db, found.book)
    if book is None:
        raise UserFault("row-gone")
    filled = fill(store, parts(found.text))
    titles = {key: item.caption for key, item in filled.items()}
    out = ChapterOut(book, _node(store, found), filled, titles, query.contents(store.db, figures(found.text)))
    return out, Gathering(store, "A4").frame(None, "")


def titles_of(store: Store, row: RowId) -> dict[str, str]:
    """Return the title of every part that can stand in a chapter, by its key."""
    return {item.key: item.title for item in offered_parts(store, row)}


def standing(store: Store, row: RowId) -> Chapter:
    """Return a chapter. Raises UserFault ``row-gone``."""
    found = query.chapter(store.db, row)
    if found is None:
        raise UserFault("row-gone")
    return found


def _node(store: Store, chapter: Chapter) -> Node:
    nodes = tree(query.chapters(store.db, chapter.book))
    return next((item for item in nodes if item.chapter.id == chapter.id), Node(chapter))
