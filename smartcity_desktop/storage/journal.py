"""The only writer of workshop data: every change is an op, committed with all that is derived from it."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.codec import storable
from smartcity_desktop.domain.edit import Edit, Erase
from smartcity_desktop.domain.ids import Clock, RowId
from smartcity_desktop.domain.op import ERASED, GONE, Difference, Op, Position, Standing
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.storage import merge, oplog, rebuild, tables, undo
from smartcity_desktop.storage.attachment import Attachment, take_in
from smartcity_desktop.storage.draft import Author, Draft, apply
from smartcity_desktop.storage.driver import Connection, Database, transaction, translated
from smartcity_desktop.storage.merge import MergeReport
from smartcity_desktop.storage.oplog import Entry
from smartcity_desktop.storage.seal import is_withheld

SQUASH: Final = timedelta(minutes=5)
DO: Final = "do"
MAKE: Final = "make"
NOTE: Final = "note"
UNDO: Final = "undo"
REDO: Final = "redo"
_ACTS: Final = "SELECT * FROM act ORDER BY tick, writer, act"
_WRITERS: Final = "SELECT id, laptop, person, opened, closed, app FROM writer ORDER BY opened, id"
_DOUBLE: Final = (
    "SELECT DISTINCT row FROM (SELECT row FROM head WHERE field NOT IN ('_gone', '_erased') "
    "GROUP BY row, field HAVING count(*) > 1) ORDER BY row"
)
_MARK: Final = (
    "SELECT (SELECT count(*) FROM op) || '.' || (SELECT count(*) FROM act) || '.' || "
    "(SELECT coalesce(max(tick), 0) FROM act)"
)
_DELETED: Final = "SELECT DISTINCT row FROM head WHERE field = '_gone' ORDER BY row"


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

    def write(
        self, edits: Sequence[Edit], *, who: str, label: str, typing: bool = False, kind: str = DO
    ) -> Changes:
        """Write edits as one act in one transaction; what is on the disk afterwards is what was asked.

        ``typing`` marks a value that is still being typed: within five minutes, and until somebody else could
        have seen it, the next value of that field by the same person takes its place instead of a new op.
        ``kind`` is ``DO``, ``MAKE`` for what makes the workshop itself (undo never reaches it nor what came
        before), or ``NOTE`` for what only tells of something done outside the file: undo and redo step over
        it.
        Nothing is written where nothing differs. Raises DiskFault where the machine cannot write.
        """
        kind = "erase" if any(isinstance(edit, Erase) for edit in edits) else kind
        with translated():
            draft = self._draft(who, typing=typing)
            draft.take(edits)
            return self._commit(draft, oplog.Act(*self._stamp(draft), storable(label), kind), typing=typing)

    def undo(self, who: str) -> Changes:
        """Turn the last act of this person on this laptop back; ``left_out`` says what could not be.

        Raises UserFault ``nothing-to-undo``.
        """
        return self._turn_back(undo.last_act(self._guarded(), who, self._laptop), who, UNDO)

    def redo(self, who: str) -> Changes:
        """Turn the last undo back. Raises UserFault ``nothing-to-redo``."""
        return self._turn_back(undo.last_undo(self._guarded(), who, self._laptop), who, REDO)

    def undo_label(self, who: str) -> str | None:
        """Return the name of the act that an undo would turn back."""
        act = undo.last_act(self._guarded(), who, self._laptop)
        return act.label if act else None

    def redo_label(self, who: str) -> str | None:
        """Return the name of the act that a redo would bring back."""
        act = undo.last_undo(self._guarded(), who, self._laptop)
        return act.label if act else None

    def mark(self) -> str:
        """Return a word that is another one after every change, by whatever clock."""
        with translated():
            return str(self._guarded().execute(_MARK).fetchone()[0])

    def seal(self) -> Position:
        """End all squashing, as somebody may see the ops from now on; return where the journal stands."""
        self._typed.clear()
        with translated():
            return merge.position(self._guarded())

    def since(self, position: Position) -> list[Op]:
        """Return the ops that somebody at ``position`` has not seen; the journal is sealed by it.

        Raises UserFault ``withheld-not-joined`` for a copy without personal data.
        """
        self._joinable()
        self.seal()
        with translated():
            return merge.since(self._guarded(), position)

    def acts(self) -> list[oplog.Act]:
        """Return all acts in their order; they travel with the ops."""
        with translated():
            return [oplog.Act._make(row) for row in self._guarded().execute(_ACTS).fetchall()]

    def writers(self) -> list[oplog.Writer]:
        """Return all openings this file knows of; they travel with the ops."""
        with translated():
            return [oplog.Writer._make(row) for row in self._guarded().execute(_WRITERS).fetchall()]

    def merge(
        self,
        ops: Sequence[Op],
        writers: Sequence[oplog.Writer] = (),
        acts: Sequence[oplog.Act] = (),
        files: Iterable[Attachment] = (),
    ) -> MergeReport:
        """Take in the ops of others with the files they name: all or nothing, in any order, with repeats.

        ``files`` are those of ``attachment.others``. Raises UserFault ``package-damaged`` where an op or a
        file is not whole, and ``withheld-not-joined`` for a copy without personal data.
        """
        conn = self._joinable()
        self._typed.clear()
        with transaction(conn):
            report = merge.merge(conn, ops, (self._writer, self._seq))
            merge.learn(conn, writers, acts)
            take_in(conn, files)
        self._tick = max((self._tick, *(op.tick for op in ops)))
        if any(op.field == ERASED for op in ops):
            self._empty_wal()
        if report.changes:
            self.last_saved = self._clock()
        return report

    def differences(self) -> list[Difference]:
        """Return the fields of visible rows that hold two values, the shown one first."""
        return [item for row in self._standings(_DOUBLE) if row.verdict()[0] for item in row.differences()]

    def disputes(self) -> list[tuple[str, RowId]]:
        """Return the rows that one person deleted while another changed them; they are still visible."""
        return [(row.ent, row.row()) for row in self._standings(_DELETED) if row.verdict()[1]]

    def history(self, row: RowId, field: str) -> list[Entry]:
        """Return every value a field ever had, the oldest first."""
        conn = self._guarded()
        with translated():
            return oplog.history(conn, row, field)

    def check(self) -> list[str]:
        """Return what is wrong with ops, heads and derived tables, in words; nothing where all is sound."""
        conn = self._guarded()
        with translated():
            return rebuild.check(conn)

    def rebuild(self) -> None:
        """Empty everything that is derived from the ops and fill it anew."""
        conn = self._guarded()
        with transaction(conn):
            rebuild.fill(conn)

    def _joinable(self) -> Connection:
        """Return the connection; a copy in which something is withheld takes no part in any joining.

        Its ops bear the numbers of the real ones, so that the emptied values would count as those known.
        """
        conn = self._guarded()
        with translated():
            if is_withheld(conn):
                raise UserFault("withheld-not-joined")
        return conn

    def _turn_back(self, act: oplog.Act | None, who: str, kind: str) -> Changes:
        if act is None:
            raise UserFault("nothing-to-undo" if kind == UNDO else "nothing-to-redo")
        self._typed.clear()
        with translated():
            draft = self._draft(who)
            left_out = undo.turn_back(self._conn, draft, act)
            now = oplog.Act(*self._stamp(draft), act.label, kind, 0, act.writer, act.act)
            return replace(self._commit(draft, now), label=act.label, left_out=left_out)

    def _standings(self, statement: str) -> list[Standing]:
        conn = self._guarded()
        with translated():
            rows = [RowId(row) for (row,) in conn.execute(statement).fetchall()]
            return [oplog.stands(conn, row, "") for row in rows]

    def _draft(self, who: str, *, typing: bool = False) -> Draft:
        conn = self._guarded()
        now = self._clock()
        author = Author(
            self._writer, who, now.isoformat(timespec="milliseconds"), self._act + 1, self._seq, self._tick
        )

        def may_squash(op: Op) -> bool:
            begun = self._typed.get(op.seq) if op.writer == self._writer else None
            return typing and begun is not None and op.who == who and timedelta(0) <= now - begun < SQUASH

        return Draft(conn, author, self._workshop, may_squash)

    def _stamp(self, draft: Draft) -> tuple[int, int, int, str, str]:
        author = draft.author
        return (author.writer, author.act, author.tick, author.at, author.who)

    def _commit(self, draft: Draft, act: oplog.Act, *, typing: bool = False) -> Changes:
        ops = draft.finish()
        if not draft.touched:
            if act.of_writer is not None:
                with transaction(self._conn):
                    oplog.mark_undone(self._conn, act)
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
        if any(op.field == GONE for op in ops):
            self._typed.clear()
        if act.kind == "erase":
            self._empty_wal()
        if typing:
            self._typed.update((op.seq, self.last_saved) for op in ops)
        return Changes(frozenset(op.ent for op in changed), frozenset(op.row for op in changed), act.label)

    def _store(self, draft: Draft, act: oplog.Act) -> None:
        conn = self._conn
        if draft.ops:
            oplog.insert_act(conn, act)
        oplog.mark_undone(conn, act)
        for old in {op.act for op in draft.rewritten.values()}:
            oplog.touch_act(conn, self._writer, old, act)
        oplog.insert(conn, draft.ops)
        oplog.rewrite(conn, draft.rewritten.values())
        oplog.move_heads(conn, draft.left, draft.ops)
        apply(conn, draft)
        for ent, row in draft.erased():
            oplog.empty_personal(conn, row, ent)
            tables.replace_row(conn, row, oplog.stands(conn, row, ent))

    def _empty_wal(self) -> None:
        """Empty the file beside the file at once: nothing that was erased may stay in it."""
        self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def _conn(self) -> Connection:
        return self._db.conn

    def _guarded(self) -> Connection:
        if threading.get_ident() != self._thread:
            raise RuntimeError("The journal belongs to the thread that opened the file.")
        return self._conn
