"""Welcomes photos anywhere on an open workshop, before a field of a screen takes their address for text."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import Context, Services
from ui.shell.screens import Screens
from ui.widgets.photo_drop import files_in, welcome

if TYPE_CHECKING:
    from ui.shell.dropped_photos import DroppedPhotos
    from ui.widgets.label import Label

PHOTOS_AT: Final = "note"
"""The key of the screen on which photos are seen."""
_WORDS: Final = "Lepaskan foto untuk memasukkannya ke sesi yang sedang berjalan"


class PhotosAnywhere(QObject):
    """Watches the window for photos before any field of a screen takes their address for text."""

    said = Signal(str, str, str)
    """A sentence, its weight, and the row of the photo to look at (may be empty)."""
    warned = Signal(str)
    """Why nothing comes in."""

    def __init__(self, page: QWidget, screens: Screens, services: Services, context: Context) -> None:
        """Take what the reading of photos stands on; it is loaded at the first drop."""
        super().__init__(page)
        self._page, self._screens = page, screens
        self._services, self._context = services, context
        self._words: Label | None = None

    @cached_property
    def reading(self) -> "DroppedPhotos":
        """What reads and stores them."""
        from ui.shell.dropped_photos import DroppedPhotos

        made = DroppedPhotos(self._services, self._context, self)
        made.said.connect(self.said)
        made.warned.connect(self.warned)
        self._screens.beside[PHOTOS_AT] = made.unfinished
        return made

    def end(self) -> None:
        """Store the photos that have been read already."""
        if "reading" in self.__dict__:
            self.reading.flow.cancel()

    def watch(self, window: QWindow) -> None:
        """Watch this window too; watching it twice is watching it once."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome, take, let go; everything else goes its way."""
        del watched
        if isinstance(event, QDropEvent):
            return self._dragged(event)
        if event.type() == QEvent.Type.DragLeave:
            self._let_go()
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        if not self._is_ours(event):
            self._let_go()
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._let_go()
            self._drop(files_in(event.mimeData()))
        elif self._words is None:
            self._words = welcome("photo-anywhere", self._page)
            self._words.setText(_WORDS)
            self._words.setGeometry(self._page.rect().adjusted(10, 10, -10, -10))
            self._words.show()
        return True

    def _is_ours(self, event: QDropEvent) -> bool:
        """Return whether photos are over a place that has no use for them of its own."""
        if not self._page.isVisible() or QApplication.activeModalWidget() is not None:
            return False
        if not _photos_in(files_in(event.mimeData())):
            return False
        screen = self._screens.current
        if screen is None or not screen.takes_photos:
            return True
        place = screen.mapFrom(self._page.window(), event.position().toPoint())
        return not screen.rect().contains(place)

    def _drop(self, paths: Sequence[Path]) -> None:
        photos = _photos_in(paths)
        others = [path for path in paths if path not in photos]
        screen = self._screens.current
        taken = bool(others) and screen is not None and screen.take_files(others)
        self.reading.take(photos, 0 if taken else len(others))

    def _let_go(self) -> None:
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
            self._words = None


def _photos_in(paths: Sequence[Path]) -> list[Path]:
    # Loaded with the first files that come over the window.
    from smartcity_desktop.domain.photo import is_named_photo

    return [path for path in paths if is_named_photo(path.name)]
