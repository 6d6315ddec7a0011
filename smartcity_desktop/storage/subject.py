"""Where the rows of a worksheet come from: a definition names one of these sources in ``rows_from``."""

from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Subject
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database, translated

MAIN: Final = frozenset({"renstra_line.code", "renstra_line.name"})
"""Subject columns that stay open when the others are folded away."""
MAIN_YEARS: Final = "renstra_line.pagu"
"""The yearly subject column of which one year stays open."""
_COUNTING: Final = "level = 'program' AND support IS NOT 1"
_READ: Final = ("line", "relevant", "proposal", "quickwin")


def rows_of(db: Database, rows_from: str, opd: RowId) -> Subject:
    """Return the rows of one OPD's sheet; a source this program does not know has none."""
    if rows_from != "renstra_program":
        return Subject()
    # The rules that check a plan are loaded with the first sheet: Beranda only counts.
    from smartcity_desktop.storage.plan_subject import programs_of

    return programs_of(db, opd)


def counts(db: Database, rows_from: str) -> dict[RowId, list[RowId]]:
    """Return the rows that count in every OPD's sheet, by OPD, support programs left out."""
    if rows_from != "renstra_program":
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
            tables.select("renstra_line", ("id", "document"), _COUNTING, "pos, id")
        ).fetchall()
    for line, document in lines:
        if document in opd_of:
            found.setdefault(opd_of[document], []).append(RowId(line))
    return found


def readings(db: Database) -> list[tuple[RowId, str, bool, bool]]:
    """Return line, answer to "relevan", whether there is a proposal and a quick win, of each program read."""
    with translated():
        found = db.conn.execute(tables.select("analysis", _READ)).fetchall()
    return [
        (RowId(line or ""), relevant or "", bool(proposal), quickwin == "ya")
        for line, relevant, proposal, quickwin in found
    ]
