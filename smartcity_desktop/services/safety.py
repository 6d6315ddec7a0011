"""Safety copies (salinan pengaman): made while people work, checked before they count, restored as a copy.

New copies go to one folder; a second one, which may be a flashdisk, gets each of them too whenever it is
there. That part works on paths alone, beside the thread that saves: a slow flashdisk holds nobody up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from smartcity_desktop.errors import DiskFault, Fault, UserFault
from smartcity_desktop.paths import can_write
from smartcity_desktop.settings import SAFETY_FOLDER, CopyPlaces
from smartcity_desktop.storage import backup
from smartcity_desktop.storage.backup import Backup
from smartcity_desktop.storage.store import Store

PERIOD: Final = timedelta(minutes=30)


class Second(Enum):
    """How the second folder stands: there is none, it has the last copy, is not there, or refuses it."""

    NONE = "none"
    DONE = "done"
    AWAY = "away"
    STUCK = "stuck"


class Folder(Enum):
    """How a folder of copies stands: fine, not there, refusing, or on one disk with the other."""

    FINE = "fine"
    AWAY = "away"
    LOCKED = "locked"
    SAME_DISK = "same disk"


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """What the second folder lacks: the copy, and the folder it shall be put into as well."""

    source: Path
    folder: Path


def listing(folder: Path) -> list[Backup]:
    """Return the good copies in a folder, newest first."""
    return [item for item in backup.listing(folder) if item.sound]


def listing_all(places: CopyPlaces) -> list[Backup]:
    """Return the good copies of every known folder that is there, newest first, each of them once."""
    found: dict[tuple[object, ...], Backup] = {}
    for folder in places.every:
        for item in listing(folder):
            found.setdefault((item.workshop, item.at, item.mark, item.tick), item)
    return sorted(found.values(), key=lambda item: item.at.timestamp(), reverse=True)


def restore(copy: Backup, target: Path) -> Path:
    """Put a copy beside the files of today, never over one; return where it is."""
    return backup.restore(copy, target)


def copy_folder(chosen: Path, places: CopyPlaces, *, second: bool = False) -> Path:
    """Return the folder of copies in the folder that a person chose, made and tried.

    It is always one of its own, so that thinning out never meets a file of another kind. Raises UserFault
    ``copy-folder-taken`` where the other copies go there already, DiskFault ``folder-unusable``.
    """
    folder = chosen if chosen.name == SAFETY_FOLDER else chosen / SAFETY_FOLDER
    if folder == (places.first if second else places.second):
        raise UserFault("copy-folder-taken")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DiskFault("folder-unusable", name=chosen) from None
    if not can_write(folder):
        raise DiskFault("folder-unusable", name=chosen)
    return folder


def look(places: CopyPlaces) -> tuple[Folder, Folder]:
    """Return how the first and the second folder stand; without a second one that is fine."""
    first = Folder.FINE if places.chosen is None else _look_at(places.first)
    if places.second is None:
        return first, Folder.FINE
    second = _look_at(places.second)
    if second is Folder.FINE and _disk(places.first) == _disk(places.second):
        second = Folder.SAME_DISK
    return first, second


def copy_second(task: SecondCopy | None) -> Second:
    """Put the last copy into the second folder too; a folder that is not there is passed over."""
    if task is None:
        return Second.NONE
    if not task.folder.is_dir():
        return Second.AWAY
    try:
        backup.repeat(task.source, task.folder)
    except (Fault, OSError):
        return Second.STUCK
    return Second.DONE


def _look_at(folder: Path) -> Folder:
    if not folder.is_dir():
        return Folder.AWAY
    return Folder.FINE if can_write(folder) else Folder.LOCKED


def _disk(folder: Path) -> object:
    there = next(item for item in (folder, *folder.parents) if item.exists())
    return there.stat().st_dev


class SafetyService:
    """Makes safety copies of the open file in the folders of the settings."""

    def __init__(self, store: Store, places: CopyPlaces) -> None:
        """Stand on the open file and the folders of copies."""
        self._store = store
        self._places = places
        self._last: Backup | None = None
        self._looked = False
        self.fell_back = False
        """Whether the chosen folder could not be written, so that the last copy went to the usual one."""

    @property
    def folder(self) -> Path:
        """The folder that new copies go to."""
        return self._places.first

    def use(self, places: CopyPlaces) -> None:
        """Take other folders from now on."""
        self._places, self._looked, self.fell_back = places, False, False

    def make(self) -> Backup:
        """Make a copy, open it and check it.

        Where the chosen folder cannot be written it goes to the usual one; raises DiskFault
        ``copy-not-made`` where that fails too.
        """
        self._last, self._looked = self._made(), True
        return self._last

    def make_if_due(self) -> Backup | None:
        """Make a copy if something changed since the last one and that one is half an hour old."""
        last = self.last()
        # On a laptop whose clock was set back the last copy is of a moment still to come.
        is_fresh = last is not None and timedelta() <= self._store.now() - last.at < PERIOD
        return None if is_fresh or not self._is_changed(last) else self.make()

    def make_if_changed(self) -> Backup | None:
        """Make a copy on closing, unless the last one already holds everything."""
        return self.make() if self._is_changed(self.last()) else None

    def last(self) -> Backup | None:
        """Return the newest good copy of this workshop; the second folder holds none that is newer."""
        if not self._looked:
            own = self._store.workspace.workshop_id
            folders = [folder for folder in self._places.every if folder != self._places.second]
            found = (item for folder in folders for item in listing(folder) if item.workshop == own)
            self._last = max(found, key=lambda item: item.at.timestamp(), default=None)
            self._looked = True
        return self._last

    def second_copy(self) -> SecondCopy | None:
        """Return what the second folder shall get, for ``copy_second``; None where there is nothing to do."""
        last = self.last()
        if last is None or self._places.second is None:
            return None
        return SecondCopy(last.path, self._places.second)

    def age(self, at: datetime) -> timedelta | None:
        """Return how old the newest copy is, None without one."""
        last = self.last()
        return at - last.at if last else None

    def _made(self) -> Backup:
        places = self._places
        if places.chosen is not None:
            # It was made when it was chosen: what is not there now is a medium that was taken out.
            made = self._made_in(places.chosen) if places.chosen.is_dir() else None
            self.fell_back = made is None
            if made is not None:
                return made
        made = self._made_in(places.usual)
        if made is None:
            raise DiskFault("copy-not-made", name=places.usual)
        return made

    def _made_in(self, folder: Path) -> Backup | None:
        try:
            return backup.make(self._store.workspace, folder)
        except (DiskFault, OSError):
            return None

    def _is_changed(self, last: Backup | None) -> bool:
        workspace = self._store.workspace
        # After a power cut nobody has made the copy that a good closing makes.
        if workspace.journal.last_saved is None and workspace.stopped_at is None:
            return False
        # Moments are not compared: the clock of a laptop may be set back.
        return last is None or last.mark != workspace.journal.mark()
