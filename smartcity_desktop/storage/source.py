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
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE, merged_away
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.subject import counts as counted_programs
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Subject

RELEVANT: Final = "relevant"
_RELEVANT: Final = "relevant IN ('ya', 'sebagian')"
_PROGRAM: Final = "level = 'program'"
_READ: Final = ("line", "dimension", "relevant", "proposal", "issue", "horizon", "quickwin")
_PLANNED: Final = ("id", "name", "dimension", "opd")

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


def _programs(db: Database, _worksheet: Worksheet, whose: Iterable[Party]) -> dict[RowId, Rows]:
    """Return the programs smart city that count: of a dimension, of an OPD, or all."""
    # What programs are is loaded with the first sheet that lists them: Beranda has none.
    from smartcity_desktop.storage.initiative_facts import facts

    known = facts(db)
    return _of_parties(
        db,
        INITIATIVE,
        [(item.id, item.name, item.dimension, item.opd, item.horizon) for item in known],
        whose,
    )


def _candidates(db: Database, _worksheet: Worksheet, whose: Iterable[Party]) -> dict[RowId, Rows]:
    """Return the candidates that stand: of a dimension, of an OPD, or all."""
    with translated():
        found = db.conn.execute(
            tables.select(CANDIDATE, _PLANNED, "withdrawn IS NOT 1", "pos, id")
        ).fetchall()
    gone = merged_away(db, CANDIDATE)
    rows = [tuple(str(cell or "") for cell in cells) for cells in found]
    return _of_parties(db, CANDIDATE, [(*row, "") for row in rows if row[0] not in gone], whose)


def _of_parties(
    db: Database, ent: str, rows: Iterable[tuple[str, ...]], whose: Iterable[Party]
) -> dict[RowId, Rows]:
    """Return rows (id, name, dimension, OPD, horizon) by the party whose sheet they stand on, in words."""
    name_of = {item.id: item.called for item in opds(db)}
    code_of = {item.id: item.code for item in dimensions(db)}
    known = list(rows)

    def belongs(row: tuple[str, ...], party: Party) -> bool:
        if party.kind == BY_DIMENSION:
            return row[2] == party.id
        return party.kind != BY_OPD or row[3] == party.id

    def says(row: tuple[str, ...]) -> dict[str, str]:
        return {
            f"{ent}.name": row[1],
            f"{ent}.dimension": code_of.get(RowId(row[2]), ""),
            f"{ent}.opd": name_of.get(RowId(row[3]), ""),
            f"{ent}.horizon": label("horizon_long", row[4]) if row[4] else "",
        }

    return {party.id: [(RowId(row[0]), says(row)) for row in known if belongs(row, party)] for party in whose}


_SOURCES: Final[Mapping[str, Callable[[Database, Worksheet, Iterable[Party]], dict[RowId, Rows]]]] = {
    FIXED: _fixed,
    RELEVANT: _relevant,
    INITIATIVE: _programs,
    CANDIDATE: _candidates,
}
