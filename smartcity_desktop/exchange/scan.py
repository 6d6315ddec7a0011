"""A look through the XML of a workbook before the sheet library opens it: size of each sheet, styles, faults.

The library allocates the whole rectangle that the outermost cells span, so one stray cell at XFD1048576 would
kill it. This reader keeps no values; it counts, and notes which cells are percentages or indented.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

MAX_CELLS: Final = 200_000
MAX_COLUMNS: Final = 500
MAX_AREA: Final = 5_000_000
_MAX_ELEMENTS: Final = 4_000_000
_CHUNK: Final = 1 << 18
_LETTERS: Final = 26
_PERCENT_FORMATS: Final = frozenset({9, 10})
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Attributes = dict[str, str]
Position = tuple[int, int]


class TooBig(Exception):
    """A sheet with more cells than any plan has."""


class NotAWorkbook(Exception):
    """XML that no spreadsheet program writes, for instance a document type with entities."""


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
class _Style:
    percent: bool = False
    indent: int = 0


def scan(archive: zipfile.ZipFile) -> list[SheetScan]:
    """Return one scan per worksheet, in the order of the workbook."""
    targets = _relations(archive)
    styles = _styles(archive)
    found = []
    for name, state, relation in _sheets(archive):
        sheet = SheetScan(name, hidden=state in {"hidden", "veryHidden"})
        target = targets.get(relation, "")
        if target in archive.namelist():
            _scan_sheet(archive, target, sheet, styles)
        found.append(sheet)
    return found


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


def _position(name: str) -> Position | None:
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
    def refuse(*_args: object) -> None:
        raise NotAWorkbook(member)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition("}")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition("}")[2])
    if words is not None:
        parser.CharacterDataHandler = words
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place only
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place only


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


def _styles(archive: zipfile.ZipFile) -> list[_Style]:
    reader = _Styles()
    member = "xl/styles.xml"
    if member in archive.namelist():
        _parse(archive, member, reader.start, reader.end)
    return reader.found


class _Styles:
    """Collects, per cell style, whether it shows a percentage and how far it is indented."""

    def __init__(self) -> None:
        self.found: list[_Style] = []
        self._percent: set[int] = set(_PERCENT_FORMATS)
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt" and "%" in attributes.get("formatCode", ""):
            self._percent.add(int(attributes.get("numFmtId", "0")))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.found.append(_Style(int(attributes.get("numFmtId", "0")) in self._percent))
        elif name == "alignment" and self._inside and self.found:
            indent = int(attributes.get("indent", "0"))
            self.found[-1] = _Style(self.found[-1].percent, indent)

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def _scan_sheet(archive: zipfile.ZipFile, member: str, sheet: SheetScan, styles: list[_Style]) -> None:
    reader = _Cells(sheet, styles)
    try:
        _parse(archive, member, reader.start, reader.end, reader.words)
    except TooBig:
        sheet.too_big = True
    if sheet.columns > MAX_COLUMNS or sheet.rows * sheet.columns > MAX_AREA:
        sheet.too_big = True


class _Cells:
    """Follows the cells of one sheet; a cell counts only if it holds a value."""

    def __init__(self, sheet: SheetScan, styles: list[_Style]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._elements = 0
        self._row = -1
        self._column = -1
        self._kind = ""
        self._style = _Style()
        self._formula = False
        self._reading = False
        self._valued = False

    def start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
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
        place = _position(attributes.get("r", ""))
        self._row, self._column = place or (self._row, self._column + 1)
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "0")
        index = int(style) if style.isdigit() else 0
        self._style = self._styles[index] if index < len(self._styles) else _Style()
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
