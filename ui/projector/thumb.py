"""What the hall sees, small, on the laptop; live while somebody looks at it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.projector.ink import BLACK
from ui.projector.page import HallPage
from ui.projector.slide import SlidePage

_LIVE_MS: Final = 500
_WIDE: Final = 320


class Thumbnail(QWidget):
    """Paints a page of the projector small; words where there is none."""

    def __init__(self, page: Callable[[], HallPage | None], name: str, parent: QWidget | None = None) -> None:
        """``page`` gives what is to be seen now, None for nothing."""
        super().__init__(parent)
        self.setObjectName(name)
        self._page = page
        self._picture = QPixmap()
        self.words = ""
        self.setFixedSize(QSize(_WIDE, round(_WIDE * 9 / 16)))
        self._timer = QTimer(self)
        self._timer.setInterval(_LIVE_MS)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Take the picture anew."""
        page = self._page()
        self._picture = QPixmap() if page is None else self._taken(page)
        self.setAccessibleDescription(page.accessibleDescription() if page is not None else self.words)
        self.update()

    @property
    def picture(self) -> QPixmap:
        """What was taken last; a null picture where nothing is shown."""
        return self._picture

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once, and go on looking."""
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in the middle of its frame, or the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.color("sunken")))
        if self._picture.isNull():
            painter.setPen(QColor(theme.color("text-soft")))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(12, 8, -12, -8), flags, self.words)
        else:
            size = self._picture.deviceIndependentSize()
            place = QRectF(
                (self.width() - size.width()) / 2,
                (self.height() - size.height()) / 2,
                size.width(),
                size.height(),
            )
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.end()

    def _taken(self, page: HallPage) -> QPixmap:
        share = min(self.width() / max(1, page.width()), self.height() / max(1, page.height()))
        sharp = self.devicePixelRatioF()
        size = QSize(
            max(1, round(page.width() * share * sharp)), max(1, round(page.height() * share * sharp))
        )
        made = QPixmap(size)
        made.fill(QColor(BLACK))
        painter = QPainter(made)
        painter.scale(share * sharp, share * sharp)
        if isinstance(page, SlidePage):
            page.paint(painter, page.rect())
        else:
            page.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        made.setDevicePixelRatio(sharp)
        return made
