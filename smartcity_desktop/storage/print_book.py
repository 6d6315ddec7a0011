"""A book, gathered: its chapters with numbers, everything that fills itself, its pictures and documents."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.book import BACK, BODY, Book, Chapter, Node, Tree, tree
from smartcity_desktop.domain.book_text import Item, Listing, Run, figures, parts, written
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_book import (
    BOOK,
    BookPaper,
    asked_book,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, kind_of
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import book as query
from smartcity_desktop.storage.book_fill import fill
from smartcity_desktop.storage.book_source import BookSource
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.store import Store

SOURCES: Final = "Daftar pustaka"
_A4: Final = "A4"


def _book(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the book that is asked for by its code or row."""
    meant, draft = asked_book(ask.choice)
    found = next((item for item in query.books(work.db, retired=True) if meant in {item.code, item.id}), None)
    if found is None:
        kind = kind_of(BOOK)
        return PrintJob(BOOK, kind.title if kind else BOOK, work.frame(None, ""))
    frame = _frame(work, ask)
    name = f"{found.called} (draf)" if draft else found.called
    return PrintJob(BOOK, name, frame, picture=paper_of(work.store, found, frame, draft=draft))


def of_chapter(store: Store, row: RowId) -> PrintJob:
    """Gather the pages of one chapter and all below it, as a draft, with the numbers they have in the book.

    Raises UserFault ``row-gone``.
    """
    found = query.chapter(store.db, row)
    own = query.book(store.db, found.book) if found else None
    if found is None or own is None:
        raise UserFault("row-gone")
    frame = Gathering(store, _A4).frame(None, "")
    paper = replace(paper_of(store, own, frame, draft=True, only=row), alone=True)
    return PrintJob(BOOK, paper.nodes[0].called if paper.nodes else found.title, frame, picture=paper)


def _frame(work: Gathering, ask: PrintAsk) -> PrintFrame:
    """Return what stands round a book: A4, whatever the papers of the hall are."""
    return Gathering(work.store, ask.paper or _A4).frame(None, "")


def paper_of(store: Store, found: Book, frame: PrintFrame, *, draft: bool, only: RowId = NO_ROW) -> BookPaper:
    """Return one book with all that fills it; ``only`` one chapter and what lies below, with its numbers."""
    nodes = _with_sources(store, tree(query.chapters(store.db, found.id)))
    if only:
        nodes = _only(nodes, only)
    source = BookSource(store)
    keys = [key for node in nodes for key in parts(node.chapter.text)]
    place = source.workshop
    kop = frame.letterhead
    return BookPaper(
        book=found,
        nodes=nodes,
        parts=fill(store, keys, source),
        pictures=query.contents(store.db, (row for node in nodes for row in figures(node.chapter.text))),
        issuer=kop.government or place.region_name,
        region=place.region_name,
        period=_span(place.period_start, place.period_end),
        year=str(frame.printed_at.year),
        place=place.city,
        draft=draft,
    )


def _span(first: int | None, last: int | None) -> str:
    return "–".join(dict.fromkeys(str(year) for year in (first, last) if year))


def _only(nodes: Tree, row: RowId) -> Tree:
    at = next((place for place, node in enumerate(nodes) if node.chapter.id == row), None)
    if at is None:
        return ()
    last = at + 1
    while last < len(nodes) and nodes[last].depth > nodes[at].depth:
        last += 1
    return nodes[at:last]


def _with_sources(store: Store, nodes: Tree) -> Tree:
    """Return the chapters with the bibliography behind the last bab, where any document is known."""
    listed = tuple(Item((Run(one),), 0, ordered=True) for one in _sources(store))
    if not listed or not nodes:
        return nodes
    text = written((Listing(ordered=True, items=listed),))
    node = Node(Chapter(id=RowId(SOURCES), title=SOURCES, text=text, part=BODY), part=BODY)
    cut = next((place for place, item in enumerate(nodes) if item.part == BACK), len(nodes))
    return (*nodes[:cut], node, *nodes[cut:])


def _sources(store: Store) -> list[str]:
    """Return the documents as a bibliography, by publisher and year."""
    names = {item.id: item.name for item in opds(store.db)}
    found = []
    for item in documents(store.db):
        title = (item.title or item.source_name).strip()
        if not title:
            continue
        year = item.year or item.period_start
        is_bare = item.number and not item.number.lower().startswith("nomor")
        number = f"Nomor {item.number}" if is_bare else item.number
        told = [item.issuer or names.get(item.opd, ""), f"({year})" if year else "", title, number]
        found.append(". ".join(text.strip(" .") for text in told if text and text.strip()) + ".")
    return sorted(dict.fromkeys(found), key=str.casefold)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {BOOK: _book}
