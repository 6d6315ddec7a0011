"""Workbooks that Excel 2003, and many web programs, write as one XML file, often under the ending .xls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import IO, Final

from smartcity_desktop.exchange import markup, text
from smartcity_desktop.exchange.flow import Table
from smartcity_desktop.exchange.markup import Attributes
from smartcity_desktop.exchange.scan import MAX_COLUMNS, Position
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

_MAX_ROWS: Final = 200_000
_SPACES_PER_INDENT: Final = 3
_MOST_INDENTS: Final = 10

_Starts = Mapping[str, Callable[[Attributes], None]]
_Ends = Mapping[str, Callable[[], None]]


def read_book(stream: IO[bytes]) -> list[Grid]:
    """Return the sheets of such a workbook; call it in a child process only."""
    book = _Book()
    book.follow(stream)
    return book.grids


@dataclass(frozen=True, slots=True)
class _Style:
    percent: bool = False
    indent: int = 0


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read."""

    name: str
    table: Table = field(default_factory=Table)
    errors: list[Position] = field(default_factory=list)
    unsaved: list[Position] = field(default_factory=list)
    column: int = -1
    is_hidden: bool = False


class _Book(markup.Elements):
    """Follows the XML of a workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.grids: list[Grid] = []
        self._styles: dict[str, _Style] = {}
        self._style = ""
        self._sheet: _Sheet | None = None
        self._cell: Attributes = {}
        self._kind = ""
        self._data: list[str] | None = None
        self._is_filled = False
        self._is_state = False
        self._is_comment = False
        """Inside the comment of a cell, whose text is written as that of the cell is."""
        self._starts: _Starts = {
            "Style": self._start_style,
            "NumberFormat": self._number_format,
            "Alignment": self._alignment,
            "Worksheet": self._start_sheet,
            "Row": self._start_row,
            "Cell": self._start_cell,
            "Data": self._start_data,
            "Visible": self._start_state,
            "Comment": self._start_comment,
        }
        self._ends: _Ends = {
            "Data": self._end_data,
            "Cell": self._end_cell,
            "Worksheet": self._end_sheet,
            "Visible": self._end_state,
            "Comment": self._end_comment,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        if name in self._starts and not self._is_comment:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        if name in self._ends and (not self._is_comment or name == "Comment"):
            self._ends[name]()

    def words(self, words: str) -> None:
        if self._data is not None:
            self._data.append(words)
        elif self._is_state and self._sheet and words.strip():
            self._sheet.is_hidden = "hidden" in words.lower()

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("ID", "")
        self._styles[self._style] = self._styles.get(attributes.get("Parent", ""), _Style())

    def _number_format(self, attributes: Attributes) -> None:
        shown = attributes.get("Format", "")
        style = self._styles.get(self._style, _Style())
        self._styles[self._style] = replace(style, percent="%" in shown or shown == "Percent")

    def _alignment(self, attributes: Attributes) -> None:
        style = self._styles.get(self._style, _Style())
        steps = min(markup.whole(attributes.get("Indent")), _MOST_INDENTS)
        self._styles[self._style] = replace(style, indent=steps)

    def _start_sheet(self, attributes: Attributes) -> None:
        self._sheet = _Sheet(text.clean(attributes.get("Name", "")))

    def _start_row(self, attributes: Attributes) -> None:
        if self._sheet is None:
            return
        rows = self._sheet.table.rows
        place = markup.whole(attributes.get("Index"), len(rows) + 1)
        if place > _MAX_ROWS:
            raise Unread("read-too-big")
        for _ in range(max(1, place - len(rows))):
            self._sheet.table.row()
        self._sheet.column = -1

    def _start_cell(self, attributes: Attributes) -> None:
        if self._sheet:
            self._cell = attributes
            self._is_filled = False
            self._sheet.column = markup.whole(attributes.get("Index"), self._sheet.column + 2) - 1

    def _start_data(self, attributes: Attributes) -> None:
        self._kind = attributes.get("Type", "String")
        self._data = []

    def _start_state(self, _attributes: Attributes) -> None:
        self._is_state = True

    def _end_state(self) -> None:
        self._is_state = False

    def _start_comment(self, _attributes: Attributes) -> None:
        self._is_comment = True

    def _end_comment(self) -> None:
        self._is_comment = False

    def _end_data(self) -> None:
        if self._sheet is None or self._data is None:
            return
        words, self._data = "".join(self._data), None
        self._is_filled = True
        self._put(self._shown(words))

    def _end_cell(self) -> None:
        """Take the end of a cell; one without a value may still be merged, or wait to be computed."""
        sheet = self._sheet
        if sheet is None:
            return
        if not self._is_filled:
            if "Formula" in self._cell:
                sheet.unsaved.append((len(sheet.table.rows) - 1, sheet.column))
            if "MergeAcross" in self._cell or "MergeDown" in self._cell:
                self._put("")
        sheet.column += markup.whole(self._cell.get("MergeAcross"))
        self._cell = {}

    def _put(self, words: str) -> None:
        if self._sheet:
            if not 0 <= self._sheet.column < MAX_COLUMNS:
                raise Unread("read-too-big")
            across, down = (1 + markup.whole(self._cell.get(key)) for key in ("MergeAcross", "MergeDown"))
            self._sheet.table.put(self._sheet.column, words, across=across, down=down)

    def _shown(self, words: str) -> str:
        style = self._styles.get(self._cell.get("StyleID", ""), _Style())
        if self._kind == "Number":
            return text.number(float(words), percent=style.percent)
        if self._kind == "DateTime":
            return text.cell(date.fromisoformat(words[:10]))
        if self._kind == "Boolean":
            return text.cell(words.strip() == "1")
        if self._kind == "Error":
            if self._sheet:
                self._sheet.errors.append((len(self._sheet.table.rows) - 1, self._sheet.column))
            return ""
        shown = text.clean(words)
        return " " * (_SPACES_PER_INDENT * style.indent) + shown if shown else ""

    def _end_sheet(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet:
            grid = sheet.table.grid(sheet.name, (), ())
            self.grids.append(
                replace(
                    grid, hidden=sheet.is_hidden, errors=tuple(sheet.errors), unsaved=tuple(sheet.unsaved)
                )
            )
