"""One book as it goes to paper: everything that is printed, numbered once for every way of printing it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.book import BODY, Book, Node, Tree
from smartcity_desktop.domain.book_part import BookChart, BookTable, Filled, kind_of
from smartcity_desktop.domain.book_text import (
    Block,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    Run,
    parse,
)
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import day_of, long_date, number

TABLE_WORD: Final = "Tabel"
FIGURE_WORD: Final = "Gambar"
UNKNOWN: Final = "Bagian [[{key}]] tidak dikenal program ini. Pilih lagi dari Isi otomatis."
NO_PICTURE: Final = "Gambar ini tidak ada di berkas Bimtek di laptop ini."


@dataclass(frozen=True, slots=True)
class BookPicture:
    """A picture: its JPEG or PNG bytes (None where this file does not hold them), caption and source."""

    id: RowId = NO_ROW
    content: bytes | None = None
    caption: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class BookPaper:
    """One book with all that fills it.

    ``nodes`` are the chapters in reading order with numbers; ``parts`` the tables and charts by key;
    ``pictures`` by row. ``period`` is ``2026–2030``; ``issuer`` is ``Pemerintah Kota Contoh``; ``day`` is the
    day it was printed in words, ``place`` where. A ``draft`` shows proposals and says so on every page;
    otherwise proposals are left out. ``alone`` is one chapter without what stands in front of a book.
    """

    book: Book
    nodes: Tree = ()
    parts: Mapping[str, Filled] = field(default_factory=dict)
    pictures: Mapping[RowId, BookPicture] = field(default_factory=dict)
    issuer: str = ""
    region: str = ""
    period: str = ""
    year: str = ""
    place: str = ""
    draft: bool = True
    alone: bool = False

    @property
    def proposed(self) -> int:
        """How many paragraphs nobody has accepted yet."""
        return sum(
            isinstance(block, Paragraph) and block.proposed
            for node in self.nodes
            for block in parse(node.chapter.text)
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """The title of a chapter or of a part of one; a bab, lampiran or foreword begins a page."""

    node: Node


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text: heading, paragraph, list, or a table typed by hand."""

    block: Heading | Paragraph | Listing | Grid


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table that filled itself, with its number: ``3.2``, in front of the first bab ``2``."""

    number: str
    table: BookTable


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A chart that filled itself, with its number among the figures."""

    number: str
    chart: BookChart


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """A picture with its number among the figures."""

    number: str
    picture: BookPicture


@dataclass(frozen=True, slots=True)
class Unknown:
    """A part that the program does not know: an old key, a typing mistake."""

    key: str


@dataclass(frozen=True, slots=True)
class Signing:
    """Place, day and name at the end of a foreword."""

    node: Node


DRAFT: Final = "DRAF"
_BROAD_HEIGHT: Final = 330.0
"""Points of a chart up to which it fits on a broad page together with what follows."""
_UNWRITTEN: Final = Paragraph((Run("Belum ditulis.", italic=True),))
Piece = Opening | TextBlock | TablePiece | ChartPiece | PicturePiece | Unknown | Signing


