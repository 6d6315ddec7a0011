"""A look through the XML of a workbook before the sheet library opens it: size of each sheet, styles, faults.

The library allocates the whole rectangle that the outermost cells span, so one stray cell at XFD1048576 would
kill it. This reader keeps no values; it counts, and notes which cells are percentages or indented.

A sheet as nearly every program writes it is looked through by patterns; one that is written in any other way
by a parser that knows all of XML and takes several times as long.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from smartcity_desktop.exchange import markup
from smartcity_desktop.exchange.markup import Attributes

MAX_CELLS: Final = 500_000
MAX_COLUMNS: Final = 500
MAX_AREA: Final = 5_000_000
MAX_ELEMENTS: Final = 4_000_000
"""Limits of a sheet: what has more of any of them is no plan."""
SPACES_PER_INDENT: Final = 3
"""Blanks in front of a text for each step that its cell is indented."""
_CHUNK: Final = 1 << 18
_LETTERS: Final = 26
_PERCENT_FORMATS: Final = frozenset({9, 10})
_FIGURE_FORMATS: Final = frozenset({*range(5), 9, 10, 11, *range(37, 45), 48, 49})
"""The formats with a fixed number that never show a date, whatever the language of the office program."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[\$[^\]]*\]|General', re.IGNORECASE)
_LETTER: Final = re.compile(r"[A-Za-z\[]")
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LONGEST_ROW: Final = 1 << 23
_BEGUN: Final = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"((?: [a-z]+="[^"<>&]*")*) ?'
_VALUED: Final = re.compile(
    _BEGUN + rb">(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?"
    rb"(?:<v>[^<]+</v>|<is><t[^<>]*>[^<]+</t></is>)</c>"
)
_FILLED_ROW: Final = re.compile(
    rb'<row r="([0-9]{1,7})"(?: [^<>\x00]*)?(?<!/)>'
    rb'(?:<c r="[A-Z]{1,3}\1"(?: [a-z]+="[^"<>&\x00]*")* ?>'
    rb'(?:<v>[^<\x00]+</v>|<is><t(?: [a-z:]+="[^"<>&\x00]*")?>[^<\x00]+</t></is>)</c>)+</row>'
)
"""A row whose cells all hold a value, no formula, and stand in that row."""
_LETTERS_OF: Final = re.compile(rb'<c r="([A-Z]{1,3})')
_ERROR: Final = b't="e"'
_EMPTY: Final = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: [a-z]+="[^"<>&]*")* ?(?:/>|></c>)')
_CELL: Final = re.compile(_BEGUN + rb"(?:/>|>(.*?)</c>)", re.DOTALL)
_VALUE: Final = re.compile(rb"<[vt](?: [^<>]*)?>[^<]")
_ATTRIBUTE: Final = re.compile(rb' ([a-z]+)="([^"]*)"')
_ODD_CELL: Final = re.compile(rb"<c[^A-Za-z ]")
_PREFIXED: Final = tuple(b":c" + sign for sign in (b" ", b">", b"/", b"\t", b"\r", b"\n"))
_NOT_PLAIN: Final = (b"<!", b"\x00", b":row", *_PREFIXED)
"""Declarations, comments and CDATA; other encodings; elements with a prefix."""

Position = tuple[int, int]


class TooBig(Exception):
    """A sheet with more cells than any plan has."""


