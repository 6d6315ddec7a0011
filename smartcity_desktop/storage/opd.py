"""Queries: agencies at the table."""

from collections.abc import Sequence
from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def opds(db: Database) -> list[Opd]:
    """Return all agencies in order, each with its codes of government affairs (bidang urusan)."""
    return _with_codes(db, fetch(db, Opd, "opd"))


def opd(db: Database, row: RowId) -> Opd | None:
    """Return one agency, None where it is gone; the others are not read."""
    return next(iter(_with_codes(db, fetch(db, Opd, "opd", "id = :id", {"id": row}))), None)


def _with_codes(db: Database, found: Sequence[Opd]) -> list[Opd]:
    codes = parts(db, "opd", "bidang", [item.id for item in found])
    return [replace(item, bidang=tuple(sorted(codes.get(item.id, {})))) for item in found]
