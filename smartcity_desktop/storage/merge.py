"""Taking in the ops of other laptops: all or nothing, in any order, as often as they come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, ERASED, Op, OpId, Position, checksum, standing, unpack
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import oplog, tables
from smartcity_desktop.storage.driver import Connection

_HIGHEST_TICK: Final = 2**53
_WRITER: Final = "INSERT OR IGNORE INTO writer VALUES (?, ?, ?, ?, ?, ?, 0)"
_ACT: Final = "INSERT OR IGNORE INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COUNTS: Final = "SELECT writer, max(seq), count(*) FROM op GROUP BY writer"
_GAPS: Final = (
    "SELECT seq, before FROM (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM op "
    "WHERE writer = ?) WHERE seq > before + 1 ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came in: ops that were new and ops already known, and what now waits for a person.

    ``differences`` and ``disputed`` count fields and rows among those touched; ``missing`` names, per writer,
    the numbers (first, last) that have not arrived yet.
    """

    new: int = 0
    known: int = 0
    changes: Changes = field(default_factory=Changes)
    differences: int = 0
    disputed: int = 0
    missing: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def merge(conn: Connection, ops: Sequence[Op], own: OpId) -> MergeReport:
    """Take ops in; inside a transaction. ``own`` is this opening's writer and its highest number.

    Raises UserFault ``package-damaged`` where an op is not whole or claims to be of this opening.
    """
    if not all(_whole(op, own) for op in ops):
        raise UserFault("package-damaged")
    fresh, longer = sort_out(conn, ops)
    oplog.insert(conn, fresh)
    oplog.rewrite(conn, longer)
    touched = {op.row: op.ent for op in (*fresh, *longer)}
    differences = disputed = 0
    for row, ent in touched.items():
        open_fields, is_disputed = _settle(conn, row, ent)
        differences += open_fields
        disputed += is_disputed
    changes = Changes(frozenset(touched.values()), frozenset(touched), "Gabungkan paket" if touched else "")
    known = len(ops) - len(fresh)
    return MergeReport(len(fresh), known, changes, differences, disputed, gaps(conn))


def sort_out(conn: Connection, ops: Sequence[Op]) -> tuple[list[Op], list[Op]]:
    """Return the ops that are new, and known ones of which the author typed on in a copy made by hand."""
    fresh: dict[OpId, Op] = {}
    longer: dict[OpId, Op] = {}
    for op in ops:
        known = fresh.get(op.key) or longer.get(op.key) or oplog.get(conn, op.key)
        if known is None:
            fresh[op.key] = op
        elif op.tick > known.tick:
            (fresh if op.key in fresh else longer)[op.key] = op
    return list(fresh.values()), list(longer.values())


def learn(conn: Connection, writers: Sequence[oplog.Writer], acts: Sequence[oplog.Act]) -> None:
    """Remember who the other openings are and what their acts were called."""
    conn.executemany(_WRITER, writers)
    conn.executemany(_ACT, acts)


def position(conn: Connection) -> Position:
    """Return, per writer, the number up to which nothing is missing."""
    found = conn.execute(_COUNTS).fetchall()
    return {
        writer: highest if highest == count else _first_gap(conn, writer) for writer, highest, count in found
    }


def gaps(conn: Connection) -> dict[int, list[tuple[int, int]]]:
    """Return, per writer, the numbers (first, last) that have not arrived."""
    return {
        writer: [(before + 1, seq - 1) for seq, before in conn.execute(_GAPS, (writer,)).fetchall()]
        for writer, highest, count in conn.execute(_COUNTS).fetchall()
        if highest != count
    }


def since(conn: Connection, known: Position) -> list[Op]:
    """Return the ops that somebody at ``known`` has not seen, in the order of their ticks."""
    writers = [writer for (writer,) in conn.execute("SELECT DISTINCT writer FROM op").fetchall()]
    found = [op for writer in writers for op in oplog.after(conn, writer, known.get(writer, 0))]
    return sorted(found, key=lambda op: (op.tick, op.writer, op.seq))


def _first_gap(conn: Connection, writer: int) -> int:
    return int(conn.execute(_GAPS, (writer,)).fetchone()[1])


def _whole(op: Op, own: OpId) -> bool:
    if op.sum != checksum(op) or not 0 < op.tick < _HIGHEST_TICK or op.seq < 1:
        return False
    if op.writer == own[0] and op.seq > own[1]:
        return False
    if op.field == BIRTH:
        try:
            return all(isinstance(val, str) for val in unpack(op.val).values())
        except (ValueError, TypeError):
            return False
    return True


def _settle(conn: Connection, row: RowId, ent: str) -> tuple[int, bool]:
    """Work a row out anew from all its ops; return its open differences and whether it is disputed."""
    ops = oplog.of_row(conn, row)
    if any(op.field == ERASED for op in ops):
        oplog.empty_personal(conn, row, ent)
        ops = oplog.of_row(conn, row)
    stands = standing(ops)
    oplog.set_heads(conn, row, stands)
    tables.replace_row(conn, row, stands)
    visible, disputed = stands.verdict()
    return (len(stands.differences()) if visible else 0, disputed)
