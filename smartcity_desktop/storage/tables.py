"""The typed tables: a cache of the heads, one table per entity, made from the catalogue.

This is the only place where SQL is put together from names. Every name comes from the catalogue and is
quoted; values always travel as parameters.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG, ENTITIES
from smartcity_desktop.domain.codec import decoded, kind_of, split
from smartcity_desktop.domain.entity import POS, Entity, Field, Kind
from smartcity_desktop.domain.op import BIRTH, GONE, Standing
from smartcity_desktop.storage.driver import Connection

Cell = str | int | float | None

FOLD: Final = 1
"""Raised whenever the same ops give other typed rows, so that every file is rebuilt at its next opening."""
OWN: Final = "x:"
_WHOLE: Final = frozenset({"int", "money", "bool"})
_INT64: Final = 2**63
_PLAIN: Final = re.compile(r"-?\d+(?:,\d+|\.\d{1,2}|\.\d{4,})?$", re.ASCII)
_GROUPED: Final = re.compile(r"-?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$", re.ASCII)
_SEPARATOR: Final = "\n"


def quoted(name: str) -> str:
    """Return an identifier for SQL."""
    return '"' + name.replace('"', '""') + '"'


def single(entity: Entity) -> list[Field]:
    """Return the fields that have a column of their own."""
    return [item for item in entity.fields if not item.many]


@cache
def columns(ent: str) -> tuple[str, ...]:
    """Return the columns of an entity's table, in order."""
    return ("id", POS, "alive", "disputed", *(item.name for item in single(CATALOG[ent])))


@cache
def shape(prefix: str = "") -> tuple[str, ...]:
    """Return the statements that make all typed tables; ``prefix`` makes temporary ones to compare with."""
    made: list[str] = []
    for entity in ENTITIES:
        table = quoted(prefix + entity.name)
        head = "CREATE TEMP TABLE" if prefix else "CREATE TABLE"
        lines = ["id TEXT PRIMARY KEY", f"{POS} TEXT", "alive INTEGER NOT NULL", "disputed INTEGER NOT NULL"]
        lines += [f"{quoted(item.name)} {_type(item)}" for item in single(entity)]
        made.append(f"{head} {table} (\n  " + ",\n  ".join(lines) + "\n) STRICT")
        if not prefix:
            made += [
                f"CREATE INDEX {quoted(entity.name + '_' + item.name)} ON {table} ({quoted(item.name)})"
                for item in single(entity)
                if item.kind == "ref"
            ]
    return tuple(made)


@cache
def fingerprint() -> str:
    """Return what a file's typed tables must match; otherwise they are dropped, made anew and filled."""
    searched = [f"{entity.name}.{item.name}" for entity in ENTITIES for item in entity.fields if item.search]
    return hashlib.sha256("\n".join([str(FOLD), *shape(), *searched]).encode()).hexdigest()[:16]


@cache
def insert(ent: str, prefix: str = "") -> str:
    """Return the statement that writes a whole typed row."""
    names = columns(ent)
    listed = ", ".join(map(quoted, names))
    marks = ", ".join("?" * len(names))
    return " ".join(("INSERT OR REPLACE INTO", quoted(prefix + ent), "(", listed, ") VALUES (", marks, ")"))


@cache
def update(ent: str, names: tuple[str, ...]) -> str:
    """Return the statement that writes some columns of a typed row; the id is the last parameter."""
    cells = ", ".join(quoted(name) + " = ?" for name in names)
    return " ".join(("UPDATE", quoted(ent), "SET", cells, "WHERE id = ?"))


@cache
def select(ent: str, names: tuple[str, ...], where: str = "", order: str = "") -> str:
    """Return the statement that reads some columns of the visible rows; ``where`` and ``order`` are SQL."""
    words = ["SELECT", ", ".join(map(quoted, names)), "FROM", quoted(ent), "WHERE alive = 1"]
    words += ["AND (", where, ")"] if where else []
    words += ["ORDER BY", order] if order else []
    return " ".join(words)


@cache
def among(column: str, name: str = "rows") -> str:
    """Return the condition that a column is one of a JSON list, the parameter ``name``."""
    return " ".join((quoted(column), "IN (SELECT value FROM", f"json_each(:{name}))"))


@cache
def texts(ent: str, cells: tuple[tuple[str, ...], ...], where: str, order: str = "") -> str:
    """Return the statement that reads cells of the visible rows as text, then the id of the row.

    Each cell is the first of some columns that says anything, empty where none does.
    """
    plain = {item.name for item in CATALOG[ent].fields if item.kind not in _WHOLE}

    def as_text(name: str) -> str:
        return quoted(name) if name in plain else f"CAST({quoted(name)} AS TEXT)"

    named = [f"coalesce({', '.join(map(as_text, cell))}, '')" for cell in cells]
    words = ["SELECT", ", ".join((*named, "id")), "FROM", quoted(ent), "WHERE alive = 1 AND (", where, ")"]
    return " ".join([*words, *(["ORDER BY", order] if order else [])])