@dataclass
class SheetScan:
    """What is known of one sheet before its values are read; positions are (row, column) from 0."""

    name: str
    hidden: bool = False
    rows: int = 0
    columns: int = 0
    cells: int = 0
    too_big: bool = False
    percent: set[Position] = field(default_factory=set)
    indent: dict[Position, int] = field(default_factory=dict)
    errors: list[Position] = field(default_factory=list)
    unsaved: list[Position] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is shown: as a percentage, so many steps indented, its numbers perhaps as dates."""

    percent: bool = False
    indent: int = 0
    dated: bool = False


def scan(archive: zipfile.ZipFile) -> list[SheetScan]:
    """Return one scan per worksheet, in the order of the workbook."""
    styles = styles_of(archive)
    found = []
    for sheet, member in members(archive):
        if member:
            look(archive, member, sheet, styles)
        found.append(sheet)
    return found


def members(archive: zipfile.ZipFile) -> list[tuple[SheetScan, str]]:
    """Return the worksheets in the order of the workbook, of which nothing but the name is known yet.

    Each comes with the part of the file that holds it, "" where there is none.
    """
    targets, held = _relations(archive), set(archive.namelist())
    named = [(name, state, targets.get(relation, "")) for name, state, relation in _sheets(archive)]
    return [
        (SheetScan(name, hidden=state in {"hidden", "veryHidden"}), member if member in held else "")
        for name, state, member in named
    ]


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def reference(row: int, column: int) -> str:
    """Return the name of a cell, ``E18``, from its row and column counted from 0."""
    return f"{column_letters(column)}{row + 1}"


def position(name: str) -> Position | None:
    """Return row and column, counted from 0, of a cell by its name; None where it is none."""
    found = _REFERENCE.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _parse(
    archive: zipfile.ZipFile,
    member: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    with archive.open(member) as stream:
        markup.parse(stream, start, end, words)


def _sheets(archive: zipfile.ZipFile) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            found.append((attributes.get("name", ""), attributes.get("state", "visible"), relation))

    _parse(archive, "xl/workbook.xml", start)
    return found


def _relations(archive: zipfile.ZipFile) -> Mapping[str, str]:
    targets: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[attributes.get("Id", "")] = posixpath.normpath(inside)

    member = "xl/_rels/workbook.xml.rels"
    if member in archive.namelist():
        _parse(archive, member, start)
    return targets


def styles_of(archive: zipfile.ZipFile) -> list[Style]:
    """Return the styles of cells by their number."""
    reader = _Styles()
    member = "xl/styles.xml"
    if member in archive.namelist():
        _parse(archive, member, reader.start, reader.end)
    return reader.found


class _Styles:
    """Collects, per cell style, whether it shows a percentage and how far it is indented."""

    def __init__(self) -> None:
        self.found: list[Style] = []
        self._percent: set[int] = set(_PERCENT_FORMATS)
        self._figures: set[int] = set(_FIGURE_FORMATS)
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._note(int(attributes.get("numFmtId", "0")), attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            number = int(attributes.get("numFmtId", "0"))
            self.found.append(Style(number in self._percent, dated=number not in self._figures))
        elif name == "alignment" and self._inside and self.found:
            indent = int(attributes.get("indent", "0"))
            self.found[-1] = replace(self.found[-1], indent=indent)

    def _note(self, number: int, code: str) -> None:
        if "%" in code:
            self._percent.add(number)
        # A format that shows dates has letters for day, month and year outside its quotes.
        is_figure = not _LETTER.search(_QUOTED.sub("", code))
        (self._figures.add if is_figure else self._figures.discard)(number)

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def look(archive: zipfile.ZipFile, member: str, sheet: SheetScan, styles: list[Style]) -> None:
    """Look through a sheet and note what is found."""
    plain = _PlainCells(sheet.name, styles)
    try:
        if plain.read(archive, member):
            plain.hand_over(sheet)
        else:
            reader = _Cells(sheet, styles)
            _parse(archive, member, reader.start, reader.end, reader.words)
    except TooBig:
        sheet.too_big = True
    if sheet.columns > MAX_COLUMNS or sheet.rows * sheet.columns > MAX_AREA:
        sheet.too_big = True


@dataclass(frozen=True, slots=True)
class _Look:
    """What the attributes of a cell say of it."""

    percent: bool
    indent: int
    error: bool

    @property
    def is_marked(self) -> bool:
        """Whether anything is said that has to be kept."""
        return self.percent or self.error or bool(self.indent)


class _PlainCells:
    """Counts the cells of a sheet by patterns, as ``_Cells`` does by parsing."""

    def __init__(self, name: str, styles: list[Style]) -> None:
        self._found = SheetScan(name)
        self._styles = styles
        self._has_marks = any(style.percent or style.indent for style in styles)
        self._looks: dict[bytes, _Look] = {}
        self._columns: dict[bytes, int] = {}
        self._elements = 0
        self._open = 0

    def read(self, archive: zipfile.ZipFile, member: str) -> bool:
        """Count a sheet whole; False where it is not written plainly, and nothing was understood."""
        block, has_data = b"", False
        for block in rows_at_once(archive, member):
            has_data = has_data or b"<sheetData" in block
            if self._count_filled(block):
                continue
            if not _is_plain(block) or not self._count(block):
                return False
        return has_data and not self._open and block.rstrip().endswith(b"</worksheet>")

    def hand_over(self, sheet: SheetScan) -> None:
        """Give everything that was found to the scan of the sheet."""
        found = self._found
        sheet.rows, sheet.columns, sheet.cells = found.rows, found.columns, found.cells
        sheet.percent, sheet.indent = found.percent, found.indent
        sheet.errors, sheet.unsaved = found.errors, found.unsaved

    def _count_filled(self, block: bytes) -> bool:
        """Count a piece of nothing but filled rows without a mark, in which no cell has to be looked at."""
        if self._has_marks or _ERROR in block:
            return False
        parts = _FILLED_ROW.split(block)
        if len(parts) == 1 or any(part.strip() for part in parts[::2]):
            return False
        self._elements += block.count(b"<") - block.count(b"</")
        self._grow(block.count(b"<c "), set(_LETTERS_OF.findall(block)), parts[1::2])
        return True

    def _count(self, block: bytes) -> bool:
        ended = block.count(b"</")
        begun = block.count(b"<") - block.count(b"<?") - ended
        self._open += begun - ended - block.count(b"/>")
        self._elements += begun
        valued, count = _VALUED.findall(block), block.count(b"<c ")
        if len(valued) != count and len(valued) + len(_EMPTY.findall(block)) != count:
            cells = _CELL.findall(block)
            if len(cells) != count:
                return False
            valued = [cell[:3] for cell in cells if _has_value(cell[3])]
            self._found.unsaved += [
                self._place(*cell[:2]) for cell in cells if b"<f" in cell[3] and not _has_value(cell[3])
            ]
        self._take(valued)
        return True

    def _take(self, valued: list[tuple[bytes, bytes, bytes]]) -> None:
        letters, digits, said = (set(part) for part in zip(*valued, strict=True)) if valued else ((), (), ())
        self._grow(len(valued), letters, digits)
        looks = {attributes: self._look(attributes) for attributes in said}
        marked = {attributes for attributes, look in looks.items() if look.is_marked}
        for name, row, attributes in valued if marked else ():
            if attributes in marked:
                self._mark(self._place(name, row), looks[attributes])

    def _grow(self, cells: int, letters: Iterable[bytes], rows: Iterable[bytes]) -> None:
        found = self._found
        found.cells += cells
        found.rows = max(found.rows, *map(int, rows), 0)
        found.columns = max(found.columns, *(self._column(name) + 1 for name in letters), 0)
        if found.cells > MAX_CELLS or self._elements > MAX_ELEMENTS:
            raise TooBig(found.name)

    def _mark(self, place: Position, look: _Look) -> None:
        if look.error:
            self._found.errors.append(place)
        if look.percent:
            self._found.percent.add(place)
        if look.indent:
            self._found.indent[place] = look.indent

    def _place(self, letters: bytes, digits: bytes) -> Position:
        return int(digits) - 1, self._column(letters)

    def _column(self, letters: bytes) -> int:
        column = self._columns.get(letters)
        if column is None:
            place = position(f"{letters.decode()}1")
            column = self._columns[letters] = place[1] if place else 0
        return column

    def _look(self, attributes: bytes) -> _Look:
        known = self._looks.get(attributes)
        if known is not None:
            return known
        said = dict(_ATTRIBUTE.findall(attributes))
        style, kind = said.get(b"s", b"0"), said.get(b"t", b"n")
        index = int(style) if style.isdigit() else 0
        style_of = self._styles[index] if index < len(self._styles) else Style()
        made = _Look(style_of.percent and kind == b"n", style_of.indent, kind == b"e")
        self._looks[attributes] = made
        return made


def _is_plain(block: bytes) -> bool:
    if len(block) > _LONGEST_ROW + _CHUNK or _ODD_CELL.search(block):
        return False
    return not any(sign in block for sign in _NOT_PLAIN)


def _has_value(content: bytes) -> bool:
    return bool(_VALUE.search(content))


def rows_at_once(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """Yield a member in pieces that end where a row ends; a piece is long only where a row is."""
    rest = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            rest += chunk
            end = rest.rfind(b"</row>") + 1
            if end:
                end += len(b"/row>")
                yield rest[:end]
                rest = rest[end:]
            if len(rest) > _LONGEST_ROW:
                break
    yield rest


class _Cells:
    """Follows the cells of one sheet; a cell counts only if it holds a value."""

    def __init__(self, sheet: SheetScan, styles: list[Style]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._elements = 0
        self._row = -1
        self._column = -1
        self._kind = ""
        self._style = Style()
        self._formula = False
        self._reading = False
        self._valued = False

    def start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise TooBig(self._sheet.name)
        if name == "row":
            self._row = int(attributes["r"]) - 1 if attributes.get("r", "").isdigit() else self._row + 1
            self._column = -1
        elif name == "c":
            self._open(attributes)
        elif name == "f":
            self._formula = True
        elif name in {"v", "t"}:
            self._reading = True

    def _open(self, attributes: Attributes) -> None:
        place = position(attributes.get("r", ""))
        self._row, self._column = place or (self._row, self._column + 1)
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "0")
        index = int(style) if style.isdigit() else 0
        self._style = self._styles[index] if index < len(self._styles) else Style()
        self._formula = self._valued = False

    def words(self, text: str) -> None:
        if self._reading and text:
            self._valued = True

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._reading = False
        elif name == "c":
            self._close()

    def _close(self) -> None:
        sheet, place = self._sheet, (self._row, self._column)
        if not self._valued:
            if self._formula:
                sheet.unsaved.append(place)
            return
        sheet.cells += 1
        sheet.rows = max(sheet.rows, self._row + 1)
        sheet.columns = max(sheet.columns, self._column + 1)
        if sheet.cells > MAX_CELLS:
            raise TooBig(sheet.name)
        if self._kind == "e":
            sheet.errors.append(place)
        if self._style.percent and self._kind == "n":
            sheet.percent.add(place)
        if self._style.indent:
            sheet.indent[place] = self._style.indent
