"""What the cells of worksheets are proposed, and that a person wants a proposal no more."""

from collections.abc import Iterable

from smartcity_desktop.domain.cell_offer import CellOffer, CellOffers
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import cell_offer as query
from smartcity_desktop.storage import suggest as suggest_query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.verdict import said


class CellOfferService:
    """Proposes values for empty cells; they are written as any answer, by a person."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store
        self._standing: suggest_query.Grounds | None = None

    def offers(self, grid: Grid) -> CellOffers:
        """Return what is proposed for the rows of a sheet as it was read, by column.

        Rows that do not say what they are about have none, and cells of which nothing is known.
        """
        self._standing = suggest_query.grounds(self._store, self._standing)
        return query.offers(self._store, grid, self._standing)

    def refuse(self, row: RowId, offers: Iterable[CellOffer]) -> Changes:
        """Remember that these do not fit a row: they are not proposed for it again."""
        edits = [said(self._store, (row, *item.about), suggest_query.REFUSED) for item in offers]
        return self._store.write(edits, "tolak usulan isian") if edits else Changes()
