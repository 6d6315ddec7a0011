"""Word documents of before 2007 (.doc) as grids: the text by its pieces, the rows by their marks and borders.

Text that was deleted with tracked changes or hidden stays out, and so do codes of fields, headers, notes.
Format: [MS-DOC].
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from smartcity_desktop.exchange.compound import Broken, Compound
from smartcity_desktop.exchange.docx import NARROW
from smartcity_desktop.exchange.flow import MAX_NESTING, Flow, Table
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

_WORD: Final = 0xA5EC
_WORD_97: Final = 0xC1
_FAST_SAVED, _ENCRYPTED, _OTHER_TABLES = 0x0004, 0x0100, 0x0200
_CHARACTERS, _PARAGRAPHS, _PIECES, _LENGTH = 0xFA, 0x102, 0x1A2, 0x4C
_PAGE: Final = 512
_NARROW_LETTERS: Final = 0x40000000
"""Set in the place of a piece whose letters take one byte each."""
_CELL: Final = "\x07"
_ENDS: Final = re.compile(r"[^\r\x07\x0c]*[\r\x07\x0c]?")
_KEPT: Final = re.compile(r"[^\r\x07\x0c]+")
_CODE: Final = re.compile(r"\x13[^\x13-\x15]*(?:\x14|\x15)|\x15")
_SIGNS: Final = {0x1E: "-", 0x1F: "", 0x09: " ", 0x0B: "\n", 0x0E: "\n"}
_OPERANDS: Final = (1, 1, 2, 4, 2, 2, -1, 3)
"""Bytes after a property by the upper bits of its number; -1: the next byte says how many."""
_ON: Final = frozenset({1, 0x81})

_DELETED, _HIDDEN = 0x0800, 0x083C
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_COLUMNS, _MERGED_DOWN, _LONG_COLUMNS, _TABS = 0xD608, 0xD62B, 0xD606, 0xC615
_ELSEWHERE: Final = frozenset({0x6645, 0x6646})
"""The properties of a wide row stand in a stream of their own."""
_CELL_LOOKS: Final = 20
_NOT_TOLD: Final = 0xFF
"""A length that has to be worked out; nothing behind it matters here."""
_BESIDE, _DOWN, _DOWN_BEGINS = 0x03, 0x20, 0x40
_MOST_CELLS: Final = 64
_WIDTH: Final = 1000


def read_doc(path: Path) -> list[Grid]:
    """Return the tables of a document of Word 97 to 2003; call it in a child process only.

    Raises Unread: "read-old-format" for Word 95 and for documents saved fast (their changes stand apart
    from the text), "read-password", "read-damaged".
    """
    try:
        return _Document(Compound(path.read_bytes())).flow().grids()
    except (Broken, struct.error, IndexError):
        raise Unread("read-damaged") from None


@dataclass(slots=True)
class _Cell:
    """A cell of a row: its left and right border in twips, and how it is merged downwards."""

    left: int
    right: int
    words: str
    down: int = 0


@dataclass(slots=True)
class _Rows:
    """A table while it is read."""

    rows: list[list[_Cell]] = field(default_factory=list)
    inner: list[Table] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    """Cells of the current row that have ended."""
    lines: list[str] = field(default_factory=list)
    """Lines of the current cell."""

    def end_cell(self, words: str) -> None:
        """End the current cell with its last line."""
        self.cells.append("\n".join(line for line in (*self.lines, words) if line.strip()))
        self.lines = []

    def end_row(self, looks: "_Looks") -> None:
        """End the current row."""
        cells, self.cells, self.lines = self.cells, [], []
        edges = looks.edges if len(looks.edges) > len(cells) else self._usual(len(cells))
        row: list[_Cell] = []
        for place, words in enumerate(cells):
            if place in looks.beside and row and not words:
                row[-1].right = edges[place + 1]
            else:
                row.append(_Cell(edges[place], edges[place + 1], words, looks.down.get(place, 0)))
        self.rows.append(row)

    def _usual(self, count: int) -> list[int]:
        """Return borders for a row without any: those of a row with as many cells, or side by side."""
        like = next((row for row in reversed(self.rows) if len(row) == count), None)
        if like:
            return [like[0].left, *(cell.right for cell in like)]
        return list(range(0, _WIDTH * (count + 1), _WIDTH))

    def table(self) -> Table:
        """Return the table: cells stand in one column where their left borders are the same."""
        if self.cells:
            self.end_row(_Looks())
        edges = _edges([edge for row in self.rows for cell in row for edge in (cell.left, cell.right)])
        table = Table(inner=self.inner)
        held: dict[int, tuple[int, int, int]] = {}
        for number, row in enumerate(self.rows):
            table.row()
            used = -1
            for cell in row:
                column = max(bisect_right(edges, cell.left) - 1, used + 1)
                last = max(column, bisect_right(edges, cell.right) - 2)
                used = column
                if cell.down == _DOWN and column in held:
                    held[column] = (held[column][0], number, held[column][2])
                    table.put(column, "")
                    continue
                if column in held:
                    first, bottom, right = held.pop(column)
                    table.merges.append((first, column, bottom, right))
                if cell.down:
                    held[column] = (number, number, last)
                table.put(column, cell.words, across=1 if cell.down else last - column + 1)
        table.merges += [(first, column, bottom, right) for column, (first, bottom, right) in held.items()]
        return table


def _edges(places: Sequence[int]) -> list[int]:
    """Return the borders of columns, from left to right; those that nearly meet are one."""
    found: list[int] = []
    for place in sorted(set(places)):
        if not found or place - found[-1] > NARROW:
            found.append(place)
    return found


@dataclass(slots=True)
class _Looks:
    """What the properties of a paragraph say of tables."""

    depth: int = 0
    is_row_end: bool = False
    is_cell_end: bool = False
    edges: list[int] = field(default_factory=list)
    down: dict[int, int] = field(default_factory=dict)
    beside: set[int] = field(default_factory=set)


class _Document:
    """A document in its container."""

    def __init__(self, container: Compound) -> None:
        self._main = container.stream("WordDocument")
        mark, version = struct.unpack_from("<HH", self._main)
        (flags,) = struct.unpack_from("<H", self._main, 10)
        if mark != _WORD or version < _WORD_97:
            raise Unread("read-old-format", "Word 95")
        if flags & _ENCRYPTED:
            raise Unread("read-password")
        if flags & _FAST_SAVED:
            raise Unread("read-old-format", "Word, simpan cepat")
        self._tables = container.stream("1Table" if flags & _OTHER_TABLES else "0Table")
        self._data = container.stream("Data") if "Data" in container else b""
        self._flow = Flow()
        if "Macros" in container:
            self._flow.notes["macros"] = None
        self._levels: list[_Rows] = []
        self._known: dict[bytes, _Looks] = {}

    def flow(self) -> Flow:
        """Return the lines and tables of the document."""
        runs = list(self._runs(_PARAGRAPHS))
        starts = [first for first, _, _ in runs]
        for words, place in self._paragraphs():
            at = bisect_right(starts, place) - 1
            inside = at >= 0 and place < runs[at][1]
            self._add(words, self._looks(runs[at][2]) if inside else _Looks())
        self._close(0)
        return self._flow

    def _add(self, words: str, looks: _Looks) -> None:
        """Add a paragraph with its end sign to the table or text that it stands in."""
        self._close(looks.depth)
        while len(self._levels) < looks.depth:
            self._levels.append(_Rows())
        end, words = words[-1:], words.rstrip("\r\x07\x0c")
        if not self._levels:
            self._flow.line(words)
        elif looks.is_row_end:
            self._levels[-1].end_row(looks)
        elif looks.is_cell_end or (end == _CELL and looks.depth == 1):
            self._levels[-1].end_cell(words)
        else:
            self._levels[-1].lines.append(words)

    def _close(self, depth: int) -> None:
        """End the tables that are deeper than this."""
        while len(self._levels) > depth:
            table = self._levels.pop().table()
            if self._levels:
                self._levels[-1].lines.append(table.flat())
                self._levels[-1].inner.append(table)
            else:
                self._flow.table(table)

    def _pair(self, place: int) -> bytes:
        """Return the part of the table stream that the head names at a place."""
        start, length = struct.unpack_from("<II", self._main, place)
        if start + length > len(self._tables):
            raise Broken
        return self._tables[start : start + length]

    def _pieces(self) -> Iterator[tuple[str, int, int]]:
        """Yield the text in pieces, each with its place in the file and the bytes of a letter."""
        (left,) = struct.unpack_from("<I", self._main, _LENGTH)
        said = self._pair(_PIECES)
        place = 0
        while said[place] == 1:
            place += 3 + struct.unpack_from("<H", said, place + 1)[0]
        (length,) = struct.unpack_from("<I", said, place + 1)
        table = said[place + 5 : place + 5 + length]
        count = (len(table) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", table)
        for number in range(count):
            size = min(bounds[number + 1] - bounds[number], left)
            (start,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
            if size <= 0:
                continue
            wide = 1 if start & _NARROW_LETTERS else 2
            start = (start & ~_NARROW_LETTERS) // 2 if wide == 1 else start
            content = self._main[start : start + size * wide]
            if len(content) < size * wide:
                raise Broken
            yield content.decode("cp1252" if wide == 1 else "utf-16-le", errors="replace"), start, wide
            left -= size

    def _paragraphs(self) -> Iterator[tuple[str, int]]:
        """Yield the paragraphs as they are read, with their end sign and its place in the file."""
        unread = [
            (first, end) for first, end, properties in self._runs(_CHARACTERS) if self._is_out(properties)
        ]
        pending = ""
        for words, start, wide in self._pieces():
            shown = _without(words, start, wide, unread)
            for found in _ENDS.finditer(shown):
                if found[0]:
                    pending += found[0]
                if found[0][-1:] in {"\r", _CELL, "\x0c"} and found[0]:
                    yield _read(pending), start + (found.end() - 1) * wide
                    pending = ""
        if pending:
            yield _read(pending), -1

    def _is_out(self, properties: bytes) -> bool:
        for number, value in self._properties(properties):
            if number in {_DELETED, _HIDDEN} and value[:1] and value[0] in _ON:
                self._flow.notes["deleted" if number == _DELETED else "hidden"] = None
                return True
        return False

    def _runs(self, place: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield the stretches of the file that share properties: first byte, byte behind, properties."""
        said = self._pair(place)
        count = (len(said) - 4) // 8
        is_paragraph = place == _PARAGRAPHS
        for number in struct.unpack_from(f"<{count}I", said, 4 * (count + 1)):
            at = (number & 0x3FFFFF) * _PAGE
            page = self._main[at : at + _PAGE]
            if len(page) < _PAGE:
                raise Broken
            yield from _stretches(page, is_paragraph=is_paragraph)

    def _properties(self, said: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield number and operand of each property; what is cut off ends the list."""
        place = 0
        while place + 2 < len(said):
            (number,) = struct.unpack_from("<H", said, place)
            place += 2
            size = _OPERANDS[number >> 13]
            if number in {_COLUMNS, _LONG_COLUMNS} and place + 2 <= len(said):
                size = struct.unpack_from("<H", said, place)[0] + 1
            elif size < 0:
                size = said[place] + 1
                if number == _TABS and said[place] == _NOT_TOLD:
                    return
            yield number, said[place : place + size]
            place += size

    def _looks(self, said: bytes) -> _Looks:
        known = self._known.get(said)
        if known is None:
            known = self._known[said] = self._told(said)
        return known

    def _told(self, said: bytes) -> _Looks:
        looks = _Looks()
        is_inside, depth = False, 0
        for number, value in self._all(said):
            if number == _IN_TABLE:
                is_inside = bool(value[0])
            elif number == _DEPTH:
                (depth,) = struct.unpack("<I", value)
            elif number in {_ROW_END, _INNER_ROW_END}:
                looks.is_row_end = bool(value[0])
            elif number == _INNER_CELL:
                looks.is_cell_end = bool(value[0])
            elif number == _COLUMNS:
                _columns(value, looks)
            elif number == _MERGED_DOWN:
                looks.down[value[1]] = {1: _DOWN, 3: _DOWN | _DOWN_BEGINS}.get(value[2] & 3, 0)
        looks.depth = (depth or 1) if is_inside else 0
        if looks.depth > MAX_NESTING:
            raise Broken
        return looks

    def _all(self, said: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield properties, those that stand elsewhere in their place."""
        for number, value in self._properties(said):
            if number in _ELSEWHERE:
                (place,) = struct.unpack("<I", value)
                (length,) = struct.unpack_from("<H", self._data, place)
                yield from self._properties(self._data[place + 2 : place + 2 + length])
            else:
                yield number, value


def _stretches(page: bytes, *, is_paragraph: bool) -> Iterator[tuple[int, int, bytes]]:
    """Yield the stretches that one page of properties tells of."""
    count = page[-1]
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    width = 13 if is_paragraph else 1
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number * width]
        said = b""
        if at and is_paragraph:
            size = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
            at += 1 if page[at] else 2
            # The number of the style comes first.
            said = page[at + 2 : at + size]
        elif at:
            said = page[at + 1 : at + 1 + page[at]]
        yield bounds[number], bounds[number + 1], said


