"""How ready the region is: scores, means and gaps of every worksheet that asks for them."""

from smartcity_desktop.domain.readiness import ReadinessRecap
from smartcity_desktop.storage import readiness as query
from smartcity_desktop.storage.store import Store


class ReadinessService:
    """Reads what the sheets of readiness came to."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def recap(self) -> ReadinessRecap:
        """Return all worksheets of readiness beside each other: means, what is missing, gaps."""
        return query.recap(self._store.db)
