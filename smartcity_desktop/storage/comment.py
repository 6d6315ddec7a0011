"""Queries: what mentors wrote about the rows of sheets."""

from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def comments(db: Database, sheet: RowId) -> list[Comment]:
    """Return the comments on a sheet in the order they were written, settled ones too."""
    return fetch(db, Comment, "comment", "sheet = :sheet", {"sheet": sheet})


def comment(db: Database, row: RowId) -> Comment | None:
    """Return one comment, None where it is gone."""
    return next(iter(fetch(db, Comment, "comment", "id = :id", {"id": row})), None)
