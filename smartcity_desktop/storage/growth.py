"""How many rows the sheets had on the evening of a day, and have now: read from births and deletions."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.homework import Growth
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.op import BIRTH, unpack
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.renstra import owners
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import workshop

_ANALYSIS: Final = "analysis"
_ROWS: Final = tuple(item.name for item in ENTITIES if item.owner == "sheet")
_LIVES: Final = (
    "SELECT row, ent, field, val, at FROM op WHERE field IN ('*', '_gone') "
    "AND ent IN (SELECT value FROM json_each(:ents)) ORDER BY tick, writer, seq"
)
_LINES: Final = "SELECT id, document FROM renstra_line"


def growth_since(store: Store, day: str) -> tuple[Growth, ...]:
    """Return every sheet with its rows on the evening of ``day`` (ISO) and now, by worksheet and number."""
    known = {item.id: item for item in worksheets(store.db)}
    of_row = {item.id: item for item in sheets(store.db)}
    before, after = _counts(store, day, _plans(store, known))
    found: list[Growth] = []
    for row, item in of_row.items():
        definition = known.get(item.worksheet, Worksheet())
        if before[row] or after[row]:
            party = party_of(store.db, definition, item.party)
            found.append(
                Growth(
                    row,
                    definition.id,
                    definition.code,
                    definition.title,
                    party.id,
                    party.short or party.name,
                    before[row],
                    after[row],
                )
            )
    place = {row: at for at, row in enumerate(known)}
    found.sort(key=lambda item: (place.get(item.worksheet, 0), of_row[item.sheet].number))
    return tuple(found)


def _plans(store: Store, known: Mapping[RowId, Worksheet]) -> dict[RowId, RowId]:
    """Return by Renstra line the sheet of the agency that reads it."""
    reading = next(
        (item for item in known.values() if item.target == _ANALYSIS and item.filled_by == "opd"), None
    )
    if reading is None:
        return {}
    opd_of = owners(store.db)
    with translated():
        lines = store.db.conn.execute(_LINES).fetchall()
    return {
        RowId(line): store.key("sheet", reading.id, opd_of[RowId(document)])
        for line, document in lines
        if document in opd_of
    }


def _counts(store: Store, day: str, plans: Mapping[RowId, RowId]) -> tuple[Counter[RowId], Counter[RowId]]:
    zone = workshop(store.db).zone
    with translated():
        told = store.db.conn.execute(_LIVES, {"ents": json.dumps([*_ROWS, _ANALYSIS])}).fetchall()
    sheet_of: dict[str, RowId] = {}
    then: set[str] = set()
    now: set[str] = set()
    days: dict[str, str] = {}
    for row, ent, field, val, at in told:
        if field == BIRTH:
            values = unpack(val)
            line = RowId(values.get("line", ""))
            sheet_of[row] = plans.get(line, NO_ROW) if ent == _ANALYSIS else RowId(values.get("sheet", ""))
        lives = field == BIRTH or val != "1"
        if at not in days:
            days[at] = in_zone(datetime.fromisoformat(at), zone).date().isoformat()
        for rows in (now, then) if days[at] <= day else (now,):
            (rows.add if lives else rows.discard)(row)
    return Counter(sheet_of[row] for row in then), Counter(sheet_of[row] for row in now)
