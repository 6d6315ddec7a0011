"""Invented pictures of the sample workshop, drawn from plain shapes: the same bytes on every run."""

from collections.abc import Callable, Mapping
from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_WIDE, _HIGH = 800, 600
_FINE: Final = 2
"""How many times larger a scene is drawn, so that its edges are smooth afterwards."""
_QUALITY: Final = 80
_HAIR: Final = ("#2E2622", "#4A3B32", "#1F2A37", "#5B4636")
_CLOTH: Final = ("#0F6D6B", "#B5532C", "#3E5C94", "#8A6D1F", "#6D3F73", "#51714A")
_NOTES: Final = ("#8E9FC6", "#D79BB4", "#F2DE4C", "#CF7650", "#C5B0FF", "#86E39A")


def picture(scene: str) -> bytes:
    """Return a scene as JPEG: ``hall``, ``table`` or ``board``. Raises KeyError for another name."""
    from PIL import Image
    from PIL.ImageDraw import Draw

    draw = _SCENES[scene]
    size = (_WIDE * _FINE, _HIGH * _FINE)
    canvas = Image.new("RGB", size, "#EFE8DC")
    draw(Draw(canvas))
    small = canvas.resize((_WIDE, _HIGH), Image.Resampling.BOX)
    kept = BytesIO()
    small.save(kept, "JPEG", quality=_QUALITY)
    return kept.getvalue()


def _box(draw: "ImageDraw", box: tuple[float, float, float, float], color: str, round_by: float = 0) -> None:
    draw.rounded_rectangle([_FINE * part for part in box], _FINE * round_by, fill=color)


def _disc(draw: "ImageDraw", place: tuple[float, float], across: float, down: float, color: str) -> None:
    x, y = place
    draw.ellipse([_FINE * part for part in (x - across, y - down, x + across, y + down)], fill=color)


def _person(draw: "ImageDraw", place: tuple[float, float], size: float, number: int) -> None:
    """Draw head and shoulders; ``place`` is the middle of the head, ``size`` its radius."""
    x, y = place
    _box(
        draw,
        (x - 1.9 * size, y + 1.1 * size, x + 1.9 * size, y + 5 * size),
        _CLOTH[number % len(_CLOTH)],
        1.4 * size,
    )
    _disc(draw, (x, y), size, 1.15 * size, _HAIR[number % len(_HAIR)])


def _writing(draw: "ImageDraw", place: tuple[float, float], wide: float, count: int) -> None:
    """Draw lines of writing; every other one ends earlier."""
    x, y = place
    for line in range(count):
        top = y + 12 * line
        _box(draw, (x, top, x + wide - 9 * (line % 2), top + 4), "#7D888E")


def _hall(draw: "ImageDraw") -> None:
    _box(draw, (0, 400, _WIDE, _HIGH), "#C6A57C")
    for left in (30, 700):
        _box(draw, (left, 90, left + 70, 300), "#CFE3EA", 4)
    _box(draw, (150, 30, 650, 74), "#0F6D6B", 4)
    _box(draw, (205, 46, 595, 58), "#CFE7E3", 6)
    _box(draw, (210, 100, 590, 330), "#3A3F45", 6)
    _box(draw, (220, 110, 580, 320), "#FBFCFC")
    _box(draw, (245, 130, 430, 142), "#5B6B77", 4)
    for place, tall in enumerate((60, 95, 45, 120, 80, 105)):
        left = 250 + 52 * place
        _box(draw, (left, 300 - tall, left + 34, 300), _NOTES[place])
    _person(draw, (655, 262), 20, 2)
    _box(draw, (625, 330, 690, 420), "#7A5B3A", 4)
    for row, (top, size) in enumerate(((392, 16), (452, 22), (530, 29))):
        step = 4.6 * size
        count = int(_WIDE / step) + 1
        for place in range(count):
            _person(draw, (step * (place + 0.5 * (row % 2)) + 20, top), size, 3 * row + place)


def _table(draw: "ImageDraw") -> None:
    _box(draw, (0, 0, _WIDE, _HIGH), "#B9C4BE")
    for place in range(8):
        turn = radians(45 * place + 22)
        middle = (400 + 300 * cos(turn), 300 + 225 * sin(turn))
        _disc(draw, middle, 56, 44, _CLOTH[place % len(_CLOTH)])
        _disc(draw, middle, 26, 26, _HAIR[place % len(_HAIR)])
    _disc(draw, (400, 300), 245, 178, "#8C6A45")
    _disc(draw, (400, 300), 235, 168, "#A88056")
    for left, top in ((250, 235), (350, 170), (470, 190), (240, 330), (480, 370), (350, 400)):
        _box(draw, (left, top, left + 74, top + 52), "#FDFDFB", 2)
        for line in range(4):
            _box(
                draw,
                (left + 8, top + 8 + 10 * line, left + 62 - 9 * (line % 2), top + 11 + 10 * line),
                "#9AA6AC",
            )
    _box(draw, (345, 262, 455, 338), "#2F3A40", 5)
    _box(draw, (352, 269, 448, 322), "#DDEBEA")
    for row in range(4):
        _box(draw, (360, 276 + 11 * row, 440, 283 + 11 * row), ("#0F6D6B", "#B8CFCB")[row > 0])
    for cup in ((540.0, 290.0), (300.0, 300.0)):
        _disc(draw, cup, 15, 15, "#F4F1EA")
        _disc(draw, cup, 10, 10, "#5A3A22")


def _board(draw: "ImageDraw") -> None:
    _box(draw, (0, 520, _WIDE, _HIGH), "#A98F72")
    _box(draw, (60, 50, 640, 430), "#8B949A", 8)
    _box(draw, (72, 62, 628, 418), "#FCFDFD", 4)
    for column, color in enumerate(_NOTES):
        left = 88 + 90 * column
        _box(draw, (left, 76, left + 76, 96), color, 4)
        for row in range((4, 2, 3, 3, 2, 4)[column]):
            top = 112 + 74 * row
            _box(draw, (left + 4 * (row % 2), top, left + 64 + 4 * (row % 2), top + 60), color, 2)
            _writing(draw, (left + 10, top + 12), 44, 3)
    for left in (110, 560):
        _box(draw, (left, 430, left + 14, 560), "#6F777C")
    _box(draw, (585, 268, 690, 290), _CLOTH[0], 10)
    _person(draw, (710, 190), 34, 0)
    _box(draw, (662, 360, 708, 570), "#2F3A40", 8)
    _box(draw, (714, 360, 760, 570), "#2F3A40", 8)
    for place in range(3):
        _person(draw, (130 + 190 * place, 500), 36, place + 1)


_SCENES: Final[Mapping[str, Callable[["ImageDraw"], None]]] = {
    "hall": _hall,
    "table": _table,
    "board": _board,
}
