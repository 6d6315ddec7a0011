"""A book on paper: cover, forewords, contents, lists of tables and figures, chapters, lampiran."""

import io
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Image, NextPageTemplate, PageBreak

from smartcity_desktop.domain.book import FRONT, Node, roman
from smartcity_desktop.domain.book_text import Grid, Heading, Listing, Runs
from smartcity_desktop.domain.book_text import Paragraph as Passage
from smartcity_desktop.domain.chart import Chart
from smartcity_desktop.domain.paper_book import (
    FIGURE_WORD,
    NO_PICTURE,
    NOT_SET_UP,
    TABLE_WORD,
    UNKNOWN,
    BookPaper,
    ChartPiece,
    Opening,
    PicturePiece,
    Piece,
    Signing,
    TablePiece,
    TextBlock,
    Unknown,
    broad_places,
    draft_words,
    is_chapter,
    pieces,
    running_title,
    signed_lines,
)
from smartcity_desktop.domain.photo import jpeg_size
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import blocks, book_tables, style
from smartcity_desktop.reporting import book_looks as looks
from smartcity_desktop.reporting.blocks import Block, gap, line, paragraphs, plain, rich
from smartcity_desktop.reporting.book_lines import DEPTHS, NAMED, ContentsLine, Place
from smartcity_desktop.reporting.book_press import Script, Stop, broad, press, upright
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.letter import coat_of_arms
from smartcity_desktop.reporting.page import BROAD, UPRIGHT, Paper, Part, Told, Turn, untold

_COAT: Final = 34 * mm
_LIST_ROOM: Final = 58 * mm
"""So much is left below the heading of a list of tables or figures, else it begins a page."""
_TEXT_ROOM: Final = 46.0
"""Points of a text that stand below its heading: three lines."""
_PICTURE_CAP: Final = 0.72
"""Height of a picture as a share of the page at most."""
_CAPTION_ROOM: Final = 40.0
_PARTS_ROOM: Final = 50.0
"""Points below the name of a bab in the contents: two lines of its parts."""
_LINE: Final = 15.0
"""Points of a line of contents."""
_DOT: Final = 0.75
"""Points of a dot of a picture at most."""
_NO_CHAPTER: Final = "Buku ini belum berisi bab."
_CONTENTS, _TABLES, _FIGURES = "Daftar isi", "Daftar tabel", "Daftar gambar"


def written(paper: BookPaper, frame: PrintFrame, told: Told = untold) -> bytes:
    """Return the PDF of a book; ``told`` hears (steps done, of how many), what it raises ends the work."""
    return _Book(paper, frame, told).made()


def whole(job: PrintJob, told: Told) -> bytes | None:
    """Return the PDF of a gathered book, None where there is no book yet."""
    return written(job.picture, job.frame, told) if isinstance(job.picture, BookPaper) else None


def parts(job: PrintJob) -> list[Part]:
    """Return the page that says that there is no book yet."""

    def nothing() -> list[Block]:
        return [line(job.name.upper(), style.TITLE), gap(10), *paragraphs(NOT_SET_UP, style.BODY_CENTER)]

    return [Part(nothing, Paper(title=job.name, label=job.name), job.frame, job.name)]


