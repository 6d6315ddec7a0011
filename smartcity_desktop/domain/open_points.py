"""Open points of a worksheet in few sentences: what only repeats itself is counted. Pure."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.grid import OpenPoint

_COUNTED: Final = {
    "indicator-without-baseline": "indikator belum punya kondisi awal",
    "code-unknown": "kode tidak ada dalam nomenklatur",
}
"""Warnings that repeat line by line and say enough as a number."""


def gathered(points: Sequence[OpenPoint]) -> list[OpenPoint]:
    """Return open points with those that only repeat each other counted into one sentence."""
    counts: Counter[str] = Counter()
    for point in points:
        counts[point.code] += point.count
    kept = [point for point in points if point.code not in _COUNTED or counts[point.code] == 1]
    repeated = [
        OpenPoint(code, f"{counts[code]} {words}.", counts[code])
        for code, words in _COUNTED.items()
        if counts[code] > 1
    ]
    return kept + repeated
