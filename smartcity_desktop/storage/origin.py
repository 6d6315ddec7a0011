"""Which rows came from which: read from ``origin``, with what the sources said when they were carried on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from smartcity_desktop.domain.carry import fields_read
from smartcity_desktop.domain.catalog import CATALOG, ENTITIES
from smartcity_desktop.domain.codec import split
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import ORIGIN, Whole
from smartcity_desktop.domain.op import BIRTH, unpack
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.driver import Database, translated

_SHEET: Final = "sheet"
_LINKS: Final = "SELECT row, part FROM part WHERE field = 'origin' AND val IS NOT NULL ORDER BY row, part"
_ALL_PARTS: Final = (
    "SELECT row, field, part, val FROM part WHERE row IN (SELECT value FROM json_each(:rows)) "
    "ORDER BY row, field, part"
)
_KINDS: Final = "SELECT DISTINCT row, ent FROM op WHERE row IN (SELECT value FROM json_each(:rows))"
_TAKEN: Final = (
    "SELECT row, field, val, tick FROM op WHERE row IN (SELECT value FROM json_each(:rows)) "
    "AND (field = '*' OR field LIKE 'origin@%') ORDER BY tick, writer, seq"
)
_SAID: Final = (
    "SELECT row, field, val, tick FROM op WHERE row IN (SELECT value FROM json_each(:rows)) "
    "ORDER BY tick, writer, seq"
)
_BESIDE: Final = (
    "SELECT DISTINCT s.id FROM part p JOIN {ent} m ON m.id = p.row AND m.alive = 1 "
    "JOIN sheet n ON n.id = m.sheet JOIN {ent} s ON s.id = p.part AND s.alive = 1 "
    "JOIN sheet o ON o.id = s.sheet WHERE p.field = 'origin' AND p.val IS NOT NULL "
    "AND n.worksheet = :worksheet AND o.worksheet = :worksheet "
    "AND (coalesce(o.dimension, '') <> '' OR coalesce(n.dimension, '') = '')"
)
CARRIED: Final = tuple(item.name for item in ENTITIES if ORIGIN in item.by_name)
"""Entities whose rows may name what they came from."""


class Link(NamedTuple):
    """A row that stands, what it is, its sheet, and one of those it came from."""

    row: RowId
    ent: str
    sheet: RowId
    source: RowId


class Difference(NamedTuple):
    """A field of a source: what it said when it was carried on, and what it says now."""

    field: str
    before: str
    after: str


def links(db: Database) -> list[Link]:
    """Return every tie between a row that stands and one that it came from."""
    with translated():
        found = db.conn.execute(_LINKS).fetchall()
    targets = json.dumps(sorted({row for row, _ in found}))
    stands: dict[str, tuple[str, str]] = {}
    for ent in CARRIED if found else ():
        # What is adopted stands on no sheet.
        names = ("id", _SHEET) if _SHEET in CATALOG[ent].by_name else ("id",)
        statement = tables.select(ent, names, tables.among("id"))
        with translated():
            cells = db.conn.execute(statement, {"rows": targets}).fetchall()
        stands |= {row: (ent, next(iter(sheet), None) or NO_ROW) for row, *sheet in cells}
    return [
        Link(RowId(row), stands[row][0], RowId(stands[row][1]), RowId(source))
        for row, source in found
        if row in stands
    ]


def merged_beside(db: Database, ent: str, worksheet: RowId) -> set[RowId]:
    """Return the rows of a worksheet that were merged into another row and would be counted beside it.

    What others than dimensions wrote counts on their own sheets: the sheet of a dimension is apart from them.
    """
    if ent not in CARRIED or _SHEET not in CATALOG[ent].by_name:
        return set()
    with translated():
        found = db.conn.execute(_BESIDE.format(ent=tables.quoted(ent)), {"worksheet": worksheet})
        return {RowId(row) for (row,) in found}


def kinds(db: Database, rows: Iterable[RowId]) -> dict[RowId, str]:
    """Return what kind of row each of these is, also those that are deleted now."""
    with translated():
        found = db.conn.execute(_KINDS, {"rows": json.dumps(list(rows))}).fetchall()
    return {RowId(row): ent for row, ent in found if ent in CATALOG}


def wholes(db: Database, ent: str, rows: Sequence[RowId]) -> dict[RowId, Whole]:
    """Return the standing rows among ``rows`` with all they say."""
    single = values(db, ent, rows)
    with translated():
        cells = db.conn.execute(_ALL_PARTS, {"rows": json.dumps(list(single))}).fetchall()
    many: dict[str, dict[str, dict[str, str]]] = {}
    for row, field, part, val in cells:
        many.setdefault(row, {}).setdefault(field, {})[part] = val
    return {
        row: Whole(row, ent, RowId(str(found.get("sheet") or NO_ROW)), found, many.get(row, {}))
        for row, found in single.items()
    }


def differences(
    db: Database, pairs: Iterable[tuple[RowId, RowId]]
) -> dict[tuple[RowId, RowId], tuple[Difference, ...]]:
    """Return by (row, source) what the source says differently since the row was made of it.

    Pairs in which nothing differs are left out. What a source that was deleted said is not compared.
    """
    wanted = set(pairs)
    if not wanted:
        return {}
    with translated():
        taken = db.conn.execute(_TAKEN, {"rows": json.dumps(sorted({row for row, _ in wanted}))}).fetchall()
        said = db.conn.execute(_SAID, {"rows": json.dumps(sorted({row for _, row in wanted}))}).fetchall()
    since = _since(taken)
    history = _history(said)
    kind_of = kinds(db, {row for pair in wanted for row in pair})
    found: dict[tuple[RowId, RowId], tuple[Difference, ...]] = {}
    for row, source in wanted:
        told = fields_read(kind_of.get(source, ""), kind_of.get(row, ""))
        differing = _differing(history.get(source, {}), since.get((row, source), 0), told)
        if differing:
            found[row, source] = differing
    return found


def present_tick(db: Database) -> int:
    """Return the tick of what was written last."""
    with translated():
        return int(db.conn.execute("SELECT coalesce(max(tick), 0) FROM op").fetchone()[0])


def _since(taken: Sequence[tuple[str, str, str | None, int]]) -> dict[tuple[RowId, RowId], int]:
    """Return up to which tick each row knows each source: from when it took it, or by what was noted since.

    The value of ``origin`` is 1, or the tick up to which somebody took note of the changes.
    """
    first: dict[tuple[RowId, RowId], int] = {}
    noted: dict[tuple[RowId, RowId], int] = {}
    for row, field, val, tick in taken:
        for name, value in (unpack(val) if field == BIRTH else {field: val or ""}).items():
            head, part = split(name)
            if head == ORIGIN and part and value:
                first.setdefault((RowId(row), RowId(part)), tick)
                noted[RowId(row), RowId(part)] = int(value) if value.isdigit() else 0
    return {pair: max(tick, noted[pair]) for pair, tick in first.items()}


def _history(
    said: Sequence[tuple[str, str, str | None, int]],
) -> dict[RowId, dict[str, list[tuple[int, str]]]]:
    """Return by row and field everything that was said, each with its tick, the oldest first."""
    found: dict[RowId, dict[str, list[tuple[int, str]]]] = {}
    for row, field, val, tick in said:
        told: Mapping[str, str | None] = unpack(val) if field == BIRTH else {field: val}
        for name, value in told.items():
            found.setdefault(RowId(row), {}).setdefault(name, []).append((tick, value or ""))
    return found


def _differing(
    history: Mapping[str, Sequence[tuple[int, str]]], tick: int, told: frozenset[str]
) -> tuple[Difference, ...]:
    found: list[Difference] = []
    for name, versions in history.items():
        head = split(name)[0]
        if head not in told and not head.startswith(tables.OWN):
            continue
        before = next((value for at, value in reversed(versions) if at <= tick), "")
        after = versions[-1][1]
        if before != after:
            found.append(Difference(name, before, after))
    return tuple(found)
