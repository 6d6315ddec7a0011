"""Safety copies (salinan pengaman): made while people work, checked before they count, restored as a copy."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from smartcity_desktop.storage import backup
from smartcity_desktop.storage.backup import Backup
from smartcity_desktop.storage.store import Store

PERIOD: Final = timedelta(minutes=30)


def listing(folder: Path) -> list[Backup]:
    """Return the good copies in a folder, newest first."""
    return [item for item in backup.listing(folder) if item.sound]


def restore(copy: Backup, target: Path) -> Path:
    """Put a copy beside the files of today, never over one; return where it is."""
    return backup.restore(copy, target)


class SafetyService:
    """Makes safety copies of the open file in the profile folder."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Stand on the open file and the folder of copies."""
        self._store = store
        self._folder = folder
        self._last: Backup | None = None
        self._looked = False

    @property
    def folder(self) -> Path:
        """The folder of the copies."""
        return self._folder

    def make(self) -> Backup:
        """Make a copy, open it and check it; raises DiskFault where the medium fails."""
        self._last, self._looked = backup.make(self._store.workspace, self._folder), True
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
        """Return the newest good copy of this workshop."""
        if not self._looked:
            own = self._store.workspace.workshop_id
            self._last = next((item for item in listing(self._folder) if item.workshop == own), None)
            self._looked = True
        return self._last

    def age(self, at: datetime) -> timedelta | None:
        """Return how old the newest copy is, None without one."""
        last = self.last()
        return at - last.at if last else None

    def _is_changed(self, last: Backup | None) -> bool:
        workspace = self._store.workspace
        # After a power cut nobody has made the copy that a good closing makes.
        if workspace.journal.last_saved is None and workspace.stopped_at is None:
            return False
        # Moments are not compared: the clock of a laptop may be set back.
        return last is None or last.mark != workspace.journal.mark()
