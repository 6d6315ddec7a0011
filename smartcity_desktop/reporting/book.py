"""A book on paper: cover, forewords, contents, lists of tables and figures, chapters, lampiran."""

import io
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Image, NextPageTemplate, PageBreak

from smartcity_desktop.domain.book import FRONT, Node
from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.book_text import Grid, Heading, Listing, Runs
from smartcity_desktop.domain.book_text import Paragraph as Passage
from smartcity_desktop.domain.book_text import plain as text_of
from smartcity_desktop.domain.chart import Chart
from smartcity_desktop.domain.paper_book import (
    FIGURE_WORD,
    NOT_SET_UP,
    TABLE_WORD,
    BookPaper,
    ChartPiece,
    Opening,
    PicturePiece,
    Piece,
    Signing,
    TablePiece,
    TextBlock,
    Unknown,
    is_chapter,
    pieces,
    running_title,
)
from smartcity_desktop.domain.photo import jpeg_size
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import day_of, long_date
from smartcity_desktop.reporting import blocks, style
from smartcity_desktop.reporting import book_looks as looks
from smartcity_desktop.reporting.blocks import Block, Column, gap, line, paragraphs, plain, rich
from smartcity_desktop.reporting.book_lines import DEPTHS, NAMED, ContentsLine, Place
from smartcity_desktop.reporting.book_press import DRAFT, Script, Stop, broad, press, roman, upright
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.letter import coat_of_arms
from smartcity_desktop.reporting.page import BROAD, UPRIGHT, Paper, Part, Told, Turn

_COAT: Final = 34 * mm
_ROOM: Final = 34 * mm
"""So much is left below a caption, else it goes to the next page."""
_HEAD_ROOM: Final = 58 * mm
"""The same below a heading: it may be followed by a caption."""
_PICTURE_CAP: Final = 0.72
"""Height of a picture as a share of the page at most."""
_CAPTION_ROOM: Final = 40.0
_UNKNOWN: Final = "Bagian [[{key}]] tidak dikenal program ini. Pilih lagi dari Isi otomatis."
_NO_PICTURE: Final = "Gambar ini tidak ada di berkas Bimtek di laptop ini."
_NARROW: Final = 6
"""Columns above which a table is set smaller."""
_SMALL_CELL: Final = 8.0
_LINE: Final = 15.0
"""Points of a line of contents."""
_BEHIND: Final = 10.0
_HEAD_LETTERS: Final = 400
_WHOLE_LINES: Final = 20
"""Up to so many lines a row stands on one page."""
_DOT: Final = 0.75
"""Points of a dot of a picture at most."""
_NO_CHAPTER: Final = "Buku ini belum berisi bab."
_CONTENTS, _TABLES, _FIGURES = "Daftar isi", "Daftar tabel", "Daftar gambar"


def _untold(_done: int, _total: int) -> None:
    """Take no notice."""