def _columns(value: bytes, looks: _Looks) -> None:
    """Take the borders of the cells of a row, and how each is merged."""
    count = value[2]
    if count > _MOST_CELLS:
        raise Broken
    looks.edges = list(struct.unpack_from(f"<{count + 1}h", value, 3))
    first = 3 + 2 * (count + 1)
    for cell in range(count):
        at = first + cell * _CELL_LOOKS
        if at + 2 > len(value):
            break
        (said,) = struct.unpack_from("<H", value, at)
        if said & _DOWN:
            looks.down[cell] = said & (_DOWN | _DOWN_BEGINS)
        if said & _BESIDE:
            looks.beside.add(cell)


def _without(words: str, start: int, wide: int, unread: Sequence[tuple[int, int]]) -> str:
    """Return a piece with the letters that are not read made of nothing, as many as before."""
    end = start + len(words) * wide
    for first, last in unread:
        if first < end and last > start:
            begin, stop = max(0, (first - start) // wide), min(len(words), (last - start) // wide)
            gone = _KEPT.sub(lambda found: "\0" * len(found[0]), words[begin:stop])
            words = words[:begin] + gone + words[stop:]
    return words


def _read(words: str) -> str:
    """Return a paragraph without the codes of its fields and with plain signs for Word's own."""
    shown = words.replace("\0", "")
    while (fewer := _CODE.sub("", shown)) != shown:
        shown = fewer
    return shown.translate(_SIGNS)
