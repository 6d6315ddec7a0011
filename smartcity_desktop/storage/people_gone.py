"""Queries: participants who were removed from the list, and what a removal took along."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.edit import Edit, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import bare_name
from smartcity_desktop.domain.people_record import Removed
from smartcity_desktop.storage.driver import Database, translated

_REMOVED: Final = (
    "SELECT p.id, p.name, p.number, coalesce(o.name, p.institution, ''), max(g.at), "
    "(SELECT count(*) FROM attendance a WHERE a.person = p.id AND a.alive = 1 AND a.state IS NOT NULL) "
    "FROM person p LEFT JOIN opd o ON o.id = p.opd "
    "JOIN head h ON h.row = p.id AND h.field = '_gone' "
    "JOIN op g ON g.writer = h.writer AND g.seq = h.seq AND g.val = '1' "
    "WHERE p.alive = 0 AND p.name IS NOT NULL GROUP BY p.id ORDER BY max(g.at) DESC, p.number, p.id"
)
_SEATS: Final = (
    "SELECT DISTINCT s.id FROM seat s JOIN grouping d ON d.id = s.grouping AND d.alive = 1 "
    'JOIN "group" t ON t.id = s."group" AND t.alive = 1 '
    "JOIN head h ON h.row = s.id AND h.field = '_gone' "
    "JOIN op g ON g.writer = h.writer AND g.seq = h.seq AND g.val = '1' "
    "WHERE s.alive = 0 AND s.person = :row AND EXISTS (SELECT 1 FROM head x "
    "JOIN op y ON y.writer = x.writer AND y.seq = x.seq AND y.val = '1' AND y.writer = g.writer "
    "AND y.act = g.act WHERE x.row = :row AND x.field = '_gone') ORDER BY s.id"
)
_OFFICES: Final = (
    "SELECT DISTINCT g.row, g.field FROM head x "
    "JOIN op y ON y.writer = x.writer AND y.seq = x.seq AND y.val = '1' "
    "JOIN op g ON g.writer = y.writer AND g.act = y.act "
    "JOIN base b ON b.writer = g.writer AND b.seq = g.seq "
    "JOIN op v ON v.writer = b.bw AND v.seq = b.bs "
    'JOIN "group" t ON t.id = g.row AND t.alive = 1 '
    "WHERE x.row = :row AND x.field = '_gone' AND g.ent = 'group' "
    "AND g.field IN ('chair', 'scribe') AND g.val IS NULL "
    "AND CASE g.field WHEN 'chair' THEN t.chair ELSE t.scribe END IS NULL "
    "AND :row = CASE v.field WHEN '*' THEN json_extract(v.val, '$.' || g.field) ELSE v.val END "
    "ORDER BY g.row, g.field"
)
_COUNT: Final = "SELECT count(*) FROM person WHERE alive = 0 AND name IS NOT NULL"
_LIVING: Final = "SELECT name FROM person WHERE alive = 1 AND name IS NOT NULL"


def removed(db: Database, rows: Sequence[RowId] | None = None) -> list[Removed]:
    """Return who was removed and not erased, the latest removal first: all, or those of ``rows``."""
    with translated():
        found = db.conn.execute(_REMOVED).fetchall()
    wanted = None if rows is None else set(rows)
    return [
        Removed(RowId(row), str(name), number, place or "", at, came)
        for row, name, number, place, at, came in found
        if wanted is None or row in wanted
    ]


def count_removed(db: Database) -> int:
    """Return how many were removed and not erased."""
    with translated():
        return int(db.conn.execute(_COUNT).fetchone()[0])


def namesakes_gone(db: Database, name: str) -> list[Removed]:
    """Return who was removed and bears this name, however it is spelt."""
    bare = bare_name(name)
    return [item for item in removed(db) if bare_name(item.name) == bare]


def living_names(db: Database) -> frozenset[str]:
    """Return the names of all who stand in the list, as they are compared."""
    with translated():
        return frozenset(bare_name(str(name)) for (name,) in db.conn.execute(_LIVING).fetchall())


def returning(db: Database, row: RowId) -> list[Edit]:
    """Return what brings a removed participant back: with the marks, the seats and offices that went along.

    A seat whose table is gone, and an office that somebody else has by now, stay away.
    """
    with translated():
        seats = db.conn.execute(_SEATS, {"row": row}).fetchall()
        offices = db.conn.execute(_OFFICES, {"row": row}).fetchall()
    edits: list[Edit] = [Gone("person", row, gone=False)]
    edits += [Gone("seat", RowId(seat), gone=False) for (seat,) in seats]
    return [*edits, *(Set("group", RowId(group), str(field), row) for group, field in offices)]
