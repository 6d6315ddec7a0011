"""What a sheet proposes for a row that has no dimension yet: its value, its words, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.grid import Choice, Grid, GridColumn
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Seen, Suggestion
from smartcity_desktop.domain.wording import shortened
from ui.models.manner import PROGRAMS
from ui.translate import worded

_KINDS: Final = frozenset({"dimension", "subdimension"})
_RELEVANT: Final = "relevant"
_NOT: Final = "tidak"
_SHORT: Final = 28
"""Letters of words that stand in a cell; all of them stand beside the grid."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One proposal: the raw value that its cell takes, code and name, how sure, and what led there."""

    value: str
    code: str
    name: str
    place: Seen

    @property
    def cell(self) -> str:
        """What stands in the empty cell: ``usul: GOV-1 · layanan, daring``."""
        words = _few([word.lower() for word in self.place.words] or self.place.beside)
        return f"usul: {self.code} · {words}" if words else f"usul: {self.code}"

    @property
    def head(self) -> str:
        """``GOV-1 Pelayanan publik``."""
        return f"{self.code} {self.name}".strip()

    @property
    def reason(self) -> str:
        """How sure it is, and everything that led there."""
        told = self.place.told(worded)
        return f"{self.place.strength} · {told}" if told else self.place.strength


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for the rows of one sheet; ``key`` names the column that it would go into."""

    key: str = ""
    rows: Mapping[RowId, tuple[Offer, ...]] = field(default_factory=dict)

    def of(self, row: RowId, values: Mapping[str, str]) -> tuple[Offer, ...]:
        """Return what is proposed for a row as it stands now: nothing for one that is filled, or left out."""
        return self.rows.get(row, ()) if is_open(values, self.key) else ()


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
    choices = {item.value: item for item in column.offered}
    rows = {
        row: tuple(
            _offer(choices[value], place)
            for place in item.places
            if (value := place.sub if place.sub in choices else place.dimension) in choices
        )
        for row, item in found.items()
    }
    return Proposals(column.key, rows)


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


def _offer(choice: Choice, place: Seen) -> Offer:
    # A sub-dimension is listed under the code of its dimension, and known by its own as well.
    code = choice.also[0] if choice.value == place.sub and choice.also else choice.code
    return Offer(choice.value, code, choice.label.removeprefix(choice.code).strip(), place)
