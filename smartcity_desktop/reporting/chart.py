"""Paints the plain shapes of ``domain.chart`` on paper."""

from functools import singledispatch
from typing import Any, TypeAlias

from reportlab.graphics import shapes as paint
from reportlab.lib.colors import HexColor

from smartcity_desktop.domain.chart import Chart, Line, Polygon, Rect, Text
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import Block

Mark: TypeAlias = Any
"""A shape or colour of reportlab, which is published without types."""


def drawn(chart: Chart) -> Block:
    """Return a chart as a block of its own size."""
    drawing = paint.Drawing(chart.width, chart.height)
    for shape in chart.shapes:
        for piece in _paint(shape, chart.height):
            drawing.add(piece)
    return drawing


def _color(name: str) -> Mark:
    return HexColor(name) if name else None


@singledispatch
def _paint(shape: object, height: float) -> list[Mark]:
    """Return the shapes of reportlab for one of ours; its y grows upwards."""
    raise TypeError(shape, height)


@_paint.register
def _(shape: Rect, height: float) -> list[Mark]:
    return [
        paint.Rect(
            shape.x,
            height - shape.y - shape.height,
            shape.width,
            shape.height,
            fillColor=_color(shape.fill),
            strokeColor=_color(shape.stroke),
            strokeWidth=0.5,
        )
    ]


@_paint.register
def _(shape: Line, height: float) -> list[Mark]:
    return [
        paint.Line(
            shape.x1,
            height - shape.y1,
            shape.x2,
            height - shape.y2,
            strokeColor=_color(shape.color),
            strokeWidth=shape.weight,
        )
    ]


@_paint.register
def _(shape: Polygon, height: float) -> list[Mark]:
    flat = [value for x, y in shape.points for value in (x, height - y)]
    return [
        paint.Polygon(flat, fillColor=_color(shape.fill), strokeColor=_color(shape.stroke), strokeWidth=0.5)
    ]


@_paint.register
def _(shape: Text, height: float) -> list[Mark]:
    font = style.BOLD if shape.bold else style.REGULAR
    words = " ".join(style.clean(shape.text).split())
    if shape.limit:
        words = style.shortened(words, font, shape.size, shape.limit)
    x = (
        shape.x
        - style.text_width(words, font, shape.size) * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    )
    pieces: list[Mark] = []
    for name, run in style.runs(words, font):
        y = height - shape.y
        pieces.append(
            paint.String(x, y, run, fontName=name, fontSize=shape.size, fillColor=_color(shape.color))
        )
        x += style.text_width(run, name if name in style.FALLBACK else font, shape.size)
    return pieces
