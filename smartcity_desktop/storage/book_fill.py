"""Fills the tables and charts of books from the file, and offers those that a chapter may take."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS
from smartcity_desktop.domain.book_part import APART, PARTS, BookTable, Filled, PartKind, kind_of
from smartcity_desktop.domain.book_part_list import BY_DIMENSION, BY_HEAD, BY_HORIZON
from smartcity_desktop.domain.book_proposal import Proposal, told
from smartcity_desktop.domain.book_text import parts
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.storage import (
    book_part_after,
    book_part_count,
    book_part_event,
    book_part_money,
    book_part_plan,
    book_part_rows,
    book_part_trail,
    book_part_win,
)
from smartcity_desktop.storage.book import book, chapter
from smartcity_desktop.storage.book_source import BookSource, caption_of
from smartcity_desktop.storage.store import Store

FILL: Final = {
    **book_part_rows.FILL,
    **book_part_count.FILL,
    **book_part_money.FILL,
    **book_part_plan.FILL,
    **book_part_event.FILL,
    **book_part_win.FILL,
    **book_part_after.FILL,
    **book_part_trail.FILL,
}
"""What gathers each part, by its key without a limit."""


def fill(store: Store, keys: Iterable[str], source: BookSource | None = None) -> dict[str, Filled]:
    """Return tables and charts by their keys; keys that the program does not know are left out."""
    known = source or BookSource(store)
    return {key: FILL[key.partition(APART)[0]](known, key) for key in dict.fromkeys(keys) if kind_of(key)}


def offered_parts(store: Store, row: RowId) -> tuple[PartKind, ...]:
    """Return every part, whole and for each of its limits; those proper for the book of a chapter first."""
    source = BookSource(store)
    found = chapter(store.db, row) if row else None
    own = book(store.db, found.book) if found else None
    code = own.code if own else ""
    ordered = sorted(PARTS, key=lambda item: code not in item.books)
    return tuple(made for item in ordered for made in _spread(source, item))


def _spread(source: BookSource, item: PartKind) -> Iterator[PartKind]:
    for limit in ("", *_limits(source).get(item.by, ())):
        key = f"{item.key}{APART}{limit}" if limit else item.key
        yield replace(item, key=key, title=caption_of(source, key), missing=source.say(item.missing))


def _limits(source: BookSource) -> Mapping[str, tuple[str, ...]]:
    return {
        BY_DIMENSION: tuple(item.code or item.name for item in source.dimensions),
        BY_HEAD: tuple(HEAD_WORDS),
        BY_HORIZON: tuple(LABELS["horizon"]),
    }


def proposals(store: Store, text: str) -> tuple[Proposal, ...]:
    """Return a paragraph for every table of a text that says anything, in the order of the text."""
    filled = fill(store, parts(text))
    return tuple(made for item in filled.values() if isinstance(item, BookTable) and (made := told(item)))
