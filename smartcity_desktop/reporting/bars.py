"""Bars of a code for a hand scanner (Code 128), drawn on whole dots of an office printer."""

import math
from typing import Final

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import inch, mm
from reportlab.platypus import Flowable

DOT: Final = inch / 300
_WIDE, _NARROW = 4, 3
"""Dots of the narrowest bar: 0.34 mm, and 0.25 mm where a long code needs it, the least a scanner reads."""
_QUIET: Final = 10
"""White at either side, in narrowest bars."""
_HEIGHT: Final = 9 * mm


class Bars(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """The bars of one code in the middle of its room, as wide as fits."""

    def __init__(self, code: str, width: float, height: float = _HEIGHT) -> None:
        """``width`` is the room in points, white at the sides included."""
        super().__init__()
        self._code, self._width, self._height = code, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room it takes."""
        return self._width, self._height

    def draw(self) -> None:
        """Draw the bars, the first of them on a whole dot."""
        bars = made(self._code, self._width, self._height)
        free = (self._width - float(bars.width)) / 2
        left, _ = self.canv.absolutePosition(0, 0)
        at = math.ceil((left + free) / DOT) * DOT - left
        bars.drawOn(self.canv, at, 0)


def made(code: str, width: float, height: float = _HEIGHT) -> Code128:
    """Return the bars of a code that fit in ``width`` points with white at both sides, without that white."""
    for dots in (_WIDE, _NARROW):
        module = dots * DOT
        bars = Code128(code, barWidth=module, barHeight=height, quiet=False)
        if float(bars.width) + 2 * _QUIET * module <= width:
            break
    return bars
