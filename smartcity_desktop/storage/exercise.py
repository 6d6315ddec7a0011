"""Queries: what a definition holds beside its columns, and the stages in which it is used again."""

from smartcity_desktop.domain.exercise import Assessor, Criterion, SheetItem, WorksheetPart
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, parts

_OF: str = "worksheet = :worksheet"


def worksheet_parts(db: Database, worksheet: RowId) -> list[WorksheetPart]:
    """Return the parts of a worksheet in order, retired ones too."""
    return fetch(db, WorksheetPart, "worksheet_part", _OF, {"worksheet": worksheet})


def sheet_items(db: Database, worksheet: RowId) -> list[SheetItem]:
    """Return the fixed rows of a worksheet in order, retired ones too."""
    return fetch(db, SheetItem, "sheet_item", _OF, {"worksheet": worksheet})


def criteria(db: Database, worksheet: RowId) -> list[Criterion]:
    """Return the criteria of a worksheet in order, retired ones too."""
    return fetch(db, Criterion, "criterion", _OF, {"worksheet": worksheet})


def assessors(db: Database, worksheet: RowId) -> list[Assessor]:
    """Return those who score on a worksheet in order, retired ones too."""
    return fetch(db, Assessor, "assessor", _OF, {"worksheet": worksheet})


def also_stages(db: Database, worksheet: RowId) -> tuple[int, ...]:
    """Return the further stages in which a worksheet is taken up again."""
    found = parts(db, "worksheet", "also_stage", [worksheet]).get(worksheet, {})
    return tuple(sorted(int(part) for part in found if part.isdigit()))
