"""The text of a Word document, piece by piece: headings, paragraphs, lists, tables, captions, pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain import book_text
from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.reporting import book_tables, style
from smartcity_desktop.reporting import docx_marks as marks
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting.docx_file import DocxFile
from smartcity_desktop.reporting.docx_marks import BOLD, PLAIN, Look, paragraph, run

TABLE_WORD, PICTURE_WORD = "Tabel", "Gambar"
PROPOSED_WORD: Final = "USULAN "
"""Stands before a paragraph that nobody has accepted; it goes when the paragraph comes back from Word."""
_PIXELS: Final = 96
_POINTS: Final = 72
_PICTURE_HEIGHT: Final = 560.0
"""Points that a picture may be tall, so that its caption stands on the same page."""
_TALL: Final = 1500
"""Letters of a row up to which it is never cut by the end of a page."""
_LEVELS: Final = 2
_TIED_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that contents lead to: bookmark, level (0 is a bab), number and words."""

    name: str
    level: int
    number: str
    words: str


class Body:
    """Takes the pieces of a document in their order; ``made`` is the whole."""

    def __init__(self, file: DocxFile) -> None:
        """Begin with nothing written."""
        self.file = file
        self.broad = False
        self.own_lists: list[int] = []
        """The numbers that the numbered lists of the text begin with."""
        self.headings: list[Mark] = []
        self.captions: dict[str, list[Mark]] = {TABLE_WORD: [], PICTURE_WORD: []}
        self._pieces: list[str] = []
        self._marks = self._pictures = 0

    def made(self) -> str:
        """Return everything that was written."""
        return "".join(self._pieces)

    def add(self, *pieces: str) -> None:
        """Write pieces of XML that are whole paragraphs or tables."""
        self._pieces.extend(pieces)

    def hold_place(self) -> int:
        """Leave a place that is filled in when the rest is known; return which."""
        self._pieces.append("")
        return len(self._pieces) - 1

    def fill_place(self, place: int, piece: str) -> None:
        """Write into a place that was left."""
        self._pieces[place] = piece

    def text(self, words: str, look: str = "", *, bold: bool = False) -> None:
        """Write a paragraph for each line; what a person fills in by hand is highlighted."""
        for line in words.split("\n"):
            if line.strip():
                self.add(paragraph(marks.told(line.strip(), BOLD if bold else PLAIN), look))

    def new_page(self) -> None:
        """Go on at the top of a page."""
        self.add(paragraph(marks.BREAK))

    def turn(self, *, broad: bool, pages: str = "", titled: bool = False) -> None:
        """End the pages so far and go on with broad or upright ones; see ``DocxFile.section``."""
        section = self.file.section(broad=self.broad, pages=pages, titled=titled)
        self.add(
            paragraph(marks='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>' + section)
        )
        self.broad = broad

    # Headings and captions

    def heading(self, mark: Mark, look: str, *, before: str = "", list_marks: str = "") -> None:
        """Write a heading that the contents list, the name of its ``mark`` is given here.

        Its number is counted by the list of its style; ``before`` are runs in front of its words.
        """
        named = replace(mark, name=self._named("_Toc"))
        self.headings.append(named)
        content = marks.bookmark(self._marks, named.name, before + run(mark.words))
        self.add(paragraph(content, look, list_marks))

    def caption(self, word: str, number: str, words: str) -> str:
        """Return a caption, ``Tabel 3.2  Isu per dimensi``, whose last number Word goes on counting."""
        series, _, at = number.rpartition(".")
        name = self._named("_Toc")
        self.captions[word].append(Mark(name, 0, f"{word} {number}", words))
        again = r" \r 1" if at == "1" else ""
        before = f"{word} {series}." if series else f"{word} "
        counted = marks.field(rf"SEQ {word} \* ARABIC{again}", at)
        content = f"{run(before)}{counted}{run(f'  {words}')}"
        # A caption stands above its table, and below its picture.
        free = '<w:keepNext w:val="0"/>' if word == PICTURE_WORD else ""
        return paragraph(marks.bookmark(self._marks, name, content), styles.CAPTION, free)

    def _named(self, begin: str) -> str:
        self._marks += 1
        return f"{begin}{self._marks:08d}"

    # The text of a chapter

    def runs(self, runs: book_text.Runs) -> str:
        """Return runs of a text."""
        return "".join(marks.told(item.text, Look(item.bold, item.italic)) for item in runs)

    def block(self, block: book_text.Block, heading_looks: Sequence[str]) -> None:
        """Write one block of a chapter; ``heading_looks`` are the styles of its two kinds of headings."""
        match block:
            case book_text.Heading():
                self.add(paragraph(self.runs(block.runs), heading_looks[0 if block.level <= _LEVELS else 1]))
            case book_text.Listing():
                self._listing(block)
            case book_text.Grid():
                self._grid(block)
            case _ if isinstance(block, book_text.Paragraph):
                self._said(block)

    def _said(self, block: book_text.Paragraph) -> None:
        if block.proposed:
            sign = run(PROPOSED_WORD, Look(style=styles.PROPOSED_MARK))
            self.add(paragraph(sign + self.runs(block.runs), styles.PROPOSED))
        elif block.runs:
            self.add(paragraph(self.runs(block.runs)))

    def _listing(self, block: book_text.Listing) -> None:
        own = 0
        if block.ordered:
            own = styles.FIRST_OWN + len(self.own_lists)
            self.own_lists.append(block.start)
        for item in block.items:
            numbered = item.ordered if item.level else block.ordered
            look = (styles.NUMBER_LOOKS if numbered else styles.BULLET_LOOKS)[min(item.level, 1)]
            of_list = ""
            if numbered:
                number = own or styles.NUMBERS
                of_list = (
                    f'<w:numPr><w:ilvl w:val="{min(item.level, 1)}"/><w:numId w:val="{number}"/></w:numPr>'
                )
            self.add(paragraph(self.runs(item.runs), look, of_list))

    def _grid(self, grid: book_text.Grid) -> None:
        if not grid.rows:
            return
        fit = book_tables.typed_fit(grid, self._width)
        sides = self._sides(fit)
        widths = _fitted(fit.widths, self.file.text_width(broad=self.broad))
        head = book_tables.has_head(grid, fit)
        rows = [
            _row(
                [
                    _cell(self.runs(cell), width, side if at else _HEADS[side])
                    for cell, width, side in zip(line, widths, sides, strict=True)
                ],
                head=head and not at,
                whole=sum(len(book_text.plain(cell)) for cell in line) <= _TALL,
            )
            for at, line in enumerate(grid.rows)
        ]
        # What is written on behind the table stands there as text like any other.
        self.add(_table(widths, rows, styles.OWN_TABLE), paragraph(marks=_BEHIND_TABLE))

    @property
    def _width(self) -> float:
        return self.file.text_width(broad=self.broad) / marks.TWIPS

    @staticmethod
    def _sides(fit: book_tables.Fit) -> list[str]:
        """Return the style of each column's cells: at its side, smaller in a table of many columns."""
        small = fit.size < style.CELL.fontSize
        return [_LOOKS[item.align == "right", small] for item in fit.columns]

    # Tables and pictures

    def table(self, table: BookTable, *, tied: bool = False) -> str:
        """Return a table as wide as its page; its head is repeated on each page, its rows are not cut.

        A small one stands on one page, the last rows of a long one stand together. Where one is ``tied``,
        what follows it stands there too.
        """
        fit = book_tables.filled_fit(table, self._width)
        widths, sides = _fitted(fit.widths, self.file.text_width(broad=self.broad)), self._sides(fit)
        heads = [
            _cell(run(words), width, _HEADS[side], "right" if side in _RIGHT else "")
            for words, width, side in zip(table.columns, widths, sides, strict=True)
        ]
        count = len(table.rows) + bool(table.sums)
        whole = book_tables.is_small(table, fit)
        with_next = [whole or at == 0 or at == count - _TIED_ROWS for at in range(count)]
        if with_next:
            with_next[-1] = tied or bool(table.note)
        rows = [
            _row(heads, head=True),
            *(
                _line(item, widths, sides, tied=keep)
                for item, keep in zip(table.rows, with_next, strict=False)
            ),
        ]
        if table.sums:
            sums = zip(table.sums, widths, sides, strict=True)
            kept = _KEPT if with_next[-1] else ""
            rows.append(
                _row([_cell(run(words, BOLD), width, side, tied=kept) for words, width, side in sums])
            )
        return _table(widths, rows)

    def picture(self, content: bytes, words: str, size: tuple[float, float] | None = None) -> str:
        """Return a picture in a paragraph of its own, no wider than the page; without a size as it is."""
        spaced = '<w:spacing w:before="120" w:after="60"'
        return self.inline(content, words, size, _KEPT, spaced, styles.CENTERED)

    def inline(
        self,
        content: bytes,
        words: str,
        size: tuple[float, float] | None = None,
        tied: str = "",
        spaced: str = '<w:spacing w:before="0" w:after="0"',
        look: str = "",
    ) -> str:
        """Return a picture in a paragraph, ``tied`` to the next one or not, without room of its own."""
        part, across, down = self.file.picture(content)
        width, height = size or (across * _POINTS / _PIXELS, down * _POINTS / _PIXELS)
        scale = min(1.0, self._width / max(width, 1.0), _PICTURE_HEIGHT / max(height, 1.0))
        self._pictures += 1
        drawn = marks.picture(part, self._pictures, (width * scale, height * scale), words)
        # Lines further apart than usual would stretch the picture's own line too.
        return paragraph(drawn, look, f'{tied}{spaced} w:line="240" w:lineRule="auto"/>')


