"""Figures and days as people write and spreadsheets show them: ``1,25 M``, ``12 %``, ``Jum'at, 3 Mei 2024``.

What is not surely meant is no value: nothing is rounded, and a point is never taken away where it may divide.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from smartcity_desktop.domain.wording import EMPTY, MONTHS, day_of, parse_money

_WHOLE: Final = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d{1,18})(?:,0{1,2})?", re.ASCII)
_FRACTION: Final = re.compile(r"(\d{0,9})(?:[.,](\d{1,4}))?", re.ASCII)
_DAY: Final = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})", re.ASCII)
_LONG_DAY: Final = re.compile(
    r"(?:[a-z'\u2018\u2019`]+,? )?(\d{1,2})[-/. ]([a-z]{3,9})\.?[-/. ](\d{4}|\d{2})", re.ASCII
)
_OTHER_MONTHS: Final = {
    **dict.fromkeys(("peb", "pebruari"), 2),
    "may": 5,
    **dict.fromkeys(("agt", "ags", "aug", "august"), 8),
    **dict.fromkeys(("oct", "october"), 10),
    **dict.fromkeys(("nop", "nopember"), 11),
    **dict.fromkeys(("dec", "december"), 12),
}
"""Months that do not begin as the usual ones do: other short forms, old spelling, and an English Excel's."""
_CENTURY: Final = "20"
PERCENT: Final = "%"


def whole(text: str) -> int | None:
    """Return a whole number with its points in the right places (``1.250``); None for anything else."""
    found = _WHOLE.fullmatch(text)
    return int(found[1] + found[2].replace(".", "")) if found else None


def fraction(text: str) -> str:
    """Return a figure with decimals as digits with a point: ``0.25`` for ``0,25``; empty for no figure."""
    found = _FRACTION.fullmatch(text.replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return ""
    return _plain(Decimal(f"{found[1] or 0}.{found[2] or 0}"))


def rupiah(text: str) -> int | None:
    """Return whole rupiah that are being typed, None for nothing; a beginning without a figure is neither.

    Raises ValueError for what is no amount of money that is planned: ``Rp``, ``1,5 mil``, less than nothing.
    """
    kept = text.strip()
    if kept in {"", "-", EMPTY}:
        return None
    amount = parse_money(kept)
    if amount is None or amount < 0:
        raise ValueError(text)
    return amount


def share(text: str) -> str:
    """Return a figure written in hundredths as what it is of one: ``0.12`` for ``12``."""
    found = fraction(text)
    return _plain(Decimal(found) / 100) if found else ""


def without_unit(text: str, unit: str) -> str:
    """Return a figure without the unit that its column has anyway: ``7 bulan``, ``12 %``."""
    kept = text.strip()
    named = unit.strip().casefold()
    return kept[: -len(named)].strip() if named and kept.casefold().endswith(named) else kept


def written_day(text: str) -> date | None:
    """Return the day of ``3-5-2024``, ``03-Mei-24``, ``Jum'at, 3 Mei 2024`` or an ISO day; None for none."""
    kept = " ".join(text.casefold().split())
    found = _DAY.fullmatch(kept) or _LONG_DAY.fullmatch(kept)
    if found is None:
        return day_of(text)
    month = int(found[2]) if found[2].isdigit() else _month(found[2])
    try:
        return date(int(f"{_CENTURY}{found[3]}"[-4:]), month, int(found[1]))
    except ValueError:
        return None


def _month(word: str) -> int:
    if word in _OTHER_MONTHS:
        return _OTHER_MONTHS[word]
    begins = [place for place, name in enumerate(MONTHS, start=1) if name.casefold().startswith(word)]
    return begins[0] if len(begins) == 1 else 0


def _plain(figure: Decimal) -> str:
    return format(figure.normalize(), "f")
