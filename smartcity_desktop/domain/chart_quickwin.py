"""Charts of quick wins: the nine criteria of one candidate as bars, and all candidates by their totals.

Every bar says its figure and its words: nothing is told by length or colour alone.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.chart import BAR, INK, RULE, SOFT, Chart, Rect, Shape, Text
from smartcity_desktop.domain.chart import Line as Stroke
from smartcity_desktop.domain.quickwin import Cell, Line
from smartcity_desktop.domain.quickwin_board import DISCUSS, MOST, Board, by_rank, votes_words
from smartcity_desktop.domain.spread import shown

_LIGHT: Final = "#d0d0d0"
_HEAD: Final = 15.0
_ROW: Final = 19.0
_BAR: Final = 9.0
_SIZE: Final = 9.0
_SAID: Final = 8.5
_SMALL: Final = 7.5
_BASE: Final = 3.2
_TICK: Final = 3.5
_NAME_SHARE: Final = 0.24
_NAME: Final = 106.0
"""The longest usual name of a criterion."""
_TRACK_SHARE: Final = 0.25
_FIGURE: Final = 30.0
_PLACE: Final = 22.0
_CODE: Final = 34.0
_GAP: Final = 6.0
_TALL: Final = 22.0


def score_bars(board: Board, line: Line, *, width: float) -> Chart:
    """Return one bar for each criterion: its mean on the scale 0 to 4, from the lowest to the highest score.

    A line over the bar spans the scores of the assessors; beside it stand the mean and how they spread.
    """
    left, track = max(width * _NAME_SHARE, _NAME), width * _TRACK_SHARE
    shapes = _scale(left, track, _HEAD, _HEAD + _ROW * len(board.criteria))
    for place, item in enumerate(board.criteria):
        top = _HEAD + place * _ROW
        cell = line.cells.get(item.id, Cell())
        base = top + _ROW / 2 + _BASE
        shapes.append(Text(0.0, base, item.name, _SIZE, limit=left - _GAP))
        shapes += _marks(cell, left, track / MOST, top)
        at = left + track + _GAP
        shapes.append(Text(at, base, shown(cell.mean), _SIZE, bold=True))
        shapes.append(
            Text(
                at + _FIGURE,
                base,
                _spread_words(cell),
                _SAID,
                bold=cell.is_apart,
                color=INK if cell.is_apart else SOFT,
                limit=max(width - at - _FIGURE, 1.0),
            )
        )
    return Chart(width, _HEAD + _ROW * len(board.criteria), tuple(shapes))


def _spread_words(cell: Cell) -> str:
    return f"{DISCUSS} · {min(cell.scores)}–{max(cell.scores)}" if cell.is_apart else votes_words(cell)


def _marks(cell: Cell, left: float, unit: float, top: float) -> list[Shape]:
    if not cell.scores:
        return []
    middle = top + _ROW / 2
    found: list[Shape] = [Rect(left, middle - _BAR / 2, float(cell.mean or 0) * unit, _BAR, fill=BAR)]
    low, high = (left + score * unit for score in (min(cell.scores), max(cell.scores)))
    if low < high:
        found.append(Stroke(low, middle, high, middle, INK, 1.2))
        found += [Stroke(x, middle - _TICK, x, middle + _TICK, INK, 1.2) for x in (low, high)]
    return found


def _scale(left: float, track: float, top: float, bottom: float) -> list[Shape]:
    """Return the figures 0 to 4 over the bars and a thin line below each."""
    found: list[Shape] = []
    for score in range(MOST + 1):
        x = left + track * score / MOST
        found.append(Text(x, top - 5, str(score), _SMALL, anchor="middle", color=SOFT))
        found.append(Stroke(x, top, x, bottom, RULE if not score else _LIGHT, 0.75 if not score else 0.5))
    return found


def rank_bars(board: Board, lines: Sequence[Line], *, width: float) -> Chart:
    """Return one bar for each candidate by its place over all: place, code of its dimension, name, total."""
    ordered = by_rank(lines)
    left = width * 0.5
    room = max(width - left - _FIGURE * 2, 1.0)
    shapes: list[Shape] = []
    for place, item in enumerate(ordered):
        top = place * _TALL
        base = top + _TALL / 2 + _BASE
        rank = f"{item.rank}." if item.rank is not None else "–"
        shapes.append(Text(_PLACE - _GAP, base, rank, _SIZE, bold=True, anchor="end"))
        shapes.append(
            Text(_PLACE, base, board.code_of(item.candidate.dimension), _SIZE, bold=True, limit=_CODE - 2)
        )
        shapes.append(
            Text(_PLACE + _CODE, base, item.candidate.name, _SIZE, limit=left - _PLACE - _CODE - _GAP)
        )
        length = room * float((item.total or Fraction(0)) / MOST)
        if length:
            shapes.append(Rect(left, top + (_TALL - _BAR) / 2, length, _BAR, fill=BAR))
        shapes.append(Text(left + length + _GAP, base, shown(item.total), _SIZE, bold=True))
    height = _TALL * len(ordered)
    if ordered:
        shapes.append(Stroke(left, 0.0, left, height, RULE, 0.75))
    return Chart(width, height, tuple(shapes))
