"""The photos on the screen Catatan: which session they belong to, and what is done with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.photo import NewPhoto, Photo
from smartcity_desktop.domain.session import Session, meant_session
from smartcity_desktop.errors import Fault
from smartcity_desktop.services import photo as door
from smartcity_desktop.services.photo import Added, PhotoService
from ui.context import Screen
from ui.lane import Ticket
from ui.translate import explain
from ui.widgets.photo_album import AlbumOf, PhotoAlbum, PhotoSources, came_words
from ui.widgets.photo_drop import PhotoDrop
from ui.widgets.photo_flow import PhotoReaders

READERS = PhotoReaders(
    door.files_of,
    lambda path, cancelled: door.read(path, cancelled=cancelled),
    lambda raw, cancelled: door.read_pasted(raw, cancelled=cancelled),
)


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """What decides whose photos are shown: the sessions, the chosen row of the screen, and the stage."""

    sessions: tuple[Session, ...] = ()
    chosen: str = ""
    stage: RowId = NO_ROW
    read_only: bool = False


class SessionPhotos(QObject):
    """Keeps the album of the session that is shown, and writes what a person does with its photos."""

    counted = Signal(int)
    """How many photos the session has."""
    began = Signal()
    """Photos are coming in."""

    def __init__(self, screen: Screen, photo: PhotoService, line: QWidget) -> None:
        """Belong to a screen; ``line`` is where notes are typed."""
        super().__init__(screen)
        self._screen, self._photo = screen, photo
        self._place = PhotoPlace()
        self._wanted = ""
        self._ticket = Ticket()
        sources = PhotoSources(READERS, photo.content, door.raster)
        self.album = PhotoAlbum(screen.context.lane, sources, screen)
        self.drop = PhotoDrop(screen, line)
        self.drop.files.connect(self.album.take_files)
        self.drop.image.connect(self.album.take_image)
        self.album.empty.first.connect(self.choose_files)
        self.album.session_asked.connect(partial(screen.go.emit, "session-start", ""))
        self.album.began.connect(self.began)
        self.album.warned.connect(screen.warned)
        self.album.taken.connect(self._add)
        self.album.captioned.connect(self._caption)
        self.album.shifted.connect(self._shift)
        self.album.removed.connect(self._remove)

    def show(self, place: PhotoPlace) -> None:
        """Show the photos of the session that is meant there."""
        self._place = place
        self._read()

    def want(self, row: str) -> None:
        """Choose this photo as soon as it is shown."""
        self._wanted = row

    def choose_files(self) -> None:
        """Ask for photos and read them."""
        settings = self._screen.context.settings
        paths = self.album.ask_files(self._screen, settings.value.last_folder)
        if paths:
            settings.store(replace(settings.value, last_folder=str(paths[0].parent)))
            self.album.take_files(paths)

    def paste(self, *, asked: bool) -> None:
        """Take the photo that the clipboard holds; say so where it was ``asked`` for and there is none."""
        if not self.drop.paste() and asked:
            self._screen.warned.emit("Tidak ada foto di papan klip. Salin fotonya dahulu, lalu tekan Ctrl+V.")

    def _read(self) -> None:
        place = self._place
        session = meant_session(place.sessions, place.chosen, place.stage)
        album = AlbumOf(read_only=place.read_only)
        self._ticket.cancel()
        if session is None:
            self._show(album, [])
        else:
            album = replace(album, session=session.id, words=session.title, running=session.is_running)
            call = partial(self._photo.photos, session.id)
            self._ticket = self._screen.read(call, partial(self._show, album))

    def _show(self, album: AlbumOf, photos: Sequence[Photo]) -> None:
        self.album.show_album(replace(album, photos=tuple(photos)))
        self.counted.emit(len(photos))
        where = f"ke sesi “{album.words}”" if album.session else "di sini"
        self.drop.words.setText(f"Lepaskan foto untuk memasukkannya {where}")
        if self._wanted and self.album.wall.choose(self._wanted):
            self._wanted = ""

    def _add(self, session: str, photos: Sequence[NewPhoto]) -> None:
        context = self._screen.context
        context.autosave.flush_all()
        call = partial(self._photo.add, RowId(session), photos)
        words = next((item.title for item in self._place.sessions if item.id == session), "")
        context.lane.data(call, partial(self._added, words), failed=self._not_added)

    def _added(self, session: str, result: tuple[Added, Changes]) -> None:
        added, changes = result
        self._screen.context.bus.publish(changes, self._screen)
        self.album.look_again()
        said = came_words(added.count, added.known, session)
        (self._screen.said if changes else self._screen.warned).emit(said)
        self._read()

    def _not_added(self, fault: Fault) -> None:
        self.album.refused.add(explain(fault))

    def _caption(self, row: str, text: str) -> None:
        save = partial(self._photo.caption, RowId(row), text)
        self._screen.context.autosave.note(("photo", row, "caption"), save, self._screen)

    def _shift(self, row: str, steps: int) -> None:
        self._screen.act(partial(self._photo.move, RowId(row), steps), self._changed)

    def _remove(self, row: str) -> None:
        self._screen.act(partial(self._photo.remove, RowId(row)), self._removed)

    def _removed(self, changes: Changes) -> None:
        if changes:
            self._screen.said.emit("Foto dihapus. Ctrl+Z mengembalikan.")
        self._read()

    def _changed(self, _changes: Changes) -> None:
        self._read()
