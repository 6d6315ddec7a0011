"""Numbered ``.sql`` steps of the shelf bring a file to this program's shape.

They go forward only, each in one transaction; the number of the last one stands in ``user_version``. Typed
tables are no step: they are a cache made from the catalogue, dropped and filled again whenever its shape
differs.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from smartcity_desktop import paths
from smartcity_desktop.storage.driver import Connection, complete_statement, transaction

APPLICATION_ID: Final = 0x42494D54
"""``BIMT`` in the header of every workshop file."""


class Step(NamedTuple):
    """One migration: its number and its statements."""

    number: int
    name: str
    sql: str


def steps(folder: Path | None = None) -> list[Step]:
    """Return the migrations of the shelf in order."""
    found = sorted((folder or paths.shelf("migrations")).glob("[0-9]*.sql"))
    return [Step(int(path.stem.split("_")[0]), path.stem, path.read_text("utf-8")) for path in found]


def newest(folder: Path | None = None) -> int:
    """Return the number of the last step this program knows."""
    return max((step.number for step in steps(folder)), default=0)


def version(conn: Connection) -> int:
    """Return the number of the last step a file has gone through."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def migrate(conn: Connection, before: Callable[[], None], folder: Path | None = None) -> int:
    """Run the missing steps, each with its record in one transaction; ``before`` makes the safety copy.

    Returns the number of steps taken. ``before`` is called once, and only where a file has steps behind it.
    """
    done = version(conn)
    missing = [step for step in steps(folder) if step.number > done]
    if missing and done:
        before()
    for step in missing:
        with transaction(conn):
            for statement in statements(step.sql):
                conn.execute(statement)
            conn.execute(" ".join(("PRAGMA user_version =", str(step.number))))
    return len(missing)


def statements(sql: str) -> Iterator[str]:
    """Split a script into statements; triggers keep their inner semicolons."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
