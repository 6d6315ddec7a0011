"""What the sheets of every dimension and OPD came to, each as it stands on one page."""

from smartcity_desktop.domain.paper_recap import RecapPaper
from smartcity_desktop.storage.recap import Recaps, papers
from smartcity_desktop.storage.store import Store


class RecapService:
    """Reads the recaps that are shown and printed."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def papers(self) -> tuple[RecapPaper, ...]:
        """Return the recap of every dimension, then of every OPD, read in one go."""
        recaps = Recaps(self._store)
        return papers(recaps, [*recaps.dimensions, *recaps.opds])
