"""The photos of a session on the screen Catatan: reading them in, showing, captioning, ordering them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.photo import Photo, Raster
from smartcity_desktop.errors import Fault
from ui import theme
from ui.lane import Lane
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.photo_flow import PhotoFlow, PhotoReaders
from ui.widgets.photo_tile import pixmap_of
from ui.widgets.photo_view import PhotoView
from ui.widgets.photo_wall import PhotoWall
from ui.widgets.progress import Progress
from ui.widgets.writing import for_writing

NO_SESSION: Final = (
    "Belum ada sesi. Foto disimpan pada sebuah sesi: mulai sesi dahulu (F5), lalu masukkan lagi."
)
READ_ONLY: Final = (
    "Berkas ini hanya bisa dibaca, jadi foto tidak bisa dimasukkan. Salin berkasnya ke laptop, lalu buka "
    "salinannya."
)
_FILTER: Final = "Foto (*.jpg *.jpeg *.jfif *.png *.webp *.heic *.heif);;Semua berkas (*)"
_BEGIN: Final = (
    "Seret foto ke layar ini, tempel dengan Ctrl+V, atau pilih berkasnya. Foto diperkecil, data lokasinya "
    "dibuang, dan dicetak enam per halaman di laporan sesi."
)
_BOX: Final = (640, 480)
"""Pixels that a picture on the wall fits into: sharp also where the screen has two for one."""
_SLOW_MS: Final = 250
"""A photo that is read sooner shows no progress, so that nothing flickers."""
_MOST_REFUSED: Final = 6
_EMPTY, _WALL, _NOWHERE = range(3)


@dataclass(frozen=True, slots=True)
class PhotoSources:
    """Where photos come from: how files are read, and how a kept one is brought to the screen.

    ``content`` returns the JPEG of a hash and is for the data thread; ``draw`` returns a JPEG as pixels that
    fit a box and is for the side pool.
    """

    readers: PhotoReaders
    content: Callable[[str], bytes | None]
    draw: Callable[[bytes, int, int], Raster | None]


@dataclass(frozen=True, slots=True)
class AlbumOf:
    """Whose photos are shown: the session, its words, and the photos in order; no session is empty."""

    session: RowId = NO_ROW
    words: str = ""
    running: bool = False
    photos: tuple[Photo, ...] = ()
    read_only: bool = False


def came_words(count: int, known: Sequence[str], session: str) -> str:
    """Return what became of photos that were read: how many are new, which the session had already."""
    parts = [f"{count} foto masuk ke sesi “{session}”. Ctrl+Z mengurungkan."] if count else []
    if len(known) == 1:
        parts.append(f"{known[0]} sudah ada di sesi ini, tidak digandakan.")
    elif known:
        parts.append(f"{len(known)} foto sudah ada di sesi ini, tidak digandakan.")
    return " ".join(parts)


class Refused(QFrame):
    """A calm list of the photos that did not come in, each with its reason, until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("photo-refused")
        theme.set_role(self, "bar", weight="warning")
        self.text = Label("", "warning", name="photo-refused-text", wrap=True, parent=self)
        self.away = Button("Tutup", "photo-refused-close", "quiet", parent=self)
        self.away.clicked.connect(self.forget)
        self._said: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def add(self, words: str) -> None:
        """Add a reason."""
        self._said.append(words)
        shown = self._said[:_MOST_REFUSED]
        more = len(self._said) - len(shown)
        lines = [*shown, f"Dan {more} berkas lain."] if more else shown
        self.text.setText("\n".join(lines))
        self.setAccessibleName(self.text.text())
        self.show()

    def forget(self) -> None:
        """Close the list."""
        self._said = []
        self.hide()


