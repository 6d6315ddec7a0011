"""Where the programs of all plans lie, what money they have, and how complete the plans are."""

from smartcity_desktop.domain.completeness import Standing
from smartcity_desktop.domain.coverage import Coverage
from smartcity_desktop.storage import coverage as query
from smartcity_desktop.storage.store import Store


class CoverageService:
    """Reads what the tabs of the plans show, print and save."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def coverage(self) -> Coverage:
        """Return every program of the plans in use; what is counted of it is chosen without reading again."""
        return query.coverage(self._store.db)

    def completeness(self) -> tuple[Standing, ...]:
        """Return how complete the plan of every agency is, in the order of the list."""
        from smartcity_desktop.storage.completeness import completeness

        return completeness(self._store, self.coverage())
