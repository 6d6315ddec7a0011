"""What the rows of a sheet are about, as far as they are only counted; ``plan_subject`` reads them whole."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.funnel import Funnel, funnel_of
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE, merged_away

PROGRAMS: Final = "renstra_program"
"""``rows_from`` of a worksheet with a row for each program of the plan."""
MAIN: Final = frozenset({"renstra_line.code", "renstra_line.name"})
"""Subject columns that stay open when the others are folded away."""
MAIN_YEARS: Final = "renstra_line.pagu"
"""The yearly subject column of which one year stays open."""
_PROGRAM: Final = "level = 'program'"
_COUNTING: Final = f"{_PROGRAM} AND support IS NOT 1"
CHOSEN: Final = "decision = 'terpilih' AND coalesce(withdrawn, 0) = 0"
"""What tells a candidate that became a quick win."""
_SETTLED: Final = {
    INITIATIVE: "trim(coalesce(name, '')) <> '' AND coalesce(retired, 0) = 0",
    CANDIDATE: CHOSEN,
}
"""What tells the programs of the masterplan, and its quick wins."""
_READ: Final = ("line", "relevant", "proposal", "quickwin")


def counts(db: Database, rows_from: str, *, whole: bool = False) -> dict[RowId, list[RowId]]:
    """Return the rows that count in every OPD's sheet, by OPD, support programs only where ``whole``."""
    if rows_from != PROGRAMS:
        return {}
    newest: dict[RowId, tuple[tuple[str, str], RowId]] = {}
    for item in documents(db):
        if item.kind == "renstra":
            stamp = ((item.read_at, item.id), item.id)
            newest[item.opd] = max(newest.get(item.opd, stamp), stamp)
    opd_of = {document: opd for opd, (_, document) in newest.items()}
    found: dict[RowId, list[RowId]] = {}
    with translated():
        lines = db.conn.execute(
            tables.select("renstra_line", ("id", "document"), _PROGRAM if whole else _COUNTING, "pos, id")
        ).fetchall()
    for line, document in lines:
        if document in opd_of:
            found.setdefault(opd_of[document], []).append(RowId(line))
    return found


def funnel(db: Database) -> Funnel:
    """Return how many programs of the plans there are, and how far they were taken."""
    programs = {row for rows in counts(db, PROGRAMS).values() for row in rows}
    settled, chosen = (_settled(db, ent) for ent in _SETTLED)
    return replace(funnel_of(programs, readings(db)), settled=settled, chosen=chosen)


def _settled(db: Database, ent: str) -> int:
    with translated():
        found = db.conn.execute(tables.select(ent, ("id",), _SETTLED[ent])).fetchall()
    return len({RowId(row) for (row,) in found} - merged_away(db, ent)) if found else 0


def readings(db: Database) -> list[tuple[RowId, str, bool, bool]]:
    """Return line, answer to "relevan", whether there is a proposal and a quick win, of each program read."""
    with translated():
        found = db.conn.execute(tables.select("analysis", _READ)).fetchall()
    return [
        (RowId(line or ""), relevant or "", bool(proposal), quickwin == "ya")
        for line, relevant, proposal, quickwin in found
    ]
