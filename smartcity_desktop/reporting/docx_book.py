"""A book as a Word document: cover, contents that fill themselves, chapters with real styles, native tables.

It says what the PDF of the same book says, piece by piece in the same order and with the same numbers; the
team goes on with it in Word.
"""

from typing import Final, assert_never

from smartcity_desktop.domain.book import BACK, BODY, FRONT, Node
from smartcity_desktop.domain.book_part import BookChart, BookTable
from smartcity_desktop.domain.paper_book import (
    DRAFT,
    FIGURE_WORD,
    NO_PICTURE,
    TABLE_WORD,
    UNKNOWN,
    BookPaper,
    BookPicture,
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
    pieces,
    signed_lines,
)
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import docx_marks as marks
from smartcity_desktop.reporting import docx_picture
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting.docx_body import Body, Mark
from smartcity_desktop.reporting.docx_file import DocxFile, Told
from smartcity_desktop.reporting.docx_marks import FIELD_END, field, link, paragraph, run
from smartcity_desktop.reporting.letter import coat_of_arms
from smartcity_desktop.reporting.page import Told as Hearing
from smartcity_desktop.reporting.page import untold

_COAT: Final = 90.0
"""Points of the coat of arms on the cover."""
_FORMATS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_BAR: Final = 3
_SHARE: Final = 20
"""Every so many pieces a step is told."""
_SIGNED: Final = '<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:ind w:left="4500"/>'
_GAP: Final = '<w:spacing w:before="{0}" w:after="0"/>'
_BELOW: Final = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="480" w:after="240"/>'
_NO_LIST: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


def written(paper: BookPaper, frame: PrintFrame, told: Hearing = untold) -> bytes:
    """Return a book as a Word document; ``told`` hears (steps done, of how many), what it raises ends it."""
    return _Book(paper, frame, told).made()


