"""Where the programs of all plans lie, what money they have, and how complete the plans are."""

from collections.abc import Sequence
from pathlib import Path

from smartcity_desktop.domain.completeness import Standing
from smartcity_desktop.domain.coverage import Coverage
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.storage import coverage as query
from smartcity_desktop.storage.store import Store


def write_tables(tables: Sequence[TableSheet], workshop: str, target: Path) -> Path:
    """Write tables as a spreadsheet and return where it stands; works on values, not on the file.

    Raises DiskFault ``print-not-saved``.
    """
    from smartcity_desktop.exchange import analysis_xlsx

    analysis_xlsx.write(tables, workshop, target)
    return target


class CoverageService:
    """Reads what the tabs of the plans show, print and save."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def coverage(self) -> Coverage:
        """Return every program of the plans in use; what is counted of it is chosen without reading again."""
        return query.coverage(self._store.db)

    def completeness(self) -> tuple[Standing, ...]:
        """Return how complete the plan of every agency is, in the order of the list; findings not counted."""
        from smartcity_desktop.storage.completeness import completeness

        return completeness(self._store, self.coverage())

    def tables(self) -> tuple[TableSheet, ...]:
        """Return all of it as plain tables, every program with everything in the last."""
        from smartcity_desktop.domain.coverage_sheets import coverage_sheets
        from smartcity_desktop.storage.completeness import completeness

        known = self.coverage()
        return coverage_sheets(known, completeness(self._store, known, checked=True))
