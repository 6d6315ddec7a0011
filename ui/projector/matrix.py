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

_COLUMNS: Final = 0.7
"""The part of the width that all columns take at most: the rest is for names."""
_CHIP: Final = 1.25
_SPACE: Final = 0.32
_FREE: Final = 0.5
_CELL: Final = 0.76
"""What part of a column a cell that has a figure fills."""
_SMALL: Final = 0.75
_WHOLE: Final = "Jumlah"


@dataclass(frozen=True, slots=True)
class _Rooms:
    """How wide names and columns are, and how much smaller the heads stand where columns are narrow."""

    names: float
    column: float
    times: float = 1.0

    def left(self, room: QRectF, at: int) -> float:
        """Return where a column begins."""
        return room.left() + self.names + at * self.column


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
    return _Rooms(
        type_.width - column * (len(body.heads) + 1), column, min(1.0, column / heads) if heads else 1.0
    )


def _head(type_: Type, body: MatrixBody, rooms: _Rooms) -> Row:
    """Return the codes above the columns, each on its colour; one without a colour stands back."""
    high = type_.pixels * _CHIP
    texts = {at: item.code for at, item in enumerate(body.heads) if not item.color}
    texts[len(body.heads)] = _WHOLE
    words = {at: type_.text(text, rooms.column, _SMALL * rooms.times, ink=SOFT) for at, text in texts.items()}

    def paint(painter: QPainter, room: QRectF) -> None:
        for at, item in enumerate(body.heads):
            if item.color:
                wide = (parts.chip_width(type_, item.code) - type_.pixels * 0.4) * rooms.times
                left = rooms.left(room, at) + (rooms.column - wide) / 2
                tall = high * rooms.times
                chip(painter, QRectF(left, room.top() + (high - tall) / 2, wide, tall), item.code, item.color)
        for at, block in words.items():
            wide = type_.wide(texts[at], _SMALL * rooms.times)
            left = rooms.left(room, at) + (rooms.column - wide) / 2
            block.draw(painter, left, room.top() + (high - block.height) / 2)

    return Row(high + type_.pixels * 0.45, paint, stays=True)


def _line(type_: Type, line: MatrixLine, rooms: _Rooms, head: Row, *, bold: bool = False) -> Row:
    """Return one line: its figures stand out, and where there is none nothing stands."""
    name = type_.text(line.name, rooms.names - type_.pixels * 0.6, bold=bold)
    figures = [(str(item.count) if item.count else "", INK, True) for item in line.cells]
    figures.append((line.whole, INK if bold else SOFT, bold))
    laid = [type_.text(text, rooms.column, bold=strong, ink=ink) for text, ink, strong in figures]
    high = max(name.height, type_.pixels * 1.2)

    def paint(painter: QPainter, room: QRectF) -> None:
        painter.fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), QColor(LINE))
        top = room.top() + type_.pixels * _SPACE / 2
        name.draw(painter, room.left(), top)
        for at, ((text, _, strong), words) in enumerate(zip(figures, laid, strict=True)):
            if not text:
                continue
            left = rooms.left(room, at)
            if at < len(line.cells) and not bold:
                free = rooms.column * (1 - _CELL) / 2
                place = QRectF(left + free, room.top() + 1, rooms.column * _CELL, room.height() - 3)
                painter.fillRect(place, QColor(BAND))
            words.draw(painter, left + (rooms.column - type_.wide(text, bold=strong)) / 2, top)

    return Row(high + type_.pixels * _SPACE, paint, again=head)
