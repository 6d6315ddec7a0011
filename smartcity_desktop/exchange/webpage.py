"""Tables of web pages (.html, also saved as .xls or .doc by web programs) and web archives (.mht) as grids.

Nothing that a page refers to is fetched. Scripts, styles, hidden rows and deleted text are not read.
"""

import binascii
import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.flow import MAX_NESTING, Flow, Table
from smartcity_desktop.exchange.scan import MAX_COLUMNS
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

_HEAD: Final = 8192
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_ALPHABETS: Final = re.compile(r"cp125\d|iso8859-\d+|utf-16(?:-le|-be)?|ascii|mac-roman")
_BOUNDARY: Final = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_IS_PAGE: Final = re.compile(
    rb"^content-type\s*:\s*(?:text/html|application/xhtml)", re.IGNORECASE | re.MULTILINE
)
_PACKED: Final = re.compile(
    rb"^content-transfer-encoding\s*:\s*(base64|quoted-printable)", re.IGNORECASE | re.MULTILINE
)
_NO_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")
_BETWEEN: Final = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?(?:\]>|\Z)", re.DOTALL)
"""Comments and the conditions of Office; one that never ends goes to the end of the page."""
_ATTRIBUTES: Final = r"(?:\s+[a-z][a-z0-9:-]*(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=`]+))?)*\s*"
_MARKS: Final = rf"</?(?:font|b|i|u|strong|em){_ATTRIBUTES}>|<br\s*/?>"
_PLAIN: Final = rf"[^<]*(?:(?:{_MARKS})[^<]*)*"
_PLAIN_ROW: Final = re.compile(
    rf"<tr({_ATTRIBUTES})>\s*((?:<t[dh]{_ATTRIBUTES}>{_PLAIN}</t[dh]>\s*)+)</tr>", re.IGNORECASE
)
"""A row whose cells hold text and marks of its look, nothing else."""
_PLAIN_CELL: Final = re.compile(rf"<t[dh]({_ATTRIBUTES})>({_PLAIN})</t[dh]>", re.IGNORECASE)
_HIDES: Final = re.compile(r"<(?:font|b|i|u|strong|em)\s[^>]*(?:hidden|style)", re.IGNORECASE)
"""Marks that may hide what they hold."""
_MARK: Final = re.compile(_MARKS, re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"\s+([a-z][a-z0-9:-]*)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+)))?", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\s*(\d{1,9})")
_NOT_SHOWN: Final = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_ENOUGH_ROWS: Final = 3
_TO_THE_END: Final = 10**9
_MUTE: Final = frozenset({"script", "style", "noscript", "template", "del", "xml", "option", "svg", "object"})
_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"})
_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
        "hr",
        "dt",
        "dd",
        "pre",
        "title",
    }
)
_TYPED: Final = frozenset({"", "text", "number"})

_Starts = Mapping[str, Callable[[dict[str, str]], None]]
_Ends = Mapping[str, Callable[[], None]]


def read_html(path: Path) -> list[Grid]:
    """Return the tables of a web page; call it in a child process only."""
    flow = Flow()
    add(flow, path.read_bytes())
    return flow.grids()


def add(flow: Flow, content: bytes) -> None:
    """Add the lines and tables of a web page, or of an archive of some, to a document."""
    if b"mime-version:" in content[:_HEAD].lower():
        add_archive(flow, content)
        return
    _Page(flow).read(_BETWEEN.sub("", decoded(content)))