def pieces(paper: BookPaper) -> Iterator[Piece]:
    """Yield everything of a book in reading order; tables and figures are counted anew in every bab.

    A draft says of a chapter without a word that it is not written yet.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for place, node in enumerate(paper.nodes):
        yield Opening(node)
        if paper.draft and _is_unwritten(paper.nodes, place):
            yield TextBlock(_UNWRITTEN)
        for block in parse(node.chapter.text):
            found = _piece(paper, node, block, counts)
            if found is not None:
                yield found
        if node.chapter.signed_by or node.chapter.signed_position:
            yield Signing(node)


def _is_unwritten(nodes: Tree, place: int) -> bool:
    """Tell whether a chapter has neither text nor parts below it."""
    has_parts = place + 1 < len(nodes) and nodes[place + 1].depth > nodes[place].depth
    return not has_parts and not nodes[place].chapter.text.strip()


def _piece(paper: BookPaper, node: Node, block: Block, counts: Counter[tuple[str, str]]) -> Piece | None:
    match block:
        case Part():
            return _filled(paper, node, block.key, counts)
        case Picture():
            found = paper.pictures.get(block.figure, BookPicture(block.figure))
            return PicturePiece(_next(node, FIGURE_WORD, counts), found)
        case Paragraph() if block.proposed and not paper.draft:
            return None
        case _:
            return TextBlock(block)


def _filled(paper: BookPaper, node: Node, key: str, counts: Counter[tuple[str, str]]) -> Piece:
    found = paper.parts.get(key)
    if found is None or kind_of(key) is None:
        return Unknown(key)
    if isinstance(found, BookTable):
        return TablePiece(_next(node, TABLE_WORD, counts), found)
    return ChartPiece(_next(node, FIGURE_WORD, counts), found)


def _next(node: Node, word: str, counts: Counter[tuple[str, str]]) -> str:
    """Return the number of the next caption: ``3.2``; in front of the first bab ``2``."""
    counts[node.series, word] += 1
    count = counts[node.series, word]
    return f"{node.series}.{count}" if node.series else str(count)


def broad_places(found: Sequence[Piece]) -> tuple[bool, ...]:
    """Tell of every piece in its order whether it lies on a broad page.

    Wide tables do, and the headings right above them. So does a chart that such a table follows, where it
    would else stand alone on an upright page: right below a heading, or behind another wide table. So do
    charts behind such a table with which a chapter ends.
    """
    broad = [_leads_broad(item) for item in found]
    ahead = list(broad)
    for at in reversed(range(len(found))):
        if isinstance(found[at], Opening | ChartPiece) and _is_low(found[at]):
            ahead[at] = _goes_on(found, at) and ahead[at + 1]
    for at, item in enumerate(found):
        if isinstance(item, ChartPiece) and ahead[at]:
            broad[at] = at > 0 and (isinstance(found[at - 1], Opening) or broad[at - 1])
        elif isinstance(item, ChartPiece) and _ends(found, at):
            broad[at] = at > 0 and not isinstance(found[at - 1], Opening) and broad[at - 1]
    for at in reversed(range(len(found))):
        if isinstance(found[at], Opening):
            broad[at] = _goes_on(found, at) and broad[at + 1]
    return tuple(broad)


def _ends(found: Sequence[Piece], at: int) -> bool:
    """Tell whether nothing but low charts stand from here to the end of a chapter."""
    while isinstance(found[at], ChartPiece) and _is_low(found[at]):
        if not _goes_on(found, at):
            return True
        at += 1
    return False


def _leads_broad(item: Piece) -> bool:
    return isinstance(item, TablePiece) and item.table.landscape and bool(item.table.rows)


def _is_low(item: Piece) -> bool:
    return not isinstance(item, ChartPiece) or item.chart.chart.height <= _BROAD_HEIGHT


def _goes_on(found: Sequence[Piece], at: int) -> bool:
    """Tell whether something follows a piece that belongs to its page: not what begins a chapter itself."""
    if at + 1 == len(found):
        return False
    after = found[at + 1]
    return not (isinstance(after, Opening) and is_chapter(after.node))


def signed_lines(node: Node, paper: BookPaper) -> tuple[str, ...]:
    """Return what stands above and below the signature of a foreword; the last one is the name.

    What nobody filled in stays open as ``…``.
    """
    chapter = node.chapter
    day = day_of(chapter.signed_on)
    when = long_date(day, weekday=False) if day else "…"
    place = chapter.signed_place or paper.place
    position = f"{chapter.signed_position}," if chapter.signed_position.strip() else ""
    above = (f"{place}, {when}".removeprefix(", "), position)
    return (*filter(None, above), chapter.signed_by.strip() or "…")


def draft_words(paper: BookPaper) -> str:
    """Return what the cover of a draft says: ``DRAF · 3 usulan teks belum diputuskan``."""
    count = paper.proposed
    return f"{DRAFT} · {number(count)} usulan teks belum diputuskan" if count else DRAFT


def is_chapter(node: Node) -> bool:
    """Tell whether a node begins a page: a bab, a lampiran, a foreword."""
    return node.depth == 0


def running_title(node: Node) -> str:
    """Return what stands over the pages of a chapter: ``BAB III · Strategi``."""
    return f"{node.number} · {node.chapter.title}" if node.part == BODY and node.number else node.called


BOOK: Final = "buku"
FINAL: Final = "final"
NOT_SET_UP: Final = "Buku ini belum disusun. Buka Buku, lalu Susun kerangka buku."
USUAL: Final = "ES"
"""The book that is printed where none is asked for: the shortest."""
_CHOSEN: Final = (
    ("ES", "Ringkasan Eksekutif"),
    ("AS", "Analisis Strategis"),
    ("MP", "Masterplan"),
    ("QW", "Quick Wins"),
    ("RM", "Road Map"),
)
BOOK_CHOICES: Final = (
    ("", "Ringkasan Eksekutif, draf dengan usulan"),
    *((code, f"{title}, draf dengan usulan") for code, title in _CHOSEN[1:]),
    *((f"{code}:{FINAL}", f"{title}, tanpa usulan") for code, title in _CHOSEN),
)
"""Which book, by its code or its row, and whether it is a draft: ``MP``, ``MP:final``."""
BOOK_KINDS: Final = (
    (
        BOOK,
        "Buku masterplan",
        "Sesudah",
        "",
        "Satu buku dengan sampul, daftar isi, tabel dan grafik yang terisi sendiri",
        "",
        False,
        "book",
        BOOK_CHOICES,
    ),
)
"""The kind of print, as ``print_job.PrintKind`` takes it."""


def asked_book(choice: str) -> tuple[str, bool]:
    """Return the code or row of the book that a choice means, and whether it is a draft."""
    meant, _, way = choice.partition(":")
    return meant or USUAL, way != FINAL


def choice_of(book: str, *, draft: bool) -> str:
    """Return the choice that asks for a book by its code or row."""
    return book if draft else f"{book}:{FINAL}"
