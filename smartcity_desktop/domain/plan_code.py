"""Programme codes of Kepmendagri 050-5889/2021: urusan.bidang.program.kegiatan.subkegiatan as dotted text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

LEVEL_OF_DEPTH: Final = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "subkegiatan"}
_DEPTH: Final = {"program": 3, "kegiatan": 5, "subkegiatan": 6}
_WIDTHS: Final = (1, 2, 2, 1, 2)
_BIDANG: Final = {
    "1": range(1, 7),
    "2": range(7, 25),
    "3": range(25, 33),
    "4": range(1, 3),
    "5": range(1, 7),
    "6": range(1, 2),
    "7": range(1, 2),
    "8": range(1, 2),
    "9": range(1, 2),
}
_SEGMENTS: Final = re.compile(r"(?:\d{1,2}|x{1,2})(?:\.(?:\d{1,4}|x{1,2}))*", re.IGNORECASE)
_NORMAL: Final = re.compile(r"[0-9](?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9](?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?)?)?")
"""Codes that are written as they are kept."""
_CUTS: Final = {
    5: (1, 2, 2),
    8: (1, 2, 2, 1, 2),
    10: (1, 2, 2, 1, 2, 2),
    12: (1, 2, 2, 1, 2, 4),
}
"""By the number of digits: the widths of the parts."""
_SUB_SHORT: Final = 2
_SUB_LONG: Final = 4
_PROGRAM: Final = 2
ALIKE: Final = 0.84
"""Two names this like are the same but for a word or a slip of the pen."""


def is_in_order(text: str) -> bool:
    """Tell whether a text is a code just as it is kept: dots, every part at its width, no letters."""
    return bool(_NORMAL.fullmatch(text))


def are_in_order(texts: Iterable[str]) -> bool:
    """Tell whether all texts are codes just as they are kept."""
    return all(map(_NORMAL.fullmatch, texts))


def normal_code(text: str) -> str | None:
    """Return a code as dotted text with every part at its width (``1.3`` -> ``1.03``); None if it is no code.

    Commas, blanks, slashes and dashes between the parts count as dots. Letters (``x.xx.01``) become capitals.
    """
    if is_in_order(text):
        return text
    joined = re.sub(r"[\s,/\-–]+", ".", text.strip())
    joined = re.sub(r"\.{2,}", ".", joined).strip(".")
    if not _SEGMENTS.fullmatch(joined):
        return None
    parts = joined.upper().split(".")
    if len(parts) > len(_WIDTHS) + 1:
        return None
    return ".".join(_widened(parts, place) for place in range(len(parts)))


def cut_by_length(text: str) -> str | None:
    """Return a code that lost the marks between its parts (``216.02``, ``21602``); None if it cannot be one.

    Only a bidang that exists is believed: 2.16 is one, 9.99 is none.
    """
    joined = re.sub(r"[\s.,/\-–]+", "", text)
    if not joined.isdigit() or not joined.isascii() or len(joined) not in _CUTS:
        return None
    parts, at = [], 0
    for width in _CUTS[len(joined)]:
        parts.append(joined[at : at + width])
        at += width
    known = _BIDANG.get(parts[0])
    return ".".join(parts) if known and int(parts[1]) in known else None


def is_spelt_alike(written: str, code: str) -> bool:
    """Tell whether a code has the digits it is written with, whatever marks divide them."""
    return re.sub(r"[\s.,/\-–]+", "", written).upper() == code.replace(".", "")


def _widened(parts: list[str], place: int) -> str:
    part = parts[place]
    if not part.isdigit():
        return "X" * _WIDTHS[place] if place < len(_WIDTHS) else part
    if place == len(_WIDTHS):
        width = _SUB_SHORT if len(part) <= _SUB_SHORT else _SUB_LONG
        return part.zfill(width)
    if place == 1:
        return _bidang(parts[0].lstrip("0"), part)
    return part.lstrip("0").zfill(_WIDTHS[place])


def _bidang(urusan: str, part: str) -> str:
    known = _BIDANG.get(urusan)
    if len(part) == 1 and known and int(part) not in known and int(part) * 10 in known:
        return part + "0"
    return part.lstrip("0").zfill(2)


def depth(code: str) -> int:
    """Return the number of parts of a code; 0 for an empty one."""
    return code.count(".") + 1 if code else 0


def level(code: str) -> str:
    """Return the level that the depth of a code stands for, "" where no level has that depth."""
    return LEVEL_OF_DEPTH.get(depth(code), "")


def fits(code: str, wanted: str) -> bool:
    """Tell whether a code is as deep as a line of this level needs it."""
    return depth(code) == _DEPTH.get(wanted, 0)


def above(code: str, wanted: str) -> str:
    """Return the beginning of a code down to a level: ``above("2.16.02.2.01", "program")`` is ``2.16.02``."""
    return ".".join(code.split(".")[: _DEPTH[wanted]])


def is_support(code: str) -> bool:
    """Tell whether a code belongs to the support programme X.XX.01, also under the agency's own bidang."""
    return code.split(".", _PROGRAM + 1)[_PROGRAM : _PROGRAM + 1] == ["01"]


def known(code: str, nomenclature: Mapping[str, str]) -> bool:
    """Tell whether the nomenclature has this code; a support code also under its X.XX form.

    A subkegiatan of the older nomenclature with two digits counts as the same number with four.
    """
    parts = code.split(".")
    if level(code) == "subkegiatan" and len(parts[-1]) == _SUB_SHORT:
        parts[-1] = parts[-1].zfill(_SUB_LONG)
    forms = {code, ".".join(parts)}
    if is_support(code):
        forms.add(".".join(("X", "XX", *parts[2:])))
    return any(form in nomenclature for form in forms)


def plain(name: str) -> str:
    """Return a name for comparing: lower case, letters and digits only, without a leading "program"."""
    words = re.sub(r"[^0-9a-z]+", " ", name.lower()).strip()
    return re.sub(r"^(sub\s*kegiatan|program|kegiatan) ", "", words)


@lru_cache(maxsize=8192)
def _letters(name: str) -> tuple[str, Counter[str]]:
    kept = plain(name)
    return kept, Counter(kept)


def alike_at_most(one: str, other: str) -> float:
    """Return what ``likeness`` cannot exceed, by the letters alone; cheap, however many names there are."""
    (left, counts), (right, others) = _letters(one), _letters(other)
    if left == right:
        return 1.0
    size = len(left) + len(right)
    if 2 * min(len(left), len(right)) < ALIKE * size:
        return 0.0
    return 2 * sum(min(times, others[letter]) for letter, times in counts.items()) / size


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 1, by their letters; 1 only where ``plain`` is the same.

    Names that cannot be ``ALIKE`` count as 0.
    """
    if alike_at_most(one, other) < ALIKE:
        return 0.0
    left, right = _letters(one)[0], _letters(other)[0]
    if left == right:
        return 1.0
    return min(SequenceMatcher(None, left, right, autojunk=False).ratio(), 0.999)
