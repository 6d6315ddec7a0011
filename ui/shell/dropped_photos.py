"""Reads photos that were dropped outside Catatan: they join the session that runs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.photo import NewPhoto
from smartcity_desktop.domain.session import Session
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.photo import Added, PhotoService
from ui.context import Context, Services
from ui.screens.note.photo import READERS
from ui.translate import explain
from ui.widgets.photo_album import NO_SESSION, READ_ONLY, came_words
from ui.widgets.photo_flow import PhotoFlow

_SLOW_MS: Final = 250
"""Photos that are read sooner need no word before they stand."""


@dataclass(slots=True)
class _Came:
    """What became of the photos so far; ``row`` is the first of the new ones."""

    session: Session = field(default_factory=Session)
    count: int = 0
    known: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    others: int = 0
    row: RowId = NO_ROW
    writing: int = 0


def _standing(services: Services) -> tuple[Session | None, bool]:
    return services.session.running(), services.is_read_only


def _add(
    photo: PhotoService, session: RowId, photos: Sequence[NewPhoto]
) -> tuple[Added, Changes, Sequence[RowId]]:
    before = {item.id for item in photo.photos(session)}
    added, changes = photo.add(session, photos)
    return added, changes, [item.id for item in photo.photos(session) if item.id not in before]


class DroppedPhotos(QObject):
    """Reads what was dropped and says what became of it; the screen in front stays there."""

    said = Signal(str, str, str)
    """A sentence, its weight, and the row of the photo to look at (may be empty)."""
    warned = Signal(str)
    """Why nothing comes in."""

    def __init__(self, services: Services, context: Context, parent: QObject) -> None:
        """Take the services; nothing is read before photos are dropped."""
        super().__init__(parent)
        self._services, self._context = services, context
        self._came = _Came()
        self._words = ""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._still_busy)
        self.flow = PhotoFlow(context.lane, READERS, self)
        self.flow.stepped.connect(self._stepped)
        self.flow.taken.connect(self._taken)
        self.flow.refused.connect(self._refused)
        self.flow.ended.connect(self._ended)

    def take(self, paths: Sequence[Path], others: int = 0) -> None:
        """Read photos for the session that runs; ``others`` is how many dropped files nobody takes."""
        call = partial(_standing, self._services)
        self._context.lane.data(call, partial(self._open, list(paths), others))

    def unfinished(self) -> str:
        """Return in a sentence how many photos are still on their way in, empty where none is."""
        return f"{self.flow.count_left} foto masih dibaca." if self.flow.is_busy else ""

    def _open(self, paths: list[Path], others: int, found: tuple[Session | None, bool]) -> None:
        session, read_only = found
        if session is None or read_only:
            self.warned.emit(READ_ONLY if read_only else NO_SESSION)
            return
        if not self.flow.is_busy and not self._came.writing:
            self._came = _Came()
        self._came.session = session
        self._came.others += others
        self.flow.open(session.id, paths)

    def _stepped(self, done: int, total: int, name: str) -> None:
        self._words = f"Membaca {name} ({done + 1} dari {total}) …"
        if not self._slow.isActive():
            self._slow.start()

    def _still_busy(self) -> None:
        self.said.emit(self._words, "info", "")

    def _taken(self, session: str, photos: Sequence[NewPhoto]) -> None:
        self._came.writing += 1
        self._context.autosave.flush_all()
        call = partial(_add, self._services.photo, RowId(session), photos)
        self._context.lane.data(call, self._added, failed=self._not_added)

    def _added(self, result: tuple[Added, Changes, Sequence[RowId]]) -> None:
        added, changes, rows = result
        self._context.bus.publish(changes)
        came = self._came
        came.writing -= 1
        came.count += added.count
        came.known += added.known
        came.row = came.row or next(iter(rows), NO_ROW)
        self._tell()

    def _not_added(self, fault: Fault) -> None:
        self._came.writing -= 1
        self._refused(fault)
        self._tell()

    def _refused(self, fault: Fault) -> None:
        self._came.refused.append(explain(fault))

    def _ended(self, _stopped: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._slow.stop()
        self._tell()

    def _tell(self) -> None:
        came = self._came
        if came.writing or self.flow.is_busy:
            return
        parts = [came_words(came.count, came.known, came.session.title), *came.refused[:1]]
        if len(came.refused) > 1:
            parts.append(f"{len(came.refused) - 1} foto lain juga tidak bisa dimasukkan.")
        if came.others:
            parts.append(f"{came.others} berkas lain bukan foto; Renstra dibaca di Dokumen.")
        weight = "warning" if came.refused or came.others else "good"
        self.said.emit(" ".join(part for part in parts if part), weight, came.row)
