"""How much homework is open: one statement, for Beranda."""

from typing import Final

from smartcity_desktop.storage.driver import Database, translated

_OPEN: Final = (
    "SELECT count(*), coalesce(sum(coalesce(h.due, '') <> '' AND h.due < :today), 0) FROM homework h "
    "LEFT JOIN opd o ON o.id = h.opd AND o.alive = 1 "
    "WHERE h.alive = 1 AND coalesce(h.state, '') <> 'selesai' "
    "AND (o.id IS NOT NULL OR coalesce(h.opd, '') = '')"
)


def count_open(db: Database, today: str) -> tuple[int, int]:
    """Return how many lines of homework are open, and how many of these are late on an ISO day."""
    with translated():
        found = db.conn.execute(_OPEN, {"today": today}).fetchone()
    return int(found[0]), int(found[1])