def _fitted(shares: Sequence[float], width: int) -> list[int]:
    """Return the widths of columns in twips, together exactly the width of the page."""
    whole = sum(shares) or 1.0
    edges = [0]
    total = 0.0
    for share in shares:
        total += share
        edges.append(round(total / whole * width))
    return [after - before for before, after in pairwise(edges)]


def _line(
    item: BookRow, widths: Sequence[int], sides: Sequence[str], *, tied: bool = False, look: Look = PLAIN
) -> str:
    if item.heading:
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        words = item.cells[0] if item.cells else ""
        return _row([_cell(run(words, BOLD), sum(widths), styles.CELL_HEAD, more=span + _SHADE)])
    cells = [
        _cell(marks.lines(words, look), width, side, tied=_KEPT if tied else "")
        for words, width, side in zip(item.cells, widths, sides, strict=False)
    ]
    cells += [_cell("", width, styles.CELL) for width in widths[len(cells) :]]
    return _row(cells, whole=sum(map(len, item.cells)) <= _TALL)


_KEPT: Final = "<w:keepNext/>"
_BEHIND_TABLE: Final = '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
_LOOKS: Final = {
    (False, False): styles.CELL,
    (True, False): styles.CELL_RIGHT,
    (False, True): styles.SMALL_CELL,
    (True, True): styles.SMALL_CELL_RIGHT,
}
"""The styles of cells by whether they stand at the right, and whether they are small."""
_RIGHT: Final = frozenset({styles.CELL_RIGHT, styles.SMALL_CELL_RIGHT})
_HEADS: Final = {
    look: styles.SMALL_CELL_HEAD if is_small else styles.CELL_HEAD for (_, is_small), look in _LOOKS.items()
}
_SHADE: Final = '<w:shd w:val="clear" w:color="auto" w:fill="F5F5F5"/>'


def _cell(content: str, width: int, look: str, side: str = "", *, more: str = "", tied: str = "") -> str:
    aligned = f'<w:jc w:val="{side}"/>' if side else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
        f"{paragraph(content, look, tied + aligned)}</w:tc>"
    )


def _row(cells: Iterable[str], *, head: bool = False, whole: bool = True) -> str:
    marked = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr>{f'<w:trPr>{marked}</w:trPr>' if marked else ''}{''.join(cells)}</w:tr>"


def _table(widths: Sequence[int], rows: Iterable[str], look: str = styles.TABLE) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
