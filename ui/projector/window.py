"""The projector: one window for the whole day, whatever screen of the laptop is in front."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.projector.awake import Awake
from ui.projector.guard import Guard
from ui.projector.ink import BAND, INK, font
from ui.projector.page import HallPage
from ui.projector.screens import Target
from ui.projector.slide import SlidePage

if TYPE_CHECKING:
    from smartcity_desktop.domain.hall import Slide
    from ui.models.feed import SheetFeed
    from ui.projector.worksheet import SheetProjector

_HINT: Final = "Esc: kembali ke laptop"
_HINT_HIGH: Final = 22
_HINT_TYPE: Final = 0.6
"""Pixels a hint is high at least, and its type beside its height."""
_HINT_MS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A slide that waits until the held picture is let go."""

    slide: "Slide"
    pictures: tuple[QPixmap, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Its kind and what it is about."""
        return self.slide.kind, self.slide.about


class _Hint(QWidget):
    """A quiet line for a moment, where the page has nothing; it takes neither mouse nor keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("projectorHint")
        self.setAccessibleName(_HINT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HINT_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def stand(self, free: QRectF) -> None:
        """Take the left end of the free line of a page."""
        high = max(_HINT_HIGH, int(free.height()) - 1)
        words = QFontMetricsF(font(high * _HINT_TYPE)).horizontalAdvance(_HINT)
        self.setGeometry(round(free.left()), int(free.bottom()) - high, round(words + high), high)

    def tell(self) -> None:
        self.raise_()
        self.show()
        self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(BAND))
        painter.setPen(QColor(INK))
        painter.setFont(font(self.height() * _HINT_TYPE))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _HINT)
        painter.end()


class ProjectorWindow(QWidget):
    """Shows a slide or a worksheet; darkens, holds, pages and zooms whatever is shown.

    The keyboard stays with the laptop where there are two screens. With one screen the window covers the
    laptop, takes the keyboard, and Esc leaves.
    """

    turned = Signal()
    """Shown or closed, darkened or not, held or not, or another slide."""

    def __init__(self, home: QWidget) -> None:
        """Belong to ``home``, a part of the laptop's window."""
        super().__init__(home, Qt.WindowType.Window)
        self.setObjectName("projector")
        self.setWindowTitle("Tayangan")
        self.setAccessibleName("Tayangan untuk peserta")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._home = home
        self._usual = 1.0
        self.slide = SlidePage(self)
        self.sheet: SheetProjector | None = None
        self.prepared: Prepared | None = None
        self.stood_on: QScreen | None = None
        self._waits: SheetFeed | None = None
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.slide)
        self._hint = _Hint(self)
        self._awake = Awake(self)
        self._guard = Guard(self, home.window())
        self.slide.turned.connect(self._page_turned)

    # What is shown

    @property
    def page(self) -> HallPage:
        """What the hall looks at: the slide or the worksheet."""
        current = self._pages.currentWidget()
        return current if isinstance(current, HallPage) else self.slide

    @property
    def shows_sheet(self) -> bool:
        """Whether a worksheet is shown."""
        return self.page is self.sheet

    @property
    def awake(self) -> Awake:
        """What keeps the laptop from sleeping."""
        return self._awake

    def show_sheet(self, feed: "SheetFeed") -> None:
        """Show a worksheet as it grows; while the picture is held it waits."""
        if self.sheet is None:
            from ui.projector.worksheet import SheetProjector

            self.sheet = SheetProjector(feed, self)
            self.sheet.set_usual(self._usual)
            self.sheet.turned.connect(self._page_turned)
            self._pages.addWidget(self.sheet)
        if self.is_held and not self.shows_sheet:
            self.prepared, self._waits = None, feed
            self.turned.emit()
            return
        self.sheet.follow(feed)
        self._bring(self.sheet)

    def show_slide(self, slide: "Slide", pictures: Sequence[QPixmap] = ()) -> None:
        """Show a slide with its photos; while the picture is held it is prepared, and shown afterwards."""
        if self.is_held:
            self.prepared, self._waits = Prepared(slide, tuple(pictures)), None
            self.turned.emit()
            return
        self.slide.show_slide(slide, pictures)
        self._bring(self.slide)

    def set_usual(self, size: float) -> None:
        """Take the usual size of the type from the settings."""
        self._usual = size
        for page in self._every():
            page.set_usual(size)

    def open_on(self, target: Target) -> None:
        """Show the window over the whole of a screen."""
        screen = target.screen
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not target.is_alone)
        self.stood_on = screen
        self._take_screen(screen)
        self.showFullScreen()
        self._awake.start(int(self.winId()))
        self._guard.turn(on=not target.is_alone)
        if target.is_alone:
            self.raise_()
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._hint.stand(self.page.foot)
            self._hint.tell()
        else:
            self._hint.hide()
            # The keyboard stays with the laptop: a letter typed there must not reach the hall.
            self._home.window().activateWindow()

    def _take_screen(self, screen: QScreen) -> None:
        if self.isVisible() and self.screen() is not screen:
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    # Darkening and holding

    @property
    def is_dark(self) -> bool:
        """Whether the screen is darkened."""
        return self.page.is_dark

    @property
    def is_held(self) -> bool:
        """Whether the picture is held while the first screen goes on."""
        return self.page.is_held

    def turn_dark(self) -> None:
        """Darken the screen, or light it again."""
        self.page.turn_dark()

    def turn_held(self) -> None:
        """Hold what is shown, or go on with what was prepared."""
        self.page.turn_held()

    def step(self, key: Qt.Key) -> None:
        """Turn a page."""
        self.page.step(key)

    def change_type(self, by: int) -> None:
        """Make the type larger (1), smaller (-1) or as usual (0)."""
        self.page.change_type(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand every key to what is shown."""
        self.page.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the hint stay where the page has nothing."""
        super().resizeEvent(event)
        self._hint.stand(self.page.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the hall looks."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the next showing begin light and live, and give sleep back."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, and leave the keyboard with the laptop."""
        super().closeEvent(event)
        self._home.window().activateWindow()

    def _end(self) -> None:
        for page in self._every():
            page.begin_anew()
        self.prepared = self._waits = None
        self._awake.stop()
        self._guard.turn(on=False)
        self.turned.emit()

    def _every(self) -> tuple[HallPage, ...]:
        return (self.slide, self.sheet) if self.sheet is not None else (self.slide,)

    def _bring(self, page: HallPage) -> None:
        before = self.page
        if before is not page:
            dark = before.is_dark
            before.begin_anew()
            self._pages.setCurrentWidget(page)
            if dark != page.is_dark:
                page.turn_dark()
        self._hint.stand(page.foot)
        self.turned.emit()

    def _page_turned(self) -> None:
        if not self.is_held:
            self._go_on()
        self.turned.emit()

    def _go_on(self) -> None:
        """Show what was prepared while the picture was held."""
        prepared, feed = self.prepared, self._waits
        self.prepared = self._waits = None
        if prepared is not None:
            self.show_slide(prepared.slide, prepared.pictures)
        elif feed is not None:
            self.show_sheet(feed)
