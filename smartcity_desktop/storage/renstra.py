"""Queries: the lines of a Renstra and their indicators."""

from collections.abc import Iterable, Mapping

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts, whole


def lines(db: Database, document: RowId) -> list[Line]:
    """Return the lines of one document in the order of the file, each with its pagu in rupiah per year."""
    return whole(db, Line, "renstra_line", ("document", [document]), pagu=_rupiah)


def programs(db: Database) -> list[Line]:
    """Return the program lines of all documents, without their pagu: they are many, and only counted."""
    return fetch(db, Line, "renstra_line", "level = :level", {"level": "program"})


def originals(db: Database, field: str, rows: Iterable[RowId]) -> dict[RowId, dict[str, object]]:
    """Return what lines keep beside a value: ``written`` its original, ``sure`` how sure, in percent."""
    return {row: dict(values) for row, values in parts(db, "renstra_line", field, rows).items()}


def owners(db: Database) -> dict[RowId, RowId]:
    """Return which agency every document belongs to."""
    return {item.id: item.opd for item in fetch(db, Document, "document")}


def indicators(db: Database, of: Iterable[RowId]) -> dict[RowId, list[Indicator]]:
    """Return the indicators of the given lines, each with its yearly targets as written."""
    found = whole(db, Indicator, "indicator", ("line", of), target=_written)
    grouped: dict[RowId, list[Indicator]] = {}
    for item in found:
        grouped.setdefault(item.line, []).append(item)
    return grouped


def _written(yearly: Mapping[str, Value]) -> dict[str, str]:
    return {year: str(value) for year, value in yearly.items()}


def _rupiah(yearly: Mapping[str, Value]) -> dict[str, int]:
    return {year: value for year, value in yearly.items() if isinstance(value, int)}
