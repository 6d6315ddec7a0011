"""Which candidates and programs went into others of their worksheet, and what stands for them now."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database, translated

INITIATIVE: Final = "initiative"
CANDIDATE: Final = "candidate"
_SPARE: Final[Mapping[str, str]] = {
    CANDIDATE: "coalesce(s.decision, '') = '' AND NOT EXISTS "
    "(SELECT 1 FROM score a WHERE a.alive = 1 AND a.candidate = s.id AND a.value IS NOT NULL)",
    INITIATIVE: "NOT EXISTS (SELECT 1 FROM milestone a WHERE a.alive = 1 AND a.initiative = s.id "
    "AND coalesce(a.text, '') <> '') AND NOT EXISTS (SELECT 1 FROM monitor a WHERE a.alive = 1 AND "
    "a.subject = s.id AND coalesce(a.planned, a.state, a.progress, a.achieved, a.spent, a.evidence, a.note) "
    "IS NOT NULL)",
}
"""What tells that nobody has scored, decided, planned or reported anything about a row itself."""
_MERGED: Final = (
    "SELECT s.id, m.id FROM part p JOIN {ent} m ON m.id = p.row AND m.alive = 1 "
    "JOIN sheet n ON n.id = m.sheet JOIN {ent} s ON s.id = p.part AND s.alive = 1 "
    "JOIN sheet o ON o.id = s.sheet "
    "WHERE p.field = 'origin' AND p.val IS NOT NULL AND n.worksheet = o.worksheet AND {spare}"
)


def merged_away(db: Database, ent: str) -> set[RowId]:
    """Return the candidates or programs that went into another one of their worksheet: that stands for them.

    One about which something was said already, as a score, goes on by itself: no answer is put out of sight.
    """
    return set(heirs(db, ent))


def heirs(db: Database, ent: str) -> dict[RowId, RowId]:
    """Return by each row that went into another one the row that stands for it now."""
    with translated():
        found = db.conn.execute(_MERGED.format(ent=ent, spare=_SPARE[ent])).fetchall()
    into = {RowId(row): RowId(heir) for row, heir in sorted(found, reverse=True)}

    def last(row: RowId) -> RowId:
        seen = {row}
        while (row := into[row]) in into and row not in seen:
            seen.add(row)
        return row

    return {row: last(row) for row in into}
