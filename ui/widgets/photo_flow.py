"""Brings photos to the side pool one after the other, and what became of them back, some at a time."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.photo import LONGEST_EDGE, NewPhoto
from smartcity_desktop.errors import Fault
from ui.lane import Lane, Ticket

TOGETHER: Final = 30
"""Photos that are handed over at once at most, as one step of undo."""
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PhotoReaders:
    """How photos are read, all for the side pool: which files are meant, a file, a PNG from the clipboard."""

    files_of: Callable[[Sequence[Path]], list[Path]]
    read: Callable[[Path, Cancelled], NewPhoto]
    read_pasted: Callable[[bytes, Cancelled], NewPhoto]


@dataclass(frozen=True, slots=True)
class _Waiting:
    session: RowId
    source: Path | QImage

    @property
    def called(self) -> str:
        return self.source.name if isinstance(self.source, Path) else "foto yang ditempel"


class PhotoFlow(QObject):
    """Reads one photo at a time; what is dropped meanwhile waits behind the others."""

    stepped = Signal(int, int, str)
    """How many are done, of how many, and the name of the one that is read now."""
    taken = Signal(str, object)
    """The session, and a list of NewPhoto for it."""
    refused = Signal(object)
    """The Fault of a photo that could not be taken."""
    ended = Signal(bool)
    """Nothing waits any more; True where a person stopped it."""

    def __init__(self, lane: Lane, readers: PhotoReaders, parent: QObject | None = None) -> None:
        """Take the ways of reading."""
        super().__init__(parent)
        self._lane, self._readers = lane, readers
        self._waiting: deque[_Waiting] = deque()
        self._now: _Waiting | None = None
        self._kept: list[NewPhoto] = []
        self._session = NO_ROW
        self._done = self._total = 0
        self._listing = 0
        self._cancelled = threading.Event()
        self._ticket = Ticket()

    @property
    def is_busy(self) -> bool:
        """Whether something is read or waits."""
        return bool(self._now or self._waiting or self._listing)

    @property
    def count_left(self) -> int:
        """How many photos are not handed over yet, as far as they are known."""
        return len(self._kept) + len(self._waiting) + bool(self._now)

    def open(self, session: RowId, paths: Sequence[Path]) -> None:
        """Read these files, and the photos of these folders, for a session."""
        self._listing += 1
        self._lane.side(
            partial(self._readers.files_of, list(paths)),
            partial(self._listed, self._cancelled, session),
            failed=partial(self._not_listed, self._cancelled),
        )

    def open_image(self, session: RowId, image: QImage) -> None:
        """Read a picture from the clipboard for a session."""
        self._wait([_Waiting(session, image)])

    def cancel(self) -> None:
        """Stop; photos that have been read are handed over, the others are forgotten."""
        busy = self.is_busy
        self._cancelled.set()
        self._cancelled = threading.Event()
        self._ticket.cancel()
        self._waiting.clear()
        self._now, self._listing = None, 0
        self._hand_over()
        if busy:
            self._end(stopped=True)

    def _listed(self, cancelled: threading.Event, session: RowId, files: list[Path]) -> None:
        if not cancelled.is_set():
            self._listing -= 1
            self._wait([_Waiting(session, path) for path in files])

    def _not_listed(self, cancelled: threading.Event, fault: Fault) -> None:
        if not cancelled.is_set():
            self._listing -= 1
            self.refused.emit(fault)
            self._wait([])

    def _wait(self, more: Sequence[_Waiting]) -> None:
        self._waiting.extend(more)
        self._total += len(more)
        if self._now is None:
            self._next()

    def _next(self) -> None:
        self._now = self._waiting.popleft() if self._waiting else None
        if self._now is None or self._now.session != self._session or len(self._kept) >= TOGETHER:
            self._hand_over()
        if self._now is not None:
            self._session = self._now.session
            self.stepped.emit(self._done, self._total, self._now.called)
            call = partial(_read, self._readers, self._now.source, self._cancelled.is_set)
            self._ticket = self._lane.side(call, self._got, failed=self._lost)
        elif not self._listing:
            self._end(stopped=False)

    def _hand_over(self) -> None:
        kept, self._kept = self._kept, []
        if kept:
            self.taken.emit(self._session, kept)

    def _got(self, photo: NewPhoto) -> None:
        self._kept.append(photo)
        self._done += 1
        self._next()

    def _lost(self, fault: Fault) -> None:
        self._done += 1
        self.refused.emit(fault)
        self._next()

    def _end(self, *, stopped: bool) -> None:
        self._done = self._total = 0
        self.ended.emit(stopped)


def _read(readers: PhotoReaders, source: Path | QImage, cancelled: Cancelled) -> NewPhoto:
    if isinstance(source, Path):
        return readers.read(source, cancelled)
    return readers.read_pasted(_png(source), cancelled)


def _png(image: QImage) -> bytes:
    """Return a picture as PNG, small enough that nothing is lost by it."""
    if max(image.width(), image.height()) > LONGEST_EDGE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_EDGE, LONGEST_EDGE, keep, smooth)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(kept.data())
