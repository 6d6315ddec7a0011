"""Worksheets as a spreadsheet, out and back in: one visible sheet for each, and what it needs to come back.

Column A holds the row ids and the line above the headings the column keys, both hidden. The hidden sheet
``_asal`` says whose workshop the file is of and which text went out in every cell; ``_pilihan`` holds the
lists of choices. Texts are written as texts, so that none of them is taken for a formula. Cell A1 says which
sheet it is, whatever the tab is called later; the empty rows below have their ids already. Soft warnings and
what mentors wrote go out as comments on cells, which nothing reads when the file comes back.
"""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.grid import MISSING, SCORES, Grid, GridColumn, GridRow, misfit
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import day_of, number
from smartcity_desktop.domain.worksheet_file import (
    TEXT_LIMIT,
    FileBook,
    FileRow,
    FileSheet,
    Notes,
    columns_out,
    text_out,
)
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.exchange import child, gate
from smartcity_desktop.paths import replace_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet as Page

ORIGIN: Final = "_asal"
CHOICES: Final = "_pilihan"
MARK: Final = "smartcity-desktop/kertas-kerja/1"
ROWS_BEGIN: Final = "#baris"
TAB: Final = "#lembar "
SPARE_ROWS: Final = 60
"""Empty rows below those that stand, where a table adds rows itself."""
_KEYS_AT: Final = 2
_FIRST_ROW: Final = 4
_NAME_LIMIT: Final = 31
_MM: Final = 0.55
_WIDTHS: Final = (9.0, 60.0)
_LIST_ROWS: Final = 2000
_BOX_WIDTH, _BOX_HEIGHT, _BOX_LINE, _BOX_LETTERS = 240, 74, 18, 34
"""Pixels of a comment, pixels of a line in it, and letters that surely stand in one."""
_TEXT: Final = 3
_PLAIN_KINDS: Final = frozenset({"money", "int", "year"})
_LOOKS: Final = {"decimal": "figure", "score": "figure", "date": "date"}
"""Kinds of answers that are no text in a spreadsheet."""
_SCORES: Final = {
    "validate": "list",
    "source": list(SCORES),
    "error_type": "warning",
    "error_title": "Bukan nilai",
    "error_message": "Nilai ditulis 0 sampai 4.",
}


def write(grids: Sequence[Grid], workshop: str, target: Path, notes: Notes = MappingProxyType({})) -> None:
    """Write sheets as one spreadsheet, whole or not at all; ``notes`` become comments on their cells.

    Raises DiskFault ``print-not-saved``.
    """
    try:
        replace_file(target, partial(_fill, grids, workshop, notes))
    except OSError:
        raise DiskFault("print-not-saved", name=target.name) from None


def read(path: Path, *, cancelled: Callable[[], bool] = child.never) -> FileBook:
    """Return what stands in a spreadsheet that ``write`` made and somebody filled in.

    Slow: in a child process with limits. Raises UserFault as the reading of any foreign file does, and
    ``sheet-file-unknown`` where the file is none of ours.
    """
    if gate.check(path) != "xlsx":
        raise UserFault("sheet-file-unknown", name=path.name)
    request = {"path": str(path.resolve()), "kind": "xlsx"}
    pieces = list(child.run("worksheet", request, name=path.name, cancelled=cancelled))
    pages = {str(piece["name"]): _table(piece["rows"]) for piece in pieces}
    origin, _ = pages.pop(ORIGIN, []), pages.pop(CHOICES, None)
    if not origin or origin[0][:1] != [MARK]:
        raise UserFault("sheet-file-unknown", name=path.name)
    before: dict[str, dict[tuple[str, str], str]] = {}
    heads: dict[str, tuple[RowId, RowId]] = {}
    for tab, row, key, text in (line[:4] for line in origin[1:] if len(line) > _TEXT and line[0]):
        if key:
            before.setdefault(tab, {})[row, key] = text
        elif (RowId(row), RowId(text)) not in heads.values():
            heads.setdefault(tab, (RowId(row), RowId(text)))
    titles = _titles(pages, heads)
    sheets = [
        _sheet(name, ids, pages[titles[name]], before.get(name, {}))
        for name, ids in heads.items()
        if name in titles
    ]
    unknown = [
        title
        for title, table in pages.items()
        if title not in titles.values() and (_is_ours(table) or (table and len(titles) < len(heads)))
    ]
    return FileBook(origin[0][1] if len(origin[0]) > 1 else "", path.name, tuple(sheets), tuple(unknown))


