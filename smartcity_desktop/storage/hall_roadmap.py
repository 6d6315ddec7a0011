"""The road map of one dimension for the hall: programs as bars over ten years, and what they cost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Offer, Place, RoadBody, RoadLine, Slide
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.roadmap import RoadMap, RoadProgram

_FILLS: Final = {"pendek": "#d8efec", "menengah": "#6fb7b0", "panjang": "#37736e"}
_PLAIN: Final = "#9aa7b0"
"""Fills on the dark ground of the hall: the nearer, the lighter."""
_NOTHING: Final = "Belum ada program smart city di peta jalan."


def offers(store: Store) -> Iterator[Offer]:
    """Return a slide for every dimension that has programs; they are read when they are shown."""
    from smartcity_desktop.storage.dimension import dimensions
    from smartcity_desktop.storage.initiative_facts import facts

    used = {item.dimension for item in facts(store.db)}
    for item in dimensions(store.db) if used else ():
        if item.id in used:
            yield Offer(hall.ROADMAP, item.id, f"{hall.KINDS[hall.ROADMAP]} {item.code or item.name}")


def roadmap(store: Store, about: str, _place: Place) -> Slide:
    """Return the programs of one dimension by the year they begin in, of all where none is named."""
    # Loaded with the first result that is shown: the projector opens without it.
    from smartcity_desktop.domain.roadmap import DIMENSION, RoadFilter, cost_sum, groups
    from smartcity_desktop.storage.roadmap import Plans

    road = Plans(store.db).road()
    programs = [
        item for group in groups(road, DIMENSION, RoadFilter(dimension=about)) for item in group.programs
    ]
    named = road.dimension(about)
    title = f"{hall.KINDS[hall.ROADMAP]} {named.name}" if named.id else hall.KINDS[hall.ROADMAP]
    return Slide(
        hall.ROADMAP,
        about,
        _years(road),
        title,
        body=RoadBody(
            ("1", "2", "3", "4", "5", "6–10"),
            tuple(_line(road, item) for item in programs),
            (cost_sum(programs).sentence,) if programs else (),
        ),
        note="" if programs else _NOTHING,
    )


def _years(road: "RoadMap") -> str:
    return f"Tahun ke-1 adalah {road.base}" if road.base else ""


def _line(road: "RoadMap", item: "RoadProgram") -> RoadLine:
    from smartcity_desktop.domain.wording import label

    shown = item.span.shown if item.span else None
    whose = road.opd(item.opd).short
    return RoadLine(
        f"{item.called} · {whose}" if whose else item.called,
        shown.first if shown else 0,
        shown.last if shown else 0,
        _FILLS.get(item.horizon, _PLAIN),
        label("horizon", item.horizon) if item.horizon else "",
        bool(shown and shown.guessed),
    )
