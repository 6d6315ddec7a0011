"""Queries: the findings in the plans of the agencies, with what was answered to them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from smartcity_desktop.domain.analysis import Indicator, Line, as_drafts
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.finding import FindingAnswer, Key, ListedFinding, OpdFindings, listed
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_ground import Ground, Nomenclature
from smartcity_desktop.domain.renstra_checks import checks
from smartcity_desktop.domain.renstra_checks_across import OpdPlan, cross_checks
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft, Origin
from smartcity_desktop.storage import reference, tables
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.renstra import indicators, lines
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.workshop import workshop

_PROGRAMS: Final = tables.select(
    "renstra_line",
    ("id", "document", "code", "name", "support", "source_sheet"),
    "level = 'program'",
    "pos, id",
)
_Claimed = tuple[tuple[RowId, ...], OpdPlan]
"""The rows of the programs of a plan, and the plan as others are compared with it."""


class Claims:
    """The programs that several plans claim; sought again only where a program or an agency changed."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._plans: list[_Claimed] = []
        self._found: dict[RowId, list[tuple[RowId, Finding]]] = {}

    def of(self, plans: list[_Claimed]) -> Mapping[RowId, Sequence[tuple[RowId, Finding]]]:
        """Return by agency what others claim too, each with the row of its line."""
        if plans != self._plans:
            self._plans, self._found = plans, _claims(plans, None)
        return self._found


@cache
def nomenclature() -> Nomenclature:
    """Return the nomenclature as the checks ask it."""
    editions = {code: item.editions for code, item in reference.nomenclature().items()}
    return Nomenclature(reference.nomenclature_names(), editions)


def answers(db: Database) -> dict[Key, FindingAnswer]:
    """Return every answer by what it answers; one that was taken back counts for nothing."""
    found = fetch(db, FindingAnswer, "finding_answer")
    return {item.key: item for item in found if item.state}


def stands(db: Database, row: RowId) -> bool:
    """Tell whether an answer is there, also one that was taken back."""
    return bool(fetch(db, FindingAnswer, "finding_answer", "id = :id", {"id": row}))


def findings_of(db: Database, opd: RowId, claims: Claims | None = None) -> OpdFindings | None:
    """Return the findings of one agency's plan, None where it has none."""
    return next(iter(findings(db, [opd], claims)), None)


def findings(
    db: Database, wanted: Sequence[RowId] | None = None, claims: Claims | None = None
) -> list[OpdFindings]:
    """Return the findings of the plans of some agencies or of all, in the order of the agencies.

    ``claims`` keeps what is known of programs that several claim, for whoever asks again.
    """
    around = _around(db)
    rows = [row for row in around.ground.opds if row in around.plans and (wanted is None or row in wanted)]
    said = claims.of(around.claimed) if claims else _claims(around.claimed, rows)
    return [_of(db, around, row, said.get(row, ())) for row in rows]


def ground(db: Database) -> Ground:
    """Return what is known around the plans of this workshop."""
    return _around(db).ground


@dataclass(frozen=True, slots=True)
class _Around:
    """What is read once for all plans: the documents, the programs with their rows, the answers."""

    ground: Ground
    plans: Mapping[RowId, Document]
    claimed: list[_Claimed]
    answers: Mapping[Key, FindingAnswer]


def _around(db: Database) -> _Around:
    event = workshop(db)
    plans = _plans(db)
    known = {item.id: item for item in opds(db)}
    start, end = event.period_start, event.period_end
    claimed = _claimed(db, known, plans)
    return _Around(
        Ground(
            known,
            event.year,
            (start, end) if start is not None and end is not None else None,
            _frame(db),
            tuple(plan for _, plan in claimed),
        ),
        plans,
        claimed,
        answers(db),
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


def _claimed(db: Database, known: Mapping[RowId, Opd], plans: Mapping[RowId, Document]) -> list[_Claimed]:
    """Return the programs of every plan with their rows; they are many, and only compared."""
    homes = {document.id: opd for opd, document in plans.items() if opd in known}
    rows: dict[RowId, list[RowId]] = {}
    lines: dict[RowId, list[LineDraft]] = {}
    with translated():
        found = db.conn.execute(_PROGRAMS).fetchall()
    for row, document, code, name, support, sheet in found:
        opd = homes.get(document)
        if opd is not None:
            rows.setdefault(opd, []).append(RowId(row))
            lines.setdefault(opd, []).append(
                LineDraft(
                    "program", code or "", name or "", support=bool(support), origin=Origin(sheet or "")
                )
            )
    return [
        (tuple(rows[opd]), OpdPlan(opd, known[opd].name, known[opd].kind, tuple(own)))
        for opd, own in lines.items()
    ]


def _claims(
    claimed: Sequence[_Claimed], wanted: Collection[RowId] | None
) -> dict[RowId, list[tuple[RowId, Finding]]]:
    rows = {plan.opd: own for own, plan in claimed}
    found = cross_checks([plan for _, plan in claimed], wanted)
    return {
        opd: [(rows[opd][item.line], item) for item in items if item.line is not None]
        for opd, items in found.items()
    }


def _of(db: Database, around: _Around, opd: RowId, claims: Sequence[tuple[RowId, Finding]]) -> OpdFindings:
    document = around.plans[opd]
    own = lines(db, document.id)
    return _checked(around, document, own, indicators(db, [line.id for line in own]), claims)


def _checked(
    around: _Around,
    document: Document,
    own: Sequence[Line],
    by_line: Mapping[RowId, Sequence[Indicator]],
    claims: Sequence[tuple[RowId, Finding]],
) -> OpdFindings:
    found = [
        *checks(
            as_drafts(own, by_line),
            years=document.years,
            nomenclature=nomenclature().names,
            facts=around.ground.facts(around.ground.opds[document.opd], document, nomenclature()),
        ),
        *_placed(claims, own),
    ]
    count = sum(line.level == "program" and not line.support for line in own)
    return OpdFindings(document.opd, document, listed(found, document, own, by_line, around.answers), count)


def _placed(claims: Sequence[tuple[RowId, Finding]], own: Sequence[Line]) -> list[Finding]:
    """Return claims with the places of their lines in the whole plan."""
    place = {line.id: index for index, line in enumerate(own)}
    return [replace(item, line=place[row]) for row, item in claims if row in place]


def findings_in(
    db: Database,
    document: Document,
    own: Sequence[Line],
    by_line: Mapping[RowId, Sequence[Indicator]],
) -> tuple[ListedFinding, ...]:
    """Return the findings of a plan whose lines are read already; of an agency that is gone none."""
    around = _around(db)
    if document.opd not in around.ground.opds:
        return ()
    claims = _claims(around.claimed, {document.opd}).get(document.opd, ())
    return _checked(around, document, own, by_line, claims).items