class PhotoAlbum(QWidget):
    """The photos of one session with the buttons for the one that is chosen.

    ``progress`` and ``refused`` belong where they are seen from every page of the screen.
    """

    taken = Signal(str, object)
    """A session and a list of NewPhoto that is to be stored for it."""
    captioned = Signal(str, str)
    shifted = Signal(str, int)
    removed = Signal(str)
    session_asked = Signal()
    """A person wants to start a session."""
    began = Signal()
    """Photos are coming in."""
    warned = Signal(str)
    """Why nothing comes in."""

    def __init__(self, lane: Lane, sources: PhotoSources, parent: QWidget | None = None) -> None:
        """Take the sources; nothing is read before photos are shown."""
        super().__init__(parent)
        self.setObjectName("photo-album")
        self._lane, self._sources = lane, sources
        self._shown = AlbumOf()
        self._pictures: dict[str, QPixmap | None] = {}
        self._on_the_way: set[str] = set()
        self.flow = PhotoFlow(lane, sources.readers, self)
        self.wall = PhotoWall(self)
        self.progress = Progress("photo-progress", self)
        self.refused = Refused(self)
        self._step = (0, 0, "")
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._still_busy)
        self._lay_out()
        self.progress.cancelled.connect(self.flow.cancel)
        self.flow.stepped.connect(self._stepped)
        self.flow.taken.connect(self.taken)
        self.flow.refused.connect(self._refuse)
        self.flow.ended.connect(self._ended)
        self.wall.chosen.connect(self._fit_buttons)
        self.wall.asked.connect(self._asked)
        self.wall.shifted.connect(self.shifted)
        self.wall.captioned.connect(self.captioned)

    @property
    def shown(self) -> AlbumOf:
        """What is shown now."""
        return self._shown

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in the order in which it is read; the photos follow the last of them."""
        notices = (self.progress.stop, self.refused.away)
        ways = (*self.empty.buttons, *self.nowhere.buttons)
        return (*notices, *ways, self.large, self.earlier, self.later, self.remove)

    def show_album(self, album: AlbumOf) -> None:
        """Show the photos of a session; pictures that are not here yet follow."""
        self._shown = album
        going = " (sedang berjalan)" if album.running else ""
        self.session.setText(f"Foto sesi “{album.words}”{going}" if album.session else "")
        self.wall.show_photos(album.photos, may_write=not album.read_only)
        self.pages.setCurrentIndex(_NOWHERE if not album.session else _WALL if album.photos else _EMPTY)
        wanted = {item.picture for item in album.photos}
        self._pictures = {key: value for key, value in self._pictures.items() if key in wanted}
        for item in album.photos:
            self._bring(item.picture)
        self._fit_buttons(self.wall.current)

    def unfinished(self) -> str:
        """Return in a sentence how many photos are still on their way in, empty where none is."""
        count = self.flow.count_left
        if not self.flow.is_busy:
            return ""
        return f"{count} foto masih dibaca." if count else "Foto masih dibaca."

    def look_again(self) -> None:
        """Forget which pictures were missing: photos came in again."""
        self._pictures = {key: value for key, value in self._pictures.items() if value is not None}

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files for the session that is shown."""
        if self._may_take():
            self.flow.open(self._shown.session, paths)

    def take_image(self, image: QImage) -> None:
        """Read a picture from the clipboard for the session that is shown."""
        if self._may_take():
            self.flow.open_image(self._shown.session, image)

    @classmethod
    def ask_files(cls, parent: QWidget, folder: str) -> list[Path]:
        """Let a person choose photos."""
        found, _ = QFileDialog.getOpenFileNames(parent, "Tambah foto", folder, _FILTER)
        return [Path(name) for name in found]

    def open_large(self, row: str) -> None:
        """Show a photo large."""
        photos = [replace(tile.photo, caption=tile.caption.toPlainText()) for tile in self.wall.tiles]
        rows = [item.id for item in photos]
        if row in rows:
            view = PhotoView(photos, self._lane, self._sources.content, self._sources.draw, self.window())
            view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            view.left.connect(self.wall.choose)
            view.show_photo(rows.index(RowId(row)))
            view.open()

    def _may_take(self) -> bool:
        if self._shown.read_only:
            self.warned.emit(READ_ONLY)
        elif not self._shown.session:
            self.warned.emit(NO_SESSION)
        else:
            if not self.flow.is_busy:
                self.refused.forget()
            self.began.emit()
            return True
        return False

    def _bring(self, picture: str) -> None:
        if picture in self._pictures:
            self.wall.show_picture(picture, self._pictures[picture])
        elif picture not in self._on_the_way:
            self._on_the_way.add(picture)
            self._lane.data(
                partial(self._sources.content, picture),
                partial(self._brought, picture),
                failed=partial(self._not_brought, picture),
            )

    def _not_brought(self, picture: str, _fault: Fault) -> None:
        self._drawn(picture, None)

    def _brought(self, picture: str, content: bytes | None) -> None:
        if content is None:
            self._drawn(picture, None)
        else:
            call = partial(self._sources.draw, content, *_BOX)
            failed = partial(self._not_brought, picture)
            self._lane.side(call, partial(self._drawn, picture), failed=failed)

    def _drawn(self, picture: str, raster: Raster | None) -> None:
        self._on_the_way.discard(picture)
        self._pictures[picture] = pixmap_of(raster) if raster is not None else None
        self.wall.show_picture(picture, self._pictures[picture])

    def _stepped(self, done: int, total: int, name: str) -> None:
        words = f"Membaca {name} ({done + 1} dari {total}) …" if total > 1 else f"Membaca {name} …"
        self._step = (done, total, words)
        if not self.progress.isHidden():
            self.progress.step(*self._step)
        elif not self._slow.isActive():
            self._slow.start()

    def _still_busy(self) -> None:
        self.progress.begin(self._step[2])
        self.progress.step(*self._step)

    def _refuse(self, fault: Fault) -> None:
        self.refused.add(explain(fault))

    def _ended(self, stopped: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._slow.stop()
        self.progress.finish()
        if stopped:
            self.warned.emit("Dihentikan. Foto yang belum selesai dibaca tidak dimasukkan.")

    def _asked(self, what: str, row: str) -> None:
        if what == "open":
            self.open_large(row)
        elif not self._shown.read_only:
            self.removed.emit(row)

    def _press(self, what: str) -> None:
        if self.wall.current:
            self._asked(what, self.wall.current)

    def _shift(self, steps: int) -> None:
        if self.wall.current:
            self.shifted.emit(self.wall.current, steps)

    def _fit_buttons(self, row: str) -> None:
        rows = [item.id for item in self._shown.photos]
        at = rows.index(RowId(row)) if row in rows else -1
        writes = at >= 0 and not self._shown.read_only
        for button in (self.large, self.earlier, self.later, self.remove):
            button.setVisible(bool(rows))
        self.large.setEnabled(at >= 0)
        self.earlier.setEnabled(writes and at > 0)
        self.later.setEnabled(writes and at < len(rows) - 1)
        self.remove.setEnabled(writes)

    def _lay_out(self) -> None:
        self.session = ElidedLabel("", "soft", name="photo-session", parent=self)
        self.large = Button("Lihat besar", "photo-open", parent=self)
        self.earlier = Button("Geser ke depan", "photo-earlier", parent=self)
        self.later = Button("Geser ke belakang", "photo-later", parent=self)
        self.remove = Button("Hapus", "photo-remove", parent=self)
        self.large.clicked.connect(partial(self._press, "open"))
        self.remove.clicked.connect(partial(self._press, "remove"))
        self.earlier.clicked.connect(partial(self._shift, -1))
        self.later.clicked.connect(partial(self._shift, 1))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.session, 1)
        for button in (self.large, self.earlier, self.later, self.remove):
            # A click must not take the focus from the photo that the button is about.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            top.addWidget(button)
        self.wall.follow(self.remove)
        self.empty = EmptyState(
            "Belum ada foto di sesi ini", _BEGIN, ("Tambah foto …",), name="photo-empty", parent=self
        )
        self.nowhere = EmptyState(
            "Belum ada sesi",
            "Foto disimpan pada sebuah sesi. Mulai sesi dahulu, lalu masukkan fotonya.",
            ("Mulai sesi",),
            name="photo-nowhere",
            parent=self,
        )
        self.nowhere.first.connect(self.session_asked)
        for_writing(*self.empty.buttons, *self.nowhere.buttons)
        self.pages = QStackedWidget(self)
        for page in (self.empty, self.wall, self.nowhere):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