def add_archive(flow: Flow, content: bytes) -> None:
    """Add the lines and tables of every page in a web archive to a document."""
    for head, inside in _parts(content.lstrip()):
        if not _IS_PAGE.search(head):
            continue
        said = _CHARSET.search(head)
        words = decoded(_unpacked(head, inside), said[1].decode() if said else "")
        _Page(flow).read(_BETWEEN.sub("", words))


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield head and body of every part of an archive, however deep they lie in each other."""
    bounds = {found[1] or found[2] for found in _BOUNDARY.finditer(content)}
    begun: list[bytes] = []
    for line in (*content.splitlines(keepends=True), b"--"):
        if line.startswith(b"--") and (line == b"--" or line[2:].strip().removesuffix(b"--") in bounds):
            head, _, inside = b"".join(begun).replace(b"\r\n", b"\n").partition(b"\n\n")
            yield head, inside
            begun = []
        else:
            begun.append(line)


def _unpacked(head: bytes, inside: bytes) -> bytes:
    """Return the body of a part as it was before it was made fit for mail."""
    found = _PACKED.search(head)
    if found is None:
        return inside
    if found[1].lower() == b"quoted-printable":
        return binascii.a2b_qp(inside)
    whole = _NO_BASE64.sub(b"", inside)
    return binascii.a2b_base64(whole[: len(whole) // 4 * 4])


def decoded(content: bytes, said: str = "") -> str:
    """Return the text of a page: BOM, UTF-8, then the alphabet that it names, then Windows-1252."""

    def named() -> str:
        found = _CHARSET.search(content[:_HEAD])
        return _known(said or (found[1].decode() if found else ""))

    return text.decoded(content, named)


def _known(name: str) -> str:
    """Return a named alphabet if it is one that people write in, Windows-1252 otherwise."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return "cp1252"
    return found if _ALPHABETS.fullmatch(found) and found != "iso8859-1" else "cp1252"


@dataclass(slots=True)
class _Open:
    """A table while it is read."""

    table: Table = field(default_factory=Table)
    row: list[tuple[str, int, int]] = field(default_factory=list)
    """Cells of the current row: text, columns and rows that they span."""
    cell: list[str] | None = None
    caption: list[str] | None = None
    across: int = 1
    down: int = 1
    is_hidden: bool = False
    """The current row is not shown."""
    is_begun: bool = False
    """A row is open; cells without one begin a row, as in a browser."""
    is_cell_hidden: bool = False
    widths: Counter[int] = field(default_factory=Counter)
    """How many rows reach how far to the right."""

    def place(self) -> None:
        """Put the cells of the current row where those from above leave room."""
        cells, self.row = self.row, []
        if not cells:
            return
        if not self.table.held and all(across == down == 1 for _, across, down in cells):
            self.table.put_all([words for words, _, _ in cells])
            self.widths[len(cells)] += 1
            return
        if self._is_whole(sum(across for _, across, _ in cells)):
            self.end_spans(len(self.table.rows) - 1)
        column = 0
        for words, across, down in cells:
            column = self.table.free(column)
            self.table.put(column, words, across=across, down=down)
            column += across
        self.widths[self.table.free(column)] += 1

    def _is_whole(self, own: int) -> bool:
        """Return whether a row fills the table by itself, so that cells from above reach too far down.

        Browsers push such a row to the right, which is where its author sees it; nobody means it.
        """
        reached = len(self.table.rows) - 1
        if not any(last >= reached for last in self.table.held.values()):
            return False
        return self.widths[own] >= _ENOUGH_ROWS and own == max(self.widths, key=self.widths.__getitem__)

    def end_spans(self, row: int) -> None:
        """End every cell from above before a row."""
        table = self.table
        if any(last >= row for last in table.held.values()):
            table.held.clear()
            table.merges = [
                (top, left, min(bottom, max(top, row - 1)), right)
                for top, left, bottom, right in table.merges
            ]


