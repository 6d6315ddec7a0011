"""One slide for the hall, in type that fits itself; a tick of its clock paints the clock and nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Slide
from smartcity_desktop.domain.running import clock_at
from smartcity_desktop.domain.session import countdown
from ui.projector.face import face
from ui.projector.flow import Layout
from ui.projector.ink import BLACK, GROUND, SOFT, TONES, font, reading
from ui.projector.page import HallPage
from ui.projector.places import ClockPlace, Face
from ui.translate import worded

_TICK_MS: Final = 250
_TURN_MS: Final = 15_000
_READ_TURN_MS: Final = 30_000
"""After how long a page turns by itself: one of names, and one of sentences."""
_AFTER_KEY: Final = 4
"""So many times longer a page stands that somebody turned to."""
_READ: Final = frozenset({hall.GUIDE, hall.TEXT, hall.BLOCK, hall.VISION})
_DAY: Final = 24 * 60 * 60
_OVER: Final = "waktu habis"
_BACK: Final = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left})


class SlidePage(HallPage):
    """Paints one slide; what is too long for the usual type has pages, which turn slowly by themselves.

    They stand still while the picture is held or dark, and longer after somebody turned one by a key.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("slidePage")
        self.setAccessibleName("Tayangan")
        self.slide = Slide()
        self.face = Face()
        self._pictures: tuple[QPixmap, ...] = ()
        self._page = 0
        self._words = ""
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.timeout.connect(self._turn_by_itself)

    def show_slide(self, slide: Slide, pictures: Sequence[QPixmap] = ()) -> None:
        """Show this slide with its photos; the same one goes on where it stood."""
        same = (slide.kind, slide.about) == (self.slide.kind, self.slide.about)
        self.slide, self._pictures = slide, tuple(pictures)
        if not same:
            self._page = 0
            self._turning.stop()
        self._since.start()
        self.setAccessibleName(f"Tayangan: {worded(hall.KINDS[slide.kind])}")
        self.setAccessibleDescription(hall.spoken(slide))
        self.fit()

    @property
    def pictures(self) -> tuple[QPixmap, ...]:
        """The photos of the slide."""
        return self._pictures

    @property
    def page(self) -> int:
        """Which page is seen, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.face.body.pages)

    @property
    def seen(self) -> str:
        """``2 dari 3`` where there are several pages, else empty."""
        return f"{self._page + 1} dari {self.pages}" if self.pages > 1 else ""

    @property
    def foot(self) -> QRectF:
        """The line at the bottom that has only the number of the page, at its right."""
        return self.face.foot

    @property
    def clock_room(self) -> QRect:
        """The part of the page that a tick paints anew; empty without a clock."""
        return self.face.clock.room.toAlignedRect() if self.face.clock else QRect()

    @property
    def time_words(self) -> str:
        """What the clock says now: ``41:20``, ``-02:05`` when over, ``10.42``; empty without one."""
        clock = self.slide.clock
        if clock.mode == hall.TELLS_TIME:
            minutes = (clock.seconds + self._elapsed()) % _DAY // 60
            return f"{minutes // 60:02d}.{minutes % 60:02d}"
        return countdown(self._left()) if clock.mode else ""

    def fit(self) -> None:
        """Measure for this screen and this type, and paint."""
        size = QSizeF(self.size())
        self.face = face(self.slide, size, self.zoom, len(self._pictures))
        self._page = min(self._page, self.pages - 1)
        self._words = self.time_words
        self._count()
        if self.pages == 1 or not self._turning.isActive():
            self._wait_to_turn()
        self.update()

    def tick(self) -> None:
        """Paint what the clock says, where that has changed; all only where it takes another room."""
        words = self.time_words
        if words == self._words:
            return
        crossed = words.startswith("-") != self._words.startswith("-")
        grew = len(words) > len(self._words)
        self._words = words
        if crossed or grew:
            self.fit()
        else:
            self.update(self.clock_room)

    def step(self, key: Qt.Key) -> None:
        """Turn a page."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.pages - 1}
        page = ends.get(key, self._page + (-1 if key in _BACK else 1))
        self._show_page(max(0, min(self.pages - 1, page)))
        self._wait_to_turn(_AFTER_KEY)

    def turn_dark(self) -> None:
        """Darken the screen, or light it again; its pages stand still in the dark."""
        super().turn_dark()
        self._wait_to_turn()

    def turn_held(self) -> None:
        """Hold what is shown, its page too, or go on."""
        super().turn_held()
        self._wait_to_turn()

    def begin_anew(self) -> None:
        """Stand light and live again."""
        super().begin_anew()
        self._wait_to_turn()

    def _turn_by_itself(self) -> None:
        self._show_page((self._page + 1) % self.pages)
        self._wait_to_turn()

    def _show_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.update()
            self.turned.emit()

    def _wait_to_turn(self, times: int = 1) -> None:
        """Turn to the next page after a while, where there is one and it may be turned."""
        if self.pages == 1 or self.is_held or self.is_dark or not self.isVisible():
            self._turning.stop()
            return
        self._turning.start(times * (_READ_TURN_MS if self.slide.kind in _READ else _TURN_MS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the screen."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock run where somebody looks."""
        super().showEvent(event)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock rest where nobody looks."""
        super().hideEvent(event)
        self._timer.stop()
        self._turning.stop()

    def _count(self) -> None:
        runs = bool(self.slide.clock.mode) and not self.slide.clock.stands and self.isVisible()
        if runs != self._timer.isActive():
            if runs:
                self._timer.start()
            else:
                self._timer.stop()

    def _elapsed(self) -> int:
        if self.slide.clock.stands or not self._since.isValid():
            return 0
        return self._since.elapsed() // 1000

    def _left(self) -> timedelta:
        return timedelta(seconds=self.slide.clock.seconds - self._elapsed())

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the hall sees; of a tick only the clock."""
        painter = QPainter(self)
        self.paint(painter, event.rect())
        painter.end()

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paint this part of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(part, QColor(BLACK if self.is_dark else GROUND))
        if self.is_dark:
            return
        if self.face.clock is not None:
            self._paint_clock(painter, self.face.clock)
            if self.clock_room.contains(part):
                return
            self._paint_below(painter, self.face.clock)
        self._paint_pictures(painter)
        for item in self.face.head:
            item.words.draw(painter, item.left, item.top)
        self._rows(painter, self.face.body, self.face.room, self._page, center=self.face.center)
        self._rows(painter, self.face.strip, self.face.strip_room, 0)
        self._paint_foot(painter)

    def _paint_clock(self, painter: QPainter, place: ClockPlace) -> None:
        painter.setFont(font(place.pixels, bold=True))
        painter.setPen(QColor(TONES[self._tone()]))
        side = Qt.AlignmentFlag.AlignHCenter if place.is_centered else Qt.AlignmentFlag.AlignRight
        painter.drawText(place.room, side | Qt.AlignmentFlag.AlignVCenter, self.time_words)

    def _paint_below(self, painter: QPainter, place: ClockPlace) -> None:
        painter.setFont(font(place.below_pixels))
        painter.setPen(QColor(SOFT))
        side = Qt.AlignmentFlag.AlignHCenter if place.is_centered else Qt.AlignmentFlag.AlignRight
        is_over = self.slide.clock.mode == hall.COUNTS_DOWN and self._left() < timedelta()
        words = _OVER if is_over else self.slide.clock.below
        painter.drawText(place.below, side | Qt.AlignmentFlag.AlignTop, words)

    def _tone(self) -> str:
        if self.slide.clock.mode != hall.COUNTS_DOWN:
            return hall.CALM
        return clock_at(self._left(), timedelta(seconds=self.slide.clock.whole)).tone

    def _paint_pictures(self, painter: QPainter) -> None:
        for place, picture in zip(self.face.pictures, self._pictures, strict=False):
            size = QSizeF(picture.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            fitted = QRectF(place.topLeft(), size)
            fitted.moveCenter(place.center())
            painter.drawPixmap(fitted, picture, QRectF(picture.rect()))

    def _rows(
        self, painter: QPainter, layout: Layout, room: QRectF, page: int, *, center: bool = False
    ) -> None:
        top = room.top()
        if center:
            top += max(0.0, (room.height() - layout.height(page)) / 2)
        for row in layout.pages[page]:
            if row.paint is not None:
                row.paint(painter, QRectF(room.left(), top, room.width(), row.height))
            top += row.height

    def _paint_foot(self, painter: QPainter) -> None:
        if not self.seen:
            return
        foot = self.face.foot
        painter.setFont(font(min(foot.height() * 0.7, reading(QSizeF(self.size())))))
        painter.setPen(QColor(SOFT))
        words = f"Halaman {self.seen}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
