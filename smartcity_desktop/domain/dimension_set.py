"""Another dimension set for a workshop that stands: what is kept, what is new, where answers could go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.reference import DimensionSet


@dataclass(frozen=True, slots=True)
class Fit:
    """How a workshop meets a set of the shelf.

    ``kept`` are the rows that the set has too, by its codes; ``goes`` the dimensions that are used now and
    that the set has not. ``proposals`` name for every place with answers that goes the code of the set where
    they could go, empty where nothing fits: a proposal for a person, never more.
    """

    kept: Mapping[str, RowId] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    goes: tuple[RowId, ...] = ()
    proposals: Mapping[RowId, str] = field(default_factory=dict)


def fit(
    board: Board, old: DimensionSet | None, new: DimensionSet, origin: Mapping[RowId, str] | None = None
) -> Fit:
    """Return how the workshop of ``board``, made with the set ``old``, meets the set ``new``.

    A dimension is the same where its code is the same; a sub-dimension where code and name are. ``origin``
    tells the code that a dimension had in the old set, whatever code it was given since.
    """
    kept = _kept(board, new)
    rows = set(kept.values())
    going = [item for item in board.dimensions if item.id not in rows]
    proposals: dict[RowId, str] = {}
    for home in board.dimensions:
        target = _equivalent((origin or {}).get(home.id, home.code), old, new)
        places: list[Dimension | Subdimension] = [home, *board.of(home.id)]
        for item in places:
            if item.id not in rows and any(kind != "sheet" for kind in board.tally([item.id])):
                proposals[item.id] = _same_name(item, new) or target
    return Fit(
        kept=kept,
        new=tuple(item.code for item in new.dimensions if item.code not in kept),
        goes=tuple(item.id for item in going if not item.retired),
        proposals=proposals,
    )


def _kept(board: Board, new: DimensionSet) -> dict[str, RowId]:
    homes = {item.code: item.id for item in board.dimensions}
    subs = {(item.code, item.name.casefold()): item.id for item in board.subdimensions}
    found: dict[str, RowId] = {}
    for item in new.dimensions:
        if item.code in homes:
            found[item.code] = homes[item.code]
        for sub in item.subdimensions:
            row = subs.get((sub.code, sub.name.casefold()))
            if row is not None:
                found[sub.code] = row
    return found


def _same_name(item: Dimension | Subdimension, new: DimensionSet) -> str:
    """Return the code of the set's part that bears the same name, empty where none does."""
    name = item.name.casefold()
    if isinstance(item, Subdimension):
        parts = ((sub.code, sub.name) for home in new.dimensions for sub in home.subdimensions)
    else:
        parts = ((home.code, home.name) for home in new.dimensions)
    return next((code for code, words in parts if words.casefold() == name), "")


def _equivalent(code: str, old: DimensionSet | None, new: DimensionSet) -> str:
    """Return the code of ``new`` that stands for a code of ``old``, by the codes of the default set."""
    if any(item.code == code for item in new.dimensions):
        return code
    usual = [key for key, value in old.equivalents.items() if value == code] if old else []
    return next((new.equivalents[key] for key in usual if key in new.equivalents), "")