def counting(ent: str) -> str:
    """Return the statement that counts the visible rows of an entity."""
    return " ".join(("SELECT count(*) FROM", quoted(ent), "WHERE alive = 1"))


@cache
def owned(ent: str, owner: str, *, dead: bool) -> str:
    """Return the statement that finds the rows owned by the rows of a JSON list."""
    words = ["SELECT id FROM", quoted(ent), "WHERE", quoted(owner), "IN (SELECT value FROM json_each(?))"]
    return " ".join(words if dead else [*words, "AND alive = 1"])


@cache
def saying(ent: str, names: tuple[str, ...], fields: tuple[str, ...], where: str = "") -> str:
    """Return the statement that reads some columns of the visible rows of which any field says something.

    ``fields`` have columns of their own; those with several values, and the workshop's own, are the parameter
    ``parts``, a JSON list.
    """
    table = quoted(ent)
    said = [f"{quoted(item)} IS NOT NULL" for item in fields]
    own = "EXISTS (SELECT 1 FROM part p JOIN json_each(:parts) f ON p.field = f.value WHERE p.row = "
    said.append(f"{own}{table}.id)")
    return select(ent, names, " AND ".join(item for item in (where, f"({' OR '.join(said)})") if item))


@cache
def holding(ent: str, names: tuple[str, ...]) -> str:
    """Return the statement that reads id and some columns of the visible rows, one of them like ``:like``."""
    return select(ent, ("id", *names), " OR ".join(f"{quoted(name)} LIKE :like" for name in names), "pos, id")


def emptying(ent: str) -> str:
    """Return the statement that empties a typed table."""
    return " ".join(("DELETE FROM", quoted(ent)))


def dropping(ent: str) -> str:
    """Return the statement that drops a typed table."""
    return " ".join(("DROP TABLE IF EXISTS", quoted(ent)))


def unequal(table: str, names: Iterable[str], prefix: str) -> str:
    """Return the statement that counts the rows in which a table and its temporary twin differ."""
    listed = ", ".join(map(quoted, names))
    mine = " ".join(("SELECT", listed, "FROM main." + quoted(table)))
    twin = " ".join(("SELECT", listed, "FROM temp." + quoted(prefix + table)))
    both = (mine, "EXCEPT", twin), (twin, "EXCEPT", mine)
    return " ".join(
        ("SELECT (SELECT count(*) FROM (", *both[0], ")) + (SELECT count(*) FROM (", *both[1], "))")
    )


def cell(ent: str, name: str, val: str | None) -> Cell:
    """Return the value of a column; a newer program's number that does not fit stays in the journal only."""
    return None if val is None else _cell(kind_of(ent, name), val)


def _cell(kind: Kind, val: str) -> Cell:
    if kind not in _WHOLE:
        return val
    value = decoded(kind, val)
    return int(value) if isinstance(value, int) and -_INT64 <= value < _INT64 else None


def number(val: str) -> int | float | None:
    """Return the number that a text plainly is; ``1.234`` alone is not plain, it may mean either."""
    if _GROUPED.match(val):
        val = val.replace(".", "")
    elif not _PLAIN.match(val):
        return None
    if "," in val or "." in val:
        return float(val.replace(",", "."))
    value = int(val)
    return value if -_INT64 <= value < _INT64 else float(val)


def typed_row(row: str, stands: Standing) -> list[Cell]:
    """Return a whole typed row in the order of ``columns``."""
    alive, disputed = stands.verdict()
    cells: list[Cell] = [row, stands.value(POS), int(alive), int(disputed)]
    for item in single(CATALOG[stands.ent]):
        val = stands.value(item.name)
        cells.append(None if val is None else _cell(item.kind, val))
    return cells


def is_part(ent: str, name: str) -> bool:
    """Tell whether a journal field name lives in the table ``part``."""
    if name.startswith(OWN):
        return True
    head, part = split(name)
    entity = CATALOG.get(ent) if part else None
    known = entity.by_name.get(head) if entity else None
    return bool(known and known.many)


def part_row(row: str, name: str, val: str) -> tuple[str, str, str, str, int | float | None]:
    """Return a row of the table ``part``."""
    head, part = split(name)
    return (row, head, part, val, number(val))


def part_rows(row: str, stands: Standing) -> list[tuple[str, str, str, str, int | float | None]]:
    """Return all rows of the table ``part`` that belong to one row."""
    shown = ((name, stands.value(name)) for name in stands.fields() if is_part(stands.ent, name))
    return [part_row(row, name, val) for name, val in shown if val is not None]


def is_searched(ent: str, name: str) -> bool:
    """Tell whether a field stands in the search index."""
    fields = CATALOG[ent].by_name
    known = fields.get(name) or fields.get(split(name)[0])
    return known.search if known else name.startswith(OWN)