class _Book:
    """Lays out one book."""

    def __init__(self, paper: BookPaper, frame: PrintFrame, told: Told) -> None:
        self._paper, self._frame, self._told = paper, frame, told
        self._script = Script(paper.book.title, paper.issuer or paper.region, paper.draft)
        found = tuple(pieces(paper))
        cut = next((at for at, item in enumerate(found) if _part_of(item) not in {"", FRONT}), len(found))
        cut = 0 if paper.alone else cut
        self._ahead, self._behind = found[:cut], found[cut:]
        self._upright, self._broad = upright(frame.paper), broad(frame.paper)
        # The first page is there already: it lies as what stands on it.
        self._is_broad = self._script.begins_broad = next(iter(broad_places(self._behind)), False)
        self._is_first = True
        self._tables: list[Stop] = []
        self._figures: list[Stop] = []
        self._count = 0

    def made(self) -> bytes:
        """Return the PDF."""
        return press(self._script, self._frame, self._chapters, self._front)

    @property
    def _width(self) -> float:
        return (self._broad if self._is_broad else self._upright).body_width

    # Chapters

    def _chapters(self) -> Iterator[list[Block]]:
        """Yield the chapters piece by piece."""
        total = len(self._behind)
        for at, lot in enumerate(self._laid(self._behind)):
            self._told(min(at, total), total + 1)
            yield lot
        if not total:
            yield [gap(60), line(_NO_CHAPTER, looks.MISSING)]

    def _laid(self, found: Sequence[Piece]) -> Iterator[list[Block]]:
        """Yield pieces, each with the headings right above it, on a page with room for its beginning."""
        turned: list[Block] = []
        heads: list[Block] = []
        for item, is_broad in zip(found, broad_places(found), strict=True):
            if isinstance(item, Opening) and is_chapter(item.node):
                yield [*turned, *heads, *self._begun(item.node, is_broad=is_broad)]
                turned, heads = [], []
                continue
            turned += self._turned(broad=is_broad)
            if isinstance(item, Opening):
                heads += self._heading(item.node)
            elif isinstance(item, TextBlock) and isinstance(item.block, Heading):
                heads += _text(item.block, self._width, self._height)[0]
            else:
                made, need = self._content(item)
                room = min(blocks.height_of(heads, self._width) + need, self._height)
                yield [*turned, CondPageBreak(room), *heads, *made]
                turned, heads = [], []
        yield [*turned, *heads]

    def _content(
        self, item: Opening | TextBlock | TablePiece | ChartPiece | PicturePiece | Unknown | Signing
    ) -> tuple[list[Block], float]:
        """Return the blocks of a piece and the height in points that stands together with its headings."""
        match item:
            case TablePiece():
                return self._table(item)
            case ChartPiece():
                return self._chart(item)
            case PicturePiece():
                return self._picture(item)
            case TextBlock():
                return _text(item.block, self._width, self._height)
            case _:
                return self._words(item), _TEXT_ROOM

    def _words(self, item: Opening | Unknown | Signing) -> list[Block]:
        match item:
            case Opening():
                return self._heading(item.node)
            case Unknown():
                return [line(UNKNOWN.format(key=item.key), looks.MISSING)]
            case Signing():
                return _signing(item.node, self._paper, self._width)
            case _:
                assert_never(item)

    @property
    def _height(self) -> float:
        return (self._broad if self._is_broad else self._upright).body_height

    def _turned(self, *, broad: bool) -> list[Block]:
        """Return what turns the page where it lies the other way."""
        if broad == self._is_broad:
            return []
        self._is_broad = broad
        return [NextPageTemplate(BROAD if broad else UPRIGHT), PageBreak()]

    def _stopped(self, node: Node) -> Stop:
        stop = Stop(self._place(), node.number, node.chapter.title, node.depth)
        self._script.stops.append(stop)
        return stop

    def _heading(self, node: Node) -> list[Block]:
        stop = self._stopped(node)
        look = looks.HEADS[min(node.depth, len(looks.HEADS)) - 1]
        return [stop.place, rich(((stop.called, True, False),), look)]

    def _begun(self, node: Node, *, is_broad: bool) -> list[Block]:
        """Return what begins a chapter on a page of its own."""
        stop = self._stopped(node)
        is_there = self._is_first and is_broad == self._is_broad
        self._is_broad = is_broad

        def begin() -> None:
            self._script.is_opening = True
            self._script.running = running_title(node)

        begun: list[Block] = [Turn(begin), NextPageTemplate(BROAD if is_broad else UPRIGHT), PageBreak()]
        if is_there:
            # The book begins on the first page, which is there already and has no head.
            begun = []
            self._script.running = running_title(node)
        self._is_first = False
        return [*begun, stop.place, *_chapter_head(node)]

    def _table(self, item: TablePiece) -> tuple[list[Block], float]:
        table = item.table
        stop = Stop(self._place(), item.number, table.caption)
        self._tables.append(stop)
        told = ((f"{TABLE_WORD} {item.number} ", True, False), (table.caption, False, False))
        head = [stop.place, rich(told, looks.CAPTION)]
        if not table.rows:
            return [*head, line(table.missing, looks.MISSING)], _TEXT_ROOM
        made = book_tables.filled(table, self._width)
        return [*head, made.block], blocks.height_of(head, self._width) + made.need

    def _chart(self, item: ChartPiece) -> tuple[list[Block], float]:
        caption = self._figure(item.number, item.chart.caption)
        if item.chart.is_empty:
            return [*caption, line(item.chart.missing, looks.MISSING)], _TEXT_ROOM
        note = [line(item.chart.note, looks.NOTE)] if item.chart.note else []
        room = self._height - _CAPTION_ROOM - 14 * len(note)
        return self._shown([fitted(item.chart.chart, self._width, room), *caption, *note], gap(8))

    def _picture(self, item: PicturePiece) -> tuple[list[Block], float]:
        words = " ".join(text for text in (item.picture.caption, _sourced(item.picture.source)) if text)
        caption = self._figure(item.number, words)
        shown = picture(item.picture.content, self._width, self._height * _PICTURE_CAP)
        if shown is None:
            return [*caption, line(NO_PICTURE, looks.MISSING)], _TEXT_ROOM
        return self._shown([shown, *caption])

    def _shown(self, found: list[Block], *behind: Block) -> tuple[list[Block], float]:
        """Return a chart or picture with what stands below it, on one page with its headings."""
        need = blocks.height_of(found, self._width) + 4
        return [blocks.together([gap(4), *found]), *behind], need

    def _figure(self, number: str, words: str) -> list[Block]:
        stop = Stop(self._place(), number, words)
        self._figures.append(stop)
        told = ((f"{FIGURE_WORD} {number} ", True, False), (words, False, False))
        return [stop.place, rich(told, looks.FIGURE)]

    def _place(self) -> Place:
        self._count += 1
        return Place(f"tempat{self._count}")

    # In front

    def _front(self) -> Iterator[list[Block]]:
        """Yield cover, forewords and contents; the pages of what was laid out before are known by then."""
        self._told(len(self._behind), len(self._behind) + 1)
        if self._paper.alone:
            return
        self._is_broad = False
        # Captions of forewords are counted by themselves: they stand in no list.
        tables, figures = list(self._tables), list(self._figures)
        yield _cover(self._paper, self._frame)
        stops, self._script.stops = self._script.stops, []
        yield from self._laid(self._ahead)
        self._script.front, self._script.stops = self._script.stops, stops
        ahead = self._script.pages
        lines = [_contents_line(one, "", roman(one.place.page - ahead).lower()) for one in self._script.front]
        for one in stops:
            # A bab of the contents does not stand at the end of a page, its parts on the next.
            lines += [CondPageBreak(_PARTS_ROOM)] if not one.depth else []
            lines.append(_contents_line(one, "", str(one.place.page)))
        yield [Turn(self._begin_list), NextPageTemplate(UPRIGHT), PageBreak(), *self._list(_CONTENTS, lines)]
        for title, word, found in ((_TABLES, TABLE_WORD, tables), (_FIGURES, FIGURE_WORD, figures)):
            if found:
                made = self._list(title, [_contents_line(one, word, str(one.place.page)) for one in found])
                # A short list stands below the one before it, a long one begins a page.
                yield [CondPageBreak(min(len(found) * _LINE + _LIST_ROOM, self._upright.body_height)), *made]

    def _list(self, title: str, lines: list[Block]) -> list[Block]:
        """Return a list of places under its heading."""
        stop = Stop(self._place(), "", title)
        self._script.front.append(stop)
        return [gap(18), stop.place, line(title.upper(), looks.CHAPTER), gap(8), *lines]

    def _begin_list(self) -> None:
        self._script.is_opening, self._script.running = True, ""


