"""Everything that is derived from the ops: emptied and filled anew, or filled beside and compared."""

from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import Op, Standing, checksum, standing
from smartcity_desktop.storage import oplog, tables
from smartcity_desktop.storage.driver import CORRUPT, READONLY, Connection, DatabaseError, code_of

_HEAD: Final = ("row", "field", "writer", "seq", "tick")
_PART: Final = ("row", "field", "part", "val", "num")
_DOC: Final = ("row", "ent", "body")
_TWINS: Final = (
    "CREATE TEMP TABLE check_head (row TEXT, field TEXT, writer INTEGER, seq INTEGER, tick INTEGER) STRICT",
    "CREATE TEMP TABLE check_part (row TEXT, field TEXT, part TEXT, val TEXT, num ANY) STRICT",
    "CREATE TEMP TABLE check_doc (row TEXT, ent TEXT, body TEXT) STRICT",
)


def fill(conn: Connection) -> None:
    """Empty heads, typed tables, parts and search text and fill them from the ops; inside a transaction."""
    for name in ("head", "part", "doc", *CATALOG):
        conn.execute(tables.emptying(name))
    rows = [(row, standing(ops)) for row, ops in oplog.by_row(conn)]
    tables.insert_rows(conn, rows)
    oplog.insert_heads(conn, rows)


def check(conn: Connection) -> list[str]:
    """Return what is wrong with ops, heads and tables, in words; nothing where all is sound."""
    faults: list[str] = []
    rows: list[tuple[RowId, Standing]] = []
    for row, ops in oplog.by_row(conn):
        faults += [f"Jurnal: perubahan {op.writer}.{op.seq} tidak utuh." for op in ops if not _sound(op)]
        rows.append((row, standing(ops)))
    return [*faults, *_compare(conn, rows), *_search(conn)]


def unsound(conn: Connection) -> int:
    """Return how many ops are not what was written; this needs no table of any shape."""
    return sum(not _sound(op) for _, ops in oplog.by_row(conn) for op in ops)


def _sound(op: Op) -> bool:
    return op.sum == checksum(op)


def _compare(conn: Connection, rows: list[tuple[RowId, Standing]]) -> list[str]:
    """Fill twins beside the tables and compare; a database that takes no change takes these for a moment."""
    (closed,) = conn.execute("PRAGMA query_only").fetchone()
    conn.execute("PRAGMA query_only = OFF")
    try:
        return _compared(conn, rows)
    finally:
        if closed:
            conn.execute("PRAGMA query_only = ON")


def _compared(conn: Connection, rows: list[tuple[RowId, Standing]]) -> list[str]:
    for statement in (*_TWINS, *tables.shape(tables.TWIN)):
        conn.execute(statement)
    try:
        tables.insert_rows(conn, rows, tables.TWIN)
        oplog.insert_heads(conn, rows, twin=True)
        shapes = {"head": _HEAD, "part": _PART, "doc": _DOC} | {
            name: tables.columns(name) for name in CATALOG
        }
        counts = {
            name: int(conn.execute(tables.unequal(name, names, tables.TWIN)).fetchone()[0])
            for name, names in shapes.items()
        }
    finally:
        for name in ("head", "part", "doc", *CATALOG):
            conn.execute(tables.dropping(tables.TWIN + name))
    return [
        f"Tabel {name}: {count} baris tidak sama dengan jurnal." for name, count in counts.items() if count
    ]


def _search(conn: Connection) -> list[str]:
    try:
        conn.execute("INSERT INTO doc_fts (doc_fts, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as fault:
        if code_of(fault) == CORRUPT:
            return ["Indeks pencarian tidak sama dengan isinya."]
        if code_of(fault) != READONLY:
            raise
    return []
