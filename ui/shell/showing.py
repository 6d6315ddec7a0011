"""What the hall looks at, kept by the frame for the whole day, and the quiet line that says so."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmap, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW
from ui.context import Context, Screen, Services
from ui.lane import Ticket
from ui.models.hall_clock import HallClock
from ui.shell.screens import Screens
from ui.shell.top_line import TopLine
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label, tip

if TYPE_CHECKING:
    from datetime import datetime

    from smartcity_desktop.domain.hall import Offer, Place, Slide
    from smartcity_desktop.domain.photo import Raster
    from ui.models.feed import SheetFeed
    from ui.projector.window import ProjectorWindow

    Taken = Callable[[Slide, Sequence[QPixmap]], None]
    """Takes a slide with its photos."""

Key = tuple[str, str]
"""A slide as it is asked for: its kind, and what it is about."""
_CALM_MS: Final = 150
_MINUTE_MS: Final = 60_000
_PHOTO: Final = (1920, 1080)
"""Pixels into which a photo is read for the hall."""
_MISSED: Final = "Layar yang dipilih untuk tayangan tidak terpasang, jadi dipakai {screen}."
_GONE: Final = "Layar proyektor terlepas, jadi tayangan dihentikan. Pasang kembali kabelnya, lalu tekan F11."
_NOTHING: Final = "Belum ada yang bisa ditayangkan untuk “{words}”."
_NO_SHEET: Final = "Belum ada lembar yang terbuka. Pilih lembarnya di Kertas Kerja, lalu tekan F11."
_SHEETS: Final = "worksheet"
_TURNS: Final = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def read_place(services: Services, number: int, moment: "Callable[[], datetime | None]") -> "Place":
    """Return where slides are made for: the stage of this number; for the data thread."""
    row = next((item.id for item in services.workshop.stages() if item.number == number), NO_ROW)
    found = services.hall.where(row)
    at = moment()
    return replace(found, at=at) if at is not None else found


class Showing(QObject):
    """Owns the projector's window, reads its slides, and keeps them as the file is."""

    changed = Signal()
    """Shown or closed, darkened, held, another slide."""
    told = Signal(str, str)
    """A sentence and its weight, for the message bar."""

    def __init__(self, services: Services, context: Context, home: QWidget) -> None:
        """Nothing is shown yet; ``home`` is the page of the workshop."""
        super().__init__(home)
        self._services, self._context, self._home = services, context, home
        self._window: ProjectorWindow | None = None
        self._clock = HallClock.of(context.bus)
        self._stage: Callable[[], int] = lambda: 1
        self._screens: Screens | None = None
        self._ticket = Ticket()
        self._asked: Key | None = None
        self.last: Key | None = None
        self.follows = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM_MS)
        self._later.timeout.connect(self._read_again)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._read_again)
        self._keys: QObject | None = None
        context.bus.subscribe((), self._committed, self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)

    # The window

    @property
    def view(self) -> "ProjectorWindow | None":
        """The projector's window where it is open."""
        return self._window if self._window is not None and self._window.isVisible() else None

    @property
    def window(self) -> "ProjectorWindow":
        """The projector's window, made at the first showing."""
        if self._window is None:
            from ui.projector.window import ProjectorWindow

            self._window = ProjectorWindow(self._home)
            self._window.turned.connect(self._turned)
        return self._window

    @property
    def shown(self) -> Key | None:
        """Which slide the hall sees or waits for, None for a worksheet or nothing."""
        return self._asked if self.view is not None else None

    @property
    def stage_number(self) -> int:
        """The stage that slides are made for."""
        return self._stage()

    @property
    def has_sheets(self) -> bool:
        """Whether there is a screen with worksheets to be shown."""
        return self._screens is not None and _SHEETS in self._screens.specs

    def set_follows(self, follows: bool) -> None:  # noqa: FBT001 - the slot of a check box
        """Let the hall follow the screen in front on the laptop, or not."""
        self.follows = follows

    def show_sheet(self) -> None:
        """Go to the worksheets and show the sheet that stands open there."""
        if self._screens is None:
            return
        self._screens.open(_SHEETS)
        # The sheet is read behind everything that was asked before.
        self._context.lane.data(lambda: None, self._sheet_read)

    def _sheet_read(self, _nothing: None) -> None:
        screen = self._screens.current if self._screens is not None else None
        if screen is None or not screen.present():
            self.told.emit(_NO_SHEET, "info")

    def serve(self, screens: Screens, top: TopLine) -> None:
        """Listen to every screen, make slides for the stage chosen above, and say there what is shown."""
        self._screens, self._stage = screens, lambda: top.stages.number
        screens.built.connect(self._listen_to)
        screens.shown.connect(self._came)
        screens.renewed.connect(self._renewed)
        self.changed.connect(lambda: top.show_showing(on=self.view is not None))

    def _listen_to(self, screen: Screen) -> None:
        screen.slide_asked.connect(self.show)
        screen.feed_asked.connect(self.show_feed)

    def _came(self, _key: str) -> None:
        if self.view is not None and self.follows:
            # What stands on the screen is read behind everything that was asked before.
            self._context.lane.data(lambda: None, self._came_and_read)

    def _came_and_read(self, _nothing: None) -> None:
        if self.view is not None and self.follows and self._screens is not None:
            self.front(self._screens.current)

    def _renewed(self, _key: str) -> None:
        # A screen was built anew in other words: the hall goes on to see what stands on it.
        screen = self._screens.current if self._screens is not None else None
        if screen is not None and self.view is not None and self.view.shows_sheet:
            screen.present()

    def present(self, screen: Screen | None) -> None:
        """Show what stands on the screen in front, else what was shown last; where the hall looks, end it."""
        if self.view is not None:
            self.stop()
        elif screen is None or not screen.present():
            self.show(*((screen.slide() if screen is not None else None) or self.last or self._first()))

    @staticmethod
    def _first() -> Key:
        """Return what is shown where nothing was chosen yet: the block and its clock."""
        from smartcity_desktop.domain.hall import BLOCK

        return BLOCK, ""

    def front(self, screen: Screen | None) -> None:
        """Show what stands on the screen in front, where something there can be shown."""
        if screen is None or screen.present():
            return
        key = screen.slide()
        if key is not None:
            self.show(*key)

    def show_feed(self, feed: "SheetFeed") -> None:
        """Show a worksheet as it grows."""
        self._asked = None
        self._ticket.cancel()
        self.window.show_sheet(feed)
        self._open()

    def show(self, kind: str, about: str = "") -> None:
        """Show a slide; the window opens with it."""
        self._asked = self.last = (kind, about)
        self._read((kind, about), partial(self._put, (kind, about)))

    def show_kind(self, kind: str) -> None:
        """Show the first slide of a kind there is now, or say that there is none."""
        self.offers(partial(self._show_first, kind))

    def stop(self) -> None:
        """Close the projector's window."""
        if self.view is not None:
            self.view.close()

    def turn_dark(self) -> None:
        """Darken the hall's screen, or light it again."""
        if self.view is not None:
            self.view.turn_dark()

    def turn_held(self) -> None:
        """Hold what the hall sees, or go on."""
        if self.view is not None:
            self.view.turn_held()

    def step(self, key: Qt.Key) -> None:
        """Turn the page the hall sees."""
        if self.view is not None:
            self.view.step(key)

    def take_settings(self) -> None:
        """Use another screen, or another size of type, at once."""
        self.window.set_usual(self._context.settings.value.projector_size)
        if self.view is not None:
            self._open()

    # Reading

    def offers(self, then: "Callable[[Sequence[Offer]], None]") -> None:
        """Read which slides there are."""
        self._context.autosave.flush_all()
        self._context.lane.data(partial(_offers, self._services, self._stage()), then)

    def read(self, key: Key, then: "Taken") -> None:
        """Read a slide to look at it on the laptop."""
        self._context.lane.data(self._call(key), partial(self._photographed, then))

    def _read(self, key: Key, then: "Taken") -> None:
        self._ticket.cancel()
        self._ticket = self._context.lane.data(self._call(key), partial(self._photographed, then))

    def _call(self, key: Key) -> "Callable[[], Slide]":
        return partial(_slide, self._services, self._stage(), key, self._clock.moment)

    def _photographed(self, then: "Taken", slide: "Slide") -> None:
        from smartcity_desktop.domain.hall import pictures

        contents = pictures(slide)
        if contents:
            self._context.lane.side(partial(_rasters, contents), partial(_drawn, then, slide))
        else:
            then(slide, ())

    def _put(self, key: Key, slide: "Slide", pictures: Sequence[QPixmap]) -> None:
        if key == self._asked:
            self.window.show_slide(slide, pictures)
            self._open()

    def _put_again(self, key: Key, slide: "Slide", pictures: Sequence[QPixmap]) -> None:
        if key == self._asked and self.view is not None:
            self.view.show_slide(slide, pictures)

    def _read_again(self) -> None:
        if self.view is not None and self._asked is not None and not self._context.lane.is_data_thread():
            self._read(self._asked, partial(self._put_again, self._asked))

    def _committed(self, changes: Changes) -> None:
        if self.shown is None:
            return
        from smartcity_desktop.domain.hall import MADE_OF

        if changes.kinds & MADE_OF[self.shown[0]]:
            self._later.start()

    def _show_first(self, kind: str, offers: "Sequence[Offer]") -> None:
        found = next((item for item in offers if item.kind == kind), None)
        if found is None:
            from smartcity_desktop.domain.hall import KINDS

            self.told.emit(_NOTHING.format(words=worded(KINDS[kind])), "info")
        else:
            self.show(*found.key)

    # The screen

    def _open(self) -> None:
        from ui.models.screen_name import plain_name
        from ui.projector.screens import target

        settings = self._context.settings.value
        home = self._home.window()
        found = target(settings.projector_screen, home.screen())
        was_open = self.view is not None
        self.window.set_usual(settings.projector_size)
        if was_open and self.window.screen() is found.screen:
            return
        self.window.open_on(found)
        self._minute.start()
        self._listen(on=True)
        if found.missed and not was_open:
            self.told.emit(_MISSED.format(screen=plain_name(found.screen)), "warning")

    def _turned(self) -> None:
        if self.view is None:
            self._minute.stop()
            self._listen(on=False)
        self.changed.emit()

    def _screen_gone(self, screen: QScreen) -> None:
        # By now Qt has moved the window to another screen: it would cover the laptop.
        view = self.view
        if view is not None and view.stood_on is screen:
            self.stop()
            self.told.emit(_GONE, "warning")

    # Keys of the projector on the laptop

    def _listen(self, *, on: bool) -> None:
        handle = self._home.window().windowHandle()
        if on and self._keys is None and handle is not None:
            handle.installEventFilter(self)
            self._keys = handle
        elif not on and self._keys is not None:
            self._keys.removeEventFilter(self)
            self._keys = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+B, Ctrl+T and Alt with a page key before any screen does, while the hall looks."""
        kinds = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return False
        act = self._act(event)
        if act is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if held == Qt.KeyboardModifier.ControlModifier:
            return {Qt.Key.Key_B: self.turn_dark, Qt.Key.Key_T: self.turn_held}.get(key)
        if held == Qt.KeyboardModifier.AltModifier and key in _TURNS:
            return partial(self.step, key)
        return None


def _offers(services: Services, number: int) -> "tuple[Offer, ...]":
    place = read_place(services, number, lambda: None)
    return services.hall.slides(place.stage, place.day)


def _slide(services: Services, number: int, key: Key, moment: "Callable[[], datetime | None]") -> "Slide":
    return services.hall.slide(*key, read_place(services, number, moment))


def _rasters(contents: Sequence[bytes]) -> "tuple[Raster | None, ...]":
    from smartcity_desktop.services.photo import raster

    return tuple(raster(content, *_PHOTO) for content in contents)


def _drawn(then: "Taken", slide: "Slide", rasters: "Sequence[Raster | None]") -> None:
    from ui.widgets.photo_tile import pixmap_of

    then(slide, tuple(pixmap_of(item) for item in rasters if item is not None))


class ShowLine(QFrame):
    """A calm line on the laptop, there only while the hall looks."""

    def __init__(self, showing: Showing, parent: QWidget | None = None) -> None:
        """Follow this showing."""
        super().__init__(parent)
        self.setObjectName("showing")
        self._showing = showing
        self.words = Label("Sedang tayang", "good", name="showing-words", parent=self)
        self.dark = Button("Gelapkan layar", "showing-dark", "quiet", parent=self)
        self.hold = Button("Tahan tayangan", "showing-hold", "quiet", parent=self)
        self.stop = Button("Hentikan tayangan", "showing-stop", "quiet", parent=self)
        tip(self.dark, "Layar proyektor menjadi hitam. Klik lagi untuk menerangkannya. (Ctrl+B)")
        tip(self.hold, "Peserta tetap melihat yang sekarang, sementara Anda mengubah isian. (Ctrl+T)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        for button in (self.dark, self.hold, self.stop):
            button.setFocusPolicy(button.focusPolicy() & ~button.focusPolicy().ClickFocus)
            row.addWidget(button)
        for button in (self.dark, self.hold):
            button.setCheckable(True)
        self.dark.clicked.connect(showing.turn_dark)
        self.hold.clicked.connect(showing.turn_held)
        self.stop.clicked.connect(showing.stop)
        showing.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        view = self._showing.view
        self.setVisible(view is not None)
        dark, held = (view.is_dark, view.is_held) if view is not None else (False, False)
        self.dark.setChecked(dark)
        self.hold.setChecked(held)
        self.words.setText("Layar gelap" if dark else "Tayangan ditahan" if held else "Sedang tayang")
