"""Does the window work here? It opens the sample city, shows every screen and closes in good order."""

import sys
import time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from smartcity_desktop import sample
from ui import faults
from ui.app import App, dress

_LIMIT_SECONDS: Final = 120
_LOOK_MS: Final = 20
_ROUNDS: Final = 3
"""How often the data thread is asked to come by before a screen counts as filled: screens ask in steps."""
_COLOURS: Final = 24
"""A page with figures, lines and icons has more colours than this; an empty one has a handful."""
_EVERY: Final = 7


class Visit(QObject):
    """Leads the window from screen to screen and remembers what went wrong."""

    def __init__(self, app: App) -> None:
        """Begin to look as soon as the event loop turns."""
        super().__init__(app)
        self.faults: list[str] = []
        self.seen: list[str] = []
        self._app = app
        self._waiting: list[str] = []
        self._limit = time.monotonic() + _LIMIT_SECONDS
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        app.faults.shown.connect(self._heard)

    def _heard(self, words: str, weight: str) -> None:
        self.faults.append(f"{weight}: {words}")
        if len(self.faults) == 1:
            # Whatever was to come next may hang on what failed.
            QTimer.singleShot(0, self, self._leave)

    def _look(self) -> None:
        page = self._app.window.workshop
        if time.monotonic() > self._limit:
            self.faults.append("too slow")
            self._end()
        elif page is not None:
            self._timer.stop()
            self._waiting = list(page.screens.specs)
            self._next()

    def _next(self) -> None:
        page = self._app.window.workshop
        if page is None or not self._waiting:
            self._leave()
            return
        page.go(self._waiting.pop(0))
        self._come_by(_ROUNDS)

    def _come_by(self, rounds: int) -> None:
        self._app.lane.data(partial(int, rounds), self._came_by)

    def _came_by(self, rounds: int) -> None:
        if rounds:
            self._come_by(rounds - 1)
            return
        page = self._app.window.workshop
        key = page.screens.key if page is not None else ""
        picture = self._app.window.grab().toImage()
        if colours(picture) <= _COLOURS:
            self.faults.append(f"empty screen: {key}")
        self.seen.append(key)
        self._next()

    def _leave(self) -> None:
        self._app.leave()
        self._timer.timeout.disconnect(self._look)
        self._timer.timeout.connect(self._left)
        self._timer.start()

    def _left(self) -> None:
        if self._app.desk is None and not self._app.window.isVisible():
            self._end()
        elif time.monotonic() > self._limit:
            self.faults.append("does not close")
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        QApplication.exit(0)


def colours(picture: QImage) -> int:
    """Return how many colours a picture has, counted at every seventh point of every seventh line."""
    return len(
        {
            picture.pixel(across, down)
            for down in range(0, picture.height(), _EVERY)
            for across in range(0, picture.width(), _EVERY)
        }
    )


def main(folder: Path) -> int:
    """Visit every screen with the sample city in a throwaway folder; return 0, or 1 with lines on stderr."""
    path = folder / "contoh.bimtek"
    profile = folder / "profil jendela"
    profile.mkdir()
    with sample.build(path, profile=profile):
        pass
    application = QApplication(sys.argv[:1])
    dress(application)
    app = App(profile)
    faults.install(app.faults)
    visit = Visit(app)
    app.begin(path)
    application.exec()
    app.finish()
    faults.uninstall()
    sys.stderr.write("".join(f"{words}\n" for words in visit.faults))
    return 1 if visit.faults or not visit.seen else 0
