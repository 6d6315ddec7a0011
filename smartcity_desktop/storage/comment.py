"""Queries: what mentors wrote about the rows of sheets."""

import json
from collections.abc import Iterable
from typing import Final

from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch

_OPEN: Final = (
    "SELECT sheet, count(*) FROM comment WHERE alive = 1 AND solved IS NOT 1 "
    "AND sheet IN (SELECT value FROM json_each(:sheets)) GROUP BY sheet"
)


def comments(db: Database, sheet: RowId) -> list[Comment]:
    """Return the comments on a sheet in the order they were written, settled ones too."""
    return fetch(db, Comment, "comment", "sheet = :sheet", {"sheet": sheet})


def comment(db: Database, row: RowId) -> Comment | None:
    """Return one comment, None where it is gone."""
    return next(iter(fetch(db, Comment, "comment", "id = :id", {"id": row})), None)


def count_open(db: Database, sheets: Iterable[RowId]) -> dict[RowId, int]:
    """Return how many comments on each of these sheets nobody has settled; the others are left out."""
    with translated():
        found = db.conn.execute(_OPEN, {"sheets": json.dumps(list(sheets))}).fetchall()
    return {RowId(sheet): count for sheet, count in found}
