"""What a sheet proposes for cells that are empty: the value, its words, why, and what its column asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.cell_offer import WHOLE, CellOffer, CellOffers, dimension_offers
from smartcity_desktop.domain.grid import Choice, Grid, GridColumn, in_order
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Suggestion
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.domain.worksheet import SEPARATOR
from ui.models.manner import PROGRAMS
from ui.translate import worded

_KINDS: Final = frozenset({"dimension", "subdimension"})
_RELEVANT: Final = "relevant"
_NOT: Final = "tidak"
_SHORT: Final = 28
"""Letters of words that stand in a cell; all of them stand beside the grid."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One proposal of a cell: what is taken or refused, and the code and name that it is called by."""

    offer: CellOffer
    code: str
    name: str

    @property
    def value(self) -> str:
        """The raw value that it adds to its cell."""
        return self.offer.value

    @property
    def cell(self) -> str:
        """What stands in the empty cell: ``usul: GOV-1 · layanan, daring``."""
        words, called = _few(self.offer.words), self.code or shortened(self.name, _SHORT)
        return f"usul: {called} · {words}" if words else f"usul: {called}"

    @property
    def head(self) -> str:
        """``GOV-1 Pelayanan publik``."""
        return f"{self.code} {self.name}".strip()

    @property
    def reason(self) -> str:
        """How sure it is, and everything that led there."""
        return self.offer.reason


@dataclass(frozen=True, slots=True)
class Asked:
    """The column that proposals are made for, and what each row may take there."""

    column: GridColumn
    rows: Mapping[RowId, tuple[Offer, ...]]

    def live(self, row: RowId, raw: str) -> tuple[Offer, ...]:
        """Return what a cell that holds this may still take."""
        held = raw.split(SEPARATOR) if self.column.many else ()
        found = self.rows.get(row, ())
        if self.column.many:
            return tuple(item for item in found if item.value not in held)
        return tuple(item for item in found if item.offer.over == raw)

    def taken(self, raw: str, offer: Offer) -> str:
        """Return what the cell holds once a proposal is taken: added where it holds several."""
        if not self.column.many:
            return offer.value
        return in_order(self.column, [*raw.split(SEPARATOR), offer.value])


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for the rows of one sheet, column by column in their order."""

    asked: tuple[Asked, ...] = ()

    @property
    def key(self) -> str:
        """The first column that something is proposed for."""
        return self.asked[0].column.key if self.asked else ""

    @property
    def rows(self) -> frozenset[RowId]:
        """Every row that something is proposed for."""
        return frozenset(row for one in self.asked for row in one.rows)

    def at(self, row: RowId, values: Mapping[str, str], key: str = "") -> Asked | None:
        """Return the column to propose for in a row as it stands now, None where there is nothing to say.

        That is the one of this ``key`` where it takes something, else the first that is empty.
        """
        if values.get(_RELEVANT) == _NOT:
            return None
        live = [one for one in self.asked if one.live(row, values.get(one.column.key, ""))]
        here = next((one for one in live if one.column.key == key), None)
        empty = (one for one in live if not one.column.many or not values.get(one.column.key))
        return here or next(empty, None)

    def of(self, row: RowId, values: Mapping[str, str], key: str = "") -> tuple[Offer, ...]:
        """Return what is proposed for a row, or for one column of it, as it stands now."""
        found = self.at(row, values, key)
        return found.live(row, values.get(found.column.key, "")) if found else ()

    def cell(self, row: RowId, values: Mapping[str, str], key: str) -> tuple[Offer, ...]:
        """Return what an empty cell is proposed; nothing in a row that is left out."""
        if values.get(_RELEVANT) == _NOT or values.get(key):
            return ()
        own = next((one for one in self.asked if one.column.key == key), None)
        return own.live(row, "") if own else ()


TAKE_KEYS: Final = ("Alt+U", "Alt+D")
REFUSE_KEYS: Final = "Alt+T"
"""The keys that take the first and the second proposal, and that refuse them."""


def told_below(offers: Sequence[Offer]) -> str:
    """Return what a question is proposed with the keys that take or refuse it, empty where nothing is."""
    pairs = zip(TAKE_KEYS, offers, strict=False)
    told = [f"Usul ({keys}): {offer.head} · {offer.reason}" for keys, offer in pairs]
    return "\n".join([*told, f"Tidak satu pun: {REFUSE_KEYS}"]) if told else ""


def is_open(values: Mapping[str, str], key: str) -> bool:
    """Tell whether a row still waits for its dimension."""
    return bool(key) and not values.get(key) and values.get(_RELEVANT) != _NOT


def column_for(grid: Grid | None) -> GridColumn | None:
    """Return the column of a sheet of programs that says which dimension they serve, None without one."""
    if grid is None or grid.worksheet.rows_from != PROGRAMS:
        return None
    fit = (item for item in grid.columns if item.kind in _KINDS and item.is_editable)
    return next((item for item in fit if not (item.own or item.many)), None)


def proposals(column: GridColumn, found: Mapping[RowId, Suggestion]) -> Proposals:
    """Return suggestions as a column takes them; what it does not offer is left out."""
    takes = [item.value for item in column.offered]
    rows = {row: dimension_offers(item.places, takes, WHOLE, worded) for row, item in found.items()}
    return Proposals((_asked(column, rows),))


def sheet_proposals(grid: Grid, found: CellOffers) -> Proposals:
    """Return what is proposed for a sheet, in the order in which its columns stand."""
    return Proposals(tuple(_asked(item, found[item.key]) for item in grid.columns if item.key in found))


def _asked(column: GridColumn, rows: Mapping[RowId, Iterable[CellOffer]]) -> Asked:
    choices = {item.value: item for item in column.choices}
    return Asked(
        column,
        {row: tuple(_called(choices[one.value], one) for one in own) for row, own in rows.items()},
    )


def _called(choice: Choice, offer: CellOffer) -> Offer:
    """Return a proposal by the code and name of its choice; a point of a plan is called by its words."""
    if not choice.color or not choice.also:
        return Offer(offer, "", choice.label)
    # A sub-dimension is listed under the code of its dimension, and known by its own as well.
    own, *named = choice.also
    if named and choice.label in {f"{choice.code} {named[0]}", f"{own} {named[0]}"}:
        return Offer(offer, own, named[0])
    return Offer(offer, choice.code, choice.label.removeprefix(choice.code).strip())


def _few(words: Sequence[str]) -> str:
    """Return as many of the words as a cell has room for, those left out that another one holds."""
    told = ""
    for word in words:
        if any(word != other and word in other for other in words):
            continue
        if told and len(told) + len(word) > _SHORT:
            break
        told = f"{told}, {word}" if told else shortened(word, _SHORT)
    return told
