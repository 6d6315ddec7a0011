"""Where a row that was found is shown, and what names it there: a chapter by its number, not by its signs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.book import Book, Node, tree
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import book as books
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.comment import comment
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.search import CLOSE, OPEN, Hit

CHAPTER, COMMENT = books.CHAPTER, "comment"
CHAPTER_COMMENT: Final = "chapter_comment"
_LEADS: Final[Mapping[str, str]] = {
    "milestone": "initiative",
    "initiative_indicator": "initiative",
    "alignment": "subject",
    "indicator": "line",
    "goal_indicator": "point",
    "finding_answer": "row",
}
"""Rows that are shown where another one stands: the field that names it."""
_SECOND: Final = "second_tag"
NOWHERE: Final = ("paper_text", "plan_record", "sheet_item", "table_map")
"""What is searched with the rest and has no place of its own to go to: it is not offered."""
_KEY: Final = re.compile(r"\[\[[^\[\]]*(?:\]\]|…|$)")
_SIGNS: Final = re.compile(
    r"^\s*(?:#{2,3}|\?\?|-|\|)\s+|(?<!\\)\*{1,3}|\s\|\s*$|\\(?=[\\*|\[\]#?.-])", re.MULTILINE
)
_BAR: Final = re.compile(r"\s\|\s")


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the kind of row, what to show it by, the words around, with the hit between OPEN and CLOSE.

    ``row`` is what the screen of that kind is asked for; ``about`` says in which book a chapter stands.
    """

    ent: str
    row: str
    snippet: str
    about: str = ""


def at_home(db: Database, hits: Iterable[Hit]) -> Iterator[Found]:
    """Yield hits as they are shown; those in the keys of tables alone are nobody's words and left out."""
    known: dict[RowId, tuple[Book, dict[RowId, Node]]] = {}
    away = heirs(db, INITIATIVE)
    for hit in hits:
        if hit.ent == CHAPTER:
            yield from _chapter(db, hit, known)
        elif hit.ent == COMMENT:
            about = comment(db, hit.row)
            is_apart = about is not None and not about.sheet and bool(about.subject)
            yield Found(CHAPTER_COMMENT if is_apart else COMMENT, hit.row, hit.snippet)
        elif hit.ent == _SECOND:
            yield Found(hit.ent, _second_reading(db, hit.row), hit.snippet)
        else:
            yield Found(hit.ent, away.get(row := _leads_to(db, hit.ent, hit.row), row), hit.snippet)


def _leads_to(db: Database, ent: str, row: RowId) -> RowId:
    """Return the row that is shown where one was found."""
    leads = RowId(_field(db, ent, row, _LEADS[ent])) if ent in _LEADS else row
    if ent == "finding_answer":
        # A finding is about a line, its indicator, or the whole document.
        return RowId(_field(db, "indicator", leads, "line")) or leads
    return leads or row


def _second_reading(db: Database, row: RowId) -> str:
    """Return of which agency and reader a second reading is, as its tab is asked for it."""
    line = RowId(_field(db, _SECOND, row, "line"))
    document = RowId(_field(db, "renstra_line", line, "document"))
    return f"{_field(db, 'document', document, 'opd')}|{_field(db, _SECOND, row, 'reader')}"


def _chapter(db: Database, hit: Hit, known: dict[RowId, tuple[Book, dict[RowId, Node]]]) -> Iterator[Found]:
    own = books.chapter(db, hit.row)
    words = said(hit.snippet)
    if own is None or OPEN not in words:
        return
    if own.book not in known:
        nodes = tree(books.chapters(db, own.book), retired=True)
        known[own.book] = books.book(db, own.book) or Book(), {node.chapter.id: node for node in nodes}
    book, nodes_of = known[own.book]
    called = (nodes_of.get(own.id) or Node(own)).called
    # A piece from the beginning starts with the title, which stands in front with its number.
    rest = _behind(words, own.title) if _bare(words).startswith(own.title) else words
    told = " · ".join(part.strip() for part in (called, rest) if part.strip())
    about = book.number or book.title
    yield Found(CHAPTER, own.id, told, f"{about} (dikeluarkan)" if own.retired or book.retired else about)


def _bare(words: str) -> str:
    return words.replace(OPEN, "").replace(CLOSE, "")


def _behind(words: str, start: str) -> str:
    """Return what follows words with which a marked text begins."""
    left = len(start)
    for at, letter in enumerate(words):
        if not left:
            return words[at:].lstrip(CLOSE)
        left -= letter not in {OPEN, CLOSE}
    return ""


def said(snippet: str) -> str:
    """Return a piece of the text of a chapter without its signs and keys, in one line."""
    lines = _SIGNS.sub("", _KEY.sub("", snippet))
    return " ".join(_BAR.sub(" · ", lines).split())


def _field(db: Database, ent: str, row: RowId, name: str) -> str:
    with translated():
        found = db.conn.execute(tables.select(ent, (name,), "id = :id"), {"id": row}).fetchone()
    return str(found[0] or "") if found else ""
