"""The pages of a print under each other, as pictures; only those in sight are drawn."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.lane import Lane
from ui.widgets.label import Label

Draw = Callable[[bytes, int, int], bytes]
"""Draws one page of a PDF (counted from 0) as PNG, so many pixels wide."""
_PAGE_PIXELS: Final = 820
_AHEAD: Final = 2
_FAR_OFF: Final = 6


class PageView(Label):
    """One page as a picture, or an empty sheet of the same size until the picture is there."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Count ``number`` from 1; a screen reader says it."""
        super().__init__(name=f"page-{number}", parent=parent)
        self.setAccessibleName(f"Halaman {number}")
        self.setStyleSheet(f"background: {theme.color('surface')}; border: 1px solid {theme.color('line')};")
        self.is_drawn = False

    def make_room(self, ratio: float) -> None:
        """Take the room of a page of this height : width."""
        self.setFixedSize(_PAGE_PIXELS, round(_PAGE_PIXELS * ratio))

    def show_picture(self, png: bytes) -> None:
        """Show the page."""
        picture = QPixmap()
        picture.loadFromData(png)
        picture.setDevicePixelRatio(picture.width() / _PAGE_PIXELS)
        self.setFixedSize(_PAGE_PIXELS, round(picture.height() / picture.devicePixelRatio()))
        self.setPixmap(picture)
        self.is_drawn = True


class PagesView(QScrollArea):
    """The real pages of a print under each other; only those in sight are drawn."""

    drawn = Signal(int)
    """The number of the page (from 1) that was drawn."""

    def __init__(self, lane: Lane, draw: Draw, parent: QWidget | None = None) -> None:
        """Start without pages; ``draw`` runs in the side pool."""
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName("Halaman cetak")
        self.setWidgetResizable(True)
        self._lane, self._draw = lane, draw
        self._pdf = b""
        self._asked: set[int] = set()
        self._round = 0
        self.pages: list[PageView] = []
        self.verticalScrollBar().valueChanged.connect(self._look)

    def show_pdf(self, pdf: bytes, count: int) -> None:
        """Show another print from its first page."""
        self._pdf = pdf
        self._asked = set()
        self._round += 1
        ground = QWidget()
        ground.setObjectName("pages-ground")
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(16)
        self.pages = [PageView(number + 1) for number in range(count)]
        for page in self.pages:
            page.make_room(2**0.5)
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(ground)
        self.verticalScrollBar().setValue(0)
        for index in range(min(_AHEAD, count)):
            self._ask(index)

    def _look(self, top: int) -> None:
        bottom = top + self.viewport().height()
        seen = [index for index, page in enumerate(self.pages) if page.geometry().bottom() >= top]
        for index in seen[:_FAR_OFF]:
            if self.pages[index].y() <= bottom + _PAGE_PIXELS:
                self._ask(index)

    def _ask(self, index: int) -> None:
        if index not in self._asked:
            self._asked.add(index)
            wide = round(_PAGE_PIXELS * max(1.0, self.devicePixelRatioF()))
            self._lane.side(
                partial(self._draw, self._pdf, index, wide), partial(self._drawn, self._round, index)
            )

    def _drawn(self, asked: int, index: int, png: bytes) -> None:
        if asked == self._round:
            self.pages[index].show_picture(png)
            self.drawn.emit(index + 1)
