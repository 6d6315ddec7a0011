"""Text that fits itself into a box: as large as it can be, broken between words, never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from smartcity_desktop.reporting import style

Surface: TypeAlias = Any
"""A canvas of reportlab, which is published without types."""

LEADING: Final = 1.18
"""Height of a line in type sizes."""
_RISE: Final = 0.92
"""Where the letters of a line stand, from its top, in type sizes."""
_STEP: Final = 0.94
_UNIT: Final = 100.0
_TINY: Final = 1.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text in one font, and the type size in points at which they fit."""

    lines: tuple[str, ...]
    size: float
    font: str

    @property
    def height(self) -> float:
        """The height of all lines in points."""
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        """The width of the longest line in points."""
        return max((style.text_width(item, self.font, self.size) for item in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """A box to be filled, in points: type from ``most`` down to ``least``; smaller only where it must be."""

    width: float
    height: float
    most: float
    least: float = 6.0


def fitted(text: str, font: str, room: Room) -> Fitted:
    """Return a text on as few and as even lines as fit in ``room`` in the largest size that does.

    Each line of the text begins a new one. Where not even the smallest size has room for a word, the word is
    broken, and the size goes on falling.
    """
    told = [words for words in (part.split() for part in style.clean(text).split("\n")) if words]
    size = room.most
    while told:
        if size < room.least:
            told = [[piece for word in words for piece in _pieces(word, font, size, room)] for words in told]
        parts = [_even(words, font, size, room.width) for words in told]
        found = [line for part in parts for line in part]
        if all(parts) and (len(found) * size * LEADING <= room.height or size <= _TINY):
            return Fitted(tuple(found), size, font)
        size *= _STEP
    return Fitted((), room.most, font)


def _pieces(word: str, font: str, size: float, room: Room) -> list[str]:
    if style.text_width(word, font, size) <= room.width:
        return [word]
    found: list[str] = [""]
    for letter in word:
        if found[-1] and style.text_width(found[-1] + letter, font, size) > room.width:
            found.append("")
        found[-1] += letter
    return found


def _even(words: Sequence[str], font: str, size: float, width: float) -> list[str]:
    """Return the words on as few lines as there must be, the longest of them as short as can be.

    Nothing comes back where a word is wider than ``width``.
    """
    wide = [style.text_width(word, font, _UNIT) * size / _UNIT for word in words]
    blank = style.text_width(" ", font, _UNIT) * size / _UNIT
    if max(wide) > width:
        return []
    count = len(_lines(wide, blank, width))
    low, high = max(wide), width
    for _ in range(12):
        middle = (low + high) / 2
        if len(_lines(wide, blank, middle)) <= count:
            high = middle
        else:
            low = middle
    found: list[str] = []
    place = 0
    for length in _lines(wide, blank, high):
        found.append(" ".join(words[place : place + length]))
        place += length
    return found


def _lines(wide: Sequence[float], blank: float, width: float) -> list[int]:
    """Return how many words stand on each line where none is longer than ``width``."""
    found = [0]
    taken = 0.0
    for word in wide:
        more = word if not found[-1] else taken + blank + word
        if found[-1] and more > width:
            found.append(0)
            more = word
        found[-1] += 1
        taken = more
    return found


def write(canvas: Surface, text: str, font: str, size: float, x: float, y: float) -> None:
    """Write one line from ``x``, its letters standing on ``y``, each in a font that has its sign."""
    for name, run in style.runs(style.clean(text), font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, run)
        x += canvas.stringWidth(run, name, size)


def write_lines(canvas: Surface, item: Fitted, box: tuple[float, float, float], share: float = 0.5) -> None:
    """Write fitted lines downwards in a column: ``box`` is its left edge, its width and its top.

    ``share`` of the room beside a line stands at its left: 0 at the left edge, 0.5 in the middle, 1 right.
    """
    left, width, y = box
    for text in item.lines:
        x = left + (width - style.text_width(text, item.font, item.size)) * share
        write(canvas, text, item.font, item.size, x, y - item.size * _RISE)
        y -= item.size * LEADING
