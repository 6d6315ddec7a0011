"""Charts as plain shapes: computed once, painted alike on paper and on the screen.

All measures are points; the origin is the upper left corner and y grows downwards. Fills differ in lightness,
so that a grey printer keeps them apart, and every part carries its code: colour is never the only signal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.dimension import RETIRED
from smartcity_desktop.domain.report import DimensionCount
from smartcity_desktop.domain.wording import number

INK: Final = "#1a1a1a"
SOFT: Final = "#595959"
RULE: Final = "#8c8c8c"
BAR: Final = "#3f6f73"

_ROW: Final = 20.0
_BAR: Final = 12.0
_SIZE: Final = 9.0
_CODE_SPACE: Final = 34.0
_NAME_SHARE: Final = 0.3
_LONG_SHARE: Final = 0.46
_LONG: Final = 26
"""Letters of a name that the usual share holds; longer ones get the long share."""
_MOST: Final = 38
"""Letters that the long share holds."""
_COUNT_SPACE: Final = 34.0
_BASELINE: Final = 3.2


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner; an empty colour is not painted."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line of ``weight`` points."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str = INK
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed figure through ``points``; an empty colour is not painted."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on the baseline ``y``; cut with an ellipsis where it is wider than ``limit``.

    ``anchor`` says which part of the text stands at ``x``; a ``limit`` of 0 cuts nothing.
    """

    x: float
    y: float
    text: str
    size: float = _SIZE
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    color: str = INK
    limit: float = 0.0


Shape = Rect | Line | Polygon | Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a picture that leads on to what ``key`` names; ``words`` say what it is."""

    x: float
    y: float
    width: float
    height: float
    key: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of ``width`` by ``height`` points; shapes are painted in their order.

    ``spots`` are places that can be clicked on the screen; paper leaves them out.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return what leads on from a point of the picture, None where nothing does."""
        return next(
            (
                item
                for item in self.spots
                if item.x <= x <= item.x + item.width and item.y <= y <= item.y + item.height
            ),
            None,
        )


def program_bars(counts: Sequence[DimensionCount], *, width: float) -> Chart:
    """Return horizontal bars of the programs per dimension, each with code, name and count.

    The bars share one scale from zero; a dimension without a program keeps its line, so that the gap shows.
    """
    is_long = any(len(item.name) > _LONG for item in counts)
    left = _CODE_SPACE + width * (_LONG_SHARE if is_long else _NAME_SHARE)
    room = max(width - left - _COUNT_SPACE, 1.0)
    most = max((item.programs for item in counts), default=0)
    height = _ROW * len(counts)
    shapes: list[Shape] = []
    for place, item in enumerate(counts):
        shapes.extend(_bar(item, top=place * _ROW, left=left, scale=room / most if most else 0.0))
    if counts:
        shapes.append(Line(left, 0.0, left, height, RULE, 0.75))
    return Chart(width, height, tuple(shapes))


def _bar(item: DimensionCount, *, top: float, left: float, scale: float) -> list[Shape]:
    base = top + _ROW / 2 + _BASELINE
    length = max(item.programs, 0) * scale
    parts: list[Shape] = [
        Text(0.0, base, item.code, bold=True, limit=_CODE_SPACE - 4),
        Text(_CODE_SPACE, base, _named(item.name), color=SOFT, limit=left - _CODE_SPACE - 8),
    ]
    if length:
        parts.append(Rect(left, top + (_ROW - _BAR) / 2, length, _BAR, fill=BAR))
    parts.append(Text(left + length + 5, base, number(item.programs), bold=True))
    return parts


def _named(name: str) -> str:
    """Return a name of a bar; of one no longer used the name itself is cut, never what says so."""
    if len(name) <= _MOST or not name.endswith(RETIRED):
        return name
    return f"{name[: _MOST - len(RETIRED) - 1].rstrip()}…{RETIRED}"
