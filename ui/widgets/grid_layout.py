"""How wide the columns of a worksheet are: words stay whole first, what is left goes to the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetrics

from smartcity_desktop.domain.grid import GridColumn
from ui.widgets.grid_paint import PAD_X, ColumnHeads

_LEAST: Final = {
    "long": 70,
    "text": 70,
    "date": 92,
    "int": 48,
    "dimension": 92,
    "subdimension": 92,
    "links": 84,
    "opd": 70,
    "rows": 84,
    "score": 48,
    "decimal": 56,
}
"""Pixels at 100 % under which an answer cannot be read."""
WORDED: Final = frozenset({"long", "text", "dimension", "subdimension", "links", "opd", "rows"})
"""Kinds that take what is left of the room."""
_BY_LENGTH: Final = 2.2
"""Pixels at 100 % that a millimetre of the definition is worth at least, for long answers."""
_NAME: Final = 108
_NAMING: Final = 1.7
"""How many times its part of the room a naming answer gets."""
_NAMING_LEAST: Final = 136
_WORD: Final = 140
"""Pixels at 100 % that a column gets at most for the sake of one long word."""
_OPENED: Final = 3.4
"""Pixels a millimetre of the definition takes for the columns of the Renstra."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What columns want, in pixels.

    ``own`` are widths a person set (they stay), ``longest`` the longest text of codes and figures, ``words``
    the longest word of the answers. ``name`` is the key of an answer that names its row: it gets more.
    """

    own: Mapping[str, int]
    longest: Mapping[str, int]
    words: Mapping[str, int]
    scale: float
    name: str = ""


def widths(columns: Sequence[GridColumn], room: int, heads: ColumnHeads, wishes: Wishes) -> list[int]:
    """Return a width for every column: at least what it needs, the rest of ``room`` by the definition."""
    own = wishes.own
    least = [own.get(item.key) or _least(item, heads, wishes) for item in columns]
    lengths = [max(width, _length(item, wishes)) for item, width in zip(columns, least, strict=True)]
    words = [max(width, _word(item, wishes)) for item, width in zip(columns, least, strict=True)]
    if sum(least) > room:
        return [max(both) for both in zip(lengths, words, strict=True)]
    least = _in_parts(_smallest_first(least, words, room), lengths, room)
    left = room - sum(least)
    weights = [_weight(item, own) * (_NAMING if item.key == wishes.name else 1) for item in columns]
    total = sum(weights)
    if left <= 0 or not total:
        return least
    found = [width + int(left * weight / total) for width, weight in zip(least, weights, strict=True)]
    widest = max(range(len(found)), key=lambda place: weights[place])
    found[widest] += room - sum(found)
    return found


def _smallest_first(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Return the widths raised as long as there is room: one broken word is read more easily than many."""
    found, left = list(least), room - sum(least)
    for place in sorted(range(len(found)), key=lambda at: wanted[at] - least[at]):
        more = min(left, wanted[place] - least[place])
        found[place] += more
        left -= more
    return found


def _in_parts(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Return the widths raised evenly towards those wanted, as far as ``room`` allows."""
    lacks = [max(0, wish - width) for width, wish in zip(least, wanted, strict=True)]
    part = min(1.0, (room - sum(least)) / sum(lacks)) if any(lacks) else 0
    return [width + int(lack * part) for width, lack in zip(least, lacks, strict=True)]


def _word(item: GridColumn, wishes: Wishes) -> int:
    return 0 if item.key in wishes.own else min(wishes.words.get(item.key, 0), int(_WORD * wishes.scale))


def _length(item: GridColumn, wishes: Wishes) -> int:
    long = item.kind == "long" and item.section != "subject" and not item.folded
    return int(item.width * _BY_LENGTH * wishes.scale) if long and item.key not in wishes.own else 0


def _weight(item: GridColumn, own: Mapping[str, int]) -> float:
    if item.key in own or item.kind not in WORDED or item.key == "code":
        return 0
    return item.width if item.section != "subject" else item.width * 0.7


def is_tight(item: GridColumn) -> bool:
    """Tell whether a column is as wide as its longest text: codes and figures."""
    return item.key == "code" or item.kind in {"money", "year", "years", "computed"}


def _least(item: GridColumn, heads: ColumnHeads, wishes: Wishes) -> int:
    head, metrics, scale = heads.widest_word(item.label), heads.fontMetrics(), wishes.scale
    if is_tight(item):
        return max(head, wishes.longest.get(item.key, 0) + 2 * PAD_X + 3)
    if item.folded:
        return max(head, int(item.width * _OPENED * scale))
    if item.kind == "choice":
        one = max((_widest_word(choice.label, metrics) for choice in item.choices), default=0)
        return max(head, one + 2 * PAD_X + 3)
    if item.section == "subject":
        return max(head, int(_NAME * scale))
    least = _NAMING_LEAST if item.key == wishes.name else _LEAST.get(item.kind, _LEAST["text"])
    return max(head, int(least * scale))


def _widest_word(text: str, metrics: QFontMetrics) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
