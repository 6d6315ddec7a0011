"""A draft on its way from the child: small pieces, so that no single one keeps the window waiting."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
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
_ROWS: Final = 50


def pieces(draft: Draft) -> Iterator[dict[str, object]]:
    """Yield the draft: its head, then lines, problems and source rows."""
    head = asdict(replace(draft, lines=(), problems=(), grids=()))
    yield {"draft": head}
    for line in draft.lines:
        yield {"line": asdict(line)}
    for problem in draft.problems:
        yield {"problem": asdict(problem)}
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
        elif "line" in piece:
            lines.append(_line(piece["line"]))
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


def _line(value: Piece) -> LineDraft:
    plain = dict(value)
    plain["indicators"] = tuple(IndicatorDraft(**item) for item in value["indicators"])
    plain["origin"] = Origin(**value["origin"])
    return LineDraft(**plain)


def _problem(value: Piece) -> Problem:
    held = value["held"]
    return Problem(**{**value, "held": None if held is None else _line(held)})


def _grid(value: Piece) -> SourceSheet:
    merges = tuple((top, left, bottom, right) for top, left, bottom, right in value["merges"])
    first, end = value["head"]
    return SourceSheet(value["name"], (), merges, (first, end), value["hidden"])
