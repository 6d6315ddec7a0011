"""Which candidates and programs went into others of their worksheet, and what stands for them now."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.driver import Database, translated

INITIATIVE: Final = "initiative"
CANDIDATE: Final = "candidate"
_JUDGED: Final = (
    "(coalesce(s.decision, '') <> '' OR EXISTS "
    "(SELECT 1 FROM score a WHERE a.alive = 1 AND a.candidate = s.id AND a.value IS NOT NULL))"
)
"""What tells that a candidate ``s`` was scored or decided."""
_SPARE: Final[Mapping[str, str]] = {CANDIDATE: f"NOT {_JUDGED}", INITIATIVE: "1"}
"""Which rows may go into another one: of a program everything that was written about it goes along."""
_MERGED: Final = (
    "SELECT s.id, m.id FROM part p JOIN {ent} m ON m.id = p.row AND m.alive = 1 "
    "JOIN sheet n ON n.id = m.sheet JOIN {ent} s ON s.id = p.part AND s.alive = 1 "
    "JOIN sheet o ON o.id = s.sheet "
    "WHERE p.field = 'origin' AND p.val IS NOT NULL AND n.worksheet = o.worksheet AND {spare}"
)
_ALL_JUDGED: Final = "SELECT s.id FROM candidate s WHERE s.alive = 1 AND s.withdrawn IS NOT 1 AND {judged}"


def merged_away(db: Database, ent: str) -> set[RowId]:
    """Return the candidates or programs that went into another one of their worksheet: that stands for them.

    A candidate that was scored or decided goes on by itself: no answer is put out of sight.
    """
    return set(heirs(db, ent))


def judged(db: Database) -> set[RowId]:
    """Return the candidates that were scored or decided, without those that were withdrawn."""
    with translated():
        return {RowId(row) for (row,) in db.conn.execute(_ALL_JUDGED.format(judged=_JUDGED)).fetchall()}


def heirs(db: Database, ent: str) -> dict[RowId, RowId]:
    """Return by each row that went into another one the row that stands for it now.

    Rows that went into each other, on two laptops, all go on by themselves.
    """
    with translated():
        found = db.conn.execute(_MERGED.format(ent=ent, spare=_SPARE[ent])).fetchall()
    into = {RowId(row): RowId(heir) for row, heir in sorted(found, reverse=True)}

    def last(row: RowId) -> RowId:
        seen = {row}
        while (row := into[row]) in into and row not in seen:
            seen.add(row)
        return row

    return {row: heir for row in into if (heir := last(row)) != row}
