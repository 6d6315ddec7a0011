"""On whose sheet of which worksheet a row stands, whatever it is a row of."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.source import RELEVANT
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.worksheet import sheet, worksheets

_READING: Final = "analysis"
_LEADS: Final[Mapping[str, str]] = {
    _READING: "line",
    "indicator": "line",
    "milestone": "initiative",
    "score": "candidate",
}
"""Rows that stand for another one: the field that names it."""
_ENT: Final = "SELECT ent FROM op WHERE row = ? LIMIT 1"


class Found(NamedTuple):
    """Worksheet, whose sheet, and the row of the grid (empty where the whole sheet is meant)."""

    worksheet: RowId
    party: RowId
    subject: RowId = NO_ROW


def find(db: Database, row: RowId) -> Found | None:
    """Return where a row stands, None where it stands on no sheet."""
    with translated():
        cells = db.conn.execute(_ENT, (row,)).fetchone()
    ent = str(cells[0]) if cells else ""
    entity = CATALOG.get(ent)
    if entity is None:
        return None
    if ent == "sheet":
        return _on(db, row, NO_ROW)
    if ent in _LEADS:
        return find(db, RowId(_field(db, ent, row, _LEADS[ent])))
    if ent == "renstra_line":
        return _of_plan(db, row)
    if entity.owner != "sheet":
        return None
    subject = next((name for name in ("item", "subject") if name in entity.by_name), "")
    return _on(
        db, RowId(_field(db, ent, row, "sheet")), RowId(_field(db, ent, row, subject)) if subject else row
    )


def _on(db: Database, row: RowId, subject: RowId) -> Found | None:
    found = sheet(db, row)
    return Found(found.worksheet, found.party, subject) if found else None


def _of_plan(db: Database, line: RowId) -> Found | None:
    """Return the sheet of the OPD whose plan has this line."""
    opd = RowId(_field(db, "document", RowId(_field(db, "renstra_line", line, "document")), BY_OPD))
    # A copy of the reading has the same rows, and answers of its own.
    reading = [item for item in worksheets(db) if item.target == _READING]
    known = [item for item in reading if item.rows_from in {PROGRAMS, RELEVANT}]
    own = next((item for item in known if item.rows_from == PROGRAMS and item.filled_by == BY_OPD), None)
    return Found(own.id, opd, line) if own and opd else None


def _field(db: Database, ent: str, row: RowId, name: str) -> str:
    with translated():
        found = db.conn.execute(tables.select(ent, (name,), "id = :id"), {"id": row}).fetchone()
    return str(found[0] or "") if found else ""
