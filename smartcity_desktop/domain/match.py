"""Comparing names as people type them: without capitals, accents, spaces, and with shortened words."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

LAST_RESORT: Final = 6
"""The rank of letters that merely come in the same order."""

_KIND_WORDS: Final = (("kabupaten", "kabupaten"), ("kab", "kabupaten"), ("kota", "kota"))
_SILENT_WORDS: Final = frozenset({"administrasi", "dan"})
_LONG_WORDS: Final = {"kep": "kepulauan"}


def plain(text: str) -> str:
    """Return text without capitals and accents."""
    stripped = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in stripped if not unicodedata.combining(sign)).casefold()


def key_of(name: str) -> str:
    """Return the letters and digits by which short names are compared (``DPM-PTSP`` is ``dpmptsp``)."""
    return "".join(re.findall(r"[a-z0-9]+", plain(name)))


def search_words(name: str) -> tuple[str, ...]:
    """Return the words of a region's name as a search compares them."""
    words = re.findall(r"[a-z0-9]+", plain(name))
    return tuple(_LONG_WORDS.get(word, word) for word in words if word not in _SILENT_WORDS)


def asked_for(text: str) -> list[tuple[str, str]]:
    """Return what a text may ask for: (kind or empty, letters), with and without a leading kab. or kota."""
    letters = key_of(text)
    asked = [("", letters)] if letters else []
    for word, kind in _KIND_WORDS:
        rest = letters.removeprefix(word)
        if rest and rest != letters:
            asked.append((kind, rest))
            break
    return asked


def rank(words: Sequence[str], letters: str) -> tuple[int, int] | None:
    """Return how well letters name these words, smaller is better; None where they do not at all."""
    whole = "".join(words)
    if whole.startswith(letters):
        return (0 if whole == letters else 1, 0)
    pieces = _pieces(words, letters)
    if pieces and words[0][0] == letters[0]:
        return (2, pieces)
    if any("".join(words[start:]).startswith(letters) for start in range(1, len(words))):
        return (3, 0)
    if pieces:
        return (4, pieces)
    if letters in whole:
        return (5, 0)
    return (LAST_RESORT, 0) if _in_order(whole, letters) else None


def _pieces(words: Sequence[str], letters: str) -> int:
    """Return into how few beginnings of successive words the letters fall, 0 where they do not."""
    best = 0
    for place, word in enumerate(words):
        size = 0
        while size < min(len(word), len(letters)) and word[size] == letters[size]:
            size += 1
            rest = letters[size:]
            more = _pieces(words[place + 1 :], rest) if rest else 0
            if not rest or more:
                best = min(best or more + 1, more + 1)
    return best


def _in_order(whole: str, letters: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in letters)
