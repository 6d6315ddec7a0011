"""Queries: the smart-city reading of programs."""

from collections.abc import Iterable

from smartcity_desktop.domain.analysis import Analysis
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def analyses(db: Database) -> dict[RowId, Analysis]:
    """Return every analysis by the id of the line it reads."""
    return {item.line: item for item in fetch(db, Analysis, "analysis")}


def many(db: Database, field: str, rows: Iterable[RowId]) -> dict[RowId, dict[str, Value]]:
    """Return the parts of a field with several values (``also``, ``issue_link``, own columns)."""
    return parts(db, "analysis", field, rows)
