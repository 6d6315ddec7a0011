"""A whole copy of an open file by SQLite's backup API, opened and checked before it counts."""

from pathlib import Path
from typing import Final

from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.storage import migrate, rebuild, tables
from smartcity_desktop.storage.driver import (
    Connection,
    DatabaseError,
    connect,
    connect_reading,
    translated,
)

_COUNT: Final = "SELECT count(*) FROM op"


def verified_copy(conn: Connection, target: Path, marks: tuple[tuple[str, str], ...] = ()) -> None:
    """Copy an open database to ``target``, which appears whole and sound or not at all.

    ``marks`` are written into the copy's table ``meta``. The copy is a plain file in ``journal_mode=DELETE``,
    so that it opens from a medium that cannot be written, and no opening stands open in it. Raises
    RuntimeError inside a transaction, where the backup API would never return, and DiskFault where the copy
    is not sound.
    """
    if conn.in_transaction:
        raise RuntimeError("A copy cannot be made inside a transaction.")
    with translated():
        replace_file(target, lambda path: _copy(conn, path, marks))


def copy_file(source: Path, target: Path) -> None:
    """Copy a closed database file to ``target`` in the same way."""
    with translated():
        db = connect_reading(source)
        try:
            verified_copy(db.conn, target)
        finally:
            db.close()


def is_sound(path: Path) -> bool:
    """Tell whether a closed file is whole and its tables are what its journal says; it is not touched.

    The tables of a file of an older or newer program are not compared: they have another shape.
    """
    try:
        db = connect_reading(path, immutable=True)
    except DatabaseError:
        return False
    try:
        told = db.conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told != "ok":
            return False
        fits = migrate.version(db.conn) == migrate.newest() and tables.fitting(db.conn)
        return not rebuild.check(db.conn) if fits else not rebuild.unsound(db.conn)
    except DatabaseError:
        return False
    finally:
        db.close()


def _copy(conn: Connection, path: Path, marks: tuple[tuple[str, str], ...]) -> None:
    _fill(conn, path, marks)
    again = connect_reading(path)
    try:
        sound = again.conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        if not sound or again.conn.execute(_COUNT).fetchone() != conn.execute(_COUNT).fetchone():
            raise DiskFault("disk-fault")
    finally:
        again.close()


def _fill(conn: Connection, path: Path, marks: tuple[tuple[str, str], ...]) -> None:
    copy = connect(path)
    try:
        conn.backup(copy.conn)
        copy.conn.execute("PRAGMA journal_mode = DELETE").fetchall()
        copy.conn.execute("UPDATE writer SET closed = opened WHERE here = 1 AND closed IS NULL")
        copy.conn.executemany("INSERT OR REPLACE INTO meta (key, val) VALUES (?, ?)", marks)
    finally:
        copy.close()
