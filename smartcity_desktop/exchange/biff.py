"""A look through the records of an old workbook (.xls): which cells are percentages, indented or errors.

The sheet library reads the values and merged cells, but not how they look. Format: [MS-XLS], BIFF8 only; of
older workbooks nothing is told.
"""

import struct
from collections.abc import Iterator
from typing import Final

from smartcity_desktop.exchange.compound import Compound
from smartcity_desktop.exchange.scan import SheetScan
from smartcity_desktop.exchange.unread import Unread

_BEGIN, _END, _FORMAT, _STYLE, _SHEET, _LOCKED = 0x0809, 0x000A, 0x041E, 0x00E0, 0x0085, 0x002F
_NUMBER, _SHORT, _SHORTS, _FORMULA, _TEXT, _OWN_TEXT, _ERROR = 0x203, 0x27E, 0xBD, 0x06, 0xFD, 0x204, 0x205
_FIGURES: Final = frozenset({_NUMBER, _SHORT, _FORMULA})
_TEXTS: Final = frozenset({_TEXT, _OWN_TEXT})
_VERSION: Final = 0x0600
_PERCENT: Final = frozenset({9, 10})
_INDENT: Final = 0x0F
_IS_ERROR: Final = 2
_NO_NUMBER: Final = 0xFFFF
_WIDE: Final = 1


def looks(content: bytes) -> dict[str, SheetScan]:
    """Return what is known of the sheets of a workbook, by name; {} where its format is older.

    Raises Unread "read-password"; ``compound.Broken`` and struct.error on a damaged one.
    """
    book = Compound(content)
    if "Workbook" not in book:
        return {}
    stream = book.stream("Workbook")
    reader = _Book(stream)
    if not reader.is_known:
        return {}
    found = {}
    for name, start, is_hidden in reader.sheets:
        sheet = found[name] = SheetScan(name, hidden=is_hidden)
        for kind, record in _records(stream, start):
            reader.take(sheet, kind, record)
    return found


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records from a place to the end of their part; charts inside it are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size


def _words(record: bytes, at: int, count: int) -> str:
    """Return a text of so many letters whose flags stand at a place."""
    if record[at] & _WIDE:
        return record[at + 1 : at + 1 + 2 * count].decode("utf-16-le", errors="replace")
    return record[at + 1 : at + 1 + count].decode("latin-1")


class _Book:
    """Formats, styles and list of sheets of a workbook."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[tuple[str, int, bool]] = []
        self.is_known = False
        self._percent = set(_PERCENT)
        self._styles: list[tuple[int, int]] = []
        """Format and indent of each style."""
        for kind, record in _records(stream, 0):
            if kind == _BEGIN:
                (version,) = struct.unpack_from("<H", record)
                self.is_known = version == _VERSION
                if not self.is_known:
                    return
            self._read(kind, record)

    def _read(self, kind: int, record: bytes) -> None:
        if kind == _LOCKED:
            raise Unread("read-password")
        if kind == _FORMAT:
            number, count = struct.unpack_from("<HH", record)
            if "%" in _words(record, 4, count):
                self._percent.add(number)
        elif kind == _STYLE:
            self._styles.append((struct.unpack_from("<H", record, 2)[0], record[8] & _INDENT))
        elif kind == _SHEET:
            start, state, sort, count = struct.unpack_from("<IBBB", record)
            if sort == 0:
                self.sheets.append((_words(record, 7, count), start, bool(state & 3)))

    def take(self, sheet: SheetScan, kind: int, record: bytes) -> None:
        """Take one record of a sheet."""
        if kind in _FIGURES or kind in _TEXTS or kind == _ERROR:
            row, column, style = struct.unpack_from("<HHH", record)
            self._mark(sheet, kind, (row, column), style)
            if (kind == _ERROR and record[7]) or (kind == _FORMULA and _failed(record)):
                sheet.errors.append((row, column))
        elif kind == _SHORTS:
            row, column = struct.unpack_from("<HH", record)
            for number in range((len(record) - 6) // 6):
                (style,) = struct.unpack_from("<H", record, 4 + 6 * number)
                self._mark(sheet, _SHORT, (row, column + number), style)

    def _mark(self, sheet: SheetScan, kind: int, place: tuple[int, int], style: int) -> None:
        sheet.cells += 1
        sheet.rows, sheet.columns = max(sheet.rows, place[0] + 1), max(sheet.columns, place[1] + 1)
        shown, indent = self._styles[style] if style < len(self._styles) else (0, 0)
        if kind in _FIGURES and shown in self._percent:
            sheet.percent.add(place)
        elif kind in _TEXTS and indent:
            sheet.indent[place] = indent


def _failed(record: bytes) -> bool:
    """Return whether a formula came to an error."""
    return record[6] == _IS_ERROR and struct.unpack_from("<H", record, 12)[0] == _NO_NUMBER
