"""On whose sheet of which worksheet a row stands, whatever it is a row of."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.keyed import MILESTONES
from smartcity_desktop.storage.source import RELEVANT
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.worksheet import columns, sheet, worksheets

_READING: Final = "analysis"
_LEADS: Final[Mapping[str, str]] = {
    _READING: "line",
    "indicator": "line",
    "milestone": "initiative",
    "score": "candidate",
}
"""Rows that stand for another one: the field that names it."""
_WHOSE: Final = frozenset({BY_OPD, BY_DIMENSION})
"""Who fills the sheets on which each has the programs that are its own."""
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
        planned = _of_road_map(db, row) if ent == "milestone" else None
        return planned or find(db, RowId(_field(db, ent, row, _LEADS[ent])))
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


def _of_road_map(db: Database, row: RowId) -> Found | None:
    """Return the sheet on which a milestone is written: that of the road map, not that of its program."""
    program = RowId(_field(db, "milestone", row, INITIATIVE))
    for item in worksheets(db):
        asked = not item.retired and item.rows_from == INITIATIVE
        if asked and any(one.kind == MILESTONES for one in columns(db, item.id)):
            whose = _field(db, INITIATIVE, program, item.filled_by) if item.filled_by in _WHOSE else item.id
            return Found(item.id, RowId(whose), program) if whose else None
    return None


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
