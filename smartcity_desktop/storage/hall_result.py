"""Every result that the hall may see beside the event itself: which there are now, and the slide of each."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Offer, Place, Slide
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import (
    hall_alignment,
    hall_analysis,
    hall_coverage,
    hall_initiative,
    hall_quickwin,
    hall_roadmap,
    hall_vision,
    hall_vote,
)
from smartcity_desktop.storage.store import Store

_OFFERS: Final[tuple[Callable[[Store], Iterator[Offer]], ...]] = (
    hall_quickwin.offers,
    hall_vote.offers,
    hall_analysis.offers,
    hall_vision.offers,
    hall_alignment.offers,
    hall_roadmap.offers,
    hall_initiative.offers,
)


def offers(store: Store) -> Iterator[Offer]:
    """Return every result that there is now; each is read when it is shown."""
    return (offer for give in _OFFERS for offer in give(store))


def makers(store: Store, about: str) -> Mapping[str, Callable[[Place], Slide]]:
    """Return what makes the slide of each kind of result, ``about`` the row that is asked for."""
    return {
        hall.QUICKWIN: partial(hall_quickwin.slide, store, RowId(about)),
        hall.VOTE: partial(hall_vote.slide, store, RowId(about)),
        hall.VISION: partial(hall_vision.slide, store, about),
        hall.READINESS: partial(hall_analysis.readiness, store),
        hall.SWOT: partial(hall_analysis.swot, store, about),
        hall.SPREAD: partial(hall_coverage.spread, store),
        hall.MATRIX: partial(hall_coverage.matrix, store),
        hall.MONEY: partial(hall_coverage.money, store),
        hall.ROADMAP: partial(hall_roadmap.roadmap, store, about),
        hall.PROGRAMS: partial(hall_initiative.programs, store, about),
        hall.SHARED: partial(hall_alignment.shared, store),
        hall.ALIGNMENT: partial(hall_alignment.alignment, store),
        hall.PROGRESS: partial(hall_quickwin.progress, store),
    }
