"""Wrapped text of grid cells: laid out once per text and width, then only painted."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_KEPT: Final = 3_000
_HEIGHTS: Final = 100_000
_LINE_MARK: Final = "\u2028"


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Laid-out text and its height in pixels."""

    layout: QTextLayout
    height: int


class TextBlocks:
    """Keeps laid-out texts of one font; words too long for their cell break, nothing is cut off."""

    def __init__(self, font: QFont) -> None:
        """Lay out in this font."""
        self._font = font
        self._metrics = QFontMetrics(font)
        self._kept: OrderedDict[tuple[str, int, int], Block] = OrderedDict()
        self._heights: dict[tuple[str, int, int], int] = {}
        self._widest = self._metrics.maxWidth()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._one_line = self._lay_out("Wg", 999, 0).height

    def block(self, text: str, width: int, indent: int = 0) -> Block:
        """Return ``text`` in lines of ``width`` pixels; the first line begins after ``indent``."""
        key = (text, width, indent)
        found = self._kept.get(key)
        if found is None:
            found = self._lay_out(*key)
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def height(self, text: str, width: int, indent: int = 0) -> int:
        """Return the height of the same, without keeping what it looks like: of thousands few are painted."""
        key = (text, width, indent)
        found = self._heights.get(key)
        if found is None:
            if len(self._heights) > _HEIGHTS:
                self._heights.clear()
            found = self._heights[key] = self._measured(*key)
        return found

    def _measured(self, text: str, width: int, indent: int) -> int:
        """Return the height of a text; one that surely fits into its line is not laid out for that."""
        is_line = len(text) * self._widest <= width - indent or (
            "\n" not in text and self._metrics.horizontalAdvance(text) + 2 <= width - indent
        )
        return self._one_line if is_line and "\n" not in text else self._lay_out(text, width, indent).height

    def _lay_out(self, text: str, width: int, indent: int) -> Block:
        layout = QTextLayout(text.replace("\n", _LINE_MARK), self._font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        height, first = 0.0, True
        if indent and self._metrics.horizontalAdvance(text.partition(" ")[0]) > width - indent:
            # The first word would break beside the chip: it begins under it.
            height, first = float(self._metrics.height()), False
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(8, width - (indent if first else 0)))
            line.setPosition(QPointF(indent if first else 0, height))
            height += line.height()
            first = False
        layout.endLayout()
        return Block(layout, ceil(height))
