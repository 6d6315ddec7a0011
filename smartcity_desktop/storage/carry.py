"""What may be carried on from one worksheet to another: sources as values, and where each would go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.carry import Onto, Proposed, Source, propose
from smartcity_desktop.domain.carry_plan import Mapped, Plan
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.grid import Choice
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import Whole
from smartcity_desktop.domain.result import Result, ResultRow
from smartcity_desktop.domain.wording import calm_name
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    Sheet,
    SheetColumn,
    Worksheet,
    choice_lines,
)
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.group import groupings, groups
from smartcity_desktop.storage.origin import links, wholes
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.result import result_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets

_NAMED_BY: Final = ("opd", "support")
ANALYSIS: Final = "analysis"


def targets(db: Database, worksheet: Worksheet) -> list[Worksheet]:
    """Return the worksheets that go on with the rows of this one: those it feeds, then those of rules.

    Only those that take rows, and do not belong to single assessors.
    """
    from smartcity_desktop.domain.carry import RULES

    known = [
        item
        for item in worksheets(db)
        if not item.retired and item.takes_rows and item.filled_by != BY_ASSESSOR and item.id != worksheet.id
    ]
    named = [item for item in known if item.code in worksheet.fed_codes]
    ruled = [item for item in known if (worksheet.target, item.target) in RULES and item not in named]
    return [*named, *ruled]


def plan_of(store: Store, source: RowId, target: RowId, rows: Iterable[RowId], kind: str = "") -> Plan:
    """Return what carrying ``rows`` of one worksheet on to another comes to; all of them where none is named.

    ``kind`` is that of the new rows where they have one and it is not taken over. Lines of a plan that nobody
    called relevant stay out unless they are named.
    """
    found = result_of(store, source)
    known = {item.id: item for item in worksheets(store.db)}
    onto_sheet = known.get(target, Worksheet())
    chosen = _chosen(store.db, found, set(rows))
    onto = _onto(store, found.worksheet, onto_sheet, kind)
    sources = _sources(store.db, found.worksheet, chosen)
    proposed = propose(sources, onto)
    return Plan(
        found.worksheet,
        onto_sheet,
        tuple(proposed),
        _mapped(store, found.worksheet, onto_sheet, onto),
        tuple(parties(store.db, onto_sheet)),
        _kinds(store.db, onto_sheet, proposed, given=bool(kind)),
    )


def _chosen(db: Database, found: Result, wanted: set[RowId]) -> list[ResultRow]:
    if wanted:
        return [item for item in found.rows if item.id in wanted]
    open_rows = [item for item in found.rows if not item.into]
    if found.worksheet.target != ANALYSIS:
        return open_rows
    said = wholes(db, ANALYSIS, [item.id for item in open_rows])
    return [item for item in open_rows if said[item.id].text_of("relevant") in RELEVANT]


def _sources(db: Database, worksheet: Worksheet, rows: Sequence[ResultRow]) -> list[Source]:
    said = wholes(db, worksheet.target, [item.id for item in rows])
    sheet_of = {item.id: item for item in sheets(db, worksheet.id)}
    about = _about(db, worksheet, rows)
    return [
        _source(said[item.id], sheet_of.get(item.sheet, Sheet(opd=_opd_of(worksheet, item))), item, about)
        for item in rows
        if item.id in said
    ]


def _opd_of(worksheet: Worksheet, row: ResultRow) -> RowId:
    return row.party if worksheet.filled_by == BY_OPD else NO_ROW


def _source(
    whole: Whole,
    sheet: Sheet,
    row: ResultRow,
    about: Mapping[RowId, Mapping[str, str]],
) -> Source:
    extra = about.get(row.subject, {})
    owner = RowId(extra.get("opd", "")) or sheet.opd
    named = tuple(
        RowId(part)
        for name in _NAMED_BY
        for part in (*whole.many.get(name, {}), str(whole.single.get(name) or ""))
        if part
    )
    opds = (owner,) if owner else named
    return Source(
        whole,
        party=row.party,
        kind=BY_OPD if owner else BY_DIMENSION if sheet.dimension else "",
        dimension=row.dimension,
        opds=tuple(dict.fromkeys(opds)),
        merged=row.merged,
        extra=extra,
    )


def _about(db: Database, worksheet: Worksheet, rows: Sequence[ResultRow]) -> dict[RowId, dict[str, str]]:
    """Return what rows say of what they are about: the program of a plan and its OPD, a fixed item."""
    ids = [item.subject for item in rows]
    if worksheet.target == ANALYSIS:
        owner = {item.row: item.single.get("opd") for item in _documents(db)}
        return {
            row: {
                "name": calm_name(said.text_of("name")),
                "opd": str(owner.get(RowId(said.text_of("document"))) or ""),
            }
            for row, said in wholes(db, "renstra_line", ids).items()
        }
    if worksheet.rows_from == "fixed":
        return {row: {"text": said.text_of("text")} for row, said in wholes(db, "sheet_item", ids).items()}
    return {}


def _documents(db: Database) -> Iterable[Whole]:
    from smartcity_desktop.storage.document import documents

    return wholes(db, "document", [item.id for item in documents(db)]).values()


def _onto(store: Store, source: Worksheet, target: Worksheet, kind: str) -> Onto:
    sheet_of = {item.id: item for item in sheets(store.db, target.id)}
    by_row: dict[RowId, set[RowId]] = {}
    at: dict[RowId, RowId] = {}
    for link in links(store.db):
        if link.sheet in sheet_of:
            by_row.setdefault(link.row, set()).add(link.source)
            at[link.row] = sheet_of[link.sheet].party
    return Onto(
        target.id,
        target.target,
        target.filled_by,
        tables=_tables(store.db, target) if target.filled_by == BY_GROUP else {},
        own=alike(columns(store.db, source.id), columns(store.db, target.id)),
        carried=_carried(by_row, at, combines=(source.target, target.target) in _COMBINED),
        kind=kind,
    )


_COMBINED: Final = frozenset({("factor", "strategy"), ("idea", "statement")})
"""Where several rows become one: only the same ones again are a double."""


def _carried(
    by_row: Mapping[RowId, set[RowId]], at: Mapping[RowId, RowId], *, combines: bool
) -> frozenset[tuple[RowId, frozenset[RowId]]]:
    """Return what stands already, by party and sources; a row that was merged brings each of its own."""
    whole = {(at[row], frozenset(sources)) for row, sources in by_row.items()}
    if combines:
        return frozenset(whole)
    return frozenset(whole | {(party, frozenset({one})) for party, sources in whole for one in sources})


def alike(here: Sequence[SheetColumn], there: Sequence[SheetColumn]) -> tuple[tuple[str, str], ...]:
    """Return the fields whose columns have the same label and kind, where either is a workshop's own."""
    theirs = {(_plain(item.label), item.kind): item.bound for item in there if _takes(item)}
    pairs = ((item.bound, theirs.get((_plain(item.label), item.kind), "")) for item in here if _takes(item))
    return tuple((one, other) for one, other in pairs if other and "x:" in (one[:2], other[:2]))