def body(stands: Standing) -> str:
    """Return the text under which a row is found; nothing for a row that is not visible."""
    if not stands.verdict()[0]:
        return ""
    names = [name for name in stands.fields() if is_searched(stands.ent, name)]
    if len(names) > 1:
        order = {name: place for place, name in enumerate(CATALOG[stands.ent].by_name)}
        names.sort(key=lambda name: (order.get(split(name)[0], len(order)), name))
    return _SEPARATOR.join(text for text in map(stands.value, names) if text)


def make(conn: Connection) -> None:
    """Drop and make all typed tables, also those of entities that the catalogue no longer has."""
    known = conn.execute("SELECT val FROM meta WHERE key = 'tables'").fetchone()
    for name in {*(known[0].split() if known else ()), *CATALOG}:
        conn.execute(dropping(name))
    for statement in shape():
        conn.execute(statement)
    store = "INSERT OR REPLACE INTO meta (key, val) VALUES (?, ?)"
    conn.execute(store, ("tables", " ".join(CATALOG)))
    conn.execute(store, ("shape", fingerprint()))


def fitting(conn: Connection) -> bool:
    """Tell whether the typed tables are those of this catalogue."""
    found = conn.execute("SELECT val FROM meta WHERE key = 'shape'").fetchone()
    return bool(found) and found[0] == fingerprint()


def insert_rows(conn: Connection, rows: Sequence[tuple[str, Standing]], prefix: str = "") -> None:
    """Write whole typed rows, their parts and their search text; an unknown entity has none of these."""
    parts: list[tuple[object, ...]] = []
    docs: list[tuple[str, str, str]] = []
    by_kind: dict[str, list[list[Cell]]] = {}
    for row, stands in rows:
        if stands.ent not in CATALOG:
            continue
        by_kind.setdefault(stands.ent, []).append(typed_row(row, stands))
        parts += part_rows(row, stands)
        text = body(stands)
        if text:
            docs.append((row, stands.ent, text))
    for ent, cells in by_kind.items():
        conn.executemany(insert(ent, prefix), cells)
    conn.executemany(_INTO_PART[prefix], parts)
    conn.executemany(_INTO_DOC[prefix], docs)


def changed(row: str, stands: Standing, names: Iterable[str]) -> tuple[tuple[str, ...], list[Cell]]:
    """Return the columns to write after some fields changed, and their values with the id at the end."""
    ent = stands.ent
    found = [name for name in columns(ent)[1:] if name in names]
    values = [cell(ent, name, stands.value(name)) for name in found]
    if GONE in stands.heads or BIRTH in names:
        alive, disputed = stands.verdict()
        found += ["alive", "disputed"]
        values += [int(alive), int(disputed)]
    return tuple(found), [*values, row]


def change_parts(conn: Connection, row: str, stands: Standing, names: Iterable[str]) -> None:
    """Bring the table ``part`` after a change of some fields."""
    for name in names:
        if not is_part(stands.ent, name):
            continue
        val = stands.value(name)
        if val is None:
            conn.execute("DELETE FROM part WHERE row = ? AND field = ? AND part = ?", (row, *split(name)))
        else:
            conn.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?)", part_row(row, name, val))


def change_body(conn: Connection, row: str, stands: Standing) -> None:
    """Bring the search text of a row after a change."""
    text = body(stands)
    if text:
        conn.execute(
            "INSERT INTO doc (row, ent, body) VALUES (?, ?, ?) "
            "ON CONFLICT (row) DO UPDATE SET body = excluded.body WHERE body <> excluded.body",
            (row, stands.ent, text),
        )
    else:
        conn.execute("DELETE FROM doc WHERE row = ?", (row,))


def replace_row(conn: Connection, row: str, stands: Standing) -> None:
    """Write the typed row, the parts and the search text of one row anew."""
    if stands.ent not in CATALOG:
        return
    conn.execute(insert(stands.ent), typed_row(row, stands))
    conn.execute("DELETE FROM part WHERE row = ?", (row,))
    conn.executemany(_INTO_PART[""], part_rows(row, stands))
    change_body(conn, row, stands)


TWIN: Final = "check_"
_INTO_PART: Final = {
    "": "INSERT INTO part (row, field, part, val, num) VALUES (?, ?, ?, ?, ?)",
    TWIN: "INSERT INTO check_part (row, field, part, val, num) VALUES (?, ?, ?, ?, ?)",
}
_INTO_DOC: Final = {
    "": "INSERT INTO doc (row, ent, body) VALUES (?, ?, ?)",
    TWIN: "INSERT INTO check_doc (row, ent, body) VALUES (?, ?, ?)",
}


def _type(item: Field) -> str:
    return "INTEGER" if item.kind in _WHOLE else "TEXT"
