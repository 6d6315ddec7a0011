"""Tables of foreign files as grids of clean text: xlsx, csv, cells pasted from a spreadsheet."""

import contextlib
import csv
import io
import struct
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import markup, text
from smartcity_desktop.exchange.scan import (
    MAX_AREA,
    MAX_CELLS,
    MAX_COLUMNS,
    SPACES_PER_INDENT,
    Position,
    SheetScan,
    TooBig,
    look,
    members,
    styles_of,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from smartcity_desktop.exchange.plain_sheet import Found

PASTED: Final = "Tempelan"
_MACROS: Final = "xl/vbaProject.bin"
_SAMPLE_ROWS: Final = 60
_SAMPLE: Final = 64 * 1024
_DELIMITERS: Final = ("\t", ";", ",", "|")
_NO_SIGN: Final = "\x1f"
MAX_PASTED: Final = 20 * 1024 * 1024
_NAME: Final = 40
"""Letters of the name of a sheet that is only named."""
_WHOLE: Final = 1e15
"""Below it every whole number is told to the last figure, as ``text.number`` does."""

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as text. Rows are as long as the widest; Excel's error values are empty and counted.

    ``unsaved`` are formulas without a stored value (the file was made by a program that never computed them).
    ``pages`` is the page of each row, from 1; empty where the file has no pages. ``above`` are the lines
    over a table, outside its cells (title, agency, "dalam ribuan"), until ``joining.joined`` makes rows of
    them. ``notes`` say what was left out of the file, "macros", "deleted", "hidden", "big Data" (a sheet),
    "pictures 3–5" and "broken 7" (pages), or how it was read: "unruled", "boxes".
    """

    name: str
    rows: tuple[tuple[str, ...], ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    errors: tuple[Position, ...] = ()
    unsaved: tuple[Position, ...] = ()
    pages: tuple[int, ...] = ()
    above: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def at(self, row: int, column: int) -> str:
        """Return the text of a cell counted from 0, "" outside the sheet."""
        if row < 0 or column < 0 or row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]


def read_xlsx(path: Path) -> list[Grid]:
    """Return the worksheets of a workbook; call it in a child process only.

    A sheet larger than any plan is left out; UserFault("read-too-big") where no other is left.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            looks = _looks(archive)
            has_macros = _MACROS in archive.namelist()
    except (markup.Refused, expat.ExpatError, zipfile.BadZipFile, KeyError):
        raise UserFault("read-damaged", name=path.name) from None
    readable = [item for item in looks if isinstance(item, Grid) or not item.too_big]
    if looks and not readable:
        raise UserFault("read-too-big", name=path.name)
    big = [item.name for item in looks if not isinstance(item, Grid) and item.too_big]
    return _noted(_completed(path, readable), big, has_macros=has_macros)


def _noted(grids: Sequence[Grid], big: Sequence[str], *, has_macros: bool) -> list[Grid]:
    """Return the grids of a workbook, on each what of the whole file is not read."""
    more = (*(("macros",) if has_macros else ()), *(f"big {text.one_line(name)[:_NAME]}" for name in big))
    return [replace(grid, notes=(*grid.notes, *more)) for grid in grids] if more else list(grids)


def _looks(archive: zipfile.ZipFile) -> list[Grid | SheetScan]:
    """Return every worksheet where it is written plainly, otherwise what a look through it tells."""
    # Files of other kinds do without it.
    from smartcity_desktop.exchange import plain_sheet, plain_text

    styles, strings = styles_of(archive), plain_text.Strings(archive)
    looks: list[Grid | SheetScan] = []
    for sheet, member in members(archive):
        try:
            found = plain_sheet.read(archive, member, styles, strings) if member else None
        except TooBig:
            sheet.too_big = True
        else:
            if found is not None:
                looks.append(_plain_grid(sheet, found))
                continue
            if member:
                look(archive, member, sheet, styles)
        looks.append(sheet)
    return looks


def _completed(path: Path, looks: Sequence[Grid | SheetScan]) -> list[Grid]:
    """Return the grids of all sheets, those that are not known yet by the sheet library."""
    if all(isinstance(item, Grid) for item in looks):
        return [item for item in looks if isinstance(item, Grid)]
    with _opened(path) as book:
        known = set(book.sheet_names)
        return [
            item if isinstance(item, Grid) else _grid(book.get_sheet_by_name(item.name), item)
            for item in looks
            if isinstance(item, Grid) or item.name in known
        ]


def _plain_grid(sheet: SheetScan, found: "Found") -> Grid:
    if not found.rows:
        return Grid(sheet.name, hidden=sheet.hidden)
    return Grid(sheet.name, _even(found.rows), found.merges, sheet.hidden, found.errors, found.unsaved)


def read_office(path: Path, looks: Mapping[str, SheetScan] = MappingProxyType({})) -> list[Grid]:
    """Return the worksheets of an .xls or .xlsb; call it in a child process only.

    ``looks`` is what is known of the sheets by name; of others percentages come as shares, and indents are
    lost. A sheet larger than any plan is left out; UserFault("read-too-big") where no other is left.
    """
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found: list[Grid] = []
    big: list[str] = []
    with _opened(path) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MAX_AREA or sheet.total_width > MAX_COLUMNS:
                big.append(about.name)
                continue
            known = looks.get(about.name, SheetScan(about.name))
            known.cells = known.cells or sheet.total_height
            known.hidden = about.visible is not SheetVisibleEnum.Visible
            found.append(_grid(sheet, known))
    if big and not found:
        raise UserFault("read-too-big", name=path.name)
    return _noted(found, big, has_macros=False)


def read_xls(path: Path) -> list[Grid]:
    """Return the worksheets of an old workbook; call it in a child process only.

    Raises UserFault: as ``read_office``, "read-password".
    """
    from smartcity_desktop.exchange import biff
    from smartcity_desktop.exchange.compound import Broken, Compound

    content = path.read_bytes()
    try:
        looks = biff.looks(content)
        # The library makes room for the whole rectangle of every sheet when it opens the file.
        if any(sheet.rows * sheet.columns > MAX_AREA for sheet in looks.values()):
            raise UserFault("read-too-big", name=path.name)
        found = read_office(path, looks)
        has_macros = "_VBA_PROJECT_CUR" in Compound(content)
    except (Broken, struct.error, IndexError):
        raise UserFault("read-damaged", name=path.name) from None
    return _noted(found, (), has_macros=has_macros)


@contextlib.contextmanager
def _opened(path: Path) -> "Iterator[CalamineWorkbook]":
    """Open a workbook in the sheet library and say its faults as ours."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_path(path) as book:
            yield book
    except PasswordError:
        raise UserFault("read-password", name=path.name) from None
    except CalamineError:
        raise UserFault("read-damaged", name=path.name) from None


def _grid(sheet: object, known: SheetScan) -> Grid:
    from python_calamine import CalamineSheet

    if not isinstance(sheet, CalamineSheet) or not known.cells:
        return Grid(known.name, hidden=known.hidden)
    found = sheet.to_python(skip_empty_area=False)
    rows = _plain_rows(found)
    for row, column in {*known.percent, *known.indent}:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = _cell(found[row][column], (row, column), known)
    return Grid(
        known.name,
        _even(rows),
        tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()),
        known.hidden,
        tuple(known.errors),
        tuple(known.unsaved),
    )


class _Shown(dict[object, str]):
    """The texts of cells of which nothing is known but their value; equal texts are made once."""

    def __missing__(self, value: object) -> str:
        words = text.cell(value)
        if isinstance(value, str):
            self[value] = words
        return words


def _plain_rows(found: Sequence[Sequence[object]]) -> list[list[str]]:
    made = _Shown({"": ""})
    shown = made.__getitem__
    return [
        [
            # Most figures of a plan are whole rupiah.
            str(int(value))
            if type(value) is float and value.is_integer() and -_WHOLE < value < _WHOLE
            else shown(value)
            for value in row
        ]
        for row in found
    ]


def _cell(value: object, place: Position, known: SheetScan) -> str:
    shown = text.cell(value, percent=place in known.percent)
    if isinstance(value, str) and place in known.indent:
        return " " * (known.indent[place] * SPACES_PER_INDENT) + shown
    return shown


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of one length, without empty rows and columns at the end."""
    filled = [len(row) if row and row[-1] else _filled(row) for row in rows]
    width = max(filled, default=0)
    height = len(rows) - next((n for n, size in enumerate(reversed(filled)) if size), len(rows))
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in rows[:height])


