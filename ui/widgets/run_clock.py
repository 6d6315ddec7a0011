"""The big clock of a running block, and the small one of a speech: figures and a bar, painted by itself.

A tick repaints no more than this rectangle, and only where the figures or the bar became others.
"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.running import CALM, Clock
from smartcity_desktop.domain.session import countdown
from ui import theme

_INKS: Final = {"calm": "text", "warning": "warning", "error": "error"}
_BARS: Final = {"calm": "accent", "warning": "warning-line", "error": "error"}
_BAR: Final = 12
_GAP: Final = 6
_LEAST: Final = 24
_SMALL: Final = 46
_WIDEST: Final = "-0:00:00"
OVER: Final = "lewat"


class RunClock(QWidget):
    """Time left in figures as large as the room allows, and its share as a bar below."""

    def __init__(self, name: str, called: str, sizes: tuple[int, int], parent: QWidget | None = None) -> None:
        """Be called so by a reader; ``sizes`` are the least and largest height at usual type."""
        super().__init__(parent)
        self.setObjectName(name)
        self._called = called
        self._least, self._most = sizes
        self._small = False
        self._shown: tuple[str, str, int, bool] = ("", CALM, 0, False)
        self.setAccessibleName(called)
        # It fills its ground itself, so that what lies below is not painted again with every tick.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.scaled(self._most))

    @property
    def words(self) -> str:
        """The figures: ``41:20``, ``lewat 02:05`` when over; without a countdown what stands in its place."""
        return self._shown[0]

    @property
    def tone(self) -> str:
        """``calm``, ``warning`` or ``error``."""
        return self._shown[1]

    def show_clock(self, clock: Clock, *, still: bool = False, over: str = OVER, instead: str = "") -> None:
        """Show a countdown; ``still`` says that it stands, ``over`` what time beyond it is called.

        ``instead`` are figures to show where nothing is counted.
        """
        width = round(clock.share * self.width())
        words = instead if clock.left is None else _figures(clock.left, over)
        now = (words, clock.tone, width, still)
        if now == self._shown:
            return
        self._shown = now
        self.setAccessibleName(f"{self._called} {words}".strip())
        self.update()

    def keep_small(self, *, on: bool) -> None:
        """Stay small, because another clock matters more now; or grow again."""
        self._small = on
        self.setMaximumHeight(theme.scaled(_SMALL if on else self._most))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a height that leaves room to others; the layout gives more where there is some."""
        return QSize(theme.scaled(320), theme.scaled(min(self._most, 2 * self._least)))

    def minimumSizeHint(self) -> QSize:
        """Return the least height."""
        return QSize(theme.scaled(180), theme.scaled(_SMALL if self._small else self._least))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, figures and bar."""
        words, tone, width, still = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(theme.color("surface")))
        if not words:
            painter.end()
            return
        room = self.rect().adjusted(0, 0, 0, -_BAR - _GAP)
        painter.setFont(self._font(words, room))
        painter.setPen(QColor(theme.color("text-faint" if still else _INKS[tone])))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        painter.setBrush(QColor(theme.color("neutral-soft")))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if width > 0:
            bar.setWidth(max(width, _BAR))
            painter.setBrush(QColor(theme.color("line-strong" if still else _BARS[tone])))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.end()

    def _font(self, words: str, room: QRect) -> QFont:
        """Return the largest type in which the figures fit, the same for all figures of usual length."""
        font = theme.font("timer", bold=True)
        pixels = max(_LEAST, room.height())
        font.setPixelSize(pixels)
        widest = max(QFontMetrics(font).horizontalAdvance(text) for text in (words, _WIDEST))
        if widest > room.width():
            font.setPixelSize(max(_LEAST, pixels * room.width() // widest))
        return font


def _figures(left: timedelta, over: str) -> str:
    words = countdown(left)
    return f"{over} {words[1:]}" if words.startswith("-") else words
