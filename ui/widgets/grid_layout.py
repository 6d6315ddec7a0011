"""How wide the columns of a worksheet are: words stay whole first, what is left goes to the answers."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QFontMetrics

from smartcity_desktop.domain.worksheet import GridColumn
from ui.widgets.grid_paint import PAD_X, ColumnHeads

_CODE: Final = "X.XX.XX"
_LEAST: Final = {"long": 92, "text": 74, "date": 96, "int": 50, "dimension": 104, "links": 120}
"""Pixels at 100 % under which an answer cannot be read."""
_NAME: Final = 132
_OPENED: Final = 3.4
"""Pixels a millimetre of the definition takes for the columns of the Renstra."""


def widths(
    columns: Sequence[GridColumn], room: int, heads: ColumnHeads, own: Mapping[str, int], scale: float
) -> list[int]:
    """Return a width for every column: at least what it needs, the rest of ``room`` by the definition.

    ``own`` are widths a person set; they stay.
    """
    metrics = heads.fontMetrics()
    least = [own.get(item.key) or _least(item, heads, metrics, scale) for item in columns]
    left = room - sum(least)
    if left <= 0:
        return least
    weights = [_weight(item, own) for item in columns]
    total = sum(weights)
    if not total:
        return least
    found = [width + int(left * weight / total) for width, weight in zip(least, weights, strict=True)]
    widest = max(range(len(found)), key=lambda place: weights[place])
    found[widest] += room - sum(found)
    return found


def _weight(item: GridColumn, own: Mapping[str, int]) -> float:
    if item.key in own or item.kind not in {"long", "text", "dimension", "links"} or item.key == "code":
        return 0
    return item.width if item.section != "subject" else item.width * 0.7


def _least(item: GridColumn, heads: ColumnHeads, metrics: QFontMetrics, scale: float) -> int:
    head = heads.widest_word(item.label)
    if item.folded:
        return max(head, int(item.width * _OPENED * scale))
    if item.key == "code":
        return max(head, metrics.horizontalAdvance(_CODE) + 2 * PAD_X)
    if item.kind in {"money", "years", "computed"}:
        return max(head, metrics.horizontalAdvance("99.999.999.999") + 2 * PAD_X + 2)
    if item.kind == "choice":
        words = max((metrics.horizontalAdvance(choice.label) for choice in item.choices), default=0)
        one = max((_widest_word(choice.label, metrics) for choice in item.choices), default=0)
        return max(head, one if words > 90 * scale else words) + 2 * PAD_X
    if item.section == "subject":
        return max(head, int(_NAME * scale))
    return max(head, int(_LEAST.get(item.kind, _LEAST["text"]) * scale))


def _widest_word(text: str, metrics: QFontMetrics) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
