"""The op tables with fixed SQL: reading what stands of a row, writing ops, heads and acts."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, GONE, Op, OpId, Standing, checksum, erased, rank, unpack
from smartcity_desktop.storage.driver import Connection

_OP: Final = (
    "INSERT INTO op (writer, seq, tick, at, who, act, ent, row, field, val, sum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_BASE: Final = "INSERT OR IGNORE INTO base (bw, bs, writer, seq) VALUES (?, ?, ?, ?)"
_HEAD: Final = "INSERT OR IGNORE INTO head (row, field, writer, seq, tick) VALUES (?, ?, ?, ?, ?)"
_TWIN_HEAD: Final = "INSERT INTO check_head (row, field, writer, seq, tick) VALUES (?, ?, ?, ?, ?)"
_LEAVE: Final = "DELETE FROM head WHERE row = ? AND field = ? AND writer = ? AND seq = ?"
_REWRITE: Final = "UPDATE op SET tick = ?, at = ?, val = ?, sum = ? WHERE writer = ? AND seq = ?"
_RETICK: Final = "UPDATE head SET tick = ? WHERE row = ? AND field = ? AND writer = ? AND seq = ?"
_COLUMNS: Final = (
    "SELECT o.writer, o.seq, o.tick, o.at, o.who, o.act, o.ent, o.row, o.field, o.val, o.sum FROM "
)
_HEADS: Final = _COLUMNS + "head h JOIN op o ON o.writer = h.writer AND o.seq = h.seq WHERE h.row = ?"
_BY_ID: Final = _COLUMNS + "op o WHERE o.writer = ? AND o.seq = ?"
_OF_ROW: Final = _COLUMNS + "op o WHERE o.row = ?"
_OF_ACT: Final = _COLUMNS + "op o WHERE o.writer = ? AND o.act = ? ORDER BY o.seq"
_FROM: Final = _COLUMNS + "op o WHERE o.writer = ? AND o.seq > ? ORDER BY o.seq"
_ALL: Final = _COLUMNS + "op o ORDER BY o.row"
_COVERED: Final = (
    "SELECT o.field FROM base b JOIN op o ON o.writer = b.writer AND o.seq = b.seq "
    "WHERE b.bw = ? AND b.bs = ?"
)
_BASES: Final = "SELECT bw, bs FROM base WHERE writer = ? AND seq = ?"
_BASES_FROM: Final = "SELECT writer, seq, bw, bs FROM base WHERE writer = ? AND seq > ?"
_LABEL: Final = "SELECT label FROM act WHERE writer = ? AND act = ?"
_ALL_BASES: Final = "SELECT writer, seq, bw, bs FROM base"


class Act(NamedTuple):
    """One user command; ``kind`` is do, make, note, erase, undo or redo.

    The latter two name the act they turn back; what acts of kind make and note wrote is not offered for that.
    """

    writer: int
    act: int
    tick: int
    at: str
    who: str
    label: str
    kind: str
    undone: int = 0
    of_writer: int | None = None
    of_act: int | None = None


class Writer(NamedTuple):
    """One opening of a file: by whom, on which laptop, with which version of the program."""

    id: int
    laptop: str
    person: str
    opened: str
    closed: str | None
    app: str


class Entry(NamedTuple):
    """One value a field once had: what, by whom, when (ISO moment), in which act."""

    val: str | None
    who: str
    at: str
    label: str


def stands(conn: Connection, row: RowId, ent: str) -> Standing:
    """Return what stands of a row from its heads alone; only deletions carry their bases."""
    found = Standing(ent)
    for cells in conn.execute(_HEADS, (row,)).fetchall():
        op = _op(cells)
        if op.field == GONE:
            op = op._replace(bases=bases(conn, op.key))
        found.ent = op.ent
        found.enter(op)
    for key in found.born:
        found.covered.update((key, name) for (name,) in conn.execute(_COVERED, key))
    return found


def bases(conn: Connection, key: OpId) -> tuple[OpId, ...]:
    """Return the ops that an op names."""
    return tuple(sorted((bw, bs) for bw, bs in conn.execute(_BASES, key)))


def get(conn: Connection, key: OpId) -> Op | None:
    """Return one op with its bases."""
    cells = conn.execute(_BY_ID, key).fetchone()
    return _op(cells)._replace(bases=bases(conn, key)) if cells else None


def of_row(conn: Connection, row: RowId) -> list[Op]:
    """Return every op of a row with its bases."""
    found = (_op(cells) for cells in conn.execute(_OF_ROW, (row,)).fetchall())
    return [op._replace(bases=bases(conn, op.key)) for op in found]


def of_act(conn: Connection, writer: int, act: int) -> list[Op]:
    """Return every op of an act with its bases, in the order they were made."""
    found = (_op(cells) for cells in conn.execute(_OF_ACT, (writer, act)).fetchall())
    return [op._replace(bases=bases(conn, op.key)) for op in found]


def after(conn: Connection, writer: int, seq: int) -> list[Op]:
    """Return the ops of a writer above a number, with their bases."""
    named = _grouped(conn.execute(_BASES_FROM, (writer, seq)))
    found = (_op(cells) for cells in conn.execute(_FROM, (writer, seq)).fetchall())
    return [op._replace(bases=tuple(sorted(named.get(op.key, ())))) for op in found]


def by_row(conn: Connection) -> Iterator[tuple[RowId, list[Op]]]:
    """Walk through all rows, each with all its ops and their bases."""
    named = _grouped(conn.execute(_ALL_BASES))
    ops = (_op(cells) for cells in conn.execute(_ALL).fetchall())
    for row, found in groupby(ops, key=lambda op: op.row):
        yield row, [op._replace(bases=tuple(sorted(named.get(op.key, ())))) for op in found]


def insert(conn: Connection, ops: Sequence[Op]) -> None:
    """Write ops and their bases; their heads are a matter of the caller."""
    conn.executemany(_OP, [_cells(op) for op in ops])
    conn.executemany(_BASE, [(*key, op.writer, op.seq) for op in ops for key in op.bases])


def rewrite(conn: Connection, ops: Iterable[Op]) -> None:
    """Overwrite the value of ops that are still being typed, or whose personal values are emptied."""
    for op in ops:
        conn.execute(_REWRITE, (op.tick, op.at, op.val, op.sum, *op.key))
        conn.execute(_RETICK, (op.tick, op.row, op.field, *op.key))


def move_heads(conn: Connection, left: Iterable[tuple[str, str, int, int]], ops: Iterable[Op]) -> None:
    """Let heads leave and ops enter."""
    conn.executemany(_LEAVE, left)
    conn.executemany(_HEAD, [(op.row, op.field, op.writer, op.seq, op.tick) for op in ops])


def set_heads(conn: Connection, row: RowId, found: Standing) -> None:
    """Write the explicit heads of a row anew."""
    conn.execute("DELETE FROM head WHERE row = ?", (row,))
    conn.executemany(_HEAD, head_rows(row, found))


def head_rows(row: RowId, found: Standing) -> list[tuple[str, str, int, int, int]]:
    """Return the rows of the table ``head`` that belong to a row."""
    return [(row, name, *op.key, op.tick) for name, ops in found.heads.items() for op in ops.values()]


def insert_heads(conn: Connection, rows: Iterable[tuple[RowId, Standing]], *, twin: bool = False) -> None:
    """Write the explicit heads of many rows, or of their twins that are compared with them."""
    cells = [cell for row, found in rows for cell in head_rows(row, found)]
    conn.executemany(_TWIN_HEAD if twin else _HEAD, cells)


def verify(conn: Connection, writer: int, seq: int, rewritten: Iterable[OpId]) -> bool:
    """Read back what was just written, from one number on, and compare it with its sums."""
    again = (get(conn, key) for key in rewritten)
    found = [*after(conn, writer, seq), *(op for op in again if op)]
    return all(op.sum == checksum(op) for op in found)


def empty_personal(conn: Connection, row: RowId, ent: str) -> None:
    """Empty the personal values of a row wherever an erasure says so."""
    rewrite(conn, erased(of_row(conn, row), personal(ent)))


@cache
def personal(ent: str) -> frozenset[str]:
    """Return the names of the personal fields of an entity."""
    entity = CATALOG.get(ent)
    return frozenset(item.name for item in entity.fields if item.personal) if entity else frozenset()


def insert_act(conn: Connection, act: Act) -> None:
    """Write an act, or write it anew after more was typed into it."""
    conn.execute("INSERT OR REPLACE INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", act)


def touch_act(conn: Connection, writer: int, number: int, now: Act) -> None:
    """Move an act to the present after more was typed into it."""
    conn.execute(
        "UPDATE act SET tick = ?, at = ? WHERE writer = ? AND act = ?", (now.tick, now.at, writer, number)
    )


def mark_undone(conn: Connection, now: Act) -> None:
    """Mark the act that an undo or redo turns back."""
    if now.of_writer is not None:
        conn.execute("UPDATE act SET undone = 1 WHERE writer = ? AND act = ?", (now.of_writer, now.of_act))


def history(conn: Connection, row: RowId, field: str) -> list[Entry]:
    """Return every value a field of a row ever had, the oldest first."""
    found: list[Entry] = []
    for op in sorted(of_row(conn, row), key=rank):
        born = unpack(op.val) if op.field == BIRTH else {}
        if op.field == field or field in born:
            label = conn.execute(_LABEL, (op.writer, op.act)).fetchone()
            val = born.get(field) if op.field == BIRTH else op.val
            found.append(Entry(val, op.who, op.at, label[0] if label else ""))
    return found


def _grouped(found: Iterable[tuple[int, int, int, int]]) -> dict[OpId, list[OpId]]:
    named: dict[OpId, list[OpId]] = {}
    for writer, seq, bw, bs in found:
        named.setdefault((writer, seq), []).append((bw, bs))
    return named


def _cells(op: Op) -> tuple[object, ...]:
    return (*op[:10], op.sum)


def _op(cells: Sequence[object]) -> Op:
    return Op._make((*cells[:10], (), cells[10]))
