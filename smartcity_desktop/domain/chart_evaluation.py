"""The sections of an evaluation as bars from 0 to 4, each with its mean and a mark for the year before."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.chart import BAR, INK, RULE, SOFT, Chart, Line, Rect, Shape, Spot, Text
from smartcity_desktop.domain.evaluation import MOST, SectionMean, shown

_ROW: Final = 20.0
_BAR: Final = 11.0
_BASE: Final = 3.2
_NAME: Final = 66.0
_WEIGHT: Final = 32.0
_FIGURES: Final = 62.0
_FOOT: Final = 12.0
_SIZE: Final = 8.5
_SMALL: Final = 7.5


def section_bars(
    sections: Sequence[SectionMean], before: Mapping[str, Fraction | None], *, width: float
) -> Chart:
    """Return a bar for each section with its weight before and its mean behind it.

    All share the scale from 0 to 4. A thin line across a bar is the mean of the year ``before``; the key of a
    row is its section.
    """
    left = _NAME + _WEIGHT
    unit = max(width - left - _FIGURES, 1.0) / float(MOST)
    height = _ROW * len(sections)
    shapes: list[Shape] = []
    for score in range(int(MOST) + 1):
        x = left + score * unit
        shapes.append(Line(x, 0.0, x, height, RULE, 0.75 if score == 0 else 0.25))
        shapes.append(Text(x, height + _FOOT - _BASE, str(score), _SMALL, anchor="middle", color=SOFT))
    for place, item in enumerate(sections):
        top = place * _ROW
        base = top + _ROW / 2 + _BASE
        shapes.append(Text(0.0, base, item.words, _SIZE, bold=True, limit=_NAME - 4))
        shapes.append(Text(_NAME, base, f"{item.weight}%", _SIZE, color=SOFT))
        length = float(item.mean or 0) * unit
        if length:
            shapes.append(Rect(left, top + (_ROW - _BAR) / 2, length, _BAR, fill=BAR))
        earlier = before.get(item.section)
        if earlier is not None:
            x = left + float(earlier) * unit
            shapes.append(Line(x, top + 2, x, top + _ROW - 2, INK, 1.5))
        told = shown(item.mean) if item.mean is not None else "kosong"
        shapes.append(Text(width, base, told, _SIZE, bold=True, anchor="end"))
    spots = tuple(
        Spot(0.0, place * _ROW, width, _ROW, item.section, item.words) for place, item in enumerate(sections)
    )
    return Chart(width, height + _FOOT, tuple(shapes), spots)
