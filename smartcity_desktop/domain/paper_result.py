"""The results of one worksheet as they are printed: the rows of all its sheets, merged ones first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.result import Result, ResultRow
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import BY_DIMENSION

BY_SHEET, BY_HOME = "", "dimensi"
"""By what the rows of a result are gathered on paper: whose sheet it is, or the dimension."""
RESULT_CHOICES: Final = ((BY_SHEET, "Menurut lembar"), (BY_HOME, "Menurut dimensi"))
_MAIN: Final = 90.0
_WIDE: Final = {"long": 52.0, "text": 44.0, "rows": 40.0, "links": 40.0, "opd": 34.0, "subdimension": 34.0}
_SHORT: Final = {
    "int": 14.0,
    "score": 14.0,
    "decimal": 16.0,
    "year": 14.0,
    "money": 26.0,
    "years": 26.0,
    "dimension": 20.0,
}
_CODE: Final = 18.0
_OTHER: Final = 26.0
_FIGURES: Final = frozenset({"int", "score", "decimal", "money", "years"})


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column on paper: its head, its share of the width, its side; ``main`` is what a row is called by."""

    label: str
    width: float
    align: Literal["left", "right"] = "left"
    main: bool = False


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One row: a text per column; ``sources`` is how many rows were merged into it, 0 where none were."""

    cells: tuple[str, ...]
    sources: int = 0


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """The rows that belong together, under the name of their sheet or dimension."""

    name: str
    lines: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class ResultPaper:
    """The results of one worksheet; ``gone`` counts the rows that went into others and do not stand here.

    ``sheets`` are those that say anything, ``unanswered`` the heads of columns in which nobody wrote.
    """

    code: str = ""
    title: str = ""
    columns: tuple[ResultColumn, ...] = ()
    groups: tuple[ResultGroup, ...] = ()
    sheets: int = 0
    gone: int = 0
    unanswered: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows stand here."""
        return sum(len(item.lines) for item in self.groups)

    @property
    def merges(self) -> int:
        """How many of them were merged from others."""
        return sum(1 for group in self.groups for item in group.lines if item.sources)

    @property
    def counts(self) -> str:
        """``24 lembar · 130 isian · 6 hasil gabungan``."""
        told = [f"{number(self.sheets)} lembar", f"{number(self.rows)} isian"]
        return " · ".join([*told, *([f"{number(self.merges)} hasil gabungan"] if self.merges else [])])


def sources_words(count: int) -> str:
    """Return what stands below a row that was merged: ``dari 3 isian``."""
    return f"dari {number(count)} isian"


def result_paper(result: Result, by: str, words: Words) -> ResultPaper:
    """Return results as they are printed, gathered by one of ``RESULT_CHOICES``."""
    kept = [row for row in result.rows if not row.into]
    columns = [item for item in result.columns if any(row.values.get(item.key) for row in kept)]
    keys = [item.key for item in columns]
    main = result.main if result.main in keys else next(iter(keys), "")
    before = _before(result, kept, by, words)
    own = {row.id for row in result.rows}

    def line(row: ResultRow) -> ResultLine:
        cells = (*(say(row) for _, say in before), *(row.values.get(key, "") for key in keys))
        return ResultLine(cells, len(own.intersection(row.origin)))

    groups = tuple(
        ResultGroup(name, tuple(sorted(map(line, rows), key=lambda item: not item.sources)))
        for name, rows in _gathered(result, kept, by, words)
    )
    return ResultPaper(
        result.worksheet.code,
        result.worksheet.title,
        (*(column for column, _ in before), *(_column(item, main) for item in columns)),
        groups,
        result.sheets,
        len(result.rows) - len(kept),
        tuple(item.label for item in result.columns if kept and item not in columns and item.is_editable),
    )


def _column(column: GridColumn, main: str) -> ResultColumn:
    align: Literal["left", "right"] = "right" if column.kind in _FIGURES else "left"
    if column.key == main:
        return ResultColumn(column.label, _MAIN, align, main=True)
    width = _WIDE.get(column.kind) or _SHORT.get(column.kind, _OTHER)
    width = _CODE if column.key == "code" else width
    return ResultColumn(column.label, width, align)


def _before(
    result: Result, rows: Sequence[ResultRow], by: str, words: Words
) -> list[tuple[ResultColumn, Callable[[ResultRow], str]]]:
    """Return the column that says of a row what its group does not: its dimension, or whose sheet it is."""
    if result.worksheet.filled_by == BY_DIMENSION:
        return []
    if by == BY_HOME:
        column = ResultColumn("Lembar", 24)
        return [(column, _sheet)] if len({row.party for row in rows}) > 1 else []
    homed = [row for row in rows if row.code]
    column = ResultColumn(words.say("Dimensi"), 14)
    is_told = any(
        item.kind == "dimension"
        or item.label == column.label
        or all(row.values.get(item.key, "").startswith(row.code) for row in homed)
        for item in result.columns
    )
    return [(column, _home)] if homed and not is_told else []


def _sheet(row: ResultRow) -> str:
    return row.short or row.party_name


def _home(row: ResultRow) -> str:
    return row.code


def _gathered(
    result: Result, rows: Sequence[ResultRow], by: str, words: Words
) -> list[tuple[str, list[ResultRow]]]:
    """Return names and rows of the groups: sheets that hold what was merged first, dimensions in order."""
    names, found = dict(result.dimensions), dict[str, list[ResultRow]]()
    for row in rows:
        found.setdefault(row.dimension if by == BY_HOME else row.party, []).append(row)
    if by == BY_HOME:
        place = {dimension: at for at, dimension in enumerate(names)}
        order = sorted(found, key=lambda row: place.get(found[row][0].dimension, len(place) + (not row)))
        none = words.say("Belum berdimensi")
        return [
            ((names.get(found[row][0].dimension) or found[row][0].code or none), found[row]) for row in order
        ]
    order = sorted(found, key=lambda row: not found[row][0].merged)
    return [(_called(found[row][0]), found[row]) for row in order]


def _called(row: ResultRow) -> str:
    return f"Gabungan {row.party_name}" if row.merged else row.party_name
