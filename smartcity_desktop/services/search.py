"""Full-text search over everything that was written."""

from itertools import islice

from smartcity_desktop.storage import search
from smartcity_desktop.storage.search_home import NOWHERE, Found, at_home
from smartcity_desktop.storage.store import Store

__all__ = ["Found", "SearchService"]


class SearchService:
    """Finds rows by what was typed into them; any text is safe to search for."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def find(self, text: str, limit: int = 30) -> list[Found]:
        """Return the best hits for a few words, the last of which may be unfinished."""
        # Some hits are left out again: those in what the program wrote into chapters.
        hits = search.find(self._store.db, text, 2 * limit, NOWHERE)
        return list(islice(at_home(self._store.db, hits), limit))
