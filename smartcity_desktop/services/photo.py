"""Photos of a session: read outside the file, then kept with caption and place in the order."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.photo import KIND, NewPhoto, Photo, Raster, in_order
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import photo as query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage.store import Store


def read(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> NewPhoto:
    """Read a photo in a child process; nothing is stored. Slow: for the side pool. Raises UserFault."""
    from smartcity_desktop.exchange import photo as reader

    return reader.read_file(path, cancelled=cancelled)


def read_pasted(raw: bytes, *, cancelled: Callable[[], bool] = lambda: False) -> NewPhoto:
    """Read a picture from the clipboard (its PNG bytes) in the same way."""
    from smartcity_desktop.exchange import photo as reader

    return reader.read_pasted(raw, cancelled=cancelled)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return these files, and in the place of a folder the photos in it. Raises UserFault."""
    from smartcity_desktop.exchange import photo as reader

    return reader.files_of(paths)


def raster(content: bytes, width: int, height: int) -> Raster | None:
    """Return a kept photo as pixels that fit into a box; None where it is no photo. For the side pool."""
    from smartcity_desktop.exchange import photo as reader

    return reader.raster(content, width, height)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of photos that came in: how many are new, and the names of those that stood already."""

    count: int = 0
    known: tuple[str, ...] = ()


class PhotoService:
    """Keeps the photos of the sessions."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def photos(self, session: RowId) -> list[Photo]:
        """Return the photos of a session in order."""
        return query.photos(self._store.db, session)

    def get(self, row: RowId) -> Photo | None:
        """Return one photo, None where it is gone."""
        return query.photo(self._store.db, row)

    def content(self, picture: str) -> bytes | None:
        """Return the JPEG of a photo, None where this file does not hold it."""
        found = attachment.get(self._store.db, picture)
        return found.content if found else None

    def add(self, session: RowId, photos: Sequence[NewPhoto]) -> tuple[Added, Changes]:
        """Put photos behind those of the session, in one act; by the time they were taken where it is known.

        A photo that the session has already is not kept twice. Raises UserFault ``photo-session-gone`` and
        DiskFault ``photo-not-saved``.
        """
        if session_query.session(self._store.db, session) is None:
            raise UserFault("photo-session-gone")
        standing = {item.picture for item in self.photos(session)}
        fresh: dict[str, NewPhoto] = {}
        known: list[str] = []
        for item in in_order(photos):
            digest = hashlib.sha256(item.content).hexdigest()
            if digest in standing or digest in fresh:
                known.append(item.source_name)
            else:
                fresh[digest] = item
        try:
            for item in photos:
                # Also those that are known: a file that lost the picture has it again.
                attachment.put(self._store.db, item.content, KIND)
            changes = self._write(session, fresh) if fresh else Changes()
        except DiskFault:
            raise DiskFault("photo-not-saved") from None
        return Added(len(fresh), tuple(known)), changes

    def caption(self, row: RowId, text: str) -> Changes:
        """Write the caption of a photo while it is being typed."""
        return self._store.write([Set("photo", row, "caption", text)], "ubah keterangan foto", typing=True)

    def move(self, row: RowId, steps: int) -> Changes:
        """Move a photo by so many places in its session: back with negative numbers, never over an end."""
        photo = self.get(row)
        standing = self.photos(photo.session) if photo else []
        places = [item.id for item in standing]
        at = places.index(row) if row in places else 0
        to = min(max(at + steps, 0), len(standing) - 1)
        if photo is None or to == at:
            return Changes()
        standing.insert(to, standing.pop(at))
        keys = moved([(item.id, item.pos) for item in standing], row)
        return self._store.write(
            [Set("photo", one, "pos", pos) for one, pos in keys.items()], "pindahkan foto"
        )

    def remove(self, row: RowId) -> Changes:
        """Take a photo out of its session; undo brings it back."""
        return self._store.write([Gone("photo", row)], "hapus foto")

    def _write(self, session: RowId, fresh: dict[str, NewPhoto]) -> Changes:
        places = self._store.positions("photo", len(fresh))
        edits: list[Edit] = [
            Birth(
                "photo",
                self._store.ids.new(),
                {
                    "pos": pos,
                    "session": session,
                    "picture": digest,
                    "source_name": item.source_name,
                    "made_at": self._moment(item.taken_at),
                },
            )
            for (digest, item), pos in zip(fresh.items(), places, strict=True)
        ]
        return self._store.write(edits, f"tambah {len(fresh)} foto")

    def _moment(self, taken: str) -> str:
        """Return when a photo was taken as a moment of the region; a camera knows its zone seldom."""
        if not taken:
            return ""
        moment, here = datetime.fromisoformat(taken), self._store.now().tzinfo
        moment = moment.replace(tzinfo=here) if moment.tzinfo is None else moment.astimezone(here)
        return moment.isoformat(timespec="seconds")
