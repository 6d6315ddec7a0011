"""How much of what follows the masterplan presses: one statement, for Beranda."""

from datetime import date, timedelta
from typing import Final

from smartcity_desktop.storage.driver import Database, translated

_SOON: Final = timedelta(days=30)
_PRESSING: Final = (
    "SELECT coalesce(sum(due < :today), 0), coalesce(sum(due BETWEEN :today AND :soon), 0) FROM duty "
    "WHERE alive = 1 AND coalesce(retired, 0) = 0 AND coalesce(state, '') <> 'selesai' "
    "AND coalesce(due, '') <> ''"
)


def count_pressing(db: Database, today: date) -> tuple[int, int]:
    """Return how many duties are late, and how many come due within 30 days."""
    asked = {"today": today.isoformat(), "soon": (today + _SOON).isoformat()}
    with translated():
        found = db.conn.execute(_PRESSING, asked).fetchone()
    return int(found[0]), int(found[1])
