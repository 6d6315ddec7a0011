"""When an action is done, in one line as people write it: years, quarters (``TW III 2026``), months."""

import re
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.wording import EMPTY, MONTHS

SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
QUARTERS: Final = ("I", "II", "III", "IV")
EARLIEST, LATEST = 2000, 2100
_IN_QUARTER: Final = 3
_YEAR: Final = 12
_LETTERS: Final = 3
_BETWEEN: Final = re.compile(r"\s*(?:–|—|-|\bs[./]*d\b\.?|\bsampai\b|\bhingga\b)\s*", re.IGNORECASE)
_AS_QUARTER: Final = re.compile(r"(?:tw|triwulan)\b\.?\s*|(?:tw|triwulan)(?=\d)", re.IGNORECASE)
_POINT: Final = re.compile(r"(?:([a-z]+)|(\d{1,2}))?[\s/.]*(\d{4})?", re.IGNORECASE)
_ALIKE: Final = {"ags": 8, "agt": 8, "aug": 8, "oct": 10, "dec": 12, "may": 5, "nop": 11, "peb": 2}


@dataclass(frozen=True, slots=True)
class When:
    """From year and month to year and month; a month is 1 to 12, None where the year alone is said."""

    year_start: int | None = None
    month_start: int | None = None
    year_end: int | None = None
    month_end: int | None = None

    @property
    def is_quarters(self) -> bool:
        """Whether it begins and ends with a quarter that is no whole year's."""
        begins, ends = self.month_start, self.month_end
        if begins is None or ends is None or (begins, ends) == (1, _YEAR):
            return False
        return begins % _IN_QUARTER == 1 and ends % _IN_QUARTER == 0

    @property
    def words(self) -> str:
        """``2026–2028``, ``TW III 2026``, ``Sep–Nov 2026``; a dash where nothing is said."""
        if self.year_start is None and self.year_end is None:
            return EMPTY
        as_quarter = self.is_quarters
        begins = _point(self.year_start, self.month_start, as_quarter=as_quarter)
        ends = _point(self.year_end, self.month_end, as_quarter=as_quarter)
        if begins == ends:
            return " ".join(ends)
        if begins[-1] == ends[-1] and len(begins) == len(ends):
            lead = "TW " if as_quarter else ""
            return f"{' '.join(begins[:-1])}–{' '.join(ends).removeprefix(lead)}"
        first, last = " ".join(begins), " ".join(ends)
        return f"{first}–{last}" if first and last else f"mulai {first}" if first else f"sampai {last}"


def when_of(text: str) -> When:
    """Return when an action is done from what a person typed, nothing where the line is empty.

    Raises ValueError where it cannot be understood or ends before it begins.
    """
    kept = " ".join(text.split())
    if kept in {"", "-", EMPTY}:
        return When()
    as_quarter = bool(_AS_QUARTER.search(kept))
    parts = [_read(part, as_quarter=as_quarter) for part in _BETWEEN.split(_AS_QUARTER.sub("", kept))]
    first, *until = parts
    last = until[-1] if until else first
    if len(until) > 1 or last.year is None:
        raise ValueError(text)
    found = When(first.year or last.year, first.month, last.year, last.last_month)
    if (found.year_start or 0, found.month_start or 1) > (last.year, found.month_end or _YEAR):
        raise ValueError(text)
    return found


@dataclass(frozen=True, slots=True)
class _Point:
    year: int | None = None
    month: int | None = None
    last_month: int | None = None


def _point(year: int | None, month: int | None, *, as_quarter: bool) -> tuple[str, ...]:
    if year is None:
        return ("",)
    if month is None:
        return (str(year),)
    if as_quarter:
        return ("TW", QUARTERS[(month - 1) // _IN_QUARTER], str(year))
    return (SHORT_MONTHS[month - 1], str(year))


def _read(text: str, *, as_quarter: bool) -> _Point:
    """Return one point in time: a year, a month or quarter of it, or one whose year is said elsewhere."""
    found = _POINT.fullmatch(text)
    if found is None or not text:
        raise ValueError(text)
    word, figure, told = found.groups()
    year = int(told) if told else None
    if year is not None and not EARLIEST <= year <= LATEST:
        raise ValueError(text)
    if as_quarter and (word or figure):
        place = _quarter(word or figure)
        return _Point(year, place * _IN_QUARTER + 1, (place + 1) * _IN_QUARTER)
    month = _month(word, figure)
    return _Point(year, month, month)


def _quarter(told: str) -> int:
    if told.upper() in QUARTERS:
        return QUARTERS.index(told.upper())
    if told in {"1", "2", "3", "4"}:
        return int(told) - 1
    raise ValueError(told)


def _month(word: str | None, figure: str | None) -> int | None:
    if figure:
        if not 1 <= int(figure) <= _YEAR:
            raise ValueError(figure)
        return int(figure)
    if not word:
        return None
    low = word.casefold()
    names = [name.casefold() for name in MONTHS]
    known = [place for place, name in enumerate(names, 1) if len(low) >= _LETTERS and name.startswith(low)]
    if known:
        return known[0]
    if low in _ALIKE:
        return _ALIKE[low]
    raise ValueError(word)
