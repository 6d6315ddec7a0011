"""Charts of a recap as plain shapes: how far every sheet is, and bars of any count with its words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.chart import BAR, RULE, SOFT, Chart, Line, Rect, Shape, Spot, Text
from smartcity_desktop.domain.paper_recap import RecapBar, RecapSheet, few, few_sheets

_ROW: Final = 17.0
_BAR: Final = 9.0
_SIZE: Final = 8.5
_BASE: Final = 3.0
_GAP: Final = 5.0
_CODE: Final = 32.0
_FIGURE: Final = 54.0
_MONEY: Final = 78.0
_TITLE: Final = 0.4
_STATUS: Final = 0.17
_LETTER: Final = 4.5
"""Points that a letter of a name takes on average."""
_NARROW, _WIDE = 0.3, 0.56
"""Shares of the width that names take at least and at most."""
MERGED: Final = " (gabungan)"


def sheet_bars(sheets: Sequence[RecapSheet], *, width: float) -> Chart:
    """Return a line for each sheet: code, title, status, a bar of its rows, and how many these are.

    All bars share one scale from zero; rows that have no answer yet are an empty frame behind the bar. A
    line leads on to its sheet: its key is that of the worksheet.
    """
    known = few_sheets(sheets)
    state = width * _TITLE
    left = width * (_TITLE + _STATUS)
    most = max((max(item.done, item.total) for item in known), default=0)
    unit = max(width - left - _FIGURE, 1.0) / most if most else 0.0
    shapes: list[Shape] = []
    for place, item in enumerate(known):
        top = place * _ROW
        base = top + _ROW / 2 + _BASE
        ending = MERGED if item.merged else ""
        shapes += [
            Text(0.0, base, item.code, _SIZE, bold=True, limit=_CODE - _GAP),
            Text(_CODE, base, item.title + ending, _SIZE, limit=state - _CODE - _GAP),
            Text(state, base, item.status, _SIZE, color=SOFT, limit=left - state - _GAP),
        ]
        longest = max(item.done, item.total) * unit
        shapes += _bar(left, top, longest, item.done * unit)
        shapes.append(Text(left + longest + _GAP, base, item.words, _SIZE, bold=True))
    spots = tuple(
        Spot(0.0, place * _ROW, width, _ROW, item.worksheet, f"{item.code} {item.title}")
        for place, item in enumerate(known)
        if item.worksheet
    )
    return _closed(shapes, left, Chart(width, _ROW * len(known), (), spots))


def count_bars(bars: Sequence[RecapBar], *, width: float) -> Chart:
    """Return a bar for each count from zero, with its name before it and its figure behind it.

    A count of nothing keeps its line, so that the gap shows.
    """
    known = few(bars)
    letters = max((len(item.name) for item in known), default=0)
    left = min(max(letters * _LETTER + _GAP, width * _NARROW), width * _WIDE)
    room = _MONEY if any(item.words for item in known) else _FIGURE / 2
    most = max((item.value for item in known), default=0)
    unit = max(width - left - room, 1.0) / most if most > 0 else 0.0
    shapes: list[Shape] = []
    for place, item in enumerate(known):
        top = place * _ROW
        base = top + _ROW / 2 + _BASE
        length = max(item.value, 0) * unit
        shapes.append(Text(0.0, base, item.name, _SIZE, limit=left - _GAP))
        shapes += _bar(left, top, length, length)
        shapes.append(Text(left + length + _GAP, base, item.told, _SIZE, bold=True))
    return _closed(shapes, left, Chart(width, _ROW * len(known), ()))


def _bar(left: float, top: float, whole: float, done: float) -> list[Shape]:
    y = top + (_ROW - _BAR) / 2
    found: list[Shape] = []
    if whole > done:
        found.append(Rect(left, y, whole, _BAR, stroke=RULE))
    if done:
        found.append(Rect(left, y, done, _BAR, fill=BAR))
    return found


def _closed(shapes: list[Shape], left: float, around: Chart) -> Chart:
    """Return the chart with its shapes, and the line that they begin at."""
    if around.height:
        shapes.append(Line(left, 0.0, left, around.height, RULE, 0.75))
    return replace(around, shapes=tuple(shapes))
