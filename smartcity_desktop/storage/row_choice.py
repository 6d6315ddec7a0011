"""The rows that a cell may refer to: factors of a SWOT, strategies, programs, candidates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.grid import ROWS, Choice, GridColumn, GridRow, in_order
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import ORIGIN, main_field
from smartcity_desktop.domain.worksheet import BY_DIMENSION, SEPARATOR, Party, SheetColumn
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.answers import rows_under, values
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE
from smartcity_desktop.storage.initiative_facts import facts
from smartcity_desktop.storage.origin import CARRIED, merged_beside
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.worksheet import sheets, worksheets

_NUMBERED: Final = frozenset({"factor", "strategy"})
"""Rows that are called by their kind and a number in it, as ``S1`` and ``WO2``."""
_ANYWHERE: Final = frozenset({INITIATIVE, CANDIDATE})
"""Rows that stand for themselves: those of the dimension of a sheet are offered, elsewhere all of them."""


def row_choices(db: Database, ent: str, party: Party) -> tuple[Choice, ...]:
    """Return the rows of an entity that a cell on the sheet of ``party`` may refer to, in order."""
    if ent == INITIATIVE:
        return _programs(db, party)
    own = _called(db, ent, _near(db, ent, party))
    return (*own, *_elsewhere(db, ent, party))


def _programs(db: Database, party: Party) -> tuple[Choice, ...]:
    """Return the programs that count, those of a dimension for its sheet.

    Others keep their names where a cell says them, also those that were left out or merged.
    """
    offered = {item.id for item in facts(db) if party.kind != BY_DIMENSION or item.dimension == party.id}
    with translated():
        found = db.conn.execute(tables.select(INITIATIVE, ("id",), order="pos, id")).fetchall()
    known = _called(db, INITIATIVE, [RowId(row) for (row,) in found])
    return tuple(one if one.value in offered else replace(one, retired=True) for one in known)


def with_heirs(
    db: Database,
    own: Iterable[SheetColumn],
    shown: Sequence[GridColumn],
    read: tuple[Party, Sequence[GridRow]],
) -> tuple[GridRow, ...]:
    """Return the rows of a dimension citing its own row where the one they cite was merged into that.

    ``own`` are the columns of the definition, ``shown`` those of the grid; ``read`` is whose rows, and these.
    What is stored still names the row that was cited, until somebody writes into the cell.
    """
    party, rows = read
    heirs = {item.key: found for item in own if item.kind == ROWS and (found := _heirs(db, item, party))}
    columns = [item for item in shown if item.key in heirs]
    told = list(rows)
    for column in columns:
        heir = heirs[column.key]
        for place, row in enumerate(told):
            cited = [RowId(one) for one in row.values.get(column.key, "").split(SEPARATOR)]
            if not heir.keys().isdisjoint(cited):
                raw = in_order(column, (heir.get(one, one) for one in cited))
                told[place] = row._replace(values={**row.values, column.key: raw})
    return tuple(told)


def _heirs(db: Database, column: SheetColumn, party: Party) -> dict[RowId, RowId]:
    """Return by row the one of this dimension into which it was merged."""
    ent = column.choices.strip()
    if party.kind != BY_DIMENSION or ent in _ANYWHERE or ent not in CARRIED:
        return {}
    gone = {row for item in worksheets(db) if item.target == ent for row in merged_beside(db, ent, item.id)}
    near = [row for row in _near(db, ent, party) if row not in gone]
    return {RowId(source): row for row, found in parts(db, ent, ORIGIN, near).items() for source in found}


def _called(db: Database, ent: str, rows: Sequence[RowId]) -> tuple[Choice, ...]:
    said, field = values(db, ent, rows), main_field(ent)
    count: Counter[str] = Counter()
    choices: list[Choice] = []
    for row in rows:
        kind, code = str(said[row].get("kind") or "") if ent in _NUMBERED else "", ""
        if kind:
            count[kind] += 1
            code = f"{kind}{count[kind]}"
        words = " ".join(part for part in (code, str(said[row].get(field) or "")) if part)
        choices.append(Choice(row, words, code))
    return tuple(choices)


def _elsewhere(db: Database, ent: str, party: Party) -> list[Choice]:
    """Return the rows of others for the sheet of a dimension: what was merged there still cites theirs.

    They keep their names, with whose they are, and are not offered.
    """
    if party.kind != BY_DIMENSION or ent in _ANYWHERE:
        return []
    of = {item.id: item for item in worksheets(db) if item.target == ent}
    found: list[Choice] = []
    for item in sheets(db):
        if item.worksheet in of and item.party != party.id:
            whose = party_of(db, of[item.worksheet], item.party)
            rows = _called(
                db, ent, [row for found in rows_under(db, ent, [item.id]).values() for row in found]
            )
            found += [
                Choice(row.value, f"{row.label} ({whose.short or whose.name})", "", retired=True)
                for row in rows
            ]
    return found


def _near(db: Database, ent: str, party: Party) -> list[RowId]:
    """Return the rows that are near in order: those of the same party, or of its dimension."""
    if ent in _ANYWHERE:
        where, params = (
            ("dimension = :party", {"party": party.id}) if party.kind == BY_DIMENSION else ("", {})
        )
        with translated():
            found = db.conn.execute(tables.select(ent, ("id",), where, "pos, id"), params).fetchall()
        return [RowId(row) for (row,) in found]
    of = {item.id for item in worksheets(db) if item.target == ent}
    own = [item.id for item in sheets(db) if item.worksheet in of and item.party == party.id]
    return [row for rows in rows_under(db, ent, own).values() for row in rows]
