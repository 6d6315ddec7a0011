"""The rows of a worksheet written as nearly every program writes it: size, marks and texts in one go.

Rows of one shape differ in their row number and their texts alone, so the markup of each shape is understood
once. Whatever is written in another way, and a figure that may be a date, is left to ``scan`` and the sheet
library, which tell the same and take longer: ``read`` returns None.
"""

import re
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final

from smartcity_desktop.exchange import scan, text
from smartcity_desktop.exchange.scan import (
    MAX_AREA,
    MAX_CELLS,
    MAX_COLUMNS,
    SPACES_PER_INDENT,
    Position,
    Style,
    TooBig,
)

_STRINGS: Final = "xl/sharedStrings.xml"
_MOST_STRINGS: Final = 64 * 1024 * 1024
_MOST_SHAPES: Final = 4000
"""Rows that differ more than this are not worth remembering."""
_FEW: Final = 2
_DIGITS: Final = 15
"""A whole number of so many digits is told to the last of them."""
_HERE: Final = "\x01"
"""Stands in the markup of a row where a text stood; no XML holds it."""
_TEXTS: Final = re.compile(r">([^<]+)")
_UTF8: Final = re.compile(r"""encoding=["']utf-?8["']""", re.IGNORECASE)
_BARE_ROWS: Final = r"\s*(?:<row(?: [^<>]*)?/>\s*)*"
_BEFORE: Final = re.compile(_BARE_ROWS)
_END: Final = re.compile(rf"{_BARE_ROWS}</sheetData>")
_NUMBER: Final = re.compile(r'<row r="([0-9]{1,7})"')
_NUMBER_AT: Final = len('<row r="')
_NUMBERED: Final = re.compile(r'( r="[A-Z]{0,3})([0-9]+)"')
_ROW: Final = re.compile(r'<row r=""(?: [A-Za-z0-9:]+="[^"<>&]*")* ?(/?)>')
_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3})"((?: [a-z]+="[^"<>&]*")*) ?(?:/>|>'
    rf"(?:(<f)[^<>]*(?:/>|(?<!/)>({_HERE}?)</f>))?"
    rf"(?:<(v|is><t)((?: [^<>]*)?)(?:(?<!/)>({_HERE}?)</[vt]>|/>)(?:</is>)?)?</c>)"
)
_ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([^"]*)"')
_MERGED: Final = re.compile(r'<mergeCell ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})" ?/>')
_FIGURE: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?")
_ENTITY: Final = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_STRING: Final = re.compile(r"<si><t(?: [^<>]*)?(?<!/)>([^<]+)</t></si>")
_BLANK: Final = " \t\r\n"
_KEPT: Final = 'xml:space="preserve"'
_LOOSE: Final = re.compile(r"<t>\s")
"""Blanks that are not said to be kept."""
_ITEM: Final = re.compile(r"<si(?: [^<>]*)?(?:/>|(?<!/)>(.*?)</si>)", re.DOTALL)
_RUN: Final = re.compile(r"<t(?: [^<>]*)?(?<!/)>([^<]*)</t>")
_SOUNDS: Final = re.compile(r"<rPh.*?</rPh>", re.DOTALL)
"""How the signs of a text are spoken."""

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""


class _Unlike(Exception):
    """Something is written otherwise than here understood."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a worksheet holds: rows of text from the first on, ranges of merged cells, cells with a fault."""

    rows: Sequence[Sequence[str]]
    merges: tuple[Merge, ...]
    errors: tuple[Position, ...]
    unsaved: tuple[Position, ...]


class Strings:
    """The texts that a workbook keeps once for all its cells, and every text that was made of one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take the workbook; its texts are looked at when the first cell asks for one."""
        self._archive = archive
        self.figures = _Figures()
        self.words = _Words()
        self.loose = _Loose()
        self.percents = _Percents()
        self.truths = _Truths()
        self.shared = _Shared(self)

    @cached_property
    def kept(self) -> list[str]:
        """Return the texts in their order, those of several fonts in one piece. Raises ``_Unlike``."""
        about = self._archive.NameToInfo.get(_STRINGS)
        if about is None or about.file_size > _MOST_STRINGS:
            raise _Unlike
        content = _decoded(self._archive.read(about))
        if _LOOSE.search(content):
            raise _Unlike
        found = _STRING.findall(content)
        if len(found) != content.count("<si"):
            items = _ITEM.findall(content)
            if len(items) != content.count("<si"):
                raise _Unlike
            found = ["".join(_RUN.findall(_SOUNDS.sub("", item))) for item in items]
        return found


class _Words(dict[str, str]):
    """Texts by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = _word(raw)
        return made


class _Loose(dict[str, str]):
    """Texts whose blanks at both ends do not count, by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = _word(raw.strip(_BLANK))
        return made


class _Figures(dict[str, str]):
    """Figures by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        # Most figures of a plan are whole rupiah, and seldom the same.
        if raw.isdigit() and raw.isascii() and len(raw) < _DIGITS and raw[0] != "0":
            return raw
        made = self[raw] = text.number(_number(raw))
        return made


class _Percents(dict[str, str]):
    """Percentages by the shares that stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = text.number(_number(raw), percent=True)
        return made


class _Truths(dict[str, str]):
    """Yes and no."""

    def __missing__(self, raw: str) -> str:
        if raw not in {"0", "1"}:
            raise _Unlike
        return text.cell(raw == "1")


class _Shared(dict[str, str]):
    """Texts by their number in the workbook."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, raw: str) -> str:
        kept = self._strings.kept
        if not (raw.isascii() and raw.isdigit()) or int(raw) >= len(kept):
            raise _Unlike
        made = self[raw] = self._strings.words[kept[int(raw)]]
        return made


class _Indented(dict[str, str]):
    """Texts with blanks in front, as a cell shows them."""

    def __init__(self, texts: Mapping[str, str], indent: int) -> None:
        super().__init__()
        self._texts = texts
        self._blanks = " " * (indent * SPACES_PER_INDENT)

    def __missing__(self, raw: str) -> str:
        made = self[raw] = self._blanks + self._texts[raw]
        return made


class _Blanks(dict[str, str]):
    """Values of faults, which say nothing."""

    def __missing__(self, raw: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows of the same markup hold: which of their texts are values, what makes them ours, and where."""

    numbers: int
    """How often the number of the row stands in it."""
    texts: int
    pick: Callable[[Sequence[str]], Sequence[str]]
    shows: tuple[Mapping[str, str], ...]
    spread: Callable[[Sequence[str]], Sequence[str]]
    """Puts the values, a blank behind them, into the columns: two at least."""
    width: int
    errors: tuple[int, ...]
    unsaved: tuple[int, ...]


def read(archive: zipfile.ZipFile, member: str, styles: Sequence[Style], strings: Strings) -> Found | None:
    """Return what a worksheet holds, None where it is written otherwise. Raises ``TooBig``."""
    try:
        return _Reader(styles, strings).read(archive, member)
    except _Unlike:
        return None


class _Reader:
    def __init__(self, styles: Sequence[Style], strings: Strings) -> None:
        self._styles = styles
        self._strings = strings
        self._shapes: dict[str, _Shape] = {}
        self._rows: list[Sequence[str]] = []
        self._errors: list[Position] = []
        self._unsaved: list[Position] = []
        self._cells = 0
        self._elements = 0
        self._columns = 0
        self._blanks = _Blanks()

    def read(self, archive: zipfile.ZipFile, member: str) -> Found:
        begun, piece = False, ""
        for block in scan.rows_at_once(archive, member):
            self._elements += block.count(b"<") - block.count(b"</")
            if self._elements > scan.MAX_ELEMENTS:
                raise TooBig(member)
            piece = _decoded(block)
            if not begun:
                piece, begun = _opened(piece), True
            *rows, piece = piece.split("</row>")
            for row in rows:
                self._add(row)
        return Found(self._rows, self._ended(piece), tuple(self._errors), tuple(self._unsaved))

    def _ended(self, rest: str) -> tuple[Merge, ...]:
        """Return the merged cells out of what follows the rows."""
        if not _END.match(rest) or not rest.rstrip().endswith("</worksheet>"):
            raise _Unlike
        found = _MERGED.findall(rest)
        if len(found) != rest.count("mergeCell "):
            raise _Unlike
        return tuple((*_place(first), *_place(last)) for first, last in found)

    def _add(self, row: str) -> None:
        parts = _TEXTS.split(row)
        markup = f">{_HERE}".join(parts[::2])
        number = markup[_NUMBER_AT : markup.find('"', _NUMBER_AT)]
        key = markup.replace(f'{number}"', '"')
        shape = self._shapes.get(key)
        if shape is None or len(markup) - len(key) != len(number) * shape.numbers:
            number, shape = self._new(markup)
        texts = parts[1::2]
        if len(texts) != shape.texts or not number.isdigit():
            raise _Unlike
        index = int(number) - 1
        if shape.errors or shape.unsaved:
            self._errors += [(index, column) for column in shape.errors]
            self._unsaved += [(index, column) for column in shape.unsaved]
        if shape.shows:
            self._place(index, shape, texts)

    def _new(self, markup: str) -> tuple[str, _Shape]:
        """Return the number and the shape of a row that is not like those before it."""
        markup = _BEFORE.sub("", markup, count=1)
        named = _NUMBER.match(markup)
        if named is None:
            raise _Unlike
        number = named[1]
        # An attribute may happen to end like the number of the row.
        key = _NUMBERED.sub(lambda found: f'{found[1]}"' if found[2] == number else found[0], markup)
        return number, self._shapes.get(key) or self._learn(key)

    def _place(self, index: int, shape: _Shape, texts: Sequence[str]) -> None:
        """Put the values of a row where they stand."""
        missing = index - len(self._rows)
        self._cells += len(shape.shows)
        self._columns = max(self._columns, shape.width)
        if self._cells > MAX_CELLS or self._columns > MAX_COLUMNS or self._columns * (index + 1) > MAX_AREA:
            raise TooBig
        if missing:
            if missing < 0:
                raise _Unlike
            self._rows += [()] * missing
        cells = [show[raw] for show, raw in zip(shape.shows, shape.pick(texts), strict=True)]
        cells.append("")
        self._rows.append(shape.spread(cells))

    def _learn(self, markup: str) -> _Shape:
        """Understand the markup of a row, its row number and its texts taken out."""
        opened = _ROW.match(markup)
        if opened is None or opened[1] or len(self._shapes) >= _MOST_SHAPES:
            raise _Unlike
        at, seen = opened.end(), 0
        columns: list[int] = []
        values: list[tuple[int, int, Mapping[str, str]]] = []
        errors: list[int] = []
        unsaved: list[int] = []
        while at < len(markup):
            cell = _CELL.match(markup, at)
            if cell is None:
                raise _Unlike
            at = cell.end()
            columns.append(_place(f"{cell[1]}1")[1])
            seen += bool(cell[4])
            if cell[7]:
                values.append((columns[-1], seen, self._shown(cell, errors, columns[-1])))
                seen += 1
            elif cell[3]:
                unsaved.append(columns[-1])
        if columns != sorted(set(columns)):
            raise _Unlike
        made = self._shapes[markup] = _shape(len(columns) + 1, seen, values, errors, unsaved)
        return made

    def _shown(self, cell: re.Match[str], errors: list[int], column: int) -> Mapping[str, str]:
        """Return what makes our text of the value of a cell."""
        said = dict(_ATTRIBUTE.findall(cell[2]))
        number, kind = said.get("s", "0"), said.get("t", "n")
        style = self._styles[int(number)] if number.isdigit() and int(number) < len(self._styles) else Style()
        if (cell[5] != "v") != (kind == "inlineStr"):
            raise _Unlike
        made = self._strings
        if kind == "n":
            if style.dated:
                raise _Unlike
            return made.percents if style.percent else made.figures
        if kind == "e" and not style.indent:
            errors.append(column)
            return self._blanks
        if kind == "b":
            return made.truths
        inside = made.words if _KEPT in cell[6] else made.loose
        texts = {"s": made.shared, "str": made.words, "inlineStr": inside}.get(kind)
        if texts is None:
            raise _Unlike
        return _Indented(texts, style.indent) if style.indent else texts


def _shape(
    numbers: int,
    texts: int,
    values: list[tuple[int, int, Mapping[str, str]]],
    errors: list[int],
    unsaved: list[int],
) -> _Shape:
    width = values[-1][0] + 1 if values else 0
    spots = [-1] * max(width, _FEW)
    for spot, (column, _, _) in enumerate(values):
        spots[column] = spot
    places = [place for _, place, _ in values]
    return _Shape(
        numbers,
        texts,
        itemgetter(*places) if len(places) >= _FEW else lambda found: [found[place] for place in places],
        tuple(show for _, _, show in values),
        itemgetter(*spots),
        width,
        tuple(errors),
        tuple(unsaved),
    )


def _opened(piece: str) -> str:
    """Return what follows the opening of the rows."""
    before, mark, rest = piece.partition("<sheetData>")
    if not mark:
        before, mark, rest = piece.partition("<sheetData/>")
        rest = f"</sheetData>{rest}"
    if not mark or ("encoding=" in before and not _UTF8.search(before)):
        raise _Unlike
    return rest


def _decoded(block: bytes) -> str:
    if b"<!" in block or b"\x00" in block:
        raise _Unlike
    try:
        return block.decode()
    except UnicodeDecodeError:
        raise _Unlike from None


def _place(name: str) -> Position:
    found = scan.position(name)
    if found is None:
        raise _Unlike
    return found


def _number(raw: str) -> float:
    if not _FIGURE.fullmatch(raw):
        raise _Unlike
    return float(raw)


def _word(raw: str) -> str:
    """Return the text of a cell, its entities as characters."""
    if "&" not in raw:
        return text.clean(raw) if "_x" not in raw else text.cell(raw)
    if raw.count("&") != len(_ENTITY.findall(raw)):
        raise _Unlike
    return text.cell(_ENTITY.sub(_character, raw))


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _NAMED[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    if code > sys.maxunicode:
        raise _Unlike
    return chr(code)