def _table(rows: object) -> list[list[str]]:
    found = rows if isinstance(rows, list) else []
    return [[str(cell) for cell in row] if isinstance(row, list) else [] for row in found]


def _titles(pages: Mapping[str, Sequence[Sequence[str]]], heads: Collection[str]) -> dict[str, str]:
    """Return what the tab of every sheet is called now; a copy keeps the mark, but never the name."""
    found = {name: name for name in heads if name in pages}
    for title, table in pages.items():
        if title not in found:
            told = next((line[0] for line in table if line and line[0].startswith(TAB)), "")
            name = told.removeprefix(TAB)
            if name in heads:
                found.setdefault(name, title)
    return found


def _is_ours(table: Sequence[Sequence[str]]) -> bool:
    return any(line[:1] == [ROWS_BEGIN] for line in table)


def _sheet(
    name: str,
    ids: tuple[RowId, RowId],
    table: Sequence[Sequence[str]],
    before: Mapping[tuple[str, str], str],
) -> FileSheet:
    """Return one sheet with the rows below the line of keys, wherever that stands now."""
    at = next((place for place, line in enumerate(table) if line[:1] == [ROWS_BEGIN]), None)
    if at is None:
        return FileSheet(*ids, name, before=before, is_whole=False)
    keys = {place: key for place, key in enumerate(table[at]) if place and key}
    rows = tuple(
        FileRow(
            RowId(line[0]),
            place + 1,
            {key: line[column] if column < len(line) else "" for column, key in keys.items()},
        )
        for place, line in enumerate(table)
        if place > at + 1 and any(cell.strip() for cell in line[1:])
    )
    return FileSheet(*ids, name, rows, before, is_whole=bool(keys))


# Out -------------------------------------------------------------------------------------------------------


