"""Tayangkan: a worksheet for the hall, full screen, with its countdown, growing as it is typed."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.models.feed import SheetFeed
from ui.models.manner import progress_words
from ui.projector.ink import ACCENT as _ACCENT
from ui.projector.ink import BAND as _BAND
from ui.projector.ink import BLACK as _BLACK
from ui.projector.ink import GROUND as _GROUND
from ui.projector.ink import INK as _INK
from ui.projector.ink import LINE as _LINE
from ui.projector.ink import SMALLEST as _SMALLEST
from ui.projector.ink import SOFT as _SOFT
from ui.projector.ink import TONES as _TIMES
from ui.projector.ink import USUAL as _USUAL
from ui.projector.ink import chip
from ui.projector.ink import font as hall_font
from ui.projector.measure import HEAD, Fit, fit, grown, head_font, indent, number_width, pad
from ui.projector.page import HallPage
from ui.projector.sheet_lines import HallCell, HallRow, HallTable, hall_table
from ui.projector.upright import MOST, Upright, upright
from ui.widgets.grid_text import TextBlocks

_COLUMNS_WIDE: Final = 45
_LINES_HIGH: Final = 32
_GAIN: Final = 1.15
"""A few rows stand upright where that makes their type so many times larger."""
_FEW: Final = 3
_HEADS_HIGH: Final = 2.75
"""How high the heads of the columns are, beside the type."""
_LARGEST_TOP: Final = 1.15
"""The title and the countdown grow less than the table: they would take its room."""
_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}


class SheetProjector(HallPage):
    """Paints one worksheet as large as the screen allows; Ctrl+H shows only results."""

    def __init__(self, feed: SheetFeed, parent: QWidget | None = None) -> None:
        """Follow this feed."""
        super().__init__(parent)
        self.setObjectName("sheetProjector")
        self.setAccessibleName("Tayangan kertas kerja")
        self.setWindowTitle("Tayangan")
        self._feed = feed
        self._results = False
        self._clock = QRect()
        self._clock_words = ""
        self._first = 0
        self._row = ""
        self._title = ""
        self._whose = ""
        self._progress = ""
        self._times = 1.0
        self._whole = HallTable((), (), ())
        self._fit: Fit | Upright = Fit(self._whole)
        self._blocks = TextBlocks(self._font())
        self._connect()

    def follow(self, feed: SheetFeed) -> None:
        """Go on with another feed; what is shown stays until that one has something to tell."""
        if feed is not self._feed:
            self._feed.changed.disconnect(self.refresh)
            self._feed.countdown.ticked.disconnect(self.tick)
            self._feed = feed
            self._connect()

    def _connect(self) -> None:
        self._feed.changed.connect(self.refresh)
        self._feed.countdown.ticked.connect(self.tick)

    def tick(self) -> None:
        """Paint the countdown anew, and nothing beside it; all where its room changed with its words."""
        words = self._words_of_time()
        if len(words) != len(self._clock_words):
            self.update()
        elif words != self._clock_words:
            self.update(self._clock)

    @property
    def type_pixels(self) -> int:
        """The size of type that is asked for: the usual one of this screen, times what the keys make of it.

        Where a few rows have grown, the keys begin at what they have grown to.
        """
        fits = min(self.width() / _COLUMNS_WIDE, self.height() / _LINES_HIGH)
        return max(_SMALLEST, round(fits * self._times))

    @property
    def table(self) -> HallTable:
        """What is shown now."""
        return self._fit.table

    @property
    def offset(self) -> float:
        """How far the rows are scrolled, in pixels; always whole rows."""
        return sum(self._fit.heights[: self._first])

    @property
    def seen(self) -> str:
        """``baris 1–5 dari 9`` where the screen does not show all, else empty."""
        count, all_rows = self._count(), len(self._fit.heights)
        if count == all_rows:
            return ""
        rows = f"{self._first + 1}–{self._first + count}" if count > 1 else f"{self._first + 1}"
        return f"baris {rows} dari {all_rows}"

    @property
    def foot(self) -> QRectF:
        """The line below the rows that says at its right which of them are seen."""
        room = self._room()
        return QRectF(
            room.left(), room.bottom() + 2, room.width(), max(0.0, self.height() - room.bottom() - 4)
        )

    @property
    def ends(self) -> str:
        """``selesai pukul 10.30 WITA``, empty without a countdown."""
        count = self._feed.countdown
        begun = count.session.timer_started_at if count.session else ""
        offset = datetime.fromisoformat(begun).utcoffset() if begun else None
        zone = _ZONES.get(offset // timedelta(hours=1), "") if offset is not None else ""
        return f"{count.ends} {zone}".rstrip() if count.ends else ""

    def refresh(self) -> None:
        """Take over what stands on the first screen, unless nobody looks or the picture is held."""
        grid = self._feed.grid()
        if self._held or grid is None or self.isHidden():
            return
        self._whole = hall_table(grid, self._feed.row, results=self._results)
        self._title = grid.worksheet.title
        self._whose = grid.party_name
        self._progress = progress_words(grid, *self._feed.far())
        words = "; ".join(" ".join(cell.text for cell in row.cells) for row in self._whole.rows)
        self.setAccessibleDescription(f"{self._title}. {self._whose}. {words}"[:2000])
        self._measure()
        if self._row != self._feed.row:
            self._row = self._feed.row
            self._show_current()
        self.update()

    # Keys

    def step(self, key: Qt.Key) -> None:
        """Scroll by rows, by what is seen, or to an end."""
        steps = {
            Qt.Key.Key_Down: self._first + 1,
            Qt.Key.Key_Up: self._first - 1,
            Qt.Key.Key_PageDown: self._first + self._count(),
            Qt.Key.Key_Space: self._first + self._count(),
            Qt.Key.Key_PageUp: self._page_before(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._fit.heights),
        }
        self._show_first(steps.get(key, self._first))

    def special(self, key: Qt.Key) -> None:
        """Show only the results, or all again."""
        if key == Qt.Key.Key_H:
            self.turn_results()

    def fit(self) -> None:
        """Measure again and paint."""
        self._measure()
        self.update()

    def turn_results(self) -> None:
        """Show only the results, or all again."""
        self._results = not self._results
        self._first = 0
        self.refresh()

    def _show_first(self, first: int) -> None:
        self._first = max(0, min(first, self._fit.last_first(self._room().height())))
        self.update()

    def _count(self) -> int:
        return self._fit.rows_from(self._first, self._room().height())

    def _page_before(self) -> int:
        first, room = self._first, self._room().height()
        while first > 0 and first - 1 + self._fit.rows_from(first - 1, room) >= self._first:
            first -= 1
        return min(first, max(0, self._first - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what changed while nobody looked."""
        super().showEvent(event)
        self.refresh()
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the next showing begin light and live."""
        super().hideEvent(event)
        if event.spontaneous() or not self.isWindow():
            return
        self.begin_anew()
        self.turned.emit()

    # Measures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the screen."""
        super().resizeEvent(event)
        self._measure()

    def _font(self, times: float = 1.0, *, bold: bool = False) -> QFont:
        return hall_font(self.type_pixels * times, bold=bold)

    def _pad(self) -> float:
        return pad(self._cell_pixels)

    @property
    def _cell_pixels(self) -> float:
        """The size of the type of the cells."""
        return self.type_pixels * self._fit.shrink

    @property
    def _top_pixels(self) -> int:
        """The size of the type above the table."""
        return min(self.type_pixels, round(self._fits() * _LARGEST_TOP))

    def _fits(self) -> float:
        return max(float(_SMALLEST), min(self.width() / _COLUMNS_WIDE, self.height() / _LINES_HIGH))

    def _top_font(self, times: float, *, bold: bool = False) -> QFont:
        return self._font(times * self._top_pixels / self.type_pixels, bold=bold)

    def _room(self) -> QRectF:
        """Return the part of the screen below title and heads."""
        if isinstance(self._fit, Upright):
            return self._below(self.type_pixels * 0.3)
        return self._below(self._heads_high(self._fit.shrink))

    def _heads_high(self, shrink: float) -> float:
        return self.type_pixels * max(1.0, shrink) * _HEADS_HIGH

    def _below(self, heads: float) -> QRectF:
        edge, top = self._top_pixels * 1.6, self._top_pixels * 5.45 + heads
        return QRectF(edge, top, self.width() - 2 * edge, max(40.0, self.height() - top - edge))

    def _lying(self, most: float) -> Fit:
        """Return the table with its rows below each other, grown where one page holds it."""
        pixels, large = self.type_pixels, self._zoom > _USUAL
        found = fit(self._whole, self._below(self._heads_high(1)).size(), pixels, self._font, large=large)
        return grown(
            found, lambda shrink: self._below(self._heads_high(shrink)).size(), pixels, self._font, most
        )

    def _fitted(self, most: float) -> Fit | Upright:
        """Return the table as it is seen: lying, or upright where its type gets larger so."""
        lying = self._lying(most)
        seen = lying.rows_from(0, self._below(self._heads_high(lying.shrink)).height())
        if lying.shrink < 1 or seen <= _FEW:
            room = self._below(self.type_pixels * 0.3).size()
            standing = upright(self._whole, room, self.type_pixels, self._font, most)
            least = lying.shrink * (1.0 if lying.shrink < 1 else _GAIN)
            if standing is not None and standing.shrink > least:
                return standing
        return lying

    def _measure(self) -> None:
        self._times = self._usual
        self._fit = self._fitted(MOST)
        if self._zoom != _USUAL:
            self._times = self.zoom * max(1.0, self._fit.shrink)
            self._fit = self._fitted(1.0)
        self._blocks = TextBlocks(self._font(self._fit.shrink))
        self._show_first(self._first)

    def _show_current(self) -> None:
        place = next((at for at, row in enumerate(self._fit.table.rows) if row.is_current), -1)
        if place < 0:
            return
        room = self._room().height()
        first = min(self._first, place)
        while first + self._fit.rows_from(first, room) <= place:
            first += 1
        self._show_first(first)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the hall sees; of a tick only the time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_BLACK if self._dark else _GROUND))
        if not self._dark and self._clock.contains(event.rect()):
            self._time(painter, self._top_pixels * 1.6)
        elif not self._dark:
            self._top(painter)
            if isinstance(self._fit, Upright):
                self._standing(painter, self._fit)
            else:
                self._heads(painter)
                self._rows(painter)
            self._foot_words(painter)
        painter.end()

    def _top(self, painter: QPainter) -> None:
        size, edge = self._top_pixels, self._top_pixels * 1.6
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
        count, size = self._feed.countdown, self._top_pixels
        self._clock_words = self._words_of_time()
        if count.left is None:
            self._clock = QRect()
            return 0.0
        font = self._top_font(3.1, bold=True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(count.words) + size
        room = QRectF(self.width() - edge - width, size * 0.7, width, size * 3.4)
        painter.setPen(QColor(_TIMES[count.weight]))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count.words)
        room.translate(0, size * 3.3)
        room.setHeight(size * 1.3)
        painter.setFont(self._top_font(0.8))
        painter.setPen(QColor(_SOFT))
        words = "waktu habis" if count.share == 0 else self.ends
        wide = max(width, float(painter.fontMetrics().horizontalAdvance(words)))
        room.setLeft(self.width() - edge - wide)
        self._clock = QRectF(room.left(), size * 0.7, wide, size * 4.6).toAlignedRect()
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return wide + size

    def _words_of_time(self) -> str:
        count = self._feed.countdown
        return "" if count.left is None else f"{count.words} {'' if count.share else 'habis'}"

    def _line(
        self, painter: QPainter, room: QRectF, text: str, times: float, ink: str, *, bold: bool = False
    ) -> None:
        font = self._top_font(times, bold=bold)
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
        room, size = self._room(), self.type_pixels * max(1.0, self._fit.shrink)
        left = room.left() + number_width(self._cell_pixels)
        painter.setPen(QColor(_SOFT))
        times = HEAD * self._fit.shrink
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        for head, width in zip(self._fit.table.heads, self._fit.widths, strict=True):
            place = QRectF(left + self._pad(), room.top() - size * 2.75, width - self._pad(), size * 2.5)
            painter.setFont(head_font(head, place.size(), times, self._font))
            painter.drawText(place, int(bottom) | int(Qt.TextFlag.TextWordWrap), head)
            left += width
        painter.setPen(QColor(_LINE))
        painter.drawLine(room.topLeft(), room.topRight())

    def _rows(self, painter: QPainter) -> None:
        room = self._room()
        painter.setClipRect(room.adjusted(0, 0, 0, 1))
        top, end = room.top(), self._first + self._count()
        rows = zip(self._fit.table.rows, self._fit.heights, strict=True)
        for row, height in list(rows)[self._first : end]:
            self._row_at(painter, row, QRectF(room.left(), top, room.width(), height))
            top += height
        painter.setClipping(False)

    def _standing(self, painter: QPainter, shown: Upright) -> None:
        """Paint rows beside each other, their heads at the left."""
        room, size, pad = self._room(), self._cell_pixels, self._pad()
        heights = shown.fields(self._first)
        rows = shown.table.rows[self._first : self._first + self._count()]
        lefts = [room.left() + shown.heads_width + at * shown.row_width for at in range(len(rows))]
        for row, left in zip(rows, lefts, strict=True):
            self._beside(painter, row, QRectF(left, room.top(), shown.row_width, sum(heights)))
        labels, top = TextBlocks(self._font(HEAD * shown.shrink, bold=True)), room.top()
        for at, (head, height) in enumerate(zip(shown.table.heads, heights, strict=True)):
            painter.setPen(QColor(_SOFT))
            label = labels.block(head, int(shown.heads_width - pad)).layout
            label.draw(painter, QPointF(room.left(), top + shown.padding + size * 0.16))
            for row, left in zip(rows, lefts, strict=True):
                place = QPointF(left + pad + number_width(size), top + shown.padding)
                self._cell(painter, row.cells[at], place, shown.row_width - number_width(size))
            top += height
            painter.setPen(QColor(_LINE))
            painter.drawLine(QPointF(room.left(), top), QPointF(room.right(), top))

    def _beside(self, painter: QPainter, row: HallRow, room: QRectF) -> None:
        """Paint the ground and the number of a row that stands beside others."""
        size, pad = self._cell_pixels, self._pad()
        if row.is_current:
            painter.fillRect(room, QColor(_BAND))
            painter.fillRect(QRectF(room.left(), room.top(), size * 0.22, room.height()), QColor(_ACCENT))
        painter.setPen(QColor(_SOFT))
        painter.setFont(self._font(self._fit.shrink))
        number = QRectF(room.left(), room.top() + pad * 0.6, number_width(size) + pad * 0.4, size * 1.4)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(row.number))

    def _cell(self, painter: QPainter, cell: HallCell, at: QPointF, width: float) -> None:
        """Paint a cell with its corner ``at``: its chip, its words."""
        if cell.code:
            self._chip(painter, at, cell)
        painter.setPen(QColor(_INK))
        inner = int(width - 2 * self._pad())
        self._blocks.block(cell.text, inner, indent(cell, self._cell_pixels)).layout.draw(painter, at)

    def _foot_words(self, painter: QPainter) -> None:
        room = self._room()
        painter.setFont(self._top_font(0.8))
        painter.setPen(QColor(_SOFT))
        foot = QRectF(room.left(), room.bottom(), room.width(), self.height() - room.bottom())
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.seen)

    def _row_at(self, painter: QPainter, row: HallRow, room: QRectF) -> None:
        size, pad = self._cell_pixels, self._pad()
        if row.is_current:
            painter.fillRect(room, QColor(_BAND))
            painter.fillRect(QRectF(room.left(), room.top(), size * 0.22, room.height()), QColor(_ACCENT))
        painter.setPen(QColor(_SOFT))
        painter.setFont(self._font(self._fit.shrink))
        number = QRectF(room.left(), room.top() + pad, size * 1.5, size * 1.4)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(row.number))
        left = room.left() + number_width(size)
        for cell, width in zip(row.cells, self._fit.widths, strict=True):
            self._cell(painter, cell, QPointF(left + pad, room.top() + pad), width)
            left += width
        painter.setPen(QColor(_LINE))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _chip(self, painter: QPainter, at: QPointF, cell: HallCell) -> None:
        size = self._cell_pixels
        room = QRectF(at.x(), at.y(), indent(cell, self._cell_pixels) - size * 0.4, size * 1.2)
        chip(painter, room, cell.code, cell.color)
