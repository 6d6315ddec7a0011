"""A draft on its way from the child: small pieces, so that no single one keeps the window waiting.

Lines are many: each travels as the list of its fields, in their order, without names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields, replace
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
_INDICATORS, _ORIGIN = (
    [item.name for item in fields(LineDraft)].index(name) for name in ("indicators", "origin")
)


def pieces(draft: Draft) -> Iterator[dict[str, object]]:
    """Yield the draft: its head, then lines, problems and source rows."""
    head = asdict(replace(draft, lines=(), problems=(), grids=()))
    yield {"draft": head}
    for start in range(0, len(draft.lines), _ROWS):
        yield {"lines": [_told(line) for line in draft.lines[start : start + _ROWS]]}
    for problem in draft.problems:
        held = problem.held and _told(problem.held)
        yield {"problem": {**asdict(replace(problem, held=None)), "held": held}}
    for grid in draft.grids:
        yield {"grid": asdict(replace(grid, rows=()))}
        for start in range(0, len(grid.rows), _ROWS):
            yield {"rows": grid.rows[start : start + _ROWS]}


def joined(answer: Iterable[Piece]) -> Draft:
    """Return the draft from its pieces. Raises KeyError, TypeError or ValueError where they make none."""
    draft = Draft()
    lines: list[LineDraft] = []
    problems: list[Problem] = []
    grids: list[SourceSheet] = []
    rows: list[tuple[str, ...]] = []
    for piece in answer:
        if "draft" in piece:
            draft = _head(piece["draft"])
        elif "lines" in piece:
            lines.extend(map(_line, piece["lines"]))
        elif "problem" in piece:
            problems.append(_problem(piece["problem"]))
        elif "grid" in piece:
            grids.append(_grid(piece["grid"]))
        else:
            rows.extend(tuple(row) for row in piece["rows"])
    if grids:
        grids[-1] = replace(grids[-1], rows=tuple(rows))
    return replace(draft, lines=tuple(lines), problems=tuple(problems), grids=tuple(grids))


def _head(value: Piece) -> Draft:
    plain = {**value, "lines": (), "problems": (), "grids": ()}
    plain["years"] = tuple(value["years"])
    plain["sheets"] = tuple(SheetChoice(**item) for item in value["sheets"])
    return Draft(**plain)


def _told(line: LineDraft) -> Values:
    values: Values = list(_LINE(line))
    values[_INDICATORS] = [_INDICATOR(item) for item in line.indicators]
    values[_ORIGIN] = (line.origin.sheet, line.origin.row)
    return values


def _line(values: Values) -> LineDraft:
    plain = [*values]
    plain[_INDICATORS] = tuple(IndicatorDraft(*item) for item in values[_INDICATORS])
    plain[_ORIGIN] = Origin(*values[_ORIGIN])
    return LineDraft(*plain)


def _problem(value: Piece) -> Problem:
    held = value["held"]
    return Problem(**{**value, "held": None if held is None else _line(held)})


def _grid(value: Piece) -> SourceSheet:
    merges = tuple((top, left, bottom, right) for top, left, bottom, right in value["merges"])
    first, end = value["head"]
    return SourceSheet(value["name"], (), merges, (first, end), value["hidden"])
