"""Queries: agencies at the table."""

from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def opds(db: Database) -> list[Opd]:
    """Return all agencies in order, each with its codes of government affairs (bidang urusan)."""
    found = fetch(db, Opd, "opd")
    codes = parts(db, "opd", "bidang", [item.id for item in found])
    return [replace(item, bidang=tuple(sorted(codes.get(item.id, {})))) for item in found]


def opd(db: Database, row: RowId) -> Opd | None:
    """Return one agency, None where it is gone."""
    return next((item for item in opds(db) if item.id == row), None)
