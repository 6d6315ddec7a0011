"""Fractional order keys: a row is put between two others without touching them; ties are broken by id."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.ids import RowId

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MIDDLE: Final = len(_DIGITS) // 2


def between(before: str, after: str) -> str:
    """Return a key that sorts after ``before`` and before ``after``; an empty string stands for no neighbour.

    Raises ValueError where ``before`` does not sort before a given ``after``.
    """
    if after and before >= after:
        raise ValueError(before, after)
    key = ""
    place = 0
    while True:
        low = _DIGITS.index(before[place]) if place < len(before) else 0
        high = _DIGITS.index(after[place]) if place < len(after) else len(_DIGITS)
        if high - low > 1:
            return key + _DIGITS[(low + high) // 2]
        key += _DIGITS[low]
        if high > low:
            after = ""
        place += 1


def run(count: int, after: str = "") -> list[str]:
    """Return ``count`` rising keys that sort after ``after``: the order of rows that come in together."""
    if count <= 0:
        return []
    width = 1
    while len(_DIGITS) ** width < count + 2:
        width += 1
    step = len(_DIGITS) ** width // (count + 1)
    prefix = between(after, "") if after else ""
    return [prefix + _spell((number + 1) * step, width) + _DIGITS[_MIDDLE] for number in range(count)]


def moved(wanted: Sequence[tuple[RowId, str]], row: RowId) -> dict[RowId, str]:
    """Return the new keys by row that bring ``row`` to its place in ``wanted``; usually that is one key.

    ``wanted`` holds every row with the key it has now, in the order that is wished for. Where two laptops
    gave its neighbours the same key there is no room between them, and every row gets a new one.
    """
    rows = [item for item, _ in wanted]
    at = rows.index(row)
    before = wanted[at - 1][1] if at else ""
    if at + 1 == len(wanted):
        return {row: between(before, "")}
    after = wanted[at + 1][1]
    if before < after:
        return {row: between(before, after)}
    return dict(zip(rows, run(len(rows)), strict=True))


def _spell(number: int, width: int) -> str:
    spelt = ""
    for _ in range(width):
        number, rest = divmod(number, len(_DIGITS))
        spelt = _DIGITS[rest] + spelt
    return spelt
