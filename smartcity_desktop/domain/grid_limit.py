"""What may stand in a column of the shelf and is worth a word: told beside the row, never refused. Pure."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.quickwin import MOST_MONTHS

LIMITS: Final[Mapping[str, tuple[int, int, str]]] = {
    "months": (1, MOST_MONTHS, f"quick win terasa paling lama dalam {MOST_MONTHS} bulan"),
}
"""Least and most of a whole number by the key of its column, and why."""


def beyond(key: str, raw: str | None) -> str:
    """Return the sentence for a number outside of what is usual for its column; nothing for any other answer.

    A quick win is felt within twelve months; the gate of the ranking asks the same.
    """
    if key not in LIMITS or not raw or not raw.strip().lstrip("-").isdecimal():
        return ""
    least, most, why = LIMITS[key]
    return "" if least <= int(raw) <= most else f"{int(raw)} bulan: {why}."
