"""Tells whether a file is one that is only read wherever it lies, by what stands in its table ``meta``."""

from typing import Final

from smartcity_desktop.domain.seal import KEPT, WITHHELD, Seal
from smartcity_desktop.storage.driver import Connection

_SEALS: Final = "SELECT key, val FROM meta WHERE key IN (?, ?) ORDER BY key DESC LIMIT 1"


def seal_of(conn: Connection) -> Seal:
    """Return what a file bears; where it is both, that something is withheld counts more."""
    found = conn.execute(_SEALS, (KEPT, WITHHELD)).fetchone()
    return Seal(str(found[0]), str(found[1])) if found else Seal()


def is_withheld(conn: Connection) -> bool:
    """Tell whether a file is a copy without personal data, which is never joined with another one."""
    return seal_of(conn).key == WITHHELD
