"""One open workshop file: made, opened with checks and refusals, closed so that any medium can read it."""

import contextlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple, Self

from smartcity_desktop import __version__
from smartcity_desktop.domain.ids import Clock, IdSource, RowId
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.storage import migrate, oplog, tables
from smartcity_desktop.storage.copying import verified_copy
from smartcity_desktop.storage.driver import (
    NOT_A_DATABASE,
    Connection,
    Database,
    DatabaseError,
    code_of,
    connect,
    connect_reading,
    transaction,
    translated,
)
from smartcity_desktop.storage.journal import Journal
from smartcity_desktop.storage.rebuild import fill
from smartcity_desktop.storage.seal import seal_of

_MAGIC: Final = b"SQLite format 3\x00"
_APPLICATION: Final = slice(68, 72)
_HEADER: Final = 100


class _Look(NamedTuple):
    """What a look at a file found: whether it has this program's shape, and whether it is sealed."""

    fits: bool
    sealed: bool


@dataclass(frozen=True, slots=True)
class StoppedState:
    """The previous opening was not closed (power, kill): the moment up to which everything is there."""

    at: datetime


class Workspace:
    """A workshop file in use by this process alone, in the thread that opened it.

    ``workshop_id`` is the id of the one row of the entity workshop, known before that row is born.
    ``stopped_at`` is set where the previous opening was not closed. ``read_only`` files take no change.
    ``seal`` says of a copy that is only read what it is.

    While it is open no other code of this process may open the file, not even to read or hash it: on POSIX
    closing any handle of a file lets go of the locks that SQLite holds on it.
    """

    def __init__(self, path: Path, db: Database, *, clock: Clock, read_only: bool) -> None:
        """Take an open database; use ``create`` or ``open``."""
        self._db = db
        self._clock = clock
        self._thread = threading.get_ident()
        self._is_open = True
        self.path = path
        self.read_only = read_only
        self.stopped_at: StoppedState | None = None
        self.workshop_id = RowId(_meta(db.conn, "workshop"))
        self.seal = seal_of(db.conn)
        self.journal: Journal

    @classmethod
    def create(cls, path: Path, *, clock: Clock, ids: IdSource, laptop: str, person: str) -> Self:
        """Make a new file and open it; a file that is already there is never touched.

        Raises UserFault ``file-exists``, DiskFault ``disk-full`` or ``disk-fault``.
        """
        with translated():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.open("xb").close()
            except FileExistsError:
                raise UserFault("file-exists", name=path.name) from None
            try:
                replace_file(path, lambda target: _write_first(target, ids.new()))
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return cls.open(path, clock=clock, ids=ids, laptop=laptop, person=person)

    @classmethod
    def open(
        cls, path: Path, *, clock: Clock, ids: IdSource, laptop: str, person: str, looking: bool = False
    ) -> Self:
        """Open a file, after it was looked at without touching it.

        ``looking`` is for reading only: such an opening leaves no trace, so that the next one still tells
        whether the last work ended without closing.

        An older file is copied beside itself before it is brought up to date. One that is sealed, or lies on
        a medium that cannot be written, is never changed: where it is of an older program a copy of it that
        lasts as long as the opening is brought up to date and read instead.

        Raises UserFault ``file-missing``, ``file-not-ours``, ``file-damaged``, ``file-too-new``,
        ``file-in-use`` or ``file-read-only`` (an unclosed file on a medium that cannot be written),
        DiskFault ``disk-full`` or ``disk-fault``.
        """
        if not path.is_file():
            raise UserFault("file-missing", name=path.name)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        with translated():
            look = _look(path, immutable=not writable)
            if not writable and _has_unwritten(path):
                raise UserFault("file-read-only", name=path.name)
            read_only = look.sealed or not writable
            if not read_only:
                db = connect(path)
            elif look.fits and not _has_unwritten(path):
                db = connect_reading(path, immutable=True)
            else:
                db = _renewed(path, immutable=not writable)
            try:
                if not read_only:
                    _settle(db.conn, path)
                made = cls(path, db, clock=clock, read_only=read_only)
                made._begin(
                    oplog.Writer(ids.writer(), laptop, person, clock().isoformat(), None, __version__),
                    looking=looking,
                )
            except BaseException:
                db.close()
                raise
        return made

    @property
    def db(self) -> Database:
        """The open database; only for the thread that opened the file."""
        if threading.get_ident() != self._thread:
            raise RuntimeError("The file belongs to the thread that opened it.")
        if not self._is_open:
            raise RuntimeError("The file is closed.")
        return self._db

    def close(self) -> None:
        """Write everything into the one file, leave nothing beside it, and let go of it."""
        if not self._is_open:
            return
        conn = self.db.conn
        try:
            if not self.read_only:
                with translated():
                    _close_writer(conn, self.journal.writer, self._clock().isoformat())
                    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                    conn.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            self._is_open = False
            self._db.close()

    def now(self) -> datetime:
        """Return the present moment by the clock of this file."""
        return self._clock()

    def check(self) -> list[str]:
        """Return the faults of the file, its journal and its tables, in words; nothing where all is sound."""
        found = [str(line) for (line,) in self.db.conn.execute("PRAGMA integrity_check").fetchall()]
        return [f"Berkas: {line}" for line in found if line != "ok"] + self.journal.check()

    def __enter__(self) -> Self:
        """Return the open file."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def _begin(self, writer: oplog.Writer, *, looking: bool) -> None:
        conn = self._db.conn
        if not self.read_only:
            self.stopped_at = _stopped(conn)
        if not self.read_only and not looking:
            with transaction(conn):
                conn.execute("UPDATE writer SET closed = opened WHERE here = 1 AND closed IS NULL")
                conn.execute("INSERT INTO writer VALUES (?, ?, ?, ?, ?, ?, 1)", writer)
        self.journal = Journal(
            self._db, clock=self._clock, workshop=self.workshop_id, writer=writer.id, laptop=writer.laptop
        )


def probe(path: Path, *, immutable: bool = False) -> bool:
    """Look at a file without touching it; tell whether it has this program's shape.

    Raises UserFault ``file-not-ours``, ``file-damaged``, ``file-too-new`` or ``file-in-use``.
    """
    return _look(path, immutable=immutable).fits


def _look(path: Path, *, immutable: bool) -> _Look:
    if path.stat().st_size == 0:
        raise UserFault("file-damaged")
    index = path.with_name(path.name + "-shm")
    had_index = index.exists()
    # A half-done transaction of a rollback journal can only be undone by writing.
    undone = path.with_name(path.name + "-journal")
    db = connect(path) if undone.exists() else connect_reading(path, immutable=immutable)
    try:
        with translated():
            return _looked_at(db.conn)
    except UserFault as fault:
        cause = fault.__cause__
        if (
            isinstance(cause, DatabaseError)
            and code_of(cause) == NOT_A_DATABASE
            and not _has_our_header(path)
        ):
            raise UserFault("file-not-ours") from cause
        raise
    finally:
        db.close()
        if not had_index:
            with contextlib.suppress(OSError):
                index.unlink(missing_ok=True)


def _looked_at(conn: Connection) -> _Look:
    if int(conn.execute("PRAGMA application_id").fetchone()[0]) != migrate.APPLICATION_ID:
        raise UserFault("file-not-ours")
    if migrate.version(conn) > migrate.newest():
        raise UserFault("file-too-new")
    if conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok" or not _meta(conn, "workshop"):
        raise UserFault("file-damaged")
    fits = migrate.version(conn) == migrate.newest() and tables.fitting(conn)
    return _Look(fits, bool(seal_of(conn).key))


def _renewed(path: Path, *, immutable: bool) -> Database:
    """Return a copy of a file, up to date and for reading only, that goes when it is closed.

    SQLite itself keeps such a database without a name: nothing of it is left behind, not even by a power cut.
    """
    db = connect("")
    try:
        source = connect_reading(path, immutable=immutable)
        try:
            source.conn.backup(db.conn)
        finally:
            source.close()
        _careful(db.conn)
        _bring_up(db.conn, lambda: None)
        db.conn.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db


def _has_unwritten(path: Path) -> bool:
    """Tell whether a part of the file still stands beside it, which an unwritable medium keeps it from."""
    side = path.with_name(path.name + "-wal")
    return side.exists() and side.stat().st_size > 0


def _has_our_header(path: Path) -> bool:
    # Reading the file by hand is safe here only because SQLite has just refused to open it.
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
    ours = migrate.APPLICATION_ID.to_bytes(4, "big")
    return header.startswith(_MAGIC[:6]) or header[_APPLICATION] == ours


def _write_first(path: Path, workshop: RowId) -> None:
    db = connect(path)
    try:
        conn = db.conn
        conn.execute("PRAGMA secure_delete = ON").fetchall()
        conn.execute(" ".join(("PRAGMA application_id =", str(migrate.APPLICATION_ID))))
        migrate.migrate(conn, lambda: None)
        with transaction(conn):
            tables.make(conn)
            conn.execute("INSERT INTO meta (key, val) VALUES ('workshop', ?)", (workshop,))
    finally:
        db.close()


def _settle(conn: Connection, path: Path) -> None:
    """Take the file for this connection alone, bring it up to date, and set how it is written."""
    conn.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    _careful(conn)
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("BEGIN EXCLUSIVE")
    conn.execute("COMMIT")
    _bring_up(conn, lambda: _safety_copy(conn, path))
    conn.execute("PRAGMA journal_mode = WAL").fetchall()


def _careful(conn: Connection) -> None:
    """Trust nothing that stands in a file of others, and leave no traces of what is deleted."""
    conn.execute("PRAGMA secure_delete = ON").fetchall()
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA temp_store = MEMORY")


def _bring_up(conn: Connection, before: Callable[[], None]) -> None:
    """Give a database of an older shape the present one; ``before`` is called before a step is taken."""
    if migrate.version(conn) < migrate.newest() or not tables.fitting(conn):
        # A step is taken in a rollback journal, so that the header of the file always tells its version.
        conn.execute("PRAGMA journal_mode = DELETE").fetchall()
        migrate.migrate(conn, before)
        with transaction(conn):
            tables.make(conn)
            fill(conn)


def _safety_copy(conn: Connection, path: Path) -> None:
    stem = f"{path.stem} (sebelum diperbarui {migrate.version(conn)})"
    verified_copy(conn, path.with_name(stem + path.suffix))


def _meta(conn: Connection, key: str) -> str:
    found = conn.execute("SELECT val FROM meta WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def _stopped(conn: Connection) -> StoppedState | None:
    found = conn.execute(
        "SELECT w.opened, (SELECT max(o.at) FROM op o WHERE o.writer = w.id) "
        "FROM writer w WHERE w.here = 1 AND w.closed IS NULL ORDER BY w.opened DESC LIMIT 1"
    ).fetchone()
    return StoppedState(datetime.fromisoformat(found[1] or found[0])) if found else None


def _close_writer(conn: Connection, writer: int, at: str) -> None:
    with transaction(conn):
        conn.execute("UPDATE writer SET closed = ? WHERE id = ?", (at, writer))
        # An opening that wrote nothing leaves no trace.
        conn.execute(
            "DELETE FROM writer WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM op WHERE writer = ?1)", (writer,)
        )