def _part_of(item: Piece) -> str:
    return item.node.part if isinstance(item, Opening) else ""


def _chapter_head(node: Node) -> list[Block]:
    title = rich(((node.chapter.title, True, False),), looks.CHAPTER)
    number = [rich(((node.number.upper(), True, False),), looks.NUMBER)] if node.number else [gap(18)]
    return [*number, title, gap(14)]


def _contents_line(stop: Stop, word: str, page: str) -> Block:
    measures = NAMED if word else DEPTHS[min(stop.depth, len(DEPTHS) - 1)]
    number = f"{word} {stop.number}" if word else stop.number
    return ContentsLine(number, stop.title, page, stop.place.name, measures)


# Text


def _told(runs: Runs) -> list[tuple[str, bool, bool]]:
    return [(run.text, run.bold, run.italic) for run in runs]


def _text(
    block: Heading | Passage | Listing | Grid, width: float, height: float
) -> tuple[list[Block], float]:
    """Return a block of the text and the height in points that stands together with its heading."""
    match block:
        case Heading(level=level, runs=runs):
            return [rich(_told(runs), looks.TEXT_HEADS[level])], _TEXT_ROOM
        case Passage(runs=runs, proposed=True):
            return [_proposal(runs, width), gap(6)], _TEXT_ROOM
        case Passage(runs=runs):
            return [rich(_told(runs), looks.TEXT)], _TEXT_ROOM
        case Listing():
            return [*_items(block), gap(4)], _TEXT_ROOM
        case Grid():
            made = [book_tables.typed(one, width, height) for one in book_tables.typed_grids(block)]
            return [one.block for one in made], made[0].need


