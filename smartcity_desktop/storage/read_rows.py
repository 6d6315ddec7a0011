"""Ids of rows that a file is read into: two laptops that read the same file make the same rows of it."""

from collections import Counter

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.store import Store


class ReadRows:
    """Gives the rows of one reading their ids, each by what it is and how many alike stood before it.

    Without it two laptops that read one plan before their files come together would hold it twice, each with
    half of the analysis. A row that was deleted is not brought back: what is like it gets an id of its own.
    """

    def __init__(self, store: Store) -> None:
        """Begin a reading."""
        self._store = store
        self._given: Counter[tuple[str, ...]] = Counter()

    def row(self, entity: str, *keys: str) -> RowId:
        """Return the id of a new row of ``entity`` that these words tell from the others."""
        known = (entity, *keys)
        self._given[known] += 1
        row = self._store.key(*known, str(self._given[known]))
        return self._store.ids.new() if has_row(self._store.db, row) else row
