"""The only writer of workshop data: every change is an op, committed with all that is derived from it."""

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Edit, Erase
from smartcity_desktop.domain.ids import Clock, RowId
from smartcity_desktop.domain.op import Op
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.storage import oplog, rebuild
from smartcity_desktop.storage.draft import Author, Draft, apply
from smartcity_desktop.storage.driver import Connection, Database, transaction, translated

SQUASH: Final = timedelta(minutes=5)


class Journal:
    """Writes acts, turns them back, and tells what changed since when.

    Belongs to the thread that made it; a call from another one raises RuntimeError.
    """

    def __init__(self, db: Database, *, clock: Clock, workshop: RowId, writer: int, laptop: str) -> None:
        """Take the open database and the writer id drawn for this opening."""
        self._db = db
        self._clock = clock
        self._workshop = workshop
        self._writer = writer
        self._laptop = laptop
        self._thread = threading.get_ident()
        self._typed: dict[int, datetime] = {}
        """Ops made by typing since the last seal, by number, with the moment they were begun."""
        self._seq = 0
        self._act = 0
        with translated():
            self._tick = int(self._conn.execute("SELECT coalesce(max(tick), 0) FROM op").fetchone()[0])
        self.last_saved: datetime | None = None

    @property
    def writer(self) -> int:
        """The writer id of this opening."""
        return self._writer

    def write(self, edits: Sequence[Edit], *, who: str, label: str, typing: bool = False) -> Changes:
        """Write edits as one act in one transaction; what is on the disk afterwards is what was asked.

        ``typing`` marks a value that is still being typed: within five minutes, and until somebody else could
        have seen it, the next value of that field by the same person takes its place instead of a new op.
        Nothing is written where nothing differs. Raises DiskFault where the machine cannot write.
        """
        kind = "erase" if any(isinstance(edit, Erase) for edit in edits) else "do"
        with translated():
            draft = self._draft(who, typing=typing)
            draft.take(edits)
            return self._commit(draft, oplog.Act(*self._stamp(draft), label, kind), typing=typing)

    def check(self) -> list[str]:
        """Return what is wrong with ops, heads and derived tables, in words; nothing where all is sound."""
        self._guard()
        with translated():
            return rebuild.check(self._conn)

    def rebuild(self) -> None:
        """Empty everything that is derived from the ops and fill it anew."""
        self._guard()
        with transaction(self._conn):
            rebuild.fill(self._conn)

    def _draft(self, who: str, *, typing: bool = False) -> Draft:
        self._guard()
        now = self._clock()
        author = Author(
            self._writer, who, now.isoformat(timespec="milliseconds"), self._act + 1, self._seq, self._tick
        )

        def may_squash(op: Op) -> bool:
            begun = self._typed.get(op.seq) if op.writer == self._writer else None
            return typing and begun is not None and op.who == who and timedelta(0) <= now - begun < SQUASH

        return Draft(self._conn, author, self._workshop, may_squash)

    def _stamp(self, draft: Draft) -> tuple[int, int, int, str, str]:
        author = draft.author
        return (author.writer, author.act, author.tick, author.at, author.who)

    def _commit(self, draft: Draft, act: oplog.Act, *, typing: bool = False) -> Changes:
        ops = draft.finish()
        if not draft.touched:
            return Changes()
        changed = [*ops, *draft.rewritten.values()]
        tick = max(op.tick for op in changed)
        with transaction(self._conn):
            self._store(draft, act._replace(tick=tick))
            if not oplog.verify(self._conn, self._writer, self._seq, draft.rewritten):
                raise DiskFault("disk-fault")
        self._seq += len(ops)
        self._act += bool(ops)
        self._tick = tick
        self.last_saved = datetime.fromisoformat(act.at)
        if typing:
            self._typed.update((op.seq, self.last_saved) for op in ops)
        return Changes(frozenset(op.ent for op in changed), frozenset(op.row for op in changed), act.label)

    def _store(self, draft: Draft, act: oplog.Act) -> None:
        conn = self._conn
        if draft.ops:
            oplog.insert_act(conn, act)
        for old in {op.act for op in draft.rewritten.values()}:
            oplog.touch_act(conn, self._writer, old, act)
        oplog.insert(conn, draft.ops)
        oplog.rewrite(conn, draft.rewritten.values())
        oplog.move_heads(conn, draft.left, draft.ops)
        for ent, row in draft.erased():
            oplog.empty_personal(conn, row, ent)
            draft.standings[row] = oplog.stands(conn, row, ent)
        apply(conn, draft)

    @property
    def _conn(self) -> Connection:
        return self._db.conn

    def _guard(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("The journal belongs to the thread that opened the file.")
