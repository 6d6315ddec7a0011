"""Queries: the programs of all plans with what was said of them, read in one go and counted elsewhere."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.analysis import Analysis, Line
from smartcity_desktop.domain.coverage import Agency, Coverage, Program
from smartcity_desktop.domain.coverage_money import money_of
from smartcity_desktop.domain.dimension import Subdimension
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.analysis import analyses, many
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.renstra import programs as programs_of
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.workshop import workshop

_RENSTRA: Final = "renstra"
_TAGGED: Final = (
    "SELECT o.row, o.who FROM head h JOIN op o ON o.writer = h.writer AND o.seq = h.seq "
    "WHERE h.field IN ('relevant', 'dimension', 'subdimension') "
    "AND h.row IN (SELECT value FROM json_each(:rows)) ORDER BY o.tick, o.writer, o.seq"
)
_BORN: Final = (
    "SELECT row, who FROM op WHERE field = '*' AND row IN (SELECT value FROM json_each(:rows)) "
    "ORDER BY tick, writer, seq"
)


_LOWER: Final = tables.select(
    "renstra_line", ("id", "parent", "fund"), "level IN ('kegiatan', 'subkegiatan')"
)


def plans(db: Database) -> dict[RowId, Document]:
    """Return the plan of every agency that has one: the one read last."""
    found: dict[RowId, Document] = {}
    for item in fetch(db, Document, "document", "kind = :kind", {"kind": _RENSTRA}):
        standing = found.get(item.opd)
        if standing is None or (item.read_at, item.id) > (standing.read_at, standing.id):
            found[item.opd] = item
    return found


def coverage(db: Database) -> Coverage:
    """Return every program of the plans in use, with the agencies and dimensions they are counted by."""
    standing = plans(db)
    agencies = tuple(
        Agency(item.id, item.name, item.called, item.kind, item.renstra_required, item.id in standing)
        for item in opds(db)
    )
    # Programs stand in the order of the agencies.
    opd_of = {standing[item.id].id: item.id for item in agencies if item.has_plan}
    subs = tuple(subdimensions(db))
    return Coverage(
        agencies,
        tuple(dimensions(db)),
        subs,
        tuple(_programs(db, opd_of, {item.id: item for item in subs})),
        words_of(workshop(db)),
    )


def _programs(
    db: Database, opd_of: Mapping[RowId, RowId], subs: Mapping[RowId, Subdimension]
) -> list[Program]:
    lines = [item for item in programs_of(db) if item.document in opd_of]
    order = {document: place for place, document in enumerate(opd_of)}
    lines.sort(key=lambda item: order[item.document])
    lines = _with_pagu(db, lines)
    below = _below(db, lines)
    said = analyses(db)
    also = many(db, "also", [item.id for item in said.values()])
    who = _tagged_by(db, [item.id for item in said.values()])
    found: list[Program] = []
    for line in lines:
        money = money_of(line, below.get(line.id, ()))
        reading = said.get(line.id, Analysis())
        home, sub = _place(reading, subs)
        found.append(
            Program(
                line.id,
                opd_of[line.document],
                line.code,
                line.name,
                line.support,
                money.yearly,
                money.level,
                money.sources,
                reading.relevant,
                home,
                sub,
                tuple(
                    RowId(one)
                    for one, said_so in also.get(reading.id, {}).items()
                    if said_so and one in subs and one != sub
                ),
                who.get(reading.id, "") if reading.relevant else "",
            )
        )
    return found


def _place(reading: Analysis, subs: Mapping[RowId, Subdimension]) -> tuple[RowId, RowId]:
    """Return dimension and sub-dimension of a reading; a sub-dimension of another dimension is none."""
    sub = subs.get(reading.subdimension)
    if sub is None:
        return reading.dimension, NO_ROW
    home = reading.dimension or sub.dimension
    return home, sub.id if sub.dimension == home else NO_ROW


def _with_pagu(db: Database, found: Sequence[Line]) -> list[Line]:
    pagu = parts(db, "renstra_line", "pagu", [item.id for item in found])
    return [
        replace(item, pagu={year: value for year, value in own.items() if isinstance(value, int)})
        for item in found
        for own in [pagu.get(item.id, {})]
    ]


def _below(db: Database, programs: Sequence[Line]) -> dict[RowId, list[Line]]:
    """Return the lines under the programs whose own line does not say what money and which source it has."""
    moneyless = {item.id for item in programs if not any(item.pagu.values())}
    with translated():
        lower = db.conn.execute(_LOWER).fetchall()
    if not moneyless and not any(fund for *_, fund in lower):
        return {}
    wanted = moneyless | {item.id for item in programs if not item.fund.strip()}
    above = {RowId(row): RowId(parent or "") for row, parent, _ in lower}
    program_of = {row: _upper(parent, above, wanted) for row, parent in above.items()}
    funded = {program_of[RowId(row)] for row, _, fund in lower if fund}
    needed = {row for row, program in program_of.items() if program and program in moneyless | funded}
    known = fetch(db, Line, "renstra_line", tables.among("id"), {"rows": json.dumps(sorted(needed))})
    found: dict[RowId, list[Line]] = {}
    for item in _with_pagu(db, known):
        found.setdefault(program_of[item.id], []).append(item)
    return found


def _upper(row: RowId, above: Mapping[RowId, RowId], wanted: Iterable[RowId]) -> RowId:
    """Return the wanted program over a line, no row where it hangs under none."""
    for _ in range(4):
        if row in wanted:
            return row
        row = above.get(row, NO_ROW)
    return NO_ROW


def _tagged_by(db: Database, rows: Sequence[RowId]) -> dict[RowId, str]:
    """Return who said last what a program is: relevant or not, its dimension."""
    asked = {"rows": json.dumps(list(rows))}
    with translated():
        born = db.conn.execute(_BORN, asked).fetchall()
        later = db.conn.execute(_TAGGED, asked).fetchall()
    return {RowId(row): who or "" for row, who in (*born, *later)}