def written(paper: BookPaper, frame: PrintFrame, told: Told = _untold) -> bytes:
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
        self._is_broad = False
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
        for at, item in enumerate(self._behind):
            self._told(at, total + 1)
            yield self._piece(item, _content_behind(self._behind, at))
        if not total:
            yield [gap(60), line(_NO_CHAPTER, looks.MISSING)]

    def _piece(self, item: Piece, following: Piece | None) -> list[Block]:
        if isinstance(item, Opening):
            return self._opening(item.node, following)
        if isinstance(item, TablePiece):
            return self._table(item)
        return [*self._turned(broad=False), *self._upright_piece(item)]

    def _upright_piece(
        self, item: TextBlock | ChartPiece | PicturePiece | Unknown | Signing
    ) -> Sequence[Block]:
        match item:
            case TextBlock():
                return _text(item, self._width)
            case ChartPiece():
                return self._chart(item)
            case PicturePiece():
                return self._picture(item)
            case Unknown():
                return [line(_UNKNOWN.format(key=item.key), looks.MISSING)]
            case Signing():
                return _signing(item.node, self._paper, self._width)
            case _:
                assert_never(item)

    def _turned(self, *, broad: bool) -> list[Block]:
        """Return what turns the page where it lies the other way."""
        if broad == self._is_broad:
            return []
        self._is_broad = broad
        return [NextPageTemplate(BROAD if broad else UPRIGHT), PageBreak()]

    def _opening(self, node: Node, following: Piece | None) -> list[Block]:
        stop = Stop(self._place(), node.number, node.chapter.title, node.depth)
        self._script.stops.append(stop)
        wants_broad = isinstance(following, TablePiece) and following.table.landscape
        if not is_chapter(node):
            look = looks.HEADS[min(node.depth, len(looks.HEADS)) - 1]
            turned = self._turned(broad=wants_broad)
            return [*turned, CondPageBreak(_HEAD_ROOM), stop.place, rich(((stop.called, True, False),), look)]
        self._is_broad = wants_broad

        def begin() -> None:
            self._script.is_opening = True
            self._script.running = running_title(node)

        begun: list[Block] = [Turn(begin), NextPageTemplate(BROAD if wants_broad else UPRIGHT), PageBreak()]
        if self._is_first and not wants_broad:
            # The book begins on the first page, which is there already and has no head.
            begun = []
            self._script.running = running_title(node)
        self._is_first = False
        return [*begun, stop.place, *_chapter_head(node)]

    def _table(self, item: TablePiece) -> list[Block]:
        table = item.table
        turned = self._turned(broad=table.landscape and bool(table.rows))
        stop = Stop(self._place(), item.number, table.caption)
        self._tables.append(stop)
        head = [
            CondPageBreak(_ROOM),
            stop.place,
            rich(
                ((f"{TABLE_WORD} {item.number} ", True, False), (table.caption, False, False)), looks.CAPTION
            ),
        ]
        if not table.rows:
            return [*turned, *head, line(table.missing, looks.MISSING)]
        note = [line(table.note, looks.NOTE)] if table.note else []
        return [*turned, *head, filled_table(table, self._width), *note]

    def _chart(self, item: ChartPiece) -> list[Block]:
        caption = self._figure(item.number, item.chart.caption)
        if item.chart.is_empty:
            return [CondPageBreak(_ROOM), *caption, line(item.chart.missing, looks.MISSING)]
        note = [line(item.chart.note, looks.NOTE)] if item.chart.note else []
        room = self._upright.body_height - _CAPTION_ROOM - 14 * len(note)
        return [
            blocks.together([gap(4), fitted(item.chart.chart, self._width, room), *caption, *note]),
            gap(8),
        ]

    def _picture(self, item: PicturePiece) -> list[Block]:
        words = " ".join(text for text in (item.picture.caption, _sourced(item.picture.source)) if text)
        caption = self._figure(item.number, words)
        shown = picture(item.picture.content, self._width, self._upright.body_height * _PICTURE_CAP)
        if shown is None:
            return [CondPageBreak(_ROOM), *caption, line(_NO_PICTURE, looks.MISSING)]
        return [blocks.together([gap(4), shown, *caption])]

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
        for at, item in enumerate(self._ahead):
            yield self._piece(item, _content_behind(self._ahead, at))
        self._script.front, self._script.stops = self._script.stops, stops
        ahead = self._script.pages
        lines = [_contents_line(one, "", roman(one.place.page - ahead)) for one in self._script.front]
        lines += [_contents_line(one, "", str(one.place.page)) for one in stops]
        yield [Turn(self._begin_list), NextPageTemplate(UPRIGHT), PageBreak(), *self._list(_CONTENTS, lines)]
        for title, word, found in ((_TABLES, TABLE_WORD, tables), (_FIGURES, FIGURE_WORD, figures)):
            if found:
                made = self._list(title, [_contents_line(one, word, str(one.place.page)) for one in found])
                # A short list stands below the one before it, a long one begins a page.
                yield [CondPageBreak(min(len(found) * _LINE + _HEAD_ROOM, self._upright.body_height)), *made]

    def _list(self, title: str, lines: list[Block]) -> list[Block]:
        """Return a list of places under its heading."""
        stop = Stop(self._place(), "", title)
        self._script.front.append(stop)
        return [gap(18), stop.place, line(title.upper(), looks.CHAPTER), gap(8), *lines]

    def _begin_list(self) -> None:
        self._script.is_opening, self._script.running = True, ""


def _part_of(item: Piece) -> str:
    return item.node.part if isinstance(item, Opening) else ""


