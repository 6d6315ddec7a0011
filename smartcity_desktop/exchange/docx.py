"""Word documents (.docx, Word's own XML) as grids: every table, with merged cells, under the lines above it.

Text that was deleted with tracked changes, hidden text, footnotes, comments, headers and footers stay out.
"""

import posixpath
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from smartcity_desktop.exchange import markup
from smartcity_desktop.exchange.flow import MAX_NESTING, Flow, Table
from smartcity_desktop.exchange.markup import Attributes
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

NARROW: Final = 115
"""Twips (2 mm). What a hand dragged a border aside; no column is that narrow."""
_TWIPS_PER_INDENT: Final = 360
_SPACES_PER_INDENT: Final = 3
_MOST_INDENTS: Final = 10
_OFF: Final = frozenset({"0", "false", "off", "none"})
_BESIDE: Final = frozenset(
    {
        *("hdr", "ftr", "footnote", "endnote", "footnotes", "endnotes", "comments", "glossaryDocument"),
        *("styles", "numbering", "fonts", "docPr", "Fallback"),
    }
)
"""Elements that hold other text than that of the document, or the same once more."""
_REMOVED: Final = frozenset({"del", "moveFrom"})
_SIGNS: Final[Mapping[str, str]] = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def read_docx(path: Path) -> list[Grid]:
    """Return the tables of a Word document; call it in a child process only."""
    with zipfile.ZipFile(path) as archive:
        main = next(
            (
                target.lstrip("/")
                for _, kind, target in markup.relations(archive, "_rels/.rels")
                if kind == "officeDocument"
            ),
            "word/document.xml",
        )
        flow = Flow()
        if any(name.endswith("vbaProject.bin") for name in archive.namelist()):
            flow.notes["macros"] = None
        document = _Document(flow, _hidden_styles(archive))
        with archive.open(main) as stream:
            document.follow(stream)
        _add_chunks(archive, main, document)
    return flow.grids()


def read_word_xml(stream: IO[bytes]) -> list[Grid]:
    """Return the tables of a document that Word saved as one XML file."""
    flow = Flow()
    _Document(flow, frozenset()).follow(stream)
    return flow.grids()


def _add_chunks(archive: zipfile.ZipFile, main: str, document: "_Document") -> None:
    """Add the web pages that some programs wrap into a document instead of writing one."""
    if not document.chunks:
        return
    from smartcity_desktop.exchange import webpage

    folder, name = posixpath.split(main)
    targets = {
        key: posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        for key, _, target in markup.relations(archive, f"{folder}/_rels/{name}.rels")
    }
    for key in document.chunks:
        if targets.get(key) in archive.namelist():
            webpage.add(document.flow, archive.read(targets[key]))


def _hidden_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    if "word/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _Styles()
    with archive.open("word/styles.xml") as stream:
        styles.follow(stream)
    return frozenset(style for style in styles.upper if styles.is_hidden(style))


class _Styles(markup.Elements):
    """Which styles hide their text, themselves or by the style that they are based on."""

    def __init__(self) -> None:
        super().__init__()
        self.upper: dict[str, str] = {}
        self._said: dict[str, bool] = {}
        self._style = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._style = attributes.get("styleId", "")
            self.upper[self._style] = ""
        elif name == "basedOn" and self._style:
            self.upper[self._style] = attributes.get("val", "")
        elif name == "vanish" and self._style:
            self._said[self._style] = _is_on(attributes)

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def is_hidden(self, style: str) -> bool:
        """Return whether a style hides; styles that are based on each other in a circle do not."""
        seen: set[str] = set()
        while style and style not in seen:
            if style in self._said:
                return self._said[style]
            seen.add(style)
            style = self.upper.get(style, "")
        return False


def _is_on(attributes: Attributes) -> bool:
    return attributes.get("val", "1") not in _OFF


