"""LibreOffice files as grids: sheets (.ods, .fods) and the tables of texts (.odt, .fodt).

Unlike through the sheet library, shares stay percentages, and merged cells and indents are known. Comments,
deleted text, footnotes and drawings are not read.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import IO, Final

from smartcity_desktop.exchange import markup, text
from smartcity_desktop.exchange.flow import MAX_NESTING, Flow, Table
from smartcity_desktop.exchange.markup import Attributes
from smartcity_desktop.exchange.scan import MAX_CELLS, MAX_COLUMNS, Position
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_MAX_MANIFEST: Final = 1 << 20
_MAX_ROWS: Final = 200_000
_SPACES_PER_INDENT: Final = 3
_MOST_INDENTS: Final = 10
_POINTS_PER_INDENT: Final = 10.0
_LENGTH: Final = re.compile(r"([\d.]{1,9})(pt|cm|mm|in)")
_POINTS: Final = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
_BESIDE: Final = frozenset(
    {
        "annotation",
        "tracked-changes",
        "note",
        "shapes",
        "frame",
        "forms",
        "hidden-text",
        "ruby-text",
        "master-styles",
    }
)
_NUMBERS: Final = frozenset({"float", "currency", "percentage"})
_COUNTS: Final = frozenset({"number-columns-repeated", "number-columns-spanned", "number-rows-spanned"})

_Starts = Mapping[str, Callable[[Attributes], None]]
_Ends = Mapping[str, Callable[[], None]]


def read(path: Path) -> list[Grid]:
    """Return the sheets or tables of a LibreOffice file; call it in a child process only."""
    with zipfile.ZipFile(path) as archive:
        if _MANIFEST in archive.namelist():
            with archive.open(_MANIFEST) as stream:
                if b"encryption-data" in stream.read(_MAX_MANIFEST):
                    raise Unread("read-password")
        has_macros = any(name.startswith("Basic/") for name in archive.namelist())
        with archive.open(CONTENT) as stream:
            return read_xml(stream, ("macros",) if has_macros else ())


def read_xml(stream: IO[bytes], notes: tuple[str, ...] = ()) -> list[Grid]:
    """Return the sheets or tables in the XML of a LibreOffice file."""
    content = _Content(notes)
    content.follow(stream)
    return content.grids()


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    attributes: Attributes
    is_covered: bool
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A table or sheet while it is read."""

    name: str
    is_hidden: bool
    table: Table = field(default_factory=Table)
    errors: list[Position] = field(default_factory=list)
    column: int = 0
    again: int = 1
    """How often the current row stands in the file."""
    blank: int = 0
    """Empty rows that count only if a filled one follows."""
    cells: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Cells of the current row: column, text, columns and rows that they span."""
    wrong: list[int] = field(default_factory=list)
    cell: _Cell | None = None

    def end_row(self) -> None:
        """Add the current row as often as it stands there."""
        if not self.cells:
            self.blank += self.again
            return
        if len(self.table.rows) + self.blank + self.again > _MAX_ROWS:
            raise Unread("read-too-big")
        for _ in range(self.blank):
            self.table.row()
        self.blank = 0
        for _ in range(self.again):
            self.table.row()
            row = len(self.table.rows) - 1
            self.errors += [(row, column) for column in self.wrong]
            for column, words, across, down in self.cells:
                self.table.put(column, words, across=across, down=down)


class _Content(markup.Elements):
    """Follows ``content.xml``."""

    def __init__(self, notes: tuple[str, ...]) -> None:
        super().__init__()
        self._flow = Flow(notes=dict.fromkeys(notes))
        self._sheets: list[Grid] = []
        self._is_book = False
        self._tables: list[_Open] = []
        self._paragraphs: list[list[str]] = []
        self._skipped = 0
        self._style = ""
        self._hidden: set[str] = set()
        self._indents: dict[str, int] = {}
        self._starts: _Starts = {
            "spreadsheet": self._start_book,
            "style": self._start_style,
            "table-properties": self._table_style,
            "paragraph-properties": self._paragraph_style,
            "table": self._start_table,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_covered,
            "p": self._start_paragraph,
            "h": self._start_paragraph,
            "s": self._spaces,
            "tab": self._blank,
            "line-break": self._break,
        }
        self._ends: _Ends = {
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "p": self._end_paragraph,
            "h": self._end_paragraph,
        }

    def grids(self) -> list[Grid]:
        """Return what was found."""
        return self._sheets if self._is_book else self._flow.grids()

    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipped or name in _BESIDE:
            self._skipped += 1
            if name == "tracked-changes":
                self._flow.notes["deleted"] = None
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name in self._ends:
            self._ends[name]()

    def words(self, words: str) -> None:
        if self._paragraphs and not self._skipped:
            self._paragraphs[-1].append(words)

    def _start_book(self, _attributes: Attributes) -> None:
        self._is_book = True

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("name", "")

    def _table_style(self, attributes: Attributes) -> None:
        if attributes.get("display") == "false":
            self._hidden.add(self._style)

    def _paragraph_style(self, attributes: Attributes) -> None:
        found = _LENGTH.fullmatch(attributes.get("margin-left", ""))
        if found and self._is_number(found[1]):
            steps = round(float(found[1]) * _POINTS[found[2]] / _POINTS_PER_INDENT)
            self._indents[self._style] = min(steps, _MOST_INDENTS)

    @staticmethod
    def _is_number(words: str) -> bool:
        return words.count(".") <= 1 and words != "."

    def _start_table(self, attributes: Attributes) -> None:
        if len(self._tables) >= MAX_NESTING:
            raise Unread("read-damaged")
        style = attributes.get("style-name", "")
        self._tables.append(_Open(text.clean(attributes.get("name", "")), style in self._hidden))

    def _start_row(self, attributes: Attributes) -> None:
        if self._tables:
            table = self._tables[-1]
            table.cells, table.wrong, table.column = [], [], 0
            table.again = markup.whole(attributes.get("number-rows-repeated"), 1)

    def _start_cell(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].cell = _Cell(attributes, is_covered=False)

    def _start_covered(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].cell = _Cell(attributes, is_covered=True)

    def _start_paragraph(self, _attributes: Attributes) -> None:
        self._paragraphs.append([])

    def _spaces(self, attributes: Attributes) -> None:
        self.words(" " * min(markup.whole(attributes.get("c"), 1), text.MAX_LENGTH))

    def _blank(self, _attributes: Attributes) -> None:
        self.words(" ")

    def _break(self, _attributes: Attributes) -> None:
        self.words("\n")

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        pieces = self._paragraphs.pop()
        words = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if not self._tables:
            self._flow.line(words)
        elif self._tables[-1].cell is not None and words.strip():
            self._tables[-1].cell.lines.append(words)

    def _end_cell(self) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or table.cell is None:
            return
        cell, table.cell = table.cell, None
        said = cell.attributes
        again = across = down = 1
        if not _COUNTS.isdisjoint(said):
            again = markup.whole(said.get("number-columns-repeated"), 1)
            across = markup.whole(said.get("number-columns-spanned"), 1)
            down = markup.whole(said.get("number-rows-spanned"), 1)
        words = "" if cell.is_covered else self._shown(cell)
        if words[:1] == "#" and said.get("value-type") in {"string", None} and _is_error(said, words):
            table.wrong.append(table.column)
            words = ""
        begin, table.column = table.column, min(table.column + again, MAX_CELLS)
        if again == 1 and words:
            table.cells.append((begin, words, across, down))
        elif words or (across, down) != (1, 1):
            if again > MAX_COLUMNS:
                raise Unread("read-too-big")
            table.cells += [(begin + number, words, across, down) for number in range(again)]

    def _shown(self, cell: _Cell) -> str:
        """Return what a cell shows, figures exactly."""
        said, kind = cell.attributes, cell.attributes.get("value-type", "")
        words = cell.lines[0] if len(cell.lines) == 1 else "\n".join(cell.lines)
        if kind in _NUMBERS:
            return text.number(float(said.get("value", "0")), percent=kind == "percentage")
        if kind == "date":
            day = date.fromisoformat(said.get("date-value", "")[:10])
            return text.cell(day)
        if kind == "boolean":
            return text.cell(said.get("boolean-value") == "true")
        if not words and kind == "string":
            words = said.get("string-value", "")
        if not words or words.isspace():
            return ""
        indent = self._indents.get(said.get("style-name", ""), 0) if self._is_book and self._indents else 0
        return " " * (_SPACES_PER_INDENT * indent) + text.clean(words)

    def _end_row(self) -> None:
        if self._tables:
            self._tables[-1].end_row()

    def _end_table(self) -> None:
        if not self._tables:
            return
        done = self._tables.pop()
        if self._tables:
            self._tables[-1].table.inner.append(done.table)
            if self._tables[-1].cell is not None:
                self._tables[-1].cell.lines.append(done.table.flat())
        elif self._is_book:
            grid = done.table.grid(done.name, (), tuple(self._flow.notes))
            self._sheets.append(replace(grid, hidden=done.is_hidden, errors=tuple(done.errors)))
        else:
            self._flow.table(done.table)


def _is_error(said: Attributes, words: str) -> bool:
    return words.startswith("#") and "formula" in said and words.rstrip("!?").isupper()
