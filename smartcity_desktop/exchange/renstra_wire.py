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
    Problem,
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


def pieces(draft: Draft) -> Iterator[dict[str, object]]:
    """Yield a whole draft: the rows of its sources, then what was understood of them."""
    for grid in draft.grids:
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
    """Yield what a draft says beside its sources and lines: its head, then the problems."""
    head = asdict(replace(draft, lines=(), problems=(), grids=()))
    yield {"draft": head}
    for problem in draft.problems:
        held = problem.held and _told([problem.held])
        yield {"problem": {**asdict(replace(problem, held=None)), "held": held}}


def joined(answer: Iterable[Piece]) -> Draft:
    """Return the draft from its pieces. Raises LookupError, TypeError or ValueError where they make none."""
    draft = Draft()
    found: list[LineDraft] = []
    problems: list[Problem] = []
    grids: list[SourceSheet] = []
    rows: list[tuple[str, ...]] = []
    for piece in answer:
        if "draft" in piece:
            draft = _head(piece["draft"])
        elif "lines" in piece:
            found.extend(_line(values, piece["filled"]) for values in piece["lines"])
        elif "problem" in piece:
            problems.append(_problem(piece["problem"]))
        elif "grid" in piece:
            grids.append(_grid(piece["grid"]))
        else:
            rows.extend(tuple(row) for row in piece["rows"])
    if grids:
        grids[-1] = replace(grids[-1], rows=tuple(rows))
    return replace(draft, lines=tuple(found), problems=tuple(problems), grids=tuple(grids))


def _head(value: Piece) -> Draft:
    plain = {**value, "lines": (), "problems": (), "grids": ()}
    plain["years"] = tuple(value["years"])
    plain["sheets"] = tuple(SheetChoice(**item) for item in value["sheets"])
    return Draft(**plain)


def _told(some: Sequence[LineDraft]) -> dict[str, object]:
    """Return one piece of lines; "filled" lists the fields that have a cell, each line names its list."""
    filled: dict[tuple[str, ...], int] = {}
    told: list[Values] = []
    for line in some:
        values: Values = list(_LINE(line))
        values[_INDICATORS] = [_INDICATOR(item) for item in line.indicators]
        values[_ORIGIN] = (line.origin.sheet, line.origin.row, line.origin.page)
        values[_CELLS] = (filled.setdefault(tuple(line.cells), len(filled)), [*line.cells.values()])
        told.append(values)
    return {"lines": told, "filled": [*filled]}


def _line(values: Values, filled: Sequence[Sequence[str]]) -> LineDraft:
    which, cells = values[_CELLS]
    values[_INDICATORS] = tuple([IndicatorDraft(*item) for item in values[_INDICATORS]])
    values[_ORIGIN] = Origin(*values[_ORIGIN])
    values[_CELLS] = dict(zip(filled[which], cells, strict=True))
    return LineDraft(*values)


def _problem(value: Piece) -> Problem:
    told = value["held"]
    held = None if told is None else _line(told["lines"][0], told["filled"])
    return Problem(**{**value, "held": held})


def _grid(value: Piece) -> SourceSheet:
    merges = tuple((top, left, bottom, right) for top, left, bottom, right in value["merges"])
    first, end = value["head"]
    return SourceSheet(value["name"], (), merges, (first, end), value["hidden"], tuple(value["pages"]))