def snapped(widths: Sequence[int]) -> list[int]:
    """Return the column of each edge between columns of these widths (twips), one more than there are widths.

    Edges that lie closer together than ``NARROW`` are one; widths that are not told change nothing.
    """
    if not all(widths):
        return list(range(len(widths) + 1))
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + (width >= NARROW))
    return edges


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    lines: list[str] = field(default_factory=list)
    across: int = 1
    down: str = ""
    """restart or continue: how a vertical merge goes on."""
    beside: str = ""
    removed: bool = False


@dataclass(slots=True)
class _Open:
    """A table while it is read; ``edge`` counts the columns of Word's own grid in the current row."""

    table: Table = field(default_factory=Table)
    widths: list[int] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    edge: int = 0
    removed: bool = False
    cell: _Cell | None = None
    held: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """By column the vertical merge that is open: first row, last row, last column."""

    def column(self, edge: int) -> int:
        """Return the column that begins at an edge of Word's grid."""
        if not self.edges:
            self.edges = snapped(self.widths)
        last = len(self.edges) - 1
        return self.edges[edge] if edge <= last else self.edges[last] + edge - last

    def add(self, cell: _Cell) -> None:
        """Add a cell to the current row."""
        begin = self.edge
        self.edge += cell.across
        if self.removed:
            return
        row, column = len(self.table.rows) - 1, self.column(begin)
        while column in self.table.rows[row]:
            column += 1
        last = max(column, self.column(self.edge) - 1)
        if cell.down == "continue" and column in self.held:
            first, _, right = self.held[column]
            self.held[column] = (first, row, right)
            self.table.put(column, "")
            return
        self._close(column)
        words = "" if cell.removed or cell.beside == "continue" else "\n".join(cell.lines)
        self.table.put(column, words, across=1 if cell.down else last - column + 1)
        if cell.down:
            self.held[column] = (row, row, last)

    def _close(self, column: int) -> None:
        if column in self.held:
            first, last, right = self.held.pop(column)
            self.table.merges.append((first, column, last, right))

    def close(self) -> Table:
        """Return the table, whole."""
        for column in list(self.held):
            self._close(column)
        return self.table