def _fill(grids: Sequence[Grid], workshop: str, notes: Notes, target: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Kertas kerja", "comments": MARK})
        names = _tab_names(grids)
        pages = [book.add_worksheet(name) for name in names]
        lists = _Lists(book.add_worksheet(CHOICES))
        origin = book.add_worksheet(ORIGIN)
        origin.write_row(0, 0, [MARK, workshop])
        line = 1
        for name, page, grid in zip(names, pages, grids, strict=True):
            _Tab(book, page, lists, (grid, notes)).write()
            line = _origin(origin, line, name, grid)
        lists.page.hide()
        origin.hide()
        pages[0].activate()


def _tab_names(grids: Sequence[Grid]) -> list[str]:
    found: list[str] = []
    for place, grid in enumerate(grids, start=1):
        name = grid.sheet.number or f"{grid.worksheet.code}-{place:02d}"
        name = "".join("-" if sign in "[]:*?/\\'" else sign for sign in name)[:_NAME_LIMIT]
        taken = {item.casefold() for item in (*found, ORIGIN, CHOICES)}
        found.append(f"{place}-{name}"[:_NAME_LIMIT] if name.casefold() in taken or not name else name)
    return found


def _origin(page: "Page", line: int, name: str, grid: Grid) -> int:
    for at, text in enumerate((name, grid.worksheet.id, "", grid.sheet.party)):
        page.write_string(line, at, text)
    for row in grid.rows:
        for column in columns_out(grid):
            text = text_out(column, row.values.get(column.key, ""))
            if text and column.is_editable:
                line += 1
                for at, cell in enumerate((name, row.row, column.key, text)):
                    page.write_string(line, at, cell)
    return line + 1


class _Lists:
    """The hidden lists of choices: each list stands once, in a column of its own."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self._known: dict[tuple[str, ...], str] = {}

    def place(self, words: tuple[str, ...]) -> str:
        """Return the range in which these words stand, as a formula names it."""
        if words not in self._known:
            from xlsxwriter.utility import xl_col_to_name

            column = len(self._known)
            for row, word in enumerate(words):
                self.page.write_string(row, column, word)
            letter = xl_col_to_name(column, col_abs=True)
            self._known[words] = f"={CHOICES}!{letter}$1:{letter}${len(words)}"
        return self._known[words]


class _Tab:
    """One worksheet of one party as a sheet."""

    def __init__(self, book: "Workbook", page: "Page", lists: _Lists, shown: tuple[Grid, Notes]) -> None:
        self._page, self._lists, (self._grid, self._notes) = page, lists, shown
        self._columns = columns_out(self._grid)
        self._looks: Mapping[str, Format] = {
            "title": book.add_format({"bold": True, "font_size": 13}),
            "soft": book.add_format({"font_color": "#555555", "text_wrap": False}),
            "head": book.add_format(
                {"bold": True, "bg_color": "#E8E8E8", "border": 1, "text_wrap": True, "valign": "top"}
            ),
            "known": book.add_format(
                {"bg_color": "#F2F2F2", "border": 1, "text_wrap": True, "valign": "top"}
            ),
            "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
            "money": book.add_format({"border": 1, "valign": "top", "num_format": "#,##0"}),
            "known_money": book.add_format(
                {"bg_color": "#F2F2F2", "border": 1, "valign": "top", "num_format": "#,##0"}
            ),
            "number": book.add_format({"border": 1, "valign": "top", "num_format": "0"}),
            "figure": book.add_format({"border": 1, "valign": "top"}),
            "date": book.add_format({"border": 1, "valign": "top", "num_format": "d-m-yyyy"}),
        }

    def write(self) -> None:
        grid, page = self._grid, self._page
        title = f"Kertas Kerja {grid.worksheet.code} · {grid.worksheet.title} · {grid.party_name}"
        page.write_string(0, 1, title, self._looks["title"])
        page.write_string(1, 1, self._told(), self._looks["soft"])
        self._say((0, 1), self._notes.get(grid.sheet.id, ()))
        page.write_string(0, 0, f"{TAB}{page.get_name()}")
        page.write_string(_KEYS_AT, 0, ROWS_BEGIN)
        page.set_row(_KEYS_AT, None, None, {"hidden": True})
        page.set_column(0, 0, None, None, {"hidden": True})
        rows = len(grid.rows) + (SPARE_ROWS if grid.worksheet.takes_rows else 0)
        for at, column in enumerate(self._columns, start=1):
            page.write_string(_KEYS_AT, at, column.key)
            page.write_string(_KEYS_AT + 1, at, column.label, self._looks["head"])
            if column.help:
                page.write_comment(_KEYS_AT + 1, at, column.help)
            page.set_column(at, at, min(max(column.width * _MM, _WIDTHS[0]), _WIDTHS[1]))
            self._choices(at, column, rows)
        for place in range(rows):
            self._row(place)
        page.freeze_panes(_KEYS_AT + 2, 2)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(_KEYS_AT + 1)

    def _told(self) -> str:
        added = "Baris baru ditulis di bawah." if self._grid.worksheet.takes_rows else ""
        words = (
            "Isi kolom yang putih, lalu simpan dan bawa berkas ini kembali. Beberapa pilihan dipisah dengan ;"
        )
        count = sum(len(self._notes.get(row, ())) for row in self._noted())
        noted = f"Ada {number(count)} catatan telaah: arahkan ke sel yang bersudut merah." if count else ""
        return " ".join(text for text in (words, added, noted) if text)

    def _noted(self) -> list[RowId]:
        """Return what the notes of this sheet can be about: the whole of it, and each of its rows."""
        return [self._grid.sheet.id, *(row.row for row in self._grid.rows)]

    def _row(self, place: int) -> None:
        known = self._grid.rows[place] if place < len(self._grid.rows) else None
        at = _FIRST_ROW + place
        self._page.write_string(at, 0, known.row if known else str(uuid.uuid4()))
        for column_at, column in enumerate(self._columns, start=1):
            text = text_out(column, known.values.get(column.key, "")) if known else ""
            self._cell((at, column_at), column, text)
        if known is not None:
            self._comments(at, known)

    def _comments(self, at: int, row: GridRow) -> None:
        """Say in a comment on its cell what is still asked for, anything else about the row on the first.

        What a mentor wrote about the row comes before the warnings of the program.
        """
        place_of = {column.key: place for place, column in enumerate(self._columns, start=1)}
        told: dict[int, list[str]] = {1: list(self._notes.get(row.row, ()))}
        for point in row.points:
            key = point.code.removeprefix(MISSING)
            told.setdefault(place_of.get(key, 1) if key != point.code else 1, []).append(point.text)
        for place, sentences in told.items():
            self._say((at, place), sentences)

    def _say(self, cell: tuple[int, int], sentences: Sequence[str]) -> None:
        """Write sentences as the comment of a cell, in a box that shows all of them."""
        if not sentences:
            return
        text = "\n".join(sentences)
        lines = sum(1 + len(line) // _BOX_LETTERS for line in text.splitlines())
        size = {"width": _BOX_WIDTH, "height": max(_BOX_HEIGHT, lines * _BOX_LINE)}
        self._page.write_comment(*cell, text[:TEXT_LIMIT], size)

    def _cell(self, place: tuple[int, int], column: GridColumn, text: str) -> None:
        row, at = place
        is_money = column.kind == "money" or (column.kind == "years" and column.unit == "Rp")
        known = "" if column.is_editable else "known"
        look = self._looks[("known_money" if known else "money") if is_money else known or "cell"]
        if self._special(place, column, text):
            return
        is_number = is_money or column.kind in _PLAIN_KINDS or column.kind == "computed"
        if is_number and text.isascii() and text.removeprefix("-").isdigit():
            self._page.write_number(row, at, int(text), look if is_money or known else self._looks["number"])
        elif text:
            self._page.write_string(row, at, text, look)
        else:
            self._page.write_blank(row, at, None, look)

    def _special(self, place: tuple[int, int], column: GridColumn, text: str) -> bool:
        """Write a fraction, a score or a day as what it is, so that a spreadsheet reckons with it."""
        if not column.is_editable or column.kind not in _LOOKS:
            return False
        look = self._looks[_LOOKS[column.kind]]
        day = day_of(text) if column.kind == "date" else None
        if day is not None:
            self._page.write_datetime(*place, day, look)
        elif text and (column.kind == "date" or misfit(column, text)):
            # Written before its column became one of figures or days: it goes out as it stands.
            self._page.write_string(*place, text, self._looks["cell"])
        elif text:
            self._page.write_number(*place, float(text), look)
        else:
            self._page.write_blank(*place, None, look)
        return True

    def _choices(self, at: int, column: GridColumn, rows: int) -> None:
        if column.kind == "score" and column.is_editable and rows:
            self._page.data_validation(_FIRST_ROW, at, _FIRST_ROW + rows - 1, at, _SCORES)
        words = tuple(item.label for item in column.offered)
        if column.many or not column.is_editable or not words or not rows or len(words) > _LIST_ROWS:
            return
        allowed = {
            "validate": "list",
            "source": self._lists.place(words),
            "error_type": "warning",
            "error_title": "Bukan pilihan",
            "error_message": "Isian ini tidak ada dalam daftar pilihan.",
        }
        self._page.data_validation(_FIRST_ROW, at, _FIRST_ROW + rows - 1, at, allowed)