class _Book:
    """Writes one book."""

    def __init__(self, paper: BookPaper, frame: PrintFrame, told: Hearing) -> None:
        self._paper, self._frame, self._told = paper, frame, told
        called = " · ".join(text for text in (paper.book.called, paper.region) if text)
        self._file = DocxFile(
            Told(
                title=paper.book.called,
                author=paper.issuer or frame.letterhead.government,
                subject=frame.workshop_title,
                running=f"{called} · {DRAFT}" if paper.draft else called,
                at=frame.printed_at,
                version=frame.version,
            ),
            frame.paper,
        )
        self._body = Body(self._file)
        self._pieces = tuple(pieces(paper))
        self._places = broad_places(self._pieces)
        self._charts = self._painted()
        self._is_past_front = False
        # Only the first run of pages behind the contents begins to count.
        self._is_counted = False

    def _painted(self) -> dict[str, bytes]:
        """Return the pictures of all charts by key, each painted once."""
        found = {
            item.chart.key: item.chart.chart
            for item in self._pieces
            if isinstance(item, ChartPiece) and not item.chart.is_empty
        }
        return dict(zip(found, docx_picture.pictures(list(found.values())), strict=True))

    def made(self) -> bytes:
        """Return the file: cover, forewords, contents, chapters; nothing stands before a chapter alone."""
        body = self._body
        if self._paper.alone:
            self._is_past_front = self._is_counted = True
            self._write(self._pieces, 0)
            body.add(self._file.section(broad=body.broad))
            return self._file.written(body.made(), own_lists=body.own_lists)
        self._cover()
        first = next((place for place, item in enumerate(self._pieces) if not _is_in_front(item)), None)
        cut = len(self._pieces) if first is None else first
        self._write(self._pieces[:cut], 0)
        lists = body.hold_place()
        body.turn(broad=False, pages="lowerRoman")
        self._is_past_front = True
        self._write(self._pieces[cut:], cut)
        body.fill_place(lists, self._contents())
        body.add(self._file.section(broad=body.broad, pages="" if self._is_counted else "decimal"))
        return self._file.written(body.made(), own_lists=body.own_lists, fields=True)

    def _write(self, found: tuple[Piece, ...], done: int) -> None:
        total = len(self._pieces)
        for place, item in enumerate(found):
            if place % _SHARE == 0:
                self._told(done + place, total)
            # What stands in front of the first bab is upright.
            is_broad = self._is_past_front and self._places[done + place]
            if is_broad != self._body.broad:
                self._turn(broad=is_broad)
            self._piece(item)

    # Before the chapters

    def _cover(self) -> None:
        body, paper = self._body, self._paper
        logo = coat_of_arms(self._frame.letterhead.logo)
        if logo:
            png, width, height = logo
            size = (_COAT * width / height, _COAT)
            body.add(paragraph(marks=_GAP.format(600)))
            body.add(body.picture(png.getvalue(), f"Lambang {paper.region}".strip(), size))
        body.add(paragraph(marks=_GAP.format(1200 if logo else 2400)))
        if paper.book.number:
            body.text(paper.book.number.upper(), styles.SUBTITLE)
        body.text(paper.book.title, styles.TITLE)
        for text in (paper.book.subtitle, paper.region, paper.period):
            body.text(text, styles.SUBTITLE)
        if paper.draft:
            body.add(paragraph(marks=_GAP.format(900)))
            body.text(draft_words(paper), styles.CENTERED, bold=True)
        body.add(paragraph(marks=_GAP.format(2400)))
        body.text(paper.issuer, styles.CENTERED, bold=True)
        body.text(paper.year, styles.CENTERED)
        body.turn(broad=False, titled=True)

    def _contents(self) -> str:
        """Return contents, list of tables and list of figures, filled, and made anew by Word when asked."""
        body = self._body
        found = [paragraph(run("Daftar isi"), styles.CONTENTS_HEAD)]
        code = r'TOC \o "1-3" \h \z \u'
        looks = [styles.CONTENTS_LOOKS[min(item.level, 2)] for item in body.headings]
        found += _listed(code, body.headings, looks)
        for word, title in ((TABLE_WORD, "Daftar tabel"), (FIGURE_WORD, "Daftar gambar")):
            own = body.captions[word]
            if own:
                # It stands below the list before it: no page of a list has a single line.
                found.append(paragraph(run(title), styles.CONTENTS_HEAD, _BELOW))
                found += _listed(rf'TOC \h \z \c "{word}"', own, [styles.FIGURES_LOOK] * len(own))
        return "".join(found)

    # Chapters

    def _piece(self, item: Piece) -> None:
        match item:
            case Opening():
                self._opening(item.node)
            case TextBlock():
                self._body.block(item.block, styles.PLAIN_HEADING_LOOKS)
            case TablePiece():
                self._table(item.number, item.table)
            case ChartPiece():
                self._chart(item.number, item.chart)
            case PicturePiece():
                self._picture(item.number, item.picture)
            case Unknown():
                self._body.text(UNKNOWN.format(key=item.key), styles.SOURCE)
            case Signing():
                self._signing(item.node)
            case _:
                assert_never(item)

    def _opening(self, node: Node) -> None:
        words, depth = node.chapter.title, node.depth
        look = styles.HEADING_LOOKS[min(depth, 3)]
        of_list = ""
        if not node.number:
            look = look if depth else styles.UNNUMBERED
            of_list = _NO_LIST if depth else ""
        elif node.part == BACK:
            look = look if depth else styles.ANNEX
            level = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{styles.ANNEXES}"/>'
            of_list = f"<w:numPr>{level}</w:numPr>" if depth else ""
        mark = Mark("", depth, node.number, words)
        if self._paper.alone:
            # Nothing before it could be counted: the number is that of the book.
            self._body.heading(mark, look, before=run(f"{node.number}  ".lstrip()), list_marks=_NO_LIST)
            return
        is_bab = node.part == BODY and not depth and node.number
        self._body.heading(mark, look, before=_bab(node.number) if is_bab else "", list_marks=of_list)

    def _turn(self, *, broad: bool) -> None:
        self._body.turn(broad=broad, pages="" if self._is_counted else "decimal")
        self._is_counted = True

    def _table(self, number: str, table: BookTable) -> None:
        body = self._body
        body.add(body.caption(TABLE_WORD, number, table.caption))
        if table.rows:
            body.add(body.table(table), paragraph(run(table.note), styles.SOURCE))
        else:
            body.text(table.missing, styles.CENTERED)

    def _chart(self, number: str, chart: BookChart) -> None:
        body = self._body
        if chart.is_empty:
            body.text(chart.missing, styles.CENTERED)
        else:
            size = (chart.chart.width, chart.chart.height)
            body.add(body.picture(self._charts[chart.key], chart.caption, size))
        self._below(number, chart.caption, chart.note)

    def _picture(self, number: str, picture: BookPicture) -> None:
        body = self._body
        if picture.content and picture.content.startswith(_FORMATS):
            body.add(body.picture(picture.content, picture.caption))
        else:
            body.text(NO_PICTURE, styles.CENTERED)
        self._below(number, picture.caption, f"Sumber: {picture.source}" if picture.source else "")

    def _below(self, number: str, caption: str, note: str) -> None:
        self._body.add(self._body.caption(FIGURE_WORD, number, caption))
        self._body.text(note, styles.SOURCE)

    def _signing(self, node: Node) -> None:
        body = self._body
        *above, name = signed_lines(node, self._paper)
        body.add(*(paragraph(run(text), styles.NORMAL, _SIGNED) for text in above))
        body.add(*(paragraph(look=styles.NORMAL, marks=_SIGNED) for _ in range(_BAR)))
        body.add(paragraph(run(name, marks.BOLD), styles.NORMAL, '<w:ind w:left="4500"/>'))


def _bab(number: str) -> str:
    """Return the sign of a bab, ``BAB IV``, which Word goes on counting."""
    word, _, roman = number.rpartition(" ")
    counted = field(r"SEQ bab \* ROMAN", roman)
    return f"{run(f'{word} ')}{counted}{run('  ')}"


def _is_in_front(item: Piece) -> bool:
    node = getattr(item, "node", None)
    return node is None or node.part == FRONT


def _listed(code: str, found: list[Mark], looks: list[str]) -> list[str]:
    """Return the lines of a list that Word can make anew, each with the page it leads to."""
    lines = []
    for place, (item, look) in enumerate(zip(found, looks, strict=True)):
        words = run(" ".join(text for text in (item.number, item.words) if text))
        tab = "<w:r><w:tab/></w:r>"
        led = link(item.name, words + tab + field(rf"PAGEREF {item.name} \h", "0"))
        begin = field(code, "", is_open=True) if place == 0 else ""
        end = FIELD_END if place == len(found) - 1 else ""
        lines.append(paragraph(begin + led + end, look))
    return lines
