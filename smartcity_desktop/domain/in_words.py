"""Numbers and dates in words, as a berita acara begins: "Pada hari ini Senin tanggal tiga puluh satu …"."""

from datetime import date
from typing import Final

from smartcity_desktop.domain.wording import DAYS, MONTHS

MOST: Final = 10**15
"""Numbers from here on are not written in words."""
_ONES: Final = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"),
    "sebelas",
)
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_GREAT: Final = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
_DOTS: Final = "…" * 9


def number_in_words(number: int) -> str:
    """Return a whole number in words: 2023 is ``dua ribu dua puluh tiga``, 1100 ``seribu seratus``.

    Raises ValueError below nothing and from ``MOST`` on.
    """
    if not 0 <= number < MOST:
        raise ValueError(number)
    return " ".join(_words(number)) or _ONES[0]


def _words(number: int) -> list[str]:
    """Return the words of a number, none for nothing."""
    if number < _THOUSAND:
        return _below_thousand(number)
    for size, word in _GREAT:
        if number >= size:
            return [*_words(number // size), word, *_words(number % size)]
    front = ["seribu"] if number < 2 * _THOUSAND else [*_words(number // _THOUSAND), "ribu"]
    return [*front, *_words(number % _THOUSAND)]


def _below_thousand(number: int) -> list[str]:
    if not number:
        return []
    if number < len(_ONES):
        return [_ONES[number]]
    if number < _TWENTY:
        return [_ONES[number - _TEN], "belas"]
    if number < _HUNDRED:
        return [_ONES[number // _TEN], "puluh", *_below_thousand(number % _TEN)]
    front = ["seratus"] if number < 2 * _HUNDRED else [_ONES[number // _HUNDRED], "ratus"]
    return [*front, *_below_thousand(number % _HUNDRED)]


def date_in_words(day: date | None) -> str:
    """Return ``hari ini Senin tanggal tiga puluh satu bulan Juli tahun dua ribu dua puluh tiga``.

    Without a day there are dots to be written on.
    """
    if day is None:
        return f"hari ini {_DOTS} tanggal {_DOTS} bulan {_DOTS} tahun {_DOTS}"
    weekday, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    return (
        f"hari ini {weekday} tanggal {number_in_words(day.day)} bulan {month} "
        f"tahun {number_in_words(day.year)}"
    )
