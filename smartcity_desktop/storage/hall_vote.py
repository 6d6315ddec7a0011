"""A vote for the hall: what can be chosen while it is counted, and the result when it is revealed."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Badge, Offer, Place, RankBody, Slide, TurnLine
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import vote as query
from smartcity_desktop.storage.store import Store

_HIDDEN: Final = "Hasil ditampilkan setelah diumumkan."
_GONE: Final = "Pemungutan suara ini sudah tidak ada."
_NOBODY: Final = "Belum ada pilihan."


def offers(store: Store) -> Iterator[Offer]:
    """Return a slide for every vote, the last one first."""
    for item in reversed(query.votes(store.db)):
        yield Offer(hall.VOTE, item.id, hall.KINDS[hall.VOTE], item.title)


def slide(store: Store, row: RowId, _place: Place) -> Slide:
    """Return the choices of a vote in the order of the list, or its ranking once it is revealed.

    Before that no figure is part of the slide, nor is what single ballots or persons gave at any time.
    """
    # Loaded with the first vote that is shown: the projector opens without it.
    from smartcity_desktop.domain.paper_vote import share_words
    from smartcity_desktop.domain.vote import tally, tie_words

    found = query.vote(store.db, row) if row else next(iter(reversed(query.votes(store.db))), None)
    if found is None:
        return Slide(hall.VOTE, row, title=hall.KINDS[hall.VOTE], note=_GONE)
    items = query.items(store.db, found.id)
    if not found.is_revealed:
        lines = tuple(
            TurnLine(Badge(item.text), place)
            for place, item in enumerate((item for item in items if not item.retired), start=1)
        )
        told: tuple[str, ...] = (_HIDDEN,) if lines else ()
    else:
        result = tally(found, items, query.casts(store.db, found.id))
        lines = tuple(
            TurnLine(Badge(item.item.text), item.rank or 0, share_words(item, found), item.rank == 1)
            for item in result.ranked
        )
        told = tie_words(result)
    title = found.question or found.title
    return Slide(
        hall.VOTE,
        found.id,
        # What a vote is called stands once: above its question, or alone.
        found.title if _plain(found.title) != _plain(title) else hall.KINDS[hall.VOTE],
        title,
        body=RankBody(lines, told),
        note="" if lines else _NOBODY,
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
