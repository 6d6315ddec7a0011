"""Where the rows of a worksheet come from that the table does not add itself, whole or only counted."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, BY_PART, FIXED, Party, Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import sheet_items, worksheet_parts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.subject import counts as counted_programs
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Subject

RELEVANT: Final = "relevant"
INITIATIVE: Final = "initiative"
CANDIDATE: Final = "candidate"
_RELEVANT: Final = "relevant IN ('ya', 'sebagian')"
_PROGRAM: Final = "level = 'program'"
_READ: Final = ("line", "dimension", "relevant", "proposal", "issue", "horizon", "quickwin")
_PLANNED: Final = ("id", "name", "dimension", "opd")
_HORIZON: Final = "horizon"

_SPARE: Final[Mapping[str, str]] = {
    CANDIDATE: "coalesce(s.decision, '') = '' AND NOT EXISTS "
    "(SELECT 1 FROM score a WHERE a.alive = 1 AND a.candidate = s.id AND a.value IS NOT NULL)",
    INITIATIVE: "NOT EXISTS (SELECT 1 FROM milestone a WHERE a.alive = 1 AND a.initiative = s.id "
    "AND coalesce(a.text, '') <> '')",
}
"""What tells that nobody has scored, decided or planned anything about a row itself."""
_MERGED: Final = (
    "SELECT s.id FROM part p JOIN {ent} m ON m.id = p.row AND m.alive = 1 JOIN sheet n ON n.id = m.sheet "
    "JOIN {ent} s ON s.id = p.part AND s.alive = 1 JOIN sheet o ON o.id = s.sheet "
    "WHERE p.field = 'origin' AND p.val IS NOT NULL AND n.worksheet = o.worksheet AND {spare}"
)

Rows = list[tuple[RowId, dict[str, str]]]
"""Rows in order, each with what it says, by the names that subject columns are bound to."""


class _Program(NamedTuple):
    """A program of a plan: its row, code, name, and the document it stands in."""

    id: RowId
    code: str
    name: str
    document: RowId


def subject_of(db: Database, worksheet: Worksheet, party: Party) -> "Subject":
    """Return the rows of one sheet as they stand elsewhere; a source unknown to this program has none."""
    # Loaded with the first sheet: Beranda only counts.
    from smartcity_desktop.domain.grid import Subject, SubjectRow
    from smartcity_desktop.storage.plan_subject import programs_of

    if worksheet.rows_from == PROGRAMS:
        return programs_of(db, party.id)
    source = _SOURCES.get(worksheet.rows_from)
    found = source(db, worksheet, [party]).get(party.id, []) if source else []
    return Subject(tuple(SubjectRow(row, values) for row, values in found))


def counts(db: Database, worksheet: Worksheet, *, whole: bool = False) -> dict[RowId, list[RowId]]:
    """Return the rows that count in the sheet of every party, by party; ``whole`` with support programs."""
    if worksheet.rows_from == PROGRAMS:
        return counted_programs(db, PROGRAMS, whole=whole)
    source = _SOURCES.get(worksheet.rows_from)
    if source is None:
        return {}
    found = source(db, worksheet, parties(db, worksheet))
    return {party: [row for row, _ in rows] for party, rows in found.items()}


def _fixed(db: Database, worksheet: Worksheet, whose: Iterable[Party]) -> dict[RowId, Rows]:
    """Return the items of the worksheet in the words of the event; a part has those of its section.

    An item that names no part stands on the sheets of all of them: nothing that is asked is out of sight.
    """
    say = words_of(workshop(db)).say
    items = [item for item in sheet_items(db, worksheet.id) if not item.retired]
    code_of = {item.id: item.code for item in worksheet_parts(db, worksheet.id)}
    codes = {*code_of.values()}
    found: dict[RowId, Rows] = {}
    for party in whose:
        code = code_of.get(party.id, "") if party.kind == BY_PART else ""
        found[party.id] = [
            (
                item.id,
                {
                    f"sheet_item.{name}": say(str(getattr(item, name)))
                    for name in ("code", "section", "component", "text", "help")
                },
            )
            for item in items
            if party.kind != BY_PART or item.section == code or item.section not in codes
        ]
    return found


def _relevant(db: Database, _worksheet: Worksheet, whose: Iterable[Party]) -> dict[RowId, Rows]:
    """Return the programs of all plans that were read as relevant: of a dimension, of an OPD, or all."""
    with translated():
        read = {
            str(found[0]): found for found in db.conn.execute(tables.select("analysis", _READ, _RELEVANT))
        }
        found = db.conn.execute(tables.select("renstra_line", _Program._fields, _PROGRAM, "pos, id"))
        programs = [_Program(*(RowId(str(cell or "")) for cell in cells)) for cells in found]
    opd_of = {item.id: item.opd for item in documents(db)}
    name_of = {item.id: item.called for item in opds(db)}
    lines = [line for line in programs if line.id in read]

    def belongs(line: _Program, party: Party) -> bool:
        if party.kind == BY_DIMENSION:
            return str(read[line.id][1]) == party.id
        return party.kind != BY_OPD or opd_of.get(line.document) == party.id

    def says(line: _Program) -> dict[str, str]:
        _, _, relevant, proposal, issue, horizon, quickwin = (str(cell or "") for cell in read[line.id])
        return {
            "renstra_line.code": line.code,
            "renstra_line.name": line.name,
            "opd.name": name_of.get(opd_of.get(line.document, line.id), ""),
            "analysis.relevant": label("relevant", relevant),
            "analysis.proposal": proposal,
            "analysis.issue": issue,
            "analysis.horizon": label("horizon_long", horizon) if horizon else "",
            "analysis.quickwin": label("yes_no", quickwin) if quickwin else "",
        }

    return {party.id: [(line.id, says(line)) for line in lines if belongs(line, party)] for party in whose}


def merged_away(db: Database, ent: str) -> set[RowId]:
    """Return the candidates or programs that went into another one of their worksheet: that stands for them.

    One about which something was said already, as a score, goes on by itself: no answer is put out of sight.
    """
    with translated():
        found = db.conn.execute(_MERGED.format(ent=ent, spare=_SPARE[ent])).fetchall()
    return {RowId(row) for (row,) in found}


def _planned(ent: str) -> Callable[[Database, Worksheet, Iterable[Party]], dict[RowId, Rows]]:
    def found(db: Database, _worksheet: Worksheet, whose: Iterable[Party]) -> dict[RowId, Rows]:
        with translated():
            where = "withdrawn IS NOT 1" if ent == CANDIDATE else ""
            names = (*_PLANNED, _HORIZON) if ent == INITIATIVE else (*_PLANNED, "name")
            rows = db.conn.execute(tables.select(ent, names, where, "pos, id")).fetchall()
        gone = merged_away(db, ent)
        rows = [row for row in rows if row[0] not in gone]
        name_of = {item.id: item.called for item in opds(db)}
        code_of = {item.id: item.code for item in dimensions(db)}

        def belongs(row: tuple[str | None, ...], party: Party) -> bool:
            if party.kind == BY_DIMENSION:
                return row[2] == party.id
            return party.kind != BY_OPD or row[3] == party.id

        def says(row: tuple[str | None, ...]) -> dict[str, str]:
            return {
                f"{ent}.name": row[1] or "",
                f"{ent}.dimension": code_of.get(RowId(row[2] or ""), ""),
                f"{ent}.opd": name_of.get(RowId(row[3] or ""), ""),
                f"{ent}.{_HORIZON}": label("horizon_long", row[4]) if ent == INITIATIVE and row[4] else "",
            }

        return {
            party.id: [(RowId(row[0]), says(row)) for row in rows if belongs(row, party)] for party in whose
        }

    return found


_SOURCES: Final[Mapping[str, Callable[[Database, Worksheet, Iterable[Party]], dict[RowId, Rows]]]] = {
    FIXED: _fixed,
    RELEVANT: _relevant,
    INITIATIVE: _planned(INITIATIVE),
    CANDIDATE: _planned(CANDIDATE),
}
