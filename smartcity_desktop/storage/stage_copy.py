"""Copies at the end of a stage, and what the journal tells of the time since: read op by op, in one go."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, ERASED, GONE, Position, unpack
from smartcity_desktop.domain.stage_copy import (
    HIDDEN,
    RowState,
    Since,
    StageCopy,
    Writer,
    grouped,
    name_of,
    position_of,
    refs_of,
)
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.copying import is_sound
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch, one
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

ENTITY: Final = "stage_copy"
FOLDER: Final = "akhir-tahap"
"""The folder of these copies in that of the safety copies: they are never thinned out."""
_TOUCHED: Final = (
    "SELECT DISTINCT o.row FROM op o LEFT JOIN (SELECT CAST(key AS INTEGER) AS writer, value AS seq "
    "FROM json_each(:position)) p ON p.writer = o.writer WHERE o.seq > coalesce(p.seq, 0)"
)
_OPS: Final = (
    "SELECT row, ent, field, val, at, who, writer, seq FROM op "
    "WHERE row IN (SELECT value FROM json_each(:rows)) ORDER BY row, tick, writer, seq"
)
_CHUNK: Final = 5000


def copies(db: Database) -> list[StageCopy]:
    """Return the copies that were made, the newest first."""
    return sorted(fetch(db, StageCopy, ENTITY), key=lambda item: (item.at, item.id), reverse=True)


def copy(db: Database, row: RowId) -> StageCopy | None:
    """Return one copy, None where nothing tells of it."""
    return one(db, StageCopy, ENTITY, "id = :id", {"id": row})


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_whole(path: Path, sha256: str) -> bool:
    """Tell whether a copy is byte by byte what was made, and sound in itself."""
    return sum_of(path) == sha256 and is_sound(path)


def since(store: Store, made: StageCopy) -> Since:
    """Return what changed since a copy was made; the journal itself tells it, the file is not needed."""
    position = position_of(made)
    states, people = _read(store.db, position)
    names = names_for(store.db, states)
    zone = workshop(store.db).zone
    here = [replace(item, at=local(item.at, zone)) for item in states]
    return grouped(made, here, names, [replace(item, last=local(item.last, zone)) for item in people])


def touched(db: Database, position: Position) -> list[RowState]:
    """Return every row that was written since a position, as it stood and as it stands."""
    return _read(db, position)[0]


def local(moment: str, zone: str) -> str:
    """Return an ISO moment in the zone of the region, whatever zone the laptop was set to."""
    return in_zone(datetime.fromisoformat(moment), zone).isoformat(timespec="seconds") if moment else ""


def _read(db: Database, position: Position) -> tuple[list[RowState], list[Writer]]:
    """Return every touched row as it stood and stands, and who wrote how much.

    The newest operation of a field is always one of its heads, as each carries a higher tick than what it
    replaced: the order of the ticks is enough to know what is shown.
    """
    told = json.dumps({str(writer): seq for writer, seq in position.items()})
    with translated():
        rows = [row for (row,) in db.conn.execute(_TOUCHED, {"position": told}).fetchall()]
    states: list[RowState] = []
    people: dict[str, _Person] = {}
    for start in range(0, len(rows), _CHUNK):
        chunk = json.dumps(rows[start : start + _CHUNK])
        with translated():
            found = db.conn.execute(_OPS, {"rows": chunk}).fetchall()
        states += _states(found, position, people)
    told_of = [
        Writer(name, len(person.rows), person.fields, person.last) for name, person in people.items() if name
    ]
    told_of.sort(key=lambda item: (-item.fields, item.name))
    return states, told_of


class _Person:
    """Counts what one person wrote."""

    def __init__(self) -> None:
        self.rows: set[str] = set()
        self.fields = 0
        self.last = ""


class _Row:
    """Follows one row through its operations, in the order of their ticks."""

    def __init__(self, row: str, ent: str) -> None:
        self.row, self.ent = RowId(row), ent
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}
        self.stood = self.stands = False
        self.who: dict[str, str] = {}

    def take(self, field: str, val: str | None, *, seen: bool) -> int:
        """Take one operation in; return how many fields it wrote."""
        told = unpack(val) if field == BIRTH else {field: val}
        if field in {BIRTH, GONE}:
            self.stands = field == BIRTH or val != "1"
            self.stood = self.stands if seen else self.stood
        if field in {GONE, ERASED}:
            return 1
        for name, value in told.items():
            for values in (self.after, self.before) if seen else (self.after,):
                if value is None:
                    values.pop(name, None)
                else:
                    values[name] = value
        return len(told)

    def state(self) -> RowState:
        last = max(self.who.values(), default="")
        return RowState(
            self.row, self.ent, self.before, self.after, self.stood, self.stands, tuple(self.who), last
        )


def _states(
    found: Iterable[tuple[str, str, str, str | None, str, str, int, int]],
    position: Position,
    people: dict[str, _Person],
) -> list[RowState]:
    made: dict[str, _Row] = {}
    for row, ent, field, val, at, who, writer, seq in found:
        whole = made.setdefault(row, _Row(row, ent))
        seen = seq <= position.get(writer, 0)
        count = whole.take(field, val, seen=seen)
        if seen:
            continue
        whole.who[who] = at
        if ent not in HIDDEN:
            person = people.setdefault(who, _Person())
            person.rows.add(row)
            person.fields += count
            person.last = max(person.last, at)
    return [item.state() for item in made.values()]


def names_for(db: Database, states: Sequence[RowState]) -> dict[str, str]:
    """Return what the rows are called that these name, by their own operations, whatever became of them.

    One that was deleted says so behind its name.
    """
    near = states_of(db, refs_of(states))
    far = states_of(db, refs_of(near) - {state.row for state in near})
    names = _own_columns(db)
    # Those that are called after others come behind them.
    for state in (*far, *near):
        name = name_of(state.ent, state.after, names)
        if name:
            names[state.row] = name if state.stands else f"{name} (dihapus)"
    return names


def _own_columns(db: Database) -> dict[str, str]:
    with translated():
        found = db.conn.execute(
            tables.select("sheet_column", ("bound", "label"), "bound LIKE 'x:%'")
        ).fetchall()
    return {str(bound): str(label) for bound, label in found if label}


def states_of(db: Database, rows: set[str]) -> list[RowState]:
    """Return how these rows stand by their own operations, also those that were deleted."""
    wanted = sorted(rows)
    made: list[RowState] = []
    for start in range(0, len(wanted), _CHUNK):
        chunk = json.dumps(wanted[start : start + _CHUNK])
        with translated():
            made += _states(db.conn.execute(_OPS, {"rows": chunk}).fetchall(), {}, {})
    return made
