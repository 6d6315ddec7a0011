"""Counts beside each other: lines with a figure in every column, its head again on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from smartcity_desktop.domain.hall import MatrixBody, MatrixLine
from ui.projector import parts
from ui.projector.flow import Build, Row, Type
from ui.projector.ink import BAND, INK, LINE, SOFT, chip

_COLUMNS: Final = 0.72
"""The part of the width that all columns take at most: the rest is for names."""
_CHIP: Final = 1.25
_SPACE: Final = 0.32
_FREE: Final = 0.5
_CELL: Final = 0.76
"""What part of a column a cell that has a figure fills."""
_SMALL: Final = 0.75
_INSIDE: Final = 0.94
"""What part of a column its head takes at most."""
_WHOLE: Final = "Jumlah"


@dataclass(frozen=True, slots=True)
class _Rooms:
    """How wide names and columns are."""

    names: float
    column: float

    def left(self, room: QRectF, at: int) -> float:
        """Return where a column begins."""
        return room.left() + self.names + at * self.column

    def times(self, wide: float) -> float:
        """Return how much smaller something so wide has to stand in a column."""
        return min(1.0, self.column * _INSIDE / wide) if wide else 1.0


def matrix(body: MatrixBody) -> Build:
    """Return the head, a line for each agency and their sums, then what is told below."""

    def build(type_: Type) -> Sequence[Row]:
        rooms = _rooms(type_, body)
        head = _head(type_, body, rooms)
        rows = [head, *(_line(type_, item, rooms, head) for item in body.lines)]
        rows.append(_line(type_, body.sums, rooms, head, bold=True))
        rows += [parts.gap(type_.pixels * 0.3)] if body.told else []
        for text in body.told:
            rows += parts.paragraph(type_, text, 0.7, look=(SOFT, False))
        return rows

    return build


def _rooms(type_: Type, body: MatrixBody) -> _Rooms:
    """Return the rooms: codes, figures and the word above the sums fit, names take what is left."""
    figures = [body.sums.whole, *(str(item.count) for item in body.sums.cells)]
    heads = max([parts.chip_width(type_, item.code) for item in body.heads], default=0.0)
    heads = max(heads, type_.wide(_WHOLE, _SMALL))
    least = max(type_.wide(text, bold=True) for text in figures)
    most = type_.width * _COLUMNS / (len(body.heads) + 1)
    column = min(max(heads, least) + type_.pixels * _FREE, most)
    type_.breaks |= least > column
    return _Rooms(type_.width - column * (len(body.heads) + 1), column)


def _head(type_: Type, body: MatrixBody, rooms: _Rooms) -> Row:
    """Return the codes above the columns, each on its colour; one without a colour stands back.

    What is wider than its column stands smaller.
    """
    high = type_.pixels * _CHIP
    texts = {at: item.code for at, item in enumerate(body.heads) if not item.color}
    texts[len(body.heads)] = _WHOLE
    sizes = {at: _SMALL * rooms.times(type_.wide(text, _SMALL)) for at, text in texts.items()}
    words = {at: type_.text(text, rooms.column, sizes[at], ink=SOFT) for at, text in texts.items()}

    def paint(painter: QPainter, room: QRectF) -> None:
        for at, item in enumerate(body.heads):
            if item.color:
                wide = parts.chip_width(type_, item.code) - type_.pixels * 0.4
                times = rooms.times(wide)
                left = rooms.left(room, at) + (rooms.column - wide * times) / 2
                top = room.top() + high * (1 - times) / 2
                chip(painter, QRectF(left, top, wide * times, high * times), item.code, item.color)
        for at, block in words.items():
            left = rooms.left(room, at) + (rooms.column - type_.wide(texts[at], sizes[at])) / 2
            block.draw(painter, left, room.top() + (high - block.height) / 2)

    return Row(high + type_.pixels * 0.45, paint, stays=True)


def _line(type_: Type, line: MatrixLine, rooms: _Rooms, head: Row, *, bold: bool = False) -> Row:
    """Return one line: its figures stand out, and where there is none nothing stands."""
    name = type_.text(line.name, rooms.names - type_.pixels * 0.6, bold=bold)
    figures = [(str(item.count) if item.count else "", INK, True) for item in line.cells]
    figures.append((line.whole, INK if bold else SOFT, bold))
    laid = [type_.text(text, rooms.column, bold=strong, ink=ink) for text, ink, strong in figures]
    high, thin = max(name.height, type_.pixels * 1.2), max(1.0, type_.pixels * 0.03)

    def paint(painter: QPainter, room: QRectF) -> None:
        painter.fillRect(QRectF(room.left(), room.bottom() - thin, room.width(), thin), QColor(LINE))
        top = room.top() + type_.pixels * _SPACE / 2
        name.draw(painter, room.left(), top)
        for at, ((text, _, strong), words) in enumerate(zip(figures, laid, strict=True)):
            if not text:
                continue
            left = rooms.left(room, at)
            if at < len(line.cells) and not bold:
                free = rooms.column * (1 - _CELL) / 2
                place = QRectF(left + free, room.top(), rooms.column * _CELL, room.height())
                place.adjust(0, 2 * thin, 0, -3 * thin)
                painter.fillRect(place, QColor(BAND))
            words.draw(painter, left + (rooms.column - type_.wide(text, bold=strong)) / 2, top)

    return Row(high + type_.pixels * _SPACE, paint, again=head)
