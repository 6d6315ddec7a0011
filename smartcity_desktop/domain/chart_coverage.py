"""Money per year as stacked bars, in plain shapes: every part carries its code, and leads to its rows."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.chart import INK, RULE, SOFT, Chart, Line, Rect, Shape, Spot, Text
from smartcity_desktop.domain.coverage import Board, BoardLine
from smartcity_desktop.domain.dimension import PALETTE
from smartcity_desktop.domain.wording import rupiah_words

_ROW: Final = 21.0
_BAR: Final = 15.0
_SIZE: Final = 8.5
_BASE: Final = 3.0
_YEAR: Final = 30.0
_FIGURE: Final = 74.0
_GAP: Final = 5.0
_LETTER: Final = 5.4
"""Points that a letter of a code takes on average."""
_SWATCH: Final = 8.0
_LEGEND: Final = 14.0
_GREYS: Final = ("#d0d0d0", "#e8e8e8", "#f6f6f6")
"""Grounds of what stands beside the dimensions."""
MARK: Final = "|"
"""Stands between the line and the column in the key of a part."""


def fills(lines: Sequence[BoardLine], *, plain: bool = False) -> tuple[str, ...]:
    """Return the colour of every line: its own, else one of the palette (``plain``), else a grey."""
    found: list[str] = []
    for line in lines:
        if line.color:
            found.append(line.color)
        elif plain:
            found.append(PALETTE[len(found) % len(PALETTE)].value)
        else:
            grey = sum(1 for color in found if color in _GREYS)
            found.append(_GREYS[grey % len(_GREYS)])
    return tuple(found)


def stacked_bars(board: Board, *, width: float, plain: bool = False) -> Chart:
    """Return a bar for every year with a part for each line; all years share one scale from zero.

    A part leads on to its rows by ``<line>|<column>``; what each colour stands for is said below.
    """
    years = [(at, head) for at, head in enumerate(board.heads[:-1])]
    most = max((board.sums.cells[at].amount for at, _ in years), default=0)
    unit = max(width - _YEAR - _FIGURE, 1.0) / most if most > 0 else 0.0
    colors = fills(board.lines, plain=plain)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for place, (at, head) in enumerate(years):
        top = place * _ROW + (_ROW - _BAR) / 2
        base = top + _BAR / 2 + _BASE
        shapes.append(Text(0.0, base, head.words, _SIZE, bold=True, limit=_YEAR - _GAP))
        left = _YEAR
        for line, color in zip(board.lines, colors, strict=True):
            length = max(line.cells[at].amount, 0) * unit
            if not length:
                continue
            shapes += _part(line.short, (left, top, length), base, color)
            words = f"{line.name}, {head.words}: {rupiah_words(line.cells[at].amount)}"
            spots.append(Spot(left, top, length, _BAR, f"{line.key}{MARK}{at}", words))
            left += length
        told = rupiah_words(board.sums.cells[at].amount)
        shapes.append(Text(left + _GAP, base, told, _SIZE, limit=_FIGURE - _GAP))
    high = len(years) * _ROW
    if years:
        shapes.append(Line(_YEAR, 0.0, _YEAR, high, RULE, 0.75))
    legend, below = _legend(board.lines, colors, high + _GAP, width)
    return Chart(width, below, (*shapes, *legend), tuple(spots))


def _part(code: str, place: tuple[float, float, float], base: float, color: str) -> list[Shape]:
    left, top, length = place
    found: list[Shape] = [Rect(left, top, length, _BAR, fill=color, stroke=RULE)]
    if len(code) * _LETTER + 2 <= length:
        found.append(Text(left + length / 2, base, code, _SIZE - 1, anchor="middle", color=INK))
    return found


def _legend(
    lines: Sequence[BoardLine], colors: Sequence[str], top: float, width: float
) -> tuple[list[Shape], float]:
    """Return what each colour stands for, line by line where they have no room beside each other."""
    found: list[Shape] = []
    left = 0.0
    for line, color in zip(lines, colors, strict=True):
        if not any(cell.amount for cell in line.cells):
            continue
        long = _SWATCH + _GAP + len(line.name) * (_LETTER - 0.5) + 2 * _GAP
        if left and left + long > width:
            left, top = 0.0, top + _LEGEND
        found.append(Rect(left, top, _SWATCH, _SWATCH, fill=color, stroke=RULE))
        room = width - left - _SWATCH - _GAP
        name = Text(
            left + _SWATCH + _GAP, top + _SWATCH - 1.0, line.name, _SIZE - 0.5, color=SOFT, limit=room
        )
        found.append(name)
        left += long
    return found, top + _LEGEND if found else top
