"""The road map in the hall: names at the left, bars over ten years, the years again on every page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from smartcity_desktop.domain.chart_roadmap import Frame
from smartcity_desktop.domain.hall import RoadBody, RoadLine
from ui.projector import parts
from ui.projector.flow import Build, Row, Type
from ui.projector.ink import BAND, GROUND, INK, LINE, SOFT

_NAMES: Final = 0.36
"""The part of the width that names take."""
_BAR: Final = 0.86
_SMALL: Final = 0.7
_DARK: Final = 110
"""Below this lightness a fill asks for light letters."""


def road(body: RoadBody) -> Build:
    """Return the years, a line for each program, then what is told below."""

    def build(type_: Type) -> Sequence[Row]:
        frame = Frame(type_.width * _NAMES, type_.width)
        rows = [_head(type_, body, frame), *(_line(type_, item, frame) for item in body.lines)]
        rows += [parts.gap(type_.pixels * 0.3)] if body.told else []
        return [*rows, *(row for text in body.told for row in parts.paragraph(type_, text, 0.8))]

    return build


def _head(type_: Type, body: RoadBody, frame: Frame) -> Row:
    words = [type_.text(name, type_.width, 0.8, bold=True, ink=SOFT) for name in body.years]
    wide = [type_.wide(name, 0.8, bold=True) for name in body.years]
    high = max((item.height for item in words), default=0.0)

    def paint(painter: QPainter, room: QRectF) -> None:
        for name, item, size in zip(body.years, words, wide, strict=True):
            left, right = frame.period(name.replace("–", "-"))
            item.draw(painter, room.left() + (left + right - size) / 2, room.top())

    return Row(high + type_.pixels * 0.3, paint, stays=True)


def _line(type_: Type, line: RoadLine, frame: Frame) -> Row:
    name = type_.text(line.name, frame.left - type_.pixels * 0.6, 0.85)
    bar = type_.pixels * _BAR
    high = max(name.height, bar)
    is_dark = not line.guessed and bool(line.fill) and QColor(line.fill).lightness() < _DARK
    fits = type_.wide(line.words, _SMALL) + type_.pixels * 0.6
    shown = frame.edges[line.last] - frame.edges[line.first - 1] if line.first else 0.0
    is_inside = fits <= shown
    on_ground = line.guessed or is_dark or not is_inside
    words = type_.text(line.words, type_.width, _SMALL, ink=INK if on_ground else GROUND)
    thin = max(1.0, type_.pixels * 0.03)

    def paint(painter: QPainter, room: QRectF) -> None:
        name.draw(painter, room.left(), room.top() + (high - name.height) / 2)
        painter.fillRect(QRectF(room.left(), room.bottom() - thin, room.width(), thin), QColor(LINE))
        for edge in frame.edges[:-1]:
            painter.fillRect(QRectF(room.left() + edge, room.top(), thin, room.height()), QColor(BAND))
        if not line.first:
            return
        left, right = frame.edges[line.first - 1], frame.edges[line.last]
        place = QRectF(room.left() + left, room.top() + (high - bar) / 2, right - left - thin * 2, bar)
        if line.guessed:
            painter.setPen(QPen(QColor(INK), thin * 2))
            painter.drawRect(place)
        else:
            painter.fillRect(place, QColor(line.fill))
        begin = place.left() if is_inside else place.right()
        if is_inside or place.right() + fits <= room.right():
            words.draw(painter, begin + type_.pixels * 0.25, place.center().y() - words.height / 2)

    return Row(high + type_.pixels * 0.28, paint)
