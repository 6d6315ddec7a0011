"""How the programs of one plan were read: the columns of the worksheet that asks, beside the tree."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.grid import Grid, GridColumn, parse, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Suggestion
from ui.models.proposal import Offer, Proposals, column_for, proposals

RELEVANT: Final = "relevant"
DIMENSION: Final = "dimension"
HORIZON: Final = "horizon"
QUICKWIN: Final = "quickwin"
_KEYS: Final = (RELEVANT, DIMENSION, HORIZON, QUICKWIN)


@dataclass(frozen=True, slots=True)
class PlanReview:
    """The answers of one sheet by line, and what is proposed where none stands yet."""

    worksheet: RowId
    party: RowId
    columns: tuple[GridColumn, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    proposed: Proposals = field(default_factory=Proposals)

    def takes(self, line: str) -> bool:
        """Tell whether a line is a program of this sheet that counts."""
        return line in self.values

    def words(self, line: str, column: int) -> str:
        """Return what a person sees of an answer."""
        item = self.columns[column]
        return show(item, self.values.get(line, {}).get(item.key, ""))

    def hint(self, line: str, column: int) -> str:
        """Return what stands in an empty cell in place of an answer."""
        key = self.columns[column].key
        offers = self.proposed.cell(RowId(line), self.values[line], key) if self.takes(line) else ()
        return offers[0].cell if offers else ""

    def offers(self, line: str) -> tuple[Offer, ...]:
        """Return what is proposed for a program that waits for its dimension."""
        return self.proposed.of(RowId(line), self.values[line]) if self.takes(line) else ()

    def place_of(self, key: str) -> int:
        """Return which column has this key, -1 where the sheet does not ask for it."""
        return next((place for place, item in enumerate(self.columns) if item.key == key), -1)

    def parsed(self, column: int, text: str) -> str:
        """Return the raw value of what was typed. Raises CellFault where it does not fit."""
        return parse(self.columns[column], text)

    def answered(self, line: str, column: int, raw: str) -> "PlanReview":
        """Return the same with one answer changed."""
        row = {**self.values[line], self.columns[column].key: raw}
        return replace(self, values={**self.values, line: row})


def review_of(grid: Grid, found: Mapping[RowId, Suggestion]) -> PlanReview:
    """Return the sheet of an agency as it stands beside the tree, with proposals for what is empty."""
    asked = (item for key in _KEYS for item in grid.columns if item.key == key and item.is_editable)
    column = column_for(grid)
    return PlanReview(
        grid.worksheet.id,
        grid.sheet.party,
        tuple(asked),
        {row.row: row.values for row in grid.rows if not row.support},
        proposals(column, found) if column else Proposals(),
    )
