"""The back of a certificate: all materials with their hours on one page, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_certificate import Certificates, Holder
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    content_need,
    framed,
    gap,
    head_cell,
    height_of,
    line,
    paragraphs,
    plain,
    row_height,
    table,
    widths,
)
from smartcity_desktop.reporting.day import room
from smartcity_desktop.reporting.style import (
    CELL,
    CELL_BOLD,
    CELL_BOLD_RIGHT,
    CELL_RIGHT,
    SMALL,
    SMALL_CENTER_SOFT,
    SUBTITLE,
    TITLE,
    Sheet,
    sized,
)

_NAME: Final = 300
_BETWEEN: Final = 6 * mm
_SPARE: Final = 4.0
"""Points that stay free at the foot of the page, so that rounding never asks for another."""
_BLANK_ROWS: Final = 8
_ACROSS: Final = 2
_PADDING: Final = 6.0
"""Points above and below the text of a row."""


Row = list[list[Block]]
"""The cells of one row."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How the materials stand: in how many columns, how many of them, how many in the first column.

    ``size`` is that of the type in points.
    """

    across: int
    size: float
    shown: int
    cut: int


_WAYS: Final = ((1, 9.0), (1, 8.5), (1, 8.0), (_ACROSS, 8.0), (_ACROSS, 7.5), (_ACROSS, 7.0))
"""Columns and type sizes that are tried one after the other; below the last the list is cut."""


class _Rows:
    """The rows of all materials in type of one size over one width, with what they measure."""

    def __init__(self, found: Certificates, size: float, width: float) -> None:
        self.columns = [
            Column("No", 9, "right"),
            Column("Materi", 118),
            Column("Narasumber atau pembimbing", 74),
            Column("Menit", 16, "right"),
            *([] if found.fixed_hours else [Column("JP", 13, "right")]),
        ]
        texts = [_texts(found, place) for place in range(len(found.lessons))]
        minutes = number(sum(item.minutes for item in found.lessons))
        sums = ["", "Jumlah", "", minutes, number(found.hours)][: len(self.columns)]
        self.sizes = widths(self.columns, width, content_need(self.columns, [*texts, sums], width))
        self._looks = [sized(CELL_RIGHT if item.align == "right" else CELL, size) for item in self.columns]
        strong = [CELL_BOLD_RIGHT if item.align == "right" else CELL_BOLD for item in self.columns]
        self._texts = texts
        self.head: Row = [head_cell(item, size) for item in self.columns]
        self.sums: Row = [
            paragraphs(text, sized(look, size)) for text, look in zip(sums, strong, strict=True)
        ]
        self.ends = [0.0, *accumulate(self.high(self.row(place)) for place in range(len(texts)))]
        self.around = self.high(self.head), self.high(self.sums)

    def row(self, place: int) -> Row:
        """Return the cells of a material, made anew."""
        cells = zip(self._texts[place], self._looks, strict=True)
        return [paragraphs(text, look) for text, look in cells]

    def high(self, row: Row) -> float:
        return row_height(row, self.sizes) + _PADDING


def _texts(found: Certificates, place: int) -> list[str]:
    item = found.lessons[place]
    who = capped(item.speaker, _NAME) or EMPTY
    cells = [number(place + 1), capped(item.title, _NAME), who, number(item.minutes)]
    return cells if found.fixed_hours else [*cells, number(item.hours)]


class Back:
    """The backs of the certificates of one stage; how the materials stand is found out once."""

    def __init__(self, found: Certificates, sheet: Sheet) -> None:
        """Take the materials and the page that they have to stand on."""
        self._found = found
        self._total, self._height = sheet.body_width, sheet.body_height - _SPARE
        self._rows: dict[tuple[int, float], _Rows] = {}
        self._ways: dict[float, _Way] = {}

    def blocks(self, holder: Holder, given: str) -> list[Block]:
        """Return the back of one certificate; ``given`` is its whole number."""
        head = self._head(holder, given)
        taken = height_of([*self._head(holder, given), *self._told(0)], self._total)
        left = round(self._height - taken, 1)
        if left not in self._ways:
            self._ways[left] = self._way(left)
        way = self._ways[left]
        return [*head, *self._tables(way), *self._told(way.shown)]

    def _head(self, holder: Holder, given: str) -> list[Block]:
        found = self._found
        named = f"Nomor {given}" if given and given != EMPTY else ""
        who = " · ".join(text for text in (holder.name, named) if text)
        event = " ".join(text for text in (found.title, found.stage, found.days) if text)
        return [
            gap(4),
            line("MATERI", TITLE),
            *paragraphs(capped(event, 500), SUBTITLE),
            *paragraphs(capped(who, 500), SMALL_CENTER_SOFT),
            gap(8),
        ]

    def _told(self, shown: int) -> list[Block]:
        """Return the line below the materials: what has no room above, and what a lesson hour is."""
        found, more = self._found, ""
        if rest := found.lessons[shown:]:
            hours = "" if found.fixed_hours else f", {number(sum(item.hours for item in rest))} JP"
            minutes = number(sum(item.minutes for item in rest))
            more = f"dan {number(len(rest))} materi lain ({minutes} menit{hours}). "
        fixed = f" Jumlah yang ditetapkan: {number(found.hours)} JP." if found.fixed_hours else ""
        return [gap(4), *paragraphs(f"{more}1 JP = 45 menit.{fixed}", SMALL)]

    # How they stand

    def _way(self, height: float) -> _Way:
        """Return the first way in which everything fits; where none does, the last with as many as fit."""
        count = len(self._found.lessons)
        for across, size in _WAYS:
            way = self._parted(across, size, count)
            if self._high(way) <= height:
                return way
        while way.shown > 1 and self._high(way) > height:
            way = self._parted(across, size, way.shown - 1)
        return way

    def _parted(self, across: int, size: float, shown: int) -> _Way:
        """Return a way whose columns are as even as can be; the sums stand below the last."""
        if across < _ACROSS or shown < _ACROSS:
            return _Way(1, size, shown, shown)
        ways = (_Way(across, size, shown, cut) for cut in range(1, shown))
        return min(ways, key=self._high)

    def _rows_of(self, way: _Way) -> _Rows:
        key = (way.across, way.size)
        if key not in self._rows:
            width = (self._total - _BETWEEN * (way.across - 1)) / way.across
            self._rows[key] = _Rows(self._found, way.size, width)
        return self._rows[key]

    def _high(self, way: _Way) -> float:
        rows = self._rows_of(way)
        head, sums = rows.around
        return head + max(rows.ends[way.cut], rows.ends[way.shown] - rows.ends[way.cut] + sums)

    def _tables(self, way: _Way) -> list[Block]:
        rows = self._rows_of(way)
        if not way.shown:
            return [table(rows.columns, [], self._total), room(rows.columns, _BLANK_ROWS, self._total)]
        if way.across < _ACROSS:
            return [self._table(rows, range(way.shown), summed=True)]
        left = self._table(rows, range(way.cut), summed=False)
        right = self._table(rows, range(way.cut, way.shown), summed=True)
        width = sum(rows.sizes)
        return [plain([[left, "", right]], (width, _BETWEEN, width))]

    def _table(self, rows: _Rows, places: Sequence[int], *, summed: bool) -> Block:
        cells = [rows.head, *(rows.row(place) for place in places), *([rows.sums] if summed else [])]
        return framed(cells, rows.sizes)
