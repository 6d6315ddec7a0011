"""Programs smart city for the hall: how many each dimension has, and those of one dimension by name."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Badge, Offer, Place, Slide, StateLine, StatesBody, SumLine, SumsBody
from smartcity_desktop.storage.store import Store

_NOTHING: Final = "Belum ada program smart city."


def offers(store: Store) -> Iterator[Offer]:
    """Return a slide of all dimensions and one for each that has programs."""
    from smartcity_desktop.storage.dimension import dimensions
    from smartcity_desktop.storage.initiative_facts import facts

    used = {item.dimension for item in facts(store.db)}
    words = hall.KINDS[hall.PROGRAMS]
    if used:
        yield Offer(hall.PROGRAMS, "", words)
    for item in dimensions(store.db) if used else ():
        if item.id in used:
            yield Offer(hall.PROGRAMS, item.id, f"{words} {item.code or item.name}")


def programs(store: Store, about: str, _place: Place) -> Slide:
    """Return the names and agencies of one dimension's programs, or how many every dimension has."""
    # Loaded with the first result that is shown: the projector opens without it.
    from smartcity_desktop.storage.initiative import board

    found = board(store.db)
    known = {home.id: (home, own) for home, own in found.by_dimension()}
    title = hall.KINDS[hall.PROGRAMS]
    if about and about not in known:
        return Slide(hall.PROGRAMS, about, "", title, note=_NOTHING)
    if about:
        home, own = next(pair for row, pair in known.items() if row == about)
        lines = tuple(
            StateLine(
                Badge(item.name, found.place(item), home.color),
                found.opds.get(item.opd, store.say("OPD belum dipilih")),
            )
            for item in own
        )
        return Slide(
            hall.PROGRAMS, about, f"{title} · {len(own)} program", home.called, body=StatesBody(lines)
        )
    most = max((len(own) for _, own in known.values()), default=0)
    sums = tuple(
        SumLine(str(len(own)), home.name, home.code, home.color, len(own) / most)
        for home, own in known.values()
    )
    return Slide(
        hall.PROGRAMS,
        "",
        f"{len(found.used)} program",
        title,
        body=SumsBody(sums),
        note="" if sums else _NOTHING,
    )