class _Document(markup.Elements):
    """Follows the main part of a document."""

    def __init__(self, flow: Flow, hidden: frozenset[str]) -> None:
        super().__init__()
        self.flow = flow
        self.chunks: list[str] = []
        self._hidden_styles = hidden
        self._path: list[str] = []
        self._tables: list[_Open] = []
        self._paragraphs: list[list[str]] = []
        self._skipped = 0
        """Open elements whose text is left out, the outermost and those inside it."""
        self._is_text = False
        self._hides_run = self._hides_paragraph = False
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "tbl": self._start_table,
            "gridCol": self._grid_column,
            "tr": self._start_row,
            "gridBefore": self._before,
            "hidden": self._hidden_row,
            "tc": self._start_cell,
            "gridSpan": self._span,
            "vMerge": self._down,
            "vmerge": self._down,
            "hMerge": self._beside,
            "cellDel": self._removed_cell,
            "p": self._start_paragraph,
            "pStyle": self._paragraph_style,
            "ind": self._indent,
            "r": self._start_run,
            "rStyle": self._run_style,
            "vanish": self._vanish,
            "t": self._start_text,
            "altChunk": self._chunk,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "tbl": self._end_table,
            "tc": self._end_cell,
            "tr": self._end_row,
            "p": self._end_paragraph,
            "t": self._end_text,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._skipped or name in _BESIDE:
            self._skipped += 1
        elif name in _REMOVED and parent != "rPr":
            self._remove(parent)
        elif name in _SIGNS:
            if parent == "r" and self._is_read:
                self._paragraphs[-1].append(_SIGNS[name])
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        self._path.pop()
        if self._skipped:
            self._skipped -= 1
        elif name in self._ends:
            self._ends[name]()

    def words(self, words: str) -> None:
        if self._is_text and self._is_read and not self._skipped:
            self._paragraphs[-1].append(words)

    @property
    def _is_read(self) -> bool:
        return bool(self._paragraphs) and not self._hides_run and not self._hides_paragraph

    @property
    def _cell(self) -> _Cell | None:
        return self._tables[-1].cell if self._tables else None

    def _remove(self, parent: str) -> None:
        self.flow.notes["deleted"] = None
        if parent == "trPr" and self._tables:
            self._tables[-1].removed = True
        else:
            self._skipped += 1

    def _start_table(self, _attributes: Attributes) -> None:
        if len(self._tables) >= MAX_NESTING:
            raise Unread("read-damaged")
        self._tables.append(_Open())

    def _grid_column(self, attributes: Attributes) -> None:
        if self._tables and self._path[-2:-1] == ["tblGrid"]:
            self._tables[-1].widths.append(markup.whole(attributes.get("w")))

    def _start_row(self, _attributes: Attributes) -> None:
        if self._tables:
            table = self._tables[-1]
            table.table.row()
            table.edge, table.removed = 0, False

    def _before(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].edge = markup.whole(attributes.get("val"))

    def _hidden_row(self, attributes: Attributes) -> None:
        if self._tables and self._path[-2:-1] == ["trPr"] and _is_on(attributes):
            self._tables[-1].removed = True
            self.flow.notes["hidden"] = None

    def _start_cell(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].cell = _Cell()

    def _span(self, attributes: Attributes) -> None:
        if self._cell:
            self._cell.across = max(1, markup.whole(attributes.get("val"), 1))

    def _down(self, attributes: Attributes) -> None:
        if self._cell:
            self._cell.down = "restart" if attributes.get("val") == "restart" else "continue"

    def _beside(self, attributes: Attributes) -> None:
        if self._cell:
            self._cell.beside = "restart" if attributes.get("val") == "restart" else "continue"

    def _removed_cell(self, _attributes: Attributes) -> None:
        if self._cell:
            self._cell.removed = True
            self.flow.notes["deleted"] = None

    def _start_paragraph(self, _attributes: Attributes) -> None:
        self._paragraphs.append([])
        self._hides_paragraph = False

    def _paragraph_style(self, attributes: Attributes) -> None:
        if attributes.get("val", "") in self._hidden_styles:
            self._hides_paragraph = True
            self.flow.notes["hidden"] = None

    def _indent(self, attributes: Attributes) -> None:
        """Take the indent of a first line: it may be all that tells a kegiatan from its program."""
        if self._path[-2:-1] == ["pPr"] and self._cell and not self._cell.lines and self._paragraphs:
            left = markup.whole(attributes.get("left", attributes.get("start")))
            steps = (left - markup.whole(attributes.get("hanging"))) // _TWIPS_PER_INDENT
            self._paragraphs[-1].append(" " * (_SPACES_PER_INDENT * min(max(steps, 0), _MOST_INDENTS)))

    def _start_run(self, _attributes: Attributes) -> None:
        self._hides_run = False

    def _run_style(self, attributes: Attributes) -> None:
        if attributes.get("val", "") in self._hidden_styles:
            self._hide_run()

    def _vanish(self, attributes: Attributes) -> None:
        if self._path[-3:-1] == ["r", "rPr"]:
            self._hides_run = False
            if _is_on(attributes):
                self._hide_run()

    def _hide_run(self) -> None:
        self._hides_run = True
        self.flow.notes["hidden"] = None

    def _start_text(self, _attributes: Attributes) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _chunk(self, attributes: Attributes) -> None:
        self.chunks.append(attributes.get("id", ""))

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        words = "".join(self._paragraphs.pop())
        self._hides_paragraph = False
        if self._cell:
            if words.strip():
                self._cell.lines.append(words)
        elif not self._tables:
            self.flow.line(words)

    def _end_cell(self) -> None:
        if self._cell:
            cell, self._tables[-1].cell = self._cell, None
            self._tables[-1].add(cell)

    def _end_row(self) -> None:
        if self._tables and self._tables[-1].removed:
            self._tables[-1].table.rows.pop()

    def _end_table(self) -> None:
        if not self._tables:
            return
        table = self._tables.pop().close()
        if self._cell:
            self._cell.lines.append(table.flat())
            self._tables[-1].table.inner.append(table)
        else:
            self.flow.table(table)
