"""What the tables wrote in the sessions of a day, for the hall: a count of answered rows for everybody."""

from collections import Counter
from collections.abc import Collection

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets


def answered(store: Store, sessions: Collection[RowId]) -> Counter[RowId]:
    """Return how many rows each OPD or dimension has answered on the sheets worked on in these sessions."""
    found: Counter[RowId] = Counter()
    for sheet in sheets(store.db):
        if not set(sheet.sessions) & set(sessions):
            continue
        grid = grid_of(store, sheet.worksheet, sheet.party)
        asked = [item.key for item in grid.columns if item.is_editable]
        found[sheet.party] += sum(any(row.values.get(key) for key in asked) for row in grid.rows)
    return found
