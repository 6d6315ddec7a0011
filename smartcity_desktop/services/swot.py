"""SWOT and TOWS: what the factors of every party come to, and the scale they are weighed on."""

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.swot import SCALE_NAMES, SwotSheet
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage import swot as query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of


class SwotService:
    """Reads factors and strategies; changes the scale."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def worksheets(self) -> list[Worksheet]:
        """Return the worksheets of factors in their order."""
        return query.swot_worksheets(self._store.db)

    def sheets(self, worksheet: RowId) -> list[SwotSheet]:
        """Return factors and strategies of every party of a worksheet, then of the dimensions."""
        return query.swot_sheets(self._store.db, worksheet_of(self._store, worksheet))

    def set_scale(self, worksheet: RowId, scale: str) -> Changes:
        """Weigh the factors of a worksheet on another scale; columns of figures come and go with it.

        What was given stays in the file: coming back to a scale brings it back.
        """
        edits = query.scale_edits(self._store.db, worksheet_of(self._store, worksheet), scale)
        if not edits:
            return Changes()
        return self._store.write(edits, f'ubah skala SWOT jadi "{SCALE_NAMES[scale]}"')
