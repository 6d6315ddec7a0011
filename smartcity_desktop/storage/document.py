"""Queries: points of the RPJMD/RPD, and the documents that were read in."""

from dataclasses import replace

from smartcity_desktop.domain.document import Document, PlanPoint
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts


def points(db: Database, kind: str = "") -> list[PlanPoint]:
    """Return vision, missions and strategic issues in order, of one kind or all."""
    if kind:
        return fetch(db, PlanPoint, "plan_point", "kind = :kind", {"kind": kind})
    return fetch(db, PlanPoint, "plan_point")


def documents(db: Database, opd: RowId | None = None) -> list[Document]:
    """Return the documents of one agency, or of all, with their years in order."""
    found = (
        fetch(db, Document, "document")
        if opd is None
        else fetch(db, Document, "document", "opd = :opd", {"opd": opd})
    )
    years = parts(db, "document", "years", [item.id for item in found])
    return [replace(item, years=tuple(sorted(years.get(item.id, {})))) for item in found]


def renstra_of(db: Database, opd: RowId) -> Document | None:
    """Return the Renstra of one agency: the one read last, None where there is none."""
    found = [item for item in documents(db, opd) if item.kind == "renstra"]
    return max(found, key=lambda item: (item.read_at, item.id)) if found else None
