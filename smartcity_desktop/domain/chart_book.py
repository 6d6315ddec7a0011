"""Charts that only books have, as plain shapes: programs as bars over the ten years of the masterplan."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.chart import BAR, INK, RULE, SOFT, Chart, Line, Rect, Shape, Text
from smartcity_desktop.domain.initiative_facts import YEARS
from smartcity_desktop.domain.roadmap import RoadProgram

_NAME: Final = 0.44
_HEAD: Final = 16.0
_ROW: Final = 15.0
_SIZE: Final = 7.5
_BASE: Final = 2.6
_HALFWAY: Final = 5
_GRID: Final = "#d9d9d9"
_PALE: Final = "#a9c3c5"
_SHARE: Final = 0.62
"""How much of its row a bar fills."""
_LEGEND: Final = 16.0
_HUNDRED: Final = 100


def gantt(programs: Sequence[RoadProgram], base: int, *, width: float) -> Chart:
    """Return a line for each program with a bar over its years; ``base`` is the calendar year of year 1.

    A pale bar with a line round it is guessed from the horizon; a program without a bar says why.
    """
    if not programs:
        return Chart(width, 0.0, ())
    left = width * _NAME
    step = (width - left) / YEARS
    bottom = _HEAD + _ROW * len(programs)
    shapes: list[Shape] = []
    for year in range(YEARS + 1):
        x = left + step * year
        shapes.append(Line(x, _HEAD - 3, x, bottom, RULE if year in {0, _HALFWAY} else _GRID))
        if year < YEARS:
            name = f"{base + year}" if base else f"Th {year + 1}"
            shapes.append(Text(x + step / 2, _HEAD - 6, name, _SIZE - 0.5, bold=True, anchor="middle"))
    for place, item in enumerate(programs):
        shapes += _line(item, _HEAD + _ROW * place, (left, step))
    shapes.append(Line(0.0, bottom, width, bottom, _GRID))
    return Chart(width, bottom + _LEGEND, (*shapes, *_legend(left, bottom + 5)))


def _line(item: RoadProgram, top: float, scale: tuple[float, float]) -> list[Shape]:
    left, step = scale
    base = top + _ROW / 2 + _BASE
    shapes: list[Shape] = [
        Line(0.0, top, left + step * YEARS, top, _GRID),
        Text(0.0, base, item.called, _SIZE, limit=left - 5),
    ]
    span = item.span.shown if item.span else None
    if span is None:
        words = "di luar sepuluh tahun masterplan" if item.span else "tahun belum disebut"
        shapes.append(Text(left + 4, base, words, _SIZE - 0.5, color=SOFT))
        return shapes
    x, long = left + step * (span.first - 1), step * (span.last - span.first + 1)
    y, high = top + _ROW * (1 - _SHARE) / 2, _ROW * _SHARE
    if span.guessed:
        shapes.append(Rect(x, y, long, high, fill=_PALE, stroke=RULE))
    else:
        shapes.append(Rect(x, y, long, high, fill=BAR))
    shapes += [
        _stone(left + step * (int(one.year)) - 4, top + _ROW / 2)
        for one in item.milestones
        if _is_year(one.year) and one.text
    ]
    return shapes


def _is_year(year: str) -> bool:
    return year.isdigit() and 1 <= int(year) <= YEARS


def _stone(x: float, y: float) -> Shape:
    return Rect(x - 2, y - 2, 4, 4, fill="#ffffff", stroke=INK)


def _legend(left: float, top: float) -> list[Shape]:
    return [
        Rect(left, top, 12, 7, fill=BAR),
        Text(left + 16, top + 6.5, "menurut tahunnya", _SIZE - 0.5, color=SOFT),
        Rect(left + 92, top, 12, 7, fill=_PALE, stroke=RULE),
        Text(left + 108, top + 6.5, "menurut jangkanya", _SIZE - 0.5, color=SOFT),
        _stone(left + 188, top + 3.5),
        Text(left + 195, top + 6.5, "titik capai", _SIZE - 0.5, color=SOFT),
    ]


def progress(items: Sequence[tuple[str, int | None]], *, width: float) -> Chart:
    """Return a bar from 0 to 100 for each item; one whose progress nobody said has none and says so."""
    left = width * _NAME
    room = width - left - 40
    shapes: list[Shape] = []
    for place, (name, share) in enumerate(items):
        top = _ROW * place
        base = top + _ROW / 2 + _BASE
        y, high = top + _ROW * (1 - _SHARE) / 2, _ROW * _SHARE
        shapes.append(Text(0.0, base, name, _SIZE, limit=left - 5))
        shapes.append(Rect(left, y, room, high, stroke=RULE))
        if share:
            shapes.append(Rect(left, y, room * min(share, _HUNDRED) / _HUNDRED, high, fill=BAR))
        told = "belum" if share is None else f"{share}%"
        shapes.append(Text(left + room + 5, base, told, _SIZE, bold=share is not None))
    return Chart(width, _ROW * len(items), tuple(shapes))
