"""Paints the plain shapes of ``domain.chart`` on the screen: the same drawing as on paper."""

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.chart import Chart, Line, Polygon, Rect, Shape, Spot, Text
from ui import theme
from ui.widgets.label import tip

_EMPTY: Final = Chart(1.0, 0.0, ())
_SCALE: Final = 1.34
"""Pixels a point at the usual type size: 9 points on paper are as large as small type on the screen."""
_FINE: Final = 10


class ChartView(QWidget):
    """Shows one chart over its whole width; a place that leads on has the hand, and a click asks for it."""

    asked = Signal(str)
    """The key of the place that was clicked."""

    def __init__(self, name: str, widest: float, parent: QWidget | None = None) -> None:
        """``widest`` is the width in points that the chart never exceeds."""
        super().__init__(parent)
        self.setObjectName(name)
        self.chart = _EMPTY
        self._widest = widest
        self._draw: Callable[[float], Chart] = lambda _width: _EMPTY
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_chart(self, draw: Callable[[float], Chart], words: str) -> None:
        """Show what ``draw`` makes for a width in points; ``words`` say it to a screen reader."""
        self._draw = draw
        self.setAccessibleName(words)
        self._make()
        self._fit()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the drawing has at a width."""
        return round(self._draw(self._points(width)).height * pixels_a_point())

    def sizeHint(self) -> QSize:
        """Return the room of the drawing as wide as it may be."""
        wide = round(self._widest * pixels_a_point())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return half of that width."""
        wide = round(self._widest * pixels_a_point() / 2)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    def spot_at(self, place: QPointF) -> Spot | None:
        """Return what leads on from a place of the widget, None where nothing does."""
        where = (place - self._origin()) / pixels_a_point()
        return self.chart.spot_at(where.x(), where.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for another width."""
        super().resizeEvent(event)
        self._make()
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand, and in words what would be opened."""
        spot = self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        tip(self, spot.words if spot else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what stands there."""
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(spot.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shapes in their order."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._origin())
        painter.scale(pixels_a_point(), pixels_a_point())
        paint_shapes(painter, self.chart.shapes)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(max(round(self.chart.height * pixels_a_point()), 1))

    def _make(self) -> None:
        self.chart = self._draw(self._points(self.width()))
        self.setFixedHeight(max(round(self.chart.height * pixels_a_point()), 1))

    def _points(self, width: int) -> float:
        return max(min(width / pixels_a_point(), self._widest), 1.0)

    def _origin(self) -> QPointF:
        return QPointF(max(0.0, (self.width() - self.chart.width * pixels_a_point()) / 2), 0.0)


def pixels_a_point() -> float:
    """Return how many pixels a point of a drawing takes with the type of now."""
    return _SCALE * theme.scale_now()


def paint_shapes(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Paint shapes in their order, where the painter stands and as large as it is scaled."""
    for shape in shapes:
        _paint(shape, painter)


def _pen(color: str, weight: float = 0.5) -> QPen:
    return QPen(QColor(color), weight) if color else QPen(Qt.PenStyle.NoPen)


def _brush(color: str) -> QBrush:
    return QBrush(QColor(color)) if color else QBrush(Qt.BrushStyle.NoBrush)


@singledispatch
def _paint(shape: object, painter: QPainter) -> None:
    """Paint one of our shapes."""
    raise TypeError(shape, painter)


@_paint.register
def _(shape: Rect, painter: QPainter) -> None:
    painter.setPen(_pen(shape.stroke))
    painter.setBrush(_brush(shape.fill))
    painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))


@_paint.register
def _(shape: Line, painter: QPainter) -> None:
    painter.setPen(_pen(shape.color, shape.weight))
    painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))


@_paint.register
def _(shape: Polygon, painter: QPainter) -> None:
    painter.setPen(_pen(shape.stroke))
    painter.setBrush(_brush(shape.fill))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))


@_paint.register
def _(shape: Text, painter: QPainter) -> None:
    font = QFont(painter.font())
    # Type is set in whole pixels: it is made large here and drawn small, so that 8,5 points are 8,5.
    font.setPixelSize(max(round(shape.size * _FINE), 1))
    font.setBold(shape.bold)
    metrics = QFontMetricsF(font)
    words = " ".join(shape.text.split())
    if shape.limit:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, shape.limit * _FINE)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setFont(font)
    painter.setPen(QPen(QColor(shape.color)))
    painter.drawText(QPointF(-metrics.horizontalAdvance(words) * share, 0.0), words)
    painter.restore()
