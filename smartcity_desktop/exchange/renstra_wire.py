"""A draft on its way from the child: small pieces, so that no single one keeps the window waiting.

Lines are many. Those that follow each other and hold the same fields travel together, field by field, the
texts of a field as one text. Any other travels as the list of its fields, in their order, without names, and
of its cells only the references.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from itertools import chain, groupby, islice, repeat
from operator import attrgetter
from typing import Any, Final

from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    PointDraft,
    Problem,
    RecordDraft,
    RowCells,
    SheetChoice,
    SourceSheet,
)

Piece = Mapping[str, Any]
Values = list[Any]
Told = str | Values
"""The values of a field: texts as one text, the list of them, or a list of the one that all have."""
_ROWS: Final = 100
_ALIKE: Final = 8
"""Lines that are worth telling field by field."""
_SIGN: Final = "\t"
"""Stands between texts that are told as one; texts that hold it are told one by one."""
_INDICATOR: Final = attrgetter(*(item.name for item in fields(IndicatorDraft)))
_LINE: Final = attrgetter(*(item.name for item in fields(LineDraft)))
_INDICATORS, _ORIGIN, _CELLS = (
    [item.name for item in fields(LineDraft)].index(name) for name in ("indicators", "origin", "cells")
)
_PAGU: Final = [item.name for item in fields(LineDraft)].index("pagu")
_TARGETS: Final = [item.name for item in fields(IndicatorDraft)].index("targets")
_TAIL: Final = _CELLS + 1
_INDICATOR_TAIL: Final = _TARGETS + 1
"""From here on few lines and indicators say anything: what is empty to the end is not told."""


def pieces(draft: Draft) -> Iterator[dict[str, object]]:
    """Yield a whole draft: the rows of its sources, then what was understood of them."""
    for grid in draft.grids[:1]:
        yield from source(grid)
    yield from lines(draft.lines)
    yield from judged(draft)


def source(grid: SourceSheet) -> Iterator[dict[str, object]]:
    """Yield a sheet as it stands in the file."""
    yield {"grid": asdict(replace(grid, rows=()))}
    for start in range(0, len(grid.rows), _ROWS):
        rows = grid.rows[start : start + _ROWS]
        yield {"rows": _told_rows(rows), "count": len(rows)}


def lines(found: Iterable[LineDraft]) -> Iterator[dict[str, object]]:
    """Yield lines in their order, as soon as there are enough of them for a piece."""
    waiting = iter(found)
    while some := list(islice(waiting, _ROWS)):
        for kind, group in groupby(some, _kind):
            same = list(group)
            yield _told(same) if kind is None or len(same) < _ALIKE else _told_alike(same)


def judged(draft: Draft) -> Iterator[dict[str, object]]:
    """Yield what a draft says beside its first source and its lines: further sources, head, problems."""
    for grid in draft.grids[1:]:
        yield from source(grid)
    head = asdict(replace(draft, lines=(), problems=(), grids=(), points=(), records=()))
    yield {"draft": head}
    for start in range(0, len(draft.points), _ROWS):
        yield {"points": [asdict(item) for item in draft.points[start : start + _ROWS]]}
    for start in range(0, len(draft.records), _ROWS):
        yield {"records": [asdict(item) for item in draft.records[start : start + _ROWS]]}
    for problem in draft.problems:
        held = problem.held and _told([problem.held])
        yield {"problem": {**asdict(replace(problem, held=None)), "held": held}}


def joined(answer: Iterable[Piece]) -> Draft:
    """Return the draft from its pieces. Raises LookupError, TypeError or ValueError where they make none."""
    heap = _Heap()
    for piece in answer:
        heap.take(piece)
    return heap.draft()


class _Heap:
    """The pieces that have come so far, sorted by what they are."""

    def __init__(self) -> None:
        self._head = Draft()
        self._lines: list[LineDraft] = []
        self._points: list[PointDraft] = []
        self._records: list[RecordDraft] = []
        self._problems: list[Problem] = []
        self._grids: list[SourceSheet] = []
        self._rows: list[list[tuple[str, ...]]] = []

    def take(self, piece: Piece) -> None:
        """Put one piece where it belongs. Raises LookupError, TypeError or ValueError where it is none."""
        if "lines" in piece:
            self._lines.extend(_line(values, piece["filled"]) for values in piece["lines"])
        elif "alike" in piece:
            self._lines.extend(_lines_alike(piece["alike"], piece["count"]))
        elif "problem" in piece:
            self._problems.append(_problem(piece["problem"]))
        elif "points" in piece:
            self._points.extend(map(_point, piece["points"]))
        elif "records" in piece:
            self._records.extend(map(_record, piece["records"]))
        elif "draft" in piece:
            self._head = _head(piece["draft"])
        elif "grid" in piece:
            self._grids.append(_grid(piece["grid"]))
            self._rows.append([])
        else:
            self._rows[-1].extend(_rows(piece["rows"], piece["count"]))

    def draft(self) -> Draft:
        """Return what the pieces make together."""
        return replace(
            self._head,
            lines=tuple(self._lines),
            points=tuple(self._points),
            records=tuple(self._records),
            problems=tuple(self._problems),
            grids=tuple(
                replace(grid, rows=tuple(rows)) for grid, rows in zip(self._grids, self._rows, strict=True)
            ),
        )


def _head(value: Piece) -> Draft:
    plain = {**value, "lines": (), "problems": (), "grids": (), "points": (), "records": ()}
    plain["years"] = tuple(value["years"])
    plain["sheets"] = tuple(SheetChoice(**{**item, "can": tuple(item["can"])}) for item in value["sheets"])
    return Draft(**plain)


def _point(value: Piece) -> PointDraft:
    measures = tuple(IndicatorDraft(**item) for item in value["indicators"])
    origin = Origin(**value["origin"])
    return PointDraft(**{**value, "indicators": measures, "opd": tuple(value["opd"]), "origin": origin})


def _record(value: Piece) -> RecordDraft:
    return RecordDraft(**{**value, "origin": Origin(**value["origin"])})


def _told_rows(rows: Sequence[tuple[str, ...]]) -> str | Sequence[tuple[str, ...]]:
    """Return rows that are as wide as each other as one text, others and those with its sign as they are."""
    width = len(rows[0])
    whole = _SIGN.join(chain.from_iterable(rows))
    is_even = all(len(row) == width for row in rows)
    return whole if is_even and whole.count(_SIGN) == len(rows) * width - 1 else rows


def _rows(told: Told, count: int) -> Iterable[tuple[str, ...]]:
    if not isinstance(told, str):
        return map(tuple, told)
    cells = told.split(_SIGN)
    return zip(*repeat(iter(cells), len(cells) // count), strict=True)


def _packed(values: Sequence[Any]) -> Told:
    """Return the values of a field: one for all, texts as one text, or the list."""
    first = values[0]
    if values.count(first) == len(values):
        return [first]
    if isinstance(first, str):
        whole = _SIGN.join(values)
        if whole.count(_SIGN) == len(values) - 1:
            return whole
    return [*values]


def _spread(told: Told, count: int) -> Iterable[Any]:
    """Return the values of a field again."""
    values = told.split(_SIGN) if isinstance(told, str) else told
    if len(values) == 1:
        return repeat(values[0], count)
    if len(values) != count:
        raise ValueError(count)
    return values


def _kind(line: LineDraft) -> object:
    """Return what lines have in common that are told together; None for one that is told alone."""
    cells, measured = line.cells, line.indicators
    if not isinstance(cells, RowCells) or len(measured) != 1:
        return None
    return id(cells.columns), tuple(measured[0].targets), tuple(line.pagu)


def _told_alike(some: Sequence[LineDraft]) -> dict[str, object]:
    """Return one piece of lines that hold the same fields."""
    columns: list[Any] = [*zip(*map(_LINE, some), strict=True)]
    measured = [*zip(*(_INDICATOR(item) for (item,) in columns[_INDICATORS]), strict=True)]
    told: list[object] = [*map(_packed, measured)]
    told[_TARGETS] = _told_years(measured[_TARGETS])
    origins, cells = columns[_ORIGIN], columns[_CELLS]
    sheets, rows, pages = zip(*((item.sheet, item.row, item.page) for item in origins), strict=True)
    apart = {
        _INDICATORS: told,
        _PAGU: _told_years(columns[_PAGU]),
        _ORIGIN: [*map(_packed, (sheets, rows, pages))],
        _CELLS: (cells[0].columns, _packed([item.number for item in cells])),
    }
    alike = [apart[at] if at in apart else _packed(column) for at, column in enumerate(columns)]
    return {"alike": alike, "count": len(some)}


def _told_years(values: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[Any]]:
    """Return years, and for each of them the values of all lines."""
    columns = zip(*(item.values() for item in values), strict=True)
    return [*values[0]], [*map(_packed, columns)]


def _by_year(told: Sequence[list[Any]], count: int) -> Iterable[dict[str, Any]]:
    years, columns = told
    values = zip(*(_spread(column, count) for column in columns), strict=False)
    return map(dict, map(zip, repeat(years), values)) if years else ({} for _ in range(count))


def _lines_alike(told: Sequence[Any], count: int) -> list[LineDraft]:
    """Return the lines of one piece of lines that hold the same fields."""
    of_indicator = told[_INDICATORS]
    measured = [
        _by_year(column, count) if at == _TARGETS else _spread(column, count)
        for at, column in enumerate(of_indicator)
    ]
    letters, numbers = told[_CELLS]
    apart: dict[int, Iterable[Any]] = {
        _INDICATORS: zip(map(IndicatorDraft, *measured)),
        _PAGU: _by_year(told[_PAGU], count),
        _ORIGIN: map(Origin, *(_spread(column, count) for column in told[_ORIGIN])),
        _CELLS: map(RowCells, repeat(letters), _spread(numbers, count)),
    }
    columns = [apart[at] if at in apart else _spread(column, count) for at, column in enumerate(told)]
    return [*map(LineDraft, *columns)]


def _told(some: Sequence[LineDraft]) -> dict[str, object]:
    """Return one piece of lines; "filled" lists the fields that have a cell, each line names its list.

    Where all cells of a line stand in one row, the letters of their columns are in that list and the line
    tells the row alone.
    """
    filled: dict[object, tuple[int, object]] = {}
    told: list[Values] = []
    for line in some:
        values: Values = list(_LINE(line))
        if not any(values[_TAIL:]):
            del values[_TAIL:]
        values[_INDICATORS] = [_indicator(item) for item in line.indicators]
        values[_ORIGIN] = (line.origin.sheet, line.origin.row, line.origin.page)
        cells = line.cells
        if isinstance(cells, RowCells):
            which = filled.setdefault(id(cells.columns), (len(filled), cells.columns))[0]
            values[_CELLS] = (which, cells.number)
        else:
            names = tuple(cells)
            values[_CELLS] = (filled.setdefault(names, (len(filled), names))[0], [*cells.values()])
        told.append(values)
    return {"lines": told, "filled": [item for _, item in filled.values()]}


def _indicator(item: IndicatorDraft) -> Sequence[Any]:
    values: tuple[Any, ...] = _INDICATOR(item)
    return values if any(values[_INDICATOR_TAIL:]) else values[:_INDICATOR_TAIL]


def _line(values: Values, filled: Sequence[Any]) -> LineDraft:
    which, cells = values[_CELLS]
    known = filled[which]
    values[_INDICATORS] = tuple([IndicatorDraft(*item) for item in values[_INDICATORS]])
    values[_ORIGIN] = Origin(*values[_ORIGIN])
    values[_CELLS] = (
        RowCells(known, cells) if isinstance(cells, str) else dict(zip(known, cells, strict=True))
    )
    return LineDraft(*values)


def _problem(value: Piece) -> Problem:
    told = value["held"]
    held = None if told is None else _line(told["lines"][0], told["filled"])
    return Problem(**{**value, "held": held})


def _grid(value: Piece) -> SourceSheet:
    merges = tuple((top, left, bottom, right) for top, left, bottom, right in value["merges"])
    first, end = value["head"]
    return SourceSheet(value["name"], (), merges, (first, end), value["hidden"], tuple(value["pages"]))