class _Page(HTMLParser):
    """Follows the tags of a page; what a browser would mend is mended alike."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self._flow = flow
        self._tables: list[_Open] = []
        self._line: list[str] = []
        self._muted = ""
        """The element whose text is left out, and how many of its kind are open."""
        self._muted_depth = 0
        self._spans: dict[str, tuple[bool, int, int]] = {}
        """Of cells by how their attributes are written."""
        self._starts: _Starts = {
            "table": self._start_table,
            "tr": self._start_row,
            "td": self._start_cell,
            "th": self._start_cell,
            "caption": self._start_caption,
            "thead": self._start_group,
            "tbody": self._start_group,
            "tfoot": self._start_group,
            "br": self._break,
            "input": self._input,
        }
        self._ends: _Ends = {
            "table": self._end_table,
            "tr": self._end_row,
            "td": self._end_cell,
            "th": self._end_cell,
            "caption": self._end_caption,
            **dict.fromkeys(("thead", "tbody", "tfoot"), self._end_row),
        }

    def read(self, page: str) -> None:
        """Follow a whole page. Rows of nothing but texts are not followed tag by tag, which takes long."""
        at = 0
        for row in _PLAIN_ROW.finditer(page):
            self.feed(page[at : row.start()])
            if self._may_begin_row() and not _HIDES.search(row[2]):
                self._plain_row(row[1], row[2])
            else:
                self.feed(row[0])
            at = row.end()
        self.feed(page[at:])
        self.close()

    def _may_begin_row(self) -> bool:
        """Tell whether a row that begins here belongs to a table in which nothing else is open."""
        if self.rawdata or self.cdata_elem or self._muted or not self._tables:
            return False
        table = self._tables[-1]
        return table.cell is None and table.caption is None

    def _plain_row(self, said: str, cells: str) -> None:
        """Take a row whose cells hold text and nothing else."""
        self._start_row(self._said(said))
        table = self._tables[-1]
        for attributes, words in () if table.is_hidden else _PLAIN_CELL.findall(cells):
            is_hidden, across, down = self._spans.get(attributes) or self._span(attributes)
            table.row.append(("" if is_hidden else _shown(words), across, down))
        if len(table.row) > MAX_COLUMNS:
            raise Unread("read-too-big")
        self._end_row()

    def _span(self, said: str) -> tuple[bool, int, int]:
        """Return whether a cell of these attributes is hidden, and how many columns and rows it spans."""
        attributes = self._said(said)
        spans = _spans(attributes)
        found = self._spans[said] = ("hidden" in attributes, *spans)
        return found

    def _said(self, attributes: str) -> dict[str, str]:
        """Return attributes by their names; an element that is not shown is hidden."""
        found = _ATTRIBUTE.findall(attributes)
        known = {name.lower(): unescape(one or other or bare) for name, one, other, bare in found}
        return {**known, "hidden": ""} if _NOT_SHOWN.search(known.get("style", "")) else known

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of an element."""
        if self._muted:
            self._muted_depth += tag == self._muted
            return
        attributes = {key: value or "" for key, value in attrs}
        is_shown = "hidden" not in attributes and not _NOT_SHOWN.search(attributes.get("style", ""))
        if tag in _MUTE and not (tag == "option" and "selected" in attributes):
            self._mute(tag)
        elif not is_shown and tag not in {"tr", "td", "th", "table", "body", "html", *_VOID}:
            self._flow.notes["hidden"] = None
            self._mute(tag)
        elif tag in self._starts:
            self._starts[tag](attributes if is_shown else {**attributes, "hidden": ""})
        elif tag in _BLOCKS:
            self._new_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that closes itself: a browser believes it of empty elements only."""
        self.handle_starttag(tag, attrs)
        if self._muted == tag and self._muted_depth == 1:
            self._muted = ""

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        if self._muted:
            self._muted_depth -= tag == self._muted
            if self._muted_depth == 0 or tag == "body":
                self._muted = ""
        elif tag in self._ends:
            self._ends[tag]()
        elif tag in _BLOCKS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._muted:
            self._here().append(_BLANK.sub(" ", data))

    def close(self) -> None:
        """Take the end of the page."""
        super().close()
        while self._tables:
            self._end_table()
        self._flush()

    def _mute(self, tag: str) -> None:
        if tag == "del":
            self._flow.notes["deleted"] = None
        self._muted, self._muted_depth = tag, 1

    def _here(self) -> list[str]:
        """Return where text goes: a cell, a caption, or the line outside of tables."""
        if self._tables:
            table = self._tables[-1]
            if table.cell is not None:
                return table.cell
            if table.caption is not None:
                return table.caption
            return []
        return self._line

    def _new_line(self) -> None:
        if self._tables:
            self._here().append("\n")
        else:
            self._flush()

    def _break(self, _attributes: dict[str, str]) -> None:
        self._new_line()

    def _flush(self) -> None:
        self._flow.line("".join(self._line))
        self._line.clear()

    def _input(self, attributes: dict[str, str]) -> None:
        if attributes.get("type", "").lower() in _TYPED:
            self._here().append(attributes.get("value", ""))

    def _start_table(self, _attributes: dict[str, str]) -> None:
        if len(self._tables) >= MAX_NESTING:
            raise Unread("read-damaged")
        if not self._tables:
            self._flush()
        self._tables.append(_Open())

    def _start_group(self, _attributes: dict[str, str]) -> None:
        """End every cell that reaches down: in a browser none reaches into the next group of rows."""
        if not self._tables:
            return
        self._end_row()
        self._tables[-1].end_spans(len(self._tables[-1].table.rows))

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._tables:
            self._end_row()
            table = self._tables[-1]
            table.is_hidden, table.is_begun = "hidden" in attributes, True
            if table.is_hidden:
                self._flow.notes["hidden"] = None
            else:
                table.table.row()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._tables:
            self._end_cell()
            table = self._tables[-1]
            if not table.is_begun:
                self._start_row({})
            table.cell = []
            table.across, table.down = _spans(attributes)
            table.is_cell_hidden = "hidden" in attributes

    def _start_caption(self, _attributes: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].caption = []

    def _end_caption(self) -> None:
        if self._tables and self._tables[-1].caption is not None:
            self._tables[-1].table.caption = "".join(self._tables[-1].caption)
            self._tables[-1].caption = None

    def _end_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        table = self._tables[-1]
        words, table.cell = _lines("".join(table.cell or ())), None
        if table.is_hidden:
            return
        table.row.append(("" if table.is_cell_hidden else words, table.across, table.down))
        if len(table.row) > MAX_COLUMNS:
            raise Unread("read-too-big")

    def _end_row(self) -> None:
        self._end_cell()
        if self._tables:
            self._tables[-1].place()
            self._tables[-1].is_hidden = self._tables[-1].is_begun = False

    def _end_table(self) -> None:
        if not self._tables:
            return
        self._end_row()
        self._end_caption()
        table = self._tables.pop().table
        if not self._tables:
            self._flow.table(table)
            return
        self._tables[-1].table.inner.append(table)
        self._here().append(f"\n{table.flat()}\n")


def _spans(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Return how many columns and rows a cell spans."""
    return (
        _span(attributes.get("colspan", "")) or 1,
        _span(attributes.get("rowspan", "1"), 1) or _TO_THE_END,
    )


def _shown(words: str) -> str:
    """Return the lines of a cell that holds text and marks of its look."""
    if "<" in words:
        lines = (map(_told, _MARK.split(line)) for line in _BREAK.split(words))
        return _lines("\n".join(map("".join, lines)))
    if words.isprintable() and "&" not in words and "  " not in words:
        return words.strip(" ")
    return _lines(_told(words))


def _told(words: str) -> str:
    return _BLANK.sub(" ", unescape(words))


def _span(said: str, default: int = 0) -> int:
    found = _DIGITS.match(said)
    return int(found[1]) if found else default


def _lines(words: str) -> str:
    """Return the lines of a cell without the blanks that only lay out the source; hard ones are an indent."""
    lines = (line.strip(" ") for line in words.split("\n"))
    return "\n".join(line for line in lines if line.strip())
