"""Merging what several tables wrote: which rows say nearly the same, and what one row made of several says.

Nothing is ever merged by itself: pairs are proposed with the words that led to them, people decide.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain

REFUSED, MERGED = "beda", "digabung"
"""What a person said of a proposed pair (``entity.TWIN_STATES``)."""
_ALIKE: Final = 0.6
"""Share of words in common (twice the common ones by all of both) from which a pair is proposed."""
_OVERLAP: Final = _ALIKE / (2 - _ALIKE)
"""The same by common ones of all different ones."""
_LEAST: Final = 2
"""Texts of fewer words in common are proposed only where all their words are the same."""
_ROOT: Final = 3
"""Letters that a word keeps when it loses what stands before or behind its root."""
_WORD: Final = re.compile(r"[a-z0-9]+")
_SILENT: Final = frozenset(
    (
        *("dan", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "oleh", "dalam", "atau", "serta"),
        *("para", "adalah", "ini", "itu", "akan", "agar", "bagi", "juga", "lebih", "masih", "sudah"),
        *("telah", "sebagai", "secara", "antar", "antara", "tiap", "setiap", "semua", "seluruh", "banyak"),
        *("sangat", "ada", "adanya", "karena", "sehingga", "terhadap", "tentang", "maupun", "hal", "dapat"),
        *("bisa", "kita", "kami", "nya"),
    )
)
_NOT: Final = frozenset(
    ("tidak", "belum", "kurang", "minim", "tanpa", "bukan", "rendah", "lemah", "terbatas", "sedikit", "nihil")
)
"""Words that turn what a sentence says round; which of them stands there says little."""
_BEFORE: Final = (
    *("memper", "diper", "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen"),
    *("ber", "ter", "per", "me", "pe", "di"),
)
_BEHIND: Final = ("kannya", "annya", "nya", "kan", "an")
_SWALLOWED: Final = re.compile(r"[kpst](?=[aeiou])")
"""What a root that begins so loses after ``me-`` and ``pe-``: ``sampah`` is in ``penyampahan``."""

SILENT_FIELDS: Final = frozenset(
    {"sheet", "pos", "weight", "rating", "rating_ife", "card", "state", "version", "withdrawn", "chosen"}
)
"""What belongs to one sheet alone: weights add up to one there, and a decision is about the row itself."""


def merged_words(count: int) -> str:
    """Say how many rows went into another one and are counted there."""
    return f"{count} isian sudah digabung ke isian lain dan dihitung di sana."


@dataclass(frozen=True, slots=True)
class Said:
    """One row to be compared: what it says, and what it must have in common to be the same (its kind)."""

    row: RowId
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that say nearly the same; ``words`` are those of the first that stand in the second too."""

    one: RowId
    other: RowId
    words: tuple[str, ...] = ()
    share: float = 0.0

    @property
    def reason(self) -> str:
        """Why they are proposed, in words."""
        told = ", ".join(self.words)
        return f"Semua katanya sama: {told}" if self.share >= 1 else f"Kata yang sama: {told}"


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return by what a word is compared: without what is put before and behind an Indonesian root.

    It is no dictionary form: letters that ``me-`` and ``pe-`` swallow are taken off every root.
    """
    kept = next(
        (word.removesuffix(end) for end in _BEHIND if word.endswith(end) and _keeps_root(word, end)), word
    )
    bare = next(
        (kept.removeprefix(one) for one in _BEFORE if kept.startswith(one) and _keeps_root(kept, one)), kept
    )
    if bare == kept and kept != word and kept.startswith("ke") and len(kept) > _ROOT + 2:
        bare = kept.removeprefix("ke")
    if bare != kept and bare == word[-len(bare) :] and bare.endswith("i") and len(bare) > _ROOT + 1:
        bare = bare.removesuffix("i")
    return _SWALLOWED.sub("", bare, count=1) if _SWALLOWED.match(bare) and len(bare) > _ROOT else bare


def _keeps_root(word: str, piece: str) -> bool:
    """Tell whether enough of a word is left without a piece of it."""
    return len(word) - len(piece) >= _ROOT


def roots(text: str) -> dict[str, str]:
    """Return the roots that a text says with the word each stands in; the small words are left out."""
    found: dict[str, str] = {}
    for word in _WORD.findall(plain(text)):
        if word not in _SILENT and word not in _NOT:
            found.setdefault(root(word), word)
    return found


def pairs(rows: Sequence[Said], known: Iterable[tuple[RowId, RowId]] = ()) -> list[Pair]:
    """Return the rows that say nearly the same, the nearest first; ``known`` pairs were decided already.

    Rows of different kinds (a strength, a weakness) are never the same, nor are a sentence and its denial.
    """
    decided = {frozenset(item) for item in known}
    told = [(item, roots(item.text), _denies(item.text)) for item in rows]
    often = Counter(word for _, words, _ in told for word in words)
    begun: dict[str, list[int]] = {}
    found: list[Pair] = []
    for place, (item, words, denies) in enumerate(told):
        # Two texts that have enough in common have one of their rarest words in common.
        rare = sorted(words, key=lambda word: (often[word], word))
        first = rare[: len(rare) - ceil(_OVERLAP * len(rare)) + 1]
        near = {other for word in first for other in begun.get(word, ())}
        for other in sorted(near):
            before, those, denied = told[other]
            if before.kind == item.kind and denied == denies and {before.row, item.row} not in decided:
                found += _pair(before, item, those, words)
        for word in first:
            begun.setdefault(word, []).append(place)
    found.sort(key=lambda item: -item.share)
    return found


def _pair(one: Said, other: Said, those: Mapping[str, str], words: Mapping[str, str]) -> list[Pair]:
    common = [word for word in those if word in words]
    share = 2 * len(common) / (len(those) + len(words))
    if share < _ALIKE or (len(common) < _LEAST and share < 1):
        return []
    return [Pair(one.row, other.row, tuple(those[word] for word in common), share)]


def _denies(text: str) -> bool:
    return any(word in _NOT for word in _WORD.findall(plain(text)))


# One row made of several -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Whole:
    """One row with all it says: ``single`` values by field, ``many`` the parts of each field with several."""

    row: RowId
    ent: str
    sheet: RowId
    single: Mapping[str, Value]
    many: Mapping[str, Mapping[str, Value]]

    def text_of(self, field: str) -> str:
        """Return what a field says, also one of the workshop's own."""
        own = self.many.get(field, {}).get("")
        return str(self.single.get(field) or own or "")


