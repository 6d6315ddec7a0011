"""The one SQLite of this process: sqlcipher3 under sqlite-utils. No other module names either.

sqlite-utils looks for ``pysqlite3`` first. Both of its names are pointed at sqlcipher3 before sqlite-utils is
imported; otherwise the two would know different exception classes and four of its features break silently.
Its plugins stay out: nothing that happens to be installed beside this program may hook into a workshop file.
It is loaded when it is first used: what stands between a start and the first page does without it.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3
from sqlcipher3 import dbapi2

from smartcity_desktop.errors import DiskFault, UserFault

__all__ = [
    "Connection",
    "Database",
    "DatabaseError",
    "OperationalError",
    "complete_statement",
    "connect",
    "connect_reading",
    "engines",
    "transaction",
    "translated",
]

if TYPE_CHECKING:
    import sqlite_utils

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

OperationalError: Final[type[Exception]] = dbapi2.OperationalError
DatabaseError: Final[type[Exception]] = dbapi2.DatabaseError
complete_statement: Final[Callable[[str], bool]] = dbapi2.complete_statement
Connection = Any
"""A DB-API connection of sqlcipher3 (which carries no types of its own)."""

SQLITE_VERSION: Final[tuple[int, ...]] = tuple(dbapi2.sqlite_version_info)
OLDEST_SOUND: Final = (3, 51, 3)
"""Earlier versions carry the WAL-reset fault (3.7.0 to 3.51.2)."""

BUSY: Final = 5
_LOCKED: Final = 6
READONLY: Final = 8
_IOERR: Final = 10
CORRUPT: Final = 11
_FULL: Final = 13
_CANTOPEN: Final = 14
NOT_A_DATABASE: Final = 26
_WAIT_SECONDS: Final = 0.2
_BY_WORDS: Final = {
    "database is locked": BUSY,
    "attempt to write a readonly database": READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": NOT_A_DATABASE,
}

if SQLITE_VERSION < OLDEST_SOUND:
    raise ImportError("SQLite", SQLITE_VERSION, OLDEST_SOUND)


class Database:
    """An open database: its connection, and sqlite-utils over the same connection."""

    def __init__(self, conn: Connection) -> None:
        """Take a connection; the triggers of the search index also hear of replaced rows."""
        self.conn = conn
        conn.execute("PRAGMA recursive_triggers = ON")

    @cached_property
    def utils(self) -> "sqlite_utils.Database":
        """Table work by sqlite-utils; inside ``transaction`` it takes part in that one (by savepoints)."""
        made: sqlite_utils.Database = _sqlite_utils().Database(self.conn, execute_plugins=False)
        return made

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


def connect(path: Path | str) -> Database:
    """Open a database for reading and writing in autocommit; transactions are begun by hand."""
    return Database(dbapi2.connect(str(path), timeout=_WAIT_SECONDS, isolation_level=None))


def connect_reading(path: Path, *, immutable: bool = False) -> Database:
    """Open a database for reading only; ``immutable`` where the medium itself cannot be written."""
    address = path.resolve().as_uri() + "?mode=ro" + ("&immutable=1" if immutable else "")
    return Database(dbapi2.connect(address, uri=True, timeout=0, isolation_level=None))


def engines() -> tuple[str, str]:
    """Return the versions of SQLite and of SQLCipher as they run here."""
    conn = dbapi2.connect(":memory:")
    try:
        found = conn.execute("PRAGMA cipher_version").fetchone()
    finally:
        conn.close()
    return str(dbapi2.sqlite_version), str(found[0]) if found else ""


def code_of(fault: Exception) -> int:
    """Return SQLite's primary result code of an exception, 0 where it has none.

    What a backup raises carries no code, only SQLite's own words for it.
    """
    code = int(getattr(fault, "sqlite_errorcode", 0) or 0) & 0xFF
    return code or (_BY_WORDS.get(str(fault), 0) if isinstance(fault, DatabaseError) else 0)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite says about disk, lock and file into the faults a person is told; the rest passes."""
    try:
        yield
    except DatabaseError as fault:
        code = code_of(fault)
        if code == _FULL:
            raise DiskFault("disk-full") from fault
        if getattr(fault, "sqlite_errorcode", 0) == READONLY:
            # Without any of the further reasons: the file was opened for reading alone.
            raise UserFault("file-takes-nothing") from fault
        if code in {_IOERR, READONLY, _CANTOPEN}:
            raise DiskFault("disk-fault") from fault
        if code in {BUSY, _LOCKED}:
            raise UserFault("file-in-use") from fault
        if code in {CORRUPT, NOT_A_DATABASE}:
            raise UserFault("file-damaged") from fault
        raise
    except OSError as fault:
        raise disk_fault(fault) from fault


def disk_fault(fault: OSError) -> DiskFault:
    """Return the fault of a file operation outside SQLite."""
    return DiskFault("disk-full" if fault.errno in {28, 122} else "disk-fault")


@contextlib.contextmanager
def transaction(conn: Connection) -> Iterator[None]:
    """Run a block in one BEGIN IMMEDIATE … COMMIT; any exception rolls the whole of it back."""
    with translated():
        conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            conn.execute("COMMIT")
        except BaseException:
            if conn.in_transaction:
                with contextlib.suppress(DatabaseError):
                    conn.execute("ROLLBACK")
            raise


@cache
def _sqlite_utils() -> ModuleType:
    has_other = "sqlite3" in sys.modules
    sys.modules.setdefault("sqlite3", sqlcipher3)
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        if not has_other:
            # An annotation in it names sqlite3. No second SQLite is loaded for that; who wants it gets it.
            sys.modules.pop("sqlite3", None)
