"""Queries: the findings in the plans of the agencies, with what was answered to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from smartcity_desktop.domain.analysis import Line, as_drafts
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding import FindingAnswer, Key, OpdFindings, listed
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_checks import PlanFacts, checks
from smartcity_desktop.domain.renstra_checks_across import OpdPlan, cross_checks
from smartcity_desktop.domain.renstra_draft import Finding
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.renstra import indicators, lines, programs
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.workshop import workshop


@dataclass(frozen=True, slots=True)
class _Around:
    """What is read once for all plans."""

    opds: Mapping[RowId, Opd]
    plans: Mapping[RowId, Document]
    year: int | None
    master: tuple[int, int] | None
    answers: Mapping[Key, FindingAnswer]
    frame: Mapping[RowId, Mapping[str, Mapping[str, int]]]
    claims: Mapping[RowId, Sequence[tuple[RowId, Finding]]] = field(default_factory=dict)


@cache
def _editions() -> Mapping[str, tuple[int, ...]]:
    """Return the years of the nomenclatures that hold each code."""
    return {code: item.editions for code, item in reference.nomenclature().items()}


def answers(db: Database) -> dict[Key, FindingAnswer]:
    """Return every answer by what it answers; one that was taken back counts for nothing."""
    found = fetch(db, FindingAnswer, "finding_answer")
    return {item.key: item for item in found if item.state}


def stands(db: Database, row: RowId) -> bool:
    """Tell whether an answer is there, also one that was taken back."""
    return bool(fetch(db, FindingAnswer, "finding_answer", "id = :id", {"id": row}))


def findings_of(db: Database, opd: RowId) -> OpdFindings | None:
    """Return the findings of one agency's plan, None where it has none."""
    return next(iter(findings(db, [opd])), None)


def findings(db: Database, wanted: Sequence[RowId] | None = None) -> list[OpdFindings]:
    """Return the findings of the plans of some agencies or of all, in the order of the agencies."""
    around = _around(db)
    rows = [row for row in around.opds if wanted is None or row in wanted]
    return [_of(db, around, row) for row in rows if row in around.plans]


def _around(db: Database) -> _Around:
    event = workshop(db)
    plans = _plans(db)
    known = {item.id: item for item in opds(db)}
    span = (event.period_start, event.period_end)
    return _Around(
        known,
        plans,
        event.year,
        (span[0], span[1]) if span[0] is not None and span[1] is not None else None,
        answers(db),
        _frame(db),
        _claims(db, known, plans),
    )


def _plans(db: Database) -> dict[RowId, Document]:
    """Return the Renstra of every agency that has one: the one read last."""
    found = [item for item in documents(db) if item.kind == "renstra"]
    return {item.opd: item for item in sorted(found, key=lambda item: (item.read_at, item.id))}


def _frame(db: Database) -> dict[RowId, dict[str, dict[str, int]]]:
    """Return what the RPJMD gives to the programs of one agency alone: by agency, code and year."""
    known = {item.id: item for item in points(db, "program") if item.code}
    owners = parts(db, "plan_point", "opd", list(known))
    found: dict[RowId, dict[str, dict[str, int]]] = {}
    for row, pagu in parts(db, "plan_point", "pagu", list(known)).items():
        own = list(owners.get(row, {}))
        if len(own) == 1:
            yearly = {year: amount for year, amount in pagu.items() if isinstance(amount, int)}
            found.setdefault(RowId(own[0]), {})[known[row].code] = yearly
    return found


def _claims(
    db: Database, known: Mapping[RowId, Opd], plans: Mapping[RowId, Document]
) -> dict[RowId, list[tuple[RowId, Finding]]]:
    """Return the programs that others claim too: by agency, each with the row of its line."""
    homes = {document.id: opd for opd, document in plans.items() if opd in known}
    own: dict[RowId, list[Line]] = {}
    for line in programs(db):
        if line.document in homes:
            own.setdefault(homes[line.document], []).append(line)
    compared = [
        OpdPlan(opd, known[opd].name, known[opd].kind, as_drafts(rows, {})) for opd, rows in own.items()
    ]
    return {
        opd: [(own[opd][item.line].id, item) for item in found if item.line is not None]
        for opd, found in cross_checks(compared).items()
    }


def _of(db: Database, around: _Around, opd: RowId) -> OpdFindings:
    document = around.plans[opd]
    own = lines(db, document.id)
    by_line = indicators(db, [line.id for line in own])
    found = [
        *checks(
            as_drafts(own, by_line),
            years=document.years,
            nomenclature=reference.nomenclature_names(),
            facts=_facts(around, around.opds[opd], document),
        ),
        *_placed(around.claims.get(opd, ()), own),
    ]
    count = sum(line.level == "program" and not line.support for line in own)
    return OpdFindings(opd, document, listed(found, document, own, by_line, around.answers), count)


def _placed(claims: Sequence[tuple[RowId, Finding]], own: Sequence[Line]) -> list[Finding]:
    """Return claims with the places of their lines in the whole plan."""
    place = {line.id: index for index, line in enumerate(own)}
    return [replace(item, line=place[row]) for row, item in claims if row in place]


def _facts(around: _Around, agency: Opd, document: Document) -> PlanFacts:
    return PlanFacts(
        opd=agency.name,
        bidang=agency.bidang,
        file_opd=document.file_opd,
        form=document.format,
        start=document.period_start,
        end=document.period_end,
        year=around.year,
        master=around.master,
        editions=_editions(),
        frame=around.frame.get(agency.id, {}),
    )
