"""Numbers of papers and their codes: what a person types or a scanner reads, with a letter that proves it.

``L5-03-K`` is sheet ``L5-03`` with the check letter ``K``. Every sign has a value below 23 and every place a
weight of its own, both modulo the prime 23: one wrong sign changes the sum, and so do two signs that changed
places, wherever they stand. A figure has a value of its own, and another than the letters that look like it;
where it shares one with some other letter, no such number was printed. I, O and Q are read as the 1 and 0
they are mistaken for, and are no check letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""The check letters, each worth its place."""
APART: Final = "-"
_PRIME: Final = len(LETTERS)
_ROOT: Final = 5
"""Its powers modulo 23 are all different up to the 22nd: every place has a weight of its own."""
_READ_AS: Final = str.maketrans("IOQ", "100")
_OTHER: Final = re.compile(r"[^A-Z0-9]+")
_ENDING: Final = re.compile(r"(?P<number>.*\d)-?(?P<letter>[A-Z])")
_SPAN: Final = re.compile(r"(?P<batch>.+)-(?P<first>\d{1,6})(?:\s*(?:\.\.|-|–|/)\s*(?P<last>\d{1,6}))?")
_MOST: Final = 40


def spelt(text: str) -> str:
    """Return a number in the signs of a code: capitals, digits, hyphens (``l5 - 03`` as ``L5-03``)."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _OTHER.sub(APART, plain.upper()).strip(APART)[:_MOST]


def check_letter(number: str) -> str:
    """Return the letter that proves a number."""
    signs = spelt(number).translate(_READ_AS)
    total = sum(_value(sign) * pow(_ROOT, place, _PRIME) for place, sign in enumerate(reversed(signs), 1))
    return LETTERS[-total % _PRIME]


def code_of(number: str) -> str:
    """Return a number with its letter: ``L5-03-K``; empty where there is no number."""
    signs = spelt(number)
    return f"{signs}{APART}{check_letter(signs)}" if signs else ""


def taken_apart(typed: str) -> tuple[str, str]:
    """Return the number and the check letter of what was typed; the letter is empty where none was."""
    signs = spelt(typed)
    found = _ENDING.fullmatch(signs)
    return (found["number"].rstrip(APART), found["letter"]) if found else (signs, "")


def proves(number: str, letter: str) -> bool:
    """Tell whether the letter belongs to the number."""
    return check_letter(number) == letter


def same(number: str) -> str:
    """Return what two spellings of one number have in common: hyphens and look-alikes aside."""
    return spelt(number).translate(_READ_AS).replace(APART, "")


def means(typed: str, number: str) -> bool:
    """Tell whether a number as it was typed means a printed one: look-alikes and noughts aside.

    Hyphens may be left out, but where they stand they count: ``L10-1`` is ``L10-01`` and never ``L1-01``,
    ``L3-1-2`` is ``L3-01-2`` and never ``L3-12``.
    """
    said, stands = (spelt(text).translate(_READ_AS).split(APART) for text in (typed, number))
    if len(said) > len(stands) and said[0].isalpha():
        said = [said[0] + said[1], *said[2:]]
    if len(said) < len(stands):
        return "".join(said) == "".join(stands)
    return said[0] == stands[0] and [*map(_bare, said[1:])] == [*map(_bare, stands[1:])]


def numbers_of(typed: str) -> tuple[str, range] | None:
    """Return the batch and the numbers of ``K1-089..100`` (also with a hyphen); None for anything else."""
    kept = " ".join(typed.upper().split())
    found = _SPAN.fullmatch(kept)
    if found is None:
        return None
    first = int(found["first"])
    return spelt(found["batch"]), range(first, int(found["last"] or first) + 1)


def spans(numbers: Iterable[int], *, most: int = 12) -> str:
    """Return numbers in words: ``4, 9–11``; of many only the first spans, the others are counted."""
    runs: list[list[int]] = []
    for item in sorted(set(numbers)):
        if runs and item == runs[-1][-1] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:most]]
    left = sum(len(run) for run in runs[most:])
    return ", ".join([*shown, *([f"dan {left} lainnya"] if left else [])])


def next_batch(sign: str, taken: Sequence[str]) -> str:
    """Return the name of the next batch (``K2``), none that is the code of a worksheet or of a batch."""
    known = {same(item) for item in taken}
    place = 1
    while same(f"{sign}{place}") in known:
        place += 1
    return f"{sign}{place}"


def _bare(piece: str) -> str:
    return piece.lstrip("0") if piece.isdigit() else piece


def _value(sign: str) -> int:
    if sign.isdigit():
        return 2 * int(sign) + 1
    return LETTERS.find(sign) if sign in LETTERS else 0
