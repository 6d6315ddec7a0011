"""Queries: the lines of a Renstra and their indicators."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def lines(db: Database, document: RowId) -> list[Line]:
    """Return the lines of one document in the order of the file, each with its pagu in rupiah per year."""
    return _with_pagu(db, fetch(db, Line, "renstra_line", "document = :document", {"document": document}))


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
    found = fetch(
        db,
        Indicator,
        "indicator",
        tables.among("line", "lines"),
        {"lines": json.dumps(list(of))},
    )
    targets = parts(db, "indicator", "target", [item.id for item in found])
    grouped: dict[RowId, list[Indicator]] = {}
    for item in found:
        yearly = {year: str(value) for year, value in sorted(targets.get(item.id, {}).items())}
        grouped.setdefault(item.line, []).append(replace(item, target=yearly))
    return grouped


def _with_pagu(db: Database, found: list[Line]) -> list[Line]:
    pagu = parts(db, "renstra_line", "pagu", [item.id for item in found])
    return [replace(item, pagu=_rupiah(pagu.get(item.id, {}))) for item in found]


def _rupiah(yearly: Mapping[str, object]) -> dict[str, int]:
    return {year: value for year, value in sorted(yearly.items()) if isinstance(value, int)}
