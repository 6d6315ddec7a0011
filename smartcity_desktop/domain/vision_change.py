"""What changed between two versions: word by word in a text, mission by mission in a list."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vision import Adoption, Text

SAME, NEW, GONE = "", "baru", "dihapus"
"""What became of a piece of text, or of a mission."""
CHANGED: Final = "berubah"
MOVED: Final = "pindah urutan"
_TOLD: Final[Mapping[str, str]] = {GONE: "dilepas"}
_WORD: Final = re.compile(r"\s*(?:\w+(?:[-–'’/.]\w+)*|[^\w\s])")
"""A word with the spaces before it; doubled words (anak-anak), dates and figures stay whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came (``NEW``) or went (``GONE``), without spaces at their ends."""

    state: str
    text: str
    glued: bool = False
    """Whether no space stands before it: a comma, a bracket that closes."""


@dataclass(frozen=True, slots=True)
class MissionChange:
    """A mission of the later list, or one that it lacks: its number there and before, and what changed.

    ``ties`` tells that it serves other missions of the RPJMD, or other dimensions, than before.
    """

    state: str
    text: Text
    place: int = 0
    before: int = 0
    pieces: tuple[Piece, ...] = ()
    ties: bool = False


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of which the later text is made, with those that went where they stood."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    one, other = ([item.strip() for item in words] for words in (old, new))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found: list[Piece] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            found += _piece(SAME, new[first:last])
            continue
        found += _piece(GONE, old[start:end])
        found += _piece(NEW, new[first:last])
    return tuple(found)


def _piece(state: str, words: Sequence[str]) -> Iterable[Piece]:
    text = "".join(words)
    if text.strip():
        yield Piece(state, " ".join(text.split()), glued=not (text[0].isspace() or text[0].isalnum()))


def is_same(pieces: Iterable[Piece]) -> bool:
    """Tell whether nothing came and nothing went."""
    return all(item.state == SAME for item in pieces)


def joined(pieces: Iterable[Piece], marks: Mapping[str, tuple[str, str]]) -> str:
    """Return the pieces as one text, each put between the marks of its state."""
    told = ""
    for item in pieces:
        begin, end = marks.get(item.state, ("", ""))
        told += f"{'' if item.glued or not told else ' '}{begin}{item.text}{end}"
    return told


PLAIN: Final[Mapping[str, tuple[str, str]]] = {GONE: ("[-", "-]"), NEW: ("[+", "+]")}
"""Marks that tell what came and went in plain text."""


def mission_changes(before: Adoption | None, after: Adoption) -> tuple[MissionChange, ...]:
    """Return the missions of a version as against the one before it, then those that it dropped.

    A mission stays the same one however it is worded anew: it is known by the text it was taken from.
    """
    texts = before.texts if before else ()
    earlier = {_same(item): (place, item) for place, item in enumerate(texts, start=1)}
    kept = [_same(item) for item in after.texts if _same(item) in earlier]
    order = [key for key in earlier if key in kept]
    found: list[MissionChange] = []
    for place, item in enumerate(after.texts, start=1):
        known = earlier.pop(_same(item), None)
        if known is None:
            state = NEW if before else SAME
            found.append(MissionChange(state, item, place, pieces=_whole(state, item)))
            continue
        at, old = known
        pieces = changes(old.said, item.said)
        ties = old.told[1:] != item.told[1:]
        moved = at != place and order.index(_same(item)) != kept.index(_same(item))
        state = CHANGED if ties or not is_same(pieces) else MOVED if moved else SAME
        found.append(MissionChange(state, item, place, at, pieces, ties))
    found += [MissionChange(GONE, item, 0, at, _whole(GONE, item)) for at, item in earlier.values()]
    return tuple(found)


def mission_head(found: MissionChange, say: Callable[[str], str] = str) -> str:
    """Return the number of a mission with what became of it, in the words of the event: ``2. (baru)``."""
    told = [] if found.ties and is_same(found.pieces) else [_TOLD.get(found.state, found.state)]
    told += [f"dulu nomor {found.before}"] if found.before not in {0, found.place} else []
    told += [say("kaitan RPJMD atau dimensi berubah")] if found.ties else []
    words = ", ".join(part for part in told if part)
    number = f"{found.place}." if found.place else "–"
    return f"{number} ({words})" if words else number


def _whole(state: str, item: Text) -> tuple[Piece, ...]:
    return (Piece(state, item.said),) if item.said else ()


def _same(item: Text) -> RowId:
    """Return by what a mission is known in every version."""
    return item.draft or item.id