def _filled(row: Sequence[str]) -> int:
    """Return how many cells a row has without the empty ones at its end."""
    return len(row) - next((n for n, cell in enumerate(reversed(row)) if cell), len(row))


def read_csv(path: Path) -> Grid:
    """Return a csv or text file as a grid: BOM, then UTF-8, then Windows-1252; the delimiter is found out."""
    return _delimited(text.decoded(path.read_bytes()), path.stem, path.name)


def read_pasted(pasted: str) -> Grid:
    """Return cells from the clipboard; a cell with line breaks stands in quotes, as spreadsheets copy it."""
    if len(pasted) > MAX_PASTED:
        raise UserFault("read-too-big", name=PASTED)
    if not pasted.strip():
        raise UserFault("read-empty", name=PASTED)
    return _delimited(pasted, PASTED, PASTED, "\t" if "\t" in pasted else "", too_long="read-too-big")


def read_delimited(content: str, name: str, delimiter: str) -> Grid:
    """Return text as a grid of cells between this sign; an empty one leaves every line a single cell."""
    return _delimited(content, name, name, delimiter or _NO_SIGN, too_long="read-too-big")


def decoded(path: Path) -> str:
    """Return the text of a file: BOM, then UTF-8, then Windows-1252."""
    return text.decoded(path.read_bytes())