def _proposal(runs: Runs, width: float) -> Block:
    """Return a paragraph that nobody accepted yet, with a bar beside it that says so."""
    told = [rich((("USULAN", True, False),), looks.PROPOSED), rich(_told(runs), looks.TEXT)]
    return plain(
        [["", told]],
        (9.0, width - 9.0),
        ("LINEBEFORE", (1, 0), (1, -1), 3, style.RULE),
        ("LEFTPADDING", (1, 0), (1, -1), 8),
        ("BACKGROUND", (1, 0), (1, -1), style.BAND_FILL),
        ("TOPPADDING", (1, 0), (1, -1), 4),
    )


def _letter(count: int) -> str:
    """Return the sign of an item of the second level, as Word counts them: a … z, aa."""
    round_of, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (round_of + 1)


def _items(listing: Listing) -> Iterator[Block]:
    counts = [listing.start - 1, 0]
    for item in listing.items:
        level = min(item.level, 1)
        counts[level] += 1
        if not level:
            counts[1] = 0
        ordered = item.ordered if level else listing.ordered
        sign = (f"{counts[0]}.", f"{_letter(counts[1])}.")[level] if ordered else ("•", "–")[level]
        yield rich(_told(item.runs), looks.ITEMS[level], bullet=sign)


# Charts, pictures


def fitted(chart: Chart, width: float, height: float) -> Block:
    """Return a chart in its own size, smaller only where it would not fit."""
    made = drawn(chart)
    share = min(1.0, width / chart.width, height / chart.height)
    if share < 1.0:
        made.scale(share, share)
        made.width, made.height = chart.width * share, chart.height * share
    made.hAlign = "CENTER"
    return made


def picture(content: bytes | None, width: float, height: float) -> Block | None:
    """Return a picture fitted into a box, None where it cannot be shown."""
    pixels = jpeg_size(content) if content else None
    if content is None or pixels is None:
        return None
    share = min(width / pixels[0], height / pixels[1], _DOT)
    return Image(io.BytesIO(content), pixels[0] * share, pixels[1] * share, hAlign="CENTER")


def _sourced(source: str) -> str:
    return f"(Sumber: {source.strip()})" if source.strip() else ""


# Forewords and cover


def _signing(node: Node, paper: BookPaper, width: float) -> list[Block]:
    """Return place, day, position and name at the right, with room to sign."""
    *above, name = signed_lines(node, paper)
    cells = [*(line(text, looks.SIGN) for text in above), gap(58), rich(((name, True, False),), looks.SIGN)]
    return [gap(20), blocks.together([plain([["", cells]], (width * 0.5, width * 0.5))])]


def _cover(paper: BookPaper, frame: PrintFrame) -> list[Block]:
    book = paper.book
    coat = coat_of_arms(frame.letterhead.logo)
    made: list[Block] = [gap(30)]
    if coat:
        png, width, height = coat
        made += [Image(png, _COAT * width / height, _COAT, mask="auto", hAlign="CENTER"), gap(14)]
    made += [line(paper.issuer.upper(), looks.COVER_ISSUER), gap(110)]
    made += [line(book.number, looks.COVER_NUMBER)] if book.number else []
    made.append(rich(((book.title, True, False),), looks.COVER_TITLE))
    made += [rich(((book.subtitle, False, False),), looks.COVER_TEXT)] if book.subtitle else []
    made += [line(text, looks.COVER_TEXT) for text in (paper.region, paper.period) if text]
    if paper.draft:
        made += [gap(24), line(draft_words(paper), looks.COVER_TEXT)]
    return [*made, gap(150), line(paper.year, looks.COVER_TEXT)] if paper.year else made
