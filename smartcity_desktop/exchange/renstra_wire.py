"""A draft on its way from the child: small pieces, so that no single one keeps the window waiting.

Lines are many: each travels as the list of its fields, in their order, without names, and of its cells only
the references, as most lines of a table have the same ones filled.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from itertools import islice
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
_ROWS: Final = 50
_INDICATOR: Final = attrgetter(*(item.name for item in fields(IndicatorDraft)))
_LINE: Final = attrgetter(*(item.name for item in fields(LineDraft)))
_INDICATORS, _ORIGIN, _CELLS = (
    [item.name for item in fields(LineDraft)].index(name) for name in ("indicators", "origin", "cells")
)
_TAIL: Final = _CELLS + 1
_INDICATOR_TAIL: Final = [item.name for item in fields(IndicatorDraft)].index("targets") + 1
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
        yield {"rows": grid.rows[start : start + _ROWS]}


def lines(found: Iterable[LineDraft]) -> Iterator[dict[str, object]]:
    """Yield lines in their order, as soon as there are enough of them for a piece."""
    waiting = iter(found)
    while some := list(islice(waiting, _ROWS)):
        yield _told(some)


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
            self._rows[-1].extend(tuple(row) for row in piece["rows"])

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
