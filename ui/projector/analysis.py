"""Bodies of the analyses: means as bars of the highest score, factors by kind with their quadrant."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from smartcity_desktop.domain.hall import (
    MatrixBody,
    MeanLine,
    MeansBody,
    RoadBody,
    SumLine,
    SumsBody,
    SwotBody,
)
from ui.projector import parts
from ui.projector.flow import Build, Row, Type
from ui.projector.ink import ACCENT, BAND, INK, SOFT
from ui.projector.matrix import matrix
from ui.projector.parts import Card
from ui.projector.roadmap import road

_BAR: Final = 0.5
_LEAST: Final = 0.004
_THICK: Final = 0.62
_WORDS_AT: Final = 0.62
"""Lines of type that the bar of a sum is high, and where its words begin, in parts of the width."""
_COLUMNS: Final = 2
_LINES: Final = 5
_LETTERS: Final = 300
"""What a card holds at most; more stands in lists, which go on over pages."""
_PLOT: Final = 13.0
"""The side of the quadrants, in lines of type."""
_QUADRANTS: Final = (("III", 0.07, 0.06), ("I", 0.93, 0.06), ("IV", 0.07, 0.94), ("II", 0.93, 0.94))
"""The names stand in the corners, away from the point."""


def builder(body: MeansBody | SwotBody | SumsBody | MatrixBody | RoadBody) -> Build:
    """Return what lays out the body of an analysis."""
    if isinstance(body, MatrixBody):
        return matrix(body)
    if isinstance(body, RoadBody):
        return road(body)
    if isinstance(body, SumsBody):
        return sums(body)
    return means(body) if isinstance(body, MeansBody) else factors(body)


def sums(body: SumsBody) -> Build:
    """Return a line for each sum: code, figure, bar, words; then what is told below."""

    def build(type_: Type) -> Sequence[Row]:
        chips = max((parts.chip_width(type_, item.code) for item in body.lines), default=0.0)
        figures = max((type_.wide(item.figure, bold=True) for item in body.lines), default=0.0)
        rows = [_sum(type_, item, (chips, figures)) for item in body.lines]
        rows += [parts.gap(type_.pixels * 0.3)] if body.told else []
        return [*rows, *(row for text in body.told for row in parts.paragraph(type_, text, 0.8))]

    return build


def means(body: MeansBody) -> Build:
    """Return the bars of means, each with its figure, then what is told below."""

    def build(type_: Type) -> Sequence[Row]:
        rows = [_bar(type_, item) for item in body.lines]
        rows += [parts.gap(type_.pixels * 0.3)] if body.told else []
        return [*rows, *(row for text in body.told for row in parts.paragraph(type_, text, 0.85))]

    return build


def factors(body: SwotBody) -> Build:
    """Return the quadrants where there is a point, what the factors come to, then a card for each kind."""

    def build(type_: Type) -> Sequence[Row]:
        rows: list[Row] = []
        if body.point is not None:
            rows.append(_plot(type_, body.point, body.told))
        else:
            rows += [row for text in body.told for row in parts.paragraph(type_, text, 0.9)]
        rows += [parts.gap(type_.pixels * 0.3)] if rows else []
        if any(len(item.lines) > _LINES or sum(map(len, item.lines)) > _LETTERS for item in body.parts):
            for item in body.parts:
                rows += [parts.headline(type_, item.head, 0.9), *parts.bulleted(type_, item.lines, 0.9)]
            return rows
        # One text: the last line of a card is the one that stands out.
        cards = [Card(head=item.head, lines=("\n".join(item.lines),)) for item in body.parts]
        return [*rows, *parts.cards(type_, cards, _COLUMNS)]

    return build


def _sum(type_: Type, line: SumLine, columns: tuple[float, float]) -> Row:
    """Return one sum; ``columns`` are the rooms of the codes and of the figures."""
    chips, figures = columns
    space = type_.pixels * 0.5
    words_at = type_.width * _WORDS_AT
    figure = type_.text(line.figure, figures + space, bold=True)
    words = type_.text(line.words, type_.width - words_at, 0.75, ink=SOFT)
    high = max(figure.height, words.height)
    bars_at = chips + figures + space

    def paint(painter: QPainter, room: QRectF) -> None:
        left, top = room.left(), room.top()
        parts.draw_chip(painter, type_, (left, top - type_.pixels * 0.06), (line.code, line.color))
        figure.draw(painter, left + chips + figures - type_.wide(line.figure, bold=True), top)
        whole = max(words_at - bars_at - space, 1.0)
        place = QRectF(left + bars_at, top + high * 0.28, whole, type_.pixels * _THICK)
        painter.fillRect(place, QColor(BAND))
        if line.share > 0:
            place.setWidth(whole * max(_LEAST, line.share))
            painter.fillRect(place, QColor(line.color or ACCENT))
        words.draw(painter, left + words_at, top + (high - words.height) / 2)

    return Row(high + type_.pixels * 0.36, paint)


def _bar(type_: Type, line: MeanLine) -> Row:
    figure = type_.text(line.figure, type_.width, 1.4, bold=True)
    left = type_.wide(line.figure, 1.4, bold=True) + type_.pixels * 0.6
    words = type_.text(line.words, type_.width - left)
    top = max(figure.height, words.height + type_.pixels * 0.45)

    def paint(painter: QPainter, room: QRectF) -> None:
        figure.draw(painter, room.left(), room.top())
        words.draw(painter, room.left() + left, room.top() + type_.pixels * 0.4)
        place = QRectF(room.left(), room.top() + top, room.width(), type_.pixels * _BAR)
        painter.fillRect(place, QColor(BAND))
        if line.share > 0:
            place.setWidth(room.width() * max(_LEAST, line.share))
            painter.fillRect(place, QColor(ACCENT))

    return Row(top + type_.pixels * (_BAR + 0.5), paint)


def _plot(type_: Type, point: tuple[float, float], told: Sequence[str]) -> Row:
    """Return the four quadrants with the point of a sheet, and beside them what it comes to."""
    side = min(type_.pixels * _PLOT, type_.width * 0.4)
    left = side + type_.pixels * 1.2
    names = [type_.text(name, side, 0.8, ink=SOFT) for name, *_ in _QUADRANTS]
    lines = [type_.text(text, type_.width - left, 1.0, bold=text == told[-1]) for text in told]

    def paint(painter: QPainter, room: QRectF) -> None:
        box = QRectF(room.left(), room.top(), side, side)
        painter.fillRect(box, QColor(BAND))
        painter.setPen(QPen(QColor(SOFT), max(1.0, type_.pixels * 0.05)))
        middle = box.center()
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()))
        for words, (name, x, y) in zip(names, _QUADRANTS, strict=True):
            wide = type_.wide(name, 0.8)
            words.draw(painter, box.left() + side * x - wide / 2, box.top() + side * y - words.height / 2)
        far = type_.pixels * 0.35
        at = QPointF(middle.x() + point[0] * (side / 2 - far), middle.y() - point[1] * (side / 2 - far))
        painter.setPen(QPen(QColor(INK), max(1.0, type_.pixels * 0.06)))
        painter.setBrush(QColor(ACCENT))
        painter.drawEllipse(at, far, far)
        top = room.top()
        for line in lines:
            line.draw(painter, room.left() + left, top)
            top += line.height + type_.pixels * 0.3

    return Row(max(side, sum(line.height + type_.pixels * 0.3 for line in lines)), paint)