def _takes(column: SheetColumn) -> bool:
    return bool(column.bound) and column.section != "subject" and not column.hidden


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _tables(db: Database, target: Worksheet) -> dict[RowId, RowId]:
    """Return the table of every dimension, OPD and group in the division that fills a worksheet."""
    known = groupings(db)
    chosen = next((item for item in known if item.id == target.grouping), known[-1] if known else None)
    found: dict[RowId, RowId] = {}
    for item in groups(db, chosen.id) if chosen else ():
        for row in (item.id, item.dimension, item.lead, *item.opds):
            if row:
                found.setdefault(row, item.id)
    return found


def _mapped(store: Store, source: Worksheet, target: Worksheet, onto: Onto) -> tuple[Mapped, ...]:
    from smartcity_desktop.domain.carry import rule

    here, there = _labels(columns(store.db, source.id)), _labels(columns(store.db, target.id))
    found: list[Mapped] = []
    for take in rule(source.target, target.target, onto.own):
        names = ", ".join(dict.fromkeys(here[name] for name in take.source if name in here))
        fills = ", ".join(dict.fromkeys(there[name] for name in take.target if name in there))
        if fills and (names or take.source == ("id",)):
            found.append(Mapped(store.say(names or source.title), store.say(fills)))
    return tuple(dict.fromkeys(found))


def _labels(own: Sequence[SheetColumn]) -> dict[str, str]:
    return {name: item.label for item in own for name in item.bound.split("/") if item.section != "subject"}


def _kinds(
    db: Database, target: Worksheet, proposed: Sequence[Proposed], *, given: bool
) -> tuple[Choice, ...]:
    """Return the kinds that new rows may have, where the target has kinds and the sources tell none."""
    entity = CATALOG.get(target.target)
    told = not given and proposed and all("kind" in item.values for item in proposed)
    if entity is None or "kind" not in entity.by_name or told:
        return ()
    column = next((item for item in columns(db, target.id) if item.bound == "kind" and not item.hidden), None)
    lines = choice_lines(column.choices) if column else ()
    return tuple(Choice(item.value, item.words or item.value) for item in lines if not item.retired)
