"""What is shared and how the plan of the region is answered, for the hall: counts, and what is missing."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import MeanLine, MeansBody, Offer, Place, Slide
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.store import Store

_NO_FRAME: Final = "Misi dan sasaran RPJMD belum dicatat."
_NOTHING: Final = "Belum ada program bersama."
_MOST: Final = 24
"""Lines that are named at most; the others are counted in one."""


def offers(store: Store) -> Iterator[Offer]:
    """Return the slides where anything is shared, and where the region has missions or objectives."""
    known = (
        ("shared_program", "", hall.SHARED),
        ("plan_point", "kind IN ('misi', 'sasaran')", hall.ALIGNMENT),
    )
    for ent, where, kind in known:
        with translated():
            row = store.db.conn.execute(tables.select(ent, ("id",), where, "id LIMIT 1")).fetchone()
        if row is not None:
            yield Offer(kind, "", store.say(hall.KINDS[kind]))


def shared(store: Store, _place: Place) -> Slide:
    """Return how many programs are shared where, and which."""
    # Loaded with the first result that is shown: the projector opens without it.
    from smartcity_desktop.domain.shared_program import PLACE_WORDS
    from smartcity_desktop.storage.shared_program import board

    found = board(store.db)
    total = len(found.items)
    lines = tuple(
        MeanLine(str(len(found.of(place))), store.say(words), len(found.of(place)) / total)
        for place, words in PLACE_WORDS.items()
        if total
    )
    named = [f"{item.title}: {found.told(item)}" for item in found.items]
    return Slide(
        hall.SHARED,
        "",
        "",
        store.say(hall.KINDS[hall.SHARED]),
        body=MeansBody(lines, _few(named)),
        note="" if total else _NOTHING,
    )


def alignment(store: Store, _place: Place) -> Slide:
    """Return how far every mission is answered, and the objectives that nothing answers."""
    from smartcity_desktop.domain.alignment import KIND_WORDS, WHAT_WORDS
    from smartcity_desktop.storage.alignment import board, what_stands

    found = board(store.db, what_stands(store.db), proposing=False)
    lines = tuple(
        MeanLine(
            f"{item.done}/{item.total}",
            f"{item.name}\u00a0· {item.programs}\u00a0program",
            item.done / item.total,
        )
        for item in found.missions
    )
    asked = KIND_WORDS[found.frame.asked].lower()
    named = [item.called for item in found.unanswered]
    told = (f"Belum terjawab: {len(named)} {asked}.", *_few(named)) if named else ()
    return Slide(
        hall.ALIGNMENT,
        "",
        f"{WHAT_WORDS[found.what]} menjawab {asked}",
        hall.KINDS[hall.ALIGNMENT],
        body=MeansBody(lines, told or ((f"Semua {asked} sudah terjawab.",) if lines else ())),
        note="" if lines else _NO_FRAME,
    )


def _few(lines: list[str]) -> tuple[str, ...]:
    left = len(lines) - _MOST
    return (*lines[:_MOST], f"… dan {left} lagi") if left > 0 else tuple(lines)