def _delimited(
    content: str, name: str, file: str, delimiter: str = "", *, too_long: str = "read-damaged"
) -> Grid:
    """Return delimited text as a grid; ``too_long`` is the fault of a cell longer than ``csv`` takes."""
    content = content.replace("\x00", "")
    first, _, rest = content.partition("\n")
    if first.strip().lower().startswith("sep="):
        delimiter, content = first.strip()[4:5] or delimiter, rest
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in _cells(content, delimiter or _delimiter(content)):
            cells += sum(bool(cell) for cell in row)
            if cells > MAX_CELLS or len(row) > MAX_COLUMNS:
                raise UserFault("read-too-big", name=file)
            rows.append([text.clean(cell) for cell in row])
    except csv.Error:
        raise UserFault(too_long, name=file) from None
    grid = Grid(name, _even(rows))
    if not grid.rows:
        raise UserFault("read-empty", name=file)
    return grid


def _cells(content: str, delimiter: str) -> Iterable[list[str]]:
    """Return the rows as they stand; cells between tabs are read as those of a pasted worksheet are."""
    if delimiter == "\t":
        from smartcity_desktop.domain.grid import rows_of

        return rows_of(content)
    return csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)


def _delimiter(content: str) -> str:
    """Return the delimiter that cuts most rows into the same number of cells, more than one."""
    sample = content[:_SAMPLE]
    return max(_DELIMITERS, key=lambda sign: _regularity(sample, sign))


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    counted: dict[int, int] = {}
    try:
        for number, row in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)):
            if number >= _SAMPLE_ROWS:
                break
            if row:
                counted[len(row)] = counted.get(len(row), 0) + 1
    except csv.Error:
        return (0.0, 0)
    several = {width: times for width, times in counted.items() if width > 1}
    if not several:
        return (0.0, 0)
    width = max(several, key=lambda size: several[size])
    return (several[width] / sum(counted.values()), width)
