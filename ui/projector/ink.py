"""Colours and type of the hall: white on near black, so that the last row reads it with the lights on."""

from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui import theme

GROUND: Final = "#0f1b24"
BAND: Final = "#1b2b36"
LINE: Final = "#2c3f4b"
INK: Final = "#ffffff"
SOFT: Final = "#a9b8c2"
ACCENT: Final = "#7fd0c7"
BLACK: Final = "#000000"
TONES: Final = {"calm": INK, "good": "#5fd38d", "warning": "#ffc24d", "error": "#ff8f85"}
"""Inks of what is said with a weight; each is read on GROUND and on BAND."""
ZOOMS: Final = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.4)
USUAL: Final = ZOOMS.index(1.0)
SMALLEST: Final = 14
"""Pixels of the smallest type, on whatever screen."""
_READ_WIDE: Final = 34
_READ_HIGH: Final = 24
"""The usual type is so much of the width and of the height of the screen: the last row reads it."""


def reading(size: QSizeF) -> float:
    """Return the usual type on a screen of this size, in pixels: lists go on pages instead of below it."""
    return min(size.width() / _READ_WIDE, size.height() / _READ_HIGH)


def font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the type of the hall in a size of pixels."""
    made = theme.font("base", bold=bold)
    made.setPixelSize(max(SMALLEST - 2, round(pixels)))
    return made


def chip(painter: QPainter, room: QRectF, code: str, color: str) -> None:
    """Paint the code of a dimension on its colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(room, room.height() * 0.2, room.height() * 0.2)
    painter.setFont(font(room.height() * 0.62, bold=True))
    painter.setPen(QColor(theme.ink_on(color)))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, code)