def _content_behind(found: Sequence[Piece], at: int) -> Piece | None:
    """Return the first piece behind a place that is no heading."""
    return next((item for item in found[at + 1 :] if not isinstance(item, Opening)), None)


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


def _text(item: TextBlock, width: float) -> list[Block]:
    match item.block:
        case Heading(level=level, runs=runs):
            return [CondPageBreak(_ROOM), rich(_told(runs), looks.TEXT_HEADS[level])]
        case Passage(runs=runs, proposed=True):
            return [_proposal(runs, width), gap(6)]
        case Passage(runs=runs):
            return [rich(_told(runs), looks.TEXT)]
        case Listing():
            return [*_items(item.block), gap(4)]
        case Grid():
            return [_typed(item.block, width)]


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


def _items(listing: Listing) -> Iterator[Block]:
    counts = [0, 0]
    for item in listing.items:
        level = min(item.level, 1)
        counts[level] += 1
        if not level:
            counts[1] = 0
        ordered = item.ordered if level else listing.ordered
        sign = f"{counts[level]}." if ordered else ("•", "–")[level]
        yield rich(_told(item.runs), looks.ITEMS[level], bullet=sign)


def _typed(grid: Grid, width: float) -> Block:
    """Return a table that was typed by hand."""
    cells = [
        [[rich(_told(cell), style.CELL_BOLD if not at else style.CELL)] for cell in row]
        for at, row in enumerate(grid.rows)
    ]
    count = len(grid.rows[0])
    # A head that is no head but a text would not fit on a page that repeats it.
    is_headed = all(len(text_of(cell)) <= _HEAD_LETTERS for cell in grid.rows[0])
    made = blocks.framed(cells, [width / count] * count, head=int(is_headed))
    made.spaceAfter = _BEHIND
    return made


# Tables, charts, pictures


def filled_table(table: BookTable, width: float) -> Block:
    """Return a table that filled itself over the width in points: its head repeats, headings span it."""
    size = _SMALL_CELL if len(table.columns) > _NARROW else style.CELL.fontSize
    columns = [
        Column(head, share, align)
        for head, share, align in zip(table.columns, table.widths, table.aligns, strict=True)
    ]
    texts = [row.cells for row in table.lines] + ([table.sums] if table.sums else [])
    sizes = blocks.widths(columns, width, blocks.content_need(columns, texts, width))
    grid = blocks.Grid(cells=[[blocks.head_cell(item, size) for item in columns]], starts=[0])
    usual = [blocks.cell_look(item, size) for item in columns]
    bold = [blocks.cell_look(item, size, bold=True) for item in columns]
    spans: list[blocks.Command] = []
    for row in table.rows:
        if row.heading:
            at = len(grid.cells)
            grid.starts.append(at)
            grid.cells.append([paragraphs(row.cells[0], style.CELL_BOLD), *([] for _ in columns[1:])])
            spans += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), style.BAND_FILL)]
            spans += [("NOSPLIT", (0, at), (-1, at + 1))] if row is not table.rows[-1] else []
        else:
            blocks.lay(grid, row.cells, sizes, usual)
    if table.sums:
        blocks.lay(grid, table.sums, sizes, bold)
    made = blocks.framed(grid.cells, sizes, starts=grid.starts, extra=spans)
    # A space of its own would stand alone on a page where the table ends with one.
    made.spaceAfter = _BEHIND
    return blocks.unbroken(made) if blocks.are_low(texts, sizes, size, _WHOLE_LINES) else made


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
    chapter = node.chapter
    day = day_of(chapter.signed_on)
    when = long_date(day, weekday=False) if day else "…"
    told = [
        f"{chapter.signed_place or paper.place}, {when}".removeprefix(", "),
        f"{chapter.signed_position},",
    ]
    cells = [line(text, looks.SIGN) for text in told if text.strip(" ,")]
    cells += [gap(58), rich(((chapter.signed_by or "…", True, False),), looks.SIGN)]
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
        count = paper.proposed
        told = f"{DRAFT} · {count} usulan teks belum diputuskan" if count else DRAFT
        made += [gap(24), line(told, looks.COVER_TEXT)]
    return [*made, gap(150), line(paper.year, looks.COVER_TEXT)] if paper.year else made
