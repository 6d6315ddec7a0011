"""How far the dimension groups are: a line of tiles per worksheet; a tile leads to its sheet."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from ui import theme
from ui.models.manner import Manner, delivered_words, far_words, manner_of, state_words
from ui.widgets.label import ElidedLabel, Label, tip

_ABREAST: Final = 6
"""Tiles beside each other; more go into a second line."""
_PAD: Final = 8
_KEYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class GroupTile(QAbstractButton):
    """One sheet of one dimension: its code in its colour, how many rows, its status in words and colour."""

    def __init__(self, place: SheetPlace, manner: Manner, parent: QWidget) -> None:
        """Show this sheet."""
        super().__init__(parent)
        self.setObjectName(f"group-{place.short}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place = place
        self._manner = manner
        name = f"{place.short} {place.name}"
        words = " · ".join(part for part in (name, far_words(place, manner), self.status) if part)
        self.setAccessibleName(words)
        tip(self, words)

    @property
    def status(self) -> str:
        """The status in words."""
        return state_words(self.place, self._manner)

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(64, 2 * QFontMetrics(self.font()).height() + 2 * _PAD - 2)

    def minimumSizeHint(self) -> QSize:
        """Let many stand beside each other."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chip, rows and status."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = theme.pill_inks(self.place.status)
        begun = self.place.status != "belum"
        edge = "focus" if self.hasFocus() else "accent" if self.underMouse() else "line"
        painter.setPen(QPen(QColor(theme.color(edge)), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.color(ground if begun else "surface")))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        room = self.rect().adjusted(_PAD, _PAD - 2, -_PAD, 2 - _PAD)
        small = self.font()
        small.setPixelSize(theme.small_type())
        metrics = QFontMetrics(small)
        painter.setFont(small)
        left = self._chip(painter, room)
        painter.setPen(QColor(theme.color(ink if begun else "text-soft")))
        far = far_words(self.place, self._manner)
        fits = left + metrics.horizontalAdvance(far) + _PAD <= room.width()
        top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(top), far if fits else str(self.place.done or ""))
        painter.setPen(QColor(theme.color(ink if begun else "text-soft")))
        words = metrics.elidedText(self.status, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)
        painter.end()

    def _chip(self, painter: QPainter, room: QRect) -> int:
        """Paint the code in its colour; return the room it takes."""
        color = self.place.color
        ground = color if QColor.isValidColorName(color) else theme.color("neutral-soft")
        font = painter.font()
        bold = painter.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        wide = metrics.horizontalAdvance(self.place.short) + 10
        box = QRect(room.left(), room.top(), wide, metrics.height() + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink_on(ground)))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.place.short)
        painter.setFont(font)
        return wide


class GroupStrip(QWidget):
    """Worksheets that the dimensions fill, one below the other; arrows walk from tile to tile."""

    asked = Signal(str, str)
    """Worksheet and dimension whose sheet is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("groupStrip")
        self.tiles: list[GroupTile] = []
        self.delivered: list[ElidedLabel] = []
        self._shown: object = None
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_groups(self, groups: Sequence[tuple[Worksheet, Sequence[SheetPlace]]]) -> None:
        """Show every worksheet with the sheet of each dimension."""
        if list(groups) == self._shown:
            return
        self._shown = list(groups)
        focused = next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self.tiles, self.delivered = [], []
        self._page = QWidget(self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for worksheet, places in groups:
            column.addLayout(self._head(worksheet, places))
            column.addLayout(self._line(worksheet, places))
        self._column.addWidget(self._page)
        if 0 <= focused < len(self.tiles):
            self.tiles[focused].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from tile to tile; Enter opens like a click."""
        at = next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        key = Qt.Key(event.key())
        if at >= 0 and key in _KEYS:
            self.tiles[max(0, min(at + _KEYS[key], len(self.tiles) - 1))].setFocus()
        elif at >= 0 and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.tiles[at].click()
        else:
            super().keyPressEvent(event)

    def _head(self, worksheet: Worksheet, places: Sequence[SheetPlace]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(worksheet.title, "strong", parent=self._page))
        words = delivered_words(places, manner_of(worksheet))
        self.delivered.append(ElidedLabel(words, "soft", name="group-delivered", parent=self._page))
        row.addWidget(self.delivered[-1], 1)
        return row

    def _line(self, worksheet: Worksheet, places: Sequence[SheetPlace]) -> QGridLayout:
        line = QGridLayout()
        line.setSpacing(6)
        abreast = len(places) if len(places) <= _ABREAST + 1 else _ABREAST
        for number, place in enumerate(places):
            tile = GroupTile(place, manner_of(worksheet), self)
            tile.clicked.connect(partial(self.asked.emit, worksheet.id, place.party))
            self.tiles.append(tile)
            line.addWidget(tile, number // abreast, number % abreast)
        for column in range(abreast):
            line.setColumnStretch(column, 1)
        return line
