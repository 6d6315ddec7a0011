"""The history of one row, and a version of it put back: as a row of its own, or as the newest text."""

from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.codec import decode
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.row_history import RowHistory, RowVersion, copied
from smartcity_desktop.domain.row_words import ROW_WORDS
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import row_history as query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import target_of, worksheet_of

_NAME: Final = 60
_CHAPTER: Final = "chapter"
_MOVED: Final = frozenset({"pos"})


class RowHistoryService:
    """Reads what a row has been, and brings back what it was."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def history(self, row: RowId) -> RowHistory:
        """Return all versions of a row, the newest first."""
        return query.history(self._store.db, row)

    def of_answer(self, worksheet: RowId, sheet: RowId, row: RowId) -> RowHistory:
        """Return what was answered in a row of a sheet: itself, or what is written about its subject."""
        return self.history(target_of(self._store, worksheet_of(self._store, worksheet), row, sheet))

    def restore(self, row: RowId, place: int) -> tuple[RowId, Changes]:
        """Put the version at ``place`` (0 the newest) back and return the row on which it stands.

        A free row of a sheet comes back as a copy behind the others, a chapter gets its text of that time as
        its newest one, and any other row gets back its values; one that was deleted stands again. Raises
        UserFault ``row-gone``.
        """
        found = self.history(row)
        if not 0 <= place < len(found.versions) or found.ent not in CATALOG:
            raise UserFault("row-gone")
        version = found.versions[place]
        called = f'{ROW_WORDS[found.ent]} "{shortened(found.name, _NAME)}"'
        if found.ent == _CHAPTER:
            edits: list[Edit] = [Set(_CHAPTER, row, "text", version.text or None)]
            return row, self._store.write(edits, f"kembalikan teks {called}")
        if found.copyable:
            fresh = self._store.ids.new()
            values = {**copied(found.ent, version.values), "pos": self._store.positions(found.ent, 1)[0]}
            return fresh, self._store.write([Birth(found.ent, fresh, values)], f"pulihkan salinan {called}")
        return row, self._store.write(self._back(row, found, version), f"kembalikan {called}")

    @staticmethod
    def _back(row: RowId, found: RowHistory, version: RowVersion) -> list[Edit]:
        """Return what gives a row its values of that time, and empties what it did not have yet."""
        now = found.versions[0].values
        names = sorted({*now, *version.values} - _MOVED - set(CATALOG[found.ent].key))
        again: list[Edit] = [Gone(found.ent, row, gone=False)] if found.versions[0].gone else []
        return [
            *again,
            *(
                Set(found.ent, row, name, decode(found.ent, name, version.values.get(name)))
                for name in names
                if now.get(name) != version.values.get(name)
            ),
        ]