def together(rows: Sequence[Whole], field: str = "", text: str = "") -> dict[str, Value]:
    """Return the values of one row made of several: of each field the first that says anything.

    Fields with several values have them all. ``text`` is what the people agreed on for ``field``. Every row
    is named in ``origin``; what belongs to one sheet alone is left out.
    """
    values: dict[str, Value] = {}
    for item in rows:
        for name, value in item.single.items():
            if name not in SILENT_FIELDS and name not in _FRAME and value not in {None, ""}:
                values.setdefault(name, value)
        for name, parts in item.many.items():
            if name not in SILENT_FIELDS and name != ORIGIN:
                for part, value in parts.items():
                    values.setdefault(f"{name}@{part}" if part else name, value)
    if field and text.strip():
        values[field] = text.strip()
    return values | origin_of(item.row for item in rows)


ORIGIN: Final = "origin"
_FRAME: Final = frozenset({"id", "alive", "disputed"})


def origin_of(rows: Iterable[RowId]) -> dict[str, Value]:
    """Return the field values that name what a row came from."""
    return {f"{ORIGIN}@{row}": "1" for row in rows}


def merge(rows: Sequence[Whole], new: Birth, *, field: str = "", text: str = "") -> list[Edit]:
    """Return what makes ``new`` the one row of several; the sources stay as they are."""
    return [Birth(new.ent, new.row, {**together(rows, field, text), **new.values})]


def join(merged: Whole, rows: Sequence[Whole], *, field: str = "", text: str = "") -> list[Edit]:
    """Return what adds rows to one that was merged before: their trail, and what it says nothing of yet."""
    stands = {name for name, value in merged.single.items() if value not in {None, ""}}
    stands |= {f"{name}@{part}" for name, parts in merged.many.items() for part in parts}
    wanted = {name: value for name, value in together(rows).items() if name not in stands}
    if field and text.strip() and text.strip() != merged.text_of(field):
        wanted[field] = text.strip()
    return [Set(merged.ent, merged.row, name, value) for name, value in wanted.items()]


def twin_keys(one: RowId, other: RowId) -> tuple[RowId, RowId]:
    """Return the two rows of a pair in the order by which it is remembered."""
    first, second = sorted((one, other))
    return RowId(first), RowId(second)


def lasting_dimension(homes: Iterable[RowId]) -> RowId:
    """Return the dimension that most of the rows belong to, the first of several; empty where none does."""
    counted = Counter(item for item in homes if item)
    return counted.most_common(1)[0][0] if counted else NO_ROW


def main_field(ent: str) -> str:
    """Return the field that says what a row of an entity is about."""
    entity = CATALOG.get(ent)
    known = entity.by_name if entity else {}
    return next((name for name in ("text", "name", "gap", "finding") if name in known), "")
