"""Tayangkan: a worksheet for the hall, full screen, with its countdown, growing as it is typed."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.models.feed import SheetFeed
from ui.projector.sheet_lines import HallCell, HallRow, HallTable, hall_table
from ui.widgets.grid_text import TextBlocks

_GROUND: Final = "#0f1b24"
_BAND: Final = "#1b2b36"
_LINE: Final = "#2c3f4b"
_INK: Final = "#ffffff"
_SOFT: Final = "#a9b8c2"
_ACCENT: Final = "#7fd0c7"
_TIMES: Final = {"calm": "#ffffff", "warning": "#ffc24d", "error": "#ff8f85"}
_ZOOMS: Final = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.4)
_COLUMNS_WIDE: Final = 58
_LINES_HIGH: Final = 32
_SMALLEST: Final = 14
_SHRINKS: Final = (1.0, 0.93, 0.86, 0.8, 0.75, 0.7)
"""How small the type of the table may get, beside the title, so that no word breaks."""
_HEAD: Final = 0.72


class SheetProjector(QWidget):
    """Paints one worksheet as large as the screen allows.

    Ctrl + and Ctrl − change the type, arrows and Page keys scroll, Ctrl+H shows only results, Ctrl+B
    darkens the screen, Ctrl+T holds what is shown, Esc closes. A letter alone does nothing: it may have
    been meant for the other window.
    """

    turned = Signal()
    """Shown or closed, darkened or not, held or not."""

    def __init__(self, feed: SheetFeed, parent: QWidget | None = None) -> None:
        """Follow this feed."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("sheetProjector")
        self.setAccessibleName("Tayangan kertas kerja")
        self.setWindowTitle("Tayangan")
        self._feed = feed
        self._zoom = _ZOOMS.index(1.0)
        self._results = False
        self._dark = False
        self._held = False
        self._offset = 0.0
        self._row = ""
        self._title = ""
        self._whose = ""
        self._progress = ""
        self._table = HallTable((), (), ())
        self._heights: list[float] = []
        self._widths: list[float] = []
        self._shrink = 1.0
        self._blocks = TextBlocks(self._font())
        feed.changed.connect(self.refresh)
        feed.countdown.ticked.connect(self.update)

    @property
    def type_pixels(self) -> int:
        """The size of the type: what fits the screen, times what the keys made of it."""
        fits = min(self.width() / _COLUMNS_WIDE, self.height() / _LINES_HIGH)
        return max(_SMALLEST, round(fits * _ZOOMS[self._zoom]))

    @property
    def table(self) -> HallTable:
        """What is shown now."""
        return self._table

    @property
    def offset(self) -> float:
        """How far the rows are scrolled, in pixels."""
        return self._offset

    @property
    def is_dark(self) -> bool:
        """Whether the screen is darkened."""
        return self._dark

    @property
    def is_held(self) -> bool:
        """Whether the picture is held while the first screen goes on."""
        return self._held

    def turn_dark(self) -> None:
        """Darken the screen, or light it again."""
        self._dark = not self._dark
        self.update()
        self.turned.emit()

    def turn_held(self) -> None:
        """Hold what is shown, or go on."""
        self._held = not self._held
        self.refresh()
        self.update()
        self.turned.emit()

    def refresh(self) -> None:
        """Take over what stands on the first screen, unless nobody looks or the picture is held."""
        grid = self._feed.grid()
        if self._held or grid is None or self.isHidden():
            return
        self._table = hall_table(grid, self._feed.row, results=self._results)
        self._title = grid.worksheet.title
        self._whose = grid.opd_name
        self._progress = f"{grid.progress} program" if grid.counted else ""
        words = "; ".join(" ".join(cell.text for cell in row.cells) for row in self._table.rows)
        self.setAccessibleDescription(f"{self._title}. {self._whose}. {words}"[:2000])
        self._measure()
        if self._row != self._feed.row:
            self._row = self._feed.row
            self._show_current()
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything by the keyboard: there is no mouse in front of a hall."""
        key = Qt.Key(event.key())
        page = self._room().height() * 0.8
        steps = {
            Qt.Key.Key_Down: float(self.type_pixels * 2),
            Qt.Key.Key_Up: -float(self.type_pixels * 2),
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -1e9,
            Qt.Key.Key_End: 1e9,
        }
        if key in steps:
            self._scroll(steps[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0}:
            self._change_type({Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(key, 1))
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self.close()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._switch(key)
        else:
            super().keyPressEvent(event)

    def _switch(self, key: Qt.Key) -> None:
        ways = {
            Qt.Key.Key_B: self.turn_dark,
            Qt.Key.Key_T: self.turn_held,
            Qt.Key.Key_H: self._turn_results,
        }
        if key in ways:
            ways[key]()

    def _turn_results(self) -> None:
        self._results = not self._results
        self._offset = 0.0
        self.refresh()

    def _change_type(self, by: int) -> None:
        middle = _ZOOMS.index(1.0)
        self._zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + by)) if by else middle
        self._measure()
        self.update()

    def _scroll(self, by: float) -> None:
        most = max(0.0, sum(self._heights) - self._room().height())
        self._offset = max(0.0, min(most, self._offset + by))
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what changed while nobody looked."""
        super().showEvent(event)
        self.refresh()
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the next showing begin light and live."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._dark = self._held = False
        self.turned.emit()

    # Measures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the screen."""
        super().resizeEvent(event)
        self._measure()

    def _font(self, times: float = 1.0, *, bold: bool = False) -> QFont:
        font = theme.font("base", bold=bold)
        font.setPixelSize(max(_SMALLEST - 2, round(self.type_pixels * times)))
        return font

    def _pad(self) -> float:
        return self.type_pixels * 0.45

    def _room(self) -> QRectF:
        """Return the part of the screen below title and heads."""
        edge, top = self.type_pixels * 1.6, self.type_pixels * 8.2
        return QRectF(edge, top, self.width() - 2 * edge, max(40.0, self.height() - top - edge))

    def _words_width(self) -> list[float]:
        """Return how wide every column must be so that no word of it breaks, in the type as it is shrunk."""
        metrics, pad = QFontMetrics(self._font(self._shrink)), 2 * self._pad()
        heads = QFontMetrics(self._font(_HEAD * self._shrink, bold=True))
        columns = zip(*(row.cells for row in self._table.rows), strict=True)
        return [
            max(
                *(metrics.horizontalAdvance(word) for cell in cells for word in (cell.text or "-").split()),
                *(heads.horizontalAdvance(word) for word in head.split()),
            )
            + pad
            + 2
            for head, cells in zip(self._table.heads, columns, strict=False)
        ]

    def _share_width(self) -> list[float]:
        """Return the widths by the definition, mended so that no word breaks where there is room.

        Where the words do not fit, the type of the table gets smaller, down to seven tenths.
        """
        room = self._room().width() - self.type_pixels * 1.7
        found = [room * share for share in self._table.shares]
        least: list[float] = []
        for self._shrink in _SHRINKS:
            least = self._words_width()
            if sum(least) <= room:
                break
        if not least or sum(least) > room:
            return found
        lacking = sum(max(0.0, need - width) for need, width in zip(least, found, strict=True))
        spare = sum(max(0.0, width - need) for need, width in zip(least, found, strict=True))
        part = lacking / spare if spare else 0.0
        return [
            need if width < need else width - (width - need) * part
            for need, width in zip(least, found, strict=True)
        ]

    def _measure(self) -> None:
        self._widths = widths = self._share_width()
        self._blocks = TextBlocks(self._font(self._shrink))
        self._heights = [
            max(
                self._blocks.block(cell.text, int(width - 2 * self._pad()), self._indent(cell)).height
                for cell, width in zip(row.cells, widths, strict=True)
            )
            + 2 * self._pad()
            for row in self._table.rows
        ]
        self._scroll(0)

    def _indent(self, cell: HallCell) -> int:
        return round(self.type_pixels * self._shrink * (len(cell.code) * 0.62 + 0.9)) if cell.code else 0

    def _show_current(self) -> None:
        place = next((at for at, row in enumerate(self._table.rows) if row.is_current), -1)
        if place < 0:
            return
        top = sum(self._heights[:place])
        below = top + self._heights[place] - self._room().height()
        self._offset = min(top, max(self._offset, below))
        self._scroll(0)

    # Paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what the hall sees."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#000000" if self._dark else _GROUND))
        if not self._dark:
            self._top(painter)
            self._heads(painter)
            self._rows(painter)
        painter.end()

    def _top(self, painter: QPainter) -> None:
        size, edge = self.type_pixels, self.type_pixels * 1.6
        right = self._time(painter, edge)
        left = QRectF(edge, size * 0.9, self.width() - 2 * edge - right, size * 1.5)
        held = " · ditahan" if self._held else ""
        results = " · hasil" if self._results else ""
        self._line(painter, left, f"{self._feed.stage} · {self._title}{results}{held}", 0.95, _ACCENT)
        left.translate(0, size * 1.5)
        left.setHeight(size * 2)
        self._line(painter, left, self._whose, 1.5, _INK, bold=True)
        left.translate(0, size * 2.0)
        left.setHeight(size * 1.4)
        self._line(painter, left, self._progress, 0.9, _SOFT)

    def _time(self, painter: QPainter, edge: float) -> float:
        count, size = self._feed.countdown, self.type_pixels
        if count.left is None:
            return 0.0
        font = self._font(3.1, bold=True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(count.words) + size
        room = QRectF(self.width() - edge - width, size * 0.7, width, size * 3.4)
        painter.setPen(QColor(_TIMES[count.weight]))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count.words)
        room.translate(0, size * 3.3)
        room.setHeight(size * 1.3)
        painter.setFont(self._font(0.8))
        painter.setPen(QColor(_SOFT))
        words = "waktu habis" if count.share == 0 else count.ends
        wide = max(width, float(painter.fontMetrics().horizontalAdvance(words)))
        room.setLeft(self.width() - edge - wide)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return wide + size

    def _line(
        self, painter: QPainter, room: QRectF, text: str, times: float, ink: str, *, bold: bool = False
    ) -> None:
        font = self._font(times, bold=bold)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(text)
        if wide > room.width():
            # A long name gets smaller instead of being cut; under half its size it ends in an ellipsis.
            font.setPixelSize(max(_SMALLEST, int(font.pixelSize() * max(0.5, room.width() / wide))))
            painter.setFont(font)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _heads(self, painter: QPainter) -> None:
        room, size = self._room(), self.type_pixels
        left = room.left() + size * 1.7
        painter.setPen(QColor(_SOFT))
        painter.setFont(self._font(_HEAD * self._shrink, bold=True))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        for head, width in zip(self._table.heads, self._widths, strict=True):
            place = QRectF(left + self._pad(), room.top() - size * 2.75, width - self._pad(), size * 2.5)
            painter.drawText(place, int(bottom) | int(Qt.TextFlag.TextWordWrap), head)
            left += width
        painter.setPen(QColor(_LINE))
        painter.drawLine(room.topLeft(), room.topRight())

    def _rows(self, painter: QPainter) -> None:
        room = self._room()
        painter.setClipRect(room)
        top = room.top() - self._offset
        for row, height in zip(self._table.rows, self._heights, strict=True):
            if top + height >= room.top() and top <= room.bottom():
                self._row_at(painter, row, QRectF(room.left(), top, room.width(), height))
            top += height
        painter.setClipping(False)

    def _row_at(self, painter: QPainter, row: HallRow, room: QRectF) -> None:
        size, pad = self.type_pixels, self._pad()
        if row.is_current:
            painter.fillRect(room, QColor(_BAND))
            painter.fillRect(QRectF(room.left(), room.top(), size * 0.22, room.height()), QColor(_ACCENT))
        painter.setPen(QColor(_SOFT))
        painter.setFont(self._font(self._shrink))
        number = QRectF(room.left(), room.top() + pad, size * 1.5, size * 1.4)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(row.number))
        left = room.left() + size * 1.7
        for cell, width in zip(row.cells, self._widths, strict=True):
            at = QPointF(left + pad, room.top() + pad)
            if cell.code:
                self._chip(painter, at, cell)
            painter.setPen(QColor(_INK))
            block = self._blocks.block(cell.text, int(width - 2 * pad), self._indent(cell))
            block.layout.draw(painter, at)
            left += width
        painter.setPen(QColor(_LINE))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _chip(self, painter: QPainter, at: QPointF, cell: HallCell) -> None:
        size = self.type_pixels * self._shrink
        room = QRectF(at.x(), at.y(), self._indent(cell) - size * 0.4, size * 1.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(cell.color))
        painter.drawRoundedRect(room, 5, 5)
        painter.setFont(self._font(0.75 * self._shrink, bold=True))
        painter.setPen(QColor(theme.ink_on(cell.color)))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cell.code)


def open_projector(feed: SheetFeed) -> SheetProjector:
    """Show a worksheet full screen: on the second screen where there is one, else over this one."""
    parent = feed.parent()
    owner = parent if isinstance(parent, QWidget) else None
    shown = owner.findChild(SheetProjector) if owner else None
    view = shown or SheetProjector(feed, owner)
    here = owner.window().screen() if owner else QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not here]
    view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=bool(others))
    if others:
        view.setGeometry(others[0].geometry())
    view.showFullScreen()
    if others and owner:
        # The keyboard stays with the laptop: a letter typed there must not reach the hall.
        owner.window().activateWindow()
    if not others:
        view.raise_()
        view.activateWindow()
        view.setFocus(Qt.FocusReason.OtherFocusReason)
    return view
