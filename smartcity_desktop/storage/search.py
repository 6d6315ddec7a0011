"""Full-text search over notes, worksheets and plans; any text a person types is safe."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Connection, Database, translated

OPEN: Final = "\x02"
CLOSE: Final = "\x03"
"""Stand before and after a found word in a snippet; the window paints what is between them."""

_FIND: Final = (
    "SELECT d.ent, d.row, snippet(doc_fts, 0, :open, :close, '…', 16) FROM doc_fts "
    "JOIN doc d ON d.id = doc_fts.rowid WHERE doc_fts MATCH :words "
    "AND d.ent NOT IN (SELECT value FROM json_each(:besides)) ORDER BY doc_fts.rank, d.row LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found, with the place in its text; found words stand between OPEN and CLOSE."""

    ent: str
    row: RowId
    snippet: str


def find(db: Database, text: str, limit: int = 50, besides: Sequence[str] = ()) -> list[Hit]:
    """Return the visible rows that hold all words of ``text``, the best first; the last word may be begun.

    Rows of the entities ``besides`` are left out.
    """
    words = quoted_words(text)
    if not words:
        return []
    conn: Connection = db.conn
    values = {"open": OPEN, "close": CLOSE, "words": words, "limit": limit, "besides": json.dumps([*besides])}
    with translated():
        return [Hit(ent, RowId(row), snippet) for ent, row, snippet in conn.execute(_FIND, values).fetchall()]


def quoted_words(text: str) -> str:
    """Return ``text`` as an FTS5 query in which nothing is an operator; empty where it has no words."""
    words = [word.replace("\x00", "") for word in text.split() if any(letter.isalnum() for letter in word)]
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " ".join(quoted) + "*" if quoted else ""
