"""To which dimension a row belongs: the one rule for sheets, programs, papers and books."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import Whole
from smartcity_desktop.domain.worksheet import Sheet
from smartcity_desktop.storage.dimension import subdimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds


class Whose(Protocol):
    """A sheet, as far as it tells whose it is."""

    @property
    def dimension(self) -> RowId:
        """The dimension that fills it, if one does."""

    @property
    def opd(self) -> RowId:
        """The agency that fills it, if one does."""


@dataclass(frozen=True, slots=True)
class Homes:
    """To which dimension rows belong: by their sub-dimension, what they say, whose sheet they are on."""

    of_sub: Mapping[str, RowId]
    of_opd: Mapping[RowId, RowId]

    def home(self, whole: Whole | None, sheet: Sheet) -> RowId:
        """Return the dimension of a row, empty where nothing tells."""
        said = whole.single if whole else {}
        return self.of(str(said.get("subdimension") or ""), str(said.get("dimension") or ""), sheet)

    def of(self, sub: str, dimension: str, sheet: Whose) -> RowId:
        """Return the dimension of a row that names these, empty where nothing tells."""
        named = self.of_sub.get(sub) or RowId(dimension)
        return named or sheet.dimension or self.of_opd.get(sheet.opd, NO_ROW)


def homes_of(db: Database) -> Homes:
    """Return what tells the dimension of rows."""
    return Homes(
        {item.id: item.dimension for item in subdimensions(db)},
        {item.id: item.dimension for item in opds(db) if item.dimension},
    )
