"""Means and spreads as people write them: with a comma, rounded half up as by hand, without a float."""

from fractions import Fraction
from math import isqrt
from typing import Final

from smartcity_desktop.domain.wording import EMPTY

ENOUGH: Final = 5
"""From so many people on a standard deviation says something; below, what each of them gave is shown."""
_FINE: Final = 1000
"""Parts of one to which a root is taken before it is rounded to hundredths."""


def shown(value: Fraction | None, places: int = 2) -> str:
    """Return ``3,42``, rounded half up; ``–`` where there is none."""
    if value is None:
        return EMPTY
    scale = 10**places
    whole = int(value * scale + Fraction(1, 2))
    return f"{whole // scale},{whole % scale:0{places}d}" if places else str(whole)


def deviation(variance: Fraction, count: int) -> str:
    """Return the standard deviation over ``count`` people as ``0,55``; empty below ``ENOUGH`` of them."""
    return shown(Fraction(isqrt(int(variance * _FINE**2)), _FINE)) if count >= ENOUGH else ""
