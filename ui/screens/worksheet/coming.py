"""Spreadsheets on their way back: read beside the window, and kept for whoever has gone elsewhere."""

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.worksheet_file import FileBook
from smartcity_desktop.errors import Fault, UserFault
from smartcity_desktop.services.worksheet import read_book
from ui.context import Screen
from ui.translate import explain

if TYPE_CHECKING:
    from ui.lane import Ticket

SLOW_MS: Final = 1_000
"""Reading that is done sooner says nothing, so that nothing flickers."""
HERE: Final = "worksheet"
"""The key of the screen on which a spreadsheet is looked at."""


class ComingBooks(QObject):
    """Reads one spreadsheet at a time; slow reading stands in the message bar and can be given up there.

    What is read is compared at once where the person is still on the screen. Else it waits, the bar says so,
    and it is compared when somebody wants to see it: with what stands then.
    """

    wanted = Signal(object)
    """The FileBook that is to be compared and shown now."""

    def __init__(self, screen: Screen) -> None:
        """Work for a screen, which says the sentences."""
        super().__init__(screen)
        self._screen = screen
        self._name = self._said = ""
        self._ticket: Ticket | None = None
        self._given_up = threading.Event()
        self._kept: list[FileBook] = []
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._tell_slow)

    def read(self, path: Path) -> None:
        """Read a spreadsheet, unless another one is being read."""
        if self._ticket is not None:
            self._screen.warned.emit(
                f"{self._name} masih dibaca. Tunggu sampai selesai, lalu baca yang lain."
            )
            return
        self._name, self._given_up = path.name, threading.Event()
        call = partial(read_book, path, cancelled=self._given_up.is_set)
        self._ticket = self._screen.context.lane.side(call, self._read, failed=self._failed)
        self._slow.start()

    def cancel(self) -> None:
        """Give the reading up, and say so."""
        if self._ticket is not None:
            self.stop()
            self._screen.told.emit(explain(UserFault("read-cancelled", name=self._name)))

    def stop(self) -> None:
        """Give the reading up without a word: nobody waits for it any more."""
        self._given_up.set()
        if self._ticket is not None:
            self._ticket.cancel()
        self._end()

    def is_seen(self) -> bool:
        """Tell whether the person stands before this screen, so that a list may open over it."""
        return self._screen.isVisible() and QApplication.activeModalWidget() is None

    def keep(self, book: FileBook) -> None:
        """Let a spreadsheet wait until somebody wants to see it."""
        self._kept.append(book)
        self.remind()

    def remind(self) -> None:
        """Say again what waits: other sentences may have taken its place in the message bar."""
        if self._kept:
            words = f"Isian dari {self._kept[0].name} selesai dibaca, belum diambil."
            self._screen.offered.emit(words, "Lihat", self.look)

    def look(self) -> None:
        """Come back to the screen and show what waits longest."""
        if self._kept:
            book = self._kept.pop(0)
            self._screen.go.emit(HERE, "")
            self.wanted.emit(book)

    def unfinished(self) -> str:
        """Tell of what was read and nobody has looked at."""
        names = ", ".join(book.name for book in self._kept)
        return f"Isian dari {names} sudah dibaca tetapi belum diambil." if names else ""

    def _tell_slow(self) -> None:
        self._said = f"Membaca isian dari {self._name} …"
        self._screen.offered.emit(self._said, "Batal", self.cancel)

    def _end(self) -> None:
        self._slow.stop()
        self._ticket = None
        if self._said:
            self._screen.withdrawn.emit(self._said)
        self._said = ""

    def _read(self, book: FileBook) -> None:
        self._end()
        if self.is_seen():
            self.wanted.emit(book)
        else:
            self.keep(book)

    def _failed(self, fault: Fault) -> None:
        self._end()
        self._screen.warned.emit(explain(fault))
