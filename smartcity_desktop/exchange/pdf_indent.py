"""Indents in a column of names: where texts begin at a few steps, the step says the level."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_STEP: Final = 2.5
"""Points between two steps at least."""
_SAME: Final = 1.0
_MOST_STEPS: Final = 5
_LEAST: Final = 2
_BLANKS: Final = "   "
_FIGURE: Final = re.compile(r"\(?-?(?:rp\.?\s*)?\d[\d.,]*\s*%?\)?", re.IGNORECASE)


class Start(NamedTuple):
    """Where the text of a cell begins and ends, in points from the left side of its column."""

    row: int
    column: int
    left: float
    right: float


def indented(rows: Sequence[tuple[str, ...]], starts: Sequence[Start]) -> list[tuple[str, ...]]:
    """Return rows with blanks before the texts of a column that begin at several steps.

    Columns whose texts stand in their middle or at their right side are left as they are, headings too.
    """
    first = next((place for place, row in enumerate(rows) if any(map(_FIGURE.fullmatch, row))), len(rows))
    by_column: dict[int, list[Start]] = {}
    for start in starts:
        if start.row >= first:
            by_column.setdefault(start.column, []).append(start)
    found = list(rows)
    for column, some in by_column.items():
        steps = _steps(some)
        for start in some if len(steps) > 1 else ():
            step = max(place for place, at in enumerate(steps) if start.left >= at - _SAME)
            cells = list(found[start.row])
            cells[column] = _BLANKS * step + cells[column]
            found[start.row] = tuple(cells)
    return found


def _steps(starts: Sequence[Start]) -> list[float]:
    """Return where texts begin, from left to right; nothing where they do so anywhere."""
    if len(starts) < _LEAST or _is_even([start.right for start in starts]):
        return []
    if _is_even([start.left + start.right for start in starts]):
        return []
    steps: list[float] = []
    for left in sorted(start.left for start in starts):
        if not steps or left - steps[-1] > _SAME:
            steps.append(left)
    apart = all(other - one >= _STEP for one, other in pairwise(steps))
    return steps if apart and len(steps) <= _MOST_STEPS else []


def _is_even(found: Sequence[float]) -> bool:
    return max(found) - min(found) <= 2 * _SAME
