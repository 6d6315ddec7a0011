"""For the wall: at which table every agency sits, in type as large as one or two pages have room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_group import GroupPicture, WhereLine
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    capped,
    framed,
    gap,
    height_of,
    line,
    paragraphs,
    plain,
    row_height,
    unbroken,
)

TITLE: Final = "Duduk di meja mana?"
_BETWEEN: Final = 5 * mm
_CAP: Final = 160
_TABLE_CAP: Final = 40
_BLANK_LINES: Final = 12
_BLANK: Final = "\u00a0"
_SPARE: Final = 6.0
"""Points that stay free at the foot of a page, so that rounding never asks for another."""
_SHARES: Final = {1: (0.58, 0.24, 0.18), 2: (0.56, 0.24, 0.2)}
_ACROSS: Final = (1, 2)
_SIZES: Final = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
_STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class _Room:
    """So many pages, and the least type size in points for which they are filled."""

    pages: int
    least: float


_ROOMS: Final = (_Room(1, 13.0), _Room(2, 11.0))
"""One page is read best; two where its type would be too small to be read from where people stand."""


class _Rows:
    """The lines of a wall in type of one size, in so many columns, with what they measure."""

    def __init__(self, picture: GroupPicture, frame: PrintFrame, across: int, size: float) -> None:
        self._picture, self._frame = picture, frame
        self.across, self.size = across, size
        self.total = style.upright(frame.paper).body_width
        self.width = (self.total - _BETWEEN * (across - 1)) / across
        self.sizes = [self.width * share for share in _SHARES[across]]
        self.shown = picture.where or (WhereLine(""),) * _BLANK_LINES
        self._pad = max(size * 0.18, 2.5)
        self.high = [self._high(self.cells(item)) for item in self.shown]
        self.head_high = self._high(self.heads())

    def heads(self) -> list[list[Block]]:
        # In narrow columns the word "Kelompok" has room on one line in the smallest type alone.
        look = style.sized(style.CELL_BOLD, max(self.size * 0.7, 9) if self.across == 1 else 9)
        return [[line(text, look)] for text in (self._frame.words.opd, "Kelompok", "Meja")]

    def cells(self, item: WhereLine) -> list[list[Block]]:
        look = style.sized(style.CELL, self.size)
        if not item.name:
            return [paragraphs(_BLANK, look), [], []]
        return [
            paragraphs(capped(item.name, _CAP), look),
            paragraphs(capped(item.groups, _CAP) or EMPTY, style.sized(style.CELL_BOLD, self.size)),
            paragraphs(
                capped(item.tables, _TABLE_CAP) or EMPTY,
                style.sized(style.CELL_BOLD_CENTER, self.size * (1.15 if self.across == 1 else 1)),
            ),
        ]

    def title(self) -> list[Block]:
        """Return what stands over the first page."""
        frame, picture = self._frame, self._picture
        event = " · ".join(text for text in (frame.workshop_title, frame.stage_name, picture.title) if text)
        size = self.size * 1.3 if self.across == 1 else max(self.size * 1.3, 20)
        return [
            line(TITLE.upper(), style.sized(style.TITLE, size)),
            *paragraphs(capped(event, 500), style.sized(style.SUBTITLE, max(self.size * 0.75, 11))),
            gap(self.size * 0.5),
        ]

    def table(self, places: range) -> Block:
        """Return some of the lines as one column."""
        pad = (("TOPPADDING", (0, 0), (-1, -1), self._pad), ("BOTTOMPADDING", (0, 0), (-1, -1), self._below))
        cells = [self.heads(), *(self.cells(self.shown[place]) for place in places)]
        return unbroken(framed(cells, self.sizes, extra=(*pad, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))))

    @property
    def _below(self) -> float:
        return self._pad * 1.5

    def _high(self, row: list[list[Block]]) -> float:
        return row_height(row, self.sizes) + self._pad + self._below


def blocks(picture: GroupPicture, frame: PrintFrame) -> list[Block]:
    """Return the wall: one page where its type stays large, else two, else as many as there must be."""
    known: dict[tuple[int, float], _Rows] = {}
    for room in _ROOMS:
        for size in (size for size in _SIZES if size >= room.least):
            for across in _ACROSS:
                if (across, size) not in known:
                    known[across, size] = _Rows(picture, frame, across, size)
                rows = known[across, size]
                columns = _columns(rows, frame, room.pages)
                if columns:
                    return _laid(rows, columns)
    rows = known[_ACROSS[-1], _SIZES[-1]]
    counts = range(_ROOMS[-1].pages + 1, len(rows.shown) + 1)
    return _laid(rows, next(found for count in counts if (found := _columns(rows, frame, count))))


def _columns(rows: _Rows, frame: PrintFrame, pages: int) -> list[range]:
    """Return the lines of each column on so many pages, as even as can be; nothing where they do not fit."""
    body = style.upright(frame.paper).body_height - rows.head_high - _SPARE
    first = body - height_of(rows.title(), rows.total)
    limits = [first] * rows.across + [body] * rows.across * (pages - 1)
    found = _filled(rows.high, limits)
    if not found:
        return []
    low, top = 0.0, body
    for _ in range(_STEPS):
        middle = (low + top) / 2
        even = _filled(rows.high, [min(limit, middle) for limit in limits])
        low, top, found = (low, middle, even) if even else (middle, top, found)
    return found


def _filled(high: Sequence[float], limits: Sequence[float]) -> list[range]:
    """Return which lines stand in which column, each filled up to its limit; nothing where too few."""
    found: list[range] = []
    start = 0
    for limit in limits:
        end, taken = start, 0.0
        while end < len(high) and taken + high[end] <= limit:
            taken += high[end]
            end += 1
        if end > start:
            found.append(range(start, end))
        start = end
        if start == len(high):
            return found
    return []


def _laid(rows: _Rows, columns: Sequence[range]) -> list[Block]:
    """Return the columns beside each other, page by page."""
    found = rows.title()
    for start in range(0, len(columns), rows.across):
        if start:
            found.append(page.new_page())
        own = columns[start : start + rows.across]
        cells: list[Block] = []
        sizes: list[float] = []
        for place, places in enumerate(own):
            cells += [*([""] if place else []), rows.table(places)]
            sizes += [*([_BETWEEN] if place else []), rows.width]
        found.append(rows.table(own[0]) if len(own) == 1 and rows.across == 1 else plain([cells], sizes))
    return found
