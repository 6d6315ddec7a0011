"""Charts of the analyses as plain shapes: radar and bars of readiness, the plot of a SWOT.

Values are exact (fractions, decimals) and become floats only as places on the picture. Two readings are told
apart by mark and lightness, and every value stands beside it in figures: a grey printer loses nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, cos, pi, sin
from typing import Final, Literal

from smartcity_desktop.domain.chart import BAR, INK, RULE, SOFT, Chart, Line, Polygon, Rect, Shape, Spot, Text
from smartcity_desktop.domain.readiness import MOST, ReadinessRecap, Reading, condition, figure
from smartcity_desktop.domain.swot import MIDDLE, QUADRANTS, Standing, decimal

APART: Final = "|"
"""Stands between the code of an element and the name of a component."""
PALE: Final = "#e3eced"
LIGHT: Final = "#a9c3c5"
GRID: Final = "#cfcfcf"
_SIZE: Final = 8.5
_LINE: Final = 10.5
_DOT: Final = 3.0
_LABEL: Final = 78.0
"""Points beside a radar for the words of its axes."""
_ROW: Final = 30.0
_HEAD: Final = 15.0
_BAR: Final = 8.0
_FIGURES: Final = 96.0
_NAME: Final = 0.36
_WORD: Final = 17
"""Letters of a line beside a radar."""
_LINES: Final = 3
_OUT: Final = 10.0
"""Points between the end of an axis and its words."""
_POINT_WORDS: Final = 74.0
"""Points that the figures of a point take."""
_CORNERS: Final = 3
_UPRIGHT: Final = 0.2
"""How far an axis leans (as a sine) whose words stand above or below it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis or row: its name, a mean of each reading (None where none stands), the key it leads to."""

    name: str
    values: tuple[Fraction | None, ...]
    key: str = ""
    strong: bool = False


def component_axes(recap: ReadinessRecap) -> tuple[Axis, ...]:
    """Return an axis for every component, with its mean on each worksheet; the key is ``STR|Anggaran``."""
    return tuple(
        Axis(name, tuple(_mean_of(item, element, name) for item in recap.readings), f"{element}{APART}{name}")
        for element, name in recap.components
    )


def element_rows(recap: ReadinessRecap) -> tuple[Axis, ...]:
    """Return every element with its components behind it, as rows of bars; the key of one is ``STR|``."""
    components = component_axes(recap)
    found: list[Axis] = []
    for code in dict.fromkeys(element for element, _ in recap.components):
        key = f"{code}{APART}"
        means = tuple(
            item.found.elements[code].mean.value if code in item.found.elements else None
            for item in recap.readings
        )
        found.append(Axis(recap.names.get(code, code), means, key, strong=True))
        found += [item for item in components if item.key.startswith(key)]
    return tuple(found)


def _mean_of(reading: Reading, element: str, component: str) -> Fraction | None:
    share = reading.found.components.get((element, component))
    return share.mean.value if share else None


def radar(axes: Sequence[Axis], legend: Sequence[str], *, width: float) -> Chart:
    """Return a radar from 0 to 4 with rings at 1 to 4; an axis without a mean has no mark.

    ``legend`` names the readings, the first with squares on a dark line, the second with diamonds on a pale
    one. With fewer than three axes there is nothing to span: the picture is empty.
    """
    if len(axes) < _CORNERS:
        return Chart(width, 0.0, ())
    radius = max((width - 2 * _LABEL) / 2, 40.0)
    centre = (width / 2, radius + 4.2 * _LINE)
    angles = [2 * pi * place / len(axes) for place in range(len(axes))]

    def at(angle: float, value: float) -> tuple[float, float]:
        far = radius * value / MOST
        return centre[0] + far * sin(angle), centre[1] - far * cos(angle)

    shapes: list[Shape] = [
        Polygon(tuple(at(angle, ring) for angle in angles), stroke=RULE if ring == MOST else GRID)
        for ring in range(1, MOST + 1)
    ]
    shapes += [Line(*centre, *at(angle, MOST), GRID) for angle in angles]
    webs = [
        [
            None if axis.values[place] is None else at(angle, float(axis.values[place] or 0))
            for axis, angle in zip(axes, angles, strict=True)
        ]
        for place in range(len(legend))
    ]
    # The area lies under all lines; the marks of the first reading lie above those of the others.
    shapes += [Polygon(tuple(known), fill=PALE) for known in (_whole(web) for web in webs[:1]) if known]
    for place, web in reversed(list(enumerate(webs))):
        shapes += _web(web, place)
    shapes += [
        Text(centre[0] + 3, centre[1] - radius * ring / MOST + 3, str(ring), 7, color=SOFT)
        for ring in range(1, MOST + 1)
    ]
    spots: list[Spot] = []
    for axis, angle in zip(axes, angles, strict=True):
        words, spot = _axis_words(axis, at(angle, MOST * (1 + _OUT / radius)), angle, width)
        shapes += words
        spots += [spot] if axis.key else []
    bottom = centre[1] + radius + 4.4 * _LINE
    return Chart(width, bottom + 14, (*shapes, *_legend(legend, bottom, width, _mark)), spots=tuple(spots))


def bars(rows: Sequence[Axis], legend: Sequence[str], *, width: float) -> Chart:
    """Return bars from 0 to 4 with the borders of sedang (2) and baik (3), a bar of each reading in a row.

    Every bar says its mean and its word; a ``strong`` row is one that the following ones belong to.
    """
    left, right = width * _NAME, width - _FIGURES
    unit = max(right - left, 1.0) / MOST
    step = _ROW if len(legend) > 1 else _ROW - _BAR
    bottom = _HEAD + step * len(rows)
    shapes: list[Shape] = []
    for value, word in ((2, "sedang"), (3, "baik")):
        x = left + unit * value
        shapes += [Line(x, _HEAD - 3, x, bottom, GRID), Text(x, 9, word, 7.5, anchor="middle", color=SOFT)]
    spots: list[Spot] = []
    for place, row in enumerate(rows):
        top = _HEAD + step * place
        shapes += _bar_row(row, top, (left, unit), step)
        spots += [Spot(0, top, width, step, row.key, row.name)] if row.key else []
    shapes.append(Line(left, _HEAD - 3, left, bottom, RULE, 0.75))
    return Chart(
        width, bottom + 18, (*shapes, *_legend(legend, bottom + 6, width, _swatch)), spots=tuple(spots)
    )


def quadrants(standing: Standing, *, width: float) -> Chart:
    """Return the plot of x = ΣS − ΣW and y = ΣO − ΣT with its point; the quadrants by number and word."""
    side = width - 2 * _LINE
    middle, reach = width / 2, _reach(standing)
    half = side / 2
    low, high = middle - half, middle + half
    shapes: list[Shape] = [
        Rect(low, low, side, side, stroke=RULE),
        *(
            Line(*pair, GRID)
            for share in (-0.5, 0.5)
            for pair in (
                (middle + half * share, low, middle + half * share, high),
                (low, middle - half * share, high, middle - half * share),
            )
        ),
        Line(low, middle, high, middle, INK, 1.0),
        Line(middle, low, middle, high, INK, 1.0),
        Text(
            middle, low - 4, f"O  peluang  ({decimal(reach, signed=True)})", _SIZE, bold=True, anchor="middle"
        ),
        Text(middle, high + 11, "T  ancaman", _SIZE, bold=True, anchor="middle"),
        Text(high - 4, middle - 4, "S  kekuatan", _SIZE, bold=True, anchor="end"),
        Text(low + 4, middle - 4, "W  kelemahan", _SIZE, bold=True),
        Text(high - 3, middle + 10, decimal(reach, signed=True), 7.5, anchor="end", color=SOFT),
    ]
    places = {"I": (1, -1), "II": (1, 1), "III": (-1, -1), "IV": (-1, 1)}
    for name, (across, down) in places.items():
        is_here = name == standing.quadrant
        x, y = middle + half * 0.5 * across, middle + half * 0.86 * down + 3
        words = f"{name}  {QUADRANTS[name]}"
        shapes.append(Text(x, y, words, 9.5, bold=is_here, anchor="middle", color=INK if is_here else SOFT))
    return Chart(width, width + 4, (*shapes, *_point(standing, (middle, half), reach)))


def totals(standing: Standing, *, width: float) -> Chart:
    """Return the totals of IFE and EFE on a line from 1 to 4 with the mark 2,50; one under 1 has no bar."""
    left, right = 34.0, width - 44.0
    unit = (right - left) / 3
    mark = left + unit * float(MIDDLE - 1)
    shapes: list[Shape] = [Text(mark, 9, "2,50", 8, anchor="middle", color=SOFT)]
    for place, (name, total) in enumerate((("IFE", standing.internal), ("EFE", standing.external))):
        top = _HEAD + 20 * place
        length = unit * (min(max(float(total), 1.0), 4.0) - 1)
        shapes.append(Text(0, top + 10.5, name, 9, bold=True))
        shapes += [Rect(left, top + 1, length, 12, fill=BAR)] if length else []
        shapes.append(Text(right + 6, top + 10.5, decimal(total), 9, bold=True))
    bottom = _HEAD + 42
    shapes += [
        Line(mark, 12, mark, bottom, INK, 1.0),
        Line(left, bottom, right, bottom, RULE),
        *(
            Text(left + unit * (value - 1), bottom + 10, str(value), 8, anchor="middle", color=SOFT)
            for value in range(1, 5)
        ),
    ]
    return Chart(width, bottom + 14, tuple(shapes))


def _reach(standing: Standing) -> Decimal:
    """Return how far the axes of the plot go: whole halves, at least 1."""
    far = max(abs(standing.x), abs(standing.y), Decimal(1))
    return Decimal(ceil(far * 2)) / 2


def _point(standing: Standing, frame: tuple[float, float], reach: Decimal) -> list[Shape]:
    if not any(side.score for side in standing.sides.values()):
        return []
    middle, half = frame
    x = middle + half * float(standing.x / reach)
    y = middle - half * float(standing.y / reach)
    words = f"({decimal(standing.x, signed=True)}; {decimal(standing.y, signed=True)})"
    # The figures stand over their point, and inside the frame.
    at = min(max(x, middle - half + _POINT_WORDS / 2), middle + half - _POINT_WORDS / 2)
    base = y - 9 if y > middle - half * 0.7 else y + 17
    return [
        Line(middle, middle, x, y, BAR, 1.5),
        Polygon(_diamond(x, y, 5.5), fill=INK),
        Text(at, base, words, 9.5, bold=True, anchor="middle"),
    ]


def _whole(points: Sequence[tuple[float, float] | None]) -> list[tuple[float, float]]:
    """Return the corners of a reading that has a mean on every axis, nothing of any other."""
    known = [point for point in points if point is not None]
    return known if len(known) == len(points) else []


def _web(points: Sequence[tuple[float, float] | None], place: int) -> list[Shape]:
    """Return one reading of a radar: marks, and lines between neighbours that both have a mean."""
    ink, weight = (BAR, 1.6) if place == 0 else (RULE, 0.9)
    shapes: list[Shape] = [
        Line(*one, *other, ink, weight)
        for one, other in zip(points, [*points[1:], *points[:1]], strict=True)
        if one is not None and other is not None
    ]
    return [*shapes, *(_mark(*point, place) for point in points if point is not None)]


def _mark(x: float, y: float, place: int) -> Shape:
    if place == 0:
        return Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT, fill=BAR)
    return Polygon(_diamond(x, y, _DOT + 1), fill="#ffffff", stroke=INK)


def _swatch(x: float, y: float, place: int) -> Shape:
    return Rect(x - 5, y - _BAR / 2, 10, _BAR, BAR if place == 0 else LIGHT, "" if place == 0 else SOFT)


def _diamond(x: float, y: float, far: float) -> tuple[tuple[float, float], ...]:
    return ((x, y - far), (x + far, y), (x, y + far), (x - far, y))


def _axis_words(
    axis: Axis, place: tuple[float, float], angle: float, width: float
) -> tuple[list[Shape], Spot]:
    x, y = place
    side: Literal["start", "middle", "end"] = "middle"
    if abs(sin(angle)) > _UPRIGHT:
        side = "start" if sin(angle) > 0 else "end"
    lines = [*_broken(axis.name), " / ".join(figure(value) for value in axis.values)]
    # The words stand above their axis at the top, below it at the bottom, beside it between.
    top = y - (len(lines) - 1) * _LINE * (1 + cos(angle)) / 2 + 0.35 * _LINE * (1 - cos(angle))
    limit = {"start": width - x, "end": x, "middle": width / 2}[side]
    words: list[Shape] = [
        Text(x, top + at * _LINE, line, _SIZE, at == len(lines) - 1, side, limit=max(limit, 1.0))
        for at, line in enumerate(lines)
    ]
    left = {"start": x, "end": x - _LABEL, "middle": x - _LABEL / 2}[side]
    return words, Spot(left, top - _LINE, _LABEL, _LINE * len(lines) + 3, axis.key, axis.name)


def _broken(name: str) -> list[str]:
    """Return the words of an axis over lines that fit beside it."""
    lines: list[str] = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _WORD and len(lines) < _LINES:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _bar_row(row: Axis, top: float, scale: tuple[float, float], step: float) -> list[Shape]:
    left, unit = scale
    indent = 0.0 if row.strong else 10.0
    shapes: list[Shape] = [
        Text(indent, top + step / 2 + 3, row.name, 9, row.strong, limit=max(left - indent - 8, 1.0))
    ]
    gap = (step - _BAR * len(row.values)) / (len(row.values) + 1)
    for place, value in enumerate(row.values):
        y = top + gap + place * (_BAR + gap)
        if value is not None and value > 0:
            fill = BAR if place == 0 else LIGHT
            shapes.append(
                Rect(left, y, unit * float(value), _BAR, fill=fill, stroke="" if place == 0 else SOFT)
            )
        words = f"{figure(value)} {condition(value)}" if value is not None else "belum dinilai"
        end = left + unit * float(value or 0) + 5
        shapes.append(
            Text(end, y + _BAR - 0.8, words, 8, row.strong, color=INK if value is not None else SOFT)
        )
    return shapes


def _legend(
    names: Sequence[str], top: float, width: float, mark: Callable[[float, float, int], Shape]
) -> list[Shape]:
    """Return what each mark stands for; one reading alone needs no word."""
    if len(names) <= 1:
        return []
    share = width / len(names)
    shapes: list[Shape] = []
    for place, name in enumerate(names):
        x = share * place + 6
        shapes.append(mark(x, top + 5, place))
        shapes.append(Text(x + 9, top + 8, name, 8.5, limit=max(share - 18, 1.0)))
    return shapes
