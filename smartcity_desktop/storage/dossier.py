"""Queries: everything that the dossiers of some OPD say, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.dossier import Dossier, leader, plan_facts, plan_picture, with_reading
from smartcity_desktop.domain.dossier_promises import SheetVisits, decisions, follow_ups, visits, waiting
from smartcity_desktop.domain.dossier_questions import (
    NOT_HANDED_IN,
    NOT_REQUIRED,
    missing_plan,
    note_questions,
    plan_questions,
    reading_questions,
)
from smartcity_desktop.domain.finding import OpdFindings
from smartcity_desktop.domain.finding_kinds import weighs
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import Sheet, Worksheet
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.finding import findings
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.plan_version import records
from smartcity_desktop.storage.renstra import indicators, lines
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets

_READING: Final = "analysis"
"""The entity in which the reading of a program stands."""
_DIFFER: Final = "sums-differ"
"""The finding that the sums of the levels differ."""


@dataclass(frozen=True, slots=True)
class _Stock:
    """What is read once for all dossiers of one print."""

    bidang: Mapping[str, str]
    dimensions: Mapping[RowId, str]
    plans: Mapping[RowId, Document]
    notes: Sequence[Note]
    sessions: Mapping[RowId, Session]
    visits: Mapping[RowId, Sequence[SheetVisits]]
    reading: Worksheet | None
    words: Words
    found: Mapping[RowId, OpdFindings]


def dossiers(store: Store, wanted: Sequence[Opd], words: Words) -> tuple[Dossier, ...]:
    """Return the dossiers of the given OPD, in their order, in the words of the event."""
    stock = _stock(store, words, [item.id for item in wanted])
    return tuple(_dossier(store, stock, agency) for agency in wanted)


def _stock(store: Store, words: Words, wanted: Sequence[RowId]) -> _Stock:
    known = worksheets(store.db)
    return _Stock(
        bidang={code: item.name for code, item in reference.bidang().items()},
        dimensions={item.id: f"{item.code} {item.name}".strip() for item in dimensions(store.db)},
        plans=_plans(store),
        notes=notes(store.db),
        sessions={item.id: item for item in sessions(store.db)},
        visits=_visits(store, {item.id: item for item in known}),
        reading=next((item for item in known if item.target == _READING), None),
        words=words,
        found={item.opd: item for item in findings(store.db, wanted)},
    )


def _plans(store: Store) -> dict[RowId, Document]:
    """Return the Renstra of every OPD that has one: the one read last."""
    found = [item for item in documents(store.db) if item.kind == "renstra"]
    return {item.opd: item for item in sorted(found, key=lambda item: (item.read_at, item.id))}


def _visits(store: Store, known: Mapping[RowId, Worksheet]) -> dict[RowId, list[SheetVisits]]:
    found = [item for item in sheets(store.db) if item.opd]
    rows = [item.id for item in found]
    present = parts(store.db, "sheet", "present", rows)
    deputies = parts(store.db, "sheet", "represented_by", rows)
    by_opd: dict[RowId, list[SheetVisits]] = {}
    for item in found:
        counted = present.get(item.id, {})
        worksheet = known.get(item.worksheet)
        by_opd.setdefault(item.opd, []).append(
            SheetVisits(
                title=worksheet.title if worksheet else "",
                number=item.number,
                status=item.status,
                sessions=item.sessions,
                present={RowId(row): n for row, n in counted.items() if isinstance(n, int)},
                represented_by={RowId(row): str(who) for row, who in deputies.get(item.id, {}).items()},
            )
        )
    return by_opd


def _dossier(store: Store, stock: _Stock, agency: Opd) -> Dossier:
    bare = Dossier(
        name=agency.name,
        called=agency.called,
        head=agency.head,
        bidang=tuple(f"{code} {stock.bidang.get(code, '')}".strip() for code in agency.bidang),
        dimension=stock.dimensions.get(agency.dimension, ""),
        questions=tuple(note_questions(stock.notes, agency, stock.sessions)),
        decisions=decisions(stock.notes, agency, stock.sessions),
        follow_ups=follow_ups(stock.notes, agency),
        waiting=waiting(stock.notes, agency),
        visits=visits(stock.visits.get(agency.id, ()), stock.sessions),
        signers=(leader(agency),),
    )
    document = stock.plans.get(agency.id)
    if document is None:
        words = NOT_HANDED_IN if agency.renstra_required else NOT_REQUIRED
        return replace(bare, plan_facts=words, questions=(*missing_plan(agency), *bare.questions))
    return _with_plan(store, stock, document, replace(bare, plan_facts=plan_facts(document)))


def _grid(store: Store, stock: _Stock, opd: RowId) -> Grid:
    if stock.reading is None:
        return Grid(Worksheet(), Sheet(), "", (), ())
    return grid_of(store, stock.reading.id, opd)


def _with_plan(store: Store, stock: _Stock, document: Document, bare: Dossier) -> Dossier:
    grid = _grid(store, stock, document.opd)
    found = lines(store.db, document.id)
    by_line = indicators(store.db, [line.id for line in found])
    known = stock.found[document.opd].items if document.opd in stock.found else ()
    doubts = [item.finding for item in known if item.is_open and weighs(item.finding.code)]
    beside = [item for _, item in records(store.db, document.id)]
    differs = any(item.finding.code == _DIFFER for item in known)
    plan = plan_picture(document, found, by_line, beside, differs=differs)
    return replace(
        with_reading(bare, grid),
        plan=replace(plan, is_asked=any(item.code == _DIFFER for item in doubts)),
        questions=(
            *plan_questions(doubts, found, by_line),
            *reading_questions(grid, stock.words),
            *bare.questions,
        ),
    )
