"""Full-text search over everything that was written."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import search
from smartcity_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the kind of row, its id, and the words around, with the hit between U+0002 and U+0003."""

    ent: str
    row: RowId
    snippet: str


class SearchService:
    """Finds rows by what was typed into them; any text is safe to search for."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def find(self, text: str, limit: int = 30) -> list[Found]:
        """Return the best hits for a few words, the last of which may be unfinished."""
        return [Found(hit.ent, hit.row, hit.snippet) for hit in search.find(self._store.db, text, limit)]
