"""Books and their chapters: the tree in reading order, its numbers, and what moving a chapter changes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.ids import NO_ROW, RowId

FRONT: Final = "pengantar"
BODY: Final = "bab"
BACK: Final = "lampiran"
PART_ORDER: Final = (FRONT, BODY, BACK)
PART_WORDS: Final = {FRONT: "Pengantar", BODY: "Bab", BACK: "Lampiran"}
STATE_WORDS: Final = {
    "belum": "Belum ditulis",
    "draf": "Draf",
    "ditinjau": "Ditinjau",
    "final": "Final",
}
DEEPEST: Final = 2
"""How deep a chapter may lie below its bab: 1.1 is 1, 1.1.1 is 2."""
_ROMAN: Final = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS: Final = 26

Way = Literal["up", "down", "out", "in"]
"""Where a chapter is moved: among its neighbours, or a level up or down."""


@dataclass(frozen=True, slots=True)
class Book:
    """One book: ``number`` is ``Buku 2``; a retired one is kept but not printed."""

    id: RowId = NO_ROW
    pos: str = ""
    code: str = ""
    number: str = ""
    title: str = ""
    subtitle: str = ""
    retired: bool = False

    @property
    def called(self) -> str:
        """``Buku 2 Masterplan Smart City Daerah``."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter or a part of one (``parent``); ``text`` is the markup of ``domain.book_text``.

    ``part`` counts for those without a parent. The ``signed_`` fields are those of a foreword.
    """

    id: RowId = NO_ROW
    pos: str = ""
    book: RowId = NO_ROW
    parent: RowId = NO_ROW
    code: str = ""
    part: str = ""
    title: str = ""
    text: str = ""
    state: str = ""
    author: str = ""
    signed_position: str = ""
    signed_by: str = ""
    signed_place: str = ""
    signed_on: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One of the texts that people wrote in one field without seeing each other's: whose, when (ISO)."""

    text: str = ""
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of a chapter: the SHA-256 of its content beside the journal, caption and source."""

    id: RowId = NO_ROW
    pos: str = ""
    chapter: RowId = NO_ROW
    content: str = ""
    source: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A chapter at its place: ``depth`` 0 is a bab, 1 is 1.1, 2 is 1.1.1.

    ``part`` is that of its bab. ``number`` is ``BAB III``, ``3.1``, ``Lampiran A``, ``A.1`` or, in front,
    empty. ``series`` begins the captions: ``3`` in all of BAB III, ``A`` in Lampiran A, empty in front.
    """

    chapter: Chapter
    depth: int = 0
    part: str = BODY
    number: str = ""
    series: str = ""

    @property
    def called(self) -> str:
        """``BAB III Strategi``, ``3.1 Smart Governance``."""
        return f"{self.number} {self.chapter.title}".strip()


Tree = tuple[Node, ...]


def tree(chapters: Iterable[Chapter], *, retired: bool = False) -> Tree:
    """Return the chapters of one book in reading order: in front, bab, lampiran; each before its parts.

    A chapter whose parent is gone or turns in a circle stands by itself; what lies deeper than 1.1.1 stands
    at that depth. Retired chapters, and all below them, are left out unless they are asked for; none of them
    has a number.
    """
    known = {item.id: item for item in sorted(chapters, key=lambda item: (item.pos, item.id))}
    below: dict[RowId, list[Chapter]] = {}
    for item in known.values():
        below.setdefault(_upper(item, known), []).append(item)
    found: list[Node] = []
    for part in PART_ORDER:
        heads = [item for item in below.get(NO_ROW, []) if (item.part or BODY) == part]
        _laid(heads, below, (part, 0, ""), found, retired=retired)
    return tuple(found)


def _upper(item: Chapter, known: Mapping[RowId, Chapter]) -> RowId:
    """Return the parent that a chapter really stands below."""
    seen = {item.id}
    above = item.parent
    while above in known and above not in seen:
        seen.add(above)
        above = known[above].parent
    return item.parent if item.parent in known and above not in seen else NO_ROW


def _laid(
    chapters: Sequence[Chapter],
    below: Mapping[RowId, list[Chapter]],
    place: tuple[str, int, str | None],
    found: list[Node],
    *,
    retired: bool,
) -> None:
    part, depth, upper = place
    count = 0
    for item in chapters:
        if item.retired and not retired:
            continue
        count += not item.retired
        is_out = item.retired or upper is None
        number, sign = ("", None) if is_out else _numbers(part, upper or "", count)
        series = (sign or "").partition(".")[0]
        found.append(Node(item, min(depth, DEEPEST), part, number, series))
        _laid(below.get(item.id, []), below, (part, depth + 1, sign), found, retired=retired)


