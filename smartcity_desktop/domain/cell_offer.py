"""What the cells of a worksheet are proposed: a value, how sure it is, and what led there.

A proposal is no answer: a person takes it, or refuses it once and for all. Programs of the plans are proposed
their dimension; applications, issues and programs smart city their sub-dimension; whatever serves the plan of
the region the points of it that say the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Evidence, Seen, suggestion

if TYPE_CHECKING:
    from smartcity_desktop.domain.alignment import Frame
    from smartcity_desktop.domain.suggest_match import GoalProposal
    from smartcity_desktop.domain.suggest_set import Layout

MOST: Final = 2
"""Proposals that one cell is given at most."""
TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "asset": ("name", "purpose", "users", "data"),
    "issue": ("text", "cause", "impact"),
    "factor": ("text", "evidence"),
    "strategy": ("text",),
    "initiative": ("name", "description", "problem", "users"),
    "candidate": ("name", "description", "benefit"),
    "statement": ("text", "reason"),
}
"""The answers of a row that tell what it is about, by what the rows are; the first names it."""
MEASURED: Final = "indicator"
"""The answer that is held against the indicators of the plan of the region."""
CHARGED: Final = "opd"
"""The answer that names the agency in charge."""
WHOLE: Final = "dimensi"
"""The kind under which a refused dimension of a program is kept; its value is the dimension."""
PART: Final = "subdimensi"
"""The same for the sub-dimension of a row."""
ALSO: Final = "dimensi tambahan"
"""The same for a further dimension of a program."""


@dataclass(frozen=True, slots=True)
class CellOffer:
    """One value that a cell may take.

    ``strength`` is kuat, sedang or lemah, ``words`` stand in the cell, ``reason`` tells everything. What a
    person refuses is kept under ``about`` (kind and value of a verdict). The cell takes it where it holds
    ``over``: nothing, or a dimension of which the sub-dimension is missing.
    """

    value: str
    strength: str
    words: tuple[str, ...]
    reason: str
    about: tuple[str, str]
    over: str = ""


CellOffers = Mapping[str, Mapping[RowId, tuple[CellOffer, ...]]]
"""By the key of a column: what is proposed for its rows, the likelier first."""


def dimension_offers(
    places: Iterable[Seen], takes: Iterable[str], kind: str, say: Callable[[str], str] = str
) -> tuple[CellOffer, ...]:
    """Return suggested dimensions as a cell takes them: the part where it ``takes`` parts, else the whole.

    They are refused by the dimension: another part of it is not proposed instead.
    """
    known = frozenset(takes)
    return tuple(
        _offer(place, value, (kind, place.dimension), say)
        for place in places
        if (value := place.sub if place.sub in known else place.dimension) in known
    )[:MOST]


def part_offers(
    layout: "Layout",
    evidence: Evidence,
    takes: Iterable[str],
    kind: str,
    say: Callable[[str], str] = str,
) -> tuple[CellOffer, ...]:
    """Return the sub-dimensions that evidence speaks for among those a cell ``takes``, each on its own."""
    known = frozenset(takes)
    placed = {row: said for row, said in layout.placed(evidence).items() if row in known}
    found = suggestion(placed, str)
    return tuple(_offer(place, place.dimension, (kind, place.dimension), say) for place in found.places)


def _offer(place: Seen, value: str, about: tuple[str, str], say: Callable[[str], str]) -> CellOffer:
    words = tuple(word.lower() for word in place.words) or place.beside
    told = place.told(say)
    reason = f"{place.strength} · {told}" if told else place.strength
    return CellOffer(value, place.strength, words, reason, about)


def point_offers(
    near: "Sequence[GoalProposal]",
    frame: "Frame",
    takes: Iterable[str],
    kind: str,
    without: frozenset[str] = frozenset(),
) -> tuple[CellOffer, ...]:
    """Return points of the plan of the region that a cell ``takes``, the likelier first.

    Where it takes none of the kind that is near, the mission above stands for it. One word that both say in
    passing is no proposal; points in ``without`` are linked already, or were refused.
    """
    known = frozenset(takes)
    found: dict[str, CellOffer] = {}
    for item in (one for one in near if one.is_told and one.point not in without):
        reason = f"{item.degree} · {item.reason}"
        point: str = item.point
        above = frame.mission(item.point)
        if point not in known and above is not None and above.id in known:
            point, reason = above.id, f"{item.degree} · lewat {frame.by_id[item.point].short}: {item.reason}"
        if point in known - without:
            found.setdefault(point, CellOffer(point, item.degree, item.words, reason, (kind, point)))
    return tuple(found.values())[:MOST]
