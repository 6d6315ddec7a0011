"""Queries: what mentors wrote about the rows of sheets."""

from collections import Counter

from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch


def comments(db: Database, sheet: RowId) -> list[Comment]:
    """Return the comments on a sheet in the order they were written, settled ones too."""
    return fetch(db, Comment, "comment", "sheet = :sheet", {"sheet": sheet})


def comments_on(db: Database, subject: RowId) -> list[Comment]:
    """Return the comments on a row that stands on no sheet in the order they were written."""
    where = "subject = :subject AND sheet IS NULL"
    return fetch(db, Comment, "comment", where, {"subject": subject})


def count_open(db: Database) -> dict[RowId, int]:
    """Return by row how many comments on rows that stand on no sheet wait to be settled."""
    found = fetch(db, Comment, "comment", "sheet IS NULL AND subject IS NOT NULL")
    return Counter(item.subject for item in found if item.text and not item.solved)


def comment(db: Database, row: RowId) -> Comment | None:
    """Return one comment, None where it is gone."""
    return next(iter(fetch(db, Comment, "comment", "id = :id", {"id": row})), None)
