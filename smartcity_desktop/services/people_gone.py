"""Participants who were removed from the list: brought back, or erased on request."""

from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person, bare_name
from smartcity_desktop.domain.people_record import Remains, Removed, erasing, remains_of_removed
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import people_gone as query
from smartcity_desktop.storage.people_record import record_of, traces_of
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.edit import Edit


class PeopleGoneService:
    """Keeps what is left of participants who are no longer in the list."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def removed(self) -> list[Removed]:
        """Return who was removed and whose name is still in the file, the latest removal first."""
        return query.removed(self._store.db)

    def count_came(self) -> int:
        """Return of how many of them attendance was brought in after the removal, by another laptop."""
        return sum(bool(item.came) for item in self.removed())

    def restore(self, *rows: RowId) -> Changes:
        """Bring participants back with their attendance and their seats, one act.

        Raises UserFault ``person-gone`` where one of them was erased, or stands in the list again.
        """
        self._need(rows)
        edits = [edit for row in rows for edit in query.returning(self._store.db, row)]
        return self._store.write(edits, f"kembalikan {_counted(rows)}")

    def erase(self, *rows: RowId) -> Changes:
        """Empty every personal value of removed participants, here and at every merge. Not undone.

        Where somebody of that name still is in the list, what bears the name alone is his and stays. Raises
        UserFault ``person-gone``.
        """
        db = self._store.db
        living = query.living_names(db)
        edits: list[Edit] = []
        for item in self._need(rows):
            is_namesake = bare_name(item.name) in living
            traces = traces_of(db, Person(id=item.id, name=item.name), by_name=not is_namesake)
            edits += erasing(item.id, traces)
        return self._store.write(edits, f"hapus data pribadi {_counted(rows)}")

    def remains(self, *rows: RowId) -> Remains:
        """Return what is to be said before these are erased. Raises UserFault ``person-gone``."""
        found = self._need(rows)
        one = Person(id=found[0].id, name=found[0].name) if len(found) == 1 else None
        return remains_of_removed(len(found), record_of(self._store.db, one) if one else None)

    def _need(self, rows: tuple[RowId, ...]) -> list[Removed]:
        found = query.removed(self._store.db, rows)
        if len(found) < len(set(rows)):
            raise UserFault("person-gone")
        return found


def _counted(rows: tuple[RowId, ...]) -> str:
    return "seorang peserta yang terhapus" if len(rows) == 1 else f"{len(rows)} peserta yang terhapus"