def _numbers(part: str, upper: str, count: int) -> tuple[str, str]:
    """Return how a chapter is numbered, and what the numbers below it begin with."""
    if part == FRONT:
        return "", ""
    if upper:
        return f"{upper}.{count}", f"{upper}.{count}"
    if part == BACK:
        sign = letter(count)
        return f"Lampiran {sign}", sign
    return f"BAB {roman(count)}", str(count)


def roman(count: int) -> str:
    """Return a number in Roman signs: ``IV``."""
    told = ""
    for value, sign in _ROMAN:
        while count >= value:
            told += sign
            count -= value
    return told


def letter(count: int) -> str:
    """Return the letter of a lampiran: A to Z, then AA."""
    told = ""
    while count > 0:
        count, rest = divmod(count - 1, _LETTERS)
        told = chr(ord("A") + rest) + told
    return told


def next_number(books: Iterable[Book]) -> int:
    """Return the number of a book behind these: 5 behind Buku 1, 2 and 4."""
    found = (re.search(r"\d+", item.number) for item in books)
    return max((int(hit[0]) for hit in found if hit), default=0) + 1


def children(nodes: Tree, row: RowId) -> list[Chapter]:
    """Return the chapters right below one, in their order."""
    depth = next((item.depth for item in nodes if item.chapter.id == row), None)
    if depth is None:
        return []
    return [item.chapter for item in below(nodes, row) if item.depth == depth + 1]


def below(nodes: Tree, row: RowId) -> Tree:
    """Return everything below a chapter, in reading order."""
    at = next((place for place, item in enumerate(nodes) if item.chapter.id == row), None)
    if at is None:
        return ()
    last = at + 1
    while last < len(nodes) and nodes[last].depth > nodes[at].depth:
        last += 1
    return nodes[at + 1 : last]


def beside(nodes: Tree, row: RowId) -> RowId:
    """Return what stands behind a chapter and all below it, else before it; ``NO_ROW`` where it is alone."""
    at = next((place for place, item in enumerate(nodes) if item.chapter.id == row), None)
    if at is None:
        return NO_ROW
    after = at + 1 + len(below(nodes, row))
    if after < len(nodes):
        return nodes[after].chapter.id
    return nodes[at - 1].chapter.id if at else NO_ROW


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chapter goes: below ``parent``, in ``part``, behind ``after`` (``NO_ROW``: first)."""

    parent: RowId = NO_ROW
    part: str = BODY
    after: RowId = NO_ROW


def moved_to(nodes: Tree, row: RowId, way: Way) -> Place | None:
    """Return where a chapter goes when it is moved one step, None where it cannot.

    Among its neighbours it changes places with the next one; ``out`` puts it behind its parent, ``in`` below
    the neighbour before it, as its last.
    """
    node = next((item for item in nodes if item.chapter.id == row), None)
    if node is None:
        return None
    parent = parent_of(nodes, row)
    around = neighbours(nodes, row)
    at = around.index(row)
    if way == "out":
        return None if parent == NO_ROW else Place(parent_of(nodes, parent), node.part, parent)
    if way == "in":
        deep = max((item.depth for item in below(nodes, row)), default=node.depth)
        if not at or deep >= DEEPEST or node.part == FRONT:
            return None
        before = around[at - 1]
        return Place(before, node.part, next((item.id for item in reversed(children(nodes, before))), NO_ROW))
    if way == "up":
        return Place(parent, node.part, around[at - 2] if at > 1 else NO_ROW) if at else None
    return Place(parent, node.part, around[at + 1]) if at + 1 < len(around) else None


def parent_of(nodes: Tree, row: RowId) -> RowId:
    """Return the chapter that one stands below in the tree, ``NO_ROW`` for a bab."""
    above: list[RowId] = []
    for item in nodes:
        del above[item.depth :]
        if item.chapter.id == row:
            return above[-1] if above else NO_ROW
        above.append(item.chapter.id)
    return NO_ROW


def neighbours(nodes: Tree, row: RowId) -> list[RowId]:
    """Return the chapters that stand below the same parent in the same part, with ``row`` among them."""
    own = next(item for item in nodes if item.chapter.id == row)
    parent = parent_of(nodes, row)
    return [
        item.chapter.id
        for item in nodes
        if item.depth == own.depth and item.part == own.part and parent_of(nodes, item.chapter.id) == parent
    ]
