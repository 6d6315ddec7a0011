"""What is typed or scanned at the door, and read off a signed list: numbers and ranges."""

import re
from dataclasses import dataclass
from typing import Final

_SYMBOLOGY: Final = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
"""What some scanners put before a code to tell its kind (``]C1``)."""
_DEPUTY: Final = re.compile(r"^0*(\d+)\s*[dD]$")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_MOST_DIGITS: Final = 6
_RANGE: Final = re.compile(r"^(\d{1,6})(?:-|\u2013|s/d|sd|s\.d\.?)(\d{1,6})$")
_WIDEST: Final = 500


@dataclass(frozen=True, slots=True)
class Typed:
    """What an entry at the door means: a ``number``, or letters of a ``name``; neither where it is unclear.

    ``deputy`` says that a deputy came for this number (``12d``); ``text`` is the entry as it was typed.
    """

    text: str = ""
    number: int | None = None
    name: str = ""
    deputy: bool = False


def read_typed(text: str) -> Typed:
    """Return what was typed or scanned; leading zeros and what a scanner puts round a code do not matter."""
    kept = "".join(sign for sign in text if sign.isprintable()).strip()
    bare = _SYMBOLOGY.sub("", kept)
    told = _DEPUTY.match(bare)
    if told and len(told.group(1)) <= _MOST_DIGITS:
        return Typed(kept, int(told.group(1)), deputy=True)
    runs = re.findall(r"[0-9]+", bare)
    letters = _LETTERS.search(bare)
    if not runs:
        return Typed(kept, name=" ".join(bare.split()) if letters else "")
    if len(runs) > 1 and (" " in bare or not letters):
        return Typed(kept)
    digits = runs[-1].lstrip("0") or "0"
    return Typed(kept, int(digits)) if len(digits) <= _MOST_DIGITS else Typed(kept)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers read from a field such as ``3 7 12-14``, in order, and the pieces that are none."""

    numbers: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()


def read_numbers(text: str) -> Numbers:
    """Return the numbers of those who did not sign: single ones and ranges, parted by anything usual."""
    closed = re.sub(r"\s*(?:-|\u2013|s/d|\bsd\b|s\.d\.?)\s*", "-", text.strip(), flags=re.IGNORECASE)
    found: dict[int, None] = {}
    unclear: list[str] = []
    for piece in re.split(r"[\s,;.+&]+", closed):
        told = _RANGE.match(piece)
        if told:
            low, high = sorted((int(told.group(1)), int(told.group(2))))
            if high - low <= _WIDEST:
                found.update(dict.fromkeys(range(low, high + 1)))
                continue
        if re.fullmatch(r"[0-9]{1,6}", piece):
            found[int(piece)] = None
        elif piece and piece.casefold() != "dan":
            unclear.append(piece)
    return Numbers(tuple(sorted(found)), tuple(unclear))
